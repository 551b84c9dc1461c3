//! Renewed shares: they go together, and with no old ones.

use super::*;
use crate::feed::Input;
use crate::shamir::join;
use crate::shamir::split::{Dealer, split};
use crate::source::Source;
use crate::watch::Deaf;

const SECRET: &[u8] = b"the cake is a lie";

fn whole(t: u32, n: u32) -> Vec<Vec<u8>> {
    let threshold = Threshold::new(t, n).expect("t of n");
    let coins = Coins::new(&[1; 32]);
    let xs = threshold.xs();
    let dealer = Dealer::new(Kernel::detect(), Field::Aes, threshold.t(), &xs, coins);
    let header = Header {
        kind: Kind::Whole,
        field: Field::Aes,
        threshold: threshold.t(),
        x: 0,
        set: [1; 16],
    };
    gathered(n as usize, |put| {
        let source = Source::from_bytes(SECRET);
        split(Input::all(&source), dealer, header, &[9; 32], &Deaf, put).map(|_| ())
    })
}

fn gathered(n: usize, work: impl FnOnce(Put<'_>) -> Result<()>) -> Vec<Vec<u8>> {
    let mut shares = vec![Vec::new(); n];
    work(&mut |i, bytes| {
        shares[i].extend_from_slice(bytes);
        Ok(())
    })
    .expect("worked");
    shares
}

fn with_parts<T>(shares: &[&[u8]], work: impl FnOnce(&[Part<'_>]) -> T) -> T {
    let sources: Vec<_> = shares
        .iter()
        .map(|share| Source::from_bytes(*share))
        .collect();
    let parts: Vec<_> = sources
        .iter()
        .map(|s| Part::of(s).expect("a share"))
        .collect();
    work(&parts)
}

fn joined(shares: &[&[u8]]) -> std::result::Result<Vec<u8>, Refused> {
    with_parts(shares, |parts| {
        let mut coins = Coins::new(&[2; 32]);
        let plan = join::plan(parts, Kernel::detect(), &mut coins, &Deaf)?;
        let mut secret = Vec::new();
        plan.write(&Deaf, &mut |bytes| {
            secret.extend_from_slice(bytes);
            Ok(())
        })?;
        Ok(secret)
    })
}

#[test]
fn refreshed_shares_go_together_and_not_with_old_ones() {
    let old = whole(3, 5);
    let given = [&old[4][..], &old[0], &old[2], &old[1]];
    let new = with_parts(&given, |parts| {
        let mut coins = Coins::new(&[3; 32]);
        gathered(4, |put| {
            let done = refresh(parts, Kernel::detect(), [2; 16], &mut coins, &Deaf, put);
            assert_eq!(done.map_err(|r| r.error)?.xs, [5, 1, 3, 2]);
            Ok(())
        })
    });
    assert_eq!(
        joined(&[&new[0], &new[2], &new[3]]).expect("joined"),
        SECRET
    );
    let mixed = joined(&[&new[0], &new[1], &old[2]]).expect_err("mixed");
    assert_eq!(mixed.error.slug, slug::SHARES_MIXED);
    // Even where the id of the set is forged.
    let mut forged = old[2].clone();
    forged[9..25].fill(2);
    assert!(joined(&[&new[0], &new[1], &forged]).is_err());
}

#[test]
fn a_secret_goes_to_other_holders() {
    let old = whole(2, 3);
    let threshold = Threshold::new(4, 6).expect("4 of 6");
    let new = with_parts(&[&old[2], &old[0]], |parts| {
        let mut coins = Coins::new(&[3; 32]);
        gathered(6, |put| {
            let kernel = Kernel::detect();
            let done = reshare(parts, kernel, threshold, [2; 16], &mut coins, &Deaf, put);
            done.map(|_| ()).map_err(|refused| refused.error)
        })
    });
    assert_eq!(
        joined(&[&new[5], &new[0], &new[2], &new[3]]).expect("joined"),
        SECRET
    );
    let few = joined(&[&new[5], &new[0], &new[2]]).expect_err("few");
    assert_eq!(few.error.slug, slug::SHARES_TOO_FEW);
}

#[test]
fn scalars_are_renewed_with_their_commitments() {
    let secret = [0x42; 32];
    for kind in [Kind::Feldman, Kind::Pedersen] {
        let mut coins = Coins::new(&[4; 32]);
        let threshold = Threshold::new(2, 4).expect("2 of 4");
        let (old, known) = vss::split(&secret, kind, threshold, &mut coins).expect("split");
        for threshold in [None, Some(Threshold::new(3, 5).expect("3 of 5"))] {
            let new = renew_scalar(&old, &known, threshold, &mut coins);
            let new = new.map_err(|refused| refused.error).expect("renewed");
            assert_eq!(new.commitments.constant(), known.constant());
            new.shares
                .iter()
                .for_each(|s| new.commitments.check(s).expect("fits"));
            assert!(known.check(&new.shares[0]).is_err());
            let (found, _) = vss::join(&new.shares[1..], Some(&new.commitments)).expect("joined");
            assert_eq!(found[..], secret);
            let tagged = vss::join(&new.shares[..3], None)
                .expect("joined by the tag")
                .0;
            assert_eq!(tagged[..], secret);
        }
    }
}
