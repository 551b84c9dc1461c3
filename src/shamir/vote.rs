//! Which of a few shares are wrong, in fields where a vote of all subsets is quick enough.

use super::join::subsets;

/// Products that may be spent on all votes together.
const BUDGET: usize = 20_000;

/// Places of `t` shares whose polynomial has a majority, and of those that don't lie on it; `None`
/// where none has: `agree(base, i)` says whether `i` lies on the one through the places of `base`.
pub(super) fn vote(
    count: usize,
    t: usize,
    mut agree: impl FnMut(&[usize], usize) -> bool,
) -> Option<(Vec<usize>, Vec<usize>)> {
    let most_wrong = count.checked_sub(t)? / 2;
    let votes = BUDGET / (count * t * t).max(1);
    for base in subsets(count, t, votes.max(1)) {
        let mut wrong = Vec::new();
        for i in (0..count).filter(|i| !base.contains(i)) {
            if !agree(&base, i) {
                wrong.push(i);
            }
            if wrong.len() > most_wrong {
                break;
            }
        }
        if wrong.len() <= most_wrong {
            return Some((base, wrong));
        }
    }
    None
}
