//! Where two copies of a chain part. A block's hash covers the tree over all before it, so two that have
//! one block in common have all before it too, and the first one that differs is found by halving.

use super::evidence::{Evidence, Witness};
use super::link::{Link, Statement};
use super::prove::View;
use super::roster::Roster;
use crate::error::Result;

/// Blocks behind the first that differs, in which links are looked for that prove it.
const LOOKED: u64 = 1 << 12;

/// How two copies stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parting {
    /// They are of two chains: block 0 differs.
    Apart,
    /// They have the same blocks.
    Same(u64),
    /// One has all of the other, and more.
    Longer {
        /// Blocks that both have.
        common: u64,
    },
    /// They have two blocks of this number.
    Fork(u64),
}

/// Compares two copies; in as many steps as the number of blocks has bits.
pub fn compare(one: &dyn View, other: &dyn View) -> Result<Parting> {
    let common = one.blocks().min(other.blocks());
    let same = |index: u64| -> Result<bool> { Ok(one.block(index)? == other.block(index)?) };
    if common == 0 || !same(0)? {
        return Ok(Parting::Apart);
    }
    // The same up to `low`, at least; other from `high` on, at most.
    let (mut low, mut high) = (1, common);
    while low < high {
        let middle = low.midpoint(high);
        if same(middle)? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if low < common {
        return Ok(Parting::Fork(low));
    }
    if one.blocks() == other.blocks() {
        return Ok(Parting::Same(common));
    }
    Ok(Parting::Longer { common })
}

/// Two signed links, one of each copy, that lead to two blocks of one number at or behind the fork. The
/// search ends some thousand blocks behind it.
pub fn evidence(one: &dyn View, other: &dyn View, fork: u64) -> Result<Option<Evidence>> {
    let shape = one.at(0)?.header().shape;
    let end = one.blocks().min(other.blocks());
    for to in fork..end.min(fork.saturating_add(LOOKED)) {
        let mut found = [None, None];
        for (place, copy) in found.iter_mut().zip([one, other]) {
            // The longest link begins furthest back: before the fork both copies have one roster.
            let links: Vec<u64> = shape.back(to).collect();
            for (from, level) in links.iter().zip(0..=u8::MAX).rev() {
                if let Some(record) = copy.link(*from, level)? {
                    *place = Some(witness(copy, *from, to, &record)?);
                    break;
                }
            }
        }
        if let [Some(first), Some(second)] = found {
            return Evidence::of(first, second).map(Some);
        }
    }
    Ok(None)
}

fn witness(copy: &dyn View, from: u64, to: u64, record: &[u8]) -> Result<Witness> {
    Ok(Witness {
        statement: Statement::between(&copy.at(from)?, &copy.at(to)?)?,
        roster: Roster::decode(&copy.roster(from)?)?,
        signed: Link::decode(record)?.signed,
    })
}
