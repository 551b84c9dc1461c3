//! Proofs of many ranges of leaves at once. A node that follows from others is left out, so none
//! stands twice; the rest stand level by level from the leaves up, each level from left to right.

use std::io::Read;
use std::ops::Range;

use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::feed::{Input, Reader, fill};
use crate::hash::{Engine, Hash256};
use crate::source::Source;
use crate::watch::{Deaf, Watch};

use super::encode::LARGEST;
use super::level::{Stretch, parents};
use super::tree::{Leaf, Tree};
use super::{Root, gather, leaves};

/// Bytes of data hashed at once.
const PART: u64 = 1 << 20;

/// That some leaves of a tree are under its root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The tree.
    pub tree: Tree,
    /// Bytes of the whole data.
    pub size: u64,
    /// Leaves of the whole tree.
    pub leaves: u64,
    /// The leaves that are proven: ascending, apart, not empty.
    pub ranges: Vec<Range<u64>>,
    /// The nodes that don't follow from those leaves.
    pub hashes: Vec<Hash256>,
    /// The bytes of the leaves that are proven, where the proof carries them.
    pub data: Option<Vec<u8>>,
}

/// Where the bytes come from that a proof is held against.
pub enum Held<'a> {
    /// Only the bytes that are proven, one range after the other; lines with their newlines.
    Parts(&'a mut (dyn Read + Send)),
    /// All of the data.
    Whole(&'a Source<'a>),
    /// The proof's own.
    Inside,
}

/// Leaves as ascending ranges that neither meet nor overlap.
pub fn joined(mut ranges: Vec<Range<u64>>) -> Vec<Range<u64>> {
    ranges.retain(|range| range.start < range.end);
    ranges.sort_by_key(|range| range.start);
    let mut joined: Vec<Range<u64>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => joined.push(range),
        }
    }
    joined
}

/// One level of a proof: what is known, which parents follow, which nodes are still needed.
struct Step {
    parents: Vec<Range<u64>>,
    missing: Vec<Range<u64>>,
}

/// From the ranges known at a level of `width` nodes to those at the next.
fn step(known: &[Range<u64>], width: u64, arity: u64) -> Step {
    let above = known
        .iter()
        .map(|range| range.start / arity..range.end.div_ceil(arity))
        .collect();
    let parents = joined(above);
    let mut missing = Vec::new();
    let mut known = known.iter().peekable();
    for parent in &parents {
        let children = parent.start * arity..(parent.end.saturating_mul(arity)).min(width);
        let mut at = children.start;
        while let Some(range) = known.next_if(|range| range.start < children.end) {
            missing.push(at..range.start);
            at = range.end;
        }
        missing.push(at..children.end);
    }
    missing.retain(|range| range.start < range.end);
    Step { parents, missing }
}

/// The nodes that a proof of `ranges` needs: level and number, in the order of the proof.
fn wanted(tree: Tree, leaves: u64, ranges: &[Range<u64>]) -> Vec<(u32, Range<u64>)> {
    let mut wanted = Vec::new();
    let mut known = ranges.to_vec();
    for level in 0..tree.height(leaves) {
        let Step { parents, missing } = step(&known, tree.width(leaves, level), tree.arity());
        wanted.extend(missing.into_iter().map(|range| (level, range)));
        known = parents;
    }
    wanted
}

impl Proof {
    /// The proof of `ranges` of leaves of all that `source` holds, and the root it leads to.
    pub fn make(
        source: &Source<'_>,
        tree: Tree,
        ranges: Vec<Range<u64>>,
        with_data: bool,
        engine: Engine,
        watch: &dyn Watch,
    ) -> Result<(Self, Root)> {
        let leaves = match tree.leaves_of(source.len()) {
            Some(leaves) => leaves,
            None => super::root(Input::all(source), tree, engine, &Deaf)?.leaves,
        };
        let ranges = joined(ranges);
        if let Some(range) = ranges.iter().find(|range| range.end > leaves) {
            let wanted = format!("an index below {leaves}");
            let found = (range.end - 1).to_string();
            return Err(Error::new(slug::OUT_OF_RANGE, wanted, found).of("--index"));
        }
        if ranges.is_empty() {
            let found = "none";
            return Err(Error::new(slug::OUT_OF_RANGE, "a leaf to prove", found).of("--index"));
        }
        let nodes = wanted(tree, leaves, &ranges).into_iter();
        let nodes = nodes.flat_map(|(level, range)| range.map(move |index| (level, index)));
        let mut proof = Self {
            tree,
            size: source.len(),
            leaves,
            ranges,
            hashes: Vec::new(),
            data: None,
        };
        if with_data {
            proof.data = Some(proof.cut_out(source)?);
        }
        let (slots, root) = gather(source, tree, nodes, engine, watch)?;
        proof.hashes = slots.into_values().collect();
        Ok((proof, root))
    }

    /// The bytes of one range of leaves, where leaves have bytes of their own.
    pub fn bytes_of(&self, range: &Range<u64>) -> Option<Range<u64>> {
        let leaf = self.tree.leaf_bytes()?;
        let end = range.end.saturating_mul(leaf).min(self.size);
        Some((range.start.saturating_mul(leaf)).min(end)..end)
    }

    /// How many bytes are proven, where leaves have bytes of their own.
    pub fn covered(&self) -> Option<u64> {
        let mut bytes = 0u64;
        for range in &self.ranges {
            let range = self.bytes_of(range)?;
            bytes = bytes.saturating_add(range.end - range.start);
        }
        Some(bytes)
    }

    /// The bytes that are proven; no more than a proof may carry.
    fn cut_out(&self, source: &Source<'_>) -> Result<Vec<u8>> {
        let too_large = || {
            let wanted = format!("at most {LARGEST} bytes in a proof");
            Err(Error::new(slug::TOO_LARGE, wanted, "more").of("--data"))
        };
        if self.covered().is_some_and(|bytes| bytes > LARGEST) {
            return too_large();
        }
        let mut data = Vec::new();
        for range in &self.ranges {
            if let Some(bytes) = self.bytes_of(range) {
                data.extend_from_slice(&source.window(bytes)?);
            }
        }
        source.check()?;
        if self.tree.leaf_bytes().is_none() {
            let all = source.window(0..source.len())?;
            let lines = all.split_inclusive(|byte| *byte == b'\n').zip(0u64..);
            for (line, number) in lines {
                if self.ranges.iter().any(|range| range.contains(&number)) {
                    if (data.len() + line.len()) as u64 > LARGEST {
                        return too_large();
                    }
                    data.extend_from_slice(line);
                }
            }
        }
        Ok(data)
    }

    /// Whether the bytes held are under `root`; any *no* is an error of kind `Wrong`.
    pub fn verify(
        &self,
        root: &Hash256,
        held: Held<'_>,
        engine: Engine,
        watch: &dyn Watch,
    ) -> Result<()> {
        let nodes = self.leaf_hashes(held, engine, watch)?;
        let found = self.root_of(nodes, engine)?;
        if found == *root {
            return Ok(());
        }
        let (wanted, found) = (hex::encode(root), hex::encode(&found));
        Err(Error::new(slug::WRONG_ROOT, format!("root {wanted}"), found).of("proof"))
    }

    /// The hashes of the leaves that are proven, range after range.
    fn leaf_hashes(
        &self,
        held: Held<'_>,
        engine: Engine,
        watch: &dyn Watch,
    ) -> Result<Vec<Hash256>> {
        match (held, self.tree.leaf()) {
            (Held::Inside, _) => {
                let Some(mut data) = self.data.as_deref() else {
                    let wanted = "the bytes that are proven, or a proof that carries them";
                    return Err(Error::new(slug::PROOF_UNFIT, wanted, "neither").of("proof"));
                };
                self.leaf_hashes(Held::Parts(&mut data), engine, watch)
            }
            (Held::Parts(parts), Leaf::Bytes(leaf)) => {
                let nodes = self.read_leaves(parts, leaf, engine, watch)?;
                let more = fill(parts, &mut [0])?;
                if more > 0 {
                    let wanted = format!("{} bytes that are proven", self.covered().unwrap_or(0));
                    return Err(Error::new(slug::WRONG_SIZE, wanted, "more").of("data"));
                }
                Ok(nodes)
            }
            (Held::Whole(source), Leaf::Bytes(leaf)) => {
                if source.len() != self.size {
                    return Err(self.wrong_size(source.len()));
                }
                let mut nodes = Vec::new();
                for range in &self.ranges {
                    let bytes = self.bytes_of(range).unwrap_or(0..0);
                    let part = Self {
                        ranges: vec![range.clone()],
                        ..self.without_data()
                    };
                    let mut reader = Reader::new(source, bytes);
                    nodes.extend(part.read_leaves(&mut reader, leaf, engine, watch)?);
                }
                source.check()?;
                Ok(nodes)
            }
            (Held::Parts(lines), _) => self.line_hashes(Input::Stream(lines), engine, watch),
            (Held::Whole(source), _) => self.line_hashes(Input::all(source), engine, watch),
        }
    }

    fn without_data(&self) -> Self {
        let (ranges, hashes) = (self.ranges.clone(), Vec::new());
        Self {
            ranges,
            hashes,
            data: None,
            ..*self
        }
    }

    fn read_leaves(
        &self,
        parts: &mut (dyn Read + Send),
        leaf: u64,
        engine: Engine,
        watch: &dyn Watch,
    ) -> Result<Vec<Hash256>> {
        let mut nodes = Vec::new();
        let mut buffer = Vec::new();
        for range in &self.ranges {
            let bytes = self.bytes_of(range).unwrap_or(0..0);
            let mut at = bytes.start;
            while at < bytes.end {
                let len = (leaf * (PART / leaf).max(1)).min(bytes.end - at);
                buffer.resize(len as usize, 0);
                let came = fill(parts, &mut buffer)? as u64;
                if came < len {
                    let wanted = format!("{} bytes that are proven", self.covered().unwrap_or(0));
                    return Err(Error::new(slug::WRONG_SIZE, wanted, "fewer").of("data"));
                }
                // Only a tree of one leaf may take its leaf for the root.
                let alone = self.leaves == 1;
                nodes.extend(leaves::hashes_of(self.tree, engine, at, &buffer, alone));
                watch.advance(len);
                at += len;
            }
        }
        Ok(nodes)
    }

    /// Of lines: those that are proven alone, or all of them. Which of the two is known at the end,
    /// so what either would need is kept, and no more.
    fn line_hashes(
        &self,
        input: Input<'_>,
        engine: Engine,
        watch: &dyn Watch,
    ) -> Result<Vec<Hash256>> {
        let covered: u64 = self
            .ranges
            .iter()
            .map(|range| range.end - range.start)
            .sum();
        let (mut alone, mut among) = (Vec::new(), Vec::new());
        let (mut count, mut ranges) = (0, self.ranges.iter().peekable());
        let wrong = |found: String| {
            let wanted = format!("{covered} lines that are proven, or all {}", self.leaves);
            Error::new(slug::WRONG_SIZE, wanted, found).of("data")
        };
        leaves::each(input, self.tree, engine, watch, &mut |_, _, hashes| {
            for hash in hashes {
                if count < covered {
                    alone.push(*hash);
                }
                while ranges.next_if(|range| range.end <= count).is_some() {}
                if ranges.peek().is_some_and(|range| range.start <= count) {
                    among.push(*hash);
                }
                count += 1;
            }
            if count > self.leaves {
                return Err(wrong("more".into()));
            }
            Ok(())
        })?;
        match count {
            count if count == covered => Ok(alone),
            count if count == self.leaves => Ok(among),
            count => Err(wrong(count.to_string())),
        }
    }

    /// The root that the hashes of the proven leaves lead to, with those of the proof.
    fn root_of(&self, mut nodes: Vec<Hash256>, engine: Engine) -> Result<Hash256> {
        let mut rest = &self.hashes[..];
        let mut known = self.ranges.clone();
        for level in 0..self.tree.height(self.leaves) {
            let width = self.tree.width(self.leaves, level);
            let Step {
                parents: above,
                missing,
            } = step(&known, width, self.tree.arity());
            let needed = missing
                .iter()
                .map(|range| range.end - range.start)
                .sum::<u64>();
            let Some((here, further)) = rest.split_at_checked(needed as usize) else {
                return Err(self.wrong_count());
            };
            rest = further;
            let all = interleaved(&known, &nodes, &missing, here);
            let mut parts = &all[..];
            nodes = Vec::new();
            for parent in &above {
                let arity = self.tree.arity();
                let first = parent.start * arity;
                let count = parent.end.saturating_mul(arity).min(width) - first;
                let (stretch, more) = parts.split_at_checked(count as usize).unwrap_or_default();
                parts = more;
                let stretch = Stretch {
                    level,
                    first,
                    nodes: stretch,
                    below_top: width <= arity,
                };
                nodes.extend(parents(self.tree, engine, &stretch).map_err(|e| e.of("proof"))?);
            }
            known = above;
        }
        if !rest.is_empty() {
            return Err(self.wrong_count());
        }
        self.tree.seal(nodes.first().copied(), self.size)
    }

    /// The nodes that a proof of these ranges has.
    pub fn needed(&self) -> u64 {
        let wanted = wanted(self.tree, self.leaves, &self.ranges);
        wanted
            .iter()
            .map(|(_, range)| range.end - range.start)
            .sum()
    }

    fn wrong_size(&self, found: u64) -> Error {
        let wanted = match self.covered().filter(|covered| *covered != self.size) {
            Some(covered) => format!("{covered} bytes that are proven, or all {}", self.size),
            None => format!("{} bytes", self.size),
        };
        Error::new(slug::WRONG_SIZE, wanted, found.to_string()).of("data")
    }

    fn wrong_count(&self) -> Error {
        let wanted = format!("{} hashes for these leaves", self.needed());
        Error::new(slug::PROOF_MALFORMED, wanted, self.hashes.len().to_string()).of("proof")
    }

    /// Whether the parts fit each other: leaves and size, ranges, number of hashes.
    pub(super) fn checked(self) -> Result<Self> {
        let wrong =
            |wanted: String, found: String| Err(Error::new(slug::PROOF_MALFORMED, wanted, found));
        let of_size = self.tree.leaves_of(self.size);
        if of_size.is_some_and(|leaves| leaves != self.leaves) || self.leaves == 0 {
            let wanted = format!("leaves that {} bytes have", self.size);
            return wrong(wanted, self.leaves.to_string());
        }
        if self.ranges.is_empty() || joined(self.ranges.clone()) != self.ranges {
            return wrong("ranges that ascend and lie apart".into(), "others".into());
        }
        if let Some(last) = self.ranges.last().filter(|last| last.end > self.leaves) {
            let place = Place::Item("leaf", last.end - 1);
            let wanted = format!("leaves below {}", self.leaves);
            return Err(Error::new(slug::PROOF_MALFORMED, wanted, "one past them").at(place));
        }
        if self.needed() != self.hashes.len() as u64 {
            return Err(self.wrong_count());
        }
        Ok(self)
    }
}

/// All nodes under the parents that follow: known and given ones in the order of the level.
fn interleaved(
    known: &[Range<u64>],
    nodes: &[Hash256],
    missing: &[Range<u64>],
    given: &[Hash256],
) -> Vec<Hash256> {
    let mut all = Vec::with_capacity(nodes.len() + given.len());
    let mut runs: Vec<_> = known.iter().map(|range| (range, true)).collect();
    runs.extend(missing.iter().map(|range| (range, false)));
    runs.sort_by_key(|(range, _)| range.start);
    let (mut nodes, mut given) = (nodes.iter(), given.iter());
    for (range, is_known) in runs {
        let from = if is_known { &mut nodes } else { &mut given };
        all.extend(from.take((range.end - range.start) as usize));
    }
    all
}
