//! Proofs of skipchains: their bytes and the time that they take to verify, against the number of blocks,
//! between random blocks both ways, with rosters of 4, 31 and 100, by both schemes, with changes of the
//! roster and without; against following block by block. Only the links on the way are signed.
//! `cargo bench --bench proofs -- 1000000`
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark may fail by panic")]

use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

use decent::Result;
use decent::coins::Coins;
use decent::key::{Kind, SecretKey};
use decent::skipchain::block::{Block, Hash};
use decent::skipchain::link::{Link, Statement};
use decent::skipchain::possession::Possession;
use decent::skipchain::proof::Proof;
use decent::skipchain::prove::{Style, View, prove};
use decent::skipchain::roster::{Key, Member, Roster, Scheme};
use decent::skipchain::sign::{self, Judge, Signed};
use decent::skipchain::tree::{Nodes, place};
use decent::skipchain::verify::verify;
use decent::skipchain::{Content, Growing, Shape};
use decent::watch::Deaf;

/// Pairs of blocks for each row.
const PAIRS: u64 = 10;
/// How often the roster changes in a chain, where it does.
const CHANGES: u64 = 16;

/// A roster with its secret keys.
struct Party {
    roster: Roster,
    encoded: Vec<u8>,
    keys: Vec<SecretKey>,
}

/// Members `first..first + n`.
fn party(scheme: Scheme, first: u64, n: u64) -> Party {
    let kind = match scheme {
        Scheme::Ed25519 => Kind::Ed25519,
        Scheme::Bls => Kind::Bls12381,
    };
    let secret = |number: u64| {
        let mut seed = [7; 32];
        seed[..8].copy_from_slice(&number.to_be_bytes());
        SecretKey::generate(kind, &mut Coins::new(&seed)).unwrap()
    };
    let keys: Vec<SecretKey> = (first..first + n).map(secret).collect();
    let member = |(number, key): (u64, &SecretKey)| Member {
        name: format!("member {number}"),
        weight: 1,
        key: match key {
            SecretKey::Bls12381(key) => Key::Bls(Box::new(Possession::prove(key))),
            key => Key::ed25519(&key.public().bytes().try_into().unwrap()).unwrap(),
        },
    };
    let roster = Roster::of((first..).zip(&keys).map(member).collect(), None).unwrap();
    let mut ordered: Vec<(usize, SecretKey)> = keys
        .into_iter()
        .map(|key| (roster.place_of(&sign::public(&key).unwrap()).unwrap(), key))
        .collect();
    ordered.sort_by_key(|(at, _)| *at);
    Party {
        encoded: roster.encode(),
        keys: ordered.into_iter().map(|(_, key)| key).collect(),
        roster,
    }
}

/// A chain in memory, whose links are signed when they are asked for.
struct Chain {
    blocks: Vec<Block>,
    nodes: Vec<Hash>,
    parties: Vec<Party>,
}

impl Chain {
    fn new(blocks: u64, parties: Vec<Party>) -> Self {
        let mut growing = Growing::new(Shape::default(), [1; 32]);
        let mut chain = Self {
            blocks: Vec::new(),
            nodes: Vec::new(),
            parties,
        };
        let hashes: Vec<Hash> = chain.parties.iter().map(|one| one.roster.hash()).collect();
        for index in 0..blocks {
            let which = (index * hashes.len() as u64 / blocks) as usize;
            let content = Content::new(index, &index.to_be_bytes(), hashes[which]);
            let (block, nodes) = growing.push(&content);
            chain.blocks.push(block);
            chain.nodes.extend(nodes);
        }
        chain
    }

    fn party(&self, index: u64) -> &Party {
        let which = index * self.parties.len() as u64 / self.blocks.len() as u64;
        &self.parties[which as usize]
    }
}

impl Nodes for Chain {
    fn node(&self, level: u32, number: u64) -> Result<Hash> {
        Ok(self.nodes[place(level, number) as usize])
    }

    fn block(&self, index: u64) -> Result<Hash> {
        Ok(*self.blocks[index as usize].hash())
    }
}

impl View for Chain {
    fn blocks(&self) -> u64 {
        self.blocks.len() as u64
    }

    fn at(&self, index: u64) -> Result<Block> {
        Ok(self.blocks[index as usize].clone())
    }

    fn roster(&self, index: u64) -> Result<Vec<u8>> {
        Ok(self.party(index).encoded.clone())
    }

    fn link(&self, from: u64, level: u8) -> Result<Option<Vec<u8>>> {
        let to = from + (1 << level);
        let (one, other) = (&self.blocks[from as usize], &self.blocks[to as usize]);
        let statement = Statement::between(one, other)?;
        let party = self.party(from);
        let quorum = party.keys.iter().take(party.roster.threshold() as usize);
        let part =
            |(at, key): (usize, &SecretKey)| Ok((at, sign::sign(key, &statement.message())?));
        let parts = quorum.enumerate().map(part).collect::<Result<_>>()?;
        let signed = Signed::of(&party.roster, parts)?;
        let link = Link {
            from,
            level,
            signed,
        };
        Ok(Some(link.encode()))
    }

    fn head(&self) -> Result<Option<Vec<u8>>> {
        Ok(None)
    }
}

/// Bytes of a proof and the time in which it is read and verified, the best of three.
fn measured(proof: &Proof) -> (usize, Duration) {
    let judge = Judge {
        seed: [3; 32],
        threads: NonZeroUsize::MIN,
    };
    let bytes = proof.encode();
    let once = |_| {
        let begun = Instant::now();
        let read = Proof::decode(&bytes).unwrap();
        verify(&read, &|_| true, &judge, &Deaf).unwrap();
        begun.elapsed()
    };
    (bytes.len(), (0..3).map(once).min().unwrap())
}

/// A row: the mean and the most of both, over random pairs of blocks.
fn row(chain: &Chain, what: &str, forward: bool) {
    let blocks = chain.blocks();
    let mut state = blocks;
    let mut random = || {
        state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
        (state >> 33) % blocks
    };
    let mut found = Vec::new();
    let mut hops = 0;
    for _ in 0..PAIRS {
        let (one, other) = (random(), random());
        let (low, high) = (one.min(other), one.max(other));
        let (from, to) = if forward { (low, high) } else { (high, low) };
        let proof = prove(chain, from, to, Style::Min).unwrap();
        hops += proof.hops.len();
        found.push(measured(&proof));
    }
    let bytes: usize = found.iter().map(|(bytes, _)| bytes).sum();
    let most = found.iter().map(|(bytes, _)| *bytes).max().unwrap();
    let time: Duration = found.iter().map(|(_, time)| *time).sum();
    let slowest = found.iter().map(|(_, time)| *time).max().unwrap();
    let micros = |time: Duration| time.as_micros();
    println!(
        "{what:<44} {:>5.1} {:>8} {most:>8} {:>8} {:>8}",
        hops as f64 / PAIRS as f64,
        bytes / PAIRS as usize,
        micros(time / PAIRS as u32),
        micros(slowest),
    );
}

fn main() {
    let mut numbers = std::env::args().filter_map(|word| word.parse().ok());
    let most: u64 = numbers.next().unwrap_or(1_000_000);
    println!(
        "{:<44} {:>5} {:>8} {:>8} {:>8} {:>8}",
        "", "hops", "bytes", "most", "us", "most"
    );
    for scheme in [Scheme::Ed25519, Scheme::Bls] {
        for members in [4, 31, 100] {
            for (blocks, changes) in [(most / 100, 1), (most, 1), (most, CHANGES)] {
                let parties = (0..changes).map(|first| party(scheme, first, members));
                let chain = Chain::new(blocks, parties.collect());
                let name = scheme.name();
                let of = format!("{blocks} blocks, {members} of {name}, {changes} rosters");
                row(&chain, &format!("{of}, forward"), true);
                if changes == 1 && members == 4 {
                    row(&chain, &format!("{of}, back"), false);
                }
            }
        }
    }
    block_by_block();
}

/// The same way over every block, as who knows no other links follows.
fn block_by_block() {
    let blocks = 1000;
    let chain = Chain::new(blocks, vec![party(Scheme::Ed25519, 0, 4)]);
    let straight = prove(&chain, 1, blocks - 1, Style::Skip).unwrap();
    let mut steps = Vec::new();
    for index in 1..blocks - 1 {
        steps.push(prove(&chain, index, index + 1, Style::Skip).unwrap());
    }
    let (bytes, time) = measured(&straight);
    println!(
        "1 to {}: {bytes} bytes, {} us",
        blocks - 1,
        time.as_micros()
    );
    let all = steps.iter().map(measured);
    let (bytes, time) = all.fold((0, Duration::ZERO), |sum, one| {
        (sum.0 + one.0, sum.1 + one.1)
    });
    println!("block by block: {bytes} bytes, {} us", time.as_micros());
}
