//! Parts and what comes of them: joined by any members, the wrong ones named; the traps of
//! `threshold_crypto`, and that none of them is reached.

use proptest::prelude::*;

use super::*;
use crate::coins::Coins;
use crate::error::{Kind, slug};
use crate::group::deal::{self, Dealt};
use crate::group::{Bls12381G1, Bls12381G2, Curve, Group, Pairing, Threshold};

const MESSAGE: &[u8] = b"pay anna 5";

fn coins(seed: u8) -> Coins {
    Coins::new(&[seed; 32])
}

fn dealt<C: Curve>(t: u64, n: u64) -> Dealt<C> {
    deal::new(Threshold::new(t, n).unwrap(), None, &mut coins(t as u8)).unwrap()
}

fn point<C: Pairing>() -> C::Signature {
    C::hash(MESSAGE, C::DOMAIN)
}

fn parts<C: Pairing>(dealt: &Dealt<C>, members: &[usize]) -> Vec<Partial<C>> {
    let share = |member: &usize| Partial::sign(&dealt.shares[member - 1], &point::<C>());
    members.iter().map(share).collect()
}

/// Any t members make the signature that the key itself makes; more of them change nothing.
fn any_members<C: Pairing>(t: u64, n: u64, first: usize) {
    let key = C::random(&mut coins(9));
    let size = Threshold::new(t, n).unwrap();
    let dealt = deal::new::<C>(size, Some(&key), &mut coins(1)).unwrap();
    let whole = C::sign(&point::<C>(), &key);
    let (t, n) = (t as usize, n as usize);
    let members: Vec<usize> = (0..t).map(|i| (first + i) % n + 1).collect();
    let parts = parts(&dealt, &members);
    for known in [Some(&point::<C>()), None] {
        if t < 2 && known.is_none() {
            continue;
        }
        let joined = join(&dealt.group, &parts, known, &mut coins(2)).unwrap();
        assert_eq!(joined.signature, whole);
        assert!(joined.blamed.is_empty() && joined.members.len() == t);
    }
    let less = join(
        &dealt.group,
        &parts[1..],
        Some(&point::<C>()),
        &mut coins(2),
    )
    .unwrap_err();
    assert_eq!(less.error.slug, slug::MEMBERS_TOO_FEW);
    assert!(less.error.to_string().ends_with("1 more"), "{}", less.error);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn any_members_make_the_signature_of_the_key(t in 1u64..6, more in 0u64..4, first in 0usize..9) {
        any_members::<Bls12381G1>(t, t + more, first);
        any_members::<Bls12381G2>(t, t + more, first);
    }
}

fn named_wrong<C: Pairing>() {
    let dealt = dealt::<C>(3, 5);
    let group = &dealt.group;
    let good = parts(&dealt, &[1, 2, 3, 4, 5]);
    let other = C::sign(&C::hash(b"other", C::DOMAIN), dealt.shares[3].secret());
    let mut bad = good.clone();
    bad[3].signature = other;
    let joined = join(group, &bad, Some(&point::<C>()), &mut coins(3)).unwrap();
    assert_eq!(joined.members, [1, 2, 3]);
    assert_eq!(joined.blamed.len(), 1);
    assert_eq!(joined.blamed[0].0, 3);
    let words = joined.blamed[0].1.to_string();
    assert_eq!(words, "member 4's partial signature does not fit the group");
    // Without the message nobody is named, and nothing is given out.
    let refused = join(group, &bad, None, &mut coins(3)).unwrap_err();
    assert_eq!(refused.error.slug, slug::PARTIALS_DIFFER);
    // Where the bad one was needed it is named all the same.
    let refused = join(group, &bad[3..], Some(&point::<C>()), &mut coins(3)).unwrap_err();
    assert_eq!(
        (refused.blamed.len(), refused.error.slug),
        (1, slug::MEMBERS_TOO_FEW)
    );
    // Two whose errors cancel out in a plain sum don't pass the check of all.
    let mut two = good.clone();
    two[0].signature = C::joined(&two[0].signature, &other);
    let minus = C::sign(&other, &(C::number(0) - C::number(1)));
    two[1].signature = C::joined(&two[1].signature, &minus);
    let joined = join(group, &two, Some(&point::<C>()), &mut coins(3)).unwrap();
    assert_eq!(joined.members, [3, 4, 5]);
    assert_eq!(
        joined.blamed.iter().map(|(i, _)| *i).collect::<Vec<_>>(),
        [0, 1]
    );
}

#[test]
fn who_is_wrong_is_named() {
    named_wrong::<Bls12381G1>();
    named_wrong::<Bls12381G2>();
}

/// Of many parts the wrong ones are found in halves.
fn many<C: Pairing>() {
    let dealt = dealt::<C>(5, 24);
    let members: Vec<usize> = (1..=24).collect();
    let mut all = parts(&dealt, &members);
    let zero = C::nothing();
    for at in [3, 4, 20] {
        all[at].signature = C::joined(&all[at].signature, &point::<C>());
    }
    all[11].signature = zero;
    let joined = join(&dealt.group, &all, Some(&point::<C>()), &mut coins(4)).unwrap();
    let places: Vec<usize> = joined.blamed.iter().map(|(at, _)| *at).collect();
    assert_eq!(places, [3, 4, 11, 20]);
    assert_eq!(joined.members, [1, 2, 3, 6, 7]);
}

#[test]
fn wrong_ones_among_many_are_found() {
    many::<Bls12381G1>();
    many::<Bls12381G2>();
}

/// Members who trade places are found; copies count once; a member's number past n is none.
fn places<C: Pairing>() {
    let dealt = dealt::<C>(3, 5);
    let (group, known) = (&dealt.group, point::<C>());
    let mut swapped = parts(&dealt, &[1, 2, 3]);
    (swapped[0].member, swapped[1].member) = (2, 1);
    let refused = join(group, &swapped, Some(&known), &mut coins(4)).unwrap_err();
    assert_eq!(
        refused.blamed.iter().map(|(i, _)| *i).collect::<Vec<_>>(),
        [0, 1]
    );
    assert!(join(group, &swapped, None, &mut coins(4)).is_err());
    let doubled = parts(&dealt, &[1, 1, 2]);
    let refused = join(group, &doubled, Some(&known), &mut coins(4)).unwrap_err();
    assert_eq!(
        (refused.blamed.len(), refused.error.slug),
        (0, slug::MEMBERS_TOO_FEW)
    );
    let mut beyond = parts(&dealt, &[1, 2, 3]);
    beyond[2].member = 6;
    let refused = join(group, &beyond, Some(&known), &mut coins(4)).unwrap_err();
    assert_eq!(refused.blamed[0].1.slug, slug::NO_MEMBER);
    // One alone has nothing to be held against.
    let one = deal::new::<C>(Threshold::new(1, 2).unwrap(), None, &mut coins(5)).unwrap();
    let alone = Partial::sign(&one.shares[1], &known);
    let refused = join(&one.group, &[alone], None, &mut coins(4)).unwrap_err();
    assert_eq!(refused.error.slug, slug::NOTHING_CHECKED);
}

#[test]
fn places_are_held_to() {
    places::<Bls12381G1>();
    places::<Bls12381G2>();
}

/// Old and new shares don't go together, whatever they say of themselves.
fn generations<C: Pairing>() {
    let old = dealt::<C>(3, 4);
    let fresh = deal::refreshed(&old.group, &old.shares[..3], &mut coins(6)).unwrap();
    let moved = deal::reshared(
        &old.group,
        &old.shares[1..],
        Threshold::new(2, 5).unwrap(),
        &mut coins(7),
    );
    let moved = moved.unwrap();
    let known = point::<C>();
    let mut whole = Vec::new();
    for dealt in [&old, &fresh, &moved] {
        assert_eq!(dealt.group.public_key(), old.group.public_key());
        for share in &dealt.shares {
            share.fits(&dealt.group).unwrap();
        }
        let t = usize::from(dealt.group.size().t());
        let members: Vec<usize> = (1..=t).map(|i| i + 1).collect();
        let parts = parts(dealt, &members);
        let joined = join(&dealt.group, &parts, Some(&known), &mut coins(8)).unwrap();
        whole.push(joined.signature);
    }
    assert!(whole.iter().all(|one| *one == whole[0]));
    // t - 1 old and t' - 1 new ones, as they are and dressed up as the others.
    for (new, t) in [(&fresh, 3), (&moved, 2)] {
        let mut mixed = parts(&old, &[1, 2]);
        mixed.extend(parts(new, &[3, 4]).into_iter().take(t - 1));
        for group in [&old.group, &new.group] {
            assert!(join(group, &mixed, Some(&known), &mut coins(8)).is_err());
            let mut dressed = mixed.clone();
            for part in &mut dressed {
                part.group = group.hash();
            }
            let refused = join(group, &dressed, Some(&known), &mut coins(8)).unwrap_err();
            assert!(!refused.blamed.is_empty());
            assert!(join(group, &dressed, None, &mut coins(8)).is_err());
        }
    }
    assert!(deal::refreshed(&old.group, &old.shares[..2], &mut coins(6)).is_err());
    let twice = [
        old.shares[0].clone(),
        old.shares[0].clone(),
        old.shares[1].clone(),
    ];
    assert!(deal::refreshed(&old.group, &twice, &mut coins(6)).is_err());
    assert!(deal::refreshed(&fresh.group, &old.shares, &mut coins(6)).is_err());
}

#[test]
fn generations_do_not_mix() {
    generations::<Bls12381G1>();
    generations::<Bls12381G2>();
}

#[test]
fn parts_are_read_strictly() {
    let dealt = dealt::<Bls12381G1>(2, 3);
    let part = parts(&dealt, &[2]).remove(0);
    let text = part.text();
    assert_eq!(Partial::read(text.as_bytes()).unwrap(), part);
    let infinity = format!("\"signature\":\"c0{}\"", "0".repeat(190));
    let at = text.find("\"signature\"").unwrap();
    for bad in [
        text.replace("\"member\":2", "\"member\":0"),
        text.replace("\"member\":2", "\"member\":4097"),
        text.replace("\"member\":2", "\"member\":2,\"member\":2"),
        text.replace("\"member\":2", "\"member\":2,\"more\":2"),
        text.replace("decent-partial", "decent-group"),
        format!("{}{infinity}}}", &text[..at]),
        text.replace("\"}", "00\"}"),
        text[..text.len() / 2].into(),
    ] {
        assert_ne!(bad, text);
        let error = Partial::<Bls12381G1>::read(bad.as_bytes()).expect_err(&bad);
        assert_eq!(error.slug.kind, Kind::Wrong);
    }
    assert!(Partial::<Bls12381G2>::read(text.as_bytes()).is_err());
}

/// The vector of the key 0x263d.. and the message of 32 bytes 0x56 in the tests of Ethereum's
/// consensus (ethereum/bls12-381-tests, sign case), whose domain is that of proofs of possession.
#[test]
fn an_ordinary_signature_of_others() {
    let key = crate::codec::hex::decode_array(
        "263dbd792f5b1be47ed85f8938c0f29586af0d3ac7b977f21c278fe1462040e3",
    );
    let key = Bls12381G1::scalar_of(&key.unwrap()).unwrap();
    let size = Threshold::new(2, 3).unwrap();
    let dealt = deal::new::<Bls12381G1>(size, Some(&key), &mut coins(1)).unwrap();
    let domain = b"BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";
    let point = Bls12381G1::hash(&[0x56; 32], domain);
    let parts = [0, 2].map(|i: usize| Partial::sign(&dealt.shares[i], &point));
    let joined = join(&dealt.group, &parts, Some(&point), &mut coins(2)).unwrap();
    let bytes = Bls12381G1::encode_signature(&joined.signature);
    assert_eq!(crate::codec::hex::encode(&bytes), ETHEREUM);
}

const ETHEREUM: &str = "882730e5d03f6b42c3abc26d3372625034e1d871b65a8a6b900a56dae22da98a\
bbe1b68f85e49fe7652a55ec3d0591c20767677e33e5cbb1207315c41a9ac03be39c2e7668edc043d6cb1d9fd93033ca\
a8a1c5b0e84bedaeb6c64972503a43eb";

/// What `threshold_crypto` does with what is wrong, and what we do.
#[cfg(feature = "threshold")]
mod traps {
    use threshold_crypto::{PublicKeySet, SignatureShare};

    use super::*;
    use crate::threshold::wrapped::{Part, Wrapped, file_key};

    fn theirs(group: &Group<Bls12381G1>) -> PublicKeySet {
        let points = group.commitments().points();
        let points: Vec<_> = points.iter().map(Bls12381G1::encode).collect();
        let commitment = serde_json::json!({ "coeff": points });
        let commitment: threshold_crypto::poly::Commitment =
            serde_json::from_value(commitment).unwrap();
        PublicKeySet::from(commitment)
    }

    fn share(part: &Partial<Bls12381G1>) -> SignatureShare {
        let bytes: [u8; 96] = Bls12381G1::encode_signature(&part.signature)
            .try_into()
            .unwrap();
        SignatureShare::from_bytes(bytes).unwrap()
    }

    /// Both give the same group and the same signature, with members' numbers less 1.
    #[test]
    fn the_same_shares_and_the_same_signature() {
        let dealt = dealt::<Bls12381G1>(3, 5);
        let keys = theirs(&dealt.group);
        assert_eq!(keys.threshold(), 2);
        assert_eq!(
            keys.public_key().to_bytes().to_vec(),
            dealt.group.public_bytes()
        );
        for member in 1..=5u16 {
            let ours = Bls12381G1::encode(&dealt.group.public_share(member));
            let theirs = keys.public_key_share(u64::from(member) - 1);
            assert_eq!(theirs.to_bytes().to_vec(), ours);
        }
        let parts = parts(&dealt, &[5, 2, 4]);
        let shares: Vec<_> = parts
            .iter()
            .map(|p| (u64::from(p.member) - 1, share(p)))
            .collect();
        let shares = shares.iter().map(|(i, share)| (*i, share));
        let theirs = keys.combine_signatures(shares).unwrap();
        let ours = join(
            &dealt.group,
            &parts,
            Some(&point::<Bls12381G1>()),
            &mut coins(1),
        )
        .unwrap();
        let ours = Bls12381G1::encode_signature(&ours.signature);
        assert_eq!(theirs.to_bytes().to_vec(), ours);
    }

    /// Duplicates and swapped indices: theirs is `Ok` and wrong, ours names or refuses.
    #[test]
    fn a_wrong_signature_is_no_result() {
        let dealt = dealt::<Bls12381G1>(3, 5);
        let (keys, known) = (theirs(&dealt.group), point::<Bls12381G1>());
        let right = join(
            &dealt.group,
            &parts(&dealt, &[1, 2, 3]),
            Some(&known),
            &mut coins(1),
        );
        let right = Bls12381G1::encode_signature(&right.unwrap().signature);
        let mut swapped = parts(&dealt, &[1, 2, 3]);
        (swapped[0].member, swapped[1].member) = (2, 1);
        let doubled = parts(&dealt, &[1, 2, 2]);
        for wrong in [swapped, doubled] {
            let shares: Vec<_> = wrong
                .iter()
                .map(|p| (u64::from(p.member) - 1, share(p)))
                .collect();
            let shares = shares.iter().map(|(i, share)| (*i, share));
            let theirs = keys
                .combine_signatures(shares)
                .expect("the trap: it says Ok");
            assert_ne!(theirs.to_bytes().to_vec(), right);
            assert!(join(&dealt.group, &wrong, Some(&known), &mut coins(1)).is_err());
        }
    }

    fn wrapped(dealt: &Dealt<Bls12381G1>) -> (Wrapped, [u8; 32]) {
        let (wrapped, secret) = Wrapped::new(&dealt.group, &mut coins(11)).unwrap();
        (wrapped, *secret)
    }

    /// What we wrap they open, and what they wrap we open.
    #[test]
    fn both_open_what_the_other_wraps() {
        let dealt = dealt::<Bls12381G1>(2, 3);
        let keys = theirs(&dealt.group);
        let (ours, secret) = wrapped(&dealt);
        let bytes = ours.bytes();
        let tuple = (
            bytes[..48].to_vec(),
            bytes[48..80].to_vec(),
            bytes[80..].to_vec(),
        );
        let ciphertext: threshold_crypto::Ciphertext =
            serde_json::from_value(serde_json::json!(tuple)).unwrap();
        assert!(ciphertext.verify());
        let shares: Vec<(u64, threshold_crypto::DecryptionShare)> = [3u16, 1]
            .map(|member| {
                let part = ours.part(&dealt.shares[usize::from(member) - 1]);
                let share: threshold_crypto::DecryptionShare =
                    serde_json::from_value(serde_json::json!(part.bytes())).unwrap();
                let key = keys.public_key_share(u64::from(member) - 1);
                assert!(key.verify_decryption_share(&share, &ciphertext));
                (u64::from(member) - 1, share)
            })
            .into();
        let opened = keys
            .decrypt(shares.iter().map(|(i, s)| (*i, s)), &ciphertext)
            .unwrap();
        assert_eq!(opened, secret);

        let message = [0x5a; 32];
        let theirs = serde_json::to_value(keys.public_key().encrypt(message)).unwrap();
        let body: Vec<u8> = theirs
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|part| part.as_array().unwrap().clone())
            .map(|byte| byte.as_u64().unwrap() as u8)
            .collect();
        let mut stanza = ours.stanza();
        stanza.body = body;
        let theirs = Wrapped::of_stanza(&stanza).unwrap();
        let parts = [0, 1].map(|i: usize| theirs.part(&dealt.shares[i]));
        let opened = theirs.open(&dealt.group, &parts, &mut coins(1)).unwrap();
        assert_eq!((*opened.secret, opened.members), (message, vec![1, 2]));
    }

    #[test]
    fn every_byte_of_a_wrapped_key_is_bound() {
        let dealt = dealt::<Bls12381G1>(2, 3);
        let (ours, _) = wrapped(&dealt);
        let stanza = ours.stanza();
        assert_eq!(stanza.body.len(), 176);
        for at in (0..176).step_by(7) {
            let mut bad = stanza.clone();
            bad.body[at] ^= 1;
            let error = Wrapped::of_stanza(&bad).expect_err("changed");
            assert!([slug::CIPHERTEXT, slug::CIPHERTEXT_FORGED].contains(&error.slug));
        }
        // U and W of another message, with this V: no part is given of it.
        let (other, _) = Wrapped::new(&dealt.group, &mut coins(12)).unwrap();
        let mut mixed = other.stanza();
        mixed.body[48..80].copy_from_slice(&stanza.body[48..80]);
        let error = Wrapped::of_stanza(&mixed).expect_err("mixed");
        assert_eq!(error.slug, slug::CIPHERTEXT_FORGED);
    }

    #[test]
    fn wrong_parts_of_opening_among_many_are_found() {
        let big = dealt::<Bls12381G1>(3, 20);
        let (ours, secret) = wrapped(&big);
        let mut all: Vec<Part> = big.shares.iter().map(|s| ours.part(s)).collect();
        all.swap(4, 5);
        (all[4].member, all[5].member) = (5, 6);
        all[17].member = 1;
        let opened = ours.open(&big.group, &all, &mut coins(2)).unwrap();
        let places: Vec<usize> = opened.blamed.iter().map(|(at, _)| *at).collect();
        assert_eq!((places, *opened.secret), (vec![4, 5, 17], secret));
    }

    #[test]
    fn wrong_parts_of_opening_are_named_and_copies_count_once() {
        let dealt = dealt::<Bls12381G1>(2, 4);
        let (ours, secret) = wrapped(&dealt);
        let part = |i: usize| ours.part(&dealt.shares[i - 1]);
        let mut swapped = part(2);
        swapped.member = 3;
        let opened = ours
            .open(
                &dealt.group,
                &[swapped.clone(), part(4), part(4), part(1)],
                &mut coins(1),
            )
            .unwrap();
        assert_eq!((*opened.secret, opened.members), (secret, vec![4, 1]));
        assert_eq!(opened.blamed[0].0, 0);
        assert_eq!(
            opened.blamed[0].1.to_string(),
            "member 3's decryption share does not fit the group"
        );
        let refused = ours
            .open(
                &dealt.group,
                &[part(4), swapped.clone(), part(4), swapped],
                &mut coins(1),
            )
            .err()
            .unwrap();
        assert_eq!(
            (refused.error.slug, refused.blamed.len()),
            (slug::MEMBERS_TOO_FEW, 2)
        );
        // Parts of another file, and of another generation.
        let (other, _) = Wrapped::new(&dealt.group, &mut coins(13)).unwrap();
        let fresh = deal::refreshed(&dealt.group, &dealt.shares, &mut coins(14)).unwrap();
        let refused = ours.open(
            &dealt.group,
            &[other.part(&dealt.shares[0]), ours.part(&fresh.shares[1])],
            &mut coins(1),
        );
        let refused = refused.err().unwrap();
        assert!(
            refused
                .blamed
                .iter()
                .all(|(_, e)| e.slug == slug::GROUP_MIXED)
        );
        // The new generation opens what was sealed before it.
        let parts = [1, 2].map(|i: usize| ours.part(&fresh.shares[i]));
        assert_eq!(
            *ours
                .open(&fresh.group, &parts, &mut coins(1))
                .unwrap()
                .secret,
            secret
        );
        let text = part(3).text();
        assert_eq!(Part::read(text.as_bytes()).unwrap(), part(3));
        assert_eq!(
            Part::read(text.replace("\"}", "0\"}").as_bytes())
                .unwrap_err()
                .slug
                .kind,
            Kind::Wrong
        );
        assert_ne!(*file_key(&opened.secret), [0; 16]);
    }
}
