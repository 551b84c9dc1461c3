//! `ipns verify`: whether a record is of a name, and still holds.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::error::slug;
use decent::ipns::state::{Book, Found, heading};
use decent::ipns::validity::Moment;
use decent::ipns::verify::verify;
use decent::ipns::{Name, Record};
use decent::watch::Deaf;

use crate::args::Time;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::ledger::{Form, Ledger};
use crate::records::{moment, name, read};
use crate::report::{self, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// When it must be valid; without, now
    #[arg(long, value_name = "TIME")]
    at: Option<Time>,
    /// What was seen before, which grows by this record: refuses one that goes back, and two values
    /// under one number
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// The public key of the name, for a record that lacks it
    #[arg(long, value_name = "PUB")]
    key: Option<PathBuf>,
    /// The name: k51.., bafz.., 12D3KooW.., Qm..
    #[arg(value_name = "NAME")]
    name: String,
    /// The record; none, or `-`, is standard input
    #[arg(value_name = "REC", default_value = "-")]
    record: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Says whether a record is of a name and still holds: its form, its key, the signature of version 2
(that of version 1 proves nothing), its copies of version 1, and its end. It may come from anyone:
curl .. | decent ipns verify NAME. With --state every record that its key signed is noted in FILE,
one that expired too, and one that is older than what was seen, or says something else under the
same number, is refused.";
    const EXAMPLES: &'static str =
        "$ printf %064d 7 > key && chmod 600 key && name=$(decent ipns name --no-names key)
$ decent ipns sign --key key --value bafkqablimvwgy3y --at 2026-01-01 -o rec > log
$ decent ipns verify --at 2026-01-02 $name rec
rec: OK (/ipfs/bafkqablimvwgy3y, sequence 0, until 2026-01-03T00:00:00.000000000Z)
$ decent ipns verify --at 2026-01-03 $name rec
rec: FAILED (expired: it was valid until 2026-01-03T00:00:00.000000000Z)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let name = name(&self.name)?;
        let known = match &self.key {
            Some(path) => Some(cx.public_key("key", path, Role::Anchor, None)?.key),
            None => None,
        };
        let record = read(cx, &self.record)?;
        cx.about(bytes_of(&self.record));
        let watch = cx.watch(None);
        let at = moment(self.at);
        let mut verdict = verify(&record, &name, known.as_ref(), at, &watch)?;
        drop(watch);
        if let Some(path) = &self.state {
            if verdict == Verdict::Yes {
                verdict = seen(cx, path, &name, &record)?;
            } else if record.ends <= at {
                // It is what its key said last, if only for a while: one before it goes back.
                let always = Moment::at(i64::MIN);
                if verify(&record, &name, known.as_ref(), always, &Deaf)? == Verdict::Yes {
                    seen(cx, path, &name, &record)?;
                }
            }
        }
        let data = &record.data;
        let words = format!(
            "{}, sequence {}, until {}",
            data.value, data.sequence, data.validity
        );
        let said = report::Record::verdict(&verdict)
            .name(bytes_of(&self.record))
            .field("name", name.to_string())
            .field("value", data.value.as_str())
            .field("sequence", data.sequence.to_string())
            .field("validity", data.validity.as_str())
            .field("ttl_nanoseconds", data.ttl.to_string());
        cx.emit(&said.told(&words))?;
        Ok(verdict)
    }
}

/// Whether a record fits what was seen before; one that does is noted before anybody hears of it.
fn seen(cx: &Cx, path: &Path, name: &Name, record: &Record) -> Result<Verdict, Fail> {
    let read = |file: BufReader<&File>| {
        let book = Book::read(file)?;
        let whole_bytes = book.whole_bytes;
        Ok((book, whole_bytes))
    };
    let form = Form {
        heading: &heading(),
        wrong: slug::IPNS_STATE,
    };
    let (mut ledger, mut book) = Ledger::open(cx, path, &form, read)?;
    let data = &record.data;
    Ok(match book.judge(name, record) {
        Found::Known => Verdict::Yes,
        Found::New => {
            ledger.add(&book.add(name, record))?;
            Verdict::Yes
        }
        Found::Back { sequence, newest } => {
            let (own, value) = (data.sequence, &newest.value);
            let why = format!("rollback: sequence {own}, after {sequence} was seen ({value})");
            Verdict::No(why.into())
        }
        Found::Two(other) => {
            let (number, value, other) = (data.sequence, &data.value, &other.value);
            let why = format!("equivocation: sequence {number} is {value}, and {other} was seen");
            Verdict::No(why.into())
        }
    })
}
