//! What the tools on shares have in common: shares on their way in, in whatever format, and out.

use std::io::{Seek, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use decent::coins::Coins;
use decent::error::{Error, Kind, slug};
use decent::feed;
use decent::hash::Cpu;
use decent::shamir::bare::{Bare, x_of_name};
use decent::shamir::gf::Field;
use decent::shamir::join::{Part, Refused};
use decent::shamir::kernel::Kernel;
use decent::shamir::share::{self, LARGEST_TEXT, MAGIC};
use decent::shamir::slip39::{Mnemonic, is_mnemonic};
use decent::shamir::ssss;
use decent::source::Source;
use zeroize::Zeroizing;

use crate::cx::Cx;
use crate::fail::Fail;
use crate::folder::Folder;
use crate::input::{Input, Role};
use crate::report::bytes_of;
use crate::secrets;

/// The word by which the library calls a share.
const WORD: &str = "share";
/// A share from a pipe that is kept in memory, in bytes.
const PIPED: usize = 1 << 20;

/// Whose shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Our own: checked, named, of any size
    Decent,
    /// gfsplit's and gfcombine's of libgfshare, by their names .NNN
    Gfshare,
    /// ssss-split's and ssss-combine's: lines NUMBER-HEX
    Ssss,
    /// Vault's: bytes, and x behind them
    Vault,
    /// SLIP-39's mnemonics
    Slip39,
}

/// A share as bytes.
pub(crate) struct Held {
    /// The name of its file.
    pub(crate) name: Vec<u8>,
    body: Body,
}

enum Body {
    Memory(Zeroizing<Vec<u8>>),
    File(Source<'static>),
}

/// Bytes at known places, owned or borrowed.
pub(crate) enum Bytes<'a> {
    Owned(Source<'a>),
    Borrowed(&'a Source<'static>),
}

impl<'a> Bytes<'a> {
    pub(crate) fn source(&'a self) -> &'a Source<'a> {
        match self {
            Self::Owned(source) => source,
            Self::Borrowed(source) => source,
        }
    }
}

impl Held {
    pub(crate) fn bytes(&self) -> Bytes<'_> {
        match &self.body {
            Body::Memory(bytes) => Bytes::Owned(Source::from_bytes(bytes.as_slice())),
            Body::File(source) => Bytes::Borrowed(source),
        }
    }

    /// All of it where it is small.
    fn small(&self) -> &[u8] {
        match &self.body {
            Body::Memory(bytes) => bytes,
            Body::File(_) => &[],
        }
    }
}

/// Shares that can't be opened, and why.
pub(crate) type Bad = Vec<(Vec<u8>, Error)>;

/// The shares of a line.
pub(crate) enum Given {
    /// Ours, and by their names those that can't be opened.
    Own(Vec<Held>, Bad),
    /// Values of libgfshare or Vault that tell nothing of themselves, each with its x where the name
    /// tells it.
    Bare(Field, Vec<(Held, Option<u8>)>),
    /// Lines of ssss, each with the name of its file.
    Ssss(Vec<Vec<u8>>, Vec<ssss::Share>),
    /// Mnemonics, each with the name of its file.
    Slip39(Vec<Vec<u8>>, Vec<Mnemonic>),
}

/// Reads shares. Without a format they must tell it themselves. A share that comes from a pipe and
/// does not fit in memory is spooled where `spools` says so.
pub(crate) fn given(
    cx: &mut Cx,
    files: Vec<PathBuf>,
    format: Option<Format>,
    spools: bool,
) -> Result<Given, Fail> {
    secrets::guard();
    let mut all = Vec::new();
    for path in Cx::files(files) {
        let name = bytes_of(&path).to_vec();
        let input = cx.open(WORD, &path, Role::Evidence)?;
        let body = body(input, spools).map_err(|e| judged(e, &name))?;
        all.push(Held { name, body });
    }
    let format = match format {
        Some(format) => format,
        None => told(&all)?,
    };
    match format {
        Format::Decent => {
            let (mut good, mut bad) = (Vec::new(), Vec::new());
            for held in all {
                let name = held.name.clone();
                match own(held) {
                    Ok(held) => good.push(held),
                    Err(error) if error.slug.kind == Kind::Wrong => bad.push((name, error)),
                    Err(error) => return Err(judged(error, &name)),
                }
            }
            match bad.first() {
                Some((name, error)) if good.is_empty() => Err(judged(error.clone(), name)),
                _ => Ok(Given::Own(good, bad)),
            }
        }
        Format::Gfshare => {
            let with_x = |held: Held| {
                let found = String::from_utf8_lossy(&held.name).into_owned();
                let wanted = "a name that ends with .NNN, 001 to 255";
                let x = x_of_name(&held.name);
                let x =
                    x.ok_or_else(|| judged(Error::new(slug::SHARE, wanted, found), &held.name))?;
                Ok((held, Some(x)))
            };
            let all = all.into_iter().map(with_x).collect::<Result<_, Fail>>()?;
            Ok(Given::Bare(Field::Gfshare, all))
        }
        Format::Vault => {
            let all = all.into_iter().map(|held| (from_text(held), None));
            Ok(Given::Bare(Field::Aes, all.collect()))
        }
        Format::Ssss => {
            let (names, shares) = lines(&all, ssss::Share::read)?;
            Ok(Given::Ssss(names, shares))
        }
        Format::Slip39 => {
            let (names, mnemonics) = lines(&all, Mnemonic::read)?;
            Ok(Given::Slip39(names, mnemonics))
        }
    }
}

/// A small share in memory, a larger one as a file: that of its own, or a nameless one that a pipe is
/// copied into.
fn body(mut input: Input, spools: bool) -> decent::Result<Body> {
    if input.len().is_some_and(|len| len > PIPED as u64) {
        return Ok(Body::File(input.into_source()?));
    }
    let mut buffer = Zeroizing::new(vec![0; PIPED + 1]);
    let mut reader = input.reader();
    let filled = feed::fill(&mut reader, &mut buffer)?;
    let held = buffer.get(..filled).unwrap_or_default();
    if filled <= PIPED {
        return Ok(Body::Memory(Zeroizing::new(held.to_vec())));
    }
    if !spools {
        let wanted = format!("at most {PIPED} bytes from a pipe, or -o FILE");
        return Err(Error::new(slug::TOO_LARGE, wanted, "more"));
    }
    let unwritable = |e: std::io::Error| Error::io(slug::UNWRITABLE, &e);
    let mut file = crate::output::nameless(&std::env::temp_dir()).map_err(unwritable)?;
    file.write_all(held).map_err(unwritable)?;
    std::io::copy(&mut reader, &mut file).map_err(unwritable)?;
    file.rewind().map_err(unwritable)?;
    Ok(Body::File(Source::from_file(file)?))
}

/// An error of one share.
pub(crate) fn judged(error: Error, name: &[u8]) -> Fail {
    let mut fail = Fail::from(error).named(name);
    fail.role = Some(Role::Evidence);
    fail
}

/// The format that the first share tells.
fn told(all: &[Held]) -> Result<Format, Fail> {
    let Some(first) = all.first() else {
        return Ok(Format::Decent);
    };
    let small = first.small();
    let text = std::str::from_utf8(small).unwrap_or_default();
    let line = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    if is_mnemonic(line) {
        return Ok(Format::Slip39);
    }
    if ssss::is_share(line.as_bytes()) {
        return Ok(Format::Ssss);
    }
    if small.starts_with(&MAGIC)
        || share::is_armour(small)
        || !matches!(first.body, Body::Memory(_))
    {
        return Ok(Format::Decent);
    }
    if x_of_name(&first.name).is_some() {
        let error = Error::new(
            slug::SHARE,
            "a share that tells its format",
            "one of libgfshare's name",
        );
        return Err(judged(error, &first.name).hint("give --format gfshare"));
    }
    Ok(Format::Decent)
}

/// A share of ours, as bytes that can be opened.
fn own(held: Held) -> decent::Result<Held> {
    let held = if share::is_armour(held.small()) {
        let bytes = share::disarmour(held.small())?;
        Held {
            name: held.name,
            body: Body::Memory(Zeroizing::new(bytes)),
        }
    } else {
        held
    };
    Part::of(held.bytes().source())?;
    Ok(held)
}

/// A share of Vault as bytes: long texts of hex or base64 digits are taken for what they stand for.
fn from_text(held: Held) -> Held {
    const SHORTEST: usize = 24;
    let text = std::str::from_utf8(held.small()).unwrap_or_default().trim();
    if text.len() < SHORTEST {
        return held;
    }
    let hex = decent::codec::hex::decode(text).ok();
    match hex.or_else(|| decent::codec::base64::decode(text).ok()) {
        Some(bytes) => Held {
            name: held.name,
            body: Body::Memory(Zeroizing::new(bytes)),
        },
        None => held,
    }
}

/// What stands on the lines of texts, each with the name of its file.
fn lines<T>(
    all: &[Held],
    read: impl Fn(&str) -> decent::Result<T>,
) -> Result<(Vec<Vec<u8>>, Vec<T>), Fail> {
    let (mut names, mut found) = (Vec::new(), Vec::new());
    for held in all {
        let text = String::from_utf8_lossy(held.small());
        let text = Zeroizing::new(text.trim_start_matches('\u{feff}').to_owned());
        let mut none = true;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            found.push(read(line).map_err(|e| judged(e, &held.name))?);
            names.push(held.name.clone());
            none = false;
        }
        if none {
            let error = Error::new(slug::SHARE, "a line with a share", "none");
            return Err(judged(error, &held.name));
        }
    }
    Ok((names, found))
}

/// Our shares, opened.
pub(crate) fn parts<'a>(held: &'a [Held], bytes: &'a [Bytes<'a>]) -> Result<Vec<Part<'a>>, Fail> {
    let open = |(held, bytes): (&Held, &'a Bytes<'a>)| {
        Part::of(bytes.source()).map_err(|e| judged(e, &held.name))
    };
    held.iter().zip(bytes).map(open).collect()
}

/// Bare values, opened: where the name tells no x, it is the last byte.
pub(crate) fn bare<'a>(
    held: &'a [(Held, Option<u8>)],
    bytes: &'a [Bytes<'a>],
) -> Result<Vec<Bare<'a>>, Fail> {
    let open = |((held, x), bytes): (&(Held, Option<u8>), &'a Bytes<'a>)| match x {
        Some(x) => Ok(Bare::gfshare(*x, bytes.source())),
        None => Bare::vault(bytes.source()).map_err(|e| judged(e, &held.name)),
    };
    held.iter().zip(bytes).map(open).collect()
}

/// Says what is wrong with which share, then why nothing was given out.
pub(crate) fn refused<'a>(
    cx: &mut Cx,
    refused: Refused,
    name: impl Fn(usize) -> Option<&'a [u8]>,
) -> Fail {
    for (i, error) in &refused.blamed {
        let name = name(*i).unwrap_or(b"");
        if *error == refused.error {
            return judged(error.clone(), name);
        }
        let fail = judged(error.clone(), name);
        // A copy of a share is no wrong one.
        if error.slug == slug::SHARE_TWICE && refused.error.slug == slug::SHARES_TOO_FEW {
            cx.note(&format!("{}: {error}", String::from_utf8_lossy(name)));
        } else if let Err(closed) = cx.complain(fail) {
            return closed;
        }
    }
    let mut fail = Fail::from(refused.error).named("the shares");
    fail.role = Some(Role::Evidence);
    fail
}

/// Says which shares could not be opened: as errors where nothing is given out.
pub(crate) fn say_bad(cx: &mut Cx, bad: &Bad, fails: bool) -> Result<(), Fail> {
    for (name, error) in bad {
        if fails {
            cx.complain(judged(error.clone(), name))?;
        } else {
            left_out(cx, &[(0, error.clone())], |_| Some(name));
        }
    }
    Ok(())
}

/// What came of a plan, after the shares that could not be opened are named.
pub(crate) fn settled<'a, T>(
    cx: &mut Cx,
    bad: &Bad,
    ended: Result<T, Refused>,
    name: impl Fn(usize) -> Option<&'a [u8]>,
) -> Result<T, Fail> {
    say_bad(cx, bad, ended.is_err())?;
    ended.map_err(|why| refused(cx, why, name))
}

/// Says which shares were left out.
pub(crate) fn left_out<'a>(
    cx: &Cx,
    blamed: &[(usize, Error)],
    name: impl Fn(usize) -> Option<&'a [u8]>,
) {
    for (i, error) in blamed {
        let name = crate::shown::escape(name(*i).unwrap_or(b""), true).into_owned();
        let name = String::from_utf8_lossy(&name).into_owned();
        cx.note(&format!("{name}: left out: {error}"));
    }
}

/// What multiplies; `DECENT_CPU` forces a kind of processor.
pub(crate) fn kernel(cx: &Cx) -> Result<Kernel, Fail> {
    // Refused where the name is none, or this processor can't.
    cx.engine()?;
    let forced = std::env::var("DECENT_CPU")
        .ok()
        .and_then(|name| Cpu::named(&name).ok());
    Ok(match forced {
        Some(Cpu::Portable) => Kernel::Portable,
        Some(Cpu::ShaNi | Cpu::Avx2) if Kernel::Avx2.supported() => Kernel::Avx2,
        Some(Cpu::Avx512) if Kernel::Gfni512.supported() => Kernel::Gfni512,
        _ => Kernel::detect(),
    })
}

/// Random coefficients, under a key of the operating system.
pub(crate) fn coins() -> Result<Coins, Fail> {
    let mut key = Zeroizing::new([0; 32]);
    Cx::random(&mut *key)?;
    Ok(Coins::new(&key))
}

/// The id of a new set.
pub(crate) fn new_set() -> Result<[u8; 16], Fail> {
    let mut set = [0; 16];
    Cx::random(&mut set)?;
    Ok(set)
}

/// Shares on their way into files of a folder.
pub(crate) struct Outgoing {
    folder: Folder,
    files: Vec<ShareFile>,
}

struct ShareFile {
    name: Vec<u8>,
    /// What is not written yet: all of a share that may still become text.
    pending: Zeroizing<Vec<u8>>,
    file: Option<std::fs::File>,
}

impl Outgoing {
    /// Into files of these names.
    pub(crate) fn begin(folder: Folder, names: Vec<Vec<u8>>) -> Self {
        let file = |name| ShareFile {
            name,
            pending: Zeroizing::new(Vec::with_capacity(LARGEST_TEXT)),
            file: None,
        };
        Self {
            folder,
            files: names.into_iter().map(file).collect(),
        }
    }

    /// The same under other names.
    pub(crate) fn rename(&mut self, names: impl Iterator<Item = Vec<u8>>) {
        for (share, name) in self.files.iter_mut().zip(names) {
            share.name = name;
        }
    }

    /// More bytes of share `i`.
    pub(crate) fn put(&mut self, i: usize, bytes: &[u8]) -> Result<(), Fail> {
        let Some(share) = self.files.get_mut(i) else {
            return Ok(());
        };
        if share.file.is_none() && share.pending.len() + bytes.len() <= LARGEST_TEXT {
            share.pending.extend_from_slice(bytes);
            return Ok(());
        }
        if share.file.is_none() {
            share.file = Some(self.folder.file(&share.name)?);
        }
        let failed = |e: std::io::Error| Fail::output(&e, &self.folder.name_of(&share.name));
        if let Some(file) = &mut share.file {
            if !share.pending.is_empty() {
                file.write_all(&share.pending).map_err(failed)?;
                share.pending.clear();
            }
            file.write_all(bytes).map_err(failed)?;
        }
        Ok(())
    }

    /// Puts all in place: small shares as text where they are ours and text is wanted.
    pub(crate) fn finish(
        mut self,
        text: bool,
        more: &[(&[u8], Vec<u8>)],
    ) -> Result<Vec<Vec<u8>>, Fail> {
        let mut names = Vec::new();
        for share in self.files {
            names.push(self.folder.name_of(&share.name));
            match share.file {
                Some(file) => {
                    let synced = file.sync_all();
                    synced.map_err(|e| Fail::output(&e, &self.folder.name_of(&share.name)))?;
                }
                None if text => {
                    let armour = Zeroizing::new(share::armour(&share.pending));
                    self.folder.put(&share.name, armour.as_bytes())?;
                }
                None => self.folder.put(&share.name, &share.pending)?,
            }
        }
        for (name, bytes) in more {
            self.folder.put(name, bytes)?;
        }
        self.folder.commit()?;
        Ok(names)
    }
}

/// The names of shares at `xs`.
pub(crate) fn names(xs: &[u8]) -> Vec<Vec<u8>> {
    xs.iter()
        .map(|x| format!("share-{x}").into_bytes())
        .collect()
}
