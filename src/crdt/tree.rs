//! JSON values with their places, for states that are held in memory: read strictly, without
//! recursion, and within bounds.

use num_bigint::BigInt;

use crate::crdt::count::Count;
use crate::crdt::text::Text;
use crate::error::{Error, Place, Result, Slug, slug};

/// The deepest nesting that is read.
pub const MAX_DEPTH: usize = 16;
/// The most values that one state may hold, members and items counted.
pub const MAX_VALUES: usize = 1 << 20;
/// The most bytes that all strings of one state may hold.
pub const MAX_BYTES: usize = 32 << 20;

/// A value and its place in the input, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where it begins.
    pub at: u64,
    /// What it is.
    pub value: Value,
}

/// A JSON value, its numbers whole and exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`, `true` or `false`.
    Word(&'static str),
    /// A whole number.
    Number(BigInt),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object, its keys all different.
    Map(Vec<Member>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its key.
    pub key: String,
    /// Where the key stands.
    pub at: u64,
    /// Its value.
    pub node: Node,
}

/// An array or object that is not closed yet.
enum Open {
    List(u64, Vec<Node>),
    Map(u64, Vec<Member>, (String, u64)),
}

/// What one value may still take.
struct Left {
    values: usize,
    bytes: usize,
}

/// Reads the value that comes next.
///
/// ```
/// use decent::crdt::{text::Text, tree};
/// use decent::source::Source;
/// let source = Source::from_bytes(br#"{"a":[1,-2]}"#.as_slice());
/// let node = tree::read(&mut Text::new(&source, 4096)).unwrap();
/// let list = node.get("a").unwrap().list("numbers").unwrap();
/// assert_eq!(list[1].whole().unwrap(), (-2).into());
/// assert!(list[1].count().is_err());
/// ```
pub fn read(text: &mut Text<'_>) -> Result<Node> {
    let mut open: Vec<Open> = Vec::new();
    let mut left = Left {
        values: MAX_VALUES,
        bytes: MAX_BYTES,
    };
    loop {
        let Some(mut done) = begin(text, &mut open, &mut left)? else {
            continue;
        };
        // A value is whole: put it where it belongs, and close what ends with it.
        loop {
            match open.last_mut() {
                None => return Ok(done),
                Some(Open::List(_, items)) => items.push(done),
                Some(Open::Map(_, members, key)) => {
                    let (key, at) = std::mem::take(key);
                    members.push(Member {
                        key,
                        at,
                        node: done,
                    });
                }
            }
            if text.took(b',')? {
                if let Some(Open::Map(_, _, key)) = open.last_mut() {
                    *key = next_key(text, &mut left)?;
                }
                break;
            }
            done = match open.pop() {
                Some(Open::List(at, items)) => {
                    text.take(b']', "',' or ']'")?;
                    let value = Value::List(items);
                    Node { at, value }
                }
                Some(Open::Map(at, members, _)) => {
                    text.take(b'}', "',' or '}'")?;
                    each_once(text, &members)?;
                    let value = Value::Map(members);
                    Node { at, value }
                }
                None => return Err(text.wrong("the end")),
            };
        }
    }
}

/// Begins a value: `None` where it is an array or object with something in it.
fn begin(text: &mut Text<'_>, open: &mut Vec<Open>, left: &mut Left) -> Result<Option<Node>> {
    let first = text.peek_word()?;
    let at = text.offset();
    let too_much = |text: &Text<'_>, what: String| {
        Err(text.error_at(
            slug::TOO_LARGE,
            at,
            format!("a state of at most {what}"),
            "more",
        ))
    };
    let Some(values) = left.values.checked_sub(1) else {
        return too_much(text, format!("{MAX_VALUES} values"));
    };
    left.values = values;
    if open.len() > MAX_DEPTH {
        return too_much(text, format!("{MAX_DEPTH} values within each other"));
    }
    let value = match first {
        Some(b'{') => {
            text.consume(1);
            if !text.took(b'}')? {
                open.push(Open::Map(at, Vec::new(), next_key(text, left)?));
                return Ok(None);
            }
            Value::Map(Vec::new())
        }
        Some(b'[') => {
            text.consume(1);
            if !text.took(b']')? {
                open.push(Open::List(at, Vec::new()));
                return Ok(None);
            }
            Value::List(Vec::new())
        }
        Some(b'"') => Value::Text(string(text, left)?),
        Some(b'-' | b'0'..=b'9') => Value::Number(text.whole()?),
        _ => Value::Word(text.word()?),
    };
    Ok(Some(Node { at, value }))
}

fn next_key(text: &mut Text<'_>, left: &mut Left) -> Result<(String, u64)> {
    text.peek_word()?;
    let at = text.offset();
    let key = string(text, left)?;
    text.take(b':', "':'")?;
    Ok((key, at))
}

fn string(text: &mut Text<'_>, left: &mut Left) -> Result<String> {
    let at = text.offset();
    let string = text.string("a key in quotes")?;
    let Some(bytes) = left.bytes.checked_sub(string.len()) else {
        let wanted = format!("strings of at most {MAX_BYTES} bytes in one state");
        return Err(text.error_at(slug::TOO_LARGE, at, wanted, "more"));
    };
    left.bytes = bytes;
    Ok(string)
}

/// Refuses a key that is there twice.
fn each_once(text: &Text<'_>, members: &[Member]) -> Result<()> {
    let mut keys: Vec<_> = members.iter().map(|m| (m.key.as_str(), m.at)).collect();
    keys.sort_unstable();
    let mut pairs = keys.iter().zip(keys.iter().skip(1));
    match pairs.find(|(one, other)| one.0 == other.0) {
        None => Ok(()),
        Some((_, (key, at))) => Err(text.error_at(
            slug::DUPLICATE_REPLICA,
            *at,
            "each key once",
            format!("{} twice", quoted(key)),
        )),
    }
}

/// A string as it is told in errors: short, in quotes.
fn quoted(text: &str) -> String {
    let short: String = text.chars().take(40).collect();
    let dots = if short.len() < text.len() { ".." } else { "" };
    format!("{short:?}{dots}")
}

impl Node {
    /// The error that something else was wanted in this place.
    pub fn wrong(&self, wanted: impl Into<std::borrow::Cow<'static, str>>) -> Error {
        let found = match &self.value {
            Value::Word("null") => "null".into(),
            Value::Word(_) => "a boolean".into(),
            Value::Number(number) if number.sign() == num_bigint::Sign::Minus => {
                "a negative number".into()
            }
            Value::Number(_) => "a number".into(),
            Value::Text(text) => quoted(text),
            Value::List(_) => "an array".into(),
            Value::Map(members) => match members.first() {
                Some(first) => format!("an object with {}", quoted(&first.key)),
                None => "an empty object".into(),
            },
        };
        self.error(slug::NOT_A_STATE, wanted, found)
    }

    /// An error about this place.
    pub fn error(
        &self,
        slug: Slug,
        wanted: impl Into<std::borrow::Cow<'static, str>>,
        found: impl Into<std::borrow::Cow<'static, str>>,
    ) -> Error {
        Error::new(slug, wanted, found).at(Place::Byte(self.at))
    }

    /// The members of an object.
    pub fn map(&self, wanted: &'static str) -> Result<&[Member]> {
        match &self.value {
            Value::Map(members) => Ok(members),
            _ => Err(self.wrong(wanted)),
        }
    }

    /// The items of an array.
    pub fn list(&self, wanted: &'static str) -> Result<&[Node]> {
        match &self.value {
            Value::List(items) => Ok(items),
            _ => Err(self.wrong(wanted)),
        }
    }

    /// A string.
    pub fn text(&self, wanted: &'static str) -> Result<&str> {
        match &self.value {
            Value::Text(text) => Ok(text),
            _ => Err(self.wrong(wanted)),
        }
    }

    /// A whole number; in a line of text its digits.
    pub fn whole(&self) -> Result<BigInt> {
        let count = |digits: &str| {
            let (minus, digits) = digits
                .strip_prefix('-')
                .map_or((false, digits), |d| (true, d));
            let count = BigInt::from(Count::from_digits(digits.as_bytes())?);
            Some(if minus { -count } else { count })
        };
        let found = match &self.value {
            Value::Number(number) => Some(number.clone()),
            Value::Text(text) => count(text),
            _ => None,
        };
        found.ok_or_else(|| self.not_a_count("a whole number"))
    }

    /// A natural number.
    pub fn count(&self) -> Result<Count> {
        let wanted = "a natural number";
        let number = self.whole().map_err(|_| self.not_a_count(wanted))?;
        Count::try_from(number).map_err(|_| self.not_a_count(wanted))
    }

    /// The number of an event: natural, below 2^64.
    pub fn number(&self) -> Result<u64> {
        let small = self.count()?.small();
        small.ok_or_else(|| self.not_a_count("a number below 2^64"))
    }

    fn not_a_count(&self, wanted: &'static str) -> Error {
        Error {
            slug: slug::NOT_A_COUNT,
            ..self.wrong(wanted)
        }
    }

    /// The value of a key, where this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Map(members) => {
                let found = members.iter().find(|member| member.key == key);
                found.map(|member| &member.node)
            }
            _ => None,
        }
    }

    /// The value of a key that must be there.
    pub fn need(&self, key: &'static str) -> Result<&Self> {
        let missing = || self.error(slug::NOT_A_STATE, format!("{key:?} in this object"), "none");
        self.get(key).ok_or_else(missing)
    }

    /// Whether this is an object with all of these keys and no others.
    pub fn has_just(&self, keys: &[&str]) -> bool {
        let all = keys.iter().all(|key| self.get(key).is_some());
        matches!(&self.value, Value::Map(members) if members.len() == keys.len()) && all
    }

    /// Refuses keys other than these.
    pub fn only(&self, keys: &[&'static str]) -> Result<()> {
        let members = self.map("an object")?;
        match members.iter().find(|one| !keys.contains(&one.key.as_str())) {
            None => Ok(()),
            Some(other) => {
                let wanted = format!("only {} here", keys.join(", "));
                let error = Error::new(slug::NOT_A_STATE, wanted, quoted(&other.key));
                Err(error.at(Place::Byte(other.at)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn of(text: &str) -> std::result::Result<Node, String> {
        let source = Source::from_bytes(text.as_bytes());
        read(&mut Text::new(&source, 3)).map_err(|e| e.to_string())
    }

    #[test]
    fn wrong_ones_are_refused_by_place() {
        for (text, error) in [
            ("", "line 1, column 1: wanted a value, found the end"),
            ("[1,]", "line 1, column 4: wanted a value, found ']'"),
            ("[1 2]", "line 1, column 4: wanted ',' or ']', found '2'"),
            (
                "{\"a\":1,}",
                "line 1, column 8: wanted a key in quotes, found '}'",
            ),
            (
                "{\"a\":1,\n\"a\":2}",
                "line 2, column 1: wanted each key once, found \"a\" twice",
            ),
            ("{\"a\"}", "line 1, column 5: wanted ':', found '}'"),
            (
                "[1.5]",
                "line 1, column 2: wanted a whole number, found a fraction",
            ),
            ("[-]", "line 1, column 3: wanted a digit, found ']'"),
            ("[- 1]", "line 1, column 3: wanted a digit, found byte 0x20"),
            ("nul", "line 1, column 1: wanted a value, found null"),
        ] {
            assert_eq!(of(text).expect_err(text), error);
        }
        let deep = "[".repeat(40);
        let error = of(&deep).expect_err("deep");
        assert!(
            error.contains("at most 16 values within each other"),
            "{error}"
        );
    }

    #[test]
    fn what_serde_reads_is_read_the_same() {
        for text in [
            "{}",
            "[]",
            r#"{"a":{"b":[1,[2,[]],{}]},"c":null,"":true}"#,
            r#"[-12345678901234567890,0,false,"x\n\u00e9"]"#,
        ] {
            let node = of(text).expect(text);
            assert_eq!(
                plain(&node),
                serde_json::from_str::<serde_json::Value>(text).unwrap()
            );
        }
    }

    fn plain(node: &Node) -> serde_json::Value {
        match &node.value {
            Value::Word(word) => serde_json::from_str(word).unwrap(),
            Value::Number(n) => serde_json::from_str(&n.to_string()).unwrap(),
            Value::Text(text) => text.clone().into(),
            Value::List(items) => items.iter().map(plain).collect(),
            Value::Map(members) => {
                let pairs = members.iter().map(|m| (m.key.clone(), plain(&m.node)));
                serde_json::Value::Object(pairs.collect())
            }
        }
    }
}
