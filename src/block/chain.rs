//! A chain of headers held against the rules of its network, one header at a time: links, proof of
//! work, bits, median time past, BIP 94, versions, total work.
//!
//! What the rules ask of the blocks before fits in a [`State`] of fixed size, so that chains of any
//! length are checked as they stream by, and a check goes on later from where it stood.

use super::header::{Header, Raw, shown};
use super::network::Network;
use super::target::Target;
use super::uint256::U256;
use crate::error::{Error, Place, Result, Slug, slug};
use crate::hash::Hash256;

/// Blocks whose median time bounds the next one from below.
pub const MEDIAN_OF: usize = 11;
/// Seconds that a block may be ahead of the clock (Core's `MAX_FUTURE_BLOCK_TIME`).
pub const AHEAD: u32 = 7200;
/// Seconds that the first block of a period may lie before the one before it (BIP 94).
pub const TIMEWARP: u32 = 600;

/// What is known of a chain's last block, and of as many before it as the rules ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// The height of the last block.
    pub height: u32,
    /// Its hash, internal order.
    pub hash: Hash256,
    /// Its compact bits.
    pub bits: u32,
    /// The work of all blocks up to it.
    pub work: U256,
    /// The times of the last blocks, the latest first.
    pub times: Times,
    /// Time and bits of the first block of its period.
    pub period: Option<(u32, u32)>,
    /// Of a network with easy blocks: the bits that count once none is wanted, those of the last
    /// block of the period that is not at the limit, or of its first.
    pub earnest: Option<u32>,
}

/// Up to [`MEDIAN_OF`] times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    latest_first: [u32; MEDIAN_OF],
    known: usize,
    /// Whether there are no others: they reach back to the first block, or are as many as count.
    all: bool,
}

impl Times {
    /// Times of a chain's last blocks, the latest first; `all` where none that counts is missing.
    pub fn new(times: &[u32], all: bool) -> Self {
        let mut latest_first = [0; MEDIAN_OF];
        for (to, from) in latest_first.iter_mut().zip(times) {
            *to = *from;
        }
        let known = times.len().min(MEDIAN_OF);
        Self {
            latest_first,
            known,
            all: all || known == MEDIAN_OF,
        }
    }

    /// The times, the latest first.
    pub fn latest_first(&self) -> &[u32] {
        self.latest_first.get(..self.known).unwrap_or_default()
    }

    fn push(&mut self, time: u32) {
        self.latest_first.rotate_right(1);
        self.latest_first[0] = time;
        self.known = (self.known + 1).min(MEDIAN_OF);
        self.all |= self.known == MEDIAN_OF;
    }

    /// The median (of an even number the later of the two), where all times that count are known.
    pub fn median(&self) -> Option<u32> {
        let mut sorted = self.latest_first;
        let sorted = sorted.get_mut(..self.known).filter(|_| self.all)?;
        sorted.sort_unstable();
        sorted.get(sorted.len() / 2).copied()
    }

    /// Whether all that count are known.
    pub fn all(&self) -> bool {
        self.all
    }

    /// Whether a time is past the median; one past the latest of all needs no sorting.
    fn allow(&self, time: u32) -> bool {
        let latest = self.latest_first().iter().all(|known| time > *known);
        latest || self.median().is_none_or(|median| time > median)
    }
}

/// Checks header after header.
///
/// ```
/// use decent::block::{chain::Chain, header::Header, network::{Network, genesis}};
/// let regtest = Network::named("regtest").unwrap();
/// let mut chain = Chain::new(&regtest);
/// let first = genesis("regtest").unwrap();
/// chain.push(&first.0, &first.hash()).unwrap();
/// assert_eq!(chain.state().unwrap().work.to_string(), "2");
/// assert!(chain.push(&first.0, &first.hash()).is_err());
/// ```
pub struct Chain<'a> {
    network: &'a Network,
    state: Option<State>,
    /// Height and hash of a block that is trusted, still to come.
    trusted: Option<(u32, Hash256)>,
    /// Headers pushed so far.
    count: u64,
    /// The latest time that a header may have.
    until: Option<u32>,
    /// Target and work of these bits: they change rarely.
    eased: Option<(u32, Target, U256)>,
    /// Heights of which a rule could not be asked, for what it needs is before the trusted block.
    unasked: Unasked,
}

/// What could not be asked, from the first height to the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unasked {
    /// Median time past.
    pub times: Option<(u32, u32)>,
    /// Bits.
    pub bits: Option<(u32, u32)>,
}

impl<'a> Chain<'a> {
    /// From the network's first block on.
    pub fn new(network: &'a Network) -> Self {
        Self {
            network,
            state: None,
            trusted: None,
            count: 0,
            until: None,
            eased: None,
            unasked: Unasked::default(),
        }
    }

    /// On from where a check stood.
    pub fn from(network: &'a Network, state: State) -> Self {
        Self {
            state: Some(state),
            ..Self::new(network)
        }
    }

    /// From a block that is trusted, whose header comes first.
    pub fn trusting(network: &'a Network, height: u32, hash: Hash256) -> Self {
        Self {
            trusted: Some((height, hash)),
            ..Self::new(network)
        }
    }

    /// The same with a clock: no header may be further ahead of it than Core allows.
    #[must_use]
    pub fn at(mut self, now: Option<u32>) -> Self {
        self.until = now.map(|now| now.saturating_add(AHEAD));
        self
    }

    /// What is known of the last block, where there is one.
    pub fn state(&self) -> Option<&State> {
        self.state.as_ref()
    }

    /// Headers pushed.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// What could not be asked.
    pub fn unasked(&self) -> Unasked {
        self.unasked
    }

    /// Takes the next header, whose hash is known, or says which rule it breaks.
    pub fn push(&mut self, raw: &Raw, hash: &Hash256) -> Result<()> {
        let header = Header(*raw);
        let next = match self.state {
            Some(state) => self.next(&state, &header, hash),
            None => self.first(&header, hash),
        };
        let state = next.map_err(|error| error.at(Place::Item("header", self.count)))?;
        self.state = Some(state);
        self.count += 1;
        Ok(())
    }

    /// What is known of the block that all begins with.
    pub(super) fn first(&mut self, header: &Header, hash: &Hash256) -> Result<State> {
        let (height, whole) = match (self.trusted, &self.network.genesis) {
            (Some((height, trusted)), _) if trusted == *hash => (height, height == 0),
            (Some((height, trusted)), _) => {
                let wanted = format!("the trusted block {} of height {height}", shown(&trusted));
                return Err(Error::new(slug::CHAIN_START, wanted, shown(hash)));
            }
            (None, Some(genesis)) if genesis == hash => (0, true),
            (None, Some(genesis)) => {
                let name = &self.network.name;
                let wanted = format!("the first block of {name}, {}", shown(genesis));
                return Err(Error::new(slug::CHAIN_START, wanted, shown(hash)));
            }
            (None, None) if header.previous() == [0; 32] => (0, true),
            (None, None) => {
                let wanted = "a first block, with no previous hash";
                let found = format!("one behind {}", shown(&header.previous()));
                return Err(Error::new(slug::CHAIN_START, wanted, found));
            }
        };
        let bits = header.bits();
        let (target, work) = self.eased(bits, height)?;
        proven(target, hash, height)?;
        let start = State {
            height,
            hash: [0; 32],
            bits,
            work: U256::ZERO,
            times: Times::new(&[], whole),
            period: None,
            earnest: None,
        };
        Ok(start.filled(self.network, header, hash, work))
    }

    /// What is known once this header stands behind `state`, or which rule it breaks.
    pub(super) fn next(&mut self, state: &State, header: &Header, hash: &Hash256) -> Result<State> {
        let height = state.height.checked_add(1).ok_or_else(|| {
            broken(
                slug::CHAIN_LINK,
                u32::MAX,
                "no more blocks".into(),
                "one".into(),
            )
        })?;
        if header.previous() != state.hash {
            let wanted = format!("previous {}", shown(&state.hash));
            let found = shown(&header.previous());
            return Err(broken(slug::CHAIN_LINK, height, wanted, found));
        }
        let (time, bits) = (header.time(), header.bits());
        match self.wanted_bits(state, time)? {
            Some(wanted) if wanted != bits => {
                let (wanted, found) = (format!("bits {wanted:08x}"), format!("{bits:08x}"));
                return Err(broken(slug::CHAIN_BITS, height, wanted, found));
            }
            Some(_) => {}
            None => Unasked::note(&mut self.unasked.bits, height),
        }
        let (target, work) = self.eased(bits, height)?;
        proven(target, hash, height)?;
        self.timely(state, time, height)?;
        let version = header.fields().version;
        if let Some(least) = self
            .network
            .version_at(height)
            .filter(|least| version < *least)
        {
            let wanted = format!("version {least} or later");
            return Err(broken(
                slug::CHAIN_VERSION,
                height,
                wanted,
                version.to_string(),
            ));
        }
        Ok(state.succeeded(self.network, header, hash, work))
    }

    /// The bits that a block of that time behind `state` must have; `None` where what they follow
    /// from is not known.
    pub fn wanted_bits(&self, state: &State, time: u32) -> Result<Option<u32>> {
        let network = self.network;
        let height = state.height.saturating_add(1);
        if !network.begins_period(height) {
            if !network.min_difficulty {
                return Ok(Some(state.bits));
            }
            let late = state
                .latest()
                .saturating_add(network.spacing.saturating_mul(2));
            if time > late {
                return Ok(Some(network.limit_bits()));
            }
            return Ok(state.earnest);
        }
        if !network.retargets {
            return Ok(Some(state.bits));
        }
        let Some((first_time, first_bits)) = state.period else {
            return Ok(None);
        };
        let bits = if network.bip94 {
            first_bits
        } else {
            state.bits
        };
        network.retarget(bits, first_time, state.latest()).map(Some)
    }

    /// Target and work of these bits, which must be no easier than the network allows.
    fn eased(&mut self, bits: u32, height: u32) -> Result<(Target, U256)> {
        if let Some((_, target, work)) = self.eased.filter(|(known, _, _)| *known == bits) {
            return Ok((target, work));
        }
        let target = Target::from_bits(bits)
            .map_err(|e| broken(slug::CHAIN_BITS, height, e.wanted.into(), e.found.into()))?;
        if target > self.network.limit {
            let name = &self.network.name;
            let wanted = format!(
                "bits no easier than {:08x} of {name}",
                self.network.limit_bits()
            );
            return Err(broken(
                slug::CHAIN_BITS,
                height,
                wanted,
                format!("{bits:08x}"),
            ));
        }
        let work = target.work();
        self.eased = Some((bits, target, work));
        Ok((target, work))
    }

    fn timely(&mut self, state: &State, time: u32, height: u32) -> Result<()> {
        if !state.times.all() {
            Unasked::note(&mut self.unasked.times, height);
        }
        if !state.times.allow(time) {
            let median = state.times.median().unwrap_or_default();
            let wanted = format!(
                "a time past {median}, the median of the {} before",
                state.times.known
            );
            return Err(broken(slug::CHAIN_TIME, height, wanted, time.to_string()));
        }
        let warped = state.latest().saturating_sub(TIMEWARP);
        if self.network.bip94 && self.network.begins_period(height) && time < warped {
            let wanted =
                format!("a time of at least {warped}, {TIMEWARP} s before the last (BIP 94)");
            return Err(broken(slug::CHAIN_TIME, height, wanted, time.to_string()));
        }
        if let Some(until) = self.until.filter(|until| time > *until) {
            let wanted = format!("a time of at most {until}, {AHEAD} s ahead of the clock");
            return Err(broken(slug::CHAIN_TIME, height, wanted, time.to_string()));
        }
        Ok(())
    }
}

impl Unasked {
    fn note(range: &mut Option<(u32, u32)>, height: u32) {
        let (first, _) = range.unwrap_or((height, height));
        *range = Some((first, height));
    }

    /// In words; `None` where all was asked.
    pub fn words(&self) -> Option<String> {
        let of = |what: &str, range: Option<(u32, u32)>| match range {
            Some((first, last)) if first == last => Some(format!("the {what} of height {first}")),
            Some((first, last)) => Some(format!("the {what}s of heights {first} to {last}")),
            None => None,
        };
        let parts = [of("median time", self.times), of("target", self.bits)];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        let words = parts.join(" and ");
        (!words.is_empty()).then(|| format!("{words} would need headers before the trusted one"))
    }
}

impl State {
    /// What is known once a block, no rule asked, stands behind this one.
    pub(super) fn succeeded(
        mut self,
        network: &Network,
        header: &Header,
        hash: &Hash256,
        work: U256,
    ) -> Self {
        self.height = self.height.saturating_add(1);
        self.filled(network, header, hash, work)
    }

    /// The same with the fields that a block of this height brings.
    fn filled(mut self, network: &Network, header: &Header, hash: &Hash256, work: U256) -> Self {
        let (time, bits) = (header.time(), header.bits());
        let begins = network.begins_period(self.height);
        self.hash = *hash;
        self.bits = bits;
        self.work = self.work.checked_add(work).unwrap_or(U256::MAX);
        self.times.push(time);
        if begins {
            self.period = Some((time, bits));
        }
        // Most often they are the same as before, and nothing has to be worked out.
        if self.earnest != Some(bits) && (begins || bits != network.limit_bits()) {
            self.earnest = Some(bits);
        }
        self
    }

    /// The time of the last block.
    pub fn latest(&self) -> u32 {
        self.times.latest_first[0]
    }
}

fn broken(slug: Slug, height: u32, wanted: String, found: String) -> Error {
    Error::new(slug, wanted, format!("{found}, at height {height}"))
}

/// Whether a hash meets its target.
fn proven(target: Target, hash: &Hash256, height: u32) -> Result<()> {
    if target.is_met_by(hash) {
        return Ok(());
    }
    let wanted = format!("a hash of at most {:x}", target.number());
    Err(broken(slug::CHAIN_WORK, height, wanted, shown(hash)))
}
