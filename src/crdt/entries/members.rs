//! What an object of a state may hold: known wrappers, rows of an operation log, members.

use super::{Batch, Mode, Reader, Shape};
use crate::crdt::count::Count;
use crate::crdt::halves::{Change, Half, Halves};
use crate::crdt::oplog::Operation;
use crate::error::{Result, slug};

/// The keys of rows and operations.
const ROW: &[&str] = &["replica", "count", "seq", "add", "op"];
/// The same where there are two halves.
const ROW_OF_TWO: &[&str] = &["replica", "count", "seq", "add", "op", "p", "n"];

impl Reader<'_> {
    /// The keys that a row or an operation may have.
    pub(super) fn row_keys(&self) -> &'static [&'static str] {
        match self.halves {
            Halves::One => ROW,
            Halves::Two => ROW_OF_TWO,
        }
    }

    /// The next key, not yet passed over, if it is one that has a meaning and no number follows.
    pub(super) fn known_key(&mut self) -> Result<Option<(&'static str, usize)>> {
        const LONGEST: usize = 64;
        while self.text.rest().len() < LONGEST && self.text.more()? {}
        let (rest, row) = (self.text.rest(), self.row_keys());
        let find = |key: &&'static str| {
            let after = rest.strip_prefix(b"\"")?.strip_prefix(key.as_bytes())?;
            let after = after.strip_prefix(b"\"")?.trim_ascii_start();
            let value = after.strip_prefix(b":")?.trim_ascii_start();
            let number = value.first().is_some_and(u8::is_ascii_digit) && !row.contains(key);
            (!number).then_some((*key, rest.len() - value.len()))
        };
        let wrappers = ["inner", "dots", "state"].iter();
        Ok(wrappers.chain(row).chain(self.pair_keys()).find_map(find))
    }

    pub(super) fn wrapped(&mut self, wrapper: &'static str, len: usize) -> Result<()> {
        self.text.consume(len);
        self.text.take(b'{', "an object")?;
        self.wrappers = 1;
        if wrapper == "inner" {
            if self.text.string("\"dots\"")? != "dots" {
                return Err(self.text.wrong("\"dots\" within \"inner\""));
            }
            self.text.take(b':', "':'")?;
            self.text.take(b'{', "an object")?;
            self.wrappers = 2;
        }
        self.saw(if wrapper == "state" {
            Shape::Akka
        } else {
            Shape::Crdts
        })
    }

    /// An object whose first key is one of a row's: a row, an operation, or replicas of that name.
    pub(super) fn row(&mut self, batch: &mut Batch) -> Result<()> {
        let start = self.text.offset();
        let (mut first, mut replica, mut numbers) = (true, None, Vec::new());
        loop {
            if !first && self.text.took(b'}')? {
                break self.mode = Mode::Between;
            }
            if !std::mem::take(&mut first) {
                self.text.take(b',', "',' or '}'")?;
            }
            self.text.peek_word()?;
            let at = self.text.offset();
            let key = self.text.string("a key in quotes")?;
            self.text.take(b':', "':'")?;
            if key == "replica" && replica.is_none() && self.text.peek_word()? == Some(b'"') {
                replica = Some(self.text.string("a replica's id")?);
                continue;
            }
            let known = self.row_keys().contains(&key.as_str());
            let may_fall = self.halves == Halves::Two && matches!(key.as_str(), "add" | "op");
            let number = if may_fall {
                self.text.whole()?.into()
            } else {
                Change::from(self.text.count()?)
            };
            numbers.push((key, number, at));
            if !known || numbers.len() > self.row_keys().len() {
                // Replicas that happen to be called so; the rest is read as usual.
                break self.mode = Mode::Key { may_close: true };
            }
        }
        match replica {
            Some(replica) => self.told_row(batch, replica, &numbers, start),
            None => self.replicas(batch, numbers),
        }
    }

    /// Replicas that are called like the keys of rows.
    fn replicas(&mut self, batch: &mut Batch, numbers: Vec<(String, Change, u64)>) -> Result<()> {
        let closed = self.mode == Mode::Between;
        self.saw(self.alone())?;
        for (key, number, at) in numbers {
            if number.falls {
                let (wanted, found) = ("a natural number", "a negative number");
                return Err(self.text.error_at(slug::NOT_A_COUNT, at, wanted, found));
            }
            self.scratch = key.into_bytes();
            self.admit(batch, number.size, at)?;
        }
        if !closed {
            self.mode = Mode::Key { may_close: true };
            self.after_member()?;
        }
        Ok(())
    }

    /// What a replica counted, or did.
    fn told_row(
        &mut self,
        batch: &mut Batch,
        replica: String,
        numbers: &[(String, Change, u64)],
        start: u64,
    ) -> Result<()> {
        let closed = self.mode == Mode::Between;
        let names: Vec<&str> = numbers.iter().map(|(key, _, _)| key.as_str()).collect();
        let mut numbers = numbers.iter().map(|(_, number, _)| number.clone());
        match (names.as_slice(), numbers.next(), numbers.next()) {
            (["count"], Some(count), None) if closed => {
                self.saw(Shape::Row)?;
                self.scratch = replica.into_bytes();
                return self.admit(batch, count.size, start);
            }
            (["p", "n"], Some(added), Some(taken)) | (["n", "p"], Some(taken), Some(added))
                if closed =>
            {
                return self.row_of_two(batch, &replica, [added.size, taken.size], start);
            }
            (["seq", "add" | "op"], Some(seq), Some(what))
            | (["add" | "op", "seq"], Some(what), Some(seq))
                if closed =>
            {
                if let Some(seq @ 1..) = seq.size.small() {
                    self.saw(Shape::Operation)?;
                    batch.operations.push(Operation {
                        replica,
                        seq,
                        what,
                        at: start,
                    });
                    return Ok(());
                }
            }
            _ => {}
        }
        let wanted = match self.halves {
            Halves::One => "\"replica\" with \"count\", or with \"seq\" from 1 on and \"add\"",
            Halves::Two => {
                "\"replica\" with \"p\" and \"n\", or with \"seq\" from 1 on and \"add\""
            }
        };
        let found = "another row";
        Err(self.text.error_at(slug::NOT_A_STATE, start, wanted, found))
    }

    fn row_of_two(
        &mut self,
        batch: &mut Batch,
        replica: &str,
        [added, taken]: [Count; 2],
        at: u64,
    ) -> Result<()> {
        self.saw(Shape::Row)?;
        for (half, count) in [(Half::Added, added), (Half::Taken, taken)] {
            self.half = Some(half);
            self.scratch = replica.into();
            self.admit(batch, count, at)?;
        }
        Ok(())
    }

    /// Behind an entry: the comma before the next, or the end of the state.
    pub(super) fn after_member(&mut self) -> Result<()> {
        if self.text.took(b',')? {
            self.text.peek_word()?;
            self.mode = Mode::Key { may_close: false };
            return Ok(());
        }
        self.close()
    }
}
