//! Plain copies against a DAG: ranges in words, and folders name by name.

use std::ops::Range;
use std::path::Path;

use decent::Verdict;
use decent::car::Store;
use decent::car::tree::{Thing, thing};
use decent::cid::proof_folder::{Asked, Item, check};
use decent::cid::{Cid, RAW};
use decent::error::{Error, slug};
use decent::watch::{Step, Watch};

use crate::content::folder as opened;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::input::Role;
use crate::report::{Record, bytes_of};

/// Ranges that are said of one file; the rest is counted.
const RANGES: usize = 8;

/// Ranges in words, the first few.
pub(crate) fn ranges(all: &[Range<u64>]) -> String {
    let few: Vec<_> = all
        .iter()
        .take(RANGES)
        .map(|range| format!("{}:{}", range.start, range.end))
        .collect();
    match all.len() - few.len() {
        0 => few.join(", "),
        more => format!("{} and {more} more", few.join(", ")),
    }
}

/// What is said of a name that is not as it should be; nothing of one that is.
fn wrong(item: &Item) -> Option<(&'static str, String)> {
    let failed = |why: String| Some(("FAILED", why));
    match item {
        Item::Good | Item::Failed(_) => None,
        Item::File(checked) if checked.bad.is_empty() => None,
        Item::File(checked) => failed(format!("bytes {} differ", ranges(&checked.bad))),
        Item::Missing => Some(("MISSING", String::new())),
        Item::Extra => failed("not in the DAG".into()),
        Item::Other { wanted, found } => failed(format!("a {wanted} there, {found} here")),
        Item::Target(wanted) => {
            let target = String::from_utf8_lossy(wanted);
            failed(format!("a link to {target:?} there, to elsewhere here"))
        }
    }
}

/// Checks a folder: a line for each name that is wrong, and one for the folder.
pub(crate) fn folder(
    cx: &mut Cx,
    cid: &Cid,
    store: &Store<'_>,
    path: &Path,
    asked: Asked,
) -> Result<Verdict, Fail> {
    let left_out = cid.codec() == RAW && !store.has(cid);
    if left_out || thing(store, cid)?.0 != Thing::Folder {
        let error = Error::new(
            slug::NOT_A_FILE,
            "a file, as the DAG has one",
            "a directory",
        );
        return Err(Fail::from(error).named(bytes_of(path)));
    }
    let dir = opened(path)?;
    let watch = cx.watch(None);
    let (mut names, mut bad) = (0u64, 0u64);
    let mut verdict = Verdict::Yes;
    let mut carried = Carried::default();
    let mut on = |name: &[u8], item: Item| {
        names += 1;
        let whole = [bytes_of(path), b"/", name].concat();
        if let Item::Failed(error) = item {
            bad += 1;
            let fail = Fail {
                role: Some(Role::Evidence),
                ..Fail::from(error).named(whole)
            };
            return carried.pass(cx.complain(fail));
        }
        if let Some((word, why)) = wrong(&item) {
            bad += 1;
            verdict = Verdict::No("a name differs".into());
            let record = Record::status(word, &why).name(&whole);
            return carried.pass(cx.emit(&record));
        }
        Ok(())
    };
    let ended = check(store, cid, &dir, asked, &watch, &mut on);
    let ended = ended.map_err(|error| error.of("proof"));
    carried.end(ended)?;
    if watch.narrates() {
        let why = "the folders of the proof say which names there are, the nodes of each file where its chunks begin";
        let step = Step::new("names", why).value("names", names);
        watch.step(&step.value("wrong", bad));
    }
    drop(watch);
    let words = format!("{names} names");
    let said = match bad {
        0 => Record::verdict(&Verdict::Yes).told(&words),
        _ => Record::status("FAILED", &format!("{bad} of {names} names differ")),
    };
    let said = said.name(bytes_of(path)).aside("cid", cid.to_string());
    let said = said.aside("names", names.to_string());
    cx.emit(&said.aside("bad_names", bad.to_string()))?;
    Ok(verdict)
}
