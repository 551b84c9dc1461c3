//! Whether beacons are those of a chain: one by one by a pairing each, or a window of them by two.

use std::num::NonZeroUsize;

use super::narrate;
use super::scheme::Key;
use super::{Beacon, Chain};
use crate::bls::batch::{self, Asked, Claim};
use crate::bls::{self, Group, decode_in_group};
use crate::error::{Error, Result, slug};
use crate::secret::SecretBytes;
use crate::watch::Watch;

/// Beacons of one window at most.
pub const WINDOW: usize = 1 << 16;

/// Fewer are checked one by one: there is nothing to gain.
const FEW: usize = 8;

/// Checks beacons of one chain.
#[derive(Clone, Copy, Debug)]
pub struct Verifier<'a> {
    /// Whose beacons.
    pub chain: &'a Chain,
    /// How many threads work on a window.
    pub threads: NonZeroUsize,
    /// A pairing for each.
    pub one_by_one: bool,
}

/// The randomness of a beacon that is the chain's, or why it is none.
pub type Outcome = Result<[u8; 32]>;

impl Verifier<'_> {
    /// Checks one.
    pub fn one(&self, beacon: &Beacon) -> Outcome {
        let domain = self.chain.scheme.domain();
        let message = beacon.message(self.chain)?;
        let held = match &self.chain.key {
            Key::G1(key) => held::<bls::G2>(key, domain, beacon, &message)?,
            Key::G2(key) => held::<bls::G1>(key, domain, beacon, &message)?,
            #[cfg(feature = "bn254")]
            Key::Bn254(key) => key.verify(&beacon.signature, &message, domain)?,
        };
        if !held {
            return Err(forged());
        }
        beacon.check_randomness()?;
        Ok(beacon.derived())
    }

    /// Whether so many are checked in one, and not one by one.
    pub fn batches(&self, count: usize) -> bool {
        let summed = matches!(self.chain.key, Key::G1(_) | Key::G2(_));
        summed && !self.one_by_one && count >= FEW
    }

    /// Checks a window of them: the outcome of each, in their order. `seed` is random, and was never
    /// used before: who knows it beforehand can have false beacons pass.
    pub fn window(&self, beacons: &[Beacon], seed: &SecretBytes<32>) -> Vec<Outcome> {
        let batches = self.batches(beacons.len());
        match &self.chain.key {
            Key::G1(key) if batches => self.batch::<bls::G2>(key, beacons, seed),
            Key::G2(key) if batches => self.batch::<bls::G1>(key, beacons, seed),
            _ => {
                let share = beacons.len().div_ceil(self.threads.get()).max(1);
                let each = batch::spread(beacons.chunks(share), |part: &[Beacon]| {
                    part.iter().map(|one| self.one(one)).collect::<Vec<_>>()
                });
                each.into_iter().flatten().collect()
            }
        }
    }

    fn batch<G: Group>(
        &self,
        key: &G::Other,
        beacons: &[Beacon],
        seed: &SecretBytes<32>,
    ) -> Vec<Outcome>
    where
        G::Field: bls::Mapped,
    {
        let asked = Asked::<G> {
            key,
            domain: self.chain.scheme.domain(),
            threads: self.threads,
            seed,
            wrong: forged,
        };
        let messages: Vec<_> = beacons.iter().map(|one| one.message(self.chain)).collect();
        let claims = beacons.iter().zip(&messages);
        let claims = claims.filter_map(|(beacon, message)| {
            let message = *message.as_ref().ok()?;
            let signature = &*beacon.signature;
            Some(Claim { signature, message })
        });
        let claims: Vec<_> = claims.collect();
        let mut judged = batch::verify(&asked, &claims).into_iter();
        let each = beacons.iter().zip(messages);
        each.map(|(beacon, message)| {
            message?;
            judged.next().unwrap_or_else(|| Err(forged()))?;
            beacon.check_randomness()?;
            Ok(beacon.derived())
        })
        .collect()
    }

    /// Tells how one is checked, with the real values.
    pub fn narrate(&self, beacon: &Beacon, watch: &dyn Watch) {
        if watch.narrates() {
            narrate::verify(self.chain, beacon, watch);
        }
    }
}

/// A signature that is none of its round under the chain's key.
fn forged() -> Error {
    let wanted = "the signature of this round under the key of the chain";
    Error::new(slug::BEACON_FORGED, wanted, "another signature")
}

fn held<G: Group>(key: &G::Other, domain: &[u8], beacon: &Beacon, message: &[u8]) -> Result<bool> {
    let signature: G = decode_in_group(&beacon.signature, "signature")?;
    Ok(bls::verify(&signature, &G::hash(message, domain), key))
}

/// Whether beacons follow each other without a gap.
#[derive(Clone, Debug, Default)]
pub struct Row {
    last: Option<(u64, Box<[u8]>)>,
}

impl Row {
    /// Takes the next one, and says whether it follows: its round by one, and where it names the
    /// signature before, by that.
    pub fn follows(&mut self, beacon: &Beacon) -> Result<()> {
        let now = (beacon.round, beacon.signature.clone());
        let Some((round, signature)) = self.last.replace(now) else {
            return Ok(());
        };
        let gap = |wanted: String, found: String| Err(Error::new(slug::BEACON_GAP, wanted, found));
        if Some(beacon.round) != round.checked_add(1) {
            let wanted = format!("the round behind {round}");
            return gap(wanted, beacon.round.to_string());
        }
        match &beacon.previous {
            Some(previous) if *previous != signature => {
                let wanted = format!("the signature of round {round} as previous_signature");
                gap(wanted, "another".into())
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
