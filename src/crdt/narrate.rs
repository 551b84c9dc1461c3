//! What a merge does, told step by step. The steps are computed again, in memory, and must equal
//! what came out of the fast way.

use crate::crdt::engine::Engine;
use crate::crdt::jq;
use crate::crdt::merge::{Result, Seen};
use crate::crdt::state::State;
use crate::source::Source;
use crate::watch::{Deaf, Step, Watch};

/// States that are told one by one.
const TOLD: usize = 8;

/// Tells how `inputs` become one state, and its value; returns the state, and whether a standard
/// tool can read all of them: each is one state in canonical shape.
pub fn merge<E: Engine>(
    engine: &E,
    inputs: &[Source<'_>],
    watch: &dyn Watch,
) -> Result<(E::State, bool)> {
    let mut merged = E::State::default();
    let (states, told) = engine.each(inputs, &Deaf)?;
    let plain = told.inputs.iter().all(Seen::plain) && states.iter().all(jq::reads);
    for (i, (state, seen)) in states.iter().zip(&told.inputs).enumerate() {
        let before = merged.clone();
        merged.merge(state)?;
        let shapes = seen
            .shapes
            .iter()
            .map(|shape| shape.name())
            .collect::<Vec<_>>();
        if i < TOLD {
            let step = Step::new(format!("state {i}"), "what one replica knows, or many do");
            let step = step.value("shape", shapes.join(" "));
            let step = step.value("state", state.to_string().trim_end());
            let new = merged.delta(&before);
            watch.step(&step.value("new in it", new.to_string().trim_end()));
        }
    }
    // Operations of several inputs make a state only together.
    if told.inputs.iter().any(Seen::operations) && inputs.len() > 1 {
        merged = engine.load(inputs, &Deaf)?.0;
    }
    let mut step = merged.told();
    if inputs.len() != 1 || !plain {
        step.check = None;
    }
    watch.step(&step);
    Ok((merged, plain))
}
