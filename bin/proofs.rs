//! What the tools share that judge proofs of skipchains: what is trusted, what else is asked of a proof,
//! the memory of heads, evidence.

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
use crate::ledger::{Form, Ledger};
use crate::output::Artefact;
use crate::records::Span;
use crate::report::{Record, bytes_of};
use crate::skipchains::shown;

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
    /// The head must not be older than this: 30d, 36h
    #[arg(long, value_name = "SPAN")]
    max_age: Option<Span>,
    /// What is now
    #[arg(long, value_name = "TIME", requires = "max_age")]
    at: Option<Time>,
    /// No more of the committee may be exchanged, from the trusted block on
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u32).range(0..=100))]
    max_turnover: Option<u32>,
}

/// What came of a proof: a verdict, the word for why it is not yes, and what the proof has shown.
pub(crate) struct Outcome {
    pub(crate) verdict: Verdict,
    why: Option<&'static str>,
    proven: Option<Proven>,
}

impl Outcome {
    fn no(why: &'static str, words: String, proven: Option<Proven>) -> Self {
        Self {
            verdict: Verdict::No(words.into()),
            why: Some(why),
            proven,
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
                return Ok(Outcome::no("forged", error.to_string(), None));
            }
            Err(error) => return Err(error.into()),
        };
        if let Some(limit) = self.asked.max_turnover
            && proven.turnover_percent() > limit
        {
            let percent = proven.turnover_percent();
            let words = format!("turnover: {percent}% of the committee is new, {limit}% may be");
            return Ok(Outcome::no("turnover", words, Some(proven)));
        }
        let outcome = self.remembered(cx, proof, proven)?;
        if outcome.verdict != Verdict::Yes {
            return Ok(outcome);
        }
        Ok(self.timely(outcome))
    }

    fn timely(&self, outcome: Outcome) -> Outcome {
        let Some((span, proven)) = self.asked.max_age.zip(outcome.proven.as_ref()) else {
            return outcome;
        };
        let now = self
            .asked
            .at
            .map_or_else(Cx::now, |at| at.0.max(0).cast_unsigned());
        let time = proven.reached.header().time;
        let oldest = now.saturating_sub(span.0 / 1_000_000_000);
        if time >= oldest {
            return outcome;
        }
        let head = proven.reached.index();
        let words = format!("stale: the head, block {head}, is of {}", shown(time));
        Outcome::no("stale", words, outcome.proven)
    }

    /// Holds what a proof has shown against what was seen; a head that fits is noted before anybody
    /// hears of it.
    fn remembered(&mut self, cx: &mut Cx, proof: &Proof, proven: Proven) -> Result<Outcome, Fail> {
        let yes = |proven| Outcome {
            verdict: Verdict::Yes,
            why: None,
            proven: Some(proven),
        };
        let Some(memory) = &mut self.memory else {
            return Ok(yes(proven));
        };
        match memory.book.judge(&proven) {
            Found::Known => Ok(yes(proven)),
            Found::New => {
                let line = memory.book.add(proof, &proven);
                memory.ledger.add(&line)?;
                Ok(yes(proven))
            }
            Found::Back(newest) => {
                let head = proven.reached.index();
                let words = format!("rollback: the head is block {head}, after {newest} was seen");
                Ok(Outcome::no("rollback", words, Some(proven)))
            }
            Found::Apart(newest) => {
                let words = format!(
                    "untied: it does not pass block {newest}, the newest that was seen: ask for \
                     one from there"
                );
                Ok(Outcome {
                    verdict: Verdict::Unknown(words.into()),
                    why: Some("untied"),
                    proven: Some(proven),
                })
            }
            Found::Two { seen, hash, link } => {
                let index = seen.index;
                let (one, two) = (hex::encode(&seen.hash), hex::encode(&hash));
                let mut words = format!("equivocation: block {index} is {two}, and {one} was seen");
                let other = link.and_then(|link| Witness::of(proof, &proven, link));
                // A head shows no other block than the one to which the proof leads.
                let reached = proven.reached.index() == index;
                let head = Headed::of(proof, &proven).filter(|_| reached);
                let heads = seen.head.zip(head).and_then(|(one, other)| {
                    // Neither do heads of one block.
                    Heads::of(index, one, other).ok()
                });
                let evidence = seen.link.zip(other).and_then(|(one, other)| {
                    // Links to other numbers prove nothing.
                    Evidence::of(one, other).ok()
                });
                let path = memory.evidence_path();
                if let Some(evidence) = evidence {
                    let names = written(cx, &evidence, &path)?;
                    words = format!("{words}; both are signed by {names}");
                } else if let Some(heads) = heads {
                    let names = heads_written(cx, &heads, proof, &path)?;
                    words = format!("{words}; both are in heads signed by {names}");
                }
                Ok(Outcome::no("equivocation", words, Some(proven)))
            }
        }
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
        words += &format!(", {links} link{plural}, {signatures} signatures");
    }
    if !proven.changes.is_empty() {
        words += &format!(", turnover {}%", proven.turnover_percent());
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
        .field("turnover_percent", proven.turnover_percent())
        .field(
            "safe_rosters",
            proven.changes.iter().all(|change| change.safe),
        )
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
