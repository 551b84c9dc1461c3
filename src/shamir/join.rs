//! Shares in our own format back to the secret. The tag is checked in a first pass, so that a wrong
//! secret is never given out; what is wrong is named, share by share.

use std::ops::Range;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::correct::{self, Sketcher};
use super::crc::Crc64;
use super::kernel::{Kernel, Mixer};
use super::share::{HEADER, Header, Kind, TRAILER, damaged};
use super::sort::{Sorted, sort_out, too_few};
use super::split::{BLOCK, KEY};
use crate::coins::Coins;
use crate::error::{Error, Result, slug};
use crate::source::Source;
use crate::watch::Watch;

/// Subsets that are tried where the shares alone don't tell which is wrong.
const SUBSETS: usize = 512;
/// Bytes that may be read for them.
const SUBSET_BYTES: u64 = 256 << 20;

/// A share that was opened.
pub struct Part<'a> {
    /// What it says of itself.
    pub header: Header,
    source: &'a Source<'a>,
    body: Range<u64>,
}

impl<'a> Part<'a> {
    /// Header and length of a share as bytes (a text must be [disarmoured](super::share::disarmour)).
    /// Its checksum is asked later, where it matters.
    pub fn of(source: &'a Source<'a>) -> Result<Self> {
        let mut bytes = vec![0; source.len().min(HEADER as u64) as usize];
        source.read_at(0, &mut bytes)?;
        let header = Header::decode(&bytes)?;
        let body = HEADER as u64..source.len().saturating_sub(TRAILER as u64);
        if body.start > body.end {
            return Err(damaged());
        }
        Ok(Self {
            header,
            source,
            body,
        })
    }

    /// Bytes of its body.
    pub fn len(&self) -> u64 {
        self.body.end - self.body.start
    }

    /// Whether its body is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of the body, counted from its start.
    pub(super) fn window(&self, range: &Range<u64>) -> Result<std::borrow::Cow<'_, [u8]>> {
        let start = self.body.start;
        self.source.window(start + range.start..start + range.end)
    }

    /// Bytes of the body, counted from its start: where they lie in memory, or in `room`.
    pub(super) fn look<'b>(&'b self, at: u64, room: &'b mut [u8]) -> Result<&'b [u8]> {
        self.source.look(self.body.start + at, room)
    }

    pub(super) fn check(&self) -> Result<()> {
        self.source.check()
    }

    /// Whether its checksum fits.
    pub fn is_whole(&self, watch: &dyn Watch) -> Result<bool> {
        let mut crc = Crc64::new();
        let end = self.body.end;
        let mut buffer = Zeroizing::new(vec![0; BLOCK.min(end as usize)]);
        for range in blocks(0..end) {
            let len = (range.end - range.start) as usize;
            let block = buffer.get_mut(..len).unwrap_or_default();
            crc.update(self.source.look(range.start, block)?);
            stop(watch)?;
        }
        let mut wanted = [0; TRAILER];
        self.source.read_at(end, &mut wanted)?;
        self.source.check()?;
        Ok(crc.value() == u64::from_le_bytes(wanted))
    }
}

/// What is wrong with which share, by its place on the line.
pub type Blamed = Vec<(usize, Error)>;

/// A refusal, with those shares that are to blame by their places on the line.
#[derive(Clone, Debug)]
pub struct Refused {
    /// What is wrong with which share.
    pub blamed: Blamed,
    /// Why nothing is given out.
    pub error: Error,
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self {
            blamed: Vec::new(),
            error,
        }
    }
}

/// Ranges of at most [`BLOCK`] bytes.
pub(super) fn blocks(range: Range<u64>) -> impl Iterator<Item = Range<u64>> {
    let end = range.end;
    range
        .step_by(BLOCK)
        .map(move |start| start..end.min(start + BLOCK as u64))
}

pub(super) fn stop(watch: &dyn Watch) -> Result<()> {
    if watch.stopped() {
        return Err(Error::new(slug::STOPPED, "", "stopped"));
    }
    Ok(())
}

/// Shares that rebuild a secret whose tag fits.
pub struct Plan<'a> {
    parts: &'a [Part<'a>],
    chosen: Vec<usize>,
    kernel: Kernel,
    /// Shares that are wrong, or too many, and why.
    pub blamed: Vec<(usize, Error)>,
}

/// What a pass over all columns found.
struct Pass {
    tag_fits: bool,
    /// Of the shares that were not needed, those that lie on the same polynomials.
    agree: Vec<bool>,
}

/// Shares of one set, not yet checked, and how many are needed.
fn begin<'a>(
    parts: &'a [Part<'a>],
    kernel: Kernel,
    watch: &dyn Watch,
) -> std::result::Result<(Plan<'a>, usize), Refused> {
    let Sorted { kept, blamed } = sort_out(parts, watch)?;
    let Some(first) = kept.first().and_then(|i| parts.get(*i)) else {
        return Err(too_few(0, None, blamed));
    };
    if first.header.kind != Kind::Whole {
        let found = format!("more {} ones", first.header.kind.name());
        return Err(Error::new(slug::SHARES_MIXED, "whole shares, as the first", found).into());
    }
    if first.len() < 2 * KEY as u64 {
        return Err(damaged().into());
    }
    let plan = Plan {
        parts,
        chosen: kept,
        kernel,
        blamed,
    };
    Ok((plan, first.header.threshold.into()))
}

/// Sorts the shares out and checks the tag. `coins` decide which sums wrong shares are looked for in.
pub fn plan<'a>(
    parts: &'a [Part<'a>],
    kernel: Kernel,
    coins: &mut Coins,
    watch: &dyn Watch,
) -> std::result::Result<Plan<'a>, Refused> {
    let (mut plan, t) = begin(parts, kernel, watch)?;
    if plan.chosen.len() >= t && plan.settle(t, watch, &mut |_| Ok(()))? {
        return Ok(plan);
    }
    plan.blame_damaged(watch)?;
    if plan.chosen.len() < t {
        return Err(too_few(plan.chosen.len(), Some(t as u8), plan.blamed));
    }
    if plan.settle(t, watch, &mut |_| Ok(()))? {
        return Ok(plan);
    }
    plan.blame_forged(t, coins, watch)?;
    if plan.settle(t, watch, &mut |_| Ok(()))? || plan.search(t, watch)? {
        return Ok(plan);
    }
    let found = "a tag that does not fit: at least one of them is forged, and no more are there to tell which";
    let error = Error::new(slug::SHARES_UNFIT, "shares that fit each other", found);
    Err(Refused {
        blamed: plan.blamed,
        error,
    })
}

/// The whole in one pass, for who can take back what was given out: the secret of the first shares,
/// and what was left out, if the tag fits; `None` where it does not, and [`plan`] has to find out why.
pub fn at_once(
    parts: &[Part<'_>],
    kernel: Kernel,
    watch: &dyn Watch,
    put: &mut dyn FnMut(&[u8]) -> Result<()>,
) -> std::result::Result<Option<Vec<(usize, Error)>>, Refused> {
    let (mut plan, t) = begin(parts, kernel, watch)?;
    if plan.chosen.len() < t || !plan.settle(t, watch, put)? {
        return Ok(None);
    }
    Ok(Some(plan.blamed))
}

impl Plan<'_> {
    /// Length of the secret in bytes.
    pub fn len(&self) -> u64 {
        let first = self.chosen.first().and_then(|i| self.parts.get(*i));
        first.map_or(0, |part| part.len().saturating_sub(2 * KEY as u64))
    }

    /// Whether the secret has no byte.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The places of the shares that the secret is rebuilt from.
    pub fn chosen(&self) -> &[usize] {
        &self.chosen
    }

    /// Of each share that the secret is rebuilt from its x and its part of the secret's first byte.
    pub fn first(&self) -> Result<Vec<(u8, u8)>> {
        let parts = self.chosen.iter().filter_map(|i| self.part(*i));
        let key = KEY as u64;
        let point = |part: &Part<'_>| {
            let window = part.window(&(key..key + 1))?;
            Ok((part.header.x, window.first().copied().unwrap_or(0)))
        };
        parts.map(point).collect()
    }

    fn part(&self, i: usize) -> Option<&Part<'_>> {
        self.parts.get(i)
    }

    /// Gives out the secret, from its first byte to its last, and checks the tag once more.
    pub fn write(&self, watch: &dyn Watch, put: &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<()> {
        let pass = self.pass(&self.chosen, &[], watch, put)?;
        if pass.tag_fits {
            return Ok(());
        }
        Err(Error::new(
            slug::SHARES_UNFIT,
            "shares that stay as they are",
            "others, the second time",
        ))
    }

    /// Tries the first shares; where the tag fits, those that don't agree are blamed.
    fn settle(
        &mut self,
        t: usize,
        watch: &dyn Watch,
        put: &mut dyn FnMut(&[u8]) -> Result<()>,
    ) -> Result<bool> {
        let Some((first, others)) = self.chosen.split_at_checked(t) else {
            return Ok(false);
        };
        let pass = self.pass(first, others, watch, put)?;
        if !pass.tag_fits {
            return Ok(false);
        }
        let off = others
            .iter()
            .zip(&pass.agree)
            .filter(|(_, agrees)| !**agrees);
        let off: Vec<usize> = off.map(|(i, _)| *i).collect();
        self.chosen.truncate(t);
        for i in off {
            let whole = self.part(i).map(|part| part.is_whole(watch)).transpose()?;
            let error = if whole == Some(true) {
                forged()
            } else {
                damaged()
            };
            self.blamed.push((i, error));
        }
        Ok(true)
    }

    /// Rebuilds key, secret and tag from the shares of `first`, and foretells the values of `others`.
    fn pass(
        &self,
        first: &[usize],
        others: &[usize],
        watch: &dyn Watch,
        put: &mut dyn FnMut(&[u8]) -> Result<()>,
    ) -> Result<Pass> {
        let parts: Vec<&Part<'_>> = first
            .iter()
            .chain(others)
            .filter_map(|i| self.part(*i))
            .collect();
        let (base, rest) = parts.split_at_checked(first.len()).unwrap_or((&parts, &[]));
        let Some(head) = base.first() else {
            return Err(damaged());
        };
        let field = head.header.field;
        let xs: Vec<u8> = base.iter().map(|part| part.header.x).collect();
        let at = std::iter::once(0).chain(rest.iter().map(|part| part.header.x));
        let rows: Vec<Vec<u8>> = at.map(|at| field.weights(&xs, at)).collect::<Result<_>>()?;
        let mut mill = Mill {
            mixer: Mixer::new(self.kernel, field, &rows),
            base,
            rest,
            agree: vec![true; rest.len()],
            read: Zeroizing::new(vec![0; BLOCK * parts.len()]),
            out: Zeroizing::new(vec![0; BLOCK * (1 + rest.len())]),
        };
        let (end, key) = (head.len(), KEY as u64);
        let key_bytes: [u8; KEY] = mill.turn(&(0..key))?.try_into().map_err(|_| damaged())?;
        let mut hasher = blake3::Hasher::new_keyed(&Zeroizing::new(key_bytes));
        for range in blocks(key..end - key) {
            let secret = mill.turn(&range)?;
            hasher.update(secret);
            put(secret)?;
            watch.advance(range.end - range.start);
            stop(watch)?;
        }
        let tag = mill.turn(&(end - key..end))?;
        let tag_fits = bool::from(hasher.finalize().as_bytes().ct_eq(tag));
        parts.iter().try_for_each(|part| part.check())?;
        Ok(Pass {
            tag_fits,
            agree: mill.agree,
        })
    }

    /// Shares whose checksum does not fit are left out.
    fn blame_damaged(&mut self, watch: &dyn Watch) -> Result<()> {
        for i in std::mem::take(&mut self.chosen) {
            match self.part(i).map(|part| part.is_whole(watch)).transpose()? {
                Some(true) => self.chosen.push(i),
                _ => self.blamed.push((i, damaged())),
            }
        }
        Ok(())
    }

    /// Shares that don't fit the others are left out, where enough are there to tell.
    fn blame_forged(&mut self, t: usize, coins: &mut Coins, watch: &dyn Watch) -> Result<()> {
        let chosen: Vec<&Part<'_>> = self.chosen.iter().filter_map(|i| self.part(*i)).collect();
        let Some(head) = chosen.first() else {
            return Ok(());
        };
        let field = head.header.field;
        let mut sketcher = Sketcher::new(self.kernel, field, chosen.len(), coins);
        let mut buffer = Zeroizing::new(vec![0; BLOCK]);
        for range in blocks(0..head.len()) {
            let len = (range.end - range.start) as usize;
            for (i, part) in chosen.iter().enumerate() {
                let block = buffer.get_mut(..len).unwrap_or_default();
                sketcher.add(i, part.look(range.start, block)?);
            }
            stop(watch)?;
        }
        let xs: Vec<u8> = chosen.iter().map(|part| part.header.x).collect();
        let wrong = correct::wrong(self.kernel, field, t, &xs, &sketcher.sketches(), coins)?;
        let wrong = wrong.unwrap_or_default();
        let chosen = std::mem::take(&mut self.chosen);
        for (place, i) in chosen.into_iter().enumerate() {
            if wrong.contains(&place) {
                self.blamed.push((i, forged()));
            } else {
                self.chosen.push(i);
            }
        }
        Ok(())
    }

    /// Where the shares alone can't tell, the tag may: every `t` of a few.
    fn search(&mut self, t: usize, watch: &dyn Watch) -> Result<bool> {
        let all = self.chosen.clone();
        let sets = subsets(all.len(), t, SUBSETS);
        let cost = self.len().saturating_mul(sets.len() as u64 * t as u64);
        if all.len() <= t || cost > SUBSET_BYTES {
            return Ok(false);
        }
        for set in sets {
            let pick = |wanted: bool| {
                let places = all
                    .iter()
                    .enumerate()
                    .filter(|(place, _)| set.contains(place) == wanted);
                places.map(|(_, i)| *i).collect::<Vec<usize>>()
            };
            self.chosen = [pick(true), pick(false)].concat();
            if self.settle(t, watch, &mut |_| Ok(()))? {
                return Ok(true);
            }
        }
        self.chosen = all;
        Ok(false)
    }
}

/// The error of a share that does not fit.
pub fn forged() -> Error {
    Error::new(
        slug::SHARES_UNFIT,
        "",
        "does not fit the other shares: forged, or changed with its checksum",
    )
}

/// The first `most` ways to take `t` of `n` places.
pub(super) fn subsets(n: usize, t: usize, most: usize) -> Vec<Vec<usize>> {
    let mut all = Vec::new();
    let mut set: Vec<usize> = (0..t).collect();
    while t <= n && all.len() < most {
        all.push(set.clone());
        let movable = (0..t)
            .rev()
            .find(|i| set.get(*i).is_some_and(|at| *at < n - t + i));
        let Some(i) = movable else { break };
        let next = set.get(i).copied().unwrap_or(0) + 1;
        for (place, value) in set.iter_mut().skip(i).zip(next..) {
            *place = value;
        }
    }
    all
}

/// Turns blocks of shares into blocks of the secret.
struct Mill<'a> {
    mixer: Mixer,
    base: &'a [&'a Part<'a>],
    rest: &'a [&'a Part<'a>],
    agree: Vec<bool>,
    /// A block of each share, of those that are needed first.
    read: Zeroizing<Vec<u8>>,
    /// A block of the secret, then of each share that is foretold.
    out: Zeroizing<Vec<u8>>,
}

impl Mill<'_> {
    fn turn(&mut self, range: &Range<u64>) -> Result<&[u8]> {
        let len = (range.end - range.start) as usize;
        let room = self.read.chunks_exact_mut(BLOCK);
        let room = room.map(|block| block.get_mut(..len).unwrap_or_default());
        let blocks = self.base.iter().chain(self.rest).zip(room);
        let blocks = blocks.map(|(part, block)| part.look(range.start, block));
        let blocks = blocks.collect::<Result<Vec<&[u8]>>>()?;
        let (inputs, others) = blocks.split_at_checked(self.base.len()).unwrap_or_default();
        let outputs = self.out.chunks_exact_mut(BLOCK);
        let outputs = outputs.map(|block| block.get_mut(..len).unwrap_or_default());
        let mut outputs: Vec<&mut [u8]> = outputs.collect();
        self.mixer.mix(inputs, &mut outputs);
        let foretold = outputs.iter().skip(1);
        for ((other, agrees), foretold) in others.iter().zip(&mut self.agree).zip(foretold) {
            *agrees &= **other == **foretold;
        }
        Ok(self.out.get(..len).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests;
