//! Torrents made and verified beside mktorrent, aria2 and libtorrent (by Python, whose start counts),
//! in one run, from the page cache. `cargo bench --bench torrent [-- MIB]`; 1024 unless told
//! otherwise. libtorrent 2.1.1 is looked for in target/peers/python, 2.0.8 in Debian's place.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod common;
#[path = "common/on_file.rs"]
mod on_file;

use std::path::{Path, PathBuf};
use std::process::Command;

const DIRECTORIES: usize = 100;
const FILES: usize = 500;

fn main() {
    let size = std::env::args()
        .find_map(|word| word.parse::<usize>().ok())
        .unwrap_or(1024);
    let only = std::env::args()
        .nth(1)
        .filter(|word| word.parse::<usize>().is_err());
    let only = only.unwrap_or_default();
    let bench = Bench {
        folder: std::env::temp_dir().join(format!("decent-bench-torrent-{}", std::process::id())),
        only: only.trim_start_matches("--bench").to_owned(),
    };
    std::fs::create_dir_all(&bench.folder).expect("a folder");
    if bench.wants("v1 v2 hybrid verify") {
        on_file::fill(&bench.folder.join("data"), size);
        println!("{size} MiB in the page cache, pieces of 1 MiB");
        bench.large();
        std::fs::remove_file(bench.folder.join("data")).expect("removed");
    }
    if bench.wants("files") {
        bench.many();
    }
    std::fs::remove_dir_all(&bench.folder).expect("removed");
}

struct Bench {
    folder: PathBuf,
    /// The only group that is wanted, if there is one.
    only: String,
}

impl Bench {
    fn wants(&self, groups: &str) -> bool {
        self.only.is_empty() || groups.split(' ').any(|group| group == self.only)
    }

    fn shell(&self, line: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", line]).current_dir(&self.folder);
        command
    }

    fn decent(&self, words: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_decent"));
        command.args(words.split(' ')).current_dir(&self.folder);
        command
    }

    /// A libtorrent that makes a torrent.
    fn second(&self, old: bool, words: &str) -> Command {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut command = Command::new(if old { "/usr/bin/python3" } else { "python3" });
        if !old {
            command.env("PYTHONPATH", root.join("target/peers/python"));
        }
        command
            .args(["-W", "ignore"])
            .arg(root.join("tests/torrent/second.py"));
        command.args(words.split(' ')).current_dir(&self.folder);
        command
    }

    fn large(&self) {
        for version in ["v1", "v2", "hybrid"] {
            if !self.wants(version) {
                continue;
            }
            let words = format!("make {version} 1048576 data theirs");
            let ours = format!("torrent new --{version} --piece 1M data -o ours-{version}");
            let mut commands = vec![
                ("libtorrent 2.1.1", self.second(false, &words)),
                ("libtorrent 2.0.8", self.second(true, &words)),
                ("decent torrent new", self.decent(&ours)),
            ];
            if version == "v1" {
                let line = "rm -f m; exec mktorrent -t2 -l 20 -o m data";
                commands.push(("mktorrent -t2", self.shell(line)));
            }
            common::print(version, &common::in_turn(3, &mut commands));
        }
        if self.wants("verify") {
            let make = "torrent new --v1 --piece 1M data -o ours-v1";
            common::run(&mut self.decent(make)).expect("made");
            let aria2 = "exec aria2c -V --hash-check-only=true --enable-dht=false \
                         --seed-time=0 --dir=. ours-v1";
            let mut commands = [
                ("aria2c -V", self.shell(aria2)),
                (
                    "decent torrent verify",
                    self.decent("torrent verify ours-v1 data"),
                ),
            ];
            common::print("verify v1", &common::in_turn(3, &mut commands));
        }
    }

    fn many(&self) {
        let mut bytes = vec![0_u8; 4096];
        for directory in 0..DIRECTORIES {
            let path = self.folder.join(format!("many/{directory}"));
            std::fs::create_dir_all(&path).expect("a folder");
            for file in 0..FILES {
                let number = (directory * FILES + file) as u64;
                bytes[..8].copy_from_slice(&number.to_le_bytes());
                std::fs::write(path.join(format!("{file}")), &bytes).expect("a file");
            }
        }
        println!("\n50,000 files of 4 KiB, pieces of 256 KiB");
        for version in ["v2", "hybrid"] {
            let words = format!("make {version} 262144 many theirs");
            let ours = format!("torrent new --{version} --piece 256K many -o ours");
            let mut commands = [
                ("libtorrent 2.1.1", self.second(false, &words)),
                ("decent torrent new", self.decent(&ours)),
            ];
            common::print(version, &common::in_turn(1, &mut commands));
        }
    }
}
