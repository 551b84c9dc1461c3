//! Tests of the file above.

use super::*;
use crate::crdt::code::{behind, close};
use crate::crdt::samples::{plain, text};
use proptest::prelude::*;

/// Ids that begin alike: short ones, and longer ones that may end with a zero.
fn id() -> impl Strategy<Value = String> {
    let short = (text("ab", 0..10), text(&plain(), 1..13));
    let long = (text("ab", 0..41), text("\0", 0..2));
    let joined = |(start, end): (String, String)| start + &end;
    prop_oneof![short.prop_map(joined), long.prop_map(joined)]
}

/// The codes of ids in order, each by the short way where it can be and else by the other; and
/// how many went the short way.
fn codes(keys: &[String], short: bool) -> (Vec<Code>, usize) {
    let (mut batch, mut plain) = (Batch::default(), 0);
    batch.begin();
    for key in keys {
        let text = format!("\"{key}\":7,\"{}", " ".repeat(PLAIN));
        if short && batch.push_plain::<b'"'>(text.as_bytes()) == Some(key.len() + 5) {
            plain += 1;
            continue;
        }
        let put = batch.put(key.as_bytes());
        assert_eq!(batch.push_sorted(put, Count::from(7), false), Pushed::Yes);
    }
    let ids: Vec<_> = batch.iter().map(|(id, _)| id.to_vec()).collect();
    assert!(ids.iter().zip(keys).all(|(id, key)| id == key.as_bytes()));
    ((0..keys.len()).map(|i| batch.code(i)).collect(), plain)
}

proptest! {
    #[test]
    fn the_short_way_gives_the_same_codes(
        keys in proptest::collection::btree_set(id(), 2..30),
    ) {
        let keys: Vec<String> = keys.into_iter().collect();
        let (short, plain) = codes(&keys, true);
        prop_assert_eq!(&short, &codes(&keys, false).0);
        let fits = |pair: &[String]| {
            pair[0].len() < 8 * WORDS && pair[1].len() < 8 * WORDS && !pair[0].contains('\0') && !pair[1].contains('\0')
        };
        prop_assert!(plain >= keys.windows(2).filter(|pair| fits(pair)).count());
    }

    #[test]
    fn codes_order_as_bytes_do(mut keys in proptest::collection::vec(text("a\0", 0..19), 3)) {
        keys.sort_unstable();
        let mut batch = Batch::default();
        for key in &keys {
            let put = batch.put(key.as_bytes());
            batch.push(put, Count::ZERO);
        }
        let [base, a, b] = [0, 1, 2].map(|i| batch.key(i).expect("a key"));
        let (to_a, to_b) = (a.code_behind(base, 0).expect("behind"), b.code_behind(base, 0).expect("behind"));
        prop_assert_eq!(to_a == 0, keys[0] == keys[1]);
        prop_assert!(to_a <= to_b);
        if to_a == to_b && to_a & 1 == 0 {
            prop_assert_eq!(&keys[1], &keys[2]);
        }
        if close(to_a, to_b) {
            let deeper = b.code(a, behind(to_a)).expect("behind");
            prop_assert_eq!(deeper, b.code_behind(a, 0).expect("behind"));
        } else {
            // The loser of a match keeps its code: it is the one behind the winner too.
            prop_assert_eq!(to_b, b.code_behind(a, 0).expect("behind"));
        }
    }
}
