//! Shares sealed by a dealer to each member, so that whoever gets a wrong one can show it to all without
//! telling anything else.
//!
//! The dealer draws r and publishes R = r B on edwards25519 with a proof that it knows r. Member i has
//! announced K = k B; both find the point Z = r K = k R, and HKDF of it, under a label that names
//! ceremony, dealer, member and R, is the key of ChaCha20-Poly1305 (RFC 5869, 8439). A key encrypts one
//! share alone, so its nonce is zeros.
//!
//! Who complains publishes Z, with a proof that Z is as much of R as K is of B (Chaum and Pedersen,
//! CRYPTO '92): all can open that one share and see what is wrong with it; k and the keys of all other
//! shares stay secret. So do EthDKG (Schindler and others, 2019, ePrint 2019/985, where a key is that
//! of a pair of members and tells the share of the other way too) and, by hand of the receiver again,
//! Groth's key generation (ePrint 2021/339). The proof that r is known keeps a dealer from sealing with
//! a point made of another dealer's R, by which a complaint would open that one's share (as Shoup and
//! Gennaro, EUROCRYPT '98, have it for what is decrypted together).

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::message::Digits;
use super::proof::Claim;
use crate::group::curve::SecretScalar;
use crate::group::{Curve, Ed25519};
use crate::key::agree::labelled;
use crate::secret::SecretBytes;

/// Bytes that sealing adds.
pub(super) const ADDED: usize = 16;

/// The curve that shares are sealed on.
pub(super) type Sealing = Ed25519;
/// A point of it.
pub(super) type Point = <Sealing as Curve>::Point;
/// A secret number of it.
pub(super) type Number = SecretScalar<Sealing>;

/// From whom to whom, sealed with which point.
#[derive(Clone, Copy)]
pub(super) struct Way<'a> {
    pub(super) ceremony: &'a [u8; 32],
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) with: &'a Point,
}

/// What both ends of a way have in common.
pub(super) fn common(own: &Number, peer: &Point) -> Zeroizing<Point> {
    Zeroizing::new(Sealing::times(peer, own))
}

impl Way<'_> {
    fn key(&self, common: &Point) -> SecretBytes<32> {
        let label = [
            b"decent dkg share 2\n".as_slice(),
            self.ceremony,
            &self.from.to_be_bytes(),
            &self.to.to_be_bytes(),
            &Sealing::encode(self.with),
        ]
        .concat();
        labelled(&Zeroizing::new(common.compress().to_bytes()), &label)
    }

    /// Seals under the point in common.
    pub(super) fn seal(&self, common: &Point, secret: &[u8]) -> Vec<u8> {
        let cipher = ChaCha20Poly1305::new(&(*self.key(common)).into());
        // With room for the tag nothing is moved, and no copy stays behind.
        let mut body = Vec::with_capacity(secret.len() + ADDED);
        body.extend_from_slice(secret);
        let sealed = cipher.encrypt_in_place(&[0; 12].into(), b"", &mut body);
        // The cipher takes 256 GiB.
        debug_assert!(sealed.is_ok());
        body
    }

    /// Opens under the point in common; `None` where it does not.
    pub(super) fn open(&self, common: &Point, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let cipher = ChaCha20Poly1305::new(&(*self.key(common)).into());
        let mut body = Zeroizing::new(sealed.to_vec());
        cipher
            .decrypt_in_place(&[0; 12].into(), b"", &mut *body)
            .ok()?;
        Some(body)
    }
}

fn publics(numbers: &[<Sealing as Curve>::Scalar]) -> Vec<Point> {
    numbers.iter().map(Sealing::public).collect()
}

fn known<'a>(ceremony: &'a [u8; 32], dealer: u16, with: &'a [Point]) -> Claim<'a, Sealing> {
    Claim {
        what: "what shares are sealed with is known",
        bound: ceremony,
        member: dealer,
        map: &publics,
        image: with,
    }
}

/// The point to seal with, and the proof that its number is known.
pub(super) fn begun(
    ceremony: &[u8; 32],
    dealer: u16,
    number: &Number,
    rng: &mut dyn CryptoRng,
) -> (Point, Vec<Digits>) {
    let with = Sealing::public(number);
    let image = [with];
    let proof = known(ceremony, dealer, &image).prove(&[**number], rng);
    (with, proof)
}

/// Whether a dealer knows the number of the point that it seals with.
pub(super) fn is_known(ceremony: &[u8; 32], dealer: u16, with: Point, proof: &[Digits]) -> bool {
    known(ceremony, dealer, &[with]).holds(proof, 1)
}

/// Something that only the receiver of a share can show: what it has in common with the dealer.
pub(super) struct Shown<'a> {
    /// The digest of the deal, which holds what it was sealed with.
    pub(super) deal: &'a [u8; 32],
    pub(super) member: u16,
    /// What the member announced.
    pub(super) key: Point,
    /// What the dealer sealed with.
    pub(super) with: Point,
}

impl Shown<'_> {
    fn claimed<T>(&self, common: Point, on: impl FnOnce(&Claim<'_, Sealing>) -> T) -> T {
        let map = |numbers: &[<Sealing as Curve>::Scalar]| {
            let both = |number| [Sealing::public(number), Sealing::times(&self.with, number)];
            numbers.iter().flat_map(both).collect()
        };
        on(&Claim {
            what: "what opens a share is in common",
            bound: self.deal,
            member: self.member,
            map: &map,
            image: &[self.key, common],
        })
    }

    /// The proof of its owner.
    pub(super) fn prove(&self, own: &Number, rng: &mut dyn CryptoRng) -> Vec<Digits> {
        let common = common(own, &self.with);
        self.claimed(*common, |claim| claim.prove(&[**own], rng))
    }

    /// Whether a point is in common.
    pub(super) fn holds(&self, common: Point, proof: &[Digits]) -> bool {
        self.claimed(common, |claim| claim.holds(proof, 1))
    }
}
