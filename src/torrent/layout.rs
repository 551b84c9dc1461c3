//! Where files stand among a torrent's bytes: one behind the other, with pads between them where
//! each is to begin a piece.

use super::info::PieceLength;

/// An entry of the version 1 list: one of the files, or a pad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The file of that number in the order that was given.
    File(usize),
    /// So many zeros.
    Pad(u64),
}

/// The version 1 list of files of these lengths, with a pad behind every file that does not end a
/// piece: before any empty file that follows it, and behind the last one too where the list has
/// more than one entry. This is what the creator of BEP 52 and libtorrent write.
///
/// ```
/// use decent::torrent::{Entry, PieceLength, entries};
/// let piece = PieceLength::v2(16384).unwrap();
/// let list = entries(&[100, 0, 16384], piece);
/// assert_eq!(list, [Entry::File(0), Entry::Pad(16284), Entry::File(1), Entry::File(2)]);
/// assert_eq!(entries(&[100], piece), [Entry::File(0)]);
/// ```
pub fn entries(lengths: &[u64], piece: PieceLength) -> Vec<Entry> {
    let mut list = Vec::with_capacity(lengths.len() * 2);
    for (number, length) in lengths.iter().enumerate() {
        list.push(Entry::File(number));
        let rest = length % piece.bytes();
        let last = number + 1 == lengths.len();
        if rest > 0 && !(last && list.len() == 1) {
            list.push(Entry::Pad(piece.bytes() - rest));
        }
    }
    list
}
