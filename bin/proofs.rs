//! What the tools share that judge proofs of skipchains: what is trusted, what else is asked of a proof,
//! the memory of heads, evidence.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, Kind, slug};
use decent::skipchain::along::Held;
use decent::skipchain::block::{Block, Hash, Header};
use decent::skipchain::evidence::{Evidence, Witness};
use decent::skipchain::heads::{Headed, Heads};
use decent::skipchain::proof::{LARGEST, Proof};
use decent::skipchain::record::{self, FIRST, Records};
use decent::skipchain::state::{Book, Found, Seen, heading};
use decent::skipchain::verify::{Proven, verify};
use sha2::{Digest as _, Sha256};

use crate::args::Time;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::ledger::{Form, Ledger};
use crate::output::Artefact;
use crate::records::Span;
use crate::report::{Record, bytes_of};
use crate::skipchains::{AHEAD, shown};

/// What is trusted: a hash, or a file.
#[derive(Clone, Debug)]
pub(crate) struct Trust(PathBuf);

impl From<std::ffi::OsString> for Trust {
    fn from(text: std::ffi::OsString) -> Self {
        Self(text.into())
    }
}

impl Trust {
    /// The hash of the block: 64 digits on the line or in a file, or the first block of a chain.
    pub(crate) fn hash(&self, cx: &mut Cx) -> Result<Hash, Fail> {
        let text = self.0.to_str().filter(|_| !self.0.exists());
        if let Some(text) = text.filter(|text| text.len() == 64) {
            let hash = hex::decode_array(text);
            return hash.map_err(|error| Fail::from(error).named("--trust"));
        }
        let log = cx.anchor("trust", &self.0)?.into_source();
        let log = log.map_err(|error| error.of("trust"))?;
        let begins = FIRST.len() as u64;
        if log.len() >= begins && *log.window(0..begins)? == *FIRST {
            return first(&log).map_err(|error| error.of("trust").into());
        }
        let wanted = "64 hex digits of a block's hash, or a skipchain";
        let wrong = |found: &'static str| Error::new(slug::SKIP_BLOCK, wanted, found).of("trust");
        if log.len() > 4096 {
            return Err(wrong("something else").into());
        }
        let bytes = log
            .window(0..log.len())
            .map_err(|error| error.of("trust"))?;
        let text = std::str::from_utf8(&bytes).unwrap_or_default();
        let word = text.split_whitespace().next().unwrap_or_default();
        Ok(hex::decode_array(word).map_err(|_| wrong("something else"))?)
    }
}

/// The hash of the first block of a log.
fn first(log: &decent::source::Source<'_>) -> decent::Result<Hash> {
    let mut records = Records::from(log, 0)?;
    while let Some(found) = records.step()? {
        if found.kind == record::Kind::Block {
            return Ok(*Held::read(&found)?.block.hash());
        }
    }
    Err(Error::new(slug::SKIP_LOG, "a chain with a block", "none"))
}

/// What else is asked of proofs.
#[derive(clap::Args, Clone, Debug)]
#[group(skip)]
pub(crate) struct Asked {
    /// The head must not be older than this, nor two minutes ahead: 30d, 36h
    #[arg(long, value_name = "SPAN")]
    max_age: Option<Span>,
    /// What is now
    #[arg(long, value_name = "TIME", requires = "max_age")]
    at: Option<Time>,
    /// No more of the committee may be exchanged, from the trusted block on, with --state from the first
    /// that was: of what came, what left and how far the quorum fell, the greatest counts
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u32).range(0..=100))]
    max_turnover: Option<u32>,
}

/// What came of a proof: a verdict, the word for why it is not yes, and what the proof has shown.
pub(crate) struct Outcome {
    pub(crate) verdict: Verdict,
    why: Option<&'static str>,
    proven: Option<Proven>,
    /// How far the committee was exchanged since the first block that was trusted.
    turnover: u32,
}

impl Outcome {
    fn yes(proven: Proven, turnover: u32) -> Self {
        Self {
            verdict: Verdict::Yes,
            why: None,
            proven: Some(proven),
            turnover,
        }
    }

    fn but(self, why: &'static str, verdict: Verdict) -> Self {
        Self {
            verdict,
            why: Some(why),
            ..self
        }
    }

    fn no(self, why: &'static str, words: String) -> Self {
        self.but(why, Verdict::No(words.into()))
    }

    fn forged(words: String) -> Self {
        Self {
            verdict: Verdict::No(words.into()),
            why: Some("forged"),
            proven: None,
            turnover: 0,
        }
    }
}

/// A proof, which is judged.
pub(crate) fn read(cx: &mut Cx, path: &Path) -> Result<Proof, Fail> {
    let mut input = cx.evidence("proof", path)?;
    let read = input.read_all(LARGEST);
    let read = read.and_then(|bytes| Proof::read(&bytes));
    Ok(read.map_err(|error| error.of("proof"))?)
}

/// Judges proofs by what is trusted and by what was seen.
pub(crate) struct Court {
    /// The block that is trusted from the beginning.
    pub(crate) trust: Option<Hash>,
    pub(crate) asked: Asked,
    pub(crate) memory: Option<Memory>,
}

/// What was seen, open and locked.
pub(crate) struct Memory {
    ledger: Ledger,
    book: Book,
    path: PathBuf,
    evidence: Option<PathBuf>,
}

impl Memory {
    pub(crate) fn open(cx: &Cx, path: &Path, evidence: Option<PathBuf>) -> Result<Self, Fail> {
        let read = |file: BufReader<&File>| {
            let book = Book::read(file)?;
            let whole_bytes = book.whole_bytes;
            Ok((book, whole_bytes))
        };
        let form = Form {
            heading: &heading(),
            wrong: slug::SKIP_STATE,
        };
        let (ledger, book) = Ledger::open(cx, path, &form, read)?;
        Ok(Self {
            ledger,
            book,
            path: path.to_owned(),
            evidence,
        })
    }

    /// The newest head of each chain.
    pub(crate) fn newest(&self) -> Vec<(Hash, Seen)> {
        let newest = self.book.newest();
        newest.map(|(chain, seen)| (*chain, seen.clone())).collect()
    }

    /// An error of what stands in the file.
    fn damaged(&self, error: Error) -> Fail {
        let mut fail = Fail::from(error).named(bytes_of(&self.path));
        fail.role = Some(Role::Anchor);
        fail
    }

    fn evidence_path(&self) -> PathBuf {
        self.evidence.clone().unwrap_or_else(|| {
            let mut name = self.path.as_os_str().to_owned();
            name.push(".evidence");
            name.into()
        })
    }
}

impl Court {
    /// What comes of a proof.
    pub(crate) fn judge(&mut self, cx: &mut Cx, proof: &Proof) -> Result<Outcome, Fail> {
        let by = cx.judge()?;
        let watch = cx.watch(None);
        let trusted = |block: &Block| {
            let seen = self.memory.as_ref().is_some_and(|m| m.book.knows(block));
            seen || self.trust.as_ref() == Some(block.hash())
        };
        let found = verify(proof, &trusted, &by, &watch);
        drop(watch);
        let proven = match found {
            Ok(proven) => proven,
            Err(error) if error.slug.kind == Kind::Wrong => {
                return Ok(Outcome::forged(error.to_string()));
            }
            Err(error) => return Err(error.into()),
        };
        let turnover = self.turnover(proof, &proven)?;
        self.remembered(cx, proof, proven, turnover)
    }

    /// How far the committee was exchanged since the first block that was trusted, in percent.
    fn turnover(&self, proof: &Proof, proven: &Proven) -> Result<u32, Fail> {
        let within = proven.turnover_percent();
        let Some(memory) = &self.memory else {
            return Ok(within);
        };
        let since = memory.book.turnover_percent(proof, proven);
        let since = since.map_err(|error| memory.damaged(error))?;
        Ok(since.unwrap_or(0).max(within))
    }

    /// What is asked of a proof beside that it holds, which must be so before its head is remembered.
    fn fits(&self, outcome: Outcome) -> Outcome {
        let percent = outcome.turnover;
        if let Some(limit) = self.asked.max_turnover
            && percent > limit
        {
            let words = format!("turnover: {percent}% of the committee is new, {limit}% may be");
            return outcome.no("turnover", words);
        }
        let head = outcome.proven.as_ref().map(|proven| &proven.reached);
        let Some(head) = head.filter(|_| self.asked.max_age.is_some()) else {
            return outcome;
        };
        let (index, time) = (head.index(), head.header().time);
        if time <= self.now().saturating_add(AHEAD) {
            return outcome;
        }
        let words = format!("future: the head, block {index}, is of {}", shown(time));
        outcome.no("future", words)
    }

    fn now(&self) -> u64 {
        let at = self.asked.at;
        at.map_or_else(Cx::now, |at| at.0.max(0).cast_unsigned())
    }

    fn timely(&self, outcome: Outcome) -> Outcome {
        let Some((span, proven)) = self.asked.max_age.zip(outcome.proven.as_ref()) else {
            return outcome;
        };
        let time = proven.reached.header().time;
        let oldest = self.now().saturating_sub(span.0 / 1_000_000_000);
        if time >= oldest {
            return outcome;
        }
        let head = proven.reached.index();
        let words = format!("stale: the head, block {head}, is of {}", shown(time));
        outcome.no("stale", words)
    }

    /// Holds what a proof has shown against what was seen. Who said two things is found whatever else is
    /// asked; a head that fits is noted before anybody hears of it.
    fn remembered(
        &mut self,
        cx: &mut Cx,
        proof: &Proof,
        proven: Proven,
        turnover: u32,
    ) -> Result<Outcome, Fail> {
        let found = self
            .memory
            .as_ref()
            .map(|memory| memory.book.judge(&proven));
        let found = match found {
            Some(Found::Two { seen, hash, link }) => {
                let words = self.two(cx, (proof, &proven), (&seen, hash, link))?;
                return Ok(Outcome::yes(proven, turnover).no("equivocation", words));
            }
            found => found,
        };
        let outcome = self.fits(Outcome::yes(proven, turnover));
        let (Verdict::Yes, Some(proven)) = (&outcome.verdict, &outcome.proven) else {
            return Ok(outcome);
        };
        match (found, &mut self.memory) {
            (Some(Found::New), Some(memory)) => {
                let line = memory.book.add(proof, proven);
                memory.ledger.add(&line)?;
            }
            (Some(Found::Back(newest)), _) => {
                let head = proven.reached.index();
                let words = format!("rollback: the head is block {head}, after {newest} was seen");
                return Ok(outcome.no("rollback", words));
            }
            (Some(Found::Apart(newest)), _) => {
                let words = format!(
                    "untied: it does not pass block {newest}, the newest that was seen: ask for \
                     one from there"
                );
                return Ok(outcome.but("untied", Verdict::Unknown(words.into())));
            }
            _ => {}
        }
        Ok(self.timely(outcome))
    }

    /// What is said of a second block of one number, and the evidence of it, written down.
    fn two(
        &self,
        cx: &mut Cx,
        (proof, proven): (&Proof, &Proven),
        (seen, hash, link): (&Seen, Hash, Option<usize>),
    ) -> Result<String, Fail> {
        let index = seen.index;
        let (one, two) = (hex::encode(&seen.hash), hex::encode(&hash));
        let words = format!("equivocation: block {index} is {two}, and {one} was seen");
        let Some(memory) = &self.memory else {
            return Ok(words);
        };
        let other = link.and_then(|link| Witness::of(proof, proven, link));
        let before = seen.link().map_err(|error| memory.damaged(error))?;
        let evidence = before.zip(other).and_then(|(one, other)| {
            // Links to other numbers prove nothing.
            Evidence::of(one, other).ok()
        });
        let path = memory.evidence_path();
        if let Some(evidence) = evidence {
            let names = written(cx, &evidence, &path)?;
            return Ok(format!("{words}; both are signed by {names}"));
        }
        // A head shows no other block than the one to which the proof leads, and heads of one block
        // prove nothing.
        let reached = proven.reached.index() == index;
        let head = Headed::of(proof, proven).filter(|_| reached);
        let heads = seen.head.clone().zip(head);
        let Some(heads) = heads.and_then(|(one, other)| Heads::of(index, one, other).ok()) else {
            return Ok(words);
        };
        let names = heads_written(cx, &heads, proof, &path)?;
        Ok(format!("{words}; both are in heads signed by {names}"))
    }
}

/// Writes evidence where none is yet, and gives the names of those who signed both.
fn written(cx: &mut Cx, evidence: &Evidence, path: &Path) -> Result<String, Fail> {
    let culprits = evidence.verify(&cx.judge()?);
    let culprits = culprits.map_err(|error| error.of("proof"))?;
    let names: Vec<String> = culprits.into_iter().map(|one| one.name).collect();
    put_down(cx, &evidence.text(), path)?;
    Ok(names.join(", "))
}

/// The same of two heads; the names are those of the roster that signed the second.
fn heads_written(cx: &mut Cx, heads: &Heads, proof: &Proof, path: &Path) -> Result<String, Fail> {
    let culprits = heads.verify().map_err(|error| error.of("proof"))?;
    let mut changed = proof.hops.iter().rev();
    let roster = changed.find_map(|hop| hop.roster.as_ref());
    let roster = roster.or(proof.roster.as_ref());
    let named = |key: &Hash| {
        let place = roster.and_then(|roster| roster.place_of(key));
        let member = roster.zip(place);
        let member = member.and_then(|(roster, place)| roster.members().get(place));
        member.map_or_else(|| hex::encode(key), |member| member.name.clone())
    };
    let names: Vec<String> = culprits.iter().map(named).collect();
    put_down(cx, &heads.text(), path)?;
    Ok(names.join(", "))
}

/// Writes evidence where none is yet.
fn put_down(cx: &Cx, text: &str, path: &Path) -> Result<(), Fail> {
    let shown_path = crate::shown::visible(&String::from_utf8_lossy(bytes_of(path)));
    if path.symlink_metadata().is_ok() {
        cx.note(&format!("{shown_path}: is there already, and stays"));
        return Ok(());
    }
    let mut file = Artefact::begin_new(path)?;
    let put = file.write_all(text.as_bytes());
    put.map_err(|e| Fail::output(&e, bytes_of(path)))?;
    file.commit()?;
    cx.note(&format!("{shown_path}: the evidence is written"));
    Ok(())
}

/// Whether a file is the payload of the block that is proven.
pub(crate) fn is_payload(cx: &mut Cx, path: &Path, block: &Header) -> Result<Verdict, Fail> {
    let mut input = cx.subject("payload", path)?;
    let mut hasher = Sha256::new();
    let mut reader = input.reader();
    let mut buffer = vec![0; 1 << 18];
    let mut length = 0u64;
    loop {
        let read = reader.read(&mut buffer);
        let read = read.map_err(|e| Error::io(slug::UNREADABLE, &e).of("payload"))?;
        if read == 0 {
            break;
        }
        length += read as u64;
        hasher.update(buffer.get(..read).unwrap_or_default());
    }
    let hash: Hash = hasher.finalize().into();
    if length == block.payload_bytes && hash == block.payload {
        return Ok(Verdict::Yes);
    }
    let (wanted, found) = (hex::encode(&block.payload), hex::encode(&hash));
    let words = format!(
        "payload: wanted {wanted}, which block {} holds, found {found}",
        block.index
    );
    Ok(Verdict::No(words.into()))
}

/// The record of a proof that was judged.
pub(crate) fn record(outcome: &Outcome, name: &[u8]) -> Record {
    let mut record = Record::verdict(&outcome.verdict).name(name);
    if let Some(why) = outcome.why {
        record = record.field("why", why);
    }
    let Some(proven) = &outcome.proven else {
        return record;
    };
    let (target, head) = (&proven.target, &proven.reached);
    let time = shown(target.header().time);
    let mut words = format!("block {}, of {time}", target.index());
    let links = proven.links.len();
    if links > 0 {
        let plural = if links == 1 { "" } else { "s" };
        let signatures = proven.signatures;
        let _ = write!(words, ", {links} link{plural}, {signatures} signatures");
    }
    if outcome.turnover > 0 || !proven.changes.is_empty() {
        let _ = write!(words, ", turnover {}%", outcome.turnover);
    }
    if !proven.safe {
        words += ", quorums that may share no honest member";
    }
    let changed = proven.changes.iter().map(|one| one.at.to_string());
    record
        .field("chain", hex::encode(&proven.chain))
        .field("from", proven.start.index().to_string())
        .field("head", head.index().to_string())
        .field("head_hash", hex::encode(head.hash()))
        .field("index", target.index().to_string())
        .field("hash", hex::encode(target.hash()))
        .field("time", target.header().time.to_string())
        .field("payload", hex::encode(&target.header().payload))
        .field("links", links)
        .field("signatures", proven.signatures)
        .field("roster_changes", changed.collect::<Vec<_>>())
        .field("turnover_percent", outcome.turnover)
        .field("safe_rosters", proven.safe)
        .told(&words)
}

/// The proof that was judged shows this block.
impl Outcome {
    pub(crate) fn target(&self) -> Option<&Header> {
        self.proven.as_ref().map(|proven| proven.target.header())
    }

    /// The same where the payload is another one.
    pub(crate) fn with_payload(self, verdict: Verdict) -> Self {
        if verdict == Verdict::Yes {
            return self;
        }
        Self {
            verdict,
            why: Some("payload"),
            ..self
        }
    }
}
