//! How counters are tried: a back-end makes a scanner for a puzzle, and a scanner gives candidates.
//!
//! Nobody believes a scanner: each candidate is hashed again by the plain crate, in
//! [`Scan::solutions`], before anybody sees it. So a wrong kernel can lose a solution, but never
//! make one up.

use std::ops::Range;

use crate::error::{Error, Result, slug};
#[cfg(target_arch = "x86_64")]
use crate::hash::{kernel_avx2::Avx2, kernel_avx512::Avx512, kernel_shani::ShaNi};

use super::goal::Goal;
use super::hash::Digest;
use super::kernel::Kernel;
use super::lanes::{Headers, Texts};
use super::plain::Plain;
use super::puzzle::Puzzle;
use super::target::Target;
#[cfg(target_arch = "x86_64")]
use super::{kernel_avx512vl::Avx512Vl, kernel_avx512x2::Twice};

/// How counters are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Backend {
    /// The plain crates, or lanes that any processor has.
    Portable,
    /// SHA-NI, four nonces interleaved.
    ShaNi,
    /// AVX2, 8 lanes.
    Avx2,
    /// AVX-512 on vectors of 256 bits, 8 lanes.
    Avx512Vl,
    /// AVX-512, two times 16 lanes side by side.
    Avx512Twice,
    /// AVX-512, 16 lanes.
    Avx512,
    /// A graphics card, through wgpu.
    Gpu,
}

impl Backend {
    /// Every back-end, by name.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("portable", Self::Portable),
        ("shani", Self::ShaNi),
        ("avx2", Self::Avx2),
        ("avx512vl", Self::Avx512Vl),
        ("avx512x2", Self::Avx512Twice),
        ("avx512", Self::Avx512),
        ("gpu", Self::Gpu),
    ];

    /// Whether this machine (and this build) has it.
    pub fn supported(self) -> bool {
        match self {
            Self::Portable => true,
            #[cfg(feature = "gpu")]
            Self::Gpu => super::gpu::present(),
            #[cfg(not(feature = "gpu"))]
            Self::Gpu => false,
            #[cfg(target_arch = "x86_64")]
            Self::ShaNi => ShaNi::get().is_some(),
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => Avx2::get().is_some(),
            #[cfg(target_arch = "x86_64")]
            Self::Avx512Vl => Avx512Vl::get().is_some(),
            #[cfg(target_arch = "x86_64")]
            Self::Avx512Twice | Self::Avx512 => Avx512::get().is_some(),
            #[cfg(not(target_arch = "x86_64"))]
            _ => false,
        }
    }

    /// The name in [`Backend::NAMES`].
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, one)| *one == self);
        found.map_or("", |(name, _)| name)
    }

    /// The back-end of that name, refused where this machine lacks it.
    pub fn named(name: &str) -> Result<Self> {
        let Some(&(_, backend)) = Self::NAMES.iter().find(|(known, _)| *known == name) else {
            let names = Self::NAMES.map(|(name, _)| name).join(", ");
            return Err(Error::new(
                slug::OUT_OF_RANGE,
                format!("one of {names}"),
                format!("{name:?}"),
            ));
        };
        if backend.supported() {
            return Ok(backend);
        }
        Err(backend.lacking())
    }

    /// The refusal of a back-end that this machine lacks.
    fn lacking(self) -> Error {
        match self {
            Self::Gpu if cfg!(feature = "gpu") => {
                Error::new(slug::NO_GPU, "a graphics card with Vulkan", "none")
            }
            Self::Gpu => {
                let wanted = "a build with the feature gpu";
                Error::new(slug::NO_GPU, wanted, "one without")
            }
            _ => {
                let wanted = format!("a processor with {}", self.name());
                Error::new(slug::CPU_LACKS, wanted, "one without")
            }
        }
    }
}

/// One way of trying the counters of one puzzle.
pub trait Scan: Send + Sync {
    /// Pushes candidates of `range`, in ascending order: all its solutions, and maybe some more.
    fn scan(&self, range: Range<u64>, candidates: &mut Vec<u64>) -> Result<()>;
}

/// The solutions of `range` in ascending order, with their digests: what the scanner finds, hashed
/// again by the plain crate.
pub fn solutions(
    scan: &dyn Scan,
    puzzle: &Puzzle,
    goal: Goal,
    range: Range<u64>,
) -> Result<Vec<(u64, Digest)>> {
    let mut candidates = Vec::new();
    scan.scan(range, &mut candidates)?;
    let hashed = candidates.into_iter().map(|one| (one, puzzle.digest(one)));
    Ok(hashed.filter(|(_, digest)| goal.admits(digest)).collect())
}

/// The scanner of a back-end for a puzzle: the plain crates where the back-end has no kernel for
/// this hash.
pub fn scanner(backend: Backend, puzzle: &Puzzle, target: Target) -> Result<Box<dyn Scan>> {
    let made = match backend {
        Backend::Gpu => return card(puzzle, target),
        Backend::Portable => Some(by(PORTABLE, puzzle, target)),
        #[cfg(target_arch = "x86_64")]
        Backend::ShaNi => ShaNi::get().map(|kernel| by(kernel, puzzle, target)),
        #[cfg(target_arch = "x86_64")]
        Backend::Avx2 => Avx2::get().map(|kernel| by(kernel, puzzle, target)),
        #[cfg(target_arch = "x86_64")]
        Backend::Avx512Vl => Avx512Vl::get().map(|kernel| by(kernel, puzzle, target)),
        #[cfg(target_arch = "x86_64")]
        Backend::Avx512Twice => Avx512::get().map(|one| by(Twice(one), puzzle, target)),
        #[cfg(target_arch = "x86_64")]
        Backend::Avx512 => Avx512::get().map(|kernel| by(kernel, puzzle, target)),
        #[cfg(not(target_arch = "x86_64"))]
        _ => None,
    };
    made.ok_or_else(|| backend.lacking())
}

/// The scanner of a graphics card, which knows headers only.
#[cfg(feature = "gpu")]
fn card(puzzle: &Puzzle, target: Target) -> Result<Box<dyn Scan>> {
    let Puzzle::Header { header, versions } = puzzle else {
        let wanted = "a block header, which is all that a graphics card tries";
        return Err(Error::new(slug::NO_GPU, wanted, "a message"));
    };
    let gpu = super::gpu::Gpu::new(header, versions, target);
    let gpu = gpu.ok_or_else(|| Backend::Gpu.lacking())?;
    Ok(Box::new(gpu))
}

#[cfg(not(feature = "gpu"))]
fn card(_: &Puzzle, _: Target) -> Result<Box<dyn Scan>> {
    Err(Backend::Gpu.lacking())
}

#[cfg(target_arch = "x86_64")]
const PORTABLE: super::kernel_sse2::Sse2 = super::kernel_sse2::Sse2;
#[cfg(not(target_arch = "x86_64"))]
const PORTABLE: super::kernel_arrays::Arrays = super::kernel_arrays::Arrays;

/// The scanner of a kernel.
fn by(kernel: impl Kernel + 'static, puzzle: &Puzzle, target: Target) -> Box<dyn Scan> {
    match puzzle {
        Puzzle::Header { header, versions } => {
            Box::new(Headers::new(kernel, header, versions, target))
        }
        Puzzle::Message {
            hash,
            prefix,
            suffix,
            nonce,
        } => {
            let texts = Texts::new(kernel, puzzle, (*hash, prefix, suffix, *nonce), target);
            let plain = || Box::new(Plain::new(puzzle, Goal::AtMost(target))) as Box<dyn Scan>;
            texts.map_or_else(plain, |texts| Box::new(texts))
        }
    }
}
