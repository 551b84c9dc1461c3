//! `key convert`: a key in another form.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::error::slug;
use decent::key::Form;
use decent::key::SecretKey;
use decent::key::form::{Beside, Read, write_public, write_secret};
use decent::secret::Secret;
use decent::skipchain::possession;
use decent::watch::{Step, Watch};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::keys::{Either, FormWord, KindWord, Reading};
use crate::secrets::{Hide, Passphrase};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The form to write
    #[arg(long, value_name = "FORM")]
    to: FormWord,
    /// Write the public half of a secret key
    #[arg(long)]
    public: bool,
    /// 64 hex digits are a public key, not a secret one
    #[arg(long)]
    public_hex: bool,
    /// What sort of key hex digits are
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<KindWord>,
    /// Encrypt what is written under the first line of FILE
    #[arg(long, value_name = "FILE", conflicts_with = "no_passphrase")]
    new_passphrase_file: Option<PathBuf>,
    /// Write an encrypted key unencrypted
    #[arg(long)]
    no_passphrase: bool,
    /// Words beside the key instead of those that it has
    #[arg(long, value_name = "WORDS")]
    comment: Option<String>,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    hide: Hide,
    /// The key, secret or public; none, or `-`, is standard input
    #[arg(value_name = "KEY")]
    key: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Reads a key in any form and writes it in the one that --to names. A secret key stays secret, a
public one public; --public takes the public half of a secret key. What was encrypted stays
encrypted under the same passphrase, but for --new-passphrase-file and --no-passphrase. The
number by which minisign and signify know a key goes along; PEM, OpenSSH and hex have none, and
then it is made of the key.";
    const EXAMPLES: &'static str = "$ printf %064d 7 > seven && chmod 600 seven
$ decent key convert --to openssh --public seven
ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[..]
$ decent key convert --to minisign seven -o seven.key
$ decent key convert --to hex seven.key
0000000000000000000000000000000000000000000000000000000000000007
$ decent key convert --to pem --public seven.key
-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEA[..]
-----END PUBLIC KEY-----";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let path = self.key.clone().unwrap_or_else(|| "-".into());
        let reading = Reading {
            passphrase: &self.passphrase,
            kind: self.kind.map(Into::into),
            public: self.public_hex,
        };
        let read = cx.either(&path, &reading)?;
        let watch = cx.watch(None);
        if watch.narrates() {
            let public = read.public();
            let why = "the key stays the same, only its form changes";
            let step = Step::new("key", why)
                .value("type", public.key.kind().name())
                .value("from", public.form.name())
                .value("to", Form::from(self.to).name());
            watch.step(&step.value("public key", hex::encode(&public.key.bytes())));
        }
        match read {
            Either::Secret(read, opened_by) if !self.public => self.secret(cx, &read, opened_by)?,
            read => self.write_public(cx, &read)?,
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    fn write_public(&self, cx: &mut Cx, either: &Either) -> Result<(), Fail> {
        let read = either.public();
        let comment = self.comment.as_deref().or(read.comment.as_deref());
        let form = Form::from(self.to);
        let beside = Beside {
            passphrase: None,
            comment: comment.filter(said),
            number: read.number,
        };
        let mut text = write_public(&read.key, form, beside)?;
        if let (Form::Pem, Either::Secret(secret, _)) = (form, either) {
            text.extend(possession::block(&secret.key));
        }
        let create = Create {
            output: self.hide.output.clone(),
        };
        if let Some(path) = self.hide.file() {
            self.hide.vacant(path)?;
        }
        let mut made = cx.create(&create, false)?;
        made.put(text.as_bytes())?;
        made.finish()
    }

    fn secret(
        &self,
        cx: &mut Cx,
        read: &Read<SecretKey>,
        opened_by: Option<Secret>,
    ) -> Result<(), Fail> {
        if let Some(path) = self.hide.file() {
            self.hide.vacant(path)?;
        }
        let passphrase = self.new_passphrase(cx, opened_by)?;
        let comment = self.comment.as_deref().or(read.comment.as_deref());
        let form = Form::from(self.to);
        let beside = Beside {
            passphrase: passphrase.as_ref(),
            comment: comment.filter(said),
            number: read.number,
        };
        let mut rng = Cx::rng()?;
        let text = write_secret(&read.key, form, beside, &mut rng);
        let text = text.map_err(|error| match passphrase {
            Some(_) if error.slug == slug::KEY_KIND => {
                Fail::from(error).hint("--no-passphrase writes it unencrypted")
            }
            _ => error.into(),
        })?;
        let mut made = cx.hide(&self.hide)?;
        made.put_secret(text.bytes())?;
        made.finish()
    }

    /// What the written key is encrypted under.
    fn new_passphrase(
        &self,
        cx: &mut Cx,
        opened_by: Option<Secret>,
    ) -> Result<Option<Secret>, Fail> {
        if self.no_passphrase {
            return Ok(None);
        }
        if self.new_passphrase_file.is_none() {
            return Ok(opened_by);
        }
        let from = Passphrase {
            passphrase_file: self.new_passphrase_file.clone(),
        };
        cx.passphrase(&from, "new passphrase", true)
    }
}

/// Whether a comment says something: not those that programs put there by themselves.
fn said(comment: &&str) -> bool {
    !["minisign ", "signify "]
        .iter()
        .any(|name| comment.starts_with(name))
}
