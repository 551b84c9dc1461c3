//! Tests of one's own beacons: every scheme, any t members, cheaters named.

use super::*;
use crate::beacon::verify::Row;
use crate::coins::Coins;
use crate::group::{Bls12381G1, Bls12381G2, Curve, Polynomial, Threshold};
use crate::watch::Deaf;

/// A group of 5 of whom 3 are needed, with all shares.
fn group(scheme: Scheme, seed: u8) -> (AnyGroup, Vec<AnyShare>) {
    fn made<C: Curve>(
        seed: u8,
        group: fn(Group<C>) -> AnyGroup,
        share: fn(Share<C>) -> AnyShare,
    ) -> (AnyGroup, Vec<AnyShare>) {
        let size = Threshold::new(3, 5).unwrap();
        let polynomial = Polynomial::<C>::random(size, &mut Coins::new(&[seed; 32]));
        let own = Group::of(size, polynomial.commitments()).unwrap();
        let shares = size
            .members()
            .map(|i| Share::of(&own, i, &polynomial).unwrap());
        let shares = shares.map(share).collect();
        (group(own), shares)
    }
    match curve(scheme).unwrap() {
        CurveName::Bls12381G1 => {
            made::<Bls12381G1>(seed, AnyGroup::Bls12381G1, AnyShare::Bls12381G1)
        }
        _ => made::<Bls12381G2>(seed, AnyGroup::Bls12381G2, AnyShare::Bls12381G2),
    }
}

const SCHEMES: [Scheme; 4] = [
    Scheme::Chained,
    Scheme::Unchained,
    Scheme::OnG1,
    Scheme::Rfc9380,
];

fn ours(group: &AnyGroup, scheme: Scheme) -> Chain {
    chain(group, scheme, (30, 1_700_000_000), "ours".into()).unwrap()
}

/// The same with random multiples of a seed that stays.
fn join(
    chain: &Chain,
    group: &AnyGroup,
    partials: &[Partial],
) -> std::result::Result<Joined, Refused> {
    super::join(chain, group, partials, &mut Coins::new(&[4; 32]), &Deaf)
}

fn slugs(bad: &[(usize, Error)]) -> Vec<(usize, crate::Slug)> {
    bad.iter().map(|(at, error)| (*at, error.slug)).collect()
}

#[test]
fn any_t_members_make_the_same_beacon() {
    for scheme in SCHEMES {
        let (group, shares) = group(scheme, 1);
        let chain = ours(&group, scheme);
        let (mut previous, mut row) = (None, Row::default());
        for round in 1..4 {
            let all: Vec<Partial> = shares
                .iter()
                .map(|share| sign(&chain, share, round, previous.as_deref(), &Deaf).unwrap())
                .collect();
            for (at, one) in all.iter().enumerate() {
                assert_eq!(Partial::read(one.text().as_bytes()).as_ref(), Ok(one));
                assert_eq!(one.bytes()[..2], [0, at as u8]);
            }
            let mut made = Vec::new();
            for members in [[0, 1, 2], [4, 2, 0], [1, 3, 4]] {
                let partials = members.map(|at| all[at].clone());
                let joined = join(&chain, &group, &partials).unwrap();
                assert!(joined.blamed.is_empty());
                made.push(joined.beacon);
            }
            assert!(made.iter().all(|one| *one == made[0]));
            let beacon = made.swap_remove(0);
            assert_eq!(Beacon::read(beacon.text().as_bytes()).as_ref(), Ok(&beacon));
            assert_eq!(row.follows(&beacon), Ok(()));
            assert_eq!(beacon.previous.is_some(), scheme.is_chained());
            previous = scheme.is_chained().then(|| beacon.signature.to_vec());
        }
    }
}

#[test]
fn cheaters_are_named_and_left_out() {
    for scheme in SCHEMES {
        let (group, shares) = group(scheme, 1);
        let chain = ours(&group, scheme);
        let sign = |at: usize, round| sign(&chain, &shares[at], round, None, &Deaf);
        let round = if scheme.is_chained() { 1 } else { 9 };
        let good: Vec<Partial> = (0..5).map(|at| sign(at, round).unwrap()).collect();
        // Another's signature under one's own number, no point, one bit.
        let stolen = Partial {
            member: 2,
            ..good[0].clone()
        };
        let none = Partial {
            signature: vec![0; good[0].signature.len()].into(),
            ..good[3].clone()
        };
        let partials = [&good[4], &stolen, &none, &good[0], &good[0], &good[2]].map(Clone::clone);
        let joined = join(&chain, &group, &partials).unwrap();
        assert_eq!(joined.members, [5, 1, 3]);
        let unfit = slug::MEMBER_UNFIT;
        assert_eq!(slugs(&joined.blamed), [(1, unfit), (2, unfit)]);
        assert!(joined.blamed[0].1.to_string().starts_with("member 2's"));
        // A wrong one under the same number does not hide the right one.
        let partials = [&stolen, &good[1], &good[0], &good[2]].map(Clone::clone);
        let joined = join(&chain, &group, &partials).unwrap();
        assert_eq!(joined.members, [2, 1, 3]);
        let partials = [&good[4], &stolen, &good[0]].map(Clone::clone);
        let unjoined = join(&chain, &group, &partials).unwrap_err();
        assert_eq!(slugs(&unjoined.blamed), [(1, unfit)]);
        assert_eq!(unjoined.error.slug, slug::MEMBERS_TOO_FEW);
        let few = [&good[4], &good[4]].map(Clone::clone);
        let unjoined = join(&chain, &group, &few).unwrap_err();
        assert_eq!(
            (unjoined.blamed.len(), unjoined.error.slug),
            (0, slug::MEMBERS_TOO_FEW)
        );
        assert_eq!(
            join(&chain, &group, &[]).unwrap_err().error.slug,
            slug::MEMBERS_TOO_FEW
        );
    }
}

#[test]
fn strays_of_other_rounds_groups_and_chains() {
    let scheme = Scheme::Rfc9380;
    let (ours_group, shares) = group(scheme, 1);
    let (other_group, other_shares) = group(scheme, 2);
    let (one, other) = (ours(&ours_group, scheme), ours(&other_group, scheme));
    let sign = |chain, share, round| sign(chain, share, round, None, &Deaf).unwrap();
    let good = [1, 2, 4].map(|at| sign(&one, &shares[at], 7));
    let strays = [
        sign(&one, &shares[0], 8),
        sign(&one, &other_shares[0], 7),
        sign(&other, &shares[0], 7),
        Partial {
            member: 6,
            ..good[0].clone()
        },
    ];
    let partials = [&strays[..], &good[..]].concat();
    let joined = join(&one, &ours_group, &partials).unwrap();
    assert_eq!((joined.beacon.round, joined.members), (7, vec![2, 3, 5]));
    let wanted = [
        (0, slug::BEACON_PARTIAL),
        (1, slug::GROUP_MIXED),
        (2, slug::GROUP_MIXED),
        (3, slug::NO_MEMBER),
    ];
    assert_eq!(slugs(&joined.blamed), wanted);
    let error = join(&one, &other_group, &good).unwrap_err().error;
    assert_eq!(error.slug, slug::GROUP_MIXED);
}

#[test]
fn schemes_and_curves_go_together() {
    let (group_one, shares) = group(Scheme::Chained, 1);
    let clock = (30, 1_700_000_000);
    for scheme in [Scheme::OnG1, Scheme::Rfc9380, Scheme::Bn254] {
        let error = chain(&group_one, scheme, clock, String::new()).unwrap_err();
        assert_eq!(error.slug, slug::GROUP_MIXED);
    }
    let (group_two, _) = group(Scheme::OnG1, 1);
    let short = ours(&group_two, Scheme::OnG1);
    let refused = sign(&short, &shares[0], 7, None, &Deaf).unwrap_err();
    assert_eq!(refused.slug, slug::GROUP_MIXED);
    let error = join(&short, &group_one, &[]).unwrap_err().error;
    assert_eq!(error.slug, slug::GROUP_MIXED);
    // What a chained chain wants before a round, and an unchained one does not.
    let chained = ours(&group_one, Scheme::Chained);
    for (chain, round, previous) in [(&chained, 2, None), (&chained, 2, Some(&[1; 32][..]))] {
        let error = sign(chain, &shares[0], round, previous, &Deaf).unwrap_err();
        assert_eq!(error.slug, slug::BEACON);
    }
    let plain = ours(&group_one, Scheme::Unchained);
    let error = sign(&plain, &shares[0], 2, Some(&[1; 96]), &Deaf).unwrap_err();
    assert_eq!(error.slug, slug::BEACON_PARTIAL);
    let error = sign(&plain, &shares[0], 0, None, &Deaf).unwrap_err();
    assert_eq!(error.slug, slug::NO_SUCH_ROUND);
}

#[test]
fn partial_signatures_are_read_strictly() {
    let (group, shares) = group(Scheme::Rfc9380, 1);
    let chain = ours(&group, Scheme::Rfc9380);
    let good = sign(&chain, &shares[0], 7, None, &Deaf).unwrap().text();
    for (from, to, slug) in [
        ("-partial\"", "-parcel\"", slug::BEACON_PARTIAL),
        ("\"version\":1", "\"version\":2", slug::UNKNOWN_VERSION),
        ("\"round\":7", "\"round\":0", slug::BEACON_PARTIAL),
        (
            "\"round\":7",
            "\"round\":7,\"round\":7",
            slug::BEACON_PARTIAL,
        ),
        (
            "\"round\":7",
            "\"round\":7,\"more\":7",
            slug::BEACON_PARTIAL,
        ),
        (
            "partial_signature\":\"0000",
            "partial_signature\":\"",
            slug::BEACON_PARTIAL,
        ),
        (
            "partial_signature\":\"0000",
            "partial_signature\":\"1000",
            slug::BEACON_PARTIAL,
        ),
        (
            "partial_signature\":\"0000",
            "partial_signature\":\"zz00",
            slug::NOT_HEX,
        ),
        ("\"chain\":\"", "\"chain\":\"00", slug::NOT_HEX),
        ("{", "[", slug::BEACON_PARTIAL),
    ] {
        let changed = good.replacen(from, to, 1);
        assert_ne!(changed, good);
        let error = Partial::read(changed.as_bytes()).unwrap_err();
        assert_eq!(error.slug, slug, "{changed}: {error}");
    }
}
