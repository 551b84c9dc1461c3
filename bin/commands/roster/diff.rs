//! `roster diff`: how much of a committee is exchanged.

use std::fmt::Write as _;
use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::skipchain::roster::{Member, Roster, Turnover};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;
use crate::rosters::quorum;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The old roster
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The new one
    #[arg(value_name = "NEW")]
    new: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Compares two rosters: members that came, left, or have another name or weight, another quorum, and the
turnover: how much of the new roster's weight the old one does not have, or of the old one's the new, or
how far the quorum's share of all weight fell, whichever is the most; in percent, rounded up. A key says
who a member is. Status 0 where they are the same, 1 where they differ.";
    const EXAMPLES: &'static str =
        "$ for i in 1 2 3 4 5; do printf %064d $i > k$i; chmod 600 k$i; done
$ for i in 1 2 3 4 5; do decent key convert --public --to pem k$i > m$i.pub; done
$ decent roster new -q m1.pub m2.pub m3.pub m4.pub -o old > hash
$ decent roster new -q m2.pub m3.pub m4.pub m5.pub -o new > hash
$ decent roster diff old new
m1: REMOVED
m5: ADDED
turnover:  25% (1 of 4 by weight)
[1]
$ decent roster diff old old";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let old = cx.roster("old", &self.old, Role::Anchor)?;
        let new = cx.roster("new", &self.new, Role::Anchor)?;
        if old == new {
            return Ok(Verdict::Yes);
        }
        let of = |roster: &Roster, member: &Member| {
            let place = roster.place_of(&member.key.bytes())?;
            roster.members().get(place).cloned()
        };
        let mut said = Vec::new();
        for member in old.members() {
            match of(&new, member) {
                None => said.push((member, "REMOVED", String::new())),
                Some(now) if now == *member => {}
                Some(now) => {
                    let why = if now.name == member.name {
                        format!("weight {} became {}", member.weight, now.weight)
                    } else {
                        format!("is now {}, weight {}", now.name, now.weight)
                    };
                    said.push((member, "CHANGED", why));
                }
            }
        }
        let fresh = new.members().iter().filter(|one| of(&old, one).is_none());
        said.extend(fresh.map(|member| (member, "ADDED", String::new())));
        for (member, word, why) in said {
            let record = Record::status(word, &why).name(member.name.as_bytes());
            cx.emit(&record.aside("key", hex::encode(&member.key.bytes())))?;
        }
        if old.threshold() != new.threshold() || old.total() != new.total() {
            let why = format!("{} became {}", quorum(&old), quorum(&new));
            cx.emit(&Record::status("CHANGED", &why).name(b"quorum"))?;
        }
        let turnover = Turnover::between(&old, &new);
        let (fresh, total) = (turnover.fresh, turnover.total);
        let (gone, before) = (turnover.gone, turnover.before);
        let mut words = format!("{}% ({fresh} of {total} by weight", turnover.percent());
        if (fresh, total) != (gone, before) {
            let _ = write!(words, ", {gone} of {before} gone");
        }
        if turnover.lowered > 0 {
            let _ = write!(words, ", the quorum lower by {}%", turnover.lowered);
        }
        words += ")";
        let record = Record::row()
            .cell("what", "turnover:", 0)
            .cell("turnover", words, 0)
            .aside("turnover_percent", turnover.percent());
        cx.emit(&record)?;
        Ok(Verdict::No("they differ".into()))
    }
}
