//! How many of how many must agree. Gifford, "Weighted voting for replicated data", 1979; Lamport,
//! Shostak, Pease, "The Byzantine generals problem", 1982; Malkhi, Reiter, "Byzantine quorum
//! systems", 1998.
//!
//! Two quorums of q among n nodes meet in at least 2q - n of them. Where nodes may only fall silent,
//! one that is in both is enough to carry a decision over. Where f of them may lie, f + 1 are needed
//! in both, so that one of those is honest; and n - f must make a quorum, for the others may be
//! silent. Both hold for some q only where n >= 3f + 1.

/// What nodes may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Faults {
    /// Fall silent, this many.
    Crash(u64),
    /// Anything: lie, and say different things to different nodes, this many.
    Byzantine(u64),
}

impl Faults {
    /// The most crashes that n nodes bear: n >= 2f + 1.
    pub fn most_crashes(nodes: u64) -> Self {
        Self::Crash(nodes.saturating_sub(1) / 2)
    }

    /// The most lies that n nodes bear: n >= 3f + 1.
    pub fn most_lies(nodes: u64) -> Self {
        Self::Byzantine(nodes.saturating_sub(1) / 3)
    }

    /// How many nodes may be faulty.
    pub fn count(self) -> u64 {
        let (Self::Crash(count) | Self::Byzantine(count)) = self;
        count
    }

    /// How many of those that are in two quorums may lie about what the first decided.
    pub fn liars(self) -> u64 {
        match self {
            Self::Crash(_) => 0,
            Self::Byzantine(count) => count,
        }
    }

    /// The least nodes that bear these faults.
    pub fn nodes_needed(self) -> u64 {
        match self {
            Self::Crash(count) => count.saturating_mul(2).saturating_add(1),
            Self::Byzantine(count) => count.saturating_mul(3).saturating_add(1),
        }
    }
}

/// The most nodes that are calculated with.
pub const MAX_NODES: u64 = 1 << 53;

/// The smallest quorum of which any two meet in more nodes than may lie.
///
/// ```
/// use decent::quorum::{Faults, quorum};
/// assert_eq!(quorum(5, Faults::Crash(2)), 3);
/// assert_eq!(quorum(4, Faults::Byzantine(1)), 3);
/// assert_eq!(quorum(6, Faults::Byzantine(1)), 4); // 2f + 1 = 3 would not meet at all
/// ```
pub fn quorum(nodes: u64, faults: Faults) -> u64 {
    (nodes.saturating_add(faults.liars())) / 2 + 1
}

/// In how many nodes a quorum of `a` and one of `b` meet at least.
pub fn overlap(nodes: u64, a: u64, b: u64) -> u64 {
    (u128::from(a) + u128::from(b)).saturating_sub(u128::from(nodes)) as u64
}

/// Whether two quorums of these sizes always meet in a node that tells the truth.
pub fn meet(nodes: u64, a: u64, b: u64, faults: Faults) -> bool {
    overlap(nodes, a, b) > faults.liars()
}

/// Whether a quorum can be had while all faulty nodes are silent.
pub fn available(nodes: u64, quorum: u64, faults: Faults) -> bool {
    quorum <= nodes.saturating_sub(faults.count())
}

/// Two quorums that meet in as few nodes as they can: the first nodes, the last nodes, and those in
/// both, counted from 0.
///
/// ```
/// use decent::quorum::apart;
/// assert_eq!(apart(3, 2, 2), (0..2, 1..3, 1..2));
/// ```
pub fn apart(
    nodes: u64,
    a: u64,
    b: u64,
) -> (
    std::ops::Range<u64>,
    std::ops::Range<u64>,
    std::ops::Range<u64>,
) {
    let start = nodes.saturating_sub(b);
    (0..a, start..nodes, start.min(a)..a)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All subsets of `size` out of `nodes`, as bits.
    fn subsets(nodes: u32, size: u64) -> impl Iterator<Item = u32> + Clone {
        (0..1u32 << nodes).filter(move |set| u64::from(set.count_ones()) == size)
    }

    #[test]
    fn the_formulas_are_what_all_subsets_say() {
        for nodes in 1..=8u32 {
            for a in 1..=u64::from(nodes) {
                for b in 1..=u64::from(nodes) {
                    let pairs = subsets(nodes, a)
                        .flat_map(|one| subsets(nodes, b).map(move |two| one & two));
                    let least = pairs.map(u32::count_ones).min().unwrap();
                    assert_eq!(overlap(nodes.into(), a, b), u64::from(least));
                    for f in 0..u64::from(nodes) {
                        // In every pair of quorums an honest node, whichever f lie.
                        let safe = subsets(nodes, a).all(|one| {
                            subsets(nodes, b)
                                .all(|two| subsets(nodes, f).all(|liars| one & two & !liars != 0))
                        });
                        assert_eq!(meet(nodes.into(), a, b, Faults::Byzantine(f)), safe);
                    }
                }
            }
        }
    }

    #[test]
    fn the_smallest_quorum_is_the_smallest_and_3f_plus_1_is_the_border() {
        for nodes in 1..=100 {
            for f in 0..nodes {
                for faults in [Faults::Crash(f), Faults::Byzantine(f)] {
                    let size = quorum(nodes, faults);
                    assert!(meet(nodes, size, size, faults));
                    assert!(!meet(nodes, size - 1, size - 1, faults));
                    let works = available(nodes, size, faults);
                    assert_eq!(works, nodes >= faults.nodes_needed(), "{nodes} {faults:?}");
                }
            }
            assert!(Faults::most_crashes(nodes).nodes_needed() <= nodes);
            assert!(Faults::most_lies(nodes).nodes_needed() <= nodes);
        }
    }

    #[test]
    fn a_bare_2f_plus_1_is_unsafe_where_n_is_not_3f_plus_1() {
        // The notes' list: n = 5, 6, 8, 9 and so on.
        let unsafe_nodes: Vec<u64> = (1..=12)
            .filter(|nodes| {
                let faults = Faults::most_lies(*nodes);
                let size = 2 * faults.count() + 1;
                faults.count() > 0 && !meet(*nodes, size, size, faults)
            })
            .collect();
        assert_eq!(unsafe_nodes, [5, 6, 8, 9, 11, 12]);
    }
}
