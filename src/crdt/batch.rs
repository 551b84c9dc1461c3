//! Some entries in the order of their input, each with how it differs from the one before.
//!
//! An id is taken as a row of five-byte words, the last one filled up with zeros. Its code names
//! the first word in which it differs from the id before: so two ids that both follow the same one
//! are mostly ordered by one comparison of numbers, whatever long beginning all ids share
//! (offset-value coding: Conner, IBM TDB 20(7), 1977; Do and Graefe, "Robust and efficient sorting
//! with offset-value coding", 2022).

use crate::crdt::count::Count;
use crate::crdt::oplog::Operation;

/// Entries a batch; past this many bytes of ids it is full too.
pub(crate) const BATCH: usize = 64;
const BATCH_BYTES: usize = 16 << 10;
/// Ids are filled up with zeros to a multiple of this, and as much again.
const FILL: usize = 8;
/// Bytes of an id in a code.
const WORD: usize = 5;
/// Bits of a word.
const WORD_BITS: u32 = 40;
/// Bits of a code below its place: a word, or a length, and whether the id goes on behind it.
const LOW_BITS: u32 = WORD_BITS + 1;
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
    filled: &'k [u8],
    len: usize,
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
        // How many zeros stand behind the id in that word; a last byte that is zero itself might
        // be one of them.
        let zeros = (place.saturating_add(1).saturating_mul(WORD)).wrapping_sub(self.len);
        let ends = zeros < WORD && (word >> (8 * (zeros % 8))) & 0xff != 0;
        PLACES.wrapping_sub(place as u64) << LOW_BITS | word << 1 | Code::from(!ends)
    }

    /// The code of `self` behind `base`, where so many bytes (a multiple of [`FILL`]) are known to
    /// be the same; as an error, where `base` comes behind `self`, its code.
    #[allow(clippy::inline_always, reason = "once for each entry, 3 % of a merge")]
    #[inline(always)]
    fn code_behind(self, base: Key<'_>, same: usize) -> Result<Code, Code> {
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

/// The place behind the one that a code speaks of, from which equal codes must be compared on.
#[inline]
pub(crate) fn behind(code: Code) -> usize {
    match code >> LOW_BITS {
        0 => PLACES as usize,
        place => (PLACES.wrapping_sub(place) as usize).saturating_add(1),
    }
}

/// How many bytes an id of `len` bytes takes with its zeros.
#[inline]
fn filled(len: usize) -> usize {
    len.next_multiple_of(FILL) + FILL
}

/// Some entries in the order of the input. All of one state where the order is not asked for.
#[derive(Debug, Default)]
pub struct Batch {
    keys: Vec<u8>,
    entries: Vec<Entry>,
    /// The id before the next one, where there is one yet: its place in `keys`.
    last: Option<(u32, u32)>,
    /// Operations that came instead of entries.
    pub operations: Vec<Operation<Count>>,
    /// Which state of the input they are of, from 1 on; with order asked for, the last one's.
    pub state: u64,
}

#[derive(Debug)]
struct Entry {
    code: Code,
    count: Count,
    start: u32,
    len: u32,
}

/// What came of an entry that must not come before the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pushed {
    Yes,
    /// It has the same id.
    Equal,
    /// It comes before.
    Smaller,
}

impl Batch {
    /// The entry at `index`: its replica's id and count.
    #[inline]
    pub fn get(&self, index: usize) -> Option<(&[u8], &Count)> {
        let entry = self.entries.get(index)?;
        let start = entry.start as usize;
        let key = self.keys.get(start..start + entry.len as usize)?;
        Some((key, &entry.count))
    }

    /// The id at `index`, to be compared.
    #[inline]
    pub(crate) fn key(&self, index: usize) -> Option<Key<'_>> {
        let entry = self.entries.get(index)?;
        self.key_at((entry.start, entry.len))
    }

    /// How the id at `index` differs from the one before.
    #[inline]
    pub(crate) fn code(&self, index: usize) -> Code {
        self.entries.get(index).map_or(NO_CODE, |entry| entry.code)
    }

    #[inline]
    fn key_at(&self, (start, len): (u32, u32)) -> Option<Key<'_>> {
        let (start, len) = (start as usize, len as usize);
        let filled = self.keys.get(start..start + filled(len))?;
        Some(Key { filled, len })
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All entries.
    pub fn iter(&self) -> impl Iterator<Item = (&[u8], &Count)> {
        (0..self.entries.len()).filter_map(|index| self.get(index))
    }

    #[inline]
    pub(crate) fn full(&self) -> bool {
        self.entries.len() >= BATCH || self.keys.len() >= BATCH_BYTES
    }

    /// Empties it; the last id stays for comparison.
    pub(crate) fn begin(&mut self) {
        self.entries.clear();
        self.operations.clear();
        match self.last {
            Some((start, len)) => {
                let (start, filled) = (start as usize, filled(len as usize));
                self.keys.copy_within(start..start + filled, 0);
                self.keys.truncate(filled);
                self.last = Some((0, len));
            }
            None => self.keys.clear(),
        }
    }

    /// Appends an id for the next entry.
    #[inline]
    pub(crate) fn put(&mut self, key: &[u8]) -> Put {
        let start = self.keys.len();
        self.keys.extend_from_slice(key);
        self.keys.resize(start + filled(key.len()), 0);
        Put {
            start: start as u32,
            len: key.len() as u32,
            same: 0,
        }
    }

    /// Appends the id that ends before the next `END`, if it is printable ASCII without a
    /// backslash: eight bytes at a time, each compared with four limits at once.
    #[inline]
    pub(crate) fn put_until<const END: u8>(&mut self, bytes: &[u8]) -> Option<Put> {
        const ONES: u64 = u64::MAX / 255;
        const HIGH: u64 = ONES << 7;
        let start = self.keys.len();
        // What is the same as in the id before needs no look.
        let same = self.same_as_last(bytes);
        let mut len = same;
        for part in bytes.get(same..)?.chunks_exact(FILL) {
            let word = u64::from_le_bytes(*part.first_chunk()?);
            let zero_in = |word: u64| word.wrapping_sub(ONES) & !word;
            let special = zero_in(word ^ (ONES * u64::from(END)))
                | zero_in(word ^ (ONES * u64::from(b'\\')))
                | (word.wrapping_sub(ONES * 0x20) & !word)
                | word;
            let special = special & HIGH;
            if special == 0 {
                self.keys.extend_from_slice(&word.to_le_bytes());
                len += FILL;
                continue;
            }
            // The lowest mark is exact; those above it may come of a borrow.
            let bits = special.trailing_zeros() & !7;
            if (word >> bits) as u8 != END {
                break;
            }
            let last = word & ((1u64 << bits) - 1);
            len += (bits / 8) as usize;
            self.keys.extend_from_slice(&u128::from(last).to_le_bytes());
            self.keys.truncate(start + filled(len));
            return Some(Put {
                start: start as u32,
                len: len as u32,
                same: same as u32,
            });
        }
        self.keys.truncate(start);
        None
    }

    /// Appends those bytes, eight at a time, that the last id begins with too; returns how many.
    #[inline]
    fn same_as_last(&mut self, bytes: &[u8]) -> usize {
        let (start, len) = self.last.unwrap_or_default();
        let (start, len) = (start as usize, len as usize);
        let mut same = 0;
        for part in bytes.as_chunks::<FILL>().0.iter().take(len / FILL) {
            if self.keys.get(start + same..start + same + FILL) != Some(part) {
                break;
            }
            self.keys.extend_from_slice(part);
            same += FILL;
        }
        same
    }

    /// Takes back the id that was appended last.
    pub(crate) fn take_back(&mut self, put: Put) {
        self.keys.truncate(put.start as usize);
    }

    /// Completes an entry, wherever its id stands in the order.
    #[inline]
    pub(crate) fn push(&mut self, put: Put, count: Count) {
        let Put { start, len, .. } = put;
        self.last = Some((start, len));
        self.entries.push(Entry {
            code: 0,
            count,
            start,
            len,
        });
    }

    /// Completes an entry whose id comes behind the last one, or is equal to it where that is
    /// `fine`; else takes it back.
    #[allow(clippy::inline_always, reason = "once for each entry, 3 % of a merge")]
    #[inline(always)]
    pub(crate) fn push_sorted(&mut self, put: Put, count: Count, fine: bool) -> Pushed {
        let Put { start, len, .. } = put;
        let nothing = Key {
            filled: &[],
            len: 0,
        };
        let base = self
            .last
            .and_then(|last| self.key_at(last))
            .unwrap_or(nothing);
        let code = match self
            .key_at((start, len))
            .map(|key| key.code_behind(base, put.same as usize))
        {
            Some(Ok(0)) if self.last.is_some() && !fine => Err(Pushed::Equal),
            Some(Ok(code)) => Ok(code),
            _ => Err(Pushed::Smaller),
        };
        match code {
            Ok(code) => {
                self.last = Some((start, len));
                self.entries.push(Entry {
                    code,
                    count,
                    start,
                    len,
                });
                Pushed::Yes
            }
            Err(not) => {
                self.take_back(put);
                not
            }
        }
    }
}

/// An id that was appended, to become an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Put {
    start: u32,
    len: u32,
    /// How many bytes it is known to begin with as the one before.
    same: u32,
}

impl Put {
    /// The length of the id in bytes.
    pub(crate) fn len(self) -> usize {
        self.len as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn codes_order_as_bytes_do(mut keys in proptest::collection::vec("[a\0]{0,18}", 3)) {
            keys.sort_unstable();
            let mut batch = Batch::default();
            for key in &keys {
                let put = batch.put(key.as_bytes());
                batch.push(put, Count::ZERO);
            }
            let [base, a, b] = [0, 1, 2].map(|i| batch.key(i).expect("a key"));
            let (to_a, to_b) = (a.code_behind(base, 0).expect("behind"), b.code_behind(base, 0).expect("behind"));
            prop_assert_eq!(to_a == 0, keys[0] == keys[1]);
            prop_assert!(to_a <= to_b);
            if to_a == to_b && to_a & 1 == 0 {
                prop_assert_eq!(&keys[1], &keys[2]);
            }
            if close(to_a, to_b) {
                let deeper = b.code(a, behind(to_a)).expect("behind");
                prop_assert_eq!(deeper, b.code_behind(a, 0).expect("behind"));
            } else {
                // The loser of a match keeps its code: it is the one behind the winner too.
                prop_assert_eq!(to_b, b.code_behind(a, 0).expect("behind"));
            }
        }
    }
}
