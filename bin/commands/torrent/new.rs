//! `torrent new`: a torrent of a file, a folder or a stream.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::{hex, time};
use decent::error::{Error, slug};
use decent::feed;
use decent::torrent::{
    Choice, Draft, HELD_MOST, Layout, Magnet, PieceLength, Scan, Symlinks, Torrent, Versions,
    first_piece, from_file, from_folder, from_stream, narrate, piece_for,
};
use decent::watch::Watch;

use crate::args::{Create, Size};
use crate::commands::Tool;
use crate::content;
use crate::cx::{Cx, Made};
use crate::fail::Fail;
use crate::report::{Record, bytes_of};
use crate::torrents::{Opened, hash_records};

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum Links {
    /// A link is listed as itself, with where it leads (BEP 47)
    Keep,
    /// A link to a file counts as that file, one to a folder is passed over
    Follow,
    /// Every link is passed over
    Skip,
}

#[derive(clap::Args)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(crate) struct Args {
    /// Version 1 alone: SHA-1 over pieces of all files
    #[arg(long, group = "versions")]
    v1: bool,
    /// Version 2 alone: a tree of SHA-256 for each file
    #[arg(long, group = "versions")]
    v2: bool,
    /// Both versions over the same files; the default
    #[arg(long, group = "versions")]
    hybrid: bool,
    /// Bytes of a piece; without it at most 2048 pieces of 16 KiB to 16 MiB, 1 MiB for a stream
    #[arg(long, value_name = "SIZE")]
    piece: Option<Size>,
    /// The name of the file or folder that is made of it
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// A tracker; a comma joins those of one tier, a new option begins the next tier
    #[arg(long, value_name = "URL[,URL]")]
    announce: Vec<String>,
    /// A URL that serves the files (BEP 19)
    #[arg(long, value_name = "URL")]
    webseed: Vec<String>,
    /// A URL that serves pieces (BEP 17)
    #[arg(long, value_name = "URL")]
    http_seed: Vec<String>,
    /// A node of the distributed table (BEP 5)
    #[arg(long, value_name = "HOST:PORT")]
    node: Vec<String>,
    /// Only its trackers may tell of peers (BEP 27)
    #[arg(long)]
    private: bool,
    /// A word that makes the infohash one's own
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    /// Words about the torrent
    #[arg(long, value_name = "TEXT")]
    comment: Option<String>,
    /// When it was made: RFC 3339, or seconds since 1970
    #[arg(long, value_name = "TIME")]
    date: Option<String>,
    /// The program that made it
    #[arg(long, value_name = "TEXT")]
    created_by: Option<String>,
    /// The infohash of a torrent that has files in common (BEP 38)
    #[arg(long, value_name = "HEX")]
    similar: Vec<String>,
    /// A collection that it belongs to (BEP 38)
    #[arg(long, value_name = "NAME")]
    collection: Vec<String>,
    /// Where a newer torrent can be had (BEP 39)
    #[arg(long, value_name = "URL")]
    update_url: Option<String>,
    /// What is done about symbolic links inside a folder
    #[arg(long, value_name = "HOW", default_value = "follow")]
    symlinks: Links,
    /// Names that begin with a dot too
    #[arg(long)]
    hidden: bool,
    /// What systems leave in folders too: Thumbs.db, .`DS_Store`
    #[arg(long)]
    junk: bool,
    /// Without what the .gitignore files in the folder leave out
    #[arg(long)]
    gitignore: bool,
    /// Without what GLOB matches, as in a .gitignore
    #[arg(long, value_name = "GLOB")]
    ignore: Vec<String>,
    /// Of the files only those that GLOB matches
    #[arg(long, value_name = "GLOB")]
    glob: Vec<String>,
    /// Tell what can be run and what is hidden (BEP 47)
    #[arg(long)]
    attributes: bool,
    /// Of version 1: begin a piece with every file, as hybrids do
    #[arg(long, requires = "v1")]
    align: bool,
    /// Take names that are no UTF-8, their wrong bytes replaced
    #[arg(long)]
    lossy: bool,
    /// Print the magnet link too
    #[arg(long)]
    magnet: bool,
    #[command(flatten)]
    create: Create,
    /// The file or folder; none, or `-`, is standard input
    #[arg(value_name = "PATH", default_value = "-")]
    path: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Makes a torrent, by default one that both old and new programs can use. Equal content gives equal
bytes: files stand in the order of the tree, there is no date and no name of a program unless
asked for. Hidden files and what systems leave in folders are passed over. Prints the infohashes
and the name.";
    const EXAMPLES: &'static str = "$ mkdir d && seq 5000 > d/a && seq 9000 > d/b
$ decent torrent new d -o d.torrent
v1:46f1635b57c3c4c21d5096d1b7f95ec56af86d96  d
v2:1e8a33614b2a1f5eddbc0e5f241560992414ad3459ca4790b54206aa34da9b8e  d
$ decent torrent verify d.torrent d
d/a: OK
d/b: OK
$ seq 100000 | decent torrent new --v2 --name numbers -o n.torrent
v2:fdb3767304a8bbc9809343ab188a87349d88548ceca4f0bcfdb0bca88e5ff19b  numbers";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let mut draft = self.draft()?;
        let explained = if self.path.is_dir() && bytes_of(&self.path) != b"-" {
            self.folder(cx, &mut draft)?;
            None
        } else {
            self.file(cx, &mut draft)?
        };
        let bytes = draft.encode();
        // What is written is read again by the strict reader first.
        let torrent = Torrent::parse(&bytes, cx.engine()?)?;
        let mut made = cx.create(&self.create, true)?;
        made.put(&bytes)?;
        let in_file = matches!(made, Made::File(_));
        made.finish()?;
        let hash = torrent.hash();
        for record in hash_records(hash, cx.json()) {
            let record = record.name(&draft.name);
            let info = torrent.info();
            let record = record
                .aside("piece_length", info.piece().bytes())
                .aside("pieces", info.piece_count())
                .aside("files", info.files().count())
                .aside("size", info.size().to_string());
            cx.emit(&record)?;
        }
        if self.magnet {
            let link = Magnet::of(&torrent).to_string();
            cx.emit(&Record::value("magnet", link).name(&draft.name))?;
        }
        let watch = cx.watch(None);
        if watch.narrates() {
            if let Some(first) = &explained {
                first_piece(first, &draft, &watch);
            }
            if let Some(output) = self.create.output.as_deref().filter(|_| in_file) {
                cx.about(bytes_of(output));
            }
            narrate::parts(&bytes, &torrent, &watch)?;
            let opened = Opened {
                name: Vec::new(),
                bytes,
                torrent,
                as_it_stands: in_file,
            };
            opened.hashes().iter().for_each(|step| watch.step(step));
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    fn versions(&self) -> Versions {
        match (self.v1, self.v2) {
            (true, _) => Versions::V1,
            (_, true) => Versions::V2,
            _ => Versions::Hybrid,
        }
    }

    /// The piece length that is asked for, or one for so many bytes.
    fn piece(&self, size: Option<u64>) -> Result<PieceLength, Fail> {
        let asked = self.piece.map(|piece| match self.versions() {
            Versions::V1 => PieceLength::v1(piece.0),
            _ => PieceLength::v2(piece.0),
        });
        let known = || size.map_or(PieceLength::DEFAULT, piece_for);
        let piece = asked.unwrap_or_else(|| Ok(known()));
        piece.map_err(|error| Fail::from(error).named("--piece"))
    }

    /// All that does not depend on the content.
    fn draft(&self) -> Result<Draft, Fail> {
        let piece = self.piece(None)?;
        let mut draft = Draft::new(self.name()?, piece, self.versions(), Layout::Single);
        draft.pads = self.align;
        draft.private = self.private;
        let bytes = |text: &String| text.clone().into_bytes();
        draft.source = self.source.as_ref().map(bytes);
        draft.similar = self
            .similar
            .iter()
            .map(|hash| similar(hash))
            .collect::<Result<_, _>>()?;
        draft.collections = self.collection.iter().map(bytes).collect();
        draft.update_url = self.update_url.as_ref().map(bytes);
        let tier = |tier: &String| tier.split(',').map(|url| url.as_bytes().to_vec()).collect();
        draft.outer.trackers = self.announce.iter().map(tier).collect();
        draft.outer.web_seeds = self.webseed.iter().map(bytes).collect();
        draft.outer.http_seeds = self.http_seed.iter().map(bytes).collect();
        draft.outer.nodes = self
            .node
            .iter()
            .map(|node| host_port(node))
            .collect::<Result<_, _>>()?;
        draft.outer.comment = self.comment.as_ref().map(bytes);
        draft.outer.created_by = self.created_by.as_ref().map(bytes);
        let date = self.date.as_deref().map(time::read).transpose();
        draft.outer.date = date.map_err(|error| Fail::from(error).named("--date"))?;
        Ok(draft)
    }

    /// The name that is asked for, or the last one of the path.
    fn name(&self) -> Result<Vec<u8>, Fail> {
        let name = match &self.name {
            Some(name) => name.clone().into_bytes(),
            None if bytes_of(&self.path) == b"-" => b"stdin".to_vec(),
            None => last_name(&self.path).unwrap_or_else(|| b"root".to_vec()),
        };
        let text = String::from_utf8_lossy(&name);
        if text.as_bytes() != name && !self.lossy {
            let wanted = "a name in UTF-8, which all clients can read";
            let error = Error::new(slug::NAME_NOT_UTF8, wanted, format!("{text:?}"));
            return Err(Fail::from(error).hint("give --name NAME, or --lossy"));
        }
        Ok(text.into_owned().into_bytes())
    }

    fn choice(&self) -> Choice {
        Choice {
            symlinks: match self.symlinks {
                Links::Keep => Symlinks::Keep,
                Links::Follow => Symlinks::Follow,
                Links::Skip => Symlinks::Skip,
            },
            hidden: self.hidden,
            junk: self.junk,
            gitignore: self.gitignore,
            ignore: self.ignore.clone(),
            only: self.glob.clone(),
            lossy: self.lossy,
            attributes: self.attributes,
        }
    }

    fn folder(&self, cx: &mut Cx, draft: &mut Draft) -> Result<(), Fail> {
        self.outside()?;
        let named = |error: Error| Fail::from(error).named(bytes_of(&self.path));
        let dir = content::folder(&self.path)?;
        let scan = Scan::folder(&dir, &self.choice()).map_err(named)?;
        draft.piece = self.piece(Some(scan.size()))?;
        let passed: Vec<_> = scan
            .passed
            .iter()
            .map(|(why, n)| format!("{n} {why}"))
            .collect();
        if !passed.is_empty() {
            cx.note(&format!("passed over: {}", passed.join(", ")));
        }
        let watch = cx.watch(Some(scan.size()));
        let engine = content::engine(cx, &self.path)?;
        from_folder(draft, &dir, scan, engine, &watch).map_err(named)
    }

    /// Hashes a file or a stream; of a file what can be told of it.
    fn file(&self, cx: &mut Cx, draft: &mut Draft) -> Result<Option<Vec<u8>>, Fail> {
        let mut input = cx.subject("", &self.path)?;
        let length = input.len();
        draft.piece = self.piece(length)?;
        let watch = cx.watch(length);
        let engine = content::engine(cx, &self.path)?;
        match input.feed() {
            feed::Input::Stream(stream) => {
                from_stream(draft, stream, engine, &watch)?;
                Ok(None)
            }
            feed::Input::At(source, _) => {
                from_file(draft, source, engine, &watch)?;
                self.same_length(source.len())?;
                let piece = draft.piece.bytes();
                if watch.narrates() && piece <= HELD_MOST {
                    let first = source.window(0..source.len().min(piece))?;
                    return Ok(Some(first.into_owned()));
                }
                Ok(None)
            }
        }
    }

    /// An error if the file is longer now than when it was opened.
    fn same_length(&self, before: u64) -> Result<(), Fail> {
        let now = std::fs::metadata(&self.path)
            .ok()
            .filter(std::fs::Metadata::is_file);
        if now.is_some_and(|now| now.len() > before) && bytes_of(&self.path) != b"-" {
            let words = "the file became longer while it was read";
            return Err(Error::new(slug::FILE_GREW, "", words).into());
        }
        Ok(())
    }

    /// Refuses a torrent in the folder that it is made of: the next one would hold it.
    fn outside(&self) -> Result<(), Fail> {
        let Some(output) = self
            .create
            .output
            .as_deref()
            .filter(|path| bytes_of(path) != b"-")
        else {
            return Ok(());
        };
        let folder = match output.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let inside = match (folder.canonicalize(), self.path.canonicalize()) {
            (Ok(folder), Ok(path)) => folder.starts_with(path),
            _ => false,
        };
        if inside {
            let wanted = "an output outside of the folder that the torrent is made of";
            let error = Error::new(slug::OUTPUT_INSIDE, wanted, "one inside");
            return Err(Fail::from(error).named(bytes_of(output)));
        }
        Ok(())
    }
}

/// The last name of a path, of the folder that it leads to where it ends in `.` or `..`.
fn last_name(path: &Path) -> Option<Vec<u8>> {
    let name = |name: &OsStr| name.as_bytes().to_vec();
    match path.file_name() {
        Some(last) => Some(name(last)),
        None => path.canonicalize().ok()?.file_name().map(name),
    }
}

fn similar(text: &str) -> Result<Vec<u8>, Fail> {
    let hash = hex::decode(text).map_err(|error| Fail::from(error).named("--similar"))?;
    if [20, 32].contains(&hash.len()) {
        return Ok(hash);
    }
    let found = format!("{}", text.len());
    let error = Error::new(slug::OUT_OF_RANGE, "40 or 64 hex digits", found);
    Err(Fail::from(error).named("--similar"))
}

fn host_port(text: &str) -> Result<(Vec<u8>, u16), Fail> {
    let parted = text.rsplit_once(':');
    let parsed = parted.and_then(|(host, port)| Some((host, port.parse().ok()?)));
    match parsed.filter(|(host, _)| !host.is_empty()) {
        Some((host, port)) => {
            let bare = host
                .strip_prefix('[')
                .and_then(|host| host.strip_suffix(']'));
            Ok((bare.unwrap_or(host).as_bytes().to_vec(), port))
        }
        None => Err(Fail::usage(format!("--node {text:?}: give HOST:PORT"))),
    }
}
