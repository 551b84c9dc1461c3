//! The miner over 4 lanes that any processor has: SSE2 on x86-64, and elsewhere arrays, which the
//! compiler makes vectors of.
#![allow(
    clippy::indexing_slicing,
    reason = "constant indices into fixed arrays"
)]
#![allow(clippy::many_single_char_names, reason = "the letters of FIPS 180-4")]
#![allow(
    clippy::large_types_passed_by_value,
    reason = "vectors stay in registers"
)]
