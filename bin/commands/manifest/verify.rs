//! `manifest verify`: files against a list.

use std::io::BufReader;
use std::ops::Range;
use std::path::PathBuf;

use decent::Verdict;
use decent::error::Error;
use decent::manifest::{
    Algorithm, Fault, Finding, List, Outcome, Reading, Top, Verifying, Work, verify,
};

use super::new::{ALGORITHMS, here};
use crate::commands::Tool;
use crate::content::folder;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::input::{Input, Role};
use crate::report::{Record, bytes_of};
use crate::signatures::{self, KeyArgs};

/// Ranges that are said of one file; the rest is counted.
const RANGES: usize = 8;

#[derive(clap::Args)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(crate) struct Args {
    /// A listed file that is not there is no error
    #[arg(long)]
    ignore_missing: bool,
    /// Check nothing if one line of the list is damaged
    #[arg(long)]
    strict: bool,
    /// Every file in DIR has to be listed; may be given again
    #[arg(long, value_name = "DIR")]
    extra: Vec<PathBuf>,
    /// The hash, where the length of the digests leaves a choice
    #[arg(long, value_name = "HASH", value_parser = ALGORITHMS)]
    algorithm: Option<String>,
    /// Don't open a name that leads out of this folder
    #[arg(long)]
    below: bool,
    #[command(flatten)]
    keys: KeyArgs,
    /// A signature of the list; may be given again. Without, the list begins with its own, as
    /// signify's -C wants it
    #[arg(long, value_name = "SIG")]
    sig: Vec<PathBuf>,
    /// The list's lines end with NUL
    #[arg(short = '0', long = "zero")]
    zero: bool,
    /// The list; none, or `-`, is standard input
    #[arg(value_name = "LIST", default_value = "-")]
    list: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Says of every file of a list whether it is what the list promises: OK, FAILED, MISSING,
UNREADABLE, and with --extra of every other file EXTRA. Reads what sha256sum, b3sum, openssl and
hashdeep write, BSD's --tag lines, and the JSON Lines of `manifest new --roots`, by which a damaged
file is told by ranges. A damaged line of the list is named, and the status is never 0. With --key
nothing is checked unless the list is signed by that key.";
    const EXAMPLES: &'static str =
        "$ echo hello > a && echo world > b && sha256sum a b > SUMS && echo World > b
$ decent manifest verify SUMS
a: OK
b: FAILED (digest differs)
[1]
$ echo oops >> SUMS && rm b && decent manifest verify --ignore-missing SUMS 2> errors
a: OK
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let algorithm = self
            .algorithm
            .as_deref()
            .map(Algorithm::named)
            .transpose()?;
        let reading = Reading {
            algorithm,
            zero: self.zero,
        };
        let Some(mut input) = self.list(cx)? else {
            return Ok(Verdict::No("the list is not signed by the keys".into()));
        };
        let (dir, engine) = (here()?, cx.engine()?);
        let mut asked = Verifying {
            ignore_missing: self.ignore_missing,
            strict: self.strict,
            below: self.below,
            extra: Vec::new(),
            except: vec![bytes_of(&self.list).to_vec()],
        };
        for path in &self.extra {
            let Top::Path { shown, .. } = Top::path(bytes_of(path)) else {
                continue;
            };
            let shown = if shown == b"." { Vec::new() } else { shown };
            asked.extra.push((folder(path)?, shown));
        }
        let list_name = input.name().to_vec();
        let list = List::new(BufReader::new(input.reader()), reading);
        let watch = cx.watch(None);
        let work = Work {
            dir: &dir,
            stdin: None,
            engine,
            watch: &watch,
        };
        let mut carried = Carried::default();
        let ended = verify(work, list, &asked, |finding| {
            carried.pass(match finding {
                Finding::Damaged(error) => damaged(cx, error, &list_name),
                Finding::File {
                    name,
                    line,
                    outcome,
                } => found(cx, &name, line, &outcome),
            })
        });
        Ok(carried.end(ended)?.verdict())
    }
}

impl Args {
    /// The list: as it is, or what its signatures are over; `None` where they don't hold, which has
    /// been said.
    fn list(&self, cx: &mut Cx) -> Result<Option<Input>, Fail> {
        if self.keys.is_empty() && !self.sig.is_empty() {
            return Err(Fail::usage("--sig wants --key or --allowed"));
        }
        if self.keys.is_empty() {
            return Ok(Some(cx.anchor("list", &self.list)?));
        }
        signatures::signed_list(cx, &self.keys, &self.sig, &self.list)
    }
}

/// A line of a list that can't be understood: the list is what we trust, so we don't know.
pub(crate) fn damaged(cx: &mut Cx, error: Error, list: &[u8]) -> Result<(), Fail> {
    let mut fail = Fail::from(error).named(list);
    fail.role = Some(Role::Anchor);
    cx.complain(fail)
}

fn found(cx: &mut Cx, name: &[u8], line: u64, outcome: &Outcome) -> Result<(), Fail> {
    let record = match outcome {
        Outcome::Ok => Record::status("OK", ""),
        Outcome::Ignored => return Ok(()),
        Outcome::Missing => Record::status("MISSING", ""),
        Outcome::Extra => Record::status("EXTRA", ""),
        Outcome::Unreadable(error) => Record::status("UNREADABLE", &error.to_string()),
        Outcome::Failed { fault, ranges } => failed(fault, ranges),
    };
    let record = if line > 0 {
        record.field("line", line)
    } else {
        record
    };
    cx.emit(&record.name(name))
}

fn failed(fault: &Fault, ranges: &[Range<u64>]) -> Record {
    let mut why = match fault {
        Fault::Digest => "digest differs".to_owned(),
        Fault::Size { wanted, found } => format!("{found} bytes, wanted {wanted}"),
        Fault::Kind(kind) => format!("it is {kind}"),
        Fault::Target(target) => format!("it points to {}", String::from_utf8_lossy(target)),
    };
    let all: Vec<_> = ranges
        .iter()
        .map(|range| format!("{}:{}", range.start, range.end))
        .collect();
    if !all.is_empty() {
        why += ", bytes ";
        why += &all
            .iter()
            .take(RANGES)
            .cloned()
            .collect::<Vec<_>>()
            .join(" ");
    }
    if all.len() > RANGES {
        why += " and ";
        why += &(all.len() - RANGES).to_string();
        why += " ranges more";
    }
    let record = Record::status("FAILED", &why);
    if all.is_empty() {
        record
    } else {
        record.field("ranges", all)
    }
}
