//! Whole ceremonies in memory: honest ones on every curve, and every kind of cheater.

use super::ballot::Standing;
use super::deal::Dealt;
use super::message::{Body, Complaint, Deal, Digits, Kind, LARGEST, Message, Opening, Vote};
use super::review::Why;
use super::seal;
use super::second::Hiding;
use super::state::State;
use super::step::{Finished, Mischief, check, deal, finish, through};
use super::{Board, Part, Terms};
use crate::codec::hex;
use crate::coins::Coins;
use crate::error::{Error, Result, slug};
use crate::group::curve::Pairing;
use crate::group::{
    AnyGroup, AnyShare, Bls12381G1, Bls12381G2, Curve, CurveName, Ed25519, Secp256k1, weights,
};
use crate::secret::Secret;

/// Members that make a key, and the folder of their messages.
struct Table {
    states: Vec<State>,
    /// The group whose key is dealt anew.
    base: Option<AnyGroup>,
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
            State::start(terms.clone(), member as u16, &mut coins).unwrap()
        };
        let states: Vec<_> = (1..=n).map(state).collect();
        let mut table = Self {
            states,
            base: None,
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
        let mut board = Board::new(self.state(member), self.base.clone());
        for (name, bytes) in &self.folder {
            board.announce(name.as_bytes(), bytes);
        }
        board.settle();
        for (name, bytes) in &self.folder {
            board.take(name.as_bytes(), bytes);
        }
        board
    }

    fn deal_of(&self, member: u16) -> Deal {
        match self.message(&format!("deal-{member}")).body {
            Body::Deal(deal) => deal,
            _ => panic!(),
        }
    }

    fn vote_of(&self, member: u16) -> Vote {
        match self.message(&format!("vote-{member}")).body {
            Body::Vote(vote) => vote,
            _ => panic!(),
        }
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
    assert_eq!(folder.len(), 2 + 2 + 2 + 2);
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
    let state = State::start(terms, 1, &mut coins).unwrap();
    let board = Board::new(&state, None);
    let part = Part::new(&state, &board);
    let mut dealt = Dealt::<Bls12381G2>::of(&part, &[1; 32], 0);
    let opening = dealt.opening([2; 32], &mut coins);
    assert!(state.sign(opening).unwrap().line().len() as u64 <= LARGEST);
    let key = seal::Sealing::generator();
    let all: Vec<_> = (1..=128).map(|to| (to, key)).collect();
    let deal = dealt.deal(&part, &all, &[]);
    assert!(state.sign(deal).unwrap().line().len() as u64 <= LARGEST);
    let digits = |bytes| Digits(vec![255; bytes]);
    let seen = |member| super::message::Seen {
        member,
        deal: [255; 32],
        signature: [255; 64],
    };
    let complaint = |against| Complaint {
        against,
        opens: digits(32),
        proof: vec![digits(32); 3],
    };
    // Half of them deal twice, and all are complained of.
    let vote = Body::Vote(Vote {
        version: 1,
        ceremony: [255; 32],
        member: 128,
        deals: (1..=128).chain(64..=128).map(seen).collect(),
        complaints: (1..=127).map(complaint).collect(),
    });
    assert!(state.sign(vote).unwrap().line().len() as u64 <= LARGEST);
}

#[test]
fn endorsements_are_checked() {
    let terms = Terms::new("", CurveName::Ed25519, (1, 2), false).unwrap();
    let lasting = ed25519_dalek::SigningKey::from_bytes(&[5; 32]);
    let mut coins = Coins::new(&[4; 32]);
    let state = State::start(terms.clone(), 1, &mut coins).unwrap();
    let state = state.vouched(&lasting).unwrap();
    let message = state.announcement().unwrap();
    let mut board = Board::new(&state, None);
    board.announce(b"one", message.line().as_bytes());
    assert!(board.faults.is_empty());
    assert_eq!(
        board.identity(1),
        Some(&lasting.verifying_key().to_bytes()[..])
    );
    // Another member can't have it vouch for its keys.
    let other = State::start(terms, 2, &mut coins).unwrap();
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
    // y = 0 is of order 4; the next is outside of the group by a point of order 2.
    let point = seal::Sealing::decode(&weak.sealing).unwrap();
    let two = curve25519_dalek::constants::EIGHT_TORSION[4];
    for bad in [[0; 32], (point + two).compress().to_bytes(), [255; 32]] {
        weak.sealing = bad;
        let said = Body::Announcement(weak.clone());
        let message = table.state(2).sign(said).unwrap();
        let mut board = Board::new(table.state(1), None);
        board.announce(b"weak", message.line().as_bytes());
        assert_eq!(board.faults[0].1.slug, slug::DKG_MESSAGE);
        assert_eq!(board.missing(Kind::Announcement), [1, 2]);
    }
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

mod again;
mod cheats;
mod liars;
