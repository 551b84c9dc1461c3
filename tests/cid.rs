//! Content IDs that others have published.
#![allow(clippy::unwrap_used, reason = "a test may fail by panic")]

mod cid {
    pub(crate) mod archives;
    pub(crate) mod chacha;
    pub(crate) mod vectors;
}
