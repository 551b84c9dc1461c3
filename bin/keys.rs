//! What the tools on keys share: the words for kinds and forms, and reading either half of a key.

use std::path::Path;

use clap::ValueEnum;
use decent::codec::hex;
use decent::key::form::{Half, LARGEST, Read, half};
use decent::key::toy::{self, Toy};
use decent::key::{Form, Kind, PublicKey, SecretKey, age, openssh, show_number};
use decent::secret::Secret;
use decent::watch::{Step, Watch};

use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;
use crate::secrets::{Passphrase, guard};

/// The kinds of keys that are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum KindWord {
    /// Signatures, and files sealed to it
    Ed25519,
    /// Signatures of Bitcoin, and agreement
    Secp256k1,
    /// Agreement, and files sealed to it
    X25519,
    /// Signatures that add up
    #[value(name = "bls12-381")]
    Bls12381,
}

impl From<KindWord> for Kind {
    fn from(word: KindWord) -> Self {
        match word {
            KindWord::Ed25519 => Self::Ed25519,
            KindWord::Secp256k1 => Self::Secp256k1,
            KindWord::X25519 => Self::X25519,
            KindWord::Bls12381 => Self::Bls12381,
        }
    }
}

/// The forms that keys stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormWord {
    /// PKCS#8 and SPKI, as openssl has them
    Pem,
    /// Ed25519 alone
    Minisign,
    /// Ed25519 alone
    Signify,
    /// Ed25519 alone
    Openssh,
    /// X25519 alone
    Age,
    /// Ed25519 and secp256k1, and public keys of P-256 and RSA
    Libp2p,
    /// 32 bytes of a secret key; of a public one as many as its kind has
    Hex,
}

impl From<FormWord> for Form {
    fn from(word: FormWord) -> Self {
        match word {
            FormWord::Pem => Self::Pem,
            FormWord::Minisign => Self::Minisign,
            FormWord::Signify => Self::Signify,
            FormWord::Openssh => Self::OpenSsh,
            FormWord::Age => Self::Age,
            FormWord::Libp2p => Self::Libp2p,
            FormWord::Hex => Self::Hex,
        }
    }
}

/// Either half of a key.
pub(crate) enum Either {
    /// With the passphrase that opened it.
    Secret(Read<SecretKey>, Option<Secret>),
    Public(Read<PublicKey>),
}

/// How a key file is read that may hold either half.
pub(crate) struct Reading<'a> {
    pub(crate) passphrase: &'a Passphrase,
    pub(crate) kind: Option<Kind>,
    /// 64 hex digits are a public key.
    pub(crate) public: bool,
}

impl Cx {
    /// Either half of a key, by what the file holds.
    pub(crate) fn either(&mut self, path: &Path, reading: &Reading<'_>) -> Result<Either, Fail> {
        guard();
        let mut input = self.open("key", path, Role::Anchor)?;
        let bytes: Secret = input.read_secret(LARGEST)?;
        self.either_of(path, &bytes, reading)
    }

    /// The same of bytes that were read already.
    pub(crate) fn either_of(
        &mut self,
        path: &Path,
        bytes: &Secret,
        reading: &Reading<'_>,
    ) -> Result<Either, Fail> {
        if reading.public || half(bytes.bytes()) == Half::Public {
            let read = PublicKey::read(bytes.bytes(), reading.kind)?;
            return Ok(Either::Public(read));
        }
        let (passphrase, kind) = (reading.passphrase, reading.kind);
        let (read, opened_by) = self.unlocked("key", path, bytes, passphrase, kind)?;
        self.warn_of_readers(path);
        Ok(Either::Secret(read, opened_by))
    }
}

impl Either {
    /// The public half.
    pub(crate) fn public(&self) -> Read<PublicKey> {
        match self {
            Self::Secret(read, _) => read.public(),
            Self::Public(read) => Read {
                key: read.key.clone(),
                form: read.form,
                encrypted: false,
                number: read.number,
                comment: read.comment.clone(),
            },
        }
    }
}

/// What is known of a public key, a line each.
pub(crate) fn described(card: Record, read: &Read<PublicKey>) -> Record {
    let key = &read.key;
    let mut card = card.field("public_key", hex::encode(&key.bytes()));
    if key.kind() == Kind::Ed25519 {
        card = card.field("number", show_number(read.number()));
    }
    if let Ok(wire) = openssh::to_wire(key) {
        card = card.field("fingerprint", openssh::fingerprint(&wire));
    }
    if let PublicKey::X25519(bytes) = key {
        card = card.field("recipient", age::keys::write_recipient(bytes));
    }
    match &read.comment {
        Some(comment) => card.field("comment", comment.as_str()),
        None => card,
    }
}

/// A key on the toy curve, then this one; `check` is the line that shows the public key again.
pub(crate) fn tell(
    watch: &dyn Watch,
    (secret, public): (Option<&SecretKey>, &PublicKey),
    check: Option<String>,
) -> Result<(), Fail> {
    let toy = Toy::new(toy::PRIME)?;
    let start = toy.start()?;
    let why = "first on a curve that one can see, y^2 = x^3 + 7 over 67: a secret number times a \
               point is the public key";
    let step = Step::new("toy key", why).value("P", toy::shown(start));
    watch.step(
        &step
            .value("n", 11)
            .value("n P", toy::shown(toy.times(11, start))),
    );
    toy.tell_times(11, start, watch);
    let why = match public.kind() {
        Kind::Ed25519 => "now over 2^255 - 19: the number is half of the SHA-512 of a seed",
        Kind::X25519 => "now over 2^255 - 19, and of each point its x alone",
        Kind::Bls12381 => "now over a prime of 381 bits, on a curve that has a pairing",
        Kind::Secp256k1 | Kind::P256 => "now over a prime of 256 bits",
        Kind::Rsa => "this one rests on no curve, but on two primes that nobody finds",
    };
    let mut step = Step::new("key", why);
    if let Some(key) = secret {
        step = step.secret(watch, "secret", hex::encode(key.to_bytes().as_ref()));
    }
    step = step.value("public key", hex::encode(&public.bytes()));
    if let Some(line) = check {
        step = step.check(line);
    }
    watch.step(&step);
    Ok(())
}
