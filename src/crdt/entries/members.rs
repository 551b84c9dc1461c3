//! What an object of a state may hold: known wrappers, rows of an operation log, members.

use super::{Batch, Mode, ROW, Reader, Shape};
use crate::crdt::oplog::Operation;
use crate::error::{Result, slug};

impl Reader<'_> {
    /// The next key, not yet passed over, if it is one that has a meaning and no number follows.
    pub(super) fn known_key(&mut self) -> Result<Option<(&'static str, usize)>> {
        const LONGEST: usize = 64;
        while self.text.rest().len() < LONGEST && self.text.more()? {}
        let rest = self.text.rest();
        let find = |key: &&'static str| {
            let after = rest.strip_prefix(b"\"")?.strip_prefix(key.as_bytes())?;
            let after = after.strip_prefix(b"\"")?.trim_ascii_start();
            let value = after.strip_prefix(b":")?.trim_ascii_start();
            let number = value.first().is_some_and(u8::is_ascii_digit) && !ROW.contains(key);
            (!number).then_some((*key, rest.len() - value.len()))
        };
        Ok(["inner", "dots", "state"].iter().chain(ROW).find_map(find))
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
            let known = ROW.contains(&key.as_str());
            numbers.push((key, self.text.count()?, at));
            if !known || numbers.len() > ROW.len() {
                // Replicas that happen to be called so; the rest is read as usual.
                break self.mode = Mode::Key { may_close: true };
            }
        }
        let closed = self.mode == Mode::Between;
        let Some(replica) = replica else {
            self.saw(Shape::Object)?;
            for (key, count, at) in numbers {
                self.scratch = key.into_bytes();
                self.admit(batch, count, at)?;
            }
            if !closed {
                self.mode = Mode::Key { may_close: true };
                self.after_member()?;
            }
            return Ok(());
        };
        let names: Vec<&str> = numbers.iter().map(|(key, _, _)| key.as_str()).collect();
        let mut numbers = numbers.iter().map(|(_, count, _)| count.clone());
        match (names.as_slice(), numbers.next(), numbers.next()) {
            (["count"], Some(count), None) if closed => {
                self.saw(Shape::Row)?;
                self.scratch = replica.into_bytes();
                self.admit(batch, count, start)
            }
            (["seq", "add" | "op"], Some(seq), Some(add))
            | (["add" | "op", "seq"], Some(add), Some(seq))
                if closed && seq.small().is_some_and(|seq| seq > 0) =>
            {
                self.saw(Shape::Operation)?;
                let seq = seq.small().unwrap_or(u64::MAX);
                batch.operations.push(Operation {
                    replica,
                    seq,
                    what: add,
                    at: start,
                });
                Ok(())
            }
            _ => {
                let wanted = "\"replica\" with \"count\", or with \"seq\" from 1 on and \"add\"";
                Err(self
                    .text
                    .error_at(slug::NOT_A_STATE, start, wanted, "another row"))
            }
        }
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
