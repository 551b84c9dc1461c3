//! From a kind of processor to its kernels: wide ones while enough lanes are busy, then narrower.

use super::fused::{self, Left};
use super::kernel::{Compress, Pairs, Plain};
use super::schedule::{Job, run};
use super::twice;
use super::{Cpu, Hash256, Padded};

#[cfg(target_arch = "x86_64")]
use super::{kernel_avx2::Avx2, kernel_avx512::Avx512, kernel_shani::ShaNi};

/// Streams of SHA-NI side by side: more gain nothing, fewer leave the instructions waiting.
#[cfg(target_arch = "x86_64")]
const STREAMS: usize = 4;

/// Of so many lanes, how many must be busy lest narrower kernels are faster.
#[cfg(target_arch = "x86_64")]
fn least(lanes: usize) -> usize {
    if ShaNi::get().is_some() {
        lanes / 2
    } else {
        lanes / 4
    }
}

/// A kernel of this processor, with its proof; the plain crates are none.
#[derive(Clone, Copy)]
pub(super) enum Kernel {
    #[cfg(target_arch = "x86_64")]
    ShaNi(ShaNi),
    #[cfg(target_arch = "x86_64")]
    Avx2(Avx2),
    #[cfg(target_arch = "x86_64")]
    Avx512(Avx512),
}

impl Kernel {
    /// The kernel of a kind, where this processor has it.
    #[cfg(target_arch = "x86_64")]
    pub(super) fn of(cpu: Cpu) -> Option<Self> {
        match cpu {
            Cpu::Portable => None,
            Cpu::ShaNi => ShaNi::get().map(Self::ShaNi),
            Cpu::Avx2 => Avx2::get().map(Self::Avx2),
            Cpu::Avx512 => Avx512::get().map(Self::Avx512),
        }
    }

    /// The kernel of a kind, where this processor has it.
    #[cfg(not(target_arch = "x86_64"))]
    pub(super) fn of(_: Cpu) -> Option<Self> {
        None
    }
}

/// Runs jobs to their end, wide while there are many and narrow at last; without a kernel by the
/// plain crates.
#[cfg(target_arch = "x86_64")]
pub(super) fn all<'a, const W: usize>(
    kernel: Option<Kernel>,
    mut jobs: impl Iterator<Item = Job<'a, W>>,
    mut digest: impl FnMut(usize, [u32; W]),
) where
    Plain: Compress<1, W>,
    ShaNi: Compress<2, W> + Compress<STREAMS, W>,
    Avx2: Compress<8, W>,
    Avx512: Compress<16, W>,
{
    let (jobs, digest) = (&mut jobs, &mut digest);
    match kernel {
        None => few(jobs, digest),
        Some(Kernel::ShaNi(_)) => some(jobs, digest),
        Some(Kernel::Avx2(avx2)) => {
            let rest = run(avx2, least(8), jobs, digest);
            some(&mut rest.into_iter().flatten(), digest);
        }
        Some(Kernel::Avx512(avx512)) => {
            let rest = run(avx512, least(16), jobs, digest);
            some(&mut rest.into_iter().flatten(), digest);
        }
    }
}

#[cfg(target_arch = "x86_64")]
fn some<'a, const W: usize>(
    jobs: &mut impl Iterator<Item = Job<'a, W>>,
    digest: &mut impl FnMut(usize, [u32; W]),
) where
    Plain: Compress<1, W>,
    ShaNi: Compress<2, W> + Compress<STREAMS, W>,
{
    let Some(shani) = ShaNi::get() else {
        return few(jobs, digest);
    };
    let rest = run::<STREAMS, W>(shani, STREAMS - 1, jobs, digest);
    let rest = run::<2, W>(shani, 2, &mut rest.into_iter().flatten(), digest);
    few(&mut rest.into_iter().flatten(), digest);
}

/// Runs jobs to their end by the plain crates.
#[cfg(not(target_arch = "x86_64"))]
pub(super) fn all<'a, const W: usize>(
    _: Option<Kernel>,
    mut jobs: impl Iterator<Item = Job<'a, W>>,
    mut digest: impl FnMut(usize, [u32; W]),
) where
    Plain: Compress<1, W>,
{
    few(&mut jobs, &mut digest);
}

fn few<'a, const W: usize>(
    jobs: &mut impl Iterator<Item = Job<'a, W>>,
    digest: &mut impl FnMut(usize, [u32; W]),
) where
    Plain: Compress<1, W>,
{
    run(Plain, 1, jobs, digest);
}

/// Messages of 80 bytes hashed twice; returns how many are done, from the first: the rest is too few
/// for the kernel.
pub(super) fn twice(
    kernel: Kernel,
    messages: &[[u8; twice::LEN]],
    hashes: &mut [Hash256],
) -> usize {
    match kernel {
        #[cfg(target_arch = "x86_64")]
        Kernel::ShaNi(shani) => twice::hash::<STREAMS>(shani, messages, hashes),
        #[cfg(target_arch = "x86_64")]
        Kernel::Avx2(avx2) => twice::hash::<8>(avx2, messages, hashes),
        #[cfg(target_arch = "x86_64")]
        Kernel::Avx512(avx512) => twice::hash::<16>(avx512, messages, hashes),
    }
}

/// The nodes above pairs of children; returns how many are done, from the first: the rest is too
/// few for the kernel.
pub(super) fn pairs(
    kernel: Kernel,
    prefix: Option<u8>,
    pairs: &[[u8; 64]],
    parents: &mut [Hash256],
) -> usize {
    match kernel {
        #[cfg(target_arch = "x86_64")]
        Kernel::ShaNi(shani) => pairs_by::<STREAMS>(shani, 2, prefix, pairs, parents),
        #[cfg(target_arch = "x86_64")]
        Kernel::Avx2(avx2) => pairs_by(avx2, least(8), prefix, pairs, parents),
        #[cfg(target_arch = "x86_64")]
        Kernel::Avx512(avx512) => pairs_by(avx512, least(16), prefix, pairs, parents),
    }
}

#[cfg_attr(
    not(target_arch = "x86_64"),
    expect(dead_code, reason = "no kernel here")
)]
fn pairs_by<const N: usize>(
    kernel: impl Pairs<N>,
    least: usize,
    prefix: Option<u8>,
    pairs: &[[u8; 64]],
    parents: &mut [Hash256],
) -> usize {
    let (whole, rest) = pairs.as_chunks();
    let (parents_whole, parents_rest) = parents.as_chunks_mut();
    for (pairs, parents) in whole.iter().zip(parents_whole) {
        kernel.pairs(prefix, pairs, parents);
    }
    if rest.len() < least {
        return pairs.len() - rest.len();
    }
    let mut padded = [[0; 64]; N];
    let mut digests = [[0; 32]; N];
    for (to, from) in padded.iter_mut().zip(rest) {
        *to = *from;
    }
    kernel.pairs(prefix, &padded, &mut digests);
    for (to, from) in parents_rest.iter_mut().zip(digests) {
        *to = from;
    }
    pairs.len()
}

/// As many leaves of pieces as can be hashed together with the SHA-1 of the pieces; the rest comes
/// back.
pub(super) fn both<'a>(
    kernel: Kernel,
    pieces: &[Padded<'a>],
    leaf: usize,
    leaves: &mut [Hash256],
) -> Left<'a> {
    match kernel {
        #[cfg(target_arch = "x86_64")]
        Kernel::Avx2(avx2) if leaf.is_multiple_of(64) => {
            fused::run(avx2, least(8), pieces, leaf, leaves)
        }
        #[cfg(target_arch = "x86_64")]
        Kernel::Avx512(avx512) if leaf.is_multiple_of(64) => {
            fused::run(avx512, least(16), pieces, leaf, leaves)
        }
        _ => Left::all(pieces, leaf),
    }
}
