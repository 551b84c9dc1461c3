//! `block retarget`: the bits that the next header must have, and all before.

use std::path::PathBuf;

use decent::Verdict;
use decent::block::chain::{Chain, State};
use decent::block::narrate;
use decent::block::network::Network;
use decent::block::target::Target;
use decent::error::{Error, slug};
use decent::watch::Watch;

use super::verify::clock;
use crate::chains::Rules;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    rules: Rules,
    /// The time of the next header, where its bits depend on it (test networks)
    #[arg(long, value_name = "T")]
    time: Option<String>,
    /// Every period: height, seconds that the one before took, bits, difficulty
    #[arg(long)]
    list: bool,
    /// The headers, raw or hex; none, or `-`, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints the compact bits that the header behind a chain must have. The chain is checked on the way.
With --list it prints every retarget so far. A period counts the seconds from its first block to
its last, one block less than it has, and the target moves by four times at most.";
    const EXAMPLES: &'static str =
        "$ root=4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b
$ decent block new --root $root --time 1231006505 --version 1 --nonce 2083236893 > genesis
$ decent block retarget genesis
1d00ffff  genesis
$ decent block retarget --json genesis
{\"tool\":\"block retarget\",\"path\":\"genesis\",\"bits\":\"1d00ffff\",\"height\":1,\"time\":1231007105}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let network = self.rules.network(cx)?;
        let mut chain = self.rules.chain(cx, &network)?;
        let mut input = cx.subject("headers", &self.file)?;
        let name = input.name().to_vec();
        let (engine, watch, teller) = (cx.engine()?, cx.watch(input.len()), cx.watch(None));
        let mut carried = Carried::default();
        let ended =
            decent::block::stream::each(input.feed(), engine, &watch, &mut |_, headers, hashes| {
                for (raw, hash) in headers.iter().zip(hashes) {
                    let before = chain.state().copied();
                    chain.push(raw, hash)?;
                    let (Some(before), Some(now)) = (before, chain.state()) else {
                        continue;
                    };
                    let Some((first, _)) =
                        before.period.filter(|_| network.begins_period(now.height))
                    else {
                        continue;
                    };
                    if teller.narrates() {
                        tell(&network, &before, now.bits, &teller);
                    }
                    if self.list {
                        let took = i64::from(before.latest()) - i64::from(first);
                        carried.pass(cx.emit(&row(now.height, took, now.bits)))?;
                    }
                }
                Ok(())
            });
        carried.end(ended.map_err(|e| e.of("headers")))?;
        if self.list {
            return Ok(Verdict::Yes);
        }
        self.next(cx, &chain, &network, &name)
    }
}

impl Args {
    /// The bits behind the last header.
    fn next(
        &self,
        cx: &mut Cx,
        chain: &Chain<'_>,
        network: &Network,
        name: &[u8],
    ) -> Result<Verdict, Fail> {
        let absent = |wanted: &'static str, found: &'static str| {
            Fail::from(Error::new(slug::NOTHING_CHECKED, wanted, found).of("headers"))
        };
        let time = self.time.as_deref().map(clock).transpose()?;
        let Some(state) = chain.state() else {
            return Err(absent("at least one header", "none"));
        };
        let height = state.height.saturating_add(1);
        let time = time.unwrap_or_else(|| state.latest().saturating_add(network.spacing));
        let Some(bits) = chain.wanted_bits(state, time)? else {
            return Err(absent("the first header of the period", "a later start"));
        };
        let watch = cx.watch(None);
        if watch.narrates() {
            tell(network, state, bits, &watch);
        }
        let record = Record::value("bits", format!("{bits:08x}")).name(name);
        cx.emit(&record.field("height", height).field("time", time))?;
        Ok(Verdict::Yes)
    }
}

/// The retarget behind a block where there is one, or what the bits stand for.
fn tell(network: &Network, state: &State, bits: u32, watch: &dyn Watch) {
    let height = state.height.saturating_add(1);
    let begins = network.begins_period(height) && network.retargets;
    let Some((first, first_bits)) = state.period.filter(|_| begins) else {
        return narrate::target(bits, watch);
    };
    let base = if network.bip94 {
        first_bits
    } else {
        state.bits
    };
    narrate::retarget(network, height, base, first, state.latest(), watch);
}

fn row(height: u32, took: i64, bits: u32) -> Record {
    let difficulty = Target::from_bits(bits).map_or(0.0, Target::difficulty);
    Record::row()
        .cell("height", height, 8)
        .cell("took", took, 9)
        .cell("bits", format!("{bits:08x}"), 8)
        .cell("difficulty", difficulty, 12)
}
