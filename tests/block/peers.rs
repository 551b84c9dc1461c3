//! Chains, proofs and chances beside what others compute: plain integers and fractions of Python,
//! python-bitcoinlib, and bitcore-lib of JavaScript.

use std::process::Command;

use libtest_mimic::Trial;

use crate::house::peers::peer;
use crate::house::run::{Folder, root, surroundings};

pub(crate) fn trials() -> Vec<Trial> {
    let blocks = [
        "main-170.block",
        "main-100000.block",
        "main-nine.block",
        "signet-1.block",
    ];
    let blocks = blocks.map(|name| format!("tests/vectors/block/{name}"));
    vec![
        agree("fractions agree on finality", "python3", "finality.py", &[]),
        agree(
            "integers agree on a chain's rules",
            "python3",
            "chain.py",
            &[],
        ),
        agree(
            "python-bitcoinlib agrees on blocks",
            "python-bitcoinlib",
            "bitcoinlib.py",
            &blocks,
        ),
        agree(
            "bitcore-lib agrees on proofs",
            "bitcore-lib",
            "bitcore.js",
            &blocks,
        ),
    ]
}

/// A trial that runs a script, which ends well where all that it compares is alike.
fn agree(name: &str, program: &'static str, script: &'static str, files: &[String]) -> Trial {
    let files: Vec<_> = files.iter().map(|file| root().join(file)).collect();
    peer(format!("block::{name}"), &[program], move || {
        let folder = Folder::new();
        let mut peer = Command::new(program);
        peer.arg(root().join("tests/block").join(script))
            .args(&files);
        surroundings(&mut peer, folder.path());
        let output = peer.output()?;
        let said = [output.stdout, output.stderr].concat();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&said)
        );
        Ok(())
    })
}
