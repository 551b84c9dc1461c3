//! `torrent convert`: a version 2 part for an old torrent, from its data.

use std::path::PathBuf;

use decent::Verdict;
use decent::torrent::{
    Draft, Layout, Outcome, PieceLength, Scan, Torrent, Versions, from_file, from_folder, piece_for,
};

use super::verify::{judged, of_torrent, tell};
use crate::args::{Create, Size};
use crate::commands::Tool;
use crate::content::{self, Content};
use crate::cx::Cx;
use crate::fail::Fail;
use crate::torrents::{self, hash_records};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Both versions; the default
    #[arg(long, conflicts_with = "v2")]
    hybrid: bool,
    /// Version 2 alone
    #[arg(long)]
    v2: bool,
    /// Bytes of a piece; without it those of OLD, if a power of two from 16 KiB
    #[arg(long, value_name = "SIZE")]
    piece: Option<Size>,
    #[command(flatten)]
    create: Create,
    /// The torrent
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The folder, the folder above it, or the file
    #[arg(value_name = "DATA")]
    data: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Makes a hybrid, or a torrent of version 2, with the files, trackers and words of an old torrent.
The data is held against the old torrent first; where a byte is wrong or missing no torrent is
made. The new torrent has infohashes of its own, for pieces now begin with files: a hybrid does
not join the swarm of the torrent that it was made of.";
    const EXAMPLES: &'static str =
        "$ mkdir d && seq 5000 > d/a && decent torrent new --v1 d -o old > log
$ decent torrent convert --v2 old d -o new
v2:32c726f162240b138342d49a71275468099c2ac020302b1c851e332875d5dc23  d
$ echo more >> d/a && decent torrent convert old d -o new
d/a: LONG (23898 bytes, wanted 23893)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let input = cx.anchor("torrent", &self.old)?;
        let opened = torrents::open(cx, input).map_err(|fail| of_torrent(fail, &self.old))?;
        let old = &opened.torrent;
        let mut found = content::find(cx, &self.data, old.info())?;
        let engine = content::engine(cx, &self.data)?;
        if let Content::Input(input) = &mut found {
            if old.info().layout() == Layout::Folder {
                return Err(Fail::usage(
                    "DATA must be the torrent's folder, for it is read twice",
                ));
            }
            input.source().map_err(|error| error.of("data"))?;
        }
        let watch = cx.watch(Some(old.info().size()));
        let verified = judged(old, &mut found, engine, &watch)?;
        drop(watch);
        let mut right = true;
        for finding in verified.findings() {
            if finding.outcome != Outcome::Ok {
                right = false;
                tell(cx, old.info(), &finding, &[])?;
            }
        }
        if !right {
            return Ok(Verdict::Yes);
        }
        let mut draft = self.draft(old)?;
        let watch = cx.watch(Some(old.info().size()));
        match found {
            Content::Folder(dir) if old.info().layout() == Layout::Folder => {
                let scan = Scan::of(old.info(), &dir)?;
                from_folder(&mut draft, &dir, scan, engine, &watch)?;
            }
            Content::Folder(dir) => {
                let (file, _) = dir.open_file(old.info().name())?;
                let source = decent::source::Source::from_file(file)?;
                from_file(&mut draft, &source, engine, &watch)?;
            }
            Content::Input(mut input) => from_file(&mut draft, input.source()?, engine, &watch)?,
        }
        drop(watch);
        let bytes = draft.encode();
        let torrent = Torrent::parse(&bytes, engine)?;
        let mut made = cx.create(&self.create, true)?;
        made.put(&bytes)?;
        made.finish()?;
        for record in hash_records(torrent.hash(), cx.json()) {
            cx.emit(&record.name(torrent.info().name()))?;
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// What the old torrent says besides its content.
    fn draft(&self, old: &Torrent) -> Result<Draft, Fail> {
        let info = old.info();
        let versions = if self.v2 {
            Versions::V2
        } else {
            Versions::Hybrid
        };
        let piece = match self.piece {
            Some(piece) => {
                PieceLength::v2(piece.0).map_err(|error| Fail::from(error).named("--piece"))?
            }
            None => PieceLength::v2(info.piece().bytes()).unwrap_or(piece_for(info.size())),
        };
        let mut draft = Draft::new(info.name().to_vec(), piece, versions, info.layout());
        draft.private = info.private();
        draft.source = info.source().map(<[u8]>::to_vec);
        draft.outer = old.outer().clone();
        Ok(draft)
    }
}
