//! Trees against published vectors, against a naive twin, and proofs against every change of a bit.

mod merkle {
    pub(crate) mod proofs;
    pub(crate) mod twin;
    pub(crate) mod vectors;
}
