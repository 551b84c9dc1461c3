//! Progress on standard error: only where a person waits there, only after a moment, one thread
//! that draws what the workers add to one number.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::amount::Amount;
use crate::output;

/// Nothing is drawn for work that is done sooner.
const PATIENCE: Duration = Duration::from_millis(250);
const REDRAW: Duration = Duration::from_millis(100);
/// A log gets a line this often.
const LOG_EVERY: Duration = Duration::from_secs(5);

/// How much is done of how much.
pub(crate) struct Progress {
    done: Arc<AtomicU64>,
    thread: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins to draw, or where standard error is no terminal, to write lines.
    pub(crate) fn begin(amount: Amount, terminal: bool) -> Self {
        let done = Arc::new(AtomicU64::new(0));
        let (stop, stopped) = channel::<()>();
        let seen = Arc::clone(&done);
        let begun = Instant::now();
        let thread = std::thread::spawn(move || {
            let words = || amount.words(seen.load(Ordering::Relaxed), begun.elapsed());
            let wait = |time| matches!(stopped.recv_timeout(time), Err(RecvTimeoutError::Timeout));
            if !terminal {
                while wait(LOG_EVERY) {
                    output::complain((words() + "\n").as_bytes());
                }
                return;
            }
            if !wait(PATIENCE) {
                return;
            }
            let bar = bar(amount);
            loop {
                bar.set_position(seen.load(Ordering::Relaxed));
                if matches!(amount, Amount::Tries(_)) {
                    bar.set_message(words());
                }
                if !wait(REDRAW) {
                    break;
                }
            }
            bar.finish_and_clear();
        });
        Self {
            done,
            thread: Some((stop, thread)),
        }
    }

    /// So many bytes more are done.
    pub(crate) fn advance(&self, n: u64) {
        self.done.fetch_add(n, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.thread.take() {
            drop(stop);
            drop(thread.join());
        }
    }
}

fn bar(amount: Amount) -> ProgressBar {
    let target = ProgressDrawTarget::stderr_with_hz(10);
    let (total, template) = match amount {
        Amount::Bytes(Some(total)) => (
            Some(total),
            "{bar:30} {bytes}/{total_bytes} {bytes_per_sec} ETA {eta}",
        ),
        Amount::Bytes(None) => (None, "{spinner} {bytes} {bytes_per_sec}"),
        Amount::Tries(_) => (None, "{spinner} {msg}"),
    };
    let bar = ProgressBar::with_draw_target(total, target);
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
