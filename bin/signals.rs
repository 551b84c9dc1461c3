//! Signals: Ctrl-C (or SIGTERM) asks long work to keep where it stands and end. A second one asks the
//! same, for who ends a whole group of processes sends it twice.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

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
