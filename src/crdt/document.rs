//! States that are held in memory, out of every shape that is read: one state or many, as JSON, as
//! JSON Lines, in an array, as lines with tabs, or as the operations that made them.

use crate::crdt::context::Dot;
use crate::crdt::merge::{Failed, Result as Merged, Seen, Told};
use crate::crdt::oplog::{OpLog, Operation};
use crate::crdt::shape::Shape;
use crate::crdt::state::State;
use crate::crdt::text::Text;
use crate::crdt::tree::{self, Node, Value};
use crate::error::{Error, Place, Result, slug};
use crate::source::Source;
use crate::watch::Watch;

/// What an input holds: states, or operations.
#[derive(Clone, Debug, PartialEq)]
pub enum Item<S: Document> {
    /// A state.
    State(S),
    /// An operation.
    Operation(Operation<S::Op>),
}

/// A type whose states are read from values that are held in memory.
pub trait Document: State {
    /// What a replica does.
    type Op: Clone + PartialEq;

    /// What stands in a line of text, where one is a state.
    const LINE: &'static str;

    /// Reads one state or operation. Errors tell their place in bytes.
    fn read(node: &Node) -> Result<(Shape, Item<Self>)>;

    /// Reads the fields of a line; `None` where it has more or fewer.
    fn line(fields: &[Node]) -> Result<Option<Self>>;

    /// Does what a replica did. Operations of one replica come in their order.
    fn apply(&mut self, dot: &Dot, op: &Self::Op) -> Result<()>;

    /// Takes in all that `other` knows, where more is to come before the state is used:
    /// [`Document::close`] ends it.
    fn take(&mut self, other: &Self) -> Result<()> {
        self.merge(other)
    }

    /// Does what is done once for many states and operations that were taken in, and refuses what
    /// can't be a state.
    fn close(&mut self) -> Result<()> {
        Ok(())
    }
}

impl<T> Operation<T> {
    /// An operation by its event and its place.
    pub(crate) fn of(dot: Dot, what: T, at: u64) -> Self {
        let Dot { replica, seq } = dot;
        Self {
            replica,
            seq,
            what,
            at,
        }
    }
}

/// Merges all states and operations of `inputs`.
pub fn gather<S: Document>(inputs: &[Source<'_>], watch: &dyn Watch) -> Merged<(S, Told)> {
    let (mut state, mut log) = (S::default(), OpLog::default());
    let mut told = Told::default();
    for (i, source) in inputs.iter().enumerate() {
        let mut input = Input::new(source);
        let read = input.read(&mut state, &mut log, watch);
        read.map_err(|error| Failed {
            input: Some(i),
            error: input.text.located(error),
        })?;
        source.check()?;
        told.inputs.push(input.seen);
    }
    let mut done = S::default();
    for (replica, seq, what) in log.whole() {
        done.apply(&Dot::new(replica, seq), what)?;
    }
    state.take(&done)?;
    state.close().map_err(|error| Failed {
        input: inputs.len().checked_sub(1),
        error,
    })?;
    told.gaps = log.gaps();
    told.duplicates = log.duplicates();
    Ok((state, told))
}

/// One input on its way.
struct Input<'a> {
    text: Text<'a>,
    seen: Seen,
}

/// Bytes loaded at a time.
const CHUNK: usize = 64 << 10;

impl<'a> Input<'a> {
    fn new(source: &'a Source<'a>) -> Self {
        Self {
            text: Text::new(source, CHUNK),
            seen: Seen {
                sorted: true,
                ..Seen::default()
            },
        }
    }

    fn read<S: Document>(
        &mut self,
        state: &mut S,
        log: &mut OpLog<S::Op>,
        watch: &dyn Watch,
    ) -> Result<()> {
        match self.text.peek_word()? {
            Some(b'{' | b'[') => {}
            Some(_) => return self.lines(state, watch),
            None => return Err(self.text.wrong("a state")),
        }
        while self.text.peek_word()?.is_some() {
            if watch.stopped() {
                return Err(Error::new(slug::STOPPED, "", "stopped"));
            }
            let before = self.text.offset();
            let node = tree::read(&mut self.text)?;
            watch.advance(self.text.offset() - before);
            let states = match &node.value {
                Value::List(items)
                    if items
                        .iter()
                        .any(|item| !matches!(item.value, Value::Number(_))) =>
                {
                    self.saw(Shape::List);
                    items.iter().collect()
                }
                _ => vec![&node],
            };
            for node in states {
                let (shape, item) = S::read(node)?;
                self.saw(shape);
                self.seen.entries += 1;
                let placed = |error: Error| error.at(Place::Byte(node.at));
                match item {
                    Item::State(one) => {
                        self.seen.states += 1;
                        state.take(&one).map_err(placed)?;
                    }
                    Item::Operation(one) => log.add(one).map_err(placed)?,
                }
            }
        }
        Ok(())
    }

    fn lines<S: Document>(&mut self, state: &mut S, watch: &dyn Watch) -> Result<()> {
        self.saw(Shape::Lines);
        loop {
            let start = self.text.offset();
            let Some(line) = self.text.line()? else {
                return Ok(());
            };
            watch.advance(line.len() as u64);
            let utf8 =
                |_| Error::new(slug::NOT_A_STATE, "UTF-8", "other bytes").at(Place::Byte(start));
            let line = std::str::from_utf8(&line).map_err(utf8)?;
            let mut at = start;
            let mut fields = Vec::new();
            for field in line.split('\t') {
                let value = Value::Text(field.to_owned());
                fields.push(Node { at, value });
                at += field.len() as u64 + 1;
            }
            let wrong = || {
                let found = format!("{} fields", fields.len());
                Error::new(slug::NOT_A_STATE, S::LINE, found)
            };
            let one = S::line(&fields)?.ok_or_else(wrong);
            let merged = one.and_then(|one| state.take(&one));
            merged.map_err(|error| error.at(Place::Byte(start)))?;
            self.seen.entries += 1;
        }
    }

    fn saw(&mut self, shape: Shape) {
        if !self.seen.shapes.contains(&shape) {
            self.seen.shapes.push(shape);
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::watch::Deaf;

    /// All of these inputs, or why not.
    pub(crate) fn merged<S: Document>(texts: &[&str]) -> std::result::Result<S, String> {
        let sources: Vec<_> = texts
            .iter()
            .map(|text| Source::from_bytes(text.as_bytes()))
            .collect();
        match gather(&sources, &Deaf) {
            Ok((state, _)) => Ok(state),
            Err(failed) => Err(failed.error.to_string()),
        }
    }

    /// Each of these is refused with these words.
    pub(crate) fn refused<S: Document + std::fmt::Debug>(all: &[(&str, &str)]) {
        for (text, error) in all {
            assert_eq!(merged::<S>(&[text]).expect_err(text), *error);
        }
    }

    /// What holds for every type: laws on random states; each state is read as it was written; a
    /// delta does what it should, and is no larger than the state.
    pub(crate) fn keeps_all<S: State + std::fmt::Debug>(
        merged: impl Fn(&[&str]) -> std::result::Result<S, String>,
    ) {
        use crate::crdt::laws::{Law, check};
        let mut at = 1u64;
        let mut draw = || {
            at = at
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695);
            at >> 24
        };
        let tuples: Vec<_> = (0..2000).map(|_| S::three(&mut draw)).collect();
        for law in Law::ALL {
            let broken = check(law, &tuples, &mut |a, b| a.merged(b), &Deaf).expect("checked");
            assert!(broken.is_none(), "{broken:?}");
        }
        for [a, b, c] in &tuples {
            let text = a.to_string();
            assert_eq!(merged(&[&text]).expect(&text), *a, "{text}");
            let new = a.merged(b).and_then(|ab| ab.merged(c)).expect("merged");
            let delta = new.checked_delta(a).expect("newer");
            let again = merged(&[&delta.to_string(), &text]).expect("merged");
            assert!(again.same(&new), "{a}{new}{delta}");
            assert!(
                delta.to_string().len() <= new.to_string().len() + 60,
                "{new}{delta}"
            );
            let texts = [a, b, c].map(ToString::to_string);
            let orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0]].map(|order| {
                let texts = order.map(|i| texts[i].as_str());
                merged(&texts).expect("merged").to_string()
            });
            assert!(
                orders.iter().all(|one| *one == new.to_string()),
                "{orders:?} {new}"
            );
            let list = format!("[{}]", texts.join(","));
            assert_eq!(merged(&[&list]).expect("a list"), new);
        }
    }

    #[test]
    fn all_types_keep_all() {
        keeps_all(merged::<crate::crdt::register::Register>);
        keeps_all(merged::<crate::crdt::orset::OrSet>);
        keeps_all(merged::<crate::crdt::seq::Seq>);
    }
}
