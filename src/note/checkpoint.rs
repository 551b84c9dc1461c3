//! Checkpoints (c2sp.org/tlog-checkpoint): the text of a note that says which log it is of, how many
//! entries that has, and the root of the tree over them.

use super::{malformed, strict_base64, strict_number};
use crate::codec::base64;
use crate::error::{Place, Result};

/// The head of a log.
///
/// ```
/// use decent::note::Checkpoint;
/// let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
/// let head = Checkpoint::read(text).unwrap();
/// assert_eq!((head.origin.as_str(), head.size), ("example.com/behind-the-sofa", 20_852_163));
/// assert_eq!(head.to_string(), text);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log it is.
    pub origin: String,
    /// Entries of the log.
    pub size: u64,
    /// The root of RFC 6962's tree over so many entries.
    pub root: [u8; 32],
    /// Lines that mean something to the log alone, none of them empty.
    pub extensions: Vec<String>,
}

/// Lines of a checkpoint at most.
const LINES_MOST: usize = 64;

impl Checkpoint {
    /// From the text of a note.
    pub fn read(text: &str) -> Result<Self> {
        let Some(body) = text.strip_suffix('\n') else {
            return Err(malformed(
                "a checkpoint that ends with a newline",
                "another end",
            ));
        };
        let mut lines = (1u64..).zip(body.split('\n'));
        let mut line = |wanted: &'static str| match lines.next() {
            Some((number, "")) => Err(malformed(wanted, "an empty line").at(Place::Line(number))),
            Some((number, line)) => Ok((number, line)),
            None => Err(malformed(wanted, "the end")),
        };
        let (_, origin) = line("a checkpoint: the name of its log")?;
        let (number, size) = line("a checkpoint: the number of entries")?;
        let size = strict_number(size).ok_or_else(|| {
            malformed("the number of entries, in decimal", "something else").at(Place::Line(number))
        })?;
        let (number, root) = line("a checkpoint: the root")?;
        let root = strict_base64(root).and_then(|root| root.try_into().ok());
        let root = root.ok_or_else(|| {
            malformed("32 bytes of a root in base64", "something else").at(Place::Line(number))
        })?;
        let mut extensions = Vec::new();
        for (number, line) in lines {
            if line.is_empty() || extensions.len() == LINES_MOST {
                let found = if line.is_empty() {
                    "an empty one"
                } else {
                    "more"
                };
                let wanted = "at most 64 lines behind the root, none of them empty";
                return Err(malformed(wanted, found).at(Place::Line(number)));
            }
            extensions.push(line.to_owned());
        }
        Ok(Self {
            origin: origin.to_owned(),
            size,
            root,
            extensions,
        })
    }
}

impl std::fmt::Display for Checkpoint {
    /// The text of its note.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let root = base64::encode(&self.root);
        write!(f, "{}\n{}\n{root}\n", self.origin, self.size)?;
        self.extensions
            .iter()
            .try_for_each(|line| writeln!(f, "{line}"))
    }
}
