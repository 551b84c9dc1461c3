//! Where two copies of a chain part. A block's hash covers the tree over all before it, so two that have
//! one block in common have all before it too, and the first one that differs is found by halving.

use super::evidence::{Evidence, Witness};
use super::link::{Link, Statement};
use super::prove::View;
use super::roster::Roster;
use super::sign::Judge;
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

/// Two signed links that hold, one of each copy, that lead to two blocks of one number at or behind the
/// fork. Where there are only pairs of which one does not hold, the first of them. The search ends some
/// thousand blocks behind it.
pub fn evidence(
    one: &dyn View,
    other: &dyn View,
    fork: u64,
    by: &Judge,
) -> Result<Option<Evidence>> {
    let end = one.blocks().min(other.blocks());
    let mut bad = None;
    for to in fork..end.min(fork.saturating_add(LOOKED)) {
        let (first, second) = (link_to(one, to, by)?, link_to(other, to, by)?);
        let Some(((first, sure), (second, too))) = first.zip(second) else {
            continue;
        };
        let found = Evidence::of(first, second)?;
        if sure && too {
            return Ok(Some(found));
        }
        bad.get_or_insert(found);
    }
    Ok(bad)
}

/// The longest link to a block that holds, or else the longest, and whether it holds. The longest begins
/// furthest back: before the fork both copies have one roster.
fn link_to(copy: &dyn View, to: u64, by: &Judge) -> Result<Option<(Witness, bool)>> {
    let shape = copy.at(0)?.header().shape;
    let links: Vec<u64> = shape.back(to).collect();
    let mut bad = None;
    for (from, level) in links.iter().zip(0..=u8::MAX).rev() {
        let Some(record) = copy.link(*from, level)? else {
            continue;
        };
        // One that can't be read is none.
        let Ok(link) = Link::decode(&record) else {
            continue;
        };
        let witness = witness(copy, *from, to, link)?;
        if witness.holds(by) {
            return Ok(Some((witness, true)));
        }
        bad.get_or_insert(witness);
    }
    Ok(bad.map(|witness| (witness, false)))
}

fn witness(copy: &dyn View, from: u64, to: u64, link: Link) -> Result<Witness> {
    Ok(Witness {
        statement: Statement::between(&copy.at(from)?, &copy.at(to)?)?,
        roster: Roster::decode(&copy.roster(from)?)?,
        signed: link.signed,
    })
}
