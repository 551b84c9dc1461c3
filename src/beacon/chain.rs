//! Chain information: the key, the clock and the hash that names a chain, in the JSON of both
//! generations of drand's interface. The hash binds all the rest but the scheme, so it is always
//! recomputed.

use std::borrow::Cow;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::known;
use super::round::LAST;
use super::scheme::{Key, Scheme};
use crate::codec::hex;
pub(super) use crate::codec::json::{is_no_object, unhex, words};
use crate::error::{Error, Place, Result, slug};

/// Bytes of chain information, at most.
pub const LARGEST: u64 = 64 << 10;

/// A chain, checked to be what its hash says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// How it signs.
    pub scheme: Scheme,
    /// The key under which all its beacons hold.
    pub key: Key,
    /// Seconds between two rounds, not 0.
    pub period_seconds: u32,
    /// When round 1 is due, in seconds since 1970.
    pub genesis_time: i64,
    /// The hash of the first group; of a chained scheme the signature before round 1.
    pub genesis_seed: Vec<u8>,
    /// The name in its network; `default` and nothing are the same.
    pub beacon_id: String,
    /// SHA-256 of all that but the scheme.
    pub hash: [u8; 32],
}

/// Both generations: the second has other words for the same.
#[derive(Deserialize)]
struct Info<'a> {
    #[serde(borrow)]
    public_key: Cow<'a, str>,
    period: u32,
    genesis_time: i64,
    #[serde(borrow, alias = "chain_hash")]
    hash: Cow<'a, str>,
    #[serde(
        borrow,
        rename = "groupHash",
        alias = "group_hash",
        alias = "genesis_seed"
    )]
    seed: Cow<'a, str>,
    #[serde(borrow, rename = "schemeID", alias = "scheme", alias = "scheme_id")]
    scheme: Option<Cow<'a, str>>,
    #[serde(borrow)]
    metadata: Option<Metadata<'a>>,
    #[serde(borrow, rename = "beaconID", alias = "beacon_id")]
    id: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct Metadata<'a> {
    #[serde(borrow, rename = "beaconID", alias = "beacon_id")]
    id: Option<Cow<'a, str>>,
}

fn wrong(wanted: impl Into<Cow<'static, str>>, found: impl Into<Cow<'static, str>>) -> Error {
    Error::new(slug::CHAIN_INFO, wanted, found)
}

impl Chain {
    /// Of chain information as `/info` of either generation gives it.
    ///
    /// ```
    /// use decent::beacon::{Chain, known};
    /// let quicknet = known::named("quicknet").unwrap();
    /// assert_eq!(Chain::read(quicknet.info().as_bytes()).unwrap(), quicknet);
    /// assert_eq!(quicknet.round_at(1_692_803_367).unwrap(), 1);
    /// ```
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if is_no_object(bytes) {
            return Err(wrong("chain information", "something else than an object"));
        }
        let info: Info<'_> = serde_json::from_slice(bytes).map_err(|error| {
            let place = Place::Column(error.line() as u64, error.column() as u64);
            wrong("chain information", words(&error)).at(place)
        })?;
        let name = info.scheme.as_deref().unwrap_or(Scheme::Chained.name());
        let Some(scheme) = Scheme::named(name) else {
            let found = format!("{name:?}");
            return Err(wrong("one of the five schemes of drand", found));
        };
        let id = match (&info.id, info.metadata.as_ref().and_then(|m| m.id.as_ref())) {
            (Some(one), Some(other)) if one != other => {
                return Err(wrong("one beacon id", "two that differ"));
            }
            (one, other) => one.as_ref().or(other).map_or("", |id| &**id),
        };
        let key = unhex("public_key", &info.public_key)?;
        let key = scheme.key(&key)?;
        let seed = unhex("group hash", &info.seed)?;
        let clock = (info.period, info.genesis_time);
        let chain = Self::new(scheme, key, clock, seed, id.to_owned())?;
        let said = unhex("hash", &info.hash)?;
        if said != chain.hash {
            let wanted = format!("the hash of what stands here, {}", hex::encode(&chain.hash));
            return Err(wrong(wanted, hex::encode(&said)));
        }
        // The hash does not bind the scheme; of a chain that is known it is known too.
        match known::of_hash(&chain.hash).filter(|known| known.scheme != scheme) {
            None => Ok(chain),
            Some(known) => {
                let wanted = format!("the scheme of {}, {}", known.name, known.scheme.name());
                Err(wrong(wanted, scheme.name()))
            }
        }
    }

    /// Of its parts; `clock` is period and genesis time in seconds.
    pub fn new(
        scheme: Scheme,
        key: Key,
        (period_seconds, genesis_time): (u32, i64),
        genesis_seed: Vec<u8>,
        beacon_id: String,
    ) -> Result<Self> {
        if period_seconds == 0 {
            return Err(wrong("a period of at least a second", "0"));
        }
        let bytes = key.to_bytes().len();
        if bytes != scheme.key_bytes() {
            let wanted = format!("a key of {} bytes for its scheme", scheme.key_bytes());
            return Err(wrong(wanted, format!("{bytes} bytes")));
        }
        if genesis_seed.len() != 32 {
            let found = format!("{} bytes", genesis_seed.len());
            return Err(wrong("a group hash of 32 bytes", found));
        }
        let mut chain = Self {
            scheme,
            key,
            period_seconds,
            genesis_time,
            genesis_seed,
            beacon_id,
            hash: [0; 32],
        };
        chain.hash = Sha256::digest(chain.hashed()).into();
        Ok(chain)
    }

    /// What the hash is of: period, genesis time, key, group hash, and the id where it says something.
    pub fn hashed(&self) -> Vec<u8> {
        let id = match self.beacon_id.as_str() {
            "default" => "",
            id => id,
        };
        [
            &self.period_seconds.to_be_bytes()[..],
            &self.genesis_time.to_be_bytes(),
            &self.key.to_bytes(),
            &self.genesis_seed,
            id.as_bytes(),
        ]
        .concat()
    }

    /// Its information in the first generation's JSON.
    pub fn info(&self) -> String {
        let info = serde_json::json!({
            "public_key": hex::encode(&self.key.to_bytes()),
            "period": self.period_seconds,
            "genesis_time": self.genesis_time,
            "hash": hex::encode(&self.hash),
            "groupHash": hex::encode(&self.genesis_seed),
            "schemeID": self.scheme.name(),
            "metadata": { "beaconID": self.beacon_id },
        });
        info.to_string()
    }

    /// The last round that is due at a time, in seconds since 1970.
    pub fn round_at(&self, time: i64) -> Result<u64> {
        let since = i128::from(time) - i128::from(self.genesis_time);
        if since < 0 {
            let begins = crate::codec::time::show(self.genesis_time);
            let wanted = format!("a time from {begins} on, when round 1 is due");
            let found = crate::codec::time::show(time);
            return Err(Error::new(slug::NO_SUCH_ROUND, wanted, found));
        }
        let round = since / i128::from(self.period_seconds) + 1;
        let round = u64::try_from(round).ok().filter(|round| *round <= LAST);
        round.ok_or_else(|| {
            let wanted = "a time before round 2^53";
            Error::new(slug::NO_SUCH_ROUND, wanted, time.to_string())
        })
    }

    /// When a round is due, in seconds since 1970.
    pub fn time_of(&self, round: u64) -> Result<i64> {
        let late = || {
            let wanted = "a round from 1 to 2^53 - 1, before the clocks end";
            Error::new(slug::NO_SUCH_ROUND, wanted, round.to_string())
        };
        if !(1..=LAST).contains(&round) {
            return Err(late());
        }
        let before = i128::from(round - 1);
        let time = i128::from(self.genesis_time) + before * i128::from(self.period_seconds);
        i64::try_from(time).map_err(|_| late())
    }
}
