//! What a merge does, told step by step. The steps are computed again, by maps in memory, and must
//! equal what came out of the fast way.

use std::collections::BTreeSet;

use crate::crdt::gcounter::GCounter;
use crate::crdt::merge::{Result, load};
use crate::crdt::spool::Room;
use crate::source::Source;
use crate::watch::{Deaf, Step, Watch};

/// Replicas and states that are told one by one.
const TOLD: usize = 8;

/// Tells how `inputs` become one state and its value; returns both.
pub fn merge(inputs: &[Source<'_>], room: Room<'_>, watch: &dyn Watch) -> Result<GCounter> {
    let mut states = Vec::new();
    for (i, input) in inputs.iter().enumerate() {
        let (state, told) =
            load(input, room, &Deaf).map_err(|failed| crate::crdt::merge::Failed {
                input: failed.input.map(|_| i),
                ..failed
            })?;
        if i < TOLD {
            let shapes: Vec<_> = told.inputs.iter().flat_map(|seen| &seen.shapes).collect();
            let shapes: Vec<_> = shapes.iter().map(|shape| shape.name()).collect();
            let step = Step::new(
                format!("state {i}"),
                "a count for each replica, raised by it alone",
            );
            let step = step.value("shape", shapes.join(" "));
            watch.step(&step.value("state", state.to_string().trim_end()));
        }
        states.push(state);
    }
    let mut merged = GCounter::default();
    for state in &states {
        merged.merge(state);
    }
    if states.len() > 1 {
        let ids: BTreeSet<&String> = merged.counts().keys().collect();
        for id in ids.into_iter().take(TOLD) {
            let counts = states
                .iter()
                .take(TOLD)
                .map(|state| state.count(id).to_string());
            let why = "the greatest count is the newest, an absent one is 0";
            let step = Step::new(format!("replica {id}"), why);
            let step = step.value("counts", counts.collect::<Vec<_>>().join(" "));
            watch.step(&step.value("greatest", merged.count(id)));
        }
    }
    let value = merged.value();
    let mut step =
        Step::new("value", "the sum of what all replicas counted").value("value", &value);
    // jq rounds past 2^53.
    if let ([_], Some(..=0x1f_ffff_ffff_ffff)) = (inputs, value.small()) {
        step = step.check("jq '[.[]] | add // 0' FILE");
    }
    watch.step(&step);
    Ok(merged)
}
