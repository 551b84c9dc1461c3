//! How much is done, in the words of a log.

use std::time::Duration;

/// What is counted, and how much of it there is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Amount {
    /// Bytes, of a known total or not.
    Bytes(Option<u64>),
    /// Tries, of which so many are expected.
    Tries(Option<f64>),
}

impl Amount {
    /// What a log says of it, without an end of line.
    pub(crate) fn words(self, done: u64, elapsed: Duration) -> String {
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
