//! `cid show`: a content ID taken apart.

use std::path::Path;

use decent::Verdict;
use decent::cid::{Cid, codec_name, multihash};
use decent::codec::hex;
use decent::codec::multibase::{BASE32_LOWER, Base};
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;

/// Bytes of IDs that are read from standard input.
const TEXT_MOST: u64 = 64 << 20;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The IDs; none, or `-`, is lines of standard input
    #[arg(value_name = "CID")]
    cids: Vec<String>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Takes content IDs apart: version, base, codec of the block, hash function and digest, and how
the other version would write it. An ID that stands for a block inside itself shows its bytes.";
    const EXAMPLES: &'static str =
        "$ decent cid show QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn
cid: QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn
version: 0
base: base58btc
codec: dag-pb
hash: sha2-256
digest: 59948439065f29619ef41280cbb932be52c56d99c5966b65e0111239f098bbef
other-version: bafybeiczsscdsbs7ffqz55asqdf3smv6klcw3gofszvwlyarci47bgf354
$ decent cid show bafkqablimvwgy3y | tail -n 1
inline: 68656c6c6f";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let given = given(cx, self.cids)?;
        if given.is_empty() {
            return Ok(Verdict::Unknown("no ID".into()));
        }
        for text in given {
            match parse(&text) {
                Ok((cid, base)) => show(cx, &cid, base)?,
                Err(fail) => cx.complain(fail)?,
            }
        }
        Ok(Verdict::Yes)
    }
}

/// The IDs of a line, those of standard input for `-` or where there is none.
pub(crate) fn given(cx: &mut Cx, words: Vec<String>) -> Result<Vec<String>, Fail> {
    let words = if words.is_empty() {
        vec!["-".into()]
    } else {
        words
    };
    let mut all = Vec::new();
    for word in words {
        if word != "-" {
            all.push(word);
            continue;
        }
        let bytes = cx.subject("", Path::new("-"))?.read_all(TEXT_MOST)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let first = |line: &str| line.split_whitespace().next().map(String::from);
        all.extend(text.lines().filter_map(first));
    }
    Ok(all)
}

/// An ID that is looked at: what is wrong with it is a *no*.
pub(crate) fn parse(text: &str) -> Result<(Cid, Base), Fail> {
    Cid::parse(text).map_err(|error| {
        let mut fail = Fail::from(error).named(text);
        fail.role = Some(Role::Subject);
        fail
    })
}

fn show(cx: &mut Cx, cid: &Cid, base: Base) -> Result<(), Fail> {
    let watch = cx.watch(None);
    if watch.narrates() {
        tell(cid, base, &watch);
    }
    let mut card = Record::card()
        .field("cid", cid.text(base))
        .field("version", cid.version().number())
        .field("base", base.name)
        .field("codec", codec_name(cid.codec()))
        .field("hash", multihash::name(cid.hash()))
        .field("digest", hex::encode(cid.digest()));
    if cid.version().number() == 0 {
        card = card.field("other_version", cid.to_v1().to_string());
    } else if let Ok(other) = cid.to_v0() {
        card = card.field("other_version", other.to_string());
    }
    if let Some(inline) = cid.inline() {
        card = card.field("inline", hex::encode(inline));
    }
    cx.emit(&card)
}

fn tell(cid: &Cid, base: Base, watch: &dyn Watch) {
    let why = "the first letter tells the base, the digits are bytes; Qm is version 0, which has no letter";
    watch.step(
        &Step::new("bytes", why)
            .value("base", base.name)
            .value("hex", hex::encode(cid.bytes())),
    );
    let why = "hash function, length of the digest, digest: a multihash";
    let step = Step::new("multihash", why).value("hex", hex::encode(&cid.multihash()));
    watch.step(&step);
    if cid.version().number() == 1 {
        let why = "version 1 says its codec before the multihash";
        let step = Step::new("codec", why)
            .value("name", codec_name(cid.codec()))
            .value("code", format!("0x{:x}", cid.codec()));
        watch.step(&step);
    }
    let text = cid.to_v1().text(BASE32_LOWER);
    watch.step(
        &Step::new("version 1", "what all programs of today write")
            .value("cid", &text)
            .check(format!("decent cid convert --version 1 --no-names {cid}")),
    );
}
