//! The lossless JSON form of a torrent, both ways.
//!
//! A dictionary is an object with its keys in the order of the file, a list an array, an integer a
//! number, and a string a string. Bytes that are no text (hashes, names that are no UTF-8, control
//! characters) are `"hex:"` and their digits; so is a text that itself begins with `hex:`. What
//! [`to_json`] writes, [`from_json`] turns into the very same bytes.

use std::fmt;

use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::codec::bencode::{DEPTH_MOST, Document, Item, Kind, Writer};
use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};

/// Marks a string that stands for bytes.
const MARK: &str = "hex:";

/// A document as JSON.
///
/// ```
/// use decent::{codec::bencode::Document, torrent::json};
/// let document = Document::parse(b"d1:a1:x1:b1:\xff1:ci7ee").unwrap();
/// let text = json::to_json(&document).to_string();
/// assert_eq!(text, r#"{"a":"x","b":"hex:ff","c":7}"#);
/// assert_eq!(json::from_json(text.as_bytes()).unwrap(), b"d1:a1:x1:b1:\xff1:ci7ee");
/// ```
pub fn to_json(document: &Document<'_>) -> Value {
    value(document.root(), false)
}

/// One value; `binary` is inherited by what stands under a key that holds hashes. The depth is
/// bounded by that of a document.
pub(super) fn value(item: Item<'_>, binary: bool) -> Value {
    match item.kind() {
        Kind::Int(number) => number.into(),
        Kind::Bytes(bytes) => text(bytes, binary).into(),
        Kind::List(list) => list.iter().map(|item| value(item, binary)).collect(),
        Kind::Dict(dict) => {
            let mut object = Map::new();
            for (key, item) in dict.iter() {
                let name = text(key.key(), binary);
                object.insert(name, value(item, binary || hashes(key.key())));
            }
            Value::Object(object)
        }
    }
}

/// Keys whose values are bytes even where they happen to be text.
fn hashes(key: &[u8]) -> bool {
    let keys: [&[u8]; 5] = [
        b"pieces",
        b"pieces root",
        b"piece layers",
        b"sha1",
        b"similar",
    ];
    keys.contains(&key)
}

fn text(bytes: &[u8], binary: bool) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if !binary && !text.starts_with(MARK) && !text.contains(char::is_control) => {
            text.to_owned()
        }
        _ => MARK.to_owned() + &hex::encode(bytes),
    }
}

/// The bytes of a torrent from its JSON: the form alone, or a line of `torrent show --json`, which
/// has it under `torrent`. A key that stands twice comes out twice, for the reader to refuse.
pub fn from_json(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = Writer::new();
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let whole = Whole(&mut writer).deserialize(&mut reader);
    whole
        .and_then(|()| reader.end())
        .map_err(|error| refused(&error))?;
    Ok(writer.finish())
}

fn refused(error: &serde_json::Error) -> Error {
    let text = error.to_string();
    let found = text.split(" at line ").next().unwrap_or_default();
    let error_at = Place::Column(error.line() as u64, error.column() as u64);
    let wanted = "the JSON form of a torrent";
    Error::new(slug::TORRENT_JSON, wanted, found.to_owned()).at(error_at)
}

/// The outermost object: a torrent, or a report with one in it.
struct Whole<'w>(&'w mut Writer);

impl<'de> DeserializeSeed<'de> for Whole<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(
        self,
        from: D,
    ) -> std::result::Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<(), A::Error> {
        let first: Option<String> = map.next_key()?;
        // Every line of a report begins with the name of its tool.
        if first.as_deref() != Some("tool") {
            return entries(self.0, first, map, 1);
        }
        map.next_value::<IgnoredAny>()?;
        let mut found = false;
        while let Some(key) = map.next_key::<String>()? {
            if key == "torrent" && !std::mem::replace(&mut found, true) {
                map.next_value_seed(Inside(self.0, 0))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        if found {
            Ok(())
        } else {
            Err(A::Error::custom("a report without a key \"torrent\""))
        }
    }
}

fn entries<'de, A: MapAccess<'de>>(
    writer: &mut Writer,
    first: Option<String>,
    mut map: A,
    depth: usize,
) -> std::result::Result<(), A::Error> {
    writer.open_dict();
    let mut key = first;
    while let Some(name) = key {
        string(writer, &name)?;
        map.next_value_seed(Inside(writer, depth))?;
        key = map.next_key()?;
    }
    writer.close();
    Ok(())
}

fn string<E: serde::de::Error>(writer: &mut Writer, text: &str) -> std::result::Result<(), E> {
    let Some(digits) = text.strip_prefix(MARK) else {
        writer.bytes(text.as_bytes());
        return Ok(());
    };
    let tame = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let bytes = hex::decode(digits).ok().filter(|_| tame);
    let bytes = bytes.ok_or_else(|| E::custom(format!("no hex digits in {text:.60?}")))?;
    writer.bytes(&bytes);
    Ok(())
}

/// A value inside, at its depth.
struct Inside<'w>(&'w mut Writer, usize);

impl<'de> DeserializeSeed<'de> for Inside<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(
        self,
        from: D,
    ) -> std::result::Result<(), D::Error> {
        if self.1 > DEPTH_MOST {
            return Err(D::Error::custom(
                "too many objects and arrays in each other",
            ));
        }
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Inside<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object, an array, a string or a whole number")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> std::result::Result<(), E> {
        string(self.0, text)
    }

    fn visit_i64<E>(self, number: i64) -> std::result::Result<(), E> {
        self.0.int(number);
        Ok(())
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> std::result::Result<(), E> {
        let number = i64::try_from(number).map_err(|_| E::custom("a number past 64 bits"))?;
        self.visit_i64(number)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> std::result::Result<(), A::Error> {
        self.0.open_list();
        while seq.next_element_seed(Inside(self.0, self.1 + 1))?.is_some() {}
        self.0.close();
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<(), A::Error> {
        let first = map.next_key()?;
        entries(self.0, first, map, self.1 + 1)
    }
}
