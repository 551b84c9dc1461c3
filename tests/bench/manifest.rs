//! 50,000 files of 4 KiB in 100 directories, hashed by `decent::manifest` and by `sha256sum` and
//! `b3sum` in one run, from the page cache. Ratios of CPU and wall time, the least of the rounds:
//! `cargo bench --bench manifest`.
#![allow(
    clippy::items_after_statements,
    reason = "a helper stands where it is used"
)]
#![expect(clippy::unwrap_used, reason = "a benchmark may fail by panic")]
#![allow(clippy::print_stdout, reason = "printing is what a benchmark is for")]

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use decent::dir::Dir;
use decent::hash::Engine;
use decent::manifest::{Algorithm, Format, Made, Making, Piece, Symlinks, Top, Work, Writer, make};
use decent::watch::Deaf;

const DIRECTORIES: usize = 100;
const FILES: usize = 500;
const ROUNDS: usize = 5;

/// CPU and wall time in seconds.
#[derive(Clone, Copy)]
struct Cost {
    cpu: f64,
    wall: f64,
}

fn cpu_now(children: bool) -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .unwrap()
        .split_whitespace()
        .collect();
    let ticks = |at: usize| fields.get(at).unwrap().parse::<f64>().unwrap();
    let (user, system) = if children { (13, 14) } else { (11, 12) };
    (ticks(user) + ticks(system)) / 100.0
}

fn cost(children: bool, work: impl FnOnce()) -> Cost {
    let (cpu, start) = (cpu_now(children), Instant::now());
    work();
    Cost {
        cpu: cpu_now(children) - cpu,
        wall: start.elapsed().as_secs_f64(),
    }
}

fn ours(root: &Path, algorithm: Algorithm, format: Format) {
    let dir = Dir::from_file(File::open(root).unwrap()).unwrap();
    let work = Work {
        dir: &dir,
        stdin: None,
        engine: Engine::detect(),
        watch: &Deaf,
    };
    let making = Making {
        algorithm,
        piece: match format {
            Format::Json(piece) => Some(piece),
            Format::Text { .. } => None,
        },
        symlinks: Symlinks::Follow,
    };
    let mut list = Writer::new(Vec::new(), format, algorithm).unwrap();
    let tops = vec![Top::path(b"tree")];
    let totals = make(work, tops, making, |made| match made {
        Made::Entry(entry) => list.entry(&entry),
        _ => Ok(()),
    });
    assert_eq!(totals.unwrap().entries, (DIRECTORIES * FILES) as u64);
    list.finish().unwrap();
}

fn theirs(root: &Path, program: &str) {
    let line = format!("find tree -type f -print0 | xargs -0 -n 5000 {program}");
    let mut shell = Command::new("sh");
    let shell = shell
        .args(["-c", &line])
        .current_dir(root)
        .stdout(Stdio::null());
    assert!(shell.status().unwrap().success(), "{program}");
}

fn installed(program: &str) -> bool {
    let mut command = Command::new(program);
    let command = command
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn tree() -> PathBuf {
    let root = std::env::temp_dir().join(format!("decent-bench-{}", std::process::id()));
    let mut bytes = vec![0_u8; 4096];
    for directory in 0..DIRECTORIES {
        let path = root.join(format!("tree/{directory}"));
        std::fs::create_dir_all(&path).unwrap();
        for file in 0..FILES {
            bytes[..8].copy_from_slice(&((directory * FILES + file) as u64).to_le_bytes());
            std::fs::write(path.join(format!("{file}")), &bytes).unwrap();
        }
    }
    root
}

fn main() {
    let root = tree();
    let text = Format::Text {
        tag: false,
        zero: false,
    };
    let json = Format::Json(Piece::default());
    type Run<'a> = (&'a str, bool, Box<dyn Fn() + 'a>);
    let mut runs: Vec<Run<'_>> = vec![
        (
            "decent sha256",
            false,
            Box::new(|| ours(&root, Algorithm::Sha256, text)),
        ),
        (
            "decent sha256 --roots",
            false,
            Box::new(|| ours(&root, Algorithm::Sha256, json)),
        ),
        (
            "decent sha1",
            false,
            Box::new(|| ours(&root, Algorithm::Sha1, text)),
        ),
        (
            "decent blake3",
            false,
            Box::new(|| ours(&root, Algorithm::Blake3, text)),
        ),
    ];
    for program in ["sha256sum", "b3sum", "cat"] {
        if installed(program) {
            let root = &root;
            runs.push((program, true, Box::new(move || theirs(root, program))));
        }
    }
    let mut best = vec![
        Cost {
            cpu: f64::MAX,
            wall: f64::MAX,
        };
        runs.len()
    ];
    for _ in 0..ROUNDS {
        for ((_, children, run), best) in runs.iter().zip(&mut best) {
            let one = cost(*children, run);
            best.cpu = best.cpu.min(one.cpu);
            best.wall = best.wall.min(one.wall);
        }
    }
    println!(
        "50,000 files of 4 KiB, page cache, {:?}, relative to the first line",
        Engine::detect()
    );
    let first = best[0];
    for ((name, _, _), cost) in runs.iter().zip(&best) {
        println!(
            "{name:24} cpu {:6.2}   wall {:6.2}",
            cost.cpu / first.cpu,
            cost.wall / first.wall
        );
    }
    drop(runs);
    std::fs::remove_dir_all(root).unwrap();
}
