//! The laws of a merge: it must be commutative, associative and idempotent, or replicas that saw
//! the same would differ; and it must lose nothing, which the other three don't promise: a merge
//! that cuts both states to the shorter one keeps all three. Baquero, Almeida, Cunha, Ferreira:
//! "Composition in state-based replicated data types", 2017 (states form a join semilattice).

use crate::crdt::state::State;
use crate::error::{Error, Result, slug};
use crate::watch::Watch;

/// One of the laws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    /// merge(a, b) = merge(b, a)
    Commutative,
    /// merge(merge(a, b), c) = merge(a, merge(b, c))
    Associative,
    /// merge(a, a) = a
    Idempotent,
    /// merge(a, b) has all that a and b have
    Lossless,
}

impl Law {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Commutative,
        Self::Associative,
        Self::Idempotent,
        Self::Lossless,
    ];

    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Commutative => "commutative",
            Self::Associative => "associative",
            Self::Idempotent => "idempotent",
            Self::Lossless => "lossless",
        }
    }

    /// How many states it speaks of.
    fn states(self) -> usize {
        match self {
            Self::Idempotent => 1,
            Self::Commutative | Self::Lossless => 2,
            Self::Associative => 3,
        }
    }
}

/// States that break a law: what should be equal, and is not.
#[derive(Clone, Debug)]
pub struct Broken<S> {
    /// The states, `a`, `b` and `c`.
    pub states: Vec<S>,
    /// One side, in words and as it came out.
    pub left: (&'static str, S),
    /// The other side.
    pub right: (&'static str, S),
}

/// A merge that is to be judged.
pub type Merge<'m, S> = &'m mut dyn FnMut(&S, &S) -> Result<S>;

/// Whether `merge` keeps `law` for each of `tuples` (of three states); the first that it breaks is
/// made as small as it goes.
///
/// ```
/// use decent::crdt::{gcounter::GCounter, laws::{check, Law}, state::State};
/// use decent::watch::Deaf;
/// let mut seed = 1u64;
/// let mut draw = || { seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1); seed >> 33 };
/// let tuples: Vec<_> = (0..50).map(|_| GCounter::three(&mut draw)).collect();
/// let mut right = |a: &GCounter, b: &GCounter| a.merged(b);
/// assert!(check(Law::Associative, &tuples, &mut right, &Deaf).unwrap().is_none());
/// let mut first = |a: &GCounter, _: &GCounter| Ok(a.clone());
/// let broken = check(Law::Commutative, &tuples, &mut first, &Deaf).unwrap().unwrap();
/// assert_eq!(broken.states.iter().map(|s| s.to_string().len()).sum::<usize>(), 3 + 8);
/// ```
pub fn check<S: State>(
    law: Law,
    tuples: &[[S; 3]],
    merge: Merge<'_, S>,
    watch: &dyn Watch,
) -> Result<Option<Broken<S>>> {
    for tuple in tuples {
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        watch.advance(1);
        if let Some(broken) = breaks(law, tuple, merge)? {
            return smallest(law, tuple.clone(), broken, merge).map(Some);
        }
    }
    Ok(None)
}

/// Steps of shrinking, at most: each may run a program of the user's.
const SHRINKS: usize = 400;

fn smallest<S: State>(
    law: Law,
    mut tuple: [S; 3],
    mut broken: Broken<S>,
    merge: Merge<'_, S>,
) -> Result<Broken<S>> {
    let mut left = SHRINKS;
    'again: loop {
        for place in 0..law.states() {
            for simpler in tuple.get(place).map(State::simpler).unwrap_or_default() {
                if left == 0 {
                    return Ok(broken);
                }
                left -= 1;
                let mut next = tuple.clone();
                if let Some(state) = next.get_mut(place) {
                    *state = simpler;
                }
                if let Some(found) = breaks(law, &next, merge)? {
                    (tuple, broken) = (next, found);
                    continue 'again;
                }
            }
        }
        return Ok(broken);
    }
}

/// How three states break a law, if they do.
fn breaks<S: State>(
    law: Law,
    [a, b, c]: &[S; 3],
    merge: Merge<'_, S>,
) -> Result<Option<Broken<S>>> {
    let (left, right) = match law {
        Law::Commutative => (("merge(a,b)", merge(a, b)?), ("merge(b,a)", merge(b, a)?)),
        Law::Associative => {
            let (ab, bc) = (merge(a, b)?, merge(b, c)?);
            let left = ("merge(merge(a,b),c)", merge(&ab, c)?);
            (left, ("merge(a,merge(b,c))", merge(a, &bc)?))
        }
        Law::Idempotent => (("merge(a,a)", merge(a, a)?), ("a", a.clone())),
        Law::Lossless => {
            let merged = merge(a, b)?;
            let with_both = merged.merged(&a.merged(b)?)?;
            (
                ("merge(a,b)", merged),
                ("with all that a and b have", with_both),
            )
        }
    };
    if left.1.same(&right.1) {
        return Ok(None);
    }
    let states = [a, b, c].into_iter().take(law.states()).cloned().collect();
    Ok(Some(Broken {
        states,
        left,
        right,
    }))
}

/// Every choice of three of the given states, in order and with repetition, at most `most`.
pub fn triples<S: Clone>(states: &[S], most: usize) -> Vec<[S; 3]> {
    let all = states.iter().flat_map(|a| {
        let pairs = states
            .iter()
            .flat_map(move |b| states.iter().map(move |c| [a, b, c]));
        pairs.map(|triple| triple.map(Clone::clone))
    });
    all.take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crdt::count::Count;
    use crate::crdt::gcounter::GCounter;
    use crate::watch::Deaf;

    fn draws() -> impl FnMut() -> u64 {
        let mut state = 7u64;
        move || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695);
            state >> 20
        }
    }

    fn judged(merge: impl Fn(&GCounter, &GCounter) -> GCounter) -> Vec<(Law, Vec<String>)> {
        let mut draw = draws();
        let tuples: Vec<_> = (0..200).map(|_| GCounter::three(&mut draw)).collect();
        let mut merge = |a: &GCounter, b: &GCounter| Ok(merge(a, b));
        let broken = Law::ALL.into_iter().filter_map(|law| {
            let broken = check(law, &tuples, &mut merge, &Deaf).expect("checked")?;
            Some((
                law,
                broken
                    .states
                    .iter()
                    .map(|s| s.to_string().trim().to_owned())
                    .collect(),
            ))
        });
        broken.collect()
    }

    fn by(a: &GCounter, b: &GCounter, f: impl Fn(&Count, &Count) -> Count) -> GCounter {
        let mut all = a.merged(b).unwrap().counts().clone();
        for (replica, count) in &mut all {
            *count = f(a.count(replica), b.count(replica));
        }
        GCounter::new(all)
    }

    #[test]
    fn the_real_merge_keeps_all() {
        assert!(judged(|a, b| a.merged(b).unwrap()).is_empty());
    }

    #[test]
    fn wrong_merges_are_told_by_their_smallest_states() {
        let words = |states: &[&str]| states.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        let sum = judged(|a, b| by(a, b, Count::plus));
        assert_eq!(sum, [(Law::Idempotent, words(&[r#"{"c":1}"#]))]);
        // The lecture's zip, on objects: only what both have.
        let zip = judged(|a, b| {
            let both = a.merged(b).unwrap().counts().clone();
            let both = both
                .into_iter()
                .filter(|(id, _)| a.counts().contains_key(id) && b.counts().contains_key(id));
            GCounter::new(both.collect())
        });
        assert_eq!(zip.len(), 1);
        assert_eq!(zip[0].0, Law::Lossless);
        let last = judged(|a, b| {
            let mut all = a.counts().clone();
            all.extend(b.counts().clone());
            GCounter::new(all)
        });
        assert_eq!(
            last[0],
            (Law::Commutative, words(&[r#"{"d":0}"#, r#"{"d":1}"#]))
        );
    }
}
