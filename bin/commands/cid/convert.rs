//! `cid convert`: the same block by another version of CIDs, or in another base.

use decent::Verdict;
use decent::cid::Version;
use decent::codec::multibase::{BASE32_LOWER, BASE58_BTC};
use decent::watch::{Step, Watch};

use super::show::{given, parse};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::imports::base;
use crate::input::Role;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The version: 0, which names dag-pb by sha2-256 alone, or 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=1))]
    version: Option<u8>,
    /// The base: base32, base36, base58btc, base16, base64url and all others of multibase
    #[arg(long, value_name = "BASE")]
    base: Option<String>,
    /// The IDs; none, or `-`, is lines of standard input
    #[arg(value_name = "CID")]
    cids: Vec<String>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Writes content IDs in another version or base; they name the same block. Without an option
version 1 in base32. An ID that version 0 can't stand for is status 1.";
    const EXAMPLES: &'static str =
        "$ decent cid convert --no-names QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn
bafybeiczsscdsbs7ffqz55asqdf3smv6klcw3gofszvwlyarci47bgf354
$ echo hello | decent cid new --no-names | decent cid convert --base base36 --no-names
k2cwueauvgmc6rw8ig81z29umtmqnpp03zegve90cilqk5kod5v00g77
$ cid=bafybeiczsscdsbs7ffqz55asqdf3smv6klcw3gofszvwlyarci47bgf354
$ decent cid convert --version 0 --no-names $cid
QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let asked = base(self.base.as_deref())?;
        if self.version == Some(0) && asked.is_some_and(|base| base != BASE58_BTC) {
            return Err(Fail::usage("version 0 has only one base, base58btc"));
        }
        let given = given(cx, self.cids)?;
        if given.is_empty() {
            return Ok(Verdict::Unknown("no ID".into()));
        }
        for text in given {
            let converted = parse(&text).and_then(|(cid, _)| match self.version {
                Some(0) => cid.to_v0().map_err(|error| {
                    let mut fail = Fail::from(error).named(&*text);
                    fail.role = Some(Role::Subject);
                    fail
                }),
                _ => Ok(cid.to_v1()),
            });
            let cid = match converted {
                Ok(cid) => cid,
                Err(fail) => {
                    cx.complain(fail)?;
                    continue;
                }
            };
            let watch = cx.watch(None);
            if watch.narrates() {
                let why = "hash function and digest stay; what stands around them is written anew";
                let hex = decent::codec::hex::encode(&cid.multihash());
                watch.step(&Step::new("multihash", why).value("hex", hex));
            }
            let base = asked.unwrap_or(match cid.version() {
                Version::V0 => BASE58_BTC,
                Version::V1 => BASE32_LOWER,
            });
            let record = Record::value("cid", cid.text(base)).name(text.as_bytes());
            cx.emit(
                &record
                    .aside("version", cid.version().number())
                    .aside("base", base.name),
            )?;
        }
        Ok(Verdict::Yes)
    }
}
