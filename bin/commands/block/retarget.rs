//! `block retarget`: the bits that the next header must have, and all before.

use std::path::PathBuf;

use decent::Verdict;
use decent::block::narrate;
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
    const EXAMPLES: &'static str = "$ genesis=0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c
$ echo $genesis | decent block retarget
1d00ffff  -";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let time = self.time.as_deref().map(clock).transpose()?;
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
                    let Some((first, first_bits)) =
                        before.period.filter(|_| network.begins_period(now.height))
                    else {
                        continue;
                    };
                    if teller.narrates() && network.retargets {
                        let bits = if network.bip94 {
                            first_bits
                        } else {
                            before.bits
                        };
                        narrate::retarget(
                            &network,
                            now.height,
                            bits,
                            first,
                            before.latest(),
                            &teller,
                        );
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
        let Some(state) = chain.state() else {
            return Err(
                Error::new(slug::NOTHING_CHECKED, "at least one header", "none")
                    .of("headers")
                    .into(),
            );
        };
        let height = state.height.saturating_add(1);
        let time = time.unwrap_or_else(|| state.latest().saturating_add(network.spacing));
        let Some(bits) = chain.wanted_bits(state, time)? else {
            let wanted = "the first header of the period";
            return Err(Error::new(slug::NOTHING_CHECKED, wanted, "a later start")
                .of("headers")
                .into());
        };
        if let Some((first, first_bits)) = state.period.filter(|_| network.begins_period(height)) {
            if teller.narrates() && network.retargets {
                let bits = if network.bip94 {
                    first_bits
                } else {
                    state.bits
                };
                narrate::retarget(&network, height, bits, first, state.latest(), &teller);
            }
        } else if teller.narrates() {
            narrate::target(bits, &teller);
        }
        let record = Record::value("bits", format!("{bits:08x}")).name(&name);
        cx.emit(&record.field("height", height).field("time", time))?;
        Ok(Verdict::Yes)
    }
}

fn row(height: u32, took: i64, bits: u32) -> Record {
    let difficulty = Target::from_bits(bits).map_or(0.0, Target::difficulty);
    Record::row()
        .cell("height", height, 8)
        .cell("took", took, 9)
        .cell("bits", format!("{bits:08x}"), 8)
        .cell("difficulty", difficulty, 12)
}
