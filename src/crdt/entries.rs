//! The entries of counter states, out of every shape that is read: plain objects, arrays, the
//! `crdts` crate's and Akka's objects, rows and operations as JSON Lines, lines with a tab,
//! arrays and streams of states.

pub use crate::crdt::batch::Batch;
use crate::crdt::batch::{BATCH, Pushed};
use crate::crdt::count::Count;
use crate::crdt::halves::{Half, Halves};
use crate::crdt::plain::plain_count;
pub use crate::crdt::shape::Shape;
use crate::crdt::text::Text;
use crate::error::{Error, Result, slug};
use crate::source::Source;

/// What a reader came upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// Entries (or operations) are in the batch.
    Some,
    /// An id comes behind a greater one: the input is not sorted.
    Unsorted,
    /// There is nothing more.
    End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Start,
    /// Before a state, or the end.
    Between,
    /// Before the key of an entry; before `}` where it may close.
    Key {
        may_close: bool,
    },
    /// Before a number of an array.
    Index {
        next: u64,
    },
    Lines,
    End,
}

/// What a state says of its halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pair {
    /// It has one.
    Unsaid,
    /// This one comes behind the one that is being read.
    Then(Named),
    /// The second is being read.
    Last,
}

/// Reads one input.
///
/// ```
/// use decent::crdt::{entries::{Batch, Filled, Reader}, halves::Halves};
/// use decent::source::Source;
/// let source = Source::from_bytes(br#"{"a":1} {"a":3,"b":2}"#.as_slice());
/// let mut reader = Reader::new(&source, Halves::One, 1 << 16, false);
/// let mut batch = Batch::default();
/// let mut seen = vec![];
/// while reader.fill(&mut batch).unwrap() == Filled::Some {
///     seen.extend(batch.iter().map(|(id, count)| (id.to_vec(), count.small().unwrap())));
/// }
/// assert_eq!(seen, [(b"a".to_vec(), 1), (b"a".to_vec(), 3), (b"b".to_vec(), 2)]);
/// ```
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
pub struct Reader<'a> {
    text: Text<'a>,
    mode: Mode,
    halves: Halves,
    /// The half that is being read, where there are two.
    half: Option<Half>,
    /// What is still to come of a state that says both halves.
    pair: Pair,
    sorted: bool,
    /// An id came behind a greater one.
    unsorted: bool,
    /// Braces of a wrapper that are still to be closed.
    wrappers: u8,
    in_list: bool,
    first_in_list: bool,
    /// No entry of the present state has come yet.
    fresh: bool,
    state: u64,
    entries: u64,
    shapes: Vec<Shape>,
    scratch: Vec<u8>,
    /// The id whose second place in a state is looked for, and how often it was met.
    hunted: Option<(u64, Vec<u8>, u8)>,
}

impl<'a> Reader<'a> {
    /// Begins at the start of `source`, which is loaded in pieces of `chunk` bytes. With `sorted`
    /// it stops at the first id that comes behind a greater one.
    pub fn new(source: &'a Source<'a>, halves: Halves, chunk: usize, sorted: bool) -> Self {
        Self {
            text: Text::new(source, chunk),
            mode: Mode::Start,
            halves,
            half: halves.first(),
            pair: Pair::Unsaid,
            sorted,
            unsorted: false,
            wrappers: 0,
            in_list: false,
            first_in_list: false,
            fresh: true,
            state: 0,
            entries: 0,
            shapes: Vec::new(),
            scratch: Vec::new(),
            hunted: None,
        }
    }

    /// Looks for the second place of an id in one state: the error says where it is.
    pub fn hunting(source: &'a Source<'a>, halves: Halves, state: u64, id: &[u8]) -> Self {
        Self {
            hunted: Some((state, id.to_vec(), 0)),
            ..Self::new(source, halves, 1 << 16, false)
        }
    }

    /// An error of this input at an offset.
    pub fn placed(&self, error: Error, offset: u64) -> Error {
        self.text
            .error_at(error.slug, offset, error.wanted, error.found)
    }

    /// The shapes that were met so far, each once.
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// How many entries and operations were read so far.
    pub fn entries(&self) -> u64 {
        self.entries
    }

    /// How many states were begun so far.
    pub fn states(&self) -> u64 {
        self.state
    }

    /// The place of what comes next, in bytes from the start.
    pub fn offset(&self) -> u64 {
        self.text.offset()
    }

    /// Fills `batch` with what comes next.
    pub fn fill(&mut self, batch: &mut Batch) -> Result<Filled> {
        batch.begin();
        while !self.unsorted && !batch.full() && batch.operations.len() < BATCH {
            let boundary = matches!(self.mode, Mode::Between | Mode::End);
            let some = !batch.is_empty() || !batch.operations.is_empty();
            if boundary && some && !self.sorted {
                break;
            }
            batch.state = self.state;
            match self.mode {
                Mode::Start => self.start()?,
                Mode::Between => self.between(batch)?,
                Mode::Key { may_close } => {
                    let fast = match self.half {
                        None => self.fast::<b'"'>(batch),
                        Some(half) => self.fast_half(batch, half),
                    };
                    if !fast {
                        self.member(batch, may_close)?;
                    }
                }
                Mode::Index { next } => self.element(batch, next)?,
                Mode::Lines => {
                    if self.half.is_some() || !self.fast::<b'\t'>(batch) {
                        self.line(batch)?;
                    }
                }
                Mode::End => break,
            }
        }
        let some = batch.len() + batch.operations.len();
        self.entries += some as u64;
        Ok(match some {
            0 if self.unsorted => Filled::Unsorted,
            0 => Filled::End,
            _ => Filled::Some,
        })
    }

    fn saw(&mut self, shape: Shape) -> Result<()> {
        let operations = self.shapes.first() == Some(&Shape::Operation);
        if operations != (shape == Shape::Operation) && !self.shapes.is_empty() {
            let found = format!(
                "{} among {}",
                shape.name(),
                if operations { "operations" } else { "states" }
            );
            let offset = self.text.offset();
            return Err(self.text.error_at(
                slug::NOT_A_STATE,
                offset,
                "states or operations",
                found,
            ));
        }
        if !self.shapes.contains(&shape) {
            self.shapes.push(shape);
        }
        Ok(())
    }

    fn start(&mut self) -> Result<()> {
        let tame = self.text.peek()?;
        self.mode = match self.text.peek_word()? {
            Some(b'{' | b'[') => Mode::Between,
            Some(byte) if Some(byte) == tame => {
                self.state = 1;
                self.saw(Shape::Lines)?;
                Mode::Lines
            }
            _ => return Err(self.text.wrong("a state")),
        };
        Ok(())
    }

    /// Begins the next state, or ends a list, or everything.
    fn between(&mut self, batch: &mut Batch) -> Result<()> {
        if self.in_list && !self.text.item(&mut self.first_in_list)? {
            self.in_list = false;
            return Ok(());
        }
        self.fresh = true;
        self.half = self.halves.first();
        match self.text.peek_word()? {
            Some(b'{') => {
                self.state += 1;
                batch.state = self.state;
                self.text.consume(1);
                self.object(batch)
            }
            Some(b'[') => {
                self.text.consume(1);
                let inner = self.text.peek_word()?;
                if matches!(inner, Some(b'{' | b'[')) && !self.in_list {
                    (self.in_list, self.first_in_list) = (true, true);
                    return self.saw(Shape::List);
                }
                self.state += 1;
                self.mode = Mode::Index { next: 0 };
                self.saw(Shape::Array)
            }
            None if !self.in_list => {
                self.mode = Mode::End;
                Ok(())
            }
            _ => Err(self.text.wrong("a state")),
        }
    }

    /// Behind `{`: finds out which shape the object has.
    fn object(&mut self, batch: &mut Batch) -> Result<()> {
        self.mode = Mode::Key { may_close: true };
        if self.text.peek_word()? == Some(b'}') {
            return self.saw(self.alone());
        }
        let Some((key, len)) = self.known_key()? else {
            return self.saw(self.alone());
        };
        if let Some(halves) = self.halves_of(key, len) {
            return self.pair(len, halves);
        }
        if self.row_keys().contains(&key) {
            return self.row(batch);
        }
        self.wrapped(key, len)
    }

    /// The shape of an object that is one half.
    fn alone(&self) -> Shape {
        match (self.halves, self.pair) {
            (Halves::Two, Pair::Unsaid) => Shape::Grown,
            _ => Shape::Object,
        }
    }

    fn close(&mut self) -> Result<()> {
        self.text.take(b'}', "',' or '}'")?;
        for _ in 0..std::mem::take(&mut self.wrappers) {
            self.text.take(b'}', "'}'")?;
        }
        self.ended()
    }

    /// One entry of an object by the general way.
    fn member(&mut self, batch: &mut Batch, may_close: bool) -> Result<()> {
        if may_close && self.text.peek_word()? == Some(b'}') {
            return self.close();
        }
        self.text.peek_word()?;
        let at = self.text.offset();
        let mut key = std::mem::take(&mut self.scratch);
        key.clear();
        self.text
            .string_into(&mut key, "a replica's id in quotes")?;
        self.scratch = key;
        self.text.take(b':', "':'")?;
        let count = self.text.count()?;
        self.admit(batch, count, at)?;
        self.after_member()
    }

    /// One number of an array.
    fn element(&mut self, batch: &mut Batch, next: u64) -> Result<()> {
        let mut first = next == 0;
        if !self.text.item(&mut first)? {
            return self.ended();
        }
        let at = self.text.offset();
        let count = self.text.count()?;
        self.scratch = next.to_string().into_bytes();
        self.mode = Mode::Index { next: next + 1 };
        self.admit(batch, count, at)
    }

    /// One line, by the general way.
    fn line(&mut self, batch: &mut Batch) -> Result<()> {
        let start = self.text.offset();
        let Some(line) = self.text.line()? else {
            self.mode = Mode::End;
            return Ok(());
        };
        let not_a_state = |at, wanted: &'static str, found: &'static str| {
            Err(self.text.error_at(slug::NOT_A_STATE, at, wanted, found))
        };
        let mut parts = line.splitn(2, |b| *b == b'\t');
        let (Some(id), Some(digits)) = (parts.next(), parts.next()) else {
            let wanted = match self.halves {
                Halves::One => "an id, a tab and a count",
                Halves::Two => "an id and two counts, tabs between them",
            };
            return not_a_state(start, wanted, "no tab");
        };
        if std::str::from_utf8(id).is_err() {
            return not_a_state(start, "UTF-8", "other bytes");
        }
        let at = start + id.len() as u64 + 1;
        if self.halves == Halves::One {
            let count = self.field(digits, at)?;
            self.scratch = id.to_vec();
            return self.admit(batch, count, start);
        }
        let Some(tab) = digits.iter().position(|b| *b == b'\t') else {
            let wanted = "a tab, and the count that was taken away";
            return not_a_state(at + digits.len() as u64, wanted, "the end of the line");
        };
        let (added, taken) = digits.split_at(tab);
        let counts = [
            (Half::Added, self.field(added, at)?),
            (
                Half::Taken,
                self.field(taken.get(1..).unwrap_or_default(), at + tab as u64 + 1)?,
            ),
        ];
        for (half, count) in counts {
            self.half = Some(half);
            self.scratch = id.to_vec();
            self.admit(batch, count, start)?;
        }
        Ok(())
    }

    /// The count that is all of `digits`, which stand at an offset.
    fn field(&self, digits: &[u8], at: u64) -> Result<Count> {
        let source = Source::from_bytes(digits);
        let mut number = Text::new(&source, digits.len());
        let placed = |error: Error, at| {
            self.text
                .error_at(error.slug, at, error.wanted, error.found)
        };
        if digits.first().is_none_or(u8::is_ascii_whitespace) {
            let wanted = Error::new(slug::NOT_A_COUNT, "a natural number", "none");
            return Err(placed(wanted, at));
        }
        let count = number.count().map_err(|error| placed(error, at))?;
        if number.peek()?.is_some() {
            let at = at + number.offset();
            return Err(placed(number.wrong("the end of the line"), at));
        }
        Ok(count)
    }

    /// Puts one entry, its id in `scratch`, into the batch, unless order is asked for and it has
    /// none.
    fn admit(&mut self, batch: &mut Batch, count: Count, at: u64) -> Result<()> {
        if let Some(half) = self.half {
            self.scratch.insert(0, half as u8);
        }
        if self.sorted {
            let key = batch.put(&self.scratch);
            match batch.push_sorted(key, count, self.fresh) {
                Pushed::Yes => {}
                Pushed::Equal => return Err(self.duplicate(&self.scratch, at)),
                Pushed::Smaller => self.unsorted = true,
            }
            self.fresh = false;
            return Ok(());
        }
        if let Some((state, id, times)) = &mut self.hunted
            && *state == self.state
            && *id == self.scratch
        {
            *times += 1;
            if *times > 1 {
                return Err(self.duplicate(&self.scratch, at));
            }
        }
        self.fresh = false;
        let key = batch.put(&self.scratch);
        batch.push(key, count);
        Ok(())
    }

    /// The error that the id at an offset was there already.
    pub fn duplicate(&self, id: &[u8], at: u64) -> Error {
        let id = String::from_utf8_lossy(self.halves.split(id).1);
        let short: String = id.chars().take(40).collect();
        let dots = if short.len() < id.len() { ".." } else { "" };
        let found = format!("{short:?}{dots} twice");
        self.text
            .error_at(slug::DUPLICATE_REPLICA, at, "each replica once", found)
    }

    /// Reads entries as compact writers put them down, ids without escapes and counts below
    /// 10^19, until something else comes. Whether it read any.
    #[inline]
    fn fast<const END: u8>(&mut self, batch: &mut Batch) -> bool {
        if self.hunted.is_some() {
            return false;
        }
        let all = self.text.rest();
        let mut rest = all;
        // The first of a state may be equal to the one before: the general way knows.
        while !(batch.full() || self.fresh && self.sorted) {
            if self.sorted
                && let Some(n) = batch.push_plain::<END>(rest)
            {
                rest = rest.get(n..).unwrap_or_default();
                continue;
            }
            let Some((key, after)) = (match rest {
                [b'"', key @ ..] if END == b'"' => batch.put_until::<END>(key).zip(Some(key)),
                key if END != b'"' => batch.put_until::<END>(key).zip(Some(key)),
                _ => None,
            }) else {
                break;
            };
            let value = after.get(key.len() + 1..).unwrap_or_default();
            let found = if END == b'"' {
                plain_count::<true>(value)
            } else {
                plain_count::<false>(value)
            };
            let Some((count, after)) = found else {
                batch.take_back(key);
                break;
            };
            let count = Count::from(count);
            if !self.sorted {
                batch.push(key, count);
            } else if batch.push_sorted(key, count, false) != Pushed::Yes {
                break;
            }
            rest = after;
        }
        let n = all.len() - rest.len();
        if n > 0 {
            self.fresh = false;
            self.text.consume(n);
            if END == b'"' {
                self.mode = Mode::Key { may_close: false };
            }
        }
        n > 0
    }
}

mod members;
mod pairs;

use pairs::Named;
#[cfg(test)]
mod tests;
