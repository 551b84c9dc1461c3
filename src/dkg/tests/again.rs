//! A group's key dealt anew, without a dealer.

use super::*;

/// A group of 2 of 3 whose key is dealt anew to 3 of 4 others, of whom the first three are of it.
struct Again<C: Curve> {
    old: Group<C>,
    table: Table,
}

fn any<C: Curve>(ends: &[Finished<C>]) -> AnyGroup {
    AnyGroup::read(ends[0].group.text().as_bytes()).unwrap()
}

fn any_share<C: Curve>(end: &Finished<C>) -> AnyShare {
    AnyShare::read(end.share.text().bytes()).unwrap()
}

impl<C: Hiding> Again<C> {
    /// The old numbers of the new members 1, 2, ..; none deals nothing.
    fn new(size: (u64, u64), numbers: &[Option<u16>]) -> Self {
        let old = honest::<C>((2, 3), false);
        let terms = Terms::new("again", C::NAME, size, false).unwrap();
        let terms = terms.resharing(old[0].group.hash()).unwrap();
        let mut coins = Coins::new(&[77; 32]);
        let state = |(member, number): (u16, &Option<u16>)| {
            let state = State::start(terms.clone(), member, &mut coins).unwrap();
            let Some(number) = number else {
                return state;
            };
            let share = any_share(&old[usize::from(*number) - 1]);
            state.holding(&any(&old), &share, &mut coins).unwrap()
        };
        let mut table = Table {
            states: (1..).zip(numbers).map(state).collect(),
            base: Some(any(&old)),
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
        let to: Vec<_> = (1..=4).map(|to| (to, board.sealing(to).unwrap())).collect();
        Dealt::of(&part, &ceremony, 0).deal(&part, &to, &[])
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

/// Who has no share can't take the place of one who has: the announcement proves it.
#[test]
fn another_ones_number_is_not_ones_own() {
    let again = Again::<Ed25519>::new((2, 3), &[Some(1), Some(2), None]);
    let said = |member: u16| match again.table.state(member).announcement().unwrap().body {
        Body::Announcement(said) => said,
        _ => panic!(),
    };
    let (owner, mut thief) = (said(1), said(3));
    // Its number with no proof, with the owner's, and with one of the thief's own old share.
    let coins = &mut Coins::new(&[8; 32]);
    let bare = State::start(again.table.state(3).terms.clone(), 3, coins).unwrap();
    let own = any_share(&again.old[2]);
    let proven = bare.holding(&any(&again.old), &own, coins).unwrap();
    let Body::Announcement(proven) = proven.announcement().unwrap().body else {
        panic!()
    };
    thief.old = Some(1);
    for (holds, slug) in [
        (None, slug::DKG_MESSAGE),
        (Some(Vec::new()), slug::DKG_SIGNATURE),
        (owner.holds.clone(), slug::DKG_SIGNATURE),
        (proven.holds.clone(), slug::DKG_SIGNATURE),
    ] {
        thief.holds = holds;
        let said = Body::Announcement(thief.clone());
        let message = again.table.state(3).sign(said).unwrap();
        let mut board = Board::new(again.table.state(2), again.table.base.clone());
        board.announce(b"thief", message.line().as_bytes());
        assert_eq!(board.faults[0].1.slug, slug);
        assert_eq!(board.missing(Kind::Announcement), [1, 2, 3]);
    }
    // What was read beside no group is not taken for one that was.
    let board = Board::new(again.table.state(3), None);
    let part = Part::<Ed25519>::new(again.table.state(3), &board);
    assert!(part.on(again.old[0].group.clone(), None).is_err());
}

#[test]
fn a_share_that_does_not_fit_begins_nothing() {
    let again = Again::<Ed25519>::new((2, 3), &[Some(1), Some(2), None]);
    let group = any(&again.old);
    let terms = || again.table.state(1).terms.clone();
    let coins = &mut Coins::new(&[9; 32]);
    let state = |coins: &mut Coins| State::start(terms(), 1, coins).unwrap();
    let mut text = String::from_utf8(again.old[0].share.text().bytes().to_vec()).unwrap();
    text = text.replace("\"member\":1", "\"member\":2");
    let moved = AnyShare::read(text.as_bytes()).unwrap();
    let error = state(coins).holding(&group, &moved, coins).err().unwrap();
    assert_eq!(error.slug, slug::MEMBER_UNFIT);
    let foreign = any_share(&honest::<Ed25519>((2, 3), true)[0]);
    let error = state(coins).holding(&group, &foreign, coins).err().unwrap();
    assert_eq!(error.slug, slug::GROUP_MIXED);
    let curve = any_share(&honest::<Secp256k1>((2, 3), false)[0]);
    let error = state(coins).holding(&group, &curve, coins).err().unwrap();
    assert_eq!(error.slug, slug::GROUP_MIXED);
}
