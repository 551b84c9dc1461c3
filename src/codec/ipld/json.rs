//! dag-json (ipld.io/specs/codecs/dag-json): JSON (RFC 8259) in which `{"/": CID}` is a link and
//! `{"/": {"bytes": BASE64}}` bytes. Written without blanks and with keys in the order of their
//! bytes; read with blanks and in any order too, each key once, numbers kept apart: those with a point
//! or an exponent, and whole ones of 65 bits. Read and written without recursion.

use super::{Builder, Document, Frame, Item, Order, following, too_deep};

use crate::cid::Cid;
use crate::codec::dag_cbor::DEPTH_MOST;
use crate::codec::multibase::Base;
use crate::error::{Error, Place, Result, slug};

/// Digits of a number at most: more than any that is kept exactly.
const DIGITS_MOST: usize = 1100;

impl Document {
    /// Reads dag-json.
    ///
    /// ```
    /// use decent::codec::ipld::Document;
    /// let document = Document::from_json(br#" {"b": 1.0, "aa": {"/": {"bytes": "AQ"}}} "#).unwrap();
    /// assert_eq!(document.to_json().unwrap(), br#"{"aa":{"/":{"bytes":"AQ"}},"b":1.0}"#);
    /// assert!(Document::from_json(br#"{"a":1,"a":2}"#).is_err());
    /// ```
    pub fn from_json(text: &[u8]) -> Result<Self> {
        let mut parser = Parser {
            text,
            at: 0,
            builder: Builder::default(),
        };
        parser.document()?;
        Ok(parser.builder.done())
    }

    /// Writes dag-json in its one form. Text that reads as a link or as bytes can't be written.
    pub fn to_json(&self) -> Result<Vec<u8>> {
        let mut text = Vec::new();
        let mut open: Vec<Frame> = Vec::new();
        // Behind a key its value follows.
        let mut behind_key = false;
        let mut next = Some(0);
        while let Some(number) = next {
            let in_map = open.last().is_some_and(|frame| frame.map);
            match open.last_mut() {
                Some(_) if in_map && behind_key => text.push(b':'),
                Some(frame) if !frame.first => text.push(b','),
                Some(frame) => frame.first = false,
                None => {}
            }
            behind_key = in_map && !behind_key;
            let item = self.at(number);
            if let Some(Item::List(_) | Item::Map(_)) = item {
                let frame = self.frame(number, Order::Bytes);
                self.refuse_reserved(number)?;
                text.push(if frame.map { b'{' } else { b'[' });
                open.push(frame);
                if open.len() > DEPTH_MOST {
                    return Err(too_deep());
                }
                behind_key = false;
            } else {
                put(&mut text, item);
            }
            next = following(&mut open, |frame| {
                text.push(if frame.map { b'}' } else { b']' });
                behind_key = false;
            });
        }
        Ok(text)
    }

    /// An error of a map that would be read as a link or as bytes.
    fn refuse_reserved(&self, number: usize) -> Result<()> {
        let Some(slash) = self.child(number, "/") else {
            return Ok(());
        };
        if matches!(self.at(number), Some(Item::Map(_))) && self.is_reserved(slash) {
            let wanted = "maps that are not read as a link or as bytes";
            return Err(Error::new(slug::DAG_JSON, wanted, "one with the key \"/\""));
        }
        Ok(())
    }

    /// Whether the value of the key `/` makes its map a link or bytes.
    fn is_reserved(&self, slash: usize) -> bool {
        let text = |number| matches!(self.at(number), Some(Item::Text(_)));
        text(slash) || self.child(slash, "bytes").is_some_and(text)
    }
}

/// A value that holds no others.
fn put(text: &mut Vec<u8>, item: Option<&Item>) {
    match item {
        Some(Item::Bool(value)) => text.extend(value.to_string().bytes()),
        Some(Item::Int(number)) => text.extend(number.to_string().bytes()),
        Some(Item::Float(value)) => text.extend(shown(*value).bytes()),
        Some(Item::Text(value)) => put_text(text, value),
        Some(Item::Bytes(bytes)) => {
            let base64 = Base::named("base64").map_or(String::new(), |base| base.encode(bytes));
            text.extend(format!("{{\"/\":{{\"bytes\":\"{base64}\"}}}}").bytes());
        }
        Some(Item::Link(cid)) => text.extend(format!("{{\"/\":\"{cid}\"}}").bytes()),
        _ => text.extend(b"null"),
    }
}

fn put_text(text: &mut Vec<u8>, value: &str) {
    text.push(b'"');
    for byte in value.bytes() {
        match byte {
            b'"' | b'\\' => text.extend([b'\\', byte]),
            8 => text.extend(b"\\b"),
            9 => text.extend(b"\\t"),
            10 => text.extend(b"\\n"),
            12 => text.extend(b"\\f"),
            13 => text.extend(b"\\r"),
            0..32 => text.extend(format!("\\u{byte:04x}").bytes()),
            _ => text.push(byte),
        }
    }
    text.push(b'"');
}

/// A number with a point as ECMAScript writes it (ECMA-262, `Number::toString`), `.0` behind a whole one.
fn shown(value: f64) -> String {
    let scientific = format!("{value:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let exponent = exponent.parse::<i32>().unwrap_or(0);
    // How many digits stand before the point; where there are none, zeros stand behind it.
    let point = usize::try_from(exponent + 1).unwrap_or(0);
    let count = digits.len();
    if (count..=21).contains(&point) {
        let zeros = "0".repeat(point - count);
        return format!("{sign}{digits}{zeros}.0");
    }
    if (1..=21).contains(&point) {
        let (whole, rest) = digits.split_at(point);
        return format!("{sign}{whole}.{rest}");
    }
    if (-6..0).contains(&exponent) {
        let zeros = "0".repeat(exponent.unsigned_abs() as usize - 1);
        return format!("{sign}0.{zeros}{digits}");
    }
    let (first, rest) = digits.split_at(1);
    let dot = if rest.is_empty() { "" } else { "." };
    format!("{sign}{first}{dot}{rest}e{exponent:+}")
}

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
    builder: Builder,
}

impl<'a> Parser<'a> {
    fn wrong(&self, wanted: &'static str, found: impl Into<String>) -> Error {
        Error::new(slug::DAG_JSON, wanted, found.into()).at(Place::Byte(self.at as u64))
    }

    /// The next byte that is no blank, not taken.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.text.get(self.at) {
            self.at += 1;
        }
        self.text.get(self.at).copied()
    }

    fn unexpected(&self, wanted: &'static str) -> Error {
        match self.text.get(self.at) {
            None => self.wrong(wanted, "the end"),
            Some(byte) => self.wrong(wanted, format!("{:?}", char::from(*byte))),
        }
    }

    fn take(&mut self, byte: u8, wanted: &'static str) -> Result<()> {
        if self.peek() == Some(byte) {
            self.at += 1;
            return Ok(());
        }
        Err(self.unexpected(wanted))
    }

    fn document(&mut self) -> Result<()> {
        // Whether each that is open is a map.
        let mut open: Vec<bool> = Vec::new();
        loop {
            match self.peek() {
                Some(begin @ (b'[' | b'{')) => {
                    self.at += 1;
                    let map = begin == b'{';
                    if open.len() >= DEPTH_MOST {
                        return Err(too_deep().at(Place::Byte(self.at as u64)));
                    }
                    open.push(map);
                    self.builder.begin(map);
                    let close = if map { b'}' } else { b']' };
                    if self.peek() != Some(close) {
                        if map {
                            self.key()?;
                        }
                        continue;
                    }
                }
                _ => self.scalar()?,
            }
            // A value has ended, and with it perhaps what it stands in.
            loop {
                let next = self.peek();
                match (open.last(), next) {
                    (None, None) => return Ok(()),
                    (Some(true), Some(b'}')) | (Some(false), Some(b']')) => {
                        self.at += 1;
                        self.close(open.pop() == Some(true))?;
                    }
                    (Some(map), Some(b',')) => {
                        self.at += 1;
                        if *map {
                            self.key()?;
                        }
                        break;
                    }
                    (None, Some(_)) => return Err(self.unexpected("the end")),
                    (Some(true), _) => return Err(self.unexpected("',' or '}'")),
                    (Some(false), _) => return Err(self.unexpected("',' or ']'")),
                }
            }
        }
    }

    fn key(&mut self) -> Result<()> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected("a key"));
        }
        let key = self.string()?;
        self.builder.put(Item::Text(key));
        self.take(b':', "':'")
    }

    /// Ends a list or map. A map of one key `/` is a link or bytes.
    fn close(&mut self, map: bool) -> Result<()> {
        let begun = self.builder.open.last().copied().unwrap_or(0);
        self.builder.end();
        if !map {
            return Ok(());
        }
        let document = Document {
            items: std::mem::take(&mut self.builder.items),
        };
        let special = self.special(&document, begun);
        self.builder.items = document.items;
        if let Some(item) = special? {
            self.builder.items.truncate(begun);
            self.builder.items.push(item);
        }
        Ok(())
    }

    /// What a map that has ended stands for, where it is no map.
    fn special(&self, document: &Document, begun: usize) -> Result<Option<Item>> {
        let mut keys: Vec<&str> = document.pairs(begun).iter().map(|pair| pair.0).collect();
        keys.sort_unstable();
        if let Some([twice, _]) = keys
            .windows(2)
            .find(|pair| matches!(pair, [a, b] if a == b))
        {
            return Err(self.wrong("each key once", format!("{twice:?} twice")));
        }
        let Some(slash) = document.child(begun, "/") else {
            return Ok(None);
        };
        if !document.is_reserved(slash) {
            return Ok(None);
        }
        let alone = |number| document.pairs(number).len() == 1;
        let inner = document.child(slash, "bytes");
        if !alone(begun) || inner.is_some() && !alone(slash) {
            return Err(self.wrong("a link or bytes alone in their map", "more keys"));
        }
        match (
            document.at(slash),
            inner.and_then(|inner| document.at(inner)),
        ) {
            (_, Some(Item::Text(base64))) => {
                let base = Base::named("base64").map(|base| base.decode(base64));
                let bytes = base.unwrap_or_else(|| Ok(Vec::new()));
                let bytes = bytes.map_err(|error| self.wrong("base64", error.to_string()))?;
                Ok(Some(Item::Bytes(bytes)))
            }
            (Some(Item::Text(cid)), _) => {
                let read = Cid::parse(cid).map_err(|error| error.to_string());
                let (read, _) = read.map_err(|error| self.wrong("a link", error))?;
                if read.to_string() == *cid {
                    return Ok(Some(Item::Link(read)));
                }
                Err(self.wrong(
                    "a link in base32, of version 0 in base58",
                    format!("{cid:?}"),
                ))
            }
            _ => Ok(None),
        }
    }

    fn scalar(&mut self) -> Result<()> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let words = [
            ("null", Item::Null),
            ("true", Item::Bool(true)),
            ("false", Item::Bool(false)),
        ];
        let word = words
            .into_iter()
            .find(|(word, _)| rest.starts_with(word.as_bytes()));
        let item = match (rest.first(), word) {
            (_, Some((word, item))) => {
                self.at += word.len();
                item
            }
            (Some(b'"'), _) => Item::Text(self.string()?),
            (Some(b'-' | b'0'..=b'9'), _) => self.number()?,
            _ => return Err(self.unexpected("a value")),
        };
        self.builder.put(item);
        Ok(())
    }

    /// Takes as many digits as there are.
    fn digits(&mut self) -> Result<&'a [u8]> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if count == 0 {
            return Err(self.unexpected("a digit"));
        }
        if count > DIGITS_MOST {
            return Err(self.wrong("a number of at most 1100 digits", "more"));
        }
        self.at += count;
        Ok(rest.get(..count).unwrap_or_default())
    }

    fn number(&mut self) -> Result<Item> {
        let begun = self.at;
        if self.text.get(self.at) == Some(&b'-') {
            self.at += 1;
        }
        let whole = self.digits()?;
        if whole.len() > 1 && whole.starts_with(b"0") {
            self.at = begun;
            return Err(self.wrong("a number without zeros before it", "0"));
        }
        let mut float = false;
        if self.text.get(self.at) == Some(&b'.') {
            self.at += 1;
            self.digits()?;
            float = true;
        }
        if let Some(b'e' | b'E') = self.text.get(self.at) {
            self.at += 1;
            if let Some(b'+' | b'-') = self.text.get(self.at) {
                self.at += 1;
            }
            self.digits()?;
            float = true;
        }
        let text = self.text.get(begun..self.at).unwrap_or_default();
        let text = std::str::from_utf8(text).unwrap_or_default();
        let range = -(1i128 << 64)..1i128 << 64;
        if float {
            let value = text.parse::<f64>().ok().filter(|value| value.is_finite());
            return value
                .map(Item::Float)
                .ok_or_else(|| self.wrong("a number of 64 bits", "a larger one"));
        }
        let number = text.parse().ok().filter(|number| range.contains(number));
        number
            .map(Item::Int)
            .ok_or_else(|| self.wrong("a whole number from -2^64 up to 2^64 - 1", text))
    }

    /// A text in quotes, at the first of them.
    fn string(&mut self) -> Result<String> {
        self.at += 1;
        let mut bytes = Vec::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let plain = |byte: &&u8| !matches!(**byte, b'"' | b'\\' | 0..32);
            let count = rest.iter().take_while(plain).count();
            bytes.extend_from_slice(rest.get(..count).unwrap_or_default());
            self.at += count;
            match rest.get(count) {
                Some(b'"') => break,
                Some(b'\\') => {
                    let letter = self.escaped()?;
                    bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                }
                _ => return Err(self.unexpected("the rest of a text, '\"' behind it")),
            }
        }
        self.at += 1;
        String::from_utf8(bytes).map_err(|_| self.wrong("text in UTF-8", "other bytes"))
    }

    /// What stands behind a backslash.
    fn escaped(&mut self) -> Result<char> {
        let letter = self.text.get(self.at + 1).copied();
        let plain = match letter {
            Some(b'u') => {
                let first = self.unit()?;
                return self.letter(first);
            }
            Some(byte @ (b'"' | b'\\' | b'/')) => byte,
            Some(b'b') => 8,
            Some(b'f') => 12,
            Some(b'n') => 10,
            Some(b'r') => 13,
            Some(b't') => 9,
            _ => return Err(self.wrong("one of \"\\/bfnrtu behind a backslash", "another")),
        };
        self.at += 2;
        Ok(char::from(plain))
    }

    /// A letter whose first half of UTF-16 was read.
    fn letter(&mut self, first: u32) -> Result<char> {
        let pair = (0xd800..0xdc00).contains(&first);
        let mut code = first;
        if pair && self.text.get(self.at..self.at + 2) == Some(b"\\u") {
            let second = self.unit()?;
            if (0xdc00..0xe000).contains(&second) {
                code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
            }
        }
        char::from_u32(code).ok_or_else(|| self.wrong("a whole letter", "half of a pair"))
    }

    /// Four hex digits behind `\u`.
    fn unit(&mut self) -> Result<u32> {
        let digits = self.text.get(self.at + 2..self.at + 6);
        let hex = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let hex = hex.and_then(|hex| std::str::from_utf8(hex).ok());
        let unit = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok());
        let unit = unit.ok_or_else(|| self.wrong("four hex digits behind \\u", "others"))?;
        self.at += 6;
        Ok(unit)
    }
}

#[cfg(test)]
mod tests;
