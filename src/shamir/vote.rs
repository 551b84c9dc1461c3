//! Which of a few shares are wrong, in fields where a vote of all subsets is quick enough.

use super::join::subsets;

/// Subsets that may vote.
const MOST: usize = 2000;

/// The places of those that don't lie on the polynomial which the most lie on, and `t` on which it
/// is known by; `None` where no polynomial has a majority: `agree(base, i)` says whether `i` lies on
/// the one through the places of `base`.
pub(super) fn vote(
    count: usize,
    t: usize,
    mut agree: impl FnMut(&[usize], usize) -> bool,
) -> Option<(Vec<usize>, Vec<usize>)> {
    let most_wrong = count.checked_sub(t)? / 2;
    for base in subsets(count, t, MOST) {
        let others = (0..count).filter(|i| !base.contains(i));
        let wrong: Vec<usize> = others.filter(|i| !agree(&base, *i)).collect();
        if wrong.len() <= most_wrong {
            return Some((base, wrong));
        }
    }
    None
}
