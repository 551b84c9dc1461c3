//! `key new`: a new key.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::key::form::{Beside, write_public, write_secret};
use decent::key::{Form, SecretKey};
use decent::skipchain::possession;
use decent::watch::Watch;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::keys::{FormWord, KindWord, tell};
use crate::output::Artefact;
use crate::report::{Record, bytes_of};
use crate::secrets::{Hide, Passphrase};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// What sort of key
    #[arg(long = "type", value_name = "TYPE", default_value = "ed25519")]
    kind: KindWord,
    /// The form that it is written in
    #[arg(long, value_name = "FORM", default_value = "pem")]
    to: FormWord,
    /// Encrypt the key under a passphrase that the terminal is asked for
    #[arg(long, conflicts_with = "passphrase_file")]
    encrypt: bool,
    /// Words beside the key, where its form has a place for them
    #[arg(long, value_name = "WORDS")]
    comment: Option<String>,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    hide: Hide,
}

impl Tool for Args {
    const ABOUT: &'static str = "Makes a key from the operating system's randomness. With -o KEY the secret key stands in KEY,
which only its owner can read, and the public key in KEY.pub; of BLS12-381, for rosters, with a
proof that its secret is had. Neither replaces a file that is there without --force. With
--passphrase-file or --encrypt the secret key is encrypted.";
    const EXAMPLES: &'static str = "$ decent key new -o anna
[..]  anna
$ head -n 1 anna anna.pub
==> anna <==
-----BEGIN PRIVATE KEY-----

==> anna.pub <==
-----BEGIN PUBLIC KEY-----
$ decent key new --type x25519 --to age -o box | wc -c
70
$ stat -c %a box
600
$ decent key new -o anna
decent key new: anna: it is there already
  hint: give another name, or --force to replace it
  more: decent why already-there
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let beside_it = self.hide.file().map(public_name);
        for path in self.hide.file().into_iter().chain(beside_it.as_deref()) {
            self.hide.vacant(path)?;
        }
        let (kind, form) = (self.kind.into(), Form::from(self.to));
        let passphrase = if self.encrypt || self.passphrase.passphrase_file.is_some() {
            let asked = cx.passphrase(&self.passphrase, "new passphrase", true)?;
            let none = || Error::new(slug::PASSPHRASE_WANTED, "a passphrase", "no terminal");
            Some(asked.ok_or_else(|| Fail::from(none()).hint("give --passphrase-file FILE"))?)
        } else {
            None
        };
        let beside = Beside {
            passphrase: passphrase.as_ref(),
            comment: self.comment.as_deref(),
            number: None,
        };
        crate::secrets::guard();
        let mut rng = Cx::rng()?;
        let key = SecretKey::generate(kind, &mut rng)?;
        let text = write_secret(&key, form, beside, &mut rng)?;
        let public = key.public();
        let mut public_text = write_public(&public, form, beside)?;
        if form == Form::Pem {
            // Whoever adds such keys up must know that each has its secret.
            public_text.extend(possession::block(&key));
        }
        let watch = cx.watch(None);
        if watch.narrates() {
            tell(&watch, (Some(&key), &public), None)?;
        }
        let mut made = cx.hide(&self.hide)?;
        made.put_secret(text.bytes())?;
        made.finish()?;
        if let Some(path) = &beside_it {
            put_public(path, &public_text)?;
        }
        let name = self.hide.output.as_deref().unwrap_or(Path::new("-"));
        let record = Record::value("public_key", hex::encode(&public.bytes()));
        let record = record.aside("type", kind.name()).aside("form", form.name());
        cx.emit(&record.name(bytes_of(name)))?;
        Ok(Verdict::Yes)
    }
}

/// `KEY.pub`.
fn public_name(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".pub");
    name.into()
}

fn put_public(path: &Path, text: &str) -> Result<(), Fail> {
    use std::io::Write;
    let mut file = Artefact::begin(path)?;
    let put = file.write_all(text.as_bytes());
    put.map_err(|e| Fail::output(&e, bytes_of(path)))?;
    file.commit()
}
