//! `threshold sign`: a member's part of a signature.

use std::path::PathBuf;

use decent::Verdict;
use decent::error::{Error, slug};
use decent::group::{AnyShare, Pairing, Share};
use decent::threshold::{Partial, narrate};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::groups;
use crate::input::Input;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The member's share
    #[arg(long, value_name = "SHARE")]
    share: PathBuf,
    /// Also 32 bytes, which are a digest: they could be a round of a beacon of this group
    #[arg(long)]
    digest: bool,
    #[command(flatten)]
    create: Create,
    /// The file; none, or `-`, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Makes a member's part of the group's signature on a file: one line, which tells nothing of the
share. Parts of as many members as are needed are made one signature by `threshold join`, in
whatever order they come; members need not talk to each other. For groups of bls12-381. A file of
32 bytes is refused: a group that makes a beacon would give away a round to come.";
    const EXAMPLES: &'static str = r#"$ decent threshold new -q -t 2 -n 3 -o group > key && echo hello > data
$ decent threshold sign --share group/share-3 data | cut -c1-53
{"type":"decent-partial","version":1,"group":"[..]
$ for i in 1 3; do decent threshold sign --share group/share-$i data; done > parts
$ decent threshold join -q --group group/group --message data parts > sig
$ decent threshold verify --group group/group --sig sig data
data: OK"#;

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let share = cx.share(&self.share)?;
        let input = cx.subject("message", &self.file)?;
        let line = match &share {
            AnyShare::Bls12381G1(share) => self.part(cx, share, input)?,
            AnyShare::Bls12381G2(share) => self.part(cx, share, input)?,
            other => {
                let wanted = "a share on bls12-381";
                return Err(groups::curve(wanted, other.curve()));
            }
        };
        let mut made = cx.create(&self.create, false)?;
        made.put(line.as_bytes())?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}

/// Bytes that a beacon's members sign for a round: SHA-256 of its number.
const ROUND: usize = 32;

impl Args {
    fn part<C: Pairing>(&self, cx: &Cx, share: &Share<C>, input: Input) -> Result<String, Fail> {
        let mut bytes = 0;
        let point = groups::with_message(input, |message| {
            bytes = message.len();
            C::hash(message, C::DOMAIN)
        })?;
        if bytes == ROUND && !self.digest {
            let wanted =
                format!("another length than {ROUND} bytes, which are what a beacon signs");
            let error = Error::new(slug::ROUND_LIKE, wanted, ROUND.to_string());
            let fail = Fail::from(error.of("message"));
            return Err(fail.hint("give --digest where this group makes no beacon"));
        }
        let partial = Partial::sign(share, &point);
        let watch = cx.watch(None);
        narrate::hashed::<C>(&watch, &point);
        let bytes = C::encode_signature(&partial.signature);
        narrate::part(&watch, share.member, &bytes);
        Ok(partial.text())
    }
}
