//! Many sorted inputs, their entries taken in one order: a tournament over codes.

use crate::crdt::batch::{Batch, NO_CODE, behind};
use crate::crdt::count::Count;
use crate::crdt::entries::{Filled, Reader};
use crate::crdt::merge::{Failed, Result};
use crate::crdt::tournament::{Node, Tournament};
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
    pub(crate) fn new(source: &'a Source<'a>, chunk: usize, input: Option<usize>) -> Result<Self> {
        let mut cursor = Self {
            reader: Reader::new(source, chunk, true),
            batch: Batch::default(),
            at: 0,
            filled: Filled::End,
            input,
            part_of: None,
        };
        cursor.load()?;
        Ok(cursor)
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

/// The entry whose turn it is.
pub(crate) struct Turn<'r> {
    /// The cursor's place in the race.
    pub(crate) cursor: usize,
    /// Whether it has the id of the entry before.
    pub(crate) again: bool,
    pub(crate) part_of: Option<(usize, u64)>,
    pub(crate) id: &'r [u8],
    pub(crate) count: &'r Count,
}

/// Cursors that race.
pub(crate) struct Race<'a> {
    pub(crate) cursors: Vec<Cursor<'a>>,
    /// By how the next id of each differs from the last one taken, or from who beat it.
    tournament: Tournament,
    begun: bool,
}

impl<'a> Race<'a> {
    /// Lines up `cursors`; of equal ids the first one's comes first.
    pub(crate) fn new(cursors: Vec<Cursor<'a>>) -> Self {
        let codes: Vec<_> = cursors.iter().map(|cursor| cursor.batch.code(0)).collect();
        let tournament = Tournament::new(&codes, |a, b| tie(&cursors, a, b));
        Self {
            cursors,
            tournament,
            begun: false,
        }
    }

    /// The entry whose turn it is; `None` when all are through.
    #[inline]
    pub(crate) fn turn(&self) -> Option<Turn<'_>> {
        let winner = self.tournament.winner();
        let cursor = self.cursors.get(winner.player())?;
        let (id, count) = cursor.batch.get(cursor.at)?;
        let again = self.begun && winner.code() == 0;
        Some(Turn {
            cursor: winner.player(),
            again,
            part_of: cursor.part_of,
            id,
            count,
        })
    }

    /// Goes on to the next entry.
    #[inline]
    pub(crate) fn advance(&mut self) -> Result<()> {
        let Self {
            cursors,
            tournament,
            begun,
        } = self;
        *begun = true;
        let Some(cursor) = cursors.get_mut(tournament.winner().player()) else {
            return Ok(());
        };
        cursor.at += 1;
        let mut code = cursor.batch.code(cursor.at);
        if code == NO_CODE {
            cursor.load()?;
            code = cursor.batch.code(0);
        }
        tournament.replay(code, |a, b| tie(cursors, a, b));
        Ok(())
    }
}

/// Decides between equal codes: both ids differ from the same one in the same way, so what is
/// behind that decides. The loser's code tells how it differs from the winner.
#[inline]
fn tie(cursors: &[Cursor<'_>], a: Node, b: Node) -> (Node, Node) {
    let key = |node: Node| {
        cursors
            .get(node.player())
            .and_then(|cursor| cursor.batch.key(cursor.at))
    };
    let (Some(of_a), Some(of_b)) = (key(a), key(b)) else {
        return (a, b);
    };
    match of_b.code(of_a, behind(a.code())) {
        Ok(code) => (a, Node::new(code, b.player())),
        Err(code) => (b, Node::new(code, a.player())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_inputs_come_out_in_order() {
        for players in 0..20usize {
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
                .map(|s| Cursor::new(s, 7, None).expect("read"))
                .collect();
            let (mut race, mut merged) = (Race::new(cursors), Vec::new());
            while let Some(turn) = race.turn() {
                let id = String::from_utf8(turn.id.to_vec()).expect("UTF-8");
                assert_eq!(turn.again, merged.last() == Some(&id));
                merged.push(id);
                race.advance().expect("read");
            }
            let mut all = lists.concat();
            all.sort_unstable();
            assert_eq!(merged, all);
        }
    }
}
