//! Secrets split into n shares of which any t rebuild them, and fewer tell nothing (Shamir, "How to
//! share a secret", CACM 1979).
//!
//! [`split`] and [`join`] work on files of any size in our own format ([`share`]); [`ssss`],
//! [`slip39`] and [`bare`] are the formats of others. All sums over GF(256) go through one
//! [`kernel`].
//!
//! ```
//! use decent::shamir::gf::Field;
//! // The first byte of a secret, 42, as 2 of 3: on the line 42 + 7 x.
//! let shares = [1, 2, 3].map(|x| Field::Aes.value(&[42, 7], x));
//! let weights = Field::Aes.weights(&[1, 3], 0).unwrap();
//! let secret = Field::Aes.mul(shares[0], weights[0]) ^ Field::Aes.mul(shares[2], weights[1]);
//! assert_eq!(secret, 42);
//! ```

/// Shares of values alone: libgfshare's and Vault's.
pub mod bare;
mod correct;
/// Checksums against damage.
pub mod crc;
/// The narration.
pub mod explain;
/// Arithmetic on bytes.
pub mod gf;
/// Shares back to the secret.
pub mod join;
/// Sums of blocks.
pub mod kernel;
#[cfg(target_arch = "x86_64")]
mod kernel_avx2;
#[cfg(target_arch = "x86_64")]
mod kernel_crc;
#[cfg(target_arch = "x86_64")]
mod kernel_gfni;
/// New shares of an old secret.
pub mod refresh;
/// One share as bytes and as text.
pub mod share;
/// Shares a t-th as long as the secret.
pub mod short;
/// Mnemonics of SLIP-39.
pub mod slip39;
mod sort;
/// A secret into shares.
pub mod split;
/// The shares of ssss.
pub mod ssss;
mod vote;
/// Shares that can be checked.
pub mod vss;
mod wide;
