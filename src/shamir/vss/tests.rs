//! Verifiable shares: what fits, what is named.

use super::*;

const SECRET: [u8; 32] = [0x42; 32];

fn dealt(kind: Kind) -> (Vec<Share>, Commitments) {
    let threshold = Threshold::new(3, 6).expect("3 of 6");
    split(&SECRET, kind, threshold, &mut Coins::new(&[6; 32])).expect("split")
}

#[test]
fn shares_fit_their_commitments_and_any_three_give_the_secret() {
    for kind in [Kind::Feldman, Kind::Pedersen] {
        let (shares, commitments) = dealt(kind);
        let read = Commitments::read(commitments.text().as_bytes()).expect("read");
        assert_eq!(read, commitments);
        for share in &shares {
            read.check(share).expect("fits");
            let again = Share::read(share.header, &share.body()).expect("read");
            assert_eq!(again.body(), share.body());
        }
        let (secret, wrong) = join(&shares[2..5], None).expect("joined");
        assert_eq!((&secret[..], wrong.len()), (&SECRET[..], 0));
    }
}

#[test]
fn a_feldman_constant_is_the_public_key() {
    let (_, commitments) = dealt(Kind::Feldman);
    let key = k256::SecretKey::from_slice(&SECRET).expect("a key");
    assert_eq!(
        commitments.constant(),
        key.public_key().to_sec1_bytes().to_vec()
    );
    let (_, hidden) = dealt(Kind::Pedersen);
    assert_ne!(hidden.constant(), commitments.constant());
}

#[test]
fn wrong_shares_are_named_with_and_without_commitments() {
    for kind in [Kind::Feldman, Kind::Pedersen] {
        let (mut shares, commitments) = dealt(kind);
        *shares[1].a += Scalar::ONE;
        assert!(commitments.check(&shares[1]).is_err());
        for known in [Some(&commitments), None] {
            let (secret, wrong) = join(&shares, known).expect("joined");
            assert_eq!((&secret[..], wrong.len(), wrong[0].0), (&SECRET[..], 1, 1));
        }
        let refused = join(&shares[..3], Some(&commitments)).expect_err("too few");
        assert_eq!(
            (refused.blamed[0].0, refused.error.slug),
            (1, slug::SHARES_UNFIT)
        );
        assert!(join(&shares[..3], None).is_err());
    }
}

#[test]
fn what_is_no_scalar_and_no_commitment_is_refused() {
    let threshold = Threshold::new(2, 2).expect("2 of 2");
    let mut coins = Coins::new(&[6; 32]);
    for secret in [&[0; 32][..], &[0xff; 32], &[1; 31], &[]] {
        assert!(split(secret, Kind::Feldman, threshold, &mut coins).is_err());
    }
    let text = dealt(Kind::Feldman).1.text();
    for (from, to) in [
        ("secp256k1", "ed25519"),
        ("feldman", "f"),
        ("decent-commitments 1", "x"),
        ("\n02", "\n04"),
        ("\n03", "\n05"),
    ] {
        let bad = text.replace(from, to);
        assert!(
            bad == text || Commitments::read(bad.as_bytes()).is_err(),
            "{to}"
        );
    }
}
