//! Real headers and blocks, and the published numbers of chains and their finality.
#![allow(clippy::unwrap_used, reason = "a test may fail by panic")]

mod block {
    pub(crate) mod headers;
    pub(crate) mod odds;
    pub(crate) mod proofs;
}
