//! Links, and the shares of which they are made.

use super::*;

#[test]
fn shares_are_checked_and_named() {
    let chain = usual();
    let statement = chain.statement(8, 12);
    let roster = &chain.parties[8].roster;
    let key = &chain.parties[8].keys[2];
    let share = Share::sign(&statement, key).unwrap();
    assert_eq!(Share::read(share.text().as_bytes()).unwrap(), share);
    assert_eq!(share.fits(&statement, roster), Ok(2));
    let foreign = Share::sign(&statement, &seeded(99)).unwrap();
    let error = foreign.fits(&statement, roster).unwrap_err();
    assert_eq!(error.slug, slug::SKIP_MEMBER);
    let other = Statement {
        chain: [0; 32],
        ..statement
    };
    let error = share.fits(&other, roster).unwrap_err();
    says(&error.to_string(), "a share of a link of this chain");
    let error = share.fits(&chain.statement(8, 9), roster).unwrap_err();
    says(&error.to_string(), "wanted a share of this link");
    let mut bad = share;
    bad.signature[9] ^= 1;
    let error = bad.fits(&statement, roster).unwrap_err();
    says(
        &error.to_string(),
        &format!("{:?}", roster.members()[2].name),
    );
}

#[test]
fn links_of_a_log_are_judged_together() {
    let chain = usual();
    let mut waiting = Waiting::<std::sync::Arc<Roster>>::new();
    let mut fill = |bad: Option<(u64, u8)>| {
        for ((from, level), record) in &chain.links {
            let mut record = record.clone();
            if bad == Some((*from, *level)) {
                let last = record.len() - 1;
                record[last - 40] ^= 1;
            }
            let to = from + (1 << level);
            let roster = std::sync::Arc::new(chain.parties[*from as usize].roster.clone());
            let at = |index: u64| &chain.blocks[index as usize];
            waiting.push(&record, at(*from), at(to), roster).unwrap();
        }
        waiting.judge(&judge())
    };
    assert_eq!(fill(None), []);
    let found = fill(Some((12, 2)));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].0.from, found[0].0.to), (12, 16));
    let at = |index: usize| &chain.blocks[index];
    let record = &chain.links[&(8, 1)];
    let roster = std::sync::Arc::new(chain.parties[8].roster.clone());
    let error = waiting.push(record, at(8), at(9), roster).unwrap_err();
    says(
        &error.to_string(),
        "wanted a link from block 8 on level 0, found one from block 8 on level 1",
    );
}
