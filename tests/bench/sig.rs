//! Signing and checking 1 GiB beside `openssl dgst` of the same hash, whole processes from the page
//! cache, CPU time: `cargo bench --bench sig`, with another number of MiB behind `--`.
#![expect(clippy::unwrap_used, reason = "a benchmark may fail by panic")]

#[path = "common/mod.rs"]
mod common;

use std::io::Write;
use std::path::Path;
use std::process::Command;

const PROGRAM: &str = env!("CARGO_BIN_EXE_decent");
const ROUNDS: usize = 3;

/// The seed 7 and its public key.
const PUBLIC: &str = "3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde\n";

fn command(folder: &Path, program: &str, words: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(words).current_dir(folder);
    command
}

fn made(folder: &Path, size: usize) {
    std::fs::create_dir(folder).unwrap();
    std::fs::write(folder.join("key"), format!("{:064}\n", 7)).unwrap();
    std::fs::write(folder.join("key.pub"), PUBLIC).unwrap();
    let mut data = std::fs::File::create(folder.join("data")).unwrap();
    let mut block = vec![0_u8; 1 << 20];
    for number in 0..size {
        let bytes = block.iter_mut().zip(0_usize..);
        bytes.for_each(|(byte, i)| *byte = (i * 31 + number * 17) as u8);
        data.write_all(&block).unwrap();
    }
}

fn main() {
    let mut words = std::env::args().skip(1);
    let size = words.find_map(|word| word.parse().ok()).unwrap_or(1024);
    let folder = std::env::temp_dir().join(format!("decent-bench-sig-{}", std::process::id()));
    made(&folder, size);
    let hashes = [
        ("blake2b512", &["--format", "minisign"][..]),
        ("sha512", &["--format", "sshsig"]),
        ("sha256", &["--format", "sshsig", "--hash", "sha256"]),
    ];
    for (hash, options) in hashes {
        let sign = [
            &["sig", "sign", "-q", "--key", "key"],
            options,
            &["data", "-o", "sig"],
        ];
        let sign = sign.concat();
        assert!(command(&folder, PROGRAM, &sign).status().unwrap().success());
        let verify = ["sig", "verify", "--key", "key.pub", "--sig", "sig", "data"];
        assert!(
            command(&folder, PROGRAM, &verify)
                .status()
                .unwrap()
                .success()
        );
        let mut commands = [
            (
                "openssl dgst",
                command(&folder, "openssl", &["dgst", &format!("-{hash}"), "data"]),
            ),
            ("decent sig sign", command(&folder, PROGRAM, &sign)),
            ("decent sig verify", command(&folder, PROGRAM, &verify)),
        ];
        let costs = common::in_turn(ROUNDS, &mut commands);
        common::print(&format!("{hash}, {size} MiB"), &costs);
    }
    let sign = [
        "sig", "sign", "-q", "--key", "key", "--format", "signify", "data", "-o", "sig",
    ];
    let verify = ["sig", "verify", "--key", "key.pub", "--sig", "sig", "data"];
    let mut commands = [
        (
            "openssl dgst",
            command(&folder, "openssl", &["dgst", "-sha512", "data"]),
        ),
        (
            "decent sig sign --format signify",
            command(&folder, PROGRAM, &sign),
        ),
        ("decent sig verify", command(&folder, PROGRAM, &verify)),
    ];
    let costs = common::in_turn(ROUNDS, &mut commands);
    common::print(
        &format!("signify: sha512 over the bytes, {size} MiB"),
        &costs,
    );
    std::fs::remove_dir_all(folder).unwrap();
}
