//! Arguments that many tools share, and the types in which values are parsed.

use std::ops::Range;
use std::path::PathBuf;
use std::str::FromStr;

use clap::ValueEnum;
use decent::codec::time;

/// What every tool takes, anywhere on its line.
#[derive(clap::Args, Clone, Debug)]
#[command(next_help_heading = "Common options")]
pub(crate) struct Common {
    /// Report as JSON Lines
    #[arg(long, global = true, display_order = 900)]
    pub(crate) json: bool,
    /// Narrate each step with its real values, on standard error
    #[arg(long, global = true, display_order = 901, value_name = "WHAT", num_args = 0..=1, require_equals = true, default_missing_value = "brief")]
    pub(crate) explain: Option<Explain>,
    /// Say nothing on standard error but errors
    #[arg(short, long, global = true, display_order = 902)]
    pub(crate) quiet: bool,
    /// When to color
    #[arg(
        long,
        global = true,
        display_order = 903,
        value_name = "WHEN",
        default_value = "auto",
        hide_default_value = true
    )]
    pub(crate) color: When,
    /// When to show progress
    #[arg(
        long,
        global = true,
        display_order = 904,
        value_name = "WHEN",
        default_value = "auto",
        hide_default_value = true
    )]
    pub(crate) progress: When,
    /// Print values alone, without names
    #[arg(long, global = true, display_order = 905)]
    pub(crate) no_names: bool,
}

/// How much is narrated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Explain {
    /// The first steps, the last, and those that matter
    Brief,
    /// Every step
    All,
    /// Secret values too
    Secrets,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    Auto,
    Always,
    Never,
}

/// Where an artefact goes.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Create {
    /// Write to FILE, whole or not at all; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// A number of bytes: `16384`, `16K`, `16KiB`, `1M`, `16kB`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size(pub(crate) u64);

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let accepted = || format!("{text:?} is no size: give 16384, 16K, 16KiB, 1M or 16kB");
        let digits = text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len());
        let (number, unit) = text.split_at(digits);
        let number: u64 = number.parse().map_err(|_| accepted())?;
        let powers = ["K", "M", "G", "T"];
        let factor = match unit {
            "" | "B" => 1,
            "kB" | "KB" => 1000,
            "MB" => 1000 * 1000,
            "GB" => 1000 * 1000 * 1000,
            "TB" => 1000 * 1000 * 1000 * 1000,
            _ => {
                let letter = unit.strip_suffix("iB").unwrap_or(unit).to_uppercase();
                let power = powers.iter().position(|power| *power == letter);
                1 << (10 * (power.ok_or_else(accepted)? + 1))
            }
        };
        let size = number
            .checked_mul(factor)
            .ok_or_else(|| format!("{text} is past 2^64 bytes"))?;
        Ok(Self(size))
    }
}

/// A time in seconds since 1970: as such, or as RFC 3339 writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Time(pub(crate) i64);

impl FromStr for Time {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong =
            || format!("{text:?} is no time: give 2026-01-31T12:00:00Z or seconds since 1970");
        time::read(text).map(Self).map_err(|_| wrong())
    }
}

/// A range of bytes: `A:B` up to, not including, B; `A:` to the end; `:B` from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ByteRange {
    pub(crate) start: u64,
    pub(crate) end: Option<u64>,
}

impl ByteRange {
    /// The range within `len` bytes.
    pub(crate) fn within(self, len: u64) -> Range<u64> {
        self.start..self.end.unwrap_or(len)
    }
}

impl FromStr for ByteRange {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is no range: give A:B, A: or :B in bytes");
        let (start, end) = text.split_once(':').ok_or_else(wrong)?;
        let bytes = |text: &str, none| match text {
            "" => Ok(none),
            text => text
                .parse::<Size>()
                .map(|size| Some(size.0))
                .map_err(|_| wrong()),
        };
        let start = bytes(start, Some(0))?.unwrap_or(0);
        let end = bytes(end, None)?;
        if end.is_some_and(|end| end <= start) {
            return Err(format!("{text:?} is empty: B must be past A"));
        }
        Ok(Self { start, end })
    }
}
