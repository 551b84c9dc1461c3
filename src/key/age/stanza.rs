//! The key of a file, encrypted to a recipient: the types `X25519` of age's spec and `ssh-ed25519` of
//! its program (`agessh/agessh.go`).

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use super::header::{Stanza, bare, from_bare};
use super::{FileKey, Identity, Recipient, derived, not_sealed, wire};
use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::secret::{SecretBytes, random};
use crate::watch::{Step, Watch};

const X25519: &str = "X25519";
const SSH_ED25519: &str = "ssh-ed25519";

const X25519_INFO: &[u8] = b"age-encryption.org/v1/X25519";
const SSH_ED25519_INFO: &[u8] = b"age-encryption.org/v1/ssh-ed25519";

/// The shared bytes; zeros are refused.
fn agreed(key: &StaticSecret, peer: &[u8; 32]) -> Option<SecretBytes<32>> {
    let shared = key.diffie_hellman(&PublicKey::from(*peer));
    let shared = shared.was_contributory().then(|| shared.to_bytes());
    shared.map(Zeroizing::new)
}

/// The scalar by which the shared bytes of an Ed25519 key are bound to its form in `OpenSSH`.
fn tweak(wire: &[u8]) -> StaticSecret {
    StaticSecret::from(*derived(b"", wire, SSH_ED25519_INFO))
}

/// Four bytes by which a key of Ed25519 is known.
fn tag(wire: &[u8]) -> String {
    let digest: [u8; 32] = Sha256::digest(wire).into();
    bare(digest.get(..4).unwrap_or_default())
}

/// What a stanza's body is encrypted under: made of the shared bytes, the sender's point and the
/// recipient's.
fn wrap_key(
    shared: &SecretBytes<32>,
    share: &[u8; 32],
    own: &[u8; 32],
    info: &[u8],
) -> SecretBytes<32> {
    derived(shared.as_ref(), &[&share[..], own].concat(), info)
}

/// Every key encrypts once, so its nonce is zeros.
fn cipher(key: &SecretBytes<32>) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&(**key).into())
}

fn sealed(key: &SecretBytes<32>, file: &FileKey) -> Result<Vec<u8>> {
    let mut body = file.to_vec();
    let done = cipher(key).encrypt_in_place(&[0; 12].into(), b"", &mut body);
    done.map_err(|_| not_sealed("a body of 16 bytes", "another"))?;
    Ok(body)
}

fn opened(key: &SecretBytes<32>, body: &[u8]) -> Option<FileKey> {
    let mut body = Zeroizing::new(body.to_vec());
    cipher(key)
        .decrypt_in_place(&[0; 12].into(), b"", &mut *body)
        .ok()?;
    let key: [u8; 16] = body.as_slice().try_into().ok()?;
    Some(Zeroizing::new(key))
}

/// The stanza for a recipient.
pub(super) fn wrap(
    recipient: &Recipient,
    file: &FileKey,
    rng: &mut dyn CryptoRng,
    watch: &dyn Watch,
) -> Result<Stanza> {
    let once = StaticSecret::from(*random::<32>(rng));
    let share = PublicKey::from(&once).to_bytes();
    let weak = || {
        let found = "one that would share zeros with anybody";
        Error::new(slug::NO_AGREEMENT, "a recipient's key", found)
    };
    let (words, key) = match recipient {
        Recipient::X25519(own) => {
            let shared = agreed(&once, own).ok_or_else(weak)?;
            let key = wrap_key(&shared, &share, own, X25519_INFO);
            narrate(watch, own, &share, &shared, &key);
            (vec![X25519.into(), bare(&share)], key)
        }
        Recipient::Ed25519(own) => {
            let wire = wire(own)?;
            let montgomery = own.to_montgomery().to_bytes();
            let shared = agreed(&once, &montgomery).ok_or_else(weak)?;
            let shared = agreed(&tweak(&wire), &shared).ok_or_else(weak)?;
            let key = wrap_key(&shared, &share, &montgomery, SSH_ED25519_INFO);
            narrate(watch, &montgomery, &share, &shared, &key);
            (vec![SSH_ED25519.into(), tag(&wire), bare(&share)], key)
        }
    };
    let body = sealed(&key, file)?;
    Ok(Stanza { words, body })
}

fn narrate(
    watch: &dyn Watch,
    own: &[u8; 32],
    share: &[u8; 32],
    shared: &SecretBytes<32>,
    key: &SecretBytes<32>,
) {
    if !watch.narrates() {
        return;
    }
    let why = "a key that is used once and the recipient's agree on a secret; HKDF makes of it what \
               encrypts the file's key";
    let step = Step::new("recipient", why)
        .value("public key", hex::encode(own))
        .value("share", hex::encode(share));
    let step = step.secret(watch, "shared", hex::encode(shared.as_ref()));
    watch.step(&step.secret(watch, "wrap key", hex::encode(key.as_ref())));
}

/// The file's key, where this stanza is for `identity`. A stanza of a known type that is malformed
/// makes the whole header so.
pub(super) fn unwrap(stanza: &Stanza, identity: &Identity) -> Result<Option<FileKey>> {
    let malformed = || not_sealed(format!("a stanza of {}", stanza.kind()), "a malformed one");
    let words: Vec<&str> = stanza.words.iter().map(String::as_str).collect();
    let (share, tagged) = match words.as_slice() {
        [X25519, share] => (*share, None),
        [SSH_ED25519, tag, share] => (*share, Some(*tag)),
        [X25519 | SSH_ED25519, ..] => return Err(malformed()),
        _ => return Ok(None),
    };
    let share: [u8; 32] = from_bare(share)?.try_into().map_err(|_| malformed())?;
    if stanza.body.len() != 32 {
        return Err(malformed());
    }
    match (identity, tagged) {
        (Identity::X25519(key), None) => {
            let shared = agreed(key, &share).ok_or_else(malformed)?;
            let own = PublicKey::from(key).to_bytes();
            let key = wrap_key(&shared, &share, &own, X25519_INFO);
            Ok(opened(&key, &stanza.body))
        }
        (Identity::Ed25519(key), Some(tagged)) => {
            let wire = wire(&key.verifying_key())?;
            if tag(&wire) != tagged {
                return Ok(None);
            }
            let scalar = StaticSecret::from(key.to_scalar_bytes());
            let own = key.verifying_key().to_montgomery().to_bytes();
            let shared = agreed(&scalar, &share).ok_or_else(malformed)?;
            let shared = agreed(&tweak(&wire), &shared).ok_or_else(malformed)?;
            let key = wrap_key(&shared, &share, &own, SSH_ED25519_INFO);
            Ok(opened(&key, &stanza.body))
        }
        _ => Ok(None),
    }
}
