//! Chains that part, the evidence of it, and what remembers heads.

use super::*;

/// Two chains that part at block 21: their rosters sign both.
fn forked() -> (Linked, Linked) {
    let says = |word: &'static str| {
        move |index: u64| match index {
            0..21 => format!("block {index}").into_bytes(),
            _ => format!("{word} {index}").into_bytes(),
        }
    };
    let build = |word| linked(Shape::default(), 5, 40, &usual_party, &says(word));
    (build("one"), build("two"))
}

#[test]
fn a_fork_is_found_and_proved() {
    let (one, two) = forked();
    assert_eq!(fork::compare(&one, &two).unwrap(), Parting::Fork(21));
    assert_eq!(fork::compare(&one, &one).unwrap(), Parting::Same(40));
    for blocks in 1..40 {
        let short = linked(
            Shape::default(),
            5,
            blocks,
            &usual_party,
            &|index| match index {
                0..21 => format!("block {index}").into_bytes(),
                _ => format!("one {index}").into_bytes(),
            },
        );
        let found = fork::compare(&short, &one).unwrap();
        assert_eq!(found, Parting::Longer { common: blocks });
    }
    let other = linked(Shape::default(), 9, 40, &usual_party, &|_| Vec::new());
    assert_eq!(fork::compare(&one, &other).unwrap(), Parting::Apart);
    let evidence = fork::evidence(&one, &two, 21, &judge()).unwrap().unwrap();
    assert_eq!(evidence.block(), 21);
    let culprits = evidence.verify(&judge()).unwrap();
    let roster = &one.parties[20].roster;
    assert!(culprits.len() as u32 >= 2 * roster.threshold() - roster.total());
    let read = Evidence::read(evidence.text().as_bytes()).unwrap();
    assert_eq!(read, evidence);
    // Who signed only one is not named.
    let mut apart = evidence.links().clone();
    let message = apart[1].statement.message();
    apart[1].signed = one.parties[20].signed_by(1..5, &message);
    let [first, second] = apart;
    let fewer = Evidence::of(first, second).unwrap();
    let names: Vec<String> = fewer
        .verify(&judge())
        .unwrap()
        .into_iter()
        .map(|one| one.name)
        .collect();
    let wanted: Vec<String> = roster.members()[1..4]
        .iter()
        .map(|one| one.name.clone())
        .collect();
    assert_eq!(names, wanted);
}

/// A link that does not hold hides no fork.
#[test]
fn evidence_is_of_links_that_hold() {
    let (one, mut two) = forked();
    let spoil = |link: &mut Vec<u8>| *link.last_mut().unwrap() ^= 1;
    spoil(two.links.get_mut(&(20, 0)).unwrap());
    let found = fork::evidence(&one, &two, 21, &judge()).unwrap().unwrap();
    assert_eq!(found.block(), 22);
    assert!(!found.verify(&judge()).unwrap().is_empty());
    // The shorter of two that lead to one block, where the longer one does not hold.
    spoil(two.links.get_mut(&(20, 1)).unwrap());
    let found = fork::evidence(&one, &two, 21, &judge()).unwrap().unwrap();
    assert_eq!(found.links()[1].statement.from, 21);
    assert!(!found.verify(&judge()).unwrap().is_empty());
    spoil(two.links.get_mut(&(20, 0)).unwrap());
    spoil(two.links.get_mut(&(20, 1)).unwrap());
    two.links.values_mut().for_each(spoil);
    let found = fork::evidence(&one, &two, 21, &judge()).unwrap().unwrap();
    assert_eq!(found.block(), 21);
    assert!(found.verify(&judge()).is_err());
}

#[test]
fn evidence_names_who_is_known() {
    let (one, two) = forked();
    let found = fork::evidence(&one, &two, 21, &judge()).unwrap().unwrap();
    let roster = &one.parties[20].roster;
    assert_eq!(found.stranger(std::slice::from_ref(roster)), None);
    assert_eq!(found.stranger(&[]), Some(0));
    assert_eq!(found.stranger(&[party(20..24).roster]), Some(0));
}

/// However many steps it takes, the committee is held against the one that was trusted first.
#[test]
fn memory_keeps_the_first_roster() {
    let chain = usual();
    let mut file = heading();
    for (from, to, within, since) in [
        (0, 8, 0, None),
        (8, 12, 40, Some(40)),
        (12, 24, 40, Some(80)),
        (24, 28, 0, Some(80)),
    ] {
        let mut book = Book::read(file.as_bytes()).unwrap();
        let proof = prove(&chain, from, to, Style::Skip).unwrap();
        let found = proven(&chain, &proof).unwrap();
        assert_eq!(book.judge(&found), Found::New);
        assert_eq!(found.turnover_percent(), within, "{from} to {to}");
        let percent = book.turnover_percent(&proof, &found).unwrap();
        assert_eq!(percent, since, "{from} to {to}");
        file += &book.add(&proof, &found);
    }
    let first = hex::encode(&chain.parties[0].roster.encode());
    let wrong = file.replacen(
        &format!("\"roster\":\"{first}\"}}\n"),
        "\"roster\":\"00\"}\n",
        1,
    );
    assert_ne!(wrong, file);
    let proof = prove(&chain, 28, 30, Style::Skip).unwrap();
    let found = proven(&chain, &proof).unwrap();
    let book = Book::read(wrong.as_bytes()).unwrap();
    let error = book.turnover_percent(&proof, &found).unwrap_err();
    assert_eq!(error.slug, slug::SKIP_STATE);
}

#[test]
fn a_roster_that_is_not_safe_is_told_from_the_start() {
    let mut chain = usual();
    assert!(
        proven(&chain, &prove(&chain, 0, 9, Style::Min).unwrap())
            .unwrap()
            .safe
    );
    let members = chain.parties[0].roster.members().to_vec();
    let weak = Roster::of(members, Some(1)).unwrap();
    let keys: Vec<SecretKey> = (1..5).map(seeded).collect();
    let weak = arranged(weak, &keys);
    chain = linked(Shape::default(), 5, 10, &|_| weak.clone(), &|_| Vec::new());
    let found = proven(&chain, &prove(&chain, 0, 9, Style::Min).unwrap()).unwrap();
    assert!(found.changes.is_empty() && !found.safe);
}

#[test]
fn evidence_that_is_none_is_refused() {
    let (one, two) = forked();
    let witness = |chain: &Linked, from: u64, to: u64| Witness {
        statement: chain.statement(from, to),
        roster: chain.parties[from as usize].roster.clone(),
        signed: chain.signed(from, to).signed,
    };
    let same = Evidence::of(witness(&one, 20, 21), witness(&one, 20, 21));
    says(
        &same.unwrap_err().to_string(),
        "wanted links that speak of two blocks of one number",
    );
    let later = Evidence::of(witness(&one, 20, 21), witness(&two, 22, 23));
    assert!(later.is_err());
    let mut forged = witness(&two, 20, 21);
    forged.signed.signatures[70] ^= 1;
    let evidence = Evidence::of(witness(&one, 20, 21), forged).unwrap();
    let error = evidence.verify(&judge()).unwrap_err();
    assert_eq!(error.slug, slug::SKIP_SIGNATURE);
    // A roster of others over the same numbers blames nobody who did not sign.
    let thieves = party(20..24);
    let mut framed = witness(&two, 20, 21);
    framed.signed = thieves.sign(&framed.statement.message());
    framed.roster = thieves.roster;
    let evidence = Evidence::of(witness(&one, 20, 21), framed).unwrap();
    says(
        &evidence.verify(&judge()).unwrap_err().to_string(),
        "wanted a key that signed both, found none",
    );
}

#[test]
fn memory_finds_who_goes_back_and_who_says_two_things() {
    let (one, two) = forked();
    let mut book = Book::default();
    let see = |book: &Book, chain: &Linked, from, to| {
        let proof = prove(chain, from, to, Style::Min).unwrap();
        let found = proven(chain, &proof).unwrap();
        (book.judge(&found), proof, found)
    };
    let (found, proof, first) = see(&book, &one, 0, 24);
    assert_eq!(found, Found::New);
    let line = book.add(&proof, &first);
    let read = Book::read((heading() + &line).as_bytes()).unwrap();
    let newest: Vec<_> = read.newest().map(|(_, seen)| seen.clone()).collect();
    assert_eq!(
        newest,
        book.newest()
            .map(|(_, seen)| seen.clone())
            .collect::<Vec<_>>()
    );
    assert!(read.knows(&one.blocks[24]) && !read.knows(&two.blocks[24]));
    assert_eq!(see(&read, &one, 0, 24).0, Found::Known);
    assert_eq!(see(&read, &one, 0, 23).0, Found::Back(24));
    assert_eq!(see(&read, &one, 24, 38).0, Found::New);
    assert_eq!(see(&read, &one, 24, 3).0, Found::Known);
    // Over block 32 nothing says what block 24 is.
    assert_eq!(see(&read, &one, 0, 38).0, Found::Apart(24));
    let (found, proof, second) = see(&read, &two, 16, 24);
    let Found::Two { seen, link, .. } = found else {
        panic!("{found:?}");
    };
    let evidence = Evidence::of(
        seen.link().unwrap().unwrap(),
        Witness::of(&proof, &second, link.unwrap()).unwrap(),
    );
    assert!(!evidence.unwrap().verify(&judge()).unwrap().is_empty());
    // Cut off behind, it counts up to there; damaged it is refused.
    let text = heading() + &line;
    let cut = Book::read(&text.as_bytes()[..text.len() - 9]).unwrap();
    assert_eq!(cut.whole_bytes, heading().len() as u64);
    assert_eq!(line.matches("\"roster\":").count(), 2);
    let damaged = text.replacen("\"index\":\"24\"", "\"index\":\"x\"", 1);
    assert_eq!(
        Book::read(damaged.as_bytes()).unwrap_err().slug,
        slug::SKIP_STATE
    );
}
