//! The miner's back-ends against the plain crates with what stands before the nonce hashed once, in
//! turn in one thread: cycles a try, the shortest of many windows. A chain of multiplications, three
//! cycles each on every x86-64 of these years, is the clock. `cargo bench --bench pow`; words after
//! `--` pick rows.
#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]
#![allow(missing_docs, reason = "nobody uses a benchmark")]

use std::hint::black_box;
use std::time::Instant;

use decent::pow::{Backend, HashKind, NonceEncoding, Puzzle, Scan, Target, scanner};

const RUNS: usize = 60;
const START_256: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

/// What is tried, and the plain crate's way of it.
struct Row {
    name: &'static str,
    puzzle: Puzzle,
    /// Counters a run.
    tries: u64,
    start: u64,
    plain: fn(u32) -> bool,
}

/// SHA-256d of a header behind its first block: two compressions.
fn plain_header(nonce: u32) -> bool {
    let mut block = [0_u32; 16];
    block[3] = nonce;
    block[4] = 0x8000_0000;
    block[15] = 640;
    let mut state = START_256;
    sha2::block_api::compress256(&mut state, &[bytes_of(block)]);
    let mut block = [0; 16];
    block[..8].copy_from_slice(&state);
    block[8] = 0x8000_0000;
    block[15] = 256;
    let mut state = START_256;
    sha2::block_api::compress256(&mut state, &[bytes_of(block)]);
    state[7] == 0
}

/// SHA-256 of a message behind its first blocks: one compression.
fn plain_message(nonce: u32) -> bool {
    let mut block = [7_u32; 16];
    block[9] = nonce;
    let mut state = START_256;
    sha2::block_api::compress256(&mut state, &[bytes_of(block)]);
    state[0] == 0
}

/// SHA-1 of a stamp behind its first blocks: one compression.
fn plain_stamp(nonce: u32) -> bool {
    let mut block = [7_u32; 16];
    block[12] = nonce;
    let mut state = [1, 2, 3, 4, 5];
    sha1::block_api::compress(&mut state, &[bytes_of(block)]);
    state[0] == 0
}

fn bytes_of(words: [u32; 16]) -> [u8; 64] {
    let mut bytes = [0; 64];
    for (four, word) in bytes.as_chunks_mut().0.iter_mut().zip(words) {
        *four = word.to_be_bytes();
    }
    bytes
}

fn message(hash: HashKind, prefix: usize, nonce: NonceEncoding) -> Puzzle {
    Puzzle::Message {
        hash,
        prefix: vec![b'a'; prefix],
        suffix: Vec::new(),
        nonce,
    }
}

fn rows() -> Vec<Row> {
    let rolled = |count: u32| Puzzle::Header {
        header: [7; 80],
        versions: (0..count).map(|i| 0x2000_0000 | i << 13).collect(),
    };
    let header = |name, puzzle, tries| Row {
        name,
        puzzle,
        tries,
        start: 0,
        plain: plain_header,
    };
    vec![
        header("header", Puzzle::header([7; 80]), 1 << 14),
        header("header, 16 versions", rolled(16), 1 << 16),
        Row {
            name: "message, 9 digits",
            puzzle: message(HashKind::Sha256, 35, NonceEncoding::Dec),
            tries: 20_000,
            start: 100_000_000,
            plain: plain_message,
        },
        Row {
            name: "stamp",
            puzzle: message(HashKind::Sha1, 44, NonceEncoding::Hex),
            tries: 1 << 15,
            start: 1 << 28,
            plain: plain_stamp,
        },
    ]
}

fn seconds(run: impl FnOnce()) -> f64 {
    let start = Instant::now();
    run();
    start.elapsed().as_secs_f64()
}

/// Seconds a cycle.
fn cycle() -> f64 {
    let steps = 20_000_u32;
    let chain = || {
        let mut x = black_box(3_u64);
        for _ in 0..steps {
            x = x.wrapping_mul(x);
        }
        black_box(x);
    };
    (0..RUNS).map(|_| seconds(chain)).fold(f64::MAX, f64::min) / f64::from(3 * steps)
}

fn measure(row: &Row) {
    let target = Target::bits(32, 20).expect("bits");
    let kinds = Backend::NAMES
        .into_iter()
        .filter(|(_, one)| one.supported());
    let kinds = kinds.filter(|(_, one)| *one != Backend::Gpu);
    let scans: Vec<(&str, Box<dyn Scan>)> = kinds
        .map(|(name, one)| (name, scanner(one, &row.puzzle, target).expect("a scanner")))
        .collect();
    let plain_tries = 2000_u32;
    let (mut clock, mut plain) = (f64::MAX, f64::MAX);
    let mut times = vec![f64::MAX; scans.len()];
    for _ in 0..RUNS {
        clock = clock.min(cycle());
        plain = plain.min(seconds(|| {
            black_box(
                (0..plain_tries)
                    .filter(|nonce| (row.plain)(black_box(*nonce)))
                    .count(),
            );
        }));
        for (time, (_, scan)) in times.iter_mut().zip(&scans) {
            let run = || {
                let mut found = Vec::new();
                let range = row.start..row.start + row.tries;
                scan.scan(black_box(range), &mut found).expect("a scan");
                black_box(found);
            };
            *time = time.min(seconds(run));
        }
    }
    let plain = plain / f64::from(plain_tries) / clock;
    println!("{}\n  {:10}{plain:8.1}", row.name, "crate");
    for ((name, _), time) in scans.iter().zip(times) {
        let cycles = time / row.tries as f64 / clock;
        println!("  {name:10}{cycles:8.1}{:8.2}", plain / cycles);
    }
}

fn main() {
    let wanted: Vec<_> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    println!("  {:10}{:>8}{:>8}", "", "cycles", "times");
    for row in rows() {
        let picked = wanted.iter().any(|word| row.name.contains(word.as_str()));
        if wanted.is_empty() || picked {
            measure(&row);
        }
    }
}
