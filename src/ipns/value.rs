//! Paths that records point at (ipns-record.md, "Value"): `/ipfs/CID/more`, `/ipns/NAME/more`, or
//! `/ipns/DOMAIN/more`, which DNS would have to answer.

use std::fmt;

use super::Name;
use super::name::start_of;
use crate::cid::{Cid, LIBP2P_KEY};
use crate::error::{Error, Result, slug};

/// What a path begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// Content, which never changes.
    Ipfs(Cid),
    /// Another name.
    Ipns(Name),
    /// A domain with a `DNSLink`.
    Domain(String),
}

/// A path of content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The first two steps.
    pub start: Start,
    /// Those behind them, each with its slash.
    pub rest: String,
}

/// With the CID in its usual base, the name in base 36.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.start {
            Start::Ipfs(cid) => write!(f, "/ipfs/{cid}{}", self.rest),
            Start::Ipns(name) => write!(f, "/ipns/{name}{}", self.rest),
            Start::Domain(domain) => write!(f, "/ipns/{domain}{}", self.rest),
        }
    }
}

fn wrong(wanted: &'static str, found: &str) -> Error {
    let found = format!("{:?}", start_of(found));
    Error::new(slug::IPNS_VALUE, wanted, found)
}

impl Path {
    /// The path that a text is.
    ///
    /// ```
    /// use decent::ipns::Path;
    /// let text = "/ipfs/bafkqaddwgevxmmraojswg33smq/docs";
    /// assert_eq!(Path::parse(text).unwrap().to_string(), text);
    /// assert!(Path::parse("/ipfs/../etc").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self> {
        let wanted = "a path: /ipfs/CID.. or /ipns/NAME..";
        let behind = text
            .strip_prefix("/ipfs/")
            .or(text.strip_prefix("/ipns/"))
            .ok_or_else(|| wrong(wanted, text))?;
        let cut = behind.find('/').unwrap_or(behind.len());
        let (first, rest) = behind.split_at(cut);
        let climbs = |step: &str| step == "." || step == "..";
        if rest.split('/').any(climbs) || rest.contains(char::is_control) {
            return Err(wrong("steps that only lead down", rest));
        }
        let start = if text.starts_with("/ipfs/") {
            Start::Ipfs(Cid::parse(first)?.0)
        } else if is_domain(first) {
            Start::Domain(first.to_owned())
        } else {
            Start::Ipns(Name::parse(first)?)
        };
        let rest = rest.to_owned();
        Ok(Self { start, rest })
    }

    /// What a value given by a person stands for: a path as it is, or a bare CID or name, of which the
    /// path is made in the way of the npm package `ipns`.
    pub fn meant(text: &str) -> Result<String> {
        if text.starts_with('/') {
            return Self::parse(text).map(|_| text.to_owned());
        }
        if let Ok(name) = Name::parse(text)
            && Cid::parse(text).is_ok_and(|(cid, _)| cid.codec() == LIBP2P_KEY)
        {
            return Ok(format!("/ipns/{name}"));
        }
        let (cid, _) = Cid::parse(text)?;
        Ok(format!("/ipfs/{}", cid.to_v1()))
    }
}

/// A name of DNS has a dot, and letters, digits and hyphens around it.
fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        let tame = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        (1..=63).contains(&label.len()) && label.chars().all(tame)
    };
    text.contains('.') && text.len() <= 253 && text.split('.').all(label)
}
