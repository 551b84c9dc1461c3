//! `torrent repair`: data made whole from another copy.

use std::ffi::OsStr;
use std::fs::File;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::error::{Error, slug};
use decent::torrent::{Layout, repair};

use super::verify::{judged, of_torrent, tell};
use crate::commands::Tool;
use crate::content::{self, Content};
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::bytes_of;
use crate::torrents;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Where another copy is: a folder with files of the same names
    #[arg(long, value_name = "COPY")]
    from: PathBuf,
    /// The torrent
    #[arg(value_name = "TORRENT")]
    torrent: PathBuf,
    /// The folder, or the folder of the file, that is made whole in place
    #[arg(value_name = "DATA")]
    data: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Takes every piece that is wrong or missing in DATA from another copy, where it is right there: two
damaged copies can make one whole. Nothing is written that the torrent does not prove. Files that
are missing are made, and files that are too long are cut. Says of every file what is there now.";
    const EXAMPLES: &'static str =
        "$ mkdir d && seq 5000 > d/a && seq 90000 > d/b && decent torrent new d -o t > log
$ cp -r d copy && printf X | dd of=d/b bs=1 seek=70000 conv=notrunc status=none
$ rm d/a && decent torrent repair -q t d --from copy
d/a: OK
d/b: OK";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let input = cx.anchor("torrent", &self.torrent)?;
        let opened = torrents::open(cx, input).map_err(|fail| of_torrent(fail, &self.torrent))?;
        let torrent = &opened.torrent;
        let info = torrent.info();
        let (dir, path) = folder_of(&self.data, info.layout(), || {
            content::below(&self.data, info)
        })?;
        let (copy, _) = folder_of(&self.from, info.layout(), || {
            content::below(&self.from, info)
        })?;
        let engine = content::engine(cx, &path)?;
        let watch = cx.watch(Some(info.size()));
        let mut found = Content::Folder(dir);
        let before = judged(torrent, &mut found, engine, &watch)?;
        let mut create = |name: &[u8]| create(&path, name);
        let done = repair(torrent, &before, &copy, engine, &watch, &mut create);
        drop(watch);
        let done = done.map_err(|error| Fail::from(error).named(bytes_of(&path)))?;
        if !done.pieces.is_empty() {
            cx.note(&format!("{} pieces written", done.pieces.len()));
        }
        let watch = cx.watch(Some(info.size()));
        let after = judged(torrent, &mut found, engine, &watch)?;
        drop(watch);
        for finding in after.findings() {
            tell(cx, info, &finding, &[])?;
        }
        Ok(Verdict::Yes)
    }
}

/// The folder of a torrent; of a single file the folder that it is in.
fn folder_of(
    path: &Path,
    layout: Layout,
    below: impl FnOnce() -> Result<(decent::dir::Dir, PathBuf), Fail>,
) -> Result<(decent::dir::Dir, PathBuf), Fail> {
    if layout == Layout::Folder || path.is_dir() {
        return below();
    }
    let error = Error::new(
        slug::NOT_A_DIRECTORY,
        "the folder that the file is in",
        "a file",
    );
    Err(Fail::from(error).named(bytes_of(path)))
}

/// Opens a file of the data for writing, below its folder and through no link.
fn create(folder: &Path, name: &[u8]) -> decent::Result<File> {
    let unwritable = |e: std::io::Error| Error::io(slug::UNWRITABLE, &e);
    let path = folder.join(OsStr::from_bytes(name));
    let mut above = folder.to_owned();
    let parts: Vec<_> = name.split(|byte| *byte == b'/').collect();
    for part in parts.iter().take(parts.len().saturating_sub(1)) {
        above.push(OsStr::from_bytes(part));
        match above.symlink_metadata() {
            Ok(there) if there.is_dir() => {}
            Ok(_) => {
                return Err(Error::new(
                    slug::NOT_A_DIRECTORY,
                    "a folder",
                    "a link or file",
                ));
            }
            Err(_) => std::fs::create_dir(&above).map_err(unwritable)?,
        }
    }
    let mut options = File::options();
    options.write(true).create(true).truncate(false);
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NOFOLLOW);
    options.open(path).map_err(unwritable)
}
