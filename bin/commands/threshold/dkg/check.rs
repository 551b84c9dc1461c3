//! `threshold dkg check`: whether all dealt rightly, and what a member has to say to that.

use std::path::PathBuf;

use decent::Verdict;
use decent::dkg::message::Kind;
use decent::dkg::{check, narrate};
use decent::on_curve;

use crate::ceremonies::{Deadline, Step};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    step: Step,
    /// Write the messages into this folder instead of BOX
    #[arg(short, long, value_name = "BOX")]
    output: Option<PathBuf>,
    #[command(flatten)]
    deadline: Deadline,
}

impl Tool for Args {
    const ABOUT: &'static str = "Once all have dealt: checks each deal and the share of it that was sealed to this member, names who
cheated, and writes the member's vote: which deals it saw, each with its dealer's signature, and its
complaints. A complaint shows everybody what opens that one sealed share, with a proof that it does
(Chaum and Pedersen); so all see that the share is wrong, its dealer is out, and nothing else is
told. Who complains of a right share is out. Where commitments hide, run it again when others have
voted: it opens this member's once all have, and then publishes shares of those who do not open,
or open something else. What has been said is not said again.";
    const EXAMPLES: &'static str = "$ for i in 1 2 3; do decent threshold dkg start -t 2 -n 3 --id $i -o state-$i box -q; done > log
$ for i in 1 2; do decent threshold dkg deal --state state-$i box; done > log
$ decent threshold dkg deal --state state-3 --wrong-share-to 2 box > log
$ decent threshold dkg check --state state-1 box
box/deal-1: OK
box/deal-2: OK
box/deal-3: OK
[..]  box/vote-1
$ decent threshold dkg check --state state-2 box
box/deal-1: OK
box/deal-2: OK
box/deal-3: FAILED (member 3 sealed a share that does not fit its commitments)
[..]  box/vote-2
[1]
$ decent inspect box/vote-2 | grep complaints
complaints: 3";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let desk = self.step.open(cx)?;
        let over = self.deadline.without_silent;
        let terms = &desk.state.terms;
        let checked = on_curve!(terms.curve, C => {
            let part = desk.part::<C>()?;
            let checked = desk.done(cx, check(&part, over))?;
            let watch = desk.watch(cx);
            narrate::toy(&watch);
            narrate::ceremony(&part, &watch)?;
            narrate::dealers(&part, &checked, &watch)?;
            narrate::complaints(&part, &watch)?;
            checked
        });
        let mut verdict = Verdict::Yes;
        for (dealer, found) in &checked.dealers {
            let one = match found {
                Ok(()) => Verdict::Yes,
                Err(why) => Verdict::No(format!("member {dealer} {why}").into()),
            };
            let file = desk.board.file(Kind::Deal, *dealer);
            let name = match file {
                Some(file) => desk.name_of(file),
                None => format!("member {dealer}").into_bytes(),
            };
            let record = Record::verdict(&one).name(&name).aside("member", *dealer);
            cx.emit(&record)?;
            verdict = verdict.and(one);
        }
        desk.send(cx, self.output.as_deref(), &checked.messages)?;
        Ok(verdict)
    }
}
