//! How it is said: the program. Parse, run, exit status.

#![recursion_limit = "512"]

mod amount;
mod archives;
mod args;
mod beacons;
mod ceremonies;
mod chains;
mod commands;
mod content;
mod copies;
mod counted;
mod cx;
mod draws;
mod events;
mod fail;
mod folder;
mod frosts;
mod groups;
mod imports;
mod input;
mod keys;
mod laws;
mod ledger;
mod line;
mod links;
mod markdown;
mod narrate;
mod node;
mod nonces;
mod notes;
mod output;
mod progress;
mod proofs;
mod puzzles;
mod records;
mod replicated;
mod report;
mod rosters;
mod sealed;
mod secrets;
mod shares;
mod shell;
mod shown;
mod signals;
mod signatures;
mod skipchains;
mod snapshots;
mod sniff;
mod states;
mod stores;
mod torrents;
mod vrfs;

use std::ffi::OsString;
use std::process::ExitCode;

use cx::Cx;

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    ExitCode::from(match line::parse(&words) {
        Ok(call) => {
            let mut cx = Cx::new(call.words, call.common);
            let ended = (call.run)(&mut cx);
            cx.end(ended)
        }
        Err(error) => fail::usage(&words, &error),
    })
}
