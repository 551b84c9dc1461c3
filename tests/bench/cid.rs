//! Content IDs of one file in the page cache against openssl, and archives against ipfs-car.
//! `cargo bench --bench cid [-- MIB]`; 1024 MiB unless told otherwise.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod common;

use std::path::Path;
use std::process::Command;

fn decent(words: &[&str], file: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_decent"));
    command.args(words).arg(file);
    command
}

fn peer(words: &[&str], file: &Path) -> Command {
    let (name, rest) = words.split_first().expect("a program");
    let mut command = Command::new(name);
    command.args(rest).arg(file);
    command
}

/// `cat FILE | decent ..`.
fn piped(words: &str, file: &Path) -> Command {
    let mut command = Command::new("sh");
    let program = env!("CARGO_BIN_EXE_decent");
    command
        .arg("-c")
        .arg(format!("cat \"$0\" | {program} {words}"))
        .arg(file);
    command
}

/// Makes a file of so many MiB, no two alike.
fn fill(file: &Path, size: usize) {
    let mut block: Vec<u8> = (0..1u32 << 18)
        .flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes())
        .collect();
    let mut bytes = std::fs::File::create(file).expect("a file");
    for n in 0..size {
        block[..4].copy_from_slice(&(n as u32).to_le_bytes());
        std::io::Write::write_all(&mut bytes, &block).expect("written");
    }
}

fn main() {
    let size = std::env::args()
        .find_map(|word| word.parse::<usize>().ok())
        .unwrap_or(1024);
    let folder = std::env::temp_dir().join(format!("decent-bench-cid-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("data");
    fill(&file, size);
    println!("{size} MiB in the page cache");
    let mut ids = [
        (
            "openssl dgst -sha256",
            peer(&["openssl", "dgst", "-sha256"], &file),
        ),
        ("cid new", decent(&["cid", "new"], &file)),
        (
            "cid new -p unixfs-v0-2015",
            decent(&["cid", "new", "-p", "unixfs-v0-2015"], &file),
        ),
        ("cat | cid new", piped("cid new", &file)),
        ("cid new --all", decent(&["cid", "new", "--all"], &file)),
        (
            "cid new --chunker buzhash",
            decent(&["cid", "new", "--chunker", "buzhash"], &file),
        ),
    ];
    common::print("content IDs", &common::in_turn(3, &mut ids));
    let archive = folder.join("data.car");
    let out = archive.to_str().expect("a name");
    let mut archives = [
        (
            "openssl dgst -sha256",
            peer(&["openssl", "dgst", "-sha256"], &file),
        ),
        ("car new", decent(&["car", "new", "-o", out], &file)),
        ("car verify", decent(&["car", "verify"], &archive)),
        ("car cat", decent(&["car", "cat"], &archive)),
    ];
    common::print("archives", &common::in_turn(1, &mut archives));
    std::fs::remove_dir_all(folder).expect("removed");
}
