//! Randomness by commitments: everybody commits to a secret, then all reveal, and the secrets mix. The
//! one who reveals last sees both outcomes, with and without, and may stay silent: one bit of bias for
//! each silent one at the end. As in Ethereum's RANDAO, the contributions are joined by xor.

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
fn check_name(name: &str) -> Result<()> {
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
    members: Vec<(String, [u8; 32], Option<[u8; 32]>)>,
}

impl Mix {
    /// Of the commitments, each with its name; no name twice.
    pub fn new(commitments: Vec<(String, [u8; 32])>) -> Result<Self> {
        let mut members: Vec<(String, [u8; 32], Option<[u8; 32]>)> = Vec::new();
        for (name, commitment) in commitments {
            check_name(&name)?;
            if members.iter().any(|(known, _, _)| *known == name) {
                let found = format!("{name:?} twice");
                return Err(Error::new(slug::RANDAO, "each name once", found));
            }
            members.push((name, commitment, None));
        }
        if members.is_empty() {
            return Err(Error::new(slug::RANDAO, "a commitment", "none"));
        }
        Ok(Self { members })
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
        let member = self.members.iter_mut().find(|(known, _, _)| known == name);
        match member {
            None => wrong("a secret of somebody who committed"),
            Some((_, commitment, _)) if *commitment != own => {
                wrong("the secret that was committed to")
            }
            Some((_, _, Some(_))) => wrong("each secret once"),
            Some((_, _, revealed)) => {
                *revealed = Some(contribution(secret));
                Ok(())
            }
        }
    }

    /// Who has not revealed.
    pub fn missing(&self) -> Vec<&str> {
        let silent = self
            .members
            .iter()
            .filter(|(_, _, revealed)| revealed.is_none());
        silent.map(|(name, _, _)| &**name).collect()
    }

    /// The xor of all that was revealed.
    pub fn value(&self) -> [u8; 32] {
        let revealed = self.members.iter().filter_map(|(_, _, revealed)| *revealed);
        revealed.fold([0; 32], |sum, one| xor(&sum, &one))
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
        for (name, _, revealed) in &self.members {
            let Some(revealed) = revealed else { continue };
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
