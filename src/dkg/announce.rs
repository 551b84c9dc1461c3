//! Announcements: the terms that they are of, the lasting keys that vouch for them, and the proof of who
//! has a share of the group whose key is dealt anew.

use ed25519_dalek::{Signer, SigningKey};
use rand_core::CryptoRng;
use sha2::{Digest, Sha256};

use super::Terms;
use super::message::{Announcement, Digits, malformed, verified};
use super::proof::Claim;
use crate::error::{Error, Result, slug};
use crate::group::{AnyGroup, AnyShare, Curve, CurveName, Group, Share};

const ENDORSED: &[u8] = b"decent dkg endorsement 1\n";
const HELD: &[u8] = b"decent dkg possession 1\n";

impl Announcement {
    /// The terms that it is of.
    pub fn terms(&self) -> Result<Terms> {
        let curve = CurveName::named(&self.curve);
        let curve = curve.ok_or_else(|| malformed("a curve that is known", &*self.curve))?;
        let size = (self.threshold.into(), self.members.into());
        let terms = Terms::new(&self.name, curve, size, self.hiding)?;
        match (&self.reshares, self.old, &self.holds) {
            (None, None, None) => Ok(terms),
            (Some(Digits(group)), None, None) | (Some(Digits(group)), Some(1..), Some(_)) => {
                let group = group.as_slice().try_into();
                let group = group.map_err(|_| malformed("the hash of a group", "other bytes"))?;
                terms.resharing(group)
            }
            _ => Err(malformed(
                "a number in a group that is dealt anew, with its proof",
                "another",
            )),
        }
    }

    /// What the proof is good for: this announcement alone, whoever may vouch for it.
    fn held(&self) -> Result<[u8; 32]> {
        let bare = Self {
            holds: None,
            identity: None,
            endorsement: None,
            ..self.clone()
        };
        let text = serde_json::to_vec(&bare);
        let text = text.map_err(|error| malformed("an announcement", error.to_string()))?;
        Ok(Sha256::digest([HELD, &text].concat()).into())
    }

    /// The same of who has a share of the group whose key is dealt anew, with a proof of it. The share
    /// must fit that group.
    pub fn hold(self, group: &AnyGroup, share: &AnyShare, rng: &mut dyn CryptoRng) -> Result<Self> {
        use {AnyGroup as G, AnyShare as S};
        match (group, share) {
            (G::Bls12381G1(group), S::Bls12381G1(share)) => self.holding(group, share, rng),
            (G::Bls12381G2(group), S::Bls12381G2(share)) => self.holding(group, share, rng),
            (G::Ed25519(group), S::Ed25519(share)) => self.holding(group, share, rng),
            (G::Secp256k1(group), S::Secp256k1(share)) => self.holding(group, share, rng),
            _ => {
                let wanted = format!("a share on {}", group.curve().name());
                let found = format!("one on {}", share.curve().name());
                Err(Error::new(slug::GROUP_MIXED, wanted, found))
            }
        }
    }

    fn holding<C: Curve>(
        mut self,
        group: &Group<C>,
        share: &Share<C>,
        rng: &mut dyn CryptoRng,
    ) -> Result<Self> {
        share.fits(group)?;
        self.old = Some(share.member);
        let (bound, image) = (self.held()?, [share.public()]);
        let claim = possession::<C>(&bound, self.member, &image);
        self.holds = Some(claim.prove(&[*share.secret()], rng));
        Ok(self)
    }

    /// Whether the sender has the share of the group that it says it has.
    pub fn check_possession(&self, group: &AnyGroup) -> Result<()> {
        crate::of_any_curve!(AnyGroup, group, group => self.possesses(group))
    }

    fn possesses<C: Curve>(&self, group: &Group<C>) -> Result<()> {
        let Some(old) = self.old else {
            return Ok(());
        };
        let image = [group.public_share(group.member(old.into())?)];
        let bound = self.held()?;
        let proof = self.holds.as_deref().unwrap_or_default();
        if possession::<C>(&bound, self.member, &image).holds(proof, 1) {
            return Ok(());
        }
        let wanted = format!("a proof that member {} has", self.member);
        let wanted = format!("{wanted} the share of member {old} of the group");
        Err(Error::new(
            slug::DKG_SIGNATURE,
            wanted,
            "one that does not hold",
        ))
    }

    /// What a lasting key signs.
    fn endorsed(&self) -> Result<Vec<u8>> {
        let bare = Self {
            endorsement: None,
            ..self.clone()
        };
        let text = serde_json::to_vec(&bare);
        let text = text.map_err(|error| malformed("an announcement", error.to_string()))?;
        Ok([ENDORSED, &text].concat())
    }

    /// The same with a lasting key that vouches for it.
    pub fn endorse(mut self, key: &SigningKey) -> Result<Self> {
        self.identity = Some(Digits(key.verifying_key().to_bytes().to_vec()));
        let signature = key.sign(&self.endorsed()?);
        self.endorsement = Some(Digits(signature.to_bytes().to_vec()));
        Ok(self)
    }

    /// Whether the lasting key vouches for it where it names one.
    pub fn check_endorsement(&self) -> Result<()> {
        let arrays = match (&self.identity, &self.endorsement) {
            (None, None) => return Ok(()),
            (Some(Digits(key)), Some(Digits(signature))) => key
                .as_slice()
                .try_into()
                .ok()
                .zip(signature.as_slice().try_into().ok()),
            _ => None,
        };
        let good = match arrays {
            Some((key, signature)) => verified(key, &self.endorsed()?, signature),
            None => false,
        };
        if good {
            return Ok(());
        }
        let wanted = "an endorsement by the lasting key that it names";
        Err(Error::new(slug::DKG_SIGNATURE, wanted, "another signature"))
    }
}

fn publics<C: Curve>(numbers: &[C::Scalar]) -> Vec<C::Point> {
    numbers.iter().map(C::public).collect()
}

/// That a member knows the share of this public key.
fn possession<'a, C: Curve>(
    bound: &'a [u8; 32],
    member: u16,
    image: &'a [C::Point],
) -> Claim<'a, C> {
    Claim {
        what: "the share of the group is known",
        bound,
        member,
        map: &publics::<C>,
        image,
    }
}
