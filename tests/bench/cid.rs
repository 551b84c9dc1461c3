//! Content IDs of one file in the page cache against openssl, and archives against ipfs-car.
//! `cargo bench --bench cid [-- MIB]`; 1024 MiB unless told otherwise.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod common;
#[path = "common/on_file.rs"]
mod on_file;

use on_file::{decent, fill, peer, piped};

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
        ("cat | cid new", piped("decent cid new", &file)),
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
