//! `dag commit`: a version of a folder.

use std::cell::RefCell;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::car::write::Writer;
use decent::cid::multihash;
use decent::cid::{Cid, GIT_RAW};
use decent::codec::hex;
use decent::dag::commit::Commit;
use decent::dag::merge::alike;
use decent::dag::path;
use decent::dag::store::Opened;
use decent::error::{Error, slug};
use decent::key::SecretKey;
use decent::watch::{Step, Watch};

use crate::args::Create;
use crate::commands::Tool;
use crate::commands::car::new::Sink;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::report::{Record, bytes_of};
use crate::snapshots::{By, Form, Memory, Snapshot};
use crate::stores::{Writing, Written, create, named, not_there, outside, there};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The archive that the version is added to, and made where it is not there; without it all
    /// blocks go out as an archive of their own
    #[arg(long, value_name = "F.car", conflicts_with = "output")]
    store: Option<PathBuf>,
    /// Why
    #[arg(short, long, value_name = "TEXT")]
    message: String,
    /// The version that it goes on from, without it HEAD; given again, it is a merge
    #[arg(long, value_name = "CID")]
    parent: Vec<OsString>,
    /// Also where nothing changed
    #[arg(long)]
    allow_empty: bool,
    /// Read every file, also those that are as they were to all appearance
    #[arg(long)]
    reread: bool,
    #[command(flatten)]
    by: By,
    #[command(flatten)]
    form: Form,
    #[command(flatten)]
    create: Create,
    /// The folder
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Keeps a version of a folder in an archive of blocks, as git does it, and prints its ID. Only blocks
that the archive lacks are added, those below before those above, and the version last; all is
synced, and then the root of the archive (HEAD) is overwritten in place. A crash at any time leaves
the old version or the new one. Files whose length and times are as they were at the last commit are
not read again: F.car.seen beside the archive remembers them. What is called .git is left out wherever
it stands, so a repository within the folder is kept as a plain folder; no .gitignore is read. With
--format git the blocks are git's own, and so are the IDs. Without --store an archive of the version
goes to standard output or -o.";
    const EXAMPLES: &'static str = "$ mkdir d && seq 9 > d/a && seq 99999 > d/b
$ decent dag commit --store d.car -m first --author 'Anna <a@example.org>' --date 1700000000 d
bafyreibnvhv7jhp6voeenmafrjyvv4ubunf2nxssmklx6muq3xohpv7vtu  d
$ seq 8 > d/a
$ decent dag commit --store d.car -m second --author 'Anna <a@example.org>' --date 1700000060 d
bafyreicphonrt25bddfjrf4jvpqoov3j7cps5rsrwqpckobmh73mfdu6ci  d
$ decent dag diff --store d.car
a: CHANGED (bytes 16:18)
[1]
$ decent dag commit -m bundle --date 0 --format git d | decent dag log --store -
baf4bcfhbme4flsf7cenvpffvrgcwfneditbczza  e1613855c8bf111b5794b5898562b48344c22ce4  d
baf4bcfhbme4flsf7cenvpffvrgcwfneditbczza  1970-01-01T00:00:00Z  anonymous: bundle";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        match &self.store {
            Some(store) => self.keep_in(cx, store)?,
            None => self.alone(cx)?,
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// The versions that are named.
    fn parents(&self, head: Option<&Cid>) -> Result<Vec<Cid>, Fail> {
        self.parent.iter().map(|text| named(text, head)).collect()
    }

    fn keep_in(&self, cx: &mut Cx, store: &Path) -> Result<(), Fail> {
        outside(store, &self.folder)?;
        let key = self.by.secret(cx)?;
        let Some(writing) = Writing::open(cx, store)? else {
            return self.first(cx, store, key.as_ref());
        };
        let source = writing.source()?;
        let opened = writing.opened(cx, &source)?;
        let parents = going_on(&opened, self.parents(Some(&opened.head))?)?;
        let way = self.form.way(parents.first())?;
        let mut memory = Memory::beside(cx, store, way, self.reread);
        // Others need not wait while the folder is read.
        writing.release()?;
        let known = |cid: &Cid| opened.store.holds(cid);
        let mut snapshot = Snapshot::of(cx, &self.folder, way, &known, &mut memory.seen)?;
        memory.keep(cx);
        if writing.taken_again(&opened)? {
            return self.add(cx, &writing, &opened, &mut snapshot, key.as_ref());
        }
        writing.take(cx)?;
        let source = writing.source()?;
        let opened = writing.opened(cx, &source)?;
        self.add(cx, &writing, &opened, &mut snapshot, key.as_ref())
    }

    /// A store that is made of its first version.
    fn first(&self, cx: &mut Cx, store: &Path, key: Option<&SecretKey>) -> Result<(), Fail> {
        if let Some(parent) = self.parents(None)?.first() {
            return Err(not_there(parent));
        }
        let engine = cx.engine()?;
        let way = self.form.way(None)?;
        let mut memory = Memory::beside(cx, store, way, true);
        let mut snapshot = Snapshot::of(cx, &self.folder, way, &|_| false, &mut memory.seen)?;
        let (commit, block) = self.sealed(cx, &snapshot.tree, Vec::new(), key)?;
        let watch = cx.watch(None);
        let written = create(store, &commit, |writer| {
            snapshot.write(writer, engine, &|_| false)?;
            unless_stopped(&watch)?;
            writer.block(&commit, &[&block])
        })?;
        drop(watch);
        memory.keep(cx);
        self.tell(cx, (&commit, &block), &snapshot, written)
    }

    /// Adds what was read to a store.
    fn add(
        &self,
        cx: &mut Cx,
        writing: &Writing,
        opened: &Opened<'_>,
        snapshot: &mut Snapshot,
        key: Option<&SecretKey>,
    ) -> Result<(), Fail> {
        let engine = cx.engine()?;
        let parents = going_on(opened, self.parents(Some(&opened.head))?)?;
        let known = |cid: &Cid| opened.store.holds(cid);
        self.changed(opened, &parents, &snapshot.tree)?;
        let (commit, block) = self.sealed(cx, &snapshot.tree, parents, key)?;
        let watch = cx.watch(None);
        let written = writing.append(cx, opened, &commit, |writer| {
            snapshot.write(writer, engine, &known)?;
            unless_stopped(&watch)?;
            // Also where it is there already: HEAD stands behind all that it needs, and last.
            writer.block(&commit, &[&block])
        })?;
        drop(watch);
        self.tell(cx, (&commit, &block), snapshot, written)
    }

    /// An archive of its own, with all blocks.
    fn alone(&self, cx: &mut Cx) -> Result<(), Fail> {
        let parents = self.parents(None)?;
        let key = self.by.secret(cx)?;
        let engine = cx.engine()?;
        let way = self.form.way(parents.first())?;
        let seen = &mut Memory::none().seen;
        let mut snapshot = Snapshot::of(cx, &self.folder, way, &|_| false, seen)?;
        let (commit, block) = self.sealed(cx, &snapshot.tree, parents, key.as_ref())?;
        let carried = RefCell::new(Carried::default());
        let mut sink = Sink {
            made: cx.create(&self.create, true)?,
            carried: &carried,
        };
        let ended = (|| {
            let mut writer = Writer::begin(&mut sink, std::slice::from_ref(&commit), false)?;
            snapshot.write(&mut writer, engine, &|_| false)?;
            writer.block(&commit, &[&block])?;
            Ok(Written {
                blocks: writer.blocks,
                bytes: writer.len(),
            })
        })();
        let made = sink.made;
        let written = carried.take().end(ended)?;
        made.finish()?;
        self.tell(cx, (&commit, &block), &snapshot, written)
    }

    /// Refuses a version that would say nothing.
    fn changed(&self, opened: &Opened<'_>, parents: &[Cid], tree: &Cid) -> Result<(), Fail> {
        let [parent] = parents else { return Ok(()) };
        if self.allow_empty || path::tree_of(&opened.store, parent)? != *tree {
            return Ok(());
        }
        let error = Error::new(
            slug::NOTHING_CHANGED,
            "",
            "it is as the last version has it",
        );
        let fail = Fail::from(error).named(bytes_of(&self.folder));
        Err(fail.hint("give --allow-empty to keep a version of it all the same"))
    }

    fn sealed(
        &self,
        cx: &Cx,
        tree: &Cid,
        parents: Vec<Cid>,
        key: Option<&SecretKey>,
    ) -> Result<(Cid, Vec<u8>), Fail> {
        for parent in &parents {
            alike(tree, parent).map_err(|error| Fail::from(error).named(parent.to_string()))?;
        }
        let commit = Commit {
            tree: tree.clone(),
            parents,
            author: self.by.person()?,
            message: self.message.clone(),
            signed: None,
        };
        let watch = cx.watch(None);
        commit.seal(key, &watch).map_err(|error| match error.slug {
            slug::COMMIT_FIELD => Fail::from(error).named("--message"),
            _ => error.into(),
        })
    }

    fn tell(
        &self,
        cx: &mut Cx,
        (commit, block): (&Cid, &[u8]),
        snapshot: &Snapshot,
        written: Written,
    ) -> Result<(), Fail> {
        let tree = &snapshot.tree;
        let watch = cx.watch(None);
        if watch.narrates() {
            if self.store.is_some() {
                let why = "those whose length, inode, mode and times are as they were when they were \
                           read last are not read again";
                watch.step(&Step::new("files not read", why).value("files", snapshot.spared));
            }
            explain(&watch, (commit, block), tree, written, self.store.is_some());
        }
        drop(watch);
        let record = Record::value("cid", commit.to_string()).name(bytes_of(&self.folder));
        let record = match commit.codec() {
            GIT_RAW => record.detail("git", hex::encode(commit.digest())),
            _ => record,
        };
        let record = record.aside("tree", tree.to_string());
        let record = record.aside("spared", snapshot.spared.to_string());
        let record = record.aside("blocks", written.blocks.to_string());
        cx.emit(&record.aside("bytes", written.bytes.to_string()))
    }
}

/// The versions that this one goes on from: each has to be there.
fn going_on(opened: &Opened<'_>, mut named: Vec<Cid>) -> Result<Vec<Cid>, Fail> {
    if named.is_empty() {
        named.push(opened.head.clone());
    }
    for parent in &named {
        there(&opened.store, parent)?;
    }
    Ok(named)
}

/// Ctrl-C leaves the version before.
fn unless_stopped(watch: &dyn Watch) -> decent::Result<()> {
    if watch.stopped() {
        return Err(Error::new(slug::STOPPED, "", "stopped"));
    }
    Ok(())
}

/// What was kept, and how the version's ID comes about.
pub(super) fn explain(
    watch: &dyn Watch,
    (commit, block): (&Cid, &[u8]),
    tree: &Cid,
    written: Written,
    stored: bool,
) {
    let why = "every block is named by its hash, so a folder in which nothing changed has the same ID \
               as before, and nothing below it is kept again";
    watch.step(
        &Step::new("new blocks", why)
            .value("tree", tree)
            .value("blocks", written.blocks)
            .value("bytes", written.bytes),
    );
    let why = "the version is a block that links to its tree and to the versions before it: its hash \
               stands for all of them";
    let mut step = Step::new("version", why)
        .value("block", hex::encode(block))
        .value("digest", hex::encode(commit.digest()));
    if stored {
        let sum = match commit.hash() {
            multihash::SHA1 => "sha1sum",
            _ => "sha256sum",
        };
        step = step.check(format!(
            "decent dag show --store FILE --block {commit} | {sum}"
        ));
    }
    watch.step(&step);
    if stored {
        let why = "all that is new is synced first, then these bytes of the header are overwritten";
        watch.step(&Step::new("HEAD", why).value("root", hex::encode(commit.bytes())));
    }
}
