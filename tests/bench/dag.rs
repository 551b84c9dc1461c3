//! `dag commit` of a tree in which one file of many changed beside `git commit`, and `dag log` of a long
//! history beside `git log`. `cargo bench --bench dag -- 10000 100000`: files, then versions.
//!
//! Both are timed in turn, each with a change of its own, after a first version that both remember:
//! git in its index, decent in the file beside the archive. git's history is packed.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark may fail by panic")]

#[path = "common/mod.rs"]
mod common;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use common::Cost;
use decent::car::write::Writer;
use decent::cid::Cid;
use decent::cid::multihash::{SHA2_256, digest};
use decent::dag::commit::{Commit, Person};
use decent::watch::Deaf;

/// Times that each is run; the best counts.
const ROUNDS: usize = 5;

fn main() {
    let mut numbers = std::env::args().filter_map(|word| word.parse().ok());
    let files: usize = numbers.next().unwrap_or(10_000);
    let versions: usize = numbers.next().unwrap_or(100_000);
    let folder = std::env::temp_dir().join(format!("decent-bench-dag-{}", std::process::id()));
    std::fs::create_dir(&folder).unwrap();
    commits(&folder, files);
    logs(&folder, versions);
    std::fs::remove_dir_all(folder).unwrap();
}

fn decent(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_decent"));
    command.current_dir(folder).arg("dag").args(words);
    command
}

fn git(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new("git");
    let own = [
        "user.name=A",
        "user.email=a@b.c",
        "gc.auto=0",
        "maintenance.auto=false",
    ];
    for setting in own {
        command.args(["-c", setting]);
    }
    command.current_dir(folder).args(words);
    command
}

/// The better of two runs.
fn better(best: Option<Cost>, cost: Option<Cost>) -> Option<Cost> {
    match (best, cost) {
        (Some(a), Some(b)) => Some(Cost {
            cpu: a.cpu.min(b.cpu),
            wall: a.wall.min(b.wall),
            peak_bytes: a.peak_bytes.max(b.peak_bytes),
        }),
        (best, cost) => best.or(cost),
    }
}

fn commits(folder: &Path, files: usize) {
    let tree = folder.join("tree");
    for number in 0..files {
        let inside = tree.join(format!("{:02}/{:02}", number % 100, number / 100 % 10));
        std::fs::create_dir_all(&inside).unwrap();
        let line = format!("{number:063}\n");
        std::fs::write(inside.join(number.to_string()), line.repeat(64)).unwrap();
    }
    // Beside the tree, for decent would keep versions of it too.
    let own = |words: &[&str]| {
        let mut command = git(&tree, words);
        command.env("GIT_DIR", folder.join("repo"));
        command.env("GIT_WORK_TREE", &tree);
        command
    };
    let first = [
        decent(
            folder,
            &["commit", "--store", "d.car", "-m", "first", "tree"],
        ),
        own(&["init", "-q"]),
        own(&["add", "-A"]),
        own(&["commit", "-q", "-m", "first"]),
    ];
    for mut command in first {
        command.stdout(Stdio::null()).status().unwrap();
    }
    // Files that are younger than the clocks of file systems are coarse are not remembered.
    std::thread::sleep(std::time::Duration::from_secs(4));
    let plain = ["commit", "--store", "d.car", "-m", "next", "tree"];
    let as_git = [
        "commit", "--store", "g.car", "--format", "git", "-m", "next", "tree",
    ];
    let mut costs = [None; 3];
    for round in 0..=ROUNDS {
        let commands = [
            decent(folder, &plain),
            decent(folder, &as_git),
            own(&["commit", "-qam", "next"]),
        ];
        for (number, mut command) in commands.into_iter().enumerate() {
            let changed = tree.join(format!("00/00/{}", number * 1000));
            let mut file = std::fs::File::options().append(true).open(changed).unwrap();
            writeln!(file, "{round}").unwrap();
            drop(file);
            let cost = common::run(&mut command);
            // The first round warms the caches.
            if round > 0 {
                costs[number] = better(costs[number], cost);
            }
        }
    }
    let names = ["dag commit", "dag commit --format git", "git commit -a"];
    let costs: Vec<_> = names.map(String::from).into_iter().zip(costs).collect();
    common::print(&format!("1 of {files} files of 4 KiB changed"), &costs);
}

fn logs(folder: &Path, versions: usize) {
    let tree = Cid::v1(0x55, SHA2_256, &digest(SHA2_256, &[b"tree"]).unwrap());
    let mut blocks = vec![(tree.clone(), b"tree".to_vec())];
    let mut stream = Vec::new();
    for number in 0..versions as u32 {
        let parents = blocks
            .last()
            .filter(|_| number > 0)
            .map(|(cid, _)| cid.clone());
        let commit = Commit {
            tree: tree.clone(),
            parents: parents.into_iter().collect(),
            author: Person::parse("A <a@b.c>", number.into(), 0).unwrap(),
            message: format!("version {number}"),
            signed: None,
        };
        blocks.push(commit.seal(None, &Deaf).unwrap());
        let message = format!("version {number}\n");
        write!(
            stream,
            "commit refs/heads/main\ncommitter A <a@b.c> {number} +0000\ndata {}\n{message}\n",
            message.len()
        )
        .unwrap();
    }
    let head = blocks.last().unwrap().0.clone();
    let file = std::fs::File::create(folder.join("long.car")).unwrap();
    let mut out = std::io::BufWriter::new(file);
    let mut writer = Writer::begin(&mut out, &[head], false).unwrap();
    for (cid, block) in &blocks {
        writer.block(cid, &[block]).unwrap();
    }
    out.flush().unwrap();
    let long = folder.join("long");
    std::fs::create_dir(&long).unwrap();
    git(&long, &["init", "-q", "-b", "main"]).status().unwrap();
    let mut import = git(&long, &["fast-import", "--quiet"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    import.stdin.take().unwrap().write_all(&stream).unwrap();
    import.wait().unwrap();
    let format = "--format=%H  %aI  %an: %s";
    let costs = common::in_turn(
        ROUNDS,
        &mut [
            ("dag log", decent(folder, &["log", "--store", "long.car"])),
            ("git log", git(&long, &["log", format, "main"])),
            (
                "dag log -n 10",
                decent(folder, &["log", "--store", "long.car", "-n", "10"]),
            ),
            (
                "git log -n 10",
                git(&long, &["log", format, "-n", "10", "main"]),
            ),
        ],
    );
    common::print(
        &format!("{versions} versions, one behind the other"),
        &costs,
    );
}
