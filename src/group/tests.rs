//! Groups: weights, commitments, files; what fits, what is refused.

use proptest::prelude::*;

use super::*;
use crate::coins::Coins;
use crate::error::{Kind, Place};

fn dealt<C: Curve>(t: u64, n: u64, seed: u8) -> (Polynomial<C>, Group<C>) {
    let size = Threshold::new(t, n).unwrap();
    let polynomial = Polynomial::<C>::random(size, &mut Coins::new(&[seed; 32]));
    let group = Group::of(size, polynomial.commitments()).unwrap();
    (polynomial, group)
}

/// Runs a generic check on all four curves.
macro_rules! on_every_curve {
    ($check:ident ( $($argument:expr),* )) => {
        $check::<Bls12381G1>($($argument),*);
        $check::<Bls12381G2>($($argument),*);
        $check::<Ed25519>($($argument),*);
        $check::<Secp256k1>($($argument),*);
    };
}

/// The numbers of the field: against arithmetic of small numbers, and the laws at its end.
fn field<C: Curve>() {
    let number = C::number;
    assert!(number(7) * number(6) == number(42) && number(7) + number(6) == number(13));
    assert!(number(13) - number(6) == number(7));
    assert!(C::inverse(&number(0)).is_none());
    let minus_one = number(0) - number(1);
    assert!(minus_one * minus_one == number(1) && C::inverse(&minus_one).unwrap() == minus_one);
    let bytes = C::scalar_bytes(&minus_one);
    assert!(C::scalar_of(&bytes).unwrap() == minus_one);
    // The order itself is no canonical encoding of 0, whichever end its lowest byte stands at.
    let lowest = if C::NAME == CurveName::Ed25519 { 0 } else { 31 };
    let mut order = *bytes;
    order[lowest] += 1;
    assert!(C::scalar_of(&order).is_none() && C::scalar_of(&[0xff; 32]).is_none());
    let random = C::random(&mut Coins::new(&[1; 32]));
    assert!(random * C::inverse(&random).unwrap() == number(1));
}

/// Sums in varying time are the sums, of numbers of all sizes.
fn sums<C: Curve>() {
    let coins = &mut Coins::new(&[5; 32]);
    let minus_one = C::number(0) - C::number(1);
    let mut numbers = vec![C::number(0), C::number(1), minus_one, multiple::<C>(coins)];
    numbers.extend((0..30).map(|_| C::random(coins)));
    let points: Vec<_> = numbers
        .iter()
        .map(|_| C::public(&C::random(coins)))
        .collect();
    for count in [0, 1, 4, 34] {
        let pairs = points.iter().zip(&numbers).take(count);
        let wanted = pairs.fold(C::infinity(), |sum, (point, number)| {
            C::plus(&sum, &C::times(point, number))
        });
        assert!(C::sum(&points, &numbers[..count]) == wanted);
        assert!(C::sum(&points[..count], &numbers) == wanted);
    }
    // Multiples are of 128 bits, and no two alike.
    let bytes = C::scalar_bytes(&numbers[3]);
    let high = if C::NAME == CurveName::Ed25519 {
        &bytes[16..]
    } else {
        &bytes[..16]
    };
    assert!(high.iter().all(|byte| *byte == 0) && numbers[3] != multiple::<C>(coins));
}

#[test]
fn sums_of_every_curve() {
    on_every_curve!(sums());
}

/// All shares in one check; who is wrong is found, also where errors cancel each other out.
fn together<C: Curve>() {
    let (polynomial, group) = dealt::<C>(7, 20, 3);
    let size = Threshold::new(7, 20).unwrap();
    let mut shares: Vec<Share<C>> = size
        .members()
        .map(|member| Share::of(&group, member, &polynomial).unwrap())
        .collect();
    let coins = &mut Coins::new(&[6; 32]);
    let found = |shares: &[Share<C>], coins: &mut Coins| {
        let all: Vec<_> = shares.iter().collect();
        let found = deal::misfits(&group, &all, coins);
        found
            .iter()
            .map(|(at, e)| (*at, e.slug))
            .collect::<Vec<_>>()
    };
    assert_eq!(found(&shares, coins), []);
    assert_eq!(found(&[], coins), []);
    let moved = |share: &Share<C>, by: C::Scalar| {
        let secret = zeroize::Zeroizing::new(*share.secret() + by);
        Share::with(&group, share.member, secret).unwrap()
    };
    shares[4] = moved(&shares[4], C::number(1));
    shares[16] = moved(&shares[16], C::number(0) - C::number(1));
    shares[9].group = [1; 32];
    let wrong = [
        (4, slug::MEMBER_UNFIT),
        (9, slug::GROUP_MIXED),
        (16, slug::MEMBER_UNFIT),
    ];
    assert_eq!(found(&shares, coins), wrong);
    let refused = deal::refreshed(&group, &shares, coins).err().unwrap();
    assert_eq!(refused.slug, slug::MEMBER_UNFIT);
    let good: Vec<_> = shares[..4].iter().chain(&shares[10..15]).cloned().collect();
    let fresh = deal::refreshed(&group, &good, coins).unwrap();
    assert!(
        fresh
            .shares
            .iter()
            .all(|share| share.fits(&fresh.group).is_ok())
    );
    assert!(fresh.group.public_key() == group.public_key());
}

#[test]
fn shares_are_checked_together() {
    on_every_curve!(together());
}

/// What Lagrange's weights are, by their definition, at places between, beside and on the members.
#[test]
fn weights_are_by_their_definition() {
    let xs = [9, 2, 4, 7];
    let number = |x: u16| Ed25519::number(x.into());
    let between = Lagrange::<Ed25519>::of(&xs).unwrap();
    for at in [0, 1, 4, 8, 9, 4096] {
        let weight = |xi: &u16| {
            let others = xs.iter().filter(|xj| *xj != xi);
            others.fold(number(1), |product, xj| {
                let below = number(*xj) - number(*xi);
                product * (number(*xj) - number(at)) * Ed25519::inverse(&below).unwrap()
            })
        };
        let wanted: Vec<_> = xs.iter().map(weight).collect();
        assert!(between.at(at) == wanted, "{at}");
        assert!(weights_at::<Ed25519>(&xs, at).unwrap() == wanted);
    }
    let error = weights::<Ed25519>(&[3, 5, 3]).err().unwrap();
    assert_eq!((error.slug, &*error.found), (slug::SHARE_TWICE, "3 twice"));
    assert!(weights::<Ed25519>(&[]).unwrap().is_empty());
}

/// The points: multiples add up, and each has one encoding.
fn points<C: Curve>() {
    let (two, three) = (C::public(&C::number(2)), C::public(&C::number(3)));
    assert_eq!(C::plus(&two, &three), C::public(&C::number(5)));
    assert_eq!(C::times(&two, &C::number(3)), C::public(&C::number(6)));
    assert_eq!(C::plus(&two, &C::infinity()), two);
    assert_eq!(C::plus(&C::infinity(), &two), two);
    assert_eq!(C::times(&two, &C::number(0)), C::infinity());
    let minus = C::public(&(C::number(0) - C::number(2)));
    assert_eq!(C::plus(&two, &minus), C::infinity());
    let bytes = C::encode(&two);
    assert_eq!(bytes.len(), C::POINT_BYTES);
    assert_eq!(C::decode(&bytes), Some(two));
    assert_eq!(C::decode(&C::encode(&C::infinity())), None);
    for wrong in [
        &bytes[1..],
        &[],
        &[0; 200],
        &[0xff; 48],
        &vec![0; C::POINT_BYTES],
    ] {
        assert_eq!(C::decode(wrong), None);
    }
}

#[test]
fn every_curve_has_its_field_and_its_points() {
    on_every_curve!(field());
    on_every_curve!(points());
    for curve in CurveName::ALL {
        assert_eq!(CurveName::named(curve.name()), Some(curve));
    }
    assert_eq!(CurveName::named("p256"), None);
}

#[test]
fn points_outside_of_the_group_are_refused() {
    // A point of order 8 on Ed25519 (y from RFC 8032's curve), and one with a part of order 2 added.
    let low = curve25519_dalek::constants::EIGHT_TORSION[1];
    assert_eq!(Ed25519::decode(low.compress().as_bytes()), None);
    let mixed = low + Ed25519::generator();
    assert_eq!(Ed25519::decode(mixed.compress().as_bytes()), None);
    // The uncompressed and hybrid forms of SEC 1 are none of ours.
    let mut other = Secp256k1::encode(&Secp256k1::generator());
    other[0] = 5;
    assert_eq!(Secp256k1::decode(&other), None);
    // x = 4 is on the curve of G1 (y^2 = 68 has a root), but not in the group.
    let mut outside = [0; 48];
    (outside[0], outside[47]) = (0x80, 4);
    assert!(crate::bls::G1::from_bytes(&outside).is_some());
    assert_eq!(Bls12381G1::decode(&outside), None);
}

/// Any t members give the secret, by weights at 0; t - 1 don't; weights at a member give its share.
fn interpolated<C: Curve>(t: u64, n: u64, seed: u8) {
    let (polynomial, _) = dealt::<C>(t, n, seed);
    let secret = polynomial.terms()[0];
    let last: Vec<u16> = ((n - t + 1) as u16..=n as u16).rev().collect();
    let sum = |members: &[u16], at: u16| {
        let weights = weights_at::<C>(members, at).unwrap();
        let products = members.iter().zip(weights);
        products.fold(C::number(0), |sum, (x, w)| sum + *polynomial.at(*x) * w)
    };
    assert!(sum(&last, 0) == secret);
    assert!(sum(&last, 1) == *polynomial.at(1));
    if t > 1 {
        assert!(sum(&last[1..], 0) != secret);
        let twice = [&last[..1], &last[..last.len() - 1]].concat();
        assert_eq!(weights::<C>(&twice).err().unwrap().slug, slug::SHARE_TWICE);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_t_members_give_the_secret(t in 1u64..12, more in 0u64..6, seed: u8) {
        on_every_curve!(interpolated(t, t + more, seed));
    }

    #[test]
    fn every_share_fits_and_every_changed_one_does_not(t in 1u64..5, more in 0u64..4, seed: u8) {
        on_every_curve!(fitting(t, t + more, seed));
    }
}

fn fitting<C: Curve>(t: u64, n: u64, seed: u8) {
    let (polynomial, group) = dealt::<C>(t, n, seed);
    assert_eq!(group.public_key(), C::public(&polynomial.terms()[0]));
    for member in group.size().members() {
        let share = Share::of(&group, member, &polynomial).unwrap();
        share.fits(&group).unwrap();
        assert_eq!(share.public(), group.public_share(member));
        let again = Share::<C>::read(share.text().bytes()).unwrap();
        again.fits(&group).unwrap();
        let changed = zeroize::Zeroizing::new(*share.secret() + C::number(1));
        let changed = Share::with(&group, member, changed).unwrap();
        assert_eq!(changed.fits(&group).err().unwrap().slug, slug::MEMBER_UNFIT);
        if t > 1 {
            let moved = Share::with(&group, member % n as u16 + 1, polynomial.at(member));
            let fits = moved.unwrap().fits(&group);
            assert_eq!(fits.is_ok(), n == 1);
        }
    }
    let (_, other) = dealt::<C>(t, n, seed ^ 1);
    let share = Share::of(&group, 1, &polynomial).unwrap();
    assert_eq!(share.fits(&other).err().unwrap().slug, slug::GROUP_MIXED);
    assert!(Share::of(&group, n as u16 + 1, &polynomial).is_err());
}

fn files<C: Curve>() {
    let (_, group) = dealt::<C>(3, 5, 9);
    let text = group.text();
    assert_eq!(Group::<C>::read(text.as_bytes()).unwrap(), group);
    assert_eq!(
        AnyGroup::read(text.as_bytes()).unwrap().hash(),
        group.hash()
    );
    let noted = group.clone().with_qualified(vec![1, 2, 5]).unwrap();
    assert_ne!(noted.hash(), group.hash());
    assert_eq!(Group::<C>::read(noted.text().as_bytes()).unwrap(), noted);
    for wrong in [vec![], vec![2, 1], vec![1, 1], vec![0], vec![4097]] {
        assert!(group.clone().with_qualified(wrong).is_err());
    }
    let point = format!("\"{}\"", crate::codec::hex::encode(&group.public_bytes()));
    let refused = [
        ("\"threshold\":3", "\"threshold\":2"),
        ("\"threshold\":3", "\"threshold\":0"),
        ("\"threshold\":3", "\"threshold\":3.0"),
        ("\"threshold\":3", "\"threshold\":3,\"threshold\":3"),
        ("\"members\":5", "\"members\":2"),
        ("\"members\":5", "\"members\":4097"),
        ("\"members\":5", "\"members\":-5"),
        ("\"members\":5", "\"members\":5,\"more\":1"),
        ("decent-group", "decent-groups"),
        (C::NAME.name(), "p256"),
        ("\"public_key\":\"", "\"public_key\":\"0x"),
        ("\"commitments\":[", "\"commitments\":[\"00\","),
        (",\"commitments\"", ",\"qualified\":[0],\"commitments\""),
        ("}\n", "} {}"),
        ("{", "[{"),
        ("\n", "x"),
    ];
    for (from, to) in refused {
        let bad = text.replacen(from, to, 1);
        assert_ne!(bad, text);
        let error = Group::<C>::read(bad.as_bytes()).expect_err(to);
        assert_eq!(error.slug.kind, Kind::Wrong, "{to}");
    }
    let infinity = format!(
        "\"{}\"",
        crate::codec::hex::encode(&C::encode(&C::infinity()))
    );
    assert!(Group::<C>::read(text.replace(&point, &infinity).as_bytes()).is_err());
    let later = text.replace("\"version\":1", "\"version\":2");
    let error = Group::<C>::read(later.as_bytes()).unwrap_err();
    assert_eq!(error.slug, slug::UNKNOWN_VERSION);
    for end in 0..text.len() - 1 {
        assert!(Group::<C>::read(&text.as_bytes()[..end]).is_err());
    }
}

#[test]
fn files_are_read_strictly() {
    on_every_curve!(files());
    let (_, group) = dealt::<Ed25519>(3, 5, 9);
    assert!(Group::<Secp256k1>::read(group.text().as_bytes()).is_err());
}

fn secrets<C: Curve>() {
    let (polynomial, group) = dealt::<C>(2, 3, 4);
    let share = Share::of(&group, 2, &polynomial).unwrap();
    let text = String::from_utf8(share.text().bytes().to_vec()).unwrap();
    let digits = crate::codec::hex::encode(&*C::scalar_bytes(share.secret()));
    assert!(text.contains(&digits));
    let any = AnyShare::read(text.as_bytes()).unwrap();
    assert_eq!(
        (any.member(), any.threshold(), any.group()),
        (2, 2, group.hash())
    );
    let refused = [
        ("\"member\":2", "\"member\":0".into()),
        ("\"member\":2", "\"member\":4097".into()),
        ("\"member\":2", "\"member\":2,\"member\":2".into()),
        ("\"threshold\":2", "\"threshold\":0".into()),
        ("\"group\":\"", "\"group\":\"00".into()),
        (&digits[..], "f".repeat(64)),
        (&digits[..], format!("{}g", &digits[1..])),
        (&digits[..], digits[2..].into()),
        (&digits[..1], "\\u0030".into()),
        ("decent-group-share", "decent-group".into()),
    ];
    for (from, to) in refused {
        let bad = match from.len() {
            1 => text.replacen(&digits, &format!("{to}{}", &digits[1..]), 1),
            _ => text.replacen(from, &to, 1),
        };
        let error = Share::<C>::read(bad.as_bytes()).err().expect(&to);
        assert_eq!(error.slug.kind, Kind::Wrong);
        // No error repeats digits of the secret.
        assert!(!error.to_string().contains(&digits[8..24]), "{error}");
    }
}

#[test]
fn shares_are_read_strictly_and_not_repeated() {
    on_every_curve!(secrets());
}

#[test]
fn thresholds_are_ranged() {
    for (t, n) in [(0, 0), (0, 5), (6, 5), (1, 4097), (u64::MAX, u64::MAX)] {
        assert_eq!(Threshold::new(t, n).unwrap_err().slug, slug::OUT_OF_RANGE);
    }
    let size = Threshold::new(4096, 4096).unwrap();
    assert_eq!(size.members().last(), Some(4096));
}

#[test]
fn objects_stand_a_line_each() {
    let lines = object::lines(b"\n{\"a\":1}\r\n\n  {}").unwrap();
    assert_eq!(lines, [(2, &b"{\"a\":1}"[..]), (4, b"{}")]);
    let (_, group) = dealt::<Ed25519>(1, 1, 0);
    assert_eq!(
        object::type_of(group.text().as_bytes()).unwrap(),
        "decent-group"
    );
    assert_eq!(object::type_of(b"[\"decent-group\",1]"), None);
    let error = AnyGroup::read(b"{\"type\":\"decent-group\",\n\"version\":1,!").unwrap_err();
    assert_eq!(error.place, Place::Column(2, 13));
}

#[test]
fn commitments_add_up_as_their_polynomials_do() {
    let (one, _) = dealt::<Bls12381G2>(3, 5, 1);
    let (other, _) = dealt::<Bls12381G2>(2, 5, 2);
    let sum = one.commitments().plus(&other.commitments());
    assert_eq!(sum, other.commitments().plus(&one.commitments()));
    let factor = Bls12381G2::number(77);
    let share = *one.at(4) + *other.at(4);
    assert!(sum.fits(4, &share) && !sum.fits(3, &share));
    assert!(sum.times(&factor).fits(4, &(share * factor)));
}
