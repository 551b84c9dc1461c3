//! Who is wrong is named, and nobody else is.

use super::*;

/// What is said of one wrong part among good ones.
fn blamed(meeting: &Meeting, change: impl FnOnce(&mut Vec<Partial>)) -> Vec<(usize, String)> {
    let mut parts = meeting.parts(&order(Format::Raw), b"hello");
    change(&mut parts);
    let refused = meeting.join(b"hello", &parts).unwrap_err();
    let said = refused.blamed.iter();
    said.map(|(at, error)| (*at, error.to_string())).collect()
}

fn said(at: usize, words: &str) -> Vec<(usize, String)> {
    vec![(at, words.to_owned())]
}

#[test]
fn a_wrong_number_is_its_members() {
    let meeting = of(3, 5, &[1, 3, 4], 2);
    for bit in [0, 100, 250] {
        let found = blamed(&meeting, |parts| {
            parts[1].signature[bit / 8] ^= 1 << (bit % 8);
        });
        assert_eq!(
            found,
            said(1, "member 3: it does not fit the member's public share")
        );
    }
    let found = blamed(&meeting, |parts| parts[2].signature = [0xff; 32]);
    assert_eq!(
        found,
        said(
            2,
            "member 4: wanted a number below the order, found one past it"
        )
    );
    let both = blamed(&meeting, |parts| {
        parts[0].signature[0] ^= 1;
        parts[2].signature[0] ^= 1;
    });
    let words = "it does not fit the member's public share";
    let wanted = [
        (0, format!("member 1: {words}")),
        (2, format!("member 4: {words}")),
    ];
    assert_eq!(both, wanted);
    // The right number under another's name.
    let found = blamed(&meeting, |parts| {
        parts[0].member = 3;
        parts[1].member = 1;
    });
    assert_eq!(found.len(), 2);
}

#[test]
fn a_part_of_something_else_is_named() {
    let meeting = of(3, 5, &[1, 3, 4], 2);
    let other = of(3, 5, &[1, 3, 4], 3);
    let found = blamed(&meeting, |parts| parts[1].member = 5);
    assert_eq!(
        found[0].1,
        "member 5: wanted one of the members who committed, 1,3,4, found another"
    );
    let found = blamed(&meeting, |parts| parts[1].message[0] ^= 1);
    assert_eq!(found, said(1, "member 3: it is on another message"));
    let found = blamed(&meeting, |parts| parts[1].commitments[0] ^= 1);
    assert_eq!(
        found,
        said(1, "member 3: it was signed with other commitments")
    );
    let theirs = other.parts(&order(Format::Raw), b"hello").remove(1);
    let found = blamed(&meeting, |parts| parts[1] = theirs);
    assert!(
        found[0]
            .1
            .starts_with("member 3: wanted a partial signature for group")
    );
    // A part of the same members on the same message, by other nonces.
    let mut coins = Coins::new(&[9; 32]);
    let (roster, nonces) = committed(&meeting.group, &meeting.shares, &[1, 3, 4], &mut coins);
    let signer = Signer::new(&meeting.group, &meeting.shares[&3], &roster).unwrap();
    let replayed = signer.first(copied(&nonces[&3]), &order(Format::Raw), b"hello", &Deaf);
    let found = blamed(&meeting, |parts| parts[1] = replayed.unwrap().0);
    assert_eq!(
        found,
        said(1, "member 3: it was signed with other commitments")
    );
    let found = blamed(&meeting, |parts| parts[1].order = order(Format::SshSig));
    let words =
        "member 3: wanted a part of a signature in the format raw, found sshsig for \"file\"";
    assert_eq!(found, said(1, words));
}

#[test]
fn two_parts_of_one_member_are_seen() {
    let meeting = of(3, 5, &[1, 3, 4], 2);
    // Of two that differ the one that holds counts, wherever it stands.
    let words = "member 3: it does not fit the member's public share";
    for last in [false, true] {
        let mut parts = meeting.parts(&order(Format::Raw), b"hello");
        let mut one = parts[1].clone();
        one.signature[0] ^= 1;
        let at = if last { 3 } else { 0 };
        parts.insert(at, one);
        let joined = meeting.join(b"hello", &parts).unwrap();
        let left_out: Vec<_> = joined
            .left_out
            .iter()
            .map(|(at, e)| (*at, e.to_string()))
            .collect();
        assert_eq!(left_out, said(at, words));
    }
    let mut parts = meeting.parts(&order(Format::Raw), b"hello");
    let mut stray = parts[1].clone();
    stray.message[0] ^= 1;
    parts.insert(0, stray);
    let joined = meeting.join(b"hello", &parts).unwrap();
    assert_eq!(
        joined.left_out[0].1.to_string(),
        "member 3: it is on another message"
    );
    // Where neither holds both are blamed.
    let found = blamed(&meeting, |parts| {
        parts[1].signature[0] ^= 1;
        let mut one = parts[1].clone();
        one.signature[0] ^= 2;
        parts.push(one);
    });
    assert_eq!(found, [(1, words.to_owned()), (3, words.to_owned())]);
    let mut parts = meeting.parts(&order(Format::Raw), b"hello");
    parts.push(parts[0].clone());
    assert_eq!(meeting.join(b"hello", &parts).unwrap().copies, [3]);
    // One is missing: nobody is wrong.
    let refused = meeting.join(b"hello", &parts[1..3]).unwrap_err();
    assert_eq!(refused.error.slug, slug::FROST_TOO_FEW);
    assert!(refused.blamed.is_empty() && refused.error.found == "none of 1");
}

#[test]
fn commitments_that_do_not_go_together_are_refused() {
    let meeting = of(2, 3, &[1, 2, 3], 4);
    let other = of(2, 3, &[1, 2, 3], 5);
    let commitment = |of: &Meeting, member| of.roster.of_member(member).unwrap().clone();
    let [one, two, three] = [1, 2, 3].map(|member| commitment(&meeting, member));
    let refused = |all: &[&Commitment]| {
        let all = all.iter().map(|one| (*one).clone()).collect();
        Roster::of(&meeting.group, all).unwrap_err()
    };
    assert_eq!(refused(&[&one]).slug, slug::FROST_TOO_FEW);
    assert_eq!(refused(&[]).slug, slug::FROST_TOO_FEW);
    let twice = refused(&[&one, &two, &one]);
    assert_eq!(
        twice.to_string(),
        "member 1: wanted one commitment of each member, found two"
    );
    let foreign = refused(&[&one, &commitment(&other, 2)]);
    assert!(
        foreign
            .to_string()
            .starts_with("member 2: wanted a commitment for group")
    );
    let mut past = two.clone();
    past.member = 4;
    assert_eq!(refused(&[&one, &past]).slug, slug::NO_MEMBER);
    // Who signs must have committed, by the nonces at hand.
    let roster = |all: Vec<Commitment>| Roster::of(&meeting.group, all).unwrap();
    let without = roster(vec![two.clone(), three.clone()]);
    let absent = Signer::new(&meeting.group, &meeting.shares[&1], &without);
    assert_eq!(absent.err().unwrap().slug, slug::FROST_COMMITMENT);
    let altered = [
        Commitment {
            pairs: [three.pairs[0], one.pairs[1]],
            ..one.clone()
        },
        Commitment {
            pairs: [one.pairs[0], three.pairs[1]],
            ..one.clone()
        },
        Commitment {
            pairs: [one.pairs[1], one.pairs[0]],
            ..one.clone()
        },
    ];
    for altered in altered {
        let roster = roster(vec![altered, two.clone()]);
        let signer = Signer::new(&meeting.group, &meeting.shares[&1], &roster).unwrap();
        let order = order(Format::Raw);
        let made = signer.first(copied(&meeting.nonces[&1]), &order, b"hello", &Deaf);
        let error = made.err().unwrap();
        assert_eq!(error.slug, slug::FROST_COMMITMENT);
        assert!(
            error
                .to_string()
                .ends_with("found another, replayed or altered"),
            "{error}"
        );
    }
}

#[test]
fn nonces_and_shares_of_others_sign_nothing() {
    let meeting = of(2, 3, &[1, 2, 3], 4);
    let other = of(2, 3, &[1, 2, 3], 5);
    // Nonces of another member, or for another group.
    let refused = |nonce: &Nonce| {
        let made = meeting
            .signer(1)
            .first(copied(nonce), &order(Format::Raw), b"", &Deaf);
        made.err().unwrap().slug
    };
    assert_eq!(refused(&meeting.nonces[&2]), slug::FROST_NONCE);
    assert_eq!(refused(&other.nonces[&1]), slug::FROST_NONCE);
    // A share of another group.
    let stray = Signer::new(&meeting.group, &other.shares[&1], &meeting.roster);
    assert_eq!(stray.err().unwrap().slug, slug::GROUP_MIXED);
}

/// One check is made of all, and whoever is wrong among many is found.
#[test]
fn wrong_ones_among_many_are_found() {
    let who: Vec<u16> = (1..=24).collect();
    let meeting = of(20, 24, &who, 6);
    let found = blamed(&meeting, |parts| {
        for at in [2, 3, 17] {
            parts[at].signature[1] ^= 4;
        }
    });
    let places: Vec<usize> = found.iter().map(|(at, _)| *at).collect();
    assert_eq!(places, [2, 3, 17]);
    // Errors that cancel each other out in a plain sum.
    let found = blamed(&meeting, |parts| {
        for (at, sign) in [(4, 1), (9, -1)] {
            let one = Ed25519::number(1);
            let one = if sign < 0 {
                Ed25519::number(0) - one
            } else {
                one
            };
            let share = Ed25519::scalar_of(&parts[at].signature).unwrap() + one;
            parts[at].signature = share.to_bytes();
        }
    });
    let places: Vec<usize> = found.iter().map(|(at, _)| *at).collect();
    assert_eq!(places, [4, 9]);
}

#[test]
fn what_most_members_say_counts() {
    let orders = [order(Format::Raw), order(Format::Minisign)];
    let said = [(1, &orders[0]), (2, &orders[1]), (3, &orders[1])];
    assert_eq!(usual(said.into_iter()), Some(&orders[1]));
    // One member says it as often as it likes.
    let said = [
        (1, &orders[0]),
        (1, &orders[0]),
        (2, &orders[1]),
        (3, &orders[1]),
    ];
    assert_eq!(usual(said.into_iter()), Some(&orders[1]));
    assert_eq!(usual(std::iter::empty::<(u16, &Order)>()), None);
    for bad in ["a\u{1b}[2Jb", "a\rb", "a\u{9b}b"] {
        let error = Order::check_comment(bad).unwrap_err();
        assert_eq!(error.slug, slug::OUT_OF_RANGE, "{bad:?}");
    }
    assert!(Order::check_comment("group:1\tmembers:1").is_ok());
}
