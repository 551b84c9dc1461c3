//! Logical clocks: real logs, a brute-force twin, every fault by hand, and the papers' own rules.
#![allow(clippy::unwrap_used, reason = "a test may fail by panic")]

mod clock {
    pub(crate) mod faults;
    pub(crate) mod logs;
    pub(crate) mod stamps;
    pub(crate) mod twin;
}
