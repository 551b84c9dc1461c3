//! SSHSIG, the signatures of `ssh-keygen -Y` (OpenSSH, PROTOCOL.sshsig): a blob in armour that
//! carries its public key, a namespace, and a signature over a hash of the message.

use crate::codec::base64;
use crate::error::{Error, Place, Result, slug};
use crate::sig::digest::Hash;

const BEGIN: &str = "-----BEGIN SSH SIGNATURE-----";
const END: &str = "-----END SSH SIGNATURE-----";
const MAGIC: &[u8] = b"SSHSIG";
/// Digits of base64 on a line of ours, as ssh-keygen has them.
const COLUMNS: usize = 70;

/// A signature of `ssh-keygen -Y sign`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SshSig {
    /// The public key as SSH writes it: its type, then its parts.
    pub public_key: Vec<u8>,
    /// What the signature is for: `file`, `git`, `email`. Never empty.
    pub namespace: Vec<u8>,
    /// By which the message is hashed before it is signed.
    pub hash: Hash,
    /// `ssh-ed25519`, `ecdsa-sha2-nistp256`, `rsa-sha2-512`.
    pub algorithm: Vec<u8>,
    /// What stands behind the algorithm, as SSH writes it.
    pub signature: Vec<u8>,
}

impl SshSig {
    /// The bytes that are signed: what the message's digest stands for, and in which namespace.
    pub fn signed(namespace: &[u8], hash: Hash, digest: &[u8]) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        for part in [namespace, b"", hash.name().as_bytes(), digest] {
            put(&mut bytes, part);
        }
        bytes
    }

    /// The armoured file.
    pub fn encode(&self) -> String {
        let mut blob = MAGIC.to_vec();
        blob.extend(1u32.to_be_bytes());
        let mut signature = Vec::new();
        put(&mut signature, &self.algorithm);
        put(&mut signature, &self.signature);
        let hash = self.hash.name().as_bytes();
        for part in [&*self.public_key, &self.namespace, b"", hash, &signature] {
            put(&mut blob, part);
        }
        let digits = base64::encode(&blob);
        let mut text = format!("{BEGIN}\n");
        let mut rest = digits.as_str();
        while let Some((line, after)) = rest.split_at_checked(COLUMNS) {
            text.push_str(line);
            text.push('\n');
            rest = after;
        }
        if !rest.is_empty() {
            text.push_str(rest);
            text.push('\n');
        }
        text + END + "\n"
    }

    /// Reads an armoured file, and nothing around it.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let text = std::str::from_utf8(bytes).map_err(|_| wrong("text", "other bytes".into()))?;
        let text = text.trim();
        let inner = text
            .strip_prefix(BEGIN)
            .ok_or_else(|| wrong(BEGIN, "another first line".into()))?;
        let inner = inner
            .strip_suffix(END)
            .ok_or_else(|| wrong(END, "another last line".into()))?;
        let digits: String = inner.split_ascii_whitespace().collect();
        let blob = base64::decode(&digits)
            .map_err(|error| wrong("base64 between the two lines", error.found.into_owned()))?;
        Self::decode_blob(&blob)
    }

    fn decode_blob(blob: &[u8]) -> Result<Self> {
        let rest = blob
            .strip_prefix(MAGIC)
            .ok_or_else(|| wrong("SSHSIG", "another start".into()))?;
        let mut parts = Parts {
            rest,
            at: MAGIC.len(),
        };
        let version = parts.number()?;
        if version != 1 {
            let error = Error::new(slug::UNKNOWN_VERSION, "version 1", version.to_string());
            return Err(error.at(Place::Byte(MAGIC.len() as u64)));
        }
        let public_key = parts.take()?.to_vec();
        let namespace = parts.take()?.to_vec();
        // Reserved for a later version, which may say something there; it is not signed.
        parts.take()?;
        let name = parts.take()?;
        let hash = [Hash::Sha256, Hash::Sha512]
            .into_iter()
            .find(|hash| hash.name().as_bytes() == name)
            .ok_or_else(|| wrong("sha256 or sha512", format!("{:?}", lossy(name))))?;
        let mut inner = Parts {
            at: parts.at + 4,
            rest: parts.take()?,
        };
        parts.end()?;
        let algorithm = inner.take()?.to_vec();
        let signature = inner.take()?.to_vec();
        inner.end()?;
        if namespace.is_empty() {
            return Err(wrong("a namespace", "an empty one".into()));
        }
        Ok(Self {
            public_key,
            namespace,
            hash,
            algorithm,
            signature,
        })
    }
}

/// The type that a public key as SSH writes it begins with.
pub fn key_type(public_key: &[u8]) -> Result<&[u8]> {
    let mut parts = Parts {
        rest: public_key,
        at: 0,
    };
    parts.take()
}

/// `r` and `s` of an ECDSA signature as SSH writes it: two positive whole numbers, the shortest way.
pub fn two_numbers(signature: &[u8]) -> Result<(Vec<u8>, Vec<u8>)> {
    let mut parts = Parts {
        rest: signature,
        at: 0,
    };
    let numbers = (parts.positive()?, parts.positive()?);
    parts.end()?;
    Ok(numbers)
}

/// Appends a string of SSH: its length in four bytes, then its bytes.
fn put(bytes: &mut Vec<u8>, part: &[u8]) {
    bytes.extend((part.len() as u32).to_be_bytes());
    bytes.extend(part);
}

/// Strings of SSH one by one.
struct Parts<'a> {
    rest: &'a [u8],
    at: usize,
}

impl<'a> Parts<'a> {
    fn number(&mut self) -> Result<u32> {
        let (four, rest) = self
            .rest
            .split_first_chunk::<4>()
            .ok_or_else(|| self.cut())?;
        self.rest = rest;
        self.at += 4;
        Ok(u32::from_be_bytes(*four))
    }

    fn take(&mut self) -> Result<&'a [u8]> {
        let len = self.number()? as usize;
        let (part, rest) = self.rest.split_at_checked(len).ok_or_else(|| self.cut())?;
        self.rest = rest;
        self.at += len;
        Ok(part)
    }

    fn positive(&mut self) -> Result<Vec<u8>> {
        let bytes = self.take()?;
        let (sign, number) = match bytes {
            [0, rest @ ..] => (rest.first().is_some_and(|b| *b >= 0x80), rest),
            [first, ..] => (*first < 0x80, bytes),
            [] => (false, bytes),
        };
        let number = sign.then(|| number.to_vec());
        number.ok_or_else(|| wrong("a positive number, the shortest way", "another".into()))
    }

    fn end(&self) -> Result<()> {
        if self.rest.is_empty() {
            return Ok(());
        }
        let found = format!("{} bytes more", self.rest.len());
        Err(wrong("the end", found).at(Place::Byte(self.at as u64)))
    }

    fn cut(&self) -> Error {
        let found = format!("{} bytes", self.rest.len());
        wrong("more bytes", found).at(Place::Byte(self.at as u64))
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).chars().take(40).collect()
}

fn wrong(wanted: &'static str, found: String) -> Error {
    Error::new(slug::SIGNATURE, wanted, found)
}
