//! What the verbs do, whatever the type: grow-only counters of any size as streams, all others in
//! memory.

use std::marker::PhantomData;

use num_bigint::BigInt;

use crate::crdt::count::{Count, Sum};
use crate::crdt::document::{Document, gather};
use crate::crdt::gcounter::{GCounter, added_twice};
use crate::crdt::merge::{self, Failed, Result, Told};
use crate::crdt::spool::Room;
use crate::crdt::state::{Shown, State};
use crate::source::Source;
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

    fn bare(&self, base: &BigInt, ours: &BigInt, theirs: &BigInt) -> Option<crate::Result<BigInt>> {
        S::bare(base, ours, theirs)
    }
}

/// Grow-only counters that pass through.
#[derive(Clone, Copy)]
pub struct Streamed<'f> {
    /// The memory for what is not sorted.
    pub room: Room<'f>,
}

impl Engine for Streamed<'_> {
    type State = GCounter;

    fn load(&self, inputs: &[Source<'_>], watch: &dyn Watch) -> Result<(GCounter, Told)> {
        let mut counts = std::collections::BTreeMap::new();
        let told = merge::fold(inputs, self.room, watch, &mut |entry| {
            match entry {
                Some((id, count)) => {
                    counts.insert(String::from_utf8_lossy(id).into_owned(), count.clone());
                }
                None => counts.clear(),
            }
            Ok(())
        })?;
        Ok((GCounter::new(counts), told))
    }

    fn merge(&self, inputs: &[Source<'_>], watch: &dyn Watch, sink: Sink<'_>) -> Result<Told> {
        merge::merge(inputs, self.room, watch, sink)
    }

    fn stable(&self, inputs: &[Source<'_>], watch: &dyn Watch, sink: Sink<'_>) -> Result<Told> {
        merge::stable(inputs, self.room, watch, sink)
    }

    fn delta(&self, inputs: &[Source<'_>; 2], watch: &dyn Watch, sink: Sink<'_>) -> Result<Told> {
        merge::delta(inputs, self.room, watch, sink)
    }

    fn show(&self, input: &Source<'_>, watch: &dyn Watch) -> Result<(Shown, Told)> {
        let (mut sum, mut replicas) = (Sum::default(), 0u64);
        let inputs = std::slice::from_ref(input);
        let told = merge::fold(inputs, self.room, watch, &mut |entry| {
            if let Some((_, count)) = entry {
                sum.add(count);
                replicas += 1;
            } else {
                (sum, replicas) = (Sum::default(), 0);
            }
            Ok(())
        })?;
        let shown = Shown {
            key: "value",
            values: vec![sum.total().to_string()],
            text: false,
            fields: vec![("replicas", replicas.to_string())],
        };
        Ok((shown, told))
    }

    fn bare(&self, base: &BigInt, ours: &BigInt, theirs: &BigInt) -> Option<crate::Result<BigInt>> {
        added_twice(base, ours, theirs)
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
