//! drand-verify's check of every round of a file, for the benchmark. Arguments: chain information, rounds.

use drand_verify::{G1Pubkey, G2PubkeyRfc, Pubkey};

fn main() {
    let mut words = std::env::args().skip(1);
    let mut text = || std::fs::read_to_string(words.next().unwrap()).unwrap();
    let (info, rounds) = (text(), text());
    let info: serde_json::Value = serde_json::from_str(&info).unwrap();
    let key = hex(&info["public_key"]);
    let check: Box<dyn Fn(u64, &[u8]) -> bool> = if key.len() == 48 {
        let key = G1Pubkey::from_variable(&key).unwrap();
        Box::new(move |round, signature| key.verify(round, b"", signature).unwrap())
    } else {
        let key = G2PubkeyRfc::from_variable(&key).unwrap();
        Box::new(move |round, signature| key.verify(round, b"", signature).unwrap())
    };
    for line in rounds.lines() {
        let beacon: serde_json::Value = serde_json::from_str(line).unwrap();
        let round = beacon["round"].as_u64().unwrap();
        assert!(check(round, &hex(&beacon["signature"])), "round {round}");
    }
}

fn hex(value: &serde_json::Value) -> Vec<u8> {
    decent::codec::hex::decode(value.as_str().unwrap()).unwrap()
}
