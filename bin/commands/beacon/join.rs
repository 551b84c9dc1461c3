//! `beacon join`: parts of members joined to the beacon of their round.

use std::path::PathBuf;

use decent::Verdict;
use decent::beacon::partial::{self, Partial};
use decent::codec::hex;
use decent::error::slug;
use decent::threshold::Refused;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::groups::{handed, sorted};
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The information of the chain, as `beacon new` writes it
    #[arg(long, value_name = "CHAIN")]
    chain: PathBuf,
    /// The group, as it is now
    #[arg(long, value_name = "G")]
    group: PathBuf,
    #[command(flatten)]
    create: Create,
    /// Partial signatures of `beacon sign`, a line each; none, or `-`, is standard input
    #[arg(value_name = "P")]
    partials: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Joins partial signatures of t members, any of them, to the beacon of their round, which is
verified and written in drand's JSON. Each partial signature is first held against its member's
public share: one that is wrong is named and left out, and where too few are left that is status
1. Too few without a wrong one is status 2.";
    const EXAMPLES: &'static str = r"$ decent threshold new -q -t 2 -n 3 --curve bls12-381-g2 -o ours > log
$ scheme='--scheme bls-unchained-g1-rfc9380 --period 30s --genesis 2026-01-01'
$ decent beacon new -q --group ours/group $scheme -o info.json > log
$ sign='decent beacon sign -q --chain info.json --round 7'
$ for i in 1 3; do $sign --share ours/share-$i; done > parts
$ decent beacon join -q --chain info.json --group ours/group parts > beacon
$ decent beacon verify --chain info.json --round 7 beacon | wc -c
65
$ head -n 1 parts | decent beacon join -q --chain info.json --group ours/group
decent beacon join: the parts: wanted parts of 2 members, found 1 that are right: 1 more
  more: decent why members-too-few
[2]
$ sed s/:7/:8/ parts > bad
$ decent beacon join -q --chain info.json --group ours/group bad 2>&1 | head -n 1
decent beacon join: bad: member 1's partial signature does not fit the group
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let chain = cx.chain(&self.chain)?;
        let group = cx.group(&self.group)?;
        let handed = handed(cx, "partial", &self.partials, Partial::read)?;
        let parts = sorted(handed);
        let mut rng = Cx::rng()?;
        let watch = cx.watch(None);
        let joined = partial::join(&chain, &group, &parts.good, &mut rng, &watch);
        drop(watch);
        let joined = match joined {
            Ok(joined) => joined,
            Err(Refused { error, blamed }) if error.slug == slug::GROUP_MIXED => {
                debug_assert!(blamed.is_empty());
                return Err(error.of("group").into());
            }
            Err(refused) => return Err(parts.refused(cx, refused, "the parts")),
        };
        let left_out = parts.left_out(cx, &joined.blamed);
        let beacon = joined.beacon;
        let mut made = cx.create(&self.create, false)?;
        made.put(beacon.text().as_bytes())?;
        made.finish()?;
        let record = Record::value("randomness", hex::encode(&beacon.derived()))
            .detail("round", beacon.round)
            .field("round", beacon.round)
            .field("signers", joined.members)
            .field("left_out", left_out);
        cx.emit(&match self.create.output.as_deref() {
            Some(path) => record.name(bytes_of(path)),
            None => record,
        })?;
        Ok(Verdict::Yes)
    }
}
