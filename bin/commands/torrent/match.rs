//! `torrent match`: the data of a torrent, found in folders.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

use decent::Verdict;
use decent::torrent::locate;

use super::verify::{of_torrent, shown};
use crate::commands::Tool;
use crate::content;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::{Record, bytes_of};
use crate::shown::escape;
use crate::torrents;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The torrent
    #[arg(value_name = "TORRENT")]
    torrent: PathBuf,
    /// The folders to look in
    #[arg(value_name = "DIR", required = true)]
    dirs: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Looks in folders for the files of a torrent, under whatever names: by size, then by hashes. A file
of version 1 that is shorter than a piece has no hash of its own: it is found by its size alone,
and the status is 2 unless something is missing for sure.";
    const EXAMPLES: &'static str =
        "$ mkdir d old && seq 5000 > d/a && seq 9000 > d/b && decent torrent new d -o t > log
$ mv d/a old/renamed && rm d/b
$ decent torrent match t old
d/a: OK (old/renamed)
d/b: MISSING
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let input = cx.anchor("torrent", &self.torrent)?;
        let opened = torrents::open(cx, input).map_err(|fail| of_torrent(fail, &self.torrent))?;
        let dirs: Vec<_> = self
            .dirs
            .iter()
            .map(|dir| content::folder(dir))
            .collect::<Result<_, _>>()?;
        let info = opened.torrent.info();
        let watch = cx.watch(Some(info.size()));
        let located = locate(&opened.torrent, &dirs, cx.engine()?, &watch)?;
        drop(watch);
        for one in located.iter().filter(|one| one.file.length() > 0) {
            let path = one.at.as_ref().and_then(|(number, name)| {
                let dir = self.dirs.get(*number)?;
                Some(dir.join(OsStr::from_bytes(name)))
            });
            // What stands in brackets must not drive a terminal either.
            let said = path.as_ref().map(|path| {
                let safe = escape(bytes_of(path), true).into_owned();
                String::from_utf8_lossy(&safe).into_owned()
            });
            let (record, verdict) = match (&said, one.proven) {
                (Some(path), true) => (Record::status("OK", path), Verdict::Yes),
                (Some(path), false) => {
                    let why = format!("{path}, by its size alone");
                    let unknown = Verdict::Unknown("no hash of its own".into());
                    (Record::status("UNKNOWN", &why), unknown)
                }
                (None, _) => (
                    Record::status("MISSING", ""),
                    Verdict::No("not found".into()),
                ),
            };
            let record = record.name(&shown(info, one.file));
            let record = match &path {
                Some(path) => record.aside("found", String::from_utf8_lossy(bytes_of(path))),
                None => record,
            };
            cx.fold(verdict);
            cx.emit(&record)?;
        }
        Ok(Verdict::Yes)
    }
}
