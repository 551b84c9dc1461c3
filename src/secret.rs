//! Secrets: bytes that are wiped when they are done with, that can't be printed, and that are
//! compared in constant time.

use rand_core::CryptoRng;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Secret bytes of any length: a passphrase, the text of a key file. There is no `Debug` and no
/// `Serialize`, so that no log and no report can hold them.
///
/// ```
/// use decent::secret::Secret;
/// let one = Secret::from(b"correct horse".to_vec());
/// assert!(one == Secret::from(b"correct horse".to_vec()));
/// assert!(one != Secret::from(b"correct mouse".to_vec()));
/// assert_eq!(one.bytes().len(), 13);
/// ```
#[derive(Clone, Default, Zeroize, ZeroizeOnDrop)]
pub struct Secret(Vec<u8>);

impl Secret {
    /// The bytes themselves.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Nothing yet, with room for `most` bytes. Whoever fills it stays within them: a vector that
    /// grows leaves its old bytes behind.
    pub fn with_room(most: usize) -> Self {
        Self(Vec::with_capacity(most))
    }

    /// Puts `bytes` behind those that are there. Where they don't fit they are moved to a larger
    /// place, and the old one is wiped.
    pub fn push(&mut self, bytes: &[u8]) {
        if self.0.len() + bytes.len() > self.0.capacity() {
            let room = (self.0.len() + bytes.len()).next_power_of_two();
            let mut larger = Vec::with_capacity(room);
            larger.extend_from_slice(&self.0);
            self.0.zeroize();
            self.0 = larger;
        }
        self.0.extend_from_slice(bytes);
    }

    /// The same without white space at its ends: blanks, tabs, line ends.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        Self(self.0.trim_ascii().to_vec())
    }

    /// The same without the end of its line, if there is one.
    #[must_use]
    pub fn line(&self) -> Self {
        let line = self.0.split(|byte| *byte == b'\n').next();
        let line = line.unwrap_or_default();
        Self(line.strip_suffix(b"\r").unwrap_or(line).to_vec())
    }
}

impl From<Vec<u8>> for Secret {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Secret {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text.into_bytes())
    }
}

impl PartialEq for Secret {
    /// Takes as long for any two secrets of one length.
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for Secret {}

/// A secret of `N` bytes: a seed, a scalar, a key of a cipher. Wiped when it goes, like [`Secret`].
pub type SecretBytes<const N: usize> = Zeroizing<[u8; N]>;

/// `N` random bytes.
pub fn random<const N: usize>(rng: &mut dyn CryptoRng) -> SecretBytes<N> {
    let mut bytes = Zeroizing::new([0; N]);
    rng.fill_bytes(bytes.as_mut());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wiped_on_drop<T: ZeroizeOnDrop>() {}

    #[test]
    fn every_kind_of_secret_is_wiped() {
        wiped_on_drop::<Secret>();
        wiped_on_drop::<SecretBytes<32>>();
        wiped_on_drop::<ed25519_dalek::SigningKey>();
        wiped_on_drop::<k256::SecretKey>();
        wiped_on_drop::<x25519_dalek::StaticSecret>();
    }

    #[test]
    fn a_secret_grows_without_leaving_bytes_behind() {
        let mut secret = Secret::with_room(2);
        secret.push(b"ab");
        secret.push(b"cde");
        assert_eq!(secret.bytes(), b"abcde");
        let mut bytes = secret.clone();
        bytes.zeroize();
        assert!(bytes.bytes().is_empty());
    }

    #[test]
    fn lines_and_blanks() {
        let secret = Secret::from(b"  pass word\r\nmore\n".to_vec());
        assert_eq!(secret.line().bytes(), b"  pass word");
        assert_eq!(secret.trimmed().bytes(), b"pass word\r\nmore");
    }
}
