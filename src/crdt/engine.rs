//! What the verbs do, whatever the type: counters of any size as streams, all others in memory.

use std::marker::PhantomData;

use num_bigint::BigInt;

use crate::crdt::count::{Count, Sum};
use crate::crdt::document::{Document, gather};
use crate::crdt::halves::{Change, Half, Halves};
use crate::crdt::merge::{self, Failed, How, Result, Told};
use crate::crdt::state::{Shown, State};
use crate::source::Source;
use crate::spool::Room;
use crate::watch::{Deaf, Watch};

/// Takes bytes of an artefact, in order.
pub type Sink<'s> = &'s mut dyn FnMut(&[u8]) -> crate::Result<()>;

/// A replicated type at work.
pub trait Engine {
    /// Its states in memory.
    type State: State;

    /// All states and operations of `inputs` as one state, in memory.
    fn load(&self, inputs: &[Source<'_>], watch: &dyn Watch) -> Result<(Self::State, Told)>;

    /// Gives the merge of `inputs` to `sink`; nothing before all are known to be well-formed.
    fn merge(&self, inputs: &[Source<'_>], watch: &dyn Watch, sink: Sink<'_>) -> Result<Told> {
        let (state, told) = self.load(inputs, watch)?;
        sink(state.to_string().as_bytes())?;
        Ok(told)
    }

    /// Gives what all `inputs` have seen to `sink`. Refused where they can't be merged.
    fn stable(&self, inputs: &[Source<'_>], watch: &dyn Watch, sink: Sink<'_>) -> Result<Told> {
        self.load(inputs, &Deaf)?;
        let (states, told) = self.each(inputs, watch)?;
        sink(Self::State::stable(&states).as_bytes())?;
        Ok(told)
    }

    /// Gives the smallest state that brings the first of two inputs to the second to `sink`.
    fn delta(&self, inputs: &[Source<'_>; 2], watch: &dyn Watch, sink: Sink<'_>) -> Result<Told> {
        let (states, told) = self.each(inputs, watch)?;
        if let [old, new] = states.as_slice() {
            let delta = new.checked_delta(old).map_err(|error| Failed {
                input: Some(1),
                error,
            })?;
            sink(delta.to_string().as_bytes())?;
        }
        Ok(told)
    }

    /// What a reader sees of an input.
    fn show(&self, input: &Source<'_>, watch: &dyn Watch) -> Result<(Shown, Told)> {
        let (state, told) = self.load(std::slice::from_ref(input), watch)?;
        Ok((state.shown(), told))
    }

    /// The states of `inputs`, each by itself.
    fn each(&self, inputs: &[Source<'_>], watch: &dyn Watch) -> Result<(Vec<Self::State>, Told)> {
        let (mut states, mut told) = (Vec::new(), Told::default());
        for (i, input) in inputs.iter().enumerate() {
            let loaded = self.load(std::slice::from_ref(input), watch);
            let (state, of_one) = loaded.map_err(|failed| failed.of(i))?;
            told.join(of_one);
            states.push(state);
        }
        Ok((states, told))
    }

    /// Merges bare numbers that two sides changed from a common one; `None` where the type has no
    /// such form.
    fn bare(&self, base: &BigInt, ours: &BigInt, theirs: &BigInt) -> Option<crate::Result<BigInt>>;
}

/// States that are held in memory.
#[derive(Clone, Copy, Debug)]
pub struct Held<S>(PhantomData<S>);

impl<S> Default for Held<S> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<S: Document> Engine for Held<S> {
    type State = S;

    fn load(&self, inputs: &[Source<'_>], watch: &dyn Watch) -> Result<(S, Told)> {
        gather(inputs, watch)
    }

    fn bare(&self, _: &BigInt, _: &BigInt, _: &BigInt) -> Option<crate::Result<BigInt>> {
        None
    }
}

/// A counter whose states pass through.
pub trait Counter: State {
    /// How many halves it has.
    const HALVES: Halves;

    /// Puts a replica's count into a half that has none of it.
    fn put(&mut self, half: Option<Half>, replica: String, count: Count);

    /// What a reader sees of a state with so many counts, by the sums of its halves.
    fn sums(sums: [Count; 2], counts: u64) -> Shown;

    /// Merges bare numbers that two sides changed from a common one; `None` where that is none.
    fn bare(base: &BigInt, ours: &BigInt, theirs: &BigInt) -> Option<crate::Result<BigInt>>;

    /// The state in which a replica has counted so much, and nothing else.
    fn of(change: &Change, replica: String) -> Self {
        let mut state = Self::default();
        let half = Self::HALVES.first().map(|_| change.half());
        state.put(half, replica, change.size.clone());
        state
    }
}

/// Counters that pass through.
#[derive(Clone, Copy)]
pub struct Streamed<'f, S> {
    how: How<'f>,
    of: PhantomData<S>,
}

impl<'f, S: Counter> Streamed<'f, S> {
    /// With the memory for what is not sorted.
    pub fn new(room: Room<'f>) -> Self {
        let halves = S::HALVES;
        Self {
            how: How { halves, room },
            of: PhantomData,
        }
    }

    /// What is merged, and in how much memory.
    pub fn how(&self) -> How<'f> {
        self.how
    }
}

impl<S: Counter> Engine for Streamed<'_, S> {
    type State = S;

    fn load(&self, inputs: &[Source<'_>], watch: &dyn Watch) -> Result<(S, Told)> {
        let mut state = S::default();
        let told = merge::fold(inputs, self.how, watch, &mut |entry| {
            let Some((id, count)) = entry else {
                state = S::default();
                return Ok(());
            };
            let (half, replica) = S::HALVES.split(id);
            let replica = String::from_utf8_lossy(replica).into_owned();
            state.put(half, replica, count.clone());
            Ok(())
        })?;
        Ok((state, told))
    }

    fn merge(&self, inputs: &[Source<'_>], watch: &dyn Watch, sink: Sink<'_>) -> Result<Told> {
        merge::merge(inputs, self.how, watch, sink)
    }

    fn stable(&self, inputs: &[Source<'_>], watch: &dyn Watch, sink: Sink<'_>) -> Result<Told> {
        merge::stable(inputs, self.how, watch, sink)
    }

    fn delta(&self, inputs: &[Source<'_>; 2], watch: &dyn Watch, sink: Sink<'_>) -> Result<Told> {
        merge::delta(inputs, self.how, watch, sink)
    }

    fn show(&self, input: &Source<'_>, watch: &dyn Watch) -> Result<(Shown, Told)> {
        let (mut sums, mut counts) = ([Sum::default(), Sum::default()], 0u64);
        let inputs = std::slice::from_ref(input);
        let told = merge::fold(inputs, self.how, watch, &mut |entry| {
            let Some((id, count)) = entry else {
                (sums, counts) = ([Sum::default(), Sum::default()], 0);
                return Ok(());
            };
            let [added, taken] = &mut sums;
            let falls = S::HALVES.split(id).0 == Some(Half::Taken);
            if falls { taken } else { added }.add(count);
            counts += 1;
            Ok(())
        })?;
        Ok((S::sums(sums.map(|sum| sum.total()), counts), told))
    }

    fn bare(&self, base: &BigInt, ours: &BigInt, theirs: &BigInt) -> Option<crate::Result<BigInt>> {
        S::bare(base, ours, theirs)
    }
}

/// Merges a bare number that two sides changed from `base`: what both did to it. `None` where one
/// of the three texts is no bare number, or the type has none; an empty base counts as 0.
pub fn three_way<E: Engine>(
    engine: &E,
    base: &[u8],
    ours: &[u8],
    theirs: &[u8],
) -> Option<crate::Result<BigInt>> {
    let bare = |text: &[u8]| {
        let text = text.trim_ascii();
        let digits = text.strip_prefix(b"-").unwrap_or(text);
        let size = BigInt::from(Count::from_digits(digits)?);
        Some(if digits.len() < text.len() {
            -size
        } else {
            size
        })
    };
    let base = if base.trim_ascii().is_empty() {
        BigInt::ZERO
    } else {
        bare(base)?
    };
    engine.bare(&base, &bare(ours)?, &bare(theirs)?)
}
