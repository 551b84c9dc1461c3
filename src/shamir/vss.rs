//! Shares that can be checked: of a scalar of secp256k1, with commitments to the polynomial
//! (Feldman, FOCS '87; Pedersen, CRYPTO '91). Each holder sees by them that their share is right, and
//! that all have shares of one secret.
//!
//! Feldman's commitments are a*G; the first of them is the public key of the secret, which a secret
//! that could be guessed must not have. Pedersen's are a*G + b*H with a second polynomial b, and hide
//! it whatever its size.
//!
//! Body of a share: its scalar; with Pedersen that of b; then 64 bytes of a key and a tag shared over
//! GF(256), as in every share of ours, by which `join` knows the secret when it sees it.

use std::fmt::Write as _;

use k256::{ProjectivePoint, Scalar};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::gf::Field;
use super::join::{Blamed, Refused, subsets};
use super::share::{Header, Kind, damaged};
use super::sort::too_few;
use super::split::{KEY, Threshold};
use crate::codec::hex;
use crate::coins::Coins;
use crate::error::{Error, Place, Result, slug};
use crate::group::{self, Curve, Polynomial, Secp256k1};

/// Bytes of a secret, and of a scalar.
pub const SCALAR: usize = 32;
/// Bytes of a file of commitments, at most.
pub const LARGEST: u64 = 32 << 10;
/// Sets of shares that are tried.
const SUBSETS: usize = 4000;

const FIRST: &str = "decent-commitments 1";
const LABEL: &[u8] = b"decent 2026 shamir vss: second generator of secp256k1";

/// The second generator: the first x that SHA-256 of the label and a counter gives, with even y.
/// Nobody knows its logarithm.
pub fn second_generator() -> ProjectivePoint {
    for counter in 0..=u8::MAX {
        let x = Sha256::new()
            .chain_update(LABEL)
            .chain_update([counter])
            .finalize();
        if let Ok(point) = point_of(&[&[2], &x[..]].concat()) {
            return point;
        }
    }
    ProjectivePoint::GENERATOR
}

fn point_of(bytes: &[u8]) -> Result<ProjectivePoint> {
    let wrong = || {
        Error::new(
            slug::COMMITMENTS,
            "a point of secp256k1, compressed",
            hex::encode(bytes),
        )
    };
    Secp256k1::decode(bytes).ok_or_else(wrong)
}

/// A scalar from its bytes, the most significant first.
fn scalar(bytes: &[u8]) -> Option<Scalar> {
    Secp256k1::scalar_of(bytes.try_into().ok()?)
}

/// Lagrange's weights at 0.
pub(super) fn weights(xs: &[u8]) -> Result<Vec<Scalar>> {
    let members: Vec<u16> = xs.iter().map(|x| u16::from(*x)).collect();
    group::weights::<Secp256k1>(&members)
}

/// A random polynomial of `count` coefficients with that constant.
pub(super) fn random_polynomial(
    constant: Scalar,
    count: u8,
    coins: &mut Coins,
) -> Polynomial<Secp256k1> {
    let mut terms = Zeroizing::new(Vec::with_capacity(count.into()));
    terms.push(constant);
    terms.extend((1..count).map(|_| Secp256k1::random(coins)));
    Polynomial::of(terms)
}

/// The commitments to a polynomial, its constant first.
#[derive(Clone, Debug, PartialEq)]
pub struct Commitments {
    /// [`Kind::Feldman`] or [`Kind::Pedersen`].
    pub kind: Kind,
    points: group::Commitments<Secp256k1>,
}

impl Commitments {
    /// To polynomials `a` and, with Pedersen, `b`.
    pub(super) fn to(
        kind: Kind,
        a: &Polynomial<Secp256k1>,
        b: Option<&Polynomial<Secp256k1>>,
    ) -> Self {
        let points = a.commitments();
        let points = match b {
            None => points,
            Some(b) => {
                let h = second_generator();
                let blinds = b.terms().iter().map(|b| h * b).collect();
                points.plus(&group::Commitments::of(blinds))
            }
        };
        Self { kind, points }
    }

    /// Coefficients, which are as many as the threshold.
    pub fn threshold(&self) -> usize {
        self.points.count()
    }

    /// That to the secret, compressed: with Feldman its public key.
    pub fn constant(&self) -> Vec<u8> {
        Secp256k1::encode(&self.points.constant())
    }

    /// Their sum with others, term by term.
    pub(super) fn plus(&self, other: &Self) -> Self {
        Self {
            kind: self.kind,
            points: self.points.plus(&other.points),
        }
    }

    /// The same with another constant.
    pub(super) fn with_constant_of(self, other: &Self) -> Self {
        let mut points = self.points.points().to_vec();
        if let Some(constant) = points.first_mut() {
            *constant = other.points.constant();
        }
        Self {
            points: group::Commitments::of(points),
            ..self
        }
    }

    /// The file.
    pub fn text(&self) -> String {
        let mut text = format!("{FIRST}\ngroup: secp256k1\nscheme: {}\n", self.kind.name());
        for point in self.points.points() {
            let _ = writeln!(text, "{}", hex::encode(&Secp256k1::encode(point)));
        }
        text
    }

    /// From the file.
    pub fn read(text: &[u8]) -> Result<Self> {
        let wrong = |line: usize, wanted: &'static str, found: &str| {
            let error = Error::new(slug::COMMITMENTS, wanted, format!("{found:?}"));
            error.at(Place::Line(line as u64))
        };
        let text = String::from_utf8_lossy(text);
        let mut lines = text.lines().map(str::trim);
        let first = lines.next().unwrap_or_default();
        if first.starts_with("decent-commitments ") && first != FIRST {
            let found = format!("{first:?}");
            return Err(Error::new(
                slug::UNKNOWN_VERSION,
                "version 1 of commitments",
                found,
            ));
        }
        if first != FIRST {
            return Err(wrong(1, FIRST, first));
        }
        let group = lines.next().unwrap_or_default();
        if group != "group: secp256k1" {
            return Err(wrong(2, "group: secp256k1", group));
        }
        let scheme = lines.next().unwrap_or_default();
        let kind = match scheme.strip_prefix("scheme: ") {
            Some("feldman") => Kind::Feldman,
            Some("pedersen") => Kind::Pedersen,
            _ => return Err(wrong(3, "scheme: feldman or pedersen", scheme)),
        };
        let mut points = Vec::new();
        for (at, line) in lines.enumerate().filter(|(_, line)| !line.is_empty()) {
            let place = Place::Line(at as u64 + 4);
            let bytes = hex::decode(line).map_err(|e| e.at(place.clone()))?;
            points.push(point_of(&bytes).map_err(|e| e.at(place))?);
        }
        if !(2..=255).contains(&points.len()) {
            let found = points.len().to_string();
            return Err(Error::new(slug::COMMITMENTS, "2 to 255 points", found));
        }
        let points = group::Commitments::of(points);
        Ok(Self { kind, points })
    }

    /// The id of the set that these commitments are of: the first 16 bytes of the file's BLAKE3.
    pub fn set(&self) -> [u8; 16] {
        let hash = blake3::hash(self.text().as_bytes());
        hash.as_bytes().first_chunk().copied().unwrap_or_default()
    }

    /// Checks a share: s*G (+ b*H) must be the sum of x^k times commitment k.
    pub fn check(&self, share: &Share) -> Result<()> {
        let header = &share.header;
        let as_wanted =
            header.kind == self.kind && usize::from(header.threshold) == self.threshold();
        if !as_wanted || header.set != self.set() {
            let wanted = format!(
                "a share of set {}, which these commitments are of",
                hex::encode(&self.set())
            );
            let found = format!("one of set {}", hex::encode(&header.set));
            return Err(Error::new(slug::SHARES_MIXED, wanted, found));
        }
        let mut committed = Secp256k1::public(&share.a);
        if let Some(b) = &share.b {
            committed += second_generator() * **b;
        }
        if committed == self.points.at(header.x.into()) {
            return Ok(());
        }
        Err(Error::new(
            slug::SHARES_UNFIT,
            "",
            "it is not on the polynomial that the commitments are of",
        ))
    }
}

/// A share of a scalar.
pub struct Share {
    /// Its header.
    pub header: Header,
    pub(super) a: Zeroizing<Scalar>,
    pub(super) b: Option<Zeroizing<Scalar>>,
    /// Its part of the key and the tag, over GF(256).
    pub(super) marks: Zeroizing<Vec<u8>>,
}

impl Share {
    /// From header and body.
    pub fn read(header: Header, body: &[u8]) -> Result<Self> {
        let scalars = if header.kind == Kind::Pedersen { 2 } else { 1 };
        let (scalars, marks) = body
            .split_at_checked(scalars * SCALAR)
            .ok_or_else(damaged)?;
        if marks.len() != 2 * KEY {
            return Err(damaged());
        }
        let large = || {
            Error::new(
                slug::SHARE_DAMAGED,
                "a scalar of secp256k1",
                "a number past its order",
            )
        };
        let mut scalars = scalars
            .chunks(SCALAR)
            .map(|bytes| scalar(bytes).ok_or_else(large));
        let a = Zeroizing::new(scalars.next().ok_or_else(damaged)??);
        let b = scalars.next().transpose()?.map(Zeroizing::new);
        Ok(Self {
            header,
            a,
            b,
            marks: Zeroizing::new(marks.to_vec()),
        })
    }

    /// The body.
    pub fn body(&self) -> Zeroizing<Vec<u8>> {
        let mut body = Zeroizing::new(Vec::with_capacity(2 * SCALAR + 2 * KEY));
        body.extend_from_slice(&Zeroizing::new(self.a.to_bytes())[..]);
        if let Some(b) = &self.b {
            body.extend_from_slice(&Zeroizing::new(b.to_bytes())[..]);
        }
        body.extend_from_slice(&self.marks);
        body
    }
}

impl Share {
    /// Adds another share, its scalars and its bytes times weights of their own.
    pub(super) fn add(&mut self, other: &Self, scalar: &Scalar, byte: u8) {
        *self.a += *other.a * scalar;
        if let (Some(to), Some(from)) = (&mut self.b, &other.b) {
            **to += **from * scalar;
        }
        for (to, from) in self.marks.iter_mut().zip(other.marks.iter()) {
            *to ^= Field::Aes.mul(*from, byte);
        }
    }
}

/// Splits a scalar: the shares at 1, 2, .. n, and the commitments.
pub fn split(
    secret: &[u8],
    kind: Kind,
    threshold: Threshold,
    coins: &mut Coins,
) -> Result<(Vec<Share>, Commitments)> {
    let found = format!("{} bytes", secret.len());
    let whole = scalar(secret)
        .map(Zeroizing::new)
        .filter(|s| !bool::from(s.is_zero()));
    let secret_scalar = whole.ok_or_else(|| {
        let found = if secret.len() == SCALAR {
            "0, or one past its order".into()
        } else {
            found
        };
        Error::new(slug::OUT_OF_RANGE, "a scalar of secp256k1, 32 bytes", found)
    })?;
    let t = threshold.t();
    let a = random_polynomial(*secret_scalar, t, coins);
    let b = (kind == Kind::Pedersen).then(|| {
        let constant = Secp256k1::random(coins);
        random_polynomial(constant, t, coins)
    });
    let commitments = Commitments::to(kind, &a, b.as_ref());
    let key = coins.bytes(KEY);
    let tag = tag(&key, secret);
    let columns: Vec<Zeroizing<Vec<u8>>> = key
        .iter()
        .chain(&tag)
        .map(|constant| {
            let mut column = coins.bytes(t.into());
            if let Some(first) = column.first_mut() {
                *first = *constant;
            }
            column
        })
        .collect();
    let share = |x: u8| Share {
        header: Header {
            kind,
            field: Field::Aes,
            threshold: t,
            x,
            set: commitments.set(),
        },
        a: a.at(x.into()),
        b: b.as_ref().map(|b| b.at(x.into())),
        marks: Zeroizing::new(
            columns
                .iter()
                .map(|column| Field::Aes.value(column, x))
                .collect(),
        ),
    };
    Ok((threshold.xs().into_iter().map(share).collect(), commitments))
}

fn tag(key: &[u8], secret: &[u8]) -> [u8; KEY] {
    let key = Zeroizing::new(key.first_chunk::<KEY>().copied().unwrap_or_default());
    *blake3::keyed_hash(&key, secret).as_bytes()
}

/// Rebuilds a scalar from shares of one set. With commitments every wrong share is named; without,
/// the tag tells which set of shares is right. Gives the places of wrong ones too.
pub fn join(
    shares: &[Share],
    commitments: Option<&Commitments>,
) -> std::result::Result<(Zeroizing<Vec<u8>>, Blamed), Refused> {
    let Some(first) = shares.first() else {
        return Err(too_few(0, None, Vec::new()));
    };
    let t = first.header.threshold;
    let (mut blamed, mut good) = (Vec::new(), Vec::new());
    for (i, share) in shares.iter().enumerate() {
        match commitments.map_or(Ok(()), |commitments| commitments.check(share)) {
            Ok(()) => good.push(i),
            Err(error) => blamed.push((i, error)),
        }
    }
    if good.len() < usize::from(t) {
        return Err(too_few(good.len(), Some(t), blamed));
    }
    for set in subsets(good.len(), t.into(), SUBSETS) {
        let some: Vec<&Share> = set
            .iter()
            .filter_map(|at| shares.get(*good.get(*at)?))
            .collect();
        let Some(secret) = rebuild(&some)? else {
            continue;
        };
        for (at, i) in good.iter().enumerate().filter(|(at, _)| !set.contains(at)) {
            // One of the set replaced by it must give the same.
            let mut others: Vec<&Share> = some.iter().skip(1).copied().collect();
            others.extend(shares.get(*i));
            let fits = rebuild(&others)?.is_some_and(|other| other == secret);
            if !fits {
                debug_assert!(at < good.len());
                let found = "does not fit the other shares: forged, or changed with its checksum";
                blamed.push((*i, Error::new(slug::SHARES_UNFIT, "", found)));
            }
        }
        return Ok((secret, blamed));
    }
    let found = "a tag that does not fit: at least one of them is forged";
    Err(Refused {
        error: Error::new(slug::SHARES_UNFIT, "shares that fit each other", found),
        blamed,
    })
}

/// The secret of `t` shares, `None` where its tag does not fit.
fn rebuild(shares: &[&Share]) -> Result<Option<Zeroizing<Vec<u8>>>> {
    let xs: Vec<u8> = shares.iter().map(|share| share.header.x).collect();
    let products = shares
        .iter()
        .zip(weights(&xs)?)
        .map(|(share, weight)| *share.a * weight);
    let secret = Zeroizing::new(products.fold(Scalar::ZERO, |sum, product| sum + product));
    let secret = Zeroizing::new(secret.to_bytes().to_vec());
    let mut marks = Zeroizing::new([0; 2 * KEY]);
    for (share, weight) in shares.iter().zip(Field::Aes.weights(&xs, 0)?) {
        for (to, byte) in marks.iter_mut().zip(share.marks.iter()) {
            *to ^= Field::Aes.mul(*byte, weight);
        }
    }
    let (key, wanted) = marks.split_at(KEY);
    let fits = bool::from(tag(key, &secret).ct_eq(wanted));
    Ok(fits.then_some(secret))
}

#[cfg(test)]
mod tests;
