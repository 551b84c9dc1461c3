//! Published notes, heads and proofs, and what is wrong in others.

use super::*;
use crate::watch::{Step, Watch};
use std::sync::Mutex;

fn vector(name: &str) -> Vec<u8> {
    let root = env!("CARGO_MANIFEST_DIR");
    std::fs::read(format!("{root}/tests/vectors/note/{name}")).unwrap()
}

fn keys() -> Vec<Verifier> {
    let text = String::from_utf8(vector("keys")).unwrap();
    text.lines().map(|line| line.parse().unwrap()).collect()
}

fn signer(name: &str, algorithm: Algorithm, seed: u8) -> Signer {
    Signer::new(name, algorithm, &[seed; 32].into()).unwrap()
}

const HEAD: &str = "example.com/log\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

#[test]
fn keys_are_written_as_they_were_read() {
    let text = String::from_utf8(vector("keys")).unwrap();
    for (line, key) in text.lines().zip(keys()) {
        assert_eq!(key.to_string(), line);
    }
    assert_eq!(keys()[0].id(), 0x530d_903a_u32.to_be_bytes());
}

#[test]
fn notes_of_others_open_and_are_written_the_same() {
    for (name, signed, time) in [
        ("spec.note", 1, None),
        ("peter.note", 2, None),
        ("sumdb.note", 1, None),
        ("witnessed.note", 5, Some(0x6a12_2120)),
    ] {
        let bytes = vector(name);
        let note = Note::read(&bytes).unwrap();
        assert_eq!(note.to_string().into_bytes(), bytes, "{name}");
        let opened = note.open(&keys()).unwrap();
        assert_eq!(signers(&opened, &keys()), signed, "{name}");
        assert_eq!(opened.last().unwrap().time, time, "{name}");
    }
}

/// Whatever opens after a bit changed is a line that was there, over the text that was there.
#[test]
fn a_changed_bit_passes_nothing_off_as_signed() {
    let mut refused = 0;
    for name in ["spec.note", "peter.note", "sumdb.note", "witnessed.note"] {
        let bytes = vector(name);
        let (keys, good) = (keys(), Note::read(&bytes).unwrap());
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 1 << (at % 8);
            let Ok(note) = Note::read(&other) else {
                refused += 1;
                continue;
            };
            let Ok(signed) = note.open(&keys) else {
                refused += 1;
                continue;
            };
            assert_eq!(note.text(), good.text(), "{name}: byte {at}");
            for one in signed {
                assert!(good.lines().contains(&note.lines()[one.line]));
            }
        }
    }
    assert!(refused > 1000, "{refused}");
}

#[test]
fn signatures_are_those_of_go() {
    let private =
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n";
    let peter = Signer::read(&private.as_bytes().to_vec().into())
        .unwrap()
        .unwrap();
    assert_eq!(peter.verifier(), &keys()[1]);
    let there = Note::read(&vector("peter.note")).unwrap();
    let mut note = Note::of_text(there.text().as_bytes()).unwrap();
    note.sign(&peter, 0).unwrap();
    assert_eq!(note.lines(), &there.lines()[..1]);
    for at in 0..private.len() - 1 {
        let mut other = private.as_bytes().to_vec();
        other[at] ^= 1;
        let read = Signer::read(&other.into());
        let same = |one: &Signer| one.verifier() == peter.verifier();
        assert!(
            !read.is_some_and(|one| one.is_ok_and(|one| same(&one))),
            "byte {at}"
        );
    }
}

#[test]
fn keys_that_are_none_are_refused() {
    let good = keys()[1].to_string();
    let id = |name: &str, bytes: &[u8]| {
        let digest =
            <sha2::Sha256 as sha2::Digest>::digest([name.as_bytes(), b"\n", bytes].concat());
        hex::encode(&digest[..4])
    };
    let written =
        |name: &str, bytes: &[u8]| format!("{name}+{}+{}", id(name, bytes), base64::encode(bytes));
    let key = *keys()[1].key();
    let with = |kind: u8, key: &[u8]| [&[kind], key].concat();
    assert!(written("a", &with(1, &key)).parse::<Verifier>().is_ok());
    for (bad, why) in [
        (written("a", &with(2, &key)), "type 2"),
        (written("a", &with(6, &key)), "type 6"),
        (written("a", &with(1, &key[..31])), "found 31"),
        (written("a", &with(1, &[1; 33])), "found 33"),
        (written("a", &[]), "no key"),
        (written("a b", &with(1, &key)), "other digits"),
        (written("a\u{2003}b", &with(1, &key)), "other digits"),
        (written("", &with(1, &key)), "other digits"),
        (written("a", &with(1, &[0; 32])), "small order"),
        (good.replace("c74f20a3", "C74F20A3"), "other digits"),
        (
            good.replace("c74f20a3", "c74f20a4"),
            "of another name or key",
        ),
        (good.replace("Peter", "peter"), "of another name or key"),
        (good.replace('+', "-"), "something else"),
        (format!("{good} "), "no base64"),
    ] {
        let error = bad.parse::<Verifier>().unwrap_err().to_string();
        assert!(error.contains(why), "{bad}: {error}");
    }
    assert!(Verifier::new("a+b", Algorithm::Ed25519, &key).is_err());
    assert!(Verifier::new("a\nb", Algorithm::Ed25519, &key).is_err());
}

#[test]
fn notes_that_are_none_are_refused() {
    let line = "\u{2014} a AAAAAAA=\n";
    assert!(Note::read(format!("text\n\n{line}").as_bytes()).is_ok());
    let many = format!("text\n\n{}", line.repeat(4097));
    for (bad, why) in [
        (String::new(), "neither"),
        ("text\n".into(), "neither"),
        ("text\n\n".into(), "none"),
        (format!("\n{line}"), "neither"),
        (format!("text\n{line}"), "neither"),
        (format!("text\n\n{}", line.trim_end()), "cut off"),
        (format!("text\n\n{line}\n"), "none"),
        (format!("text\n\n{line}-\n"), "line 4: wanted a dash"),
        ("text\n\n\u{2014} aAAAAAAA=\n".into(), "without a signature"),
        ("text\n\n\u{2014}  AAAAAAA=\n".into(), "a space or a plus"),
        (
            "text\n\n\u{2014} a+b AAAAAAA=\n".into(),
            "a space or a plus",
        ),
        (
            "text\n\n\u{2014} a\u{a0}b AAAAAAA=\n".into(),
            "a space or a plus",
        ),
        ("text\n\n\u{2014} a AAAAAAA\n".into(), "not in base64"),
        ("text\n\n\u{2014} a AAAAAAB=\n".into(), "not in base64"),
        ("text\n\n\u{2014} a  AAAAAAA=\n".into(), "not in base64"),
        (
            "text\n\n\u{2014} a AAAAAA==\n".into(),
            "four bytes or fewer",
        ),
        (format!("te\txt\n\n{line}"), "byte 2: wanted no control"),
        (format!("te\rxt\n\n{line}"), "byte 2: wanted no control"),
        (many, "line 4099: wanted at most 4096"),
        (
            format!("{}\n\n{line}", "a".repeat(LARGEST)),
            "at most 1000000",
        ),
    ] {
        let error = Note::read(bad.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(why), "{bad:.40}: {error}");
    }
    let error = Note::read(b"\xff\n\n").unwrap_err().to_string();
    assert_eq!(error, "byte 0: wanted UTF-8, found other bytes");
    // An empty line within the text, or at its end, is part of it.
    let note = Note::read(format!("a\n\nb\n\n\n{line}").as_bytes()).unwrap();
    assert_eq!(note.text(), "a\n\nb\n\n");
    assert!(Note::looks_signed(b"a\n\n\xe2\x80\x94 x"));
    assert!(!Note::looks_signed(b"a\n\n\xe2\x80\x94 x\nb\n"));
    assert!(!Note::looks_signed(b"a\n\n"));
}

#[test]
fn checkpoints_that_are_none_are_refused() {
    let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    let long = "x\n".repeat(65);
    for (bad, why) in [
        (
            format!("\n7\n{root}\n"),
            "line 1: wanted a checkpoint: the name",
        ),
        ("log\n".to_owned(), "the end"),
        ("log\n7\n".to_owned(), "the end"),
        (format!("log\n07\n{root}\n"), "line 2: wanted the number"),
        (format!("log\n+7\n{root}\n"), "line 2: wanted the number"),
        (format!("log\n7 \n{root}\n"), "line 2: wanted the number"),
        (
            format!("log\n18446744073709551616\n{root}\n"),
            "line 2: wanted the number",
        ),
        (
            format!("log\n7\n{}\n", &root[..40]),
            "line 3: wanted 32 bytes",
        ),
        (format!("log\n7\n {root}\n"), "line 3: wanted 32 bytes"),
        (format!("log\n7\n{root}"), "another end"),
        (format!("log\n7\n{root}\n\n"), "line 4: wanted at most 64"),
        (
            format!("log\n7\n{root}\n{long}"),
            "line 68: wanted at most 64",
        ),
    ] {
        let error = Checkpoint::read(&bad).unwrap_err().to_string();
        assert!(error.contains(why), "{bad:?}: {error}");
    }
    let more = format!("log\n0\n{root}\nmore\n");
    let head = Checkpoint::read(&more).unwrap();
    assert_eq!(
        (head.size, head.extensions.as_slice()),
        (0, &["more".to_owned()][..])
    );
    assert_eq!(head.to_string(), more);
}

#[test]
fn cosignatures_state_their_time_and_are_of_checkpoints_alone() {
    let witness = signer("witness.example/w1", Algorithm::Cosignature, 3);
    let known = [witness.verifier().clone()];
    let mut note = Note::of_text(HEAD.as_bytes()).unwrap();
    note.sign(&witness, 1_679_315_147).unwrap();
    let signed = note.open(&known).unwrap();
    assert_eq!(signed[0].time, Some(1_679_315_147));
    assert_eq!(note.lines()[0].claimed_time(), Some(1_679_315_147));
    // Again, later: the line takes the place of the earlier one.
    note.sign(&witness, 1_679_315_148).unwrap();
    assert_eq!(note.lines().len(), 1);
    let time = note.lines()[0].claimed_time();
    assert_eq!(time, Some(1_679_315_148));
    // The time is signed.
    let mut later = note.clone();
    later.lines[0].signature[7] ^= 1;
    assert_eq!(later.open(&known).unwrap_err().slug, slug::NOTE_SIGNATURE);
    // Neither sort of signature passes for the other.
    let plain = signer("witness.example/w1", Algorithm::Ed25519, 3);
    assert!(
        plain
            .verifier()
            .verify(HEAD, note.lines()[0].signature())
            .is_err()
    );
    let message = key::cosigned(HEAD, 5);
    let error = plain.sign(&message, 0).unwrap_err().to_string();
    assert_eq!(
        error,
        "wanted a text of one's own, found what a cosigner signs"
    );
    assert!(witness.sign("a text\n", 5).is_err());
    assert!(witness.sign(HEAD, 1 << 63).is_err());
    // A signature that holds, over a text that is no checkpoint.
    let bare = crate::sig::ed25519::SigningKey::from_seed(&[3; 32]);
    let bytes = bare.sign(key::cosigned("a text\n", 5).as_bytes());
    let line = [&5u64.to_be_bytes()[..], &bytes].concat();
    let why = witness.verifier().verify("a text\n", &line);
    assert_eq!(why, Err("one of a text that is no checkpoint"));
}

#[test]
fn lines_of_others_are_passed_over_and_bad_ones_of_the_known_are_not() {
    let (anna, bert) = (
        signer("anna", Algorithm::Ed25519, 1),
        signer("bert", Algorithm::Ed25519, 2),
    );
    let known = [anna.verifier().clone(), bert.verifier().clone()];
    let mut note = Note::of_text(b"text\n").unwrap();
    let none = note.open(&known).unwrap_err().to_string();
    assert_eq!(
        none,
        "wanted a signature by a key that is trusted, found none"
    );
    note.sign(&bert, 0).unwrap();
    let other = note.open(&known[..1]).unwrap_err().to_string();
    assert!(other.contains("found one by bert ("), "{other}");
    note.sign(&anna, 0).unwrap();
    assert_eq!(signers(&note.open(&known).unwrap(), &known), 2);
    let first = &known[..1];
    assert_eq!(signers(&note.open(first).unwrap(), first), 1);
    // The same key twice in the list is no other key; two keys that look alike are.
    let twice = [known[0].clone(), known[0].clone()];
    assert_eq!(note.open(&twice).unwrap().len(), 1);
    // A second line of anna's that does not hold spoils the note, first or last.
    let mut bad = note.lines()[1].clone();
    bad.signature[9] ^= 1;
    for at in 0..3 {
        let mut spoiled = note.clone();
        spoiled.lines.insert(at, bad.clone());
        let error = spoiled.open(&known).unwrap_err();
        assert_eq!(error.place, Place::Item("signature", at as u64));
        assert_eq!(error.slug, slug::NOTE_SIGNATURE);
        let second = &known[1..];
        assert_eq!(signers(&spoiled.open(second).unwrap(), second), 1);
    }
}

#[test]
fn a_key_under_two_names_is_one_signer() {
    let mut note = Note::of_text(HEAD.as_bytes()).unwrap();
    let signers_of = |note: &Note, all: &[&Signer]| {
        let known: Vec<Verifier> = all.iter().map(|one| one.verifier().clone()).collect();
        let signed = note.open(&known).unwrap();
        assert_eq!(signed.len(), all.len());
        signers(&signed, &known)
    };
    let anna = signer("anna", Algorithm::Ed25519, 1);
    let again = signer("bert", Algorithm::Ed25519, 1);
    let witness = signer("anna", Algorithm::Cosignature, 1);
    let other = signer("bert", Algorithm::Cosignature, 2);
    for one in [&anna, &again, &witness, &other] {
        note.sign(one, 5).unwrap();
    }
    assert_eq!(signers_of(&note, &[&anna, &again]), 1);
    assert_eq!(signers_of(&note, &[&anna, &witness, &again]), 1);
    assert_eq!(signers_of(&note, &[&anna, &other]), 2);
    assert_eq!(signers_of(&note, &[&other, &witness, &again, &anna]), 2);
}

#[test]
fn copies_of_a_note_become_one() {
    let [a, b] = [1, 2].map(|seed| signer(&format!("w{seed}"), Algorithm::Cosignature, seed));
    let start = Note::of_text(HEAD.as_bytes()).unwrap();
    let (mut one, mut two) = (start.clone(), start);
    one.sign(&a, 1).unwrap();
    two.sign(&b, 2).unwrap();
    one.join(&two).unwrap();
    one.join(&two).unwrap();
    assert_eq!(one.lines().len(), 2);
    let known = [a.verifier().clone(), b.verifier().clone()];
    assert_eq!(signers(&one.open(&known).unwrap(), &known), 2);
    let other = Note::of_text(b"other\n").unwrap();
    assert!(one.join(&other).is_err());
}

#[test]
fn a_proof_of_others_leads_to_its_head() {
    let bytes = vector("notary.tlog-proof");
    assert!(Proof::begins(&bytes));
    let proof = Proof::read(&bytes).unwrap();
    assert_eq!(proof.to_string().into_bytes(), bytes);
    let record = proof.extra.clone().unwrap();
    proof.verify(&proof::leaf(&record)).unwrap();
    let error = proof.verify(&proof::leaf(b"other")).unwrap_err();
    assert_eq!(error.slug, slug::WRONG_ROOT);
    let longer = Proof {
        path: vec![[0; 32]],
        ..proof.clone()
    };
    let error = longer.verify(&proof::leaf(&record)).unwrap_err();
    assert_eq!(error.slug, slug::PROOF_UNFIT);
    let other = Proof { index: 1, ..proof };
    let error = other.verify(&proof::leaf(&record)).unwrap_err().to_string();
    assert_eq!(
        error,
        "wanted a proof of entry 1 in a tree of 1, found one of 0 hashes"
    );
}

#[test]
fn proofs_that_are_none_are_refused() {
    let good = String::from_utf8(vector("notary.tlog-proof")).unwrap();
    let hash = base64::encode(&[7; 32]);
    for (from, to, why) in [
        ("proof@v1", "proof@v2", "another first line"),
        ("extra AQ", "extra A", "line 2: wanted extra data"),
        ("index 0", "index 00", "`index` and a number"),
        ("index 0", "index -1", "`index` and a number"),
        ("index 0", "index", "`index` and a number"),
        (
            "index 0\n",
            "index 0\nAAAA\n",
            "line 4: wanted at most 64 hashes",
        ),
        (
            "index 0\n\n",
            "index 0\n",
            "line 4: wanted at most 64 hashes",
        ),
        (
            "index 0\n",
            &format!("index 0\n{}", format!("{hash}\n").repeat(65)),
            "line 68: wanted",
        ),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good);
        let error = Proof::read(bad.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(why), "{to:.20}: {error}");
    }
    assert!(Proof::read(b"c2sp.org/tlog-proof@v1\nindex 0\n").is_err());
}

/// Keeps the steps that it is told.
#[derive(Default)]
struct Heard(Mutex<Vec<Step>>);

impl Watch for Heard {
    fn narrates(&self) -> bool {
        true
    }

    fn step(&self, step: &Step) {
        self.0.lock().unwrap().push(step.clone());
    }
}

#[test]
fn what_is_told_is_what_was_done() {
    let note = Note::read(&vector("witnessed.note")).unwrap();
    let heard = Heard::default();
    let signed = note.open(&keys()).unwrap();
    narrate::opened((&note, 0), &keys(), &signed, &heard);
    let steps = heard.0.into_inner().unwrap();
    assert_eq!(steps.len(), 10);
    let value = |step: &Step, name: &str| {
        let found = step.values.iter().find(|(known, _)| *known == name);
        found.unwrap().1.clone()
    };
    assert_eq!(value(&steps[2], "four bytes"), "d8042a87");
    assert_eq!(
        value(&steps[3], "bytes signed"),
        (note.text().len() + 15 + 16).to_string()
    );
}
