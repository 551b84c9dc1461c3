//! `skipchain checkpoint`: the head of a chain as a note that members and witnesses cosign.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::key::{Kind, SecretKey};
use decent::note::{Checkpoint, LARGEST, Line, Note, Signer, Verifier, narrate};
use decent::skipchain::checkpoint::{Quorum, cosigners, head, request, signed};
use decent::skipchain::record::Kind as RecordKind;
use decent::skipchain::tree::growth;
use decent::skipchain::{Chain, Roster};

use crate::args::{Create, Time};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::notes::{not_ed25519, now, seen, verifiers};
use crate::report::{Record, bytes_of};
use crate::secrets::Passphrase;
use crate::skipchains::{self, Writing};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// A member's secret key of ed25519: sign the head
    #[arg(long, value_name = "KEY")]
    key: Option<PathBuf>,
    #[command(flatten)]
    passphrase: Passphrase,
    /// When it is signed; without, now
    #[arg(long, value_name = "TIME", requires = "key")]
    at: Option<Time>,
    /// What was signed before, which grows by this head: signs no earlier head than the newest, no other
    /// of the same size, and a later one only where this chain continues the one that was signed
    #[arg(long, value_name = "STATE", requires = "key")]
    state: Option<PathBuf>,
    /// The head that others signed, whose lines are taken over; may be given again
    #[arg(long, value_name = "NOTE")]
    with: Vec<PathBuf>,
    /// A witness whose line is kept, as a line (NAME+HEX+BASE64) or a file of lines; may be given again
    #[arg(long, value_name = "VKEY")]
    witness: Vec<PathBuf>,
    /// Keep it in the chain, once a quorum of the roster signed
    #[arg(long)]
    store: bool,
    /// Write what a witness is asked that knows the first N blocks: `old N`, a proof, the head
    #[arg(long, value_name = "N")]
    old: Option<u64>,
    /// The head that is kept in the chain, not its newest one
    #[arg(long, conflicts_with_all = ["key", "with", "witness", "store"])]
    kept: bool,
    #[command(flatten)]
    create: Create,
    /// The chain
    #[arg(value_name = "C.skip")]
    chain: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes the head of a chain: its name, how many blocks it has, the root of the tree over them, as
c2sp.org/tlog-checkpoint has it, so that witnesses of any log can cosign it. Members of the roster
sign with --key, each from a copy of their own, which the head must be of; --with takes over what
others signed, and --store keeps a head that a quorum signed. Who trusts that roster needs no other
link to any block before. A member should always give the same --state, for it remembers what was
signed: without it, whoever swaps the copy has two heads of one size from one key.";
    const EXAMPLES: &'static str = r"$ printf %064d 7 > key && chmod 600 key
$ decent key convert --public --to pem key > anna.pub
$ decent roster new -q anna.pub -o us > log
$ decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > id
$ decent skipchain checkpoint -q c.skip | sed -n 2p
1
$ sign='decent skipchain checkpoint --key key --state signed'
$ $sign --at 2026-01-31T12:00:00Z --store c.skip -o head
1  [..]  1/1  c.skip
$ decent note verify --key $(decent note key --member --no-names key) head
head: OK (signed by decent-skip/[..])";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let witnesses = verifiers(cx, "--witness", &self.witness)?;
        let signer = self.signer(cx)?;
        let copies = self.copies(cx)?;
        if !self.store {
            let chain = skipchains::open(cx, "chain", &self.chain, Role::Anchor)?;
            let made = match self.made(cx, &chain, copies, signer.as_ref(), &witnesses)? {
                Ok(made) => made,
                Err(verdict) => return self.refused(cx, verdict),
            };
            return self.end(cx, &chain, &made);
        }
        let mut writing = Writing::open(cx, &self.chain)?;
        let made = match self.made(cx, writing.chain(), copies, signer.as_ref(), &witnesses)? {
            Ok(made) => made,
            Err(verdict) => return self.refused(cx, verdict),
        };
        if !made.enough() {
            let (weight, wanted) = (made.quorum.weight, made.roster.threshold());
            let wanted = format!("signatures that weigh {wanted}, for --store");
            let error = Error::new(slug::SKIP_MISSING, wanted, weight.to_string());
            return Err(Fail::from(error).named(bytes_of(&self.chain)));
        }
        let body = made.note.to_string().into_bytes();
        writing.append(cx, &[(RecordKind::Checkpoint, body)])?;
        let ended = self.end(cx, writing.chain(), &made);
        writing.close(cx);
        ended
    }
}

/// A head, and who signed it.
struct Made {
    note: Note,
    quorum: Quorum,
    roster: Roster,
}

impl Made {
    fn enough(&self) -> bool {
        self.quorum.weight >= self.roster.threshold()
    }
}

impl Args {
    fn signer(&self, cx: &mut Cx) -> Result<Option<Signer>, Fail> {
        let Some(path) = &self.key else {
            return Ok(None);
        };
        let kind = Some(Kind::Ed25519);
        let key = cx.secret_key("key", path, &self.passphrase, kind)?.key;
        let SecretKey::Ed25519(_) = &key else {
            return Err(not_ed25519(key.kind()));
        };
        Ok(Some(Signer::member(&key.to_bytes())?))
    }

    /// What others signed, all of one head.
    fn copies(&self, cx: &mut Cx) -> Result<Option<Note>, Fail> {
        let mut all: Option<Note> = None;
        for path in &self.with {
            let bytes = cx.evidence("head", path)?.read_all(LARGEST as u64);
            let note = bytes.and_then(|bytes| Note::read(&bytes));
            let note = note.map_err(|error| error.of("head"))?;
            match &mut all {
                None => all = Some(note),
                Some(all) => all.join(&note).map_err(|error| error.of("head"))?,
            }
        }
        Ok(all)
    }

    /// The head of this chain, with what others signed if they did, and its size.
    fn begun(&self, chain: &Chain<'_>, copies: Option<Note>) -> Result<(Note, u64), Fail> {
        let given = if self.kept {
            Some(kept(chain, &self.chain)?)
        } else {
            copies
        };
        let size = match &given {
            Some(note) => Checkpoint::read(note.text()).map_err(of_head)?.size,
            None => chain.len(),
        };
        let own = head(chain, size).map_err(of_head)?;
        let own = Note::of_text(own.to_string().as_bytes())?;
        match given {
            Some(note) if note.text() == own.text() => Ok((note, size)),
            Some(_) => {
                let wanted = "the head of this chain, at that size";
                Err(of_head(Error::new(slug::SKIP_SIGNATURE, wanted, "another")))
            }
            None => Ok((own, size)),
        }
    }

    fn made(
        &self,
        cx: &Cx,
        chain: &Chain<'_>,
        copies: Option<Note>,
        signer: Option<&Signer>,
        witnesses: &[Verifier],
    ) -> Result<Result<Made, Verdict>, Fail> {
        let (mut note, size) = self.begun(chain, copies)?;
        let roster = Roster::decode(&chain.roster_of(size - 1)?)?;
        let members = cosigners(&roster)?;
        if let Some(signer) = signer {
            if !members.contains(signer.verifier()) {
                let wanted = format!("a key of the roster of block {}", size - 1);
                let found = hex::encode(signer.verifier().key());
                return Err(Error::new(slug::SKIP_MEMBER, wanted, found)
                    .of("key")
                    .into());
            }
            let verdict = self.continued(cx, chain, &note)?;
            if verdict != Verdict::Yes {
                return Ok(Err(verdict));
            }
            note.sign(signer, now(self.at)?)?;
        }
        let known = [members, witnesses.to_vec()].concat();
        let ours = |line: &Line| self.kept || known.iter().any(|key| key.wrote(line));
        let strangers = note.keep(ours);
        if strangers > 0 {
            cx.note(&format!(
                "{strangers} lines of nobody who is known here are left out"
            ));
        }
        if note.lines().is_empty() && !self.with.is_empty() {
            let wanted = "a line of a member or of a witness who is named";
            return Err(of_head(Error::new(slug::NOTE_SIGNATURE, wanted, "none")));
        }
        if !note.lines().is_empty() {
            let opened = note.open(&known).map_err(of_head)?;
            if self.old.is_none() {
                let output = self.create.output.as_deref();
                let name = self.with.first().map(PathBuf::as_path).or(output);
                let name = name.unwrap_or(Path::new("HEAD"));
                cx.about(bytes_of(name));
                narrate::opened((&note, 0), &known, &opened, &cx.watch(None));
            }
        }
        let quorum = signed(&note, chain.id(), &roster).map_err(of_head)?;
        Ok(Ok(Made {
            note,
            quorum,
            roster,
        }))
    }

    /// Whether the head continues what was signed before.
    fn continued(&self, cx: &Cx, chain: &Chain<'_>, note: &Note) -> Result<Verdict, Fail> {
        let Some(path) = &self.state else {
            cx.note("nothing says what was signed before: a member keeps --state");
            return Ok(Verdict::Yes);
        };
        let head = Checkpoint::read(note.text())?;
        seen(cx, path, &head, |old| {
            let grown = old > 0 && old < head.size;
            let hashes = if grown {
                growth(old, head.size, chain)?
            } else {
                Vec::new()
            };
            Ok((if grown { old } else { 0 }, Cow::Owned(hashes)))
        })
    }

    /// Nothing is signed, nor written.
    fn refused(&self, cx: &mut Cx, verdict: Verdict) -> Result<Verdict, Fail> {
        let record = Record::verdict(&verdict);
        cx.emit(&record.name(bytes_of(&self.chain)))?;
        Ok(verdict)
    }

    fn end(&self, cx: &mut Cx, chain: &Chain<'_>, made: &Made) -> Result<Verdict, Fail> {
        let text = match self.old {
            None => made.note.to_string(),
            Some(_) if made.note.lines().is_empty() => {
                let wanted = "a head that is signed, for a witness to look at";
                let error = Error::new(slug::SKIP_MISSING, wanted, "no signature");
                return Err(Fail::from(error).named("--old"));
            }
            Some(old) => {
                let request = request(chain, old, made.note.clone());
                let request = request.map_err(|error| Fail::from(error).named("--old"))?;
                request.to_string()
            }
        };
        let mut artefact = cx.create(&self.create, false)?;
        artefact.put(text.as_bytes())?;
        artefact.finish()?;
        let (head, quorum) = (&made.quorum.head, &made.quorum);
        let members = made.roster.members();
        let names = quorum.members.iter();
        let names = names.filter_map(|(place, _)| members.get(*place));
        let names: Vec<&str> = names.map(|member| member.name.as_str()).collect();
        let record = Record::row()
            .cell("size", head.size.to_string(), 0)
            .cell("root", hex::encode(&head.root), 0)
            .cell(
                "signed",
                format!("{}/{}", quorum.weight, made.roster.threshold()),
                0,
            )
            .field("origin", head.origin.as_str())
            .field("signed_by", names)
            .field("weight", quorum.weight)
            .field("threshold", made.roster.threshold())
            .field("quorum", made.enough())
            .field("lines", made.note.lines().len());
        cx.emit(&record.name(bytes_of(&self.chain)))?;
        Ok(Verdict::Yes)
    }
}

/// What is wrong with a head that was given.
fn of_head(error: Error) -> Fail {
    error.of("head").into()
}

/// The head that is kept in a chain.
fn kept(chain: &Chain<'_>, path: &Path) -> Result<Note, Fail> {
    let Some(body) = chain.checkpoint()? else {
        let error = Error::new(
            slug::SKIP_MISSING,
            "a head that is kept in the chain",
            "none",
        );
        let fail = Fail::from(error).named(bytes_of(path));
        return Err(fail.hint("skipchain checkpoint --key KEY --store signs and keeps one"));
    };
    Ok(Note::read(&body).map_err(|error| error.of("chain"))?)
}
