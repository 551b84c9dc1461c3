//! Whole runs over one file in the page cache: roots and tree files, against b3sum, openssl and bao.
//! `cargo bench --bench merkle [-- MIB]`; 1024 MiB unless told otherwise.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod common;
#[path = "common/on_file.rs"]
mod on_file;

use std::path::Path;

use on_file::{decent, fill, peer, piped};

fn main() {
    let size = std::env::args()
        .find_map(|word| word.parse::<usize>().ok())
        .unwrap_or(1024);
    let folder = std::env::temp_dir().join(format!("decent-bench-merkle-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("data");
    fill(&file, size);
    println!("{size} MiB in the page cache");
    compare(&file, &folder);
    std::fs::remove_dir_all(folder).expect("removed");
}

fn compare(file: &Path, folder: &Path) {
    let mut roots = [
        (
            "openssl dgst -sha256",
            peer(&["openssl", "dgst", "-sha256"], file),
        ),
        (
            "merkle root --tree rfc6962",
            decent(&["merkle", "root", "--tree", "rfc6962"], file),
        ),
        (
            "merkle root --tree bep52",
            decent(&["merkle", "root", "--tree", "bep52"], file),
        ),
        (
            "merkle root --tree fsverity",
            decent(&["merkle", "root", "--tree", "fsverity"], file),
        ),
        ("fsverity digest", peer(&["fsverity", "digest"], file)),
        (
            "cat | merkle root --tree bep52",
            piped("decent merkle root --tree bep52", file),
        ),
    ];
    common::print("roots of SHA-256", &common::in_turn(3, &mut roots));
    let mut blake3 = [
        ("b3sum", peer(&["b3sum"], file)),
        (
            "merkle root --tree blake3",
            decent(&["merkle", "root", "--tree", "blake3"], file),
        ),
    ];
    common::print("roots of BLAKE3", &common::in_turn(3, &mut blake3));
    let tree = folder.join("tree");
    let tree = tree.to_str().expect("a name");
    let mut trees = [
        (
            "bao encode --outboard",
            peer(&["bao", "encode", "--outboard", tree], file),
        ),
        (
            "merkle new --tree blake3",
            decent(&["merkle", "new", "--tree", "blake3", "-o", tree], file),
        ),
        (
            "merkle new --tree bep52",
            decent(&["merkle", "new", "--tree", "bep52", "-o", tree], file),
        ),
    ];
    // bao takes its output behind its input.
    trees[0].1 = peer(&["bao", "encode"], file);
    trees[0].1.args(["--outboard", tree]);
    common::print("trees as files", &common::in_turn(3, &mut trees));
}
