//! Magnet links (BEP 9, BEP 53): a torrent's infohashes, and where it may be found.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use super::metainfo::{InfoHash, Torrent};
use crate::codec::{base32, hex};
use crate::error::{Error, Place, Result, slug};

/// The longest link that is read.
const LONGEST: usize = 1 << 20;
/// The multihash of SHA-256: its code, and its length.
const SHA256: &str = "1220";

/// A magnet link.
///
/// ```
/// use decent::torrent::Magnet;
/// let text = "magnet:?xt=urn:btih:1f07e4a0d2d5ecf4d4b1d1e2f6b8d6b64d1e1c55&dn=a%20b&so=0,2-4";
/// let magnet = Magnet::parse(text).unwrap();
/// assert_eq!(magnet.name.as_deref(), Some(&b"a b"[..]));
/// assert_eq!(magnet.select, [0..=0, 2..=4]);
/// assert_eq!(magnet.to_string(), text);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Magnet {
    /// `xt`: what names the torrent; one of the two at least.
    pub hash: InfoHash,
    /// `dn`: the name to show.
    pub name: Option<Vec<u8>>,
    /// `xl`: bytes in all.
    pub size: Option<u64>,
    /// `tr`: trackers.
    pub trackers: Vec<Vec<u8>>,
    /// `ws`: URLs that serve the files.
    pub web_seeds: Vec<Vec<u8>>,
    /// `x.pe`: hosts with ports.
    pub peers: Vec<String>,
    /// `so`: numbers of the files that are wanted, counted from 0 (BEP 53).
    pub select: Vec<RangeInclusive<u64>>,
    /// Whatever else stood there: name and value.
    pub others: Vec<(String, Vec<u8>)>,
}

impl Magnet {
    /// The link to a torrent, with all its trackers and web seeds.
    pub fn of(torrent: &Torrent) -> Self {
        let outer = torrent.outer();
        Self {
            hash: torrent.hash(),
            name: Some(torrent.info().name().to_vec()),
            size: None,
            trackers: outer.trackers.iter().flatten().cloned().collect(),
            web_seeds: outer.web_seeds.clone(),
            peers: Vec::new(),
            select: Vec::new(),
            others: Vec::new(),
        }
    }

    /// Reads a link. Of a name that may stand once, the first counts.
    pub fn parse(text: &str) -> Result<Self> {
        if text.len() > LONGEST {
            let wanted = format!("at most {LONGEST} bytes");
            return Err(Error::new(slug::TOO_LARGE, wanted, text.len().to_string()));
        }
        let scheme = text.split_at_checked(8);
        let Some((_, query)) = scheme.filter(|(start, _)| start.eq_ignore_ascii_case("magnet:?"))
        else {
            return Err(wrong(0, "magnet:?", "another beginning"));
        };
        let mut magnet = Self {
            hash: InfoHash { v1: None, v2: None },
            name: None,
            size: None,
            trackers: Vec::new(),
            web_seeds: Vec::new(),
            peers: Vec::new(),
            select: Vec::new(),
            others: Vec::new(),
        };
        let mut at = 8;
        for pair in query.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let place = at + name.len() + 1;
            at += pair.len() + 1;
            if !pair.is_empty() {
                magnet.take(name, value, place)?;
            }
        }
        if magnet.hash.v1.is_none() && magnet.hash.v2.is_none() {
            return Err(wrong(
                8,
                "an infohash, xt=urn:btih:.. or xt=urn:btmh:..",
                "none",
            ));
        }
        Ok(magnet)
    }

    fn take(&mut self, name: &str, value: &str, at: usize) -> Result<()> {
        let bytes = unescaped(value, at)?;
        // `tr.1`, `tr.2` and their like are the same as `tr`.
        let plain = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let plain = plain.strip_suffix('.').unwrap_or(name);
        let words = || {
            let text = String::from_utf8(bytes.clone());
            text.map_err(|_| wrong(at, "text", "bytes that are no UTF-8"))
        };
        match plain {
            "xt" => return self.topic(&words()?, name, at),
            "dn" => {
                self.name.get_or_insert(bytes);
            }
            "xl" => {
                let size = words()?
                    .parse()
                    .map_err(|_| wrong(at, "a number of bytes", value))?;
                self.size.get_or_insert(size);
            }
            "tr" => self.trackers.push(bytes),
            "ws" => self.web_seeds.push(bytes),
            "x.pe" => self
                .peers
                .push(peer(&words()?).map_err(|e| e.at(place(at)))?),
            "so" => {
                let ranges = select(&words()?).map_err(|e| e.at(place(at)))?;
                self.select.extend(ranges);
            }
            _ => self.others.push((name.to_owned(), bytes)),
        }
        Ok(())
    }

    /// An infohash; a topic of another sort is kept as it is.
    fn topic(&mut self, text: &str, name: &str, at: usize) -> Result<()> {
        let lower = text.to_ascii_lowercase();
        if let Some(digits) = lower.strip_prefix("urn:btih:") {
            let at = at + "urn:btih:".len();
            let bytes = match digits.len() {
                32 => base32::decode(digits),
                40 => hex::decode(digits).ok(),
                _ => None,
            };
            let hash = bytes.and_then(|bytes| <[u8; 20]>::try_from(bytes).ok());
            let wanted = "40 hex digits, or 32 letters of base 32";
            let hash = hash.ok_or_else(|| wrong(at, wanted, format!("{digits:.80?}")))?;
            return once(&mut self.hash.v1, hash, at);
        }
        if let Some(digits) = lower.strip_prefix("urn:btmh:") {
            let at = at + "urn:btmh:".len();
            let hash = digits.strip_prefix(SHA256).filter(|hash| hash.len() == 64);
            let hash = hash.and_then(|digits| hex::decode_array(digits).ok());
            let wanted = "1220 and 64 hex digits, a multihash of SHA-256";
            let hash = hash.ok_or_else(|| wrong(at, wanted, format!("{digits:.80?}")))?;
            return once(&mut self.hash.v2, hash, at);
        }
        self.others
            .push((name.to_owned(), text.as_bytes().to_vec()));
        Ok(())
    }
}

/// Sets an infohash; two that differ would be two torrents.
fn once<T: PartialEq>(place: &mut Option<T>, hash: T, at: usize) -> Result<()> {
    match place {
        Some(other) if *other != hash => Err(wrong(at, "one infohash of a kind", "a second")),
        _ => {
            *place = Some(hash);
            Ok(())
        }
    }
}

fn place(at: usize) -> Place {
    Place::Byte(at as u64)
}

fn wrong(at: usize, wanted: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::MAGNET, wanted, found.into()).at(place(at))
}

/// A host with a port: `name:port`, `ipv4:port` or `[ipv6]:port`.
pub fn peer(text: &str) -> Result<String> {
    let tame = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    let parts = text.rsplit_once(':').filter(|(host, port)| {
        let inside = host
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        let host = match inside {
            Some(inside) => inside.parse::<std::net::Ipv6Addr>().is_ok(),
            None => !host.is_empty() && host.bytes().all(tame),
        };
        let digits = port.bytes().all(|byte| byte.is_ascii_digit());
        host && digits && port.parse::<u16>().is_ok_and(|port| port > 0)
    });
    if parts.is_some() {
        return Ok(text.to_owned());
    }
    let wanted = "host:port or [ipv6]:port";
    Err(Error::new(slug::MAGNET, wanted, format!("{text:.80?}")))
}

/// Numbers and ranges of numbers, both ends counted: `0,2,4-6`.
pub fn select(text: &str) -> Result<Vec<RangeInclusive<u64>>> {
    let range = |part: &str| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let number = |text: &str| {
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<u64>().ok().filter(|_| digits)
        };
        let (first, last) = (number(first)?, number(last)?);
        (first <= last).then_some(first..=last)
    };
    let ranges: Option<Vec<_>> = text.split(',').map(range).collect();
    ranges.ok_or_else(|| {
        let wanted = "numbers of files, as in 0,2,4-6";
        Error::new(slug::MAGNET, wanted, format!("{text:.80?}"))
    })
}

fn unescaped(text: &str, at: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        bytes.push(match byte {
            b'%' => {
                let place = at + text.len() - behind.len() - 1;
                let digit = |d: &u8| char::from(*d).to_digit(16);
                let pair = behind.split_first_chunk::<2>();
                let value = pair.and_then(|([high, low], _)| Some(digit(high)? << 4 | digit(low)?));
                let Some(value) = value else {
                    return Err(wrong(place, "two hex digits behind %", "others"));
                };
                rest = behind.get(2..).unwrap_or_default();
                value as u8
            }
            b'+' => b' ',
            other => other,
        });
    }
    Ok(bytes)
}

/// Everything but letters, digits and `-._~` as `%` and two digits (RFC 3986).
fn escaped(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(byte) {
            text.push(char::from(*byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
}

impl std::fmt::Display for Magnet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = String::from("magnet:?");
        let mut first = true;
        let mut begin = |text: &mut String, name: &str| {
            if !std::mem::replace(&mut first, false) {
                text.push('&');
            }
            text.push_str(name);
            text.push('=');
        };
        if let Some(hash) = self.hash.v1 {
            begin(&mut text, "xt");
            text += "urn:btih:";
            text += &hex::encode(&hash);
        }
        if let Some(hash) = self.hash.v2 {
            begin(&mut text, "xt");
            text += "urn:btmh:1220";
            text += &hex::encode(&hash);
        }
        let size = self.size.map(|size| size.to_string().into_bytes());
        let others = self
            .others
            .iter()
            .map(|(name, value)| (name.as_str(), value));
        let pairs = (self.name.iter().map(|name| ("dn", name)))
            .chain(size.iter().map(|size| ("xl", size)))
            .chain(self.trackers.iter().map(|url| ("tr", url)))
            .chain(self.web_seeds.iter().map(|url| ("ws", url)))
            .chain(others);
        for (name, value) in pairs {
            begin(&mut text, name);
            escaped(&mut text, value);
        }
        // Colons, brackets and commas separate here, and stand as they are.
        for peer in &self.peers {
            begin(&mut text, "x.pe");
            text += peer;
        }
        if !self.select.is_empty() {
            begin(&mut text, "so");
            text += &shown(&self.select);
        }
        f.write_str(&text)
    }
}

/// Ranges as a link has them: `0,2,4-6`.
pub fn shown(ranges: &[RangeInclusive<u64>]) -> String {
    let range = |range: &RangeInclusive<u64>| match (range.start(), range.end()) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}-{last}"),
    };
    ranges.iter().map(range).collect::<Vec<_>>().join(",")
}
