//! Archives on the command line: opened as evidence, their roots chosen, paths as arguments.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::Path;

use decent::car::extract::Limits;
use decent::car::{Archive, Store};
use decent::cid::Cid;
use decent::error::{Error, slug};
use decent::source::Source;

use crate::args::Size;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::{Input, Role};

/// Which of the roots is meant.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct RootArg {
    /// The root that is meant; without it the archive's first
    #[arg(long, value_name = "CID")]
    pub(crate) root: Option<String>,
}

/// What may be unpacked.
#[derive(clap::Args, Clone, Copy, Debug)]
pub(crate) struct LimitArgs {
    /// Bytes of all files at most; without it 1 GiB or 1000 times the archive
    #[arg(long = "max-size", value_name = "SIZE")]
    size: Option<Size>,
    /// Files and folders at most
    #[arg(long = "max-files", value_name = "N", default_value_t = Limits::default().count)]
    files: u64,
    /// Folders below each other at most
    #[arg(long = "max-depth", value_name = "N", default_value_t = Limits::default().depth)]
    depth: usize,
}

impl LimitArgs {
    pub(crate) fn limits(self) -> Limits {
        Limits {
            size: self.size.map(|size| size.0),
            count: self.files,
            depth: self.depth,
        }
    }
}

/// An archive that is judged.
pub(crate) fn open(cx: &mut Cx, path: &Path) -> Result<Input, Fail> {
    let mut input = cx.evidence("", path)?;
    input.source()?;
    Ok(input)
}

/// All its blocks.
pub(crate) fn store<'a>(cx: &Cx, source: &'a Source<'static>) -> Result<Store<'a>, Fail> {
    Ok(Store::of(Archive::open(source)?, cx.engine()?)?)
}

impl RootArg {
    /// The root that is meant.
    pub(crate) fn of(&self, archive: &Archive<'_>) -> Result<Cid, Fail> {
        if let Some(text) = &self.root {
            return trusted(text);
        }
        let none = || Error::new(slug::CAR, "an archive with a root", "none");
        Ok(archive.roots.first().cloned().ok_or_else(none)?)
    }
}

/// An ID on the line, which is trusted.
pub(crate) fn trusted(text: &str) -> Result<Cid, Fail> {
    Cid::parse(text).map(|(cid, _)| cid).map_err(|error| {
        let mut fail = Fail::from(error).named(text);
        fail.role = Some(Role::Anchor);
        fail
    })
}

/// The bytes of a path on the line.
pub(crate) fn path_bytes(path: Option<OsString>) -> Vec<u8> {
    path.unwrap_or_default().into_vec()
}
