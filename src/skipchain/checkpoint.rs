//! Heads of chains as checkpoints (c2sp.org/tlog-checkpoint), so that the witnesses of other logs can
//! cosign ours and who verifies those verifies ours: the name of the log is `decent-skip/` and the
//! chain in hex, the size the number of blocks, the root that of the tree over them all. Members of
//! the roster sign it as cosigners do, each under a name that says its key, with the time.
//!
//! A head that a quorum of a trusted roster signed needs no links: its root has every block.

use super::block::Hash;
use super::roster::{Key, Roster};
use super::store::Chain;
use super::tree::{growth, root, root_of};
use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::note::witness::Request;
use crate::note::{Checkpoint, Note, Signed, Verifier};

/// What the name of each of our logs begins with.
const ORIGIN: &str = "decent-skip/";

/// The name of a chain as a log.
pub fn origin(chain: &Hash) -> String {
    format!("{ORIGIN}{}", hex::encode(chain))
}

/// The chain of a head, where it is one of ours.
pub fn chain_of(head: &Checkpoint) -> Option<Hash> {
    let text = head.origin.strip_prefix(ORIGIN)?;
    let chain = hex::decode_array(text).ok()?;
    (hex::encode(&chain) == text).then_some(chain)
}

/// The head of the first `size` blocks, at least one.
pub fn head(chain: &Chain<'_>, size: u64) -> Result<Checkpoint> {
    if size == 0 || size > chain.len() {
        let wanted = format!("1 to {} blocks", chain.len());
        return Err(Error::new(slug::NO_SUCH_BLOCK, wanted, size.to_string()));
    }
    Ok(Checkpoint {
        origin: origin(chain.id()),
        size,
        root: root(size, chain)?,
        extensions: Vec::new(),
    })
}

/// What a witness is asked that knows the first `old` blocks, or none.
pub fn request(chain: &Chain<'_>, old: u64, note: Note) -> Result<Request> {
    let size = Checkpoint::read(note.text())?.size;
    let hashes = match old {
        0 => Vec::new(),
        old => growth(old, size, chain)?,
    };
    Ok(Request { old, hashes, note })
}

/// Who of a roster signed a head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// The head.
    pub head: Checkpoint,
    /// The members, by their place in the roster, and when, in seconds since 1970.
    pub members: Vec<(usize, u64)>,
    /// What they weigh together.
    pub weight: u32,
}

/// The members of a roster as those who cosign heads. A roster of BLS12-381 has none: notes know no
/// signatures of that kind.
pub fn cosigners(roster: &Roster) -> Result<Vec<Verifier>> {
    let one = |key: &Key| match key {
        Key::Ed25519(key) => Verifier::member(key),
        Key::Bls(_) => {
            let wanted = "a roster of ed25519, whose members can sign heads";
            let found = "one of bls12-381, whose links lead to each block instead";
            Err(Error::new(slug::SKIP_ROSTER, wanted, found))
        }
    };
    let members = roster.members().iter();
    members.map(|member| one(&member.key)).collect()
}

/// Who of a roster signed a note, which must be a head of this chain; enough of them or not. No member
/// counts twice, and a line of one that does not hold spoils the note.
pub fn signed(note: &Note, chain: &Hash, roster: &Roster) -> Result<Quorum> {
    let head = Checkpoint::read(note.text())?;
    if chain_of(&head) != Some(*chain) {
        let found = format!("one of {}", head.origin);
        let wanted = format!("a head of {}", origin(chain));
        return Err(Error::new(slug::SKIP_SIGNATURE, wanted, found));
    }
    let known = cosigners(roster)?;
    let mut lines = note.lines().iter();
    let theirs = lines.any(|line| known.iter().any(|key| key.wrote(line)));
    let opened = match note.open(&known) {
        Ok(opened) => opened,
        Err(error) if error.slug == slug::NOTE_SIGNATURE && !theirs => Vec::new(),
        Err(error) => return Err(error),
    };
    let mut members: Vec<(usize, u64)> = Vec::new();
    for Signed { verifier, time, .. } in opened {
        let time = time.unwrap_or_default();
        match members.iter_mut().find(|(place, _)| *place == verifier) {
            Some((_, known)) => *known = time.max(*known),
            None => members.push((verifier, time)),
        }
    }
    members.sort_unstable();
    let weigh = |(place, _): &(usize, u64)| roster.members().get(*place).map(|one| one.weight);
    let weight = members.iter().filter_map(weigh).sum();
    Ok(Quorum {
        head,
        members,
        weight,
    })
}

/// A head that a quorum of the roster signed; anything less is an error.
///
/// ```
/// use decent::note::{Checkpoint, Note, Signer};
/// use decent::skipchain::checkpoint::{origin, quorum};
/// use decent::skipchain::roster::{Key, Member, Roster};
/// let signer = Signer::member(&[7; 32].into()).unwrap();
/// let key = Key::ed25519(signer.verifier().key()).unwrap();
/// let roster = Roster::of(vec![Member { name: "anna".into(), weight: 1, key }], None).unwrap();
/// let head = Checkpoint { origin: origin(&[1; 32]), size: 5, root: [2; 32], extensions: vec![] };
/// let mut note = Note::of_text(head.to_string().as_bytes()).unwrap();
/// assert!(quorum(&note, &[1; 32], &roster).is_err());
/// note.sign(&signer, 1_700_000_000).unwrap();
/// assert_eq!(quorum(&note, &[1; 32], &roster).unwrap().head, head);
/// assert!(quorum(&note, &[3; 32], &roster).is_err());
/// ```
pub fn quorum(note: &Note, chain: &Hash, roster: &Roster) -> Result<Quorum> {
    let found = signed(note, chain, roster)?;
    if found.weight >= roster.threshold() {
        return Ok(found);
    }
    let wanted = format!(
        "a head signed by {} of {}",
        roster.threshold(),
        roster.total()
    );
    Err(Error::new(
        slug::SKIP_SIGNATURE,
        wanted,
        found.weight.to_string(),
    ))
}

/// Whether a head has a block, by RFC 6962's path.
pub fn includes(head: &Checkpoint, index: u64, block: &Hash, path: &[Hash]) -> Result<()> {
    let found = root_of(block, index, head.size, path);
    if found == Some(head.root) {
        return Ok(());
    }
    let wanted = format!(
        "a path from block {index} to the root {}",
        hex::encode(&head.root)
    );
    let found = found.map_or_else(
        || format!("{} hashes, for {} blocks", path.len(), head.size),
        |root| format!("one to {}", hex::encode(&root)),
    );
    Err(Error::new(slug::SKIP_PROOF, wanted, found))
}

/// Whether a record of the log holds a head of its chain that a quorum of the last block's roster
/// signed.
pub fn check(chain: &Chain<'_>, body: &[u8]) -> Result<Quorum> {
    let note = Note::read(body)?;
    let size = Checkpoint::read(note.text())?.size;
    let own = head(chain, size)?;
    let roster = Roster::decode(&chain.roster_of(size - 1)?)?;
    let found = quorum(&note, chain.id(), &roster)?;
    if found.head == own {
        return Ok(found);
    }
    let wanted = format!("the root {} of {size} blocks", hex::encode(&own.root));
    Err(Error::new(
        slug::SKIP_SIGNATURE,
        wanted,
        hex::encode(&found.head.root),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::roster::Member;
    use super::*;
    use crate::note::{Algorithm, Signer};

    const CHAIN: Hash = [9; 32];

    fn signer(seed: u8) -> Signer {
        Signer::member(&[seed; 32].into()).unwrap()
    }

    fn roster(weights: &[u32]) -> Roster {
        let member = |(seed, weight): (u8, &u32)| Member {
            name: format!("m{seed}"),
            weight: *weight,
            key: Key::ed25519(signer(seed).verifier().key()).unwrap(),
        };
        Roster::of((1..).zip(weights).map(member).collect(), None).unwrap()
    }

    fn unsigned() -> Note {
        let head = Checkpoint {
            origin: origin(&CHAIN),
            size: 3,
            root: [7; 32],
            extensions: Vec::new(),
        };
        Note::of_text(head.to_string().as_bytes()).unwrap()
    }

    #[test]
    fn a_quorum_signs_and_less_does_not() {
        let roster = roster(&[1, 1, 1, 1]);
        let mut note = unsigned();
        for seed in 1..=4 {
            let found = quorum(&note, &CHAIN, &roster);
            assert_eq!(found.is_ok(), seed > 3, "{seed}");
            note.sign(&signer(seed), u64::from(seed)).unwrap();
        }
        let found = quorum(&note, &CHAIN, &roster).unwrap();
        assert_eq!((found.members.len(), found.weight), (4, 4));
        assert_eq!(found.members.iter().map(|(_, time)| time).sum::<u64>(), 10);
    }

    #[test]
    fn weight_counts_and_nobody_counts_twice() {
        let roster = roster(&[3, 1, 1]);
        let mut note = unsigned();
        note.sign(&signer(2), 1).unwrap();
        note.sign(&signer(3), 1).unwrap();
        let error = quorum(&note, &CHAIN, &roster).unwrap_err().to_string();
        assert_eq!(error, "wanted a head signed by 4 of 5, found 2");
        // The same member again, at another time.
        let text = note.to_string();
        let mut again = unsigned();
        again.sign(&signer(3), 2).unwrap();
        let again = again.lines()[0].to_string();
        let note = Note::read(format!("{text}{again}\n").as_bytes()).unwrap();
        assert_eq!(signed(&note, &CHAIN, &roster).unwrap().weight, 2);
        let mut more = note.clone();
        more.sign(&signer(1), 1).unwrap();
        assert_eq!(quorum(&more, &CHAIN, &roster).unwrap().weight, 5);
    }

    #[test]
    fn strangers_and_other_chains_do_not_count() {
        let roster = roster(&[1]);
        let mut note = unsigned();
        note.sign(&signer(8), 1).unwrap();
        // A member's key under another name, or over the bare text, is no cosignature of a member.
        let other = Signer::new("m1", Algorithm::Cosignature, &[1; 32].into()).unwrap();
        note.sign(&other, 1).unwrap();
        let name = signer(1).verifier().name().to_owned();
        let plain = Signer::new(&name, Algorithm::Ed25519, &[1; 32].into()).unwrap();
        note.sign(&plain, 1).unwrap();
        assert_eq!(signed(&note, &CHAIN, &roster).unwrap().weight, 0);
        note.sign(&signer(1), 1).unwrap();
        assert_eq!(quorum(&note, &CHAIN, &roster).unwrap().weight, 1);
        let error = quorum(&note, &[8; 32], &roster).unwrap_err();
        assert_eq!(error.slug, slug::SKIP_SIGNATURE);
        // A line of a member that does not hold spoils all.
        let bad = note.to_string().replacen("\n3\n", "\n4\n", 1);
        let bad = Note::read(bad.as_bytes()).unwrap();
        let error = signed(&bad, &CHAIN, &roster).unwrap_err();
        assert_eq!(error.slug, slug::NOTE_SIGNATURE);
    }

    #[test]
    fn names_of_chains_are_in_one_form() {
        let head = |origin: &str| Checkpoint {
            origin: origin.to_owned(),
            size: 1,
            root: [0; 32],
            extensions: Vec::new(),
        };
        assert_eq!(chain_of(&head(&origin(&CHAIN))), Some(CHAIN));
        let upper = format!("decent-skip/{}", "AB".repeat(32));
        for bad in [
            upper.as_str(),
            "decent-skip/09",
            "other",
            &format!(" {}", origin(&CHAIN)),
        ] {
            assert_eq!(chain_of(&head(bad)), None, "{bad}");
        }
    }

    #[test]
    fn a_head_has_the_blocks_that_a_path_leads_from() {
        let leaf = super::super::tree::leaf(&[5; 32]);
        let head = Checkpoint {
            origin: origin(&CHAIN),
            size: 2,
            root: super::super::tree::node(&leaf, &[6; 32]),
            extensions: Vec::new(),
        };
        assert_eq!(includes(&head, 0, &[5; 32], &[[6; 32]]), Ok(()));
        for (index, block, path) in [
            (1, [5; 32], vec![[6; 32]]),
            (0, [4; 32], vec![[6; 32]]),
            (0, [5; 32], vec![]),
            (2, [5; 32], vec![[6; 32]]),
        ] {
            let error = includes(&head, index, &block, &path).unwrap_err();
            assert_eq!(error.slug, slug::SKIP_PROOF);
        }
    }
}
