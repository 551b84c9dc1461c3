//! Where a file is cut: by size, or where its content says so (rabin, buzhash), as kubo cuts.

use std::fmt;
use std::num::NonZeroUsize;
use std::str::FromStr;

use super::chunker_tables::BUZHASH;

use crate::error::{Error, Result, slug};

/// The longest chunk: with what stands around it a block of at most 2 MiB.
pub const CHUNK_MOST: usize = (2 << 20) - 256;
/// Bytes that the fingerprint of rabin covers.
const WINDOW: usize = 16;
/// kubo's polynomial.
const RABIN: u64 = 0x3D_F305_DFB2_A805;
/// The polynomial of the JavaScript importer, which cuts elsewhere than kubo.
const RABIN_JS: u64 = 0x3D_A335_8B4D_C173;
/// The degree of both.
const DEGREE: u32 = 53;

const BUZ_LEAST: usize = 128 << 10;
const BUZ_MOST: usize = 512 << 10;
const BUZ_MASK: u32 = (1 << 17) - 1;
const BUZ_WINDOW: usize = 32;

/// How a file is cut.
///
/// ```
/// use decent::cid::chunker::Chunker;
/// let chunker: Chunker = "rabin-16-32-64".parse().unwrap();
/// assert_eq!(chunker.to_string(), "rabin-16-32-64");
/// assert!("rabin-12-32-64".parse::<Chunker>().is_err());
/// assert!("size-0".parse::<Chunker>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunker {
    /// Chunks of so many bytes.
    Size(NonZeroUsize),
    /// By Rabin's fingerprint: least, average and most bytes; the polynomial of JavaScript or kubo's.
    Rabin {
        /// Bytes that a chunk has at least, 16 or more.
        least: usize,
        /// Bytes that it has on average.
        average: usize,
        /// Bytes that it has at most.
        most: usize,
        /// By the polynomial of the JavaScript importer.
        js: bool,
    },
    /// By a rolling hash, from 128 to 512 KiB.
    Buzhash,
}

impl fmt::Display for Chunker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size(size) => write!(f, "size-{size}"),
            Self::Rabin {
                least,
                average,
                most,
                js,
            } => {
                let js = if *js { "-js" } else { "" };
                write!(f, "rabin{js}-{least}-{average}-{most}")
            }
            Self::Buzhash => f.write_str("buzhash"),
        }
    }
}

impl FromStr for Chunker {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let wrong = |found: String| {
            let wanted = format!(
                "size-N, rabin, rabin-AVERAGE, rabin-LEAST-AVERAGE-MOST or buzhash, chunks of 1 to {CHUNK_MOST} bytes"
            );
            Error::new(slug::CHUNKER, wanted, found)
        };
        let mut words = text.split('-').peekable();
        let family = words.next().unwrap_or_default();
        let js = family == "rabin" && words.next_if_eq(&"js").is_some();
        let numbers: Vec<usize> = words
            .map(str::parse)
            .collect::<std::result::Result<_, _>>()
            .map_err(|_| wrong(format!("{text:?}")))?;
        let within = |size: usize| (1..=CHUNK_MOST).contains(&size);
        match (family, &*numbers) {
            ("size", [size]) => match NonZeroUsize::new(*size).filter(|size| within(size.get())) {
                Some(size) => Ok(Self::Size(size)),
                None => Err(wrong(format!("{text:?}"))),
            },
            ("buzhash", []) => Ok(Self::Buzhash),
            ("rabin", [least, average, most])
                if *least >= WINDOW && least <= average && average <= most && within(*most) =>
            {
                let (least, average, most) = (*least, *average, *most);
                Ok(Self::Rabin {
                    least,
                    average,
                    most,
                    js,
                })
            }
            ("rabin", [] | [_]) => {
                let average = numbers.first().copied().unwrap_or(256 << 10);
                let (least, most) = (average / 3, average + average / 2);
                if least < WINDOW || !within(most) {
                    return Err(wrong(format!("{text:?}")));
                }
                Ok(Self::Rabin {
                    least,
                    average,
                    most,
                    js,
                })
            }
            _ => Err(wrong(format!("{text:?}"))),
        }
    }
}

impl Chunker {
    /// Bytes of every chunk but the last, where that is known beforehand.
    pub fn fixed(self) -> Option<NonZeroUsize> {
        match self {
            Self::Size(size) => Some(size),
            Self::Rabin { .. } | Self::Buzhash => None,
        }
    }

    /// The most bytes of a chunk.
    pub fn most(self) -> usize {
        match self {
            Self::Size(size) => size.get(),
            Self::Rabin { most, .. } => most,
            Self::Buzhash => BUZ_MOST,
        }
    }

    /// What finds the next cut, to be kept for a whole file: it has tables.
    pub fn cutter(self) -> Cutter {
        let tables = match self {
            Self::Rabin { js, .. } => Some(Tables::of(if js { RABIN_JS } else { RABIN })),
            _ => None,
        };
        Cutter {
            chunker: self,
            tables,
        }
    }
}

/// Finds cuts.
pub struct Cutter {
    chunker: Chunker,
    tables: Option<Box<Tables>>,
}

impl Cutter {
    /// Bytes of the first chunk of `bytes`, which are at least as many as a chunk can have, or all
    /// that are left.
    pub fn cut(&self, bytes: &[u8]) -> usize {
        match (self.chunker, &self.tables) {
            (
                Chunker::Rabin {
                    least,
                    average,
                    most,
                    ..
                },
                Some(tables),
            ) => tables.cut(bytes, least, average, most),
            (Chunker::Buzhash, _) => buzhash(bytes),
            (chunker, _) => bytes.len().min(chunker.most()),
        }
    }
}

/// What a byte adds to a fingerprint as it leaves the window, and what the bits above the degree
/// stand for.
struct Tables {
    out: [u64; 256],
    modulus: [u64; 256],
}

/// The remainder of polynomials over GF(2).
fn remainder(mut value: u128, polynomial: u64) -> u64 {
    while value >> DEGREE != 0 {
        let over = value.ilog2() - DEGREE;
        value ^= u128::from(polynomial) << over;
    }
    value as u64
}

impl Tables {
    fn of(polynomial: u64) -> Box<Self> {
        let mut tables = Box::new(Self {
            out: [0; 256],
            modulus: [0; 256],
        });
        for (byte, (out, modulus)) in (0u64..).zip(tables.out.iter_mut().zip(&mut tables.modulus)) {
            let mut leaving = byte;
            for _ in 1..WINDOW {
                leaving = remainder(u128::from(leaving) << 8, polynomial);
            }
            *out = remainder(u128::from(leaving), polynomial);
            let above = byte << DEGREE;
            *modulus = remainder(u128::from(above), polynomial) | above;
        }
        tables
    }

    /// The first place at or behind `least` where the low bits of the fingerprint are all zero. It
    /// begins anew in each chunk, with a 1 in its window, and 16 bytes before `least`.
    fn cut(&self, bytes: &[u8], least: usize, average: usize, most: usize) -> usize {
        let mask = (1u64 << average.ilog2()) - 1;
        let mut window = [0u8; WINDOW];
        let (mut digest, mut place) = (0u64, 0);
        let mut slide = |byte: u8| {
            let left = window
                .get_mut(place)
                .map_or(0, |slot| std::mem::replace(slot, byte));
            place = (place + 1) % WINDOW;
            digest ^= self.out.get(usize::from(left)).copied().unwrap_or(0);
            let above = (digest >> (DEGREE - 8)) as usize;
            digest = digest << 8 | u64::from(byte);
            digest ^= self.modulus.get(above).copied().unwrap_or(0);
            digest
        };
        slide(1);
        let begin = least - WINDOW;
        for (behind, byte) in (begin + 1..).zip(bytes.get(begin..).unwrap_or_default()) {
            let digest = slide(*byte);
            if behind >= least && (digest & mask == 0 || behind >= most) {
                return behind;
            }
        }
        bytes.len()
    }
}

fn buzhash(bytes: &[u8]) -> usize {
    let bytes = bytes.get(..BUZ_MOST).unwrap_or(bytes);
    if bytes.len() < BUZ_LEAST {
        return bytes.len();
    }
    let of = |byte: u8| BUZHASH.get(usize::from(byte)).copied().unwrap_or(0);
    let (before, coming) = bytes.split_at(BUZ_LEAST);
    let window = before.get(BUZ_LEAST - BUZ_WINDOW..).unwrap_or_default();
    let mut state = window
        .iter()
        .fold(0u32, |state, byte| state.rotate_left(1) ^ of(*byte));
    let leaving = bytes.get(BUZ_LEAST - BUZ_WINDOW..).unwrap_or_default();
    for (passed, (came, left)) in coming.iter().zip(leaving).enumerate() {
        if state & BUZ_MASK == 0 {
            return BUZ_LEAST + passed;
        }
        state = state.rotate_left(1) ^ of(*left) ^ of(*came);
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes of a small generator, the same in the scripts beside the peers.
    fn bytes(len: usize) -> Vec<u8> {
        let mut state = 1u32;
        let next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        std::iter::repeat_with(next).take(len).collect()
    }

    fn cuts(chunker: &str, bytes: &[u8]) -> Vec<usize> {
        let cutter = chunker.parse::<Chunker>().unwrap().cutter();
        let (mut rest, mut cuts) = (bytes, Vec::new());
        while !rest.is_empty() {
            let cut = cutter.cut(rest);
            cuts.push(cut);
            rest = &rest[cut..];
        }
        cuts
    }

    #[test]
    fn chunks_are_those_of_kubo() {
        // What whyrusleeping/chunker (vendored by distribution/distribution at 530e4b5, with kubo's
        // polynomial 17437180132763653) and boxo's chunker/buzhash.go (at 045ce67) cut of these bytes,
        // run with Go 1.19. The empty chunk that the latter then put behind a last one of 128 KiB or
        // more was a fault, ipfs/kubo issue 6953.
        for (chunker, len, cut) in [
            (
                "rabin-16-64-256",
                1000,
                &[
                    51, 38, 146, 30, 37, 58, 44, 56, 31, 74, 35, 45, 94, 18, 49, 37, 141, 16,
                ][..],
            ),
            (
                "rabin-1000-8192-20000",
                100_000,
                &[
                    9689, 8945, 20_000, 6094, 6739, 13_166, 6094, 10_081, 5931, 7971, 5290,
                ],
            ),
            (
                "rabin",
                2_500_000,
                &[
                    393_216, 150_677, 125_293, 242_360, 393_216, 190_104, 120_509, 393_216,
                    393_216, 98_193,
                ],
            ),
            (
                "rabin-100-100-150",
                2000,
                &[
                    150, 115, 139, 150, 150, 102, 150, 112, 110, 150, 150, 133, 150, 150, 89,
                ],
            ),
            (
                "buzhash",
                3 << 20,
                &[
                    246_752, 276_779, 202_996, 341_293, 274_093, 290_287, 183_272, 448_158,
                    160_124, 178_960, 460_819, 82_195,
                ],
            ),
            ("buzhash", 131_071, &[131_071]),
            ("buzhash", 131_072, &[131_072]),
            ("buzhash", 655_360, &[246_752, 276_779, 131_829]),
        ] {
            assert_eq!(cuts(chunker, &bytes(len)), cut, "{chunker} {len}");
        }
    }

    #[test]
    fn chunks_keep_their_bounds_and_heal() {
        let data = bytes(3 << 20);
        for (chunker, least, most) in [
            ("rabin-16-64-256", 16, 256),
            ("rabin-1000-8192-20000", 1000, 20_000),
            ("buzhash", BUZ_LEAST, BUZ_MOST),
            ("size-1000", 1000, 1000),
        ] {
            let found = cuts(chunker, &data);
            assert_eq!(found.iter().sum::<usize>(), data.len());
            let (last, others) = found.split_last().unwrap();
            assert!(
                others.iter().all(|cut| (least..=most).contains(cut)),
                "{chunker}"
            );
            assert!(*last <= most);
        }
        let moved = cuts("buzhash", &data[777..]);
        let same = cuts("buzhash", &data);
        assert_eq!(moved.last(), same.last(), "cuts follow the content");
    }

    #[test]
    fn empty_windows_are_no_trouble() {
        for chunker in ["rabin-16-16-16", "buzhash", "rabin"] {
            assert_eq!(cuts(chunker, &[]), [0usize; 0]);
            assert_eq!(cuts(chunker, &[1]), [1]);
        }
    }
}
