//! Proofs that were forged, each refused by its own words.

use super::*;

/// What becomes of a proof that `change` has forged.
fn forged(chain: &Linked, from: u64, to: u64, change: impl FnOnce(&mut Proof)) -> String {
    let mut proof = prove(chain, from, to, Style::Min).unwrap();
    assert!(proven(chain, &proof).is_ok());
    change(&mut proof);
    let error = proven(chain, &proof).unwrap_err();
    assert!([slug::SKIP_PROOF, slug::SKIP_SIGNATURE].contains(&error.slug));
    error.to_string()
}

/// The last hop and the block that it leads to, signed anew.
fn resigned(proof: &mut Proof, party: &Party, change: impl FnOnce(&mut Statement)) {
    let start = Block::of(proof.start.clone());
    let reached = Block::of(proof.reached.clone().unwrap());
    let mut statement = Statement::between(&start, &reached).unwrap();
    change(&mut statement);
    proof.hops[0].signed = party.sign(&statement.message());
}

/// Another chain with the rosters of the usual one.
fn another() -> Linked {
    let who = |index| usual_party(index);
    let payload = |index: u64| format!("block {index}").into();
    linked(Shape::default(), 6, 40, &who, &payload)
}

#[test]
fn takeovers_and_replays_are_refused() {
    let (chain, thieves) = (usual(), party(11..15));
    // A takeover: others sign, and say that they are the roster.
    let found = forged(&chain, 0, 8, |proof| {
        proof.roster = Some(thieves.roster.clone());
    });
    says(
        &found,
        "wanted the roster that the trusted block names, found another",
    );
    let found = forged(&chain, 0, 8, |proof| resigned(proof, &thieves, |_| {}));
    says(&found, "link 0: wanted signatures of the roster's members");
    // A new roster that nobody signed for.
    let found = forged(&chain, 0, 8, |proof| {
        proof.hops[0].roster = Some(thieves.roster.clone());
    });
    says(&found, "link 0: wanted signatures of the roster's members");
    // A replay of a link of another chain with the same rosters.
    let other = another();
    let found = forged(&chain, 0, 8, |proof| {
        let foreign = prove(&other, 0, 8, Style::Min).unwrap();
        (proof.hops, proof.reached) = (foreign.hops, foreign.reached);
    });
    says(&found, "link 0: wanted signatures of the roster's members");
}

#[test]
fn other_levels_and_numbers_are_refused() {
    let (chain, thieves) = (usual(), party(11..15));
    // Levels: one that the block does not have, one that leads elsewhere.
    let found = forged(&chain, 1, 2, |proof| proof.hops[0].level = 1);
    says(
        &found,
        "link 0: wanted a level below 1, the height of block 1, found level 1",
    );
    let found = forged(&chain, 0, 8, |proof| proof.hops[0].level = 2);
    says(&found, "link 0: wanted signatures of the roster's members");
    let mine = chain.parties[0].clone();
    let found = forged(&chain, 0, 8, |proof| {
        resigned(proof, &mine, |link| link.level = 2);
    });
    says(&found, "link 0: wanted signatures of the roster's members");
    // Another number, under a link that was signed for this one.
    let found = forged(&chain, 0, 8, |proof| {
        proof.reached = Some(chain.blocks[9].header().clone());
    });
    says(
        &found,
        "wanted block 8, to which the links lead, found block 9",
    );
    let found = forged(&chain, 0, 8, |proof| {
        let reached = proof.reached.as_mut().unwrap();
        reached.payload = [0; 32];
    });
    says(
        &found,
        "wanted block 8, as it was signed for, found another",
    );
    // A link for another roster than the block has.
    let found = forged(&chain, 0, 8, |proof| {
        proof.hops[0].roster = Some(thieves.roster.clone());
        resigned(proof, &mine, |link| link.to_roster = thieves.roster.hash());
    });
    says(
        &found,
        "wanted block 8 with the roster that was signed for, found another roster",
    );
    let found = forged(&chain, 0, 8, |proof| {
        proof.hops[0].roster = proof.roster.clone();
    });
    says(
        &found,
        "wanted a roster where it changes, found the one of before",
    );
}

#[test]
fn ways_back_that_lead_elsewhere_are_refused() {
    let (chain, other) = (usual(), another());
    let found = forged(&chain, 30, 13, |proof| {
        let block = chain.blocks[14].header().clone();
        if let Some(Back::Path { block: old, .. }) = &mut proof.back {
            *old = block;
        }
    });
    says(
        &found,
        "wanted a path to the root in block 30, found one that leads elsewhere",
    );
    let found = forged(&chain, 30, 29, |proof| {
        proof.back = Some(Back::Links(vec![chain.blocks[27].header().clone()]));
    });
    says(
        &found,
        "wanted a block that block 30 links back to, found block 27",
    );
    let found = forged(&chain, 30, 13, |proof| {
        if let Some(Back::Path { block, .. }) = &mut proof.back {
            *block = other.blocks[13].header().clone();
        }
    });
    says(&found, "wanted blocks of one chain, found one of another");
    // A start that nobody trusts.
    let proof = prove(&chain, 3, 9, Style::Min).unwrap();
    let error = verify(&proof, &chain.trusts(2), &judge(), &Deaf).unwrap_err();
    says(
        &error.to_string(),
        "wanted a proof from the block that is trusted, found one from block 3",
    );
}

#[test]
fn masks_are_the_rosters_own() {
    let chain = usual();
    let cut = |change: &dyn Fn(&mut Signed)| {
        forged(&chain, 0, 8, |proof| change(&mut proof.hops[0].signed))
    };
    says(
        &cut(&|signed| signed.mask.clear()),
        "wanted a mask of 1 bytes for 4 members, found 0",
    );
    says(
        &cut(&|signed| signed.mask.push(0)),
        "wanted a mask of 1 bytes for 4 members, found 2",
    );
    says(
        &cut(&|signed| signed.mask[0] |= 16),
        "wanted a mask of 4 members, found a bit of one more",
    );
    // One signer fewer, and his signature with him.
    let found = cut(&|signed| {
        signed.mask[0] = 3;
        signed.signatures.truncate(128);
    });
    says(&found, "wanted signers of weight 3, found 2");
    // One signature for two.
    let found = cut(&|signed| {
        let first = signed.signatures[..64].to_vec();
        signed.signatures.splice(64..128, first);
    });
    says(
        &found,
        "which does not hold: the signature is of other data, or by another key",
    );
    says(
        &cut(&|signed| signed.signatures.truncate(100)),
        "wanted 192 bytes of signatures of 3 signers",
    );
    let party = party(1..5);
    let part = sign::sign(&party.keys[1], b"hello").unwrap();
    let twice = Signed::of(&party.roster, vec![(1, part.clone()), (1, part)]);
    says(&twice.unwrap_err().to_string(), "wanted each signer once");
}
