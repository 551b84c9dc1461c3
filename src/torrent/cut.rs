//! A torrent's bytes cut in pieces, and the parts of files that each piece is made of.

use std::ops::Range;

use super::info::{Info, PieceLength, Versions};

/// A file with content, at its place among all bytes of the torrent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    /// Its number among the files, pads left out.
    pub(super) file: usize,
    /// Its first byte's place.
    pub(super) at: u64,
    pub(super) length: u64,
}

/// What a piece takes from one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) file: usize,
    /// Where it begins, counted from the piece's first byte.
    pub(super) at: u64,
    /// Where it begins in the file.
    pub(super) from: u64,
    pub(super) length: u64,
    /// Whether the file ends with it.
    pub(super) ends: bool,
}

/// Files in a row, cut in pieces. What lies between the files is zeros (BEP 47).
#[derive(Clone, Debug)]
pub(super) struct Cut {
    extents: Vec<Extent>,
    piece: PieceLength,
    versions: Versions,
    span: u64,
}

impl Cut {
    /// The pieces of a torrent.
    pub(super) fn of(info: &Info) -> Self {
        let extent = |(file, one): (usize, &super::File)| Extent {
            file,
            at: one.offset(),
            length: one.length(),
        };
        let mut extents: Vec<_> = info.files().enumerate().map(extent).collect();
        extents.retain(|extent| extent.length > 0);
        Self {
            extents,
            piece: info.piece(),
            versions: info.versions(),
            span: info.span(),
        }
    }

    /// Files of these lengths, each at the beginning of a piece where they are `aligned`. The last
    /// piece is filled up where a version 1 list has a pad at its end.
    pub(super) fn new(
        lengths: &[u64],
        piece: PieceLength,
        versions: Versions,
        aligned: bool,
    ) -> Self {
        let mut extents = Vec::with_capacity(lengths.len());
        let mut at = 0_u64;
        for (file, &length) in lengths.iter().enumerate() {
            if length > 0 {
                extents.push(Extent { file, at, length });
            }
            at += length;
            let more = file + 1 < lengths.len();
            if aligned && (more || lengths.len() > 1 && versions.has_v1()) {
                at = at.next_multiple_of(piece.bytes());
            }
        }
        let last = extents.last().map_or(0, |last| last.at + last.length);
        let span = if aligned && versions.has_v1() && lengths.len() > 1 {
            last.next_multiple_of(piece.bytes())
        } else {
            last
        };
        Self {
            extents,
            piece,
            versions,
            span,
        }
    }

    pub(super) fn piece(&self) -> PieceLength {
        self.piece
    }

    pub(super) fn versions(&self) -> Versions {
        self.versions
    }

    pub(super) fn extents(&self) -> &[Extent] {
        &self.extents
    }

    /// How many pieces there are.
    pub(super) fn count(&self) -> u64 {
        self.span.div_ceil(self.piece.bytes())
    }

    /// The bytes of a piece among all bytes.
    pub(super) fn range(&self, piece: u64) -> Range<u64> {
        let start = piece * self.piece.bytes();
        start..self.span.min(start + self.piece.bytes())
    }

    /// The pieces that hold a byte of an extent.
    pub(super) fn pieces_of(&self, extent: &Extent) -> Range<u64> {
        let first = extent.at / self.piece.bytes();
        first..(extent.at + extent.length).div_ceil(self.piece.bytes())
    }

    /// The parts of a piece, in order.
    pub(super) fn parts(&self, piece: u64) -> impl Iterator<Item = Part> {
        let range = self.range(piece);
        let first = self
            .extents
            .partition_point(|extent| extent.at + extent.length <= range.start);
        let rest = self.extents.get(first..).unwrap_or_default();
        let end = range.end;
        rest.iter()
            .take_while(move |extent| extent.at < end)
            .map(move |extent| {
                let start = extent.at.max(range.start);
                let stop = (extent.at + extent.length).min(range.end);
                Part {
                    file: extent.file,
                    at: start - range.start,
                    from: start - extent.at,
                    length: stop - start,
                    ends: stop == extent.at + extent.length,
                }
            })
    }

    /// Bytes of files in a piece up to the end of the last of them; zeros between counted, those
    /// behind left out.
    pub(super) fn filled(&self, piece: u64) -> u64 {
        self.parts(piece)
            .last()
            .map_or(0, |part| part.at + part.length)
    }

    /// Whether a piece holds all of its file: then its node is the file's root (version 2).
    pub(super) fn whole_file(&self, piece: u64) -> bool {
        let mut parts = self.parts(piece);
        parts.next().is_some_and(|part| part.from == 0 && part.ends)
    }

    /// The pieces in runs that are hashed in one call: as many as the lanes of the widest kernel,
    /// and more as long as they are short.
    pub(super) fn runs(&self) -> impl Iterator<Item = Range<u64>> {
        const LANES: u64 = 16;
        const ENOUGH: u64 = 1 << 20;
        const MOST: u64 = 128;
        let count = self.count();
        let lanes = if self.versions.has_v1() { LANES } else { 1 };
        let mut next = 0;
        std::iter::from_fn(move || {
            let start = next;
            let mut bytes = 0;
            while next < count && next - start < MOST {
                let n = next - start;
                if bytes >= ENOUGH && n.is_multiple_of(lanes) {
                    break;
                }
                bytes += self.filled(next);
                next += 1;
            }
            (next > start).then_some(start..next)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(cut: &Cut, piece: u64) -> Vec<(usize, u64, u64, u64)> {
        cut.parts(piece)
            .map(|part| (part.file, part.at, part.from, part.length))
            .collect()
    }

    #[test]
    fn v1_pieces_span_files() {
        let piece = PieceLength::v1(10).unwrap();
        let cut = Cut::new(&[4, 0, 3, 20], piece, Versions::V1, false);
        assert_eq!(cut.count(), 3);
        assert_eq!(parts(&cut, 0), [(0, 0, 0, 4), (2, 4, 0, 3), (3, 7, 0, 3)]);
        assert_eq!(parts(&cut, 2), [(3, 0, 13, 7)]);
        assert_eq!((cut.range(2), cut.filled(2)), (20..27, 7));
    }

    #[test]
    fn aligned_files_begin_pieces() {
        let piece = PieceLength::v2(16384).unwrap();
        let cut = Cut::new(&[100, 0, 16384], piece, Versions::Hybrid, true);
        assert_eq!(
            (cut.count(), cut.filled(0), cut.range(0)),
            (2, 100, 0..16384)
        );
        assert_eq!(parts(&cut, 1), [(2, 0, 0, 16384)]);
        let tail = Cut::new(&[16384, 100], piece, Versions::Hybrid, true);
        assert_eq!(tail.range(1), 16384..32768);
        let alone = Cut::new(&[100], piece, Versions::Hybrid, true);
        assert_eq!(alone.range(0), 0..100);
        let v2 = Cut::new(&[16384, 100], piece, Versions::V2, true);
        assert_eq!(v2.range(1), 16384..16484);
    }

    #[test]
    fn runs_hold_every_piece_once() {
        let piece = PieceLength::v2(1 << 18).unwrap();
        for versions in [Versions::V1, Versions::V2, Versions::Hybrid] {
            let cut = Cut::new(&vec![4096; 1000], piece, versions, versions.has_v2());
            let runs: Vec<_> = cut.runs().collect();
            assert!(runs.iter().cloned().flatten().eq(0..cut.count()));
            let full = |run: &Range<u64>| run.end - run.start >= 16 || run.end == cut.count();
            assert!(runs.iter().all(full) || versions == Versions::V2);
        }
    }
}
