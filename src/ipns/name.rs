//! Names (ipns-record.md, "IPNS Name"): the multihash of a public key in libp2p's protobuf. A key of at
//! most 42 bytes stands in it whole, by the identity; of a longer one it is the SHA-256.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::cid::multihash::{IDENTITY, SHA2_256};
use crate::cid::{Cid, LIBP2P_KEY, codec_name, multihash};
use crate::codec::multibase::{BASE32_LOWER, BASE58_BTC, Base};
use crate::error::{Error, Result, slug};
use crate::key::{PublicKey, libp2p};

/// Bytes of a key that stands in its name, at most (libp2p/specs, peer-ids.md, "Peer Ids").
pub const INLINE_MOST: usize = 42;

/// Letters of a name, at most.
const LETTERS_MOST: usize = 200;

/// A name: a CID of version 1 whose codec is `libp2p-key`.
///
/// ```
/// use decent::ipns::Name;
/// let name = Name::parse("12D3KooWSzRuSFHgLsKr6jJboAPdP7xMga2YBgBspYuErxswcgvt").unwrap();
/// let text = "k51qzi5uqu5dmjjgoe7s21dncepi970722cn30qlhm9qridas1c9ktkjb6ejux";
/// assert_eq!(name.to_string(), text);
/// assert_eq!(Name::parse(text).unwrap(), name);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(Cid);

/// In base 36, as the specification writes it: it fits in a label of DNS.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base = Base::named("base36").unwrap_or(BASE32_LOWER);
        f.write_str(&self.0.text(base))
    }
}

fn wrong(wanted: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::IPNS_NAME, wanted, found.into())
}

impl Name {
    /// The name of a key.
    pub fn of(key: &PublicKey) -> Result<Self> {
        let bytes = libp2p::write_public(key)?;
        if bytes.len() <= INLINE_MOST {
            return Ok(Self(Cid::v1(LIBP2P_KEY, IDENTITY, &bytes)));
        }
        let digest = Sha256::digest(&bytes);
        Ok(Self(Cid::v1(LIBP2P_KEY, SHA2_256, &digest)))
    }

    /// A name as text: a CID in any base (`k51..`, `bafz..`), or the bare multihash in base 58
    /// (`12D3KooW..`, `16Uiu2..`, `Qm..`). `/ipns/` before it is passed over.
    pub fn parse(text: &str) -> Result<Self> {
        let bare = text.strip_prefix("/ipns/");
        let bare = bare.or(text.strip_prefix("ipns://")).unwrap_or(text);
        if bare.len() > LETTERS_MOST {
            let found = format!("{} letters", bare.len());
            return Err(wrong("a name of at most 200 letters", found));
        }
        let multihash = ["Qm", "12D3KooW", "16Uiu2"];
        if multihash.iter().any(|start| bare.starts_with(start)) {
            let bytes = BASE58_BTC.decode(bare)?;
            return Self::from_multihash(&bytes);
        }
        let parsed = Cid::parse(bare).ok();
        let Some((cid, _)) = parsed.filter(|_| !bare.starts_with('/')) else {
            let wanted = "a name: k51.., bafz.., 12D3KooW.., Qm..";
            return Err(wrong(wanted, format!("{:?}", start_of(bare))));
        };
        if cid.codec() != LIBP2P_KEY {
            let found = format!("a CID of {}", codec_name(cid.codec()));
            return Err(wrong("a CID of libp2p-key", found));
        }
        Self::from_cid(cid)
    }

    /// The name of a multihash in its binary form.
    pub fn from_multihash(bytes: &[u8]) -> Result<Self> {
        Self::from_cid(Cid::from_bytes(&[&[1, LIBP2P_KEY as u8], bytes].concat())?)
    }

    /// Only the two hashes that names are made of, and of a key inside only one that belongs there:
    /// else one key had two names.
    fn from_cid(cid: Cid) -> Result<Self> {
        match (cid.hash(), cid.digest().len()) {
            (SHA2_256, 32) => Ok(Self(cid)),
            (IDENTITY, 0..=INLINE_MOST) => {
                libp2p::read_public(cid.digest())?;
                Ok(Self(cid))
            }
            (hash, len) => {
                let wanted = "SHA-256 of a key, or a key of at most 42 bytes itself";
                let found = format!("{} of {len} bytes", multihash::name(hash));
                Err(wrong(wanted, found))
            }
        }
    }

    /// The key, where it stands in the name.
    pub fn key(&self) -> Option<PublicKey> {
        let bytes = self.0.inline()?;
        libp2p::read_public(bytes).ok()
    }

    /// The name as a CID.
    pub fn cid(&self) -> &Cid {
        &self.0
    }

    /// The CID in base 32: `bafz..`.
    pub fn base32(&self) -> String {
        self.0.text(BASE32_LOWER)
    }

    /// The bare multihash in base 58, as peers are named: `12D3KooW..`, `Qm..`.
    pub fn peer_id(&self) -> String {
        BASE58_BTC.encode(&self.0.multihash())
    }
}

/// The beginning of a text that may be long.
pub(super) fn start_of(text: &str) -> String {
    text.chars().take(80).collect()
}
