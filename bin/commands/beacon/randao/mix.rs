//! `beacon randao mix`: secrets held against their commitments, and the randomness that they make.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::randao::{Mix, lines};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

/// Bytes of a list, at most.
const LARGEST: u64 = 16 << 20;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The commitments of all, a line each, as they stood before the first reveal
    #[arg(long, value_name = "LIST")]
    commitments: PathBuf,
    /// Mix without those who stay silent, and say who they are
    #[arg(long)]
    without_silent: bool,
    /// The secrets, a line each; none, or `-`, is standard input
    #[arg(value_name = "REVEALS")]
    reveals: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Holds revealed secrets against their commitments and prints the xor of their hashes. A secret that is
none of them, or one that is missing, is status 1. --explain shows the choice that the last one
had: to reveal, or to stay silent, which is a bit of bias; k of them at the end have k bits.";
    const EXAMPLES: &'static str =
        "$ printf %032d 7 > one && printf %032d 8 > two && chmod 600 one two
$ decent beacon randao commit --name anna one > list
$ decent beacon randao commit --name ben two >> list
$ decent beacon randao reveal --name anna one > reveals
$ decent beacon randao mix --commitments list reveals
decent beacon randao mix: reveals: wanted the secrets of all who committed, found none of ben
  more: decent why randao
[1]
$ decent beacon randao reveal --name ben two >> reveals
$ decent beacon randao mix --commitments list reveals | wc -c
65";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let commitments = list(cx.anchor("commitments", &self.commitments)?, "commitments")?;
        let of = |word: &'static str| move |error: Error| Fail::from(error.of(word));
        let bound = lines(&commitments, Some(32)).map_err(of("commitments"))?;
        let bound = bound.into_iter().map(|(name, bytes)| {
            let bytes: [u8; 32] = bytes.try_into().unwrap_or_default();
            (name, bytes)
        });
        let mut mix = Mix::new(bound.collect()).map_err(of("commitments"))?;
        let path = self.reveals.unwrap_or_else(|| "-".into());
        let reveals = list(cx.evidence("reveals", &path)?, "reveals")?;
        for (name, secret) in lines(&reveals, None).map_err(of("reveals"))? {
            mix.reveal(&name, &secret).map_err(of("reveals"))?;
        }
        let missing = mix.missing().join(", ");
        if !missing.is_empty() && !self.without_silent {
            let wanted = "the secrets of all who committed";
            let found = format!("none of {missing}");
            return Err(of("reveals")(Error::new(slug::RANDAO, wanted, found)));
        }
        let value = mix.value().map_err(of("reveals"))?;
        if !missing.is_empty() {
            cx.note(&format!("without {missing}"));
        }
        let watch = cx.watch(None);
        mix.tell(&watch);
        drop(watch);
        cx.emit(&Record::value("mix", hex::encode(&value)))?;
        Ok(Verdict::Yes)
    }
}

/// A list as text.
fn list(mut input: crate::input::Input, word: &'static str) -> Result<String, Fail> {
    let bytes = input.read_all(LARGEST).map_err(|error| error.of(word))?;
    let wrong = |_| Error::new(slug::RANDAO, "a list of text", "other bytes").of(word);
    Ok(String::from_utf8(bytes).map_err(wrong)?)
}
