//! `beacon draw commit`: a pool and a round bound to each other, before the round is there.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::{hex, time};
use decent::draw::{Commit, Method};
use decent::watch::{Step, Watch as _};

use crate::args::{Create, Time};
use crate::beacons::Due;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::draws::{MethodWord, pool};
use crate::fail::Fail;
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Whose round decides: a chain that is known by name or hash, or a file with its information
    #[arg(long, value_name = "CHAIN")]
    chain: PathBuf,
    #[command(flatten)]
    due: Due,
    /// How many are drawn
    #[arg(short = 'k', long, value_name = "K")]
    count: usize,
    /// How the pool is ranked
    #[arg(long, value_name = "METHOD", default_value = "hash-rank")]
    method: MethodWord,
    /// When it is made by its own word, instead of now; nothing in it proves that
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    at: Option<Time>,
    #[command(flatten)]
    create: Create,
    /// The pool, an entry a line; none, or `-`, is standard input
    #[arg(value_name = "POOL")]
    pool: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Binds a draw: which pool, which round of which chain, how many, and how. Publish what it writes,
or its hash, before the round is there; from then on nobody can change anything, and with the
beacon everybody finds the same. Blanks at the ends of an entry and empty lines don't count, and
letters are composed (NFC); an entry that is there twice is an error. A round that is there
already is refused. Prints the hash of the commitment, and when the round is due.";
    const EXAMPLES: &'static str = r#"$ printf 'anna\nben\ncarl\ndora\n' > pool
$ decent beacon draw commit --chain quicknet --round 803213812 -k 2 pool -o commit | cut -c65-
  2100-01-01T00:00:00Z  commit
$ sed 's/,.made.*//' commit | cut -c1-71
{"type":"decent-draw","version":1,"method":"hash-rank","chain":"52db9ba
$ decent beacon draw commit --chain quicknet --round 123 -k 2 pool 2>&1 | cut -c1-72
decent beacon draw commit: --round: wanted a round to come, found 123, w
  hint: give --past to take it all the same
  more: decent why round-past
[2]"#;

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let chain = cx.chain(&self.chain)?;
        let round = self.due.round(&chain)?;
        let method = Method::from(self.method);
        let path = self.pool.clone().unwrap_or_else(|| "-".into());
        let mut input = cx.subject("pool", &path)?;
        let pool = pool(&mut input, method)?;
        let made = self.at.map_or_else(|| Cx::now().cast_signed(), |at| at.0);
        let commit = Commit::new(&pool, method, self.count, (chain.hash, round), made);
        let commit = commit.map_err(|error| Fail::from(error).named("-k"))?;
        let watch = cx.watch(None);
        tell(&pool, method, &watch);
        drop(watch);
        let mut made = cx.create(&self.create, false)?;
        made.put(commit.text().as_bytes())?;
        made.finish()?;
        let name = self.create.output.as_deref().unwrap_or(&path);
        let due = time::show(chain.time_of(round)?);
        let record = Record::value("commitment", hex::encode(&commit.hash()));
        let record = record
            .detail("time", due)
            .field("round", round)
            .field("pool", hex::encode(&commit.pool))
            .field("entries", commit.entries);
        cx.emit(&record.name(bytes_of(name)))?;
        Ok(Verdict::Yes)
    }
}

fn tell(pool: &decent::draw::Pool, method: Method, watch: &crate::cx::Teller) {
    if !watch.narrates() {
        return;
    }
    let (why, line) = match method {
        Method::HashRank => (
            "the entries sorted by their bytes, a line each: their order plays no part",
            "LC_ALL=C sort FILE | sha256sum",
        ),
        Method::Rfc3797 => (
            "the entries as they stand, a line each: each is drawn by its place",
            "sha256sum FILE",
        ),
    };
    let step = Step::new("pool", why)
        .value("entries", pool.entries().len())
        .value("sha256", hex::encode(&pool.hash(method)));
    // The shell's tools know nothing of NFC and of blanks.
    watch.step(&step.check(line));
}
