//! Encodings, a file each: encode, decode, nothing else.

/// Bencode, the encoding of torrents.
pub mod bencode;
/// Base 16, RFC 4648 section 8, in lower case.
pub mod hex;
/// Numbers of varying length.
pub mod varint;
