//! What of a header is rolled when its 2^32 nonces run out: sixteen versions at a time (the bits that
//! BIP 320 leaves free), then the time, then an extra nonce in the coinbase transaction.

use crate::error::{Error, Result, slug};
use crate::hash::Hash256;

use super::hash::HashKind;
use super::puzzle::Puzzle;

/// Versions that share one search: the second block of a header, which holds no version, is then
/// prepared once for all of them.
const TOGETHER: u32 = 16;
/// The version bits that are free (BIP 320): 13 to 28.
const FREE: u32 = 0x1fff_e000;
/// How many versions those bits make.
const VERSIONS: u32 = 1 << 16;

/// A coinbase transaction with a place for an extra nonce, and what leads from it to the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coinbase {
    /// The transaction without its witness.
    pub transaction: Vec<u8>,
    /// Where the extra nonce stands, four bytes, the lowest first.
    pub at: usize,
    /// The hashes beside the way to the root, from the leaf up.
    pub branch: Vec<Hash256>,
}

impl Coinbase {
    /// Refuses a place outside of the transaction.
    pub fn new(transaction: Vec<u8>, at: usize, branch: Vec<Hash256>) -> Result<Self> {
        if at.checked_add(4).is_none_or(|end| end > transaction.len()) {
            let wanted = format!("four bytes within {}", transaction.len());
            return Err(Error::new(slug::OUT_OF_RANGE, wanted, format!("byte {at}")));
        }
        Ok(Self {
            transaction,
            at,
            branch,
        })
    }

    /// The transaction with an extra nonce.
    pub fn with(&self, extra: u32) -> Vec<u8> {
        let mut bytes = self.transaction.clone();
        for (to, from) in bytes.iter_mut().skip(self.at).zip(extra.to_le_bytes()) {
            *to = from;
        }
        bytes
    }

    /// The Merkle root above it: the coinbase is the first leaf, so it is always on the left.
    pub fn root(&self, extra: u32) -> Hash256 {
        let twice = |parts: &[&[u8]]| {
            let mut hash = [0; 32];
            for (to, from) in hash.iter_mut().zip(&*HashKind::Sha256d.digest(parts)) {
                *to = *from;
            }
            hash
        };
        let leaf = twice(&[&self.with(extra)]);
        self.branch
            .iter()
            .fold(leaf, |node, other| twice(&[&node, other]))
    }
}

/// A header, and what may be rolled in it.
#[derive(Clone, Debug)]
pub struct Roll {
    /// The header as it was given.
    pub header: [u8; 80],
    /// Whether the version may.
    pub version: bool,
    /// By how many seconds the time may grow.
    pub seconds: u32,
    /// The coinbase in which there is an extra nonce.
    pub coinbase: Option<Coinbase>,
}

/// One turn: a puzzle whose counters are all tried before the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Headers that differ in nonce and version.
    pub puzzle: Puzzle,
    /// The extra nonce, where there is one.
    pub extra: Option<u32>,
}

impl Roll {
    /// How many turns there are.
    pub fn turns(&self) -> u128 {
        let extras = self.coinbase.as_ref().map_or(1, |_| 1 << 32);
        u128::from(self.groups()) * (u128::from(self.seconds) + 1) * extras
    }

    fn groups(&self) -> u32 {
        if self.version { VERSIONS / TOGETHER } else { 1 }
    }

    /// A turn, counted from 0: versions change first, the extra nonce last.
    ///
    /// ```
    /// use decent::pow::roll::Roll;
    /// let roll = Roll { header: [0; 80], version: true, seconds: 1, coinbase: None };
    /// assert_eq!(roll.turns(), 2 * 4096);
    /// assert_eq!(roll.turn(0).puzzle.message(1)[..4], [0, 0x20, 0, 0]);
    /// ```
    pub fn turn(&self, number: u128) -> Turn {
        let groups = u128::from(self.groups());
        let (group, rest) = ((number % groups) as u32, number / groups);
        let times = u128::from(self.seconds) + 1;
        let (second, extra) = ((rest % times) as u32, (rest / times) as u32);
        let mut header = self.header;
        if let Some(time) = header.get_mut(68..).and_then(<[u8]>::first_chunk_mut::<4>) {
            *time = u32::from_le_bytes(*time).wrapping_add(second).to_le_bytes();
        }
        let extra = self.coinbase.as_ref().map(|coinbase| {
            let root = coinbase.root(extra);
            for (to, from) in header.iter_mut().skip(36).zip(root) {
                *to = from;
            }
            extra
        });
        let Puzzle::Header { header, versions } = Puzzle::header(header) else {
            return Turn {
                puzzle: Puzzle::header(self.header),
                extra,
            };
        };
        let own = versions.first().copied().unwrap_or_default();
        let rolled = |i: u32| own ^ ((group * TOGETHER + i) << FREE.trailing_zeros()) & FREE;
        let versions = if self.version {
            (0..TOGETHER).map(rolled).collect()
        } else {
            versions
        };
        let puzzle = Puzzle::Header { header, versions };
        Turn { puzzle, extra }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_turn_has_headers_of_its_own() {
        let coinbase = Coinbase::new(vec![7; 60], 41, vec![[1; 32], [2; 32]]).unwrap();
        let roll = Roll {
            header: [3; 80],
            version: true,
            seconds: 2,
            coinbase: Some(coinbase.clone()),
        };
        assert_eq!(roll.turns(), 4096 * 3 * (1 << 32));
        let mut seen = HashSet::new();
        for number in (0..4096 * 6).step_by(97) {
            for counter in 0..16 {
                assert!(seen.insert(roll.turn(number).puzzle.message(counter)));
            }
        }
        assert_eq!(roll.turn(4096 * 3).extra, Some(1));
        assert_eq!(coinbase.with(1)[41..45], [1, 0, 0, 0]);
        assert!(Coinbase::new(vec![7; 60], 57, Vec::new()).is_err());
    }

    /// Bitcoin's block 170: two transactions, the first of which is the coinbase.
    #[test]
    fn the_root_of_block_170() {
        let coinbase = "01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff0704ffff001d\
            0102ffffffff0100f2052a01000000434104d46c4968bde02899d2aa0963367c7a6ce34eec332b32e42e5f3407e052d64ac6\
            25da6f0718e7b302140434bd725706957c092db53805b821a85b23a7ac61725bac00000000";
        let other = "f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16";
        let mut branch = crate::codec::hex::decode_array::<32>(other).unwrap();
        branch.reverse();
        let transaction = crate::codec::hex::decode(coinbase).unwrap();
        let extra = u32::from_le_bytes(transaction[42..46].try_into().unwrap());
        let coinbase = Coinbase::new(transaction, 42, vec![branch]).unwrap();
        let mut root = coinbase.root(extra);
        root.reverse();
        assert_eq!(
            crate::codec::hex::encode(&root),
            "7dac2c5666815c17a3b36427de37bb9d2e2c5ccec3f8633eb91a4205cb4c10ff"
        );
    }
}
