//! Who lies to the others about the others: the ceremony goes on without them.

use super::*;

/// A ceremony of 2 of 4 in which all have voted.
fn voted() -> Table {
    let mut table = Table::new(CurveName::Ed25519, (2, 4), false);
    table.all_deal::<Ed25519>();
    table.all_check::<Ed25519>(false);
    table
}

/// All end with the same key, without member 2, for this reason.
fn out(table: &Table, why: &str) {
    let ends = table.all_finish::<Ed25519>(false);
    holds(&ends);
    assert_eq!(ends[0].standings[&2], Standing::Out(why.into()));
    assert_eq!(ends[0].group.qualified(), Some(&[1, 3, 4][..]));
}

/// Member 2 votes otherwise than it did.
fn lied(change: impl Fn(&mut Vote, &Table)) -> Table {
    let mut table = voted();
    let mut vote = table.vote_of(2);
    change(&mut vote, &table);
    table.forge(2, Body::Vote(vote));
    table
}

#[test]
fn who_lies_of_a_deal_is_out_and_its_dealer_is_not() {
    let unsigned = "voted on a deal that is not signed by its dealer, member 1";
    out(&lied(|vote, _| vote.deals[0].deal[3] ^= 1), unsigned);
    out(&lied(|vote, _| vote.deals[0].signature[3] ^= 1), unsigned);
    let swapped = |vote: &mut Vote, _: &Table| vote.deals[0].signature = vote.deals[1].signature;
    out(&lied(swapped), unsigned);
    let stranger = "voted on a deal of 9, who is no dealer";
    out(&lied(|vote, _| vote.deals[3].member = 9), stranger);
    let order = "voted on something twice, or in no order";
    out(&lied(|vote, _| vote.deals.reverse()), order);
    out(
        &lied(|vote, _| vote.deals.push(vote.deals[3].clone())),
        order,
    );
}

/// A voter who leaves a deal out changes nothing: three of four saw it.
#[test]
fn a_deal_that_one_voter_leaves_out_counts() {
    let table = lied(|vote, _| vote.deals.truncate(3));
    let ends = table.all_finish::<Ed25519>(false);
    holds(&ends);
    assert_eq!(ends[0].group.qualified(), Some(&[1, 2, 3, 4][..]));
    // Where as many leave it out as can't all cheat, it came too late.
    let mut table = table;
    for member in [1, 3] {
        let mut vote = table.vote_of(member);
        vote.deals.truncate(3);
        table.forge(member, Body::Vote(vote));
    }
    let ends = table.all_finish::<Ed25519>(false);
    let why = "dealt before member 4 alone, not before 2";
    assert_eq!(ends[2].standings[&4], Standing::Out(why.into()));
}

#[test]
fn who_complains_falsely_is_out_and_its_dealer_is_not() {
    let complaint = |table: &Table, member: u16, against: u16| {
        let own = table.state(member).sealing();
        let deal = table.deal_of(against);
        let shown = seal::Shown {
            deal: &table.message(&format!("deal-{against}")).digest(),
            member,
            key: seal::Sealing::public(&own),
            with: seal::Sealing::decode(&deal.sealing).unwrap(),
        };
        let opens = seal::common(&own, &shown.with);
        Complaint {
            against,
            opens: Digits(seal::Sealing::encode(&opens)),
            proof: shown.prove(&own, &mut Coins::new(&[4; 32])),
        }
    };
    let falsely = "complained falsely of member 1";
    // What opens is true, and so is the share.
    out(
        &lied(|vote, table| vote.complaints = vec![complaint(table, 2, 1)]),
        falsely,
    );
    // Another point would open nothing, but is not what was in common.
    let moved = |vote: &mut Vote, table: &Table| {
        let mut other = complaint(table, 2, 1);
        other.opens = complaint(table, 2, 3).opens;
        vote.complaints = vec![other];
    };
    out(&lied(moved), falsely);
    // Another member's, or of another deal.
    out(
        &lied(|vote, table| vote.complaints = vec![complaint(table, 3, 1)]),
        falsely,
    );
    let of_another = |vote: &mut Vote, table: &Table| {
        let mut other = complaint(table, 2, 3);
        other.against = 1;
        vote.complaints = vec![other];
    };
    out(&lied(of_another), falsely);
    let unproven = |vote: &mut Vote, table: &Table| {
        let mut other = complaint(table, 2, 1);
        other.proof.clear();
        vote.complaints = vec![other];
    };
    out(&lied(unproven), falsely);
    for against in [0, 2, 5, u16::MAX] {
        let nobody = |vote: &mut Vote, table: &Table| {
            let mut other = complaint(table, 2, 1);
            other.against = against;
            vote.complaints = vec![other];
        };
        let why = format!("complained of {against}, whose deal it did not see as another's");
        out(&lied(nobody), &why);
    }
    let order = "voted on something twice, or in no order";
    let twice = |vote: &mut Vote, table: &Table| {
        vote.complaints = vec![complaint(table, 2, 1), complaint(table, 2, 1)];
    };
    out(&lied(twice), order);
}

#[test]
fn who_votes_twice_is_out() {
    let mut table = voted();
    let mut vote = table.vote_of(2);
    table.put_as("a copy", &table.message("vote-2"));
    assert_eq!(
        table.all_finish::<Ed25519>(false)[0]
            .group
            .qualified()
            .unwrap()
            .len(),
        4
    );
    vote.deals.pop();
    let other = table.state(2).sign(Body::Vote(vote)).unwrap();
    table.put_as("other", &other);
    out(&table, "voted twice, and differently");
}

/// The two deals never lie in one folder before the votes, yet the votes tell, with both signatures.
#[test]
fn who_deals_differently_to_different_members_is_out() {
    let mut one = Table::new(CurveName::Ed25519, (2, 4), false);
    one.all_deal::<Ed25519>();
    let mut other = Table::new(CurveName::Ed25519, (2, 4), false);
    other.folder.clone_from(&one.folder);
    let second = Mischief {
        wrong_share_to: vec![3],
        steer: None,
    };
    other.deal::<Ed25519>(2, &second);
    one.check::<Ed25519>(1, false);
    one.check::<Ed25519>(2, false);
    other.check::<Ed25519>(3, false);
    other.check::<Ed25519>(4, false);
    for name in ["vote-3", "vote-4"] {
        one.put(&other.message(name));
    }
    let ends = one.all_finish::<Ed25519>(false);
    let (why, swapped) = (
        "dealt one thing before member 1 and another before member 3",
        "dealt one thing before member 3 and another before member 1",
    );
    let found = &ends[0].standings[&2];
    assert!(
        [why, swapped]
            .map(|why| Standing::Out(why.into()))
            .contains(found)
    );
    assert_eq!(ends[0].group.qualified(), Some(&[1, 3, 4][..]));
    // Where both lie before one member, its vote has both.
    let mut both = one;
    both.folder.retain(|(name, _)| !name.starts_with("vote"));
    both.put_as("second", &other.message("deal-2"));
    let bad = both.check::<Ed25519>(1, false);
    let said = "dealt wrongly: wanted one deal of member 2, found two that differ: ";
    assert!(bad[0].0 == 2 && bad[0].1.starts_with(said), "{bad:?}");
    both.all_check::<Ed25519>(false);
    out(&both, "dealt twice, and differently, before member 1");
}

/// What is dealt once more after the votes changes nothing.
#[test]
fn a_second_deal_after_the_votes_is_none() {
    let mut table = voted();
    let ends = table.all_finish::<Ed25519>(false);
    let board = table.board(2);
    for wrong in [vec![1], vec![3], vec![4]] {
        let second = Mischief {
            wrong_share_to: wrong.clone(),
            steer: None,
        };
        let part = Part::<Ed25519>::new(table.states.get(1).unwrap(), &board);
        let message = deal(&part, &second).unwrap().remove(0);
        table.put_as(&format!("late-{}", wrong[0]), &message);
    }
    let again = table.all_finish::<Ed25519>(false);
    assert!(again[0].group == ends[0].group && again[0].text == ends[0].text);
}

/// Whoever carries the messages and drops what one member should get stops the ceremony, and gets nobody
/// to publish a share; what was dropped is given once more, by the same step.
#[test]
fn what_was_dropped_is_asked_for_again_and_not_published() {
    let mut table = Table::new(CurveName::Secp256k1, (2, 3), false);
    table.all_deal::<Secp256k1>();
    let before = table.folder.clone();
    table.remove("deal-3");
    let part =
        |table: &Table| check::<Secp256k1>(&Part::new(table.state(1), &table.board(1)), false);
    let error = part(&table).err().unwrap();
    assert_eq!(
        (error.slug, &*error.found),
        (slug::DKG_MISSING, "none of member 3")
    );
    table.deal::<Secp256k1>(3, &Mischief::default());
    assert!(table.folder == before);
    table.all_check::<Secp256k1>(false);
    table.all_check::<Secp256k1>(false);
    let count = table.folder.len();
    assert_eq!(count, 3 + 3 + 3);
    holds(&table.all_finish::<Secp256k1>(false));
    // Voted on and dropped since: waited for.
    let whole = table.all_finish::<Secp256k1>(false);
    table.remove("deal-2");
    let error = table.refused::<Secp256k1>(1, true);
    assert_eq!(error.wanted, "the deals that the others voted on");
    table.deal::<Secp256k1>(2, &Mischief::default());
    assert!(table.all_finish::<Secp256k1>(false)[0].text == whole[0].text);
}

/// An opening after another count is pooled, as one that never came, and its maker is named.
#[test]
fn an_odd_opening_is_pooled() {
    let opened = || {
        let mut table = Table::new(CurveName::Ed25519, (2, 4), true);
        table.all_deal::<Ed25519>();
        table.all_check::<Ed25519>(false);
        table.all_check::<Ed25519>(false);
        table
    };
    let stale = |table: &mut Table, member: u16| {
        let Body::Opening(opening) = table.message(&format!("open-{member}")).body else {
            panic!()
        };
        let stale = Opening {
            settled: [7; 32],
            ..opening
        };
        table.forge(member, Body::Opening(stale));
    };
    let mut table = opened();
    let key = table.all_finish::<Ed25519>(false)[0].group.public_key();
    stale(&mut table, 2);
    let error = table.refused::<Ed25519>(1, false);
    assert_eq!(error.slug, slug::DKG_MISSING);
    let wanted =
        "2 members' pooled shares of member 2, who opened after another count of the votes";
    assert_eq!(error.wanted, wanted);
    for member in [1, 3, 4] {
        table.check::<Ed25519>(member, false);
    }
    let ends = [1, 3, 4].map(|member| table.finish::<Ed25519>(member, false).unwrap());
    assert!(
        ends.iter()
            .all(|end| end.group.public_key() == key && end.text == ends[0].text)
    );
    let why = "opened after another count of the votes";
    assert_eq!(ends[0].rebuilt, [(2, why)].into());
    // A true one beside it is enough.
    let mut table = opened();
    let good = table.message("open-2");
    stale(&mut table, 2);
    table.put_as("good", &good);
    assert!(table.all_finish::<Ed25519>(false)[0].rebuilt.is_empty());
    // Where so many say so it is this folder that lacks a vote: nobody is to pay with its secret.
    let mut table = opened();
    stale(&mut table, 2);
    stale(&mut table, 3);
    for over in [false, true] {
        let error = check::<Ed25519>(&Part::new(table.state(1), &table.board(1)), over);
        assert_eq!(error.err().unwrap().slug, slug::DKG_VOTES);
        assert_eq!(table.refused::<Ed25519>(1, over).slug, slug::DKG_VOTES);
    }
}
