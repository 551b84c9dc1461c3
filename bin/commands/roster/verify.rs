//! `roster verify`: whether a roster is one that can be trusted to say one thing.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::{Record, bytes_of};
use crate::rosters::{quorum, tell, unsafe_threshold};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The hash that it must have
    #[arg(long, value_name = "HEX")]
    hash: Option<String>,
    /// Take a threshold with which two blocks of one number could both be signed
    #[arg(long)]
    unsafe_threshold: bool,
    /// The rosters; none, or `-`, is standard input
    #[arg(value_name = "R")]
    rosters: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Checks rosters: every key is one that an honest member can have, no two are equal, those of BLS12-381
prove that their secrets are had, and any two quorums share an honest member. With --hash it must
also be the roster of that hash.";
    const EXAMPLES: &'static str =
        "$ for i in 1 2 3 4; do printf %064d $i > k$i; chmod 600 k$i; done
$ for i in 1 2 3 4; do decent key convert --public --to pem k$i > m$i.pub; done
$ decent roster new -q m1.pub m2.pub m3.pub m4.pub -o roster > hash
$ decent roster verify roster
roster: OK (3 of 4, ed25519)
$ sed 's/\"threshold\":3/\"threshold\":2/' roster | decent roster verify
-: FAILED (threshold: wanted 3 or more of 4, found 2: quorums share 0, 1 may be dishonest)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let wanted = self
            .hash
            .as_deref()
            .map(hex::decode_array::<32>)
            .transpose();
        let wanted = wanted.map_err(|error| Fail::from(error).named("--hash"))?;
        for path in Cx::files(self.rosters.clone()) {
            match self.verify(cx, &path, wanted) {
                Ok(verdict) => cx.fold(verdict),
                Err(fail) => cx.complain(fail)?,
            }
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    fn verify(&self, cx: &mut Cx, path: &Path, wanted: Option<[u8; 32]>) -> Result<Verdict, Fail> {
        let roster = cx.roster("roster", path, Role::Evidence)?;
        tell(&cx.watch(None), &roster);
        let hash = roster.hash();
        let verdict = if wanted.is_some_and(|wanted| wanted != hash) {
            let wanted = hex::encode(&wanted.unwrap_or_default());
            let found = hex::encode(&hash);
            let error = Error::new(slug::SKIP_ROSTER, format!("the hash {wanted}"), found);
            Verdict::No(error.to_string().into())
        } else if roster.is_safe() || self.unsafe_threshold {
            Verdict::Yes
        } else {
            Verdict::No(format!("threshold: {}", unsafe_threshold(&roster)).into())
        };
        let record = Record::verdict(&verdict).name(bytes_of(path));
        let record = record
            .field("hash", hex::encode(&hash))
            .field("threshold", roster.threshold())
            .field("weight", roster.total())
            .field("safe", roster.is_safe());
        let words = format!("{}, {}", quorum(&roster), roster.scheme().name());
        cx.emit(&record.told(&words))?;
        Ok(verdict)
    }
}
