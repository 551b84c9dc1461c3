//! Torrents on their way in: the file itself, or its lossless JSON form.

use decent::codec::bencode::BYTES_MOST;
use decent::codec::hex;
use decent::torrent::{InfoHash, Torrent, json};
use decent::watch::Step;

use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Input;
use crate::report::Record;

/// JSON says two digits for a byte, and a few words around it.
const JSON_MOST: u64 = BYTES_MOST * 3;

/// An open torrent.
pub(crate) struct Opened {
    /// The name of its file.
    pub(crate) name: Vec<u8>,
    /// The torrent itself, in bencode.
    pub(crate) bytes: Vec<u8>,
    pub(crate) torrent: Torrent,
    /// Whether the file holds the bytes as they stand here.
    pub(crate) as_it_stands: bool,
}

/// The torrent that an input holds.
pub(crate) fn open(cx: &Cx, mut input: Input) -> Result<Opened, Fail> {
    let name = input.name().to_vec();
    let bytes = input.read_all(JSON_MOST)?;
    let is_json = bytes.trim_ascii_start().starts_with(b"{");
    let bytes = if is_json {
        json::from_json(&bytes)?
    } else {
        bytes
    };
    let torrent = Torrent::parse(&bytes, cx.engine()?)?;
    Ok(Opened {
        name,
        bytes,
        torrent,
        as_it_stands: !is_json,
    })
}

impl Opened {
    /// The step that tells the infohashes, each with the shell line that prints it again.
    pub(crate) fn hashes(&self) -> Vec<Step> {
        let span = self.torrent.info_span();
        let cut = format!("tail -c +{} FILE | head -c {}", span.start + 1, span.len());
        let hash = self.torrent.hash();
        let step = |version, hash: &[u8], program| {
            let why = format!(
                "the info dictionary stands at bytes {} to {}, and is hashed as it is",
                span.start, span.end
            );
            let step = Step::new(format!("infohash {version}"), why);
            let step = step.value("infohash", hex::encode(hash));
            if self.as_it_stands {
                step.check(format!("{cut} | {program}"))
            } else {
                step
            }
        };
        let v1 = hash.v1.map(|hash| step("v1", &hash, "sha1sum"));
        let v2 = hash.v2.map(|hash| step("v2", &hash, "sha256sum"));
        v1.into_iter().chain(v2).collect()
    }
}

/// The records that tell infohashes: a line each, or one object with both.
pub(crate) fn hash_records(hash: InfoHash, json: bool) -> Vec<Record> {
    let v1 = hash.v1.map(|hash| hex::encode(&hash));
    let v2 = hash.v2.map(|hash| hex::encode(&hash));
    if json {
        let record = Record::card();
        let record = v1
            .into_iter()
            .fold(record, |r, hash| r.field("infohash_v1", hash));
        return vec![
            v2.into_iter()
                .fold(record, |r, hash| r.field("infohash_v2", hash)),
        ];
    }
    let line = |version: &str, hash: String| Record::value("infohash", format!("{version}:{hash}"));
    let v1 = v1.map(|hash| line("v1", hash));
    v1.into_iter()
        .chain(v2.map(|hash| line("v2", hash)))
        .collect()
}

/// Texts that may be no UTF-8, for a report that is to be read.
pub(crate) fn texts<'t>(texts: impl IntoIterator<Item = &'t Vec<u8>>) -> Vec<String> {
    let text = |text: &Vec<u8>| String::from_utf8_lossy(text).into_owned();
    texts.into_iter().map(text).collect()
}
