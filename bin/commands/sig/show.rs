//! `sig show`: what a signature says of itself.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::sig::Format;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::signatures::{FORMATS, read};
use crate::sniff::sig::card;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Take the signatures for this format, and no other
    #[arg(long, value_name = "FORMAT", value_parser = FORMATS)]
    format: Option<String>,
    /// The signatures; none, or `-`, is standard input
    #[arg(value_name = "SIG")]
    files: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Shows the fields of signatures: format, key, comments, namespace, r and s. Nothing is verified,
so nothing of it can be trusted; sig verify says whether it may be.";
    const EXAMPLES: &'static str = "$ printf %064d 7 > key && chmod 600 key && echo hello > data
$ decent sig sign --key key --trusted-comment 'release 1' data -o data.minisig
AA3C30087400A218  minisign  data
$ decent sig show data.minisig | head -n 4
file: data.minisig
format: minisign
over: blake2b512
key-number: AA3C30087400A218
$ openssl ecparam -name secp256k1 -genkey -noout > other
$ openssl dgst -sign other data > data.sig && decent sig show data.sig | grep -v s-on
file: data.sig
format: der
r: [..]
s: [..]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let format = self.format.as_deref().map(Format::named).transpose()?;
        for path in Cx::files(self.files) {
            if let Err(fail) = show(cx, &path, format) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

fn show(cx: &mut Cx, path: &Path, format: Option<Format>) -> Result<(), Fail> {
    let signature = read(cx, path, format)?;
    cx.emit(&card(&signature).name(crate::report::bytes_of(path)))
}
