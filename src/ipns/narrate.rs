//! The steps of a record with their real values, and the lines of openssl that check it.

use sha2::{Digest, Sha256};

use super::name::{INLINE_MOST, Name};
use super::record::{Record, SIGNED_PREFIX};
use super::validity::Moment;
use crate::codec::hex;
use crate::key::form::{Beside, Form, write_public};
use crate::key::{Kind, PublicKey, libp2p};
use crate::watch::{Step, Watch};

/// The key of a name, and the name.
pub fn name(key: &PublicKey, name: &Name, watch: &dyn Watch) {
    let protobuf = libp2p::write_public(key).unwrap_or_default();
    let why = "libp2p's protobuf: 08 and the type of key, 12 and the length, the key";
    let step = Step::new("public key", why).value("type", key.kind().name());
    watch.step(&step.value("protobuf", hex::encode(&protobuf)));
    let multihash = hex::encode(&name.cid().multihash());
    if protobuf.len() <= INLINE_MOST {
        let why = "at most 42 bytes stand in the name themselves, behind 00 and their number";
        watch.step(&Step::new("multihash", why).value("multihash", multihash));
    } else {
        let why = "of more than 42 bytes the name is the SHA-256, behind 12 20";
        let line = format!("printf {} | xxd -r -p | sha256sum", hex::encode(&protobuf));
        let step = Step::new("multihash", why).value("multihash", multihash);
        let digest = hex::encode(&Sha256::digest(&protobuf));
        watch.step(&step.value("sha256", digest).check(line));
    }
    let why = "a CID of version 1 (01) of libp2p-key (72), in base 36";
    let line = format!(
        "decent cid convert --base base36 --no-names {}",
        name.base32()
    );
    watch.step(&Step::new("name", why).value("name", name).check(line));
}

/// The shell words that print the signed bytes, and those that print the signature: out of the record,
/// or where it is not a file yet, out of digits.
fn parts(record: &Record, from_file: bool) -> (String, String) {
    let digits = |bytes: &[u8]| format!("printf {} | xxd -r -p", hex::encode(bytes));
    if !from_file {
        return (digits(&record.signed()), digits(record.signature()));
    }
    let cut = |part: &[u8]| {
        let start = record
            .bytes()
            .windows(part.len())
            .position(|one| one == part);
        let end = start.unwrap_or_default() + part.len();
        format!("head -c {end} FILE | tail -c {}", part.len())
    };
    let prefix = String::from_utf8_lossy(SIGNED_PREFIX);
    let data = cut(record.data_bytes());
    let signed = format!("{{ printf {prefix}; {data}; }}");
    (signed, cut(record.signature()))
}

/// What is signed. `from_file`: the shell lines read it from the record, as FILE.
pub fn data(record: &Record, from_file: bool, watch: &dyn Watch) {
    let data = &record.data;
    let why = "a map in dag-cbor, whose form is the only one, for the signature is over its bytes";
    let step = Step::new("data", why)
        .value("Value", &data.value)
        .value("Validity", &data.validity)
        .value("Sequence", data.sequence)
        .value("TTL", format!("{} ns", data.ttl));
    watch.step(&step.value("data", hex::encode(record.data_bytes())));
    let why = "`ipns-signature:` before it, so that the signature is good for nothing else";
    let (signed, _) = parts(record, from_file);
    let digest = hex::encode(&Sha256::digest(record.signed()));
    let step = Step::new("signed bytes", why).value("length", record.signed().len());
    watch.step(
        &step
            .value("sha256", digest)
            .check(format!("{signed} | sha256sum")),
    );
}

/// The signature, and the line of openssl that verifies it.
pub(super) fn signature(record: &Record, key: &PublicKey, from_file: bool, watch: &dyn Watch) {
    let (signed, signature) = parts(record, from_file);
    let pem = write_public(key, Form::Pem, Beside::default()).unwrap_or_default();
    let der: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let files = format!(
        "d=$(mktemp -d); {signed} > $d/m; {signature} > $d/s; echo {der} | base64 -d > $d/k"
    );
    let verifies = match key.kind() {
        Kind::Ed25519 => {
            "openssl pkeyutl -verify -pubin -keyform DER -inkey $d/k -rawin -in $d/m -sigfile $d/s"
        }
        _ => "openssl dgst -sha256 -keyform DER -verify $d/k -signature $d/s $d/m",
    };
    let why = match key.kind() {
        Kind::Ed25519 => "Ed25519 over the bytes themselves",
        Kind::Rsa => "RSA, PKCS #1 v1.5, over their SHA-256",
        _ => "ECDSA over their SHA-256, in DER",
    };
    let step = Step::new("signature", why).value("signatureV2", hex::encode(record.signature()));
    let line = format!("{files}; {verifies}; rm -r $d");
    watch.step(&step.value("openssl says", "Verified").check(line));
}

/// The end of validity beside the moment that is asked about.
pub(super) fn validity(record: &Record, at: Moment, watch: &dyn Watch) {
    let why = "the end must be later than the moment that is asked about: so nobody can pass an old record off as the newest for ever";
    let step = Step::new("validity", why).value("at", at.text());
    watch.step(&step.value("valid until", &record.data.validity));
}

/// Tells the steps of a signature's equation with the signed bytes in the place of the file.
pub(super) struct Within<'a> {
    watch: &'a dyn Watch,
    signed: String,
}

impl<'a> Within<'a> {
    pub(super) fn new(record: &Record, watch: &'a dyn Watch) -> Self {
        let signed = if watch.narrates() {
            parts(record, true).0
        } else {
            String::new()
        };
        Self { watch, signed }
    }
}

impl Watch for Within<'_> {
    fn narrates(&self) -> bool {
        self.watch.narrates()
    }

    fn step(&self, step: &Step) {
        let mut step = step.clone();
        step.check = step.check.map(|line| match line.strip_suffix("sum FILE") {
            Some(program) => format!("{} | {program}sum", self.signed),
            None => line.replace("cat FILE", &self.signed),
        });
        self.watch.step(&step);
    }
}
