//! Mnemonics: the published vectors, groups, plans.

use super::*;

const VECTORS: &str = include_str!("../../../tests/vectors/shamir/slip39.json");

fn refusal(result: std::result::Result<Zeroizing<Vec<u8>>, Refused>) -> Option<Error> {
    result.err().map(|refused| refused.error)
}

#[test]
fn the_published_vectors() {
    let all: Vec<serde_json::Value> = serde_json::from_str(VECTORS).expect("json");
    assert_eq!(all.len(), 45);
    for vector in all {
        let name = vector[0].as_str().expect("a name");
        let texts = vector[1].as_array().expect("mnemonics");
        let read: Result<Vec<Mnemonic>> = texts
            .iter()
            .map(|text| Mnemonic::read(text.as_str().expect("text")))
            .collect();
        let found = read
            .map_err(Refused::from)
            .and_then(|all| join(&all, b"TREZOR"));
        let wanted = vector[2].as_str().expect("hex");
        match found {
            Ok(secret) => assert_eq!(crate::codec::hex::encode(&secret), wanted, "{name}"),
            Err(refused) => assert_eq!(wanted, "", "{name}: {}", refused.error),
        }
        for text in texts.iter().filter(|_| !wanted.is_empty()) {
            let text = text.as_str().expect("text");
            assert_eq!(Mnemonic::read(text).expect("read").text(), text);
        }
    }
}

fn dealt(group_threshold: u8, groups: &[(u8, u8)]) -> Vec<Vec<Mnemonic>> {
    let plan = Plan {
        group_threshold,
        groups: groups.to_vec(),
        extendable: true,
        exponent: 0,
    };
    split(
        b"a secret of 18 b..",
        b"pass",
        &plan,
        &mut Coins::new(&[8; 32]),
    )
    .expect("split")
}

#[test]
fn groups_and_more_than_are_needed() {
    let all = dealt(2, &[(2, 3), (1, 1), (3, 5)]);
    let pick = |picks: &[(usize, usize)]| {
        picks
            .iter()
            .map(|(group, member)| all[*group][*member].clone())
            .collect::<Vec<_>>()
    };
    for picks in [
        &[(0, 0), (0, 2), (1, 0)][..],
        &[(1, 0), (2, 1), (2, 3), (2, 4)],
        &[
            (0, 0),
            (0, 1),
            (0, 2),
            (1, 0),
            (2, 0),
            (2, 1),
            (2, 2),
            (2, 3),
            (2, 4),
            (2, 4),
        ],
    ] {
        let secret = join(&pick(picks), b"pass").expect("joined");
        assert_eq!(&secret[..], b"a secret of 18 b..");
    }
    let few = refusal(join(&pick(&[(0, 0), (0, 2), (2, 0)]), b"pass")).expect("too few");
    assert_eq!(
        few.to_string(),
        "wanted 2 whole groups of 3, found 1; and 1 of 3 of group 3"
    );
    let mut odd = pick(&[(0, 0), (0, 1), (0, 2), (1, 0)]);
    odd[2].value[0] ^= 1;
    assert_eq!(
        refusal(join(&odd, b"pass")).expect("odd").slug,
        slug::SHARES_UNFIT
    );
    let other = pick(&[(0, 0), (0, 2), (1, 0)]);
    assert_ne!(
        join(&other, b"other").expect("another secret")[..],
        b"a secret of 18 b.."[..]
    );
    assert!(join(&other, "ö".as_bytes()).is_err());
}

#[test]
fn plans_that_make_no_sense_are_refused() {
    let mut coins = Coins::new(&[8; 32]);
    for (group_threshold, groups) in [
        (1, vec![]),
        (2, vec![(1, 1)]),
        (0, vec![(1, 1)]),
        (1, vec![(1, 2)]),
        (1, vec![(3, 2)]),
        (1, vec![(2, 17)]),
    ] {
        let plan = Plan {
            group_threshold,
            groups,
            extendable: true,
            exponent: 0,
        };
        assert!(split(&[0; 16], b"", &plan, &mut coins).is_err(), "{plan:?}");
    }
    let plan = Plan {
        group_threshold: 1,
        groups: vec![(2, 2)],
        extendable: true,
        exponent: 0,
    };
    for len in [0, 14, 15, 17, 66] {
        assert!(
            split(&vec![0; len], b"", &plan, &mut coins).is_err(),
            "{len}"
        );
    }
}
