//! The data model of IPLD (ipld.io/docs/data-model): what dag-cbor and dag-json say alike. A value is
//! kept flat, in one list in the order in which it is read, so that no depth needs a deep stack.

use std::borrow::Cow;

use super::dag_cbor::{self, Reader, Token, put_head, put_link, put_text};
use crate::cid::Cid;
use crate::error::{Error, Result, slug};

/// The text form.
pub mod json;

/// A value, or the beginning of a list or map.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// From -2^64 up to, not including, 2^64.
    Int(i128),
    /// A finite number with a point.
    Float(f64),
    /// Text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A link to a block.
    Link(Cid),
    /// A list of the items behind it, up to the item of that number.
    List(usize),
    /// A map: keys, which are texts, and values in turn behind it, up to the item of that number.
    Map(usize),
}

impl Item {
    /// In words: `a list`.
    pub fn words(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Int(_) => "a whole number",
            Self::Float(_) => "a number with a point",
            Self::Text(_) => "text",
            Self::Bytes(_) => "bytes",
            Self::Link(_) => "a link",
            Self::List(_) => "a list",
            Self::Map(_) => "a map",
        }
    }
}

/// A whole value, its first item. Maps keep the order in which they were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    items: Vec<Item>,
}

/// A document that is put together from its start to its end.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    items: Vec<Item>,
    open: Vec<usize>,
}

impl Builder {
    /// Adds a value that holds no others.
    pub fn put(&mut self, item: Item) -> &mut Self {
        self.items.push(item);
        self
    }

    /// Adds a text, as a key of a map too.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.put(Item::Text(text.to_owned()))
    }

    /// Begins a list or a map: what follows is in it until it is ended.
    pub fn begin(&mut self, map: bool) -> &mut Self {
        self.open.push(self.items.len());
        let begun = if map { Item::Map } else { Item::List };
        self.put(begun(0))
    }

    /// Ends the list or map that was begun last.
    pub fn end(&mut self) -> &mut Self {
        let behind = self.items.len();
        let begun = self.open.pop().and_then(|at| self.items.get_mut(at));
        if let Some(Item::List(end) | Item::Map(end)) = begun {
            *end = behind;
        }
        self
    }

    /// The document.
    pub fn done(mut self) -> Document {
        while !self.open.is_empty() {
            self.end();
        }
        Document { items: self.items }
    }
}

/// How the keys of a map are ordered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    /// Shorter ones first, as dag-cbor has them.
    Length,
    /// By their bytes, as dag-json has them.
    Bytes,
}

/// A list or map on its way out: what is still to come.
struct Frame {
    rest: std::vec::IntoIter<usize>,
    map: bool,
    first: bool,
}

impl Document {
    /// A document of one value.
    pub fn of(item: Item) -> Self {
        Self { items: vec![item] }
    }

    /// Reads dag-cbor.
    ///
    /// ```
    /// use decent::codec::ipld::Document;
    /// let document = Document::from_cbor(&[0xa1, 0x61, b'a', 0x82, 1, 0xf6]).unwrap();
    /// assert_eq!(document.to_json().unwrap(), br#"{"a":[1,null]}"#);
    /// assert_eq!(document.to_cbor().unwrap(), [0xa1, 0x61, b'a', 0x82, 1, 0xf6]);
    /// ```
    pub fn from_cbor(block: &[u8]) -> Result<Self> {
        let mut builder = Builder::default();
        // Values that are still to come in each list or map that is open.
        let mut open: Vec<u64> = Vec::new();
        for token in Reader::new(block) {
            if let Some(left) = open.last_mut() {
                *left -= 1;
            }
            match token? {
                Token::Unsigned(number) => builder.put(Item::Int(number.into())),
                Token::Negative(number) => builder.put(Item::Int(-1 - i128::from(number))),
                Token::Bytes(bytes) => builder.put(Item::Bytes(bytes.to_vec())),
                Token::Text(text) => builder.text(text),
                Token::Link(cid) => builder.put(Item::Link(cid)),
                Token::Bool(value) => builder.put(Item::Bool(value)),
                Token::Null => builder.put(Item::Null),
                Token::Float(value) => builder.put(Item::Float(value)),
                Token::List(count) => {
                    open.push(count);
                    builder.begin(false)
                }
                Token::Map(count) => {
                    open.push(count.saturating_mul(2));
                    builder.begin(true)
                }
            };
            while open.last() == Some(&0) {
                open.pop();
                builder.end();
            }
        }
        Ok(builder.done())
    }

    /// The items, the whole value first.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The item of a number.
    pub fn at(&self, number: usize) -> Option<&Item> {
        self.items.get(number)
    }

    /// Where the value that begins at an item ends: the number of the item behind it.
    fn end_of(&self, number: usize) -> usize {
        match self.items.get(number) {
            Some(Item::List(end) | Item::Map(end)) => *end,
            _ => number + 1,
        }
    }

    /// The values of a list, or keys and values of a map in turn: numbers of items. Of any other item
    /// there are none.
    pub fn children(&self, number: usize) -> Vec<usize> {
        let end = match self.items.get(number) {
            Some(Item::List(end) | Item::Map(end)) => *end,
            _ => return Vec::new(),
        };
        let mut children = Vec::new();
        let mut at = number + 1;
        while at < end {
            children.push(at);
            at = self.end_of(at);
        }
        children
    }

    /// Keys and values of a map: numbers of items.
    pub fn pairs(&self, number: usize) -> Vec<(&str, usize)> {
        if !matches!(self.items.get(number), Some(Item::Map(_))) {
            return Vec::new();
        }
        let children = self.children(number);
        let pair = |pair: &[usize; 2]| match self.items.get(pair[0]) {
            Some(Item::Text(key)) => (key.as_str(), pair[1]),
            _ => ("", pair[1]),
        };
        children.as_chunks::<2>().0.iter().map(pair).collect()
    }

    /// What a name leads to: a key of a map, or a number of a list.
    pub fn child(&self, number: usize, name: &str) -> Option<usize> {
        match self.items.get(number)? {
            Item::Map(_) => {
                let pairs = self.pairs(number);
                pairs
                    .iter()
                    .find(|(key, _)| *key == name)
                    .map(|pair| pair.1)
            }
            Item::List(_) => {
                let canonical = name == "0" || !name.starts_with(['0', '+']);
                let at: usize = name.parse().ok().filter(|_| canonical)?;
                self.children(number).get(at).copied()
            }
            _ => None,
        }
    }

    /// The value that begins at an item, alone.
    #[must_use]
    pub fn part(&self, number: usize) -> Self {
        let items = self.items.get(number..self.end_of(number));
        let moved = |item: &Item| match item {
            Item::List(end) => Item::List(end - number),
            Item::Map(end) => Item::Map(end - number),
            other => other.clone(),
        };
        Self {
            items: items.unwrap_or_default().iter().map(moved).collect(),
        }
    }

    /// Every link with its path, in the order of the document.
    pub fn links(&self) -> Vec<(String, Cid)> {
        let mut found = Vec::new();
        let mut open = vec![(0, String::new())];
        while let Some((number, path)) = open.pop() {
            let join = |name: &str| {
                let slash = if path.is_empty() { "" } else { "/" };
                format!("{path}{slash}{name}")
            };
            let first = open.len();
            match self.items.get(number) {
                Some(Item::Link(cid)) => found.push((path, cid.clone())),
                Some(Item::Map(_)) => {
                    let pairs = self.pairs(number);
                    open.extend(pairs.into_iter().map(|(key, value)| (value, join(key))));
                }
                Some(Item::List(_)) => {
                    let values = self.children(number).into_iter().enumerate();
                    open.extend(values.map(|(at, value)| (value, join(&at.to_string()))));
                }
                _ => {}
            }
            open.get_mut(first..).unwrap_or_default().reverse();
        }
        found
    }

    /// What is in a list or map as it goes out: the keys of a map in order.
    fn frame(&self, number: usize, order: Order) -> Frame {
        let map = matches!(self.items.get(number), Some(Item::Map(_)));
        let mut rest = self.children(number);
        if map {
            let key = |pair: &[usize; 2]| match self.items.get(pair[0]) {
                Some(Item::Text(key)) if order == Order::Bytes => (0, key.as_bytes()),
                Some(Item::Text(key)) => (key.len(), key.as_bytes()),
                _ => (0, &b""[..]),
            };
            rest.as_chunks_mut::<2>()
                .0
                .sort_by(|a, b| key(a).cmp(&key(b)));
        }
        Frame {
            rest: rest.into_iter(),
            map,
            first: true,
        }
    }

    /// Writes dag-cbor.
    pub fn to_cbor(&self) -> Result<Vec<u8>> {
        let mut block = Vec::new();
        let mut open: Vec<Frame> = Vec::new();
        let mut next = Some(0);
        while let Some(number) = next {
            match self.items.get(number) {
                Some(Item::Null) | None => block.push(0xf6),
                Some(Item::Bool(value)) => block.push(0xf4 + u8::from(*value)),
                Some(Item::Int(number)) => put_int(&mut block, *number)?,
                Some(Item::Float(value)) => {
                    block.push(0xfb);
                    block.extend(value.to_bits().to_be_bytes());
                }
                Some(Item::Text(text)) => put_text(&mut block, text),
                Some(Item::Bytes(bytes)) => {
                    put_head(&mut block, 2, bytes.len() as u64);
                    block.extend_from_slice(bytes);
                }
                Some(Item::Link(cid)) => put_link(&mut block, cid),
                Some(Item::List(_) | Item::Map(_)) => {
                    let frame = self.frame(number, Order::Length);
                    let count = frame.rest.len() as u64;
                    let (major, count) = if frame.map {
                        (5, count / 2)
                    } else {
                        (4, count)
                    };
                    put_head(&mut block, major, count);
                    open.push(frame);
                    if open.len() > dag_cbor::DEPTH_MOST {
                        return Err(too_deep());
                    }
                }
            }
            next = following(&mut open, |_| ());
        }
        Ok(block)
    }
}

/// The next item of what is open; what ends on the way is told.
fn following(open: &mut Vec<Frame>, mut ended: impl FnMut(&Frame)) -> Option<usize> {
    loop {
        let frame = open.last_mut()?;
        if let Some(number) = frame.rest.next() {
            return Some(number);
        }
        ended(frame);
        open.pop();
    }
}

fn too_deep() -> Error {
    let wanted = format!(
        "at most {} lists and maps in each other",
        dag_cbor::DEPTH_MOST
    );
    Error::new(slug::DAG_CBOR, wanted, "more")
}

fn put_int(block: &mut Vec<u8>, number: i128) -> Result<()> {
    let (major, magnitude) = if number < 0 {
        (1, -1 - number)
    } else {
        (0, number)
    };
    let Ok(magnitude) = u64::try_from(magnitude) else {
        let wanted = "a whole number from -2^64 up to 2^64 - 1";
        let found: Cow<'static, str> = number.to_string().into();
        return Err(Error::new(slug::DAG_CBOR, wanted, found));
    };
    put_head(block, major, magnitude);
    Ok(())
}
