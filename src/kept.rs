//! Files in which is kept what was seen. They only grow: a line of JSON that names the format, then a
//! line of JSON for each thing. What stands behind the last line end was cut off, and does not count.

use std::io::{BufRead, Read as _};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Place, Result, Slug, slug};

/// A kind of such files.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// Its name, in the first line.
    pub format: &'static str,
    /// Bytes of a line, at most: a file without line ends would be held whole.
    pub line_most: usize,
    /// The slug of a file that is damaged.
    pub damaged: Slug,
    /// What a line holds.
    pub holds: &'static str,
}

/// The first line.
#[derive(Serialize, Deserialize)]
struct Heading {
    format: String,
    version: u64,
}

impl Kept {
    /// The first line of a new file.
    pub fn heading(&self) -> String {
        let heading = Heading {
            format: self.format.to_owned(),
            version: 1,
        };
        serde_json::to_string(&heading).unwrap_or_default() + "\n"
    }

    /// The error of a line.
    pub fn wrong(&self, line: u64, found: &'static str) -> Error {
        Error::new(self.damaged, self.holds, found).at(Place::Line(line))
    }

    /// Gives each line that is whole to `on`, without its end and with its number, and says where the last
    /// of them ends.
    ///
    /// ```
    /// use decent::error::slug;
    /// use decent::kept::Kept;
    /// let kept = Kept { format: "mine", line_most: 99, damaged: slug::USAGE, holds: "a number" };
    /// let file = kept.heading() + "5\n6\n7";
    /// let mut seen = Vec::new();
    /// let end = kept.read(file.as_bytes(), &mut |line, _| Ok(seen.extend(line))).unwrap();
    /// assert_eq!((end as usize, &seen[..]), (file.len() - 1, &b"56"[..]));
    /// assert!(kept.read(&b"5\n"[..], &mut |_, _| Ok(())).is_err());
    /// ```
    pub fn read(
        &self,
        mut file: impl BufRead,
        on: &mut dyn FnMut(&[u8], u64) -> Result<()>,
    ) -> Result<u64> {
        let mut line = Vec::new();
        let mut end = 0;
        for number in 1.. {
            line.clear();
            let mut bounded = (&mut file).take(self.line_most as u64);
            let read = bounded.read_until(b'\n', &mut line);
            let read = read.map_err(|e| Error::io(slug::UNREADABLE, &e))?;
            if line.pop_if(|last| *last == b'\n').is_none() {
                if read >= self.line_most {
                    return Err(self.wrong(number, "a line without an end"));
                }
                break;
            }
            if number == 1 {
                self.begins(&line)?;
            } else {
                on(&line, number)?;
            }
            end += read as u64;
        }
        Ok(end)
    }

    fn begins(&self, line: &[u8]) -> Result<()> {
        let heading = serde_json::from_slice::<Heading>(line).ok();
        let heading = heading.filter(|heading| heading.format == self.format);
        let Some(heading) = heading else {
            let wanted = format!("{:?} as the format", self.format);
            let error = Error::new(self.damaged, wanted, "something else");
            return Err(error.at(Place::Line(1)));
        };
        if heading.version == 1 {
            return Ok(());
        }
        let found = heading.version.to_string();
        Err(Error::new(slug::UNKNOWN_VERSION, "version 1", found).at(Place::Line(1)))
    }
}
