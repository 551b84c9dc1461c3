//! `skipchain path`: the shortest way between two blocks.

use std::ffi::OsString;
use std::path::Path;

use decent::Verdict;
use decent::skipchain::{Hop, Shape};
use decent::watch::{Step, Watch as _};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;
use crate::skipchains::{number, open};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Without a chain: the base of one
    #[arg(long, value_name = "B", default_value_t = 2)]
    base: u64,
    /// Without a chain: the height of one
    #[arg(long, value_name = "H", default_value_t = 32)]
    height: u64,
    /// A chain, where the way is to go over links that it has, and the two blocks
    #[arg(value_name = "[C.skip] I J", num_args = 2..=3, required = true)]
    words: Vec<OsString>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the shortest way from block I to block J, forward or back, a hop a line: FROM  TO  LEVEL.
Without a chain it is arithmetic, in whole numbers: always the longest link that does not lead past
the end. With one it goes over the links that are made, by the next lower level where one is
missing; where none is left, status 2 says from which block. Back it goes over the hashes that each
block has of others, which are never missing.";
    const EXAMPLES: &'static str = "$ decent skipchain path 1 12
1  2  0
2  4  1
4  8  2
8  12  2
$ decent skipchain path 0 123456789 | wc -l
16
$ decent skipchain path --base 10 1000 0
1000  0  3";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let (file, ends) = match &*self.words {
            [from, to] => (None, [from, to]),
            [file, from, to] => (Some(file), [from, to]),
            _ => {
                return Err(Fail::usage(
                    "give two blocks, and a chain before them or none",
                ));
            }
        };
        let [from, to] = [number(ends[0])?, number(ends[1])?];
        if let Some(file) = file {
            let chain = open(cx, "", Path::new(file), Role::Evidence)?;
            let hops = chain.path(from, to)?;
            tell(cx, chain.shape(), (from, to), Some(hops.len() as u64));
            return hops
                .into_iter()
                .try_for_each(|hop| emit(cx, hop))
                .map(|()| Verdict::Yes);
        }
        let shape = Shape::new(self.base, self.height).map_err(|error| {
            let wide = error.wanted.contains("base");
            Fail::from(error).named(if wide { "--base" } else { "--height" })
        })?;
        tell(cx, shape, (from, to), None);
        for hop in shape.path(from, to) {
            emit(cx, hop)?;
        }
        Ok(Verdict::Yes)
    }
}

fn emit(cx: &mut Cx, hop: Hop) -> Result<(), Fail> {
    let row = Record::row()
        .cell("from", hop.from.to_string(), 0)
        .cell("to", hop.to.to_string(), 0);
    cx.emit(&row.cell("level", hop.level, 0))
}

fn tell(cx: &Cx, shape: Shape, (from, to): (u64, u64), hops: Option<u64>) {
    let watch = cx.watch(None);
    if !watch.narrates() {
        return;
    }
    for (name, index) in [("from", from), ("to", to)] {
        let why =
            "one more than the power of the base that divides the number, block 0 the greatest";
        let step = Step::new(name, why).value("block", index);
        watch.step(&step.value("height", shape.height(index)));
    }
    let why = "up to ever longer links while they do not lead past the end, then down again";
    let step = Step::new("hops", why).value("fewest", shape.hops(from, to));
    watch.step(&match hops {
        Some(hops) => step.value("over the links that are made", hops),
        None => step,
    });
}
