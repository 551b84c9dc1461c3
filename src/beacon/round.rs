//! One beacon: round, signature, and what else stands beside them, in JSON as drand publishes it.

use std::borrow::Cow;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::chain::{is_no_object, unhex, words};
use super::{Chain, Scheme};
use crate::codec::hex;
use crate::error::{Error, Result, slug};

/// The last round that is read: drand writes rounds as numbers of JSON, which most programs hold exactly
/// up to here alone.
pub const LAST: u64 = (1 << 53) - 1;

/// Bytes of one beacon in JSON, at most.
pub const LARGEST: usize = 16 << 10;

/// Bytes of a signature, of the scheme that has the longest.
const SIGNATURE: usize = 96;

/// Bytes of randomness.
const RANDOMNESS: usize = 32;

/// A beacon, as it was said; nothing of it is verified yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beacon {
    /// Its number, from 1 on.
    pub round: u64,
    /// A point.
    pub signature: Box<[u8]>,
    /// The signature of the round before, where the chain is chained.
    pub previous: Option<Box<[u8]>>,
    /// The randomness, where it is said: it follows from the signature.
    pub randomness: Option<Box<[u8]>>,
}

#[derive(Deserialize)]
struct Fields<'a> {
    round: u64,
    #[serde(borrow)]
    signature: Cow<'a, str>,
    #[serde(borrow)]
    previous_signature: Option<Cow<'a, str>>,
    #[serde(borrow)]
    randomness: Option<Cow<'a, str>>,
}

fn malformed(wanted: &'static str, found: impl Into<Cow<'static, str>>) -> Error {
    Error::new(slug::BEACON, wanted, found)
}

/// Bytes in hex, of which no more are held than any scheme has: many beacons are held at once.
pub(super) fn short(field: &'static str, text: &str, most: usize) -> Result<Box<[u8]>> {
    if text.len() > most * 2 {
        let found = format!("{} digits", text.len());
        let wanted = format!("{field}: at most {most} bytes");
        return Err(Error::new(slug::BEACON, wanted, found));
    }
    unhex(field, text).map(Vec::into_boxed_slice)
}

impl Beacon {
    /// Of one object of JSON.
    ///
    /// ```
    /// use decent::beacon::Beacon;
    /// let beacon = Beacon::read(br#"{"round": 7, "signature": "c0ffee"}"#).unwrap();
    /// assert_eq!((beacon.round, &*beacon.signature), (7, &[0xc0, 0xff, 0xee][..]));
    /// ```
    pub fn read(json: &[u8]) -> Result<Self> {
        if is_no_object(json) {
            return Err(malformed("a beacon", "something else than an object"));
        }
        let fields: Fields<'_> =
            serde_json::from_slice(json).map_err(|error| malformed("a beacon", words(&error)))?;
        if !(1..=LAST).contains(&fields.round) {
            let found = fields.round.to_string();
            return Err(malformed("a round from 1 to 2^53 - 1", found));
        }
        let optional = |field, text: Option<&Cow<'_, str>>, most| {
            text.filter(|text| !text.is_empty())
                .map(|text| short(field, text, most))
                .transpose()
        };
        let previous = fields.previous_signature.as_ref();
        Ok(Self {
            round: fields.round,
            signature: short("signature", &fields.signature, SIGNATURE)?,
            previous: optional("previous_signature", previous, SIGNATURE)?,
            randomness: optional("randomness", fields.randomness.as_ref(), RANDOMNESS)?,
        })
    }

    /// Its object of JSON as drand publishes it, and the end of the line.
    pub fn text(&self) -> String {
        let mut text = format!("{{\"round\":{}", self.round);
        let randomness = self.derived();
        let fields: [(&str, Option<&[u8]>); 3] = [
            ("randomness", Some(&randomness)),
            ("signature", Some(&self.signature)),
            ("previous_signature", self.previous.as_deref()),
        ];
        for (name, bytes) in fields {
            if let Some(bytes) = bytes {
                let hex = hex::encode(bytes);
                text.push_str(&[",\"", name, "\":\"", &hex, "\""].concat());
            }
        }
        text + "}\n"
    }

    /// The randomness that its signature gives: the SHA-256 of it, in every scheme.
    pub fn derived(&self) -> [u8; 32] {
        Sha256::digest(&self.signature).into()
    }

    /// The digest that the chain signs for this round.
    pub fn message(&self, chain: &Chain) -> Result<[u8; 32]> {
        if !chain.scheme.is_chained() {
            return Ok(chain.scheme.message(self.round, b""));
        }
        // Before the first round stands the hash of the group; it may be left out.
        let previous = match (&self.previous, self.round) {
            (Some(previous), _) => &**previous,
            (None, 1) => &chain.genesis_seed,
            (None, _) => {
                let wanted = "previous_signature, which this chain signs";
                return Err(malformed(wanted, "none"));
            }
        };
        let wanted = match self.round {
            1 => chain.genesis_seed.len(),
            _ => Scheme::Chained.signature_bytes(),
        };
        if previous.len() != wanted {
            let found = format!("{} bytes", previous.len());
            return Err(malformed("a previous_signature of the right length", found));
        }
        if self.round == 1 && previous != chain.genesis_seed {
            let wanted = "the group hash of the chain before round 1";
            return Err(malformed(wanted, "another previous_signature"));
        }
        Ok(chain.scheme.message(self.round, previous))
    }

    /// Whether the randomness that is said is the one that follows.
    pub fn check_randomness(&self) -> Result<()> {
        let derived = self.derived();
        match &self.randomness {
            Some(said) if **said != derived => {
                let wanted = "the SHA-256 of the signature as its randomness";
                let error = Error::new(slug::BEACON_RANDOMNESS, wanted, "another value");
                Err(error)
            }
            _ => Ok(()),
        }
    }
}
