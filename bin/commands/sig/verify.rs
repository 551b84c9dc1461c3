//! `sig verify`: signatures against a file and keys.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::error::{Error, slug};
use decent::sig::verify::{Asked, verify};
use decent::sig::{Format, Signature};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::{Record, bytes_of};
use crate::signatures::{
    FORMATS, HASHES, KeyArgs, Part, Ring, Unchecked, beside, embedded, hash_named, kind_for, read,
};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    keys: KeyArgs,
    /// A signature; may be given again. Without, FILE.minisig or FILE.sig
    #[arg(long, value_name = "SIG", conflicts_with = "embedded")]
    sig: Vec<PathBuf>,
    /// FILE begins with its signature, as signify -e writes it; -o writes the message alone
    #[arg(long)]
    embedded: bool,
    /// Take the signatures for this format, and no other
    #[arg(long, value_name = "FORMAT", value_parser = FORMATS)]
    format: Option<String>,
    /// The hash of ECDSA and RSA (sha256), and of BIP-340 where it signs one (none)
    #[arg(long, value_name = "HASH", value_parser = HASHES)]
    hash: Option<String>,
    /// Refuse the high s of ECDSA, which holds as well as the low one
    #[arg(long)]
    low_s: bool,
    #[command(flatten)]
    create: Create,
    /// The file; none, or `-`, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Says whether signatures of minisign, signify, ssh-keygen -Y, openssl or BIP-340 are of this file
and by these keys. The format is found by itself; the file is read once, however many signatures
there are. Every signature must hold, or with --min so many different keys must have made one that
does. Keys and points that let anyone sign are refused, and so is a change of a trusted comment.";
    const EXAMPLES: &'static str = "$ printf %064d 7 > key && chmod 600 key && echo hello > data
$ decent sig sign --key key --trusted-comment 'release 1' data -o data.minisig
AA3C30087400A218  minisign  data
$ echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > key.pub
$ decent sig verify --key key.pub --sig data.minisig data
data: OK (minisign by key.pub: release 1)
$ echo Hello | decent sig verify --key key.pub --sig data.minisig
-: FAILED (the signature is of other data, or by another key)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let format = self.format.as_deref().map(Format::named).transpose()?;
        if self.create.output.is_some() && !self.embedded {
            return Err(Fail::usage(
                "-o goes with --embedded: there the message is inside",
            ));
        }
        let ring = self.keys.ring(cx, kind_for(format))?;
        let asked = Asked {
            format,
            hash: hash_named(self.hash.as_deref())?,
            low_s: self.low_s,
            ..self.keys.asked()
        };
        if self.embedded {
            return inside(cx, &ring, &asked, &self.file, &self.create);
        }
        let paths = match self.sig.as_slice() {
            [] => vec![beside(&self.file).ok_or_else(|| {
                let wanted = "a signature, as --sig, FILE.minisig or FILE.sig";
                Error::new(slug::USAGE, wanted, "none")
            })?],
            paths => paths.to_vec(),
        };
        let one = paths.len() == 1 && self.keys.min.is_none();
        let mut read_ones = Vec::new();
        let mut malformed = Vec::new();
        for path in paths {
            match read(cx, &path, format) {
                Ok(signature) => read_ones.push((path, signature)),
                Err(fail) if one || !fail.is_no() => return Err(fail),
                Err(fail) => malformed.push((path, fail.error)),
            }
        }
        let mut input = cx.subject("data", &self.file)?;
        let watch = cx.watch(input.len());
        let signatures: Vec<&Signature> = read_ones.iter().map(|(_, one)| one).collect();
        let outcomes = verify(&signatures, &ring.trusted, &asked, &mut input, &watch)?;
        drop(watch);
        let all: Vec<_> = read_ones.iter().zip(&outcomes).collect();
        if let ([((path, signature), outcome)], true) = (all.as_slice(), one) {
            let record = ring.record(cx, signature, outcome, path).name(input.name());
            cx.emit(&record)?;
            return Ok(outcome.verdict.clone());
        }
        for ((path, signature), outcome) in all {
            let record = ring
                .record(cx, signature, outcome, path)
                .name(bytes_of(path));
            cx.emit(&record)?;
        }
        let mut verdicts: Vec<_> = outcomes.iter().map(|one| one.verdict.clone()).collect();
        for (path, error) in malformed {
            let verdict = Verdict::No(error.to_string().into());
            cx.emit(&Record::verdict(&verdict).name(bytes_of(&path)))?;
            verdicts.push(verdict);
        }
        let signers = ring.signers(&outcomes);
        let verdict = match self.keys.min {
            None => Verdict::all(verdicts),
            Some(min) if signers >= min as usize => Verdict::Yes,
            Some(min) => Verdict::No(format!("{signers} keys signed, {min} are needed").into()),
        };
        let words = format!("{signers} of {} keys signed", ring.distinct());
        let record = Record::verdict(&verdict).name(input.name());
        let record = record.field("signers", signers).told(&words);
        cx.emit(&record)?;
        Ok(verdict)
    }
}

/// A file that begins with its signature; the message is written once it is known to be good.
fn inside(
    cx: &mut Cx,
    ring: &Ring,
    asked: &Asked<'_>,
    file: &Path,
    create: &Create,
) -> Result<Verdict, Fail> {
    let input = cx.evidence("data", file)?;
    let name = input.name().to_vec();
    let mut opened = embedded(input)?;
    let watch = Unchecked(cx.watch(Some(opened.message.range.end)));
    let signature = [&opened.signature];
    let outcomes = verify(
        &signature,
        &ring.trusted,
        asked,
        &mut opened.message,
        &watch,
    )?;
    drop(watch);
    let Some(outcome) = outcomes.first() else {
        return Ok(Verdict::Unknown("nothing was checked".into()));
    };
    if outcome.verdict == Verdict::Yes && create.output.is_some() {
        let mut made = cx.create(create, false)?;
        copy(&opened.message, &mut |bytes| made.put(bytes))?;
        made.finish()?;
    }
    let record = ring
        .record(cx, &opened.signature, outcome, file)
        .name(&name);
    cx.emit(&record)?;
    Ok(outcome.verdict.clone())
}

/// The bytes of a part of a file, a window at a time.
pub(crate) fn copy(
    part: &Part,
    put: &mut dyn FnMut(&[u8]) -> Result<(), Fail>,
) -> Result<(), Fail> {
    const WINDOW: u64 = 1 << 20;
    let mut at = part.range.start;
    while at < part.range.end {
        let end = part.range.end.min(at + WINDOW);
        let bytes = part.source.window(at..end)?;
        put(&bytes)?;
        part.source.check()?;
        at = end;
    }
    Ok(())
}
