//! `pow check`: whether stamps of hashcash are good, and not spent.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::pow::narrate;
use decent::pow::spent::{self, Spent};
use decent::pow::stamp::{LONGEST, Refused, Rules, Stamp};
use decent::watch::Watch;

use crate::args::Time;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::ledger::{Form, Ledger};
use crate::output::Artefact;
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Zero bits that a stamp must have; without it, those that it claims
    #[arg(long, value_name = "N")]
    bits: Option<u32>,
    /// Whom a stamp must be for; * stands for anything between the dots
    #[arg(long, value_name = "R")]
    resource: Option<String>,
    /// How long a stamp is valid: 28d, 12h, 0 is forever
    #[arg(long, value_name = "TIME", default_value = "28d", value_parser = period)]
    expiry: u64,
    /// By how much clocks may differ
    #[arg(long, value_name = "TIME", default_value = "2d", value_parser = period)]
    grace: u64,
    /// A file of spent stamps, as hashcash keeps it; a good stamp is put into it
    #[arg(long, value_name = "DB")]
    spent: Option<PathBuf>,
    /// Drop expired stamps from the file first
    #[arg(long, requires = "spent")]
    purge: bool,
    /// Tell large letters from small ones
    #[arg(long)]
    case: bool,
    /// Judge as at that time; now unless told otherwise
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    at: Option<Time>,
    /// The stamps; none, or `-`, reads a line each from standard input
    #[arg(value_name = "STAMP")]
    stamps: Vec<String>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Judges stamps by the rules of hashcash: the receiver, the bits, the date, and with --spent that a
stamp was not seen before. The file of spent stamps is that of hashcash, and locked as there. As
there a stamp is noted only where --bits and --resource are given, for without them it was not
wholly checked; what was not asked for stands behind the verdict.";
    const EXAMPLES: &'static str = "$ stamp=1:24:040806:foo::511801694b4cd6b0:1e7297a
$ decent pow check --bits 20 --resource foo --at 2004-08-10T00:00:00Z --spent spent.sdb $stamp
1:24:040806:foo::511801694b4cd6b0:1e7297a: OK
$ decent pow check --bits 20 --resource foo --at 2004-08-10T00:00:00Z --spent spent.sdb $stamp
1:24:040806:foo::511801694b4cd6b0:1e7297a: FAILED (spent)
[1]
$ decent pow check --bits 25 --at 2004-08-10T00:00:00Z --no-names $stamp
FAILED (insufficient bits: it is worth 24, 25 are wanted)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let now = match self.at {
            Some(Time(seconds)) => u64::try_from(seconds).unwrap_or(0),
            None => Cx::now(),
        };
        let rules = Rules {
            bits: self.bits,
            resource: self.resource.as_deref(),
            expiry: self.expiry,
            grace: self.grace,
            case: self.case,
            now,
        };
        let mut book = match &self.spent {
            Some(path) => Some(Book::open(
                cx,
                path,
                self.purge.then_some((now, self.grace)),
            )?),
            None => None,
        };
        let mut any = false;
        if self.stamps.is_empty() || self.stamps == ["-"] {
            let mut input = cx.evidence("", Path::new("-"))?;
            let mut lines = BufReader::new(input.reader());
            while let Some(line) = line(&mut lines)? {
                any = true;
                self.judge(cx, &line, &rules, book.as_mut())?;
            }
        }
        for stamp in self.stamps.iter().filter(|stamp| *stamp != "-") {
            any = true;
            self.judge(cx, stamp, &rules, book.as_mut())?;
        }
        if any {
            return Ok(Verdict::Yes);
        }
        let fail = Error::new(slug::STAMP, "a stamp", "none");
        Err(Fail {
            role: Some(Role::Evidence),
            ..fail.into()
        })
    }
}

/// A line without its end, an `X-Hashcash:` before it left out; nothing past the last, and blank
/// lines are passed over.
fn line(lines: &mut impl BufRead) -> Result<Option<String>, Fail> {
    loop {
        let mut bytes = Vec::new();
        let mut bounded = std::io::Read::take(&mut *lines, LONGEST as u64 + 64);
        let read = bounded.read_until(b'\n', &mut bytes);
        if read.map_err(|e| Error::io(slug::UNREADABLE, &e))? == 0 {
            return Ok(None);
        }
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim();
        let text = text.strip_prefix("X-Hashcash:").unwrap_or(text).trim();
        if !text.is_empty() {
            return Ok(Some(text.to_owned()));
        }
    }
}

impl Args {
    fn judge(
        &self,
        cx: &mut Cx,
        text: &str,
        rules: &Rules<'_>,
        book: Option<&mut Book>,
    ) -> Result<(), Fail> {
        let stamp = match Stamp::parse(text) {
            Ok(stamp) => stamp,
            Err(error) => {
                let fail = Fail::from(error).named(text);
                return cx.complain(Fail {
                    role: Some(Role::Evidence),
                    ..fail
                });
            }
        };
        let watch = cx.watch(None);
        if watch.narrates() {
            narrate::stamp(&stamp, rules, &watch);
        }
        drop(watch);
        let refused = match stamp.check(rules)? {
            Err(refused) => Some(words(&refused, rules)),
            Ok(()) if book.as_ref().is_some_and(|book| book.spent.has(text)) => {
                Some("spent".to_owned())
            }
            Ok(()) => None,
        };
        let mut unchecked = Vec::new();
        for (given, what) in [
            (self.bits.is_some(), "bits"),
            (self.resource.is_some(), "resource"),
            (book.is_some(), "database"),
        ] {
            unchecked.extend((!given).then_some(what));
        }
        let verdict = match refused {
            Some(why) => Verdict::No(why.into()),
            None => Verdict::Yes,
        };
        if let (Verdict::Yes, Some(book), true) = (&verdict, book, unchecked.is_empty()) {
            // It is noted for good before anybody hears that it is good.
            book.add(text, self.expiry)?;
        }
        let record = match &verdict {
            Verdict::Yes if !unchecked.is_empty() => {
                Record::status("OK", &format!("not checked: {}", unchecked.join(", ")))
            }
            verdict => Record::verdict(verdict),
        };
        let record = record
            .name(text.as_bytes())
            .field("resource", stamp.resource)
            .field("value", stamp.value())
            .field("digest", hex::encode(&stamp.digest()));
        cx.emit(&record)?;
        cx.fold(verdict);
        Ok(())
    }
}

fn words(refused: &Refused, rules: &Rules<'_>) -> String {
    match refused {
        Refused::WrongResource => "wrong resource".into(),
        Refused::TooFewBits {
            found,
            claimed: Some(claimed),
        } if found < claimed => {
            format!("insufficient bits: it claims {claimed} and has {found}")
        }
        Refused::TooFewBits { found, claimed } => format!(
            "insufficient bits: it is worth {}, {} are wanted",
            claimed.unwrap_or(*found),
            rules.bits.unwrap_or(0)
        ),
        Refused::Expired(seconds) => format!("expired {seconds} seconds ago"),
        Refused::InFuture(seconds) => format!("valid in future, in {seconds} seconds"),
    }
}

/// The file of spent stamps, open and locked as hashcash locks it.
struct Book {
    ledger: Ledger,
    spent: Spent,
}

impl Book {
    fn open(cx: &Cx, path: &Path, purge: Option<(u64, u64)>) -> Result<Self, Fail> {
        let book = Self::read(cx, path)?;
        let Some((now, grace)) = purge else {
            return Ok(book);
        };
        let failed = |e: std::io::Error| Fail::output(&e, bytes_of(path));
        let Self { mut ledger, .. } = book;
        let mut made = Artefact::begin(path)?;
        for line in ledger.lines().map_err(failed)?.lines() {
            if let Some(kept) = spent::purged(&line.map_err(failed)?, now, grace) {
                writeln!(made, "{kept}").map_err(failed)?;
            }
        }
        made.commit()?;
        // The file that was locked is no longer the one of that name.
        Self::read(cx, path)
    }

    fn read(cx: &Cx, path: &Path) -> Result<Self, Fail> {
        let form = Form {
            heading: &spent::heading(),
            wrong: slug::SPENT,
        };
        let read = |file: BufReader<&File>| {
            let spent = Spent::read(file)?;
            let whole_bytes = spent.whole_bytes;
            Ok((spent, whole_bytes))
        };
        let (ledger, spent) = Ledger::open(cx, path, &form, read)?;
        Ok(Self { ledger, spent })
    }

    /// Notes a stamp for good.
    fn add(&mut self, stamp: &str, expiry: u64) -> Result<(), Fail> {
        self.ledger.add(&self.spent.add(stamp, expiry))
    }
}

/// A time as hashcash takes it: seconds, or a number with s, m, h, d, w, M or y.
fn period(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let size = match text.get(digits.len()..) {
        Some("" | "s") => 1,
        Some("m") => 60,
        Some("h") => 3600,
        Some("d") => 86_400,
        Some("w") => 7 * 86_400,
        // A twelfth of the year that it knows.
        Some("M") => 2_628_000,
        Some("y" | "Y") => 365 * 86_400,
        _ => 0,
    };
    let number = digits.parse::<u64>().ok().filter(|_| size > 0);
    let seconds = number.and_then(|number| number.checked_mul(size));
    let wrong = || format!("{text:?} is no time: give seconds, or 28d, 12h, 30m");
    seconds.ok_or_else(wrong)
}
