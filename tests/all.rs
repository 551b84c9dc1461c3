//! The house's tests: everything that runs the program as a user does. One binary, a trial a fact,
//! so that what is ignored is seen by its name.
#![allow(clippy::unwrap_used, reason = "a test may fail by panic")]

/// What holds for every tool.
mod house {
    pub(crate) mod code;
    pub(crate) mod contract;
    pub(crate) mod ends;
    pub(crate) mod front;
    pub(crate) mod generated;
    pub(crate) mod hostile;
    #[path = "../../bin/markdown.rs"]
    #[expect(dead_code, reason = "half of it is the program's")]
    pub(crate) mod markdown;
    pub(crate) mod narration;
    pub(crate) mod pages;
    pub(crate) mod peers;
    pub(crate) mod run;
    pub(crate) mod samples;
    pub(crate) mod script;
    pub(crate) mod table;
    pub(crate) mod terminal;
    pub(crate) mod transcripts;
    pub(crate) mod words;
}

/// Beacons beside the programs of others.
mod beacon {
    pub(crate) mod files;
    pub(crate) mod peers;
}

/// Chains beside the programs of others.
mod block {
    pub(crate) mod peers;
}

/// Content IDs beside the programs of others.
mod cid {
    pub(crate) mod copies;
    pub(crate) mod peers;
}

/// Clocks beside the programs of others.
mod clock {
    pub(crate) mod peers;
}

/// Counters and their kin at their limits.
mod counter {
    pub(crate) mod ends;
}

/// Graphs of blocks beside the programs of others, and histories that are cut.
mod dag {
    pub(crate) mod crash;
    pub(crate) mod keeps;
    pub(crate) mod peers;
    pub(crate) mod seen;
}

/// Keys that are made together, as files.
mod dkg {
    pub(crate) mod ceremonies;
}

/// Groups that sign together beside the programs of others, and as files.
mod frost {
    pub(crate) mod files;
    pub(crate) mod peers;
}

/// Names beside the programs of others, and as files.
mod ipns {
    pub(crate) mod files;
    pub(crate) mod peers;
}

/// Keys beside the programs of others, and what a secret is promised.
mod key {
    pub(crate) mod peers;
    pub(crate) mod secrets;
}

/// Hash trees beside the programs of others.
mod merkle {
    pub(crate) mod peers;
}

/// Notes beside the programs of others.
mod note {
    pub(crate) mod peers;
}

/// Shares as files, and beside the programs of others.
mod shamir {
    pub(crate) mod files;
    pub(crate) mod peers;
}

/// Groups as files, and beside the programs of others.
mod threshold {
    pub(crate) mod files;
    pub(crate) mod peers;
}

/// Torrents beside the programs of others.
mod torrent {
    pub(crate) mod links;
    pub(crate) mod peers;
}

/// Proof of work beside the programs of others.
mod pow {
    pub(crate) mod peers;
    pub(crate) mod search;
}

/// Skipchains that are cut, damaged, and written by many.
mod skipchain {
    pub(crate) mod crash;
    pub(crate) mod links;
}

/// Signatures beside the programs of others.
mod sig {
    pub(crate) mod peers;
}

use std::process::ExitCode;

use house::{code, contract, ends, front, generated, hostile, narration, pages, peers, table};
use house::{script, terminal, transcripts, words};

fn main() -> ExitCode {
    let arguments = libtest_mimic::Arguments::from_args();
    let tools = table::walk();
    let mut trials = Vec::new();
    trials.extend(code::trials());
    trials.extend(pages::trials());
    trials.extend(generated::trials());
    trials.extend(peers::trials());
    trials.extend(script::trials());
    trials.extend(words::trials());
    trials.extend(ends::trials());
    trials.extend(front::trials());
    trials.extend(terminal::trials());
    trials.extend(contract::trials(&tools));
    trials.extend(hostile::trials());
    trials.extend(narration::trials());
    trials.extend(transcripts::trials(&tools));
    trials.extend(beacon::files::trials());
    trials.extend(beacon::peers::trials());
    trials.extend(block::peers::trials());
    trials.extend(cid::copies::trials());
    trials.extend(cid::peers::trials());
    trials.extend(counter::ends::trials());
    trials.extend(dag::crash::trials());
    trials.extend(dag::keeps::trials());
    trials.extend(dag::peers::trials());
    trials.extend(dag::seen::trials());
    trials.extend(dkg::ceremonies::trials());
    trials.extend(merkle::peers::trials());
    trials.extend(threshold::files::trials());
    trials.extend(threshold::peers::trials());
    trials.extend(torrent::peers::trials());
    trials.extend(torrent::links::trials());
    trials.extend(pow::peers::trials());
    trials.extend(pow::search::trials());
    trials.extend(clock::peers::trials());
    trials.extend(frost::files::trials());
    trials.extend(frost::peers::trials());
    trials.extend(ipns::files::trials());
    trials.extend(ipns::peers::trials());
    trials.extend(key::peers::trials());
    trials.extend(key::secrets::trials());
    trials.extend(note::peers::trials());
    trials.extend(sig::peers::trials());
    trials.extend(skipchain::crash::trials());
    trials.extend(skipchain::links::trials());
    trials.extend(shamir::files::trials());
    trials.extend(shamir::peers::trials());
    libtest_mimic::run(&arguments, trials).exit_code()
}
