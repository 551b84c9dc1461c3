//! Many headers in a stream, raw or in hex, hashed in batches by all cores while they are read.
//!
//! Raw headers stand one behind the other, 80 bytes each. In hex they are 160 digits each, with
//! lines ending between headers only. The first bytes tell which: no version and previous hash of
//! raw headers are hex digits throughout.

use std::io::Read;

use super::header::{BYTES, Raw, hashes};
use crate::error::{Error, Place, Result, slug};
use crate::feed::{self, Cut, Input, Reader};
use crate::hash::{Engine, Hash256};
use crate::watch::Watch;

/// Headers a window.
const WINDOW: usize = 4096;
/// Bytes of hex text that are read at once.
const TEXT: usize = 64 << 10;

/// Told of the headers from one number on, and their hashes.
pub type OnHeaders<'a> = &'a mut dyn FnMut(u64, &[Raw], &[Hash256]) -> Result<()>;

/// Tells `on` all headers of an input in order, with their hashes; returns how many there are.
/// Anonymous memory is bounded whatever their number.
///
/// ```
/// use decent::{block::stream, feed::Input, hash::Engine, watch::Deaf};
/// let text = format!("{}\n{}\n", "00".repeat(80), "11".repeat(80));
/// let mut versions = vec![];
/// let count = stream::each(Input::Stream(&mut text.as_bytes()), Engine::portable(), &Deaf,
///     &mut |_, raw, _| { versions.extend(raw.iter().map(|raw| raw[0])); Ok(()) });
/// assert_eq!((count, versions), (Ok(2), vec![0, 0x11]));
/// ```
pub fn each(input: Input<'_>, engine: Engine, watch: &dyn Watch, on: OnHeaders<'_>) -> Result<u64> {
    match input {
        Input::At(source, range) => {
            let mut start = [0; BYTES];
            let known = (range.end.saturating_sub(range.start)).min(BYTES as u64) as usize;
            let part = start.get_mut(..known).unwrap_or_default();
            source.read_at(range.start, part)?;
            if !is_hex(part) {
                return raw(Input::At(source, range), engine, watch, on);
            }
            let mut digits = Digits::new(Reader::new(source, range));
            raw(Input::Stream(&mut digits), engine, watch, on)
        }
        Input::Stream(stream) => {
            let mut start = [0; BYTES];
            let came = feed::fill(stream, &mut start)?;
            let part = start.get(..came).unwrap_or_default();
            let mut whole = part.chain(stream);
            if !is_hex(part) {
                return raw(Input::Stream(&mut whole), engine, watch, on);
            }
            raw(Input::Stream(&mut Digits::new(whole)), engine, watch, on)
        }
    }
}

/// Whether text, not raw headers, begins so.
pub fn is_hex(start: &[u8]) -> bool {
    let text = |byte: &u8| byte.is_ascii_hexdigit() || byte.is_ascii_whitespace();
    start.iter().all(text) && start.iter().any(u8::is_ascii_hexdigit)
}

fn raw(input: Input<'_>, engine: Engine, watch: &dyn Watch, on: OnHeaders<'_>) -> Result<u64> {
    let window = (WINDOW * BYTES)
        .try_into()
        .unwrap_or(std::num::NonZeroUsize::MIN);
    let cut = Cut {
        window,
        threads: engine.threads(),
    };
    let work = |_, bytes: &[u8]| {
        let (headers, _) = bytes.as_chunks::<BYTES>();
        let mut found = vec![[0; 32]; headers.len()];
        hashes(engine, headers, &mut found);
        Ok(found)
    };
    let start = match &input {
        Input::At(_, range) => range.start,
        Input::Stream(_) => 0,
    };
    let total = feed::run(input, cut, watch, work, |offset, bytes, hashes| {
        let number = (offset - start) / BYTES as u64;
        let (headers, rest) = bytes.as_chunks::<BYTES>();
        on(number, headers, &hashes)?;
        if rest.is_empty() {
            return Ok(());
        }
        let found = format!("{} bytes", rest.len());
        let place = Place::Item("header", number + headers.len() as u64);
        Err(Error::new(slug::HEADER, "the 80 bytes of a header", found).at(place))
    })?;
    Ok(total / BYTES as u64)
}

/// Reads the bytes that hex text stands for.
struct Digits<R> {
    text: R,
    buffer: Vec<u8>,
    /// What of the buffer is still to be read.
    at: usize,
    /// The first digit of a byte whose second is still to come.
    half: Option<u8>,
    /// Digits of a header so far.
    taken: usize,
    line: u64,
    column: u64,
    /// What was wrong, told once all before it is given out.
    failed: Option<Error>,
}

impl<R: Read> Digits<R> {
    fn new(text: R) -> Self {
        Self {
            text,
            buffer: Vec::new(),
            at: 0,
            half: None,
            taken: 0,
            line: 1,
            column: 0,
            failed: None,
        }
    }

    /// Takes one letter; a byte where one is complete.
    fn take(&mut self, letter: u8) -> Result<Option<u8>> {
        self.column += 1;
        let place = Place::Column(self.line, self.column);
        let digit = match letter {
            b'0'..=b'9' => letter - b'0',
            b'a'..=b'f' => letter - b'a' + 10,
            b'A'..=b'F' => letter - b'A' + 10,
            b' ' | b'\t' | b'\r' | b'\n' => {
                if self.taken != 0 {
                    return Err(self.cut_short().at(place));
                }
                if letter == b'\n' {
                    (self.line, self.column) = (self.line + 1, 0);
                }
                return Ok(None);
            }
            _ => {
                let found = format!("{:?}", char::from(letter));
                return Err(Error::new(slug::NOT_HEX, "a hex digit", found).at(place));
            }
        };
        self.taken = (self.taken + 1) % (2 * BYTES);
        if let Some(high) = self.half.take() {
            return Ok(Some(high << 4 | digit));
        }
        self.half = Some(digit);
        Ok(None)
    }

    fn cut_short(&self) -> Error {
        let found = format!("{} of them", self.taken);
        Error::new(slug::HEADER, "160 hex digits a header", found)
    }
}

impl<R: Read> Read for Digits<R> {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        let mut filled = 0;
        for place in bytes {
            let byte = loop {
                if let Some(error) = self.failed.take() {
                    if filled == 0 {
                        return Err(std::io::Error::other(error));
                    }
                    self.failed = Some(error);
                    return Ok(filled);
                }
                let Some(letter) = self.buffer.get(self.at).copied() else {
                    if filled > 0 {
                        return Ok(filled);
                    }
                    self.buffer.resize(TEXT, 0);
                    let came = self.text.read(&mut self.buffer)?;
                    self.buffer.truncate(came);
                    self.at = 0;
                    if came > 0 {
                        continue;
                    }
                    if self.taken != 0 {
                        let place = Place::Column(self.line, self.column + 1);
                        return Err(std::io::Error::other(self.cut_short().at(place)));
                    }
                    return Ok(0);
                };
                self.at += 1;
                match self.take(letter) {
                    Ok(Some(byte)) => break byte,
                    Ok(None) => {}
                    Err(error) => self.failed = Some(error),
                }
            };
            *place = byte;
            filled += 1;
        }
        Ok(filled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::header::Header;
    use crate::codec::hex;
    use crate::source::Source;
    use crate::watch::Deaf;

    fn all(bytes: &[u8]) -> Result<Vec<Raw>> {
        let mut found = Vec::new();
        let source = Source::from_bytes(bytes);
        let mut take = |first: u64, headers: &[Raw], hashes: &[Hash256]| {
            assert_eq!(first, found.len() as u64);
            for (header, hash) in headers.iter().zip(hashes) {
                assert_eq!(Header(*header).hash(), *hash);
            }
            found.extend_from_slice(headers);
            Ok(())
        };
        let count = each(Input::all(&source), Engine::detect(), &Deaf, &mut take);
        if let Ok(count) = count {
            assert_eq!(count, found.len() as u64);
        }
        let mut again = Vec::new();
        let mut stream = bytes;
        let mut take = |_: u64, headers: &[Raw], _: &[Hash256]| {
            again.extend_from_slice(headers);
            Ok(())
        };
        let streamed = each(
            Input::Stream(&mut stream),
            Engine::detect(),
            &Deaf,
            &mut take,
        );
        assert_eq!(count, streamed);
        assert_eq!(found, again);
        count.map(|_| found)
    }

    fn some(count: usize) -> Vec<Raw> {
        let header = |n: usize| std::array::from_fn(|at| (n * 31 + at * 7) as u8);
        (0..count).map(header).collect()
    }

    #[test]
    fn every_form_gives_the_same() {
        for count in [1, 2, 409, 410, 4096, 4097, 9000] {
            let headers = some(count);
            assert_eq!(all(headers.as_flattened()).unwrap(), headers);
            let lines: Vec<_> = headers.iter().map(|raw| hex::encode(raw)).collect();
            for between in ["", "\n", "\r\n", "\n\n"] {
                let text = lines.join(between).to_uppercase() + between;
                assert_eq!(all(text.as_bytes()).unwrap(), headers, "{between:?}");
            }
        }
        assert_eq!(all(b"").unwrap(), Vec::<Raw>::new());
    }

    #[test]
    fn what_is_wrong_is_named_by_its_place() {
        let headers = some(3);
        let raw = headers.as_flattened();
        let error = all(&raw[..239]).unwrap_err();
        assert_eq!(
            (error.slug, error.place),
            (slug::HEADER, Place::Item("header", 2))
        );
        let text = hex::encode(raw);
        let error = all(&text.as_bytes()[..161]).unwrap_err();
        assert_eq!(
            (error.slug, error.place),
            (slug::HEADER, Place::Column(1, 162))
        );
        let error = all(format!("{}\n{}", &text[..160], &text[160..300]).as_bytes()).unwrap_err();
        assert_eq!(
            (error.slug, error.place),
            (slug::HEADER, Place::Column(2, 141))
        );
        let error = all(format!("{}\n{}x", &text[..160], &text[160..300]).as_bytes()).unwrap_err();
        assert_eq!(
            (error.slug, error.place),
            (slug::NOT_HEX, Place::Column(2, 141))
        );
        let error = all(format!("{}\n{}", &text[..80], &text[80..160]).as_bytes()).unwrap_err();
        assert_eq!(
            (error.slug, error.place),
            (slug::HEADER, Place::Column(1, 81))
        );
    }
}
