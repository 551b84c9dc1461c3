//! The equations: nonces as lines in the key, and the point where two of them meet.

use std::collections::BTreeMap;

use curve25519_dalek::edwards::EdwardsPoint;
use curve25519_dalek::scalar::Scalar as Scalar25519;
use k256::elliptic_curve::ff::Field;
use k256::elliptic_curve::group::Group as _;
use k256::elliptic_curve::ops::Reduce;
use k256::elliptic_curve::point::AffineCoordinates;
use k256::elliptic_curve::sec1::ToSec1Point;
use k256::elliptic_curve::{CurveArithmetic, PrimeField};
use zeroize::Zeroizing;

use super::{Found, Kind, Line};
use crate::error::Result;
use crate::sig::ed25519;

/// k = `alpha` + `beta` * d, up to the sign of k.
#[derive(Clone, Copy)]
pub(super) struct Affine<S> {
    pub(super) alpha: S,
    pub(super) beta: S,
}

impl<S: Field> Affine<S> {
    fn at(&self, key: S) -> S {
        self.alpha + self.beta * key
    }

    /// The keys for which two are the same nonce, or one the negative of the other.
    fn meets(&self, other: &Self) -> [Option<S>; 2] {
        let quotient = |above: S, below: S| {
            let below: Option<S> = below.invert().into();
            below.map(|below| above * below)
        };
        [
            quotient(other.alpha - self.alpha, self.beta - other.beta),
            quotient(-(other.alpha + self.alpha), self.beta + other.beta),
        ]
    }

    /// The keys for which this is a known nonce or its negative.
    fn solved(&self, nonce: S) -> [Option<S>; 2] {
        let below: Option<S> = self.beta.invert().into();
        [nonce, -nonce].map(|nonce| below.map(|below| (nonce - self.alpha) * below))
    }
}

/// A curve on which signatures are made.
pub(super) trait Curve {
    type Scalar: Field;
    /// What a signature says of its nonce; `None` where its numbers are out of range.
    fn affine(line: &Line) -> Option<Affine<Self::Scalar>>;
    /// What signatures with this nonce have as their r or R.
    fn nonce(scalar: &Self::Scalar) -> [u8; 32];
    /// The secret and the public key as the line's type has them, of the number that [`Curve::affine`]
    /// calls d.
    fn keys(line: &Line, key: &Self::Scalar) -> (Zeroizing<[u8; 32]>, Vec<u8>);
    /// Whether the line names this public key; `None` where it names none.
    fn named(line: &Line, public_key: &[u8]) -> Option<bool>;
    /// What a key is known by, whichever type of signature it made.
    fn id(public_key: &[u8]) -> Vec<u8>;
    /// d of a key that was found, as [`Curve::affine`] has it of lines that name the key.
    fn known(line: &Line, key: Self::Scalar, public_key: &[u8]) -> Self::Scalar;
}

/// Ed25519.
pub(super) struct Edwards;

impl Curve for Edwards {
    type Scalar = Scalar25519;

    fn affine(line: &Line) -> Option<Affine<Scalar25519>> {
        let alpha = Option::from(Scalar25519::from_canonical_bytes(line.s))?;
        let beta = -ed25519::wide(&line.signed);
        Some(Affine { alpha, beta })
    }

    fn nonce(scalar: &Scalar25519) -> [u8; 32] {
        EdwardsPoint::mul_base(scalar).compress().to_bytes()
    }

    fn keys(_line: &Line, key: &Scalar25519) -> (Zeroizing<[u8; 32]>, Vec<u8>) {
        (Zeroizing::new(key.to_bytes()), Self::nonce(key).to_vec())
    }

    fn named(line: &Line, public_key: &[u8]) -> Option<bool> {
        line.public_key.as_ref().map(|named| named == public_key)
    }

    fn id(public_key: &[u8]) -> Vec<u8> {
        public_key.to_vec()
    }

    fn known(_line: &Line, key: Scalar25519, _public_key: &[u8]) -> Scalar25519 {
        key
    }
}

/// secp256k1 or P-256.
pub(super) struct Weierstrass<C>(std::marker::PhantomData<C>);

/// What the two have in common.
pub(super) trait Sec1: CurveArithmetic {
    /// Big-endian bytes of a scalar; `None` where they are not below the order.
    fn scalar(bytes: &[u8; 32]) -> Option<Self::Scalar>;
    /// The left 32 bytes of a digest, modulo the order.
    fn reduced(digest: &[u8]) -> Self::Scalar;
    /// Its bytes.
    fn bytes(scalar: &Self::Scalar) -> Zeroizing<[u8; 32]>;
    /// x modulo the order, whether y is odd, and the compressed point, of a multiple of the generator.
    fn point(scalar: &Self::Scalar) -> ([u8; 32], bool, Vec<u8>);
    /// The compressed point of a public key.
    fn compressed(sec1: &[u8]) -> Option<Vec<u8>>;
}

macro_rules! sec1 {
    ($module:ident, $curve:ty) => {
        impl Sec1 for $curve {
            fn scalar(bytes: &[u8; 32]) -> Option<Self::Scalar> {
                Option::from($module::Scalar::from_repr((*bytes).into()))
            }

            fn reduced(digest: &[u8]) -> Self::Scalar {
                // Short digests are filled up before, long ones cut behind (SEC 1, 4.1.3).
                let mut bytes = [0; 32];
                let zeros = 32usize.saturating_sub(digest.len());
                for (to, from) in bytes.iter_mut().skip(zeros).zip(digest) {
                    *to = *from;
                }
                <$module::Scalar as Reduce<$module::FieldBytes>>::reduce(&bytes.into())
            }

            fn bytes(scalar: &Self::Scalar) -> Zeroizing<[u8; 32]> {
                Zeroizing::new(scalar.to_repr().into())
            }

            fn point(scalar: &Self::Scalar) -> ([u8; 32], bool, Vec<u8>) {
                let point = $module::ProjectivePoint::mul_by_generator(scalar).to_affine();
                let x = Self::reduced(&point.x());
                let compressed = point.to_sec1_point(true).as_bytes().to_vec();
                (*Self::bytes(&x), point.y_is_odd().into(), compressed)
            }

            fn compressed(sec1: &[u8]) -> Option<Vec<u8>> {
                let key = $module::PublicKey::from_sec1_bytes(sec1).ok()?;
                Some(key.to_sec1_point(true).as_bytes().to_vec())
            }
        }
    };
}
sec1!(k256, k256::Secp256k1);
sec1!(p256, p256::NistP256);

/// Whether a public key is the negative of the one with an even y, which BIP-340 signs by.
fn is_odd(line: &Line) -> bool {
    match line.public_key.as_deref() {
        Some([3, ..]) => true,
        Some(key @ [4, ..]) => key.last().is_some_and(|last| last % 2 == 1),
        _ => false,
    }
}

impl<C: Sec1> Curve for Weierstrass<C> {
    type Scalar = C::Scalar;

    /// The key d is the one whose point has an even y, where the line says which that is.
    fn affine(line: &Line) -> Option<Affine<C::Scalar>> {
        let s = C::scalar(&line.s)?;
        if line.kind == Kind::Bip340 {
            let beta = -C::reduced(&line.signed);
            return Some(Affine { alpha: s, beta });
        }
        let r = C::scalar(&line.r)?;
        let inverse: Option<C::Scalar> = Field::invert(&s).into();
        let inverse = inverse?;
        let beta = r * inverse;
        Some(Affine {
            alpha: C::reduced(&line.signed) * inverse,
            beta: if is_odd(line) { -beta } else { beta },
        })
    }

    fn nonce(scalar: &C::Scalar) -> [u8; 32] {
        C::point(scalar).0
    }

    fn keys(line: &Line, key: &C::Scalar) -> (Zeroizing<[u8; 32]>, Vec<u8>) {
        let odd = line.kind != Kind::Bip340 && is_odd(line);
        let own = if odd { -*key } else { *key };
        let (x, _, compressed) = C::point(&own);
        let public_key = match line.kind {
            Kind::Bip340 => x.to_vec(),
            _ => compressed,
        };
        (C::bytes(&own), public_key)
    }

    fn named(line: &Line, public_key: &[u8]) -> Option<bool> {
        let named = line.public_key.as_deref()?;
        if line.kind == Kind::Bip340 {
            let x = named.get(1..33).filter(|_| named.len() != 32);
            return Some(x.unwrap_or(named) == public_key);
        }
        Some(C::compressed(named).as_deref() == Some(public_key))
    }

    fn id(public_key: &[u8]) -> Vec<u8> {
        let x = public_key.get(1..33).filter(|_| public_key.len() != 32);
        x.unwrap_or(public_key).to_vec()
    }

    fn known(line: &Line, key: C::Scalar, public_key: &[u8]) -> C::Scalar {
        let odd = line.public_key.is_none() && public_key.first() == Some(&3);
        if odd { -key } else { key }
    }
}

/// Tries all groups of signatures with one nonce each, again as long as a key that was found opens
/// another.
pub(super) fn all(
    groups: &[&[Line]],
    most: usize,
    found: &mut impl FnMut(&Found, &[&Line]) -> Result<()>,
) -> Result<()> {
    let of = |wanted: &[Kind]| {
        let is = |group: &&&[Line]| {
            group
                .first()
                .is_some_and(|line| wanted.contains(&line.kind))
        };
        groups.iter().filter(is).copied().collect::<Vec<_>>()
    };
    let bitcoin = of(&[Kind::Ecdsa, Kind::Bip340]);
    Search::<Weierstrass<k256::Secp256k1>>::new(&bitcoin).run(most, found)?;
    Search::<Weierstrass<p256::NistP256>>::new(&of(&[Kind::EcdsaP256])).run(most, found)?;
    Search::<Edwards>::new(&of(&[Kind::Ed25519])).run(most, found)
}

/// A line with what it says.
type Said<'a, C> = (&'a Line, Affine<<C as Curve>::Scalar>);

/// The groups of one curve, and what is known so far.
struct Search<'a, C: Curve> {
    groups: Vec<Vec<Said<'a, C>>>,
    /// Keys that were found, by their ids.
    keys: BTreeMap<Vec<u8>, C::Scalar>,
}

impl<'a, C: Curve> Search<'a, C> {
    fn new(groups: &[&'a [Line]]) -> Self {
        let group = |group: &&'a [Line]| {
            let lines = group.iter();
            lines
                .filter_map(|line| Some((line, C::affine(line)?)))
                .collect()
        };
        Self {
            groups: groups.iter().map(group).collect(),
            keys: BTreeMap::new(),
        }
    }

    fn run(
        mut self,
        most: usize,
        found: &mut impl FnMut(&Found, &[&Line]) -> Result<()>,
    ) -> Result<()> {
        let groups = std::mem::take(&mut self.groups);
        let mut open: Vec<_> = groups.iter().collect();
        loop {
            let before = self.keys.len();
            let mut left = Vec::new();
            for group in open {
                let Some((nonce, by)) = self.opened(group, most) else {
                    left.push(group);
                    continue;
                };
                for said in group {
                    if self.key_of(said.0).is_some() {
                        continue;
                    }
                    let Some(key) = Self::solved(group, by, said, nonce) else {
                        continue;
                    };
                    let other = if said.0.number == by.0.number {
                        by.1
                    } else {
                        by.0
                    };
                    self.tell((said.0, other), key, found)?;
                }
            }
            if left.is_empty() || self.keys.len() == before {
                return Ok(());
            }
            open = left;
        }
    }

    /// The key that a line names, where it was found.
    fn key_of(&self, line: &Line) -> Option<C::Scalar> {
        let id = C::id(line.public_key.as_deref()?);
        self.keys.get(&id).copied()
    }

    /// The nonce of a group, and two lines that give it away.
    fn opened(
        &self,
        group: &[Said<'a, C>],
        most: usize,
    ) -> Option<(C::Scalar, (&'a Line, &'a Line))> {
        let shared = group.first()?.0.r;
        // A key from another group opens this one.
        for (line, affine) in group {
            let nonce = self.key_of(line).map(|key| affine.at(key));
            if let Some(nonce) = nonce.filter(|nonce| C::nonce(nonce) == shared) {
                return Some((nonce, (line, line)));
            }
        }
        // Lines that name one key stand together, for of two keys nothing can be said.
        let mut sorted: Vec<_> = group.iter().collect();
        sorted.sort_by_key(|(line, _)| (line.public_key.clone(), line.number));
        for span in 1..sorted.len().min(most) {
            for pair in sorted.windows(span + 1).take(most * 4) {
                let (Some((a, one)), Some((b, two))) = (pair.first(), pair.last()) else {
                    continue;
                };
                if a.kind != Kind::Ed25519 && differ::<C>(a, b) {
                    continue;
                }
                for key in one.meets(two).into_iter().flatten() {
                    let nonce = one.at(key);
                    if C::nonce(&nonce) == shared {
                        return Some((nonce, (a, b)));
                    }
                }
            }
        }
        None
    }

    /// The key that a line gives once its nonce is known; `None` where it can't be told which of two.
    fn solved(
        group: &[Said<'a, C>],
        by: (&'a Line, &'a Line),
        (line, affine): &Said<'a, C>,
        nonce: C::Scalar,
    ) -> Option<C::Scalar> {
        let candidates: Vec<_> = affine.solved(nonce).into_iter().flatten().collect();
        let named = |key: &&C::Scalar| C::named(line, &C::keys(line, key).1) == Some(true);
        if let Some(key) = candidates.iter().find(named) {
            return Some(*key);
        }
        // A line that names no key, or a false one: one of those that opened the group must agree.
        let agrees = |key: &&C::Scalar| {
            let others = group.iter().filter(|(other, _)| {
                let opens = other.number == by.0.number || other.number == by.1.number;
                opens && other.number != line.number && other.signed != line.signed
            });
            let mut nonces = others.map(|(_, other)| other.at(**key));
            nonces.any(|found| found == nonce || found == -nonce)
        };
        candidates.iter().find(agrees).copied()
    }

    fn tell(
        &mut self,
        (line, other): (&'a Line, &'a Line),
        key: C::Scalar,
        found: &mut impl FnMut(&Found, &[&Line]) -> Result<()>,
    ) -> Result<()> {
        let (private_key, public_key) = C::keys(line, &key);
        let known = C::known(line, key, &public_key);
        if self.keys.insert(C::id(&public_key), known).is_some() {
            return Ok(());
        }
        let mut lines = vec![line.number, other.number];
        lines.sort_unstable();
        lines.dedup();
        let one = Found {
            kind: line.kind,
            false_key: C::named(line, &public_key) == Some(false),
            private_key,
            public_key,
            lines,
            shared: line.r,
        };
        found(&one, &[line, other])
    }
}

/// Whether two lines name two keys.
fn differ<C: Curve>(one: &Line, other: &Line) -> bool {
    match (&one.public_key, &other.public_key) {
        (Some(one), Some(other)) => C::id(one) != C::id(other),
        _ => false,
    }
}
