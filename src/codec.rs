//! Encodings, a file each: encode, decode, nothing else.

/// Base 16, RFC 4648 section 8, in lower case.
pub mod hex;
/// Points in time, RFC 3339.
pub mod time;
/// Numbers of varying length.
pub mod varint;
