//! The objects that members hand each other: one object in JSON each, one a line, so that files of
//! them can be put behind each other. Each says its type and version first; keys that are not known,
//! or that stand twice, are refused.

use std::borrow::Cow;

use serde::Deserialize;
use zeroize::Zeroizing;

use super::MOST;
use crate::codec::json::{is_no_object, words};
use crate::error::{Error, Place, Result, Slug, slug};
use crate::secret::SecretBytes;

use crate::codec::json::unhex;

/// Bytes of a line with an object, at most; what holds more says so itself.
pub const LARGEST_LINE: usize = 16 << 10;
/// Objects in one file, at most.
pub const MOST_LINES: usize = 1 << 16;

/// What every object says first.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    r#type: Option<Cow<'a, str>>,
    version: Option<u64>,
}

/// The type that an object says it is of.
pub fn type_of(bytes: &[u8]) -> Option<String> {
    let object = (!is_no_object(bytes)).then_some(bytes)?;
    let head: Head<'_> = serde_json::from_slice(object).ok()?;
    head.r#type.map(Cow::into_owned)
}

/// Reads one object of type `kind`, version 1. `T` denies keys that it does not know; its fields
/// `type` and `version` were looked at.
///
/// ```
/// use decent::error::slug;
/// use decent::group::object;
/// #[derive(serde::Deserialize)]
/// #[serde(deny_unknown_fields)]
/// struct Note<'a> {
///     #[serde(rename = "type")]
///     _type: serde::de::IgnoredAny,
///     #[serde(rename = "version")]
///     _version: serde::de::IgnoredAny,
///     text: &'a str,
/// }
/// let read = |json: &'static str| object::read::<Note>(json.as_bytes(), "note", slug::GROUP);
/// assert_eq!(read(r#"{"type":"note","version":1,"text":"so"}"#).unwrap().text, "so");
/// let version = read(r#"{"type":"note","version":2,"text":"so"}"#).err().unwrap();
/// assert_eq!(version.slug, slug::UNKNOWN_VERSION);
/// assert!(read(r#"{"type":"note","version":1,"text":"so","more":1}"#).is_err());
/// ```
pub fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8], kind: &'static str, wrong: Slug) -> Result<T> {
    read_saying(bytes, kind, wrong, words)
}

/// The same of an object that holds a secret, of which no error repeats a value.
pub fn read_secret<'a, T: Deserialize<'a>>(
    bytes: &'a [u8],
    kind: &'static str,
    wrong: Slug,
) -> Result<T> {
    read_saying(bytes, kind, wrong, |error| {
        let words = match error.classify() {
            serde_json::error::Category::Data => "a key or a value that it does not have",
            serde_json::error::Category::Eof => "its end before its last brace",
            _ => "something else than JSON",
        };
        words.into()
    })
}

fn read_saying<'a, T: Deserialize<'a>>(
    bytes: &'a [u8],
    kind: &'static str,
    wrong: Slug,
    say: fn(&serde_json::Error) -> String,
) -> Result<T> {
    let wanted = || format!("an object of type {kind}");
    if is_no_object(bytes) {
        return Err(Error::new(wrong, wanted(), "something else than an object"));
    }
    let refused = |error: serde_json::Error| {
        let place = Place::Column(error.line() as u64, error.column() as u64);
        Error::new(wrong, wanted(), say(&error)).at(place)
    };
    let head: Head<'_> = serde_json::from_slice(bytes).map_err(refused)?;
    match head.r#type {
        Some(said) if said == kind => {}
        Some(other) => {
            let other: String = other.chars().take(40).collect();
            let found = format!("one of type {other:?}");
            return Err(Error::new(wrong, wanted(), found));
        }
        None => return Err(Error::new(wrong, wanted(), "one without a type")),
    }
    match head.version {
        Some(1) => {}
        Some(other) => {
            let wanted = format!("version 1 of {kind}");
            return Err(Error::new(slug::UNKNOWN_VERSION, wanted, other.to_string()));
        }
        None => return Err(Error::new(wrong, wanted(), "one without a version")),
    }
    serde_json::from_slice(bytes).map_err(refused)
}

/// The objects of a file, one a line, with the numbers of their lines, counted from 1. Blank lines are
/// none.
pub fn lines(bytes: &[u8]) -> Result<Vec<(u64, &[u8])>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let lines = bytes.split(|byte| *byte == b'\n').zip(1..);
    let mut objects = Vec::new();
    for (line, number) in lines {
        let line = line.trim_ascii();
        if line.is_empty() {
            continue;
        }
        if objects.len() == MOST_LINES {
            let wanted = format!("at most {MOST_LINES} objects");
            return Err(Error::new(slug::TOO_LARGE, wanted, "more"));
        }
        objects.push((number, line));
    }
    Ok(objects)
}

/// The number of a member, which any group could have.
pub fn member(number: u64, wrong: Slug) -> Result<u16> {
    let known = u16::try_from(number).ok();
    let known = known.filter(|number| (1..=MOST).contains(number));
    known.ok_or_else(|| Error::new(wrong, format!("member: 1 to {MOST}"), number.to_string()))
}

/// Exactly so many bytes in hex.
pub fn array<const N: usize>(field: &'static str, text: &str) -> Result<[u8; N]> {
    let bytes = unhex(field, text)?;
    let found = format!("{} digits", text.len());
    let wanted = || format!("{field}: {} hex digits", N * 2);
    let array = bytes.try_into();
    array.map_err(|_| Error::new(slug::NOT_HEX, wanted(), found))
}

/// 32 secret bytes in hex, without a copy that stays behind; the error does not repeat them.
pub fn secret(field: &'static str, text: &str) -> Result<SecretBytes<32>> {
    let wrong = || {
        let wanted = format!("{field}: 64 hex digits");
        Error::new(slug::NOT_HEX, wanted, "something else")
    };
    let mut bytes = Zeroizing::new([0; 32]);
    if text.len() != 64 {
        return Err(wrong());
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        for digit in pair {
            let value = char::from(*digit).to_digit(16).ok_or_else(wrong)?;
            *byte = *byte << 4 | value as u8;
        }
    }
    Ok(bytes)
}
