//! What the tools share that make links: ends of chains on the line, requests and shares a line each.

use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::rc::Rc;
use std::str::FromStr;

use decent::codec::hex;
use decent::error::{Error, Place, slug};
use decent::skipchain::Chain;
use decent::skipchain::block::Hash;
use decent::skipchain::request::LARGEST_LINE;
use decent::skipchain::tree::Nodes;

use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::bytes_of;

/// A block by its number, or the last one: `head`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Number(u64),
    Head,
}

impl FromStr for End {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "head" {
            return Ok(Self::Head);
        }
        let number = text.parse().map(Self::Number);
        number.map_err(|_| format!("{text:?} is no block: give its number, or head"))
    }
}

impl End {
    /// Its number in a chain of so many blocks.
    pub(crate) fn of(self, blocks: u64) -> u64 {
        match self {
            Self::Number(number) => number,
            Self::Head => blocks - 1,
        }
    }
}

/// A block by its number or its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    Number(u64),
    Hash(Hash),
}

impl FromStr for Start {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.len() == 64 {
            let hash = hex::decode_array(text).map(Self::Hash);
            return hash.map_err(|error| error.to_string());
        }
        let number = text.parse().map(Self::Number);
        number.map_err(|_| {
            format!("{text:?} is no block: give its number, or 64 hex digits of its hash")
        })
    }
}

impl Start {
    /// Its number in a chain. A hash is looked for from the end.
    pub(crate) fn of(self, chain: &Chain<'_>) -> decent::Result<u64> {
        let hash = match self {
            Self::Number(number) => return Ok(number),
            Self::Hash(hash) => hash,
        };
        // By its inherent name `block` would read all of each block.
        let nodes: &dyn Nodes = chain;
        for index in (0..chain.len()).rev() {
            if nodes.block(index)? == hash {
                return Ok(index);
            }
        }
        let wanted = "the hash of a block of the chain";
        Err(Error::new(slug::NO_SUCH_BLOCK, wanted, hex::encode(&hash)))
    }
}

/// Where a line stands.
#[derive(Clone)]
pub(crate) struct Line {
    name: Rc<[u8]>,
    number: u64,
}

impl Line {
    /// A fail of what stands there, unless it is of something else.
    pub(crate) fn of(&self, mut fail: Fail) -> Fail {
        if fail.name.is_some() {
            return fail;
        }
        fail.error.place = match fail.error.place {
            Place::Whole | Place::Column(..) => Place::Line(self.number),
            other => other,
        };
        fail.role = Some(Role::Evidence);
        fail.named(&*self.name)
    }
}

/// Each line of files, with the name of its file and its number; what can't be taken is complained of,
/// and the others go on. Blank lines are none.
pub(crate) fn each_line(
    cx: &mut Cx,
    word: &'static str,
    files: &[PathBuf],
    mut on: impl FnMut(&[u8], &Line) -> Result<(), Fail>,
) -> Result<u64, Fail> {
    let mut all = 0;
    for path in Cx::files(files.to_vec()) {
        let name: Rc<[u8]> = bytes_of(&path).into();
        let mut input = cx.open(word, &path, Role::Evidence)?;
        let mut reader = BufReader::with_capacity(1 << 16, input.reader());
        let mut line = Vec::new();
        for number in 1u64.. {
            line.clear();
            // A line without an end is no reason to hold all of it.
            let mut bounded = (&mut reader).take(LARGEST_LINE as u64 + 2);
            let read = bounded.read_until(b'\n', &mut line);
            let read = read.map_err(|e| Error::io(slug::UNREADABLE, &e).of(word))?;
            if read == 0 {
                break;
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            all += 1;
            let place = Line {
                name: name.clone(),
                number,
            };
            if let Err(fail) = on(line.trim_ascii(), &place) {
                cx.complain(place.of(fail))?;
                if line.len() > LARGEST_LINE + 1 {
                    break;
                }
            }
        }
    }
    Ok(all)
}
