//! Chains of 10^6 blocks, or of as many as the first argument says: built, opened, asked, checked; and
//! fewer of them beside hippiehug, which keeps chains in Python's memory
//! (`pip3 install --target target/peers/python-hippiehug hippiehug==0.1.3`).
//! `cargo bench --bench skipchain -- 1000000`
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark may fail by panic")]

#[path = "common/mod.rs"]
mod common;
#[path = "common/on_file.rs"]
mod on_file;

use std::path::Path;
use std::process::Command;

use decent::codec::hex;
use decent::skipchain::Roster;
use decent::skipchain::roster::{Key, Member};
use on_file::piped;

/// Blocks that hippiehug makes: it needs long for each.
const FEWER: u64 = 20_000;

fn main() {
    let mut numbers = std::env::args().filter_map(|word| word.parse().ok());
    let blocks: u64 = numbers.next().unwrap_or(1_000_000);
    let folder = std::env::temp_dir().join(format!("decent-bench-skip-{}", std::process::id()));
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("us"), roster().text()).unwrap();
    build(&folder, blocks);
    ask(&folder, blocks);
    beside(&folder);
    std::fs::remove_dir_all(folder).unwrap();
}

fn roster() -> Roster {
    let key =
        hex::decode("3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde").unwrap();
    let member = Member {
        name: "anna".into(),
        weight: 1,
        key: Key::ed25519(&key.try_into().unwrap()).unwrap(),
    };
    Roster::of(vec![member], None).unwrap()
}

/// Shell lines in the folder, where `decent` is this one.
fn lines(folder: &Path, script: &str) -> Command {
    let mut command = piped(&format!("true; {script}"), Path::new("/dev/null"));
    command.current_dir(folder);
    command
}

fn new(name: &str) -> String {
    format!("rm -f {name}*; decent skipchain new -q --roster us -o {name} > id")
}

fn build(folder: &Path, blocks: u64) {
    let made = format!(
        "{}; seq {blocks} | decent skipchain add -q --lines c.skip > log",
        new("c.skip")
    );
    let single = format!(
        "{}; for i in $(seq 200); do decent skipchain add -q c.skip us; done",
        new("d.skip")
    );
    let cost = |script: &str| common::run(&mut lines(folder, script));
    let costs = [
        (format!("add --lines, {blocks} blocks"), cost(&made)),
        (
            "200 times add".into(),
            cost(&single.replace("c.skip", "d.skip")),
        ),
    ];
    common::print("built", &costs);
    let size = |name: &str| folder.join(name).metadata().map_or(0, |file| file.len());
    for name in ["c.skip", "c.skip.idx", "c.skip.fwd"] {
        println!(
            "{name:<12} {:>13} bytes, {:.1} a block",
            size(name),
            size(name) as f64 / blocks as f64
        );
    }
}

fn ask(folder: &Path, blocks: u64) {
    let middle = blocks / 3;
    let mut commands = [
        ("show", lines(folder, "decent skipchain show c.skip")),
        (
            "cat of one",
            lines(folder, &format!("decent skipchain cat c.skip {middle}")),
        ),
        (
            "path back to 1",
            lines(folder, &format!("decent skipchain path c.skip {blocks} 1")),
        ),
        (
            "path by arithmetic",
            lines(folder, &format!("decent skipchain path 1 {blocks}")),
        ),
    ];
    common::print(
        &format!("{blocks} blocks, opened and asked"),
        &common::in_turn(5, &mut commands),
    );
    let one = "taskset -c 0 decent skipchain fsck c.skip";
    let mut commands = [
        ("fsck", lines(folder, "decent skipchain fsck c.skip")),
        ("fsck, one core", lines(folder, one)),
        (
            "fsck, portable",
            lines(folder, "DECENT_CPU=portable decent skipchain fsck c.skip"),
        ),
        ("sha256sum of the log", lines(folder, "sha256sum c.skip")),
        ("list", lines(folder, "decent skipchain list c.skip")),
        (
            "add, without an index",
            lines(folder, "rm c.skip.*; decent skipchain add -q c.skip us"),
        ),
    ];
    common::print(
        &format!("{blocks} blocks, all of them"),
        &common::in_turn(2, &mut commands),
    );
}

/// The same number of blocks, and look-ups from the last back to others.
fn beside(folder: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = root.join("tests/bench/skipchain.py");
    let python = |what: &str| {
        let mut command = Command::new("python3");
        command.env("PYTHONPATH", root.join("target/peers/python-hippiehug"));
        command.arg(&script).arg(FEWER.to_string()).arg(what);
        command
    };
    let installed = python("none")
        .output()
        .is_ok_and(|output| output.status.success());
    if !installed {
        println!("\nhippiehug is not here");
        return;
    }
    let made = format!(
        "{}; seq {FEWER} | decent skipchain add -q --lines e.skip > log",
        new("e.skip")
    );
    let mut commands = [
        ("add --lines", lines(folder, &made)),
        ("hippiehug", python("none")),
        (
            "add, and 100 paths",
            lines(
                folder,
                &format!(
                    "{made}; for i in $(seq 100); do decent skipchain path e.skip {FEWER} $i > log; done"
                ),
            ),
        ),
        ("hippiehug, and 100 look-ups", python("look")),
    ];
    common::print(
        &format!("{FEWER} blocks"),
        &common::in_turn(1, &mut commands),
    );
    let output = python("look").output().unwrap();
    print!("{}", String::from_utf8_lossy(&output.stdout));
    let shape = decent::skipchain::Shape::default();
    let hops: u64 = (1..=100).map(|i| shape.hops(FEWER, i)).sum();
    println!("ours: {:.1} hops", hops as f64 / 100.0);
}
