//! Proof of storage: public randomness picks chunks, the answer must hold their bytes.

use sha2::{Digest, Sha256};

use crate::error::{Error, Result, slug};

/// The most chunks that one audit asks for.
const MOST: u64 = 1 << 20;

/// The chunks to ask for, in the order of the draws, a chunk once: draw `j` is the first 8 bytes,
/// big-endian, of SHA-256(`random` || j as 8 bytes, big-endian), modulo `chunks`.
///
/// ```
/// let asked = decent::merkle::audit::draw(&[0x5e, 0xed], 1000, 3).unwrap();
/// assert_eq!(asked.len(), 3);
/// assert!(asked.iter().all(|chunk| *chunk < 1000));
/// ```
pub fn draw(random: &[u8], chunks: u64, k: u64) -> Result<Vec<u64>> {
    if chunks == 0 {
        return Err(Error::new(slug::OUT_OF_RANGE, "at least one chunk", "0").of("--chunks"));
    }
    if k == 0 || k > MOST {
        let wanted = format!("1 to {MOST} chunks");
        return Err(Error::new(slug::OUT_OF_RANGE, wanted, k.to_string()).of("-k"));
    }
    if random.is_empty() {
        let wanted = "a random value in hex";
        return Err(Error::new(slug::OUT_OF_RANGE, wanted, "none").of("--random"));
    }
    let mut seen = std::collections::BTreeSet::new();
    let draws = (0..k).map(|j| {
        let hash = Sha256::new()
            .chain_update(random)
            .chain_update(j.to_be_bytes())
            .finalize();
        let first = hash.first_chunk().copied().unwrap_or_default();
        u64::from_be_bytes(first) % chunks
    });
    Ok(draws.filter(|chunk| seen.insert(*chunk)).collect())
}

/// The probability that `k` draws out of all chunks meet one of the lost, who are the share
/// `lost` of them: 1 - (1 - lost)^k.
pub fn catches(lost: f64, k: u64) -> f64 {
    -(k as f64 * (-lost).ln_1p()).exp_m1()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_percent_is_caught_by_three_hundred() {
        assert!((catches(0.01, 300) - 0.951).abs() < 0.001);
        assert!((catches(1.0, 1) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn draws_follow_the_formula() {
        // printf '\x5e\xed\0\0\0\0\0\0\0\0' | sha256sum begins with these 8 bytes.
        let hash = Sha256::digest([0x5e, 0xed, 0, 0, 0, 0, 0, 0, 0, 0]);
        let first = u64::from_be_bytes(hash[..8].try_into().unwrap());
        assert_eq!(draw(&[0x5e, 0xed], 1000, 1).unwrap(), [first % 1000]);
        assert!(draw(&[1], 0, 1).is_err() && draw(&[1], 1, 0).is_err() && draw(&[], 1, 1).is_err());
    }
}
