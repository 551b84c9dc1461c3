//! All that is asked of the crate `threshold_crypto` 0.4 (2020; audited, not in constant time): the
//! hashes of its encryption, which no other crate has, and the last step of opening. It brings old
//! crates: `failure` 0.1 (RUSTSEC-2019-0036, -2020-0036: unmaintained, a cast that needs a type of one's
//! own), `rand` 0.7 (RUSTSEC-2026-0097, with a logger of one's own): none of them is reached from here.
//!
//! What it does not keep its callers from, and this module does: it takes duplicate and swapped shares
//! for good and gives a wrong result as `Ok`; its threshold is one less than ours; its index is the
//! member's number less 1. So parts come in here by their members, distinct, as many as are needed,
//! and checked by blst before. It works in varying time: of secrets only the point that masks one file's
//! key comes in, never a share.

use serde::Deserialize;
use serde::de::value::{Error as Unread, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer};
use serde_json::{Value, json};
use threshold_crypto::poly::Commitment;
use threshold_crypto::{Ciphertext, DecryptionShare, PublicKeySet, SecretKey};
use zeroize::Zeroizing;

use super::wrapped::{BYTES, Parts, wrong};
use crate::error::Result;
use crate::secret::SecretBytes;

/// A value of the crate from the form in which it serializes: bytes of points are tuples of numbers.
/// For what is no secret: the form stays behind in memory.
fn made<T: DeserializeOwned>(value: Value) -> Result<T> {
    serde_json::from_value(value).map_err(|_| wrong("points of their groups", "others"))
}

/// The same of what others need not see: it goes from our bytes into the crate's, with no copy between.
fn read<'de, T: Deserialize<'de>>(from: impl Deserializer<'de, Error = Unread>) -> Result<T> {
    T::deserialize(from).map_err(|_| wrong("points of their groups", "others"))
}

/// The bytes of a point, one number each.
type Bytes<'a> = SeqDeserializer<std::iter::Copied<std::slice::Iter<'a, u8>>, Unread>;

fn bytes(point: &[u8]) -> Bytes<'_> {
    SeqDeserializer::new(point.iter().copied())
}

/// Commitments of points.
fn commitment(points: &[&[u8]]) -> Result<Commitment> {
    let points = points.iter().map(|point| bytes(point));
    let field = [("coeff", SeqDeserializer::new(points))];
    read(MapDeserializer::new(field.into_iter()))
}

/// A part of a point: a type around it, which is a tuple of one.
fn share(point: &[u8]) -> Result<DecryptionShare> {
    read(SeqDeserializer::new([bytes(point)].into_iter()))
}

/// The point of G2 (compressed) to which the crate hashes a point of G1 and bytes, at most 64:
/// SHA3-256 of both, by which `ChaCha` draws a point.
pub(super) fn hash_point(u: &[u8], v: &[u8]) -> Result<[u8; 96]> {
    // Under the key 1 a signature is the point itself.
    let one: SecretKey = made(json!([1, 0, 0, 0]))?;
    Ok(one.sign([v, u].concat()).to_bytes())
}

/// Bytes xored with those that the crate draws by a point of G1: of `shared`, the group's key times
/// the sender's number, which t members find together.
pub(super) fn masked(shared: &[u8], bytes: &[u8; BYTES]) -> Result<SecretBytes<BYTES>> {
    // A group of one, whose only part is the whole.
    let commitment = commitment(&[shared])?;
    opened(
        &PublicKeySet::from(commitment),
        &[(1, share(shared)?)],
        bytes,
    )
}

/// What parts of distinct members open; `parts` are as many as are needed, each with its member.
pub(super) fn open(
    commitments: &[Vec<u8>],
    parts: &[(u16, Vec<u8>)],
    wrapped: &Parts,
) -> Result<SecretBytes<BYTES>> {
    let points: Vec<&[u8]> = commitments.iter().map(Vec::as_slice).collect();
    let commitment = commitment(&points)?;
    let parts = parts
        .iter()
        .map(|(member, part)| Ok((*member, share(part)?)));
    let parts: Vec<(u16, DecryptionShare)> = parts.collect::<Result<_>>()?;
    opened(&PublicKeySet::from(commitment), &parts, &wrapped.v)
}

fn opened(
    keys: &PublicKeySet,
    parts: &[(u16, DecryptionShare)],
    v: &[u8; BYTES],
) -> Result<SecretBytes<BYTES>> {
    let mut seen: Vec<u16> = parts.iter().map(|(member, _)| *member).collect();
    seen.sort_unstable();
    seen.dedup();
    if seen.len() != parts.len() || parts.len() != keys.threshold() + 1 || seen.first() == Some(&0)
    {
        return Err(wrong(
            "parts of distinct members, as many as needed",
            "others",
        ));
    }
    // Only the bytes of a ciphertext are read on the way.
    let anything = (BLANK_G1.to_vec(), v.to_vec(), BLANK_G2.to_vec());
    let ciphertext: Ciphertext = made(json!(anything))?;
    let shares = parts
        .iter()
        .map(|(member, part)| (u64::from(*member) - 1, part));
    let bytes = keys.decrypt(shares, &ciphertext).map(Zeroizing::new);
    let bytes = bytes.map_err(|_| wrong("parts that open", "others"))?;
    let array = bytes.first_chunk::<BYTES>().copied();
    array
        .map(Zeroizing::new)
        .ok_or_else(|| wrong("32 bytes", "fewer"))
}

/// Infinity, compressed.
const BLANK_G1: [u8; 48] = blank();
const BLANK_G2: [u8; 96] = blank();

const fn blank<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    bytes[0] = 0xc0;
    bytes
}
