//! Lists of files with their digests: made from trees of files, read in every common form,
//! verified file by file, and compared.
//!
//! ```
//! use decent::{dir::Dir, hash::Engine, watch::Deaf};
//! use decent::manifest::{make, Algorithm, Format, Made, Making, Symlinks, Top, Work, Writer};
//! # use decent::manifest::{verify, List, Reading, Verifying};
//! let dir = Dir::from_file(std::fs::File::open("src").unwrap()).unwrap();
//! let work = || Work { dir: &dir, stdin: None, engine: Engine::detect(), watch: &Deaf };
//! let making = Making { algorithm: Algorithm::Sha256, piece: None, symlinks: Symlinks::Follow };
//! let text = Format::Text { tag: false, zero: false };
//! let mut list = Writer::new(Vec::new(), text, Algorithm::Sha256).unwrap();
//! make(work(), vec![Top::path(b"codec")], making, |made| match made {
//!     Made::Entry(entry) => list.entry(&entry),
//!     _ => Ok(()),
//! }).unwrap();
//! let list = list.finish().unwrap();
//! let tally = verify(work(), List::new(&list[..], Reading::default()), &Verifying::default(),
//!     |_| Ok(())).unwrap();
//! assert_eq!(tally.verdict(), decent::Verdict::Yes);
//! ```

mod algorithm;
mod content;
mod diff;
mod entry;
mod hashdeep;
mod json;
mod list;
mod make;
mod narrate;
mod roots;
mod running;
mod text;
mod verify;
mod walk;
mod write;

#[doc = include_str!("manifest/format.md")]
pub mod format {
    pub use super::json::{FORMAT, VERSION};
    pub use super::roots::LAYER_MOST;
}

#[cfg(test)]
pub(crate) mod scratch;
#[cfg(test)]
mod tests;

pub use algorithm::{Algorithm, Digest};
pub use diff::{Change, diff};
pub use entry::{Content, Entry, FileContent, stays_below};
pub use list::{LINE_MOST, List, Listed, Reading};
pub use make::{Made, Making, Totals, Work, make};
pub use roots::{Piece, Tree};
pub use text::escape;
pub use verify::{Fault, Finding, Outcome, Tally, Verifying, verify};
pub use walk::{DEPTH_MOST, Symlinks, Top, tree_order};
pub(crate) use walk::{Found, Walk, What};
pub use write::{Format, Writer};
