//! Whole processes side by side: user and system time, wall time and peak memory of each, in turn,
//! so that a machine whose speed drifts slows both alike.
#![allow(dead_code, reason = "each benchmark takes what it needs")]
#![allow(
    unsafe_code,
    reason = "wait4(2) tells what a child used, and std does not"
)]
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What one run took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// User and system time.
    pub(crate) cpu: Duration,
    pub(crate) wall: Duration,
    /// Largest resident size, mapped pages of files counted in.
    pub(crate) peak_bytes: u64,
}

/// Runs a command to its end; what it prints is thrown away. `None` where it can't be started.
///
/// # Panics
/// Where it fails: what does nothing is not fast.
pub(crate) fn run(command: &mut Command) -> Option<Cost> {
    let begun = Instant::now();
    let child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut status = 0;
    // SAFETY: rusage is plain numbers, for which zeros are a value.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: the child is ours and is waited for only here; both pointers are to locals.
    unsafe { libc::wait4(child.id().cast_signed(), &raw mut status, 0, &raw mut usage) };
    let wall = begun.elapsed();
    assert_eq!(status, 0, "the status of {command:?}");
    let time = |t: libc::timeval| {
        Duration::from_secs(t.tv_sec.unsigned_abs())
            + Duration::from_micros(t.tv_usec.unsigned_abs())
    };
    let cpu = time(usage.ru_utime) + time(usage.ru_stime);
    Some(Cost {
        cpu,
        wall,
        peak_bytes: usage.ru_maxrss.unsigned_abs() * 1024,
    })
}

/// The best of several runs of each command, the commands in turn.
pub(crate) fn in_turn(
    rounds: usize,
    commands: &mut [(&str, Command)],
) -> Vec<(String, Option<Cost>)> {
    let mut best: Vec<(String, Option<Cost>)> = commands
        .iter()
        .map(|(name, _)| ((*name).to_owned(), None))
        .collect();
    for round in 0..=rounds {
        for ((_, command), (_, best)) in commands.iter_mut().zip(&mut best) {
            let Some(cost) = run(command) else { continue };
            // The first round warms the caches.
            if round == 0 {
                continue;
            }
            *best = Some(match *best {
                None => cost,
                Some(old) => Cost {
                    cpu: old.cpu.min(cost.cpu),
                    wall: old.wall.min(cost.wall),
                    peak_bytes: old.peak_bytes.max(cost.peak_bytes),
                },
            });
        }
    }
    best
}

/// A line a command: its figures, and as ratios to the first.
pub(crate) fn print(title: &str, costs: &[(String, Option<Cost>)]) {
    println!("\n{title}");
    println!(
        "{:<36} {:>9} {:>9} {:>10} {:>9} {:>9}",
        "", "CPU s", "wall s", "peak MiB", "CPU", "wall"
    );
    let first = costs.iter().find_map(|(_, cost)| *cost);
    for (name, cost) in costs {
        let (Some(cost), Some(first)) = (cost, first) else {
            println!("{name:<36} not here");
            continue;
        };
        println!(
            "{name:<36} {:>9.3} {:>9.3} {:>10.1} {:>8.2}x {:>8.2}x",
            cost.cpu.as_secs_f64(),
            cost.wall.as_secs_f64(),
            cost.peak_bytes as f64 / f64::from(1 << 20),
            cost.cpu.as_secs_f64() / first.cpu.as_secs_f64(),
            cost.wall.as_secs_f64() / first.wall.as_secs_f64(),
        );
    }
}
