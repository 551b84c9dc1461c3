//! `dag show`: a block as text, or in another codec.

use std::ffi::OsString;
use std::path::PathBuf;

use decent::Verdict;
use decent::car::read::SECTION_MOST;
use decent::cid::multihash::{self, SHA2_256};
use decent::cid::{Cid, codec_name};
use decent::codec::hex;
use decent::codec::ipld::Document;
use decent::dag::{forms, path};
use decent::error::{Error, Place, slug};
use decent::watch::{Step, Watch};

use crate::archives::trusted;
use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;
use crate::stores::{Reading, Signers, target};

/// Codecs that are written.
const WRITTEN: [&str; 4] = ["dag-json", "dag-cbor", "dag-pb", "raw"];

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The archive in which the block is; without it the block itself is read
    #[arg(long, value_name = "F.car")]
    store: Option<PathBuf>,
    /// The codec of a block that is read by itself
    #[arg(long, value_name = "CODEC", value_parser = WRITTEN, conflicts_with = "store")]
    from: Option<String>,
    /// The ID that such a block has to have
    #[arg(long, value_name = "CID", conflicts_with = "store")]
    cid: Option<String>,
    /// The codec in which it is written
    #[arg(long, value_name = "CODEC", value_parser = WRITTEN, default_value = "dag-json")]
    to: String,
    /// The bytes of the block as they stand
    #[arg(long, conflicts_with_all = ["to", "id"])]
    block: bool,
    /// The ID of what would be written, in its place
    #[arg(long)]
    id: bool,
    #[command(flatten)]
    signers: Signers,
    #[command(flatten)]
    create: Create,
    /// With --store the ID of a block or HEAD, and a path from there; else the file of the block
    #[arg(value_name = "CID[/PATH]|FILE")]
    target: Option<OsString>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes a block as dag-json, one line, or in another codec; nothing is lost on the way there and back.
A path goes on where a link leads: HEAD/tree/a, CID/parents/0. Without --store the block is a file or
standard input, of the codec --from, or of the one that --cid says, which it then has to match. --id
prints the ID that the block has in its new codec. With --key or --allowed it says whether a version
is signed by one of these.";
    const EXAMPLES: &'static str =
        "$ echo '{\"b\": [1, 2.0], \"aa\": {\"/\": {\"bytes\": \"AQI\"}}}' > value
$ decent dag show --from dag-json --to dag-cbor value | xxd -p
a261628201fb4000000000000000626161420102
$ decent dag show --from dag-json --to dag-cbor value | decent dag show --from dag-cbor
{\"aa\":{\"/\":{\"bytes\":\"AQI\"}},\"b\":[1,2.0]}
$ decent dag show --from dag-json --to dag-cbor --id value
bafyreiaqiwpmig24hjnfieh3flmrtackzqaczmapvy5un4bgs3onqa6czy
$ mkdir d && seq 9 > d/a && decent dag commit -q --store d.car -m first --date 0 d > id
$ decent dag show --store d.car HEAD/message
\"first\"";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let ring = self.signers.ring(cx)?;
        let (cid, block, value) = match &self.store {
            Some(store) => {
                let mut reading = Reading::of(cx, "", store, Role::Evidence)?;
                let opened = reading.open(cx)?;
                let (start, below) = target(self.target.as_ref(), &opened.head)?;
                let found = path::resolve(&opened.store, &start, &below)?;
                if let Some(ring) = &ring {
                    let Some(commit) = path::commit(&opened.store, &found.cid)? else {
                        let wanted = "a version, which can be signed";
                        let error = Error::new(slug::COMMIT, wanted, "another block");
                        return Err(error.into());
                    };
                    let watch = cx.watch(None);
                    return super::log::judged(cx, &found.cid, &commit, ring, &watch);
                }
                let block = opened.store.need(&found.cid)?.into_owned();
                (found.cid, block, found.value)
            }
            None if ring.is_some() => {
                return Err(Fail::usage(
                    "a signature is looked for in a store: give --store",
                ));
            }
            None => {
                let (cid, block) = self.alone(cx)?;
                (cid, block, None)
            }
        };
        self.write(cx, &cid, &block, value)?;
        Ok(Verdict::Yes)
    }
}

/// The number of a codec.
fn code(name: &str) -> u64 {
    let known = forms::CODECS.iter().find(|(known, _)| *known == name);
    known.map_or(decent::cid::RAW, |(_, code)| *code)
}

/// The usual ID of a block.
fn id_of(codec: u64, block: &[u8]) -> Cid {
    let digest = multihash::digest(SHA2_256, &[block]).unwrap_or_default();
    Cid::v1(codec, SHA2_256, &digest)
}

impl Args {
    /// A block that is read by itself, with the ID that it has or has to have.
    fn alone(&self, cx: &mut Cx) -> Result<(Cid, Vec<u8>), Fail> {
        let wanted = self.cid.as_deref().map(trusted).transpose()?;
        let from = match (&self.from, &wanted) {
            (Some(from), _) => code(from),
            (None, Some(wanted)) => wanted.codec(),
            (None, None) => {
                let words = "what a block by itself is: give --from CODEC or --cid CID, or --store";
                return Err(Fail::usage(words));
            }
        };
        let path = PathBuf::from(self.target.clone().unwrap_or("-".into()));
        let block = cx.subject("", &path)?.read_all(SECTION_MOST)?;
        let Some(wanted) = wanted else {
            return Ok((id_of(from, &block), block));
        };
        if !wanted
            .names(&block)
            .map_err(|error| Fail::from(error).named(wanted.to_string()))?
        {
            let error = Error::new(slug::BLOCK_MISMATCH, "the block of this ID", "other bytes");
            return Err(error.at(Place::Key(wanted.to_string().into())).into());
        }
        Ok((wanted, block))
    }

    fn write(
        &self,
        cx: &mut Cx,
        cid: &Cid,
        block: &[u8],
        value: Option<Document>,
    ) -> Result<(), Fail> {
        let to = code(&self.to);
        let mut made = if self.block {
            block.to_vec()
        } else {
            let whole = || {
                forms::read(cid, block).map_err(|error| match error.place {
                    Place::Whole => error.at(Place::Key(cid.to_string().into())),
                    _ => error,
                })
            };
            let document = value.map_or_else(whole, Ok)?;
            let made = forms::write_as(to, &document);
            made.map_err(|error| Fail::from(error).named(format!("--to {}", self.to)))?
        };
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "the codec in the ID says how the block is read";
            let step = Step::new("block", why).value("cid", cid);
            let step = step.value("codec", codec_name(cid.codec()));
            let step = step.value("bytes", hex::encode(block));
            let step = step.value("digest", hex::encode(cid.digest()));
            let line = match (&self.store, cid.hash()) {
                (Some(_), SHA2_256) => Some(format!(
                    "decent dag show --store FILE --block {cid} | sha256sum"
                )),
                (None, SHA2_256) => Some("sha256sum FILE".to_owned()),
                _ => None,
            };
            if let (Some(store), Some(_)) = (&self.store, &line) {
                cx.about(crate::report::bytes_of(store));
            }
            watch.step(&match line {
                Some(line) => step.check(line),
                None => step,
            });
            if !self.block {
                let why = "the same value in the codec that is asked for, and the ID of that block";
                let step = Step::new("written", why).value("codec", &self.to);
                watch.step(&step.value("cid", id_of(to, &made)));
            }
        }
        drop(watch);
        if self.id {
            let id = Record::value("cid", id_of(to, &made).to_string());
            return cx.emit(&id);
        }
        let text = self.to == "dag-json" && !self.block;
        if text {
            made.push(b'\n');
        }
        let mut artefact = cx.create(&self.create, !text)?;
        artefact.put(&made)?;
        artefact.finish()
    }
}
