//! What the tools on names share: names and records on their way in, ends of validity, cards.

use std::path::Path;
use std::str::FromStr;

use decent::Verdict;
use decent::cid::Cid;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::ipns::record::LARGEST;
use decent::ipns::verify::verify;
use decent::ipns::{Moment, Name, Record};
use decent::key::{PublicKey, libp2p};
use decent::watch::Deaf;

use crate::args::Time;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::{self, bytes_of};

/// A length of time in nanoseconds: `48h`, `5m`, `1h30m`, `7d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span(pub(crate) u64);

/// Units, by their nanoseconds.
const UNITS: [(&str, u64); 8] = [
    ("ns", 1),
    ("us", 1_000),
    ("ms", 1_000_000),
    ("s", 1_000_000_000),
    ("m", 60_000_000_000),
    ("h", 3_600_000_000_000),
    ("d", 86_400_000_000_000),
    ("w", 604_800_000_000_000),
];

impl FromStr for Span {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is no length of time: give 48h, 5m, 1h30m, 7d");
        let (mut rest, mut total) = (text, 0u64);
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
            let (number, behind) = rest.split_at(digits);
            let letters = behind.find(|c: char| c.is_ascii_digit());
            let (unit, behind) = behind.split_at(letters.unwrap_or(behind.len()));
            let known = UNITS.iter().find(|(name, _)| *name == unit);
            let (_, size) = known.ok_or_else(wrong)?;
            let number: u64 = number.parse().map_err(|_| wrong())?;
            let part = number.checked_mul(*size);
            let sum = part.and_then(|part| total.checked_add(part));
            total = sum.ok_or_else(|| format!("{text} is past 2^64 nanoseconds"))?;
            rest = behind;
        }
        if text.is_empty() {
            return Err(wrong());
        }
        Ok(Self(total))
    }
}

impl Span {
    /// The same in seconds, where it is a whole number of them, not 0, and of 32 bits.
    pub(crate) fn whole_seconds(self) -> Option<u32> {
        let whole = self.0 > 0 && self.0.is_multiple_of(1_000_000_000);
        let seconds = whole.then_some(self.0 / 1_000_000_000)?;
        u32::try_from(seconds).ok()
    }
}

/// Until when a record is valid, and for how long it may be kept.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Ending {
    /// Valid for so long from now, or from --at; 48h unless told otherwise
    #[arg(long, value_name = "SPAN", conflicts_with = "validity")]
    lifetime: Option<Span>,
    /// Valid until TIME of RFC 3339, which is signed as it is written
    #[arg(long, value_name = "TIME")]
    validity: Option<String>,
    /// What is now
    #[arg(long, value_name = "TIME", conflicts_with = "validity")]
    at: Option<Time>,
}

impl Ending {
    /// The end of validity, as it is written into a record.
    pub(crate) fn text(&self) -> Result<String, Fail> {
        if let Some(text) = &self.validity {
            Moment::parse(text).map_err(|error| Fail::from(error).named("--validity"))?;
            return Ok(text.clone());
        }
        let span = self.lifetime.map_or(48 * 3_600_000_000_000, |span| span.0);
        let from = moment(self.at);
        let seconds = i64::try_from(span / 1_000_000_000).ok();
        let seconds = seconds.and_then(|more| from.seconds.checked_add(more));
        let text = Moment {
            seconds: seconds.unwrap_or(i64::MAX),
            nanoseconds: (span % 1_000_000_000) as u32,
        }
        .text();
        Moment::parse(&text).map_err(|_| {
            let wanted = "an end of validity before the year 10000";
            Fail::from(Error::new(slug::OUT_OF_RANGE, wanted, "a later one")).named("--lifetime")
        })?;
        Ok(text)
    }
}

/// The moment that is asked about: now, unless it is told.
pub(crate) fn moment(at: Option<Time>) -> Moment {
    let now = || i64::try_from(Cx::now()).unwrap_or(i64::MAX);
    Moment::at(at.map_or_else(now, |time| time.0))
}

/// A name of a line: what is asked about, so that one that is none answers nothing.
pub(crate) fn name(text: &str) -> Result<Name, Fail> {
    Name::parse(text).map_err(|error| {
        let mut fail = Fail::from(error).named(text);
        fail.role = Some(Role::Anchor);
        fail
    })
}

/// A record, which is judged.
pub(crate) fn read(cx: &mut Cx, path: &Path) -> Result<Record, Fail> {
    let bytes = cx.evidence("record", path)?.read_all(LARGEST as u64);
    let record = bytes.and_then(|bytes| Record::decode(&bytes));
    record.map_err(|error| Fail {
        role: Some(Role::Evidence),
        ..Fail::from(error.of("record")).named(bytes_of(path))
    })
}

/// A record that another is to follow: it must be of this key, be it expired or not.
pub(crate) fn before(cx: &mut Cx, path: &Path, key: &PublicKey) -> Result<Record, Fail> {
    let record = read(cx, path)?;
    let always = Moment::at(i64::MIN);
    match verify(&record, &Name::of(key)?, Some(key), always, &Deaf)? {
        Verdict::Yes => Ok(record),
        Verdict::No(why) | Verdict::Unknown(why) => {
            let error = Error::new(slug::IPNS_UNFIT, "a record of this key", why);
            Err(Fail {
                role: Some(Role::Evidence),
                ..Fail::from(error).named(bytes_of(path))
            })
        }
    }
}

/// What a record says, field by field.
pub(crate) fn described(card: report::Record, record: &Record) -> report::Record {
    let data = &record.data;
    let version = if record.has_legacy() {
        "v1 and v2"
    } else {
        "v2"
    };
    let mut card = card
        .field("value", data.value.as_str())
        .field("validity", data.validity.as_str())
        .field("sequence", data.sequence.to_string())
        .field("ttl_nanoseconds", data.ttl.to_string())
        .field("signatures", version);
    if let Some(bytes) = &record.public_key {
        card = card.field("public_key", hex::encode(bytes));
        if let Ok(key) = libp2p::read_public(bytes)
            && let Ok(name) = Name::of(&key)
        {
            card = card
                .field("type", key.kind().name())
                .field("name", name.to_string());
        }
    }
    if let Some(field) = record.disagreement() {
        card = card.field("differs_in_version_1", field);
    }
    let others: Vec<_> = data.others.iter().map(|(key, _)| key.as_str()).collect();
    if !others.is_empty() {
        card = card.field("other_keys", others);
    }
    if record.unknown_bytes > 0 {
        card = card.field("unsigned_bytes", record.unknown_bytes);
    }
    card.field("signature", hex::encode(record.signature()))
        .field("data", hex::encode(record.data_bytes()))
}

/// The name that a file says at its start, up to a dot or an underscore: as gateways and their tests
/// call records.
pub(crate) fn name_of_file(path: &Path) -> Option<Name> {
    let text = path.file_name()?.to_str()?;
    let end = text.find(['.', '_']).unwrap_or(text.len());
    Name::parse(text.get(..end)?).ok()
}

/// All names of a key: for a line of text the base 36, the base 32 and the peer's behind each other.
pub(crate) fn named(name: &Name) -> report::Record {
    let cid: &Cid = name.cid();
    let others = format!("{}  {}", name.base32(), name.peer_id());
    report::Record::value("name", name)
        .detail("cid", others)
        .field("cid", cid.to_string())
        .field("peer_id", name.peer_id())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans() {
        let hour = 3_600_000_000_000;
        for (text, nanoseconds) in [
            ("0s", 0),
            ("48h", 48 * hour),
            ("1h30m", hour + hour / 2),
            ("7d", 168 * hour),
            ("500ms", 500_000_000),
        ] {
            assert_eq!(text.parse::<Span>(), Ok(Span(nanoseconds)), "{text}");
        }
        for text in ["", "48", "h", "-1h", "1.5h", "1 h", "1y", "99999999999w"] {
            assert!(text.parse::<Span>().is_err(), "{text}");
        }
    }
}
