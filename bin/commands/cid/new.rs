//! `cid new`: the IDs of files, streams and folders.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::cid::file::Work;
use decent::cid::import::{Import, OnBlock};
use decent::cid::kinds::{Id, Kind, Wanted};
use decent::cid::params::{self, Links, V0_2015, V1_2025};
use decent::cid::{multihash, narrate};
use decent::codec::multibase::Base;
use decent::seen::{Known, Seen};
use decent::watch::Watch;

use crate::commands::Tool;
use crate::content::folder;
use crate::cx::{Cx, Teller};
use crate::fail::Fail;
use crate::imports::{Knobs, USUAL, base, profiles, status, with_params};
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The profile or preset, or several with commas between
    #[arg(short, long, value_name = "PROFILE", value_delimiter = ',', value_parser = profiles(), default_value = "unixfs-v1-2025")]
    profile: Vec<String>,
    /// The kind of ID, or several with commas between
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = Kind::NAMES.map(|(name, _)| name))]
    kind: Vec<String>,
    /// Every kind that the content has, from one read
    #[arg(long, conflicts_with_all = ["kind", "profile"])]
    all: bool,
    /// Take folders, with all that is below
    #[arg(short, long)]
    recursive: bool,
    /// The base in which CIDs are written
    #[arg(long, value_name = "BASE")]
    base: Option<String>,
    #[command(flatten)]
    knobs: Knobs,
    /// Files, and with -r folders; none, or `-`, is standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints the content ID of files, streams and folders: what `ipfs add` would name them, without a
daemon, a repository or a network. The profile decides; unixfs-v1-2025 and unixfs-v0-2015 are those
of IPIP-499, kubo-v1, helia and storacha what those programs do by themselves, and each knob can be
turned by itself. Other kinds of ID come from the same read: raw (one block), git, swhid, nar, sri,
oci, ni, gitoid, digest. Holes of sparse files are not read.";
    const EXAMPLES: &'static str = "$ printf 'hello world' | decent cid new
bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e  -
$ printf 'hello world' > hello && decent cid new -p unixfs-v0-2015 hello
Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD  hello
$ decent cid new --kind git,swhid,sri hello
95d09f2b10159347eece71399a7e2e907ea3df4f  git-sha1  hello
swh:1:cnt:95d09f2b10159347eece71399a7e2e907ea3df4f  swhid  hello
sha256-uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=  sri  hello
$ mkdir d && cp hello d && decent cid new -r d
bafybeiho2yad2oitx4vlwofrpvvkqiiuh3suzojwebcgxwtmjnigahanz4  d";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let asked = self.asked()?;
        for path in Cx::files(self.paths.clone()) {
            if let Err(fail) = self.one(cx, &path, &asked) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

/// What is wanted of every path.
struct Asked {
    wanted: Vec<Wanted>,
    base: Base,
}

impl Args {
    fn asked(&self) -> Result<Asked, Fail> {
        let base = base(self.base.as_deref())?.unwrap_or(USUAL);
        let hash = self.knobs.hash()?;
        let mut wanted = Vec::new();
        if self.all {
            for profile in ["unixfs-v1-2025", "unixfs-v0-2015", "kubo-v1"] {
                wanted.push(Wanted::unixfs(self.knobs.params(profile)?));
            }
            for (kind, hash) in ALL {
                wanted.push(Wanted::of(*kind, *hash, V1_2025)?);
            }
        } else {
            let kinds: &[String] = if self.kind.is_empty() {
                &["unixfs".into()]
            } else {
                &self.kind
            };
            for name in kinds {
                let known = Kind::NAMES.iter().find(|(known, _)| known == name);
                let kind = known.map_or(Kind::Unixfs, |(_, kind)| *kind);
                if kind != Kind::Unixfs {
                    let wanted_one = Wanted::of(kind, hash, V1_2025).map_err(|e| e.of("--hash"))?;
                    wanted.push(wanted_one);
                    continue;
                }
                for profile in &self.profile {
                    wanted.push(Wanted::unixfs(self.knobs.params(profile)?));
                }
            }
        }
        Ok(Asked { wanted, base })
    }

    fn one(&self, cx: &mut Cx, path: &Path, asked: &Asked) -> Result<(), Fail> {
        let name = bytes_of(path);
        if name != b"-" && path.is_dir() {
            return self.folder(cx, path, asked);
        }
        let mut input = cx.subject("", path)?;
        let engine = cx.engine()?;
        let watch = cx.watch(input.len());
        let mut on = |_: usize, _: &decent::cid::Cid, _: &[u8]| Ok(());
        let work = Work {
            engine,
            watch: &watch,
        };
        let mut import = Import::new(&asked.wanted, work, &mut on);
        if watch.narrates() {
            input.source()?;
        }
        let ids = if input.len().is_none() && import.takes_streams() {
            import.stream(&mut *input.reader())?
        } else {
            import.file(input.source()?, status(path))?
        };
        if watch.narrates() {
            let unixfs = asked.wanted.iter().filter(|one| one.kind == Kind::Unixfs);
            for one in unixfs {
                narrate::file(input.source()?, &one.params, &watch)?;
            }
        }
        drop(watch);
        tell(cx, &ids, asked, name)
    }

    fn folder(&self, cx: &mut Cx, path: &Path, asked: &Asked) -> Result<(), Fail> {
        if !self.recursive {
            let error = decent::Error::new(decent::error::slug::NOT_A_FILE, "a file", "a folder");
            return Err(Fail::from(error)
                .named(bytes_of(path))
                .hint("give -r to take folders"));
        }
        let of_folders = asked
            .wanted
            .iter()
            .filter(|one| one.kind.of_folders())
            .copied();
        let of_folders: Vec<_> = of_folders.collect();
        if of_folders.is_empty() {
            let kinds: Vec<_> = asked.wanted.iter().map(|one| one.kind.name()).collect();
            return Err(Fail::usage(format!(
                "a folder has no ID of kind {}",
                kinds.join(", ")
            )));
        }
        let watch = cx.watch(None);
        let mut folders = narrate::Folders::default();
        let ids = walk(cx, path, &of_folders, &watch, &mut |_, cid, block| {
            if watch.narrates() {
                folders.take(cid, block);
            }
            Ok(())
        })?;
        let roots = ids.iter().zip(&of_folders);
        for root in roots.filter_map(|(id, one)| id.as_ref()?.cid(one)) {
            folders.tell(&root, &watch);
        }
        drop(watch);
        let asked = Asked {
            wanted: of_folders,
            base: asked.base,
        };
        tell(cx, &ids, &asked, bytes_of(path))
    }
}

/// What `--all` gives besides CIDs.
const ALL: &[(Kind, Option<u64>)] = &[
    (Kind::Raw, None),
    (Kind::Digest, None),
    (Kind::Git, None),
    (Kind::Git, Some(multihash::SHA2_256)),
    (Kind::Swhid, None),
    (Kind::Nar, None),
    (Kind::Sri, None),
    (Kind::Oci, None),
    (Kind::Ni, None),
    (Kind::Gitoid, None),
    (Kind::Gitoid, Some(multihash::SHA2_256)),
];

/// The IDs of a folder: in one read those that treat links alike.
pub(crate) fn walk(
    cx: &Cx,
    path: &Path,
    wanted: &[Wanted],
    watch: &Teller,
    on: OnBlock<'_>,
) -> Result<Vec<Option<Id>>, Fail> {
    let mut ids = vec![None; wanted.len()];
    for follow in [false, true] {
        let here = wanted
            .iter()
            .enumerate()
            .filter(|(_, one)| follows(one) == follow);
        let (numbers, here): (Vec<usize>, Vec<Wanted>) = here.map(|(at, one)| (at, *one)).unzip();
        if here.is_empty() {
            continue;
        }
        let mut renumbered = |which: usize, cid: &_, block: &[u8]| {
            on(numbers.get(which).copied().unwrap_or(which), cid, block)
        };
        let found = alike(cx, path, &here, watch, &mut renumbered, None)?;
        for (number, id) in numbers.into_iter().zip(found) {
            ids[number] = id;
        }
    }
    Ok(ids)
}

/// The IDs of a folder, all of which treat links alike. Files that are as they were when they were
/// `seen` are not read where one alone is wanted.
pub(crate) fn alike<'a>(
    cx: &Cx,
    path: &Path,
    wanted: &'a [Wanted],
    watch: &'a Teller,
    on: OnBlock<'a>,
    seen: Option<(&'a mut Seen, Known<'a>)>,
) -> Result<Vec<Option<Id>>, Fail> {
    let dir = folder(path)?;
    let work = Work {
        engine: crate::content::engine(cx, path)?,
        watch,
    };
    let follow = wanted.iter().any(follows);
    let mut import = Import::new(wanted, work, on);
    import.seen = seen;
    import.folder(&dir, follow).map_err(|error| {
        let below = String::from_utf8_lossy(&import.at).into_owned();
        let whole = path.join(below.trim_end_matches('/'));
        Fail::from(error).named(bytes_of(&whole))
    })
}

fn follows(one: &Wanted) -> bool {
    one.kind == Kind::Unixfs && one.params.links == Links::Follow
}

fn tell(cx: &mut Cx, ids: &[Option<Id>], asked: &Asked, name: &[u8]) -> Result<(), Fail> {
    let several = asked.wanted.len() > 1;
    for (id, one) in ids.iter().zip(&asked.wanted) {
        let Some(id) = id else { continue };
        let text = id.text(one, asked.base);
        let key = if id.cid(one).is_some() { "cid" } else { "id" };
        let record = Record::value(key, text).name(name);
        let record = if several {
            record.detail("kind", one.label())
        } else {
            record.field("kind", one.kind.name())
        };
        let record = match id {
            Id::Node(node) => {
                let record = record.aside("size", node.size.to_string());
                with_params(
                    record.aside("dag_size", node.tsize.to_string()),
                    &one.params,
                )
            }
            Id::Digest(..) => record.aside("hash", multihash::name(one.hash)),
        };
        cx.emit(&record)?;
    }
    Ok(())
}

/// The profile that is meant where none is told: by the version of a CID.
pub(crate) fn usual_for(version: decent::cid::Version) -> params::Params {
    if version == decent::cid::Version::V0 {
        V0_2015
    } else {
        V1_2025
    }
}
