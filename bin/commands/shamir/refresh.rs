//! `shamir refresh`: new shares of the same secret, with which the old ones don't go.

use std::path::PathBuf;

use decent::Verdict;
use decent::shamir::explain;
use decent::watch::Watch as _;

use super::reshare::Renewal;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::folder::IntoFolder;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The commitments of verifiable shares; the new ones are written beside the new shares
    #[arg(long, value_name = "FILE")]
    commit: Option<PathBuf>,
    #[command(flatten)]
    into: IntoFolder,
    /// The shares, as many as are needed or more; none, or `-`, is standard input
    #[arg(value_name = "SHARE")]
    shares: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Adds a sharing of zero to shares of ours: as many new ones, at the same places, of the same secret,
which is nowhere rebuilt on the way. Whoever held old shares holds nothing that goes with the new
ones, so old thefts are worth nothing once the others are destroyed. Shares that are left out are
lost.";
    const EXAMPLES: &'static str =
        "$ echo 'the cake is a lie' | decent shamir split -t 2 -n 3 -o old -q > list
$ decent shamir refresh old/share-* -o new
1  new/share-1
2  new/share-2
3  new/share-3
$ decent shamir join new/share-1 new/share-3
the cake is a lie
$ decent shamir join old/share-1 new/share-3
decent shamir join: new/share-3: wanted a share of set [..]
  more: decent why shares-mixed
decent shamir join: the shares: wanted shares of one set, found those of several
  more: decent why shares-mixed
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let watch = cx.watch(None);
        if watch.narrates() {
            explain::toy_split(&watch, 2, 3);
        }
        let renewal = Renewal {
            shares: self.shares,
            commit: self.commit,
            into: self.into,
            threshold: None,
        };
        renewal.run(cx)
    }
}
