//! What a member signed for: JSON Lines, the first `{"format":"decent-skip-signed","version":1}`, then an
//! object for each block that a link spoke of which was signed: `chain`, `index` (a text, for it has 64
//! bits) and `hash`. Of a chain of which the member has a copy the newest block is enough, for its hash
//! stands for all before it.
//!
//! Two signatures for two blocks of one number are evidence against whoever made them. A copy of the
//! chain does not show what was signed when it was another copy; this does.

use std::collections::BTreeMap;
use std::io::BufRead;

use serde::{Deserialize, Serialize};

use super::block::Hash;
use super::request::number;
use super::tree::Nodes;
use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::group::object;
use crate::kept::Kept;

/// How they are kept.
const KEPT: Kept = Kept {
    format: "decent-skip-signed",
    line_most: 4096,
    damaged: slug::SKIP_STATE,
    holds: "chain, index and hash of a block",
};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    chain: String,
    index: String,
    hash: String,
}

/// All blocks that were signed for.
#[derive(Clone, Debug, Default)]
pub struct Sworn {
    chains: BTreeMap<Hash, BTreeMap<u64, Hash>>,
    /// Bytes up to the end of the last whole line: what is behind was cut off.
    pub whole_bytes: u64,
}

/// The first line of a new file.
pub fn heading() -> String {
    KEPT.heading()
}

impl Sworn {
    /// Reads a file. What stands behind the last line end was cut off, and does not count.
    ///
    /// ```
    /// use decent::skipchain::sworn::{Sworn, heading};
    /// let mut file = heading();
    /// let mut sworn = Sworn::default();
    /// file += &sworn.add(&[1; 32], 7, &[2; 32]).unwrap();
    /// assert_eq!(sworn.add(&[1; 32], 7, &[2; 32]), None);
    /// let read = Sworn::read(file.as_bytes()).unwrap();
    /// assert_eq!(read.newest(&[1; 32]), Some((7, &[2; 32])));
    /// assert!(read.check(&[1; 32], 7, &[3; 32]).is_err());
    /// ```
    pub fn read(file: impl BufRead) -> Result<Self> {
        let mut sworn = Self::default();
        sworn.whole_bytes = KEPT.read(file, &mut |line, at| sworn.line(line, at))?;
        Ok(sworn)
    }

    fn line(&mut self, line: &[u8], at: u64) -> Result<()> {
        let line: Line =
            serde_json::from_slice(line).map_err(|_| KEPT.wrong(at, "something else"))?;
        let placed = |error: Error| {
            error
                .within(slug::SKIP_STATE, "a block")
                .at(Place::Line(at))
        };
        let index = number("index", &line.index).map_err(placed)?;
        let hash = object::array("hash", &line.hash).map_err(placed)?;
        let chain = object::array("chain", &line.chain).map_err(placed)?;
        if self.check(&chain, index, &hash).is_err() {
            return Err(KEPT.wrong(at, "a second block of one number"));
        }
        self.chains.entry(chain).or_default().insert(index, hash);
        Ok(())
    }

    /// The newest block of a chain that was signed for.
    pub fn newest(&self, chain: &Hash) -> Option<(u64, &Hash)> {
        let (index, hash) = self.chains.get(chain)?.last_key_value()?;
        Some((*index, hash))
    }

    /// The newest block of each chain.
    pub fn chains(&self) -> impl Iterator<Item = (&Hash, u64)> {
        let chains = self.chains.iter();
        chains.filter_map(|(chain, blocks)| Some((chain, *blocks.last_key_value()?.0)))
    }

    /// Whether a block may be signed for: no other one of its number was.
    pub fn check(&self, chain: &Hash, index: u64, hash: &Hash) -> Result<()> {
        let blocks = self.chains.get(chain);
        let known = blocks.and_then(|blocks| blocks.get(&index));
        let Some(known) = known.filter(|known| *known != hash) else {
            return Ok(());
        };
        let wanted = format!("block {index} as it was signed for, {}", hex::encode(known));
        let found = format!("another, {}", hex::encode(hash));
        Err(Error::new(slug::SKIP_LINK, wanted, found))
    }

    /// Whether a copy of a chain of so many blocks goes on from the newest block that was signed for.
    pub fn extends(&self, chain: &Hash, blocks: u64, nodes: &dyn Nodes) -> Result<()> {
        let Some((index, _)) = self.newest(chain) else {
            return Ok(());
        };
        if index >= blocks {
            let wanted = format!("a copy with block {index}, which was signed for");
            let found = format!("one of {blocks} blocks");
            return Err(Error::new(slug::SKIP_LINK, wanted, found));
        }
        self.check(chain, index, &nodes.block(index)?)
    }

    /// Notes a block, and gives its line for the file; none where it is noted already. One that
    /// [`Sworn::check`] refuses must not come here.
    pub fn add(&mut self, chain: &Hash, index: u64, hash: &Hash) -> Option<String> {
        let before = self.chains.entry(*chain).or_default().insert(index, *hash);
        if before.is_some() {
            return None;
        }
        Some(Self::line_of(chain, index, hash))
    }

    /// The line of a block.
    pub fn line_of(chain: &Hash, index: u64, hash: &Hash) -> String {
        let line = Line {
            chain: hex::encode(chain),
            index: index.to_string(),
            hash: hex::encode(hash),
        };
        serde_json::to_string(&line).unwrap_or_default() + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::super::grow::tests::chain;
    use super::super::shape::Shape;
    use super::*;

    #[test]
    fn another_block_of_a_number_is_refused() {
        let mut sworn = Sworn::default();
        sworn.add(&[1; 32], 4, &[4; 32]);
        assert!(sworn.check(&[1; 32], 4, &[4; 32]).is_ok());
        assert!(sworn.check(&[1; 32], 4, &[5; 32]).is_err());
        assert!(sworn.check(&[2; 32], 4, &[5; 32]).is_ok());
        assert!(sworn.check(&[1; 32], 5, &[5; 32]).is_ok());
    }

    #[test]
    fn a_copy_goes_on_from_what_was_signed_for() {
        let kept = chain(Shape::default(), 12);
        let id = *kept.blocks[0].hash();
        let mut sworn = Sworn::default();
        assert!(sworn.extends(&id, 12, &kept).is_ok());
        sworn.add(&id, 8, kept.blocks[8].hash());
        assert!(sworn.extends(&id, 12, &kept).is_ok());
        assert!(sworn.extends(&id, 9, &kept).is_ok());
        // Too short to tell.
        assert!(sworn.extends(&id, 8, &kept).is_err());
        sworn.add(&id, 9, &[9; 32]);
        assert!(sworn.extends(&id, 12, &kept).is_err());
    }

    #[test]
    fn a_file_that_is_none_is_refused() {
        let line = |index: &str, hash: u8| {
            let (chain, hash) = (hex::encode(&[1; 32]), hex::encode(&[hash; 32]));
            format!("{{\"chain\":\"{chain}\",\"index\":\"{index}\",\"hash\":\"{hash}\"}}\n")
        };
        let read = |lines: &[String]| Sworn::read((heading() + &lines.concat()).as_bytes());
        let held = read(&[line("3", 1), line("4", 2)]).unwrap();
        assert_eq!(held.newest(&[1; 32]), Some((4, &[2; 32])));
        for wrong in [
            vec![line("3", 1), line("3", 2)],
            vec![line("03", 1)],
            vec!["{}\n".into()],
            vec![line("3", 1).replace("chain", "chains")],
        ] {
            let error = read(&wrong).unwrap_err();
            assert_eq!(error.slug, slug::SKIP_STATE, "{wrong:?}");
        }
        // What was cut off does not count.
        let cut = heading() + &line("3", 1) + "{\"chain\":";
        let held = Sworn::read(cut.as_bytes()).unwrap();
        assert_eq!(held.whole_bytes as usize, cut.len() - 9);
        let other = super::super::state::heading();
        assert!(Sworn::read(other.as_bytes()).is_err());
    }
}
