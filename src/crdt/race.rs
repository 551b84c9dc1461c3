//! Many sorted inputs, their entries taken in one order: by codes, which tell how ids differ.

use crate::crdt::batch::Batch;
use crate::crdt::code::{Code, Key, NO_CODE, behind, close};
use crate::crdt::count::Count;
use crate::crdt::entries::{Filled, Reader};
use crate::crdt::halves::Halves;
use crate::crdt::merge::{Failed, Result};
use crate::source::Source;

/// One sorted input on its way.
pub(crate) struct Cursor<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) batch: Batch,
    at: usize,
    pub(crate) filled: Filled,
    /// The input's place among those that the caller knows.
    pub(crate) input: Option<usize>,
    /// The one state whose part this run is: an id in two runs of one state is there twice.
    pub(crate) part_of: Option<(usize, u64)>,
}

impl<'a> Cursor<'a> {
    /// Begins at the start of `source`.
    pub(crate) fn new(
        source: &'a Source<'a>,
        halves: Halves,
        chunk: usize,
        input: Option<usize>,
    ) -> Result<Self> {
        let mut cursor = Self {
            reader: Reader::new(source, halves, chunk, true),
            batch: Batch::default(),
            at: 0,
            filled: Filled::End,
            input,
            part_of: None,
        };
        cursor.load()?;
        Ok(cursor)
    }

    /// The next entry.
    #[inline]
    pub(crate) fn entry(&self) -> Option<(&[u8], &Count)> {
        self.batch.get(self.at)
    }

    /// Its id, to be compared.
    #[inline]
    fn key(&self) -> Option<Key<'_>> {
        self.batch.key(self.at)
    }

    /// Reads the next batch.
    pub(crate) fn load(&mut self) -> Result<()> {
        let filled = self.reader.fill(&mut self.batch);
        self.filled = filled.map_err(|error| Failed {
            input: self.input,
            error,
        })?;
        self.at = 0;
        Ok(())
    }
}

/// Inputs whose least code is kept together.
const GROUP: usize = 8;

/// Cursors that race: in every step all those that have the smallest id win at once. Every id is
/// known by how it differs from the one that was taken last; where an input did not win, that code
/// still holds behind the winner, so a step touches the winners only.
pub(crate) struct Race<'a> {
    pub(crate) cursors: Vec<Cursor<'a>>,
    /// How the next id of each differs from the one taken last, in groups.
    codes: Vec<[Code; GROUP]>,
    /// The least code of each group of cursors.
    least: Vec<Code>,
    /// The groups of those that came close in this step, with a bit for each that won.
    touched: Vec<(usize, u32)>,
    /// Those that came close, while it is decided between them.
    rivals: Vec<usize>,
    begun: bool,
    again: bool,
}

impl<'a> Race<'a> {
    /// Lines up `cursors`.
    pub(crate) fn new(cursors: Vec<Cursor<'a>>) -> Self {
        let mut codes = Vec::new();
        for cursors in cursors.chunks(GROUP) {
            let mut group = [NO_CODE; GROUP];
            for (place, cursor) in group.iter_mut().zip(cursors) {
                *place = cursor.batch.code(0);
            }
            codes.push(group);
        }
        Self {
            least: codes.iter().map(least).collect(),
            touched: Vec::with_capacity(codes.len()),
            rivals: Vec::with_capacity(cursors.len()),
            cursors,
            codes,
            begun: false,
            again: false,
        }
    }

    /// Finds the cursors whose turn it is; `false` when all are through.
    #[inline]
    pub(crate) fn turn(&mut self) -> bool {
        let code = self.least.iter().copied().fold(NO_CODE, Code::min);
        self.again = self.begun && code == 0;
        self.begun = true;
        self.touched.clear();
        if code == NO_CODE {
            return false;
        }
        // Whether some id goes on behind what its code tells.
        let mut open = code & 1;
        for (group, (codes, least)) in self.codes.iter().zip(&self.least).enumerate() {
            if !close(*least, code) {
                continue;
            }
            // A bit for each that came close: no branch that cannot be foreseen.
            let mut won = 0u32;
            for (i, one) in codes.iter().enumerate() {
                let near = close(*one, code);
                won |= u32::from(near) << i;
                open |= u64::from(near) & *one;
            }
            self.touched.push((group, won));
        }
        if open != 0 {
            self.decide(behind(code));
        }
        true
    }

    /// Decides between equal codes: the ids differ from the one taken last in the same way, so
    /// what is behind that decides. Those that lose get the code that they have behind the winner.
    fn decide(&mut self, from: usize) {
        let mut rivals = std::mem::take(&mut self.rivals);
        rivals.clear();
        rivals.extend(each(&self.touched));
        if rivals.len() > 1 {
            self.compare(&rivals, from);
            for (group, won) in &mut self.touched {
                let codes = self.codes.get(*group).unwrap_or(&[NO_CODE; GROUP]);
                for (i, code) in codes.iter().enumerate() {
                    *won &= !(u32::from(*code != 0) << i);
                }
            }
        }
        self.rivals = rivals;
    }

    /// Gives rivals the codes that they have behind the best of them: that one's is 0.
    fn compare(&mut self, rivals: &[usize], from: usize) {
        let Self { cursors, codes, .. } = self;
        let key = |i: usize| cursors.get(i).and_then(Cursor::key);
        let mut best = rivals.first().and_then(|i| key(*i));
        for (n, i) in rivals.iter().enumerate() {
            let (Some(own), Some(other)) = (key(*i), best) else {
                continue;
            };
            let code = match own.code(other, from) {
                Ok(code) => code,
                Err(code) => {
                    // All before come behind this one now, by as much as their best at least.
                    for earlier in rivals.iter().take(n) {
                        if let Some(earlier) = of(codes, *earlier) {
                            *earlier = code.max(*earlier);
                        }
                    }
                    best = Some(own);
                    0
                }
            };
            if let Some(place) = of(codes, *i) {
                *place = code;
            }
        }
    }

    /// Whether the id of this turn is that of the turn before.
    #[inline]
    pub(crate) fn again(&self) -> bool {
        self.again
    }

    /// The cursors whose turn it is, and where they stand in the race: all of one id.
    #[inline]
    pub(crate) fn winners(&self) -> impl Iterator<Item = (usize, &Cursor<'a>)> {
        each(&self.touched).filter_map(|i| Some((i, self.cursors.get(i)?)))
    }

    /// The id whose turn it is.
    #[inline]
    pub(crate) fn id(&self) -> &[u8] {
        let first = self.touched.iter().find(|(_, won)| *won != 0);
        let entry = first.and_then(|(group, won)| {
            let first = group * GROUP + won.trailing_zeros() as usize;
            self.cursors.get(first)?.entry()
        });
        entry.map_or(&[], |(id, _)| id)
    }

    /// Goes on to the next entries of those whose turn it was.
    #[inline]
    pub(crate) fn advance(&mut self) -> Result<()> {
        self.take(|_| Ok(()))
    }

    /// Gives those whose turn it is, each before it goes on to its next entry.
    #[inline]
    pub(crate) fn take<E: From<Failed>>(
        &mut self,
        mut visit: impl FnMut(&Cursor<'a>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        for (group, won) in &self.touched {
            let cursors = self.cursors.chunks_mut(GROUP).nth(*group);
            let (Some(cursors), Some(codes)) = (cursors, self.codes.get_mut(*group)) else {
                continue;
            };
            for i in Bits(*won) {
                let (Some(cursor), Some(code)) = (cursors.get_mut(i), codes.get_mut(i)) else {
                    continue;
                };
                visit(cursor)?;
                cursor.at += 1;
                *code = cursor.batch.code(cursor.at);
                if *code == NO_CODE {
                    cursor.load()?;
                    *code = cursor.batch.code(0);
                }
            }
            if let Some(place) = self.least.get_mut(*group) {
                *place = least(codes);
            }
        }
        Ok(())
    }
}

#[inline]
fn least(codes: &[Code; GROUP]) -> Code {
    codes.iter().copied().fold(NO_CODE, Code::min)
}

/// The cursors that the bits stand for.
#[inline]
fn each(touched: &[(usize, u32)]) -> impl Iterator<Item = usize> {
    touched
        .iter()
        .flat_map(|(group, won)| Bits(*won).map(move |i| group * GROUP + i))
}

/// The places of the bits that are set.
struct Bits(u32);

impl Iterator for Bits {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        let place = self.0.trailing_zeros() as usize;
        let some = self.0 != 0;
        self.0 &= self.0.wrapping_sub(1);
        some.then_some(place)
    }
}

/// The code of a cursor.
#[inline]
fn of(codes: &mut [[Code; GROUP]], cursor: usize) -> Option<&mut Code> {
    codes.get_mut(cursor / GROUP)?.get_mut(cursor % GROUP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_inputs_come_out_in_order() {
        for players in 0..40usize {
            let lists: Vec<Vec<String>> = (0..players)
                .map(|p| {
                    (0..p * 3 % 11)
                        .map(|i| format!("k{:03}", (i * 7 + p * 5) % 40 + i * 40))
                        .collect()
                })
                .collect();
            let text = |list: &Vec<String>| {
                let members: Vec<_> = list.iter().map(|id| format!("\"{id}\":1")).collect();
                Source::from_bytes(format!("{{{}}}", members.join(",")).into_bytes())
            };
            let sources: Vec<_> = lists.iter().map(text).collect();
            let cursors = sources
                .iter()
                .map(|s| Cursor::new(s, Halves::One, 7, None).expect("read"))
                .collect();
            let (mut race, mut merged) = (Race::new(cursors), Vec::new());
            while race.turn() {
                let again = race.again();
                for (n, (_, cursor)) in race.winners().enumerate() {
                    let id = cursor.entry().expect("an entry").0.to_vec();
                    let id = String::from_utf8(id).expect("UTF-8");
                    assert_eq!(again || n > 0, merged.last() == Some(&id));
                    merged.push(id);
                }
                race.advance().expect("read");
            }
            let mut all = lists.concat();
            all.sort_unstable();
            assert_eq!(merged, all);
        }
    }
}
