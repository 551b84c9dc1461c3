//! Names and texts of others as they are shown: no terminal is driven by them, no list and no shell
//! misreads them.

use std::borrow::Cow;
use std::fmt::Write as _;

/// A text of others as one cell of a row: control characters are shown, and can't part a line.
pub(crate) fn visible(text: &str) -> String {
    String::from_utf8_lossy(&escape(text.as_bytes(), true)).into_owned()
}

/// Made visible what could drive a terminal or make a name read as another: control characters, the
/// marks that turn the direction of text, and lone bytes that some terminals take for controls. All
/// other bytes stay.
pub(crate) fn escape(text: &[u8], terminal: bool) -> Cow<'_, [u8]> {
    if !terminal || text.iter().all(|byte| (b' '..=b'~').contains(byte)) {
        return Cow::Borrowed(text);
    }
    let mut safe = Vec::with_capacity(text.len() + 8);
    let hex = |safe: &mut Vec<u8>, bytes: &[u8]| {
        let digits: Vec<_> = bytes.iter().map(|byte| format!("\\x{byte:02x}")).collect();
        safe.extend(digits.concat().bytes());
    };
    for chunk in text.utf8_chunks() {
        for letter in chunk.valid().chars() {
            let mut buffer = [0; 4];
            let bytes = letter.encode_utf8(&mut buffer).as_bytes();
            if letter.is_control() || turns(letter) {
                hex(&mut safe, bytes);
            } else {
                safe.extend_from_slice(bytes);
            }
        }
        for byte in chunk.invalid() {
            if (0x80..0xa0).contains(byte) {
                hex(&mut safe, &[*byte]);
            } else {
                safe.push(*byte);
            }
        }
    }
    Cow::Owned(safe)
}

/// Whether a letter turns the direction of those behind it.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A name as a word of a shell line. Bytes that are no text are given by their numbers, in octal,
/// as printf(1) of every shell reads them.
pub(crate) fn shell_word(name: &[u8]) -> String {
    let Ok(text) = std::str::from_utf8(name) else {
        let bytes = name.iter().fold(String::new(), |mut bytes, byte| {
            let _ = write!(bytes, "\\{byte:03o}");
            bytes
        });
        return format!("\"$(printf '{bytes}')\"");
    };
    let tame = |c: char| c.is_ascii_alphanumeric() || "./_-+:@%,".contains(c);
    if !text.is_empty() && text.chars().all(tame) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}
