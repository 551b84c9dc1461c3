//! What binds a draw before its round is there: which pool, which round of which chain, how many are
//! drawn and how. One object of JSON in one line, which has one form; whoever publishes it, or its hash,
//! in time can change nothing any more.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};

use super::{Method, Pool};
use crate::beacon::round::LAST;
use crate::codec::{hex, time};
use crate::error::{Error, Result, slug};
use crate::group::object::{self, array};

/// Bytes of a commitment, at most.
pub const LARGEST: u64 = 4096;

const TYPE: &str = "decent-draw";

/// A draw that is committed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// How the pool is ranked.
    pub method: Method,
    /// The hash of the chain.
    pub chain: [u8; 32],
    /// The round that decides.
    pub round: u64,
    /// How many are drawn: 1 to all.
    pub count: usize,
    /// How many are in the pool.
    pub entries: usize,
    /// The hash of the pool.
    pub pool: [u8; 32],
    /// When it was made, as who made it says, in seconds since 1970.
    pub made: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields<'a> {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    #[serde(borrow)]
    method: Cow<'a, str>,
    #[serde(borrow)]
    chain: Cow<'a, str>,
    round: u64,
    count: usize,
    entries: usize,
    #[serde(borrow)]
    pool: Cow<'a, str>,
    #[serde(borrow)]
    made: Cow<'a, str>,
}

fn wrong(wanted: impl Into<String>, found: impl Into<String>) -> Error {
    Error::new(slug::DRAW, wanted.into(), found.into())
}

impl Commit {
    /// Binds a pool: `count` of it are drawn by `round` of `chain`.
    pub fn new(
        pool: &Pool,
        method: Method,
        count: usize,
        (chain, round): ([u8; 32], u64),
        made: i64,
    ) -> Result<Self> {
        let entries = pool.entries().len();
        if !(1..=entries).contains(&count) {
            let wanted = format!("1 to {entries}, for so many are in the pool");
            return Err(Error::new(slug::OUT_OF_RANGE, wanted, count.to_string()));
        }
        Ok(Self {
            method,
            chain,
            round,
            count,
            entries,
            pool: pool.hash(method),
            made,
        })
    }

    /// Of its text.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let fields: Fields<'_> = object::read(bytes, TYPE, slug::DRAW)?;
        let mut known = Method::ALL.into_iter();
        let method = known.find(|one| one.name() == fields.method);
        let method = method.ok_or_else(|| {
            let found: String = fields.method.chars().take(40).collect();
            let wanted = "method: hash-rank or rfc3797";
            Error::new(slug::UNKNOWN_VERSION, wanted, format!("{found:?}"))
        })?;
        let within = |field: &str, number: u64, most: u64| {
            if (1..=most).contains(&number) {
                return Ok(());
            }
            Err(wrong(format!("{field}: 1 to {most}"), number.to_string()))
        };
        within("round", fields.round, LAST)?;
        within("entries", fields.entries as u64, method.most() as u64)?;
        within("count", fields.count as u64, fields.entries as u64)?;
        let made = time::read(&fields.made);
        let made = made.map_err(|_| wrong("made: a time in UTC", "something else"))?;
        let commit = Self {
            method,
            chain: array("chain", &fields.chain)?,
            round: fields.round,
            count: fields.count,
            entries: fields.entries,
            pool: array("pool", &fields.pool)?,
            made,
        };
        // Its hash is what is published: there is one text for it.
        if commit.text().as_bytes() != bytes {
            let found = "the same in another form: blanks, order or letters";
            return Err(wrong("one line as `beacon draw commit` writes it", found));
        }
        Ok(commit)
    }

    /// One object of JSON, and the end of its line.
    pub fn text(&self) -> String {
        format!(
            "{{\"type\":\"{TYPE}\",\"version\":1,\"method\":\"{}\",\"chain\":\"{}\",\"round\":{},\
             \"count\":{},\"entries\":{},\"pool\":\"{}\",\"made\":\"{}\"}}\n",
            self.method.name(),
            hex::encode(&self.chain),
            self.round,
            self.count,
            self.entries,
            hex::encode(&self.pool),
            time::show(self.made),
        )
    }

    /// SHA-256 of its text: what is published where the text itself is too long.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.text()).into()
    }

    /// Whether a chain is the one whose round decides.
    pub fn check_chain(&self, hash: &[u8; 32]) -> Result<()> {
        if *hash == self.chain {
            return Ok(());
        }
        let wanted = format!("a draw by the chain {}", hex::encode(hash));
        let found = format!("one by {}", hex::encode(&self.chain));
        Err(wrong(wanted, found))
    }

    /// Whether the pool is ranked so.
    pub fn check_method(&self, method: Method) -> Result<()> {
        if method == self.method {
            return Ok(());
        }
        let wanted = format!("a draw by {}", method.name());
        Err(wrong(wanted, format!("one by {}", self.method.name())))
    }

    /// Whether a pool is the one that was committed to.
    pub fn check(&self, pool: &Pool) -> Result<()> {
        let (hash, entries) = (pool.hash(self.method), pool.entries().len());
        if (hash, entries) == (self.pool, self.entries) {
            return Ok(());
        }
        let told = |hash: &[u8; 32], entries: usize| {
            let hash = hex::encode(hash);
            format!("{entries} entries with the hash {hash}")
        };
        let wanted = told(&self.pool, self.entries);
        Err(Error::new(slug::POOL_OTHER, wanted, told(&hash, entries)))
    }
}
