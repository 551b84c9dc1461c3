//! In the place of the scheme, in a build without it: says so.

use std::collections::BTreeMap;

use rand_core::CryptoRng;

use super::{Failed, Pair, Secrets, Session};
use crate::secret::SecretBytes;

fn absent() -> Failed {
    Failed {
        culprits: Vec::new(),
        why: "this build has no FROST",
        absent: true,
    }
}

pub(super) fn nonces(_: &SecretBytes<32>, _: &mut dyn CryptoRng) -> Result<Secrets, Failed> {
    Err(absent())
}

pub(super) fn pair(_: &Secrets) -> Result<Pair, Failed> {
    Err(absent())
}

pub(super) fn sign(
    _: &Session<'_>,
    _: u16,
    _: &SecretBytes<32>,
    _: &Secrets,
) -> Result<[u8; 32], Failed> {
    Err(absent())
}

pub(super) fn join(
    _: &Session<'_>,
    _: &BTreeMap<u16, [u8; 32]>,
    _: &BTreeMap<u16, [u8; 32]>,
) -> Result<[u8; 64], Failed> {
    Err(absent())
}
