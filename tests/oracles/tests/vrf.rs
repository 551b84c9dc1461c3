//! Verifiable random functions beside the crate vrf-rfc9381: both make the same proofs and outputs, and
//! neither takes what the other refuses.

use decent::coins::Coins;
use decent::secret::SecretBytes;
use decent::sig::ed25519::SigningKey;
use decent::vrf::{PROOF_BYTES, Suite};
use decent::watch::Deaf;
use vrf_rfc9381::ec::edwards25519::elligator2::EdVrfEdwards25519Ell2;
use vrf_rfc9381::ec::edwards25519::tai::EdVrfEdwards25519Tai;
use vrf_rfc9381::{Prover as _, VRF, Verifier as _};

/// The proof that the other makes.
fn theirs<V: VRF>(vrf: &V, seed: &[u8; 32], input: &[u8]) -> Vec<u8> {
    let prover = V::Prover::from_slice(seed).unwrap();
    vrf.prove(&prover, input).unwrap()
}

/// The output that the other finds, where it finds that the proof holds.
fn taken<V: VRF>(vrf: &V, key: &[u8; 32], input: &[u8], proof: &[u8]) -> Option<Vec<u8>> {
    let verifier = V::Verifier::from_slice(key).unwrap();
    let output = vrf.verify(&verifier, input, proof).ok()?;
    Some(output.to_vec())
}

fn agree<V: VRF>(suite: Suite, vrf: &V) {
    let mut coins = Coins::new(&[9; 32]);
    for length in [0, 1, 31, 64, 200] {
        let mut seed = SecretBytes::<32>::default();
        coins.fill(&mut seed[..]);
        let input = coins.bytes(length);
        let key = *SigningKey::from_seed(&seed).public_key();
        let (output, proof) = suite.prove(&seed, &input, &Deaf).unwrap();
        assert_eq!(theirs(vrf, &seed, &input), proof, "{}", suite.name());
        assert_eq!(taken(vrf, &key, &input, &proof), Some(output.to_vec()));
        for at in 0..PROOF_BYTES {
            let mut flipped = proof;
            flipped[at] ^= 1;
            assert_eq!(taken(vrf, &key, &input, &flipped), None);
            assert!(suite.verify(&key, &input, &flipped, &Deaf).is_err());
        }
        assert_eq!(taken(vrf, &key, b"another", &proof), None);
        assert!(suite.verify(&key, b"another", &proof, &Deaf).is_err());
    }
}

#[test]
fn both_make_the_same_proofs() {
    agree(Suite::Tai, &EdVrfEdwards25519Tai);
    agree(Suite::Ell2, &EdVrfEdwards25519Ell2);
}
