//! A chain of 900,000 headers, made here under real rules, checked by `block verify`, by a naive loop
//! over the sha2 crate that hashes, links and compares with a target and does nothing else, and by
//! python-bitcoinlib where that is. `cargo bench --bench block [-- HEADERS]`
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod common;

use std::path::Path;
use std::process::Command;

use decent::block::chain::Chain;
use decent::block::header::{Fields, Header};
use decent::block::network::Network;
use decent::block::uint256::U256;
use sha2::{Digest, Sha256};

const RULES: &str = r#"{"name":"own","limit":"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff","spacing":600,"interval":2016}"#;

/// python-bitcoinlib's own check of the work of every header, on a tenth of them.
const PYTHON: &str = "
import sys
from bitcoin.core import CBlockHeader, uint256_from_compact
from bitcoin.core.serialize import uint256_from_str
data, previous = open(sys.argv[1], 'rb').read(), None
for at in range(0, len(data) // 10 // 80 * 80, 80):
    header = CBlockHeader.deserialize(data[at:at + 80])
    assert uint256_from_str(header.GetHash()) <= uint256_from_compact(header.nBits)
    assert previous is None or header.hashPrevBlock == previous
    previous = header.GetHash()
";

fn main() {
    let words: Vec<String> = std::env::args().collect();
    if let [_, naive, file] = &words[..]
        && naive == "naive"
    {
        return self::naive(Path::new(file));
    }
    let count = words
        .iter()
        .find_map(|word| word.parse().ok())
        .unwrap_or(900_000);
    let folder = std::env::temp_dir().join(format!("decent-bench-block-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let (file, hex, rules) = (
        folder.join("chain"),
        folder.join("hex"),
        folder.join("rules.json"),
    );
    std::fs::write(&rules, RULES).expect("written");
    let raw = made(count);
    let text: String = raw
        .iter()
        .map(|raw| decent::codec::hex::encode(raw) + "\n")
        .collect();
    std::fs::write(&file, raw.as_flattened()).expect("written");
    std::fs::write(&hex, text).expect("written");
    let decent = |file: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_decent"));
        command
            .args(["block", "verify", "--network"])
            .arg(&rules)
            .arg(file);
        command
    };
    let mut loop_over = Command::new(std::env::current_exe().expect("a name"));
    loop_over.arg("naive").arg(&file);
    let mut python = Command::new("python-bitcoinlib");
    python.args(["-c", PYTHON]).arg(&file);
    let mut commands = [
        ("naive loop over the sha2 crate", loop_over),
        ("block verify, raw", decent(&file)),
        ("block verify, hex", decent(&hex)),
        ("python-bitcoinlib, a tenth of them", python),
    ];
    common::print(
        &format!("{count} headers"),
        &common::in_turn(3, &mut commands),
    );
    std::fs::remove_dir_all(folder).expect("removed");
}

/// Fast and slow periods in turn, so that the target moves.
fn made(count: u32) -> Vec<[u8; 80]> {
    let network = Network::from_json(RULES.as_bytes()).expect("rules");
    let mut chain = Chain::new(&network);
    let mut headers = Vec::new();
    for height in 0..count {
        let gap = if height / 2016 % 2 == 0 { 560 } else { 700 };
        let state = chain.state();
        let time = state.map_or(1, |state| state.latest() + gap);
        let bits = state.and_then(|state| chain.wanted_bits(state, time).expect("bits"));
        let mut fields = Fields {
            version: 4,
            previous: state.map_or([0; 32], |state| state.hash),
            root: [height as u8; 32],
            time,
            bits: bits.unwrap_or(network.limit_bits()),
            nonce: 0,
        };
        let header = loop {
            let header = Header::of(&fields);
            if chain.push(&header.0, &header.hash()).is_ok() {
                break header;
            }
            fields.nonce += 1;
        };
        headers.push(header.0);
    }
    headers
}

/// What grind-style code does a header: two digests, a link, a comparison.
fn naive(file: &Path) {
    let bytes = std::fs::read(file).expect("read");
    let mut previous = [0; 32];
    for raw in bytes.as_chunks::<80>().0 {
        let header = Header(*raw);
        assert_eq!(header.previous(), previous);
        previous = Sha256::digest(Sha256::digest(raw)).into();
        let (length, word) = (header.bits() >> 24, header.bits() & 0x7f_ffff);
        let target = U256::from(u64::from(word)).shifted_left(8 * (length - 3));
        assert!(U256::from_le_bytes(&previous) <= target);
    }
}
