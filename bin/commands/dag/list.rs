//! `dag list`: what is below a version, a folder or a block.

use std::ffi::OsString;

use decent::Verdict;
use decent::car::extract;
use decent::car::tree::Thing;
use decent::car::{Store, store::Scan};
use decent::cid::kinds::GitMode;
use decent::cid::{Cid, DAG_PB, GIT_RAW, RAW};
use decent::dag::{checkout, forms, path};
use decent::error::slug;
use decent::watch::{Step, Watch};

use crate::archives::LimitArgs;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;
use crate::stores::{Reading, StoreArg, target};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// The links of the block itself: CID  PATH
    #[arg(long)]
    links: bool,
    #[command(flatten)]
    limits: LimitArgs,
    /// A version, a folder or any block, and a path from there; without it HEAD
    #[arg(value_name = "CID[/PATH]")]
    target: Option<OsString>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Lists the files, folders and links of a version or a folder, with all that is below: SIZE  CID  PATH.
Of a block that is neither, and of any with --links, the links are listed, each with its path in the
block: CID  PATH.";
    const EXAMPLES: &'static str =
        "$ mkdir d && seq 9 > d/a && decent dag commit -q --store d.car -m first --date 0 d > id
$ decent dag list --store d.car
           0  bafybeigfphnj5or575oh7wzrqli2zb6l3q7nsaav5qs7qtuetorbr6sxqy  /
          18  bafkreieqzwxrh5le4tjoozyg7bbcnjkuuk55wjkcylsiozgrnp75c65tri  a
$ decent dag list --store d.car --links
bafybeigfphnj5or575oh7wzrqli2zb6l3q7nsaav5qs7qtuetorbr6sxqy  tree
$ decent dag list --store d.car HEAD/a --no-names | wc -l
1";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let mut reading = Reading::of(cx, "", &self.store.store, Role::Evidence)?;
        let opened = reading.open(cx)?;
        let store = &opened.store;
        let (start, below) = target(self.target.as_ref(), &opened.head)?;
        if self.links {
            let found = path::resolve(store, &start, &below)?;
            return links(cx, store, &found.cid);
        }
        let root = path::tree_of(store, &start)?;
        let root = path::resolve(store, &root, &below)?.cid;
        let rows = match root.codec() {
            GIT_RAW => git(store, &root, self.limits)?,
            DAG_PB | RAW => match unixfs(store, &root, self.limits) {
                Err(error) if error.slug == slug::UNIXFS && store.has(&root) => {
                    return links(cx, store, &root);
                }
                rows => rows?,
            },
            _ => return links(cx, store, &root),
        };
        let watch = cx.watch(None);
        if watch.narrates() {
            let Scan { end, .. } = opened.scan;
            let why = "each folder says the names and IDs of what is in it; a block is checked as it is read";
            let step = Step::new("tree", why).value("root", &root);
            watch.step(&step.value("items", rows.len()).value("store_bytes", end));
        }
        drop(watch);
        for row in rows {
            cx.emit(&row)?;
        }
        Ok(Verdict::Yes)
    }
}

/// A row of the list; the root is `/`.
fn row(size: u64, cid: &Cid, name: &[u8], kind: &'static str) -> Record {
    let row = Record::row().cell("size", size, 12);
    let row = row.cell("cid", cid.to_string(), 0);
    row.name(name).field("kind", kind)
}

fn unixfs(store: &Store<'_>, root: &Cid, limits: LimitArgs) -> decent::Result<Vec<Record>> {
    let items = extract::list(store, root, limits.limits())?;
    let record = |item: extract::Item| {
        let (size, behind) = match &item.thing {
            Thing::File(size) => (*size, Vec::new()),
            Thing::Link(target) => (0, [b" -> ", &**target].concat()),
            Thing::Folder => (0, b"/".to_vec()),
            Thing::Other => (0, Vec::new()),
        };
        let name = [&*item.path, &behind].concat();
        row(size, &item.cid, &name, item.thing.name())
    };
    Ok(items.into_iter().map(record).collect())
}

fn git(store: &Store<'_>, root: &Cid, limits: LimitArgs) -> Result<Vec<Record>, Fail> {
    let block = store.need(root)?;
    if decent::dag::git::open(&block)?.0 == decent::dag::git::Kind::Blob {
        let size = checkout::blob(store, root)?.len() as u64;
        return Ok(vec![row(size, root, b"", "file")]);
    }
    let mut rows = Vec::new();
    for (path, entry) in checkout::list(store, root, limits.limits())? {
        let body = match entry.mode {
            Some(GitMode::Tree | GitMode::Module) => Vec::new(),
            _ => checkout::blob(store, &entry.cid)?,
        };
        let (size, behind, kind) = match entry.mode {
            Some(GitMode::Tree) => (0, b"/".to_vec(), "folder"),
            Some(GitMode::Module) => (0, b"/".to_vec(), "block"),
            Some(GitMode::Link) => (0, [&b" -> "[..], &body].concat(), "link"),
            _ => (body.len() as u64, Vec::new(), "file"),
        };
        let name = [&*path, &behind].concat();
        rows.push(row(size, &entry.cid, &name, kind));
    }
    Ok(rows)
}

/// The links of a block.
fn links(cx: &mut Cx, store: &Store<'_>, cid: &Cid) -> Result<Verdict, Fail> {
    let block = store.need(cid)?;
    let document = forms::read(cid, &block)?;
    for (path, link) in document.links() {
        cx.emit(&Record::value("cid", link.to_string()).name(path.as_bytes()))?;
    }
    Ok(Verdict::Yes)
}
