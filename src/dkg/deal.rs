//! What a member deals: a polynomial (with `hiding` a second one that hides it), the commitments to its
//! coefficients with a proof that its constant is known, and a share for each member, sealed to it. All
//! of it is one message, so that who has the commitments has the sealed shares too.

use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::Terms;
use super::message::{Bare, Body, Deal, Digits, Opening, VERSION};
use super::part::Part;
use super::proof::Claim;
use super::seal::{self, Point, Sealing, Way};
use super::second::Hiding;
use crate::codec::hex;
use crate::coins::Coins;
use crate::error::{Error, Result, slug};
use crate::group::curve::SecretScalar;
use crate::group::{Commitments, Curve, Polynomial};

/// A share of a dealer's secret: the value of the polynomial, and that of the one that hides it.
pub(super) struct Pair<C: Curve> {
    pub(super) a: SecretScalar<C>,
    pub(super) b: Option<SecretScalar<C>>,
}

impl<C: Hiding> Pair<C> {
    /// From the bytes of one number, or of two with `hiding`.
    pub(super) fn read(bytes: &[u8], hiding: bool) -> Option<Self> {
        let (a, b) = bytes.split_at_checked(32)?;
        if b.len() != if hiding { 32 } else { 0 } {
            return None;
        }
        let number = |bytes: &[u8]| {
            let array = Zeroizing::new(<[u8; 32]>::try_from(bytes).ok()?);
            C::scalar_of(&array).map(Zeroizing::new)
        };
        let a = number(a)?;
        let b = if hiding { Some(number(b)?) } else { None };
        Some(Self { a, b })
    }

    /// From one in the open.
    pub(super) fn of_bare(bare: &Bare, hiding: bool) -> Option<Self> {
        let blind = bare.blind.as_ref().map_or(&[][..], |blind| &blind.0);
        Self::read(&Zeroizing::new([&bare.share.0, blind].concat()), hiding)
    }

    pub(super) fn bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(64));
        for number in [Some(&self.a), self.b.as_ref()].into_iter().flatten() {
            bytes.extend_from_slice(C::scalar_bytes(number).as_ref());
        }
        bytes
    }

    /// The same in the open.
    pub(super) fn bare(&self, ceremony: [u8; 32], member: u16, to: u16) -> Bare {
        let digits = |number| Digits(C::scalar_bytes(number).to_vec());
        Bare {
            version: VERSION,
            ceremony,
            member,
            to,
            share: digits(&self.a),
            blind: self.b.as_deref().map(digits),
        }
    }

    /// What it commits to: a*G (+ b*H).
    pub(super) fn committed(&self) -> C::Point {
        committed::<C>(&self.a, self.b.as_deref())
    }

    /// Whether it lies at `x` on what these commit to: a*G (+ b*H) is the sum of x^k times commitment k.
    pub(super) fn fits(&self, x: u16, to: &Commitments<C>) -> bool {
        self.committed() == to.at(x)
    }
}

/// a*G, or a*G + b*H.
fn committed<C: Hiding>(a: &C::Scalar, b: Option<&C::Scalar>) -> C::Point {
    let point = C::public(a);
    b.map_or(point, |b| C::plus(&point, &C::times(&C::second(), b)))
}

/// What is committed to, as a map from the secret numbers.
fn opened<C: Hiding>(numbers: &[C::Scalar]) -> Vec<C::Point> {
    let a = numbers.first();
    a.map(|a| committed::<C>(a, numbers.get(1)))
        .into_iter()
        .collect()
}

/// The same, and before it what is committed to without hiding.
fn both<C: Hiding>(numbers: &[C::Scalar]) -> Vec<C::Point> {
    let mut points: Vec<_> = numbers.first().map(C::public).into_iter().collect();
    points.extend(opened::<C>(numbers));
    points
}

/// The most tries of who steers.
pub(super) const STEERED: u32 = 4096;

/// A member's polynomials in one ceremony.
pub(super) struct Dealt<C: Curve> {
    a: Polynomial<C>,
    b: Option<Polynomial<C>>,
    proof_coins: Coins,
    ceremony: [u8; 32],
    member: u16,
}

impl<C: Hiding> Dealt<C> {
    /// Those of a state. `steered` counts the tries of who looks for a polynomial that pleases.
    /// Where a key is dealt anew the constant is the share of it.
    pub(super) fn of(part: &Part<'_, C>, ceremony: &[u8; 32], steered: u32) -> Self {
        let state = part.state;
        let size = state.terms.size;
        let coins = |what: &str| match steered {
            0 => state.coins(ceremony, what),
            tries => state.coins(ceremony, &format!("{what} {tries}")),
        };
        let b = state.terms.hiding;
        let mut b_coins = coins("hiding polynomial");
        let mut a_coins = coins("polynomial");
        let a = match part.share() {
            None => Polynomial::random(size, &mut a_coins),
            Some(share) => Polynomial::with_constant(share.secret(), size, &mut a_coins),
        };
        Self {
            a,
            b: b.then(|| Polynomial::random(size, &mut b_coins)),
            proof_coins: coins("proof"),
            ceremony: *ceremony,
            member: state.member,
        }
    }

    /// The share of a member.
    pub(super) fn pair(&self, x: u16) -> Pair<C> {
        Pair {
            a: self.a.at(x),
            b: self.b.as_ref().map(|b| b.at(x)),
        }
    }

    /// The public key of its secret.
    pub(super) fn key(&self) -> C::Point {
        self.a.terms().first().map_or_else(C::infinity, C::public)
    }

    /// The secret numbers behind commitment `k`.
    fn numbers(&self, k: usize) -> Zeroizing<Vec<C::Scalar>> {
        let a = self.a.terms().get(k);
        let b = self.b.as_ref().and_then(|b| b.terms().get(k));
        Zeroizing::new(a.into_iter().chain(b).copied().collect())
    }

    fn commitments(&self) -> Vec<C::Point> {
        let all = 0..self.a.terms().len();
        all.flat_map(|k| opened::<C>(&self.numbers(k))).collect()
    }

    /// What all see, with a share sealed to each of these members; some get a wrong one.
    ///
    /// The number to seal with is drawn for all that is in it: whoever deals once more, and otherwise,
    /// seals under other keys.
    pub(super) fn deal(&mut self, part: &Part<'_, C>, to: &[(u16, Point)], wrong: &[u16]) -> Body {
        let points = self.commitments();
        let commitments = encoded::<C>(&points);
        let share = |(to, _): &(u16, Point)| {
            let mut pair = self.pair(*to);
            if wrong.contains(to) {
                *pair.a = *pair.a + C::number(1);
            }
            pair.bytes()
        };
        let shares: Vec<_> = to.iter().map(share).collect();
        let mut all = Sha256::new();
        for point in &commitments {
            all.update(&point.0);
        }
        for share in &shares {
            all.update(share);
        }
        let use_of = format!("sealing of {}", hex::encode(&all.finalize()));
        let mut coins = part.state.coins(&self.ceremony, &use_of);
        let number = Zeroizing::new(Sealing::random(&mut coins));
        let (with, sealing_proof) = seal::begun(&self.ceremony, self.member, &number, &mut coins);
        let sealed = to.iter().zip(&shares).map(|((to, key), share)| {
            let way = Way {
                ceremony: &self.ceremony,
                from: self.member,
                to: *to,
                with: &with,
            };
            Digits(way.seal(&seal::common(&number, key), share))
        });
        let shares = sealed.collect();
        let image = points.get(..1).unwrap_or_default();
        let claim = known::<C>(&self.ceremony, self.member, image);
        let proof = claim.prove(&self.numbers(0), &mut self.proof_coins);
        Body::Deal(Deal {
            version: VERSION,
            ceremony: self.ceremony,
            member: self.member,
            commitments,
            proof,
            sealing: with.compress().to_bytes(),
            sealing_proof,
            shares,
        })
    }

    /// The commitments without hiding, and the proof that they are to the same.
    pub(super) fn opening(&self, settled: [u8; 32], rng: &mut dyn CryptoRng) -> Body {
        let hidden = Commitments::<C>::of(self.commitments());
        let bare = self.a.commitments();
        let factors = factors::<C>(&self.ceremony, self.member, &hidden, &bare);
        let image = [mixed::<C>(&bare, &factors), mixed::<C>(&hidden, &factors)];
        let sum = |terms: &[C::Scalar]| {
            let products = terms.iter().zip(&factors);
            products.fold(C::number(0), |sum, (term, factor)| sum + *term * *factor)
        };
        let b = self.b.as_ref().map(|b| sum(b.terms()));
        let numbers: Vec<_> = std::iter::once(sum(self.a.terms())).chain(b).collect();
        let numbers = Zeroizing::new(numbers);
        let claim = same::<C>(&self.ceremony, self.member, &image);
        Body::Opening(Opening {
            version: VERSION,
            ceremony: self.ceremony,
            member: self.member,
            settled,
            commitments: encoded::<C>(bare.points()),
            proof: claim.prove(&numbers, rng),
        })
    }
}

/// That somebody knows what a commitment is to.
fn known<'a, C: Hiding>(
    ceremony: &'a [u8; 32],
    member: u16,
    image: &'a [C::Point],
) -> Claim<'a, C> {
    Claim {
        what: "the constant is known",
        bound: ceremony,
        member,
        map: &opened::<C>,
        image,
    }
}

/// That two commitments, one of which hides, are to the same number.
fn same<'a, C: Hiding>(ceremony: &'a [u8; 32], member: u16, image: &'a [C::Point]) -> Claim<'a, C> {
    Claim {
        what: "the commitments are to the same",
        bound: ceremony,
        member,
        map: &both::<C>,
        image,
    }
}

/// A random factor for each commitment: where one of them is to another number, so is, but once in
/// 2^250, the sum of all times these.
fn factors<C: Hiding>(
    ceremony: &[u8; 32],
    member: u16,
    hidden: &Commitments<C>,
    bare: &Commitments<C>,
) -> Vec<C::Scalar> {
    let hash = Sha256::new_with_prefix(b"decent dkg factors 1\n")
        .chain_update(C::NAME.name())
        .chain_update(ceremony)
        .chain_update(member.to_be_bytes())
        .chain_update(hidden.bytes())
        .chain_update(bare.bytes());
    let mut coins = Coins::new(&hash.finalize().into());
    hidden
        .points()
        .iter()
        .map(|_| C::random(&mut coins))
        .collect()
}

fn mixed<C: Curve>(points: &Commitments<C>, factors: &[C::Scalar]) -> C::Point {
    let products = points.points().iter().zip(factors);
    let products = products.map(|(point, factor)| C::times(point, factor));
    products.fold(C::infinity(), |sum, product| C::plus(&sum, &product))
}

fn encoded<C: Curve>(points: &[C::Point]) -> Vec<Digits> {
    points
        .iter()
        .map(|point| Digits(C::encode(point)))
        .collect()
}

fn unfit(wanted: impl Into<String>, found: impl Into<String>) -> Error {
    Error::new(slug::DKG_DEAL, wanted.into(), found.into())
}

/// Points of a message: as many as the threshold, each canonical, in the group, not infinity.
fn points<C: Curve>(terms: &Terms, digits: &[Digits]) -> Result<Commitments<C>> {
    let wanted = usize::from(terms.size.t());
    if digits.len() != wanted {
        return Err(unfit(
            format!("{wanted} commitments"),
            digits.len().to_string(),
        ));
    }
    let point = |(k, digits): (usize, &Digits)| {
        let wrong = || {
            unfit(
                format!("a point of {} as commitment {k}", C::NAME.name()),
                "none",
            )
        };
        C::decode(&digits.0).ok_or_else(wrong)
    };
    let points: Result<Vec<_>> = digits.iter().enumerate().map(point).collect();
    Ok(Commitments::of(points?))
}

/// The commitments of a deal, if its proof holds; where a key is dealt anew they must be to the share
/// whose public key is `pinned`.
pub(super) fn read_deal<C: Hiding>(
    terms: &Terms,
    deal: &Deal,
    pinned: Option<C::Point>,
) -> Result<Commitments<C>> {
    let commitments = points::<C>(terms, &deal.commitments)?;
    if pinned.is_some_and(|key| key != commitments.constant()) {
        let wanted = "commitments to the share that the dealer has of the group";
        return Err(unfit(wanted, "others"));
    }
    let image = commitments.points().get(..1).unwrap_or_default();
    let claim = known::<C>(&deal.ceremony, deal.member, image);
    let numbers = if terms.hiding { 2 } else { 1 };
    if !claim.holds(&deal.proof, numbers) {
        let wanted = "a proof that the dealer knows its secret, of this ceremony";
        return Err(unfit(wanted, "one that does not hold"));
    }
    sealed(terms, deal)?;
    Ok(commitments)
}

/// The point that a deal's shares are sealed with.
pub(super) fn with(deal: &Deal) -> Option<Point> {
    Sealing::decode(&deal.sealing)
}

/// Whether there is a sealed share for each member, with a point whose number the dealer knows.
fn sealed(terms: &Terms, deal: &Deal) -> Result<()> {
    let (n, hiding) = (usize::from(terms.size.n()), usize::from(terms.hiding));
    let bytes = 32 * (1 + hiding) + seal::ADDED;
    let whole = |share: &Digits| share.0.len() == bytes;
    if deal.shares.len() != n || !deal.shares.iter().all(whole) {
        let wanted = format!("{n} sealed shares of {bytes} bytes");
        return Err(unfit(wanted, "others"));
    }
    let known = with(deal)
        .is_some_and(|with| seal::is_known(&deal.ceremony, deal.member, with, &deal.sealing_proof));
    if known {
        return Ok(());
    }
    let wanted = "a proof that the dealer knows what it sealed with, of this ceremony";
    Err(unfit(wanted, "one that does not hold"))
}

/// The commitments of an opening, if it is of the same as the deal.
pub(super) fn read_opening<C: Hiding>(
    terms: &Terms,
    opening: &Opening,
    hidden: &Commitments<C>,
) -> Result<Commitments<C>> {
    let bare = points::<C>(terms, &opening.commitments)?;
    let factors = factors::<C>(&opening.ceremony, opening.member, hidden, &bare);
    let image = [mixed::<C>(&bare, &factors), mixed::<C>(hidden, &factors)];
    let claim = same::<C>(&opening.ceremony, opening.member, &image);
    if claim.holds(&opening.proof, 2) {
        return Ok(bare);
    }
    let wanted = "an opening of what was committed to";
    Err(unfit(wanted, "one of something else"))
}
