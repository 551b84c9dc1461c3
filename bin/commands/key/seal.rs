//! `key seal`: encrypt to public keys.

use std::path::PathBuf;

use decent::Verdict;
use decent::key::age::{self, Recipient};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::sealed::{self, Sealing};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// A public key of x25519 or ed25519: a file with one, a file of age's recipients, or the letters
    /// age1.. themselves; may be given many times
    #[arg(long, value_name = "PUB", required = true)]
    to: Vec<PathBuf>,
    /// Write letters instead of bytes, for mail
    #[arg(short, long)]
    armor: bool,
    #[command(flatten)]
    create: Create,
    /// The file; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Encrypts a file or a stream so that each of the keys that --to names opens it, and nobody else,
not even who sealed it. The format is that of age, so that `age -d` opens it too. Works on
streams of any size, chunk by chunk.";
    const EXAMPLES: &'static str = "$ decent key new -q --type x25519 -o anna > log
$ decent key new -q --type x25519 -o ben >> log
$ seq 5 | decent key seal --to anna.pub --to ben.pub > sealed
$ head -n 1 sealed
age-encryption.org/v1
$ decent key open --key ben sealed | tail -n 1
5
$ seq 5 | decent key seal --armor --to anna.pub | head -n 1
-----BEGIN AGE ENCRYPTED FILE-----";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let mut recipients: Vec<Recipient> = Vec::new();
        for path in &self.to {
            for recipient in sealed::recipients(cx, path)? {
                if !recipients.contains(&recipient) {
                    recipients.push(recipient);
                }
            }
        }
        let path = self.file.clone().unwrap_or_else(|| "-".into());
        let mut input = cx.subject("file", &path)?;
        crate::secrets::guard();
        let mut rng = Cx::rng()?;
        let watch = cx.watch(input.len());
        let mut reader = input.reader();
        let made = cx.create(&self.create, !self.armor)?;
        let mut sealing = Sealing::new(made, self.armor);
        let mut carried = Carried::default();
        let put = &mut |bytes: &[u8]| carried.pass(sealing.put(bytes));
        let ended = age::seal(&recipients, &mut *reader, put, &mut rng, &watch);
        carried.end(ended.map_err(|error| error.of("file")))?;
        sealing.finish()?;
        Ok(Verdict::Yes)
    }
}
