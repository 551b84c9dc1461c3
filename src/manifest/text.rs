//! The lines of `sha256sum`, of `b3sum` and of BSD's `sha256` (coreutils manual, "md5sum
//! invocation"; openssl-dgst(1)): `HEX  NAME`, `HEX *NAME`, `SHA256 (NAME) = HEX`.
//!
//! A name with a newline, a carriage return or a backslash is written with these three escaped
//! behind a backslash, and the line then begins with one.

use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::manifest::algorithm::{Algorithm, Digest};

/// A digest and a name of one line.
pub(crate) type Pair = (Digest, Vec<u8>);

/// Appends `HEX  NAME`, or `TAG (NAME) = HEX` with `tag`, ended by a newline, or by NUL with
/// `zero`, which escapes nothing.
pub(crate) fn write(line: &mut Vec<u8>, name: &[u8], digest: &Digest, tag: bool, zero: bool) {
    let escaped = if zero { None } else { escape(name) };
    if escaped.is_some() {
        line.push(b'\\');
    }
    let name = escaped.as_deref().unwrap_or(name);
    let hex = digest.hex();
    let parts: [&[u8]; 5] = if tag {
        let tag = digest.algorithm().tag();
        [tag.as_bytes(), b" (", name, b") = ", hex.as_bytes()]
    } else {
        [hex.as_bytes(), b"  ", name, b"", b""]
    };
    line.extend(parts.concat());
    line.push(if zero { 0 } else { b'\n' });
}

/// The name as lists and verdict lines write it behind a leading backslash; `None` where nothing
/// has to be escaped.
///
/// ```
/// use decent::manifest::escape;
/// assert_eq!(escape(b"a\nb").unwrap(), b"a\\nb");
/// assert_eq!(escape(b"a b"), None);
/// ```
pub fn escape(name: &[u8]) -> Option<Vec<u8>> {
    if !name.iter().any(|byte| b"\n\r\\".contains(byte)) {
        return None;
    }
    let mut escaped = Vec::with_capacity(name.len() + 8);
    for byte in name {
        match byte {
            b'\n' => escaped.extend(b"\\n"),
            b'\r' => escaped.extend(b"\\r"),
            b'\\' => escaped.extend(b"\\\\"),
            other => escaped.push(*other),
        }
    }
    Some(escaped)
}

fn unescape(name: &[u8]) -> Result<Vec<u8>> {
    let mut plain = Vec::with_capacity(name.len());
    let mut bytes = name.iter();
    while let Some(byte) = bytes.next() {
        if *byte != b'\\' {
            plain.push(*byte);
            continue;
        }
        plain.push(match bytes.next() {
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b'\\') => b'\\',
            _ => {
                let wanted = "\\n, \\r or \\\\ in an escaped name";
                return Err(Error::new(slug::LIST_LINE, wanted, "another escape"));
            }
        });
    }
    Ok(plain)
}

/// Reads one line without its end. `algorithm` decides what 64 digits are, and which lines count;
/// `zero` says that nothing is escaped.
pub(crate) fn parse(line: &[u8], algorithm: Option<Algorithm>, zero: bool) -> Result<Pair> {
    let trimmed = line.trim_ascii_start();
    let (escaped, rest) = match trimmed.strip_prefix(b"\\") {
        Some(rest) if !zero => (true, rest),
        _ => (false, trimmed),
    };
    let (digest, name) = match bsd(rest)? {
        Some((found, name, digits)) => (digest(digits, Some(found))?, name),
        None => gnu(rest, algorithm)?,
    };
    if let Some(wanted) = algorithm.filter(|wanted| *wanted != digest.algorithm()) {
        let found = digest.algorithm().name();
        return Err(Error::new(slug::LIST_LINE, wanted.name(), found));
    }
    let name = if escaped {
        unescape(name)?
    } else {
        name.into()
    };
    if name.is_empty() || name.contains(&0) {
        let found = if name.is_empty() {
            "none"
        } else {
            "one with NUL"
        };
        return Err(Error::new(slug::LIST_LINE, "a name", found));
    }
    Ok((digest, name))
}

/// `HEX  NAME` or `HEX *NAME`.
fn gnu(line: &[u8], algorithm: Option<Algorithm>) -> Result<(Digest, &[u8])> {
    let end = line.iter().position(|byte| !byte.is_ascii_hexdigit());
    let (digits, rest) = line
        .split_at_checked(end.unwrap_or(line.len()))
        .unwrap_or_default();
    let name = rest.strip_prefix(b"  ").or(rest.strip_prefix(b" *"));
    match name {
        Some(name) if !digits.is_empty() => Ok((digest(digits, algorithm)?, name)),
        _ => {
            let wanted = "a digest, two spaces and a name";
            Err(Error::new(slug::LIST_LINE, wanted, shown(line)))
        }
    }
}

type Tagged<'a> = (Algorithm, &'a [u8], &'a [u8]);

/// `SHA256 (NAME) = HEX`, or openssl's `SHA2-256(NAME)= HEX`.
fn bsd(line: &[u8]) -> Result<Option<Tagged<'_>>> {
    let Some(open) = line.iter().position(|byte| *byte == b'(') else {
        return Ok(None);
    };
    let (tag, rest) = line.split_at_checked(open).unwrap_or_default();
    let tag = tag.trim_ascii_end();
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    let Some(close) = rest.iter().rposition(|byte| *byte == b')') else {
        return Ok(None);
    };
    let (name, digits) = rest.split_at_checked(close).unwrap_or_default();
    let digits = digits.strip_prefix(b")").unwrap_or_default();
    let digits = digits
        .strip_prefix(b" ")
        .unwrap_or(digits)
        .strip_prefix(b"= ");
    let (Some(digits), Some(name)) = (digits, name.strip_prefix(b"(")) else {
        return Ok(None);
    };
    // A longer word is the digest of a GNU line whose name looks like this.
    if tag.is_empty() || tag.len() > 16 || !tag.iter().all(is_word) {
        return Ok(None);
    }
    let tag = String::from_utf8_lossy(tag).to_ascii_lowercase();
    let algorithm = match tag.as_str() {
        "sha2-256" | "sha-256" => Algorithm::Sha256,
        "sha2-512" | "sha-512" => Algorithm::Sha512,
        "sha-1" => Algorithm::Sha1,
        tag => Algorithm::named(tag)?,
    };
    Ok(Some((algorithm, name, digits)))
}

/// The digest of hex digits, of the algorithm that was asked for or has so many.
pub(crate) fn digest(digits: &[u8], algorithm: Option<Algorithm>) -> Result<Digest> {
    if let Some(bad) = digits.iter().find(|byte| !byte.is_ascii_hexdigit()) {
        let found = format!("{:?}", char::from(*bad));
        return Err(Error::new(slug::NOT_HEX, "a hex digit", found));
    }
    let by_length = || Algorithm::of_digits(digits.len());
    let fits = |one: Algorithm| one.digest_len() * 2 == digits.len();
    let Some(algorithm) = algorithm.or_else(by_length).filter(|one| fits(*one)) else {
        let wanted = match algorithm {
            Some(one) => format!("{} hex digits of {}", one.digest_len() * 2, one.name()),
            None => "40, 64 or 128 hex digits".into(),
        };
        let found = format!("{}", digits.len());
        return Err(Error::new(slug::DIGEST_LENGTH, wanted, found));
    };
    Digest::new(algorithm, &hex::decode(&String::from_utf8_lossy(digits))?)
}

/// The start of a line in an error.
pub(crate) fn shown(line: &[u8]) -> String {
    let start = String::from_utf8_lossy(line.get(..40).unwrap_or(line)).into_owned();
    if line.len() > 40 {
        return format!("{start:?} ...");
    }
    format!("{start:?}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    fn name_of(line: &str) -> String {
        let (digest, name) = parse(line.as_bytes(), None, false).expect(line);
        assert_eq!(digest.hex(), ABC);
        String::from_utf8(name).unwrap()
    }

    #[test]
    fn styles_are_read() {
        assert_eq!(name_of(&format!("{ABC}  a b")), "a b");
        assert_eq!(name_of(&format!("{ABC} *a")), "a");
        assert_eq!(name_of(&format!("{ABC}    a")), "  a");
        assert_eq!(name_of(&format!("  {}  a", ABC.to_uppercase())), "a");
        assert_eq!(name_of(&format!("\\{ABC}  a\\nb\\\\c\\rd")), "a\nb\\c\rd");
        assert_eq!(name_of(&format!("{ABC}  a\\nb")), "a\\nb");
        assert_eq!(name_of(&format!("SHA256 (a) = b) = {ABC}")), "a) = b");
        assert_eq!(name_of(&format!("SHA256(a)= {ABC}")), "a");
        assert_eq!(name_of(&format!("SHA2-256(a)= {ABC}")), "a");
        assert_eq!(name_of(&format!("\\SHA256 (a\\nb) = {ABC}")), "a\nb");
        assert_eq!(name_of(&format!("{ABC}  (a) = b")), "(a) = b");
    }

    #[test]
    fn damage_has_its_own_word() {
        let slug_of = |line: String| parse(line.as_bytes(), None, false).expect_err(&line).slug;
        assert_eq!(slug_of(format!("{}  a", &ABC[1..])), slug::DIGEST_LENGTH);
        assert_eq!(slug_of(format!("{}g  a", &ABC[1..])), slug::LIST_LINE);
        assert_eq!(slug_of(format!("{ABC} a")), slug::LIST_LINE);
        assert_eq!(slug_of(ABC.into()), slug::LIST_LINE);
        assert_eq!(slug_of(format!("{ABC}  ")), slug::LIST_LINE);
        assert_eq!(slug_of("  a".into()), slug::LIST_LINE);
        assert_eq!(slug_of(format!("\\{ABC}  a\\x")), slug::LIST_LINE);
        assert_eq!(slug_of(format!("\\{ABC}  a\\")), slug::LIST_LINE);
        assert_eq!(slug_of(format!("MD5 (a) = {ABC}")), slug::UNKNOWN_ALGORITHM);
        assert_eq!(slug_of(format!("SHA512 (a) = {ABC}")), slug::DIGEST_LENGTH);
        let line = format!("{ABC}  a");
        let as_sha1 = parse(line.as_bytes(), Some(Algorithm::Sha1), false);
        assert_eq!(as_sha1.unwrap_err().slug, slug::DIGEST_LENGTH);
        let (digest, _) = parse(line.as_bytes(), Some(Algorithm::Blake3), false).unwrap();
        assert_eq!(digest.algorithm(), Algorithm::Blake3);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            name in proptest::collection::vec(1u8..=255, 1..40),
            tag: bool,
            zero: bool,
            which in 0usize..4,
        ) {
            let algorithm = Algorithm::ALL[which];
            let digest = Digest::new(algorithm, &vec![0xa5; algorithm.digest_len()]).unwrap();
            let mut line = Vec::new();
            write(&mut line, &name, &digest, tag, zero);
            let end = line.pop().unwrap();
            prop_assert_eq!(end, if zero { 0 } else { b'\n' });
            prop_assert!(zero || !line.contains(&b'\n'));
            prop_assert_eq!(parse(&line, Some(algorithm), zero).unwrap(), (digest, name));
        }

        #[test]
        fn anything_is_read_without_panic(line: Vec<u8>, zero: bool) {
            drop(parse(&line, None, zero));
        }
    }
}
