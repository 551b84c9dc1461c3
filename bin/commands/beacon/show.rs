//! `beacon show`: what a chain says of itself.

use std::path::PathBuf;

use decent::Verdict;
use decent::beacon::{Chain, known};
use decent::codec::{hex, time};
use decent::watch::{Step, Watch as _};

use crate::beacons::identity;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The chains that are known by name, a line each
    #[arg(long, conflicts_with = "chain")]
    known: bool,
    /// A file with chain information, or the name or hash of a chain that is known; none, or `-`, is
    /// standard input
    #[arg(value_name = "CHAIN")]
    chain: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Shows the information of a chain, as either generation of drand's interface gives it (/info,
/v2/beacons/NAME/info), once its hash has been recomputed and found to be the one that it says.";
    const EXAMPLES: &'static str = r"$ decent beacon show quicknet | head -n 7
hash: 52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971
known-as: quicknet
scheme: bls-unchained-g1-rfc9380
beacon-id: quicknet
period: 3
genesis-time: 1692803367
genesis: 2023-08-23T15:09:27Z
$ decent beacon show --known | cut -c1-65 | head -n 2
default               pedersen-bls-chained       8990e7a9aaed2ffe
quicknet              bls-unchained-g1-rfc9380   52db9ba70e0cc0f6";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        if self.known {
            for known in known::all() {
                let row = Record::row()
                    .cell("known_as", known.name, 20)
                    .cell("scheme", known.scheme.name(), 25)
                    .cell("hash", known.hash, 64);
                cx.emit(&row)?;
            }
            return Ok(Verdict::Yes);
        }
        let path = self.chain.unwrap_or_else(|| "-".into());
        let chain = cx.chain(&path)?;
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "period, genesis time, key, group hash and id, one behind the other";
            let line = format!(
                "printf {} | xxd -r -p | sha256sum",
                hex::encode(&chain.hashed())
            );
            let step = Step::new("hash", why).value("sha256", hex::encode(&chain.hash));
            watch.step(&step.check(line));
        }
        drop(watch);
        let named = path.to_str().is_some_and(known::is_name);
        let card = card(&chain);
        cx.emit(&if named {
            card
        } else {
            card.name(bytes_of(&path))
        })?;
        Ok(Verdict::Yes)
    }
}

/// Its fields.
fn card(chain: &Chain) -> Record {
    identity(Record::card(), chain)
        .field("beacon_id", chain.beacon_id.as_str())
        .field("period", chain.period_seconds)
        .field("genesis_time", time_field(chain.genesis_time))
        .field("genesis", time::show(chain.genesis_time))
        .field("public_key", hex::encode(&chain.key.to_bytes()))
        .field("group_hash", hex::encode(&chain.genesis_seed))
}

/// Seconds since 1970, which can be any number of 64 bits.
fn time_field(seconds: i64) -> String {
    seconds.to_string()
}
