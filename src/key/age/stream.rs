//! A file sealed and opened: chunks of 64 KiB, each with its number in its nonce and the last one
//! marked, so that no chunk can be moved, left out or put in (the STREAM construction).

use std::io::{BufRead, Read};

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::header::{Header, Stanza, bare};
use super::{FileKey, Identity, Recipient, derived, not_sealed, stanza};
use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::secret::{SecretBytes, random};
use crate::watch::{Step, Watch};

/// Bytes of a chunk, but for the last.
pub const CHUNK: usize = 64 << 10;

/// Bytes that authenticate a chunk.
const TAG: usize = 16;

/// Bytes between header and chunks, which make the key of the chunks a fresh one.
const NONCE: usize = 16;

/// The chunks' cipher, and the number of the next one.
struct Chunks {
    cipher: ChaCha20Poly1305,
    number: u64,
}

impl Chunks {
    fn new(key: &SecretBytes<32>) -> Self {
        Self {
            cipher: ChaCha20Poly1305::new(&(**key).into()),
            number: 0,
        }
    }

    /// Eleven bytes of number, one that says whether it is the last.
    fn nonce(&self, last: bool) -> [u8; 12] {
        let mut nonce = [0; 12];
        for (to, from) in nonce.iter_mut().skip(3).zip(self.number.to_be_bytes()) {
            *to = from;
        }
        if let Some(mark) = nonce.last_mut() {
            *mark = u8::from(last);
        }
        nonce
    }

    /// Encrypts a chunk where it stands.
    fn seal(&mut self, chunk: &mut Vec<u8>, last: bool) -> Result<()> {
        let nonce = self.nonce(last).into();
        let done = self.cipher.encrypt_in_place(&nonce, b"", chunk);
        self.number += 1;
        done.map_err(|_| not_sealed("a chunk of 64 KiB", "a longer one"))
    }

    /// Decrypts a chunk where it stands, if it is what it should be; else nothing of it is changed.
    fn open(&mut self, chunk: &mut Vec<u8>, last: bool) -> bool {
        let nonce = self.nonce(last).into();
        let opened = self.cipher.decrypt_in_place(&nonce, b"", chunk).is_ok();
        self.number += u64::from(opened);
        opened
    }
}

/// Reads until `chunk` holds `most` bytes or the input ends.
fn fill(input: &mut dyn Read, chunk: &mut Vec<u8>, most: usize) -> Result<()> {
    chunk.clear();
    let read = input.take(most as u64).read_to_end(chunk);
    read.map(drop).map_err(|e| Error::io(slug::UNREADABLE, &e))
}

/// The key of the chunks.
fn payload_key(key: &FileKey, nonce: &[u8]) -> SecretBytes<32> {
    derived(key.as_ref(), nonce, b"payload")
}

fn stopped(watch: &dyn Watch) -> Result<()> {
    if watch.stopped() {
        return Err(Error::new(slug::STOPPED, "", "stopped"));
    }
    Ok(())
}

/// Two chunks: one to work on, one to know whether the first is the last.
struct Window<'a> {
    input: &'a mut dyn Read,
    size: usize,
    now: Zeroizing<Vec<u8>>,
    next: Zeroizing<Vec<u8>>,
}

impl<'a> Window<'a> {
    fn new(input: &'a mut dyn Read, size: usize) -> Result<Self> {
        let buffer = || Zeroizing::new(Vec::with_capacity(CHUNK + 2 * TAG));
        let (now, mut next) = (buffer(), buffer());
        fill(input, &mut next, size)?;
        Ok(Self {
            input,
            size,
            now,
            next,
        })
    }

    /// The next chunk, and whether it is the last.
    fn advance(&mut self) -> Result<bool> {
        std::mem::swap(&mut self.now, &mut self.next);
        self.next.clear();
        if self.now.len() == self.size {
            fill(self.input, &mut self.next, self.size)?;
        }
        Ok(self.next.is_empty())
    }
}

/// Encrypts all of `input` to `recipients`, in the format of age.
///
/// ```
/// use decent::key::{Kind, SecretKey, age};
/// use decent::watch::Deaf;
/// # let bytes = decent::secret::SecretBytes::new([7; 32]);
/// # let key = SecretKey::from_bytes(Kind::X25519, &bytes).unwrap();
/// # struct Zero;
/// # impl rand_core::TryRng for Zero {
/// #     type Error = std::convert::Infallible;
/// #     fn try_next_u32(&mut self) -> Result<u32, Self::Error> { Ok(1) }
/// #     fn try_next_u64(&mut self) -> Result<u64, Self::Error> { Ok(1) }
/// #     fn try_fill_bytes(&mut self, b: &mut [u8]) -> Result<(), Self::Error> { b.fill(1); Ok(()) }
/// # }
/// # impl rand_core::TryCryptoRng for Zero {}
/// # let mut rng = Zero;
/// let to = age::Recipient::try_from(&key.public()).unwrap();
/// let mut file = Vec::new();
/// let put = &mut |bytes: &[u8]| { file.extend_from_slice(bytes); Ok(()) };
/// age::seal(&[to], &mut &b"hello"[..], put, &mut rng, &Deaf).unwrap();
/// let mut text = Vec::new();
/// let put = &mut |bytes: &[u8]| { text.extend_from_slice(bytes); Ok(()) };
/// let me = age::Identity::try_from(key).unwrap();
/// age::open(&[me], &mut &file[..], put, &Deaf).unwrap();
/// assert_eq!(text, b"hello");
/// ```
pub fn seal(
    recipients: &[Recipient],
    input: &mut dyn Read,
    put: &mut dyn FnMut(&[u8]) -> Result<()>,
    rng: &mut dyn CryptoRng,
    watch: &dyn Watch,
) -> Result<()> {
    if recipients.is_empty() {
        return Err(Error::new(slug::OUT_OF_RANGE, "a recipient", "none"));
    }
    let key = new_key(rng, watch);
    let stanzas = recipients
        .iter()
        .map(|to| stanza::wrap(to, &key, rng, watch));
    let stanzas = stanzas.collect::<Result<_>>()?;
    seal_under(&key, stanzas, input, put, rng, watch)
}

/// The key of a new file.
pub fn new_key(rng: &mut dyn CryptoRng, watch: &dyn Watch) -> FileKey {
    let key: FileKey = random(rng);
    if watch.narrates() {
        let why = "drawn for this file alone; everything else follows from it";
        let step = Step::new("file key", why);
        watch.step(&step.secret(watch, "key", hex::encode(key.as_ref())));
    }
    key
}

/// Encrypts all of `input` under the key of a file, which `stanzas` hold for whom it is.
pub fn seal_under(
    key: &FileKey,
    stanzas: Vec<Stanza>,
    input: &mut dyn Read,
    put: &mut dyn FnMut(&[u8]) -> Result<()>,
    rng: &mut dyn CryptoRng,
    watch: &dyn Watch,
) -> Result<()> {
    let header = Header::new(stanzas, key);
    let nonce = *random::<NONCE>(rng);
    tell_header(watch, &header, key, &nonce);
    put(&header.bytes())?;
    put(&nonce)?;
    let mut chunks = Chunks::new(&payload_key(key, &nonce));
    let mut window = Window::new(input, CHUNK)?;
    loop {
        stopped(watch)?;
        let last = window.advance()?;
        let length = window.now.len() as u64;
        chunks.seal(&mut window.now, last)?;
        put(&window.now)?;
        watch.advance(length);
        if last {
            tell_chunks(watch, chunks.number);
            return Ok(());
        }
    }
}

fn tell_header(watch: &dyn Watch, header: &Header, key: &FileKey, nonce: &[u8]) {
    if !watch.narrates() {
        return;
    }
    let why = "a MAC under a key made of the file's covers every line, so that no recipient can be \
               put in, taken out or changed";
    let mac_key = derived(key.as_ref(), b"", b"header");
    let step = Step::new("header", why)
        .value("recipients", header.stanzas.len())
        .value("bytes", header.bytes().len())
        .secret(watch, "mac key", hex::encode(mac_key.as_ref()));
    watch.step(&step.value("mac", bare(header.mac())));
    let why = "each chunk has its number in its nonce, and the last is marked";
    let step = Step::new("payload", why).value("nonce", hex::encode(nonce));
    let payload = payload_key(key, nonce);
    watch.step(&step.secret(watch, "chunk key", hex::encode(payload.as_ref())));
}

fn tell_chunks(watch: &dyn Watch, count: u64) {
    if watch.narrates() {
        let why = "64 KiB each but the last, 16 bytes of tag behind each";
        watch.step(&Step::new("chunks", why).value("count", count));
    }
}

/// The file's key, from the first stanza that is for one of `identities`.
fn file_key(header: &Header, identities: &[Identity]) -> Result<FileKey> {
    for stanza in &header.stanzas {
        for identity in identities {
            if let Some(key) = stanza::unwrap(stanza, identity)? {
                return Ok(key);
            }
        }
    }
    let wanted = "a recipient that is this key";
    Err(Error::new(slug::NOT_FOR_KEY, wanted, header.for_others()))
}

/// Decrypts all of `input` for the first of `identities` that it is for. A chunk is put out only
/// once it is authenticated, the first not before the header is; a file that is cut short is an
/// error in the end, which makes what was put out a part and no file.
pub fn open(
    identities: &[Identity],
    input: &mut dyn BufRead,
    put: &mut dyn FnMut(&[u8]) -> Result<()>,
    watch: &dyn Watch,
) -> Result<()> {
    let header = Header::read(input)?;
    let key = file_key(&header, identities)?;
    open_under(&key, &header, input, put, watch)
}

/// Decrypts what stands behind a header, under the key of the file that one of its stanzas gave.
pub fn open_under(
    key: &FileKey,
    header: &Header,
    input: &mut dyn Read,
    put: &mut dyn FnMut(&[u8]) -> Result<()>,
    watch: &dyn Watch,
) -> Result<()> {
    if !header.is_of(key) {
        let words = "the header was changed: its MAC is another";
        return Err(Error::new(slug::SEALED_FORGED, "", words));
    }
    let mut nonce = Vec::new();
    fill(input, &mut nonce, NONCE)?;
    if nonce.len() < NONCE {
        return Err(cut(0));
    }
    tell_header(watch, header, key, &nonce);
    let mut chunks = Chunks::new(&payload_key(key, &nonce));
    let mut window = Window::new(input, CHUNK + TAG)?;
    loop {
        stopped(watch)?;
        let last = window.advance()?;
        if !chunks.open(&mut window.now, last) {
            return Err(broken(&mut chunks, &mut window.now, last));
        }
        if window.now.is_empty() && chunks.number > 1 {
            let words = "an empty chunk behind others";
            return Err(Error::new(slug::SEALED_FORGED, "", words));
        }
        put(&window.now)?;
        watch.advance(window.now.len() as u64);
        if last {
            tell_chunks(watch, chunks.number);
            return Ok(());
        }
    }
}

/// What is wrong with a chunk: it would be good if it were not (or were) the last.
fn broken(chunks: &mut Chunks, chunk: &mut Vec<u8>, last: bool) -> Error {
    let number = chunks.number;
    if chunks.open(chunk, !last) {
        if last {
            return cut(number + 1);
        }
        let words = "bytes behind the last chunk";
        return Error::new(slug::SEALED_FORGED, "", words);
    }
    if chunk.is_empty() {
        return cut(number);
    }
    let words = "the chunk was changed, or the file is cut short in it";
    Error::new(slug::SEALED_FORGED, "", words).at(Place::Item("chunk", number))
}

fn cut(whole: u64) -> Error {
    let words = format!("the file is cut short: its last chunk is missing ({whole} are whole)");
    Error::new(slug::SEALED_CUT, "", words)
}
