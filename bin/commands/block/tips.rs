//! `block tips`: which of several branches wins, and the way to it.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::block::branches::{Block, Rule, Tip, Tree};
use decent::block::header::{from_shown, shown};
use decent::error::{Error, Kind, slug};
use decent::watch::{Step, Watch};

use crate::chains::{Rules, each_header};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    rules: Rules,
    /// Which tip wins: that with the most work, the longest, or by the heaviest subtree at each fork
    #[arg(long, value_name = "RULE", default_value = "heaviest", value_parser = Rule::NAMES.map(|(name, _)| name))]
    rule: String,
    /// The tip to leave: the last header of the first FILE unless told otherwise
    #[arg(long, value_name = "HASH")]
    at: Option<String>,
    /// Files of headers, raw or hex, in the order in which they were seen; none, or `-`, is standard
    /// input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Puts headers of any number of branches into one tree, each held against the rules of the network,
and lists the tips, the winner first: hash, active or fork, height, work, blocks since the fork.
Of tips alike the one seen first stays. Then follows the way from the tip where we stand: blocks to
disconnect, the highest first, and to connect, the lowest first. With --no-names it prints the
winner's hash alone. Headers whose parent never came make it don't know, broken ones no. At most
1048576 headers are taken.";
    const EXAMPLES: &'static str =
        "$ root=4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b
$ decent block new --root $root --time 1231006505 --version 1 --nonce 2083236893 > genesis
$ decent block tips --no-names genesis
000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f
$ decent block tips --rule longest genesis | cut -c67-
active         0    4295032833       0";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let network = self.rules.network(cx)?;
        let chain = self.rules.chain(cx, &network)?;
        let mut tree = Tree::new(&network, chain);
        let mut stand = None;
        for path in Cx::files(self.files) {
            let last = read(cx, &mut tree, &path)?;
            stand = stand.or(last);
        }
        let rule = Rule::named(&self.rule).unwrap_or(Rule::Heaviest);
        let Some((best, tie)) = tree.best(rule) else {
            let error = Error::new(slug::NOTHING_CHECKED, "at least one header", "none");
            return Err(error.of("headers").into());
        };
        if cx.no_names() {
            cx.emit(&Record::value("hash", shown(&best.hash)))?;
        } else {
            list(cx, &tree, &best, tie)?;
        }
        if let Some(text) = &self.at {
            let hash = from_shown(text).map_err(|e| e.of("--at"))?;
            stand = Some(tree.find(&hash).ok_or_else(|| {
                Error::new(slug::OUT_OF_RANGE, "a block that is there", shown(&hash)).of("--at")
            })?);
        }
        if let Some(stand) = stand.filter(|_| !cx.no_names()) {
            way(cx, &tree, &stand, &best)?;
        }
        if tree.unlinked() == 0 {
            return Ok(Verdict::Yes);
        }
        let why = format!("{} headers follow none that is there", tree.unlinked());
        cx.note(&why);
        Ok(Verdict::Unknown(why.into()))
    }
}

/// Takes all headers of a file; those that break a rule are told and left out. Gives the last.
fn read(cx: &mut Cx, tree: &mut Tree<'_>, path: &Path) -> Result<Option<Tip>, Fail> {
    let mut input = cx.evidence("headers", path)?;
    let name = input.name().to_vec();
    let (mut last, mut broken) = (None, Vec::new());
    let ended = each_header(cx, &mut input, "headers", &mut |first, headers, hashes| {
        for ((raw, hash), index) in headers.iter().zip(hashes).zip(first..) {
            match tree.push(raw, hash) {
                Ok(()) => last = Some(*hash),
                Err(error) if error.slug.kind == Kind::Wrong && error.slug != slug::TOO_LARGE => {
                    // Enough to see what is wrong; the number of the others is told.
                    if broken.len() < 10 {
                        broken.push(error.at(decent::Place::Item("header", index)));
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    });
    for error in broken {
        let mut fail = Fail::from(error).named(name.clone());
        fail.role = Some(Role::Evidence);
        cx.complain(fail)?;
    }
    ended?;
    Ok(last.and_then(|hash| tree.find(&hash)))
}

/// A line a tip, the winner first.
fn list(cx: &mut Cx, tree: &Tree<'_>, best: &Tip, tie: bool) -> Result<(), Fail> {
    let mut tips = tree.tips();
    tips.sort_by_key(|tip| (tip.seen != best.seen, std::cmp::Reverse(tip.work), tip.seen));
    let watch = cx.watch(None);
    for tip in &tips {
        let active = tip.seen == best.seen;
        let way = tree.way(best, tip);
        if watch.narrates() {
            let step = Step::new(
                "tip",
                "the work of every block up to it is summed: 2^256 / (target + 1) each",
            );
            let step = step
                .value("hash", shown(&tip.hash))
                .value("height", tip.height);
            watch.step(
                &step
                    .value("work", tip.work)
                    .value("fork at height", way.fork.0),
            );
        }
        let record = Record::row()
            .cell("hash", shown(&tip.hash), 64)
            .cell("status", if active { "active" } else { "fork" }, 6)
            .cell("height", tip.height, 8)
            .cell("work", tip.work.to_string(), 12)
            .cell("branchlen", way.connect.len(), 6);
        cx.emit(&record.field("tie", active && tie))?;
    }
    Ok(())
}

/// A line a block to disconnect or connect.
fn way(cx: &mut Cx, tree: &Tree<'_>, from: &Tip, to: &Tip) -> Result<(), Fail> {
    let way = tree.way(from, to);
    let line = |step: &'static str, (height, hash): &Block| {
        let record = Record::row().cell("step", step, 10);
        record
            .cell("height", *height, 8)
            .cell("hash", shown(hash), 64)
    };
    for block in &way.disconnect {
        cx.emit(&line("disconnect", block))?;
    }
    for block in &way.connect {
        cx.emit(&line("connect", block))?;
    }
    Ok(())
}
