//! `frost commit`: a member's nonces, and what it publishes of them.

use std::io::Write;
use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::frost::{self, toy};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::frosts;
use crate::output::Artefact;
use crate::report::{Record, bytes_of};
use crate::secrets::Hide;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The member's own share
    #[arg(long, value_name = "S")]
    share: PathBuf,
    /// A new file for the nonces, secret, which only its owner can read
    #[arg(long, value_name = "N")]
    nonce: PathBuf,
    #[command(flatten)]
    create: Create,
}

impl Tool for Args {
    const ABOUT: &'static str = "Draws the nonces by which a member will sign once, and prints commitments to them: one line, for
all others who will sign. What will be signed need not be known yet. The nonces are as secret as the
share, and never to be copied: who signs twice by the same gives the share away. sign uses their
file up.";
    const EXAMPLES: &'static str = "$ decent frost new -q -t 2 -n 3 -o us > made
$ decent frost commit --share us/share-2 --nonce nonce -o commitment
2  us/share-2
$ stat -c %a nonce
600
$ decent inspect commitment | sed -n '2p;4p'
kind: commitment to nonces of FROST
member: 2
$ decent frost commit --share us/share-2 --nonce nonce
decent frost commit: nonce: it is there already
  hint: give another name
  more: decent why already-there
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        if self.create.output.as_ref() == Some(&self.nonce) {
            return Err(Fail::usage(
                "--nonce and -o name one file: the nonces stay secret",
            ));
        }
        let hide = Hide {
            output: Some(self.nonce.clone()),
            force: false,
        };
        hide.vacant(&self.nonce)
            .map_err(|fail| fail.hint("give another name"))?;
        let share = frosts::share(cx, &self.share)?;
        let watch = cx.watch(None);
        toy(&watch)?;
        let (nonce, commitment) = frost::commit(&share, &mut Cx::rng()?, &watch)?;
        drop(watch);
        if let Some(path) = self.create.output.as_deref() {
            cx.spare(path)?;
        }
        let mut file = Artefact::begin_secret(&self.nonce, false)?;
        let written = file.write_all(nonce.text().bytes());
        written.map_err(|e| Fail::output(&e, bytes_of(&self.nonce)))?;
        file.commit()?;
        cx.keep(&self.nonce);
        let mut made = cx.create(&self.create, false)?;
        made.put(commitment.text().as_bytes())?;
        made.finish()?;
        let record = Record::value("member", commitment.member).name(bytes_of(&self.share));
        cx.emit(&record.field("group", hex::encode(&commitment.group)))?;
        Ok(Verdict::Yes)
    }
}
