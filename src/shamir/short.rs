//! Shares a t-th as long as the secret (Krawczyk, "Secret sharing made short", CRYPTO '93): the
//! secret is encrypted under a random key, the result cut into pieces by a Reed-Solomon code of
//! which any t give it back, and only the key is shared as Shamir does.
//!
//! Body of a share: its piece; 72 bytes of the shared (key, mark, length of the secret); the BLAKE3
//! of every piece, n times 32 bytes; n. The mark is a keyed BLAKE3 of the length, t and the list of
//! hashes, so that with the right key the right list is known, and by it every wrong piece.

use std::ops::Range;

use aes::Aes256;
use ctr::cipher::{KeyIvInit, StreamCipher};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::correct::{self, Sketcher};
use super::gf::Field;
use super::join::{Part, Refused, blocks, stop, subsets};
use super::kernel::{Kernel, Mixer};
use super::share::{Kind, damaged};
use super::sort::{Sorted, sort_out, too_few};
use super::split::{BLOCK, KEY};
use crate::coins::Coins;
use crate::error::{Error, Result, slug};
use crate::watch::Watch;

mod deal;

pub use deal::split;

/// Bytes shared as Shamir does: key, mark, length.
pub(super) const SHARED: usize = 2 * KEY + 8;
const HASH: usize = 32;
/// The field of the code; any would do.
const FIELD: Field = Field::Aes;
/// Sets of shares whose keys are tried.
const SUBSETS: usize = 500;

type Hash = [u8; HASH];

/// What the key is for, each under its own derived key (BLAKE3's `derive_key`).
const ENCRYPTION: &str = "decent 2026 shamir short: encryption";
const MARK: &str = "decent 2026 shamir short: mark of the pieces";

fn cipher(key: &[u8; KEY]) -> ctr::Ctr128BE<Aes256> {
    let derived = Zeroizing::new(blake3::derive_key(ENCRYPTION, key));
    ctr::Ctr128BE::new(&(*derived).into(), &[0; 16].into())
}

fn mark(key: &[u8; KEY], len: u64, t: u8, hashes: &[Hash]) -> Hash {
    let derived = Zeroizing::new(blake3::derive_key(MARK, key));
    let mut hasher = blake3::Hasher::new_keyed(&derived);
    hasher.update(&len.to_le_bytes()).update(&[t]);
    for hash in hashes {
        hasher.update(hash);
    }
    *hasher.finalize().as_bytes()
}

/// A short share, taken apart.
pub(super) struct Piece {
    /// Bytes of the piece.
    pub(super) len: u64,
    pub(super) shared: Zeroizing<Vec<u8>>,
    hashes: Vec<Hash>,
}

impl Piece {
    pub(super) fn of(part: &Part<'_>) -> Result<Self> {
        let end = part.len();
        let last = end.checked_sub(1).ok_or_else(damaged)?;
        let window = part.window(&(last..end))?;
        let n = window.first().copied().unwrap_or(0);
        let tail = (SHARED + usize::from(n) * HASH + 1) as u64;
        let len = end
            .checked_sub(tail)
            .filter(|_| part.header.x <= n)
            .ok_or_else(damaged)?;
        let tail = part.window(&(len..last))?;
        let (shared, list) = tail.split_at_checked(SHARED).ok_or_else(damaged)?;
        let (hashes, _) = list.as_chunks::<HASH>();
        part.check()?;
        Ok(Self {
            len,
            shared: Zeroizing::new(shared.to_vec()),
            hashes: hashes.to_vec(),
        })
    }
}

/// Pieces that give the secret.
pub struct Plan<'a> {
    parts: &'a [Part<'a>],
    chosen: Vec<usize>,
    kernel: Kernel,
    key: Zeroizing<[u8; KEY]>,
    hashes: Vec<Hash>,
    piece_len: u64,
    len: u64,
    /// Shares that are wrong, or too many, and why.
    pub blamed: Vec<(usize, Error)>,
}

/// Finds the key, by it the list of hashes, by that the pieces that are good.
pub fn plan<'a>(
    parts: &'a [Part<'a>],
    kernel: Kernel,
    coins: &mut Coins,
    watch: &dyn Watch,
) -> std::result::Result<Plan<'a>, Refused> {
    let Sorted { kept, mut blamed } = sort_out(parts, watch)?;
    let kind = kept
        .first()
        .and_then(|i| parts.get(*i))
        .map(|part| part.header.kind);
    if let Some(kind) = kind.filter(|kind| *kind != Kind::Short) {
        let found = format!("more {} ones", kind.name());
        return Err(Error::new(slug::SHARES_MIXED, "short shares, as the first", found).into());
    }
    let (mut pieces, mut good) = (Vec::new(), Vec::new());
    for i in kept {
        match parts.get(i).map(Piece::of) {
            Some(Ok(piece)) => {
                pieces.push(piece);
                good.push(i);
            }
            Some(Err(error)) => blamed.push((i, error)),
            None => {}
        }
    }
    let of_good = |i: &usize| parts.get(*i);
    let Some(t) = good
        .first()
        .and_then(of_good)
        .map(|part| part.header.threshold)
    else {
        return Err(too_few(0, None, blamed));
    };
    if good.len() < usize::from(t) {
        return Err(too_few(good.len(), Some(t), blamed));
    }
    let xs = good.iter().filter_map(of_good).map(|part| part.header.x);
    let xs: Vec<u8> = xs.collect();
    let Some(opened) = open_key(kernel, t, &xs, &pieces, coins)? else {
        for i in &good {
            if !of_good(i).map_or(Ok(false), |part| part.is_whole(watch))? {
                blamed.push((*i, damaged()));
            }
        }
        let found = "a key that fits no list of pieces: at least one of them is wrong";
        return Err(Refused {
            error: Error::new(slug::SHARES_UNFIT, "shares that fit each other", found),
            blamed,
        });
    };
    let mut plan = Plan {
        parts,
        chosen: Vec::new(),
        kernel,
        key: opened.key,
        hashes: opened.hashes,
        piece_len: opened.len.div_ceil(t.into()),
        len: opened.len,
        blamed,
    };
    plan.choose(&good, &pieces, watch)?;
    if plan.chosen.len() < usize::from(t) {
        return Err(too_few(plan.chosen.len(), Some(t), plan.blamed));
    }
    plan.chosen.truncate(t.into());
    Ok(plan)
}

/// What the shared bytes hold.
struct Opened {
    key: Zeroizing<[u8; KEY]>,
    len: u64,
    hashes: Vec<Hash>,
}

/// Rebuilds the key from shares of which some may be wrong: a list of hashes that its mark fits says
/// when it is the right one.
fn open_key(
    kernel: Kernel,
    t: u8,
    xs: &[u8],
    pieces: &[Piece],
    coins: &mut Coins,
) -> Result<Option<Opened>> {
    let count = usize::from(t);
    let first: Vec<usize> = (0..count).collect();
    if let Some(opened) = try_key(t, xs, pieces, &first)? {
        return Ok(Some(opened));
    }
    let mut sketcher = Sketcher::new(kernel, FIELD, xs.len(), coins);
    for (i, piece) in pieces.iter().enumerate() {
        sketcher.add(i, &piece.shared);
    }
    let wrong = correct::wrong(kernel, FIELD, count, xs, &sketcher.sketches(), coins)?;
    if let Some(wrong) = wrong {
        let good: Vec<usize> = (0..xs.len())
            .filter(|i| !wrong.contains(i))
            .take(count)
            .collect();
        if let Some(opened) = try_key(t, xs, pieces, &good)? {
            return Ok(Some(opened));
        }
    }
    for set in subsets(xs.len(), count, SUBSETS) {
        if let Some(opened) = try_key(t, xs, pieces, &set)? {
            return Ok(Some(opened));
        }
    }
    Ok(None)
}

fn try_key(t: u8, xs: &[u8], pieces: &[Piece], set: &[usize]) -> Result<Option<Opened>> {
    let some_xs: Vec<u8> = set.iter().filter_map(|i| xs.get(*i).copied()).collect();
    let weights = FIELD.weights(&some_xs, 0)?;
    let mut shared = Zeroizing::new([0; SHARED]);
    for (i, weight) in set.iter().zip(weights) {
        let value = pieces.get(*i).map_or(&[][..], |piece| &piece.shared);
        for (to, byte) in shared.iter_mut().zip(value) {
            *to ^= FIELD.mul(*byte, weight);
        }
    }
    let (Some((key, rest)), Some(len)) = (shared.split_first_chunk::<KEY>(), shared.last_chunk())
    else {
        return Ok(None);
    };
    let len = u64::from_le_bytes(*len);
    let fits = |piece: &&Piece| {
        let wanted = mark(key, len, t, &piece.hashes);
        bool::from(wanted.ct_eq(rest.get(..KEY).unwrap_or_default()))
    };
    Ok(pieces.iter().find(fits).map(|piece| Opened {
        key: Zeroizing::new(*key),
        len,
        hashes: piece.hashes.clone(),
    }))
}

impl Plan<'_> {
    /// Bytes of the secret.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether the secret has no byte.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Chooses the shares whose pieces are those that were dealt.
    fn choose(&mut self, good: &[usize], pieces: &[Piece], watch: &dyn Watch) -> Result<()> {
        for (i, piece) in good.iter().zip(pieces) {
            if piece.len == self.piece_len && self.piece_fits(*i, watch)? {
                self.chosen.push(*i);
            } else {
                let found = "its piece is not the one that was dealt";
                self.blamed
                    .push((*i, Error::new(slug::SHARE_DAMAGED, "", found)));
            }
        }
        Ok(())
    }

    /// Whether a piece is the one that was dealt.
    fn piece_fits(&self, i: usize, watch: &dyn Watch) -> Result<bool> {
        let Some(part) = self.parts.get(i) else {
            return Ok(false);
        };
        let mut hasher = blake3::Hasher::new();
        let mut buffer = vec![0; BLOCK];
        for range in blocks(0..self.piece_len) {
            let block = buffer.get_mut(..(range.end - range.start) as usize);
            let block = block.unwrap_or_default();
            hasher.update(part.look(range.start, block)?);
            stop(watch)?;
        }
        part.check()?;
        Ok(self.hash_of(part) == Some(hasher.finalize().as_bytes()))
    }

    fn hash_of(&self, part: &Part<'_>) -> Option<&Hash> {
        self.hashes.get(usize::from(part.header.x).checked_sub(1)?)
    }

    /// Gives out the secret, from its first byte to its last; the pieces are hashed once more.
    pub fn write(&self, watch: &dyn Watch, put: &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<()> {
        let chosen: Vec<&Part<'_>> = self
            .chosen
            .iter()
            .filter_map(|i| self.parts.get(*i))
            .collect();
        let t = chosen.len().max(1);
        let xs: Vec<u8> = chosen.iter().map(|part| part.header.x).collect();
        let mixer = Mixer::new(self.kernel, FIELD, &inverse(FIELD, &xs)?);
        let mut stream = cipher(&self.key);
        let mut hashers = vec![blake3::Hasher::new(); t];
        let mut read = vec![0; t * BLOCK];
        let mut out = Zeroizing::new(vec![0; t * BLOCK]);
        let mut left = self.len;
        for range in blocks(0..self.piece_len) {
            let width = (range.end - range.start) as usize;
            let room = read.chunks_exact_mut(width.max(1));
            let inputs = chosen.iter().zip(room);
            let inputs = inputs.map(|(part, block)| part.look(range.start, block));
            let inputs = inputs.collect::<Result<Vec<_>>>()?;
            for (hasher, block) in hashers.iter_mut().zip(&inputs) {
                hasher.update(block);
            }
            let stripe = out.get_mut(..t * width).unwrap_or_default();
            mixer.mix(
                &inputs,
                &mut stripe.chunks_exact_mut(width).collect::<Vec<_>>(),
            );
            stream.apply_keystream(stripe);
            let some = (stripe.len() as u64).min(left);
            put(stripe.get(..some as usize).unwrap_or_default())?;
            left -= some;
            watch.advance(some);
            stop(watch)?;
        }
        for (part, hasher) in chosen.iter().zip(hashers) {
            part.check()?;
            if self.hash_of(part) != Some(hasher.finalize().as_bytes()) {
                let found = "others, the second time";
                return Err(Error::new(
                    slug::SHARES_UNFIT,
                    "pieces that stay as they are",
                    found,
                ));
            }
        }
        Ok(())
    }
}

/// The inverse of the matrix whose rows are the powers of `xs`: row `j` gives coefficient `j` of the
/// polynomial with given values.
fn inverse(field: Field, xs: &[u8]) -> Result<Vec<Vec<u8>>> {
    let mut rows = vec![vec![0; xs.len()]; xs.len()];
    for (i, xi) in xs.iter().enumerate() {
        // The product of all (x - other) / (xi - other), coefficient by coefficient.
        let mut product = vec![1];
        let mut scale = 1;
        for other in xs.iter().filter(|other| *other != xi) {
            let shifted = std::iter::once(0).chain(product.iter().copied());
            let times = product.iter().map(|c| field.mul(*c, *other)).chain([0]);
            product = shifted.zip(times).map(|(a, b)| a ^ b).collect();
            scale = field.mul(scale, xi ^ other);
        }
        if product.len() != xs.len() {
            return Err(Error::new(
                slug::SHARE_TWICE,
                "distinct numbers",
                format!("{xi} twice"),
            ));
        }
        let scale = field.inverse(scale);
        for (row, coefficient) in rows.iter_mut().zip(product) {
            if let Some(place) = row.get_mut(i) {
                *place = field.mul(coefficient, scale);
            }
        }
    }
    Ok(rows)
}

/// Where the shared bytes of a short share stand in its body.
pub(super) fn shared_range(part: &Part<'_>) -> Result<Range<u64>> {
    let piece = Piece::of(part)?;
    Ok(piece.len..piece.len + SHARED as u64)
}

#[cfg(test)]
mod tests;
