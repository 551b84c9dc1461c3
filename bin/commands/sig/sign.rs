//! `sig sign`: a signature on a file.

use std::ffi::OsStr;
use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::key::{Kind, PublicKey, show_number};
use decent::sig::Format;
use decent::sig::comments::Over;
use decent::sig::sign::{Order, sign, usual_format};

use super::verify::copy;
use crate::args::{Create, Time};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::{Record, bytes_of};
use crate::secrets::Passphrase;
use crate::signatures::{FORMATS, HASHES, Part, hash_named, kind_for};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The secret key: PEM, minisign, signify, OpenSSH, or hex (of ed25519; of secp256k1 for der
    /// and bip340)
    #[arg(long, value_name = "KEY")]
    key: PathBuf,
    #[command(flatten)]
    passphrase: Passphrase,
    /// minisign for a key of ed25519, der for one of secp256k1
    #[arg(long, value_name = "FORMAT", value_parser = FORMATS)]
    format: Option<String>,
    /// Of minisign: over the bytes themselves, as before version 0.6; signify takes it too
    #[arg(long)]
    legacy: bool,
    /// Of signify: the signature, then FILE, in one file (signify -e)
    #[arg(long)]
    embedded: bool,
    /// What SSHSIG's signature is for
    #[arg(long, value_name = "NAME", default_value = "file")]
    namespace: String,
    /// The hash of SSHSIG (sha512), of ECDSA (sha256), and one for BIP-340 to sign (none)
    #[arg(long, value_name = "HASH", value_parser = HASHES)]
    hash: Option<String>,
    /// The first line of minisign and signify, which is not signed
    #[arg(long, value_name = "TEXT")]
    comment: Option<String>,
    /// The comment that minisign signs; without, the time and the name of the file
    #[arg(long, value_name = "TEXT")]
    trusted_comment: Option<String>,
    /// The time in it; without, now
    #[arg(long, value_name = "TIME")]
    at: Option<Time>,
    /// Of ECDSA and BIP-340: put randomness into the nonce, against who measures this computer
    #[arg(long)]
    hedge: bool,
    #[command(flatten)]
    create: Create,
    /// The file; none, or `-`, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Signs a file or a stream so that minisign, signify, ssh-keygen -Y, openssl or Bitcoin's tools take
the signature. minisign's (the usual one) and SSHSIG's are over a hash, so that a stream is read
once. signify's, Ed25519 in raw bytes and BIP-340 are over the bytes themselves, which are read
twice: a stream is kept in a file first. The same file has the same signature each time.";
    const EXAMPLES: &'static str = "$ printf %064d 7 > key && chmod 600 key && echo hello > data
$ decent sig sign --key key --trusted-comment 'release 1' data -o data.minisig
AA3C30087400A218  minisign  data
$ tail -n 2 data.minisig | head -n 1
trusted comment: release 1
$ decent sig sign --key key --format sshsig --namespace git data 2> report | head -n 1
-----BEGIN SSH SIGNATURE-----";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let format = self.format.as_deref().map(Format::named).transpose()?;
        let read = cx.secret_key("key", &self.key, &self.passphrase, kind_for(format))?;
        let public = read.public();
        let format = format.unwrap_or_else(|| {
            if self.embedded {
                Format::Signify
            } else {
                usual_format(&public.key)
            }
        });
        self.fits(format)?;
        let mut random = None;
        if self.hedge {
            let mut bytes = [0; 32];
            Cx::random(&mut bytes)?;
            random = Some(bytes);
        }
        let order = Order {
            key: &read.key,
            number: public.number(),
            format,
            over: if self.legacy {
                Over::Bytes
            } else {
                Over::Blake2b
            },
            namespace: self.namespace.clone().into_bytes(),
            hash: hash_named(self.hash.as_deref())?,
            untrusted: match &self.comment {
                Some(comment) => comment.clone().into_bytes(),
                None => b"signature from decent".to_vec(),
            },
            trusted: self.trusted(),
            random,
        };
        let mut input = cx.subject("data", &self.file)?;
        let name = input.name().to_vec();
        let embeds = self.embedded;
        if order.reads_twice() || embeds {
            input.source()?;
        }
        let watch = cx.watch(input.len());
        let binary = matches!(format, Format::Raw | Format::Der | Format::Bip340);
        let files = sign(std::slice::from_ref(&order), &mut input, &watch)?;
        drop(watch);
        let mut made = cx.create(&self.create, binary)?;
        for file in files {
            made.put(&file)?;
        }
        if embeds {
            let source = input.into_source()?;
            let range = 0..source.len();
            copy(&Part { source, range }, &mut |bytes| made.put(bytes))?;
        }
        made.finish()?;
        let known = match format {
            Format::Minisign | Format::Signify => show_number(order.number),
            _ => shown(&public.key, format),
        };
        let record = Record::value("key", known).detail("format", format.name());
        let record = record.name(&name);
        cx.emit(&record.field("public_key", hex::encode(&public.key.bytes())))?;
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// Refuses options that the format has no place for.
    fn fits(&self, format: Format) -> Result<(), Fail> {
        let commented = matches!(format, Format::Minisign | Format::Signify);
        let minisign = format == Format::Minisign;
        let nonce = matches!(format, Format::Raw | Format::Der | Format::Bip340);
        let wrong = [
            (self.legacy && !minisign, "--legacy", "minisign"),
            (
                self.embedded && format != Format::Signify,
                "--embedded",
                "signify",
            ),
            (
                self.namespace != "file" && format != Format::SshSig,
                "--namespace",
                "sshsig",
            ),
            (
                self.comment.is_some() && !commented,
                "--comment",
                "minisign or signify",
            ),
            (
                self.trusted_comment.is_some() && !minisign,
                "--trusted-comment",
                "minisign",
            ),
            (self.at.is_some() && !minisign, "--at", "minisign"),
            (self.hedge && !nonce, "--hedge", "raw, der or bip340"),
        ];
        if self.namespace.is_empty() {
            return Err(Fail::usage("a namespace has at least one letter"));
        }
        match wrong.iter().find(|(wrong, _, _)| *wrong) {
            Some((_, option, wanted)) => Err(Fail::usage(format!(
                "{option} goes with --format {wanted}, not {}",
                format.name()
            ))),
            None => Ok(()),
        }
    }

    /// What minisign writes there.
    fn trusted(&self) -> Vec<u8> {
        if let Some(comment) = &self.trusted_comment {
            return comment.clone().into_bytes();
        }
        let now = i64::try_from(Cx::now()).unwrap_or(i64::MAX);
        let at = self.at.map_or(now, |time| time.0);
        let mut comment = format!("timestamp:{at}").into_bytes();
        let name = self.file.file_name().map(OsStr::as_encoded_bytes);
        if let Some(name) = name.filter(|_| bytes_of(&self.file) != b"-") {
            comment.extend(b"\tfile:");
            comment.extend(
                name.iter()
                    .map(|b| if b.is_ascii_control() { b'?' } else { *b }),
            );
        }
        if !self.legacy {
            comment.extend(b"\thashed");
        }
        comment
    }
}

/// The public key as its format has it: of BIP-340 the x coordinate alone.
fn shown(key: &PublicKey, format: Format) -> String {
    let bytes = key.bytes();
    let x_only = format == Format::Bip340 && key.kind() == Kind::Secp256k1;
    hex::encode(bytes.get(usize::from(x_only)..).unwrap_or_default())
}
