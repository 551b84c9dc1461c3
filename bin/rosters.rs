//! What the tools on rosters and on what they sign share: rosters on their way in, how signatures are
//! judged, committees out of block headers.

use std::path::{Path, PathBuf};

use decent::block::target::Target;
use decent::codec::hex;
use decent::error::{Error, Place, slug};
use decent::skipchain::roster::{Key, LARGEST, Member, Roster, faulty, safe_threshold};
use decent::skipchain::sign::Judge;
use decent::watch::{Step, Watch};

use crate::chains::each_header;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::{Record, bytes_of};

impl Cx {
    /// A roster from its file.
    pub(crate) fn roster(
        &mut self,
        word: &'static str,
        path: &Path,
        role: Role,
    ) -> Result<Roster, Fail> {
        let mut input = self.open(word, path, role)?;
        let read = input.read_all(LARGEST);
        let read = read.and_then(|bytes| Roster::read(&bytes));
        Ok(read.map_err(|error| error.of(word))?)
    }

    /// How signatures of rosters are judged.
    pub(crate) fn judge(&self) -> Result<Judge, Fail> {
        let mut seed = [0; 32];
        Self::random(&mut seed)?;
        let threads = self.engine()?.threads();
        Ok(Judge { seed, threads })
    }
}

/// The member of a key: `NAME=FILE`, or a file whose name is the member's.
pub(crate) fn member(cx: &mut Cx, named: &Path) -> Result<Member, Fail> {
    let text = named.to_str().filter(|_| !named.exists());
    let (name, path) = match text.and_then(|text| text.split_once('=')) {
        Some((name, path)) => (name.to_owned(), PathBuf::from(path)),
        None => (name_of(named), named.to_owned()),
    };
    let mut input = cx.anchor("key", &path)?;
    let bytes = input.read_secret(decent::key::form::LARGEST)?;
    let key = Key::read(bytes.bytes()).map_err(|error| error.of("key"))?;
    let weight = 1;
    Ok(Member { name, weight, key })
}

/// `anna` of `keys/anna.pub`; what is no text stays readable.
fn name_of(path: &Path) -> String {
    let path = match path.extension() {
        Some(end) if end == "pub" => path.with_extension(""),
        _ => path.to_owned(),
    };
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy();
    let plain = name.trim().chars().filter(|letter| !letter.is_control());
    plain.collect()
}

/// The winners of the last headers of a chain, each as often as it won. A winner is named by the Merkle
/// root of its header, as it is shown: an Ed25519 public key. The headers must follow each other and
/// have the work that they claim; whether their targets are right is for `block verify` to say.
pub(crate) fn committee(cx: &mut Cx, path: &Path, window: usize) -> Result<Vec<Member>, Fail> {
    let mut input = cx.subject("headers", path)?;
    let mut last = std::collections::VecDeque::new();
    let mut before: Option<[u8; 32]> = None;
    let mut number = 0u64;
    let ended = each_header(cx, &mut input, "headers", &mut |_, headers, hashes| {
        for (raw, hash) in headers.iter().zip(hashes) {
            let header = decent::block::header::Header(*raw);
            let at = |error: Error| error.at(Place::Item("header", number));
            if before.is_some_and(|before| before != header.previous()) {
                let wanted = "a header that follows the one before";
                return Err(at(Error::new(slug::CHAIN_LINK, wanted, "another")));
            }
            let target = Target::from_bits(header.bits()).map_err(at)?;
            if !target.is_met_by(hash) {
                let wanted = "a hash below the target";
                return Err(at(Error::new(slug::CHAIN_WORK, wanted, "one above")));
            }
            before = Some(*hash);
            number += 1;
            last.push_back((number - 1, header.root()));
            if last.len() > window {
                last.pop_front();
            }
        }
        Ok(())
    });
    ended?;
    if last.len() < window {
        let wanted = format!("the {window} headers of the window");
        let found = format!("{number}");
        return Err(Error::new(slug::SKIP_ROSTER, wanted, found)
            .of("headers")
            .into());
    }
    let mut members: Vec<Member> = Vec::new();
    for (number, mut root) in last {
        root.reverse();
        let key = Key::ed25519(&root);
        let key = key.map_err(|error| error.at(Place::Item("header", number)).of("headers"))?;
        match members.iter_mut().find(|member| member.key == key) {
            Some(member) => member.weight += 1,
            None => members.push(Member {
                name: hex::encode(root.get(..8).unwrap_or_default()),
                weight: 1,
                key,
            }),
        }
    }
    Ok(members)
}

/// The fields that say what a roster is.
pub(crate) fn card(card: Record, roster: &Roster) -> Record {
    card.field("hash", hex::encode(&roster.hash()))
        .field("scheme", roster.scheme().name())
        .field("threshold", roster.threshold())
        .field("weight", roster.total())
        .field("members", roster.members().len())
        .field("faulty_at_most", faulty(roster.total()))
        .field("safe", roster.is_safe())
}

/// `3 of 4`.
pub(crate) fn quorum(roster: &Roster) -> String {
    format!("{} of {}", roster.threshold(), roster.total())
}

/// The error of a threshold that is not safe.
pub(crate) fn unsafe_threshold(roster: &Roster) -> Error {
    let (t, n) = (roster.threshold(), roster.total());
    let shared = (2 * i64::from(t) - i64::from(n)).max(0);
    let wanted = format!("{} or more of {n}", safe_threshold(n));
    let found = format!(
        "{t}: quorums share {shared}, {} may be dishonest",
        faulty(n)
    );
    Error::new(slug::SKIP_UNSAFE, wanted, found)
}

/// How a roster's quorum and hash come about.
pub(crate) fn tell(watch: &dyn Watch, roster: &Roster) {
    if !watch.narrates() {
        return;
    }
    let (t, n) = (roster.threshold(), roster.total());
    let f = faulty(n);
    let why = "below a third of the weight may be dishonest; two quorums share 2t - n, which must \
               be more than that";
    let step = Step::new("quorum", why)
        .value("n", n)
        .value("f = floor((n - 1) / 3)", f)
        .value("t", t)
        .value("2t - n", 2 * i64::from(t) - i64::from(n));
    watch.step(&step.check(format!("echo $((2 * {t} - {n}))")));
    let why = "tag, scheme, threshold, number of members, and of each its weight, name and key, with \
               lengths, in the order of their keys";
    let line = hex::encode(&roster.encode());
    let step = Step::new("hash", why).value("sha256", hex::encode(&roster.hash()));
    watch.step(&step.check(format!("printf {line} | xxd -r -p | sha256sum")));
}

/// A member's line.
pub(crate) fn row(member: &Member) -> Record {
    Record::row()
        .cell("weight", member.weight, 0)
        .cell("key", hex::encode(&member.key.bytes()), 0)
        .cell("name", member.name.as_str(), 0)
}

/// The name of where an artefact goes, in a record.
pub(crate) fn named(record: Record, output: Option<&Path>) -> Record {
    match output {
        Some(path) => record.name(bytes_of(path)),
        None => record,
    }
}
