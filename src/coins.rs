//! Random bytes, for coefficients: AES-256 in counter mode (NIST SP 800-38A) under a key of the operating
//! system's. It gives bytes some ten times faster than the system itself would.

use std::convert::Infallible;

use aes::Aes256;
use ctr::cipher::{KeyIvInit, StreamCipher};
use rand_core::{TryCryptoRng, TryRng};
use zeroize::Zeroizing;

/// A source of uniform bytes, 0 included: a sharing that leaves out 0 tells something of the secret
/// (RUSTSEC-2024-0398).
pub struct Coins(ctr::Ctr128BE<Aes256>);

impl Coins {
    /// Of a key that is used for nothing else. The same key gives the same bytes.
    ///
    /// ```
    /// use decent::coins::Coins;
    /// let mut bytes = [0; 3];
    /// Coins::new(&[0; 32]).fill(&mut bytes);
    /// // AES-256 of a block of zeros under a key of zeros begins so (NIST's AESAVS).
    /// assert_eq!(bytes, [0xdc, 0x95, 0xc0]);
    /// ```
    pub fn new(key: &[u8; 32]) -> Self {
        Self(ctr::Ctr128BE::new(&(*key).into(), &[0; 16].into()))
    }

    /// Overwrites all of `bytes`.
    pub fn fill(&mut self, bytes: &mut [u8]) {
        // There are 2^128 blocks before the counter comes round.
        self.0.write_keystream(bytes);
    }

    /// So many bytes, wiped when they are dropped.
    pub fn bytes(&mut self, len: usize) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(vec![0; len]);
        self.fill(&mut bytes);
        bytes
    }
}

/// A generator for whatever asks for one.
impl TryRng for Coins {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.fill(bytes);
        Ok(())
    }
}

impl TryCryptoRng for Coins {}
