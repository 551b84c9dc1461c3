//! The equations of RFC 9591 by the plain arithmetic of the curve: what is narrated, and what the tests
//! hold the crate against.

use std::collections::BTreeMap;

use curve25519_dalek::edwards::EdwardsPoint;
use curve25519_dalek::scalar::Scalar;
use sha2::{Digest, Sha256, Sha512};
use zeroize::Zeroizing;

use super::{Secrets, Session};
use crate::coins::Coins;
use crate::group::{Curve, Ed25519, Group, multiple, weights};
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
    /// The commitments of each member: to the hiding nonce, and to the binding one.
    points: BTreeMap<u16, [EdwardsPoint; 2]>,
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
        let mut points = BTreeMap::new();
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
            let hiding = Ed25519::decode(&pair.hiding)?;
            let binding = Ed25519::decode(&pair.binding)?;
            nonce_point += hiding + binding * factor.number();
            points.insert(*member, [hiding, binding]);
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
            points,
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

    /// Whether the signature shares of all these members are right: one check for all of them, of random
    /// multiples of both sides. These are drawn by a hash of all that is checked, so that a share can't
    /// be made to suit them (Fiat and Shamir, CRYPTO '86).
    pub(super) fn all_hold(
        &self,
        session: &Session<'_>,
        group: &Group<Ed25519>,
        shares: &[(u16, [u8; 32])],
    ) -> Option<bool> {
        let mut hash = Sha256::new_with_prefix(b"decent frost check 1\n")
            .chain_update(session.public_key)
            .chain_update(group.hash())
            .chain_update(self.challenge.digest)
            .chain_update(self.list.digest);
        for (member, share) in shares {
            hash.update(member.to_be_bytes());
            hash.update(share);
        }
        let mut coins = Coins::new(&hash.finalize().into());
        let challenge = self.challenge.number();
        let mut sum = Scalar::ZERO;
        let (mut points, mut factors) = (Vec::new(), Vec::new());
        let mut members = Vec::with_capacity(shares.len());
        for (member, share) in shares {
            let multiple = multiple::<Ed25519>(&mut coins);
            sum += multiple * Ed25519::scalar_of(share)?;
            points.extend(self.points.get(member)?);
            factors.extend([multiple, multiple * self.factors.get(member)?.number()]);
            let weight = self.weights.get(member)? * challenge;
            members.push((*member, multiple * weight));
        }
        let keys = group.commitments().sum_at(&members);
        Some(Ed25519::public(&sum) == Ed25519::sum(&points, &factors) + keys)
    }
}
