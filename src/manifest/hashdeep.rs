//! The lists of hashdeep 4 (`%%%% HASHDEEP-1.0`): a line that names the columns, comments behind
//! `##`, then one line a file. Its names are not escaped, so one with a newline can't be told
//! apart from two lines.

use crate::error::{Error, Result, slug};
use crate::manifest::algorithm::Algorithm;
use crate::manifest::entry::{Content, Entry, FileContent};
use crate::manifest::text;

/// How the first line starts.
pub(crate) const MAGIC: &[u8] = b"%%%% HASHDEEP-";

/// Where in a line the size and the digest are that count; the name is the last column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Columns {
    count: usize,
    size: Option<usize>,
    digest: usize,
    algorithm: Algorithm,
}

impl Columns {
    /// Reads `%%%% size,md5,sha256,filename`. Of several digests SHA-256 counts, then SHA-1, unless
    /// the caller chose.
    pub(crate) fn parse(line: &[u8], wanted: Option<Algorithm>) -> Result<Self> {
        let names = line.strip_prefix(b"%%%% ").unwrap_or_default();
        let names: Vec<&[u8]> = names.split(|byte| *byte == b',').collect();
        let place = |name: &str| names.iter().position(|one| *one == name.as_bytes());
        if names.last() != Some(&&b"filename"[..]) {
            let wanted = "the names of the columns, filename the last";
            return Err(Error::new(slug::LIST_LINE, wanted, text::shown(line)));
        }
        let order = [Algorithm::Sha256, Algorithm::Sha512, Algorithm::Sha1];
        let found = match wanted {
            Some(one) => place(one.name()).map(|at| (at, one)),
            None => order
                .into_iter()
                .find_map(|one| place(one.name()).map(|at| (at, one))),
        };
        let Some((digest, algorithm)) = found else {
            let wanted = match wanted {
                Some(one) => format!("a column {}", one.name()),
                None => "a column sha256 or sha1".into(),
            };
            return Err(Error::new(
                slug::UNKNOWN_ALGORITHM,
                wanted,
                text::shown(line),
            ));
        };
        Ok(Self {
            count: names.len(),
            size: place("size"),
            digest,
            algorithm,
        })
    }

    /// Reads the line of one file; its name may have commas.
    pub(crate) fn entry(self, line: &[u8]) -> Result<Entry> {
        let parts: Vec<&[u8]> = line.splitn(self.count, |byte| *byte == b',').collect();
        let wrong = |wanted: String| Error::new(slug::LIST_LINE, wanted, text::shown(line));
        let name = parts
            .last()
            .filter(|name| parts.len() == self.count && !name.is_empty());
        let name = name.ok_or_else(|| wrong(format!("{} columns", self.count)))?;
        let digits = parts.get(self.digest).copied().unwrap_or_default();
        let size = match self.size.and_then(|at| parts.get(at)) {
            None => None,
            Some(digits) => {
                let number = std::str::from_utf8(digits).ok();
                let number = number.filter(|n| n.bytes().all(|b| b.is_ascii_digit()));
                let size = number.and_then(|n| n.parse().ok());
                Some(size.ok_or_else(|| wrong("a size in bytes".into()))?)
            }
        };
        Ok(Entry {
            name: name.to_vec(),
            content: Content::File(FileContent {
                size,
                digest: text::digest(digits, Some(self.algorithm))?,
                tree: None,
                piece: None,
            }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_name() {
        let columns = Columns::parse(b"%%%% size,md5,sha256,filename", None).unwrap();
        let sha256 = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";
        let line = format!("6,b1946ac92492d2347c6235b4d2611184,{sha256},/a,b");
        let entry = columns.entry(line.as_bytes()).unwrap();
        assert_eq!(entry.name, b"/a,b");
        for bad in [
            "",
            "6",
            "6,x,y",
            "6,x,y,z",
            "-6,x,y,z",
            &line.replace("6,b1", "x,b1"),
        ] {
            assert!(columns.entry(bad.as_bytes()).is_err(), "{bad}");
        }
        assert!(Columns::parse(b"%%%% size,md5,filename", None).is_err());
        assert!(Columns::parse(b"%%%% size,md5,sha256", None).is_err());
        assert!(Columns::parse(b"%%%% size,sha256,filename", Some(Algorithm::Sha1)).is_err());
    }
}
