//! Short shares: every length, every byte changed.

use super::*;
use crate::feed::Input;
use crate::shamir::split::Threshold;
use crate::source::Source;
use crate::watch::Deaf;

fn dealt(secret: &[u8], t: u32, n: u32) -> Vec<Vec<u8>> {
    let threshold = Threshold::new(t, n).expect("t of n");
    let mut shares = vec![Vec::new(); n as usize];
    let source = Source::from_bytes(secret);
    let input = Input::all(&source);
    let coins = Coins::new(&[3; 32]);
    let len = split(
        input,
        Kernel::detect(),
        threshold,
        [7; 16],
        coins,
        &Deaf,
        &mut |i, bytes| {
            shares[i].extend_from_slice(bytes);
            Ok(())
        },
    );
    assert_eq!(len, Ok(secret.len() as u64));
    shares
}

type Joined = std::result::Result<(Vec<u8>, Vec<usize>), Refused>;

fn joined(shares: &[&[u8]]) -> Joined {
    let sources: Vec<_> = shares
        .iter()
        .map(|share| Source::from_bytes(*share))
        .collect();
    let parts: Vec<_> = sources
        .iter()
        .map(|s| Part::of(s).expect("a share"))
        .collect();
    let mut coins = Coins::new(&[4; 32]);
    let plan = plan(&parts, Kernel::detect(), &mut coins, &Deaf)?;
    let mut secret = Vec::new();
    plan.write(&Deaf, &mut |bytes| {
        secret.extend_from_slice(bytes);
        Ok(())
    })?;
    Ok((secret, plan.blamed.iter().map(|(i, _)| *i).collect()))
}

#[test]
fn pieces_are_a_t_th_and_any_t_give_the_secret() {
    for len in [
        0,
        1,
        2,
        3,
        1000,
        3 * BLOCK - 1,
        3 * BLOCK,
        3 * BLOCK + 1,
        10 * BLOCK + 7,
    ] {
        let secret: Vec<u8> = (0..len).map(|i| ((i * 31) >> 4) as u8).collect();
        let shares = dealt(&secret, 3, 5);
        let extra = 25 + SHARED + 5 * HASH + 1 + 8;
        assert_eq!(shares[0].len(), len.div_ceil(3) + extra);
        for set in subsets(5, 3, 100) {
            let some: Vec<&[u8]> = set.iter().map(|i| &shares[*i][..]).collect();
            assert_eq!(
                joined(&some).expect("joined"),
                (secret.clone(), vec![]),
                "{len} {set:?}"
            );
        }
    }
}

#[test]
fn a_bad_piece_or_key_is_named_and_every_byte_counts() {
    let secret = [0x55; 100];
    let shares = dealt(&secret, 2, 3);
    // Where the number of pieces stands.
    let count = shares[1].len() - 9;
    for at in 25..shares[1].len() - 8 {
        let mut bad = shares[1].clone();
        bad[at] ^= 4;
        // With two more shares the secret comes back; wherever it matters the share is named.
        let some = [&bad[..], &shares[0], &shares[2]];
        let (found, named) = joined(&some).expect("joined");
        assert_eq!(found, secret, "byte {at}");
        assert_eq!(
            named,
            if at < 25 + 50 || at == count {
                vec![0]
            } else {
                vec![]
            },
            "byte {at}"
        );
        // Alone with one other it never gives another secret.
        if let Ok((found, _)) = joined(&some[..2]) {
            assert_eq!(found, secret);
        }
    }
    assert_eq!(
        joined(&[&shares[0]]).expect_err("one").error.slug,
        slug::SHARES_TOO_FEW
    );
    let other = dealt(&secret, 3, 3);
    let mixed = joined(&[&shares[0], &shares[1], &other[2]]).expect_err("mixed");
    assert_eq!(
        (mixed.blamed[0].0, mixed.error.slug),
        (2, slug::SHARES_MIXED)
    );
}
