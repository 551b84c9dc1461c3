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

/// What becomes of a proof that `change` has forged.
fn forged(chain: &Linked, from: u64, to: u64, change: impl FnOnce(&mut Proof)) -> String {
    let mut proof = prove(chain, from, to, Style::Min).unwrap();
    assert!(proven(chain, &proof).is_ok());
    change(&mut proof);
    let error = proven(chain, &proof).unwrap_err();
    assert!([slug::SKIP_PROOF, slug::SKIP_SIGNATURE].contains(&error.slug));
    error.to_string()
}

fn says(found: &str, wanted: &str) {
    assert!(found.contains(wanted), "{found:?} lacks {wanted:?}");
}

/// The last hop and the block that it leads to, signed anew.
fn resigned(proof: &mut Proof, party: &Party, change: impl FnOnce(&mut Statement)) {
    let start = Block::of(proof.start.clone());
    let reached = Block::of(proof.reached.clone().unwrap());
    let mut statement = Statement::between(&start, &reached).unwrap();
    change(&mut statement);
    proof.hops[0].signed = party.sign(&statement.message());
}

#[test]
fn forgeries_are_refused_by_their_own_words() {
    let chain = usual();
    let thieves = party(11..15);
    // A takeover: others sign, and say that they are the roster.
    let found = forged(&chain, 0, 8, |proof| {
        proof.roster = Some(thieves.roster.clone());
    });
    says(
        &found,
        "wanted the roster that the trusted block names, found another",
    );
    let found = forged(&chain, 0, 8, |proof| resigned(proof, &thieves, |_| {}));
    says(&found, "link 0: wanted signatures of the roster's members");
    // A new roster that nobody signed for.
    let found = forged(&chain, 0, 8, |proof| {
        proof.hops[0].roster = Some(thieves.roster.clone());
    });
    says(&found, "link 0: wanted signatures of the roster's members");
    // A replay of a link of another chain with the same rosters.
    let who = |index| usual_party(index);
    let other = linked(Shape::default(), 6, 40, &who, &|index| {
        format!("block {index}").into()
    });
    let found = forged(&chain, 0, 8, |proof| {
        let foreign = prove(&other, 0, 8, Style::Min).unwrap();
        (proof.hops, proof.reached) = (foreign.hops, foreign.reached);
    });
    says(&found, "link 0: wanted signatures of the roster's members");
    // Levels: one that the block does not have, one that leads elsewhere.
    let found = forged(&chain, 1, 2, |proof| proof.hops[0].level = 1);
    says(
        &found,
        "link 0: wanted a level below 1, the height of block 1, found level 1",
    );
    let found = forged(&chain, 0, 8, |proof| proof.hops[0].level = 2);
    says(&found, "link 0: wanted signatures of the roster's members");
    let mine = chain.parties[0].clone();
    let found = forged(&chain, 0, 8, |proof| {
        resigned(proof, &mine, |link| link.level = 2);
    });
    says(&found, "link 0: wanted signatures of the roster's members");
    // Another number, under a link that was signed for this one.
    let found = forged(&chain, 0, 8, |proof| {
        proof.reached = Some(chain.blocks[9].header().clone());
    });
    says(
        &found,
        "wanted block 8, to which the links lead, found block 9",
    );
    let found = forged(&chain, 0, 8, |proof| {
        let reached = proof.reached.as_mut().unwrap();
        reached.payload = [0; 32];
    });
    says(
        &found,
        "wanted block 8, as it was signed for, found another",
    );
    // A link for another roster than the block has.
    let found = forged(&chain, 0, 8, |proof| {
        proof.hops[0].roster = Some(thieves.roster.clone());
        resigned(proof, &mine, |link| link.to_roster = thieves.roster.hash());
    });
    says(
        &found,
        "wanted block 8 with the roster that was signed for, found another roster",
    );
    let found = forged(&chain, 0, 8, |proof| {
        proof.hops[0].roster = proof.roster.clone();
    });
    says(
        &found,
        "wanted a roster where it changes, found the one of before",
    );
    // Backward.
    let found = forged(&chain, 30, 13, |proof| {
        let block = chain.blocks[14].header().clone();
        if let Some(Back::Path { block: old, .. }) = &mut proof.back {
            *old = block;
        }
    });
    says(
        &found,
        "wanted a path to the root in block 30, found one that leads elsewhere",
    );
    let found = forged(&chain, 30, 29, |proof| {
        proof.back = Some(Back::Links(vec![chain.blocks[27].header().clone()]));
    });
    says(
        &found,
        "wanted a block that block 30 links back to, found block 27",
    );
    let found = forged(&chain, 30, 13, |proof| {
        if let Some(Back::Path { block, .. }) = &mut proof.back {
            *block = other.blocks[13].header().clone();
        }
    });
    says(&found, "wanted blocks of one chain, found one of another");
    // A start that nobody trusts.
    let proof = prove(&chain, 3, 9, Style::Min).unwrap();
    let error = verify(&proof, &chain.trusts(2), &judge(), &Deaf).unwrap_err();
    says(
        &error.to_string(),
        "wanted a proof from the block that is trusted, found one from block 3",
    );
}

fn usual_party(index: u64) -> Party {
    match index {
        0..10 => party(1..5),
        10..20 => party(2..7),
        _ => party(4..9),
    }
}

#[test]
fn masks_are_the_rosters_own() {
    let chain = usual();
    let cut = |change: &dyn Fn(&mut Signed)| {
        forged(&chain, 0, 8, |proof| change(&mut proof.hops[0].signed))
    };
    says(
        &cut(&|signed| signed.mask.clear()),
        "wanted a mask of 1 bytes for 4 members, found 0",
    );
    says(
        &cut(&|signed| signed.mask.push(0)),
        "wanted a mask of 1 bytes for 4 members, found 2",
    );
    says(
        &cut(&|signed| signed.mask[0] |= 16),
        "wanted a mask of 4 members, found a bit of one more",
    );
    // One signer fewer, and his signature with him.
    let found = cut(&|signed| {
        signed.mask[0] = 3;
        signed.signatures.truncate(128);
    });
    says(&found, "wanted signers of weight 3, found 2");
    // One signature for two.
    let found = cut(&|signed| {
        let first = signed.signatures[..64].to_vec();
        signed.signatures.splice(64..128, first);
    });
    says(
        &found,
        "which does not hold: the signature is of other data, or by another key",
    );
    says(
        &cut(&|signed| signed.signatures.truncate(100)),
        "wanted 192 bytes of signatures of 3 signers",
    );
    let party = party(1..5);
    let part = sign::sign(&party.keys[1], b"hello").unwrap();
    let twice = Signed::of(&party.roster, vec![(1, part.clone()), (1, part)]);
    says(&twice.unwrap_err().to_string(), "wanted each signer once");
}

#[test]
fn shares_are_checked_and_named() {
    let chain = usual();
    let statement = chain.statement(8, 12);
    let roster = &chain.parties[8].roster;
    let key = &chain.parties[8].keys[2];
    let share = Share::sign(&statement, key).unwrap();
    assert_eq!(Share::read(share.text().as_bytes()).unwrap(), share);
    assert_eq!(share.fits(&statement, roster), Ok(2));
    let foreign = Share::sign(&statement, &seeded(99)).unwrap();
    let error = foreign.fits(&statement, roster).unwrap_err();
    assert_eq!(error.slug, slug::SKIP_MEMBER);
    let other = Statement {
        chain: [0; 32],
        ..statement
    };
    let error = share.fits(&other, roster).unwrap_err();
    says(&error.to_string(), "a share of a link of this chain");
    let error = share.fits(&chain.statement(8, 9), roster).unwrap_err();
    says(&error.to_string(), "wanted a share of this link");
    let mut bad = share;
    bad.signature[9] ^= 1;
    let error = bad.fits(&statement, roster).unwrap_err();
    says(
        &error.to_string(),
        &format!("{:?}", roster.members()[2].name),
    );
}

#[test]
fn links_of_a_log_are_judged_together() {
    let chain = usual();
    let mut waiting = Waiting::<std::sync::Arc<Roster>>::new();
    let mut fill = |bad: Option<(u64, u8)>| {
        for ((from, level), record) in &chain.links {
            let mut record = record.clone();
            if bad == Some((*from, *level)) {
                let last = record.len() - 1;
                record[last - 40] ^= 1;
            }
            let to = from + (1 << level);
            let roster = std::sync::Arc::new(chain.parties[*from as usize].roster.clone());
            let at = |index: u64| &chain.blocks[index as usize];
            waiting.push(&record, at(*from), at(to), roster).unwrap();
        }
        waiting.judge(&judge())
    };
    assert_eq!(fill(None), []);
    let found = fill(Some((12, 2)));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].0.from, found[0].0.to), (12, 16));
    let at = |index: usize| &chain.blocks[index];
    let record = &chain.links[&(8, 1)];
    let roster = std::sync::Arc::new(chain.parties[8].roster.clone());
    let error = waiting.push(record, at(8), at(9), roster).unwrap_err();
    says(
        &error.to_string(),
        "wanted a link from block 8 on level 0, found one from block 8 on level 1",
    );
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

/// Two chains that part at block 21: their rosters sign both.
fn forked() -> (Linked, Linked) {
    let says = |word: &'static str| {
        move |index: u64| match index {
            0..21 => format!("block {index}").into_bytes(),
            _ => format!("{word} {index}").into_bytes(),
        }
    };
    let build = |word| linked(Shape::default(), 5, 40, &usual_party, &says(word));
    (build("one"), build("two"))
}

#[test]
fn a_fork_is_found_and_proved() {
    let (one, two) = forked();
    assert_eq!(fork::compare(&one, &two).unwrap(), Parting::Fork(21));
    assert_eq!(fork::compare(&one, &one).unwrap(), Parting::Same(40));
    for blocks in 1..40 {
        let short = linked(
            Shape::default(),
            5,
            blocks,
            &usual_party,
            &|index| match index {
                0..21 => format!("block {index}").into_bytes(),
                _ => format!("one {index}").into_bytes(),
            },
        );
        let found = fork::compare(&short, &one).unwrap();
        assert_eq!(found, Parting::Longer { common: blocks });
    }
    let other = linked(Shape::default(), 9, 40, &usual_party, &|_| Vec::new());
    assert_eq!(fork::compare(&one, &other).unwrap(), Parting::Apart);
    let evidence = fork::evidence(&one, &two, 21, &judge()).unwrap().unwrap();
    assert_eq!(evidence.block(), 21);
    let culprits = evidence.verify(&judge()).unwrap();
    let roster = &one.parties[20].roster;
    assert!(culprits.len() as u32 >= 2 * roster.threshold() - roster.total());
    let read = Evidence::read(evidence.text().as_bytes()).unwrap();
    assert_eq!(read, evidence);
    // Who signed only one is not named.
    let mut apart = evidence.links().clone();
    let message = apart[1].statement.message();
    apart[1].signed = one.parties[20].signed_by(1..5, &message);
    let [first, second] = apart;
    let fewer = Evidence::of(first, second).unwrap();
    let names: Vec<String> = fewer
        .verify(&judge())
        .unwrap()
        .into_iter()
        .map(|one| one.name)
        .collect();
    let wanted: Vec<String> = roster.members()[1..4]
        .iter()
        .map(|one| one.name.clone())
        .collect();
    assert_eq!(names, wanted);
}

/// A link that does not hold hides no fork.
#[test]
fn evidence_is_of_links_that_hold() {
    let (one, mut two) = forked();
    let spoil = |link: &mut Vec<u8>| *link.last_mut().unwrap() ^= 1;
    spoil(two.links.get_mut(&(20, 0)).unwrap());
    let found = fork::evidence(&one, &two, 21, &judge()).unwrap().unwrap();
    assert_eq!(found.block(), 22);
    assert!(!found.verify(&judge()).unwrap().is_empty());
    // The shorter of two that lead to one block, where the longer one does not hold.
    spoil(two.links.get_mut(&(20, 1)).unwrap());
    let found = fork::evidence(&one, &two, 21, &judge()).unwrap().unwrap();
    assert_eq!(found.links()[1].statement.from, 21);
    assert!(!found.verify(&judge()).unwrap().is_empty());
    spoil(two.links.get_mut(&(20, 0)).unwrap());
    spoil(two.links.get_mut(&(20, 1)).unwrap());
    two.links.values_mut().for_each(spoil);
    let found = fork::evidence(&one, &two, 21, &judge()).unwrap().unwrap();
    assert_eq!(found.block(), 21);
    assert!(found.verify(&judge()).is_err());
}

#[test]
fn evidence_names_who_is_known() {
    let (one, two) = forked();
    let found = fork::evidence(&one, &two, 21, &judge()).unwrap().unwrap();
    let roster = &one.parties[20].roster;
    assert_eq!(found.stranger(std::slice::from_ref(roster)), None);
    assert_eq!(found.stranger(&[]), Some(0));
    assert_eq!(found.stranger(&[party(20..24).roster]), Some(0));
}

/// However many steps it takes, the committee is held against the one that was trusted first.
#[test]
fn memory_keeps_the_first_roster() {
    let chain = usual();
    let mut file = heading();
    for (from, to, within, since) in [
        (0, 8, 0, None),
        (8, 12, 40, Some(40)),
        (12, 24, 40, Some(80)),
        (24, 28, 0, Some(80)),
    ] {
        let mut book = Book::read(file.as_bytes()).unwrap();
        let proof = prove(&chain, from, to, Style::Skip).unwrap();
        let found = proven(&chain, &proof).unwrap();
        assert_eq!(book.judge(&found), Found::New);
        assert_eq!(found.turnover_percent(), within, "{from} to {to}");
        let percent = book.turnover_percent(&proof, &found).unwrap();
        assert_eq!(percent, since, "{from} to {to}");
        file += &book.add(&proof, &found);
    }
    let first = hex::encode(&chain.parties[0].roster.encode());
    let wrong = file.replacen(
        &format!("\"roster\":\"{first}\"}}\n"),
        "\"roster\":\"00\"}\n",
        1,
    );
    assert_ne!(wrong, file);
    let proof = prove(&chain, 28, 30, Style::Skip).unwrap();
    let found = proven(&chain, &proof).unwrap();
    let book = Book::read(wrong.as_bytes()).unwrap();
    let error = book.turnover_percent(&proof, &found).unwrap_err();
    assert_eq!(error.slug, slug::SKIP_STATE);
}

#[test]
fn a_roster_that_is_not_safe_is_told_from_the_start() {
    let mut chain = usual();
    assert!(
        proven(&chain, &prove(&chain, 0, 9, Style::Min).unwrap())
            .unwrap()
            .safe
    );
    let members = chain.parties[0].roster.members().to_vec();
    let weak = Roster::of(members, Some(1)).unwrap();
    let keys: Vec<SecretKey> = (1..5).map(seeded).collect();
    let weak = arranged(weak, &keys);
    chain = linked(Shape::default(), 5, 10, &|_| weak.clone(), &|_| Vec::new());
    let found = proven(&chain, &prove(&chain, 0, 9, Style::Min).unwrap()).unwrap();
    assert!(found.changes.is_empty() && !found.safe);
}

#[test]
fn evidence_that_is_none_is_refused() {
    let (one, two) = forked();
    let witness = |chain: &Linked, from: u64, to: u64| Witness {
        statement: chain.statement(from, to),
        roster: chain.parties[from as usize].roster.clone(),
        signed: chain.signed(from, to).signed,
    };
    let same = Evidence::of(witness(&one, 20, 21), witness(&one, 20, 21));
    says(
        &same.unwrap_err().to_string(),
        "wanted links that speak of two blocks of one number",
    );
    let later = Evidence::of(witness(&one, 20, 21), witness(&two, 22, 23));
    assert!(later.is_err());
    let mut forged = witness(&two, 20, 21);
    forged.signed.signatures[70] ^= 1;
    let evidence = Evidence::of(witness(&one, 20, 21), forged).unwrap();
    let error = evidence.verify(&judge()).unwrap_err();
    assert_eq!(error.slug, slug::SKIP_SIGNATURE);
    // A roster of others over the same numbers blames nobody who did not sign.
    let thieves = party(20..24);
    let mut framed = witness(&two, 20, 21);
    framed.signed = thieves.sign(&framed.statement.message());
    framed.roster = thieves.roster;
    let evidence = Evidence::of(witness(&one, 20, 21), framed).unwrap();
    says(
        &evidence.verify(&judge()).unwrap_err().to_string(),
        "wanted a key that signed both, found none",
    );
}

#[test]
fn memory_finds_who_goes_back_and_who_says_two_things() {
    let (one, two) = forked();
    let mut book = Book::default();
    let see = |book: &Book, chain: &Linked, from, to| {
        let proof = prove(chain, from, to, Style::Min).unwrap();
        let found = proven(chain, &proof).unwrap();
        (book.judge(&found), proof, found)
    };
    let (found, proof, first) = see(&book, &one, 0, 24);
    assert_eq!(found, Found::New);
    let line = book.add(&proof, &first);
    let read = Book::read((heading() + &line).as_bytes()).unwrap();
    let newest: Vec<_> = read.newest().map(|(_, seen)| seen.clone()).collect();
    assert_eq!(
        newest,
        book.newest()
            .map(|(_, seen)| seen.clone())
            .collect::<Vec<_>>()
    );
    assert!(read.knows(&one.blocks[24]) && !read.knows(&two.blocks[24]));
    assert_eq!(see(&read, &one, 0, 24).0, Found::Known);
    assert_eq!(see(&read, &one, 0, 23).0, Found::Back(24));
    assert_eq!(see(&read, &one, 24, 38).0, Found::New);
    assert_eq!(see(&read, &one, 24, 3).0, Found::Known);
    // Over block 32 nothing says what block 24 is.
    assert_eq!(see(&read, &one, 0, 38).0, Found::Apart(24));
    let (found, proof, second) = see(&read, &two, 16, 24);
    let Found::Two { seen, link, .. } = found else {
        panic!("{found:?}");
    };
    let evidence = Evidence::of(
        seen.link().unwrap().unwrap(),
        Witness::of(&proof, &second, link.unwrap()).unwrap(),
    );
    assert!(!evidence.unwrap().verify(&judge()).unwrap().is_empty());
    // Cut off behind, it counts up to there; damaged it is refused.
    let text = heading() + &line;
    let cut = Book::read(&text.as_bytes()[..text.len() - 9]).unwrap();
    assert_eq!(cut.whole_bytes, heading().len() as u64);
    assert_eq!(line.matches("\"roster\":").count(), 2);
    let damaged = text.replacen("\"index\":\"24\"", "\"index\":\"x\"", 1);
    assert_eq!(
        Book::read(damaged.as_bytes()).unwrap_err().slug,
        slug::SKIP_STATE
    );
}
