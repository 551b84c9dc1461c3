//! `beacon verify` of many rounds (20,000, or as many as the first argument says) of a chain that is made
//! here, signatures on G1 and on G2: in one, one by one, with three bad rounds, and beside the loop of
//! drand-verify (`cargo build --release --examples --manifest-path tests/oracles/Cargo.toml --target-dir
//! target/oracles`) and drand-client. Then one round from process start to verdict. Of more than 100,000
//! all are verified once, and not one by one.
//! `cargo bench --bench beacon -- 20000`
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark may fail by panic")]

#[path = "common/mod.rs"]
mod common;

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use decent::beacon::{Chain, Scheme};
use decent::codec::hex;

/// Rounds that others check of a file: they need long for each.
const FEWER: u64 = 200;
/// Rounds that are not verified one by one.
const MANY: u64 = 100_000;

fn main() {
    let count = std::env::args().find_map(|word| word.parse().ok());
    let count: u64 = count.unwrap_or(20_000);
    let folder = std::env::temp_dir().join(format!("decent-bench-beacon-{}", std::process::id()));
    std::fs::create_dir(&folder).unwrap();
    for scheme in [Scheme::Rfc9380, Scheme::Unchained] {
        measure(&folder, scheme, count);
    }
    std::fs::remove_dir_all(folder).unwrap();
}

fn measure(folder: &Path, scheme: Scheme, count: u64) {
    let info = folder.join(format!("{}.json", scheme.name()));
    let file = |name: &str| folder.join(name);
    let (all, bad, fewer, one) = (file("all"), file("bad"), file("fewer"), file("one"));
    made(scheme, count, &info, &all);
    copied(&all, &bad, count, |round, line| {
        if [2, count / 2 + 1, count - 1].contains(&round) {
            return line.replace(&format!("\"round\":{round}"), "\"round\":999999999");
        }
        line
    });
    copied(&all, &fewer, FEWER, |_, line| line);
    copied(&all, &one, 1, |_, line| line);
    let mut commands = vec![
        ("in one", verify(&info, &all, &[])),
        ("in one, three bad", refusing(&verify(&info, &bad, &[]))),
        ("one by one", verify(&info, &all, &["--one-by-one"])),
    ];
    let times = if count > MANY { 1 } else { 3 };
    commands.truncate(if count > MANY { 2 } else { 3 });
    let costs = common::in_turn(times, &mut commands);
    common::print(&format!("{}: {count} rounds", scheme.name()), &costs);
    let mut others = [
        ("one by one", verify(&info, &fewer, &["--one-by-one"])),
        ("drand-verify's loop", other(oracle(), &info, &fewer)),
        ("drand-client", drand_client(&info, &fewer)),
    ];
    let costs = common::in_turn(3, &mut others);
    common::print(&format!("{}: {FEWER} rounds", scheme.name()), &costs);
    let mut single = [("one round, from the start", verify(&info, &one, &[]))];
    let costs = common::in_turn(50, &mut single);
    common::print(scheme.name(), &costs);
}

fn verify(info: &Path, rounds: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_decent"));
    command.args(["beacon", "verify", "--chain"]).arg(info);
    command.args(more).arg(rounds);
    command
}

/// A command that is to say no.
fn refusing(command: &Command) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", "\"$@\"; test $? = 1", "sh"]);
    shell.arg(command.get_program()).args(command.get_args());
    shell
}

fn other(program: PathBuf, info: &Path, rounds: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg(info).arg(rounds);
    command
}

/// The loop of drand-verify, where it was built.
fn oracle() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/oracles/release/examples/drand_verify")
}

fn drand_client(info: &Path, rounds: &Path) -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = other(root.join("target/peers/bin/drand-client"), info, rounds);
    command = {
        let mut with = Command::new(command.get_program());
        with.arg(root.join("tests/bench/beacon.js"));
        with.args(command.get_args());
        with
    };
    command
}

/// Makes the signature of a message.
type Sign = dyn Fn(&[u8]) -> Vec<u8>;

/// Copies so many lines, each changed. A line at a time: what is held here is counted to each command.
fn copied(from: &Path, to: &Path, count: u64, change: impl Fn(u64, String) -> String) {
    let lines = BufReader::new(File::open(from).unwrap()).lines();
    let mut to = BufWriter::new(File::create(to).unwrap());
    for (round, line) in (1..=count).zip(lines) {
        writeln!(to, "{}", change(round, line.unwrap())).unwrap();
    }
    to.flush().unwrap();
}

/// Writes rounds of a chain of our own, a line each, and its information to `info`.
fn made(scheme: Scheme, count: u64, info: &Path, all: &Path) {
    let domain = scheme.domain();
    let sign: Box<Sign>;
    let key = if scheme == Scheme::Rfc9380 {
        let secret = blst::min_sig::SecretKey::key_gen(&[7; 32], &[]).unwrap();
        let key = secret.sk_to_pk().compress().to_vec();
        sign = Box::new(move |message| secret.sign(message, domain, &[]).compress().to_vec());
        key
    } else {
        let secret = blst::min_pk::SecretKey::key_gen(&[7; 32], &[]).unwrap();
        let key = secret.sk_to_pk().compress().to_vec();
        sign = Box::new(move |message| secret.sign(message, domain, &[]).compress().to_vec());
        key
    };
    let key = scheme.key(&key).unwrap();
    let chain = Chain::new(scheme, key, (3, 1_700_000_000), vec![1; 32], "bench".into());
    std::fs::write(info, chain.unwrap().info()).unwrap();
    let mut all = BufWriter::new(File::create(all).unwrap());
    for round in 1..=count {
        let signature = hex::encode(&sign(&scheme.message(round, b"")));
        writeln!(all, "{{\"round\":{round},\"signature\":\"{signature}\"}}").unwrap();
    }
    all.flush().unwrap();
}
