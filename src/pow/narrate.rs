//! What is told of a solved puzzle: the message, its digest, the comparison, the odds.

use std::fmt::Write as _;

use crate::codec::hex;
use crate::watch::{Step, Watch};

use super::goal::Goal;
use super::hash::HashKind;
use super::puzzle::Puzzle;
use super::search::Solution;
use super::stamp::{Rules, Stamp};

/// The longest message that a shell line holds.
const SHORT: usize = 256;

/// Tells how a counter solves a puzzle, after so many tries. Everything is hashed again by the plain
/// crates.
pub fn solved(puzzle: &Puzzle, goal: Goal, solution: &Solution, tries: u64, watch: &dyn Watch) {
    let message = puzzle.message(solution.counter);
    match puzzle {
        Puzzle::Header { .. } => header(&message, watch),
        Puzzle::Message {
            prefix,
            suffix,
            nonce,
            ..
        } => {
            let why = "only the nonce changes from try to try; all else is hashed as it is";
            let step = Step::new("message", why)
                .value("before", format!("{} bytes", prefix.len()))
                .value("nonce", nonce.show(solution.counter))
                .value(
                    "written",
                    hex::encode(nonce.write(solution.counter).as_bytes()),
                )
                .value("behind", format!("{} bytes", suffix.len()));
            watch.step(&step);
        }
    }
    digest(puzzle, &message, solution, watch);
    comparison(goal, solution, watch);
    odds(goal, tries, watch);
}

/// Tells how a stamp is judged.
pub fn stamp(stamp: &Stamp<'_>, rules: &Rules<'_>, watch: &dyn Watch) {
    let text = stamp.text();
    let why =
        "who it is for, when it was made, and the bits that it claims stand in the stamp itself";
    let step = Step::new("stamp", why)
        .value("resource", stamp.resource)
        .value("date", stamp.date)
        .value("claims", stamp.bits.unwrap_or(0));
    watch.step(&step);
    let why =
        "SHA-1 of the whole stamp; what it is worth is what it claims, or nothing if it has less";
    let step = Step::new("digest", why)
        .value("zero bits", stamp.zero_bits())
        .value("worth", stamp.value())
        .value("sha1", hex::encode(&stamp.digest()));
    let line = format!(
        "printf '{}' | openssl dgst -sha1 -r | cut -d' ' -f1",
        octal(text.as_bytes())
    );
    watch.step(&step.check(line));
    let why = "from its date on, for so long, and by the grace before and behind";
    let step = Step::new("validity", why)
        .value("made", stamp.time(rules.now).unwrap_or(0))
        .value("valid for", rules.expiry)
        .value("grace", rules.grace);
    watch.step(&step.value("now", rules.now));
}

/// The 80 bytes of a header, field by field.
fn header(message: &[u8], watch: &dyn Watch) {
    let part = |from: usize, to: usize| hex::encode(message.get(from..to).unwrap_or_default());
    let why = "80 bytes: numbers with the lowest byte first, hashes as SHA-256 gives them";
    let step = Step::new("header", why)
        .value("version", part(0, 4))
        .value("previous", part(4, 36))
        .value("root", part(36, 68))
        .value("time", part(68, 72))
        .value("bits", part(72, 76))
        .value("nonce", part(76, 80));
    watch.step(&step);
    let first = HashKind::Sha256.digest(&[message]);
    let why = "SHA-256 of the 80 bytes; the first 64 are the same for all nonces, and hashed once";
    let step = Step::new("first hash", why).value("sha256", hex::encode(&first));
    let line = format!(
        "printf '{}' | openssl dgst -sha256 -r | cut -d' ' -f1",
        octal(message)
    );
    watch.step(&step.check(line));
}

fn digest(puzzle: &Puzzle, message: &[u8], solution: &Solution, watch: &dyn Watch) {
    let digest = puzzle.digest(solution.counter);
    let (title, why) = match puzzle {
        Puzzle::Header { .. } => (
            "second hash",
            "SHA-256 of that, read with its bytes reversed",
        ),
        Puzzle::Message { .. } => (
            "digest",
            "the nonce proves that somebody tried: it can only be found by trying",
        ),
    };
    let step = Step::new(title, why).value(puzzle.hash().name(), hex::encode(&digest));
    let step = match command(puzzle) {
        Some(command) if message.len() <= SHORT => {
            step.check(format!("printf '{}' | {command}", octal(message)))
        }
        _ => step,
    };
    watch.step(&step);
}

/// The shell line that prints the digest of its input.
fn command(puzzle: &Puzzle) -> Option<String> {
    let openssl = |name: &str| Some(format!("openssl dgst -{name} -r | cut -d' ' -f1"));
    let twice = "openssl dgst -sha256 -binary | openssl dgst -sha256";
    match (puzzle, puzzle.hash()) {
        (Puzzle::Header { .. }, _) => {
            Some(format!("{twice} -binary | xxd -p -c 1 | tac | tr -d '\\n'"))
        }
        (_, HashKind::Sha256) => openssl("sha256"),
        (_, HashKind::Sha256d) => Some(format!("{twice} -r | cut -d' ' -f1")),
        (_, HashKind::Sha1) => openssl("sha1"),
        (_, HashKind::Sha512) => openssl("sha512"),
        (_, HashKind::Blake2b) => openssl("blake2b512"),
        (_, HashKind::Sha3) => openssl("sha3-256"),
        (_, HashKind::Scrypt | HashKind::Argon2id) => None,
    }
}

/// Bytes as the `printf` of any shell takes them.
fn octal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        match byte {
            b if b.is_ascii_alphanumeric() || b" :.,_-@/+=[]{}\"".contains(b) => {
                text.push(char::from(*b));
            }
            b => {
                let _ = write!(text, "\\{b:03o}");
            }
        }
        text
    })
}

fn comparison(goal: Goal, solution: &Solution, watch: &dyn Watch) {
    let digest = hex::encode(&solution.digest);
    let step = match goal {
        Goal::AtMost(target) => {
            let why = "as a number with the highest bit first, the digest is at most the target";
            Step::new("comparison", why)
                .value("target", hex::encode(&target.to_be_bytes()))
                .value("zero bits wanted", target.zero_bits())
                .value("zero bits found", solution.digest.zero_bits())
        }
        Goal::Equals(wanted) => {
            let why = "the maker of the puzzle hid a number, and this is its digest";
            Step::new("comparison", why).value("wanted", hex::encode(&wanted))
        }
    };
    watch.step(&step.value("digest", digest));
}

/// How likely it was to find it so soon.
fn odds(goal: Goal, tries: u64, watch: &dyn Watch) {
    let Some(expected) = goal.expected_tries() else {
        return;
    };
    let why = "each try has the same chance, whatever was tried before: the tries have no memory";
    let step = Step::new("odds", why)
        .value(
            "chance of a try",
            format!("1 in {expected:.0} (2^{:.2})", expected.log2()),
        )
        .value("tries", tries)
        .value("of the expected", format!("{:.2}", tries as f64 / expected))
        .value(
            "luck",
            format!("{:.0}% find it by then", 100.0 * luck(tries, expected)),
        );
    watch.step(&step);
}

/// The chance that so many tries find a solution: `1 - (1 - 1/expected)^tries`.
///
/// ```
/// use decent::pow::narrate::luck;
/// assert!((luck(1 << 20, 1048576.0) - 0.632).abs() < 0.001);
/// ```
pub fn luck(tries: u64, expected: f64) -> f64 {
    -f64::exp_m1(tries as f64 * f64::ln_1p(-1.0 / expected.max(1.0)))
}
