//! `UnixFS` (specs.ipfs.tech/unixfs): what a dag-pb block says of a file, a folder, a link, read
//! strictly: known fields, in order, with sizes that add up.

use crate::codec::dag_pb::{Node, put_bytes, take_bytes, take_tag, within};
use crate::codec::varint;
use crate::error::{Error, Place, Result, slug};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A part of a file, as trickle DAGs have them.
    Raw,
    /// A folder, all of it.
    Directory,
    /// A file, or a part of one.
    File,
    /// Nobody writes it.
    Metadata,
    /// A symbolic link.
    Symlink,
    /// A part of a large folder.
    HamtShard,
}

impl Kind {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Raw, "raw"),
        (Self::Directory, "directory"),
        (Self::File, "file"),
        (Self::Metadata, "metadata"),
        (Self::Symlink, "symlink"),
        (Self::HamtShard, "hamt-shard"),
    ];

    /// In a word.
    pub fn name(self) -> &'static str {
        Self::ALL.get(self as usize).map_or("", |(_, name)| name)
    }
}

/// A modification time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mtime {
    /// Seconds since 1970.
    pub seconds: i64,
    /// Below 10^9.
    pub nanos: u32,
}

/// Optional metadata.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Permission bits, the lower twelve.
    pub mode: Option<u32>,
    /// When it was changed.
    pub mtime: Option<Mtime>,
}

/// The data field of a block of `UnixFS`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    /// What it is.
    pub kind: Kind,
    /// Bytes of the file in this block, the target of a link, or the bit field of a shard.
    pub data: Vec<u8>,
    /// Bytes of the whole file below.
    pub filesize: Option<u64>,
    /// Bytes of the file below each link.
    pub blocksizes: Vec<u64>,
    /// The hash function of a shard.
    pub hash_type: Option<u64>,
    /// Buckets of a shard.
    pub fanout: Option<u64>,
    /// Mode and time.
    pub meta: Meta,
}

/// murmur3-x64-64, by which names fall into buckets.
pub const MURMUR3: u64 = 0x22;
/// Buckets that a shard may have.
pub const FANOUT_MOST: u64 = 1024;

impl Data {
    /// Of a kind, all else empty.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            data: Vec::new(),
            filesize: None,
            blocksizes: Vec::new(),
            hash_type: None,
            fanout: None,
            meta: Meta::default(),
        }
    }

    /// The bytes of the data field.
    ///
    /// ```
    /// use decent::cid::unixfs::{Data, Kind};
    /// let empty = Data { filesize: Some(0), ..Data::new(Kind::File) };
    /// assert_eq!(empty.encode(), [8, 2, 0x18, 0]);
    /// assert_eq!(Data::decode(&[8, 2, 0x18, 0]).unwrap(), empty);
    /// ```
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = vec![0x08, self.kind as u8];
        if !self.data.is_empty() {
            put_bytes(&mut bytes, 0x12, &self.data);
        }
        let number = |bytes: &mut Vec<u8>, tag, number: Option<u64>| {
            if let Some(number) = number {
                bytes.push(tag);
                varint::put(bytes, number);
            }
        };
        number(&mut bytes, 0x18, self.filesize);
        for size in &self.blocksizes {
            number(&mut bytes, 0x20, Some(*size));
        }
        number(&mut bytes, 0x28, self.hash_type);
        number(&mut bytes, 0x30, self.fanout);
        number(&mut bytes, 0x38, self.meta.mode.map(u64::from));
        if let Some(mtime) = self.meta.mtime {
            let mut time = vec![0x08];
            varint::put(&mut time, mtime.seconds.cast_unsigned());
            if mtime.nanos > 0 {
                time.push(0x15);
                time.extend(mtime.nanos.to_le_bytes());
            }
            put_bytes(&mut bytes, 0x42, &time);
        }
        bytes
    }

    /// Reads a data field. Errors tell the byte in it.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut rest = bytes;
        let mut data = None;
        let mut before = 0;
        while !rest.is_empty() {
            let at = bytes.len() - rest.len();
            let tag = take_tag(&mut rest).map_err(|e| within(e, at))?;
            if tag < before || tag == before && tag != 0x20 {
                return Err(wrong(
                    "the fields of UnixFS in order, each once",
                    "one out of it",
                    at,
                ));
            }
            before = tag;
            let start = bytes.len() - rest.len();
            if tag == 0x08 {
                let kind = varint::take(&mut rest).map_err(|e| within(e, start))?;
                let Some((kind, _)) = Kind::ALL.get(kind as usize).filter(|_| kind < 6) else {
                    return Err(wrong("a type from 0 to 5", kind.to_string(), start));
                };
                data = Some(Self::new(*kind));
                continue;
            }
            let Some(data) = &mut data else {
                return Err(wrong(
                    "a type as the first field",
                    format!("field 0x{tag:02x}"),
                    at,
                ));
            };
            data.field(tag, &mut rest).map_err(|e| within(e, start))?;
        }
        let data = data.ok_or_else(|| wrong("a type", "none", 0))?;
        data.checked()
    }

    fn field(&mut self, tag: u8, rest: &mut &[u8]) -> Result<()> {
        match tag {
            0x12 => self.data = take_bytes(rest)?.to_vec(),
            0x18 => self.filesize = Some(varint::take(rest)?),
            0x20 => self.blocksizes.push(varint::take(rest)?),
            // What proto3 writers do with a list of numbers: all in one field.
            0x22 => {
                let mut packed = take_bytes(rest)?;
                while !packed.is_empty() {
                    self.blocksizes.push(varint::take(&mut packed)?);
                }
            }
            0x28 => self.hash_type = Some(varint::take(rest)?),
            0x30 => self.fanout = Some(varint::take(rest)?),
            0x38 => {
                let mode = varint::take(rest)?;
                let narrow =
                    u32::try_from(mode).map_err(|_| wrong("a mode", mode.to_string(), 0))?;
                self.meta.mode = Some(narrow);
            }
            0x42 => self.meta.mtime = Some(mtime(take_bytes(rest)?)?),
            other => {
                return Err(wrong(
                    "a field of UnixFS",
                    format!("field 0x{other:02x}"),
                    0,
                ));
            }
        }
        Ok(())
    }

    /// What a kind can't have.
    fn checked(self) -> Result<Self> {
        let is_file = matches!(self.kind, Kind::File | Kind::Raw);
        if self.kind == Kind::Metadata {
            return Err(wrong("a file, a folder or a link", "metadata", 0));
        }
        if self.kind == Kind::HamtShard {
            let fanout = self.fanout.unwrap_or(0);
            if !fanout.is_power_of_two() || !(8..=FANOUT_MOST).contains(&fanout) {
                let wanted = "a fan-out that is a power of two from 8 to 1024";
                return Err(wrong(wanted, fanout.to_string(), 0));
            }
            if self.hash_type != Some(MURMUR3) {
                let found = self
                    .hash_type
                    .map_or("none".into(), |hash| format!("0x{hash:x}"));
                return Err(wrong("murmur3 (0x22) as hash of a shard", found, 0));
            }
        }
        if !is_file && !self.blocksizes.is_empty() {
            return Err(wrong(
                "sizes of blocks only in a file",
                "some in something else",
                0,
            ));
        }
        if is_file && let Some(filesize) = self.filesize {
            let own = self.data.len() as u64;
            let sum = self
                .blocksizes
                .iter()
                .try_fold(own, |sum, size| sum.checked_add(*size));
            if sum != Some(filesize) {
                let wanted = format!("a file of {filesize} bytes, as it says");
                let found = sum.map_or("more than 2^64".into(), |sum| format!("blocks of {sum}"));
                return Err(Error::new(slug::UNIXFS, wanted, found));
            }
        }
        Ok(self)
    }

    /// The block that holds this and nothing else.
    pub fn block(&self) -> Vec<u8> {
        let data = Some(self.encode());
        Node {
            links: vec![],
            data,
        }
        .encode()
    }

    /// Bytes of the file in this block and below.
    pub fn size(&self) -> u64 {
        let below = self
            .blocksizes
            .iter()
            .fold(0u64, |sum, size| sum.saturating_add(*size));
        below.saturating_add(self.data.len() as u64)
    }

    /// What a dag-pb block says, where it is of `UnixFS`; of a file each link has its size and no name.
    pub fn of(node: &Node) -> Result<Self> {
        let data = node.data.as_deref();
        let data =
            Self::decode(data.ok_or_else(|| wrong("data of UnixFS", "a block without", 0))?)?;
        let links = node.links.len();
        match data.kind {
            Kind::File | Kind::Raw => {
                if links != data.blocksizes.len() {
                    let wanted = format!("a size for each of {links} links");
                    let found = format!("{} sizes", data.blocksizes.len());
                    return Err(Error::new(slug::UNIXFS, wanted, found));
                }
                if node.links.iter().any(|link| !link.name.is_empty()) {
                    return Err(wrong("links without names in a file", "one with a name", 0));
                }
            }
            Kind::Symlink if links > 0 => {
                return Err(wrong(
                    "no links below a symbolic link",
                    links.to_string(),
                    0,
                ));
            }
            _ => {}
        }
        Ok(data)
    }
}

fn mtime(bytes: &[u8]) -> Result<Mtime> {
    let mut rest = bytes;
    let (mut seconds, mut nanos) = (None, 0);
    while !rest.is_empty() {
        match take_tag(&mut rest)? {
            0x08 if seconds.is_none() => seconds = Some(varint::take(&mut rest)?.cast_signed()),
            0x15 if seconds.is_some() && nanos == 0 => {
                let Some((four, behind)) = rest.split_first_chunk::<4>() else {
                    return Err(wrong("four bytes of nanoseconds", "the end", 0));
                };
                (nanos, rest) = (u32::from_le_bytes(*four), behind);
                if nanos == 0 || nanos >= 1_000_000_000 {
                    return Err(wrong(
                        "from 1 to 999999999 nanoseconds",
                        nanos.to_string(),
                        0,
                    ));
                }
            }
            other => return Err(wrong("a time", format!("field 0x{other:02x}"), 0)),
        }
    }
    let seconds = seconds.ok_or_else(|| wrong("the seconds of a time", "none", 0))?;
    Ok(Mtime { seconds, nanos })
}

fn wrong(wanted: &'static str, found: impl Into<String>, at: usize) -> Error {
    Error::new(slug::UNIXFS, wanted, found.into()).at(Place::Byte(at as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_round_trip() {
        let shard = Data {
            data: vec![1, 0, 3],
            hash_type: Some(MURMUR3),
            fanout: Some(256),
            ..Data::new(Kind::HamtShard)
        };
        let mtime = Mtime {
            seconds: -5,
            nanos: 7,
        };
        let file = Data {
            filesize: Some(300),
            blocksizes: vec![100, 200],
            meta: Meta {
                mode: Some(0o644),
                mtime: Some(mtime),
            },
            ..Data::new(Kind::File)
        };
        for data in [shard, file, Data::new(Kind::Directory)] {
            assert_eq!(Data::decode(&data.encode()).unwrap(), data);
        }
        let packed = Data::decode(&[8, 2, 0x18, 3, 0x22, 2, 1, 2]).unwrap();
        assert_eq!(packed.blocksizes, [1, 2]);
    }

    #[test]
    fn lies_and_other_forms_are_refused() {
        for bytes in [
            &[][..],
            &[8, 6],
            &[8, 3],
            &[0x18, 0, 8, 2],
            &[8, 2, 8, 2],
            // A file of five bytes in blocks of three.
            &[8, 2, 0x18, 5, 0x20, 3],
            &[
                8, 2, 0x18, 1, 0x20, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 0x20,
                2,
            ],
            &[8, 1, 0x20, 3],
            // Shards: no fan-out, an odd one, a huge one, another hash.
            &[8, 5, 0x28, 0x22],
            &[8, 5, 0x28, 0x22, 0x30, 3],
            &[8, 5, 0x28, 0x22, 0x30, 0x80, 0x10],
            &[8, 5, 0x28, 0x23, 0x30, 8],
            // Times: zero nanoseconds written, too many, none of seconds.
            &[8, 2, 0x42, 7, 8, 1, 0x15, 0, 0, 0, 0],
            &[8, 2, 0x42, 7, 8, 1, 0x15, 0, 0xca, 0x9a, 0x3b],
            &[8, 2, 0x42, 0],
            &[8, 2, 0x48, 1],
        ] {
            assert!(Data::decode(bytes).is_err(), "{bytes:x?}");
        }
    }
}
