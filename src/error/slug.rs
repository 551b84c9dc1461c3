//! Every slug there is: a line for each, its kind before its name. Those of families stand in the files
//! beside this one.

use super::{Kind, Slug};

/// The slugs of a file, and their list.
macro_rules! slugs {
    ($($(#[doc = $doc:literal])* $kind:ident $id:ident = $name:literal;)*) => {
        $($(#[doc = $doc])* pub const $id: Slug = Slug { name: $name, kind: Kind::$kind };)*
        pub(in crate::error) const LIST: &[Slug] = &[$($id),*];
    };
}

mod content;
mod trust;

pub use content::*;
pub use trust::*;

/// All of them.
pub fn all() -> impl Iterator<Item = &'static Slug> {
    LIST.iter().chain(content::LIST).chain(trust::LIST)
}

slugs! {
    /// A file or stream can't be opened or read.
    Io UNREADABLE = "unreadable";
    /// A directory, where a file is wanted.
    Io NOT_A_FILE = "not-a-file";
    /// A file became shorter while it was read.
    Io FILE_SHRANK = "file-shrank";
    /// The result can't be written: a full disk, a missing folder, a closed stream.
    Io UNWRITABLE = "unwritable";
    /// Something is there already that is not replaced silently.
    Asked ALREADY_THERE = "already-there";
    /// Binary bytes would go to a terminal.
    Asked BINARY_TO_TERMINAL = "binary-to-terminal";
    /// The work was stopped from outside.
    Stopped STOPPED = "stopped";
    /// The command line can't be understood.
    Asked USAGE = "usage";
    /// Standard input is asked for twice.
    Asked STDIN_TWICE = "stdin-twice";
    /// A value in an option is outside its range.
    Asked OUT_OF_RANGE = "out-of-range";
    /// This processor lacks what `DECENT_CPU` asks for.
    Unsupported CPU_LACKS = "cpu-lacks";
    /// No graphics card that could do it, or a build without the feature.
    Unsupported NO_GPU = "no-gpu";
    /// A format version that this build does not know.
    Unsupported UNKNOWN_VERSION = "unknown-version";
    /// Something else than hexadecimal digits.
    Wrong NOT_HEX = "not-hex";
    /// Something else than base64 digits.
    Wrong NOT_BASE64 = "not-base64";
    /// More bytes than this kind of input may have.
    Wrong TOO_LARGE = "too-large";
    /// An artefact of no kind that is known here.
    Asked UNKNOWN_ARTEFACT = "unknown-artefact";
    /// A number that is not in its shortest form, or cut off.
    Wrong VARINT = "varint";
}
