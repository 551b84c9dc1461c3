//! `torrent list`: the files of a torrent.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::torrent::{File, Info, Layout};
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;
use crate::torrents;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// List pads too, which fill up pieces and are no files
    #[arg(long)]
    pads: bool,
    /// The torrent; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints size and path of each file, in the order of the torrent. Links show where they lead. With
--json: the number of the file (as `torrent magnet --select` counts), its pieces and, of version
2, its root, a line each.";
    const EXAMPLES: &'static str = "$ printf 'd4:infod5:filesld6:lengthi5e4:pathl1:a1:beed6:lengthi7e4:pathl1:ceee4:name3:dir' > t
$ printf '12:piece lengthi16384e6:pieces20:%020dee' 0 >> t
$ decent torrent list t
           5  dir/a/b
           7  dir/c";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let path = self.file.unwrap_or_else(|| PathBuf::from("-"));
        let input = cx.subject("", &path)?;
        let opened = torrents::open(cx, input)?;
        let info = opened.torrent.info();
        let watch = cx.watch(None);
        if watch.narrates() {
            watch.step(&told(info));
        }
        let entries = info.entries().iter().enumerate();
        for (number, file) in entries.filter(|(_, file)| self.pads || !file.is_pad()) {
            let row = row(info, number, file);
            let path = path_of(info, file);
            let row = match file.target().map(decent::torrent::FilePath::as_bytes) {
                Some(target) if cx.json() => row.bytes("target", target).name(&path),
                Some(target) => row.name(&[&path, &b" -> "[..], target].concat()),
                None => row.name(&path),
            };
            cx.emit(&row)?;
        }
        Ok(Verdict::Yes)
    }
}

fn path_of(info: &Info, file: &File) -> Vec<u8> {
    let mut path = match info.layout() {
        Layout::Single => Vec::new(),
        Layout::Folder => [info.name(), b"/"].concat(),
    };
    path.extend_from_slice(file.path().as_bytes());
    path
}

fn row(info: &Info, number: usize, file: &File) -> Record {
    let pieces = file.pieces(info.piece());
    let row = Record::row()
        .cell("size", file.length(), 12)
        .aside("index", number)
        .aside("offset", file.offset())
        .aside("first_piece", pieces.start)
        .aside("pieces", pieces.end - pieces.start);
    let letters = file.attributes().letters();
    let row = if letters.is_empty() {
        row
    } else {
        row.aside("attributes", letters)
    };
    match file.root() {
        Some(root) => row.aside("root", hex::encode(&root)),
        None => row,
    }
}

fn told(info: &Info) -> Step {
    let why = "files stand one behind the other, in this order, and are cut into pieces";
    Step::new("files", why)
        .value("versions", info.versions().name())
        .value("entries", info.entries().len())
        .value("bytes", info.span())
        .value("piece length", info.piece().bytes())
        .value("pieces", info.piece_count())
}
