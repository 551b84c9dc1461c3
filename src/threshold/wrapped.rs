//! A key of 32 bytes wrapped for a group, as `threshold_crypto` does it (Baek and Zheng, ISIT 2003): with
//! a random r, U = r*G, V = key xor bytes drawn by r*P, where P is the group's key, and W = r*H(U, V).
//! W shows that whoever made it knew r, so that a member can give its part, its share times U, without
//! being made to open something else. All arithmetic is blst's; the hashes are the crate's.
//!
//! The file around it is one of age, whose key is made of the 32 bytes with HKDF; the stanza is
//! `-> decent-threshold PUBLIC_KEY` with U, V and W in its body. A member's part is an object:
//! `{"type":"decent-decryption-share","version":1,"group":"HEX","member":2,"ciphertext":"HEX",
//! "share":"HEX"}`; the ciphertext is the SHA-256 of the body.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rand_core::CryptoRng;
use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{join::Refused, library};
use crate::bls::{G2, Residue};
use crate::codec::hex;
use crate::codec::json::unhex;
use crate::error::{Error, Result, slug};
use crate::group::deal::too_few;
use crate::group::{Bls12381G1 as C, Curve, Group, Pairing, Share, blame, multiple, object};
use crate::key::age::{FileKey, Header, Stanza};
use crate::secret::{SecretBytes, random};
use crate::watch::Watch;

/// The type of the stanza.
pub const STANZA: &str = "decent-threshold";
/// The type of a member's part.
pub const TYPE: &str = "decent-decryption-share";
/// Bytes of what is wrapped.
pub const BYTES: usize = 32;

const U: usize = 48;
const W: usize = 96;

/// What is hashed and opened: the bytes of U, V and W.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) u: Vec<u8>,
    pub(super) v: [u8; BYTES],
    pub(super) w: Vec<u8>,
}

/// A wrapped key that was checked: U and W go together.
#[derive(Clone, Debug)]
pub struct Wrapped {
    parts: Parts,
    u: crate::bls::G1,
    w: G2,
    /// H(U, V).
    hash: G2,
    /// The group's public key, by the stanza's word.
    key: Vec<u8>,
}

pub(super) fn wrong(wanted: impl Into<String>, found: impl Into<String>) -> Error {
    Error::new(slug::CIPHERTEXT, wanted.into(), found.into())
}

impl Wrapped {
    /// Wraps 32 random bytes for a group; gives them too.
    pub fn new(group: &Group<C>, rng: &mut dyn CryptoRng) -> Result<(Self, SecretBytes<BYTES>)> {
        let secret: SecretBytes<BYTES> = random(rng);
        let r = Zeroizing::new(Residue::random(rng));
        let u = C::public(&r);
        let shared = Zeroizing::new(C::encode(&C::times(&group.public_key(), &r)));
        let v = *library::masked(&shared, &secret)?;
        let bytes = C::encode(&u);
        let hash = library::hash_point(&bytes, &v)?;
        let hash = C::decode_signature(&hash).ok_or_else(|| wrong("a point of G2", "none"))?;
        let w = C::sign(&hash, &r);
        let parts = Parts {
            u: bytes,
            v,
            w: C::encode_signature(&w),
        };
        let key = group.public_bytes();
        let wrapped = Self {
            parts,
            u,
            w,
            hash,
            key,
        };
        Ok((wrapped, secret))
    }

    /// Its bytes: U (48), V (32), W (96).
    pub fn bytes(&self) -> Vec<u8> {
        [&self.parts.u[..], &self.parts.v, &self.parts.w].concat()
    }

    /// What tells it from others: the SHA-256 of its bytes.
    pub fn id(&self) -> [u8; 32] {
        Sha256::digest(self.bytes()).into()
    }

    /// The public key that it says it is for, as bytes.
    pub fn key(&self) -> &[u8] {
        &self.key
    }

    /// Tells U, V, W and the point to which U and V are hashed.
    pub fn narrate(&self, watch: &dyn Watch) {
        let hash = C::encode_signature(&self.hash);
        let Parts { u, v, w } = &self.parts;
        super::narrate::wrapped(watch, u, v, w, &hash);
    }

    /// The stanza.
    pub fn stanza(&self) -> Stanza {
        Stanza {
            words: vec![STANZA.into(), hex::encode(&self.key)],
            body: self.bytes(),
        }
    }

    /// From the header of a sealed file; checks that U and W go together, before any member's part is
    /// made.
    pub fn of_header(header: &Header) -> Result<Self> {
        let mut ours = header.stanzas.iter().filter(|s| s.kind() == STANZA);
        let Some(stanza) = ours.next() else {
            let wanted = "a file that is sealed to a group";
            return Err(wrong(wanted, header.for_others()));
        };
        if ours.next().is_some() || header.stanzas.len() > 1 {
            return Err(wrong("one stanza", header.for_others()));
        }
        Self::of_stanza(stanza)
    }

    pub(super) fn of_stanza(stanza: &Stanza) -> Result<Self> {
        let [_, key] = &stanza.words[..] else {
            let found = format!("{} words", stanza.words.len());
            return Err(wrong("a stanza of two words", found));
        };
        let key = unhex("public key", key)
            .ok()
            .filter(|key| C::decode(key).is_some());
        let key = key.ok_or_else(|| wrong("a public key in its stanza", "something else"))?;
        let split = stanza.body.split_at_checked(U);
        let split = split.and_then(|(u, rest)| Some((u, rest.split_first_chunk::<BYTES>()?)));
        let Some((u, (v, w))) = split.filter(|(_, (_, w))| w.len() == W) else {
            let found = stanza.body.len().to_string();
            return Err(wrong(
                format!("{} bytes in its stanza", U + BYTES + W),
                found,
            ));
        };
        let parts = Parts {
            u: u.to_vec(),
            v: *v,
            w: w.to_vec(),
        };
        let (u, w) = (C::decode(u), C::decode_signature(w));
        let (Some(u), Some(w)) = (u, w) else {
            return Err(wrong("points of their groups", "others"));
        };
        let hash = library::hash_point(&parts.u, &parts.v)?;
        let hash = C::decode_signature(&hash).ok_or_else(|| wrong("a point of G2", "none"))?;
        // W is the signature of that point under the key U.
        if !C::verify(&w, &hash, &u) {
            let found = "one that is made of others, or changed";
            return Err(Error::new(
                slug::CIPHERTEXT_FORGED,
                "a ciphertext whose parts fit",
                found,
            ));
        }
        Ok(Self {
            parts,
            u,
            w,
            hash,
            key,
        })
    }

    /// Refused where it is for another group's key.
    pub fn is_for(&self, group: &Group<C>) -> Result<()> {
        if self.key == group.public_bytes() {
            return Ok(());
        }
        let short = |bytes: &[u8]| {
            let mut text = hex::encode(bytes);
            text.truncate(16);
            text + ".."
        };
        let wanted = format!("a file sealed to the key {}", short(&group.public_bytes()));
        let found = format!("one to {}", short(&self.key));
        Err(Error::new(slug::GROUP_MIXED, wanted, found))
    }

    /// A member's part: its share times U.
    pub fn part(&self, share: &Share<C>) -> Part {
        Part {
            group: share.group,
            member: share.member,
            ciphertext: self.id(),
            point: C::times(&self.u, share.secret()),
        }
    }

    /// Whether a part is its member's: it stands to H(U, V) as the member's key does to W.
    fn fits(&self, part: &Part, group: &Group<C>) -> Result<()> {
        self.belongs(part, group)?;
        let key = group.public_share(part.member);
        if C::match_up((&self.w, &key), (&self.hash, &part.point)) {
            return Ok(());
        }
        let found = format!(
            "member {}'s decryption share does not fit the group",
            part.member
        );
        Err(Error::new(slug::MEMBER_UNFIT, "", found))
    }

    fn belongs(&self, part: &Part, group: &Group<C>) -> Result<()> {
        let short = |hash: &[u8; 32]| {
            let mut text = hex::encode(hash);
            text.truncate(16);
            text
        };
        if part.group != group.hash() {
            let wanted = format!("a decryption share of group {}", group.short_name());
            let found = format!("one of group {}", short(&part.group));
            return Err(Error::new(slug::GROUP_MIXED, wanted, found));
        }
        if part.ciphertext != self.id() {
            let wanted = format!("a decryption share of ciphertext {}", short(&self.id()));
            let found = format!("one of {}", short(&part.ciphertext));
            return Err(Error::new(slug::GROUP_MIXED, wanted, found));
        }
        group.member(part.member.into()).map(drop)
    }

    /// Whether every part is its member's: one check for all of them, of random multiples.
    fn all_fit(&self, parts: &[&Part], group: &Group<C>, rng: &mut dyn CryptoRng) -> bool {
        let drawn = parts.iter().map(|part| (part.member, multiple::<C>(rng)));
        let members: Vec<_> = drawn.collect();
        let points: Vec<_> = parts.iter().map(|part| part.point).collect();
        let factors: Vec<_> = members.iter().map(|(_, factor)| *factor).collect();
        let (sum, key) = (
            C::sum(&points, &factors),
            group.commitments().sum_at(&members),
        );
        parts.is_empty() || C::match_up((&self.w, &key), (&self.hash, &sum))
    }

    /// The wrapped bytes, from parts of enough members; wrong ones are left out and named. A copy of a
    /// part is looked at once, and a wrong one blamed at each of its places.
    pub fn open(
        &self,
        group: &Group<C>,
        parts: &[Part],
        rng: &mut dyn CryptoRng,
    ) -> std::result::Result<Opened, Refused> {
        let t = usize::from(group.size().t());
        let mut blamed: Vec<(usize, Error)> = Vec::new();
        let mut firsts: BTreeMap<(u16, Vec<u8>), Vec<usize>> = BTreeMap::new();
        let mut good: Vec<usize> = Vec::new();
        for (i, part) in parts.iter().enumerate() {
            if let Err(error) = self.belongs(part, group) {
                blamed.push((i, error));
                continue;
            }
            let copies = firsts.entry((part.member, part.bytes())).or_default();
            if copies.is_empty() {
                good.push(i);
            }
            copies.push(i);
        }
        let pick = |places: &[usize]| -> Vec<&Part> {
            places.iter().filter_map(|i| parts.get(*i)).collect()
        };
        if !self.all_fit(&pick(&good), group, rng) {
            let alone = |i: usize| parts.get(i).map(|part| self.fits(part, group));
            let wrong = blame::wrong(
                &good,
                |some| self.all_fit(&pick(some), group, rng),
                |i| alone(i).is_none_or(|found| found.is_ok()),
            );
            for i in wrong {
                good.retain(|known| *known != i);
                let Some(Err(error)) = alone(i) else {
                    continue;
                };
                let copies = firsts.values().find(|places| places.first() == Some(&i));
                let copies = copies.into_iter().flatten();
                blamed.extend(copies.map(|place| (*place, error.clone())));
            }
        }
        blamed.sort_by_key(|(i, _)| *i);
        // Two that both fit are the same, so members are distinct.
        let mut some = pick(&good);
        if some.len() < t {
            let error = too_few(t, some.len());
            return Err(Refused { error, blamed });
        }
        some.truncate(t);
        let points: Vec<_> = some
            .iter()
            .map(|p| (p.member, C::encode(&p.point)))
            .collect();
        let commitments = group.commitments().points();
        let commitments: Vec<_> = commitments.iter().map(C::encode).collect();
        let secret = library::open(&commitments, &points, &self.parts)?;
        let members = some.iter().map(|part| part.member).collect();
        Ok(Opened {
            secret,
            members,
            blamed,
        })
    }
}

/// What parts opened.
pub struct Opened {
    /// The wrapped bytes.
    pub secret: SecretBytes<BYTES>,
    /// The members whose parts were used.
    pub members: Vec<u16>,
    /// Parts that were left out, by their places, and why.
    pub blamed: Vec<(usize, Error)>,
}

/// The key of the file around it.
pub fn file_key(secret: &SecretBytes<BYTES>) -> FileKey {
    let mut key = FileKey::default();
    let hkdf = hkdf::Hkdf::<Sha256>::new(None, secret.as_ref());
    let made = hkdf.expand(b"decent threshold file key 1", key.as_mut());
    // HKDF has up to 255 times 32 bytes.
    debug_assert!(made.is_ok());
    key
}

/// A member's part of opening a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The hash of the group.
    pub group: [u8; 32],
    /// Whose it is, from 1.
    pub member: u16,
    /// [`Wrapped::id`] of what it opens.
    pub ciphertext: [u8; 32],
    point: crate::bls::G1,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    #[serde(borrow)]
    group: Cow<'a, str>,
    member: u64,
    #[serde(borrow)]
    ciphertext: Cow<'a, str>,
    #[serde(borrow)]
    share: Cow<'a, str>,
}

impl Part {
    /// From an object.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let wrong = |wanted: String, found: String| Error::new(slug::PARTIAL, wanted, found);
        let file: File<'_> = object::read(bytes, TYPE, slug::PARTIAL)?;
        let member = object::member(file.member, slug::PARTIAL)?;
        let point = unhex("share", &file.share)?;
        let point = C::decode(&point).ok_or_else(|| {
            let wanted = format!("member {member}: a share, {U} bytes of a point of G1");
            wrong(wanted, "others".into())
        })?;
        Ok(Self {
            group: object::array("group", &file.group)?,
            member,
            ciphertext: object::array("ciphertext", &file.ciphertext)?,
            point,
        })
    }

    /// The object, with the end of its line.
    pub fn text(&self) -> String {
        format!(
            "{{\"type\":\"{TYPE}\",\"version\":1,\"group\":\"{}\",\"member\":{},\"ciphertext\":\"{}\",\"share\":\"{}\"}}\n",
            hex::encode(&self.group),
            self.member,
            hex::encode(&self.ciphertext),
            hex::encode(&C::encode(&self.point)),
        )
    }

    /// The part itself, as bytes.
    pub fn bytes(&self) -> Vec<u8> {
        C::encode(&self.point)
    }
}
