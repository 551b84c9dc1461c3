//! Who is wrong among many, where one check can be made of all: halves are checked until the wrong ones
//! stand alone.

/// So few are checked one by one.
const FEW: usize = 4;

/// The places of what is wrong, in their order. `all` says whether all of some are right, `one` whether
/// one is; that not all of them are right is known.
pub(crate) fn wrong(
    places: &[usize],
    mut all: impl FnMut(&[usize]) -> bool,
    mut one: impl FnMut(usize) -> bool,
) -> Vec<usize> {
    let mut wrong = Vec::new();
    // Some, and whether it is known that one of them is wrong.
    let mut open = vec![(places, true)];
    while let Some((some, known)) = open.pop() {
        if some.len() <= FEW {
            wrong.extend(some.iter().copied().filter(|place| !one(*place)));
            continue;
        }
        if !known && all(some) {
            continue;
        }
        let (left, right) = some.split_at(some.len() / 2);
        if all(left) {
            open.push((right, true));
        } else {
            open.push((right, false));
            open.push((left, true));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_wrong_is_found_and_nothing_else() {
        let bad = [0, 6, 7, 40, 99];
        let places: Vec<usize> = (0..100).collect();
        let asked = std::cell::Cell::new(0);
        let right = |place: usize| {
            asked.set(asked.get() + 1);
            !bad.contains(&place)
        };
        let all = |some: &[usize]| {
            asked.set(asked.get() + 1);
            !some.iter().any(|place| bad.contains(place))
        };
        assert_eq!(wrong(&places, all, right), bad);
        assert!(asked.get() < 60, "{}", asked.get());
        assert!(wrong(&[], all, right).is_empty());
        assert_eq!(wrong(&[40, 0, 3], all, right), [40, 0]);
    }
}
