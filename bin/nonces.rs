//! Files of nonces, each good for one use: they are gone, on the disk too, before what they made is
//! handed out. Whoever is killed in between has lost nonces, which cost nothing.

use std::fs::File;
use std::io::{Read, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use decent::error::{Error, slug};
use decent::frost::nonce::LARGEST;
use decent::secret::Secret;
use decent::watch::{Step, Watch};
use rustix::fs::FlockOperation;
use zeroize::Zeroizing;

use crate::fail::Fail;
use crate::output::Artefact;
use crate::report::bytes_of;

/// A file of nonces that nobody else has open to sign by.
pub(crate) struct Nonces {
    file: File,
    path: PathBuf,
    name: Vec<u8>,
}

impl Nonces {
    /// Opens and locks the file. Whoever comes second waits, and finds it used.
    pub(crate) fn open(path: &Path) -> Result<Self, Fail> {
        let name = bytes_of(path).to_vec();
        let lasting = |found: &'static str| {
            let wanted = "a file, which can be used up";
            Fail::from(Error::new(slug::FROST_NONCE, wanted, found)).named(bytes_of(path))
        };
        if name == b"-" {
            return Err(lasting("standard input"));
        }
        let failed = |e: std::io::Error| {
            if e.kind() == std::io::ErrorKind::NotFound {
                let words = "no such file: nonces are gone once they have signed";
                return used(words, &name);
            }
            Fail::from(Error::io(slug::UNREADABLE, &e)).named(&*name)
        };
        // The file itself goes, wherever a link to it stands.
        let place = path.canonicalize().map_err(failed)?;
        let file = File::options().read(true).write(true).open(&place);
        let file = file.map_err(failed)?;
        if !file.metadata().map_err(failed)?.is_file() {
            return Err(lasting("a pipe or a device"));
        }
        rustix::fs::flock(&file, FlockOperation::LockExclusive).map_err(|e| failed(e.into()))?;
        let nonces = Self {
            file,
            path: place,
            name: name.clone(),
        };
        nonces.still_there()?;
        Ok(nonces)
    }

    /// Whether the file still stands under its name: another may have used it up meanwhile.
    fn still_there(&self) -> Result<(), Fail> {
        let id = |file: std::fs::Metadata| (file.dev(), file.ino());
        let (mine, named) = (self.file.metadata().map(id), self.path.metadata().map(id));
        match (mine, named) {
            (Ok(mine), Ok(named)) if mine == named => Ok(()),
            _ => Err(used("another has signed by these nonces", &self.name)),
        }
    }

    /// What is in it.
    pub(crate) fn read(&mut self) -> Result<Secret, Fail> {
        let mut bytes = Zeroizing::new(vec![0; LARGEST + 1]);
        let mut filled = 0;
        loop {
            let room = bytes.get_mut(filled..).unwrap_or_default();
            match self.file.read(room) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
                Err(e) => {
                    return Err(Fail::from(Error::io(slug::UNREADABLE, &e)).named(&*self.name));
                }
            }
        }
        if filled > LARGEST {
            let wanted = format!("at most {LARGEST} bytes");
            return Err(Fail::from(Error::new(slug::TOO_LARGE, wanted, "more")).named(&*self.name));
        }
        Ok(Secret::from(bytes.get(..filled).unwrap_or_default()))
    }

    /// Uses them up. What is left of them takes their place. Other names of the same file find it
    /// empty; a copy is not found, and must not be made.
    pub(crate) fn consume(self, left: Option<Secret>) -> Result<(), Fail> {
        let failed = |e: std::io::Error| Fail::output(&e, &self.name);
        if let Some(left) = left {
            let mut after = Artefact::begin_secret(&self.path, true)?;
            after.write_all(left.bytes()).map_err(failed)?;
            after.commit()?;
            self.empty().map_err(failed)
        } else {
            self.empty().map_err(failed)?;
            std::fs::remove_file(&self.path).map_err(failed)?;
            self.folder_synced().map_err(failed)
        }
    }

    /// Nothing of the old file is left, after a crash too.
    fn empty(&self) -> std::io::Result<()> {
        self.file.set_len(0)?;
        self.file.sync_all()?;
        self.folder_synced()
    }

    fn folder_synced(&self) -> std::io::Result<()> {
        let folder = self.path.parent().unwrap_or(Path::new("/"));
        File::open(folder)?.sync_all()
    }
}

/// Keeps steps back until the nonces are gone: a part that is narrated is handed out.
pub(crate) struct Withheld<'a> {
    watch: &'a dyn Watch,
    steps: Mutex<Vec<Step>>,
}

impl<'a> Withheld<'a> {
    /// What would be told to this watch.
    pub(crate) fn from(watch: &'a dyn Watch) -> Self {
        let steps = Mutex::new(Vec::new());
        Self { watch, steps }
    }

    /// Tells all.
    pub(crate) fn tell(self) {
        let steps = self.steps.into_inner().unwrap_or_default();
        for step in &steps {
            self.watch.step(step);
        }
    }
}

impl Watch for Withheld<'_> {
    fn narrates(&self) -> bool {
        self.watch.narrates()
    }

    fn tells_secrets(&self) -> bool {
        self.watch.tells_secrets()
    }

    fn advance(&self, n: u64) {
        self.watch.advance(n);
    }

    fn step(&self, step: &Step) {
        if let Ok(mut steps) = self.steps.lock() {
            steps.push(step.clone());
        }
    }

    fn stopped(&self) -> bool {
        self.watch.stopped()
    }
}

fn used(words: &'static str, name: &[u8]) -> Fail {
    let fail = Fail::from(Error::new(slug::NONCE_USED, "", words)).named(name);
    fail.hint("make new ones with decent frost commit, and have all sign with the new commitments")
}
