//! A file of no pattern, and commands that work on one.
#![allow(dead_code, reason = "each benchmark takes what it needs")]

use std::path::Path;
use std::process::Command;

pub(crate) fn decent(words: &[&str], file: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_decent"));
    command.args(words).arg(file);
    command
}

pub(crate) fn peer(words: &[&str], file: &Path) -> Command {
    let (name, rest) = words.split_first().expect("a program");
    let mut command = Command::new(name);
    command.args(rest).arg(file);
    command
}

/// `cat FILE | COMMAND`.
pub(crate) fn piped(line: &str, file: &Path) -> Command {
    let mut command = Command::new("sh");
    let program = Path::new(env!("CARGO_BIN_EXE_decent"));
    let folder = program.parent().expect("a folder");
    let path = std::env::join_paths(std::iter::once(folder.to_owned()).chain(
        std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()),
    ));
    command.env("PATH", path.expect("a path"));
    command
        .arg("-c")
        .arg(format!("cat \"$0\" | {line}"))
        .arg(file);
    command
}

/// Makes a file of so many MiB, no two alike.
pub(crate) fn fill(file: &Path, size: usize) {
    let mut block: Vec<u8> = (0..1u32 << 18)
        .flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes())
        .collect();
    let mut bytes = std::fs::File::create(file).expect("a file");
    for n in 0..size {
        block[..4].copy_from_slice(&(n as u32).to_le_bytes());
        std::io::Write::write_all(&mut bytes, &block).expect("written");
    }
}
