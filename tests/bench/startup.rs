//! What it costs to start: CPU of small runs of the program against an empty Rust `main`, spawned
//! in turn. The bar is 1.25 times for the median. `cargo bench --bench startup`.
#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]
#![allow(clippy::unwrap_used, reason = "a benchmark may end by panic")]

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

const ROUNDS: usize = 300;

/// What is measured: the program's words.
const ROWS: [&[&str]; 4] = [
    &["--version"],
    &["why", "usage"],
    &["why", "--help"],
    &["merkle", "root", "--help"],
];

fn main() {
    let folder = std::env::temp_dir().join(format!("decent-startup-{}", std::process::id()));
    std::fs::create_dir(&folder).unwrap();
    let empty = compiled(&folder);
    let program = Path::new(env!("CARGO_BIN_EXE_decent"));
    let mut empty_ns = Vec::new();
    let mut rows_ns = ROWS.map(|_| Vec::new());
    for _ in 0..ROUNDS {
        empty_ns.push(cpu_ns(&empty, &[]));
        for (words, ns) in ROWS.iter().zip(&mut rows_ns) {
            ns.push(cpu_ns(program, words));
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
    let (least, median) = summary(&mut empty_ns);
    println!(
        "{:<28} {:>10} {:>10}   ratios",
        "CPU, microseconds", "least", "median"
    );
    println!(
        "{:<28} {:>10} {:>10}",
        "empty main",
        least / 1000,
        median / 1000
    );
    for (words, mut ns) in ROWS.iter().zip(rows_ns) {
        let (own_least, own_median) = summary(&mut ns);
        println!(
            "{:<28} {:>10} {:>10}   {:.2} {:.2}",
            words.join(" "),
            own_least / 1000,
            own_median / 1000,
            own_least as f64 / least as f64,
            own_median as f64 / median as f64,
        );
    }
}

/// An empty `main`, made as the program is.
fn compiled(folder: &Path) -> PathBuf {
    let source = folder.join("empty.rs");
    let program = folder.join("empty");
    std::fs::write(&source, "fn main() {}\n").unwrap();
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut rustc = Command::new(rustc);
    rustc.args(["--edition", "2024", "-O", "-C", "strip=symbols", "-o"]);
    assert!(rustc.arg(&program).arg(&source).status().unwrap().success());
    program
}

/// CPU of one run.
fn cpu_ns(program: &Path, words: &[&str]) -> u64 {
    let cost = common::run(Command::new(program).args(words));
    cost.unwrap().cpu.as_nanos() as u64
}

/// The least and the median.
fn summary(values: &mut [u64]) -> (u64, u64) {
    values.sort_unstable();
    (values[0], values[values.len() / 2])
}
