//! `ipns sign`: a record that points from a name at content.

use std::path::PathBuf;

use decent::Verdict;
use decent::ipns::record::{Data, Record};
use decent::ipns::sign::{after, sign};
use decent::ipns::{Name, value};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::records::{Ending, Span, before};
use crate::report;
use crate::secrets::Passphrase;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The secret key, of ed25519 or secp256k1: PEM, libp2p's protobuf, OpenSSH, minisign, hex
    #[arg(long, value_name = "KEY")]
    key: PathBuf,
    #[command(flatten)]
    passphrase: Passphrase,
    /// Where the name points: /ipfs/CID, /ipns/NAME, with steps behind it; or a bare CID
    #[arg(long, value_name = "PATH")]
    value: String,
    #[command(flatten)]
    ending: Ending,
    /// How long it may be kept without asking for a newer one
    #[arg(long, value_name = "SPAN", default_value = "5m")]
    ttl: Span,
    /// The number of this version; 0 unless told otherwise
    #[arg(long, value_name = "N", conflicts_with = "prev")]
    seq: Option<u64>,
    /// The record before: it is verified, its number goes up by one, and its end is not undercut
    #[arg(long, value_name = "REC")]
    prev: Option<PathBuf>,
    /// Copies and a second signature for programs of before 2021
    #[arg(long)]
    v1_compat: bool,
    #[command(flatten)]
    create: Create,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Signs a record of IPNS: the name of the key points at a path until a time. The same line gives the
same bytes, those that the npm package ipns and kubo give too. --validity is signed letter by
letter. With --prev the number follows that of the record before; without, give --seq, for whoever
signs two values under one number says two things.";
    const EXAMPLES: &'static str = "$ printf %064d 7 > key && chmod 600 key
$ decent ipns sign --key key --value bafkqablimvwgy3y --validity 2033-05-18T03:33:20Z -o one
k51qzi5uqu5dhr0i3da2511qacmba2sil6yi9h9k3zaet3jfw9caj2vgw0x3ha  0  /ipfs/bafkqablimvwgy3y
$ decent ipns sign --key key --value bafkqablimvwgy3y --prev one --at 2033-05-18 -o two
k51qzi5uqu5dhr0i3da2511qacmba2sil6yi9h9k3zaet3jfw9caj2vgw0x3ha  1  /ipfs/bafkqablimvwgy3y
$ decent ipns show two | grep validity
validity: 2033-05-20T00:00:00.000000000Z";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let key = cx.secret_key("key", &self.key, &self.passphrase, None)?.key;
        let public = key.public();
        let path = value::Path::meant(&self.value);
        let path = path.map_err(|error| Fail::from(error).named("--value"))?;
        let mut data = Data {
            value: path,
            validity: self.ending.text()?,
            sequence: self.seq.unwrap_or(0),
            ttl: self.ttl.0,
            others: Vec::new(),
        };
        if let Some(path) = &self.prev {
            let record = before(cx, path, &public)?;
            data = after(&record, data).map_err(|error| Fail::from(error).named("--prev"))?;
        }
        let watch = cx.watch(None);
        let record = sign(&key, &data, self.v1_compat, &watch)?;
        drop(watch);
        put(cx, &self.create, &Name::of(&public)?, &record)?;
        Ok(Verdict::Yes)
    }
}

/// Writes a record, and says what it says.
pub(super) fn put(cx: &mut Cx, create: &Create, name: &Name, record: &Record) -> Result<(), Fail> {
    let mut made = cx.create(create, true)?;
    made.put(record.bytes())?;
    made.finish()?;
    let data = &record.data;
    let shown = format!("{}  {}", data.sequence, data.value);
    let said = report::Record::value("name", name)
        .detail("sequence", shown)
        .field("sequence", data.sequence.to_string())
        .field("validity", data.validity.as_str())
        .field("ttl_nanoseconds", data.ttl.to_string())
        .field("value", data.value.as_str());
    cx.emit(&said)
}
