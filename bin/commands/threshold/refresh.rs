//! `threshold refresh`: new shares of the same key, with which old ones don't go.

use std::path::PathBuf;

use decent::Verdict;

use super::reshare::Renewal;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::folder::IntoFolder;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The group
    #[arg(long, value_name = "GROUP")]
    group: PathBuf,
    #[command(flatten)]
    into: IntoFolder,
    /// Shares of as many members as are needed, or more; none, or `-`, is standard input
    #[arg(value_name = "SHARE")]
    shares: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Adds a random sharing of zero to the shares of a group: all members get new ones, for the same
public key, and old ones don't go with them. Whoever stole old shares has nothing once those who
are left destroy theirs. The key is nowhere rebuilt on the way. Wrong shares are named and left out.";
    const EXAMPLES: &'static str = "$ decent threshold new -q -t 2 -n 3 -o old --no-names > key
$ decent threshold refresh --group old/group old/share-[13] -o new --no-names | cmp - key
$ for s in old/share-1 new/share-2; do echo hello | decent threshold sign --share $s; done > parts
$ decent threshold join --group new/group parts
decent threshold join: parts: wanted a partial signature of group [..]
  more: decent why group-mixed
decent threshold join: the parts: wanted parts of 2 members, found 1 that are right: 1 more
  more: decent why members-too-few
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let renewal = Renewal {
            group: self.group,
            into: self.into,
            shares: self.shares,
            size: None,
        };
        renewal.run(cx)
    }
}
