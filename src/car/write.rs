//! Archives on their way out: the header, sections, and around them a `CARv2`.

use std::io::Write;

use super::index::{self, Format};
use super::read::{PRAGMA, V2_HEADER};

use crate::cid::Cid;
use crate::codec::dag_cbor::{put_head, put_link, put_text};
use crate::codec::varint;
use crate::error::{Error, Result, slug};

/// The header of a `CARv1` with its length before it.
///
/// ```
/// use decent::car::write::header;
/// assert_eq!(header(&[]).len(), 18);
/// ```
pub fn header(roots: &[Cid]) -> Vec<u8> {
    let mut inner = Vec::new();
    put_head(&mut inner, 5, 2);
    put_text(&mut inner, "roots");
    put_head(&mut inner, 4, roots.len() as u64);
    for root in roots {
        put_link(&mut inner, root);
    }
    put_text(&mut inner, "version");
    put_head(&mut inner, 0, 1);
    let mut bytes = Vec::new();
    varint::put(&mut bytes, inner.len() as u64);
    bytes.extend(inner);
    bytes
}

/// What stands before a block of `len` bytes: the length of the section, and the CID.
pub fn before_block(cid: &Cid, len: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    varint::put(&mut bytes, (cid.bytes().len() + len) as u64);
    bytes.extend_from_slice(cid.bytes());
    bytes
}

/// Bytes of a section.
pub fn section_len(cid: &Cid, len: usize) -> u64 {
    let inner = (cid.bytes().len() + len) as u64;
    varint::len(inner) as u64 + inner
}

/// What stands before the data of a `CARv2` of that length, with an index or without.
pub fn before_data(data_len: u64, indexed: bool) -> Vec<u8> {
    let data_at = PRAGMA.len() as u64 + V2_HEADER;
    let mut bytes = PRAGMA.to_vec();
    // Characteristics: none of them holds.
    bytes.extend([0; 16]);
    bytes.extend(data_at.to_le_bytes());
    bytes.extend(data_len.to_le_bytes());
    bytes.extend(if indexed { data_at + data_len } else { 0 }.to_le_bytes());
    bytes
}

/// An archive that is written.
pub struct Writer<'a> {
    out: &'a mut dyn Write,
    /// Bytes of the `CARv1` so far.
    written: u64,
    /// Where sections begin in it, where that is to be known.
    entries: Option<Vec<(Cid, u64)>>,
    /// Blocks so far.
    pub blocks: u64,
}

fn unwritable(error: &std::io::Error) -> Error {
    Error::io(slug::UNWRITABLE, error)
}

impl<'a> Writer<'a> {
    /// Writes the header. With `index` the places of blocks are kept, some 100 bytes each.
    pub fn begin(out: &'a mut dyn Write, roots: &[Cid], index: bool) -> Result<Self> {
        let header = header(roots);
        out.write_all(&header).map_err(|e| unwritable(&e))?;
        Ok(Self {
            out,
            written: header.len() as u64,
            entries: index.then(Vec::new),
            blocks: 0,
        })
    }

    /// Goes on with an archive of which so many bytes are written.
    pub fn resume(out: &'a mut dyn Write, written: u64) -> Self {
        Self {
            out,
            written,
            entries: None,
            blocks: 0,
        }
    }

    /// A block in parts, which go one behind the other.
    pub fn block(&mut self, cid: &Cid, parts: &[&[u8]]) -> Result<()> {
        let len = parts.iter().map(|part| part.len()).sum();
        if let Some(entries) = &mut self.entries {
            entries.push((cid.clone(), self.written));
        }
        let before = before_block(cid, len);
        for part in [&[&*before], parts].concat() {
            self.out.write_all(part).map_err(|e| unwritable(&e))?;
        }
        self.written += section_len(cid, len);
        self.blocks += 1;
        Ok(())
    }

    /// Writes the index of all blocks behind them.
    pub fn index(self, format: Format) -> Result<()> {
        let bytes = index::encode(format, self.entries.unwrap_or_default());
        self.out.write_all(&bytes).map_err(|e| unwritable(&e))
    }

    /// Bytes so far.
    pub fn len(&self) -> u64 {
        self.written
    }

    /// Whether nothing is written: never.
    pub fn is_empty(&self) -> bool {
        self.written == 0
    }
}

/// Writes out what is gathered. Where that fails the rest is thrown away: a writer that goes would try
/// again, behind what was cut off meanwhile.
pub fn flushed<W: std::io::Write>(mut out: std::io::BufWriter<W>) -> std::io::Result<()> {
    let flushed = out.flush();
    let _ = out.into_parts();
    flushed
}

#[cfg(test)]
mod tests {
    use super::flushed;
    use std::io::{BufWriter, Error, Write};

    /// Full at first; then there is room again.
    struct Full<'a>(&'a mut Vec<u8>, bool);

    impl Write for Full<'_> {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            if std::mem::take(&mut self.1) {
                return Err(Error::other("full"));
            }
            self.0.extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_failed_is_not_written_later() {
        for (full, wanted) in [(true, &b""[..]), (false, b"block")] {
            let mut file = Vec::new();
            let mut out = BufWriter::new(Full(&mut file, full));
            out.write_all(b"block").unwrap();
            assert_eq!(flushed(out).is_err(), full);
            assert_eq!(file, wanted);
        }
    }
}
