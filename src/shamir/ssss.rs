//! The shares of ssss 0.5 (B. Poettering): one element of GF(2^n), a line `NUMBER-HEX`. The secret
//! first goes through a public mixing, and the polynomial has degree t with leading coefficient 1.

use zeroize::Zeroizing;

use super::join::Refused;
use super::sort::too_few;
use super::split::Threshold;
use super::vote::vote;
use super::wide::{Element, Wide};
use crate::codec::hex;
use crate::coins::Coins;
use crate::error::{Error, Result, slug};

/// The largest secret in bytes: 1024 bits.
pub const LARGEST: usize = 128;

/// Shares that are joined at once, at most.
const MOST: usize = 255;

/// Bits below which ssss does not mix.
const MIXED_FROM: usize = 64;

/// One share.
pub struct Share {
    /// Where the polynomial was evaluated, 1 or more.
    pub x: u16,
    /// As many bytes as the level has.
    pub value: Zeroizing<Vec<u8>>,
}

impl Share {
    /// A line as `ssss-combine` takes it: `NUMBER-HEX` or `TOKEN-NUMBER-HEX`.
    ///
    /// ```
    /// use decent::shamir::ssss::Share;
    /// let share = Share::read("2-a8a8").unwrap();
    /// assert_eq!((share.x, &share.value[..]), (2, &[0xa8, 0xa8][..]));
    /// ```
    pub fn read(line: &str) -> Result<Self> {
        let wrong =
            |found: String| Error::new(slug::SHARE, "NUMBER-HEX, as ssss-split prints it", found);
        let (front, digits) = line
            .trim()
            .rsplit_once('-')
            .ok_or_else(|| wrong("no hyphen".into()))?;
        let number = front.rsplit('-').next().unwrap_or(front);
        let x = number.parse().ok().filter(|x| *x > 0);
        let x: u16 = x.ok_or_else(|| wrong(format!("the number {number:?}")))?;
        let value = Zeroizing::new(hex::decode(digits)?);
        if value.is_empty() || value.len() > LARGEST {
            return Err(wrong(format!("{} hex digits", digits.len())));
        }
        if value.len() == 1 && x > 255 {
            return Err(wrong(format!("the number {x}, past 8 bits")));
        }
        Ok(Self { x, value })
    }

    /// The line, its number as wide as that of the last of `n`.
    pub fn line(&self, n: u8) -> String {
        let width = n.to_string().len();
        format!("{:0width$}-{}", self.x, hex::encode(&self.value))
    }
}

/// Whether a text looks like one share of ssss.
pub fn is_share(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok_and(|text| Share::read(text).is_ok())
}

/// Splits a secret at a level of `bits` (8, 16, .. 1024), of which it may be shorter.
pub fn split(
    secret: &[u8],
    bits: usize,
    mixes: bool,
    threshold: Threshold,
    coins: &mut Coins,
) -> Result<Vec<Share>> {
    let field = Wide::new(bits).ok_or_else(|| {
        let wanted = "a secret of 1 to 128 bytes, and a level of 8, 16, .. 1024 bits";
        Error::new(slug::OUT_OF_RANGE, wanted, format!("{bits} bits"))
    })?;
    let size = field.bytes();
    if secret.len() > size || secret.is_empty() {
        let found = format!("{} bytes", secret.len());
        return Err(Error::new(
            slug::OUT_OF_RANGE,
            format!("a secret of 1 to {size} bytes"),
            found,
        ));
    }
    let mut padded = Zeroizing::new(vec![0; size - secret.len()]);
    padded.extend_from_slice(secret);
    if mixes && bits >= MIXED_FROM {
        mix(&mut padded, encipher, false);
    }
    let mut polynomial = Zeroizing::new(vec![Element::from_bytes(&padded)]);
    for _ in 1..threshold.t() {
        polynomial.push(Element::from_bytes(&coins.bytes(size)));
    }
    polynomial.push(Element::small(1));
    let share = |x: u8| Share {
        x: x.into(),
        value: Zeroizing::new(
            field
                .value(&polynomial, &Element::small(x.into()))
                .to_bytes(size),
        ),
    };
    Ok(threshold.xs().into_iter().map(share).collect())
}

/// Rebuilds a secret from `t` shares or more; of more, up to (k - t)/2 wrong ones are found. Gives
/// as many bytes as the level has, and the places of wrong shares.
pub fn join(
    shares: &[Share],
    t: u8,
    mixes: bool,
) -> std::result::Result<(Zeroizing<Vec<u8>>, Vec<usize>), Refused> {
    let size = shares.first().map_or(0, |share| share.value.len());
    let field = Wide::new(size * 8).ok_or_else(|| too_few(0, Some(t), Vec::new()))?;
    one_set(shares, size)?;
    let count = usize::from(t);
    if shares.len() < count {
        return Err(too_few(shares.len(), Some(t), Vec::new()));
    }
    let xs: Vec<Element> = shares.iter().map(|share| Element::small(share.x)).collect();
    // The leading term is known: without it t points are enough.
    let ys: Vec<Element> = shares
        .iter()
        .zip(&xs)
        .map(|(share, x)| {
            let power = (1..count).fold(*x, |power, _| field.times(&power, x));
            Element::from_bytes(&share.value).plus(&power)
        })
        .collect();
    let at = |base: &[usize], at: &Element| {
        let of = |all: &[Element]| {
            base.iter()
                .filter_map(|i| all.get(*i).copied())
                .collect::<Vec<_>>()
        };
        let weights = field.weights(&of(&xs), at)?;
        let products = weights
            .iter()
            .zip(of(&ys))
            .map(|(weight, y)| field.times(&y, weight));
        Some(products.fold(Element::default(), |sum, product| sum.plus(&product)))
    };
    let agree = |base: &[usize], i: usize| {
        let (Some(x), Some(y)) = (xs.get(i), ys.get(i)) else {
            return false;
        };
        at(base, x).is_some_and(|found| found == *y)
    };
    let (base, wrong) = vote(shares.len(), count, agree).ok_or_else(|| {
        let found = "that more than half of what is too many does not fit";
        Error::new(slug::SHARES_UNFIT, "shares that fit each other", found)
    })?;
    let secret = at(&base, &Element::default()).unwrap_or_default();
    let mut bytes = Zeroizing::new(secret.to_bytes(size));
    if mixes && size * 8 >= MIXED_FROM {
        mix(&mut bytes, decipher, true);
    }
    Ok((bytes, wrong))
}

/// Refuses shares of several levels, or twice at one place.
fn one_set(shares: &[Share], size: usize) -> std::result::Result<(), Refused> {
    let blame = |i: usize, error: Error| Refused {
        blamed: vec![(i, error.clone())],
        error,
    };
    if shares.len() > MOST {
        let found = shares.len().to_string();
        return Err(Error::new(slug::OUT_OF_RANGE, format!("at most {MOST} shares"), found).into());
    }
    for (i, share) in shares.iter().enumerate() {
        if share.value.len() != size {
            let found = format!("{} bits", share.value.len() * 8);
            return Err(blame(
                i,
                Error::new(slug::SHARES_MIXED, format!("{} bits", size * 8), found),
            ));
        }
        if shares.iter().take(i).any(|other| other.x == share.x) {
            let wanted = format!("share {} once", share.x);
            return Err(blame(i, Error::new(slug::SHARE_TWICE, wanted, "it twice")));
        }
    }
    Ok(())
}

/// A step of the mixing on two words.
type Step = fn([u32; 2]) -> [u32; 2];

const DELTA: u32 = 0x9e37_79b9;

/// XTEA (Needham and Wheeler 1997) under a key of zeros.
fn encipher([mut a, mut b]: [u32; 2]) -> [u32; 2] {
    let mut sum = 0u32;
    for _ in 0..32 {
        a = a.wrapping_add((b << 4 ^ b >> 5).wrapping_add(b) ^ sum);
        sum = sum.wrapping_add(DELTA);
        b = b.wrapping_add((a << 4 ^ a >> 5).wrapping_add(a) ^ sum);
    }
    [a, b]
}

fn decipher([mut a, mut b]: [u32; 2]) -> [u32; 2] {
    let mut sum = DELTA.wrapping_mul(32);
    for _ in 0..32 {
        b = b.wrapping_sub((a << 4 ^ a >> 5).wrapping_add(a) ^ sum);
        sum = sum.wrapping_sub(DELTA);
        a = a.wrapping_sub((b << 4 ^ b >> 5).wrapping_add(b) ^ sum);
    }
    [a, b]
}

/// Where byte `at` of the least significant first stands while it is mixed: words of 16 bits, the
/// least significant first, each with its upper byte first; a byte that is alone at the end stays.
const fn place(at: usize, size: usize) -> usize {
    if at + 1 == size && size % 2 == 1 {
        at
    } else {
        at ^ 1
    }
}

/// 20 rounds of slices of 8 bytes, every second place, round the end.
fn mix(bytes: &mut [u8], step: Step, backwards: bool) {
    let size = bytes.len();
    let mut placed = Zeroizing::new(vec![0; size]);
    for (at, byte) in bytes.iter().rev().enumerate() {
        if let Some(to) = placed.get_mut(place(at, size)) {
            *to = *byte;
        }
    }
    let rounds = 40 * size / 2;
    for round in 0..rounds {
        let round = if backwards { rounds - 1 - round } else { round };
        slice(&mut placed, 2 * round, step);
    }
    for (at, byte) in bytes.iter_mut().rev().enumerate() {
        *byte = placed.get(place(at, size)).copied().unwrap_or(0);
    }
}

fn slice(placed: &mut [u8], start: usize, step: Step) {
    let size = placed.len().max(1);
    let word = |placed: &[u8], from: usize| {
        let byte = |i: usize| placed.get((start + from + i) % size).copied().unwrap_or(0);
        u32::from_be_bytes(std::array::from_fn(byte))
    };
    let done = step([word(placed, 0), word(placed, 4)]);
    let bytes = done.into_iter().flat_map(u32::to_be_bytes);
    for (i, byte) in bytes.enumerate() {
        if let Some(to) = placed.get_mut((start + i) % size) {
            *to = byte;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_comes_back_with_and_without_mixing() {
        for size in 1..=LARGEST {
            let secret: Vec<u8> = (0..size).map(|i| (i * 7 + 1) as u8).collect();
            for mixes in [true, false].into_iter().skip(usize::from(size % 16 != 0)) {
                let threshold = Threshold::new(2, 3).expect("2 of 3");
                let mut coins = Coins::new(&[size as u8; 32]);
                let shares = split(&secret, size * 8, mixes, threshold, &mut coins).expect("split");
                let lines: Vec<_> = shares.iter().skip(1).map(|share| share.line(3)).collect();
                let read: Vec<_> = lines
                    .iter()
                    .map(|l| Share::read(l).expect("read"))
                    .collect();
                let (found, wrong) = join(&read, 2, mixes).expect("joined");
                assert_eq!((&found[..], wrong), (&secret[..], vec![]), "{size}");
            }
        }
    }

    /// Made by ssss-split 0.5: `printf 'hello world' | ssss-split -t 2 -n 3 -q`
    #[test]
    fn shares_of_the_program_itself() {
        let lines = [
            "1-17cac2801bcf914bf29f95",
            "2-a8a8f3b97e90a8b92043b2",
            "3-3d891cae5da5bfe891f7ee",
        ];
        let shares: Vec<_> = lines
            .iter()
            .map(|l| Share::read(l).expect("read"))
            .collect();
        assert_eq!(
            &join(&shares, 2, true).expect("joined").0[..],
            b"hello world"
        );
        assert_ne!(
            &join(&shares, 2, false).expect("joined").0[..],
            b"hello world"
        );
    }

    #[test]
    fn a_wrong_share_of_four_is_found_and_others_are_named() {
        let threshold = Threshold::new(2, 4).expect("2 of 4");
        let mut shares =
            split(b"secret", 128, true, threshold, &mut Coins::new(&[1; 32])).expect("split");
        shares[1].value[3] ^= 1;
        let (secret, wrong) = join(&shares, 2, true).expect("joined");
        assert_eq!((&secret[10..], wrong), (&b"secret"[..], vec![1]));
        shares.truncate(3);
        assert_eq!(
            join(&shares, 2, true)
                .map(|_| ())
                .expect_err("one of three")
                .error
                .slug,
            slug::SHARES_UNFIT
        );
        assert_eq!(
            join(&shares[..1], 2, true)
                .map(|_| ())
                .expect_err("one")
                .error
                .slug,
            slug::SHARES_TOO_FEW
        );
        shares[1].x = 1;
        assert_eq!(
            join(&shares, 2, true)
                .map(|_| ())
                .expect_err("twice")
                .error
                .slug,
            slug::SHARE_TWICE
        );
        for line in ["", "1", "x-aa", "0-aa", "1-a", "1-", "1-xy", "300-aa"] {
            assert!(Share::read(line).is_err(), "{line}");
        }
    }
}
