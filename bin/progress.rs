//! Progress on standard error: only where a person waits there, only after a moment, one thread
//! that draws what the workers add to one number.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::output;

/// Nothing is drawn for work that is done sooner.
const PATIENCE: Duration = Duration::from_millis(250);
const REDRAW: Duration = Duration::from_millis(100);
/// A log gets a line this often.
const LOG_EVERY: Duration = Duration::from_secs(5);

/// What is counted, and how much of it there is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Amount {
    /// Bytes, of a known total or not.
    Bytes(Option<u64>),
    /// Tries, of which so many are expected.
    Tries(Option<f64>),
}

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

impl Amount {
    /// What a log says of it, without an end of line.
    fn words(self, done: u64, elapsed: Duration) -> String {
        match self {
            Self::Bytes(total) => match total.filter(|total| *total > 0) {
                Some(total) => {
                    let percent = u128::from(done) * 100 / u128::from(total);
                    format!("{done} of {total} bytes ({percent}%)")
                }
                None => format!("{done} bytes"),
            },
            Self::Tries(expected) => {
                let rate = done as f64 / elapsed.as_secs_f64().max(1e-3);
                let tried = format!("{} tries, {}/s", counted(done as f64), counted(rate));
                let Some(expected) = expected.filter(|expected| expected.is_finite()) else {
                    return tried;
                };
                let left = counted_seconds(expected / rate.max(1.0));
                format!(
                    "{tried}, {:.2} of the expected {} ({left}), luck {:.0}%",
                    done as f64 / expected,
                    counted(expected),
                    100.0 * decent::pow::narrate::luck(done, expected),
                )
            }
        }
    }
}

/// A number with three digits and a letter: `12.3M`.
fn counted(number: f64) -> String {
    let units = ["", "k", "M", "G", "T", "P", "E"];
    let mut number = number;
    for unit in units {
        if number < 1000.0 {
            let digits = usize::from(!unit.is_empty() && number < 100.0);
            return format!("{number:.digits$}{unit}");
        }
        number /= 1000.0;
    }
    format!("{number:.1e}Z")
}

/// A time that a person can picture.
fn counted_seconds(seconds: f64) -> String {
    for (unit, size) in [
        ("y", 31_556_952.0),
        ("d", 86_400.0),
        ("h", 3600.0),
        ("min", 60.0),
    ] {
        if seconds >= 2.0 * size {
            return format!("{} {unit}", counted(seconds / size));
        }
    }
    format!("{seconds:.1} s")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_are_told_with_rate_and_luck() {
        let second = Duration::from_secs(2);
        let told = Amount::Tries(Some(1_048_576.0)).words(524_288, second);
        let wanted = "524k tries, 262k/s, 0.50 of the expected 1.0M (4.0 s), luck 39%";
        assert_eq!(told, wanted);
        assert_eq!(Amount::Tries(None).words(10, second), "10 tries, 5/s");
        let told = Amount::Bytes(Some(200)).words(50, second);
        assert_eq!(told, "50 of 200 bytes (25%)");
        assert_eq!(counted_seconds(864_000.0), "10 d");
    }
}
