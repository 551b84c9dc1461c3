//! Which kernel is the fastest here: asked of the processor itself, once, for its features don't
//! tell. Where a processor has both, SHA-NI may lose to lanes of AVX-512 by half, or win.

use std::num::NonZeroUsize;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use super::{Cpu, Engine, Message};

/// What is hashed.
#[derive(Clone, Copy)]
pub(super) enum Work {
    Sha256,
    Sha1,
    /// [`Engine::sha1_and_leaves`].
    Both,
}

/// Work for less than the measurement would take isn't measured for.
const WORTH_BYTES: u64 = 8 << 20;
/// Runs of every kernel, in turn; its shortest counts.
const RUNS: u32 = 3;

/// The fastest kind for `work` as measured, or a guess while there is little to do.
pub(super) fn fastest(work: Work, bytes: u64) -> Cpu {
    static FASTEST: [OnceLock<Cpu>; 3] = [const { OnceLock::new() }; 3];
    let [sha256, sha1, both] = &FASTEST;
    let fastest = match work {
        Work::Sha256 => sha256,
        Work::Sha1 => sha1,
        Work::Both => both,
    };
    match fastest.get() {
        Some(cpu) => *cpu,
        None if bytes < WORTH_BYTES => guess(),
        None => *fastest.get_or_init(|| measured(work)),
    }
}

/// The widest.
fn guess() -> Cpu {
    candidates().next().unwrap_or(Cpu::Portable)
}

/// From the widest; 8 lanes never beat 16, and the plain crates beat none.
fn candidates() -> impl Iterator<Item = Cpu> {
    let mut lanes = [Cpu::Avx512, Cpu::Avx2].into_iter();
    let lanes = lanes.find(|cpu| cpu.supported());
    let streams = Some(Cpu::ShaNi).filter(|cpu| cpu.supported());
    lanes.into_iter().chain(streams)
}

fn measured(work: Work) -> Cpu {
    let mut times: Vec<_> = candidates().map(|cpu| (Duration::MAX, cpu)).collect();
    let runs = if times.len() > 1 { RUNS } else { 0 };
    for _ in 0..runs {
        for (shortest, cpu) in &mut times {
            let start = Instant::now();
            sample(work, Engine::new(*cpu, NonZeroUsize::MIN));
            *shortest = start.elapsed().min(*shortest);
        }
    }
    let best = times.into_iter().min_by_key(|(shortest, _)| *shortest);
    best.map_or(Cpu::Portable, |(_, cpu)| cpu)
}

/// 16 messages of 4 KiB: about 20 us.
fn sample(work: Work, engine: Engine) {
    static BYTES: [u8; 4096] = [0; 4096];
    let messages = [Message::from(&BYTES[..]); 16];
    let (mut sha1, mut sha256) = ([[0; 20]; 16], [[0; 32]; 16]);
    match work {
        Work::Sha256 => engine.sha256(&messages, &mut sha256),
        Work::Sha1 => engine.sha1(&messages, &mut sha1),
        Work::Both => {
            let leaf = NonZeroUsize::new(BYTES.len()).unwrap_or(NonZeroUsize::MIN);
            engine.sha1_and_leaves(&[&BYTES[..]; 16], leaf, &mut sha1, &mut sha256);
        }
    }
    std::hint::black_box((sha1, sha256));
}
