//! Proofs of knowledge without a dialogue: somebody knows numbers that a linear map takes to points that
//! all can see (Schnorr, CRYPTO '89; for any such map Maurer, AFRICACRYPT '09). The challenge is drawn
//! from the hash of all that is public (Fiat and Shamir, CRYPTO '86), and binds prover and occasion.

use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::message::Digits;
use crate::coins::Coins;
use crate::group::Curve;

/// From numbers to points.
pub(super) type Map<'a, C> = &'a dyn Fn(&[<C as Curve>::Scalar]) -> Vec<<C as Curve>::Point>;

/// What is proven, of whom, on which occasion.
pub(super) struct Claim<'a, C: Curve> {
    pub(super) what: &'static str,
    /// What it is good for and nothing else: a ceremony's id, or the digest of a message.
    pub(super) bound: &'a [u8; 32],
    pub(super) member: u16,
    /// From the secret numbers to the points: sums of multiples of points that `bound` fixes where they
    /// are not always the same.
    pub(super) map: Map<'a, C>,
    /// What the map makes of the secret numbers.
    pub(super) image: &'a [C::Point],
}

impl<C: Curve> Claim<'_, C> {
    /// Numbers like random ones, that depend on all that is public.
    fn challenge(&self, starts: &[C::Point]) -> C::Scalar {
        let mut hash = Sha256::new_with_prefix(b"decent dkg proof 1\n")
            .chain_update(C::NAME.name())
            .chain_update(b"\n")
            .chain_update(self.what)
            .chain_update(b"\n")
            .chain_update(self.bound)
            .chain_update(self.member.to_be_bytes());
        // Neither an encoding nor their number varies in length, for one curve and one claim.
        for point in self.image.iter().chain(starts) {
            hash.update(C::encode(point));
        }
        C::random(&mut Coins::new(&hash.finalize().into()))
    }

    /// The proof, by who knows the numbers: points, then numbers.
    pub(super) fn prove(&self, secrets: &[C::Scalar], rng: &mut dyn CryptoRng) -> Vec<Digits> {
        let nonces: Vec<_> = secrets.iter().map(|_| C::random(rng)).collect();
        let nonces = Zeroizing::new(nonces);
        let starts = (self.map)(&nonces);
        let challenge = self.challenge(&starts);
        let answers = nonces.iter().zip(secrets);
        let answers = answers.map(|(nonce, secret)| *nonce + challenge * *secret);
        let answers = answers.map(|answer| Digits(C::scalar_bytes(&answer).to_vec()));
        let starts = starts.iter().map(|point| Digits(C::encode(point)));
        starts.chain(answers).collect()
    }

    /// Whether a proof holds, of `secrets` numbers.
    pub(super) fn holds(&self, proof: &[Digits], secrets: usize) -> bool {
        self.checked(proof, secrets).unwrap_or(false)
    }

    fn checked(&self, proof: &[Digits], secrets: usize) -> Option<bool> {
        let points = self.image.len();
        if proof.len() != points + secrets {
            return None;
        }
        let (starts, answers) = proof.split_at_checked(points)?;
        let starts: Option<Vec<_>> = starts.iter().map(|start| C::decode(&start.0)).collect();
        let starts = starts?;
        let number = |answer: &Digits| C::scalar_of(answer.0.as_slice().try_into().ok()?);
        let answers: Option<Vec<_>> = answers.iter().map(number).collect();
        let challenge = self.challenge(&starts);
        let wanted = starts.iter().zip(self.image);
        let wanted = wanted.map(|(start, image)| C::plus(start, &C::times(image, &challenge)));
        Some((self.map)(&answers?).into_iter().eq(wanted))
    }
}
