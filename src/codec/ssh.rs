//! The strings and numbers of SSH, RFC 4251 section 5: four bytes of length, highest first, before
//! each string.

use crate::error::{Error, Place, Result, slug};
use crate::secret::Secret;

/// Reads values one behind the other; no length is believed that the bytes don't bear out.
///
/// ```
/// use decent::codec::ssh::{Reader, Writer};
/// let mut writer = Writer::default();
/// writer.string(b"ssh-ed25519").number(7);
/// let bytes = writer.done();
/// let mut reader = Reader::new(bytes.bytes());
/// assert_eq!(reader.string().unwrap(), b"ssh-ed25519");
/// assert_eq!(reader.number().unwrap(), 7);
/// reader.end().unwrap();
/// ```
pub struct Reader<'a> {
    rest: &'a [u8],
    at: u64,
}

impl<'a> Reader<'a> {
    /// A reader of `bytes` from their start.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, at: 0 }
    }

    /// The next `count` bytes as they are.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let Some((taken, rest)) = self.rest.split_at_checked(count) else {
            let wanted = format!("{count} bytes more");
            return Err(self.wrong(wanted, format!("{}", self.rest.len())));
        };
        self.rest = rest;
        self.at += count as u64;
        Ok(taken)
    }

    /// A number of four bytes.
    pub fn number(&mut self) -> Result<u32> {
        let bytes = self.take(4)?;
        Ok(bytes.iter().fold(0, |n, byte| n << 8 | u32::from(*byte)))
    }

    /// A string of bytes with its length before it.
    pub fn string(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        self.take(length as usize)
    }

    /// A positive number of any size (`mpint`), highest byte first, without zeros before it.
    pub fn integer(&mut self) -> Result<&'a [u8]> {
        let at = self.at;
        let bytes = self.string()?;
        let bare = match bytes {
            [0, rest @ ..] if rest.first().is_some_and(|high| *high >= 0x80) => rest,
            [high, ..] if (1..0x80).contains(high) => bytes,
            _ => {
                let error = Error::new(slug::SSH_WIRE, "a positive number", "another");
                return Err(error.at(Place::Byte(at)));
            }
        };
        Ok(bare)
    }

    /// All that is left.
    pub fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.rest)
    }

    /// Nothing may be left.
    pub fn end(&self) -> Result<()> {
        if self.rest.is_empty() {
            return Ok(());
        }
        Err(self.wrong("the end".into(), format!("{} bytes more", self.rest.len())))
    }

    fn wrong(&self, wanted: String, found: String) -> Error {
        Error::new(slug::SSH_WIRE, wanted, found).at(Place::Byte(self.at))
    }
}

/// Writes values one behind the other; they may be secret.
#[derive(Default)]
pub struct Writer(Secret);

impl Writer {
    /// Bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.push(bytes);
        self
    }

    /// A number of four bytes.
    pub fn number(&mut self, number: u32) -> &mut Self {
        self.raw(&number.to_be_bytes())
    }

    /// A string of bytes with its length before it.
    pub fn string(&mut self, bytes: &[u8]) -> &mut Self {
        self.number(bytes.len() as u32).raw(bytes)
    }

    /// A positive number of any size: a zero byte before it where its highest bit is set.
    pub fn integer(&mut self, bytes: &[u8]) -> &mut Self {
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        let bare = bytes.get(zeros..).unwrap_or_default();
        let high = bare.first().is_some_and(|byte| *byte >= 0x80);
        self.number((bare.len() + usize::from(high)) as u32);
        if high {
            self.raw(&[0]);
        }
        self.raw(bare)
    }

    /// All that was written.
    pub fn done(self) -> Secret {
        self.0
    }

    /// What was written so far.
    pub fn bytes(&self) -> &[u8] {
        self.0.bytes()
    }

    /// How many bytes were written.
    pub fn len(&self) -> usize {
        self.0.bytes().len()
    }

    /// Whether nothing was.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of RFC 4251 section 5.
    #[test]
    fn rfc_4251_integers() {
        for (bare, wire) in [
            (
                &[0x09, 0xa3, 0x78, 0xf9, 0xb2, 0xe3, 0x32, 0xa7][..],
                &[0, 0, 0, 8, 0x09, 0xa3, 0x78, 0xf9, 0xb2, 0xe3, 0x32, 0xa7][..],
            ),
            (&[0x80], &[0, 0, 0, 2, 0, 0x80]),
        ] {
            let mut writer = Writer::default();
            writer.integer(bare);
            assert_eq!(writer.done().bytes(), wire);
            assert_eq!(Reader::new(wire).integer().expect("positive"), bare);
        }
        assert!(Reader::new(&[0, 0, 0, 2, 0, 1]).integer().is_err());
        assert!(Reader::new(&[0, 0, 0, 1, 0x80]).integer().is_err());
    }

    #[test]
    fn lengths_are_not_believed() {
        for bytes in [&[][..], &[0, 0, 0], &[0, 0, 0, 2, 1], &[0xff; 8]] {
            assert!(Reader::new(bytes).string().is_err());
        }
        let mut reader = Reader::new(&[0, 0, 0, 0, 9]);
        assert_eq!(reader.string().expect("empty"), b"");
        assert!(reader.end().is_err());
    }
}
