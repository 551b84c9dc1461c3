//! git's objects (git's documentation, gitformat-pack, "loose objects"; gitdatamodel): a word, the
//! length in decimal, NUL, and the body; named by the hash of all of it, SHA-1 or SHA-256. Read
//! strictly and written byte by byte as git writes them.

use std::collections::HashMap;

use super::commit::{Commit, PARENTS_MOST, Person, Signed};

use crate::cid::kinds::{GitEntry, GitMode, git_tree_body};
use crate::cid::multihash::{self, SHA1, SHA2_256};
use crate::cid::{Cid, GIT_RAW};
use crate::codec::hex;
use crate::codec::ipld::{Builder, Document, Item};
use crate::error::{Error, Result, slug};
use crate::sig::Signature;
use crate::sig::sshsig::SshSig;

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The bytes of a file, or where a link leads.
    Blob,
    /// A folder.
    Tree,
    /// A version.
    Commit,
    /// A name for a version.
    Tag,
}

fn wrong(wanted: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::GIT_OBJECT, wanted, found.into())
}

/// An object with its header.
///
/// ```
/// use decent::cid::multihash::SHA1;
/// use decent::dag::git::{cid_of, object};
/// let empty = cid_of(SHA1, &object("blob", b""));
/// assert_eq!(decent::codec::hex::encode(empty.digest()), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
/// ```
pub fn object(kind: &str, body: &[u8]) -> Vec<u8> {
    let mut block = format!("{kind} {}\0", body.len()).into_bytes();
    block.extend_from_slice(body);
    block
}

/// The ID of an object, by one of the two hashes.
pub fn cid_of(hash: u64, block: &[u8]) -> Cid {
    let digest = multihash::digest(hash, &[block]).unwrap_or_default();
    Cid::v1(GIT_RAW, hash, &digest)
}

/// Bytes of a digest by one of git's two hashes.
pub fn digest_len(hash: u64) -> Result<usize> {
    match hash {
        SHA1 => Ok(20),
        SHA2_256 => Ok(32),
        other => {
            let found = multihash::name(other);
            Err(Error::new(
                slug::UNKNOWN_HASH,
                "sha1 or sha2-256, which git has",
                found,
            ))
        }
    }
}

/// The kind and the body of an object.
pub fn open(block: &[u8]) -> Result<(Kind, &[u8])> {
    let end = block.iter().take(32).position(|byte| *byte == 0);
    let (header, body) = end
        .and_then(|end| Some((block.get(..end)?, block.get(end + 1..)?)))
        .ok_or_else(|| wrong("an object of git", "a block without its header"))?;
    let header = std::str::from_utf8(header).unwrap_or_default();
    let (word, length) = header.split_once(' ').unwrap_or_default();
    let kind = match word {
        "blob" => Kind::Blob,
        "tree" => Kind::Tree,
        "commit" => Kind::Commit,
        "tag" => Kind::Tag,
        _ => return Err(wrong("an object of git", "a block without its header")),
    };
    if length != body.len().to_string() {
        return Err(wrong("the length of an object", format!("{length:?}")));
    }
    Ok((kind, body))
}

/// The body of an object that has to be of a kind.
pub fn body(block: &[u8], wanted: Kind) -> Result<&[u8]> {
    let (kind, body) = open(block)?;
    if kind == wanted {
        return Ok(body);
    }
    let words = match wanted {
        Kind::Blob => "a blob",
        Kind::Tree => "a tree",
        Kind::Commit => "a commit",
        Kind::Tag => "a tag",
    };
    Err(wrong(words, format!("{kind:?}").to_lowercase()))
}

/// The lines of a tree, by the hash that names objects, in git's order.
pub fn entries(hash: u64, body: &[u8]) -> Result<Vec<GitEntry>> {
    let len = digest_len(hash)?;
    let mut entries: Vec<GitEntry> = Vec::new();
    let mut rest = body;
    let mut before: Option<Vec<u8>> = None;
    while !rest.is_empty() {
        let blank = rest.iter().take(8).position(|byte| *byte == b' ');
        let (mode, behind) = blank
            .and_then(|at| Some((rest.get(..at)?, rest.get(at + 1..)?)))
            .ok_or_else(|| wrong("the mode of a line of a tree", "another"))?;
        let mode = match mode {
            b"100644" | b"100664" => GitMode::File,
            b"100755" => GitMode::Executable,
            b"120000" => GitMode::Link,
            b"40000" => GitMode::Tree,
            b"160000" => GitMode::Module,
            _ => return Err(wrong("the mode of a line of a tree", "another")),
        };
        let nul = behind.iter().position(|byte| *byte == 0);
        let line = nul.and_then(|at| Some((behind.get(..at)?, behind.get(at + 1..)?)));
        let (name, behind) = line.ok_or_else(|| wrong("a name, NUL behind it", "none"))?;
        let Some((digest, behind)) = behind.split_at_checked(len) else {
            return Err(wrong("a whole digest", "fewer bytes"));
        };
        if name.is_empty() || name.contains(&b'/') {
            return Err(wrong("a name in a tree", "one that is none"));
        }
        let slash: &[u8] = if mode == GitMode::Tree { b"/" } else { b"" };
        let key = [name, slash].concat();
        if before.is_some_and(|before| before >= key) {
            return Err(wrong("the lines of a tree in order, each once", "others"));
        }
        before = Some(key);
        entries.push(GitEntry {
            mode,
            name: name.to_vec(),
            digest: digest.to_vec(),
        });
        rest = behind;
    }
    Ok(entries)
}

/// Refuses a tree that would not be the same if it were written anew: git once wrote 100664 too.
pub fn rewritable(hash: u64, block: &[u8]) -> Result<()> {
    let body = body(block, Kind::Tree)?;
    if git_tree_body(entries(hash, body)?) == body {
        return Ok(());
    }
    Err(wrong("a tree of modes that git still writes", "100664"))
}

/// The body of a commit, with the armour of a signature or without.
pub fn write_commit(commit: &Commit, signature: Option<&str>) -> Vec<u8> {
    let id = |cid: &Cid| hex::encode(cid.digest());
    let person = &commit.author;
    let (sign, zone) = if person.zone < 0 {
        ('-', -person.zone)
    } else {
        ('+', person.zone)
    };
    let who = format!(
        "{} <{}> {} {sign}{:02}{:02}",
        person.name,
        person.email,
        person.time,
        zone / 60,
        zone % 60
    );
    let mut text = format!("tree {}\n", id(&commit.tree));
    for parent in &commit.parents {
        text += "parent ";
        text += &id(parent);
        text += "\n";
    }
    text += &["author ", &who, "\ncommitter ", &who, "\n"].concat();
    if let Some(signature) = signature {
        let folded = signature.trim_end().replace('\n', "\n ");
        text += &[signature_header(commit.tree.hash()), " ", &folded, "\n"].concat();
    }
    text += "\n";
    text += &commit.message;
    // As git does it, so that the last line has an end.
    if !commit.message.is_empty() && !commit.message.ends_with('\n') {
        text += "\n";
    }
    text.into_bytes()
}

/// The header in which git keeps signatures, by the hash of the repository.
fn signature_header(hash: u64) -> &'static str {
    if hash == SHA1 {
        "gpgsig"
    } else {
        "gpgsig-sha256"
    }
}

/// A header of a commit: its name, its value unfolded, and the bytes that it takes.
type Header<'b> = (&'b [u8], Vec<u8>, &'b [u8]);

/// The headers of a commit, and its message.
fn headers(body: &[u8]) -> Result<(Vec<Header<'_>>, &[u8])> {
    let mut headers: Vec<Header<'_>> = Vec::new();
    let mut rest = body;
    loop {
        let end = rest.iter().position(|byte| *byte == b'\n');
        let Some((line, behind)) = end.and_then(|end| rest.split_at_checked(end + 1)) else {
            return Err(wrong("an empty line before the message", "none"));
        };
        let bare = line.strip_suffix(b"\n").unwrap_or(line);
        if bare.is_empty() {
            return Ok((headers, behind));
        }
        let before = body.len() - rest.len();
        if let (Some(more), Some((_, value, whole))) = (bare.strip_prefix(b" "), headers.last_mut())
        {
            value.push(b'\n');
            value.extend_from_slice(more);
            let begun = before - whole.len();
            *whole = body.get(begun..before + line.len()).unwrap_or_default();
        } else {
            let blank = bare.iter().position(|byte| *byte == b' ');
            let split = blank.and_then(|at| Some((bare.get(..at)?, bare.get(at + 1..)?)));
            let (name, value) = split.ok_or_else(|| wrong("a header and its value", "none"))?;
            headers.push((name, value.to_vec(), line));
        }
        rest = behind;
    }
}

/// Reads a commit.
pub fn read_commit(hash: u64, block: &[u8]) -> Result<Commit> {
    let body = body(block, Kind::Commit)?;
    let (headers, message) = headers(body)?;
    let mut rest = headers.iter().peekable();
    let id = |value: &[u8]| {
        let text = std::str::from_utf8(value).unwrap_or_default();
        let digest = hex::decode(text)
            .ok()
            .filter(|digest| Ok(digest.len()) == digest_len(hash));
        let digest = digest.ok_or_else(|| wrong("the ID of an object", format!("{text:?}")))?;
        Ok(Cid::v1(GIT_RAW, hash, &digest))
    };
    let mut named = |name: &[u8]| {
        rest.next_if(|header| header.0 == name)
            .map(|header| &header.1)
    };
    let tree = named(b"tree").ok_or_else(|| wrong("a tree first", "another header"))?;
    let mut parents = Vec::new();
    while let Some(parent) = named(b"parent") {
        parents.push(id(parent)?);
        if parents.len() > PARENTS_MOST {
            return Err(wrong("at most 1024 parents", "more"));
        }
    }
    let author = named(b"author").ok_or_else(|| wrong("an author", "another header"))?;
    let author = person(author)?;
    named(b"committer").ok_or_else(|| wrong("a committer", "another header"))?;
    Ok(Commit {
        tree: id(tree)?,
        parents,
        author,
        message: String::from_utf8_lossy(message).into_owned(),
        signed: signed(hash, body, &headers),
    })
}

/// The signature of a commit, and the bytes that it is over: all but the headers of signatures.
fn signed(hash: u64, body: &[u8], headers: &[Header<'_>]) -> Option<Signed> {
    let own = signature_header(hash).as_bytes();
    let (_, armour, _) = headers.iter().find(|(name, _, _)| *name == own)?;
    let mut payload = Vec::new();
    let mut headers_len = 0;
    for (name, _, whole) in headers {
        headers_len += whole.len();
        if !name.starts_with(b"gpgsig") {
            payload.extend_from_slice(whole);
        }
    }
    payload.extend_from_slice(body.get(headers_len..).unwrap_or_default());
    let armour = [armour, &b"\n"[..]].concat();
    Some(Signed {
        key: None,
        signature: SshSig::decode(&armour).ok().map(Signature::Ssh),
        payload,
    })
}

/// Who and when, of `NAME <MAIL> SECONDS ZONE`.
fn person(line: &[u8]) -> Result<Person> {
    let line = String::from_utf8_lossy(line);
    let bad = || wrong("NAME <MAIL> SECONDS ZONE", format!("{line:?}"));
    let (name, rest) = line.split_once('<').ok_or_else(bad)?;
    let (email, when) = rest.split_once('>').ok_or_else(bad)?;
    let (time, zone) = when.trim_start().split_once(' ').ok_or_else(bad)?;
    let zone: i16 = zone.parse().map_err(|_| bad())?;
    Ok(Person {
        name: name.trim().into(),
        email: email.into(),
        time: time.parse().map_err(|_| bad())?,
        zone: zone / 100 * 60 + zone % 100,
    })
}

/// The links of an object: of a tree what is in it, of a commit its tree and its parents.
pub fn links(hash: u64, block: &[u8]) -> Result<Vec<Cid>> {
    let (kind, body) = open(block)?;
    match kind {
        Kind::Tree => {
            // The commits of other repositories are not in this one.
            let own = entries(hash, body)?.into_iter();
            let own = own.filter(|entry| entry.mode != GitMode::Module);
            Ok(own
                .map(|entry| Cid::v1(GIT_RAW, hash, &entry.digest))
                .collect())
        }
        Kind::Commit => {
            let commit = read_commit(hash, block)?;
            Ok([vec![commit.tree], commit.parents].concat())
        }
        Kind::Blob | Kind::Tag => Ok(Vec::new()),
    }
}

/// An object as a value: a tree as a map of names to `mode` and `hash`, a commit as a map of its
/// headers, with links, any other as bytes.
pub fn value(hash: u64, block: &[u8]) -> Result<Document> {
    let (kind, body) = open(block)?;
    let mut builder = Builder::default();
    match kind {
        Kind::Blob | Kind::Tag => return Ok(Document::of(Item::Bytes(block.to_vec()))),
        Kind::Tree => {
            builder.begin(true);
            for entry in entries(hash, body)? {
                builder.text(name_text(&entry.name)?).begin(true);
                builder.text("hash");
                builder.put(Item::Link(Cid::v1(GIT_RAW, hash, &entry.digest)));
                builder.text("mode").text(mode_text(entry.mode)).end();
            }
            builder.end();
        }
        Kind::Commit => {
            let commit = read_commit(hash, block)?;
            let (headers, _) = headers(body)?;
            builder.begin(true);
            put_headers(&mut builder, &headers)?;
            builder.text("message").text(&commit.message);
            builder.text("parents").begin(false);
            for parent in commit.parents {
                builder.put(Item::Link(parent));
            }
            builder.end();
            builder.text("tree").put(Item::Link(commit.tree)).end();
        }
    }
    Ok(builder.done())
}

/// A name as a key of a map, which has each once.
fn name_text(name: &[u8]) -> Result<&str> {
    let form = |_| Error::new(slug::FORM, "names in UTF-8", "other bytes");
    std::str::from_utf8(name).map_err(form)
}

/// The headers of a commit but its links: a list where one stands there more than once.
fn put_headers(builder: &mut Builder, headers: &[Header<'_>]) -> Result<()> {
    let mut order: Vec<&str> = Vec::new();
    let mut values: HashMap<&str, Vec<String>> = HashMap::new();
    let more = headers
        .iter()
        .filter(|(name, _, _)| !matches!(*name, b"tree" | b"parent"));
    for (name, value, _) in more {
        let name = name_text(name)?;
        if matches!(name, "message" | "parents") {
            let wanted = "headers that are not named as the fields beside them";
            return Err(Error::new(slug::FORM, wanted, name.to_owned()));
        }
        let held = values.entry(name).or_default();
        if held.is_empty() {
            order.push(name);
        }
        held.push(String::from_utf8_lossy(value).into_owned());
    }
    for name in order {
        builder.text(name);
        match values.remove(name).unwrap_or_default().as_slice() {
            [value] => {
                builder.text(value);
            }
            several => {
                builder.begin(false);
                for value in several {
                    builder.text(value);
                }
                builder.end();
            }
        }
    }
    Ok(())
}

/// A mode as git writes it.
pub fn mode_text(mode: GitMode) -> &'static str {
    match mode {
        GitMode::File => "100644",
        GitMode::Executable => "100755",
        GitMode::Link => "120000",
        GitMode::Tree => "40000",
        GitMode::Module => "160000",
    }
}
