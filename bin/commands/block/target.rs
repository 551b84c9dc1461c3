//! `block target`: compact bits and targets, into each other.

use std::path::PathBuf;

use decent::Verdict;
use decent::block::narrate;
use decent::block::network::read_target;
use decent::block::target::{Target, is_canonical};
use decent::watch::Watch;

use crate::chains::{judged_argument, network, target_fields};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Refuse what is easier than this network allows
    #[arg(long, value_name = "NETWORK")]
    network: Option<PathBuf>,
    /// Compact bits (8 hex digits) or targets (64)
    #[arg(value_name = "BITS|HEX", required = true)]
    targets: Vec<String>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Says what compact bits stand for, and which bits a target has: target, difficulty, work. Refused
as Bitcoin Core refuses them are bits that are zero, negative, or past 256 bits. Compact bits keep
a target's highest 15 to 23 bits; what they lose is said by canonical: false.";
    const EXAMPLES: &'static str = "$ decent block target 1b0404cb
bits: 1b0404cb
target: 00000000000404cb000000000000000000000000000000000000000000000000
difficulty: 16307.420938523983
work: 70040908352512
zero-bits: 45
canonical: true
$ decent block target 01fedcba
decent block target: 01fedcba: wanted compact bits of a target, found 01fedcba, which is negative
  more: decent why bits
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let network = self
            .network
            .as_deref()
            .map(|name| network(cx, name))
            .transpose()?;
        for text in &self.targets {
            let target = match read_target(text) {
                Ok(target) => target,
                Err(error) => {
                    cx.complain(judged_argument(error, text))?;
                    continue;
                }
            };
            show(cx, text, target)?;
            let above = network.as_ref().filter(|network| target > network.limit);
            if let Some(network) = above {
                let why = format!(
                    "easier than {:08x}, the limit of {}",
                    network.limit_bits(),
                    network.name
                );
                let verdict = Verdict::No(why.into());
                cx.emit(&Record::verdict(&verdict).name(text.as_bytes()))?;
                cx.fold(verdict);
            }
        }
        Ok(Verdict::Yes)
    }
}

fn show(cx: &mut Cx, text: &str, target: Target) -> Result<(), Fail> {
    let digits = text.trim_start_matches("0x");
    let given = u32::from_str_radix(digits, 16)
        .ok()
        .filter(|_| digits.len() == 8);
    let bits = target.to_bits();
    let watch = cx.watch(None);
    if watch.narrates() {
        narrate::target(given.unwrap_or(bits), &watch);
    }
    let canonical = given.map_or(target.truncated() == target, is_canonical);
    let card = Record::card().field("bits", format!("{bits:08x}"));
    let card = target_fields(card, target).field("zero_bits", target.leading_zero_bits());
    let card = card.field("canonical", canonical);
    cx.emit(&card)
}
