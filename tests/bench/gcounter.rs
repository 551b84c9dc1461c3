//! `gcounter merge` beside `sort -m | awk` and jq: 10^7 entries in 8 sorted files, or as many as
//! the first argument says. `cargo bench --bench gcounter -- 100000000`
//!
//! jq gets a part of the same entries, 10^5 a file, and `decent` the same part beside it: jq would
//! hold all in memory.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark may fail by panic")]

#[path = "common/mod.rs"]
mod common;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

const FILES: u64 = 8;
const FOR_JQ: u64 = 100_000;

fn main() {
    let number = std::env::args().skip(1).find_map(|word| word.parse().ok());
    let entries: u64 = number.unwrap_or(10_000_000);
    let folder = std::env::temp_dir().join(format!("decent-bench-gcounter-{}", std::process::id()));
    std::fs::create_dir(&folder).unwrap();
    let (json, lines) = written(&folder, "all", entries / FILES);
    let (few, _) = written(&folder, "few", FOR_JQ.min(entries / FILES));
    let decent = env!("CARGO_BIN_EXE_decent");
    let sorted = format!(
        "LC_ALL=C sort -m -s -k1,1 {} | awk -F'\\t' '{{if ($1==id) {{if ($2>most) most=$2}} else {{if (NR>1) print id \"\\t\" most; id=$1; most=$2}}}} END {{print id \"\\t\" most}}'",
        words(&lines)
    );
    let jq = format!(
        "jq -cs '[.[] | to_entries[]] | group_by(.key) | map({{key: .[0].key, value: (map(.value) | max)}}) | from_entries' {}",
        words(&few)
    );
    let merge = |files: &[PathBuf]| {
        let mut command = Command::new(decent);
        command.args(["gcounter", "merge"]).args(files);
        command
    };
    let shell = |line: &str| {
        let mut command = Command::new("sh");
        command.args(["-c", line]);
        command
    };
    println!("{entries} entries in {FILES} files");
    show(&mut [
        ("decent, objects", merge(&json)),
        ("decent, lines", merge(&lines)),
        ("sort -m | awk, lines", shell(&sorted)),
    ]);
    println!("{} entries in {FILES} files", FOR_JQ * FILES);
    show(&mut [
        ("decent, objects", merge(&few)),
        ("jq, objects", shell(&jq)),
    ]);
    std::fs::remove_dir_all(folder).unwrap();
}

fn show(commands: &mut [(&str, Command)]) {
    let costs = common::in_turn(1, commands);
    let first = costs[0].1.unwrap();
    for (name, cost) in &costs {
        let Some(cost) = cost else {
            println!("  {name:<22} is not here");
            continue;
        };
        let ratio = cost.cpu.as_secs_f64() / first.cpu.as_secs_f64();
        let (cpu, wall) = (cost.cpu.as_secs_f64(), cost.wall.as_secs_f64());
        let mib = cost.peak_bytes >> 20;
        println!("  {name:<22} {cpu:8.2} s CPU  {wall:8.2} s wall  {mib:6} MiB  {ratio:7.1} x");
    }
}

fn words(files: &[PathBuf]) -> String {
    let names = files.iter().map(|path| path.display().to_string());
    names.collect::<Vec<_>>().join(" ")
}

/// The same sorted states as objects and as lines. Of every two neighbouring ids a file has about
/// one, so that most ids are in several files and no two files are alike.
fn written(folder: &Path, name: &str, each: u64) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let mut seed = 1u64;
    let mut draw = || {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        seed >> 33
    };
    let (mut json, mut lines) = (Vec::new(), Vec::new());
    for file in 0..FILES {
        let paths = ["json", "tsv"].map(|kind| folder.join(format!("{name}-{file}.{kind}")));
        let mut object = BufWriter::with_capacity(1 << 20, File::create(&paths[0]).unwrap());
        let mut line = BufWriter::with_capacity(1 << 20, File::create(&paths[1]).unwrap());
        let mut id = 0;
        for i in 0..each {
            id += 1 + draw() % 3;
            let count = draw() % 1_000_000;
            let comma = if i == 0 { '{' } else { ',' };
            write!(object, "{comma}\"node-{id:09}\":{count}").unwrap();
            writeln!(line, "node-{id:09}\t{count}").unwrap();
        }
        object.write_all(b"}\n").unwrap();
        object.flush().unwrap();
        line.flush().unwrap();
        let [object, line] = paths;
        json.push(object);
        lines.push(line);
    }
    (json, lines)
}
