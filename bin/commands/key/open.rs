//! `key open`: decrypt what was sealed to a key.

use std::path::PathBuf;

use decent::Verdict;
use decent::key::age;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::sealed;
use crate::secrets::Passphrase;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// A secret key of x25519 or ed25519, or a file of age's identities; may be given many times
    #[arg(long, value_name = "KEY", required = true)]
    key: Vec<PathBuf>,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    create: Create,
    /// The sealed file; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Decrypts what `key seal` or age encrypted to a public key, armoured or not. Nothing is put out
before it is authenticated: nothing at all of a file whose header was changed, no chunk that was
changed, and a file that is cut short is status 1. With -o the file appears only if all of it is
good, and only its owner can read it.";
    const EXAMPLES: &'static str = "$ decent key new -q --type x25519 -o anna > log
$ decent key new -q --type x25519 -o ben >> log
$ seq 30000 | decent key seal --to anna.pub -o sealed
$ decent key open --key anna sealed | tail -n 1
30000
$ decent key open --key ben sealed
decent key open: sealed: wanted a recipient that is this key, found 1 for others (X25519)
  more: decent why not-for-key
[1]
$ head -c 70000 sealed | decent key open --key anna -o part
decent key open: -: chunk 1: the chunk was changed, or the file is cut short in it
  more: decent why sealed-forged
[1]
$ ls part 2> log
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let mut identities = Vec::new();
        for path in &self.key {
            identities.extend(sealed::identities(cx, path, &self.passphrase)?);
        }
        let path = self.file.clone().unwrap_or_else(|| "-".into());
        let mut input = cx.subject("file", &path)?;
        let watch = cx.watch(input.len());
        let mut reader = sealed::buffered(&mut input);
        let (mut bare, _) = sealed::bare(&mut reader)?;
        let mut made = cx.create_hidden(&self.create)?;
        let mut carried = Carried::default();
        let put = &mut |bytes: &[u8]| carried.pass(made.put_secret(bytes));
        let ended = age::open(&identities, &mut *bare, put, &watch);
        carried.end(ended.map_err(|error| error.of("file")))?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}
