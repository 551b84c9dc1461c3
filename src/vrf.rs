//! Verifiable random functions on edwards25519 (RFC 9381): a secret key gives each input one output
//! that looks random, with a proof that it is that one. Suites ECVRF-EDWARDS25519-SHA512-TAI and
//! ECVRF-EDWARDS25519-SHA512-ELL2; keys are those of Ed25519.

use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::IsIdentity;
use sha2::{Digest, Sha512};
use zeroize::Zeroizing;

use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::secret::SecretBytes;
use crate::sig::ed25519::expanded;
use crate::watch::{Step, Watch};

/// Bytes of a proof: a point, a challenge, a scalar.
pub const PROOF_BYTES: usize = 80;
/// Bytes of an output.
pub const OUTPUT_BYTES: usize = 64;
/// Bytes of a challenge.
const CHALLENGE_BYTES: usize = 16;

/// How an input becomes a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suite {
    /// By trying hashes until one is a point: how long that takes tells something of the input.
    Tai,
    /// By Elligator 2, in constant time.
    Ell2,
}

/// What a proof holds: the point whose hash is the output, and that it is the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    gamma: EdwardsPoint,
    challenge: [u8; CHALLENGE_BYTES],
    response: Scalar,
}

fn wrong(wanted: &'static str, found: &'static str) -> Error {
    Error::new(slug::VRF_PROOF, wanted, found)
}

/// A point in its only encoding, RFC 8032 section 5.1.3.
fn point(bytes: &[u8; 32]) -> Option<EdwardsPoint> {
    let point = CompressedEdwardsY(*bytes).decompress()?;
    (point.compress().0 == *bytes).then_some(point)
}

/// A number of 16 bytes, lowest first.
fn short(challenge: &[u8; CHALLENGE_BYTES]) -> Scalar {
    Scalar::from(u128::from_le_bytes(*challenge))
}

impl Suite {
    fn id(self) -> u8 {
        match self {
            Self::Tai => 3,
            Self::Ell2 => 4,
        }
    }

    /// Its name in RFC 9381 section 5.5.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tai => "ECVRF-EDWARDS25519-SHA512-TAI",
            Self::Ell2 => "ECVRF-EDWARDS25519-SHA512-ELL2",
        }
    }

    /// The point of an input, section 5.4.1; in the group, and never the identity.
    fn point(self, key: &[u8; 32], input: &[u8]) -> Result<EdwardsPoint> {
        match self {
            Self::Ell2 => {
                let domain: [&[u8]; 2] = [b"ECVRF_edwards25519_XMD:SHA-512_ELL2_NU_", &[self.id()]];
                Ok(EdwardsPoint::encode_to_curve::<Sha512>(
                    &[key, input],
                    &domain,
                ))
            }
            Self::Tai => {
                let start = Sha512::new_with_prefix([self.id(), 1])
                    .chain_update(key)
                    .chain_update(input);
                let tried = (0..=u8::MAX).find_map(|count| {
                    let digest = start.clone().chain_update([count, 0]).finalize();
                    let point = point(digest.first_chunk()?)?.mul_by_cofactor();
                    (!point.is_identity()).then_some(point)
                });
                tried.ok_or_else(|| wrong("an input with a point", "one of 2^-256 that has none"))
            }
        }
    }

    /// Section 5.4.3.
    fn challenge(self, points: &[[u8; 32]; 5]) -> [u8; CHALLENGE_BYTES] {
        let digest = Sha512::new_with_prefix([self.id(), 2])
            .chain_update(points.as_flattened())
            .chain_update([0])
            .finalize();
        digest.first_chunk().copied().unwrap_or_default()
    }

    /// The output and its proof for an input, section 5.1. `seed` is the secret key of Ed25519.
    ///
    /// ```
    /// use decent::vrf::Suite;
    /// let seed = [7; 32].into();
    /// let (output, proof) = Suite::Ell2.prove(&seed, b"round 5", &decent::watch::Deaf).unwrap();
    /// let key = ed25519_dalek::SigningKey::from_bytes(&seed).verifying_key().to_bytes();
    /// assert_eq!(Suite::Ell2.verify(&key, b"round 5", &proof, &decent::watch::Deaf), Ok(output));
    /// assert!(Suite::Ell2.verify(&key, b"round 6", &proof, &decent::watch::Deaf).is_err());
    /// ```
    pub fn prove(
        self,
        seed: &SecretBytes<32>,
        input: &[u8],
        watch: &dyn Watch,
    ) -> Result<([u8; OUTPUT_BYTES], [u8; PROOF_BYTES])> {
        let (secret, prefix) = expanded(seed);
        let key = EdwardsPoint::mul_base(&secret).compress().0;
        let base = self.point(&key, input)?;
        let gamma = base * *secret;
        let nonce = Sha512::new_with_prefix(prefix.as_ref()).chain_update(base.compress().0);
        let nonce = Zeroizing::new(<[u8; 64]>::from(nonce.finalize()));
        let nonce = Zeroizing::new(Scalar::from_bytes_mod_order_wide(&nonce));
        let challenge = self.challenge(&[
            key,
            base.compress().0,
            gamma.compress().0,
            EdwardsPoint::mul_base(&nonce).compress().0,
            (base * *nonce).compress().0,
        ]);
        let proof = Proof {
            gamma,
            challenge,
            response: *nonce + short(&challenge) * *secret,
        };
        self.tell(&base, &proof, watch);
        Ok((self.output(&proof), proof.to_bytes()))
    }

    /// The output, where the proof holds for this key and input, section 5.3. Keys of small order,
    /// whose outputs anybody could choose, are refused.
    pub fn verify(
        self,
        key: &[u8; 32],
        input: &[u8],
        proof: &[u8; PROOF_BYTES],
        watch: &dyn Watch,
    ) -> Result<[u8; OUTPUT_BYTES]> {
        let public = point(key).filter(|point| !point.is_small_order());
        let small = || Error::new(slug::WEAK_KEY, "a point of large order", "none, or another");
        let public = public.ok_or_else(small)?;
        let proof = Proof::from_bytes(proof)?;
        let base = self.point(key, input)?;
        self.tell(&base, &proof, watch);
        let minus = -short(&proof.challenge);
        let first =
            EdwardsPoint::vartime_double_scalar_mul_basepoint(&minus, &public, &proof.response);
        let second = base * proof.response + proof.gamma * minus;
        let challenge = self.challenge(&[
            *key,
            base.compress().0,
            proof.gamma.compress().0,
            first.compress().0,
            second.compress().0,
        ]);
        if challenge != proof.challenge {
            return Err(wrong("a proof of this input under this key", "another"));
        }
        Ok(self.output(&proof))
    }

    /// The output that a proof is said to be of: whether it holds is still to be asked.
    pub fn claimed(self, proof: &[u8; PROOF_BYTES]) -> Result<[u8; OUTPUT_BYTES]> {
        Ok(self.output(&Proof::from_bytes(proof)?))
    }

    /// Section 5.2.
    fn output(self, proof: &Proof) -> [u8; OUTPUT_BYTES] {
        Sha512::new_with_prefix(self.hashed(proof))
            .finalize()
            .into()
    }

    /// What the output is the SHA-512 of.
    fn hashed(self, proof: &Proof) -> Vec<u8> {
        let point = proof.gamma.mul_by_cofactor().compress().0;
        [&[self.id(), 3], &point[..], &[0]].concat()
    }

    fn tell(self, base: &EdwardsPoint, proof: &Proof, watch: &dyn Watch) {
        if !watch.narrates() {
            return;
        }
        let why = "the input and the public key become a point";
        let step = Step::new("input", why).value("suite", self.name());
        watch.step(&step.value("H", hex::encode(&base.compress().0)));
        let why = "the secret number times that point: one point for each key and input";
        let gamma = hex::encode(&proof.gamma.compress().0);
        watch.step(&Step::new("point", why).value("Gamma", gamma));
        let why = "shows that the same number takes the generator to the key and H to Gamma, and not \
                   which";
        let step = Step::new("proof", why)
            .value("c", hex::encode(&proof.challenge))
            .value("s", hex::encode(&proof.response.to_bytes()));
        watch.step(&step);
        let why = "the hash of the point, its cofactor cleared: this is what is random";
        let line = format!(
            "printf {} | xxd -r -p | sha512sum",
            hex::encode(&self.hashed(proof))
        );
        let step = Step::new("output", why).value("sha512", hex::encode(&self.output(proof)));
        watch.step(&step.check(line));
    }
}

impl Proof {
    /// Of the bytes of a point, a challenge, and a scalar below the order: section 5.4.4.
    fn from_bytes(bytes: &[u8; PROOF_BYTES]) -> Result<Self> {
        let (gamma, rest) = bytes.split_at(32);
        let (challenge, response) = rest.split_at(CHALLENGE_BYTES);
        let gamma = gamma.first_chunk().and_then(point);
        let gamma = gamma.ok_or_else(|| wrong("a point in its only encoding", "another"))?;
        let response = response.first_chunk().copied().unwrap_or_default();
        let response = Option::from(Scalar::from_canonical_bytes(response));
        let response = response.ok_or_else(|| wrong("a number below the order", "a larger one"))?;
        Ok(Self {
            gamma,
            challenge: challenge.first_chunk().copied().unwrap_or_default(),
            response,
        })
    }

    fn to_bytes(self) -> [u8; PROOF_BYTES] {
        let mut bytes = [0; PROOF_BYTES];
        let parts = [
            &self.gamma.compress().0[..],
            &self.challenge,
            &self.response.to_bytes(),
        ]
        .concat();
        for (to, from) in bytes.iter_mut().zip(parts) {
            *to = from;
        }
        bytes
    }
}

#[cfg(test)]
mod tests;
