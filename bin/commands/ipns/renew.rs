//! `ipns renew`: the same value once more, with the next number and a later end.

use std::path::PathBuf;

use decent::Verdict;
use decent::ipns::Name;
use decent::ipns::record::Data;
use decent::ipns::sign::{after, sign};

use super::sign::put;
use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::records::{Ending, Span, before};
use crate::secrets::Passphrase;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The secret key that signed it
    #[arg(long, value_name = "KEY")]
    key: PathBuf,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    ending: Ending,
    /// How long it may be kept without asking again; as before unless told otherwise
    #[arg(long, value_name = "SPAN")]
    ttl: Option<Span>,
    #[command(flatten)]
    create: Create,
    /// The record, expired or not; none, or `-`, is standard input
    #[arg(value_name = "REC", default_value = "-")]
    record: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Signs what a record says once more: the same path and the same other keys, the next number, a later
end. The record must be of the key; it may have expired. What had signatures of both versions gets
both again. -o may name the record itself.";
    const EXAMPLES: &'static str = "$ printf %064d 7 > key && chmod 600 key
$ decent ipns sign -q --key key --value bafkqablimvwgy3y --at 2026-01-01 -o rec > name
$ decent ipns renew --key key --at 2026-02-01 --lifetime 7d rec -o rec
k51qzi5uqu5dhr0i3da2511qacmba2sil6yi9h9k3zaet3jfw9caj2vgw0x3ha  1  /ipfs/bafkqablimvwgy3y
$ decent ipns verify --at 2026-02-07 $(cat name | cut -d' ' -f1) rec
rec: OK (/ipfs/bafkqablimvwgy3y, sequence 1, until 2026-02-08T00:00:00.000000000Z)";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let key = cx.secret_key("key", &self.key, &self.passphrase, None)?.key;
        let public = key.public();
        let old = before(cx, &self.record, &public)?;
        let data = Data {
            validity: self.ending.text()?,
            ttl: self.ttl.map_or(old.data.ttl, |ttl| ttl.0),
            ..old.data.clone()
        };
        let data = after(&old, data).map_err(|error| Fail::from(error).named("--validity"))?;
        let watch = cx.watch(None);
        let record = sign(&key, &data, old.has_legacy(), &watch)?;
        drop(watch);
        put(cx, &self.create, &Name::of(&public)?, &record)?;
        Ok(Verdict::Yes)
    }
}
