//! Tests of beacons: those that drand published, with every bit turned, and chains of our own.

use std::num::NonZeroUsize;

use super::*;
use crate::beacon::round::LAST;
use crate::beacon::{Scheme, known};
use crate::bls::{G1, G2, Scalar};
use crate::codec::hex;

const BEACONS: &str = include_str!("../../../tests/vectors/beacon/beacons.jsonl");

/// Every published beacon with its chain.
fn published() -> Vec<(Chain, Beacon)> {
    let line = |line: &str| {
        let json: serde_json::Value = serde_json::from_str(line).unwrap();
        let chain = match json["chain"].as_str().unwrap() {
            "walkthrough.json" => Chain::read(include_bytes!(
                "../../../tests/vectors/beacon/walkthrough.json"
            )),
            name => known::named(name),
        };
        (chain.unwrap(), Beacon::read(line.as_bytes()).unwrap())
    };
    BEACONS.lines().map(line).collect()
}

fn verifier(chain: &Chain) -> Verifier<'_> {
    Verifier {
        chain,
        threads: NonZeroUsize::new(2).unwrap(),
        one_by_one: false,
    }
}

fn seed() -> SecretBytes<32> {
    SecretBytes::new([8; 32])
}

#[test]
fn published_beacons_hold() {
    let all = published();
    for scheme in Scheme::ALL {
        let of = all.iter().filter(|(chain, _)| chain.scheme == scheme);
        assert!(of.count() >= 1, "{}", scheme.name());
    }
    for (chain, beacon) in all {
        let randomness = verifier(&chain).one(&beacon);
        let randomness = randomness.unwrap_or_else(|error| panic!("{beacon:?}: {error}"));
        if let Some(said) = &beacon.randomness {
            assert_eq!(**said, randomness);
        }
        // Enough of them for a batch.
        let many = vec![beacon; 40];
        let outcomes = verifier(&chain).window(&many, &seed());
        assert_eq!(outcomes, vec![Ok(randomness); 40]);
    }
}

/// The same bytes with one bit turned.
fn turned(bytes: &[u8], bit: usize) -> Box<[u8]> {
    let mut bytes: Box<[u8]> = bytes.into();
    bytes[bit / 8] ^= 1 << (bit % 8);
    bytes
}

#[test]
fn one_bit_in_any_field_is_refused() {
    let mut seen = Vec::new();
    for (chain, beacon) in published() {
        let full = beacon.previous.is_some() || !chain.scheme.is_chained();
        if seen.contains(&chain.scheme) || !full {
            continue;
        }
        seen.push(chain.scheme);
        let verifier = verifier(&chain);
        let refused = |changed: Beacon, slugs: &[crate::Slug]| {
            let error = verifier.one(&changed).unwrap_err();
            assert!(slugs.contains(&error.slug), "{error}");
        };
        let good = Beacon {
            randomness: Some(Box::new(beacon.derived())),
            ..beacon
        };
        for bit in 0..good.signature.len() * 8 {
            let changed = Beacon {
                signature: turned(&good.signature, bit),
                ..good.clone()
            };
            refused(changed, &[slug::NOT_IN_GROUP, slug::BEACON_FORGED]);
        }
        for bit in 0..64 {
            let mut changed = good.clone();
            changed.round ^= 1 << bit;
            refused(changed, &[slug::BEACON_FORGED]);
        }
        for bit in 0..256 {
            let mut changed = good.clone();
            changed.randomness = Some(turned(&good.derived(), bit));
            refused(changed, &[slug::BEACON_RANDOMNESS]);
        }
        for bit in (0..good.previous.as_ref().map_or(0, |p| p.len() * 8)).step_by(7) {
            let mut changed = good.clone();
            changed.previous = Some(turned(good.previous.as_ref().unwrap(), bit));
            refused(changed, &[slug::BEACON_FORGED]);
        }
        let short = Beacon {
            signature: good.signature[1..].into(),
            ..good.clone()
        };
        refused(short, &[slug::NOT_IN_GROUP]);
        if good.previous.is_some() {
            let mut without = good.clone();
            without.previous = None;
            refused(without, &[slug::BEACON]);
        }
    }
    assert_eq!(seen.len(), 5);
}

#[test]
fn chain_information_is_what_its_hash_says() {
    for known in known::all() {
        let (name, hash) = (known.name, known.hash);
        let chain = known::named(name).unwrap();
        assert_eq!(hex::encode(&chain.hash), hash);
        assert_eq!(known::named(&hash.to_uppercase()).unwrap(), chain);
        assert_eq!(known::name_of(&chain), Some(name));
        let info = chain.info();
        assert_eq!(Chain::read(info.as_bytes()).unwrap(), chain);
        // Any other digit in any value: in key, period, time, hashes, scheme, id.
        let mut changed = 0;
        for (at, letter) in info.char_indices() {
            let other = match letter {
                '0'..='8' | 'a'..='e' => char::from(letter as u8 + 1),
                '9' | 'f' => '0',
                _ => continue,
            };
            let mut text = info.clone();
            text.replace_range(at..=at, &other.to_string());
            // A name that is not known is passed over, and what it named may be left out.
            match Chain::read(text.as_bytes()) {
                Ok(read) => assert_eq!((read.hash, read.scheme), (chain.hash, chain.scheme)),
                Err(_) => changed += 1,
            }
        }
        assert!(changed > 200);
    }
    let second = include_bytes!("../../../tests/vectors/beacon/evmnet-v2.json");
    assert_eq!(
        Chain::read(second).unwrap(),
        known::named("evmnet").unwrap()
    );
}

#[test]
fn what_is_no_chain_information() {
    let info = known::named("quicknet").unwrap().info();
    for (from, to) in [
        ("\"period\":3,", "\"period\":0,"),
        ("\"period\":3,", ""),
        ("\"period\":3,", "\"period\":-3,"),
        ("\"period\":3,", "\"period\":3,\"period\":3,"),
        ("g1-rfc9380", "g1-rfc9381"),
        ("\"hash\":\"52", "\"hash\":\"5"),
        ("\"quicknet\"", "\"quicknet\""),
        ("}}", "}} x"),
        ("\"metadata\"", "\"beacon_id\":\"other\",\"metadata\""),
    ] {
        let text = info.replace(from, to);
        if from == to {
            assert!(Chain::read(text.as_bytes()).is_ok());
            continue;
        }
        assert_ne!(text, info);
        let error = Chain::read(text.as_bytes()).unwrap_err();
        assert!(
            [slug::CHAIN_INFO, slug::NOT_HEX].contains(&error.slug),
            "{to}: {error}"
        );
    }
}

/// The hash does not bind the scheme: of a chain that is known another one is refused all the same.
#[test]
fn a_known_chain_has_its_scheme() {
    let quicknet = known::named("quicknet").unwrap();
    let info = quicknet
        .info()
        .replace("bls-unchained-g1-rfc9380", "bls-unchained-on-g1");
    assert_eq!(
        Chain::read(info.as_bytes()).unwrap_err().slug,
        slug::CHAIN_INFO
    );
    let other = Chain {
        scheme: Scheme::OnG1,
        ..quicknet.clone()
    };
    assert_eq!(known::name_of(&other), None);
    let own = Chain::new(
        Scheme::Chained,
        quicknet.key,
        (3, 1),
        vec![1; 32],
        String::new(),
    );
    assert_eq!(own.unwrap_err().slug, slug::CHAIN_INFO);
}

/// Fields without names are none, although the reader of JSON would take them.
#[test]
fn an_array_is_no_object() {
    let info = known::named("default").unwrap();
    let (key, hash) = (hex::encode(&info.key.to_bytes()), hex::encode(&info.hash));
    let seed = hex::encode(&info.genesis_seed);
    let text = format!(
        r#" ["{key}",30,1595431050,"{hash}","{seed}","pedersen-bls-chained",null,"default"]"#
    );
    assert_eq!(
        Chain::read(text.as_bytes()).unwrap_err().slug,
        slug::CHAIN_INFO
    );
    let beacon = br#"[7,"c0ffee",null,null]"#;
    assert_eq!(Beacon::read(beacon).unwrap_err().slug, slug::BEACON);
}

#[test]
fn rounds_and_times() {
    let chain = known::named("default").unwrap();
    assert_eq!(chain.round_at(1_595_431_050), Ok(1));
    assert_eq!(chain.round_at(1_595_431_079), Ok(1));
    assert_eq!(chain.round_at(1_595_431_080), Ok(2));
    assert_eq!(chain.time_of(1), Ok(1_595_431_050));
    assert_eq!(chain.time_of(72_785), Ok(1_597_614_570));
    assert_eq!(chain.round_at(1_597_614_570), Ok(72_785));
    // What waits for a time opens at it or after, and never before.
    let from = |time| chain.round_from(time);
    assert_eq!(from(i64::MIN), Ok(1));
    assert_eq!(from(1_595_431_050), Ok(1));
    assert_eq!(from(1_595_431_051), Ok(2));
    assert_eq!(from(1_595_431_080), Ok(2));
    assert_eq!(from(1_595_431_081), Ok(3));
    assert_eq!(from(i64::MAX).unwrap_err().slug, slug::NO_SUCH_ROUND);
    assert_eq!(
        chain.round_at(1_595_431_049).unwrap_err().slug,
        slug::NO_SUCH_ROUND
    );
    assert_eq!(
        chain.round_at(i64::MIN).unwrap_err().slug,
        slug::NO_SUCH_ROUND
    );
    assert_eq!(chain.time_of(0).unwrap_err().slug, slug::NO_SUCH_ROUND);
    assert_eq!(
        chain.time_of(u64::MAX).unwrap_err().slug,
        slug::NO_SUCH_ROUND
    );
    // Rounds end where JSON can't hold them any more, clocks later or sooner.
    let last = chain.time_of(LAST).unwrap();
    assert_eq!(chain.round_at(last + 29), Ok(LAST));
    for late in [last + 30, i64::MAX] {
        let error = chain.round_at(late).unwrap_err();
        assert_eq!(error.slug, slug::NO_SUCH_ROUND);
    }
    let error = chain.time_of(LAST + 1).unwrap_err();
    assert_eq!(error.slug, slug::NO_SUCH_ROUND);
    let slow = Chain {
        period_seconds: u32::MAX,
        ..chain
    };
    let last = slow.round_at(i64::MAX).unwrap();
    assert!(i64::MAX - slow.time_of(last).unwrap() < i64::from(u32::MAX));
    let error = slow.time_of(last + 1).unwrap_err();
    assert_eq!(error.slug, slug::NO_SUCH_ROUND);
}

/// A chain of our own, and its secret.
fn own(scheme: Scheme) -> (Chain, Scalar) {
    let secret = Scalar::from_bytes(&SecretBytes::new([5; 32])).unwrap();
    let key = match scheme {
        Scheme::Chained | Scheme::Unchained => Key::G1(G1::public_key(&secret)),
        _ => Key::G2(G2::public_key(&secret)),
    };
    let chain = Chain::new(scheme, key, (3, 1000), vec![1; 32], "own".into());
    (chain.unwrap(), secret)
}

fn sign((chain, secret): &(Chain, Scalar), round: u64, previous: Option<&[u8]>) -> Beacon {
    let message = chain.scheme.message(round, previous.unwrap_or_default());
    let domain = chain.scheme.domain();
    let signature = match chain.key {
        Key::G1(_) => G2::hash(&message, domain).times(secret).compress(),
        _ => G1::hash(&message, domain).times(secret).compress(),
    };
    Beacon {
        round,
        signature: signature.into(),
        previous: previous.map(Into::into),
        randomness: None,
    }
}

fn rounds(own: &(Chain, Scalar), count: u64) -> Vec<Beacon> {
    let mut all: Vec<Beacon> = Vec::new();
    for round in 1..=count {
        let before = all.last().map(|last| last.signature.clone());
        let previous = before.unwrap_or(own.0.genesis_seed.clone().into());
        let chained = own.0.scheme.is_chained();
        all.push(sign(own, round, chained.then_some(&*previous)));
    }
    all
}

fn refused(outcomes: &[Outcome]) -> Vec<usize> {
    let each = outcomes.iter().enumerate();
    each.filter_map(|(i, outcome)| outcome.is_err().then_some(i))
        .collect()
}

#[test]
fn windows_and_single_checks_agree() {
    for scheme in [
        Scheme::Chained,
        Scheme::Unchained,
        Scheme::OnG1,
        Scheme::Rfc9380,
    ] {
        let own = own(scheme);
        let mut all = rounds(&own, 150);
        all[3].randomness = Some([0; 32].into());
        all[10].signature = all[11].signature.clone();
        all[20].round = 22;
        all[149].signature = [][..].into();
        if scheme.is_chained() {
            all[30].previous = None;
        }
        let one_by_one = Verifier {
            one_by_one: true,
            ..verifier(&own.0)
        };
        let outcomes = verifier(&own.0).window(&all, &seed());
        assert_eq!(outcomes, one_by_one.window(&all, &seed()));
        let chained = scheme.is_chained();
        let bad = if chained {
            vec![3, 10, 20, 30, 149]
        } else {
            vec![3, 10, 20, 149]
        };
        assert_eq!(refused(&outcomes), bad);
    }
}

/// Fast and wrong, the third way: links of a chained chain compared, and the last round alone paired.
/// The bytes of a signature bind the one before only by the pairing, so that a forged past with links
/// that fit passes.
#[test]
fn links_do_not_replace_pairings() {
    let own = own(Scheme::Chained);
    let mut all = rounds(&own, 12);
    for i in 0..10 {
        all[i].signature = vec![i as u8; 96].into();
        all[i + 1].previous = Some(all[i].signature.clone());
    }
    let mut row = Row::default();
    let linked = all.iter().all(|beacon| row.follows(beacon).is_ok());
    let last = verifier(&own.0).one(&all[11]);
    assert!(linked && last.is_ok(), "fooled");
    let outcomes = verifier(&own.0).window(&all, &seed());
    assert_eq!(refused(&outcomes), (0..11).collect::<Vec<_>>());
}

#[test]
fn few_are_not_batched_and_some_curves_never() {
    let quicknet = known::named("quicknet").unwrap();
    let batches = |count| verifier(&quicknet).batches(count);
    assert_eq!(
        [1, 2, FEW - 1, FEW].map(batches),
        [false, false, false, true]
    );
    let one_by_one = Verifier {
        one_by_one: true,
        ..verifier(&quicknet)
    };
    assert!(!one_by_one.batches(WINDOW));
    #[cfg(feature = "bn254")]
    assert!(!verifier(&known::named("evmnet").unwrap()).batches(WINDOW));
}

#[test]
fn gaps_are_found() {
    let own = own(Scheme::Chained);
    let all = rounds(&own, 4);
    let follow = |order: &[usize]| {
        let mut row = Row::default();
        let each = order.iter().map(|i| row.follows(&all[*i]).is_err());
        each.collect::<Vec<_>>()
    };
    assert_eq!(follow(&[0, 1, 2, 3]), [false; 4]);
    assert_eq!(follow(&[0, 2, 3]), [false, true, false]);
    assert_eq!(follow(&[0, 0]), [false, true]);
    assert_eq!(follow(&[1, 0]), [false, true]);
    let mut other = all[1].clone();
    other.previous = Some(all[2].signature.clone());
    let mut row = Row::default();
    assert!(row.follows(&all[0]).is_ok());
    assert_eq!(row.follows(&other).unwrap_err().slug, slug::BEACON_GAP);
}

#[test]
fn what_is_no_beacon() {
    for text in [
        "{}",
        "{\"round\":0,\"signature\":\"00\"}",
        "{\"round\":-1,\"signature\":\"00\"}",
        "{\"round\":1.5,\"signature\":\"00\"}",
        "{\"round\":\"1\",\"signature\":\"00\"}",
        "{\"round\":1}",
        "{\"round\":1,\"signature\":\"0\"}",
        "{\"round\":1,\"signature\":\"xx\"}",
        "{\"round\":1,\"round\":1,\"signature\":\"00\"}",
        "{\"round\":18446744073709551616,\"signature\":\"00\"}",
    ] {
        let error = Beacon::read(text.as_bytes()).unwrap_err();
        assert!(
            [slug::BEACON, slug::NOT_HEX].contains(&error.slug),
            "{text}: {error}"
        );
    }
}

/// A window holds many: what the sender says of each is bounded, and so is what an error repeats.
#[test]
fn a_beacon_holds_no_more_than_it_may() {
    let beacon = |signature: usize, previous: usize, randomness: usize| {
        let [signature, previous, randomness] =
            [signature, previous, randomness].map(|bytes| "aa".repeat(bytes));
        let text = format!(
            r#"{{"round":1,"signature":"{signature}","previous_signature":"{previous}","randomness":"{randomness}"}}"#
        );
        Beacon::read(text.as_bytes())
    };
    assert!(beacon(96, 96, 32).is_ok());
    for (signature, previous, randomness) in
        [(97, 96, 32), (96, 97, 32), (96, 96, 33), (8000, 0, 0)]
    {
        let error = beacon(signature, previous, randomness).unwrap_err();
        assert_eq!(error.slug, slug::BEACON);
        assert!(error.wanted.len() + error.found.len() < 200, "{error}");
    }
    for (start, end) in [
        ("{\"round\":\"", "\"}"),
        ("{\"round\":1,\"signature\":\"", "\"}"),
        ("{\"round\":1,\"signature\":{\"", "\":1}}"),
    ] {
        let text = format!("{start}{}{end}", "é".repeat(4000));
        let error = Beacon::read(text.as_bytes()).unwrap_err();
        assert!(error.wanted.len() + error.found.len() < 500, "{error}");
    }
}
