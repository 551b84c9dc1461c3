//! Tests of the curve: our map beside blst's, batches beside single checks, and the three ways in
//! which a batch is fast and wrong.

use std::num::NonZeroUsize;

use super::batch::{Asked, Claim, Part, fits, verify};
use super::kernel_field::{Fp, Fp2};
use super::map::{Field, Mapped, carried, mapped, neighbours_added, uncleared};
use super::{G1, G2, Group, Scalar, decode_in_group};
use crate::coins::Coins;
use crate::error::{Error, slug};
use crate::secret::SecretBytes;

const DOMAIN: &[u8] = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";

fn message(number: u64) -> [u8; 32] {
    let mut message = [7; 32];
    message[..8].copy_from_slice(&number.to_be_bytes());
    message
}

fn secret() -> Scalar {
    Scalar::from_bytes(&SecretBytes::<32>::new([5; 32])).unwrap()
}

/// RFC 9380 appendices J.9.1 and J.10.1: the compressed points of the suites' five messages.
#[test]
fn hashes_of_rfc_9380() {
    let lines = include_str!("../../tests/vectors/beacon/rfc9380.txt");
    let mut tested = 0;
    for line in lines.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        let mut next = || words.next().unwrap();
        let (suite, message, point) = (next(), next(), next());
        let message = match message {
            "-" => String::new(),
            long if long.contains('*') => {
                let (start, rest) = long.split_once('+').unwrap();
                let (letter, count) = rest.split_once('*').unwrap();
                start.to_owned() + &letter.repeat(count.parse().unwrap())
            }
            short => short.to_owned(),
        };
        let domain = format!("QUUX-V01-CS02-with-BLS12381{suite}_XMD:SHA-256_SSWU_RO_");
        let (message, domain) = (message.as_bytes(), domain.as_bytes());
        let found = match suite {
            "G1" => G1::hash(message, domain).compress(),
            _ => G2::hash(message, domain).compress(),
        };
        assert_eq!(crate::codec::hex::encode(&found), point, "{line}");
        tested += 1;
    }
    assert_eq!(tested, 10);
}

fn maps_as_blst<G: Group>()
where
    G::Field: Mapped,
{
    let messages: Vec<_> = (0..300).map(message).collect();
    let points: Vec<G> = uncleared(&messages, DOMAIN);
    assert_eq!(points.len(), messages.len());
    let mut outside = 0;
    for (point, message) in points.iter().zip(&messages) {
        assert!(point.cleared() == G::hash(message, DOMAIN));
        outside += u32::from(!point.in_group());
    }
    assert!(outside > 290, "the cofactor is cleared later");
}

#[test]
fn the_map_is_that_of_blst() {
    maps_as_blst::<G1>();
    maps_as_blst::<G2>();
}

/// The branches that no message is known to reach: the map's exception, a point beside itself and
/// beside the one across from it.
fn maps_what_is_rare<G: Group>()
where
    G::Field: Mapped,
{
    let way = G::Field::way();
    let zero = G::Field::zero();
    let uniform = vec![7; G::Field::UNIFORM];
    let points = mapped(&[zero, G::Field::from_uniform(&uniform)], way);
    let meant = |points: &[Option<(G::Field, G::Field)>]| -> Vec<G> {
        let each = carried(points, way).into_iter();
        each.map(G::from_coordinates).collect()
    };
    for p in points.iter().copied() {
        let point = meant(&[Some(p)])[0];
        assert!(!point.is_infinity());
        assert!(G::uncompress(&point.compress()).unwrap() == point);
        for q in points.iter().copied() {
            let across = (q.0, zero.minus(q.1));
            let sums = meant(&neighbours_added(&[p, q, p, across], way));
            let other = meant(&[Some(q)])[0];
            assert!(sums[0] == plus(&point, &other));
            assert!(sums[1] == plus(&point, &other.negated()));
            assert_eq!(sums[1].is_infinity(), p == q);
        }
    }
    assert!(meant(&[None])[0].is_infinity());
}

#[test]
fn rare_branches_of_the_map() {
    maps_what_is_rare::<G1>();
    maps_what_is_rare::<G2>();
}

fn combines<G: Group>() {
    let points: Vec<G> = (0..40).map(|i| G::hash(&message(i), DOMAIN)).collect();
    for count in [0, 1, 2, 31, 32, 40] {
        let mut sum = G::nothing();
        let mut numbers = Vec::new();
        for (i, point) in points.iter().take(count).enumerate() {
            let mut bytes = SecretBytes::<32>::new([0; 32]);
            (bytes[16], bytes[31]) = (200, i as u8 + 1);
            let scalar = Scalar::from_bytes(&bytes).unwrap();
            point.times(&scalar).add_to(&mut sum);
            let mut number: [u8; 16] = bytes[16..].try_into().unwrap();
            number.reverse();
            numbers.push(number);
        }
        assert!(G::combined(&points[..count], &numbers) == G::settled(&sum));
    }
}

#[test]
fn sums_of_multiples() {
    combines::<G1>();
    combines::<G2>();
}

#[test]
fn only_points_of_the_group() {
    let point = G1::generator().times(&secret());
    let good = point.compress();
    assert!(decode_in_group::<G1>(&good, "signature").unwrap() == point);
    let refused = |bytes: &[u8]| decode_in_group::<G1>(bytes, "signature").unwrap_err().slug;
    let mut infinity = vec![0; 48];
    infinity[0] = 0xc0;
    let mut dirty = infinity.clone();
    dirty[47] = 1;
    // x above the prime, which another x below it stands for.
    let mut above = vec![0xff; 48];
    above[0] = 0x9f;
    let mut plain = good.clone();
    plain[0] &= 0x7f;
    let outside = uncleared::<G1>(&[message(1)], DOMAIN)[0].compress();
    for bytes in [
        &infinity,
        &dirty,
        &above,
        &plain,
        &outside,
        &vec![],
        &good[1..].to_vec(),
    ] {
        assert_eq!(refused(bytes), slug::NOT_IN_GROUP);
    }
    assert!(Scalar::from_bytes(&SecretBytes::<32>::new([0; 32])).is_none());
    assert!(Scalar::from_bytes(&SecretBytes::<32>::new([0xff; 32])).is_none());
    let bytes = SecretBytes::<32>::new([9; 32]);
    assert!(Scalar::from_bytes(&bytes).unwrap().to_bytes() == bytes);
}

/// Signatures of the messages 0, 1, .., and a batch of them.
struct Signed<G: Group> {
    key: G::Other,
    messages: Vec<[u8; 32]>,
    signatures: Vec<Vec<u8>>,
}

impl<G: Group> Signed<G>
where
    G::Field: Mapped,
{
    fn new(count: u64) -> Self {
        let messages: Vec<_> = (0..count).map(message).collect();
        let sign = |message: &[u8; 32]| G::hash(message, DOMAIN).times(&secret()).compress();
        Self {
            key: G::Other::generator().times(&secret()),
            signatures: messages.iter().map(sign).collect(),
            messages,
        }
    }

    fn claims(&self) -> Vec<Claim<'_>> {
        let claims = self.messages.iter().zip(&self.signatures);
        claims
            .map(|(message, signature)| Claim {
                signature,
                message: *message,
            })
            .collect()
    }

    fn asked<'a>(&'a self, threads: usize, seed: &'a SecretBytes<32>) -> Asked<'a, G> {
        Asked {
            key: &self.key,
            domain: DOMAIN,
            threads: NonZeroUsize::new(threads).unwrap(),
            seed,
            wrong: || Error::new(slug::BEACON_FORGED, "another", "this"),
        }
    }

    /// The numbers of those that a batch refuses.
    fn bad(&self, threads: usize) -> Vec<usize> {
        let claims = self.claims();
        let seed = SecretBytes::<32>::new([3; 32]);
        let outcomes = verify(&self.asked(threads, &seed), &claims);
        assert_eq!(outcomes.len(), claims.len());
        let each = outcomes.iter().enumerate();
        each.filter_map(|(i, outcome)| outcome.is_err().then_some(i))
            .collect()
    }

    fn point(&self, i: usize) -> G {
        G::uncompress(&self.signatures[i]).unwrap()
    }
}

fn batches<G: Group>(count: u64)
where
    G::Field: Mapped,
{
    let mut signed = Signed::<G>::new(count);
    let last = signed.signatures.len() - 1;
    for threads in [1, 2, 3] {
        assert_eq!(signed.bad(threads), Vec::<usize>::new());
    }
    signed.signatures[3] = signed.signatures[4].clone();
    signed.signatures[last] = vec![0; G::BYTES];
    signed.messages[150][31] ^= 1;
    for threads in [1, 2] {
        assert_eq!(signed.bad(threads), [3, 150, last]);
    }
    signed.signatures.iter_mut().for_each(|one| one[1] ^= 1);
    assert_eq!(signed.bad(2).len(), signed.signatures.len());
}

#[test]
fn a_batch_names_what_is_bad() {
    batches::<G1>(300);
    batches::<G2>(300);
}

/// However many are bad, whoever sends them can't choose much more than a check for each.
#[test]
fn many_bad_ones_cost_little_more_than_one_by_one() {
    let count = 128;
    for (every, most) in [(1, count * 3 / 2), (2, count * 3 / 2), (count, 20)] {
        let mut signed = Signed::<G1>::new(count as u64);
        let other = signed.signatures[1].clone();
        for i in (0..count).step_by(every) {
            signed.signatures[i].clone_from(&other);
        }
        // The other one itself is good in its own place.
        let mut bad: Vec<_> = (0..count).step_by(every).collect();
        bad.retain(|i| *i != 1);
        let seed = SecretBytes::<32>::new([3; 32]);
        let claims = signed.claims();
        let mut coins = Coins::new(&seed);
        let mut part = Part::<G1>::prepared(&signed.asked(1, &seed), &claims, &mut coins);
        let mut asked = 0;
        part.halve(|signatures, hashes| {
            asked += 1;
            fits(&signed.key, signatures, hashes)
        });
        let each = part.outcomes.iter().enumerate();
        let found = each.filter_map(|(i, outcome)| outcome.is_err().then_some(i));
        assert!(found.eq(bad), "every {every}");
        assert!(asked <= most, "{asked} for one in {every}");
    }
}

#[test]
fn a_batch_of_nothing_and_of_one() {
    let mut signed = Signed::<G1>::new(1);
    assert_eq!(signed.bad(2), Vec::<usize>::new());
    signed.messages[0][0] ^= 1;
    assert_eq!(signed.bad(2), [0]);
    assert_eq!(Signed::<G1>::new(0).bad(2), Vec::<usize>::new());
}

/// Fast and wrong, the first way: aggregation without coefficients. Two signatures that changed places
/// have the same sum, and so the plain sum passes; with coefficients both are named.
#[test]
fn sums_without_coefficients_let_swapped_signatures_pass() {
    let mut signed = Signed::<G1>::new(200);
    signed.signatures.swap(20, 90);
    let (mut signatures, mut hashes) = (G1::nothing(), G1::nothing());
    for (i, message) in signed.messages.iter().enumerate() {
        signed.point(i).add_to(&mut signatures);
        G1::hash(message, DOMAIN).add_to(&mut hashes);
    }
    let (signatures, hashes) = (G1::settled(&signatures), G1::settled(&hashes));
    assert!(super::verify(&signatures, &hashes, &signed.key), "fooled");
    assert_eq!(signed.bad(1), [20, 90]);
}

/// A point of order 3 on the curve of G1, outside of the group.
fn torsion() -> G1 {
    // x = 0: y^2 = 4 has the root 2, and such points have order 3.
    let one = Fp::one();
    G1::from_coordinates(Some((Fp::zero(), one.plus(one))))
}

fn plus<G: Group>(one: &G, other: &G) -> G {
    let mut sum = G::nothing();
    one.add_to(&mut sum);
    other.add_to(&mut sum);
    G::settled(&sum)
}

/// Signatures plus a point outside of the group, among few, of which each is asked, and among many.
fn outside_is_named<G: Group>()
where
    G::Field: Mapped,
{
    let stray = uncleared::<G>(&[message(1)], DOMAIN)[0];
    assert!(!stray.in_group());
    for count in [200, 3000] {
        let mut signed = Signed::<G>::new(count);
        for (i, stray) in [(7, stray), (150, stray.negated())] {
            signed.signatures[i] = plus(&signed.point(i), &stray).compress();
        }
        for threads in [1, 2] {
            assert_eq!(signed.bad(threads), [7, 150], "{count}, {threads} threads");
        }
    }
}

#[test]
fn a_batch_names_points_outside_of_the_group() {
    outside_is_named::<G1>();
    outside_is_named::<G2>();
}

/// Fast and wrong, the second way: no check of the group. A point of order 3 pairs to one, so that a
/// signature plus such a point passes the pairing and has another hash: the randomness is chosen.
#[test]
fn without_the_group_check_another_signature_passes() {
    let torsion = torsion();
    assert!(!torsion.in_group());
    assert!(plus(&torsion, &plus(&torsion, &torsion)).is_infinity());
    let mut signed = Signed::<G1>::new(3000);
    let forged = plus(&signed.point(7), &torsion);
    let hash = G1::hash(&signed.messages[7], DOMAIN);
    assert!(super::verify(&forged, &hash, &signed.key), "fooled");
    assert!(forged.compress() != signed.signatures[7]);
    signed.signatures[7] = forged.compress();
    assert_eq!(signed.bad(1), [7]);
    assert_eq!(signed.bad(2), [7]);
    // Two that cancel each other in a plain sum.
    signed.signatures[2500] = plus(&signed.point(2500), &torsion.negated()).compress();
    assert_eq!(signed.bad(1), [7, 2500]);
}

/// Where a denominator of the isogeny is 0 the image is infinity (RFC 9380 section 6.6.3), and the
/// others of the same division are as they would be alone. Those of G2 are powers of x + 6 - 6i.
#[test]
fn the_kernel_of_the_isogeny_goes_to_infinity() {
    let way = Fp2::way();
    let one = Fp::one();
    let six = (0..5).fold(one, |sum, _| sum.plus(one));
    let pole = Fp2::new(Fp::zero().minus(six), six);
    let points = mapped(&[Fp2::one(), Fp2::one().plus(Fp2::one())], way);
    let alone: Vec<_> = points
        .iter()
        .flat_map(|point| carried(&[Some(*point)], way))
        .collect();
    assert!(alone.iter().all(Option::is_some));
    let stray = Some((pole, Fp2::one()));
    let row = [Some(points[0]), stray, None, Some(points[1])];
    assert_eq!(carried(&row, way), [alone[0], None, None, alone[1]]);
}
