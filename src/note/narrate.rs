//! The steps of a note that is signed or verified, with their real values.

use super::{Algorithm, Note, Proof, Signed, Verifier, key};
use crate::codec::hex;
use crate::sig::ed25519::halves;
use crate::skipchain::tree::{above, sides};
use crate::watch::{Step, Watch};

/// A name in quotes for a shell.
fn quoted(name: &str) -> String {
    format!("'{}'", name.replace('\'', "'\\''"))
}

/// How the four bytes of a key come about.
pub fn known(verifier: &Verifier, watch: &dyn Watch) {
    if !watch.narrates() {
        return;
    }
    let (name, kind) = (quoted(verifier.name()), verifier.algorithm());
    let digits = hex::encode(verifier.key());
    let line = format!(
        "(printf '%s\\n' {name}; printf {:02x}{digits} | xxd -r -p) | sha256sum | cut -c1-8",
        kind.byte()
    );
    let why = "lines are told apart by a name and by four bytes of SHA-256 over the name, the type of \
               signature and the key";
    let step = Step::new("key", why)
        .value("name", verifier.name())
        .value("type", format!("{} ({})", kind.byte(), kind.name()))
        .value("public key", &digits)
        .value("four bytes", hex::encode(&verifier.id()));
    watch.step(&step.check(line));
}

/// What one line signs, and that it holds.
fn line((note, at): (&Note, usize), verifier: &Verifier, signed: &Signed, watch: &dyn Watch) {
    let Some(line) = note.lines().get(signed.line) else {
        return;
    };
    let length = note.text().len();
    let text = match at {
        0 => format!("head -c {length} FILE"),
        at => format!("tail -c +{} FILE | head -c {length}", at + 1),
    };
    let (message, before) = match (verifier.algorithm(), signed.time) {
        (Algorithm::Cosignature, Some(time)) => (
            key::cosigned(note.text(), time),
            format!("printf 'cosignature/v1\\ntime {time}\\n'; "),
        ),
        _ => (note.text().to_owned(), String::new()),
    };
    let signature = match key::timed(line.signature()) {
        Some((_, signature)) if signed.time.is_some() => *signature,
        _ => match line.signature().try_into() {
            Ok(signature) => signature,
            Err(_) => return,
        },
    };
    let (r, s) = halves(&signature);
    let challenge = crate::sig::ed25519::challenge(verifier.key(), &signature);
    let prefix = hex::encode(&challenge.prefix);
    let why = match signed.time {
        None => "Ed25519 signs the text, to its last newline",
        Some(_) => "Ed25519 signs a line of its own, the time, and the text of the checkpoint",
    };
    let step = Step::new(format!("signature {}", signed.line), why)
        .value("name", line.name())
        .value("bytes signed", message.len())
        .value("R", hex::encode(&r))
        .value("S", hex::encode(&s))
        .value(
            "challenge",
            hex::encode(&challenge.with(message.as_bytes())),
        );
    watch.step(&step.check(format!(
        "(printf {prefix} | xxd -r -p; {before}{text}) | sha512sum"
    )));
}

/// The keys, and the lines by them, of a note that stands in its file behind so many bytes.
pub fn opened(
    (note, at): (&Note, usize),
    known_ones: &[Verifier],
    signed: &[Signed],
    watch: &dyn Watch,
) {
    if !watch.narrates() {
        return;
    }
    for one in signed {
        if let Some(verifier) = known_ones.get(one.verifier) {
            known(verifier, watch);
            line((note, at), verifier, one, watch);
        }
    }
}

/// The way from the leaf of an entry to the root, as far as the proof leads.
pub fn climbed(proof: &Proof, leaf: &[u8; 32], watch: &dyn Watch) {
    let Ok(head) = proof.head() else { return };
    if !watch.narrates() {
        return;
    }
    let why = "SHA-256 of a byte 0 and the entry";
    watch.step(&Step::new("leaf", why).value("leaf", hex::encode(leaf)));
    let mut at = *leaf;
    let sides = sides(proof.index, head.size).unwrap_or_default();
    for (level, (left, sibling)) in (1..).zip(sides.into_iter().zip(&proof.path)) {
        let (one, other) = if left { (*sibling, at) } else { (at, *sibling) };
        let why = if left {
            "SHA-256 of a byte 1, the hash of the proof on the left, and ours"
        } else {
            "SHA-256 of a byte 1, ours, and the hash of the proof on the right"
        };
        at = above(&at, left, sibling);
        let (one, other) = (hex::encode(&one), hex::encode(&other));
        let line = format!("printf 01{one}{other} | xxd -r -p | sha256sum");
        let step = Step::new(format!("level {level}"), why).value("node", hex::encode(&at));
        watch.step(&step.check(line));
    }
    let why = "what was found must be the root that is signed";
    let step = Step::new("root", why).value("found", hex::encode(&at));
    watch.step(&step.value("signed", hex::encode(&head.root)));
}
