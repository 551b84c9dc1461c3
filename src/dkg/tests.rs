//! Whole ceremonies in memory: honest ones on every curve, and every kind of cheater.

use super::ballot::Standing;
use super::deal::Dealt;
use super::message::{Bare, Body, Digits, Kind, LARGEST, Message, Opening, Why};
use super::second::Hiding;
use super::state::State;
use super::step::{Finished, Mischief, check, deal, finish, through};
use super::{Board, Part, Terms};
use crate::codec::hex;
use crate::coins::Coins;
use crate::error::{Error, Result, slug};
use crate::group::curve::Pairing;
use crate::group::{Bls12381G1, Bls12381G2, Curve, CurveName, Ed25519, Secp256k1, weights};
use crate::secret::Secret;

/// Members that make a key, and the folder of their messages.
struct Table {
    states: Vec<State>,
    folder: Vec<(String, Vec<u8>)>,
}

type Group<C> = Vec<Finished<C>>;

impl Table {
    fn new(curve: CurveName, size: (u64, u64), hiding: bool) -> Self {
        Self::seeded(curve, size, hiding, 1)
    }

    fn seeded(curve: CurveName, (t, n): (u64, u64), hiding: bool, seed: u8) -> Self {
        let terms = Terms::new("test", curve, (t, n), hiding).unwrap();
        let state = |member: u64| {
            let mut coins = Coins::new(&[seed.wrapping_mul(31).wrapping_add(member as u8); 32]);
            State::start(terms.clone(), (member as u16, None), None, &mut coins).unwrap()
        };
        let states: Vec<_> = (1..=n).map(state).collect();
        let mut table = Self {
            states,
            folder: Vec::new(),
        };
        for i in 0..n as usize {
            let message = table.states[i].announcement().unwrap();
            table.put(&message);
        }
        table
    }

    fn put(&mut self, message: &Message) {
        self.put_as(&message.file_name(), message);
    }

    fn put_as(&mut self, name: &str, message: &Message) {
        let line = message.line().into_bytes();
        self.folder.retain(|(there, _)| there != name);
        self.folder.push((name.into(), line));
    }

    fn remove(&mut self, name: &str) {
        let before = self.folder.len();
        self.folder.retain(|(there, _)| there != name);
        assert_eq!(self.folder.len() + 1, before, "{name} was there");
    }

    fn message(&self, name: &str) -> Message {
        let (_, bytes) = self.folder.iter().find(|(there, _)| there == name).unwrap();
        Message::read(bytes).unwrap()
    }

    /// Signs what a member says instead of what it said.
    fn forge(&mut self, member: u16, body: Body) {
        let message = self.state(member).sign(body).unwrap();
        self.put(&message);
    }

    fn state(&self, member: u16) -> &State {
        &self.states[usize::from(member) - 1]
    }

    fn board(&self, member: u16) -> Board {
        let mut board = Board::new(self.state(member));
        for (name, bytes) in &self.folder {
            board.announce(name.as_bytes(), bytes);
        }
        board.settle();
        for (name, bytes) in &self.folder {
            board.take(name.as_bytes(), bytes);
        }
        board
    }

    fn members(&self) -> Vec<u16> {
        (1..=self.states.len() as u16).collect()
    }

    fn deal<C: Hiding>(&mut self, member: u16, mischief: &Mischief) {
        let messages = deal::<C>(
            &Part::new(self.state(member), &self.board(member)),
            mischief,
        )
        .unwrap();
        for message in &messages {
            self.put(message);
        }
    }

    fn all_deal<C: Hiding>(&mut self) {
        for member in self.members() {
            self.deal::<C>(member, &Mischief::default());
        }
    }

    /// A check by one member; what it finds wrong of whom.
    fn check<C: Hiding>(&mut self, member: u16, over: bool) -> Vec<(u16, String)> {
        let checked =
            check::<C>(&Part::new(self.state(member), &self.board(member)), over).unwrap();
        for message in &checked.messages {
            self.put(message);
        }
        let bad = checked.dealers.into_iter();
        bad.filter_map(|(dealer, found)| Some((dealer, found.err()?)))
            .collect()
    }

    fn all_check<C: Hiding>(&mut self, over: bool) {
        for member in self.members() {
            self.check::<C>(member, over);
        }
    }

    fn finish<C: Hiding>(&self, member: u16, over: bool) -> Result<Finished<C>> {
        finish::<C>(&Part::new(self.state(member), &self.board(member)), over)
    }

    fn refused<C: Hiding>(&self, member: u16, over: bool) -> Error {
        self.finish::<C>(member, over).err().expect("it is refused")
    }

    /// All finish, with the same result.
    fn all_finish<C: Hiding>(&self, over: bool) -> Group<C> {
        let ends: Vec<_> = self
            .members()
            .iter()
            .map(|m| self.finish::<C>(*m, over).unwrap())
            .collect();
        for end in &ends {
            assert_eq!(end.group, ends[0].group);
            assert_eq!(end.text, ends[0].text);
            end.share.fits(&end.group).unwrap();
        }
        ends
    }
}

/// What t shares have in common is the secret of the public key, whichever they are.
fn holds<C: Curve>(ends: &[Finished<C>]) {
    let t = usize::from(ends[0].group.size().t());
    for start in 0..=ends.len() - t {
        let some = &ends[start..start + t];
        let numbers: Vec<u16> = some.iter().map(|end| end.share.member).collect();
        let products = some.iter().zip(weights::<C>(&numbers).unwrap());
        let secret = products.fold(C::number(0), |sum, (end, weight)| {
            sum + *end.share.secret() * weight
        });
        assert!(C::public(&secret) == ends[0].group.public_key());
    }
}

fn honest<C: Hiding>(size: (u64, u64), hiding: bool) -> Group<C> {
    let mut table = Table::new(C::NAME, size, hiding);
    table.all_deal::<C>();
    for member in table.members() {
        assert!(table.check::<C>(member, false).is_empty());
    }
    if hiding {
        assert_eq!(table.refused::<C>(1, false).slug, slug::DKG_MISSING);
        table.all_check::<C>(false);
    }
    let ends = table.all_finish::<C>(false);
    holds(&ends);
    let qualified = ends[0].group.qualified().map(<[u16]>::to_vec);
    assert_eq!(qualified, Some(table.members()));
    ends
}

#[test]
fn every_curve_with_and_without_hiding() {
    for curve in CurveName::ALL {
        on_curve!(curve, C => {
            let plain = honest::<C>((2, 3), false);
            let hidden = honest::<C>((2, 3), true);
            assert!(plain[0].group != hidden[0].group);
            honest::<C>((1, 2), true);
            honest::<C>((3, 3), false);
        });
    }
}

#[test]
fn hidden_commitments_are_opened_to_the_same_key_that_feldman_has() {
    let mut table = Table::new(CurveName::Ed25519, (2, 3), true);
    table.all_deal::<Ed25519>();
    table.all_check::<Ed25519>(false);
    table.all_check::<Ed25519>(false);
    let ends = table.all_finish::<Ed25519>(false);
    let ceremony = table.board(1).ceremony(table.state(1)).unwrap();
    let keys = table
        .states
        .iter()
        .map(|s| Dealt::<Ed25519>::of(&Part::new(s, &table.board(1)), &ceremony, 0).key());
    let sum = keys.fold(Ed25519::infinity(), |sum, key| Ed25519::plus(&sum, &key));
    assert!(sum == ends[0].group.public_key());
}

fn signs<C: Pairing + Hiding>() {
    let ends = honest::<C>((3, 5), false);
    let hash = C::hash(b"round 5", C::DOMAIN);
    let some = [&ends[4], &ends[0], &ends[2]];
    let weights = weights::<C>(&[5, 1, 3]).unwrap();
    let parts = some.iter().zip(&weights);
    let signature = parts.fold(C::nothing(), |sum, (end, weight)| {
        let part = C::sign(&hash, end.share.secret());
        assert!(C::verify(
            &part,
            &hash,
            &end.group.public_share(end.share.member)
        ));
        C::joined(&sum, &C::sign(&part, weight))
    });
    assert!(C::verify(&signature, &hash, &ends[0].group.public_key()));
}

#[test]
fn what_was_made_together_signs() {
    signs::<Bls12381G1>();
    signs::<Bls12381G2>();
}

#[test]
fn a_state_is_a_value_and_says_the_same_again() {
    let mut table = Table::new(CurveName::Secp256k1, (2, 3), true);
    let text = table.state(2).text().unwrap();
    let again = State::read(&text).unwrap();
    assert!(again.text().unwrap() == text);
    table.all_deal::<Secp256k1>();
    let before = table.folder.clone();
    table.states[1] = again;
    table.deal::<Secp256k1>(2, &Mischief::default());
    let sorted = |mut folder: Vec<(String, Vec<u8>)>| {
        folder.sort();
        folder
    };
    assert_eq!(sorted(table.folder.clone()), sorted(before));
    for bad in [
        "\"member\":0",
        "\"member\":4",
        "\"threshold\":4",
        "\"version\":2",
        "\"extra\":1",
        "\"curve\":\"p256\"",
    ] {
        let key = bad.split(':').next().unwrap();
        let text = String::from_utf8(text.bytes().to_vec()).unwrap();
        let at = text.find(key).unwrap_or(1);
        let end = at + text[at..].find(',').unwrap();
        let rest = if text[at..].starts_with(key) {
            &text[end..]
        } else {
            &text[at - 1..][1..]
        };
        let comma = if text[at..].starts_with(key) { "" } else { "," };
        let text = format!("{}{bad}{comma}{rest}", &text[..at]);
        assert!(
            State::read(&Secret::from(text.into_bytes())).is_err(),
            "{bad}"
        );
    }
}

#[test]
fn another_ceremony_with_the_same_state_deals_another_polynomial() {
    let one = Table::new(CurveName::Ed25519, (2, 3), false);
    let mut other = Table::new(CurveName::Ed25519, (2, 3), false);
    let stranger = Table::seeded(CurveName::Ed25519, (2, 3), false, 9);
    other.put(&stranger.message("announce-3"));
    let key = |table: &Table| {
        let ceremony = table.board(1).ceremony(table.state(1)).unwrap();
        Dealt::<Ed25519>::of(&Part::new(table.state(1), &table.board(1)), &ceremony, 0).key()
    };
    assert!(key(&one) != key(&other));
}

#[test]
fn a_wrong_share_is_complained_of_and_answered() {
    let mut table = Table::new(CurveName::Bls12381G1, (2, 3), false);
    table.all_deal::<Bls12381G1>();
    let mischief = Mischief {
        wrong_share_to: vec![2],
        steer: None,
    };
    table.deal::<Bls12381G1>(3, &mischief);
    assert!(table.check::<Bls12381G1>(1, false).is_empty());
    let bad = table.check::<Bls12381G1>(2, false);
    assert_eq!(bad, [(3, Why::Unfit.words().to_owned())]);
    // Without an answer it is waited for; when the time is over the dealer is out.
    let mut silent = Table {
        states: Table::new(CurveName::Bls12381G1, (2, 3), false).states,
        folder: table.folder.clone(),
    };
    silent.forge(3, {
        let Body::Vote(mut vote) = silent.message("vote-1").body else {
            panic!()
        };
        vote.member = 3;
        Body::Vote(vote)
    });
    let error = silent.refused::<Bls12381G1>(1, false);
    assert_eq!(error.slug, slug::DKG_MISSING);
    assert_eq!(error.wanted, "member 3's answer to member 2's complaint");
    let ends = silent.all_finish::<Bls12381G1>(true);
    holds(&ends);
    assert_eq!(ends[0].group.qualified(), Some(&[1, 2][..]));
    assert_eq!(
        ends[0].standings[&3],
        Standing::Out("did not answer member 2's complaint".into())
    );
    // A false answer is out at once.
    let one = hex::decode(&format!("{:064x}", 1)).unwrap();
    let ceremony = *silent.message("deal-1").body.ceremony().unwrap();
    silent.forge(
        3,
        Body::Answer(Bare {
            version: 1,
            ceremony,
            member: 3,
            to: 2,
            share: Digits(one),
            blind: None,
        }),
    );
    let ends = silent.all_finish::<Bls12381G1>(false);
    let why = "answered member 2's complaint with a share that does not fit";
    assert_eq!(ends[1].standings[&3], Standing::Out(why.into()));
    // The true answer settles it, and the one who complained has its share by it.
    assert!(table.check::<Bls12381G1>(3, false).is_empty());
    let ends = table.all_finish::<Bls12381G1>(false);
    holds(&ends);
    assert_eq!(ends[0].group.qualified(), Some(&[1, 2, 3][..]));
    assert!(table.check::<Bls12381G1>(2, false).is_empty());
}

#[test]
fn what_does_not_open_and_what_never_came_is_complained_of() {
    let mut table = Table::new(CurveName::Ed25519, (2, 3), true);
    table.all_deal::<Ed25519>();
    let Body::Sealed(mut sealed) = table.message("share-1-to-2").body else {
        panic!()
    };
    sealed.sealed.0[5] ^= 1;
    table.forge(1, Body::Sealed(sealed));
    table.remove("share-3-to-2");
    let missing = check::<Ed25519>(&Part::new(table.state(2), &table.board(2)), false)
        .err()
        .unwrap();
    assert_eq!(missing.slug, slug::DKG_MISSING);
    assert_eq!(missing.found, "none of member 3");
    let bad = table.check::<Ed25519>(2, true);
    assert_eq!(bad[0], (1, Why::Closed.words().to_owned()));
    assert_eq!(bad[1], (3, Why::Missing.words().to_owned()));
    table.all_check::<Ed25519>(false);
    table.all_check::<Ed25519>(false);
    let ends = table.all_finish::<Ed25519>(false);
    holds(&ends);
    assert_eq!(ends[2].group.qualified().unwrap().len(), 3);
}

/// Deals that all can see are wrong: the dealer is out, with the reason, and no vote is needed.
#[test]
fn a_bad_broadcast_is_out() {
    fn spoil(change: impl Fn(&mut Vec<Digits>, &mut Vec<Digits>, &Table)) -> String {
        let mut table = Table::new(CurveName::Ed25519, (2, 3), false);
        table.all_deal::<Ed25519>();
        let Body::Deal(mut deal) = table.message("deal-2").body else {
            panic!()
        };
        change(&mut deal.commitments, &mut deal.proof, &table);
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
    let proof = "a proof that the dealer knows its secret";
    let of_one = |table: &Table| match table.message("deal-1").body {
        Body::Deal(deal) => deal,
        _ => panic!(),
    };
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
    let said = |table: &mut Table, member: u16, deal: &super::message::Deal| {
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
fn two_messages_of_one_sender_are_named_with_their_files() {
    let mut table = Table::new(CurveName::Ed25519, (2, 3), false);
    table.all_deal::<Ed25519>();
    table.put_as("a copy", &table.message("deal-2"));
    assert!(table.check::<Ed25519>(1, false).is_empty());
    let Body::Deal(mut deal) = table.message("deal-2").body else {
        panic!()
    };
    deal.proof.reverse();
    let other = table.state(2).sign(Body::Deal(deal)).unwrap();
    table.put_as("other", &other);
    let error = table.refused::<Ed25519>(1, false);
    assert_eq!(error.slug, slug::DKG_TWICE);
    assert_eq!(error.wanted, "one deal of member 2");
    assert_eq!(error.found, "two that differ: deal-2 and other");
    // Under one's number by another.
    let mut table = Table::new(CurveName::Ed25519, (2, 3), false);
    let stranger = Table::seeded(CurveName::Ed25519, (2, 3), false, 9);
    table.put_as("stranger", &stranger.message("announce-1"));
    let error = table.board(2).ceremony(table.state(2)).unwrap_err();
    assert_eq!(error.found, "two that differ: announce-1 and stranger");
    table.remove("announce-1");
    let error = table.board(1).ceremony(table.state(1)).unwrap_err();
    assert_eq!(error.slug, slug::DKG_FOREIGN);
}

/// The two deals never lie in one folder, yet the votes tell.
#[test]
fn who_deals_differently_to_different_members_is_named() {
    let mut one = Table::new(CurveName::Ed25519, (2, 3), false);
    one.all_deal::<Ed25519>();
    let mut other = Table::new(CurveName::Ed25519, (2, 3), false);
    other.folder.clone_from(&one.folder);
    let ceremony = one.board(3).ceremony(one.state(3)).unwrap();
    let second = Dealt::<Ed25519>::of(&Part::new(one.state(3), &one.board(3)), &ceremony, 7).deal();
    other.forge(3, second);
    one.check::<Ed25519>(1, false);
    one.check::<Ed25519>(3, false);
    other.check::<Ed25519>(2, false);
    one.put(&other.message("vote-2"));
    let error = one.refused::<Ed25519>(1, false);
    assert_eq!(error.slug, slug::DKG_TWICE);
    assert_eq!(error.wanted, "one deal of member 3 before all");
    assert_eq!(
        error.found,
        "one before member 1 and another before member 2"
    );
}

#[test]
fn votes_that_make_no_sense_are_left_out() {
    let mut table = Table::new(CurveName::Ed25519, (2, 3), false);
    table.all_deal::<Ed25519>();
    table.all_check::<Ed25519>(false);
    let Body::Vote(vote) = table.message("vote-2").body else {
        panic!()
    };
    let complaint = |against| super::message::Complaint {
        against,
        why: Why::Unfit,
    };
    for complaints in [vec![2], vec![0], vec![4], vec![1, 1], vec![3, 1]] {
        let mut bad = vote.clone();
        bad.complaints = complaints.into_iter().map(complaint).collect();
        table.forge(2, Body::Vote(bad));
        assert_eq!(table.board(1).faults[0].1.slug, slug::DKG_MESSAGE);
        assert_eq!(table.refused::<Ed25519>(1, false).slug, slug::DKG_MISSING);
    }
    // A false complaint costs the dealer nothing but the complainer's own share.
    let mut lie = vote.clone();
    lie.complaints = vec![complaint(1)];
    table.forge(2, Body::Vote(lie));
    table.check::<Ed25519>(1, false);
    let ends = table.all_finish::<Ed25519>(false);
    assert_eq!(ends[0].group.qualified(), Some(&[1, 2, 3][..]));
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
    assert_eq!(ends[3].rebuilt, [2]);
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
    assert_eq!(ends[0].rebuilt, [2]);
    // After another count of votes nobody is to pay with its secret.
    let mut table = Table::new(CurveName::Ed25519, (2, 3), true);
    table.all_deal::<Ed25519>();
    table.all_check::<Ed25519>(false);
    table.all_check::<Ed25519>(false);
    let Body::Opening(opening) = table.message("open-2").body else {
        panic!()
    };
    let stale = Opening {
        settled: [7; 32],
        ..opening
    };
    table.forge(2, Body::Opening(stale));
    let error = check::<Ed25519>(&Part::new(table.state(1), &table.board(1)), false)
        .err()
        .unwrap();
    assert_eq!(error.slug, slug::DKG_VOTES);
    assert_eq!(table.refused::<Ed25519>(1, true).slug, slug::DKG_VOTES);
}

#[test]
fn the_last_dealer_chooses_where_nothing_hides() {
    let mut table = Table::new(CurveName::Ed25519, (2, 3), false);
    let steer = Mischief {
        wrong_share_to: Vec::new(),
        steer: Some("00".into()),
    };
    let early = deal::<Ed25519>(&Part::new(table.state(3), &table.board(3)), &steer)
        .err()
        .unwrap();
    assert_eq!(early.slug, slug::DKG_MISSING);
    table.all_deal::<Ed25519>();
    table.remove("deal-3");
    for name in ["share-3-to-1", "share-3-to-2"] {
        table.remove(name);
    }
    table.deal::<Ed25519>(3, &steer);
    table.all_check::<Ed25519>(false);
    let ends = table.all_finish::<Ed25519>(false);
    assert!(hex::encode(&ends[2].group.public_bytes()).ends_with("00"));
    holds(&ends);
    let hidden = Table::new(CurveName::Ed25519, (2, 3), true);
    let error = deal::<Ed25519>(&Part::new(hidden.state(3), &hidden.board(3)), &steer)
        .err()
        .unwrap();
    assert_eq!(error.slug, slug::DKG_HIDDEN);
}

#[test]
fn not_one_byte_of_a_message_may_change() {
    let mut table = Table::new(CurveName::Ed25519, (2, 2), true);
    table.all_deal::<Ed25519>();
    table.all_check::<Ed25519>(false);
    table.all_check::<Ed25519>(false);
    let folder = table.folder.clone();
    assert_eq!(folder.len(), 2 + 2 + 2 + 2 + 2);
    let board = table.board(1);
    for (name, good) in &folder {
        let key = board
            .signing(Message::read(good).unwrap().body.member())
            .unwrap();
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            let passes = Message::read(&bad).is_ok_and(|message| message.signed_by(key));
            assert!(!passes, "byte {at} of {name}");
        }
        for bad in [
            &good[..good.len() - 1],
            &[good, &b"\n"[..]].concat(),
            &[b" ", &good[..]].concat(),
        ] {
            assert!(Message::read(bad).is_err(), "{name}");
        }
        assert!(good.len() as u64 <= LARGEST);
    }
}

#[test]
fn the_largest_messages_fit() {
    let terms = Terms::new("", CurveName::Bls12381G2, (128, 128), true).unwrap();
    let mut coins = Coins::new(&[3; 32]);
    let state = State::start(terms, (1, None), None, &mut coins).unwrap();
    let dealt = Dealt::<Bls12381G2>::of(&Part::new(&state, &Board::new(&state)), &[1; 32], 0);
    let opening = dealt.opening([2; 32], &mut coins);
    assert!(state.sign(opening).unwrap().line().len() as u64 <= LARGEST);
}

#[test]
fn endorsements_are_checked() {
    let terms = Terms::new("", CurveName::Ed25519, (1, 2), false).unwrap();
    let lasting = ed25519_dalek::SigningKey::from_bytes(&[5; 32]);
    let mut coins = Coins::new(&[4; 32]);
    let state = State::start(terms.clone(), (1, None), Some(&lasting), &mut coins).unwrap();
    let message = state.announcement().unwrap();
    let mut board = Board::new(&state);
    board.announce(b"one", message.line().as_bytes());
    assert!(board.faults.is_empty());
    assert_eq!(
        board.identity(1),
        Some(&lasting.verifying_key().to_bytes()[..])
    );
    // Another member can't have it vouch for its keys.
    let other = State::start(terms, (2, None), None, &mut coins).unwrap();
    let (Body::Announcement(theirs), Body::Announcement(mut own)) =
        (message.body, other.announcement().unwrap().body)
    else {
        panic!()
    };
    own.identity = theirs.identity;
    own.endorsement = theirs.endorsement;
    let stolen = other.sign(Body::Announcement(own)).unwrap();
    board.announce(b"two", stolen.line().as_bytes());
    assert_eq!(board.faults[0].1.slug, slug::DKG_SIGNATURE);
}

#[test]
fn a_sealing_key_of_small_order_is_refused() {
    let table = Table::new(CurveName::Ed25519, (1, 2), false);
    let Body::Announcement(mut weak) = table.message("announce-2").body else {
        panic!()
    };
    weak.sealing = [0; 32];
    let message = table.state(2).sign(Body::Announcement(weak)).unwrap();
    let mut board = Board::new(table.state(1));
    board.announce(b"weak", message.line().as_bytes());
    assert_eq!(board.faults[0].1.slug, slug::DKG_MESSAGE);
    assert_eq!(board.missing(Kind::Announcement), [1, 2]);
}

#[test]
fn a_polynomial_comes_back_from_its_values() {
    let terms = [5, 0, 7, 11].map(Bls12381G1::number);
    let at = |x: u16| {
        let x = Bls12381G1::number(x.into());
        terms
            .iter()
            .rev()
            .fold(Bls12381G1::number(0), |sum, term| sum * x + *term)
    };
    let points: Vec<_> = [9, 2, 4, 7].map(|x| (x, at(x))).into();
    let found = through::<Bls12381G1>(&points).unwrap();
    assert!(found.iter().eq(&terms));
    assert!(through::<Bls12381G1>(&[points[0], points[0]]).is_err());
}

/// A group of 2 of 3 whose key is dealt anew to 3 of 4 others, of whom the first three are of it.
struct Again<C: Curve> {
    old: Group<C>,
    table: Table,
}

impl<C: Hiding> Again<C> {
    /// The old numbers of the new members 1, 2, ..; none deals nothing.
    fn new(size: (u64, u64), numbers: &[Option<u16>]) -> Self {
        let old = honest::<C>((2, 3), false);
        let terms = Terms::new("again", C::NAME, size, false).unwrap();
        let terms = terms.resharing(old[0].group.hash()).unwrap();
        let mut coins = Coins::new(&[77; 32]);
        let state = |(member, old): (u16, &Option<u16>)| {
            State::start(terms.clone(), (member, *old), None, &mut coins).unwrap()
        };
        let mut table = Table {
            states: (1..).zip(numbers).map(state).collect(),
            folder: Vec::new(),
        };
        for state in &table.states {
            let again = State::read(&state.text().unwrap()).unwrap();
            assert!(again.old == state.old && again.terms == state.terms);
        }
        for member in table.members() {
            let message = table.state(member).announcement().unwrap();
            table.put(&message);
        }
        Self { old, table }
    }

    fn part<'a>(&self, state: &'a State, board: &'a Board) -> Part<'a, C> {
        let share = state
            .old
            .map(|old| self.old[usize::from(old) - 1].share.clone());
        Part::new(state, board)
            .on(self.old[0].group.clone(), share)
            .unwrap()
    }

    fn say(&mut self, what: impl Fn(&Part<'_, C>) -> Result<Vec<Message>>) {
        for member in self.table.members() {
            let board = self.table.board(member);
            let said = what(&self.part(self.table.state(member), &board)).unwrap();
            for message in &said {
                self.table.put(message);
            }
        }
    }

    fn finish(&self, member: u16, over: bool) -> Result<Finished<C>> {
        finish(
            &self.part(self.table.state(member), &self.table.board(member)),
            over,
        )
    }
}

#[test]
fn a_key_is_dealt_anew_to_others_and_stays() {
    fn anew<C: Hiding>(size: (u64, u64), numbers: &[Option<u16>]) {
        let mut again = Again::<C>::new(size, numbers);
        again.say(|part| deal(part, &Mischief::default()));
        again.say(|part| Ok(check(part, false)?.messages));
        let ends: Vec<_> = again
            .table
            .members()
            .iter()
            .map(|m| again.finish(*m, false).unwrap())
            .collect();
        holds(&ends);
        let group = &ends[0].group;
        assert!(group.public_key() == again.old[0].group.public_key());
        assert!(group.hash() != again.old[0].group.hash());
        assert!(
            ends.iter()
                .all(|end| end.group == *group && end.text == ends[0].text)
        );
        // An old share and a new one are no two shares.
        let weights = weights::<C>(&[1, 2]).unwrap();
        let mixed =
            *again.old[0].share.secret() * weights[0] + *ends[1].share.secret() * weights[1];
        assert!(C::public(&mixed) != group.public_key());
    }
    anew::<Bls12381G1>((2, 3), &[Some(1), Some(2), Some(3)]);
    anew::<Ed25519>((3, 4), &[None, Some(3), Some(1), None]);
    anew::<Secp256k1>((1, 2), &[Some(2), Some(1)]);
}

#[test]
fn who_deals_anew_deals_the_share_that_it_has() {
    let mut again = Again::<Ed25519>::new((2, 4), &[Some(3), Some(2), Some(1), None]);
    again.say(|part| deal(part, &Mischief::default()));
    // Member 1 deals another secret than its share, with a proof that holds.
    let ceremony = again.table.board(1).ceremony(again.table.state(1)).unwrap();
    let other = {
        let board = again.table.board(1);
        let part = Part::<Ed25519>::new(again.table.state(1), &board);
        Dealt::of(&part, &ceremony, 0).deal()
    };
    again.table.forge(1, other);
    let checked = {
        let board = again.table.board(2);
        check(&again.part(again.table.state(2), &board), false).unwrap()
    };
    let wanted = "dealt wrongly: wanted commitments to the share that the dealer has of the group, found others";
    assert_eq!(checked.dealers[0], (1, Err(wanted.into())));
    assert_eq!(checked.dealers.len(), 3);
    again.say(|part| Ok(check(part, false)?.messages));
    let end = again.finish(4, false).unwrap();
    assert_eq!(end.group.qualified(), Some(&[2, 3][..]));
    assert!(end.group.public_key() == again.old[0].group.public_key());
}

#[test]
fn a_ceremony_on_a_group_wants_that_group_and_share() {
    let mut again = Again::<Ed25519>::new((2, 3), &[Some(1), Some(2), None]);
    let state = again.table.state(1);
    let board = again.table.board(1);
    let bare = Part::<Ed25519>::new(state, &board);
    let error = deal(&bare, &Mischief::default()).err().unwrap();
    assert_eq!(error.slug, slug::GROUP_MIXED);
    let other = honest::<Ed25519>((2, 3), true);
    let wrong = Part::new(state, &board)
        .on(other[0].group.clone(), None)
        .err()
        .unwrap();
    assert_eq!((wrong.slug, wrong.input), (slug::GROUP_MIXED, "group"));
    for share in [None, Some(again.old[1].share.clone())] {
        let group = again.old[0].group.clone();
        let wrong = Part::new(state, &board).on(group, share).err().unwrap();
        assert_eq!((wrong.slug, wrong.input), (slug::GROUP_MIXED, "share"));
    }
    // Who has no share deals nothing, whatever it says.
    let lie = Table::new(CurveName::Ed25519, (2, 3), false);
    let stranger = lie.message("announce-3");
    again.table.put_as("stranger", &stranger);
    assert_eq!(again.table.board(1).faults[0].1.slug, slug::DKG_FOREIGN);
    // Two with one number in the old group.
    let twice = Again::<Ed25519>::new((2, 3), &[Some(1), Some(1), None]);
    let error = twice
        .table
        .board(3)
        .ceremony(twice.table.state(3))
        .unwrap_err();
    assert_eq!(error.slug, slug::DKG_TWICE);
    let hidden = Terms::new("", CurveName::Ed25519, (2, 3), true).unwrap();
    assert!(hidden.resharing([1; 32]).is_err());
}

/// Shares that were published must never be enough for the dealer's polynomial: a dealer of whom t
/// complain is out, and answers none of them.
#[test]
fn a_dealer_of_whom_the_threshold_complain_is_out_and_answers_none() {
    let mut table = Table::new(CurveName::Ed25519, (2, 3), false);
    table.all_deal::<Ed25519>();
    let mischief = Mischief {
        wrong_share_to: vec![1, 2],
        steer: None,
    };
    table.deal::<Ed25519>(3, &mischief);
    table.all_check::<Ed25519>(false);
    table.all_check::<Ed25519>(false);
    let answers = |table: &Table| {
        let names = table.folder.iter().map(|(name, _)| name);
        names.filter(|name| name.starts_with("answer")).count()
    };
    assert_eq!(answers(&table), 0);
    let ends = table.all_finish::<Ed25519>(false);
    holds(&ends);
    let why = "is complained of by 2 members";
    assert_eq!(ends[0].standings[&3], Standing::Out(why.into()));
}

/// Whoever carries the messages and drops all shares gets nobody to publish them.
#[test]
fn shares_that_were_dropped_are_not_published() {
    let mut table = Table::new(CurveName::Secp256k1, (2, 3), false);
    table.all_deal::<Secp256k1>();
    table.folder.retain(|(name, _)| !name.starts_with("share-"));
    table.all_check::<Secp256k1>(true);
    table.all_check::<Secp256k1>(true);
    let names: Vec<&String> = table.folder.iter().map(|(name, _)| name).collect();
    for dealer in 1..=3 {
        let answers = format!("answer-{dealer}-");
        let answers = names.iter().filter(|name| name.starts_with(&answers));
        assert!(answers.count() < 2, "{names:?}");
    }
    assert_eq!(table.refused::<Secp256k1>(1, true).slug, slug::DKG_TOO_FEW);
}

/// Openings that are only late are not taken for silence by everybody at once.
#[test]
fn not_everybody_is_pooled() {
    let mut table = Table::new(CurveName::Ed25519, (2, 3), true);
    table.all_deal::<Ed25519>();
    table.all_check::<Ed25519>(false);
    let board = table.board(1);
    let part = Part::new(table.state(1), &board);
    let error = check::<Ed25519>(&part, true).err().unwrap();
    assert_eq!(error.slug, slug::DKG_MISSING);
    assert_eq!(error.found, "none of members 2, 3");
}
