//! Links, proofs, evidence and memory over chains in memory: what holds, and every forgery by its own
//! words.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use crate::codec::hex;
use crate::coins::Coins;
use crate::error::{Result, slug};
use crate::key::{Kind, SecretKey};
use crate::note::{Checkpoint, Note, Signer};
use crate::secret::SecretBytes;
use crate::skipchain::block::{Block, Hash};
use crate::skipchain::checkpoint;
use crate::skipchain::evidence::{Evidence, Witness};
use crate::skipchain::fork::{self, Parting};
use crate::skipchain::link::{Link, Statement, Waiting};
use crate::skipchain::possession::Possession;
use crate::skipchain::proof::{Back, Proof};
use crate::skipchain::prove::{Style, View, prove};
use crate::skipchain::request::Share;
use crate::skipchain::roster::tests::roster;
use crate::skipchain::roster::{Key, Member, Roster};
use crate::skipchain::sign::{self, Judge, Signed};
use crate::skipchain::state::{Book, Found, heading};
use crate::skipchain::tree::{Nodes, place, root};
use crate::skipchain::verify::{Proven, verify};
use crate::skipchain::{Content, Growing, Shape};
use crate::watch::Deaf;

mod forgeries;
mod links;
mod memory;

/// A roster with the secret keys of its members, in its order.
#[derive(Clone)]
struct Party {
    roster: Roster,
    keys: Vec<SecretKey>,
}

fn seeded(seed: u8) -> SecretKey {
    SecretKey::from_bytes(Kind::Ed25519, &SecretBytes::new([seed; 32])).unwrap()
}

fn party(seeds: std::ops::Range<u8>) -> Party {
    let roster = roster(seeds.clone());
    let all: Vec<SecretKey> = seeds.map(seeded).collect();
    arranged(roster, &all)
}

fn arranged(roster: Roster, all: &[SecretKey]) -> Party {
    let of = |member: &Member| {
        let mut keys = all.iter();
        let found = keys.find(|key| sign::public(key).unwrap() == member.key.bytes());
        found.unwrap().clone()
    };
    let keys = roster.members().iter().map(of).collect();
    Party { roster, keys }
}

fn bls_party(seeds: std::ops::Range<u8>) -> Party {
    let key = |seed| SecretKey::generate(Kind::Bls12381, &mut Coins::new(&[seed; 32])).unwrap();
    let all: Vec<SecretKey> = seeds.map(key).collect();
    let member = |(number, key): (usize, &SecretKey)| {
        let SecretKey::Bls12381(secret) = key else {
            panic!("a key of BLS12-381");
        };
        Member {
            name: format!("member {number}"),
            weight: 1,
            key: Key::Bls(Box::new(Possession::prove(secret))),
        }
    };
    let members = all.iter().enumerate().map(member).collect();
    arranged(Roster::of(members, None).unwrap(), &all)
}

impl Party {
    /// The first signers that make a quorum.
    fn sign(&self, message: &[u8]) -> Signed {
        self.signed_by(0..self.roster.threshold() as usize, message)
    }

    fn signed_by(&self, places: std::ops::Range<usize>, message: &[u8]) -> Signed {
        let part = |at: usize| (at, sign::sign(&self.keys[at], message).unwrap());
        Signed::of(&self.roster, places.map(part).collect()).unwrap()
    }
}

/// A chain in memory with all its links.
struct Linked {
    blocks: Vec<Block>,
    nodes: Vec<Hash>,
    parties: Vec<Party>,
    links: BTreeMap<(u64, u8), Vec<u8>>,
    head: Option<Vec<u8>>,
}

impl Nodes for Linked {
    fn node(&self, level: u32, number: u64) -> Result<Hash> {
        Ok(self.nodes[place(level, number) as usize])
    }

    fn block(&self, index: u64) -> Result<Hash> {
        Ok(*self.blocks[index as usize].hash())
    }
}

impl View for Linked {
    fn blocks(&self) -> u64 {
        self.blocks.len() as u64
    }

    fn at(&self, index: u64) -> Result<Block> {
        Ok(self.blocks[index as usize].clone())
    }

    fn roster(&self, index: u64) -> Result<Vec<u8>> {
        Ok(self.parties[index as usize].roster.encode())
    }

    fn link(&self, from: u64, level: u8) -> Result<Option<Vec<u8>>> {
        Ok(self.links.get(&(from, level)).cloned())
    }

    fn head(&self) -> Result<Option<Vec<u8>>> {
        Ok(self.head.clone())
    }
}

/// Blocks of payloads that `says` gives, by parties that `who` gives.
fn linked(
    shape: Shape,
    seed: u8,
    blocks: u64,
    who: &dyn Fn(u64) -> Party,
    says: &dyn Fn(u64) -> Vec<u8>,
) -> Linked {
    let mut growing = Growing::new(shape, [seed; 32]);
    let mut chain = Linked {
        blocks: Vec::new(),
        nodes: Vec::new(),
        parties: Vec::new(),
        links: BTreeMap::new(),
        head: None,
    };
    for index in 0..blocks {
        let party = who(index);
        let content = Content::new(1000 + index, &says(index), party.roster.hash());
        let (block, nodes) = growing.push(&content);
        chain.blocks.push(block);
        chain.nodes.extend(nodes);
        chain.parties.push(party);
    }
    for from in 0..blocks {
        for hop in shape.forward(from).filter(|hop| hop.to < blocks) {
            let record = chain.signed(from, hop.to).encode();
            chain.links.insert((from, hop.level), record);
        }
    }
    chain
}

impl Linked {
    fn statement(&self, from: u64, to: u64) -> Statement {
        Statement::between(&self.blocks[from as usize], &self.blocks[to as usize]).unwrap()
    }

    fn signed(&self, from: u64, to: u64) -> Link {
        let statement = self.statement(from, to);
        Link {
            from,
            level: statement.level,
            signed: self.parties[from as usize].sign(&statement.message()),
        }
    }

    fn trusts(&self, index: u64) -> impl Fn(&Block) -> bool {
        let hash = *self.blocks[index as usize].hash();
        move |block: &Block| *block.hash() == hash
    }
}

/// 40 blocks, by another roster from block 10, and from block 20 on.
fn usual() -> Linked {
    let who = |index: u64| match index {
        0..10 => party(1..5),
        10..20 => party(2..7),
        _ => party(4..9),
    };
    let says = |index: u64| format!("block {index}").into_bytes();
    linked(Shape::default(), 5, 40, &who, &says)
}

fn judge() -> Judge {
    Judge {
        seed: [3; 32],
        threads: NonZeroUsize::MIN,
    }
}

fn proven(chain: &Linked, proof: &Proof) -> Result<Proven> {
    let from = proof.start.index;
    verify(proof, &chain.trusts(from), &judge(), &Deaf)
}

#[test]
fn any_block_is_proven_from_any_other() {
    let chain = usual();
    for from in (0..40).step_by(3) {
        for to in 0..40 {
            for style in [Style::Skip, Style::Merkle, Style::Min] {
                let proof = prove(&chain, from, to, style).unwrap();
                let found = proven(&chain, &proof).unwrap();
                assert_eq!(found.target, chain.blocks[to as usize], "{from} {to}");
                assert_eq!(found.changes.len(), changes(from, to), "{from} {to}");
                assert_eq!(Proof::decode(&proof.encode()).unwrap(), proof);
                assert_eq!(Proof::read(proof.json().as_bytes()).unwrap(), proof);
                assert_eq!(proof.target().index, to);
            }
        }
    }
    let proof = prove(&chain, 0, 39, Style::Min).unwrap();
    let found = proven(&chain, &proof).unwrap();
    assert_eq!(found.links.len() as u64, Shape::default().hops(0, 39));
    assert_eq!(found.changes[0].at, 32);
    assert_eq!(found.turnover_percent(), 80);
}

/// How often the hops between two blocks come to another roster.
fn changes(from: u64, to: u64) -> usize {
    let group = |index: u64| u8::from(index >= 10) + u8::from(index >= 20);
    let hops = Shape::default().path(from, to.max(from));
    hops.filter(|hop| group(hop.from) != group(hop.to)).count()
}

#[test]
fn sums_of_bls_are_judged_as_lists_are() {
    let who = |index: u64| {
        if index < 4 {
            bls_party(1..5)
        } else {
            bls_party(2..8)
        }
    };
    let mut chain = linked(Shape::new(3, 4).unwrap(), 6, 12, &who, &|_| Vec::new());
    let proof = prove(&chain, 0, 11, Style::Min).unwrap();
    let found = proven(&chain, &proof).unwrap();
    assert_eq!((found.target.index(), found.changes.len()), (11, 1));
    assert!(
        proof
            .hops
            .iter()
            .all(|hop| hop.signed.signatures.len() == 48)
    );
    // Of a quorum, but one fewer than the mask says.
    let statement = chain.statement(0, 9);
    let party = chain.parties[0].clone();
    let mut signed = party.sign(&statement.message());
    signed.mask[0] |= 8;
    let bad = Link {
        from: 0,
        level: 2,
        signed,
    };
    chain.links.insert((0, 2), bad.encode());
    let proof = prove(&chain, 0, 11, Style::Min).unwrap();
    let error = proven(&chain, &proof).unwrap_err();
    assert_eq!(error.slug, slug::SKIP_SIGNATURE);
    assert!(error.to_string().contains("link 0: "), "{error}");
}

/// No byte of a proof can be another.
#[test]
fn every_byte_of_a_proof_counts() {
    let mut chain = usual();
    let mut proofs = vec![
        prove(&chain, 9, 21, Style::Min).unwrap(),
        prove(&chain, 30, 13, Style::Merkle).unwrap(),
        prove(&chain, 30, 13, Style::Skip).unwrap(),
    ];
    let mut both = prove(&chain, 18, 20, Style::Min).unwrap();
    both.back = prove(&chain, 20, 3, Style::Merkle).unwrap().back;
    proofs.push(both);
    chain.head = Some(signed_head(&chain, 39, &usual_party(30).keys[..4]));
    let headed = prove(&chain, 21, 37, Style::Merkle).unwrap();
    assert!(headed.head.is_some());
    proofs.push(headed);
    for proof in &proofs {
        let bytes = proof.encode();
        let wanted = proven(&chain, proof).unwrap();
        let trusts = chain.trusts(proof.start.index);
        // A bit of each byte: all of them take a minute.
        for at in 0..bytes.len() {
            let bit = at * 8 + at * 5 % 8;
            let mut other = bytes.clone();
            other[at] ^= 1 << (bit % 8);
            let Ok(read) = Proof::decode(&other) else {
                continue;
            };
            let found = verify(&read, &trusts, &judge(), &Deaf);
            assert!(
                found.is_err(),
                "bit {bit} of {}: {found:?}",
                wanted.target.index()
            );
        }
        for len in 0..bytes.len() {
            assert!(Proof::decode(&bytes[..len]).is_err(), "{len}");
        }
        let longer = [&bytes[..], &[0]].concat();
        assert!(Proof::decode(&longer).is_err());
    }
}

/// The same of the other form. What says the same is the same text but for blanks.
#[test]
fn every_byte_of_a_proof_in_json_counts() {
    let mut chain = usual();
    let mut proofs = vec![
        prove(&chain, 9, 10, Style::Min).unwrap(),
        prove(&chain, 30, 28, Style::Skip).unwrap(),
    ];
    chain.head = Some(signed_head(&chain, 39, &usual_party(30).keys[..4]));
    proofs.push(prove(&chain, 21, 37, Style::Merkle).unwrap());
    for proof in &proofs {
        let text = proof.json();
        let trusts = chain.trusts(proof.start.index);
        let mut refused = 0;
        for (at, bit) in (0..text.len()).zip((0..8).cycle()) {
            let mut other = text.clone().into_bytes();
            other[at] ^= 1 << bit;
            let Ok(read) = Proof::read(&other) else {
                refused += 1;
                continue;
            };
            if read == *proof {
                assert_eq!(
                    other.trim_ascii(),
                    text.trim_ascii().as_bytes(),
                    "{at} {bit}"
                );
                continue;
            }
            let found = verify(&read, &trusts, &judge(), &Deaf);
            assert!(found.is_err(), "{at} {bit}: {found:?}");
        }
        assert!(refused > 0 && refused < text.len());
        let start = hex::encode(&proof.start.encode());
        let upper = text.replacen(&start, &start.to_uppercase(), 1);
        let error = Proof::read(upper.as_bytes()).unwrap_err();
        assert_eq!(error.slug, slug::NOT_HEX);
    }
}

#[test]
fn both_forms_of_another_version_are_not_known() {
    let proof = prove(&usual(), 9, 10, Style::Min).unwrap();
    let mut bytes = proof.encode();
    bytes[18] = b'2';
    let text = proof.json().replacen("\"version\":1", "\"version\":2", 1);
    for other in [&bytes[..], text.as_bytes()] {
        assert_eq!(Proof::read(other).unwrap_err().slug, slug::UNKNOWN_VERSION);
    }
    bytes[18] = b'x';
    assert_eq!(Proof::decode(&bytes).unwrap_err().slug, slug::SKIP_PROOF);
}

/// A head of `size` blocks, signed by members of a party.
fn signed_head(chain: &Linked, size: u64, keys: &[SecretKey]) -> Vec<u8> {
    let head = Checkpoint {
        origin: checkpoint::origin(chain.blocks[0].hash()),
        size,
        root: root(size, chain).unwrap(),
        extensions: Vec::new(),
    };
    let mut note = Note::of_text(head.to_string().as_bytes()).unwrap();
    for key in keys {
        note.sign(&Signer::member(&key.to_bytes()).unwrap(), 1_700_000_000)
            .unwrap();
    }
    note.to_string().into_bytes()
}

#[test]
fn a_signed_head_replaces_the_hops() {
    let mut chain = usual();
    let signers = usual_party(30);
    chain.head = Some(signed_head(&chain, 39, &signers.keys[..4]));
    let proof = prove(&chain, 21, 37, Style::Merkle).unwrap();
    assert!(proof.hops.is_empty() && proof.head.is_some());
    let found = proven(&chain, &proof).unwrap();
    assert_eq!((found.target.index(), found.signatures), (37, 4));
    assert_eq!(Proof::decode(&proof.encode()).unwrap(), proof);
    assert_eq!(Proof::read(proof.json().as_bytes()).unwrap(), proof);
    // Over links to the roster that signed it, and no further.
    let proof = prove(&chain, 3, 37, Style::Merkle).unwrap();
    let last = proven(&chain, &proof).unwrap().links.last().copied();
    assert_eq!(last.map(|link| (link.from, link.to)), Some((16, 32)));
    assert_eq!(proven(&chain, &proof).unwrap().target.index(), 37);
    // Without links it is the only way; behind it there is none.
    chain.links.clear();
    let min = prove(&chain, 21, 37, Style::Min).unwrap();
    assert!(min.head.is_some());
    let error = prove(&chain, 21, 39, Style::Min).unwrap_err();
    assert_eq!(error.slug, slug::SKIP_MISSING);
    // Fewer than a quorum, others, another chain's head, another block, another roster's block.
    let refused = |change: &dyn Fn(&mut Proof)| {
        let mut other = min.clone();
        change(&mut other);
        proven(&chain, &other).unwrap_err().to_string()
    };
    let note =
        |note: Vec<u8>| move |proof: &mut Proof| proof.head.as_mut().unwrap().note = note.clone();
    let few = signed_head(&chain, 39, &signers.keys[..3]);
    says(
        &refused(&note(few)),
        "wanted a head signed by 4 of 5, found 3",
    );
    let thieves = signed_head(&chain, 39, &party(11..16).keys);
    says(
        &refused(&note(thieves)),
        "wanted a head signed by 4 of 5, found 0",
    );
    let other = linked(Shape::default(), 6, 40, &usual_party, &|_| Vec::new());
    let foreign = signed_head(&other, 39, &signers.keys);
    says(&refused(&note(foreign)), "wanted a head of decent-skip/");
    let block = chain.blocks[36].header().clone();
    let found = refused(&|proof| proof.reached = Some(block.clone()));
    says(&found, "wanted a path from block 36 to the root");
    let block = chain.blocks[15].header().clone();
    let found = refused(&|proof| proof.reached = Some(block.clone()));
    says(
        &found,
        "wanted a block behind 21, where the links end, found block 15",
    );
    let mut early = prove(&chain, 21, 37, Style::Min).unwrap();
    early.start = chain.blocks[9].header().clone();
    early.roster = Some(usual_party(9).roster);
    let error = proven(&chain, &early).unwrap_err();
    says(
        &error.to_string(),
        "wanted block 37 with the roster that signed the head, found another",
    );
}

#[test]
fn missing_links_are_gone_round_or_named() {
    let mut chain = usual();
    for level in 0..4 {
        chain.links.remove(&(0, level));
    }
    let proof = prove(&chain, 0, 11, Style::Min).unwrap();
    assert_eq!(proof.reached().index, 16);
    assert_eq!(proven(&chain, &proof).unwrap().target, chain.blocks[11]);
    for level in 4..6 {
        chain.links.remove(&(0, level));
    }
    let error = prove(&chain, 0, 11, Style::Min).unwrap_err();
    assert_eq!(error.slug, slug::SKIP_MISSING);
    says(
        &error.to_string(),
        "wanted links to block 11, found none from block 0",
    );
}

fn says(found: &str, wanted: &str) {
    assert!(found.contains(wanted), "{found:?} lacks {wanted:?}");
}

fn usual_party(index: u64) -> Party {
    match index {
        0..10 => party(1..5),
        10..20 => party(2..7),
        _ => party(4..9),
    }
}
