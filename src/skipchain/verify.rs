//! Whether a proof holds: from a block that is trusted, step by step, nothing taken from the proof that
//! the trusted block, its roster, or a roster that was signed for does not speak for. All signatures of a
//! proof are judged together.

use super::block::{Block, Hash, Header};
use super::checkpoint;
use super::link::Statement;
use super::proof::{Back, Head, Hop, Proof};
use super::roster::{Roster, Turnover};
use super::sign::{Claim, Judge, judge};
use super::tree::root_of;
use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::note::Note;
use crate::watch::{Step, Watch};

/// A change of the roster on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The first block of the new roster that the proof knows of.
    pub at: u64,
    /// From the roster before.
    pub turnover: Turnover,
    /// From the roster of the trusted block: what changes little by little is seen here.
    pub since_start: Turnover,
    /// Whether any two quorums of the new roster share an honest member.
    pub safe: bool,
}

/// What a proof has shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    /// The hash of block 0.
    pub chain: Hash,
    /// The trusted block.
    pub start: Block,
    /// The last block that was signed for; the trusted one where nothing was.
    pub reached: Block,
    /// The block that is proven.
    pub target: Block,
    /// What the links on the way said.
    pub links: Vec<Statement>,
    /// Members' signatures that were judged.
    pub signatures: usize,
    /// Changes of the roster, in order.
    pub changes: Vec<Change>,
    /// Whether any two quorums of each roster that signed, the trusted one too, share an honest member.
    pub safe: bool,
}

impl Proven {
    /// Every block that it speaks of, by number and hash.
    pub fn blocks(&self) -> impl Iterator<Item = (u64, Hash)> {
        let ends = [&self.start, &self.reached, &self.target];
        let ends = ends.map(|block| (block.index(), *block.hash()));
        let links = self.links.iter().map(|link| (link.to, link.to_hash));
        ends.into_iter().chain(links)
    }

    /// The greatest exchange of the committee, against that of the trusted block, in percent.
    pub fn turnover_percent(&self) -> u32 {
        let percents = self.changes.iter().map(|one| one.since_start.percent());
        percents.max().unwrap_or(0)
    }
}

fn wrong(
    wanted: impl Into<std::borrow::Cow<'static, str>>,
    found: impl Into<std::borrow::Cow<'static, str>>,
) -> Error {
    Error::new(slug::SKIP_PROOF, wanted, found)
}

/// Judges a proof, whose first block must be one that is trusted.
pub fn verify(
    proof: &Proof,
    trusted: &dyn Fn(&Block) -> bool,
    by: &Judge,
    watch: &dyn Watch,
) -> Result<Proven> {
    let start = Block::of(proof.start.clone());
    tell_start(&start, watch);
    if !trusted(&start) {
        let hash = hex::encode(start.hash());
        let found = format!("one from block {}, {hash}", start.index());
        return Err(wrong("a proof from the block that is trusted", found));
    }
    let walk = Walk::along(proof, &start)?;
    let claims: Vec<Claim<'_>> = walk
        .steps
        .iter()
        .map(|step| Claim {
            message: &step.message,
            roster: step.roster,
            signed: &step.hop.signed,
        })
        .collect();
    let mut signatures = 0;
    for (number, (outcome, claim)) in judge(&claims, by).into_iter().zip(&claims).enumerate() {
        outcome.map_err(|error| error.at(Place::Item("link", number as u64)))?;
        signatures += claim
            .signed
            .signers(claim.roster)
            .map_or(0, |all| all.len());
    }
    walk.tell(watch);
    let reached = match (&proof.reached, &proof.head) {
        (None, _) => start.clone(),
        (Some(header), None) => walk.arrived(header, &start)?,
        (Some(header), Some(head)) => {
            let (block, signers) = walk.headed(header, head, &start, watch)?;
            signatures += signers;
            block
        }
    };
    let target = back(proof.back.as_ref(), &reached, watch)?;
    let first = proof.roster.as_ref();
    let safe = first.is_none_or(Roster::is_safe) && walk.changes.iter().all(|one| one.safe);
    Ok(Proven {
        safe,
        chain: *start.chain(),
        reached,
        target,
        signatures,
        links: walk.steps.iter().map(|step| step.statement).collect(),
        changes: walk.changes,
        start,
    })
}

/// A hop with all that it says.
struct Taken<'a> {
    statement: Statement,
    message: Vec<u8>,
    roster: &'a Roster,
    hop: &'a Hop,
}

/// The way forward.
struct Walk<'a> {
    steps: Vec<Taken<'a>>,
    changes: Vec<Change>,
    index: u64,
    hash: Hash,
    roster: Hash,
    /// The roster itself, where anything is signed.
    known: Option<&'a Roster>,
}

impl<'a> Walk<'a> {
    fn along(proof: &'a Proof, start: &Block) -> Result<Self> {
        let mut walk = Self {
            steps: Vec::new(),
            changes: Vec::new(),
            index: start.index(),
            hash: *start.hash(),
            roster: start.header().roster,
            known: proof.roster.as_ref(),
        };
        let Some(first) = &proof.roster else {
            return Ok(walk);
        };
        let mut roster = first;
        if roster.hash() != walk.roster {
            let wanted = "the roster that the trusted block names";
            return Err(wrong(wanted, "another"));
        }
        for (number, hop) in proof.hops.iter().enumerate() {
            let at = |error: Error| error.at(Place::Item("link", number as u64));
            let statement = walk.step(hop, start).map_err(at)?;
            walk.steps.push(Taken {
                message: statement.message(),
                statement,
                roster,
                hop,
            });
            (walk.index, walk.hash) = (statement.to, statement.to_hash);
            if let Some(new) = &hop.roster {
                if statement.to_roster == walk.roster {
                    return Err(at(wrong("a roster where it changes", "the one of before")));
                }
                walk.changes.push(Change {
                    at: statement.to,
                    turnover: Turnover::between(roster, new),
                    since_start: Turnover::between(first, new),
                    safe: new.is_safe(),
                });
                roster = new;
                (walk.roster, walk.known) = (statement.to_roster, Some(new));
            }
        }
        Ok(walk)
    }

    /// What a hop from here says.
    fn step(&self, hop: &Hop, start: &Block) -> Result<Statement> {
        let shape = start.header().shape;
        let height = shape.height(self.index);
        if hop.level >= height {
            let wanted = format!("a level below {height}, the height of block {}", self.index);
            return Err(wrong(wanted, format!("level {}", hop.level)));
        }
        let span = shape.span(hop.level);
        let to = span.and_then(|span| self.index.checked_add(span));
        let to = to.ok_or_else(|| wrong("a block before 2^64", "one behind"))?;
        Ok(Statement {
            chain: *start.chain(),
            from: self.index,
            from_hash: self.hash,
            to,
            to_hash: hop.to,
            to_roster: hop.roster.as_ref().map_or(self.roster, Roster::hash),
            level: hop.level,
        })
    }

    /// The block where the way forward ends.
    fn arrived(&self, header: &Header, start: &Block) -> Result<Block> {
        let block = Block::of(header.clone());
        if block.index() != self.index {
            let wanted = format!("block {}, to which the links lead", self.index);
            return Err(wrong(wanted, format!("block {}", block.index())));
        }
        if *block.hash() != self.hash {
            let wanted = format!("block {}, as it was signed for", self.index);
            return Err(wrong(
                wanted,
                format!("another, {}", hex::encode(block.hash())),
            ));
        }
        if header.roster != self.roster {
            let wanted = format!("block {} with the roster that was signed for", self.index);
            return Err(wrong(wanted, "another roster"));
        }
        same_chain(&block, start)?;
        Ok(block)
    }

    /// A block of a head that a quorum of the roster here signed, and how many of them. Its roster is
    /// still this one: how a roster changes only links show.
    fn headed(
        &self,
        header: &Header,
        head: &Head,
        start: &Block,
        watch: &dyn Watch,
    ) -> Result<(Block, usize)> {
        let block = Block::of(header.clone());
        same_chain(&block, start)?;
        if block.index() <= self.index {
            let wanted = format!("a block behind {}, where the links end", self.index);
            return Err(wrong(wanted, format!("block {}", block.index())));
        }
        if header.roster != self.roster {
            let wanted = format!(
                "block {} with the roster that signed the head",
                block.index()
            );
            return Err(wrong(wanted, "another roster"));
        }
        let note = Note::read(&head.note)?;
        let roster = self
            .known
            .ok_or_else(|| wrong("the roster of a signed head", "none"))?;
        let found = checkpoint::quorum(&note, start.chain(), roster)?;
        checkpoint::includes(&found.head, block.index(), block.hash(), &head.path)?;
        if watch.narrates() {
            let why = "a quorum of the roster signed the root over so many blocks, and a path of \
                       hashes leads there from the block";
            let names = found.members.iter();
            let names = names.filter_map(|(at, _)| roster.members().get(*at));
            let names: Vec<&str> = names.map(|member| &*member.name).collect();
            let step = Step::new(format!("head of {} blocks", found.head.size), why)
                .value("signed by", names.join(", "))
                .value("threshold", roster.threshold())
                .value("hashes", head.path.len());
            watch.step(&step.value("root", hex::encode(&found.head.root)));
        }
        Ok((block, found.members.len()))
    }

    fn tell(&self, watch: &dyn Watch) {
        if !watch.narrates() {
            return;
        }
        for step in &self.steps {
            let link = &step.statement;
            let title = format!("link {} to {}", link.from, link.to);
            let why = "the roster of the block that it leads from signed chain, numbers, hashes, the \
                       next roster and the level in one message";
            let signers = step.hop.signed.signers(step.roster).unwrap_or_default();
            let names = signers
                .iter()
                .filter_map(|at| step.roster.members().get(*at));
            let names: Vec<&str> = names.map(|member| &*member.name).collect();
            let digest = hex::encode(&<sha2::Sha256 as sha2::Digest>::digest(&step.message));
            let line = hex::encode(&step.message);
            let told = Step::new(title, why)
                .value("level", link.level)
                .value("signed by", names.join(", "))
                .value("threshold", step.roster.threshold())
                .value("sha256 of the message", digest);
            watch.step(&told.check(format!("printf {line} | xxd -r -p | sha256sum")));
        }
    }
}

fn same_chain(block: &Block, start: &Block) -> Result<()> {
    if block.chain() != start.chain() {
        return Err(wrong("blocks of one chain", "one of another"));
    }
    if block.header().shape != start.header().shape {
        let wanted = "the base and the height of the trusted block";
        return Err(wrong(wanted, "others"));
    }
    Ok(())
}

/// The block that lies before another one.
fn back(back: Option<&Back>, reached: &Block, watch: &dyn Watch) -> Result<Block> {
    match back {
        None => Ok(reached.clone()),
        Some(Back::Path { block, path }) => {
            let block = Block::of(block.clone());
            same_chain(&block, reached)?;
            let (index, size) = (block.index(), reached.index());
            if index >= size {
                let wanted = format!("a block before {size} at the end of the way back");
                return Err(wrong(wanted, format!("block {index}")));
            }
            let root = root_of(block.hash(), index, size, path);
            if root != Some(reached.header().tree) {
                let wanted = format!("a path to the root in block {size}");
                return Err(wrong(wanted, "one that leads elsewhere"));
            }
            if watch.narrates() {
                let why = "a path of hashes leads from the block to the root over all earlier blocks, \
                           which the header of the later one holds";
                let step = Step::new(format!("block {index} in the tree of block {size}"), why);
                let step = step.value("hashes", path.len());
                watch.step(&step.value("root", hex::encode(&reached.header().tree)));
            }
            Ok(block)
        }
        Some(Back::Links(blocks)) => {
            let mut at = reached.clone();
            for (number, header) in blocks.iter().enumerate() {
                let placed = |error: Error| error.at(Place::Item("block back", number as u64));
                let block = Block::of(header.clone());
                same_chain(&block, reached).map_err(placed)?;
                if at.header().back_to(block.index()) != Some(block.hash()) {
                    let wanted = format!("a block that block {} links back to", at.index());
                    let found = format!("block {}, another", block.index());
                    return Err(placed(wrong(wanted, found)));
                }
                if watch.narrates() {
                    let title = format!("block {} links back to {}", at.index(), block.index());
                    let why = "the hash of the one stands in the header of the other";
                    let step = Step::new(title, why).value("sha256", hex::encode(block.hash()));
                    let line = hex::encode(&header.encode());
                    watch.step(&step.check(format!("printf {line} | xxd -r -p | sha256sum")));
                }
                at = block;
            }
            Ok(at)
        }
    }
}

fn tell_start(start: &Block, watch: &dyn Watch) {
    if !watch.narrates() {
        return;
    }
    let why = "the header's encoding is hashed, and the hash is the one that is trusted";
    let line = hex::encode(&start.header().encode());
    let step = Step::new(format!("block {}", start.index()), why);
    let step = step.value("chain", hex::encode(start.chain()));
    let step = step.value("sha256", hex::encode(start.hash()));
    watch.step(&step.check(format!("printf {line} | xxd -r -p | sha256sum")));
}

#[cfg(test)]
mod tests;
