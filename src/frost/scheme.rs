//! FROST(Ed25519, SHA-512) of RFC 9591 section 6.1, as the crate frost-ed25519 has it: the one file
//! that speaks to it. It brings a curve25519-dalek and a generator's interface of its own, so all goes
//! in and out as bytes: points of 32 bytes, scalars of 32 bytes, lowest first.

use std::collections::BTreeMap;

use frost_core::round1::Nonce;
use frost_ed25519::keys::{KeyPackage, PublicKeyPackage, SigningShare, VerifyingShare};
use frost_ed25519::round1::{NonceCommitment, SigningCommitments, SigningNonces};
use frost_ed25519::round2::SignatureShare;
use frost_ed25519::{
    CheaterDetection, Identifier, SigningPackage, VerifyingKey, rand_core, round1,
};
use rand_core_now::CryptoRng;
use zeroize::{Zeroize, Zeroizing};

use super::{Failed, Pair, Secrets, Session};
use crate::secret::SecretBytes;

use ::rand_core as rand_core_now;

type Theirs = frost_ed25519::Error;

/// Our generator under the interface that the crate asks for.
struct Coins<'a>(&'a mut dyn CryptoRng);

impl rand_core::RngCore for Coins<'_> {
    fn next_u32(&mut self) -> u32 {
        let mut bytes = [0; 4];
        self.0.fill_bytes(&mut bytes);
        u32::from_le_bytes(bytes)
    }

    fn next_u64(&mut self) -> u64 {
        let mut bytes = [0; 8];
        self.0.fill_bytes(&mut bytes);
        u64::from_le_bytes(bytes)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        self.0.fill_bytes(bytes);
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rand_core::Error> {
        self.0.fill_bytes(bytes);
        Ok(())
    }
}

impl rand_core::CryptoRng for Coins<'_> {}

/// A pair of nonces, each a hash of fresh randomness and the share: section 4.1.
pub(super) fn nonces(share: &SecretBytes<32>, rng: &mut dyn CryptoRng) -> Result<Secrets, Failed> {
    let mut share = SigningShare::deserialize(share.as_ref())?;
    let (made, _) = round1::commit(&share, &mut Coins(rng));
    share.zeroize();
    let bytes =
        |nonce: &Nonce<frost_ed25519::Ed25519Sha512>| array(&Zeroizing::new(nonce.serialize()));
    Ok(Secrets {
        hiding: Zeroizing::new(bytes(made.hiding())?),
        binding: Zeroizing::new(bytes(made.binding())?),
    })
}

/// What is published of a pair of nonces.
pub(super) fn pair(secrets: &Secrets) -> Result<Pair, Failed> {
    let nonces = nonces_of(secrets)?;
    let commitments = nonces.commitments();
    Ok(Pair {
        hiding: array(&commitments.hiding().serialize()?)?,
        binding: array(&commitments.binding().serialize()?)?,
    })
}

/// The signature share of one member: section 5.2.
pub(super) fn sign(
    session: &Session<'_>,
    member: u16,
    share: &SecretBytes<32>,
    secrets: &Secrets,
) -> Result<[u8; 32], Failed> {
    let identifier = Identifier::try_from(member)?;
    let share = SigningShare::deserialize(share.as_ref())?;
    let key = KeyPackage::new(
        identifier,
        share,
        VerifyingShare::from(share),
        VerifyingKey::deserialize(session.public_key)?,
        session.threshold,
    );
    let made = frost_ed25519::round2::sign(&package(session)?, &nonces_of(secrets)?, &key)?;
    array(&made.serialize())
}

/// The signature, where the shares of all who committed are good: section 5.3. Else who is to blame.
pub(super) fn join(
    session: &Session<'_>,
    public_shares: &BTreeMap<u16, [u8; 32]>,
    shares: &BTreeMap<u16, [u8; 32]>,
) -> Result<[u8; 64], Failed> {
    let mut known = BTreeMap::new();
    for (member, point) in public_shares {
        known.insert(
            Identifier::try_from(*member)?,
            VerifyingShare::deserialize(point)?,
        );
    }
    let mut given = BTreeMap::new();
    for (member, share) in shares {
        let read = SignatureShare::deserialize(share);
        let read = read.map_err(|_| Failed::of(vec![*member], "it is malformed"))?;
        given.insert(Identifier::try_from(*member)?, read);
    }
    let key = VerifyingKey::deserialize(session.public_key)?;
    let keys = PublicKeyPackage::new(known, key, Some(session.threshold));
    let all = CheaterDetection::AllCheaters;
    let joined = frost_ed25519::aggregate_custom(&package(session)?, &given, &keys, all);
    array(&joined?.serialize()?)
}

/// All that the members sign, and by which nonces.
fn package(session: &Session<'_>) -> Result<SigningPackage, Failed> {
    let mut all = BTreeMap::new();
    for (member, pair) in &session.pairs {
        let hiding = NonceCommitment::deserialize(&pair.hiding)?;
        let binding = NonceCommitment::deserialize(&pair.binding)?;
        all.insert(
            Identifier::try_from(*member)?,
            SigningCommitments::new(hiding, binding),
        );
    }
    Ok(SigningPackage::new(all, session.message))
}

fn nonces_of(secrets: &Secrets) -> Result<SigningNonces, Failed> {
    let nonce = |bytes: &SecretBytes<32>| Nonce::deserialize(bytes.as_ref());
    Ok(SigningNonces::from_nonces(
        nonce(&secrets.hiding)?,
        nonce(&secrets.binding)?,
    ))
}

fn array<const N: usize>(bytes: &[u8]) -> Result<[u8; N], Failed> {
    let other = |_| Failed::of(Vec::new(), "bytes of another length");
    bytes.try_into().map_err(other)
}

impl From<Theirs> for Failed {
    fn from(error: Theirs) -> Self {
        let number = |identifier: &Identifier| {
            let bytes = identifier.serialize();
            let low = bytes.first_chunk().copied().unwrap_or_default();
            u16::from_le_bytes(low)
        };
        let why = match error {
            Theirs::InvalidSignatureShare { .. } => "it does not fit the member's public share",
            Theirs::MissingCommitment => "the member's own commitment is missing",
            Theirs::IncorrectCommitment => "the member's own commitment is another",
            Theirs::IncorrectNumberOfCommitments | Theirs::IncorrectNumberOfShares => {
                "there are fewer than the threshold"
            }
            Theirs::IdentityCommitment => "a commitment is the point at infinity",
            _ => "it is malformed",
        };
        Self::of(error.culprits().iter().map(number).collect(), why)
    }
}

impl From<frost_ed25519::FieldError> for Failed {
    fn from(error: frost_ed25519::FieldError) -> Self {
        Theirs::from(error).into()
    }
}
