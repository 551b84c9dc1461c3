//! `clock verify` and `clock merge` beside reading the same file with `wc -l` and jq: 10^6 events of
//! 10 hosts, or as many as the first argument says. `cargo bench --bench clock -- 1000000`
//!
//! No other program checks such a log; jq only parses the same events as lines of JSON.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark may fail by panic")]

#[path = "common/mod.rs"]
mod common;

use std::fmt::Write as _;
use std::process::Command;

const HOSTS: usize = 10;

fn main() {
    let number = std::env::args().skip(1).find_map(|word| word.parse().ok());
    let events: usize = number.unwrap_or(1_000_000);
    let folder = std::env::temp_dir().join(format!("decent-bench-clock-{}", std::process::id()));
    std::fs::create_dir(&folder).unwrap();
    let [lines, json] = ["log", "jsonl"].map(|kind| folder.join(kind));
    let (text, objects) = written(events);
    std::fs::write(&lines, text).unwrap();
    std::fs::write(&json, objects).unwrap();
    let decent = |tool: &str, file: &std::path::Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_decent"));
        command.args(["clock", tool]).arg(file);
        command
    };
    let peer = |program: &str, option: &str, file: &std::path::Path| {
        let mut command = Command::new(program);
        command.arg(option).arg(file);
        command
    };
    let costs = common::in_turn(
        1,
        &mut [
            ("clock verify, host-first", decent("verify", &lines)),
            ("clock verify, JSON Lines", decent("verify", &json)),
            ("clock show, host-first", decent("show", &lines)),
            ("clock merge, host-first", decent("merge", &lines)),
            ("clock draw, 200 rows", decent("draw", &lines)),
            ("wc -l, host-first", peer("wc", "-l", &lines)),
            ("jq .clock, JSON Lines", peer("jq", ".clock", &json)),
        ],
    );
    common::print(&format!("{events} events of {HOSTS} hosts"), &costs);
    std::fs::remove_dir_all(folder).unwrap();
}

/// Events of hosts that each hear now and then of another: as two lines each, and as objects.
fn written(events: usize) -> (String, String) {
    let mut seed = 1u64;
    let mut draw = |sides: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % sides
    };
    let mut clocks = vec![[0u32; HOSTS]; HOSTS];
    let (mut text, mut json) = (String::new(), String::new());
    for number in 0..events {
        let host = draw(HOSTS);
        if draw(3) == 0 {
            let heard = clocks[draw(HOSTS)];
            for (own, other) in clocks[host].iter_mut().zip(heard) {
                *own = (*own).max(other);
            }
        }
        clocks[host][host] += 1;
        let entries = clocks[host]
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > 0);
        let entries: Vec<_> = entries
            .map(|(host, count)| format!("\"host{host}\":{count}"))
            .collect();
        let clock = entries.join(",");
        let _ = write!(text, "host{host} {{{clock}}}\nevent {number} of the run\n");
        let _ = writeln!(
            json,
            "{{\"host\":\"host{host}\",\"clock\":{{{clock}}},\"event\":\"event {number} of the run\"}}"
        );
    }
    (text, json)
}
