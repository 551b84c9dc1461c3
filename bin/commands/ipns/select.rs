//! `ipns select`: the newest of several records.

use std::path::PathBuf;

use decent::Verdict;
use decent::ipns::Record;
use decent::ipns::verify::{newer, verify};
use decent::watch::{Deaf, Step, Watch};

use crate::args::{Create, Time};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::records::{moment, name, read};
use crate::report::{self, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only records that hold for this name
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// When they must be valid, for --name; without, now
    #[arg(long, value_name = "TIME", requires = "name")]
    at: Option<Time>,
    #[command(flatten)]
    create: Create,
    /// The records; none, or `-`, is standard input
    #[arg(value_name = "REC")]
    records: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Says which of several records is the newest: the highest sequence, then the latest end, then the
greater bytes, as kubo chooses. -o copies it. With --name those that do not hold for it are left
out and named; without, nothing is verified.";
    const EXAMPLES: &'static str = "$ printf %064d 7 > key && chmod 600 key
$ decent ipns sign -q --key key --value bafkqablimvwgy3y --at 2026-01-01 --seq 7 -o a > name
$ decent ipns sign -q --key key --value bafkqablimvwgy3y --at 2026-01-02 --seq 7 -o b > name
$ decent ipns sign -q --key key --value bafkqablimvwgy3y --at 2026-01-03 --seq 6 -o c > name
$ decent ipns select a b c
7  2026-01-04T00:00:00.000000000Z  b";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let name = self.name.as_deref().map(name).transpose()?;
        let mut best: Option<(PathBuf, Record)> = None;
        let mut refused = Verdict::Unknown("no record".into());
        for path in Cx::files(self.records) {
            let record = match read(cx, &path) {
                Ok(record) => record,
                // Of a name, others' records are no harm.
                Err(fail) if name.is_some() && fail.is_no() => {
                    refused = Verdict::No(fail.error.to_string().into());
                    left_out(cx, &path, &fail.error.to_string());
                    continue;
                }
                Err(fail) => return Err(fail),
            };
            if let Some(name) = &name {
                match verify(&record, name, None, moment(self.at), &Deaf)? {
                    Verdict::Yes => {}
                    Verdict::No(why) | Verdict::Unknown(why) => {
                        left_out(cx, &path, &why);
                        refused = Verdict::No(why);
                        continue;
                    }
                }
            }
            let better = best.as_ref();
            if better.is_none_or(|(_, before)| newer(&record, before).is_gt()) {
                best = Some((path, record));
            }
        }
        let Some((path, record)) = best else {
            cx.emit(&report::Record::verdict(&refused))?;
            return Ok(refused);
        };
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "sequence first, then the end of validity, then the bytes themselves";
            let step = Step::new("newest", why).value("sequence", record.data.sequence);
            watch.step(&step.value("validity", &record.data.validity));
        }
        drop(watch);
        if self.create.output.is_some() {
            let mut made = cx.create(&self.create, true)?;
            made.put(record.bytes())?;
            made.finish()?;
        }
        let data = &record.data;
        let said = report::Record::value("sequence", data.sequence)
            .detail("validity", &data.validity)
            .field("value", data.value.as_str())
            .name(bytes_of(&path));
        cx.emit(&said)?;
        Ok(Verdict::Yes)
    }
}

/// Says that a record was not considered, and why.
fn left_out(cx: &Cx, path: &std::path::Path, why: &str) {
    let name = crate::shown::escape(bytes_of(path), true).into_owned();
    cx.note(&format!(
        "{}: left out: {why}",
        String::from_utf8_lossy(&name)
    ));
}
