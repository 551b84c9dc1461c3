//! `threshold dkg deal`: a member's part of the key, for all to see, and a share of it for each.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::dkg::{Mischief, deal, narrate};
use decent::on_curve;
use serde_json::Value;

use crate::ceremonies::Step;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    step: Step,
    /// Write the messages into this folder instead of BOX
    #[arg(short, long, value_name = "BOX")]
    output: Option<PathBuf>,
    /// To see it found out: seal a wrong share to member I; may be given again
    #[arg(long, value_name = "I", help_heading = "Mischief, to learn from")]
    wrong_share_to: Vec<u16>,
    /// To see why --hiding is there: after all others have dealt, deal so that the public key ends
    /// with these hex digits
    #[arg(long, value_name = "HEX", help_heading = "Mischief, to learn from")]
    steer: Option<String>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Once all have announced themselves: draws this member's polynomial and writes one message, with the
commitments to it and a proof for all, and a share of it for each member, sealed to its key. Who has
the deal has the share: if one is lost on its way it is given once more, by whoever has it. Prints
the id of the ceremony, which is the hash of all announcements, and the lasting keys that vouch for
members. Done again it writes the same.";
    const EXAMPLES: &'static str = "$ for i in 1 2 3; do decent threshold dkg start -t 2 -n 3 --id $i -o state-$i box -q; done > log
$ for i in 1 2 3; do decent threshold dkg deal --state state-$i box; done > log
$ ls box | wc -l
6
$ decent threshold dkg start -t 2 -n 3 --id 1 -o other alone -q > log
$ decent threshold dkg deal --state other alone
decent threshold dkg deal: alone: wanted each member's announcement, found none of members 2, 3
  hint: wait for it; once the time that was agreed on is over, --without-silent
  more: decent why dkg-missing
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let desk = self.step.open(cx)?;
        let mischief = Mischief {
            wrong_share_to: self.wrong_share_to,
            steer: self.steer.map(|digits| digits.to_lowercase()),
        };
        let into = self.output.as_deref();
        let messages = on_curve!(desk.state.terms.curve, C => {
            let part = desk.part::<C>()?;
            let dealt = deal(&part, &mischief);
            if dealt.is_err() {
                desk.send(cx, into, &[])?;
            }
            let messages = desk.done(cx, dealt)?;
            let watch = desk.watch(cx);
            narrate::toy(&watch);
            narrate::ceremony(&part, &watch)?;
            messages
        });
        let ceremony = desk.board.ceremony(&desk.state)?;
        let members: Vec<u16> = desk.state.terms.size.members().collect();
        let identity = |member| {
            desk.board
                .identity(member)
                .map_or_else(String::new, hex::encode)
        };
        let all: Vec<String> = members.iter().map(|member| identity(*member)).collect();
        let identities: Vec<Value> = all.iter().map(|key| Value::from(&**key)).collect();
        let record =
            Record::value("ceremony", hex::encode(&ceremony)).name(bytes_of(desk.folder()));
        cx.emit(&record.aside("identities", identities))?;
        for (member, key) in members
            .into_iter()
            .zip(all)
            .filter(|(_, key)| !key.is_empty())
        {
            let name = format!("member {member}");
            cx.emit(&Record::value("identity", key).name(name.as_bytes()))?;
        }
        desk.send(cx, into, &messages)?;
        Ok(Verdict::Yes)
    }
}
