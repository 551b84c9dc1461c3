//! The deterministic skip list: which blocks are linked. Block `i` has a height, and on each level `l`
//! below it one link back to `i - base^l` and one forward to `i + base^l`. The height of block 0 is
//! the greatest, that of another one more than the exponent of the base in its number, at most the
//! greatest. Every number is exact: heights by logarithms of floating point are wrong at 10^3 by 10.

use crate::error::{Error, Result, slug};

/// The greatest height that any chain may have.
pub const HEIGHT_MOST: u8 = 32;

/// The shape of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    base: u8,
    height: u8,
}

/// One link, taken in either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The block that it leads from.
    pub from: u64,
    /// The block that it leads to.
    pub to: u64,
    /// Its level: it spans `base^level` blocks.
    pub level: u8,
}

impl Default for Shape {
    /// Base 2 and height 32: the fewest hops of all.
    fn default() -> Self {
        Self {
            base: 2,
            height: HEIGHT_MOST,
        }
    }
}

impl Shape {
    /// Base 2 to 255, height 1 to [`HEIGHT_MOST`]; of height 1 only neighbours are linked.
    pub fn new(base: u64, height: u64) -> Result<Self> {
        let refuse = |wanted: &'static str, found: u64| {
            Err(Error::new(slug::OUT_OF_RANGE, wanted, found.to_string()))
        };
        match (u8::try_from(base), u8::try_from(height)) {
            (Err(_) | Ok(0 | 1), _) => refuse("a base of 2 to 255", base),
            (_, Ok(height @ 1..=HEIGHT_MOST)) => Ok(Self {
                base: base as u8,
                height,
            }),
            _ => refuse("a height of 1 to 32", height),
        }
    }

    /// The base.
    pub const fn base(self) -> u8 {
        self.base
    }

    /// The greatest height.
    pub const fn greatest(self) -> u8 {
        self.height
    }

    /// Blocks that a link of a level spans; `None` past 2^64.
    pub fn span(self, level: u8) -> Option<u64> {
        u64::from(self.base).checked_pow(level.into())
    }

    /// Levels on which a block has links.
    pub fn height(self, index: u64) -> u8 {
        if index == 0 {
            return self.height;
        }
        let mut height = 1;
        let mut rest = index;
        while height < self.height && rest.is_multiple_of(self.base.into()) {
            rest /= u64::from(self.base);
            height += 1;
        }
        height
    }

    /// The blocks that a block links back to, the nearest first: one a level, and none of block 0.
    pub fn back(self, index: u64) -> impl Iterator<Item = u64> {
        let levels = if index == 0 { 0 } else { self.height(index) };
        (0..levels).filter_map(move |level| index.checked_sub(self.span(level)?))
    }

    /// The blocks that may be linked forward to, the nearest first, each with its level.
    pub fn forward(self, index: u64) -> impl Iterator<Item = Hop> {
        (0..self.height(index)).filter_map(move |level| {
            let to = index.checked_add(self.span(level)?)?;
            Some(Hop {
                from: index,
                to,
                level,
            })
        })
    }

    /// The link from one block to another, where there is one; in either direction.
    pub fn link(self, from: u64, to: u64) -> Option<Hop> {
        let low = from.min(to);
        let mut links = self.forward(low);
        let found = links.find(|hop| hop.to == from.max(to))?;
        Some(Hop { from, to, ..found })
    }

    /// The shortest way from one block to another, forward or back: always the longest link that does
    /// not lead past the end. The way back is the way forward, turned round.
    pub fn path(self, from: u64, to: u64) -> impl Iterator<Item = Hop> {
        Path {
            shape: self,
            at: from,
            to,
        }
    }

    /// Hops of the shortest way, without walking it.
    pub fn hops(self, from: u64, to: u64) -> u64 {
        let (mut low, high) = (from.min(to), from.max(to));
        let top = u32::from(self.height) - 1;
        let base = u64::from(self.base);
        let mut hops = 0;
        // Up: to a multiple of base^(level + 1) by hops of base^level, while that is not past the end.
        let mut span = 1;
        let mut level = 0;
        while level < top {
            let Some(above) = u64::checked_mul(span, base) else {
                break;
            };
            let Some(next) = low
                .checked_next_multiple_of(above)
                .filter(|next| *next <= high)
            else {
                break;
            };
            hops += (next - low) / span;
            low = next;
            span = above;
            level += 1;
        }
        // Down: what is left, by the longest hops that go.
        loop {
            hops += (high - low) / span;
            low += (high - low) / span * span;
            if span == 1 {
                return hops;
            }
            span /= base;
        }
    }

    /// The number of links forward of all blocks before this one: where those of its own are kept.
    pub fn links_before(self, index: u64) -> u64 {
        let Some(last) = index.checked_sub(1) else {
            return 0;
        };
        let levels = (1..self.height).map_while(|level| Some(last / self.span(level)?));
        levels.fold(
            u64::from(self.height).saturating_add(last),
            u64::saturating_add,
        )
    }
}

struct Path {
    shape: Shape,
    at: u64,
    to: u64,
}

impl Iterator for Path {
    type Item = Hop;

    fn next(&mut self) -> Option<Hop> {
        let distance = self.at.abs_diff(self.to);
        if distance == 0 {
            return None;
        }
        let from = self.at;
        let height = self.shape.height(from);
        // Level 0 spans one block, and any distance that is left allows that.
        let spans = |level: u8| self.shape.span(level).filter(|span| *span <= distance);
        let (level, span) = (0..height)
            .rev()
            .find_map(|level| Some((level, spans(level)?)))?;
        self.at = if self.to > from {
            from + span
        } else {
            from - span
        };
        Some(Hop {
            from,
            to: self.at,
            level,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::*;

    fn shapes() -> impl Iterator<Item = Shape> {
        let bases = [2, 3, 4, 5, 10, 14];
        let heights = [1, 2, 3, 5, 32];
        bases
            .into_iter()
            .flat_map(move |base| heights.map(|height| Shape::new(base, height).unwrap()))
    }

    /// Hops from a block to all up to `most`, by breadth-first search over links in both directions
    /// that stay between the two.
    fn searched(shape: Shape, from: u64, most: u64) -> Vec<u64> {
        let mut hops = vec![u64::MAX; most as usize + 1];
        hops[from as usize] = 0;
        let mut open = VecDeque::from([from]);
        while let Some(at) = open.pop_front() {
            for hop in shape.forward(at).filter(|hop| hop.to <= most) {
                if hops[hop.to as usize] == u64::MAX {
                    hops[hop.to as usize] = hops[at as usize] + 1;
                    open.push_back(hop.to);
                }
            }
        }
        hops
    }

    #[test]
    fn the_way_is_the_shortest_and_the_same_back() {
        for shape in shapes() {
            for from in [0, 1, 2, 7, 8, 27, 100, 125] {
                let hops = searched(shape, from, 300);
                for to in from..=300 {
                    let there: Vec<Hop> = shape.path(from, to).collect();
                    let mut back: Vec<Hop> = shape.path(to, from).collect();
                    let wanted = hops[to as usize];
                    assert_eq!(there.len() as u64, wanted, "{shape:?} {from} {to}");
                    assert_eq!(shape.hops(from, to), wanted, "{shape:?} {from} {to}");
                    assert_eq!(shape.hops(to, from), wanted);
                    back.reverse();
                    let turned = back.iter().map(|hop| Hop {
                        from: hop.to,
                        to: hop.from,
                        ..*hop
                    });
                    assert_eq!(turned.collect::<Vec<_>>(), there);
                }
            }
        }
    }

    /// By ten: heights of the powers of ten, which floating point gets wrong.
    #[test]
    fn heights_are_exact() {
        let ten = Shape::new(10, 32).unwrap();
        for exponent in 0..19 {
            let power = 10u64.pow(exponent);
            assert_eq!(u32::from(ten.height(power)), exponent + 1);
            assert_eq!(ten.height(power - 1), if exponent == 0 { 32 } else { 1 });
        }
        assert_eq!(ten.hops(0, 1000), 1);
        let two = Shape::default();
        assert_eq!(two.height(1 << 40), 32);
        assert_eq!(two.height(96), 6);
        assert_eq!(two.back(12).collect::<Vec<_>>(), [11, 10, 8]);
        assert_eq!(two.back(0).count(), 0);
    }

    #[test]
    fn hops_from_the_first_are_the_sum_of_the_digits() {
        for (n, hops) in [(999_999, 12), (1_000_000, 7), (u64::from(u32::MAX), 32)] {
            assert_eq!(Shape::default().hops(0, n), hops);
        }
        let four = Shape::new(4, 10).unwrap();
        assert_eq!(four.hops(0, 1 << 20), 4);
    }

    #[test]
    fn links_stand_one_behind_the_other() {
        for shape in shapes() {
            let mut before = 0;
            for index in 0..1000 {
                assert_eq!(shape.links_before(index), before, "{shape:?} {index}");
                before += u64::from(shape.height(index));
            }
        }
    }

    #[test]
    fn the_ends_of_all_numbers_are_met() {
        for shape in shapes() {
            assert!(shape.forward(u64::MAX).next().is_none());
            let far = shape.path(0, u64::MAX).take(100);
            assert!(far.into_iter().all(|hop| hop.from < hop.to));
            assert!(shape.links_before(u64::MAX) > 0);
            assert!(shape.hops(0, u64::MAX) > 0);
        }
        assert!(Shape::new(1, 32).is_err());
        assert!(Shape::new(256, 32).is_err());
        assert!(Shape::new(2, 0).is_err());
        assert!(Shape::new(2, 33).is_err());
    }

    #[test]
    fn two_blocks_are_linked_or_not() {
        let shape = Shape::default();
        assert_eq!(shape.link(8, 12).map(|hop| hop.level), Some(2));
        assert_eq!(
            shape.link(12, 8).map(|hop| (hop.from, hop.to)),
            Some((12, 8))
        );
        assert_eq!(shape.link(8, 24), None);
        assert_eq!(shape.link(5, 5), None);
    }
}
