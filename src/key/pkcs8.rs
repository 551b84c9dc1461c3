//! PKCS#8 (RFC 5958), SPKI (RFC 5280) and SEC 1 keys (RFC 5915) in PEM: ours, and openssl's.
//!
//! Ed25519 and X25519 stand in them as RFC 8410 says, secp256k1 and P-256 as RFC 5480 does, RSA as
//! RFC 8017 does. For BLS12-381 no number is registered: ours is one that ITU-T X.667 gives to anybody
//! who draws a UUID, 2.25 and c9ab1d39-41fb-46ca-9d4e-3b7e2f6a5c80 as a number; the keys in it are
//! 32 bytes of scalar, highest first, and 48 bytes of a compressed point.

use rand_core::CryptoRng;

use super::der::{self, Reader, tag};
use super::form::{Form, Read, array, not_a_key, passphrase_of, secret_array};
use super::{Kind, PublicKey, SecretKey, openssh, pbes2, sec1};
use crate::codec::pem;
use crate::error::{Error, Result, slug};
use crate::secret::{Secret, SecretBytes};

const ED25519: &[u8] = &[0x2b, 0x65, 0x70];
const X25519: &[u8] = &[0x2b, 0x65, 0x6e];
const EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
const SECP256K1: &[u8] = &[0x2b, 0x81, 4, 0, 0x0a];
const P256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7];
const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
/// 2.25.268063302641881615511995339170680298624
const BLS12381: &[u8] = &[
    0x69, 0x83, 0x93, 0xab, 0x8e, 0xce, 0xa8, 0x9f, 0xda, 0x9b, 0x95, 0x9d, 0xa7, 0x8e, 0xef, 0xe2,
    0xfb, 0xa9, 0xb9, 0x00,
];

const PLAIN: &str = "PRIVATE KEY";
const ENCRYPTED: &str = "ENCRYPTED PRIVATE KEY";
const SEC1: &str = "EC PRIVATE KEY";
const PUBLIC: &str = "PUBLIC KEY";

/// What openssl puts before the keys of a curve.
const PARAMETERS: &str = "EC PARAMETERS";

/// The kind that an `AlgorithmIdentifier` names.
fn algorithm(reader: &mut Reader<'_>) -> Result<Kind> {
    let mut inner = reader.within(tag::SEQUENCE)?;
    let kind = match inner.value(tag::OID)? {
        ED25519 => Kind::Ed25519,
        X25519 => Kind::X25519,
        BLS12381 => Kind::Bls12381,
        EC => curve(
            inner
                .value(tag::OID)
                .map_err(|_| not_a_key("a curve by its name", "one by its parameters"))?,
        )?,
        RSA => {
            // The parameters must be there, and nothing.
            if !inner.value(tag::NULL)?.is_empty() {
                return Err(not_a_key("NULL", "something"));
            }
            Kind::Rsa
        }
        _ => return Err(other_kind()),
    };
    inner.end()?;
    Ok(kind)
}

fn curve(name: &[u8]) -> Result<Kind> {
    match name {
        SECP256K1 => Ok(Kind::Secp256k1),
        P256 => Ok(Kind::P256),
        _ => Err(other_kind()),
    }
}

fn other_kind() -> Error {
    let wanted = "ed25519, x25519, secp256k1, bls12-381, P-256 or RSA";
    Error::new(slug::KEY_KIND, wanted, "another algorithm")
}

/// The `AlgorithmIdentifier` of a kind.
fn identifier(kind: Kind) -> Secret {
    let oid = |bytes: &[u8]| der::value(tag::OID, &[bytes]);
    let two =
        |one: &[u8], other: Secret| der::value(tag::SEQUENCE, &[oid(one).bytes(), other.bytes()]);
    match kind {
        Kind::Ed25519 => der::value(tag::SEQUENCE, &[oid(ED25519).bytes()]),
        Kind::X25519 => der::value(tag::SEQUENCE, &[oid(X25519).bytes()]),
        Kind::Bls12381 => der::value(tag::SEQUENCE, &[oid(BLS12381).bytes()]),
        Kind::Secp256k1 => two(EC, oid(SECP256K1)),
        Kind::P256 => two(EC, oid(P256)),
        Kind::Rsa => two(RSA, der::value(tag::NULL, &[])),
    }
}

pub(super) fn read_public(text: &Secret) -> Result<Read<PublicKey>> {
    let block = pem::decode(PARAMETERS, text)?;
    match &*block.label {
        PUBLIC => {}
        PLAIN | ENCRYPTED | SEC1 | openssh::LABEL => {
            return Err(not_a_key("a public key", "a secret one"));
        }
        other => return Err(not_a_key("`PUBLIC KEY`", format!("{other:.60?}"))),
    }
    Ok(Read::bare(read_spki(block.bytes.bytes())?, Form::Pem))
}

/// The key of the DER of SPKI.
pub(super) fn read_spki(bytes: &[u8]) -> Result<PublicKey> {
    let mut outer = Reader::new(bytes);
    let mut reader = outer.within(tag::SEQUENCE)?;
    outer.end()?;
    let kind = algorithm(&mut reader)?;
    let bits = reader.bits()?;
    reader.end()?;
    of_bits(kind, bits)
}

fn of_bits(kind: Kind, bits: &[u8]) -> Result<PublicKey> {
    match kind {
        Kind::Ed25519 => PublicKey::ed25519(&array(bits)?),
        Kind::X25519 => Ok(PublicKey::X25519(array(bits)?)),
        Kind::Secp256k1 => PublicKey::secp256k1(bits),
        Kind::P256 => PublicKey::p256(bits),
        Kind::Bls12381 => PublicKey::bls12381(&array(bits)?),
        Kind::Rsa => {
            let mut outer = Reader::new(bits);
            let mut reader = outer.within(tag::SEQUENCE)?;
            outer.end()?;
            let (modulus, exponent) = (reader.natural()?, reader.natural()?);
            reader.end()?;
            PublicKey::rsa(modulus, exponent)
        }
    }
}

/// What stands in the bit string of a public key; openssl writes points uncompressed, so do we.
fn to_bits(key: &PublicKey) -> Vec<u8> {
    match key {
        PublicKey::Secp256k1(key) => sec1(key, false),
        PublicKey::P256(key) => sec1(key, false),
        PublicKey::Rsa(key) => {
            use rsa::traits::PublicKeyParts;
            let (modulus, exponent) = (key.n_bytes(), key.e_bytes());
            let [modulus, exponent] = [modulus, exponent].map(|bytes| der::natural(&bytes));
            let pair = der::value(tag::SEQUENCE, &[modulus.bytes(), exponent.bytes()]);
            pair.bytes().to_vec()
        }
        other => other.bytes(),
    }
}

/// The DER of SPKI.
pub(super) fn spki(key: &PublicKey) -> Secret {
    let (identifier, bits) = (identifier(key.kind()), der::bits(&to_bits(key)));
    der::value(tag::SEQUENCE, &[identifier.bytes(), bits.bytes()])
}

pub(super) fn write_public(key: &PublicKey) -> String {
    let text = pem::encode(PUBLIC, spki(key).bytes());
    String::from_utf8_lossy(text.bytes()).into_owned()
}

pub(super) fn read_secret(text: &Secret, passphrase: Option<&Secret>) -> Result<Read<SecretKey>> {
    let block = pem::decode(PARAMETERS, text)?;
    let bytes = block.bytes.bytes();
    let key = match &*block.label {
        PLAIN => one_asymmetric_key(bytes)?,
        SEC1 => ec_private_key(bytes, None)?,
        ENCRYPTED => {
            let opened = pbes2::decrypt(bytes, || passphrase_of(passphrase))?;
            let key = one_asymmetric_key(opened.bytes()).map_err(|error| match error.slug {
                // What it says is of another key, not of another passphrase.
                slug::KEY_KIND | slug::WEAK_KEY => error,
                _ => super::form::wrong_passphrase(),
            })?;
            return Ok(Read {
                encrypted: true,
                ..Read::bare(key, Form::Pem)
            });
        }
        openssh::LABEL => return openssh::read_secret(bytes, passphrase),
        PUBLIC => return Err(not_a_key("a secret key", "a public one")),
        other => return Err(not_a_key("`PRIVATE KEY`", format!("{other:.60?}"))),
    };
    Ok(Read::bare(key, Form::Pem))
}

/// `OneAsymmetricKey`, RFC 5958 section 2.
fn one_asymmetric_key(bytes: &[u8]) -> Result<SecretKey> {
    let mut outer = Reader::new(bytes);
    let mut reader = outer.within(tag::SEQUENCE)?;
    outer.end()?;
    if reader.small()? > 1 {
        return Err(not_a_key("version 1 or 2 of PKCS#8", "another"));
    }
    let kind = algorithm(&mut reader)?;
    let private = reader.value(tag::OCTET_STRING)?;
    let key = match kind {
        Kind::Secp256k1 => ec_private_key(private, Some(kind))?,
        Kind::P256 | Kind::Rsa => return Err(super::not_ours(kind)),
        Kind::Ed25519 | Kind::X25519 | Kind::Bls12381 => {
            let mut inner = Reader::new(private);
            let bytes = secret_array(inner.value(tag::OCTET_STRING)?)?;
            inner.end()?;
            SecretKey::from_bytes(kind, &bytes)?
        }
    };
    if reader.is(tag::inside(0)) {
        reader.value(tag::inside(0))?;
    }
    if reader.is(tag::instead(1)) {
        let [0, public @ ..] = reader.value(tag::instead(1))? else {
            return Err(not_a_key("whole bytes", "bits left over"));
        };
        goes_with(&key, of_bits(kind, public)?)?;
    }
    reader.end()?;
    Ok(key)
}

/// `ECPrivateKey`, RFC 5915 section 3; the curve may be named outside of it.
fn ec_private_key(bytes: &[u8], kind: Option<Kind>) -> Result<SecretKey> {
    let mut outer = Reader::new(bytes);
    let mut reader = outer.within(tag::SEQUENCE)?;
    outer.end()?;
    if reader.small()? != 1 {
        return Err(not_a_key("version 1 of a key of a curve", "another"));
    }
    let scalar: SecretBytes<32> = secret_array(reader.value(tag::OCTET_STRING)?)?;
    let mut named = kind;
    if reader.is(tag::inside(0)) {
        let mut parameters = reader.within(tag::inside(0))?;
        let inner = curve(parameters.value(tag::OID)?)?;
        parameters.end()?;
        if named.is_some_and(|outer| outer != inner) {
            return Err(not_a_key("one curve", "two"));
        }
        named = Some(inner);
    }
    let kind = named.ok_or_else(|| not_a_key("a curve by its name", "none"))?;
    let key = SecretKey::from_bytes(kind, &scalar)?;
    if reader.is(tag::inside(1)) {
        let mut public = reader.within(tag::inside(1))?;
        goes_with(&key, of_bits(kind, public.bits()?)?)?;
        public.end()?;
    }
    reader.end()?;
    Ok(key)
}

/// A signer that believed another public key would give its secret away.
fn goes_with(key: &SecretKey, public: PublicKey) -> Result<()> {
    if key.public() == public {
        return Ok(());
    }
    Err(not_a_key(
        "a secret key that goes with the public one",
        "another",
    ))
}

/// The DER of PKCS#8, as openssl writes it.
fn plain(key: &SecretKey) -> Secret {
    let bytes = key.to_bytes();
    let inner = match key {
        SecretKey::Secp256k1(_) => {
            let version = der::natural(&[1]);
            let scalar = der::value(tag::OCTET_STRING, &[bytes.as_ref()]);
            let bits = der::bits(&to_bits(&key.public()));
            let public = der::value(tag::inside(1), &[bits.bytes()]);
            der::value(
                tag::SEQUENCE,
                &[version.bytes(), scalar.bytes(), public.bytes()],
            )
        }
        _ => der::value(tag::OCTET_STRING, &[bytes.as_ref()]),
    };
    let version = der::natural(&[]);
    let private = der::value(tag::OCTET_STRING, &[inner.bytes()]);
    let identifier = identifier(key.kind());
    der::value(
        tag::SEQUENCE,
        &[version.bytes(), identifier.bytes(), private.bytes()],
    )
}

pub(super) fn write_secret(
    key: &SecretKey,
    passphrase: Option<&Secret>,
    rng: &mut dyn CryptoRng,
) -> Result<Secret> {
    let plain = plain(key);
    Ok(match passphrase {
        None => pem::encode(PLAIN, plain.bytes()),
        Some(passphrase) => {
            let sealed = pbes2::encrypt(&plain, passphrase, rng)?;
            pem::encode(ENCRYPTED, sealed.bytes())
        }
    })
}
