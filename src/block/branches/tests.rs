//! Branches made here: heavy, long, crowded, out of order, broken.

use super::*;
use crate::block::network::Network;

/// A network that asks for no work worth the name.
fn network() -> Network {
    let own = br#"{"name":"own","limit":"207fffff","spacing":10,"interval":4}"#;
    Network::from_json(own).unwrap()
}

/// A header behind another, of the bits that the rules want; `salt` makes it one of its own.
fn mined(network: &Network, before: Option<(&State, u32)>, salt: u8) -> (Raw, Hash256, State) {
    let chain = Chain::new(network);
    let time = before.map_or(1000, |(state, gap)| state.latest() + gap);
    let bits = before.and_then(|(state, _)| chain.wanted_bits(state, time).unwrap());
    let mut fields = Fields {
        version: 4,
        previous: before.map_or([0; 32], |(state, _)| state.hash),
        root: [salt; 32],
        time,
        bits: bits.unwrap_or(0x207f_ffff),
        nonce: 0,
    };
    loop {
        let header = Header::of(&fields);
        let hash = header.hash();
        let mut chain = Chain::new(network);
        let state = match before {
            Some((state, _)) => chain.next(state, &header, &hash),
            None => chain.first(&header, &hash),
        };
        if let Ok(state) = state {
            return (header.0, hash, state);
        }
        fields.nonce += 1;
    }
}

/// `count` headers behind a state, `gap` seconds apart.
fn branch(
    network: &Network,
    from: Option<State>,
    count: usize,
    gap: u32,
    salt: u8,
) -> Vec<(Raw, Hash256, State)> {
    let mut made: Vec<(Raw, Hash256, State)> = Vec::new();
    for _ in 0..count {
        let before = made.last().map(|(_, _, state)| *state).or(from);
        made.push(mined(
            network,
            before.as_ref().map(|state| (state, gap)),
            salt,
        ));
    }
    made
}

fn push_all(tree: &mut Tree<'_>, headers: &[(Raw, Hash256, State)]) {
    for (raw, hash, _) in headers {
        tree.push(raw, hash).unwrap();
    }
}

#[test]
fn work_beats_length() {
    let network = network();
    let main = branch(&network, None, 9, 10, 0);
    // Slow blocks keep the easiest target; fast ones make it harder, period by period.
    let slow = branch(&network, Some(main[8].2), 12, 40, 1);
    let fast = branch(&network, Some(main[8].2), 11, 3, 2);
    let mut tree = Tree::new(&network, Chain::new(&network));
    for part in [&main, &slow, &fast] {
        push_all(&mut tree, part);
    }
    let (slow, fast) = (slow[11].2, fast[10].2);
    assert!(fast.work > slow.work && fast.height < slow.height);
    let best = |rule| tree.best(rule).unwrap().0.hash;
    assert_eq!(best(Rule::Heaviest), fast.hash);
    assert_eq!(best(Rule::Longest), slow.hash);
    assert_eq!(best(Rule::Ghost), fast.hash);
    let tip = |state: &State| tree.find(&state.hash).unwrap();
    let way = tree.way(&tip(&slow), &tip(&fast));
    assert_eq!(way.fork, (8, main[8].1));
    assert_eq!((way.disconnect.len(), way.connect.len()), (12, 11));
    assert_eq!(way.disconnect[0], (20, slow.hash));
    assert_eq!(way.connect[10], (19, fast.hash));
    assert_eq!(tree.tips().len(), 2);
    for (tip, state) in tree.tips().iter().zip([slow, fast]) {
        assert_eq!((tip.height, tip.work), (state.height, state.work));
    }
}

#[test]
fn ghost_counts_what_the_chains_leave_out() {
    let network = network();
    let main = branch(&network, None, 2, 10, 0);
    let from = |of: &[(Raw, Hash256, State)]| of.last().map(|(_, _, state)| *state);
    // A long lonely branch against a short one with many siblings.
    let lonely = branch(&network, from(&main), 3, 40, 1);
    let crowd = branch(&network, from(&main), 1, 40, 2);
    let siblings: Vec<_> = (3..7)
        .map(|salt| branch(&network, from(&crowd), 1, 40, salt))
        .collect();
    let mut tree = Tree::new(&network, Chain::new(&network));
    for part in [&main, &lonely, &crowd].into_iter().chain(&siblings) {
        push_all(&mut tree, part);
    }
    assert_eq!(tree.best(Rule::Heaviest).unwrap().0.hash, lonely[2].1);
    // Of the siblings, all alike, the first seen.
    let (ghost, tie) = tree.best(Rule::Ghost).unwrap();
    assert_eq!((ghost.hash, tie), (siblings[0][0].1, true));
}

#[test]
fn of_equals_the_first_seen_stays() {
    let network = network();
    let main = branch(&network, None, 2, 10, 0);
    let a = branch(&network, Some(main[1].2), 1, 10, 1);
    let b = branch(&network, Some(main[1].2), 1, 10, 2);
    for (first, second) in [(&a, &b), (&b, &a)] {
        let mut tree = Tree::new(&network, Chain::new(&network));
        for part in [&main, first, second] {
            push_all(&mut tree, part);
        }
        for rule in [Rule::Heaviest, Rule::Longest, Rule::Ghost] {
            let (best, tie) = tree.best(rule).unwrap();
            assert_eq!((best.hash, tie), (first[0].1, true));
        }
    }
}

#[test]
fn the_order_of_the_input_does_not_matter() {
    let network = network();
    let main = branch(&network, None, 600, 14, 0);
    let side = branch(&network, Some(main[300].2), 200, 14, 1);
    let mut all: Vec<_> = main.iter().chain(&side).collect();
    let mut tree = Tree::new(&network, Chain::new(&network));
    // The first block first: what all begins with can't be told before it is there.
    all[1..].reverse();
    for (raw, hash, _) in &all {
        tree.push(raw, hash).unwrap();
    }
    assert_eq!((tree.len(), tree.unlinked()), (800, 0));
    let best = tree.best(Rule::Heaviest).unwrap().0;
    assert_eq!((best.hash, best.height), (main[599].1, 599));
    assert_eq!(best.work, main[599].2.work);
    let way = tree.way(&tree.find(&side[199].1).unwrap(), &best);
    assert_eq!(
        (way.fork.0, way.disconnect.len(), way.connect.len()),
        (300, 200, 299)
    );
    let heights: Vec<u32> = way.connect.iter().map(|(height, _)| *height).collect();
    assert_eq!(heights, (301..600).collect::<Vec<_>>());
}

#[test]
fn what_breaks_a_rule_stays_out() {
    let network = network();
    let main = branch(&network, None, 3, 10, 0);
    let mut tree = Tree::new(&network, Chain::new(&network));
    push_all(&mut tree, &main);
    push_all(&mut tree, &main);
    let mut bad = Header(main[2].0).fields();
    bad.bits = 0x207f_fffe;
    let bad = Header::of(&bad);
    assert_eq!(
        tree.push(&bad.0, &bad.hash()).unwrap_err().slug,
        slug::CHAIN_BITS
    );
    assert_eq!((tree.len(), tree.unlinked()), (3, 0));
    let mut stray = Header(main[2].0).fields();
    stray.previous = [9; 32];
    let stray = Header::of(&stray);
    tree.push(&stray.0, &stray.hash()).unwrap();
    assert_eq!((tree.len(), tree.unlinked()), (3, 1));
}
