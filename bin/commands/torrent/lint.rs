//! `torrent lint`: what other programs would stumble over.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::torrent::lint;
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;
use crate::torrents;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// A finding that is no finding here; may be given many times
    #[arg(long, value_name = "NAME")]
    allow: Vec<String>,
    /// The torrents; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Looks for what the format allows and other programs stumble over, a line for each finding:
unsorted-keys, odd-field, stray-field, stray-layer, large-torrent; uneven-, tiny-, huge- and
many-pieces; pad-name, odd-pad, missing-pads; link-loop, dangling-link; empty-folder,
root-of-nothing, attribute-clash; case-clash, not-utf8, control-character, turned-text, long-name,
long-path, windows-name; private-with-nodes, private-without-tracker, odd-tracker, tracker-twice,
odd-webseed, webseed-slash. Status 1 where there is one. What breaks the format itself is an error,
as it is for every torrent tool.";
    const EXAMPLES: &'static str =
        "$ printf 'd4:infod6:lengthi5e4:name5:a?b.c12:piece lengthi5e6:pieces20:%020dee' 0 > t
$ decent torrent lint t
t: uneven-pieces (pieces of 5 bytes, which is no power of two)
t: tiny-pieces (pieces of 5 bytes, less than the 16 KiB of one request)
t: windows-name (a?b.c: '?' in a name, which Windows has not)
[1]
$ decent torrent lint --allow uneven-pieces --allow tiny-pieces --allow windows-name t
t: OK";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        for path in Cx::files(self.files.clone()) {
            if let Err(fail) = self.lint(cx, &path) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    fn lint(&self, cx: &mut Cx, path: &Path) -> Result<(), Fail> {
        let input = cx.evidence("", path)?;
        let opened = torrents::open(cx, input)?;
        let found = lint::lint(&opened.bytes, &opened.torrent)?;
        let found: Vec<_> = found
            .into_iter()
            .filter(|one| !self.allow.iter().any(|allowed| allowed == one.code))
            .collect();
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "what every tool refuses was looked for first, and is not there";
            let info = opened.torrent.info();
            let step = Step::new("looked at", why).value("entries", info.entries().len());
            let step = step.value("trackers", opened.torrent.outer().trackers.len());
            watch.step(&step.value("findings", found.len()));
        }
        if found.is_empty() {
            return cx.emit(&Record::verdict(&Verdict::Yes).name(&opened.name));
        }
        cx.fold(Verdict::No("there are findings".into()));
        for one in found {
            let shown = one.path.as_deref().map(String::from_utf8_lossy);
            let place = match (&shown, one.byte) {
                (Some(path), _) => format!("{path}: "),
                (None, Some(byte)) => format!("byte {byte}: "),
                (None, None) => String::new(),
            };
            let record = Record::status(one.code, &(place + &one.words)).name(&opened.name);
            let record = match one.path {
                Some(path) => record.bytes("file", &path),
                None => record,
            };
            let record = match one.byte {
                Some(byte) => record.field("byte", byte),
                None => record,
            };
            cx.emit(&record)?;
        }
        Ok(())
    }
}
