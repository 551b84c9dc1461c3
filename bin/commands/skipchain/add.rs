//! `skipchain add`: blocks at the end of a chain.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::error::{Error, Place, slug};
use decent::skipchain::block::{Hash, PAYLOAD_MOST};
use decent::skipchain::record::Kind;
use decent::skipchain::{Block, Content, narrate};
use decent::watch::Watch as _;

use crate::commands::Tool;
use crate::cx::{Cx, Teller};
use crate::fail::Fail;
use crate::skipchains::{Risk, Writing, clock, read_roster, row};

/// Bytes of blocks that are synced together where they come fast.
const TOGETHER: usize = 4 << 20;

/// Blocks that are narrated.
const TOLD: u64 = 3;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Each line is the payload of a block, without its newline
    #[arg(long)]
    lines: bool,
    /// Who signs from these blocks on; without a FILE the block has no payload
    #[arg(long, value_name = "NEW")]
    roster: Option<PathBuf>,
    #[command(flatten)]
    risk: Risk,
    /// The time of the blocks, RFC 3339 or seconds since 1970; without it now, and never before the
    /// last block
    #[arg(long, value_name = "T", value_parser = clock)]
    time: Option<u64>,
    /// The chain
    #[arg(value_name = "C.skip")]
    chain: PathBuf,
    /// The payload, at most 16 MiB; `-`, or none, is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Adds a block to a chain, or one for each line, and prints its number and hash: NUMBER  HASH. What
is printed is on the disk: the file is locked, the blocks are written in one call and synced, and a
crash leaves all that was printed. What a crash cut is dropped by the next add; damage in the midst,
and a chain that ends before its index does, is told, and nothing is added to it. Two files beside the
chain, C.skip.idx and C.skip.fwd, say where everything stands; they are made anew whenever they are
missing.";
    const EXAMPLES: &'static str =
        "$ echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > anna.pub
$ decent roster new -q anna.pub -o us > log
$ decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > id
$ echo 'release 1' | decent skipchain add --time 1001 c.skip
1  231bb20184bb1add01056d7a50ad243338e6fb04db19ec32efeb36ebb537e8e7
$ seq 1000 | decent skipchain add --lines --time 1002 c.skip | tail -n 1
1001  056d5431cdb2b73b003d350b0a6b9a2eae1fde9acd59255e5372703dcc29a255
$ decent skipchain cat c.skip 1
release 1";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        Writing::may(&self.chain)?;
        let roster = self.roster.as_deref();
        let roster = roster
            .map(|path| read_roster(cx, path, self.risk))
            .transpose()?;
        // Until something is there to be added nobody waits for us: what writes to our pipe may itself
        // have to write to the chain.
        if self.lines {
            let path = self.file.as_deref().unwrap_or(Path::new("-"));
            let mut input = cx.subject("payload", path)?;
            let total = input.len();
            let mut reader = BufReader::with_capacity(1 << 20, input.reader());
            let first = reader.fill_buf();
            first.map_err(|e| Error::io(slug::UNREADABLE, &e).of("payload"))?;
            return self.add(cx, roster, |cx, writing, blocks| {
                cx.stoppable()?;
                let watch = cx.watch(total);
                add_lines(cx, writing, blocks, &mut reader, &watch)
            });
        }
        let payload = self.payload(cx)?;
        self.add(cx, roster, |cx, writing, blocks| {
            let block = push(writing, blocks, &payload)?;
            writing.sync(cx)?;
            let watch = cx.watch(None);
            if watch.narrates() {
                narrate::block(&watch, &block);
            }
            drop(watch);
            cx.emit(&row(&block))
        })
    }
}

/// What all blocks of a call have in common.
#[derive(Clone, Copy)]
struct Blocks {
    time: u64,
    roster_at: u64,
    roster: Hash,
}

impl Args {
    fn time(&self, last: u64) -> Result<u64, Fail> {
        let Some(time) = self.time else {
            return Ok(Cx::now().max(last));
        };
        if time >= last {
            return Ok(time);
        }
        let wanted = format!("a time not before the last block's, {last}");
        let error = Error::new(slug::OUT_OF_RANGE, wanted, time.to_string());
        Err(Fail::from(error).named("--time"))
    }

    fn payload(&self, cx: &mut Cx) -> Result<Vec<u8>, Fail> {
        let path = match (&self.file, &self.roster) {
            (None, Some(_)) => return Ok(Vec::new()),
            (path, _) => path.as_deref().unwrap_or(Path::new("-")),
        };
        let read = cx.subject("payload", path)?.read_all(PAYLOAD_MOST);
        Ok(read.map_err(|error| error.of("payload"))?)
    }

    /// Adds to the chain, which is locked meanwhile.
    fn add(
        &self,
        cx: &mut Cx,
        roster: Option<(Vec<u8>, Hash)>,
        add: impl FnOnce(&mut Cx, &mut Writing, Blocks) -> Result<(), Fail>,
    ) -> Result<Verdict, Fail> {
        let mut writing = Writing::open(cx, &self.chain)?;
        let chain = writing.chain();
        let last = chain.held(chain.len() - 1)?;
        let header = last.block.header();
        let mut blocks = Blocks {
            time: self.time(header.time)?,
            roster_at: last.roster_at,
            roster: header.roster,
        };
        if let Some((encoded, hash)) = roster.filter(|(_, hash)| *hash != blocks.roster) {
            blocks.roster_at = writing.push(Kind::Roster, &encoded)?;
            blocks.roster = hash;
        }
        let added = add(cx, &mut writing, blocks);
        // What was synced before a failure counts.
        writing.close(cx);
        added?;
        Ok(Verdict::Yes)
    }
}

/// A block a line. What waits is synced when it is much, and whenever no further line is there yet.
fn add_lines(
    cx: &mut Cx,
    writing: &mut Writing,
    blocks: Blocks,
    reader: &mut BufReader<impl Read>,
    watch: &Teller,
) -> Result<(), Fail> {
    let mut line = Vec::new();
    let mut made: Vec<Block> = Vec::new();
    for number in 1.. {
        let ended = !next_line(reader, &mut line, number)?;
        if !ended {
            watch.advance(line.len() as u64 + 1);
            made.push(push(writing, blocks, &line)?);
        }
        let slow = !reader.buffer().contains(&b'\n');
        if ended || slow || writing.waiting() > TOGETHER {
            written(cx, writing, &mut made, watch)?;
        }
        if ended {
            return Ok(());
        }
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped").into());
        }
    }
    Ok(())
}

fn push(writing: &mut Writing, blocks: Blocks, payload: &[u8]) -> Result<Block, Fail> {
    let content = Content::new(blocks.time, payload, blocks.roster);
    writing.push_block(blocks.roster_at, &content, payload)
}

/// Syncs the blocks that are made, and tells them.
fn written(
    cx: &mut Cx,
    writing: &mut Writing,
    made: &mut Vec<Block>,
    watch: &Teller,
) -> Result<(), Fail> {
    writing.sync(cx)?;
    for block in made.drain(..) {
        if watch.narrates() && block.index() < TOLD {
            narrate::block(watch, &block);
        }
        cx.emit(&row(&block))?;
    }
    cx.flush()
}

/// The next line, without its end. Whether there is one.
fn next_line(reader: &mut impl BufRead, line: &mut Vec<u8>, number: u64) -> Result<bool, Fail> {
    line.clear();
    let mut bounded = reader.take(PAYLOAD_MOST + 1);
    let read = bounded.read_until(b'\n', line);
    let read = read.map_err(|e| Error::io(slug::UNREADABLE, &e).of("payload"))?;
    if line.last() == Some(&b'\n') {
        line.pop();
    }
    if line.len() as u64 > PAYLOAD_MOST {
        let wanted = format!("a line of at most {PAYLOAD_MOST} bytes");
        let error = Error::new(slug::TOO_LARGE, wanted, "a longer one");
        return Err(error.at(Place::Line(number)).of("payload").into());
    }
    Ok(read > 0)
}
