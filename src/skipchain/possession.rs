//! BLS12-381 keys of rosters, with public keys in G2 and signatures in G1, and the proof that whoever
//! brings a key has its secret (draft-irtf-cfrg-bls-signature section 3.3): without it a key made of
//! others' keys could sign for all of them. `KEY.pub` of such a key holds key and proof as a second
//! block of PEM, behind the key in G1.

use crate::bls::{self, G1, G2, Group as _, Scalar};
use crate::codec::pem;
use crate::error::{Error, Result, slug};
use crate::key::{PublicKey, SecretKey};
use crate::secret::Secret;

/// The domain of signatures, draft-irtf-cfrg-bls-signature section 4.2.3, of the smaller signatures.
pub(super) const SIGNATURES: &[u8] = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_POP_";
/// The domain of proofs of possession.
pub(super) const POSSESSION: &[u8] = b"BLS_POP_BLS12381G1_XMD:SHA-256_SSWU_RO_POP_";
/// What the block of PEM says that it is.
const LABEL: &str = "BLS12-381 POSSESSION";
/// Bytes of a key.
pub const KEY_BYTES: usize = 96;
/// Bytes of a signature, and of a proof of possession.
pub const SIGNATURE_BYTES: usize = 48;

/// A key in G2 with its proof of possession, which is not verified yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Possession {
    pub(super) key: G2,
    pub(super) proof: G1,
}

impl Possession {
    /// That of a secret key.
    pub fn prove(secret: &Scalar) -> Self {
        let key = G2::public_key(secret);
        let proof = G1::hash(&key.to_bytes(), POSSESSION).times(secret);
        Self { key, proof }
    }

    /// From 96 and 48 bytes: points in their groups, not infinity.
    pub fn decode(key: &[u8], proof: &[u8]) -> Result<Self> {
        Ok(Self {
            key: bls::decode_in_group(key, "key")?,
            proof: bls::decode_in_group(proof, "proof of possession")?,
        })
    }

    /// The key's 96 bytes.
    pub fn key(&self) -> Vec<u8> {
        self.key.to_bytes()
    }

    /// The proof's 48 bytes.
    pub fn proof(&self) -> Vec<u8> {
        self.proof.to_bytes()
    }

    /// Whether the proof holds.
    pub fn holds(&self) -> bool {
        let point = G1::hash(&self.key(), POSSESSION);
        bls::verify(&self.proof, &point, &self.key)
    }
}

/// What stands behind the public key in `KEY.pub`, where the key is one of BLS12-381.
///
/// ```
/// use decent::coins::Coins;
/// use decent::key::{Kind, SecretKey};
/// use decent::skipchain::possession;
/// let key = SecretKey::generate(Kind::Bls12381, &mut Coins::new(&[7; 32])).unwrap();
/// let block = possession::block(&key).unwrap();
/// assert!(block.starts_with("-----BEGIN BLS12-381 POSSESSION-----\n"));
/// ```
pub fn block(key: &SecretKey) -> Option<String> {
    let SecretKey::Bls12381(secret) = key else {
        return None;
    };
    let made = Possession::prove(secret);
    let text = pem::encode(LABEL, &[made.key(), made.proof()].concat());
    String::from_utf8(text.bytes().to_vec()).ok()
}

/// Key and proof out of the text of `KEY.pub`, whose first block holds `public`: both are of one secret,
/// and the proof holds.
pub fn read(text: &[u8], public: &PublicKey) -> Result<Possession> {
    let wrong = |found: &'static str| {
        let wanted = "a proof of possession behind a key of BLS12-381";
        Error::new(slug::SKIP_ROSTER, wanted, found)
    };
    let PublicKey::Bls12381(small) = public else {
        return Err(wrong("a key of another kind"));
    };
    let block = pem::decode("PUBLIC KEY", &Secret::from(text));
    let block = block.map_err(|_| wrong("none"))?;
    let (key, proof) = block
        .bytes
        .bytes()
        .split_at_checked(KEY_BYTES)
        .ok_or_else(|| wrong("too few bytes"))?;
    if block.label != LABEL {
        return Err(wrong("another block"));
    }
    let made = Possession::decode(key, proof)?;
    // e(small, generator) = e(generator, key): one secret behind both.
    if !bls::verify(small, &G1::generator(), &made.key) {
        return Err(wrong("one of another key"));
    }
    if !made.holds() {
        return Err(wrong("one that does not hold"));
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coins::Coins;
    use crate::key::form::{Beside, Form, write_public};
    use crate::key::{Kind, PublicKey};

    fn pair(seed: u8) -> (SecretKey, String) {
        let key = SecretKey::generate(Kind::Bls12381, &mut Coins::new(&[seed; 32])).unwrap();
        let text = write_public(&key.public(), Form::Pem, Beside::default()).unwrap();
        (key.clone(), text + &block(&key).unwrap())
    }

    #[test]
    fn a_public_key_file_holds_both() {
        let (key, text) = pair(1);
        let public = PublicKey::read(text.as_bytes(), None).unwrap().key;
        assert_eq!(public, key.public());
        let made = read(text.as_bytes(), &public).unwrap();
        assert!(made.holds());
        let (other, _) = pair(2);
        assert!(read(text.as_bytes(), &other.public()).is_err());
        let (first, _) = text.split_once("-----BEGIN BLS").unwrap();
        assert!(read(first.as_bytes(), &public).is_err());
    }

    /// A key that is made of others' keys has no proof.
    #[test]
    fn a_rogue_key_does_not_hold() {
        let (SecretKey::Bls12381(one), SecretKey::Bls12381(two)) = (pair(1).0, pair(2).0) else {
            panic!("keys of BLS12-381");
        };
        let (one, two) = (Possession::prove(&one), Possession::prove(&two));
        let mut sum = G2::nothing();
        two.key.add_to(&mut sum);
        one.key.negated().add_to(&mut sum);
        let rogue = Possession {
            key: G2::settled(&sum),
            proof: two.proof,
        };
        assert!(two.holds() && !rogue.holds());
    }
}
