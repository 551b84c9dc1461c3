//! Versions of a tree: the tree, the versions before it, who made it, when, and why; signed, if so
//! wanted. A block of dag-cbor of our own, or a commit of git ([`super::git`]), read alike.
//!
//! The block is a map of `v` (1), `type` (`commit`), `tree` (a link), `parents` (a list of links),
//! `author` (a map of `name`, `email`, `time` in seconds since 1970, `tz` in minutes east of
//! Greenwich), `message`, and, where it is signed, `sig`: a map of `key` (the public key as libp2p
//! writes it) and `sig` (64 bytes of Ed25519, or ECDSA over SHA-256 in DER with the low `s`), made
//! over [`SIGNED`] and the block without `sig`.

use super::git;

use crate::Verdict;
use crate::cid::multihash::{self, SHA2_256};
use crate::cid::{Cid, DAG_CBOR, GIT_RAW};
use crate::codec::dag_cbor::{put_head, put_link, put_text};
use crate::codec::hex;
use crate::codec::ipld::{Document, Item};
use crate::error::{Error, Place, Result, slug};
use crate::key::{Kind, PublicKey, SecretKey, libp2p};
use crate::sig::der::Pair;
use crate::sig::digest::Hash;
use crate::sig::verify::{Asked, Outcome, Trusted, verify};
use crate::sig::{Format, Signature, sign};
use crate::source::Source;
use crate::watch::{Deaf, Step, Watch};

/// What stands before the bytes that are signed.
pub const SIGNED: &[u8] = b"decent-commit-v1:";
/// Bytes of a commit at most.
pub const BYTES_MOST: usize = 1 << 20;
/// Versions before one at most.
pub const PARENTS_MOST: usize = 1024;
/// Minutes that a time zone is away at most.
const ZONE_MOST: i64 = 24 * 60;
/// What git's signatures are for.
const NAMESPACE: &[u8] = b"git";

/// Who made a version, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The mail address, perhaps empty.
    pub email: String,
    /// Seconds since 1970.
    pub time: i64,
    /// Minutes east of Greenwich.
    pub zone: i16,
}

/// A version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// The root of all that it holds.
    pub tree: Cid,
    /// The versions that it was made of, the one it goes on from first.
    pub parents: Vec<Cid>,
    /// Who made it.
    pub author: Person,
    /// Why.
    pub message: String,
    /// Its signature.
    pub signed: Option<Signed>,
}

/// A signature in a commit, and what it is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The key that it names; SSHSIG carries its own.
    pub key: Option<PublicKey>,
    /// The signature; `None` of a sort that is not known here, as `OpenPGP`.
    pub signature: Option<Signature>,
    /// The bytes that are signed.
    pub payload: Vec<u8>,
}

fn field(wanted: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::COMMIT_FIELD, wanted, found.into())
}

impl Person {
    /// Of `NAME <MAIL>`; a name alone has no address.
    ///
    /// ```
    /// use decent::dag::commit::Person;
    /// let person = Person::parse("Anna Ott <anna@example.org>", 0, 60).unwrap();
    /// assert_eq!((&*person.name, &*person.email), ("Anna Ott", "anna@example.org"));
    /// assert!(Person::parse("<>", 0, 0).is_err());
    /// ```
    pub fn parse(text: &str, time: i64, zone: i16) -> Result<Self> {
        let (name, email) = match text.split_once('<') {
            Some((name, rest)) => (name, rest.strip_suffix('>')),
            None => (text, Some("")),
        };
        let (name, wanted) = (name.trim(), "NAME <MAIL>");
        let email = email.ok_or_else(|| field(wanted, format!("{text:?}")))?;
        let plain = |part: &str| !part.contains(['<', '>', '\n', '\0']);
        if name.is_empty() || !plain(name) || !plain(email) {
            return Err(field(wanted, format!("{text:?}")));
        }
        Ok(Self {
            name: name.into(),
            email: email.into(),
            time,
            zone,
        })
    }
}

impl Commit {
    /// The first line of the message.
    pub fn subject(&self) -> &str {
        self.message.lines().next().unwrap_or_default()
    }

    /// Refuses what no reader would take.
    fn check(&self) -> Result<()> {
        if self.parents.len() > PARENTS_MOST {
            let found = self.parents.len().to_string();
            return Err(field("at most 1024 parents", found));
        }
        if self.message.contains('\0') {
            return Err(field("a message without NUL", "one with it"));
        }
        if self.message.len() > BYTES_MOST / 2 {
            let found = format!("{} bytes", self.message.len());
            return Err(field("a message of at most 512 KiB", found));
        }
        Ok(())
    }

    /// The block without its signature, or with one.
    fn encode(&self, signature: Option<(&[u8], &[u8])>) -> Vec<u8> {
        let bytes = |block: &mut Vec<u8>, bytes: &[u8]| {
            put_head(block, 2, bytes.len() as u64);
            block.extend_from_slice(bytes);
        };
        let number = |block: &mut Vec<u8>, number: i64| match u64::try_from(number) {
            Ok(number) => put_head(block, 0, number),
            Err(_) => put_head(block, 1, number.unsigned_abs() - 1),
        };
        let mut block = Vec::new();
        put_head(&mut block, 5, 6 + u64::from(signature.is_some()));
        put_text(&mut block, "v");
        put_head(&mut block, 0, 1);
        if let Some((key, sig)) = signature {
            put_text(&mut block, "sig");
            put_head(&mut block, 5, 2);
            put_text(&mut block, "key");
            bytes(&mut block, key);
            put_text(&mut block, "sig");
            bytes(&mut block, sig);
        }
        put_text(&mut block, "tree");
        put_link(&mut block, &self.tree);
        put_text(&mut block, "type");
        put_text(&mut block, "commit");
        put_text(&mut block, "author");
        put_head(&mut block, 5, 4);
        put_text(&mut block, "tz");
        number(&mut block, self.author.zone.into());
        put_text(&mut block, "name");
        put_text(&mut block, &self.author.name);
        put_text(&mut block, "time");
        number(&mut block, self.author.time);
        put_text(&mut block, "email");
        put_text(&mut block, &self.author.email);
        put_text(&mut block, "message");
        put_text(&mut block, &self.message);
        put_text(&mut block, "parents");
        put_head(&mut block, 4, self.parents.len() as u64);
        for parent in &self.parents {
            put_link(&mut block, parent);
        }
        block
    }

    /// The block of a new version and its ID: of git where its tree is, signed where there is a key.
    pub fn seal(&self, key: Option<&SecretKey>, watch: &dyn Watch) -> Result<(Cid, Vec<u8>)> {
        self.check()?;
        if self.tree.codec() == GIT_RAW {
            let text = git::write_commit(self, None);
            let signed = key.map(|key| armored(key, &text, watch)).transpose()?;
            let text = match &signed {
                Some(signature) => git::write_commit(self, Some(signature)),
                None => text,
            };
            let block = git::object("commit", &text);
            return Ok((git::cid_of(self.tree.hash(), &block), block));
        }
        let bare = self.encode(None);
        let block = match key {
            None => bare,
            Some(key) => {
                let format = match key.kind() {
                    Kind::Ed25519 => Format::Raw,
                    _ => Format::Der,
                };
                let public = libp2p::write_public(&key.public());
                let public = public.map_err(|_| wrong_kind("ed25519 or secp256k1", key))?;
                let payload = [SIGNED, &bare].concat();
                let signature = made(key, format, &payload, watch)?;
                self.encode(Some((&public, &signature)))
            }
        };
        let digest = multihash::digest(SHA2_256, &[&block]).unwrap_or_default();
        Ok((Cid::v1(DAG_CBOR, SHA2_256, &digest), block))
    }

    /// Reads the block of a version.
    pub fn read(cid: &Cid, block: &[u8]) -> Result<Self> {
        let named = |error: Error| {
            let at = match error.place {
                Place::Whole => cid.to_string(),
                ref place => format!("{cid}: {}", place.to_string().trim_end_matches(": ")),
            };
            error.at(Place::Key(at.into()))
        };
        if block.len() > BYTES_MOST {
            return Err(named(wrong(
                "a commit of at most 1 MiB",
                block.len().to_string(),
            )));
        }
        match cid.codec() {
            DAG_CBOR => decode(block).map_err(named),
            GIT_RAW => git::read_commit(cid.hash(), block).map_err(named),
            other => {
                let found = format!("a block of {}", crate::cid::codec_name(other));
                Err(named(wrong("a commit", found)))
            }
        }
    }
}

fn wrong_kind(wanted: &'static str, key: &SecretKey) -> Error {
    let wanted = format!("a key of {wanted}, which signs commits");
    Error::new(slug::KEY_KIND, wanted, key.kind().name()).of("key")
}

fn made(key: &SecretKey, format: Format, payload: &[u8], watch: &dyn Watch) -> Result<Vec<u8>> {
    let order = sign::Order {
        key,
        number: key.public().number(),
        format,
        over: crate::sig::comments::Over::Bytes,
        namespace: NAMESPACE.to_vec(),
        hash: None,
        untrusted: Vec::new(),
        trusted: Vec::new(),
        random: None,
    };
    let mut message = Source::from_bytes(payload);
    let mut files = sign::sign(&[order], &mut message, &Deaf)?;
    let made = files.pop().unwrap_or_default();
    if watch.narrates() {
        let signed = Signed {
            key: Some(key.public()),
            signature: Signature::read(&made, Some(format)).ok(),
            payload: payload.to_vec(),
        };
        signed.explain(watch);
    }
    Ok(made)
}

/// SSHSIG over a commit of git.
fn armored(key: &SecretKey, text: &[u8], watch: &dyn Watch) -> Result<String> {
    if key.kind() != Kind::Ed25519 {
        return Err(wrong_kind("ed25519", key));
    }
    let signature = made(key, Format::SshSig, text, watch)?;
    Ok(String::from_utf8_lossy(&signature).into_owned())
}

fn wrong(wanted: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::COMMIT, wanted, found.into())
}

/// The fields of a map, which are these and no others; the last `optional` of them may be missing.
fn fields<const N: usize>(
    document: &Document,
    number: usize,
    names: [&'static str; N],
    optional: usize,
) -> Result<[Option<usize>; N]> {
    if !matches!(document.at(number), Some(Item::Map(_))) {
        return Err(wrong("a map of the fields of a commit", "something else"));
    }
    let found = names.map(|name| document.child(number, name));
    let missing = names.iter().zip(&found).take(N - optional);
    if let Some((name, _)) = missing.into_iter().find(|(_, found)| found.is_none()) {
        return Err(wrong("all fields of a commit", format!("no {name:?}")));
    }
    let pairs = document.pairs(number);
    match pairs.iter().find(|(key, _)| !names.contains(key)) {
        Some((key, _)) => Err(wrong("only the fields of a commit", format!("{key:?}"))),
        None => Ok(found),
    }
}

/// Refuses blocks that are no commit, or one of a version that may have other fields.
fn check_version(document: &Document) -> Result<()> {
    let at = |name| document.child(0, name).and_then(|at| document.at(at));
    if at("type") != Some(&Item::Text("commit".into())) {
        return Err(wrong("a commit", "a block without that type"));
    }
    match at("v") {
        Some(Item::Int(1)) => Ok(()),
        Some(Item::Int(other)) => {
            let (wanted, found) = ("version 1 of commits", other.to_string());
            Err(Error::new(slug::UNKNOWN_VERSION, wanted, found))
        }
        _ => Err(wrong("a version of commits", "none")),
    }
}

/// A text of a commit.
fn text(document: &Document, number: Option<usize>) -> Result<&str> {
    match number.and_then(|number| document.at(number)) {
        Some(Item::Text(text)) => Ok(text),
        _ => Err(wrong("text", "something else")),
    }
}

/// Who made a commit of ours.
fn person(document: &Document, number: usize) -> Result<Person> {
    let names = ["name", "email", "time", "tz"];
    let [name, email, time, zone] = fields(document, number, names, 0)?;
    let number =
        |number: Option<usize>, most: i64| match number.and_then(|number| document.at(number)) {
            Some(Item::Int(number)) => {
                let fits = i64::try_from(*number).ok();
                let fits = fits.filter(|number| (-most..=most).contains(number));
                fits.ok_or_else(|| wrong("a time", number.to_string()))
            }
            _ => Err(wrong("a number", "something else")),
        };
    let (seconds, minutes) = (number(time, i64::MAX)?, number(zone, ZONE_MOST)?);
    let whole = format!("{} <{}>", text(document, name)?, text(document, email)?);
    Person::parse(&whole, seconds, minutes as i16)
        .map_err(|error| wrong("a name and a mail address", error.found.into_owned()))
}

fn decode(block: &[u8]) -> Result<Commit> {
    let document = Document::from_cbor(block)?;
    check_version(&document)?;
    let names = ["type", "v", "tree", "parents", "author", "message", "sig"];
    let [_, _, tree, parents, author, message, sig] = fields(&document, 0, names, 1)?;
    let at = |number: Option<usize>| number.and_then(|number| document.at(number));
    let link = |number: Option<usize>| match at(number) {
        Some(Item::Link(cid)) => Ok(cid.clone()),
        _ => Err(wrong("a link", "something else")),
    };
    if !matches!(at(parents), Some(Item::List(_))) {
        return Err(wrong("a list of parents", "something else"));
    }
    let parents = document.children(parents.unwrap_or_default());
    if parents.len() > PARENTS_MOST {
        return Err(wrong("at most 1024 parents", parents.len().to_string()));
    }
    let parents = parents.into_iter().map(|number| link(Some(number)));
    let mut commit = Commit {
        tree: link(tree)?,
        parents: parents.collect::<Result<_>>()?,
        author: person(&document, author.unwrap_or_default())?,
        message: text(&document, message)?.to_owned(),
        signed: None,
    };
    commit
        .check()
        .map_err(|error| error.within(slug::COMMIT, "a commit"))?;
    let mut again = commit.encode(None);
    if let Some(sig) = sig {
        let signed = bytes_of(&document, sig)?;
        again = commit.encode(Some(signed));
        commit.signed = Some(signed_of(signed, &commit)?);
    }
    // Whatever was read otherwise than it stands there is no commit of this form.
    if again != block {
        let wanted = "a commit as it is written here";
        return Err(wrong(wanted, "another form of one"));
    }
    Ok(commit)
}

/// Key and signature of a commit of ours, as they stand in it.
fn bytes_of(document: &Document, number: usize) -> Result<(&[u8], &[u8])> {
    let [key, sig] = fields(document, number, ["key", "sig"], 0)?;
    let bytes = |number: Option<usize>| match number.and_then(|number| document.at(number)) {
        Some(Item::Bytes(bytes)) => Ok(bytes.as_slice()),
        _ => Err(wrong("bytes", "something else")),
    };
    Ok((bytes(key)?, bytes(sig)?))
}

/// The signature of a commit of ours.
fn signed_of((key, signature): (&[u8], &[u8]), commit: &Commit) -> Result<Signed> {
    let key = libp2p::read_public(key).map_err(|error| error.within(slug::COMMIT, "a key"))?;
    let read = match (key.kind(), <[u8; 64]>::try_from(signature)) {
        (Kind::Ed25519, Ok(bare)) => Ok(Signature::Bare(bare)),
        (Kind::Ed25519, Err(_)) => return Err(wrong("a signature of 64 bytes", "another")),
        (Kind::Secp256k1, _) => Pair::decode(signature).map(Signature::Der),
        (other, _) => return Err(wrong("a key of ed25519 or secp256k1", other.name())),
    };
    let signature = read.map_err(|error| error.within(slug::COMMIT, "a signature"))?;
    Ok(Signed {
        key: Some(key),
        signature: Some(signature),
        payload: [SIGNED, &commit.encode(None)].concat(),
    })
}

impl Signed {
    /// What is signed, and the digest on which the signature rests.
    fn explain(&self, watch: &dyn Watch) {
        if !watch.narrates() {
            return;
        }
        let (name, hash, bytes) = match (&self.signature, &self.key) {
            // RFC 8032 section 5.1.7: R, the public key and the message.
            (Some(Signature::Bare(bare)), Some(key)) => {
                let (r, _) = bare.split_at(32);
                (
                    "challenge",
                    Hash::Sha512,
                    [r, &key.bytes(), &self.payload].concat(),
                )
            }
            (Some(Signature::Ssh(one)), _) => ("message digest", one.hash, self.payload.clone()),
            _ => ("digest", Hash::Sha256, self.payload.clone()),
        };
        let why = "the signature is over all of the version but itself";
        let step = Step::new("signed", why).value("bytes", self.payload.len());
        let step = step.value(name, hex::encode(&hash.of(&bytes)));
        let line = format!(
            "printf {} | xxd -r -p | {}",
            hex::encode(&bytes),
            hash.shell().trim_end_matches(" FILE")
        );
        watch.step(&step.check(line));
    }

    /// Whether it is by one of these keys. `at` is the time that lists of allowed signers are asked
    /// for: that of the commit, as git does it.
    pub fn verify(&self, trusted: &[Trusted], at: i64, watch: &dyn Watch) -> Result<Outcome> {
        let no = |verdict| Outcome {
            verdict,
            keys: Vec::new(),
            format: None,
        };
        let Some(signature) = &self.signature else {
            let why = "its signature is of a sort that is not known here";
            return Ok(no(Verdict::Unknown(why.into())));
        };
        let numbered = trusted.iter().enumerate();
        let named = |one: &Trusted| self.key.as_ref().is_none_or(|key| *key == one.key);
        let asked_for: Vec<_> = numbered.filter(|(_, one)| named(one)).collect();
        if asked_for.is_empty() {
            return Ok(no(Verdict::No(
                "it is by a key that is none of those".into(),
            )));
        }
        let (numbers, keys): (Vec<usize>, Vec<Trusted>) = asked_for
            .into_iter()
            .map(|(number, one)| (number, one.clone()))
            .unzip();
        let asked = Asked {
            format: None,
            namespace: NAMESPACE,
            hash: None,
            low_s: true,
            at,
            identity: None,
        };
        let mut message = Source::from_bytes(&*self.payload);
        self.explain(watch);
        let mut outcomes = verify(&[signature], &keys, &asked, &mut message, &Deaf)?;
        let mut outcome = outcomes
            .pop()
            .unwrap_or_else(|| no(Verdict::Unknown("".into())));
        for key in &mut outcome.keys {
            *key = numbers.get(*key).copied().unwrap_or_default();
        }
        Ok(outcome)
    }
}
