//! `note key`: the line by which verifiers know a key.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::key::PublicKey;
use decent::note::{Algorithm, Signer, Verifier, narrate};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::keys::Reading;
use crate::notes::{known, not_ed25519};
use crate::report::bytes_of;
use crate::secrets::Passphrase;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The name of the key, without spaces and plus signs
    #[arg(long, value_name = "NAME", required_unless_present = "member")]
    name: Option<String>,
    /// The key signs the heads of others, with the time: a witness
    #[arg(long)]
    cosign: bool,
    /// The key as cosigner of the skipchains whose roster it is in: named by itself
    #[arg(long, conflicts_with_all = ["name", "cosign"])]
    member: bool,
    /// 64 hex digits are a public key, not a secret one
    #[arg(long)]
    public_hex: bool,
    #[command(flatten)]
    passphrase: Passphrase,
    /// The keys, secret or public; none, or `-`, is standard input
    #[arg(value_name = "KEY")]
    keys: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints the line by which verifiers of notes know a key of ed25519: its name, four bytes of a hash,
the sort of signatures and the public key. It is what note verify --key takes, and Go's package.";
    const EXAMPLES: &'static str = "$ printf %064d 7 > key && chmod 600 key
$ decent note key --name example.com/log key
example.com/log+0e9c21b0+AT7iqKcoPLL9colD2qEn7wnkgwcai0vGmbpFIvCbFM/e  key
$ decent note key --name example.com/w1 --cosign --no-names key > w1.vkey
$ decent note key --member --no-names key | cut -c1-40
decent-skip/3ee2a8a7283cb2fd728943daa127";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        for path in Cx::files(self.keys.clone()) {
            if let Err(fail) = self.show(cx, &path) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    fn show(&self, cx: &mut Cx, path: &Path) -> Result<(), Fail> {
        let key = self.public(cx, path)?;
        let algorithm = if self.cosign {
            Algorithm::Cosignature
        } else {
            Algorithm::Ed25519
        };
        let made = match &self.name {
            Some(name) => Verifier::new(name, algorithm, &key),
            None => Verifier::member(&key),
        };
        let verifier = made.map_err(|error| Fail::from(error).named("--name"))?;
        narrate::known(&verifier, &cx.watch(None));
        cx.emit(&known(&verifier).name(bytes_of(path)))
    }

    /// The public half of what a file holds, Go's signers included.
    fn public(&self, cx: &mut Cx, path: &Path) -> Result<[u8; 32], Fail> {
        crate::secrets::guard();
        let bytes = cx.secret("key", path, Role::Anchor)?;
        if let Some(read) = Signer::read(&bytes) {
            let signer = read.map_err(|error| Fail::from(error.of("key")))?;
            return Ok(*signer.verifier().key());
        }
        let reading = Reading {
            passphrase: &self.passphrase,
            kind: None,
            public: self.public_hex,
        };
        match cx.either_of(path, &bytes, &reading)?.public().key {
            PublicKey::Ed25519(key) => Ok(key.to_bytes()),
            other => Err(not_ed25519(other.kind())),
        }
    }
}
