//! A ceremony told: first with powers of 2 modulo 23, small enough to see, then what really was
//! hashed and compared.

use super::message::Kind;
use super::part::Part;
use super::review::Review;
use super::second::Hiding;
use super::step::{Checked, Finished};
use crate::codec::hex;
use crate::error::Result;
use crate::group::Curve;
use crate::watch::{Step, Watch};

/// The prime of the toy, and the order of 2 modulo it.
const PRIME: u32 = 23;
const ORDER: u32 = 11;

fn power(exponent: u32) -> u32 {
    (0..exponent % ORDER).fold(1, |power, _| power * 2 % PRIME)
}

/// The toy: one dealer's line, what it commits to, the share of member 2, and the check.
pub fn toy(watch: &dyn Watch) {
    if !watch.narrates() {
        return;
    }
    let (a, b) = (3, 7);
    let why =
        "first with powers of 2 modulo 23, of which there are 11: a dealer's line, drawn at random";
    watch.step(&Step::new("toy deal", why).value("f(x)", format!("{a} + {b}x modulo {ORDER}")));
    let (one, other) = (power(a), power(b));
    let why = "what all see of it: 2 to the power of each coefficient; the way back is hard with large primes";
    let step = Step::new("toy broadcast", why).value("2^3", one);
    watch.step(
        &step
            .value("2^7", other)
            .check("echo $(( 2*2*2*2*2*2*2 % 23 ))"),
    );
    let share = (a + b * 2) % ORDER;
    let why = "what member 2 alone gets, sealed";
    let step = Step::new("toy share", why).value("f(2)", share);
    watch.step(&step.check("echo $(( (3 + 7*2) % 11 ))"));
    let why =
        "member 2 puts its number into the broadcast; 2 to the power of its share must be the same";
    let step = Step::new("toy check", why).value("2^f(2)", power(share));
    let step = step.value("2^3 * (2^7)^2", one * other * other % PRIME);
    watch.step(&step.check(format!("echo $(( {one} * {other} * {other} % 23 ))")));
}

/// Who takes part, and the id that comes of it. FILE of the shell lines is the folder.
pub fn ceremony<C: Curve>(part: &Part<'_, C>, watch: &dyn Watch) -> Result<()> {
    if !watch.narrates() {
        return Ok(());
    }
    let (state, board, id) = (part.state, part.board, part.ceremony()?);
    for member in state.terms.size.members() {
        let slip = board.slip(Kind::Announcement, member, 0);
        if let (Some(slip), Some(signing)) = (slip, board.signing(member)) {
            let why = "the keys of a member, signed by itself";
            let step =
                Step::new(format!("member {member}"), why).value("signs by", hex::encode(signing));
            let mut step = step.value("digest", hex::encode(&slip.message.digest()));
            let file = String::from_utf8_lossy(&slip.file);
            let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
            if file.chars().all(plain) {
                let signature = "s/,\"signature\":.*/}/";
                let bare = format!("sed '{signature}' FILE/{file} | tr -d '\\n'");
                step = step.check(format!("{bare} | sha256sum"));
            }
            watch.step(&step);
        }
    }
    let why = "the id of the ceremony is the hash of all announcements; every message names it";
    let step = Step::new("ceremony", why).value("sha256", hex::encode(&id));
    watch.step(&step.check(printed(&board.settled_text())));
    Ok(())
}

/// A shell line that hashes these lines.
fn printed(text: &str) -> String {
    let words: Vec<_> = text.lines().map(|line| format!("'{line}'")).collect();
    format!("printf '%s\\n' {} | sha256sum", words.join(" "))
}

/// What was compared for each dealer, and what was found.
pub fn dealers<C: Hiding>(part: &Part<'_, C>, checked: &Checked, watch: &dyn Watch) -> Result<()> {
    if !watch.narrates() {
        return Ok(());
    }
    let review = Review::of(part)?;
    let hex = |point: &C::Point| hex::encode(&C::encode(point));
    for (dealer, found) in &checked.dealers {
        let why = "its proof holds, its share opens, and lies on what it committed to";
        let mut step = Step::new(format!("dealer {dealer}"), why);
        if let Some((committed, wanted)) = review.sides(part.state.member, *dealer) {
            let left = if part.state.terms.hiding {
                "f(i) G + g(i) H"
            } else {
                "f(i) G"
            };
            step = step.value(left, hex(&committed));
            step = step.value("sum of i^k C_k", hex(&wanted));
        }
        let said = match found {
            Ok(()) => "it holds",
            Err(why) => why,
        };
        watch.step(&step.value("found", said));
    }
    Ok(())
}

/// What complaints show of the deals that were voted on: the point that both ends have in common, which
/// opens one share and no other.
pub fn complaints<C: Hiding>(part: &Part<'_, C>, watch: &dyn Watch) -> Result<()> {
    if !watch.narrates() {
        return Ok(());
    }
    let review = Review::of(part)?;
    for (dealer, deal) in &review.deals {
        for (voter, complaint) in review.votes.complaints(*dealer, &deal.digest) {
            let why = "opened to all by its receiver, who proves that this is the key's point";
            let title = format!("share of member {dealer} for {voter}");
            let step = Step::new(title, why).value("Z", hex::encode(&complaint.opens.0));
            let found = match review.shown(part.board, (voter, complaint)) {
                Some(why) => why.words(),
                None => "not so: the proof does not hold, or the share is right",
            };
            watch.step(&step.value("found", found));
        }
    }
    Ok(())
}

/// What the group came of.
pub fn finished<C: Curve>(finished: &Finished<C>, watch: &dyn Watch) {
    if !watch.narrates() {
        return;
    }
    let points = finished.group.commitments().points();
    for (k, point) in points.iter().enumerate() {
        let why = "the sum of what the qualified dealers committed to";
        let step = Step::new(format!("commitment {k}"), why);
        watch.step(&step.value("point", hex::encode(&C::encode(point))));
    }
    let why = "the sum of the shares that the qualified dealers sealed";
    let step = Step::new("share", why);
    let secret = hex::encode(C::scalar_bytes(finished.share.secret()).as_ref());
    watch.step(&step.secret(watch, "s", secret));
    let why = "the hash of all that counted, which all members hold against each other's";
    let step = Step::new("transcript", why).value("sha256", hex::encode(&finished.transcript()));
    watch.step(&step.check(printed(&finished.text)));
}
