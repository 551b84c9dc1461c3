//! The equations of RFC 9591 by the plain arithmetic of the curve: what is narrated, and what the tests
//! hold the crate against.

use std::collections::BTreeMap;

use curve25519_dalek::edwards::EdwardsPoint;
use curve25519_dalek::scalar::Scalar;
use sha2::{Digest, Sha512};
use zeroize::Zeroizing;

use super::{Secrets, Session};
use crate::group::{Curve, Ed25519, weights};
use crate::secret::SecretBytes;

/// The context string of section 6.1.
const CONTEXT: &[u8] = b"FROST-ED25519-SHA512-v1";

/// Bytes of what is hashed that are kept, at most.
const SPELLED: usize = 4096;

/// A hash to a number: what goes in, the digest, the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hashed {
    /// All that is hashed, where it is short enough to be spelled out.
    pub(super) input: Option<Vec<u8>>,
    /// SHA-512 of it.
    pub(super) digest: [u8; 64],
}

impl Hashed {
    fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = Sha512::new();
        for part in parts {
            hasher.update(part);
        }
        let len: usize = parts.iter().map(|part| part.len()).sum();
        Self {
            input: (len <= SPELLED).then(|| parts.concat()),
            digest: hasher.finalize().into(),
        }
    }

    /// As a number modulo the order.
    pub(super) fn number(&self) -> Scalar {
        Scalar::from_bytes_mod_order_wide(&self.digest)
    }
}

/// What all who sign compute alike.
pub(super) struct Steps {
    /// H4 of the message.
    pub(super) message: Hashed,
    /// H5 of the list of commitments.
    pub(super) list: Hashed,
    /// The binding factor of each member, section 4.4.
    pub(super) factors: BTreeMap<u16, Hashed>,
    /// The nonces' points of all, section 4.5: half of the signature.
    pub(super) nonce_point: EdwardsPoint,
    /// What Ed25519 hashes, section 4.6.
    pub(super) challenge: Hashed,
    /// Lagrange's weights, section 4.2.
    pub(super) weights: BTreeMap<u16, Scalar>,
}

impl Steps {
    /// `None` where a commitment is no point.
    pub(super) fn of(session: &Session<'_>) -> Option<Self> {
        let message = Hashed::of(&[CONTEXT, b"msg", session.message]);
        let mut list = Vec::new();
        for (member, pair) in &session.pairs {
            list.extend(Scalar::from(*member).to_bytes());
            list.extend([pair.hiding, pair.binding].concat());
        }
        let list = Hashed::of(&[CONTEXT, b"com", &list]);
        let mut factors = BTreeMap::new();
        let mut nonce_point = Ed25519::infinity();
        for (member, pair) in &session.pairs {
            let number = Scalar::from(*member).to_bytes();
            let factor = Hashed::of(&[
                CONTEXT,
                b"rho",
                session.public_key,
                &message.digest,
                &list.digest,
                &number,
            ]);
            let binding = Ed25519::decode(&pair.binding)? * factor.number();
            nonce_point += Ed25519::decode(&pair.hiding)? + binding;
            factors.insert(*member, factor);
        }
        let nonces = nonce_point.compress().0;
        let challenge = Hashed::of(&[&nonces, session.public_key, session.message]);
        let members: Vec<u16> = session.pairs.keys().copied().collect();
        let found = weights::<Ed25519>(&members).ok()?;
        Some(Self {
            message,
            list,
            factors,
            nonce_point,
            challenge,
            weights: members.into_iter().zip(found).collect(),
        })
    }

    /// The signature share of a member, section 5.2.
    pub(super) fn share(
        &self,
        member: u16,
        secret: &SecretBytes<32>,
        secrets: &Secrets,
    ) -> Option<[u8; 32]> {
        let number = |bytes: &SecretBytes<32>| Ed25519::scalar_of(bytes).map(Zeroizing::new);
        let factor = self.factors.get(&member)?.number();
        let weight = self.weights.get(&member)?;
        let nonces = *number(&secrets.hiding)? + *number(&secrets.binding)? * factor;
        let share = nonces + weight * *number(secret)? * self.challenge.number();
        Some(share.to_bytes())
    }

    /// Whether a signature share is the one of this member, section 5.4.
    pub(super) fn holds(
        &self,
        session: &Session<'_>,
        member: u16,
        public_share: &[u8; 32],
        share: &[u8; 32],
    ) -> Option<bool> {
        let pair = session.pairs.get(&member)?;
        let factor = self.factors.get(&member)?.number();
        let binding = Ed25519::decode(&pair.binding)? * factor;
        let nonces = Ed25519::decode(&pair.hiding)? + binding;
        let weight = self.weights.get(&member)? * self.challenge.number();
        let wanted = nonces + Ed25519::decode(public_share)? * weight;
        Some(Ed25519::public(&Ed25519::scalar_of(share)?) == wanted)
    }
}
