//! `car verify`: whether an archive is what it says.

use std::ffi::OsString;
use std::path::PathBuf;

use decent::Verdict;
use decent::car::scope::{self, Scope, Selection};
use decent::car::{Archive, Store, verify};
use decent::cid::Cid;
use decent::error::{Kind, slug};
use decent::watch::{Step, Watch};

use crate::archives::{open, path_bytes, trusted};
use crate::args::ByteRange;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The root that is trusted; without it those that the archive names
    #[arg(long, value_name = "CID")]
    root: Vec<String>,
    /// Of a partial archive: this path below the root
    #[arg(long, value_name = "P")]
    path: Option<OsString>,
    /// Of a partial archive: these bytes of the file at the path
    #[arg(long, value_name = "A:B")]
    range: Option<ByteRange>,
    /// How much behind the path: block, entity or all
    #[arg(long, value_name = "SCOPE", value_parser = ["block", "entity", "all"])]
    scope: Option<String>,
    /// Chunks may be missing, as `car new --no-leaves` makes it
    #[arg(long)]
    no_leaves: bool,
    /// Zeros where a section should begin are the end
    #[arg(long)]
    zero_eof: bool,
    /// The archive; none, or `-`, is standard input
    #[arg(value_name = "F", default_value = "-")]
    archive: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Hashes every block against its ID, and follows every link below the roots: nothing may be missing,
and nothing may lie about sizes, shards or names. With --path, --range or --scope only the blocks that
prove that part have to be there, as in what a trustless gateway sends. The index of a CARv2 is never
trusted; a wrong one is said. The time is linear in blocks, whatever they claim to hold.";
    const EXAMPLES: &'static str =
        "$ seq 100000 > data && decent car new --chunker size-65536 data -o data.car > root
$ decent car verify data.car
data.car: OK (10 blocks)
$ decent car split -q --range 0:9 data.car -o part.car > log
$ decent car verify --range 0:9 part.car
part.car: OK (2 blocks)
$ decent car verify part.car | cut -c-46
part.car: FAILED (8 blocks are missing, the fi
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let roots = self
            .root
            .iter()
            .map(|text| trusted(text))
            .collect::<Result<Vec<_>, _>>()?;
        let mut input = open(cx, &self.archive)?;
        let engine = cx.engine()?;
        let watch = cx.watch(input.len());
        let mut archive = Archive::open(input.source()?)?;
        archive.zero_eof = self.zero_eof;
        let blocks = verify::blocks(&archive, engine, &watch)?;
        if watch.narrates() {
            let why = "each block is hashed, many at once, and held against its ID";
            let step = Step::new("blocks", why)
                .value("count", blocks.count)
                .value("bytes", blocks.bytes);
            watch.step(&step.value("wrong", blocks.bad_count));
        }
        let mut verdict = Verdict::Yes;
        if let Some((at, cid)) = blocks.bad.first() {
            let words = format!(
                "{} of {} blocks are wrong, the first {cid} at byte {at}",
                blocks.bad_count, blocks.count
            );
            verdict = Verdict::No(words.into());
        } else {
            let roots = if roots.is_empty() {
                archive.roots.clone()
            } else {
                roots
            };
            if roots.is_empty() {
                verdict = Verdict::Unknown("it has no root".into());
            }
            let store = Store::of(archive.clone(), engine)?;
            for root in &roots {
                verdict = verdict.and(self.judge(&store, root, &watch)?);
            }
        }
        if let Some(why) = verify::index(&archive)? {
            cx.note(&format!("the index is wrong, and not used: {why}"));
        }
        drop(watch);
        let record = Record::verdict(&verdict).name(bytes_of(&self.archive));
        let record = record.told(&format!("{} blocks", blocks.count));
        let record = record
            .aside("blocks", blocks.count.to_string())
            .aside("bytes", blocks.bytes.to_string());
        cx.emit(&record)?;
        Ok(verdict)
    }
}

impl Args {
    /// What holds of all below a root, or of the part that is asked for.
    fn judge(&self, store: &Store<'_>, root: &Cid, watch: &dyn Watch) -> Result<Verdict, Fail> {
        let ended = if self.path.is_some() || self.range.is_some() || self.scope.is_some() {
            self.part(store, root, watch).map(|()| Verdict::Yes)
        } else {
            self.whole(store, root, watch)
        };
        match ended {
            Ok(verdict) => Ok(verdict),
            Err(error) if error.slug.kind == Kind::Wrong => {
                Ok(Verdict::No(error.to_string().into()))
            }
            Err(error) => Err(error.into()),
        }
    }

    fn whole(&self, store: &Store<'_>, root: &Cid, watch: &dyn Watch) -> decent::Result<Verdict> {
        let below = verify::below(store, root, watch)?;
        if watch.narrates() {
            let why =
                "every link is followed once, and what a block says of those below is checked";
            let step = Step::new("links", why)
                .value("root", root)
                .value("blocks", below.blocks);
            watch.step(&step.value("missing", below.missing_count));
        }
        let leaf =
            |cid: &Cid| cid.codec() == decent::cid::RAW || cid.codec() == decent::cid::DAG_PB;
        let allowed = self.no_leaves && below.blocks > 0 && below.missing.iter().all(leaf);
        match below.missing.first() {
            Some(first) if !allowed => {
                let count = below.missing_count;
                let words = match count {
                    1 => format!("a block is missing: {first}"),
                    _ => format!("{count} blocks are missing, the first {first}"),
                };
                Ok(Verdict::No(words.into()))
            }
            _ => Ok(Verdict::Yes),
        }
    }

    fn part(&self, store: &Store<'_>, root: &Cid, watch: &dyn Watch) -> decent::Result<()> {
        let path = path_bytes(self.path.clone());
        if self.range.is_some() {
            scope::only_of_files(store, root, &path)?;
        }
        let selection = Selection {
            root,
            path: &path,
            scope: scope_of(self.scope.as_deref(), self.range),
        };
        let mut count = 0;
        scope::visit(store, &selection, &mut |_, _| {
            count += 1;
            if watch.stopped() {
                return Err(decent::Error::new(slug::STOPPED, "", "stopped"));
            }
            Ok(())
        })?;
        if watch.narrates() {
            let why = "the blocks on the way, and those of the part: all have to be there";
            watch.step(
                &Step::new("part", why)
                    .value("root", root)
                    .value("blocks", count),
            );
        }
        Ok(())
    }
}

/// How much behind a path is meant: with a range its bytes, else all unless told otherwise.
pub(crate) fn scope_of(name: Option<&str>, range: Option<ByteRange>) -> Scope {
    let range = range.map_or(0..u64::MAX, |range| {
        range.start..range.end.unwrap_or(u64::MAX)
    });
    match (name, range) {
        (Some("block"), _) => Scope::Block,
        (Some("entity"), range) => Scope::Entity(range),
        (None, range) if range != (0..u64::MAX) => Scope::Entity(range),
        _ => Scope::All,
    }
}
