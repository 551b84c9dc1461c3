//! Partial Merkle trees (BIP 37, Bitcoin Core's `CPartialMerkleTree`): the ids that are proven, the
//! hashes beside their branches, and a bit for each node on the way that says which it is.

use sha2::{Digest, Sha256};

use super::transaction::Reader;
use crate::error::{Error, Result, slug};
use crate::hash::{Engine, Hash256, Message};

/// The most transactions that a block has room for: four million units of weight, 240 each.
pub const MOST: u32 = 16_666;

/// A partial tree, not yet believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartialTree {
    /// Transactions that the block is said to have.
    pub count: u32,
    /// Hashes, depth first.
    pub hashes: Vec<Hash256>,
    /// A bit a node, depth first: whether a proven id is below.
    pub flags: Vec<bool>,
}

/// The root over ids, and whether two lists have it (CVE-2012-2459).
///
/// ```
/// use decent::{block::partial::root, hash::Engine};
/// let ids = [[1; 32], [2; 32], [3; 32]];
/// let twice = [[1; 32], [2; 32], [3; 32], [3; 32]];
/// let (one, mutated) = root(&ids, Engine::portable());
/// assert_eq!((root(&twice, Engine::portable()), mutated), ((one, true), false));
/// ```
pub fn root(ids: &[Hash256], engine: Engine) -> (Hash256, bool) {
    let levels = levels(ids, engine);
    let twins = |level: &Vec<Hash256>| level.as_chunks::<2>().0.iter().any(|[a, b]| a == b);
    let mutated = levels.iter().any(twins);
    (
        levels
            .last()
            .and_then(|top| top.first())
            .copied()
            .unwrap_or_default(),
        mutated,
    )
}

/// Every level, the ids first, the root last.
fn levels(ids: &[Hash256], engine: Engine) -> Vec<Vec<Hash256>> {
    let mut levels = Vec::new();
    let mut level = ids.to_vec();
    while level.len() > 1 {
        let mut padded = level.clone();
        if padded.len() % 2 == 1 {
            padded.extend(level.last());
        }
        let mut once = vec![[0; 32]; padded.len() / 2];
        engine.sha256_pairs(&[], &padded, &mut once);
        let messages: Vec<_> = once.iter().map(|hash| Message::from(&hash[..])).collect();
        let mut above = vec![[0; 32]; once.len()];
        engine.sha256(&messages, &mut above);
        levels.push(std::mem::replace(&mut level, above));
    }
    levels.push(level);
    levels
}

/// The node over two.
pub fn join(left: &Hash256, right: &Hash256) -> Hash256 {
    let once = Sha256::new()
        .chain_update(left)
        .chain_update(right)
        .finalize();
    Sha256::digest(once).into()
}

/// What a partial tree proves, if its root is the block's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    /// The root that it leads to, internal order.
    pub root: Hash256,
    /// Number within the block, and id, of what is proven.
    pub ids: Vec<(u32, Hash256)>,
}

impl PartialTree {
    /// The tree that proves the ids of these numbers; `ids` are all of the block.
    pub fn make(ids: &[Hash256], proven: &[u32], engine: Engine) -> Self {
        let levels = levels(ids, engine);
        let mut tree = Self {
            count: ids.len() as u32,
            hashes: Vec::new(),
            flags: Vec::new(),
        };
        let mut open = vec![(levels.len() - 1, 0usize)];
        while let Some((height, at)) = open.pop() {
            let Some(hash) = levels.get(height).and_then(|level| level.get(at)) else {
                continue;
            };
            let below = proven.iter().any(|one| *one as usize >> height == at);
            tree.flags.push(below);
            if height == 0 || !below {
                tree.hashes.push(*hash);
            } else {
                // The left child comes first; a right one that is not there is left out above.
                open.push((height - 1, 2 * at + 1));
                open.push((height - 1, 2 * at));
            }
        }
        tree
    }

    /// Levels above the ids.
    pub fn height(&self) -> u32 {
        self.count.max(1).next_power_of_two().trailing_zeros()
    }

    fn width(&self, height: u32) -> u64 {
        u64::from(self.count).div_ceil(1 << height)
    }

    /// What it proves. Refuses what no block has: no or too many transactions, equal neighbours,
    /// hashes or bits too few or left over, and nothing proven.
    pub fn proven(&self) -> Result<Proven> {
        let wrong =
            |wanted: &'static str, found: String| Error::new(slug::SPV_PROOF, wanted, found);
        if self.count == 0 || self.count > MOST {
            let found = self.count.to_string();
            return Err(wrong("1 to 16666 transactions", found));
        }
        let (mut flags, mut hashes) = (self.flags.iter(), self.hashes.iter());
        let mut ids = Vec::new();
        // Nodes whose left child is under way (none yet) or known.
        let mut open: Vec<(u32, u64, Option<Hash256>)> = Vec::new();
        let (mut height, mut at) = (self.height(), 0u64);
        let root = 'tree: loop {
            let below = *flags
                .next()
                .ok_or_else(|| wrong("a bit for every node", "too few".into()))?;
            if height > 0 && below {
                open.push((height, at, None));
                (height, at) = (height - 1, 2 * at);
                continue;
            }
            let hash = hashes
                .next()
                .ok_or_else(|| wrong("a hash for every end", "too few".into()))?;
            if below {
                ids.push((at as u32, *hash));
            }
            let mut value = *hash;
            loop {
                let Some((above, number, left)) = open.pop() else {
                    break 'tree value;
                };
                let right = 2 * number + 1;
                value = match left {
                    None if right < self.width(above - 1) => {
                        open.push((above, number, Some(value)));
                        (height, at) = (above - 1, right);
                        continue 'tree;
                    }
                    None => join(&value, &value),
                    Some(left) if left == value => {
                        return Err(wrong(
                            "neighbours that differ",
                            "equal ones (CVE-2012-2459)".into(),
                        ));
                    }
                    Some(left) => join(&left, &value),
                };
            }
        };
        let (more_flags, more_hashes) = (flags.as_slice(), hashes.len());
        if more_hashes > 0 {
            return Err(wrong(
                "hashes that are all used",
                format!("{more_hashes} more"),
            ));
        }
        if more_flags.len() > 7 || more_flags.contains(&true) {
            return Err(wrong(
                "bits that are all used",
                format!("{} more", more_flags.len()),
            ));
        }
        if ids.is_empty() {
            return Err(wrong("at least one proven id", "none".into()));
        }
        Ok(Proven { root, ids })
    }

    /// The bytes: count, hashes, bits packed with the lowest first.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = self.count.to_le_bytes().to_vec();
        put_count(&mut bytes, self.hashes.len() as u64);
        bytes.extend(self.hashes.as_flattened());
        let packed = self.flags.chunks(8).map(|eight| {
            eight
                .iter()
                .zip(0..)
                .fold(0, |byte, (flag, bit)| byte | u8::from(*flag) << bit)
        });
        put_count(&mut bytes, self.flags.len().div_ceil(8) as u64);
        bytes.extend(packed);
        bytes
    }

    /// Of those bytes, from where a reader stands to its end.
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self> {
        let of_proof = |error: Error| Error {
            slug: slug::SPV_PROOF,
            ..error
        };
        let mut parts = || {
            let count = reader.word()?;
            let hashes = reader.count()?;
            let hashes = reader.take(hashes.saturating_mul(32))?;
            let flags = reader.count()?;
            let flags = reader.take(flags)?;
            reader.end()?;
            Ok((count, hashes, flags))
        };
        let (count, hashes, flags): (u32, &[u8], &[u8]) = parts().map_err(of_proof)?;
        let bits = flags
            .iter()
            .flat_map(|byte| (0..8).map(move |bit| byte >> bit & 1 == 1));
        Ok(Self {
            count,
            hashes: hashes.as_chunks().0.to_vec(),
            flags: bits.collect(),
        })
    }

    /// Of exactly those bytes.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        Self::read(&mut Reader { bytes, at: 0 })
    }
}

/// Bitcoin's count: one byte below 253, else a mark and 2, 4 or 8 bytes.
fn put_count(bytes: &mut Vec<u8>, number: u64) {
    match number {
        0..=0xfc => bytes.push(number as u8),
        0xfd..=0xffff => {
            bytes.push(0xfd);
            bytes.extend((number as u16).to_le_bytes());
        }
        0x1_0000..=0xffff_ffff => {
            bytes.push(0xfe);
            bytes.extend((number as u32).to_le_bytes());
        }
        _ => {
            bytes.push(0xff);
            bytes.extend(number.to_le_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(count: u32) -> Vec<Hash256> {
        (0..count)
            .map(|n| Sha256::digest(n.to_le_bytes()).into())
            .collect()
    }

    #[test]
    fn what_is_made_is_proven() {
        for count in [1, 2, 3, 4, 5, 7, 8, 9, 33, 100] {
            let all = ids(count);
            let (top, mutated) = root(&all, Engine::detect());
            assert!(!mutated);
            for picks in [
                vec![0],
                vec![count - 1],
                vec![count / 2, count - 1],
                (0..count).collect(),
            ] {
                let mut picks = picks;
                picks.dedup();
                let tree = PartialTree::make(&all, &picks, Engine::detect());
                assert_eq!(
                    PartialTree::decode(&tree.encode()).unwrap().encode(),
                    tree.encode()
                );
                let proven = tree.proven().unwrap();
                assert_eq!(proven.root, top);
                let wanted: Vec<_> = picks.iter().map(|n| (*n, all[*n as usize])).collect();
                assert_eq!(proven.ids, wanted);
            }
        }
    }

    #[test]
    fn what_no_block_has_is_refused() {
        let all = ids(7);
        let good = PartialTree::make(&all, &[3], Engine::detect());
        assert!(good.proven().is_ok());
        let changed = |change: &dyn Fn(&mut PartialTree)| {
            let mut tree = good.clone();
            change(&mut tree);
            tree.proven()
        };
        let top = good.proven().unwrap().root;
        let same = |proven: Result<Proven>| proven.is_ok_and(|proven| proven.root == top);
        assert!(changed(&|tree| tree.count = 0).is_err());
        assert!(changed(&|tree| tree.count = MOST + 1).is_err());
        // Another number of the same height can't be told; of another height it can.
        assert!(same(changed(&|tree| tree.count = 5)));
        assert!(!same(changed(&|tree| tree.count = 3)));
        assert!(!same(changed(&|tree| tree.count = 9)));
        assert!(changed(&|tree| tree.hashes.push([0; 32])).is_err());
        assert!(changed(&|tree| tree.hashes.truncate(1)).is_err());
        assert!(changed(&|tree| tree.flags.push(true)).is_err());
        assert!(changed(&|tree| tree.flags.extend([false; 8])).is_err());
        assert!(changed(&|tree| tree.flags.truncate(2)).is_err());
        assert!(changed(&|tree| tree.flags.fill(false)).is_err());
        let twins = PartialTree::make(&[all[0], all[1], all[2], all[2]], &[2, 3], Engine::detect());
        assert!(twins.proven().unwrap_err().found.contains("CVE-2012-2459"));
        // The root as the only "transaction" of a block: well-formed, and wrong about the count.
        let root = PartialTree {
            count: 1,
            hashes: vec![top],
            flags: vec![true],
        };
        assert_eq!(root.proven().unwrap().root, top);
    }
}
