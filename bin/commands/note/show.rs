//! `note show`: what a note says of itself.

use std::path::{Path, PathBuf};

use decent::Verdict;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::notes::read;
use crate::report::bytes_of;
use crate::sniff::note::card;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The notes, proofs of entries, or what witnesses are asked; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Shows what a note says and who is said to have signed it: of the head of a log its name, size and
root; of cosignatures their times. Nothing is verified, so nothing of it can be trusted; note
verify says whether it may be.";
    const EXAMPLES: &'static str = "$ printf %064d 7 > key && chmod 600 key
$ printf 'example.com/log\\n0\\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\\n' > head
$ decent note sign --key key --name w1 --cosign --at 2026-01-31T12:00:00Z -q head > note
$ decent note show note
file: note
kind: head of a log, signed
origin: example.com/log
size: 0
root: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
signed-by: w1
ids: [..]
times: 2026-01-31T12:00:00Z
$ echo 'no note' | decent note show
decent note show: -: wanted an empty line and signatures under the text, found neither
  more: decent why note-malformed
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        for path in Cx::files(self.files) {
            if let Err(fail) = show(cx, &path) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

fn show(cx: &mut Cx, path: &Path) -> Result<(), Fail> {
    let bytes = read(cx, path, Role::Evidence)?;
    let card = card(&bytes).map_err(|error| Fail::from(error.of("note")))?;
    cx.emit(&card.name(bytes_of(path)))
}
