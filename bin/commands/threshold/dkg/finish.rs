//! `threshold dkg finish`: the group that all made, and a member's share.

use decent::Verdict;
use decent::codec::hex;
use decent::dkg::{Finished, Hiding, Standing, finish, narrate};
use decent::on_curve;

use crate::ceremonies::{Deadline, Desk, Step};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::folder::{Folder, IntoFolder};
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    step: Step,
    #[command(flatten)]
    into: IntoFolder,
    #[command(flatten)]
    deadline: Deadline,
}

impl Tool for Args {
    const ABOUT: &'static str = "Once all have voted: counts, leaves out who cheated, adds up what the others dealt, and writes the
group and this member's share into DIR. Prints the public key and the hash of the transcript: all
members read it to each other, for only then is it sure that all saw the same messages. With fewer
than T dealers left there is no key.";
    const EXAMPLES: &'static str = "$ for i in 1 2 3; do decent threshold dkg start -t 2 -n 3 --id $i -o state-$i box -q; done > log
$ for i in 1 2 3; do decent threshold dkg deal --state state-$i box; done > log
$ for i in 1 2; do decent threshold dkg check --state state-$i box; done > log
$ decent threshold dkg finish --state state-1 box -o one
decent threshold dkg finish: box: wanted each member's vote, found none of member 3
  hint: wait for it; once the time that was agreed on is over, --without-silent
  more: decent why dkg-missing
[2]
$ decent threshold dkg check --state state-3 box > log
$ for i in 1 2 3; do decent threshold dkg finish --state state-$i box -o member-$i > out-$i; done
$ cut -d: -f1 out-1
public-key
group
threshold
members
qualified
transcript
$ cmp out-1 out-2 && cmp member-1/group member-3/group && ls member-2
group
share-2";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let desk = self.step.open(cx)?;
        let curve = desk.state.terms.curve;
        on_curve!(curve, C => ended::<C>(cx, &desk, &self.into, self.deadline))
    }
}

fn ended<C: Hiding>(
    cx: &mut Cx,
    desk: &Desk,
    into: &IntoFolder,
    deadline: Deadline,
) -> Result<Verdict, Fail> {
    let part = desk.part::<C>()?;
    let finished = desk.done(cx, finish(&part, deadline.without_silent))?;
    let mut folder = Folder::begin(into)?;
    let watch = desk.watch(cx);
    narrate::toy(&watch);
    narrate::ceremony(&part, &watch)?;
    narrate::complaints(&part, &watch)?;
    narrate::finished(&finished, &watch);
    drop(watch);
    folder.put(b"group", finished.group.text().as_bytes())?;
    let name = format!("share-{}", desk.state.member);
    folder.put(name.as_bytes(), finished.share.text().bytes())?;
    folder.commit()?;
    cx.emit(&card(&finished, desk))?;
    Ok(Verdict::Yes)
}

fn card<C: Hiding>(finished: &Finished<C>, desk: &Desk) -> Record {
    let group = &finished.group;
    let mut record = Record::card()
        .field("public_key", hex::encode(&group.public_bytes()))
        .field("group", group.short_name())
        .field("threshold", group.size().t())
        .field("members", group.size().n())
        .field("qualified", group.qualified().unwrap_or_default());
    let mut out = Vec::new();
    for (dealer, standing) in &finished.standings {
        if let Standing::Out(why) = standing {
            out.push(*dealer);
            record = record.field(&format!("member_{dealer}"), format!("out: {why}"));
        }
    }
    if !out.is_empty() {
        record = record.aside("disqualified", out);
    }
    if !finished.rebuilt.is_empty() {
        let members: Vec<u16> = finished.rebuilt.keys().copied().collect();
        record = record.field("rebuilt", members);
    }
    for (member, why) in &finished.rebuilt {
        record = record.field(&format!("member_{member}"), format!("rebuilt: {why}"));
    }
    if !desk.left_out().is_empty() {
        record = record.aside("left_out", desk.left_out());
    }
    record.field("transcript", hex::encode(&finished.transcript()))
}
