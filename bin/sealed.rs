//! Whom a file is sealed to and who opens it: keys in any form, and age's lists of them; and how sealed
//! files are read and put out.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use decent::error::{Error, slug};
use decent::key::age::{self, Armor, Identity, Recipient, keys};
use decent::key::form::LARGEST;
use decent::key::{Kind, PublicKey, SecretKey};

use crate::cx::{Cx, Made};
use crate::fail::Fail;
use crate::input::{Input, Role};
use crate::report::bytes_of;
use crate::secrets::Passphrase;

/// Bytes read at once.
const BUFFER: usize = 128 << 10;

/// The recipients that an option names: letters `age1..`, or a file with one key, or a list of keys
/// as age reads it, a line each.
pub(crate) fn recipients(cx: &mut Cx, path: &Path) -> Result<Vec<Recipient>, Fail> {
    let letters = path.to_str().filter(|text| text.starts_with("age1"));
    if let Some(text) = letters.filter(|_| !path.exists()) {
        let key = keys::recipient(text);
        let key = key.map_err(|error| Fail::from(error).named("--to"))?;
        return Ok(vec![Recipient::X25519(key)]);
    }
    let mut input = cx.open("recipient", path, Role::Anchor)?;
    let bytes = input.read_secret(LARGEST)?;
    let failed = |error: Error| Fail::from(error.of("recipient"));
    let text = std::str::from_utf8(bytes.bytes()).unwrap_or_default();
    let lines: Vec<&str> = keys::lines(text).collect();
    let list = |line: &&str| line.starts_with("age1") || line.starts_with("ssh-");
    if lines.len() > 1 && lines.iter().all(list) {
        let each = lines.into_iter().map(|line| {
            let read = PublicKey::read(line.as_bytes(), None)?;
            Recipient::try_from(&read.key)
        });
        return each.collect::<Result<_, _>>().map_err(failed);
    }
    let read = PublicKey::read(bytes.bytes(), None).map_err(failed)?;
    Ok(vec![Recipient::try_from(&read.key).map_err(failed)?])
}

/// The identities of a file: one key, or a list of age's.
pub(crate) fn identities(
    cx: &mut Cx,
    path: &Path,
    passphrase: &Passphrase,
) -> Result<Vec<Identity>, Fail> {
    let bytes = cx.secret("key", path, Role::Anchor)?;
    let failed = |error: Error| Fail::from(error.of("key")).named(bytes_of(path));
    let text = std::str::from_utf8(bytes.bytes()).unwrap_or_default();
    let mut lines = keys::lines(text).peekable();
    let list = |line: &str| line.starts_with("AGE-SECRET-KEY-");
    if lines.peek().is_some_and(|line| list(line)) {
        let each = lines.map(|line| {
            let bytes = keys::identity(line)?;
            Identity::try_from(SecretKey::from_bytes(Kind::X25519, &bytes)?)
        });
        return each.collect::<Result<_, _>>().map_err(failed);
    }
    // Hex digits open what is sealed to X25519, or to Ed25519: both are tried.
    let kinds = match text.trim().len() {
        64 => vec![Kind::X25519, Kind::Ed25519],
        _ => vec![Kind::Ed25519],
    };
    let mut found = Vec::new();
    for kind in kinds {
        let (read, _) = cx.unlocked("key", path, &bytes, passphrase, Some(kind))?;
        found.push(Identity::try_from(read.key).map_err(failed)?);
    }
    Ok(found)
}

/// The bytes of a sealed file, out of their armour where they stand in one; and whether they did.
pub(crate) fn bare<'a>(
    reader: &'a mut dyn BufRead,
) -> Result<(Box<dyn BufRead + 'a>, bool), Error> {
    let start = reader.fill_buf();
    let start = start.map_err(|e| Error::io(slug::UNREADABLE, &e).of("file"))?;
    if !age::is_armored(start) {
        return Ok((Box::new(reader), false));
    }
    let bare = BufReader::with_capacity(BUFFER, age::unarmored(reader));
    Ok((Box::new(bare), true))
}

/// A reader of so many bytes at once that two chunks fit.
pub(crate) fn buffered<'a>(input: &'a mut Input) -> BufReader<Box<dyn Read + Send + 'a>> {
    BufReader::with_capacity(BUFFER, input.reader())
}

/// Puts out what is sealed, in armour where that is wanted.
pub(crate) struct Sealing<'a> {
    made: Made<'a>,
    armor: Option<Armor>,
}

impl<'a> Sealing<'a> {
    pub(crate) fn new(made: Made<'a>, armored: bool) -> Self {
        let armor = armored.then(Armor::default);
        Self { made, armor }
    }

    pub(crate) fn put(&mut self, bytes: &[u8]) -> Result<(), Fail> {
        match &mut self.armor {
            Some(armor) => self.made.put(armor.put(bytes).as_bytes()),
            None => self.made.put(bytes),
        }
    }

    pub(crate) fn finish(mut self) -> Result<(), Fail> {
        if let Some(armor) = self.armor {
            self.made.put(armor.end().as_bytes())?;
        }
        self.made.finish()
    }
}
