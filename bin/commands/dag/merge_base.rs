//! `dag merge-base`: the last version that two have in common.

use std::ffi::OsString;

use decent::Verdict;
use decent::dag::history::merge_bases;
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;
use crate::stores::{Reading, StoreArg, version};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// A version, or HEAD
    #[arg(value_name = "CID")]
    one: OsString,
    /// The other
    #[arg(value_name = "CID")]
    other: OsString,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints the last version that two have in common: of all that are before both, those of which no
other one was made. Several where histories crossed; none, and status 1, where they never met. Times
don't count, for anyone can set them.";
    const EXAMPLES: &'static str = "$ mkdir d && commit() { seq $1 > d/a
> decent dag commit -q --store d.car -m $1 --date $1 --no-names $2 d; }
$ commit 1 > one && commit 2 > two && commit 3 \"--parent $(cat one)\" > three
$ decent dag merge-base --store d.car $(cat two) $(cat three) | cmp - one
$ decent dag merge-base --store d.car $(cat two) $(cat one) | cmp - one";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let mut reading = Reading::of(cx, "", &self.store.store, Role::Evidence)?;
        let opened = reading.open(cx)?;
        let one = version(Some(&self.one), &opened.head)?;
        let other = version(Some(&self.other), &opened.head)?;
        let watch = cx.watch(None);
        let bases = merge_bases(&opened.store, &one, &other, &watch)?;
        if watch.narrates() {
            let why = "of what is before both, that which is before no other common version";
            let step = Step::new("common", why)
                .value("one", &one)
                .value("other", &other);
            watch.step(&step.value("bases", bases.len()));
        }
        drop(watch);
        for base in &bases {
            cx.emit(&Record::value("cid", base.to_string()))?;
        }
        Ok(if bases.is_empty() {
            cx.note("the histories never met");
            Verdict::No("they never met".into())
        } else {
            Verdict::Yes
        })
    }
}
