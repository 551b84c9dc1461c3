//! Some entries in the order of their input, each with how it differs from the one before.

use crate::crdt::code::{
    Code, FILL, Key, NO_CODE, WORD, WORDS, code_at, filled, marks, nth, word_at,
};
use crate::crdt::count::Count;
use crate::crdt::halves::Change;
use crate::crdt::oplog::Operation;
use crate::crdt::plain::short_count;

/// Entries a batch; past this many bytes of ids it is full too.
pub(crate) const BATCH: usize = 64;
const BATCH_BYTES: usize = 16 << 10;
/// Bytes that ids have room for; a longer one makes its own.
const ROOM: usize = 2 * BATCH_BYTES;
/// Bytes that are looked at there.
const PLAIN: usize = 8 * WORDS + 1;

/// Some entries in the order of the input. All of one state where the order is not asked for.
#[derive(Debug, Default)]
pub struct Batch {
    /// Ids filled up with zeros, up to `end`; what is behind it is room.
    keys: Vec<u8>,
    end: usize,
    /// As many as there are, and room for more.
    entries: Vec<Entry>,
    count: usize,
    /// The id before the next one, where there is one yet: its place in `keys`.
    last: Option<(u32, u32)>,
    /// The same as words, where it is no longer than they are.
    last_words: [u64; WORDS + 1],
    /// How many of these words are full, beyond them where it is longer.
    last_known: usize,
    /// Operations that came instead of entries.
    pub operations: Vec<Operation<Change>>,
    /// Which state of the input they are of, from 1 on; with order asked for, the last one's.
    pub state: u64,
}

#[derive(Clone, Debug, Default)]
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
        let entry = self.entry(index)?;
        let start = entry.start as usize;
        let key = self.keys.get(start..start + entry.len as usize)?;
        Some((key, &entry.count))
    }

    /// The id at `index`, to be compared.
    #[inline]
    pub(crate) fn key(&self, index: usize) -> Option<Key<'_>> {
        let entry = self.entry(index)?;
        self.key_at((entry.start, entry.len))
    }

    /// How the id at `index` differs from the one before.
    #[inline]
    pub(crate) fn code(&self, index: usize) -> Code {
        self.entry(index).map_or(NO_CODE, |entry| entry.code)
    }

    #[inline]
    fn key_at(&self, (start, len): (u32, u32)) -> Option<Key<'_>> {
        let (start, len) = (start as usize, len as usize);
        let filled = self.keys.get(start..start + filled(len))?;
        Some(Key { filled, len })
    }

    #[inline]
    fn entry(&self, index: usize) -> Option<&Entry> {
        self.entries.get(index).filter(|_| index < self.count)
    }

    #[allow(clippy::inline_always, reason = "once for each entry, 4 % of a merge")]
    #[inline(always)]
    fn add(&mut self, code: Code, count: Count, (start, len): (u32, u32)) {
        let entry = Entry {
            code,
            count,
            start,
            len,
        };
        match self.entries.get_mut(self.count) {
            Some(place) => *place = entry,
            None => self.entries.push(entry),
        }
        self.count += 1;
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All entries.
    pub fn iter(&self) -> impl Iterator<Item = (&[u8], &Count)> {
        (0..self.count).filter_map(|index| self.get(index))
    }

    #[inline]
    pub(crate) fn full(&self) -> bool {
        self.count >= BATCH || self.end >= BATCH_BYTES
    }

    /// Empties it; the last id stays for comparison.
    pub(crate) fn begin(&mut self) {
        self.count = 0;
        self.entries.resize(BATCH, Entry::default());
        self.operations.clear();
        match self.last {
            Some((start, len)) => {
                let (start, filled) = (start as usize, filled(len as usize));
                self.keys.copy_within(start..start + filled, 0);
                self.end = filled;
                self.last = Some((0, len));
            }
            None => self.end = 0,
        }
        self.make_room(ROOM);
    }

    /// Appends an id for the next entry.
    #[inline]
    pub(crate) fn put(&mut self, key: &[u8]) -> Put {
        let start = self.end;
        self.make_room(filled(key.len()));
        self.end += filled(key.len());
        if let Some((place, zeros)) = self
            .keys
            .get_mut(start..self.end)
            .and_then(|room| room.split_at_mut_checked(key.len()))
        {
            place.copy_from_slice(key);
            zeros.fill(0);
        }
        Put {
            start: start as u32,
            len: key.len() as u32,
            same: 0,
        }
    }

    /// Makes room for so many bytes behind the ids.
    #[inline]
    fn make_room(&mut self, bytes: usize) {
        let wanted = self.end.saturating_add(bytes);
        if self.keys.len() < wanted {
            self.keys.resize(wanted, 0);
        }
    }

    /// Appends the id that ends before the next `END`, if it is printable ASCII without a
    /// backslash, and there is room for it: eight bytes at a time, each compared with four limits
    /// at once. What is the same as in the id before needs no look.
    #[allow(clippy::inline_always, reason = "once for each entry, 3 % of a merge")]
    #[inline(always)]
    pub(crate) fn put_until<const END: u8>(&mut self, bytes: &[u8]) -> Option<Put> {
        let (last, last_len) = self.last.unwrap_or_default();
        let (before, room) = self.keys.split_at_mut_checked(self.end)?;
        let mut before = before.get(last as usize..)?.as_chunks::<FILL>().0.iter();
        let mut known = (last_len as usize / FILL) * FILL;
        let (mut len, mut same) = (0, 0);
        for part in bytes.as_chunks::<FILL>().0 {
            let place = room.get_mut(len..)?.first_chunk_mut::<16>()?;
            let word = u64::from_le_bytes(*part);
            if len < known {
                if before.next() == Some(part) {
                    place[..8].copy_from_slice(part);
                    len += FILL;
                    same = len;
                    continue;
                }
                known = 0;
            }
            let special = marks::<END>(word);
            if special == 0 {
                place[..8].copy_from_slice(part);
                len += FILL;
                continue;
            }
            let bits = special.trailing_zeros() & !7;
            if (word >> bits) as u8 != END {
                return None;
            }
            let last = word & ((1u64 << bits) - 1);
            *place = u128::from(last).to_le_bytes();
            len += (bits / 8) as usize;
            let start = self.end as u32;
            self.end += filled(len);
            return Some(Put {
                start,
                len: len as u32,
                same: same as u32,
            });
        }
        None
    }

    /// Completes an entry whose id is short and stands behind the last one, with a count that is
    /// short too, as compact writers put it down: `"id":1,` before a quote, or `id`, a tab, `1` and
    /// the end of the line. How many bytes it takes; none where it is anything else.
    #[allow(clippy::inline_always, reason = "once for each entry, 20 % of a merge")]
    #[inline(always)]
    pub(crate) fn push_plain<const END: u8>(&mut self, rest: &[u8]) -> Option<usize> {
        let quote = usize::from(END == b'"');
        let text = rest.first_chunk::<PLAIN>()?;
        if quote == 1 && text[0] != END {
            return None;
        }
        let mut words = [0u64; WORDS + 1];
        for (word, eight) in words.iter_mut().zip(text.get(quote..)?.as_chunks::<8>().0) {
            *word = u64::from_le_bytes(*eight);
        }
        // What is the same as in the id before needs no look.
        let mut first = 0;
        while first < self.last_known && nth(&words, first) == nth(&self.last_words, first) {
            first += 1;
        }
        let mut at = first;
        let bits = loop {
            if at >= WORDS {
                return None;
            }
            let marks = marks::<END>(nth(&words, at));
            if marks != 0 {
                break marks.trailing_zeros() & !7;
            }
            at += 1;
        };
        if (nth(&words, at) >> bits) as u8 != END {
            return None;
        }
        for (i, word) in words.iter_mut().enumerate() {
            let kept = if i == at { (1 << bits) - 1 } else { u64::MAX };
            *word &= if i > at { 0 } else { kept };
        }
        let len = 8 * at + bits as usize / 8;
        let (own, last) = (nth(&words, first), nth(&self.last_words, first));
        if own.swap_bytes() <= last.swap_bytes() || self.last_known > WORDS {
            return None;
        }
        let (count, behind) = short_count::<END>(rest.get(quote + len + 1..)?)?;
        let start = self.end;
        let room = self.keys.get_mut(start..)?.as_chunks_mut::<8>().0;
        for (room, word) in room
            .first_chunk_mut::<{ WORDS + 1 }>()?
            .iter_mut()
            .zip(words)
        {
            *room = word.to_le_bytes();
        }
        self.end = start + filled(len);
        (self.last_words, self.last_known) = (words, len / 8);
        self.last = Some((start as u32, len as u32));
        let place = (8 * first + (own ^ last).trailing_zeros() as usize / 8) / WORD;
        let code = code_at(len, place, word_at(&words, place));
        self.add(code, count.into(), (start as u32, len as u32));
        Some(quote + len + 1 + behind)
    }

    /// Takes back the id that was appended last.
    pub(crate) fn take_back(&mut self, put: Put) {
        self.end = put.start as usize;
    }

    /// Keeps the id that stands there as the last one.
    fn note_last(&mut self, start: u32, len: u32) {
        self.last = Some((start, len));
        let key = self.keys.get(start as usize..self.end).unwrap_or_default();
        let words = key.as_chunks::<8>().0.iter();
        self.last_words = [0; WORDS + 1];
        self.last_known = len as usize / 8;
        for (own, word) in self.last_words.iter_mut().zip(words) {
            *own = u64::from_le_bytes(*word);
        }
    }

    /// Completes an entry, wherever its id stands in the order.
    #[inline]
    pub(crate) fn push(&mut self, put: Put, count: Count) {
        let Put { start, len, .. } = put;
        self.note_last(start, len);
        self.add(0, count, (start, len));
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
                self.note_last(start, len);
                self.add(code, count, (start, len));
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
mod tests;
