//! `shamir split` and `join` beside gfsplit and gfcombine, 3 of 5 on 64 MiB (or as many as the first
//! argument says) on the memory disk /dev/shm: user and system time, the cost of merely writing the
//! same bytes taken off both sides. `cargo bench --bench shamir`
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark may fail by panic")]

#[path = "common/mod.rs"]
mod common;

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const ROUNDS: usize = 7;
/// Bytes of one write of the process that does nothing else.
const BLOCK: usize = 64 << 10;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    if let [_, word, files, mib, folder] = words.as_slice()
        && word == "--write"
    {
        return write(
            files.parse().unwrap(),
            mib.parse().unwrap(),
            Path::new(folder),
        );
    }
    let mib = words
        .iter()
        .skip(1)
        .find_map(|word| word.parse().ok())
        .unwrap_or(64);
    let folder = PathBuf::from(format!(
        "/dev/shm/decent-bench-shamir-{}",
        std::process::id()
    ));
    std::fs::create_dir(&folder).unwrap();
    let secret = folder.join("secret");
    random(&secret, mib);
    println!("3 of 5, {mib} MiB, /dev/shm: CPU, the writing of the same bytes taken off");
    let [gfshare, ours, short] = ["gfshare", "ours", "short"].map(|name| folder.join(name));
    splits(&folder, &secret, mib);
    prepare(&secret, &gfshare, &["--format", "gfshare"]);
    prepare(&secret, &ours, &[]);
    prepare(&secret, &short, &["--short"]);
    joins(&folder, &gfshare, &ours, &short, mib);
    std::fs::remove_dir_all(folder).unwrap();
}

/// A process that writes as many bytes and does nothing else.
fn write(files: u32, mib: usize, folder: &Path) {
    let buffer = vec![0x5a; BLOCK];
    let mut open: Vec<File> = (0..files)
        .map(|i| File::create(folder.join(format!("w{i}"))).unwrap())
        .collect();
    for _ in 0..mib * (1 << 20) / BLOCK {
        for file in &mut open {
            file.write_all(&buffer).unwrap();
        }
    }
}

fn random(path: &Path, mib: usize) {
    let mut file = File::create(path).unwrap();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut block = Vec::new();
    for _ in 0..mib {
        block.clear();
        for _ in 0..(1 << 20) / 8 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            block.extend(state.to_le_bytes());
        }
        file.write_all(&block).unwrap();
    }
}

fn decent(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_decent"));
    command.arg("shamir").args(words);
    command
}

fn prepare(secret: &Path, into: &Path, more: &[&str]) {
    let (secret, into) = (secret.to_str().unwrap(), into.to_str().unwrap());
    let mut command = decent(&["split", "-q", "-t", "3", "-n", "5", secret, "-o", into]);
    assert!(common::run(command.args(more)).is_some());
}

fn writer(files: u32, mib: usize, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--write", &files.to_string(), &mib.to_string()])
        .arg(folder);
    command
}

/// The best of several runs, each into an empty folder.
fn best(out: &Path, commands: &mut [(&str, Command)]) -> Vec<Option<common::Cost>> {
    let mut best: Vec<Option<common::Cost>> = vec![None; commands.len()];
    for round in 0..=ROUNDS {
        for ((_, command), best) in commands.iter_mut().zip(&mut best) {
            drop(std::fs::remove_dir_all(out));
            std::fs::create_dir(out).unwrap();
            let Some(cost) = common::run(command) else {
                continue;
            };
            if round > 0 && best.is_none_or(|old| cost.cpu < old.cpu) {
                *best = Some(cost);
            }
        }
    }
    drop(std::fs::remove_dir_all(out));
    best
}

/// The first command only writes, the second is the peer's.
fn show(title: &str, commands: &[(&str, Command)], costs: &[Option<common::Cost>]) {
    println!("\n{title}");
    let cpu = |i: usize| costs[i].map(|cost| cost.cpu);
    let written = cpu(0).unwrap();
    let net = |cpu: Duration| cpu.saturating_sub(written).as_secs_f64().max(1e-6);
    for (i, (name, _)) in commands.iter().enumerate() {
        let Some(cost) = costs[i] else {
            println!("  {name:<28} is not here");
            continue;
        };
        let ms = cost.cpu.as_secs_f64() * 1e3;
        if i == 0 {
            println!("  {name:<28} {ms:8.1} ms");
            continue;
        }
        let ratio = cpu(1).map_or(0.0, |peer| net(peer) / net(cost.cpu));
        let (more, peak) = (net(cost.cpu) * 1e3, cost.peak_bytes >> 20);
        println!("  {name:<28} {ms:8.1} ms  {more:8.1} ms more  {ratio:6.1} x  peak {peak} MiB");
    }
}

fn splits(folder: &Path, secret: &Path, mib: usize) {
    let out = folder.join("out");
    let parts = out.join("parts");
    let (secret, parts) = (secret.to_str().unwrap(), parts.to_str().unwrap());
    let mut gfsplit = Command::new("gfsplit");
    gfsplit
        .args(["-n", "3", "-m", "5", secret])
        .arg(out.join("share"));
    let base = ["split", "-q", "-t", "3", "-n", "5", secret, "-o", parts];
    let split = |more: &[&str]| {
        let mut command = decent(&base);
        command.args(more);
        command
    };
    let mut commands = [
        ("writing five files", writer(5, mib, &out)),
        ("gfsplit", gfsplit),
        ("decent, gfshare's format", split(&["--format", "gfshare"])),
        ("decent, its own", split(&[])),
        ("decent, short", split(&["--short"])),
    ];
    let costs = best(&out, &mut commands);
    show("split", &commands, &costs);
}

fn joins(folder: &Path, gfshare: &Path, ours: &Path, short: &Path, mib: usize) {
    let out = folder.join("out");
    let found = out.join("found");
    let found = found.to_str().unwrap();
    let gf: Vec<_> = [1, 3, 5]
        .map(|x| gfshare.join(format!("secret.{x:03}")))
        .into();
    let mut gfcombine = Command::new("gfcombine");
    gfcombine.args(["-o", found]).args(&gf);
    let three = |folder: &Path| [1, 3, 5].map(|x| folder.join(format!("share-{x}")));
    let join = |more: &[&str], shares: &[PathBuf]| {
        let mut command = decent(&["join", "-o", found]);
        command.args(more).args(shares);
        command
    };
    let mut commands = [
        ("writing one file", writer(1, mib, &out)),
        ("gfcombine", gfcombine),
        (
            "decent, gfshare's format",
            join(&["--format", "gfshare"], &gf),
        ),
        ("decent, its own", join(&[], &three(ours))),
        ("decent, short", join(&[], &three(short))),
    ];
    let costs = best(&out, &mut commands);
    show("join", &commands, &costs);
}
