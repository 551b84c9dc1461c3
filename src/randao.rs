//! Randomness by commitments: everybody commits to a secret, then all reveal, and the secrets mix. The
//! one who reveals last sees both outcomes, with and without, and may stay silent: one bit of bias for
//! each silent one at the end. As in Ethereum's RANDAO, the contributions are joined by xor.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::watch::{Step, Watch};

/// Bytes of a secret at least: fewer could be guessed from the commitment.
pub const LEAST: usize = 16;
/// Bytes of a secret at most.
pub const MOST: usize = 4096;
/// What is hashed before the name, so that no other hash is a commitment.
const TAG: &str = "decent randao";

/// A name that stands in a line of a list: something, in one line, without blanks at its ends.
pub fn check_name(name: &str) -> Result<()> {
    let good = !name.is_empty()
        && name.trim() == name
        && !name.contains(|c: char| c.is_control() || c == '\\');
    if good && name.len() <= 200 {
        return Ok(());
    }
    Err(Error::new(
        slug::RANDAO,
        "a name of one line",
        format!("{name:?}"),
    ))
}

/// SHA-256 of a tag, the name and the secret: nobody can pass another's commitment off as their own.
///
/// ```
/// use decent::randao::{Mix, commitment};
/// let [anna, ben] = [[1; 32], [2; 32]];
/// let list = [("anna", anna), ("ben", ben)].map(|(n, s)| (n.to_owned(), commitment(n, &s).unwrap()));
/// let mut mix = Mix::new(list.into()).unwrap();
/// mix.reveal("ben", &ben).unwrap();
/// assert_eq!(mix.missing(), ["anna"]);
/// assert!(mix.reveal("anna", &ben).is_err());
/// mix.reveal("anna", &anna).unwrap();
/// assert!(mix.missing().is_empty());
/// ```
pub fn commitment(name: &str, secret: &[u8]) -> Result<[u8; 32]> {
    check_name(name)?;
    if !(LEAST..=MOST).contains(&secret.len()) {
        let wanted = format!("a secret of {LEAST} to {MOST} bytes");
        let found = format!("{} bytes", secret.len());
        return Err(Error::new(slug::RANDAO, wanted, found));
    }
    let digest = Sha256::new_with_prefix(format!("{TAG}\n{name}\n")).chain_update(secret);
    Ok(digest.finalize().into())
}

/// What a secret adds to the mix.
fn contribution(secret: &[u8]) -> [u8; 32] {
    Sha256::digest(secret).into()
}

fn xor(one: &[u8; 32], other: &[u8; 32]) -> [u8; 32] {
    let mut both = *one;
    for (to, from) in both.iter_mut().zip(other) {
        *to ^= from;
    }
    both
}

/// A round: who committed to what, and what each has revealed.
#[derive(Clone, Debug)]
pub struct Mix {
    members: Vec<Member>,
    /// Where each name stands.
    places: HashMap<String, usize>,
    /// What was revealed, in the order in which it was: by whom, and what it adds.
    revealed: Vec<(usize, [u8; 32])>,
}

#[derive(Clone, Debug)]
struct Member {
    name: String,
    commitment: [u8; 32],
    silent: bool,
}

impl Mix {
    /// Of the commitments, each with its name; no name twice.
    pub fn new(commitments: Vec<(String, [u8; 32])>) -> Result<Self> {
        let mut members = Vec::with_capacity(commitments.len());
        let mut places = HashMap::with_capacity(commitments.len());
        for (name, commitment) in commitments {
            check_name(&name)?;
            if places.insert(name.clone(), members.len()).is_some() {
                let found = format!("{name:?} twice");
                return Err(Error::new(slug::RANDAO, "each name once", found));
            }
            members.push(Member {
                name,
                commitment,
                silent: true,
            });
        }
        if members.is_empty() {
            return Err(Error::new(slug::RANDAO, "a commitment", "none"));
        }
        Ok(Self {
            members,
            places,
            revealed: Vec::new(),
        })
    }

    /// Takes a secret, if it is what its name committed to.
    pub fn reveal(&mut self, name: &str, secret: &[u8]) -> Result<()> {
        let wrong = |wanted: &'static str| {
            Err(Error::new(
                slug::RANDAO,
                wanted,
                format!("that of {name:?}"),
            ))
        };
        let own = commitment(name, secret)?;
        let place = self.places.get(name).copied();
        let Some((place, member)) = place.and_then(|at| Some((at, self.members.get_mut(at)?)))
        else {
            return wrong("a secret of somebody who committed");
        };
        if member.commitment != own {
            return wrong("the secret that was committed to");
        }
        if !std::mem::replace(&mut member.silent, false) {
            return wrong("each secret once");
        }
        self.revealed.push((place, contribution(secret)));
        Ok(())
    }

    /// Who has not revealed.
    pub fn missing(&self) -> Vec<&str> {
        let silent = self.members.iter().filter(|member| member.silent);
        silent.map(|member| &*member.name).collect()
    }

    /// The xor of all that was revealed; where nobody revealed there is none.
    pub fn value(&self) -> Result<[u8; 32]> {
        let revealed = self.revealed.iter().map(|(_, one)| *one);
        let none = || Error::new(slug::RANDAO, "a secret of somebody who committed", "none");
        revealed.reduce(|sum, one| xor(&sum, &one)).ok_or_else(none)
    }

    /// Tells how the mix comes about, and what the one who reveals last could choose from.
    pub fn tell(&self, watch: &dyn Watch) {
        if !watch.narrates() {
            return;
        }
        let why = "first with numbers of four bits: contributions are joined by xor";
        let step = Step::new("toy mix", why).value(
            "5 ^ 12 ^ 9",
            [5u8, 12, 9].iter().fold(0, |sum, one| sum ^ one),
        );
        watch.step(&step.check("echo $(( 5 ^ 12 ^ 9 ))"));
        let mut sum = [0; 32];
        let mut before = sum;
        for (place, revealed) in &self.revealed {
            let name = self.members.get(*place).map_or("", |member| &*member.name);
            before = sum;
            sum = xor(&sum, revealed);
            let why = format!("{name} reveals; the hash of the secret joins");
            let step = Step::new("reveal", why).value("sha256", hex::encode(revealed));
            watch.step(&step.value("mix", hex::encode(&sum)));
        }
        let why = "whoever reveals last knows both outcomes, and by silence chooses the other";
        let step = Step::new("last", why)
            .value("silent", hex::encode(&before))
            .value("revealed", hex::encode(&sum));
        watch.step(&step);
    }
}

/// The lines of a list: 2 * `bytes` hex digits, two blanks, a name.
pub fn lines(text: &str, bytes: Option<usize>) -> Result<Vec<(String, Vec<u8>)>> {
    let mut all = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim_end_matches('\r');
        if line.trim().is_empty() {
            continue;
        }
        let wrong = || {
            let error = Error::new(
                slug::RANDAO,
                "hex digits, two blanks and a name",
                "another line",
            );
            error.at(Place::Line(number))
        };
        let (digits, name) = line.split_once("  ").ok_or_else(wrong)?;
        let value = hex::decode(digits).map_err(|_| wrong())?;
        if bytes.is_some_and(|bytes| value.len() != bytes) {
            return Err(wrong());
        }
        all.push((name.to_owned(), value));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[derive(Default)]
    struct Ear(Mutex<Vec<Step>>);

    impl Watch for Ear {
        fn narrates(&self) -> bool {
            true
        }
        fn step(&self, step: &Step) {
            self.0.lock().unwrap().push(step.clone());
        }
    }

    const NAMES: [&str; 3] = ["anna", "ben", "carl"];

    fn secret(name: &str) -> Vec<u8> {
        name.repeat(LEAST).into_bytes()
    }

    fn mix() -> Mix {
        let bound = NAMES.map(|name| (name.into(), commitment(name, &secret(name)).unwrap()));
        Mix::new(bound.into()).unwrap()
    }

    /// The choice is that of who revealed last, wherever they stand in the list.
    #[test]
    fn the_last_is_who_revealed_last() {
        let mut mix = mix();
        for name in ["carl", "ben", "anna"] {
            mix.reveal(name, &secret(name)).unwrap();
        }
        let ear = Ear::default();
        mix.tell(&ear);
        let steps = ear.0.into_inner().unwrap();
        let reveals = steps.iter().filter(|step| step.title == "reveal");
        let first: Vec<_> = reveals.map(|step| &step.why[..4]).collect();
        assert_eq!(first, ["carl", "ben ", "anna"]);
        let mut silent = self::mix();
        for name in ["ben", "carl"] {
            silent.reveal(name, &secret(name)).unwrap();
        }
        let outcomes = [silent.value(), mix.value()].map(|value| hex::encode(&value.unwrap()));
        let last = steps.last().unwrap().values.iter();
        assert!(last.map(|(_, value)| value).eq(&outcomes));
        assert_eq!(silent.missing(), ["anna"]);
    }

    #[test]
    fn nothing_revealed_is_no_mix() {
        assert_eq!(mix().missing(), NAMES);
        assert_eq!(mix().value().unwrap_err().slug, slug::RANDAO);
    }

    #[test]
    fn names_and_secrets_once() {
        let mut mix = mix();
        mix.reveal("ben", &secret("ben")).unwrap();
        for (name, said) in [("ben", "ben"), ("anna", "ben"), ("dora", "dora")] {
            let error = mix.reveal(name, &secret(said)).unwrap_err();
            assert_eq!(error.slug, slug::RANDAO);
        }
        assert_eq!(mix.missing(), ["anna", "carl"]);
        let twice = ["anna", "anna"].map(|name| (name.to_owned(), [0; 32]));
        assert!(Mix::new(twice.into()).is_err());
    }
}
