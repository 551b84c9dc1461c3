//! Files of allowed signers (ssh-keygen(1), "ALLOWED SIGNERS"): a line a key, who may sign with it,
//! for which namespaces, and when.
//!
//! ```text
//! anna@example.org,*@example.net namespaces="git,file",valid-before="20301231Z" ssh-ed25519 AAAA... words
//! ```
//!
//! Certificates are not checked here, so a line of a `cert-authority` is refused, and with it the
//! file: what it would allow can't be said.

use std::io::BufRead;

use crate::codec::{base64, time};
use crate::error::{Error, Place, Result, slug};

/// Bytes of the longest line.
const LONGEST: usize = 64 << 10;
/// Lines of the longest file.
const MOST: usize = 100_000;

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// Who: patterns with `*` and `?`, joined by commas, one with `!` before it excludes.
    pub principals: String,
    /// For what: patterns likewise; without, for all.
    pub namespaces: Option<String>,
    /// From when on, in seconds since 1970.
    pub valid_after: Option<i64>,
    /// Until when.
    pub valid_before: Option<i64>,
    /// The type of the key.
    pub key_type: String,
    /// The public key as SSH writes it.
    pub public_key: Vec<u8>,
    /// The line's number, from 1.
    pub line: u64,
}

impl Allowed {
    /// Why it does not allow a signature for `namespace` at `at` (seconds since 1970) by `identity`.
    /// A signature that is for no namespace is allowed only where none is named.
    pub fn refuses(
        &self,
        namespace: Option<&[u8]>,
        at: i64,
        identity: Option<&str>,
    ) -> Option<&'static str> {
        let named = self.namespaces.as_deref();
        match (named, namespace) {
            (Some(_), None) => return Some("the signer is allowed for namespaces of SSHSIG alone"),
            (Some(list), Some(one)) if !matches_list(list, &String::from_utf8_lossy(one)) => {
                return Some("the signer is not allowed for this namespace");
            }
            _ => {}
        }
        if self.valid_after.is_some_and(|after| at < after) {
            return Some("the signer is not allowed yet");
        }
        if self.valid_before.is_some_and(|before| at > before) {
            return Some("the signer is no longer allowed");
        }
        identity
            .is_some_and(|identity| !matches_list(&self.principals, identity))
            .then_some("the key is another signer's")
    }
}

/// All lines of a file; blank ones and those that begin with `#` are left out.
pub fn read(mut reader: impl BufRead) -> Result<Vec<Allowed>> {
    let mut all = Vec::new();
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let most = LONGEST as u64 + 1;
        let len = std::io::Read::take(&mut reader, most).read_until(b'\n', &mut line);
        if len.map_err(|e| Error::io(slug::UNREADABLE, &e))? == 0 {
            break;
        }
        let at = Place::Line(number);
        if line.len() > LONGEST || all.len() >= MOST {
            let wanted = format!("at most {MOST} lines of at most {LONGEST} bytes");
            return Err(Error::new(slug::TOO_LARGE, wanted, "more").at(at));
        }
        let text =
            std::str::from_utf8(&line).map_err(|_| wrong("UTF-8", "other bytes").at(at.clone()))?;
        let text = text.trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        all.push(one(text, number).map_err(|error| error.at(at))?);
    }
    Ok(all)
}

fn one(text: &str, line: u64) -> Result<Allowed> {
    let (principals, rest) = word(text).ok_or_else(|| wrong("a principal", "nothing"))?;
    let (mut key_type, mut rest) = word(rest).ok_or_else(|| wrong("a key", "the end"))?;
    let mut allowed = Allowed {
        principals: principals.trim_matches('"').to_owned(),
        namespaces: None,
        valid_after: None,
        valid_before: None,
        key_type: String::new(),
        public_key: Vec::new(),
        line,
    };
    if !is_key_type(key_type) {
        options(key_type, &mut allowed)?;
        (key_type, rest) = word(rest).ok_or_else(|| wrong("a key", "the end"))?;
    }
    if !is_key_type(key_type) {
        return Err(wrong("the type of a key", format!("{key_type:?}")));
    }
    let (digits, _) = word(rest).ok_or_else(|| wrong("a key in base64", "the end"))?;
    key_type.clone_into(&mut allowed.key_type);
    allowed.public_key =
        base64::decode(digits).map_err(|error| wrong("a key in base64", error.found))?;
    let inside = super::sshsig::key_type(&allowed.public_key).unwrap_or_default();
    if inside != key_type.as_bytes() {
        let found = format!("{:?}", String::from_utf8_lossy(inside));
        return Err(wrong("a key of the type beside it", found));
    }
    Ok(allowed)
}

/// The next word, blanks in quotes kept in it, and what stands behind it.
fn word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let mut quoted = false;
    let end = text.find(|c: char| {
        quoted ^= c == '"';
        !quoted && c.is_ascii_whitespace()
    });
    let (word, rest) = text.split_at_checked(end.unwrap_or(text.len()))?;
    (!word.is_empty()).then_some((word, rest))
}

fn is_key_type(word: &str) -> bool {
    ["ssh-", "ecdsa-", "sk-ssh-", "sk-ecdsa-"]
        .iter()
        .any(|start| word.starts_with(start))
}

/// `namespaces="git",valid-after="20300101"`, their names in any case.
fn options(text: &str, allowed: &mut Allowed) -> Result<()> {
    let mut quoted = false;
    let parts = text.split(|c: char| {
        quoted ^= c == '"';
        !quoted && c == ','
    });
    for part in parts {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let value = value
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        match (name.to_ascii_lowercase().as_str(), value) {
            ("cert-authority", _) => {
                let wanted = "keys alone; certificates are not checked here";
                return Err(Error::new(slug::CERT_AUTHORITY, wanted, "a cert-authority"));
            }
            ("namespaces", Some(list)) if allowed.namespaces.is_none() => {
                allowed.namespaces = Some(list.to_owned());
            }
            ("valid-after", Some(text)) if allowed.valid_after.is_none() => {
                allowed.valid_after = Some(stamp(text)?);
            }
            ("valid-before", Some(text)) if allowed.valid_before.is_none() => {
                allowed.valid_before = Some(stamp(text)?);
            }
            _ => {
                let wanted =
                    "namespaces=\"..\", valid-after=\"..\", valid-before=\"..\", each once";
                return Err(wrong(wanted, format!("{part:?}")));
            }
        }
    }
    if let (Some(after), Some(before)) = (allowed.valid_after, allowed.valid_before)
        && before <= after
    {
        return Err(wrong(
            "valid-before behind valid-after",
            "a span without a second",
        ));
    }
    Ok(())
}

/// `YYYYMMDD[Z]` or `YYYYMMDDHHMM[SS][Z]`, taken as UTC in any case: who checks elsewhere has another
/// zone.
fn stamp(text: &str) -> Result<i64> {
    let no_time = || {
        let wanted = "a time as YYYYMMDD or YYYYMMDDHHMM[SS], in UTC";
        wrong(wanted, format!("{text:?}"))
    };
    let digits = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    if !digits.bytes().all(|b| b.is_ascii_digit()) || ![8, 12, 14].contains(&digits.len()) {
        return Err(no_time());
    }
    let filled = format!("{digits:0<14}");
    let part = |range| filled.get(range).unwrap_or_default();
    let rfc = format!(
        "{}-{}-{}T{}:{}:{}Z",
        part(0..4),
        part(4..6),
        part(6..8),
        part(8..10),
        part(10..12),
        part(12..14)
    );
    time::read(&rfc).map_err(|_| no_time())
}

/// Whether a list of patterns takes `text`: one without `!` does, and none with it.
pub fn matches_list(list: &str, text: &str) -> bool {
    let mut taken = false;
    for pattern in list.split(',').map(str::trim) {
        match pattern.strip_prefix('!') {
            Some(not) if matches(not, text) => return false,
            None if matches(pattern, text) => taken = true,
            _ => {}
        }
    }
    taken
}

/// Whether a pattern with `*` and `?` takes all of `text`. Goes back to the last `*` alone, so that
/// the time is bounded by the product of the lengths.
fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some(b'*') => {
                star = Some((p, t));
                p += 1;
            }
            Some(one) if *one == b'?' || Some(one) == text.get(t) => {
                p += 1;
                t += 1;
            }
            _ => {
                let Some((at, from)) = star else { return false };
                star = Some((at, from + 1));
                (p, t) = (at + 1, from + 1);
            }
        }
    }
    pattern
        .get(p..)
        .unwrap_or_default()
        .iter()
        .all(|b| *b == b'*')
}

fn wrong(wanted: &'static str, found: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(slug::ALLOWED_SIGNERS, wanted, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB";

    #[test]
    fn lines() {
        let text = format!(
            "# words\n\nanna,*@b.org {KEY} anna's\n\
             !c@b.org,*@b.org namespaces=\"git,f*\",valid-after=\"20240101\",valid-before=\"202401021530Z\" {KEY}\r\n"
        );
        let all = read(text.as_bytes()).expect("valid");
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].line, all[1].line), (3, 4));
        let two = &all[1];
        assert_eq!(two.valid_after, Some(1_704_067_200));
        assert_eq!(two.valid_before, Some(1_704_209_400));
        let at = 1_704_067_200;
        let file = Some(&b"file"[..]);
        assert_eq!(two.refuses(file, at, Some("d@b.org")), None);
        assert_eq!(two.refuses(file, at, None), None);
        assert!(two.refuses(file, at, Some("c@b.org")).is_some());
        assert!(two.refuses(file, at - 1, None).is_some());
        assert!(two.refuses(file, 1_704_209_401, None).is_some());
        assert!(two.refuses(Some(b"email"), at, None).is_some());
        assert!(two.refuses(None, at, None).is_some());
        assert_eq!(all[0].refuses(None, 0, Some("x@b.org")), None);
    }

    #[test]
    fn what_is_no_line_is_refused() {
        for text in [
            "anna",
            "anna ssh-ed25519",
            "anna ssh-ed25519 AAAA",
            "anna ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB",
            &format!("anna until=\"2024\" {KEY}"),
            &format!("anna valid-after=\"2024\" {KEY}"),
            &format!("anna valid-after=\"20240230\" {KEY}"),
            &format!("anna valid-after=\"20240102\",valid-before=\"20240101\" {KEY}"),
            &format!("anna namespaces=\"a\",namespaces=\"b\" {KEY}"),
            "anna options ssh-ed25519",
        ] {
            assert!(read(text.as_bytes()).is_err(), "{text}");
        }
        let error = read(format!("anna cert-authority {KEY}").as_bytes()).expect_err("refused");
        assert_eq!(error.slug, slug::CERT_AUTHORITY);
        let error = read(format!("a CERT-AUTHORITY,namespaces=\"x\" {KEY}").as_bytes());
        assert_eq!(error.expect_err("refused").slug, slug::CERT_AUTHORITY);
    }

    #[test]
    fn patterns() {
        for (pattern, text, wanted) in [
            ("*", "", true),
            ("a*c", "abbbc", true),
            ("a*c", "abbbd", false),
            ("?", "", false),
            ("a?c", "abc", true),
            ("*a*b*", "xxaxxbxx", true),
            ("*aab", "aaaaab", true),
            ("", "", true),
            ("", "a", false),
        ] {
            assert_eq!(matches(pattern, text), wanted, "{pattern} {text}");
        }
    }
}
