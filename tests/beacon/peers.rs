//! Beacons beside drand-client, the library of drand for JavaScript.

use std::process::Command;

use libtest_mimic::Trial;

use crate::house::peers::peer;
use crate::house::run::{Folder, root, surroundings};

pub(crate) fn trials() -> Vec<Trial> {
    let agree = || {
        let folder = Folder::new();
        let mut peer = Command::new("drand-client");
        peer.arg(root().join("tests/beacon/drand.js"))
            .arg(root().join("tests/vectors/beacon/beacons.jsonl"));
        surroundings(&mut peer, folder.path());
        let output = peer.output()?;
        let said = [output.stdout, output.stderr].concat();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&said)
        );
        Ok(())
    };
    vec![peer(
        "beacon::drand-client agrees on every scheme",
        &["drand-client"],
        agree,
    )]
}
