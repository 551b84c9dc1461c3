//! Mainnet's headers, its retargets and total work, signet's retargets, and every rule broken once.

use decent::block::chain::Chain;
use decent::block::checkpoint;
use decent::block::header::{Fields, Header, from_shown, shown};
use decent::block::network::{Network, genesis};
use decent::block::target::Target;
use decent::block::uint256::U256;
use decent::codec::hex;
use decent::error::{Place, Slug, slug};

pub(crate) fn read(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/block/");
    std::fs::read_to_string(format!("{folder}{name}")).unwrap()
}

fn headers(name: &str) -> Vec<Header> {
    read(name)
        .lines()
        .map(|line| Header::from_hex(line).unwrap())
        .collect()
}

#[test]
fn stretches_of_mainnet() {
    let main = Network::named("main").unwrap();
    let mut chain = Chain::new(&main);
    for header in headers("main-0-6.hex") {
        chain.push(&header.0, &header.hash()).unwrap();
    }
    assert_eq!(chain.unasked().words(), None);
    assert_eq!(
        chain.state().unwrap().work.to_string(),
        (7 * 4_295_032_833u64).to_string()
    );
    for (first, name) in [
        (169, "main-169-174.hex"),
        (100_000, "main-100000-100005.hex"),
    ] {
        let headers = headers(name);
        let mut chain = Chain::trusting(&main, first, headers[0].hash());
        for header in &headers {
            chain.push(&header.0, &header.hash()).unwrap();
        }
        let state = chain.state().unwrap();
        assert_eq!(state.height, first + 5);
        assert!(chain.unasked().times.is_some());
    }
    let found = shown(&headers("main-125552.hex")[0].hash());
    assert_eq!(
        found,
        "00000000000000001e8d6829a8a21adc5d38d0a473b144b6765798e61f98bd1d"
    );
}

#[test]
fn mainnets_work_and_first_retarget() {
    let main = Network::named("main").unwrap();
    let text = read("checkpoints.txt");
    let mut known = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let [height, work, header] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let header = Header::from_hex(header).unwrap();
        let target = Target::from_bits(header.bits()).unwrap();
        assert!(target.is_met_by(&header.hash()), "{height}");
        let work = U256::from_be_bytes(hex::decode_array(&format!("{work:0>64}")).unwrap());
        known.push((height.parse::<u32>().unwrap(), work, header, target));
    }
    let mut compared = 0;
    for pair in known.windows(2) {
        let [(low, before, _, old), (high, after, _, new)] = pair else {
            panic!("two");
        };
        if high - low == 2016 {
            let wanted = before.to_big() + old.work().to_big() * 2015u32 + new.work().to_big();
            assert_eq!(after.to_big(), wanted, "{high}");
            compared += 1;
        }
    }
    assert!(compared > 8, "{compared}");
    let at = |height| known.iter().find(|(one, ..)| *one == height).unwrap().2;
    // The time of block 32255 is told by Bitcoin Core's pow_tests.
    let next = main.retarget(at(30_240).bits(), at(30_240).time(), 1_262_152_739);
    assert_eq!(next, Ok(at(32_256).bits()));
    assert_eq!(at(822_528).bits(), 0x1703_e8b3);
}

/// rust-bitcoin, `bitcoin/src/pow.rs`: signet's blocks 0, 2015, 2016, 4031, 4032.
#[test]
fn signets_retargets() {
    let signet = Network::named("signet").unwrap();
    let start = genesis("signet").unwrap();
    let up = signet.retarget(start.bits(), start.time(), 1_599_332_177);
    assert_eq!(up, Ok(503_394_215));
    let down = signet.retarget(503_394_215, 1_599_332_844, 1_600_591_200);
    assert_eq!(down, Ok(503_397_348));
    let block = read("signet-1.block");
    let header = Header::from_hex(&block[..160]).unwrap();
    let mut chain = Chain::new(&signet);
    for header in [start, header] {
        chain.push(&header.0, &header.hash()).unwrap();
    }
}

/// A network in which almost every hash will do.
fn easy(more: &str) -> Network {
    let limit = "ff".repeat(32);
    let json = format!(r#"{{"name":"easy","limit":"{limit}","spacing":10,"interval":4{more}}}"#);
    Network::from_json(json.as_bytes()).unwrap()
}

/// A header behind the last one of a chain, `gap` seconds later, of the bits that are wanted.
fn behind(chain: &Chain<'_>, gap: i32) -> Fields {
    let state = chain.state();
    let time = state.map_or(1_000_000, |state| state.latest().saturating_add_signed(gap));
    let bits = state.and_then(|state| chain.wanted_bits(state, time).unwrap());
    Fields {
        version: 4,
        previous: state.map_or([0; 32], |state| state.hash),
        root: [1; 32],
        time,
        bits: bits.unwrap_or(0x2100_ffff),
        nonce: 0,
    }
}

fn push(chain: &mut Chain<'_>, fields: &Fields) -> decent::Result<()> {
    let mut fields = *fields;
    let target = Target::from_bits(fields.bits);
    loop {
        let header = Header::of(&fields);
        let met = target
            .as_ref()
            .is_ok_and(|target| target.is_met_by(&header.hash()));
        if met || target.is_err() {
            return chain.push(&header.0, &header.hash());
        }
        fields.nonce += 1;
    }
}

/// A chain of `count` headers, `gap` seconds apart.
fn chain_of(network: &Network, count: usize, gap: i32) -> Chain<'_> {
    let mut chain = Chain::new(network);
    for _ in 0..count {
        let fields = behind(&chain, gap);
        push(&mut chain, &fields).unwrap();
    }
    chain
}

#[test]
fn each_rule_broken_once() {
    type Break = fn(&mut Fields);
    let network = easy(r#","versions":[[6,4]]"#);
    let cases: [(Slug, &str, Break); 6] = [
        (slug::CHAIN_LINK, "previous", |f| f.previous[0] ^= 1),
        (slug::CHAIN_BITS, "bits 2100ffff", |f| f.bits = 0x2100_fffe),
        (slug::CHAIN_BITS, "bits 2100ffff", |f| f.bits = 0xff12_3456),
        (slug::CHAIN_TIME, "past 1000080, the median", |f| {
            f.time = 1_000_080;
        }),
        (slug::CHAIN_VERSION, "version 4", |f| f.version = 3),
        (slug::CHAIN_TIME, "ahead of the clock", |f| {
            f.time = 2_000_000;
        }),
    ];
    for (slug, words, change) in cases {
        let mut chain = chain_of(&network, 10, 16).at(Some(1_900_000));
        let mut fields = behind(&chain, 16);
        change(&mut fields);
        let error = push(&mut chain, &fields).unwrap_err();
        assert_eq!(
            (error.slug, &error.place),
            (slug, &Place::Item("header", 10)),
            "{error}"
        );
        assert!(
            error.wanted.contains(words) && error.found.contains("at height 10"),
            "{error}"
        );
        // What was refused leaves no trace.
        let fields = behind(&chain, 16);
        push(&mut chain, &fields).unwrap();
    }
}

#[test]
fn late_blocks_may_be_easy_and_are_walked_back_over() {
    let network = easy(r#","min_difficulty":true"#);
    // Fast blocks first, so that the bits are harder than the limit.
    let mut chain = chain_of(&network, 9, 5);
    let hard = chain.state().unwrap().bits;
    assert_ne!(hard, network.limit_bits());
    let late = behind(&chain, 21);
    assert_eq!(late.bits, network.limit_bits());
    push(&mut chain, &late).unwrap();
    let timely = behind(&chain, 20);
    assert_eq!(timely.bits, hard, "the easy block is passed over");
}

#[test]
fn bip94_starts_from_the_first_block_and_bounds_its_time() {
    for bip94 in [false, true] {
        let network = easy(&format!(r#","min_difficulty":true,"bip94":{bip94}"#));
        let mut chain = chain_of(&network, 11, 5);
        let hard = chain.state().unwrap().bits;
        let late = behind(&chain, 21);
        push(&mut chain, &late).unwrap();
        // The last block of the period is an easy one.
        let next = behind(&chain, 5);
        let took = chain.state().unwrap().latest() - chain.state().unwrap().period.unwrap().0;
        let base = if bip94 { hard } else { network.limit_bits() };
        let wanted = network.retarget(base, 0, took).unwrap();
        assert_eq!(next.bits, wanted);
        let mut chain = chain_of(&network, 12, 1000);
        let early = behind(&chain, -601);
        let ended = push(&mut chain, &early);
        assert_eq!(ended.is_err(), bip94, "{ended:?}");
    }
}

#[test]
fn a_checkpoint_goes_on_where_the_check_stood() {
    let network = easy("");
    let whole = chain_of(&network, 40, 9);
    for stop in [1, 3, 4, 5, 11, 12, 39] {
        let part = chain_of(&network, stop, 9);
        let text = checkpoint::to_json(&network, part.state().unwrap()).unwrap();
        let state = checkpoint::from_json(&network, text.as_bytes()).unwrap();
        assert_eq!(&state, part.state().unwrap());
        let mut chain = Chain::from(&network, state);
        for _ in stop..40 {
            let fields = behind(&chain, 9);
            push(&mut chain, &fields).unwrap();
        }
        assert_eq!(chain.state(), whole.state());
        assert_eq!(chain.unasked().words(), None);
    }
    let other = Network {
        name: "other".into(),
        ..easy("")
    };
    let text = checkpoint::to_json(&network, whole.state().unwrap()).unwrap();
    assert_eq!(
        checkpoint::from_json(&other, text.as_bytes())
            .unwrap_err()
            .slug,
        slug::CHAIN_CHECKPOINT
    );
    assert!(checkpoint::from_words(&network, "x:00").is_err());
    assert!(from_shown("00").is_err());
}
