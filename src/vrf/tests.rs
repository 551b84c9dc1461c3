//! Tests of verifiable random functions: the vectors of RFC 9381, whole, and each of their bits.

use super::*;
use crate::watch::Deaf;

const VECTORS: &str = include_str!("../../tests/vectors/vrf/rfc9381.txt");

struct Vector {
    suite: Suite,
    seed: SecretBytes<32>,
    key: [u8; 32],
    input: Vec<u8>,
    base: [u8; 32],
    proof: [u8; PROOF_BYTES],
    output: [u8; OUTPUT_BYTES],
}

fn vectors() -> Vec<Vector> {
    let lines = VECTORS.lines().filter(|line| !line.starts_with('#'));
    let vector = |line: &str| {
        let words: Vec<&str> = line.split(' ').collect();
        Vector {
            suite: if words[0] == "tai" {
                Suite::Tai
            } else {
                Suite::Ell2
            },
            seed: SecretBytes::new(hex::decode_array(words[1]).unwrap()),
            key: hex::decode_array(words[2]).unwrap(),
            input: hex::decode(words[3].trim_matches('-')).unwrap(),
            base: hex::decode_array(words[4]).unwrap(),
            proof: hex::decode_array(words[5]).unwrap(),
            output: hex::decode_array(words[6]).unwrap(),
        }
    };
    lines.map(vector).collect()
}

#[test]
fn vectors_of_rfc_9381() {
    let all = vectors();
    assert_eq!(all.len(), 6);
    for one in all {
        let base = one.suite.point(&one.key, &one.input).unwrap();
        assert_eq!(base.compress().0, one.base);
        let made = one.suite.prove(&one.seed, &one.input, &Deaf).unwrap();
        assert_eq!(made, (one.output, one.proof));
        let verified = one.suite.verify(&one.key, &one.input, &one.proof, &Deaf);
        assert_eq!(verified, Ok(one.output));
    }
}

#[test]
fn one_bit_anywhere_is_refused() {
    for one in vectors() {
        let refused = |key: &[u8; 32], input: &[u8], proof: &[u8; PROOF_BYTES]| {
            let slug = one.suite.verify(key, input, proof, &Deaf).unwrap_err().slug;
            assert!([slug::VRF_PROOF, slug::WEAK_KEY].contains(&slug));
        };
        for bit in 0..PROOF_BYTES * 8 {
            let mut proof = one.proof;
            proof[bit / 8] ^= 1 << (bit % 8);
            refused(&one.key, &one.input, &proof);
        }
        for bit in 0..256 {
            let mut key = one.key;
            key[bit / 8] ^= 1 << (bit % 8);
            refused(&key, &one.input, &one.proof);
        }
        refused(&one.key, &[&one.input[..], b"x"].concat(), &one.proof);
        let other = match one.suite {
            Suite::Tai => Suite::Ell2,
            Suite::Ell2 => Suite::Tai,
        };
        assert!(
            other
                .verify(&one.key, &one.input, &one.proof, &Deaf)
                .is_err()
        );
    }
}

/// With a key of small order every input would have the same output.
#[test]
fn keys_of_small_order_are_refused() {
    let proof = vectors()[0].proof;
    for small in curve25519_dalek::constants::EIGHT_TORSION {
        let key = small.compress().0;
        let error = Suite::Tai.verify(&key, b"", &proof, &Deaf).unwrap_err();
        assert_eq!(error.slug, slug::WEAK_KEY);
    }
}
