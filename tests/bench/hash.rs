//! The kernels against the plain crates, in turn in one thread: the shortest of several windows
//! each. `cargo bench --bench hash`; words after `--` pick rows.
#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]
#![allow(missing_docs, reason = "nobody uses a benchmark")]

use std::hint::black_box;
use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

use decent::hash::{Cpu, Engine, Hash160, Hash256, Message, Padded};
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// All rows hash this many bytes a run: they stay in the third cache.
const BYTES: usize = 4 << 20;
const RUNS: usize = 40;

/// A row of the table: the plain crates, and an engine, over the same bytes.
struct Row {
    name: &'static str,
    plain: fn(&[u8], &mut Out),
    engine: fn(Engine, &[u8], &mut Out),
}

/// Where digests go, allocated once.
struct Out {
    sha1: Vec<Hash160>,
    sha256: Vec<Hash256>,
}

fn plain256(bytes: &[u8], size: usize, out: &mut Out) {
    for (message, digest) in bytes.chunks(size).zip(&mut out.sha256) {
        *digest = Sha256::digest(message).into();
    }
}

fn plain1(bytes: &[u8], size: usize, out: &mut Out) {
    for (message, digest) in bytes.chunks(size).zip(&mut out.sha1) {
        *digest = Sha1::digest(message).into();
    }
}

fn prefixed256(bytes: &[u8], size: usize, prefix: &[u8], out: &mut Out) {
    for (message, digest) in bytes.chunks(size).zip(&mut out.sha256) {
        let mut state = Sha256::new();
        state.update(prefix);
        state.update(message);
        *digest = state.finalize().into();
    }
}

fn many256(engine: Engine, bytes: &[u8], size: usize, prefix: &[u8], out: &mut Out) {
    let message = |body| Message {
        prefix,
        body,
        suffix: &[],
    };
    let messages: Vec<_> = bytes.chunks(size).map(message).collect();
    engine.sha256(&messages, &mut out.sha256);
}

fn many1(engine: Engine, bytes: &[u8], size: usize, out: &mut Out) {
    let messages: Vec<_> = bytes.chunks(size).map(Message::from).collect();
    engine.sha1(&messages, &mut out.sha1);
}

fn both(engine: Engine, bytes: &[u8], size: usize, out: &mut Out) {
    let pieces: Vec<_> = bytes.chunks(size).map(Padded::from).collect();
    let leaf = NonZeroUsize::new(16 << 10).expect("not zero");
    engine.sha1_and_leaves(&pieces, leaf, &mut out.sha1, &mut out.sha256);
}

/// Pieces of 4 KiB and 252 KiB of zeros, as a v2 torrent of small files has them.
fn padded(engine: Engine, bytes: &[u8], out: &mut Out) {
    let zeros = 252 << 10;
    let piece = |bytes| Padded { bytes, zeros };
    let small = bytes.get(..BYTES / 64).unwrap_or(bytes);
    let pieces: Vec<_> = small.chunks(4 << 10).map(piece).collect();
    let leaf = NonZeroUsize::new(16 << 10).expect("not zero");
    engine.sha1_and_leaves(&pieces, leaf, &mut out.sha1, &mut out.sha256);
}

fn nodes(engine: Engine, bytes: &[u8], prefix: &[u8], out: &mut Out) {
    engine.sha256_pairs(prefix, bytes.as_chunks().0, &mut out.sha256);
}

const ROWS: [Row; 12] = [
    Row {
        name: "SHA-256, 16 KiB",
        plain: |bytes, out| plain256(bytes, 16 << 10, out),
        engine: |engine, bytes, out| many256(engine, bytes, 16 << 10, b"", out),
    },
    Row {
        name: "SHA-256, 256 KiB",
        plain: |bytes, out| plain256(bytes, 256 << 10, out),
        engine: |engine, bytes, out| many256(engine, bytes, 256 << 10, b"", out),
    },
    Row {
        name: "SHA-256, 10 + 256 KiB",
        plain: |bytes, out| prefixed256(bytes, 256 << 10, b"0123456789", out),
        engine: |engine, bytes, out| many256(engine, bytes, 256 << 10, b"0123456789", out),
    },
    Row {
        name: "SHA-256, 1 + 1 KiB",
        plain: |bytes, out| prefixed256(bytes, 1 << 10, b"\0", out),
        engine: |engine, bytes, out| many256(engine, bytes, 1 << 10, b"\0", out),
    },
    Row {
        name: "SHA-256, 1 + 32 bytes",
        plain: |bytes, out| prefixed256(bytes, 32, b"\0", out),
        engine: |engine, bytes, out| many256(engine, bytes, 32, b"\0", out),
    },
    Row {
        name: "64-byte nodes",
        plain: |bytes, out| plain256(bytes, 64, out),
        engine: |engine, bytes, out| nodes(engine, bytes, b"", out),
    },
    Row {
        name: "1 + 64-byte nodes",
        plain: |bytes, out| prefixed256(bytes, 64, b"\x01", out),
        engine: |engine, bytes, out| nodes(engine, bytes, b"\x01", out),
    },
    Row {
        name: "SHA-1, 16 KiB",
        plain: |bytes, out| plain1(bytes, 16 << 10, out),
        engine: |engine, bytes, out| many1(engine, bytes, 16 << 10, out),
    },
    Row {
        name: "SHA-1, 256 KiB",
        plain: |bytes, out| plain1(bytes, 256 << 10, out),
        engine: |engine, bytes, out| many1(engine, bytes, 256 << 10, out),
    },
    Row {
        name: "SHA-1 and SHA-256, 256 KiB",
        plain: |bytes, out| {
            plain1(bytes, 256 << 10, out);
            plain256(bytes, 16 << 10, out);
        },
        engine: |engine, bytes, out| both(engine, bytes, 256 << 10, out),
    },
    Row {
        name: "SHA-1, 1 MiB",
        plain: |bytes, out| plain1(bytes, 1 << 20, out),
        engine: |engine, bytes, out| many1(engine, bytes, 1 << 20, out),
    },
    Row {
        name: "SHA-1 of padded 4 KiB",
        plain: |bytes, out| plain1(bytes, 256 << 10, out),
        engine: padded,
    },
];

fn timed(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

fn measure(row: &Row, engines: &[(&str, Engine)], bytes: &[u8], out: &mut Out) {
    let mut plain = Duration::MAX;
    let mut times = vec![Duration::MAX; engines.len()];
    for _ in 0..RUNS {
        plain = plain.min(timed(|| (row.plain)(black_box(bytes), out)));
        for (time, (_, engine)) in times.iter_mut().zip(engines) {
            *time = (*time).min(timed(|| (row.engine)(*engine, black_box(bytes), out)));
        }
    }
    let rate = bytes.len() as f64 / plain.as_secs_f64() / 1e9;
    print!("{:28}{rate:7.2}", row.name);
    for time in times {
        print!("{:10.2}", plain.as_secs_f64() / time.as_secs_f64());
    }
    println!();
}

fn main() {
    let wanted: Vec<_> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let bytes: Vec<u8> = (0..BYTES).map(|i| (i * 31 + i / 999) as u8).collect();
    let mut out = Out {
        sha1: vec![[0; 20]; BYTES / 32],
        sha256: vec![[0; 32]; BYTES / 32],
    };
    let kinds = Cpu::NAMES.into_iter().filter(|(_, cpu)| cpu.supported());
    let mut engines: Vec<_> = kinds
        .map(|(name, cpu)| (name, Engine::new(cpu, NonZeroUsize::MIN)))
        .collect();
    let measured = Engine::detect();
    let first = timed(|| _ = black_box(measured.cpu()));
    println!("measured in {first:?}: {}", measured.cpu().name());
    engines.push(("measured", measured));
    print!("{:28}{:>7}", "times the plain crate", "GB/s");
    for (name, _) in &engines {
        print!("{name:>10}");
    }
    println!();
    let picked = |row: &&Row| {
        wanted.is_empty() || wanted.iter().any(|word| row.name.contains(word.as_str()))
    };
    for row in ROWS.iter().filter(picked) {
        measure(row, &engines, &bytes, &mut out);
    }
}
