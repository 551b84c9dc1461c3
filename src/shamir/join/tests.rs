//! Shares joined: any threshold of them, wrong ones named, and never a wrong secret.

use super::*;
use crate::feed::Input;
use crate::shamir::gf::Field;
use crate::shamir::split::{Dealer, Threshold, split};
use crate::watch::Deaf;

fn dealt(secret: &[u8], t: u32, n: u32, seed: u8) -> Vec<Vec<u8>> {
    let threshold = Threshold::new(t, n).expect("t of n");
    let coins = Coins::new(&[seed; 32]);
    let xs = threshold.xs();
    let dealer = Dealer::new(Kernel::detect(), Field::Aes, threshold.t(), &xs, coins);
    let header = Header {
        kind: Kind::Whole,
        field: Field::Aes,
        threshold: threshold.t(),
        x: 0,
        set: [seed; 16],
    };
    let mut shares = vec![Vec::new(); n as usize];
    let source = Source::from_bytes(secret);
    let input = Input::all(&source);
    split(
        input,
        dealer,
        header,
        &[seed; 32],
        &Deaf,
        &mut |i, bytes| {
            shares[i].extend_from_slice(bytes);
            Ok(())
        },
    )
    .expect("split");
    shares
}

/// The secret, and the places of what was left out.
type Joined = std::result::Result<(Vec<u8>, Vec<usize>), Refused>;

fn joined(shares: &[&[u8]]) -> Joined {
    let sources: Vec<_> = shares
        .iter()
        .map(|share| Source::from_bytes(*share))
        .collect();
    let parts: Result<Vec<_>> = sources.iter().map(Part::of).collect();
    let parts = parts?;
    let mut coins = Coins::new(&[77; 32]);
    let plan = plan(&parts, Kernel::detect(), &mut coins, &Deaf)?;
    let mut secret = Vec::new();
    plan.write(&Deaf, &mut |bytes| {
        secret.extend_from_slice(bytes);
        Ok(())
    })?;
    assert_eq!(secret.len() as u64, plan.len());
    let mut bad: Vec<usize> = plan.blamed.iter().map(|(i, _)| *i).collect();
    bad.sort_unstable();
    Ok((secret, bad))
}

#[test]
fn any_threshold_of_shares_gives_the_secret() {
    for len in [
        0,
        1,
        31,
        32,
        33,
        1000,
        BLOCK - 64,
        BLOCK,
        BLOCK + 1,
        200_000,
    ] {
        let secret: Vec<u8> = (0..len).map(|i| ((i * 17) >> 3) as u8).collect();
        let shares = dealt(&secret, 3, 5, 1);
        for set in subsets(5, 3, 100) {
            let some: Vec<&[u8]> = set.iter().map(|i| &shares[*i][..]).collect();
            assert_eq!(
                joined(&some).expect("joined"),
                (secret.clone(), vec![]),
                "{len} {set:?}"
            );
        }
        let all: Vec<&[u8]> = shares.iter().map(|share| &share[..]).collect();
        assert_eq!(joined(&all).expect("joined").0, secret);
    }
}

#[test]
fn a_change_anywhere_is_never_another_secret() {
    let secret = b"a secret";
    let shares = dealt(secret, 2, 2, 1);
    for at in 0..shares[0].len() {
        for bit in [1, 0x80] {
            let mut bad = shares[0].clone();
            bad[at] ^= bit;
            // Only the checksum can change without a trace: the tag fits still.
            match joined(&[&bad, &shares[1]]) {
                Ok((found, _)) => {
                    assert_eq!(found, secret);
                    assert!(at >= shares[0].len() - TRAILER, "byte {at}");
                }
                Err(refused) => assert!(!refused.error.found.is_empty()),
            }
        }
        assert!(joined(&[&shares[0][..at], &shares[1]]).is_err());
    }
}

/// A share whose body is another's, under a checksum that fits.
fn forged(share: &[u8], other: &[u8]) -> Vec<u8> {
    let header = Header::decode(share).expect("a share");
    super::super::share::seal(&header, &other[HEADER..other.len() - TRAILER])
}

#[test]
fn forged_shares_are_found_up_to_half_of_what_is_too_many() {
    let secret = vec![0x33; 100_000];
    let mut other = secret.clone();
    other[70_000] ^= 1;
    for (t, k) in [(2, 2), (2, 4), (3, 7), (5, 11), (7, 9)] {
        let (good, bad) = (dealt(&secret, t, k, 1), dealt(&other, t, k, 2));
        let most = (k - t) / 2;
        for wrong in 0..=most as usize {
            let mut shares = good.clone();
            // Those that would be taken first.
            for (share, bad) in shares.iter_mut().zip(&bad).take(wrong) {
                *share = forged(share, bad);
            }
            let all: Vec<&[u8]> = shares.iter().map(|share| &share[..]).collect();
            let (found, named) = joined(&all).expect("joined");
            assert_eq!(found, secret);
            assert_eq!(named, (0..wrong).collect::<Vec<_>>(), "{t} of {k}");
        }
    }
}

#[test]
fn where_the_shares_cannot_tell_the_tag_may() {
    let secret = b"small";
    let (good, bad) = (dealt(secret, 2, 4, 1), dealt(b"other", 2, 4, 2));
    let one = forged(&good[0], &bad[0]);
    let (found, named) = joined(&[&one, &good[1], &good[2]]).expect("two of three are good");
    assert_eq!((&found[..], named), (&secret[..], vec![0]));
    let refused = joined(&[&one, &good[1]]).expect_err("one of two");
    assert_eq!(refused.error.slug, slug::SHARES_UNFIT);
}

#[test]
fn shares_that_do_not_belong_are_named() {
    let (one, other) = (dealt(b"secret", 2, 3, 1), dealt(b"secret", 2, 3, 2));
    let refused = joined(&[&one[0], &one[1], &other[2]]).expect_err("mixed");
    assert_eq!(
        (refused.blamed[0].0, refused.error.slug),
        (2, slug::SHARES_MIXED)
    );
    let refused = joined(&[&one[0], &one[0]]).expect_err("a copy");
    assert_eq!(
        (refused.blamed[0].0, refused.error.slug),
        (1, slug::SHARES_TOO_FEW)
    );
    assert_eq!(joined(&[&one[0], &one[0], &one[2]]).expect("joined").1, [1]);
    let twin = forged(&one[0], &other[0]);
    let refused = joined(&[&one[0], &twin]).expect_err("twins");
    assert_eq!(refused.blamed.len(), 2);
    assert_eq!(
        joined(&[&one[0], &twin, &one[1], &one[2]])
            .expect("joined")
            .1,
        [0, 1]
    );
    let longer = dealt(b"secret and more", 2, 3, 1);
    assert_eq!(
        joined(&[&one[0], &longer[1], &one[2]]).expect("joined").1,
        [1]
    );
    assert_eq!(
        joined(&[]).expect_err("none").error.slug,
        slug::SHARES_TOO_FEW
    );
}
