//! Calendar days in universal time, as stamps write them: `YYMMDD`, with `hhmm` and `ss` behind it
//! where the clock was to be told.

use crate::codec::time::{date, days};

/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// `YYMMDDhhmmss`, of which a stamp has the first 6, 10 or 12 digits.
pub(super) fn written(seconds: u64) -> String {
    let seconds = seconds.cast_signed();
    let (year, month, day) = date(seconds.div_euclid(DAY));
    let clock = seconds.rem_euclid(DAY);
    let (hour, minute, second) = (clock / 3600, clock / 60 % 60, clock % 60);
    let year = year % 100;
    format!("{year:02}{month:02}{day:02}{hour:02}{minute:02}{second:02}")
}

/// Seconds since 1970 of an even number of digits, two for the year at least; the century is the
/// one that brings it nearest to `now`. `None` where it is no date.
pub(super) fn read(text: &str, now: u64) -> Option<u64> {
    let plain = text.len().is_multiple_of(2) && (2..=12).contains(&text.len());
    if !plain || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let field = |at: usize, none: i64| match text.get(2 * at..2 * at + 2) {
        Some(digits) => digits.parse().ok(),
        None => Some(none),
    };
    let (this_year, _, _) = date(now.cast_signed().div_euclid(DAY));
    let mut year = this_year / 100 * 100 + field(0, 0)?;
    if year > this_year + 50 {
        year -= 100;
    } else if year + 50 < this_year {
        year += 100;
    }
    let (month, day) = (field(1, 1)?, field(2, 1)?);
    let (hour, minute, second) = (field(3, 0)?, field(4, 0)?, field(5, 0)?);
    let real = year >= 1970 && (1..=12).contains(&month) && hour < 24 && minute < 60 && second < 60;
    let number = days(year, month, day);
    if !real || date(number) != (year, month, day) {
        return None;
    }
    u64::try_from(number * DAY + hour * 3600 + minute * 60 + second).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_go_both_ways() {
        assert_eq!(written(1_000_000_000), "010909014640");
        assert_eq!(read("010909014640", 1_700_000_000), Some(1_000_000_000));
        assert_eq!(read("040806", 1_700_000_000), Some(1_091_750_400));
        // 2070 is nearer to 2023 than 1970, and 1970 to 2001.
        assert_eq!(read("700101000000", 1_700_000_000), Some(3_155_760_000));
        assert_eq!(read("700101000000", 1_000_000_000), Some(0));
        for bad in [
            "",
            "0",
            "041306",
            "040230",
            "04080624",
            "040806a",
            "0408060000000",
        ] {
            assert_eq!(read(bad, 1_700_000_000), None, "{bad}");
        }
    }
}
