//! Trees against published vectors, against a naive twin, and proofs against every change of a bit.
#![allow(clippy::unwrap_used, reason = "a test may fail by panic")]
#![allow(
    clippy::single_range_in_vec_init,
    clippy::cast_sign_loss,
    clippy::format_collect,
    reason = "a proof of one range is a list of one, and speed is no matter here"
)]

mod merkle {
    pub(crate) mod proofs;
    pub(crate) mod twin;
    pub(crate) mod vectors;
}
