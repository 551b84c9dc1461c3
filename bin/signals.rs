//! Signals: Ctrl-C (or SIGTERM) asks long work to keep where it stands and end. A second one asks the
//! same, for who ends a whole group of processes sends it twice.

use std::io::Read;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use decent::error::{Error, slug};
use signal_hook::consts::{SIGINT, SIGTERM};

use crate::fail::Fail;

/// Which signal came.
#[derive(Clone, Debug)]
pub(crate) struct Signals(Arc<AtomicUsize>);

impl Signals {
    /// From now on signals are kept.
    pub(crate) fn listen() -> Result<Self, Fail> {
        let came = Arc::new(AtomicUsize::new(0));
        for signal in [SIGINT, SIGTERM] {
            let failed = |e: std::io::Error| Fail::from(Error::io(slug::UNREADABLE, &e));
            let number = signal.unsigned_abs() as usize;
            signal_hook::flag::register_usize(signal, Arc::clone(&came), number).map_err(failed)?;
        }
        Ok(Self(came))
    }

    /// The status with which to end, once a signal came.
    pub(crate) fn status(&self) -> Option<u8> {
        match self.0.load(Ordering::Relaxed) {
            0 => None,
            signal => Some(128 + signal as u8),
        }
    }
}

/// A folder under way, which a signal takes away with the program that makes it.
pub(crate) struct Fleeting(Arc<Mutex<Option<PathBuf>>>);

impl Fleeting {
    /// From now on a signal removes what stands at `path`, and then ends the program as it would have.
    pub(crate) fn at(path: &Path) -> Result<Self, Fail> {
        let failed = |e: std::io::Error| Fail::from(Error::io(slug::UNREADABLE, &e));
        let signals = Signals::listen()?;
        let (mut woken, wakes) = UnixStream::pair().map_err(failed)?;
        for signal in [SIGINT, SIGTERM] {
            let wakes = wakes.try_clone().map_err(failed)?;
            signal_hook::low_level::pipe::register(signal, wakes).map_err(failed)?;
        }
        let there = Arc::new(Mutex::new(Some(path.to_owned())));
        let own = Self(Arc::clone(&there));
        std::thread::spawn(move || {
            let came = woken.read_exact(&mut [0]);
            // Never given back: nothing is written there any more.
            let mut path = own.hold();
            if let (Ok(()), Some(path)) = (came, path.take()) {
                drop(std::fs::remove_dir_all(path));
            }
            let signal = signals
                .status()
                .map_or(SIGTERM, |status| i32::from(status) - 128);
            drop(signal_hook::low_level::emulate_default_handler(signal));
        });
        Ok(Self(there))
    }

    /// While this is held no signal takes the folder away; of nothing it stays where it is.
    pub(crate) fn hold(&self) -> MutexGuard<'_, Option<PathBuf>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
