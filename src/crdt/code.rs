//! How an id differs from the one before it, as one number.
//!
//! An id is taken as a row of five-byte words, the last one filled up with zeros. Its code names
//! the first word in which it differs from the id before: so two ids that both follow the same one
//! are mostly ordered by one comparison of numbers, whatever long beginning all ids share
//! (offset-value coding: Conner, IBM TDB 20(7), 1977; Do and Graefe, "Robust and efficient sorting
//! with offset-value coding", 2022).

/// Ids are filled up with zeros to a multiple of this, and as much again.
pub(crate) const FILL: usize = 8;
/// Bytes of an id in a code.
pub(crate) const WORD: usize = 5;
/// Bits of a word.
const WORD_BITS: u32 = 40;
/// Bits of a code below its place: a word, or a length, and whether the id goes on behind it.
const LOW_BITS: u32 = WORD_BITS + 1;
/// Words of eight bytes of an id that goes the short way.
pub(crate) const WORDS: usize = 4;
/// Past the place of any word: no id has so many.
const PLACES: u64 = (1 << 23) - 1;

/// How an id differs from one before it: smaller codes come first. 0 where they are equal. The
/// lowest bit is unset where the word that is told ends the id: if two ids have such a code behind
/// the same one, they are equal, and nothing else has to be looked at.
pub(crate) type Code = u64;

/// Whether ids with these codes must be compared further, behind [`behind`] of them.
#[inline]
pub(crate) fn close(code: Code, other: Code) -> bool {
    (code | 1) == (other | 1)
}

/// The code of an input without a next id: behind all others, for no text has the byte 0xff.
pub(crate) const NO_CODE: Code = Code::MAX;

/// An id, filled up with zeros.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key<'k> {
    pub(crate) filled: &'k [u8],
    pub(crate) len: usize,
}

impl Key<'_> {
    /// The word at `place`; zeros past the end.
    #[inline]
    fn word(self, place: usize) -> u64 {
        let word = self.filled.get(place.saturating_mul(WORD)..);
        match word.and_then(|word| word.first_chunk()) {
            Some(word) => u64::from_be_bytes(*word) >> (64 - WORD_BITS),
            None => 0,
        }
    }

    /// How many bytes both begin with, their zeros counted in; some are known already.
    #[inline]
    fn same_bytes(self, other: Key<'_>, known: usize) -> usize {
        let words = self
            .filled
            .get(known..)
            .unwrap_or_default()
            .as_chunks::<FILL>()
            .0
            .iter();
        let others = other
            .filled
            .get(known..)
            .unwrap_or_default()
            .as_chunks::<FILL>()
            .0
            .iter();
        let mut same = known;
        for (own, other) in words.zip(others) {
            let differs = u64::from_le_bytes(*own) ^ u64::from_le_bytes(*other);
            if differs != 0 {
                return same + differs.trailing_zeros() as usize / 8;
            }
            same += FILL;
        }
        same
    }

    /// The code of an id that comes behind another by its word at `place`.
    #[inline]
    fn code_at(self, place: usize, word: u64) -> Code {
        code_at(self.len, place, word)
    }

    /// The code of `self` behind `base`, where so many bytes (a multiple of [`FILL`]) are known to
    /// be the same; as an error, where `base` comes behind `self`, its code.
    #[allow(clippy::inline_always, reason = "once for each entry, 3 % of a merge")]
    #[inline(always)]
    pub(crate) fn code_behind(self, base: Key<'_>, same: usize) -> Result<Code, Code> {
        let place = self.same_bytes(base, same) / WORD;
        let (own, other) = (self.word(place), base.word(place));
        match own.cmp(&other) {
            std::cmp::Ordering::Greater => Ok(self.code_at(place, own)),
            std::cmp::Ordering::Less => Err(base.code_at(place, other)),
            std::cmp::Ordering::Equal => self.code(base, place),
        }
    }

    /// The same, where the words before `from` are known to be equal.
    pub(crate) fn code(self, base: Key<'_>, from: usize) -> Result<Code, Code> {
        let end = self.len.max(base.len).div_ceil(WORD);
        for place in from..end {
            let (own, other) = (self.word(place), base.word(place));
            if own != other {
                return if own > other {
                    Ok(self.code_at(place, own))
                } else {
                    Err(base.code_at(place, other))
                };
            }
        }
        // Only zeros at their ends tell them apart: the length comes behind all words.
        match self.len.cmp(&base.len) {
            std::cmp::Ordering::Equal => Ok(0),
            std::cmp::Ordering::Greater => Ok((self.len as Code + 1) << 1),
            std::cmp::Ordering::Less => Err((base.len as Code + 1) << 1),
        }
    }
}

/// The code of an id of so many bytes that comes behind another by its word at `place`.
#[inline]
pub(crate) fn code_at(len: usize, place: usize, word: u64) -> Code {
    // How many zeros stand behind the id in that word; a last byte that is zero itself might be one
    // of them.
    let zeros = (place.saturating_add(1).saturating_mul(WORD)).wrapping_sub(len);
    let ends = zeros < WORD && (word >> (8 * (zeros % 8))) & 0xff != 0;
    PLACES.wrapping_sub(place as u64) << LOW_BITS | word << 1 | Code::from(!ends)
}

/// Where in a word of eight bytes something stands that can't be in a plain id, or its end: its
/// lowest mark is exact, those above it may come of a borrow.
#[inline]
pub(crate) fn marks<const END: u8>(word: u64) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    let zero_in = |word: u64| word.wrapping_sub(ONES) & !word;
    let special = zero_in(word ^ (ONES * u64::from(END)))
        | zero_in(word ^ (ONES * u64::from(b'\\')))
        | (word.wrapping_sub(ONES * 0x20) & !word)
        | word;
    special & (ONES << 7)
}

/// The place behind the one that a code speaks of, from which equal codes must be compared on.
#[inline]
pub(crate) fn behind(code: Code) -> usize {
    match code >> LOW_BITS {
        0 => PLACES as usize,
        place => (PLACES.wrapping_sub(place) as usize).saturating_add(1),
    }
}

#[inline]
pub(crate) fn nth(words: &[u64; WORDS + 1], at: usize) -> u64 {
    words.get(at).copied().unwrap_or_default()
}

/// The five bytes at `place` of an id in words.
#[inline]
pub(crate) fn word_at(words: &[u64; WORDS + 1], place: usize) -> u64 {
    let (at, shift) = (place * WORD / 8, place * WORD % 8 * 8);
    let pair = words.get(at..).and_then(|words| words.first_chunk::<2>());
    let [low, high] = pair.copied().unwrap_or_default();
    let five = (u128::from(low) | u128::from(high) << 64) >> shift;
    (five as u64).swap_bytes() >> (64 - WORD_BITS)
}

/// How many bytes an id of `len` bytes takes with its zeros.
#[inline]
pub(crate) fn filled(len: usize) -> usize {
    len.next_multiple_of(FILL) + FILL
}
