//! The values of a multi-value register: those that nobody has overwritten.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::twice;
use crate::crdt::context::Clock;
use crate::crdt::heads::Heads;
use crate::error::Result;

/// Values by what their writers had seen, own write included.
#[derive(Clone, Debug, Default)]
pub struct Many {
    values: BTreeMap<Arc<Clock>, String>,
    heads: Heads,
}

impl PartialEq for Many {
    fn eq(&self, other: &Self) -> bool {
        self.values == other.values
    }
}

impl Eq for Many {}

impl Many {
    /// One value.
    pub fn of(clock: Clock, value: impl Into<String>) -> Self {
        let mut many = Self::default();
        many.insert(&Arc::new(clock), value.into());
        many
    }

    /// Puts a value in, over those that its writer had seen, unless it was overwritten itself.
    /// Refused where there is another value by the same clock.
    pub fn put(&mut self, clock: &Arc<Clock>, value: &str) -> Result<()> {
        match self.values.get(clock) {
            Some(known) if known != value => return Err(twice(clock, known, value)),
            Some(_) => {}
            None => self.insert(clock, value.to_owned()),
        }
        Ok(())
    }

    fn insert(&mut self, clock: &Arc<Clock>, value: String) {
        let Some(overwritten) = self.heads.put(clock) else {
            return;
        };
        for clock in &overwritten {
            self.values.remove(clock);
        }
        self.values.insert(Arc::clone(clock), value);
    }

    /// The values by their clocks, in order.
    pub fn values(&self) -> &BTreeMap<Arc<Clock>, String> {
        &self.values
    }

    /// Those whose clock is `wanted`.
    #[must_use]
    pub(super) fn only(&self, wanted: impl Fn(&Clock) -> bool) -> Self {
        let mut some = Self::default();
        for (clock, value) in self.values.iter().filter(|(clock, _)| wanted(clock)) {
            some.insert(clock, value.clone());
        }
        some
    }
}
