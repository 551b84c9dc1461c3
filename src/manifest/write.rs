//! Lists written: GNU and BSD lines (coreutils manual), or a `decent-manifest` (`format.md`).

use std::io::Write;

use crate::error::{Error, Result, slug};
use crate::manifest::algorithm::Algorithm;
use crate::manifest::entry::{Content, Entry};
use crate::manifest::json::{self, End, Header};
use crate::manifest::roots::Piece;
use crate::manifest::text;

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One line a file, as `sha256sum` and `b3sum` write and check them.
    Text {
        /// `SHA256 (NAME) = HEX` instead of `HEX  NAME`.
        tag: bool,
        /// Ended by NUL instead of a newline, and nothing escaped.
        zero: bool,
    },
    /// A `decent-manifest`, with layers of this piece.
    Json(Piece),
}

/// Writes a list entry by entry.
///
/// ```
/// use decent::manifest::{Algorithm, Content, Digest, Entry, FileContent, Format, Writer};
/// let digest = Digest::new(Algorithm::Sha1, &[0xab; 20]).unwrap();
/// let file = FileContent { size: None, digest, tree: None, piece: None };
/// let entry = Entry { name: b"a\nb".to_vec(), content: Content::File(file) };
/// let text = Format::Text { tag: false, zero: false };
/// let mut writer = Writer::new(Vec::new(), text, Algorithm::Sha1).unwrap();
/// writer.entry(&entry).unwrap();
/// let list = writer.finish().unwrap();
/// assert_eq!(list, b"\\abababababababababababababababababababab  a\\nb\n");
/// ```
pub struct Writer<W> {
    out: W,
    format: Format,
    end: End,
}

impl<W: Write> Writer<W> {
    /// Starts a list; a manifest's header is written at once.
    pub fn new(out: W, format: Format, algorithm: Algorithm) -> Result<Self> {
        let end = End::default();
        let mut writer = Self { out, format, end };
        if let Format::Json(piece) = format {
            let header = Header { algorithm, piece };
            writer.put(header.line().as_bytes())?;
        }
        Ok(writer)
    }

    /// Writes one entry. Those of a manifest come in tree order, each name once, with their sizes
    /// and trees; [`crate::manifest::make`] gives them so.
    pub fn entry(&mut self, entry: &Entry) -> Result<()> {
        self.end.entries += 1;
        match (self.format, &entry.content) {
            (Format::Json(_), content) => {
                if let Content::File(file) = content {
                    self.end.bytes += file.size.unwrap_or(0);
                }
                let mut line = String::new();
                json::write(&mut line, entry);
                self.put(line.as_bytes())
            }
            (Format::Text { tag, zero }, Content::File(file)) => {
                let mut line = Vec::new();
                text::write(&mut line, &entry.name, &file.digest, tag, zero);
                self.put(&line)
            }
            (Format::Text { .. }, Content::Link(_)) => Err(Error::new(
                slug::LINK_NEEDS_JSON,
                "the JSON form, which alone can list a symbolic link",
                "lines of digests",
            )),
        }
    }

    /// Ends the list and hands the writer back, not flushed.
    pub fn finish(mut self) -> Result<W> {
        if let Format::Json(_) = self.format {
            self.put(self.end.line().as_bytes())?;
        }
        Ok(self.out)
    }

    fn put(&mut self, line: &[u8]) -> Result<()> {
        let written = self.out.write_all(line);
        written.map_err(|e| Error::io(slug::UNWRITABLE, &e))
    }
}
