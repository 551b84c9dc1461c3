//! Every kind of cheater, and what the others make of it.

use super::*;

#[test]
fn a_wrong_share_is_shown_to_all_and_its_dealer_out() {
    fn wrong<C: Hiding>(hiding: bool) {
        let mut table = Table::new(C::NAME, (2, 3), hiding);
        table.all_deal::<C>();
        let mischief = Mischief {
            wrong_share_to: vec![2],
            steer: None,
        };
        table.deal::<C>(3, &mischief);
        assert!(table.check::<C>(1, false).is_empty());
        let bad = table.check::<C>(2, false);
        assert_eq!(bad, [(3, Why::Unfit.words().to_owned())]);
        table.check::<C>(3, false);
        table.all_check::<C>(false);
        // Nothing is waited for, and nobody has published a share.
        let names = table.folder.iter().map(|(name, _)| name);
        assert!(!names.clone().any(|name| name.starts_with("pool")));
        let ends = table.all_finish::<C>(false);
        holds(&ends);
        assert_eq!(ends[0].group.qualified(), Some(&[1, 2][..]));
        let why = "sealed a share that does not fit its commitments, as member 2 shows";
        assert_eq!(ends[0].standings[&3], Standing::Out(why.into()));
    }
    wrong::<Bls12381G1>(false);
    wrong::<Secp256k1>(true);
}

#[test]
fn what_does_not_open_is_shown_to_all() {
    let mut table = Table::new(CurveName::Ed25519, (2, 3), true);
    table.all_deal::<Ed25519>();
    let mut deal = table.deal_of(1);
    deal.shares[1].0[5] ^= 1;
    table.forge(1, Body::Deal(deal));
    assert!(table.check::<Ed25519>(3, false).is_empty());
    let bad = table.check::<Ed25519>(2, false);
    assert_eq!(bad, [(1, Why::Closed.words().to_owned())]);
    table.all_check::<Ed25519>(false);
    table.all_check::<Ed25519>(false);
    let ends = table.all_finish::<Ed25519>(false);
    holds(&ends);
    assert_eq!(ends[2].group.qualified(), Some(&[2, 3][..]));
    let why = "sealed what does not open, as member 2 shows";
    assert_eq!(ends[2].standings[&1], Standing::Out(why.into()));
}

/// A key seals one share: who deals otherwise for the same ceremony seals under other keys, and what a
/// member shows of one deal opens nothing of another.
#[test]
fn no_key_seals_twice() {
    let table = Table::new(CurveName::Ed25519, (2, 3), false);
    let board = table.board(3);
    let part = Part::<Ed25519>::new(table.state(3), &board);
    let with = |wrong: &[u16]| {
        let mischief = Mischief {
            wrong_share_to: wrong.to_vec(),
            steer: None,
        };
        match deal(&part, &mischief).unwrap().remove(0).body {
            Body::Deal(deal) => deal,
            _ => panic!(),
        }
    };
    let (honest, wrong) = (with(&[]), with(&[2]));
    assert!(honest == with(&[]));
    assert!(honest.commitments == wrong.commitments && honest.sealing != wrong.sealing);
    for (one, other) in honest.shares.iter().zip(&wrong.shares) {
        assert!(one != other);
    }
}

/// Why member 2 is out, whose deal was changed.
fn spoilt(change: impl Fn(&mut Deal, &Table)) -> String {
    let mut table = Table::new(CurveName::Ed25519, (2, 3), false);
    table.all_deal::<Ed25519>();
    let mut deal = table.deal_of(2);
    change(&mut deal, &table);
    table.forge(2, Body::Deal(deal));
    let bad = table.check::<Ed25519>(1, false);
    assert_eq!((bad.len(), bad[0].0), (1, 2));
    table.all_check::<Ed25519>(false);
    let ends = table.all_finish::<Ed25519>(false);
    holds(&ends);
    assert_eq!(ends[0].group.qualified(), Some(&[1, 3][..]));
    assert_eq!(ends[0].standings[&2], Standing::Out(bad[0].1.clone()));
    bad[0].1.clone()
}

/// Deals that all can see are wrong: the dealer is out, with the reason, and no vote is needed.
#[test]
fn a_bad_broadcast_is_out() {
    fn spoil(change: impl Fn(&mut Vec<Digits>, &mut Vec<Digits>, &Table)) -> String {
        spoilt(|deal, table| change(&mut deal.commitments, &mut deal.proof, table))
    }
    let proof = "a proof that the dealer knows its secret";
    let of_one = |table: &Table| table.deal_of(1);
    // One's proof is not another's, of the same commitments or others.
    assert!(spoil(|_, own, table| *own = of_one(table).proof).contains(proof));
    let copied = spoil(|commitments, own, table| {
        *own = of_one(table).proof;
        *commitments = of_one(table).commitments;
    });
    assert!(copied.contains(proof));
    // A key that cancels the others' can be announced, but not proven.
    let rogue = spoil(|commitments, _, table| {
        let theirs = ["deal-1", "deal-3"].map(|name| match table.message(name).body {
            Body::Deal(deal) => Ed25519::decode(&deal.commitments[0].0).unwrap(),
            _ => panic!(),
        });
        let minus = Ed25519::number(0) - Ed25519::number(1);
        let sum = Ed25519::plus(&theirs[0], &theirs[1]);
        commitments[0] = Digits(Ed25519::encode(&Ed25519::times(&sum, &minus)));
    });
    assert!(rogue.contains(proof));
    let turned =
        |at: usize| move |_: &mut Vec<Digits>, own: &mut Vec<Digits>, _: &Table| own[at].0[0] ^= 1;
    assert!(spoil(turned(0)).contains(proof));
    assert!(spoil(turned(1)).contains(proof));
    assert!(spoil(|_, own, _| own.truncate(1)).contains(proof));
    assert!(spoil(|_, own, _| own.push(own[1].clone())).contains(proof));
    let past = |_: &mut Vec<Digits>, own: &mut Vec<Digits>, _: &Table| own[1].0 = vec![0xff; 32];
    assert!(spoil(past).contains(proof));
    assert!(spoil(|points, _, _| points.truncate(1)).contains("wanted 2 commitments, found 1"));
    assert!(spoil(|points, _, _| points.push(points[0].clone())).contains("found 3"));
    let point = "wanted a point of ed25519 as commitment 1, found none";
    let infinity = Digits([&[1][..], &[0; 31]].concat());
    let small_order = Digits(vec![0; 32]);
    for bad in [
        infinity,
        small_order,
        Digits(vec![2; 31]),
        Digits(Vec::new()),
    ] {
        let said = spoil(|points, _, _| points[1] = bad.clone());
        assert!(said.contains(point), "{said}");
    }
}

#[test]
fn a_deal_that_seals_wrongly_is_out() {
    let of_one = |table: &Table| table.deal_of(1);
    // Another dealer's point to seal with, by which a complaint would open that one's shares.
    let sealing = "a proof that the dealer knows what it sealed with";
    let copied = spoilt(|deal, table| {
        let other = of_one(table);
        (deal.sealing, deal.sealing_proof) = (other.sealing, other.sealing_proof);
    });
    assert!(copied.contains(sealing));
    assert!(spoilt(|deal, table| deal.sealing = of_one(table).sealing).contains(sealing));
    assert!(spoilt(|deal, _| deal.sealing_proof.reverse()).contains(sealing));
    assert!(spoilt(|deal, _| deal.sealing = [0; 32]).contains(sealing));
    let shares = "wanted 3 sealed shares of 48 bytes, found others";
    assert!(spoilt(|deal, _| deal.shares.truncate(2)).contains(shares));
    assert!(spoilt(|deal, _| deal.shares.push(deal.shares[0].clone())).contains(shares));
    assert!(spoilt(|deal, _| deal.shares[0].0.truncate(47)).contains(shares));
}

/// A deal on BLS12-381 outside of the group is none.
#[test]
fn points_outside_of_the_group_are_refused() {
    let mut table = Table::new(CurveName::Bls12381G1, (2, 2), false);
    table.all_deal::<Bls12381G1>();
    let Body::Deal(mut deal) = table.message("deal-2").body else {
        panic!()
    };
    // x = 4 is on the curve of G1 and outside of the group.
    let outside = [&[0x80][..], &[0; 46], &[4]].concat();
    assert!(crate::bls::G1::from_bytes(outside.as_slice().try_into().unwrap()).is_some());
    deal.commitments[1] = Digits(outside);
    table.forge(2, Body::Deal(deal));
    let bad = table.check::<Bls12381G1>(1, false);
    assert!(
        bad[0].1.contains("a point of bls12-381-g1 as commitment 1"),
        "{bad:?}"
    );
    table.check::<Bls12381G1>(2, false);
    let error = table.refused::<Bls12381G1>(1, false);
    assert_eq!(error.slug, slug::DKG_TOO_FEW);
    assert!(
        error.found.starts_with("1; member 2 dealt wrongly"),
        "{error}"
    );
}

#[test]
fn messages_of_another_ceremony_are_left_out() {
    let mut one = Table::new(CurveName::Ed25519, (2, 3), false);
    one.all_deal::<Ed25519>();
    // The same members, but for one whose keys are new.
    let mut other = Table::new(CurveName::Ed25519, (2, 3), false);
    other.states[2] = Table::seeded(CurveName::Ed25519, (2, 3), false, 9)
        .states
        .remove(2);
    let announcement = other.state(3).announcement().unwrap();
    other.put(&announcement);
    other.put(&one.message("deal-1"));
    let board = other.board(2);
    assert_eq!(board.missing(Kind::Deal), [1, 2, 3]);
    let [(file, error)] = &board.faults[..] else {
        panic!()
    };
    assert_eq!(file, b"deal-1");
    assert_eq!(error.slug, slug::DKG_FOREIGN);
    assert!(error.found.ends_with("by member 1"), "{error}");
    // With the ceremony's name changed it is no longer signed.
    let text = one.message("deal-1").line();
    let [old, new] = [&one, &other].map(|t| hex::encode(&t.board(1).ceremony(t.state(1)).unwrap()));
    let renamed = text.replace(&old, &new);
    other.folder.retain(|(name, _)| name != "deal-1");
    other.folder.push(("deal-1".into(), renamed.into_bytes()));
    assert_eq!(other.board(2).faults[0].1.slug, slug::DKG_SIGNATURE);
    // Other terms.
    let third = Table::new(CurveName::Ed25519, (2, 4), false);
    other.put_as("third", &third.message("announce-2"));
    assert!(
        other
            .board(2)
            .faults
            .iter()
            .any(|(_, error)| error.slug == slug::DKG_FOREIGN)
    );
}

#[test]
fn a_number_that_is_not_ones_own_is_not_signed_for() {
    let mut table = Table::new(CurveName::Ed25519, (2, 3), false);
    table.all_deal::<Ed25519>();
    let Body::Deal(mut deal) = table.message("deal-1").body else {
        panic!()
    };
    let said = |table: &mut Table, member: u16, deal: &super::super::message::Deal| {
        let mut deal = deal.clone();
        deal.member = member;
        let message = table.state(1).sign(Body::Deal(deal)).unwrap();
        table.put_as("bad", &message);
        let board = table.board(2);
        let [(_, error)] = &board.faults[..] else {
            panic!()
        };
        error.clone()
    };
    deal.proof.reverse();
    assert_eq!(said(&mut table, 3, &deal).slug, slug::DKG_SIGNATURE);
    for member in [0, 4, u16::MAX] {
        assert_eq!(said(&mut table, member, &deal).slug, slug::DKG_MESSAGE);
    }
}

#[test]
fn two_announcements_under_one_number_are_named_with_their_files() {
    let mut table = Table::new(CurveName::Ed25519, (2, 3), false);
    let stranger = Table::seeded(CurveName::Ed25519, (2, 3), false, 9);
    table.put_as("stranger", &stranger.message("announce-1"));
    let error = table.board(2).ceremony(table.state(2)).unwrap_err();
    assert_eq!(error.slug, slug::DKG_TWICE);
    assert_eq!(error.found, "two that differ: announce-1 and stranger");
    table.remove("announce-1");
    let error = table.board(1).ceremony(table.state(1)).unwrap_err();
    assert_eq!(error.slug, slug::DKG_FOREIGN);
}

/// With hiding: who opens falsely, or not at all, is not left out; the key is the same.
#[test]
fn who_does_not_open_is_put_together_by_the_others() {
    let mut table = Table::new(CurveName::Secp256k1, (2, 4), true);
    table.all_deal::<Secp256k1>();
    table.all_check::<Secp256k1>(false);
    table.all_check::<Secp256k1>(false);
    let key = table.all_finish::<Secp256k1>(false)[0].group.public_key();
    table.remove("open-2");
    let error = table.refused::<Secp256k1>(1, false);
    assert_eq!(error.slug, slug::DKG_MISSING);
    assert_eq!(error.found, "none of member 2");
    assert_eq!(table.refused::<Secp256k1>(1, true).slug, slug::DKG_MISSING);
    table.check::<Secp256k1>(1, true);
    assert_eq!(table.refused::<Secp256k1>(1, true).slug, slug::DKG_MISSING);
    table.check::<Secp256k1>(3, true);
    let ends = table.all_finish::<Secp256k1>(true);
    assert!(ends[0].group.public_key() == key);
    assert_eq!(ends[3].rebuilt, [(2, "did not open")].into());
    holds(&ends);
    // A pooled share that is a lie does not count.
    let Body::Pooled(mut lie) = table.message("pool-3-of-2").body else {
        panic!()
    };
    lie.share = lie.blind.clone().unwrap();
    table.forge(3, Body::Pooled(lie));
    assert_eq!(table.refused::<Secp256k1>(1, true).slug, slug::DKG_MISSING);
}

#[test]
fn a_false_opening_is_seen_by_all() {
    let mut table = Table::new(CurveName::Ed25519, (2, 4), true);
    table.all_deal::<Ed25519>();
    table.all_check::<Ed25519>(false);
    table.all_check::<Ed25519>(false);
    let key = table.all_finish::<Ed25519>(false)[0].group.public_key();
    let Body::Opening(mut opening) = table.message("open-2").body else {
        panic!()
    };
    // Both coefficients moved along the second generator, so that the sums could look alike.
    let point = Ed25519::decode(&opening.commitments[0].0).unwrap();
    let moved = Ed25519::plus(&point, &Ed25519::second());
    opening.commitments[0] = Digits(Ed25519::encode(&moved));
    table.forge(2, Body::Opening(opening));
    assert_eq!(table.refused::<Ed25519>(1, false).slug, slug::DKG_MISSING);
    for member in [1, 3, 4] {
        table.check::<Ed25519>(member, false);
    }
    let ends = table.all_finish::<Ed25519>(false);
    assert!(ends[0].group.public_key() == key);
    let why = "opened something else than it had dealt";
    assert_eq!(ends[0].rebuilt, [(2, why)].into());
}

/// Openings that are only late are not taken for silence by everybody at once.
#[test]
fn not_everybody_is_pooled() {
    let mut table = Table::new(CurveName::Ed25519, (2, 3), true);
    table.all_deal::<Ed25519>();
    table.all_check::<Ed25519>(false);
    table.check::<Ed25519>(1, true);
    assert_eq!(table.folder.last().unwrap().0, "open-1");
    let board = table.board(1);
    let part = Part::new(table.state(1), &board);
    let error = check::<Ed25519>(&part, true).err().unwrap();
    assert_eq!(error.slug, slug::DKG_MISSING);
    assert_eq!(error.found, "none of members 2, 3");
}
