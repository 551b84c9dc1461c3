//! Which kernel is the fastest here: asked of the processor itself, once, for its features don't
//! tell. On Zen 4 SHA-NI does 2.35 times the plain crate's SHA-256 and AVX-512 2.05, but 2.5 and
//! 3.6 times its SHA-1; where SHA-NI is slower and AVX-512 has full width, AVX-512 wins both.

use std::num::NonZeroUsize;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::{Cpu, Engine, Message, Padded};

/// What is hashed.
#[derive(Clone, Copy)]
pub(super) enum Work {
    Sha256,
    Sha1,
    /// Both over the same bytes, loaded once.
    Both,
}

/// Before so much is hashed, measuring costs more than a wrong guess.
const WORTH_BYTES: u64 = 4 << 20;
/// Runs of every kernel, in turn; its shortest counts.
const RUNS: u32 = 4;

/// A kind, and how long it took for the [`sample`].
#[derive(Clone, Copy)]
struct Measured {
    cpu: Cpu,
    time: Duration,
}

/// Counts `bytes` more that are hashed in this process; whether they are now so many that it is
/// worth while to measure.
pub(super) fn worth(bytes: u64) -> bool {
    static HASHED: AtomicU64 = AtomicU64::new(0);
    HASHED
        .fetch_add(bytes, Ordering::Relaxed)
        .saturating_add(bytes)
        >= WORTH_BYTES
}

/// The widest kind: a guess, for want of a measurement.
pub(super) fn widest() -> Cpu {
    candidates().next().unwrap_or(Cpu::Portable)
}

/// The fastest kind for `work`, as measured.
pub(super) fn fastest(work: Work) -> Cpu {
    measured(work).cpu
}

/// Whether SHA-1 and SHA-256 are faster one after the other, each by its own fastest kind.
pub(super) fn apart() -> bool {
    let apart = measured(Work::Sha256).time + measured(Work::Sha1).time;
    apart < measured(Work::Both).time
}

fn measured(work: Work) -> Measured {
    static MEASURED: [OnceLock<Measured>; 3] = [const { OnceLock::new() }; 3];
    let [sha256, sha1, both] = &MEASURED;
    let place = match work {
        Work::Sha256 => sha256,
        Work::Sha1 => sha1,
        Work::Both => both,
    };
    *place.get_or_init(|| measure(work))
}

/// From the widest; 8 lanes never beat 16, and the plain crates beat none.
fn candidates() -> impl Iterator<Item = Cpu> {
    let mut lanes = [Cpu::Avx512, Cpu::Avx2].into_iter();
    let lanes = lanes.find(|cpu| cpu.supported());
    let streams = Some(Cpu::ShaNi).filter(|cpu| cpu.supported());
    lanes.into_iter().chain(streams)
}

fn measure(work: Work) -> Measured {
    let start = |cpu| Measured {
        cpu,
        time: Duration::MAX,
    };
    let mut kinds: Vec<_> = candidates().map(start).collect();
    // Written to, lest all of it be the one page of zeros.
    let bytes = vec![[1; SAMPLE_BYTES]; MESSAGES];
    for _ in 0..RUNS {
        for Measured { cpu, time } in &mut kinds {
            let start = Instant::now();
            sample(work, Engine::new(*cpu, NonZeroUsize::MIN), &bytes);
            *time = start.elapsed().min(*time);
        }
    }
    let best = kinds.into_iter().min_by_key(|kind| kind.time);
    best.unwrap_or_else(|| start(Cpu::Portable))
}

/// Messages that are hashed to measure.
const MESSAGES: usize = 16;
/// Bytes each: together more than the first cache holds, as with files, where lanes want the same sets
/// of it and streams do not.
const SAMPLE_BYTES: usize = 8 << 10;

/// Hashes the sample: about 30 us.
fn sample(work: Work, engine: Engine, bytes: &[[u8; SAMPLE_BYTES]]) {
    let messages: Vec<_> = bytes
        .iter()
        .map(|bytes| Message::from(&bytes[..]))
        .collect();
    let (mut sha1, mut sha256) = ([[0; 20]; MESSAGES], [[0; 32]; MESSAGES]);
    match work {
        Work::Sha256 => engine.sha256(&messages, &mut sha256),
        Work::Sha1 => engine.sha1(&messages, &mut sha1),
        Work::Both => {
            let leaf = NonZeroUsize::new(SAMPLE_BYTES).unwrap_or(NonZeroUsize::MIN);
            let pieces: Vec<_> = bytes.iter().map(|bytes| Padded::from(&bytes[..])).collect();
            engine.sha1_and_leaves(&pieces, leaf, &mut sha1, &mut sha256);
        }
    }
    std::hint::black_box((sha1, sha256));
}
