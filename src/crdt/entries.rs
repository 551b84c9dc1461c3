//! The entries of counter states, out of every shape that is read: plain objects, arrays, the
//! `crdts` crate's and Akka's objects, rows and operations as JSON Lines, lines with a tab,
//! arrays and streams of states.

pub use crate::crdt::batch::Batch;
use crate::crdt::batch::{BATCH, Pushed};
use crate::crdt::count::Count;
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

/// Reads one input.
///
/// ```
/// use decent::crdt::entries::{Batch, Filled, Reader};
/// use decent::source::Source;
/// let source = Source::from_bytes(br#"{"a":1} {"a":3,"b":2}"#.as_slice());
/// let mut reader = Reader::new(&source, 1 << 16, false);
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
    pub fn new(source: &'a Source<'a>, chunk: usize, sorted: bool) -> Self {
        Self {
            text: Text::new(source, chunk),
            mode: Mode::Start,
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
    pub fn hunting(source: &'a Source<'a>, state: u64, id: &[u8]) -> Self {
        Self {
            hunted: Some((state, id.to_vec(), 0)),
            ..Self::new(source, 1 << 16, false)
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
                    if !self.fast::<b'"'>(batch) {
                        self.member(batch, may_close)?;
                    }
                }
                Mode::Index { next } => self.element(batch, next)?,
                Mode::Lines => {
                    if !self.fast::<b'\t'>(batch) {
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
            return self.saw(Shape::Object);
        }
        let mut known = self.known_key()?;
        if known.is_none() {
            return self.saw(Shape::Object);
        }
        if let Some((wrapper, len)) = known.take_if(|(key, _)| !ROW.contains(key)) {
            return self.wrapped(wrapper, len);
        }
        self.row(batch)
    }

    fn close(&mut self) -> Result<()> {
        self.text.take(b'}', "',' or '}'")?;
        for _ in 0..std::mem::take(&mut self.wrappers) {
            self.text.take(b'}', "'}'")?;
        }
        self.mode = Mode::Between;
        Ok(())
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
            self.mode = Mode::Between;
            return Ok(());
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
        let mut halves = line.splitn(2, |b| *b == b'\t');
        let (Some(id), Some(digits)) = (halves.next(), halves.next()) else {
            return not_a_state(start, "an id, a tab and a count", "no tab");
        };
        if std::str::from_utf8(id).is_err() {
            return not_a_state(start, "UTF-8", "other bytes");
        }
        let (digits_at, source) = (start + id.len() as u64 + 1, Source::from_bytes(digits));
        let mut number = Text::new(&source, digits.len());
        let placed = |error: Error, at| {
            self.text
                .error_at(error.slug, at, error.wanted, error.found)
        };
        if digits.first().is_none_or(u8::is_ascii_whitespace) {
            let wanted = Error::new(slug::NOT_A_COUNT, "a natural number", "none");
            return Err(placed(wanted, digits_at));
        }
        let count = number.count().map_err(|error| placed(error, digits_at))?;
        if number.peek()?.is_some() {
            let at = digits_at + number.offset();
            return Err(placed(number.wrong("the end of the line"), at));
        }
        self.scratch = id.to_vec();
        self.admit(batch, count, start)
    }

    /// Puts one entry, its id in `scratch`, into the batch, unless order is asked for and it has
    /// none.
    fn admit(&mut self, batch: &mut Batch, count: Count, at: u64) -> Result<()> {
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
        let id = String::from_utf8_lossy(id);
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

/// The keys of rows and operations.
const ROW: &[&str] = &["replica", "count", "seq", "add", "op"];

mod members;
#[cfg(test)]
mod tests;
