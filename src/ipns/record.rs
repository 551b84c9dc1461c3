//! Records (ipns-record.md, "Record Serialization Format"): a protobuf with a signature and, signed by
//! it, a map in dag-cbor. The fields of version 1 are copies, which must say the same.
//!
//! Read strictly, for two readers must not find two things in one record: known fields in order and
//! each once, numbers in their shortest form, dag-cbor in its one form. Fields past the ninth, which
//! the specification may add, are passed over; nothing signs them.

use std::ops::Range;

use super::validity::Moment;
use crate::codec::dag_cbor::{self, Reader, Token};
use crate::codec::varint;
use crate::error::{Error, Place, Result, slug};

/// Bytes of a record, at most (ipns-record.md, "Record Size Limit").
pub const LARGEST: usize = 10 << 10;

/// Stands before the signed bytes.
pub const SIGNED_PREFIX: &[u8] = b"ipns-signature:";

/// The copies that a record of version 1 has beside the signed map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Legacy {
    /// `value`.
    pub value: Option<Vec<u8>>,
    /// `signatureV1`, which nobody checks any more.
    pub signature: Option<Vec<u8>>,
    /// `validityType`.
    pub validity_type: Option<u64>,
    /// `validity`.
    pub validity: Option<Vec<u8>>,
    /// `sequence`.
    pub sequence: Option<u64>,
    /// `ttl`, in nanoseconds.
    pub ttl: Option<u64>,
}

/// What is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    /// The path that the name points at.
    pub value: String,
    /// The end of validity, as it is written.
    pub validity: String,
    /// The version of the record, from 0.
    pub sequence: u64,
    /// For how many nanoseconds it may be kept without asking again.
    pub ttl: u64,
    /// Other entries of the map: the key, and the value in dag-cbor.
    pub others: Vec<(String, Vec<u8>)>,
}

/// A record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// All of it.
    bytes: Vec<u8>,
    /// The copies of version 1.
    pub legacy: Legacy,
    /// The public key in libp2p's protobuf, where the name only has its hash.
    pub public_key: Option<Vec<u8>>,
    /// Where `signatureV2` is in the bytes.
    signature: Range<usize>,
    /// Where the signed map is.
    data_at: Range<usize>,
    /// What the map says.
    pub data: Data,
    /// When its validity ends.
    pub ends: Moment,
    /// Bytes of fields that are not known here.
    pub unknown_bytes: usize,
}

fn wrong(wanted: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::IPNS_RECORD, wanted, found.into())
}

/// What stands in a field of a protobuf.
enum Field<'a> {
    Number(u64),
    Bytes(&'a [u8]),
    Unknown,
}

impl Record {
    /// Reads a record. Nothing is verified.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        if bytes.len() > LARGEST {
            let wanted = format!("at most {LARGEST} bytes");
            return Err(Error::new(slug::TOO_LARGE, wanted, bytes.len().to_string()));
        }
        let mut legacy = Legacy::default();
        let (mut public_key, mut signature, mut data_at) = (None, None, None);
        let (mut rest, mut before, mut unknown_bytes) = (bytes, 0, 0);
        while !rest.is_empty() {
            let at = bytes.len() - rest.len();
            let here = |error: Error| error.at(Place::Byte(at as u64));
            let (number, field) = take_field(&mut rest).map_err(here)?;
            let end = bytes.len() - rest.len();
            if number <= before && number <= 9 {
                let found = format!("field {number} behind {before}");
                return Err(here(wrong("the fields in order, each once", found)));
            }
            before = before.max(number);
            let range = |inner: &[u8]| end - inner.len()..end;
            match (number, field) {
                (1, Field::Bytes(value)) => legacy.value = Some(value.to_vec()),
                (2, Field::Bytes(value)) => legacy.signature = Some(value.to_vec()),
                (3, Field::Number(value)) => legacy.validity_type = Some(value),
                (4, Field::Bytes(value)) => legacy.validity = Some(value.to_vec()),
                (5, Field::Number(value)) => legacy.sequence = Some(value),
                (6, Field::Number(value)) => legacy.ttl = Some(value),
                (7, Field::Bytes(value)) => public_key = Some(value.to_vec()),
                (8, Field::Bytes(value)) => signature = Some(range(value)),
                (9, Field::Bytes(value)) => data_at = Some(range(value)),
                (10.., _) => unknown_bytes += end - at,
                (number, _) => {
                    let found = format!("another type of field {number}");
                    return Err(here(wrong("the fields of a record", found)));
                }
            }
        }
        let there = |range: Option<Range<usize>>| range.filter(|range| !range.is_empty());
        let (Some(signature), Some(data_at)) = (there(signature), there(data_at)) else {
            let found = match legacy.signature {
                Some(_) => "a record of version 1, which proves nothing",
                None => "a record without them",
            };
            return Err(wrong("signatureV2 and data", found));
        };
        let inner = bytes.get(data_at.clone()).unwrap_or_default();
        let within = |error: Error| crate::codec::dag_pb::within(error, data_at.start);
        let data = Data::decode(inner).map_err(within)?;
        Ok(Self {
            ends: Moment::parse(&data.validity)?,
            bytes: bytes.to_vec(),
            legacy,
            public_key,
            signature,
            data_at,
            data,
            unknown_bytes,
        })
    }

    /// All of its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The signature of version 2.
    pub fn signature(&self) -> &[u8] {
        self.bytes.get(self.signature.clone()).unwrap_or_default()
    }

    /// The map that is signed, as its bytes.
    pub fn data_bytes(&self) -> &[u8] {
        self.bytes.get(self.data_at.clone()).unwrap_or_default()
    }

    /// The bytes that the signature is of.
    pub fn signed(&self) -> Vec<u8> {
        signed(self.data_bytes())
    }

    /// Whether it has copies of version 1: a signature or a value.
    pub fn has_legacy(&self) -> bool {
        let there = |bytes: &Option<Vec<u8>>| bytes.as_ref().is_some_and(|one| !one.is_empty());
        there(&self.legacy.signature) || there(&self.legacy.value)
    }

    /// The first copy of version 1 that says something else than the signed map (ipns-record.md,
    /// "Record Verification", step 7).
    pub fn disagreement(&self) -> Option<&'static str> {
        if !self.has_legacy() {
            return None;
        }
        let (legacy, data) = (&self.legacy, &self.data);
        let text = |copy: &Option<Vec<u8>>, text: &str| {
            copy.as_deref().unwrap_or_default() == text.as_bytes()
        };
        let number = |copy: Option<u64>, number: u64| copy.unwrap_or(0) == number;
        let checks = [
            ("value", text(&legacy.value, &data.value)),
            ("validityType", number(legacy.validity_type, 0)),
            ("validity", text(&legacy.validity, &data.validity)),
            ("sequence", number(legacy.sequence, data.sequence)),
            ("ttl", number(legacy.ttl, data.ttl)),
        ];
        let differs = checks.iter().find(|(_, same)| !same);
        differs.map(|(name, _)| *name)
    }
}

/// The signed bytes of a map.
pub fn signed(data: &[u8]) -> Vec<u8> {
    [SIGNED_PREFIX, data].concat()
}

/// Takes a field of a protobuf: its number, and what is in it.
fn take_field<'a>(rest: &mut &'a [u8]) -> Result<(u64, Field<'a>)> {
    let tag = varint::take(rest)?;
    let number = tag >> 3;
    if number == 0 || number >= 1 << 29 {
        return Err(wrong("a field's number", number.to_string()));
    }
    let skipped = |rest: &mut &'a [u8], count: usize| {
        let split = rest.split_at_checked(count);
        let (_, behind) = split.ok_or_else(|| wrong("all bytes of a field", "the end"))?;
        *rest = behind;
        Ok(Field::Unknown)
    };
    let field = match tag & 7 {
        0 => Field::Number(varint::take(rest)?),
        1 => skipped(rest, 8)?,
        2 => {
            let length = varint::take(rest)?;
            let split = usize::try_from(length).ok();
            let split = split.and_then(|length| rest.split_at_checked(length));
            let Some((bytes, behind)) = split else {
                let found = format!("{} of {length}", rest.len());
                return Err(wrong("all bytes of a field", found));
            };
            *rest = behind;
            Field::Bytes(bytes)
        }
        5 => skipped(rest, 4)?,
        other => return Err(wrong("a type of field that is in use", other.to_string())),
    };
    Ok((number, field))
}

impl Data {
    /// Reads the map. Other keys than the five are kept.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader::new(bytes);
        let Some(Token::Map(count)) = reader.next().transpose()? else {
            return Err(wrong("a map in dag-cbor", "another value").at(Place::Byte(0)));
        };
        let (mut value, mut validity, mut kind) = (None, None, None);
        let (mut sequence, mut ttl) = (None, None);
        let mut others = Vec::new();
        for _ in 0..count {
            let at = reader.at();
            let Some(Token::Text(key)) = reader.next().transpose()? else {
                return Err(wrong("a key", "none").at(Place::Byte(at as u64)));
            };
            let start = reader.at();
            let first = reader.next().transpose()?;
            match (key, first) {
                ("Value", Some(Token::Bytes(bytes))) => value = Some(text(bytes, "value")?),
                ("Validity", Some(Token::Bytes(bytes))) => {
                    validity = Some(text(bytes, "validity")?);
                }
                ("ValidityType", Some(Token::Unsigned(number))) => kind = Some(number),
                ("Sequence", Some(Token::Unsigned(number))) => sequence = Some(number),
                ("TTL", Some(Token::Unsigned(number))) => ttl = Some(number),
                ("Value" | "Validity" | "ValidityType" | "Sequence" | "TTL", _) => {
                    let found = format!("another type of {key}");
                    let error = wrong("bytes or a natural number, as the key wants", found);
                    return Err(error.at(Place::Byte(start as u64)));
                }
                (_, first) => {
                    pass_over(&mut reader, first)?;
                    let bytes = bytes.get(start..reader.at()).unwrap_or_default();
                    others.push((key.to_owned(), bytes.to_vec()));
                }
            }
        }
        if let Some(behind) = reader.next() {
            behind?;
        }
        match kind {
            Some(0) => {}
            Some(other) => return Err(wrong("validity type 0, an end", other.to_string())),
            None => return Err(missing("ValidityType")),
        }
        Ok(Self {
            value: value.ok_or_else(|| missing("Value"))?,
            validity: validity.ok_or_else(|| missing("Validity"))?,
            sequence: sequence.ok_or_else(|| missing("Sequence"))?,
            ttl: ttl.ok_or_else(|| missing("TTL"))?,
            others,
        })
    }

    /// The map in dag-cbor: shorter keys first, then by their letters.
    pub fn encode(&self) -> Vec<u8> {
        let bytes_of = |text: &str| {
            let mut bytes = Vec::new();
            dag_cbor::put_head(&mut bytes, 2, text.len() as u64);
            bytes.extend(text.as_bytes());
            bytes
        };
        let number = |number: u64| {
            let mut bytes = Vec::new();
            dag_cbor::put_head(&mut bytes, 0, number);
            bytes
        };
        let mut entries = vec![
            ("Value", bytes_of(&self.value)),
            ("Validity", bytes_of(&self.validity)),
            ("ValidityType", number(0)),
            ("Sequence", number(self.sequence)),
            ("TTL", number(self.ttl)),
        ];
        for (key, value) in &self.others {
            entries.push((key, value.clone()));
        }
        entries.sort_by_key(|(key, _)| (key.len(), *key));
        let mut bytes = Vec::new();
        dag_cbor::put_head(&mut bytes, 5, entries.len() as u64);
        for (key, value) in entries {
            dag_cbor::put_text(&mut bytes, key);
            bytes.extend(value);
        }
        bytes
    }
}

fn missing(key: &'static str) -> Error {
    wrong(
        "Value, Validity, ValidityType, Sequence and TTL",
        format!("no {key}"),
    )
}

/// Bytes that must be text.
fn text(bytes: &[u8], what: &'static str) -> Result<String> {
    let text = String::from_utf8(bytes.to_vec());
    text.map_err(|_| wrong("text", format!("other bytes as the {what}")))
}

/// Passes over all of a value whose first token was taken.
fn pass_over(reader: &mut Reader<'_>, first: Option<Token<'_>>) -> Result<()> {
    let inside = |token: &Token<'_>| match token {
        Token::List(count) => *count,
        Token::Map(count) => count.saturating_mul(2),
        _ => 0,
    };
    let mut left = first.as_ref().map_or(0, inside);
    while left > 0 {
        let Some(token) = reader.next().transpose()? else {
            break;
        };
        left = left - 1 + inside(&token);
    }
    Ok(())
}

/// Puts a record together.
pub(super) fn encode(
    legacy: Option<&Legacy>,
    public_key: Option<&[u8]>,
    signature: &[u8],
    data: &[u8],
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let put_bytes = |bytes: &mut Vec<u8>, number: u8, value: Option<&[u8]>| {
        if let Some(value) = value {
            crate::codec::dag_pb::put_bytes(bytes, number << 3 | 2, value);
        }
    };
    let put_number = |bytes: &mut Vec<u8>, number: u8, value: Option<u64>| {
        if let Some(value) = value {
            bytes.push(number << 3);
            varint::put(bytes, value);
        }
    };
    if let Some(legacy) = legacy {
        put_bytes(&mut bytes, 1, legacy.value.as_deref());
        put_bytes(&mut bytes, 2, legacy.signature.as_deref());
        put_number(&mut bytes, 3, legacy.validity_type);
        put_bytes(&mut bytes, 4, legacy.validity.as_deref());
        put_number(&mut bytes, 5, legacy.sequence);
        put_number(&mut bytes, 6, legacy.ttl);
    }
    put_bytes(&mut bytes, 7, public_key);
    put_bytes(&mut bytes, 8, Some(signature));
    put_bytes(&mut bytes, 9, Some(data));
    bytes
}
