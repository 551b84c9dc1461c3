//! The loop that reads bencode.

use super::{BYTES_MOST, DEPTH_MOST, Document, Node, VALUES_MOST};
use crate::error::{Error, Place, Result, slug};

/// A list or dictionary that is still open.
struct Open {
    index: u32,
    dict: Option<Keys>,
}

/// The keys of an open dictionary so far.
#[derive(Default)]
struct Keys {
    /// A key came, and its value has not.
    waits: bool,
    /// The key before, as its bytes in the document.
    last: Option<(u32, u32)>,
    /// A key was smaller than the one before: only a sort tells whether one stands twice.
    unsorted: bool,
}

fn wrong(
    at: usize,
    wanted: impl Into<std::borrow::Cow<'static, str>>,
    found: impl Into<std::borrow::Cow<'static, str>>,
) -> Error {
    Error::new(slug::BENCODE, wanted, found).at(Place::Byte(at as u64))
}

pub(super) fn parse(bytes: &[u8]) -> Result<Document<'_>> {
    if bytes.len() as u64 > BYTES_MOST {
        let wanted = format!("at most {BYTES_MOST} bytes");
        return Err(Error::new(
            slug::TOO_LARGE,
            wanted,
            format!("{}", bytes.len()),
        ));
    }
    let mut reader = Reader {
        bytes,
        nodes: Vec::new(),
        unsorted: Vec::new(),
        open: Vec::with_capacity(DEPTH_MOST),
        at: 0,
    };
    while reader.step()? {}
    if reader.at < bytes.len() {
        let found = format!("{} bytes more", bytes.len() - reader.at);
        return Err(wrong(reader.at, "the end", found));
    }
    Ok(Document {
        bytes,
        nodes: reader.nodes,
        unsorted: reader.unsorted,
    })
}

struct Reader<'a> {
    bytes: &'a [u8],
    nodes: Vec<Node>,
    unsorted: Vec<u32>,
    open: Vec<Open>,
    at: usize,
}

impl Reader<'_> {
    /// Reads one token; false once the outermost value is whole.
    fn step(&mut self) -> Result<bool> {
        let at = self.at;
        let inside = self.open.last().and_then(|open| open.dict.as_ref());
        let wants_key = inside.is_some_and(|keys| !keys.waits);
        match self.bytes.get(at) {
            Some(b'0'..=b'9') if wants_key => self.key()?,
            Some(b'e') if wants_key || inside.is_none() && !self.open.is_empty() => self.close()?,
            Some(_) if wants_key => return Err(wrong(at, "a key or the end", self.found(at))),
            Some(b'0'..=b'9') => {
                let (body, end) = self.string()?;
                self.node(body, end)?;
                self.whole();
            }
            Some(b'i') => self.integer()?,
            Some(b'l' | b'd') => self.open()?,
            _ => return Err(wrong(at, "a value", self.found(at))),
        }
        Ok(!self.open.is_empty())
    }

    /// What stands at a place, for an error.
    fn found(&self, at: usize) -> String {
        match self.bytes.get(at) {
            None => "the end".into(),
            Some(byte) if byte.is_ascii_graphic() => format!("{:?}", char::from(*byte)),
            Some(byte) => format!("a byte {byte:02x}"),
        }
    }

    /// Puts a value from where the reader stands down, and goes on behind it.
    fn node(&mut self, body: usize, end: usize) -> Result<u32> {
        let index = self.nodes.len();
        if index >= VALUES_MOST {
            let wanted = format!("at most {VALUES_MOST} values");
            return Err(Error::new(slug::TOO_LARGE, wanted, "more").at(Place::Byte(self.at as u64)));
        }
        self.nodes.push(Node {
            start: self.at as u32,
            body: body as u32,
            end: end as u32,
            next: index as u32 + 1,
        });
        self.at = end;
        Ok(index as u32)
    }

    /// A value is whole: the key before it has what it waited for.
    fn whole(&mut self) {
        if let Some(keys) = self.open.last_mut().and_then(|open| open.dict.as_mut()) {
            keys.waits = false;
        }
    }

    fn open(&mut self) -> Result<()> {
        let at = self.at;
        if self.open.len() >= DEPTH_MOST {
            let wanted = format!("at most {DEPTH_MOST} lists and dictionaries in each other");
            return Err(wrong(at, wanted, "one more"));
        }
        let dict = (self.bytes.get(at) == Some(&b'd')).then(Keys::default);
        let index = self.node(at + 1, at + 1)?;
        self.open.push(Open { index, dict });
        Ok(())
    }

    fn close(&mut self) -> Result<()> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        self.at += 1;
        let (next, end) = (self.nodes.len() as u32, self.at as u32);
        if let Some(node) = self.nodes.get_mut(open.index as usize) {
            (node.next, node.end) = (next, end);
        }
        if open.dict.is_some_and(|keys| keys.unsorted) {
            self.twice(open.index)?;
        }
        self.whole();
        Ok(())
    }

    /// An error where a key of this dictionary, whose keys are out of order, stands twice.
    fn twice(&self, index: u32) -> Result<()> {
        let mut keys = Vec::new();
        let mut at = index as usize + 1;
        let end = self.nodes.get(index as usize).map_or(0, |node| node.next);
        while at < end as usize {
            let Some(key) = self.nodes.get(at) else { break };
            keys.push((self.slice(key.body, key.end), key.start));
            at = self
                .nodes
                .get(key.next as usize)
                .map_or(usize::MAX, |value| value.next as usize);
        }
        keys.sort_unstable();
        let same = keys.windows(2).filter_map(|pair| match pair {
            [one, other] if one.0 == other.0 => Some(other.1),
            _ => None,
        });
        match same.min() {
            Some(at) => Err(duplicate(at as usize)),
            None => Ok(()),
        }
    }

    fn slice(&self, start: u32, end: u32) -> &[u8] {
        let range = start as usize..end as usize;
        self.bytes.get(range).unwrap_or_default()
    }

    fn key(&mut self) -> Result<()> {
        let at = self.at;
        let (body, end) = self.string()?;
        let index = self.node(body, end)?;
        let (body, end) = (body as u32, end as u32);
        let last = self.open.last().and_then(|open| open.dict.as_ref());
        let last = last.and_then(|keys| keys.last);
        let order = last.map(|(from, to)| self.slice(from, to).cmp(self.slice(body, end)));
        let unsorted = match order {
            Some(std::cmp::Ordering::Equal) => return Err(duplicate(at)),
            Some(std::cmp::Ordering::Greater) => true,
            Some(std::cmp::Ordering::Less) | None => false,
        };
        if unsorted {
            self.unsorted.push(index);
        }
        if let Some(keys) = self.open.last_mut().and_then(|open| open.dict.as_mut()) {
            keys.waits = true;
            keys.last = Some((body, end));
            keys.unsorted |= unsorted;
        }
        Ok(())
    }

    /// The content of the string that begins here, as offsets.
    fn string(&self) -> Result<(usize, usize)> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let behind = self.at + digits;
        if self.bytes.get(behind) != Some(&b':') {
            return Err(wrong(behind, "a colon behind a length", self.found(behind)));
        }
        let text = rest.get(..digits).unwrap_or_default();
        if digits > 1 && text.starts_with(b"0") {
            return Err(wrong(self.at, "a length without leading zeros", "one"));
        }
        let body = behind + 1;
        let left = self.bytes.len() - body;
        let length = digits_of(text).filter(|length| *length <= left as u64);
        if let Some(length) = length {
            return Ok((body, body + length as usize));
        }
        let shown = String::from_utf8_lossy(text.get(..20).unwrap_or(text)).into_owned();
        let more = if digits > 20 { "..." } else { "" };
        let wanted = format!("a string of {shown}{more} bytes");
        Err(wrong(self.at, wanted, format!("{left} bytes left")))
    }

    fn integer(&mut self) -> Result<()> {
        let body = self.at + 1;
        let rest = self.bytes.get(body..).unwrap_or_default();
        let length = rest
            .iter()
            .take_while(|byte| byte.is_ascii_digit() || **byte == b'-')
            .count();
        let end = body + length;
        if self.bytes.get(end) != Some(&b'e') {
            let wanted = "digits and an e behind an i";
            return Err(wrong(end, wanted, self.found(end)));
        }
        let text = rest.get(..length).unwrap_or_default();
        if let Err(why) = integer(text) {
            return Err(wrong(self.at, "an integer in its only form", why));
        }
        self.node(body, end + 1)?;
        self.whole();
        Ok(())
    }
}

fn duplicate(at: usize) -> Error {
    Error::new(
        slug::DUPLICATE_KEY,
        "every key once",
        "a key that was there before",
    )
    .at(Place::Byte(at as u64))
}

fn digits_of(text: &[u8]) -> Option<u64> {
    text.iter().try_fold(0u64, |number, digit| {
        number
            .checked_mul(10)?
            .checked_add(u64::from(digit.wrapping_sub(b'0')))
    })
}

/// The number of an integer's inside, or why it has none.
pub(super) fn integer(text: &[u8]) -> std::result::Result<i64, &'static str> {
    let (negative, digits) = match text.strip_prefix(b"-") {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    if digits.is_empty() {
        return Err("no digit");
    }
    if digits.contains(&b'-') {
        return Err("a minus among its digits");
    }
    if digits.starts_with(b"0") && (negative || digits.len() > 1) {
        return Err(if digits.len() > 1 {
            "a leading zero"
        } else {
            "minus zero"
        });
    }
    let signed = |number: u64| {
        if negative {
            0i64.checked_sub_unsigned(number)
        } else {
            i64::try_from(number).ok()
        }
    };
    digits_of(digits).and_then(signed).ok_or("one past 64 bits")
}
