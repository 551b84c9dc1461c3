//! Who is told how the work goes. The library never prints: it tells a [`Watch`].

/// One step of a narration: what was done, why, with which values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What was done, one or two words: `leaf 0`.
    pub title: String,
    /// Why, one sentence without a full stop.
    pub why: String,
    /// Names and real values.
    pub values: Vec<(&'static str, String)>,
    /// A shell line of standard tools that prints the last value again.
    pub check: Option<String>,
}

impl Step {
    /// A step with its reason and no values yet.
    pub fn new(title: impl Into<String>, why: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            why: why.into(),
            values: Vec::new(),
            check: None,
        }
    }

    /// The same step with one more value.
    #[must_use]
    pub fn value(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// The same step with one more value that is secret: it is told only to who asks for secrets.
    #[must_use]
    pub fn secret(self, watch: &dyn Watch, name: &'static str, value: impl ToString) -> Self {
        if watch.tells_secrets() {
            return self.value(name, value);
        }
        self.value(name, "(secret, told with --explain=secrets)")
    }

    /// The same step with the shell line that prints its last value again.
    #[must_use]
    pub fn check(mut self, line: impl Into<String>) -> Self {
        self.check = Some(line.into());
        self
    }
}

/// Told of progress and steps, and asked whether to go on. Asked once a batch, never by a kernel.
pub trait Watch: Sync {
    /// Whether steps are wanted; where not, none is made.
    fn narrates(&self) -> bool {
        false
    }
    /// Whether steps may hold secret values; a step that has some asks before.
    fn tells_secrets(&self) -> bool {
        false
    }
    /// So many bytes (or items) more are done.
    fn advance(&self, _n: u64) {}
    /// A step of the narration.
    fn step(&self, _step: &Step) {}
    /// Whether the work should end now.
    fn stopped(&self) -> bool {
        false
    }
}

/// A watch that wants to hear nothing.
///
/// ```
/// use decent::watch::{Deaf, Watch};
/// assert!(!Deaf.narrates());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Deaf;

impl Watch for Deaf {}
