//! `roster show`: what a roster says.

use std::path::PathBuf;

use decent::Verdict;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::{Record, bytes_of};
use crate::rosters::{card, row, tell};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The roster; none, or `-`, is standard input
    #[arg(value_name = "R", default_value = "-")]
    roster: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Says what a roster is: its hash, which blocks name it by; its quorum, how many may be dishonest, and
whether the quorum is safe against them; then a line for each member with its weight, key and name.";
    const EXAMPLES: &'static str =
        "$ for i in 1 2 3 4; do printf %064d $i > k$i; chmod 600 k$i; done
$ for i in 1 2 3 4; do decent key convert --public --to pem k$i > m$i.pub; done
$ decent roster new -q m1.pub m2.pub m3.pub m4.pub -o roster > hash
$ decent roster show --no-names roster | sed -n '2,7p'
scheme: ed25519
threshold: 3
weight: 4
members: 4
faulty-at-most: 1
safe: true
$ decent roster show --no-names roster | tail -n +8 | cut -c-12,68-
1  4cb5abf6a  m1
1  7422b9887  m2
1  f381626e4  m3
1  fd50b8e3b  m4";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let roster = cx.roster("roster", &self.roster, Role::Evidence)?;
        tell(&cx.watch(None), &roster);
        let record = card(Record::card().name(bytes_of(&self.roster)), &roster);
        cx.emit(&record)?;
        for member in roster.members() {
            cx.emit(&row(member))?;
        }
        Ok(Verdict::Yes)
    }
}
