//! What is signed, which follows from the format that the signature is to have, and the file that the
//! signatures become in the end.

use std::num::NonZeroUsize;

use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::feed::{self, Cut, Input};
use crate::group::{Curve, Ed25519, Group};
use crate::key::PublicKey;
use crate::key::openssh::to_wire;
use crate::sig::Format;
use crate::sig::comments::{Commented, Over, Trusted};
use crate::sig::digest::{Hash, Need, digests};
use crate::sig::sshsig::SshSig;
use crate::watch::{Step, Watch};

use super::{LARGEST_MESSAGE, Roster};

/// The first line of minisign's and signify's files, which is not signed.
const UNTRUSTED: &[u8] = b"signature from decent";

/// What is signed of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The bytes that the members sign.
    pub bytes: Vec<u8>,
    /// The SHA-256 of the file, for people to compare: 32 bytes.
    pub sha256: Vec<u8>,
}

/// A signature that is to be made. All who sign must be told the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    format: Format,
    namespace: Option<String>,
}

impl Order {
    /// In one of minisign, signify, sshsig and raw; only SSHSIG's signatures are for a namespace.
    pub fn new(format: Format, namespace: Option<String>) -> Result<Self> {
        let unfit = |wanted: &'static str, found: &str| {
            Err(Error::new(slug::OUT_OF_RANGE, wanted, found.to_owned()))
        };
        if matches!(format, Format::Der | Format::Bip340) {
            let wanted = "a format of ed25519: minisign, signify, sshsig or raw";
            return unfit(wanted, format.name());
        }
        match (&namespace, format) {
            (None, Format::SshSig) => return unfit("a namespace for sshsig", "none"),
            (Some(name), Format::SshSig) if name.is_empty() => {
                return unfit("a namespace of one letter or more", "none");
            }
            (Some(_), other) if other != Format::SshSig => {
                return unfit("no namespace, which is for sshsig alone", other.name());
            }
            _ => {}
        }
        Ok(Self { format, namespace })
    }

    /// The format.
    pub fn format(&self) -> Format {
        self.format
    }

    /// What SSHSIG's signature is for.
    pub fn namespace(&self) -> Option<&str> {
        self.namespace.as_deref()
    }

    /// Whether a second signature belongs to the file, over the first and a comment.
    pub fn has_second(&self) -> bool {
        self.format == Format::Minisign
    }

    /// The bytes that the members sign for a file: its BLAKE2b-512 for minisign, SSHSIG's blob with its
    /// SHA-512, else the bytes themselves, at most [`LARGEST_MESSAGE`] of them.
    ///
    /// ```
    /// use decent::{feed::Input, frost::Order, sig::Format, source::Source, watch::Deaf};
    /// let file = Source::from_bytes(b"hello");
    /// let message = |format| {
    ///     let order = Order::new(format, None).unwrap();
    ///     order.message(Input::all(&file), &Deaf).unwrap().bytes
    /// };
    /// assert_eq!(message(Format::Raw), b"hello");
    /// assert_eq!(message(Format::Minisign).len(), 64);
    /// ```
    pub fn message(&self, input: Input<'_>, watch: &dyn Watch) -> Result<Message> {
        let hash = match self.format {
            Format::Minisign => Hash::Blake2b,
            Format::SshSig => Hash::Sha512,
            _ => {
                let bytes = whole(input, watch)?;
                let sha256 = Hash::Sha256.of(&bytes);
                return Ok(Message { bytes, sha256 });
            }
        };
        let needs = [Need::plain(hash), Need::plain(Hash::Sha256)];
        let (mut made, _) = digests(input, &needs, watch)?;
        let sha256 = made.pop().unwrap_or_default();
        let digest = made.pop().unwrap_or_default();
        let bytes = match self.namespace() {
            Some(namespace) => SshSig::signed(namespace.as_bytes(), hash, &digest),
            None => digest,
        };
        self.tell(&bytes, hash, watch);
        Ok(Message { bytes, sha256 })
    }

    fn tell(&self, bytes: &[u8], hash: Hash, watch: &dyn Watch) {
        if !watch.narrates() {
            return;
        }
        let spelled = hex::encode(bytes);
        let step = if self.namespace.is_none() {
            let why = "the hash of the file, which is what minisign signs";
            let step = Step::new("file", why).value(hash.name(), spelled);
            step.check(hash.shell())
        } else {
            let why = "the namespace and the hash of the file, which is what ssh-keygen -Y signs";
            Step::new("file", why).value("signed", spelled)
        };
        watch.step(&step);
    }

    /// Whether a comment is one that minisign's file has room for, and of which a terminal shows all:
    /// of control characters there may be tabs alone, for people sign what they read.
    pub fn check_comment(comment: &str) -> Result<()> {
        if comment.contains(|c: char| c.is_control() && c != '\t') {
            let wanted = "a comment without control characters";
            return Err(Error::new(slug::OUT_OF_RANGE, wanted, "one that has some"));
        }
        let trusted = Trusted {
            comment: comment.as_bytes().to_vec(),
            signature: [0; 64],
        };
        commented([0; 8], [0; 64], Over::Blake2b, Some(trusted))
            .encode()
            .map(|_| ())
    }

    /// The comment that is signed where nobody gives one: it names the group, and who signs.
    pub fn usual_comment(group: &Group<Ed25519>, roster: &Roster) -> String {
        format!(
            "group:{}\tmembers:{}\thashed",
            group.short_name(),
            roster.named()
        )
    }

    /// The file of a signature under the group's key; `second` is the comment that is signed with it,
    /// and that signature.
    pub fn file(
        &self,
        key: &PublicKey,
        signature: [u8; 64],
        second: Option<(&str, [u8; 64])>,
    ) -> Result<Vec<u8>> {
        let trusted = second.map(|(comment, signature)| Trusted {
            comment: comment.as_bytes().to_vec(),
            signature,
        });
        match (self.format, &self.namespace) {
            (Format::Minisign, _) => {
                commented(key.number(), signature, Over::Blake2b, trusted).encode()
            }
            (Format::Signify, _) => commented(key.number(), signature, Over::Bytes, None).encode(),
            (_, Some(namespace)) => {
                let file = SshSig {
                    public_key: to_wire(key)?,
                    namespace: namespace.as_bytes().to_vec(),
                    hash: Hash::Sha512,
                    algorithm: b"ssh-ed25519".to_vec(),
                    signature: signature.to_vec(),
                };
                Ok(file.encode().into_bytes())
            }
            _ => Ok(signature.to_vec()),
        }
    }
}

impl std::fmt::Display for Order {
    /// `raw`, or `sshsig for "file"`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.namespace {
            Some(namespace) => write!(f, "{} for {namespace:?}", self.format.name()),
            None => f.write_str(self.format.name()),
        }
    }
}

/// The key that a group's signatures hold under.
pub fn public_key(group: &Group<Ed25519>) -> Result<PublicKey> {
    PublicKey::ed25519(&key_bytes(group))
}

/// The encoding of the group's public key.
pub(super) fn key_bytes(group: &Group<Ed25519>) -> [u8; 32] {
    point_bytes(&group.public_key())
}

/// The encoding of a point.
pub(super) fn point_bytes(point: &<Ed25519 as Curve>::Point) -> [u8; 32] {
    point.compress().to_bytes()
}

fn commented(
    key_number: [u8; 8],
    signature: [u8; 64],
    over: Over,
    trusted: Option<Trusted>,
) -> Commented {
    Commented {
        untrusted: UNTRUSTED.to_vec(),
        over,
        key_number,
        signature,
        trusted,
    }
}

/// All bytes of a message that is signed as it is.
fn whole(input: Input<'_>, watch: &dyn Watch) -> Result<Vec<u8>> {
    const WINDOW: NonZeroUsize = NonZeroUsize::new(1 << 20).expect("not zero");
    let cut = Cut {
        window: WINDOW,
        threads: NonZeroUsize::MIN,
    };
    let mut all = Vec::new();
    let collect = |_, bytes: &[u8], ()| {
        if (all.len() + bytes.len()) as u64 > LARGEST_MESSAGE {
            let wanted = format!("at most {LARGEST_MESSAGE} bytes to sign as they are");
            return Err(Error::new(slug::TOO_LARGE, wanted, "more"));
        }
        all.extend_from_slice(bytes);
        Ok(())
    };
    feed::run(input, cut, watch, |_, _| Ok(()), collect)?;
    Ok(all)
}
