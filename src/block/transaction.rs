//! Transactions and raw blocks: as much of them as their ids need (Bitcoin's developer reference,
//! "Raw Transaction Format"; BIP 141 and 144 for witnesses).

use sha2::{Digest, Sha256};

use super::header::{BYTES, Header};
use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::hash::{Engine, Hash256, Message};

/// The most bytes of a block (BIP 141: four million units of weight).
pub const LARGEST: u64 = 4_000_000;
/// What a commitment to the witnesses begins with (BIP 141): `OP_RETURN`, 36 bytes, four of its own.
const COMMITMENT: [u8; 6] = [0x6a, 0x24, 0xaa, 0x21, 0xa9, 0xed];

/// A transaction, and where its parts stand in its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction<'a> {
    bytes: &'a [u8],
    /// Inputs and outputs, which the id covers between version and lock time.
    middle: &'a [u8],
    coinbase: bool,
    /// The only item of the first input's witness, if it is of 32 bytes.
    reserved: Option<Hash256>,
    commitment: Option<Hash256>,
}

impl<'a> Transaction<'a> {
    /// A whole transaction and nothing behind it.
    pub fn decode(bytes: &'a [u8]) -> Result<Self> {
        let mut reader = Reader { bytes, at: 0 };
        let transaction = reader.transaction()?;
        reader.end()?;
        Ok(transaction)
    }

    /// All bytes, witnesses too.
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The bytes that the id covers: the same without witnesses.
    fn stripped(&self) -> Message<'a> {
        Message {
            prefix: self.bytes.get(..4).unwrap_or_default(),
            body: self.middle,
            suffix: self.bytes.last_chunk::<4>().map_or(&[], |end| end),
        }
    }

    /// Bytes without witnesses. Of 64 it could pass for a node of the tree.
    pub fn stripped_len(&self) -> usize {
        self.middle.len() + 8
    }

    /// Whether it makes new coins: one input, from nowhere.
    pub fn is_coinbase(&self) -> bool {
        self.coinbase
    }

    /// The id, internal order.
    pub fn txid(&self) -> Hash256 {
        let Message {
            prefix,
            body,
            suffix,
        } = self.stripped();
        let once = Sha256::new()
            .chain_update(prefix)
            .chain_update(body)
            .chain_update(suffix)
            .finalize();
        Sha256::digest(once).into()
    }

    /// The id over all bytes, internal order; of a coinbase nothing but zeros.
    pub fn wtxid(&self) -> Hash256 {
        if self.coinbase {
            return [0; 32];
        }
        Sha256::digest(Sha256::digest(self.bytes)).into()
    }

    /// What a coinbase commits to: SHA-256 twice of the root over all wtxids and of a value that
    /// stands in its witness. Both, where it commits.
    pub fn commitment(&self) -> Option<(Hash256, Hash256)> {
        Some((self.commitment.filter(|_| self.coinbase)?, self.reserved?))
    }
}

/// A raw block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block<'a> {
    /// Its header.
    pub header: Header,
    /// Its transactions, at least one.
    pub transactions: Vec<Transaction<'a>>,
}

impl<'a> Block<'a> {
    /// A whole block and nothing behind it.
    pub fn decode(bytes: &'a [u8]) -> Result<Self> {
        if bytes.len() as u64 > LARGEST {
            let wanted = format!("at most {LARGEST} bytes");
            return Err(Error::new(slug::TOO_LARGE, wanted, bytes.len().to_string()));
        }
        let mut reader = Reader { bytes, at: 0 };
        let header = Header::from_slice(reader.take(BYTES as u64)?)?;
        let count = reader.count()?;
        if count == 0 {
            return Err(reader.wrong("at least one transaction", "none"));
        }
        let mut transactions = Vec::new();
        for number in 0..count {
            let transaction = reader.transaction()?;
            if transaction.coinbase != (number == 0) {
                let found = if number == 0 {
                    "another first"
                } else {
                    "one more"
                };
                return Err(reader.wrong("one coinbase, the first transaction", found));
            }
            transactions.push(transaction);
        }
        reader.end()?;
        Ok(Self {
            header,
            transactions,
        })
    }

    /// All ids in order, internal order of bytes.
    pub fn txids(&self, engine: Engine) -> Vec<Hash256> {
        let messages: Vec<_> = self
            .transactions
            .iter()
            .map(Transaction::stripped)
            .collect();
        let mut once = vec![[0; 32]; messages.len()];
        engine.sha256(&messages, &mut once);
        let messages: Vec<_> = once.iter().map(|hash| Message::from(&hash[..])).collect();
        let mut ids = vec![[0; 32]; messages.len()];
        engine.sha256(&messages, &mut ids);
        ids
    }

    /// All wtxids in order.
    pub fn wtxids(&self) -> Vec<Hash256> {
        self.transactions.iter().map(Transaction::wtxid).collect()
    }
}

/// Whether text holds ids, a line of 64 hex digits each, rather than a block.
pub fn is_list(bytes: &[u8]) -> bool {
    let line = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let line = line.trim_ascii();
    line.len() == 64 && line.iter().all(u8::is_ascii_hexdigit)
}

/// The ids of a list, as people write them, in internal order.
pub fn read_list(bytes: &[u8]) -> Result<Vec<Hash256>> {
    let text = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let lines = text.split(|byte| *byte == b'\n').zip(1..);
    let ids = lines.map(|(line, number)| {
        let text = String::from_utf8_lossy(line);
        let mut id: Hash256 = hex::decode_array(&text).map_err(|e| e.at(Place::Line(number)))?;
        id.reverse();
        Ok(id)
    });
    ids.collect()
}

/// Takes parts off bytes, from the front.
pub(super) struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn wrong(&self, wanted: &'static str, found: impl Into<String>) -> Error {
        Error::new(slug::TRANSACTION, wanted, found.into()).at(Place::Byte(self.at as u64))
    }

    pub(super) fn take(&mut self, n: u64) -> Result<&'a [u8]> {
        let n = usize::try_from(n).unwrap_or(usize::MAX);
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let Some(part) = rest.get(..n) else {
            return Err(self.wrong("more bytes", "the end"));
        };
        self.at += n;
        Ok(part)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let part = self.take(N as u64)?;
        Ok(part.first_chunk().copied().unwrap_or([0; N]))
    }

    pub(super) fn word(&mut self) -> Result<u32> {
        self.array().map(u32::from_le_bytes)
    }

    /// A number of one to nine bytes, in the shortest form that it has.
    pub(super) fn count(&mut self) -> Result<u64> {
        let [first] = self.array()?;
        let (number, least) = match first {
            0xfd => (u64::from(u16::from_le_bytes(self.array()?)), 0xfd),
            0xfe => (u64::from(u32::from_le_bytes(self.array()?)), 0x1_0000),
            0xff => (u64::from_le_bytes(self.array()?), 0x1_0000_0000),
            short => return Ok(short.into()),
        };
        if number < least {
            return Err(self.wrong("a count in its shortest form", "a longer one"));
        }
        Ok(number)
    }

    pub(super) fn end(&self) -> Result<()> {
        let more = self.bytes.len().saturating_sub(self.at);
        if more == 0 {
            return Ok(());
        }
        Err(self.wrong("the end", format!("{more} bytes more")))
    }

    fn transaction(&mut self) -> Result<Transaction<'a>> {
        let start = self.at;
        self.take(4)?;
        let marked = self
            .bytes
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with(&[0]));
        if marked {
            let [_, flag] = self.array()?;
            if flag != 1 {
                return Err(self.wrong("inputs, or the flag 1 of witnesses", format!("{flag}")));
            }
        }
        let middle = self.at;
        let inputs = self.count()?;
        if inputs == 0 {
            return Err(self.wrong("at least one input", "none"));
        }
        let mut coinbase = inputs == 1;
        for _ in 0..inputs {
            let previous = self.take(36)?;
            let nowhere = previous
                .split_at_checked(32)
                .is_some_and(|(id, index)| id.iter().all(|byte| *byte == 0) && index == [0xff; 4]);
            coinbase &= nowhere;
            let script = self.count()?;
            self.take(script)?;
            self.take(4)?;
        }
        let commitment = self.outputs()?;
        let middle = self.bytes.get(middle..self.at).unwrap_or_default();
        let reserved = if marked {
            self.witnesses(inputs)?
        } else {
            None
        };
        self.take(4)?;
        Ok(Transaction {
            bytes: self.bytes.get(start..self.at).unwrap_or_default(),
            middle,
            coinbase,
            reserved,
            commitment,
        })
    }

    /// The last commitment among the outputs.
    fn outputs(&mut self) -> Result<Option<Hash256>> {
        let outputs = self.count()?;
        if outputs == 0 {
            return Err(self.wrong("at least one output", "none"));
        }
        let mut commitment = None;
        for _ in 0..outputs {
            self.take(8)?;
            let len = self.count()?;
            let script = self.take(len)?;
            let hash = script
                .strip_prefix(&COMMITMENT)
                .and_then(|rest| rest.first_chunk());
            commitment = hash.copied().or(commitment);
        }
        Ok(commitment)
    }

    /// The only item of the first input's witness, if it is of 32 bytes.
    fn witnesses(&mut self, inputs: u64) -> Result<Option<Hash256>> {
        let (mut reserved, mut any) = (None, false);
        for input in 0..inputs {
            let items = self.count()?;
            any |= items > 0;
            for _ in 0..items {
                let len = self.count()?;
                let item = self.take(len)?;
                if input == 0 && items == 1 {
                    reserved = item.try_into().ok();
                }
            }
        }
        if any {
            Ok(reserved)
        } else {
            Err(self.wrong("a witness, for they are announced", "none"))
        }
    }
}
