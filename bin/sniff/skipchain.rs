//! An eye for skipchains.

use decent::codec::hex;
use decent::skipchain::along::Held;
use decent::skipchain::record::{Kind, Records};

use crate::input::Input;
use crate::report::Record;
use crate::skipchains::shown;

/// Records before block 0 that are looked at.
const BEFORE: usize = 4;

/// The log of a chain, as its first block shows it: nothing else is read.
pub(super) fn log(input: &mut Input) -> Option<Record> {
    let source = input.source().ok()?;
    let mut records = Records::from(source, 0).ok()?;
    let mut first = None;
    for _ in 0..BEFORE {
        let record = records.step().ok()??;
        if record.kind == Kind::Block {
            first = Held::read(&record).ok();
            break;
        }
    }
    let block = first?.block;
    let header = block.header();
    let card = Record::card()
        .field("kind", "skipchain")
        .field("chain", hex::encode(block.hash()))
        .field("base", header.shape.base())
        .field("height", header.shape.greatest())
        .field("begun", shown(header.time))
        .field("roster", hex::encode(&header.roster))
        .field("bytes", source.len().to_string());
    Some(card.field("check", "decent skipchain fsck F"))
}
