//! `note verify`: whether trusted keys signed a note, and whether an entry is in the log whose head it
//! is.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::error::slug;
use decent::note::{Checkpoint, Note, Proof, Signed, Verifier, narrate, proof};

use crate::args::Time;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::notes::{self, Wanted, now, read, shown, verifiers};
use crate::records::Span;
use crate::report::{Record, bytes_of};

/// Bytes of an entry, at most.
const ENTRY_LARGEST: u64 = 64 << 20;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// A key that is trusted, as a line (NAME+HEX+BASE64) or a file of lines, of which those of types
    /// that are not known here are passed over; may be given again
    #[arg(long, value_name = "VKEY", required = true)]
    key: Vec<PathBuf>,
    /// So many different keys must have signed; one under two names counts once
    #[arg(long, value_name = "N", default_value = "1", value_parser = clap::value_parser!(u32).range(1..))]
    min: u32,
    /// The log that the head must be of, as its first line has it
    #[arg(long, value_name = "NAME")]
    origin: Option<String>,
    /// Count only cosignatures that are no older than this, and not of the future
    #[arg(long, value_name = "SPAN")]
    max_age: Option<Span>,
    /// What is now
    #[arg(long, value_name = "TIME", requires = "max_age")]
    at: Option<Time>,
    /// The entry that a proof is to prove
    #[arg(long, value_name = "FILE")]
    entry: Option<PathBuf>,
    /// Write the text to FILE, once it is known who signed it; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The note, or a proof of an entry (c2sp.org/tlog-proof); none, or `-`, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Says whether keys that are trusted signed a note: a text, or the head of a log that witnesses
cosigned. Lines of other keys are passed over; one of a trusted key that does not hold spoils the
note. A file that holds a proof of an entry is checked up to the entry, which --entry gives.";
    const EXAMPLES: &'static str = "$ printf 'go.sum database tree\\n6476701\\nmb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=\\n' > sumdb
$ printf '\\n\u{2014} sum.golang.org %s%s\\n' Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9LM7Us9S+1xbFI \\
>     Gu95949rj4nPRYfvimWEPWL+o3GeoWwOoAw= >> sumdb
$ echo 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8' > go.vkey
$ decent note verify --key go.vkey sumdb
sumdb: OK (signed by sum.golang.org)
$ sed s/6476701/6476702/ sumdb | decent note verify --key go.vkey
-: FAILED (signature 0: wanted a signature by sum.golang.org that holds, found [..]
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let keys = verifiers(cx, "--key", &self.key)?;
        let bytes = read(cx, &self.file, Role::Evidence)?;
        cx.about(bytes_of(&self.file));
        let wrong = |error: decent::Error| Fail::from(error.of("note"));
        let (note, proof) = if Proof::begins(&bytes) {
            let proof = Proof::read(&bytes).map_err(wrong)?;
            proof.head().map_err(wrong)?;
            (proof.note.clone(), Some(proof))
        } else {
            (Note::read(&bytes).map_err(wrong)?, None)
        };
        if self.entry.is_some() && proof.is_none() {
            let fail = Fail::usage("--entry goes with a proof, and this is a note");
            return Err(fail.named(bytes_of(&self.file)));
        }
        let before = bytes.len() - note.to_string().len();
        let head = Checkpoint::read(note.text()).ok();
        let (mut verdict, signed) = self.opened((&note, before), &keys, head.as_ref(), cx)?;
        if let (Verdict::Yes, Some(proof)) = (&verdict, &proof) {
            verdict = self.entry(cx, proof)?;
        }
        self.put(cx, &verdict, &note)?;
        let record = told(&verdict, &note, &keys, &signed);
        let record = match &head {
            Some(found) => notes::head(record, found),
            None => record,
        };
        let record = match &proof {
            Some(proof) => record.field("index", proof.index.to_string()),
            None => record,
        };
        cx.emit(&record.name(bytes_of(&self.file)))?;
        Ok(verdict)
    }
}

impl Args {
    /// Who signed, and whether that is enough.
    fn opened(
        &self,
        (note, before): (&Note, usize),
        keys: &[Verifier],
        head: Option<&Checkpoint>,
        cx: &Cx,
    ) -> Result<(Verdict, Vec<Signed>), Fail> {
        let signed = match note.open(keys) {
            Ok(signed) => signed,
            Err(error) if error.slug == slug::NOTE_SIGNATURE => {
                return Ok((Verdict::No(error.to_string().into()), Vec::new()));
            }
            Err(error) => return Err(error.into()),
        };
        narrate::opened((note, before), keys, &signed, &cx.watch(None));
        let now = now(self.at)?;
        let span = self.max_age.map(|span| span.0 / 1_000_000_000);
        let wanted = Wanted {
            min: self.min as usize,
            origin: self.origin.as_deref(),
            within: span.map(|span| (now.saturating_sub(span), now)),
        };
        let verdict = wanted.judge((&signed, keys), head);
        Ok((verdict, signed))
    }

    /// Whether a proof leads from the entry to the head.
    fn entry(&self, cx: &mut Cx, proof: &Proof) -> Result<Verdict, Fail> {
        let Some(path) = &self.entry else {
            return Ok(Verdict::Unknown("no entry to prove, as --entry".into()));
        };
        let entry = cx.subject("entry", path)?.read_all(ENTRY_LARGEST);
        let entry = entry.map_err(|error| Fail::from(error.of("entry")))?;
        let leaf = proof::leaf(&entry);
        narrate::climbed(proof, &leaf, &cx.watch(None));
        Ok(match proof.verify(&leaf) {
            Ok(()) => Verdict::Yes,
            Err(error) => Verdict::No(error.to_string().into()),
        })
    }

    /// The text, for who asks for it, where it may be trusted.
    fn put(&self, cx: &mut Cx, verdict: &Verdict, note: &Note) -> Result<(), Fail> {
        if self.output.is_none() || *verdict != Verdict::Yes {
            return Ok(());
        }
        let create = crate::args::Create {
            output: self.output.clone(),
        };
        let mut made = cx.create(&create, false)?;
        made.put(note.text().as_bytes())?;
        made.finish()
    }
}

fn told(verdict: &Verdict, note: &Note, keys: &[Verifier], signed: &[Signed]) -> Record {
    let lines = signed.iter().filter_map(|one| note.lines().get(one.line));
    let mut names: Vec<&str> = lines.map(decent::note::Line::name).collect();
    names.dedup();
    let used = signed.iter().filter_map(|one| keys.get(one.verifier));
    let ids: Vec<String> = used.map(|key| hex::encode(&key.id())).collect();
    let times = signed.iter().filter_map(|one| one.time).map(shown);
    let record = Record::verdict(verdict)
        .field("signers", decent::note::signers(signed, keys))
        .field("signed_by", names.clone())
        .field("ids", ids)
        .field("times", times.collect::<Vec<_>>());
    if *verdict == Verdict::Yes {
        record.told(&format!("signed by {}", names.join(", ")))
    } else {
        record
    }
}
