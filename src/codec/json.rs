//! What strict readers of JSON share: the reader's words cut short, objects told from the rest, values
//! in hex.

use crate::codec::hex;
use crate::error::{Error, Result, slug};

/// Characters of what was found that an error repeats, at most: the rest is the sender's.
const REPEATED: usize = 100;

/// What the reader of JSON says, without the place.
pub fn words(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let words = words.split(" at line").next().unwrap_or_default();
    let mut short: String = words.chars().take(REPEATED).collect();
    if short.len() < words.len() {
        short.push_str(" ..");
    }
    short
}

/// Whether JSON is something else than an object: an array has no names for its fields.
pub fn is_no_object(json: &[u8]) -> bool {
    let first = json.trim_ascii_start().first();
    first.is_some_and(|byte| *byte != b'{')
}

/// A value in hex, named in the error; nothing around its digits.
pub fn unhex(field: &'static str, text: &str) -> Result<Vec<u8>> {
    let stray = text.chars().find(|letter| !letter.is_ascii_hexdigit());
    if let Some(letter) = stray {
        let found = format!("{letter:?}");
        return Err(Error::new(
            slug::NOT_HEX,
            format!("{field}: a hex digit"),
            found,
        ));
    }
    hex::decode(text).map_err(|error| {
        let wanted = format!("{field}: {}", error.wanted);
        Error::new(error.slug, wanted, error.found)
    })
}
