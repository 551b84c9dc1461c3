//! What one member keeps to itself through a ceremony: the terms, its number, and a seed from which its
//! keys and its polynomial are derived. It never changes, so that a step can be done again after a
//! crash and says the same; in another ceremony the same state deals another polynomial.

use std::borrow::Cow;

use ed25519_dalek::SigningKey;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::message::{Announcement, Body, Digits, Message, VERSION};
use super::seal::{Number, Sealing};
use super::{Terms, out_of_range};
use crate::codec::hex;
use crate::coins::Coins;
use crate::error::{Error, Result, slug};
use crate::group::{AnyGroup, AnyShare, Curve, CurveName, object};
use crate::key::agree::labelled;
use crate::secret::{Secret, SecretBytes, random};

/// Bytes of a state, at most.
pub const LARGEST: u64 = 4096;
/// The word for its type.
pub const TYPE: &str = "decent-dkg-state";

/// The state of one member. It has no `Debug`.
pub struct State {
    /// What all agreed on before.
    pub terms: Terms,
    /// The number of its owner, from 1.
    pub member: u16,
    /// The number of its owner in the group whose key is dealt anew, where it has a share of it.
    pub old: Option<u16>,
    /// That its owner has that share.
    holds: Option<Vec<Digits>>,
    /// The lasting key that vouches for its owner, and its signature.
    endorsed: Option<(Digits, Digits)>,
    seed: SecretBytes<32>,
}

/// As it is read. The seed is borrowed, so that no copy of it stays behind.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    r#type: Cow<'a, str>,
    version: u32,
    name: String,
    curve: String,
    threshold: u16,
    members: u16,
    hiding: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reshares: Option<Digits>,
    member: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    old: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    holds: Option<Vec<Digits>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    identity: Option<Digits>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    endorsement: Option<Digits>,
    seed: &'a str,
}

impl State {
    /// That of a new member, by its number.
    pub fn start(terms: Terms, member: u16, rng: &mut dyn CryptoRng) -> Result<Self> {
        if !(1..=terms.size.n()).contains(&member) {
            let wanted = format!("a member's number from 1 to {}", terms.size.n());
            return Err(out_of_range(wanted, member));
        }
        Ok(Self {
            terms,
            member,
            old: None,
            holds: None,
            endorsed: None,
            seed: random(rng),
        })
    }

    /// The same of who has a share of the group whose key is dealt anew; it must fit.
    pub fn holding(
        mut self,
        group: &AnyGroup,
        share: &AnyShare,
        rng: &mut dyn CryptoRng,
    ) -> Result<Self> {
        let said = self.bare_announcement().hold(group, share, rng)?;
        (self.old, self.holds) = (said.old, said.holds);
        Ok(self)
    }

    /// The same with a lasting key that vouches for it, which comes last.
    pub fn vouched(mut self, key: &SigningKey) -> Result<Self> {
        let endorsed = self.bare_announcement().endorse(key)?;
        self.endorsed = endorsed.identity.zip(endorsed.endorsement);
        Ok(self)
    }

    /// From its file.
    pub fn read(bytes: &Secret) -> Result<Self> {
        let bytes = bytes.bytes();
        let file: File<'_> = object::read_secret(bytes, TYPE, slug::DKG_STATE)?;
        let wrong = |error: Error| error.within(slug::DKG_STATE, "the state of a member");
        let seed = object::secret("seed", file.seed).map_err(wrong)?;
        let curve = CurveName::named(&file.curve);
        let unknown = || Error::new(slug::DKG_STATE, "a curve that is known", "another");
        let size = (file.threshold.into(), file.members.into());
        let terms = Terms::new(&file.name, curve.ok_or_else(unknown)?, size, file.hiding);
        let mut state = Self {
            terms: terms.map_err(wrong)?,
            member: file.member,
            old: file.old,
            holds: file.holds,
            endorsed: file.identity.zip(file.endorsement),
            seed,
        };
        if let Some(Digits(group)) = file.reshares {
            let hash = group.try_into().map_err(|_| unknown())?;
            state.terms = state.terms.resharing(hash).map_err(wrong)?;
        }
        let said = state.bare_announcement();
        said.terms().map_err(wrong)?;
        if !(1..=state.terms.size.n()).contains(&state.member) {
            let wanted = "a member's number within the group";
            let found = state.member.to_string();
            return Err(Error::new(slug::DKG_STATE, wanted, found));
        }
        said.check_endorsement().map_err(wrong)?;
        Ok(state)
    }

    /// The file. Secret.
    pub fn text(&self) -> Result<Secret> {
        let seed = Zeroizing::new(hex::encode(self.seed.as_ref()));
        let file = File {
            r#type: TYPE.into(),
            version: VERSION,
            name: self.terms.name.clone(),
            curve: self.terms.curve.name().into(),
            threshold: self.terms.size.t(),
            members: self.terms.size.n(),
            hiding: self.terms.hiding,
            reshares: self.terms.reshares.map(|group| Digits(group.to_vec())),
            member: self.member,
            old: self.old,
            holds: self.holds.clone(),
            identity: self.endorsed.as_ref().map(|(key, _)| key.clone()),
            endorsement: self.endorsed.as_ref().map(|(_, by)| by.clone()),
            seed: &seed,
        };
        // With room for all of it nothing is moved, and no copy stays behind.
        let mut text = Zeroizing::new(Vec::with_capacity(LARGEST as usize));
        let written = serde_json::to_writer(&mut *text, &file);
        written.map_err(|e| Error::new(slug::DKG_STATE, "a state", e.to_string()))?;
        text.push(b'\n');
        Ok(Secret::from(text.as_slice()))
    }

    /// The key that signs its messages.
    pub fn signing(&self) -> SigningKey {
        SigningKey::from_bytes(&labelled(&self.seed, b"decent dkg signing 1\n"))
    }

    /// The key that shares are sealed to.
    pub(super) fn sealing(&self) -> Number {
        let mut coins = Coins::new(&labelled(&self.seed, b"decent dkg sealing 2\n"));
        Zeroizing::new(Sealing::random(&mut coins))
    }

    /// Random bytes of its own in one ceremony, for one use.
    pub(super) fn coins(&self, ceremony: &[u8; 32], what: &str) -> Coins {
        let label = [
            b"decent dkg ".as_slice(),
            what.as_bytes(),
            b" 1\n",
            ceremony,
        ]
        .concat();
        Coins::new(&labelled(&self.seed, &label))
    }

    fn bare_announcement(&self) -> Announcement {
        let (identity, endorsement) = self.endorsed.clone().unzip();
        Announcement {
            version: VERSION,
            name: self.terms.name.clone(),
            curve: self.terms.curve.name().into(),
            threshold: self.terms.size.t(),
            members: self.terms.size.n(),
            hiding: self.terms.hiding,
            reshares: self.terms.reshares.map(|group| Digits(group.to_vec())),
            member: self.member,
            old: self.old,
            signing: self.signing().verifying_key().to_bytes(),
            sealing: Sealing::public(&self.sealing()).compress().to_bytes(),
            holds: self.holds.clone(),
            identity,
            endorsement,
        }
    }

    /// The message by which its owner takes part.
    pub fn announcement(&self) -> Result<Message> {
        self.sign(Body::Announcement(self.bare_announcement()))
    }

    /// A message of its owner.
    pub(super) fn sign(&self, body: Body) -> Result<Message> {
        Message::sign(body, &self.signing())
    }
}
