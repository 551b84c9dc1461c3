//! Content IDs, varints, dag-cbor, archives and files beside the crates of the field: what we take they
//! take, to the same end; what they take and we refuse has a name.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use decent::car::Archive;
use decent::cid::file::{Nobody, Work, import};
use decent::cid::params::V0_2015;
use decent::cid::{Cid, multihash};
use decent::codec::{dag_cbor, varint};
use decent::feed::Input;
use decent::hash::Engine;
use decent::source::Source;
use decent::watch::Deaf;
use ipld_core::ipld::Ipld;
use oracles::Dice;

/// Bytes with a byte changed, put in or taken out.
fn changed(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = dice.roll(bytes.len() as u64) as usize;
    match dice.roll(4) {
        0 => bytes[at] = dice.roll(256) as u8,
        1 => bytes[at] ^= 1 << dice.roll(8),
        2 => bytes.insert(at, dice.roll(256) as u8),
        _ => drop(bytes.remove(at)),
    }
    bytes
}

/// The end of a future that never waits.
fn at_once<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(end) = future.as_mut().poll(&mut context) {
            return end;
        }
    }
}

#[test]
fn varints() {
    let mut dice = Dice(21);
    for _ in 0..50_000 {
        let len = 1 + dice.roll(10);
        let bytes: Vec<u8> = (0..len)
            .map(|at| (dice.roll(256) as u8 & 0x7f) | if at + 1 < len { 0x80 } else { 0 })
            .collect();
        let ours = varint::take_63(&mut &bytes[..]);
        let theirs = unsigned_varint::decode::u64(&bytes);
        match (ours, theirs) {
            (Ok(one), Ok((other, rest))) => assert_eq!((one, rest.len()), (other, 0)),
            (Err(_), Err(_)) => {}
            // unsigned-varint 0.8 takes ten bytes, of which multiformats allows nine.
            (Err(_), Ok(_)) => assert_eq!(bytes.len(), 10, "{bytes:x?}"),
            (Ok(_), Err(error)) => panic!("{error}: {bytes:x?}"),
        }
    }
}

/// CIDs of both versions, of many codecs and hashes.
fn cids(dice: &mut Dice) -> Vec<Cid> {
    let mut all = vec![Cid::v0(&[7; 32])];
    for hash in multihash::ALL {
        let digest: Vec<u8> = (0..hash.len).map(|_| dice.roll(256) as u8).collect();
        let codec = dice.pick(&[0x55, 0x70, 0x71, 0x72, 0x0129]);
        all.push(Cid::v1(codec, hash.code, &digest));
    }
    all.push(Cid::v1(0x55, 0, b"inline"));
    all
}

#[test]
fn content_ids() {
    let mut dice = Dice(22);
    for _ in 0..400 {
        for cid in cids(&mut dice) {
            let theirs = cid::Cid::try_from(cid.bytes()).expect("ours is read");
            assert_eq!(theirs.to_bytes(), cid.bytes());
            assert_eq!(theirs.to_string(), cid.to_string());
            assert_eq!(theirs.hash().digest(), cid.digest());
            let bytes = changed(&mut dice, cid.bytes());
            if let Ok(one) = Cid::from_bytes(&bytes) {
                // cid 0.11 holds digests of at most 64 bytes; the specification has 128.
                let long = one.digest().len() > 64;
                match cid::Cid::try_from(&bytes[..]) {
                    Ok(other) => assert_eq!(other.to_bytes(), bytes),
                    Err(error) => assert!(long, "{error}: {bytes:x?}"),
                }
            }
            let text = cid.to_string();
            let text = String::from_utf8_lossy(&changed(&mut dice, text.as_bytes())).into_owned();
            if let Ok((one, _)) = Cid::parse(&text) {
                let other: cid::Cid = text.parse().expect("ours is read");
                assert_eq!(other.to_bytes(), one.bytes(), "{text}");
            }
        }
    }
}

/// cid 0.11.3 takes version 0 behind a letter of a base, bytes behind the digest, numbers in more bytes
/// than they need, and has no room for 65 to 128 bytes of the identity.
#[test]
fn what_the_crate_of_content_ids_takes() {
    let zero = Cid::v0(&[7; 32]);
    let behind = [zero.bytes(), b"more"].concat();
    assert!(cid::Cid::try_from(&behind[..]).is_ok());
    assert!(Cid::from_bytes(&behind).is_err());
    let letter = decent::codec::multibase::BASE58_BTC.encode_with_prefix(zero.bytes());
    assert!(letter.parse::<cid::Cid>().is_ok());
    assert!(Cid::parse(&letter).is_err());
    let inline = Cid::v1(0x55, 0, &[7; 100]);
    assert!(cid::Cid::try_from(inline.bytes()).is_err());
    assert!(Cid::from_bytes(inline.bytes()).is_ok());
}

/// A value of dag-cbor in its one form.
fn value(dice: &mut Dice, depth: u32, bytes: &mut Vec<u8>) {
    match dice.roll(if depth == 0 { 7 } else { 9 }) {
        0 => dag_cbor::put_head(bytes, 0, dice.roll(1 << 20)),
        1 => dag_cbor::put_head(bytes, 1, dice.roll(300)),
        2 => {
            dag_cbor::put_head(bytes, 2, 3);
            bytes.extend([1, 2, 3]);
        }
        3 => dag_cbor::put_text(bytes, dice.pick(&["", "a", "\u{e9}t\u{e9}"])),
        4 => bytes.push(dice.pick(&[0xf4, 0xf5, 0xf6])),
        5 => {
            bytes.push(0xfb);
            bytes.extend(1.5f64.to_be_bytes());
        }
        6 => dag_cbor::put_link(bytes, &Cid::v1(0x55, 0x12, &[7; 32])),
        7 => {
            let count = dice.roll(4);
            dag_cbor::put_head(bytes, 4, count);
            (0..count).for_each(|_| value(dice, depth - 1, bytes));
        }
        _ => {
            dag_cbor::put_head(bytes, 5, 2);
            for key in ["b", "aa"] {
                dag_cbor::put_text(bytes, key);
                value(dice, depth - 1, bytes);
            }
        }
    }
}

fn ours_reads(bytes: &[u8]) -> bool {
    dag_cbor::Reader::new(bytes).all(|token| token.is_ok())
}

#[test]
fn dag_cbor_values() {
    let mut dice = Dice(23);
    let (mut taken, mut refused) = (0, 0);
    for _ in 0..20_000 {
        let mut bytes = Vec::new();
        value(&mut dice, 4, &mut bytes);
        let theirs: Ipld = serde_ipld_dagcbor::from_slice(&bytes).expect("ours is read");
        let again = serde_ipld_dagcbor::to_vec(&theirs).expect("written");
        assert_eq!(again, bytes);
        let bytes = changed(&mut dice, &bytes);
        if ours_reads(&bytes) {
            let theirs: Ipld = serde_ipld_dagcbor::from_slice(&bytes).expect("ours is read");
            let again = serde_ipld_dagcbor::to_vec(&theirs).expect("written");
            assert_eq!(again, bytes, "one value, one form");
            taken += 1;
        } else {
            refused += 1;
        }
    }
    assert!(
        taken > 1000 && refused > 1000,
        "{taken} taken, {refused} refused"
    );
}

/// serde_ipld_dagcbor 0.7 takes bytes behind the CID in a link, and stops below 1000 lists in each other.
#[test]
fn what_the_crate_of_dag_cbor_takes() {
    let cid = Cid::v1(0x55, 0x12, &[7; 32]);
    let mut link = vec![0xd8, 42, 0x58, cid.bytes().len() as u8 + 3, 0];
    link.extend(cid.bytes());
    link.extend(b"xy");
    assert!(serde_ipld_dagcbor::from_slice::<Ipld>(&link).is_ok());
    assert!(!ours_reads(&link));
    let deep = [&[0x81; 2000][..], &[0x80]].concat();
    assert!(serde_ipld_dagcbor::from_slice::<Ipld>(&deep).is_err());
    assert!(ours_reads(&deep));
}

/// All sections by us: CIDs and blocks.
fn our_sections(bytes: &[u8]) -> Option<Vec<(Vec<u8>, Vec<u8>)>> {
    let source = Source::from_bytes(bytes);
    let archive = Archive::open(&source).ok()?;
    let section = |section: decent::Result<decent::car::Section>| {
        let section = section.ok()?;
        let block = archive.block(section.block).ok()?.into_owned();
        Some((section.cid.bytes().to_vec(), block))
    };
    archive.sections().map(section).collect()
}

fn their_sections(bytes: &[u8]) -> Option<Vec<(Vec<u8>, Vec<u8>)>> {
    at_once(async {
        let mut reader = iroh_car::CarReader::new(bytes).await.ok()?;
        let mut sections = Vec::new();
        while let Some((cid, block)) = reader.next_block().await.ok()? {
            sections.push((cid.to_bytes(), block));
        }
        Some(sections)
    })
}

const BASIC: &[u8] = include_bytes!("../../vectors/car/carv1-basic.car");

#[test]
fn archives() {
    let mut dice = Dice(24);
    assert_eq!(our_sections(BASIC), their_sections(BASIC));
    let mut taken = 0;
    for _ in 0..20_000 {
        let bytes = changed(&mut dice, BASIC);
        if let Some(ours) = our_sections(&bytes) {
            // The crate of content IDs holds digests of at most 64 bytes.
            let long =
                |bytes: &[u8]| Cid::from_bytes(bytes).is_ok_and(|cid| cid.digest().len() > 64);
            if ours.iter().any(|(cid, _)| long(cid)) {
                continue;
            }
            let theirs = their_sections(&bytes);
            assert_eq!(theirs.as_ref(), Some(&ours));
            taken += 1;
        }
    }
    assert!(taken > 1000, "{taken}");
}

/// iroh-car 0.5.1 takes a varint that is cut off for the end, and never hashes a block.
#[test]
fn what_the_crate_of_archives_takes() {
    let cut = [BASIC, &[0x80]].concat();
    assert_eq!(their_sections(&cut).map(|all| all.len()), Some(8));
    assert_eq!(our_sections(&cut), None);
    let mut other = BASIC.to_vec();
    *other.last_mut().expect("a byte") ^= 1;
    assert_eq!(their_sections(&other).map(|all| all.len()), Some(8));
    let source = Source::from_bytes(other);
    let archive = Archive::open(&source).expect("an archive");
    let blocks = decent::car::verify::blocks(&archive, Engine::portable(), &Deaf).expect("read");
    assert_eq!(blocks.bad_count, 1);
}

#[test]
fn files() {
    let mut dice = Dice(25);
    let bytes: Vec<u8> = (0..47_000_000u64).map(|_| dice.roll(256) as u8).collect();
    // Around a chunk, and around a node of 174 chunks.
    for len in [
        0, 1, 262_143, 262_144, 262_145, 1_000_000, 45_613_056, 45_613_057, 46_999_999,
    ] {
        let file = &bytes[..len];
        let mut adder = rust_unixfs::file::adder::FileAdder::builder()
            .with_cid_version(ipld_core::cid::Version::V0)
            .with_raw_leaves(false)
            .build();
        let mut rest = file;
        let mut last = None;
        while !rest.is_empty() {
            let (blocks, used) = adder.push(rest);
            last = blocks.last().map(|(cid, _)| cid).or(last);
            rest = &rest[used..];
        }
        let last = adder.finish().last().map(|(cid, _)| cid).or(last);
        let work = Work {
            engine: Engine::detect(),
            watch: &Deaf,
        };
        let source = Source::from_bytes(file);
        let params = [V0_2015];
        let ours = import(
            Input::all(&source),
            &params,
            Default::default(),
            work,
            &mut Nobody,
        );
        let ours = ours.expect("imported")[0].cid.to_string();
        assert_eq!(last.expect("a root").to_string(), ours, "{len} bytes");
    }
}
