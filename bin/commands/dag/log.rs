//! `dag log`: versions, newest first.

use std::ffi::OsString;

use decent::Verdict;
use decent::cid::Cid;
use decent::codec::time;
use decent::dag::commit::Commit;
use decent::dag::history::Log;
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;
use crate::shown::visible;
use crate::signatures::Ring;
use crate::stores::{Reading, Signers, StoreArg, judge, version};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// At most so many
    #[arg(short = 'n', long = "count", value_name = "N")]
    count: Option<u64>,
    #[command(flatten)]
    signers: Signers,
    /// The version to begin with; without it HEAD
    #[arg(value_name = "CID")]
    from: Option<OsString>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Lists versions from HEAD, or from another one, backwards: CID  TIME  AUTHOR: SUBJECT, newest first,
and none before one that was made of it. With --key or --allowed it says of each whether it is
signed by one of these. Every block is checked against its ID.";
    const EXAMPLES: &'static str = "$ mkdir d && for n in 1 2 3; do seq $n > d/a
> decent dag commit -q --store d.car -m \"v$n\" --author Anna --date $n d > id; done
$ decent dag log --store d.car -n 2
bafyreihuwumyx2qrzlru4maaktx2vvcysfeywra2erxpcgufm4eclhbl3u  1970-01-01T00:00:03Z  Anna: v3
bafyreibmxmuwpp7squ6kfpjkpsvzrmuvuwcd4n4oveutjwynvejf62g2zm  1970-01-01T00:00:02Z  Anna: v2
$ decent dag log --store d.car --no-names | wc -l
3";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let ring = self.signers.ring(cx)?;
        let mut reading = Reading::of(cx, "", &self.store.store, Role::Evidence)?;
        let opened = reading.open(cx)?;
        let from = version(self.from.as_ref(), &opened.head)?;
        let watch = cx.watch(None);
        let mut log = Log::of(&opened.store, &from, &watch);
        let mut told = 0;
        let mut verdict = Verdict::Yes;
        while self.count.is_none_or(|count| told < count) {
            let Some((cid, commit)) = log.step()? else {
                break;
            };
            told += 1;
            if watch.narrates() && told <= 3 {
                let why = "its hash is right, so it is what was written; its parents are next";
                let step = Step::new("version", why).value("cid", &cid);
                let parents: Vec<_> = commit.parents.iter().map(ToString::to_string).collect();
                watch.step(
                    &step
                        .value("tree", &commit.tree)
                        .value("parents", parents.join(" ")),
                );
            }
            match &ring {
                None => cx.emit(&line(&cid, &commit))?,
                Some(ring) => verdict = verdict.and(judged(cx, &cid, &commit, ring, &watch)?),
            }
        }
        Ok(match ring {
            Some(_) if told == 0 => Verdict::Unknown("no version was looked at".into()),
            _ => verdict,
        })
    }
}

/// Time, author and subject.
pub(super) fn summary(commit: &Commit) -> String {
    let when = time::show(commit.author.time);
    visible(&format!(
        "{when}  {}: {}",
        commit.author.name,
        commit.subject()
    ))
}

/// A version with all its fields.
fn line(cid: &Cid, commit: &Commit) -> Record {
    let record = Record::value("cid", cid.to_string()).detail("summary", summary(commit));
    fields(record, commit)
}

/// The fields of a version, in JSON alone.
pub(super) fn fields(record: Record, commit: &Commit) -> Record {
    let parents: Vec<_> = commit.parents.iter().map(ToString::to_string).collect();
    let author = &commit.author;
    record
        .aside("tree", commit.tree.to_string())
        .aside("parents", parents)
        .aside("author", author.name.as_str())
        .aside("email", author.email.as_str())
        .aside("time", author.time.to_string())
        .aside("zone_minutes", author.zone)
        .aside("message", commit.message.as_str())
        .aside("signed", commit.signed.is_some())
}

/// A version, and whether it is signed by one of those who may.
pub(super) fn judged(
    cx: &mut Cx,
    cid: &Cid,
    commit: &Commit,
    ring: &Ring,
    watch: &dyn Watch,
) -> Result<Verdict, Fail> {
    let (verdict, by) = judge(commit, ring, watch)?;
    let words = format!("{by}: {}", commit.subject());
    let record = Record::verdict(&verdict).name(cid.to_string().as_bytes());
    let record = record.told(&visible(words.trim_start_matches(": ")));
    let record = record.field("cid", cid.to_string());
    let record = match (&verdict, by.is_empty()) {
        (Verdict::Yes, false) => record.aside("by", by),
        _ => record,
    };
    cx.emit(&fields(record, commit))?;
    Ok(verdict)
}
