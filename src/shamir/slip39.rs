//! SLIP-39 (SatoshiLabs, 2017): mnemonics of a secret that is first encrypted under a passphrase,
//! then split among groups, and among the members of each.
//!
//! The members' values lie on a polynomial over GF(256) whose value at 255 is the group's, and whose
//! value at 254 begins with four bytes of a keyed digest of it.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::gf::Field;
use super::join::Refused;
use super::sort::too_few;
use crate::coins::Coins;
use crate::error::{Error, Result, slug};

mod words;

pub use words::is_mnemonic;

/// The smallest secret in bytes.
pub const SMALLEST: usize = 16;
/// The largest secret in bytes that is written. (SLIP-39 sets no bound, but more than 59 words are
/// no help to anyone.)
pub const LARGEST: usize = 64;
/// Most groups, and most members of one.
pub const MOST: u8 = 16;

const FIELD: Field = Field::Aes;
/// Where a polynomial has the secret, and where the digest.
const SECRET_AT: u8 = 255;
const DIGEST_AT: u8 = 254;
const DIGEST: usize = 4;
/// Rounds of the cipher, and PBKDF2's iterations of all rounds together at exponent 0.
const ROUNDS: u8 = 4;
const ITERATIONS: u32 = 10_000;

/// What all mnemonics of one sharing have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Common {
    /// 15 random bits.
    pub identifier: u16,
    /// Whether other sharings of the secret with this passphrase are possible: the identifier does
    /// not go into the encryption.
    pub extendable: bool,
    /// PBKDF2 does 10000 * 2^e iterations.
    pub exponent: u8,
    /// Groups that are needed.
    pub group_threshold: u8,
    /// Groups there are.
    pub groups: u8,
}

/// One mnemonic.
#[derive(Clone, PartialEq, Eq)]
pub struct Mnemonic {
    /// What all have in common.
    pub common: Common,
    /// Which group, from 0.
    pub group: u8,
    /// Which member of it, from 0.
    pub member: u8,
    /// Members of the group that are needed.
    pub threshold: u8,
    /// As many bytes as the secret has.
    pub value: Zeroizing<Vec<u8>>,
}

/// How a secret is split.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Groups that are needed.
    pub group_threshold: u8,
    /// Of each group: members needed, members there are.
    pub groups: Vec<(u8, u8)>,
    /// Whether the sharing is extendable.
    pub extendable: bool,
    /// PBKDF2's exponent, at most 15.
    pub exponent: u8,
}

impl Plan {
    fn check(&self) -> Result<()> {
        let refuse = |wanted: &'static str, found: String| {
            Err(Error::new(slug::OUT_OF_RANGE, wanted, found))
        };
        let count = self.groups.len();
        if count == 0 || count > usize::from(MOST) {
            return refuse("1 to 16 groups", count.to_string());
        }
        if self.group_threshold == 0 || usize::from(self.group_threshold) > count {
            let found = format!("{} of {count}", self.group_threshold);
            return refuse("a threshold no greater than the number of groups", found);
        }
        for (t, n) in &self.groups {
            let found = format!("{t} of {n}");
            if *t == 0 || t > n || *n > MOST {
                return refuse("1 <= T <= N <= 16 in each group", found);
            }
            if *t == 1 && *n > 1 {
                return refuse("1 of 1, not copies of one share", found);
            }
        }
        if self.exponent > 15 {
            return refuse("an exponent of at most 15", self.exponent.to_string());
        }
        Ok(())
    }
}

/// Splits a secret of 16 to 64 bytes, an even number: the mnemonics of each group.
pub fn split(
    secret: &[u8],
    passphrase: &[u8],
    plan: &Plan,
    coins: &mut Coins,
) -> Result<Vec<Vec<Mnemonic>>> {
    plan.check()?;
    if !(SMALLEST..=LARGEST).contains(&secret.len()) || secret.len() % 2 == 1 {
        let wanted = format!(
            "a secret of {SMALLEST}, {}, .. {LARGEST} bytes",
            SMALLEST + 2
        );
        return Err(Error::new(
            slug::OUT_OF_RANGE,
            wanted,
            format!("{} bytes", secret.len()),
        ));
    }
    check_passphrase(passphrase)?;
    let mut identifier = [0; 2];
    coins.fill(&mut identifier);
    let common = Common {
        identifier: u16::from_be_bytes(identifier) & 0x7fff,
        extendable: plan.extendable,
        exponent: plan.exponent,
        group_threshold: plan.group_threshold,
        groups: plan.groups.len() as u8,
    };
    let encrypted = cipher(secret, passphrase, common, false);
    let group_values = spread(&encrypted, plan.group_threshold, common.groups, coins)?;
    let mut all = Vec::new();
    for (group, (value, (threshold, members))) in group_values.iter().zip(&plan.groups).enumerate()
    {
        let values = spread(value, *threshold, *members, coins)?;
        let mnemonics = values
            .into_iter()
            .enumerate()
            .map(|(member, value)| Mnemonic {
                common,
                group: group as u8,
                member: member as u8,
                threshold: *threshold,
                value,
            });
        all.push(mnemonics.collect());
    }
    Ok(all)
}

/// Rebuilds a secret. More mnemonics than needed must fit the others.
pub fn join(
    mnemonics: &[Mnemonic],
    passphrase: &[u8],
) -> std::result::Result<Zeroizing<Vec<u8>>, Refused> {
    check_passphrase(passphrase)?;
    let first = mnemonics
        .first()
        .ok_or_else(|| too_few(0, None, Vec::new()))?;
    let mut kept: Vec<usize> = Vec::new();
    for (i, one) in mnemonics.iter().enumerate() {
        if let Some(error) = stranger(first, one, mnemonics) {
            return Err(Refused {
                blamed: vec![(i, error.clone())],
                error,
            });
        }
        let twin = kept.iter().find_map(|j| {
            let other = mnemonics.get(*j)?;
            (other.group == one.group && other.member == one.member).then_some(other)
        });
        match twin {
            None => kept.push(i),
            Some(other) if other == one => {}
            Some(_) => {
                let wanted = format!("member {} of group {} once", one.member + 1, one.group + 1);
                let error = Error::new(slug::SHARE_TWICE, wanted, "several that differ");
                return Err(Refused {
                    blamed: vec![(i, error.clone())],
                    error,
                });
            }
        }
    }
    let kept: Vec<&Mnemonic> = kept.iter().filter_map(|i| mnemonics.get(*i)).collect();
    let values = group_values(first.common, &kept)?;
    let encrypted = gather(first.common.group_threshold, &values)
        .map_err(|why| Error::new(slug::SHARES_UNFIT, "groups that fit each other", why))?;
    Ok(cipher(&encrypted, passphrase, first.common, true))
}

/// What tells that a mnemonic is of another sharing.
fn stranger(first: &Mnemonic, one: &Mnemonic, all: &[Mnemonic]) -> Option<Error> {
    let (a, b) = (first.common, one.common);
    let mixed = |wanted: String, found: String| Some(Error::new(slug::SHARES_MIXED, wanted, found));
    if (a.identifier, a.extendable, a.exponent) != (b.identifier, b.extendable, b.exponent) {
        return mixed(
            format!("set {}, as the first", set_name(a)),
            format!("set {}", set_name(b)),
        );
    }
    if (a.group_threshold, a.groups) != (b.group_threshold, b.groups) {
        return mixed(
            format!("{} of {} groups, as the first", a.group_threshold, a.groups),
            format!("{} of {}", b.group_threshold, b.groups),
        );
    }
    let of_group = all.iter().find(|other| other.group == one.group)?;
    if of_group.threshold != one.threshold || first.value.len() != one.value.len() {
        return mixed(
            format!(
                "threshold {} and {} bytes",
                of_group.threshold,
                first.value.len()
            ),
            format!("threshold {} and {} bytes", one.threshold, one.value.len()),
        );
    }
    None
}

/// A set as its reports call it: identifier, a mark where it is extendable, exponent.
pub fn set_name(common: Common) -> String {
    let mark = if common.extendable { "x" } else { "" };
    format!("{:04x}{mark}-{}", common.identifier, common.exponent)
}

/// A point of a polynomial: where, and the values.
type Point = (u8, Zeroizing<Vec<u8>>);

/// The values of the groups that are there whole.
fn group_values(common: Common, kept: &[&Mnemonic]) -> std::result::Result<Vec<Point>, Refused> {
    let (mut values, mut lacks) = (Vec::new(), Vec::new());
    for group in 0..MOST {
        let members = kept.iter().filter(|one| one.group == group);
        let points: Vec<Point> = members.map(|one| (one.member, one.value.clone())).collect();
        let of_group = kept.iter().find(|one| one.group == group);
        let Some(threshold) = of_group.map(|one| one.threshold) else {
            continue;
        };
        if points.len() < usize::from(threshold) {
            lacks.push(format!(
                "{} of {threshold} of group {}",
                points.len(),
                group + 1
            ));
            continue;
        }
        let value = gather(threshold, &points).map_err(|why| {
            let wanted = format!("mnemonics of group {} that fit each other", group + 1);
            Error::new(slug::SHARES_UNFIT, wanted, why)
        })?;
        values.push((group, value));
    }
    if values.len() < usize::from(common.group_threshold) {
        let mut found = format!("{}", values.len());
        if !lacks.is_empty() {
            found = format!("{found}; and {}", lacks.join(", "));
        }
        let wanted = format!(
            "{} whole groups of {}",
            common.group_threshold, common.groups
        );
        return Err(Error::new(slug::SHARES_TOO_FEW, wanted, found).into());
    }
    Ok(values)
}

/// The value at `at` of the polynomials through points.
fn value_at(points: &[Point], at: u8) -> Result<Zeroizing<Vec<u8>>> {
    if let Some((_, value)) = points.iter().find(|(x, _)| *x == at) {
        return Ok(value.clone());
    }
    let xs: Vec<u8> = points.iter().map(|(x, _)| *x).collect();
    let weights = FIELD.weights(&xs, at)?;
    let len = points.first().map_or(0, |(_, value)| value.len());
    let mut sum = Zeroizing::new(vec![0; len]);
    for ((_, value), weight) in points.iter().zip(weights) {
        for (to, byte) in sum.iter_mut().zip(value.iter()) {
            *to ^= FIELD.mul(*byte, weight);
        }
    }
    Ok(sum)
}

/// The digest of a value under the random bytes behind it.
fn digest(random: &[u8], value: &[u8]) -> [u8; DIGEST] {
    // A key of any length is taken.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(random) else {
        return [0; DIGEST];
    };
    mac.update(value);
    let whole = mac.finalize().into_bytes();
    whole.first_chunk().copied().unwrap_or_default()
}

/// Splits one value into those of `count` members.
fn spread(value: &[u8], t: u8, count: u8, coins: &mut Coins) -> Result<Vec<Zeroizing<Vec<u8>>>> {
    if t == 1 {
        return Ok((0..count).map(|_| Zeroizing::new(value.to_vec())).collect());
    }
    let len = value.len();
    let mut points: Vec<Point> = (0..t - 2).map(|x| (x, coins.bytes(len))).collect();
    let random = coins.bytes(len - DIGEST);
    let marked = [&digest(&random, value)[..], &random].concat();
    points.push((DIGEST_AT, Zeroizing::new(marked)));
    points.push((SECRET_AT, Zeroizing::new(value.to_vec())));
    (0..count).map(|x| value_at(&points, x)).collect()
}

/// The value of which points are shares: all of them must lie on one polynomial.
fn gather(t: u8, points: &[Point]) -> std::result::Result<Zeroizing<Vec<u8>>, &'static str> {
    let base = points.get(..usize::from(t)).unwrap_or(points);
    for (x, value) in points.iter().skip(usize::from(t)) {
        let foretold = if t == 1 {
            base.first().map(|(_, value)| value.clone())
        } else {
            value_at(base, *x).ok()
        };
        if foretold.as_ref() != Some(value) {
            return Err("one that does not");
        }
    }
    if t == 1 {
        let first = base.first().map(|(_, value)| value.clone());
        return first.ok_or("none");
    }
    let twice = |_| "one twice";
    let value = value_at(base, SECRET_AT).map_err(twice)?;
    let marked = value_at(base, DIGEST_AT).map_err(twice)?;
    let (mark, random) = marked.split_at_checked(DIGEST).ok_or("too short ones")?;
    if bool::from(digest(random, &value).ct_eq(mark)) {
        Ok(value)
    } else {
        Err("a digest that does not fit")
    }
}

fn check_passphrase(passphrase: &[u8]) -> Result<()> {
    if passphrase.iter().all(|byte| (32..=126).contains(byte)) {
        return Ok(());
    }
    let found = "other characters";
    Err(Error::new(
        slug::OUT_OF_RANGE,
        "a passphrase of printable ASCII, as SLIP-39 has it",
        found,
    ))
}

/// The Feistel cipher of four rounds, forwards or backwards.
fn cipher(text: &[u8], passphrase: &[u8], common: Common, backwards: bool) -> Zeroizing<Vec<u8>> {
    let (left, right) = text.split_at(text.len() / 2);
    let mut left = Zeroizing::new(left.to_vec());
    let mut right = Zeroizing::new(right.to_vec());
    let salt = if common.extendable {
        Vec::new()
    } else {
        [&b"shamir"[..], &common.identifier.to_be_bytes()].concat()
    };
    let iterations = (ITERATIONS << common.exponent) / u32::from(ROUNDS);
    for round in 0..ROUNDS {
        let round = if backwards { ROUNDS - 1 - round } else { round };
        let password = Zeroizing::new([&[round], passphrase].concat());
        let salt = Zeroizing::new([&salt[..], &right].concat());
        let mut key = Zeroizing::new(vec![0; right.len()]);
        pbkdf2::pbkdf2_hmac::<Sha256>(&password, &salt, iterations, &mut key);
        for (byte, key) in left.iter_mut().zip(key.iter()) {
            *byte ^= key;
        }
        std::mem::swap(&mut left, &mut right);
    }
    Zeroizing::new([&right[..], &left].concat())
}

#[cfg(test)]
mod tests;
