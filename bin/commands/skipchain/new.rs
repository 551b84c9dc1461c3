//! `skipchain new`: a chain of one block.

use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::skipchain::block::Hash;
use decent::skipchain::record::{FIRST, Kind};
use decent::skipchain::{Along, Content, Shape, narrate};
use decent::watch::Watch as _;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::{Record, bytes_of};
use crate::skipchains::{Risk, clock, read_roster};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Who signs for the blocks (`decent roster new`)
    #[arg(long, value_name = "R")]
    roster: PathBuf,
    /// Blocks that a link of one level spans: so many of the level below; 2 to 255
    #[arg(long, value_name = "B", default_value_t = 2)]
    base: u64,
    /// Levels of links at most; 1 to 32
    #[arg(long, value_name = "H", default_value_t = 32)]
    height: u64,
    /// The time of block 0, RFC 3339 or seconds since 1970; without it now
    #[arg(long, value_name = "T", value_parser = clock)]
    time: Option<u64>,
    /// The 64 hex digits that tell the chain from all others; without it random ones
    #[arg(long, value_name = "HEX")]
    seed: Option<String>,
    /// Replace a chain that is there
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    risk: Risk,
    #[command(flatten)]
    create: Create,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Makes a chain of one block, without a payload, and prints the hash of it, which names the chain.
Whoever knows that and the roster can check everything that comes later. A chain is one file, to
which things are only ever added: rosters, blocks, links, checkpoints, each with its checksum. Base
and height say which blocks are linked: block i has a link of base^l blocks, forward and back, on
each level l below its height, which is one more than the power of the base that divides i. A chain
that is there already is not replaced without --force.";
    const EXAMPLES: &'static str =
        "$ echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > anna.pub
$ decent roster new -q anna.pub -o us > log
$ decent skipchain new --roster us --time 2026-01-01T00:00:00Z --seed $(printf %064d 1) -o c.skip
3c553be487cb4c93ebee218727387a71e1c2a7a0e36a3a38104018f96c23f1a3  c.skip
$ decent skipchain new -q --roster us | decent skipchain list - | wc -l
1";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let shape = Shape::new(self.base, self.height).map_err(|error| {
            let wide = error.wanted.contains("base");
            Fail::from(error).named(if wide { "--base" } else { "--height" })
        })?;
        self.vacant()?;
        let (encoded, hash) = read_roster(cx, &self.roster, self.risk)?;
        let content = Content::new(self.time.unwrap_or_else(Cx::now), b"", hash);
        let mut log = FIRST.to_vec();
        let mut along = Along::begin(shape, self.seed()?);
        let at = along.push_other(&mut log, Kind::Roster, &encoded)?;
        let Some(block) = along.push(&mut log, at, &content, b"") else {
            return Err(Error::new(slug::SKIP_LOG, "a chain", "none").into());
        };
        let watch = cx.watch(None);
        if watch.narrates() {
            narrate::block(&watch, &block);
        }
        drop(watch);
        let mut made = cx.create(&self.create, true)?;
        made.put(&log)?;
        made.finish()?;
        let record = Record::value("chain", hex::encode(block.hash()));
        let record = record.aside("roster", hex::encode(&hash));
        let path = self.create.output.as_deref().map_or(&b"-"[..], bytes_of);
        cx.emit(&record.name(path))?;
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// Refused where a chain is there that is not to be replaced.
    fn vacant(&self) -> Result<(), Fail> {
        let path = self.create.output.as_deref();
        let plain = path.filter(|path| !self.force && path.is_file() && bytes_of(path) != b"-");
        let Some(path) = plain else { return Ok(()) };
        let mut first = [0; FIRST.len()];
        let read = File::open(path).and_then(|mut file| file.read_exact(&mut first));
        if read.is_err() || first != *FIRST {
            return Ok(());
        }
        let error = Error::new(slug::ALREADY_THERE, "", "a chain is there already");
        let fail = Fail::from(error).named(bytes_of(path));
        Err(fail.hint("give another name, or --force to replace it"))
    }

    fn seed(&self) -> Result<Hash, Fail> {
        let mut seed = Hash::default();
        let Some(text) = &self.seed else {
            Cx::random(&mut seed)?;
            return Ok(seed);
        };
        let bytes = hex::decode(text).map_err(|error| Fail::from(error).named("--seed"))?;
        let found = format!("{} bytes", bytes.len());
        seed = bytes.try_into().map_err(|_| {
            let error = Error::new(slug::OUT_OF_RANGE, "64 hex digits", found);
            Fail::from(error).named("--seed")
        })?;
        Ok(seed)
    }
}
