//! States of replicated data types on their way in, and what tools of that family share.
//!
//! A state is a subject: it comes from other replicas, and whoever sends it can't choose the
//! softer status. So a malformed one is status 1.

use std::path::{Path, PathBuf};

use decent::crdt::engine::{Counter, Engine, Held, Streamed};
use decent::crdt::entries::Shape;
use decent::crdt::gcounter::GCounter;
use decent::crdt::merge::{Failed, Told};
use decent::crdt::orset::OrSet;
use decent::crdt::pncounter::PnCounter;
use decent::crdt::register::Register;
use decent::crdt::seq::Seq;
use decent::crdt::state::State;
use decent::error::{Error, Place, slug};
use decent::source::Source;
use decent::spool::Room;
use decent::watch::Deaf;
use num_bigint::BigInt;

use crate::args::Size;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::{Input, Role};
use crate::report::Record;

/// Inputs below this are held in memory, so that thousands of them need no open files.
const SMALL: u64 = 64 << 10;
/// All that are held together, in bytes.
const HELD: u64 = 16 << 20;

/// How much memory unsorted states may take.
#[derive(clap::Args, Clone, Copy, Debug)]
pub(crate) struct Memory {
    /// Memory for unsorted states; the rest goes to nameless files in the temporary folder
    #[arg(long, value_name = "SIZE", default_value = "64M")]
    memory: Size,
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            memory: Size(64 << 20),
        }
    }
}

impl Memory {
    /// Counters that pass through in that memory.
    pub(crate) fn streamed<S: Counter>(self) -> Streamed<'static, S> {
        Streamed::new(Room {
            memory: self.memory.0,
            file: &|| crate::output::nameless(&std::env::temp_dir()),
        })
    }
}

/// Some open states, with their names.
pub(crate) struct States {
    names: Vec<Vec<u8>>,
    pub(crate) sources: Vec<Source<'static>>,
}

/// Opens states; none named is standard input.
pub(crate) fn open(cx: &mut Cx, paths: Vec<PathBuf>) -> Result<States, Fail> {
    let (mut names, mut sources, mut held) = (Vec::new(), Vec::new(), 0);
    for path in Cx::files(paths) {
        let mut input = cx.subject("", &path)?;
        names.push(input.name().to_vec());
        let failed = |error: Error| Fail::from(error).named(input_name(&path));
        let len = input.source().map_err(failed)?.len();
        sources.push(if len < SMALL && held + len < HELD {
            held += len;
            Source::from_bytes(input.read_all(SMALL).map_err(failed)?)
        } else {
            input.into_source().map_err(failed)?
        });
    }
    Ok(States { names, sources })
}

fn input_name(path: &Path) -> Vec<u8> {
    crate::report::bytes_of(path).to_vec()
}

impl States {
    /// The name of a state.
    pub(crate) fn name(&self, index: usize) -> &[u8] {
        self.names.get(index).map(Vec::as_slice).unwrap_or_default()
    }

    /// An error with the name of the state that it is about.
    pub(crate) fn blame(&self, failed: Failed) -> Fail {
        let fail = Fail::from(failed.error);
        match failed.input {
            Some(input) => Fail {
                role: Some(Role::Subject),
                ..fail.named(self.name(input))
            },
            None => fail,
        }
    }

    /// Says which shapes were seen, and complains of operations that are missing.
    pub(crate) fn tell(&self, cx: &mut Cx, told: &Told, report: bool) -> Result<(), Fail> {
        for (i, seen) in told.inputs.iter().enumerate().filter(|_| report) {
            let shapes: Vec<_> = seen.shapes.iter().map(|shape| shape.name()).collect();
            let record = Record::row()
                .cell("shape", shapes.join(" "), 6)
                .cell("entries", seen.entries.to_string(), 8)
                .cell("order", if seen.sorted { "sorted" } else { "unsorted" }, 8);
            cx.emit(&record.name(self.name(i)))?;
        }
        for gap in &told.gaps {
            let found = format!("{} next", gap.to);
            let error = Error::new(
                slug::OPERATION_GAP,
                format!("operation {}", gap.from),
                found,
            );
            let place = Place::Key(format!("replica {:?}", gap.replica).into());
            cx.complain(Fail {
                role: Some(Role::Subject),
                ..Fail::from(error.at(place)).named(self.names.join(&b", "[..]))
            })?;
        }
        Ok(())
    }
}

/// A replica's id as it is given on the line.
pub(crate) fn replica(text: &str) -> Result<String, String> {
    match text {
        "" => Err("a replica needs a name".into()),
        _ => Ok(text.to_owned()),
    }
}

/// A count as it is given on the line.
pub(crate) fn count(text: &str) -> Result<decent::crdt::count::Count, String> {
    let count = decent::crdt::count::Count::from_digits(text.as_bytes());
    count.ok_or_else(|| format!("{text:?} is no natural number"))
}

/// A whole number as it is given on the line.
pub(crate) fn whole(text: &str) -> Result<BigInt, String> {
    let (minus, digits) = text
        .strip_prefix('-')
        .map_or((false, text), |digits| (true, digits));
    let size = BigInt::from(count(digits).map_err(|_| format!("{text:?} is no whole number"))?);
    Ok(if minus { -size } else { size })
}

/// A time as it is given on the line: a whole number stays what it is.
pub(crate) fn time(text: &str) -> Result<BigInt, String> {
    let neither = || format!("{text:?} is no whole number, and no time as 2026-01-31T12:00:00Z");
    let seconds = || decent::codec::time::read(text).ok().map(BigInt::from);
    whole(text).ok().or_else(seconds).ok_or_else(neither)
}

/// What a state is of, in a card; `None` where it is none of these types.
pub(crate) fn sniff(input: &mut Input) -> Option<Record> {
    let source = input.source().ok()?;
    let (grows, falls) = (Memory::default().streamed(), Memory::default().streamed());
    card::<Streamed<'_, GCounter>>(&grows, "grow-only counter", source)
        .or_else(|| card::<Streamed<'_, PnCounter>>(&falls, "counter that rises and falls", source))
        .or_else(|| card(&Held::<Register>::default(), "register", source))
        .or_else(|| card(&Held::<OrSet>::default(), "observed-remove set", source))
        .or_else(|| card(&Held::<Seq>::default(), "list or text", source))
}

fn card<E: Engine>(engine: &E, kind: &str, source: &Source<'_>) -> Option<Record> {
    let (shown, told) = engine.show(source, &Deaf).ok()?;
    let shapes: Vec<_> = told.inputs.iter().flat_map(|seen| &seen.shapes).collect();
    // Three words in a line may be anything.
    if E::State::NAME != "gcounter" && shapes.contains(&&Shape::Lines) {
        return None;
    }
    let shapes: Vec<_> = shapes.iter().map(|shape| shape.name()).collect();
    let mut card = Record::card().field("kind", kind).field("shape", shapes);
    for (key, value) in shown.fields {
        card = card.field(key, value);
    }
    let value = if shown.text {
        vec![shown.values.concat()]
    } else {
        shown.values
    };
    let check = format!("decent {} merge STATE", E::State::NAME);
    Some(card.field(shown.key, value).field("check", check))
}
