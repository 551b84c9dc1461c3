//! Encodings, a file each: encode, decode, nothing else.

/// Base 32, RFC 4648 section 6.
pub mod base32;
/// Base 58, as Bitcoin writes it.
pub mod base58;
/// Base 64, RFC 4648 section 4, padded.
pub mod base64;
/// Bech32, BIP 173 and BIP 350.
pub mod bech32;
/// Bencode, the encoding of torrents.
pub mod bencode;
/// dag-cbor, the strict CBOR of IPLD.
pub mod dag_cbor;
/// dag-pb, the protobuf of links and data.
pub mod dag_pb;
/// Base 16, RFC 4648 section 8, in lower case.
pub mod hex;
/// The data model of IPLD, and dag-json.
pub mod ipld;
/// Strict objects in JSON.
pub mod json;
/// Text in one of many bases, told by its first letter.
pub mod multibase;
/// PEM, RFC 7468.
pub mod pem;
/// The strings of SSH, RFC 4251.
pub mod ssh;
/// Points in time, RFC 3339.
pub mod time;
/// Numbers of varying length.
pub mod varint;
