//! Calendar days in universal time, as stamps write them: `YYMMDD`, with `hhmm` and `ss` behind it
//! where the clock was to be told.

/// Seconds of a day.
const DAY: u64 = 24 * 60 * 60;

/// Year, month and day of a day counted from 1970 (Hinnant's `civil_from_days`, 2013).
fn civil(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    (year + 400 * era + u64::from(month <= 2), month, day)
}

/// The day counted from 1970, the opposite of [`civil`].
fn days(year: u64, month: u64, day: u64) -> u64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year / 400, year % 400);
    let shifted = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * shifted + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// `YYMMDDhhmmss`, of which a stamp has the first 6, 10 or 12 digits.
pub(super) fn written(seconds: u64) -> String {
    let (year, month, day) = civil(seconds / DAY);
    let clock = seconds % DAY;
    let (hour, minute, second) = (clock / 3600, clock / 60 % 60, clock % 60);
    let year = year % 100;
    format!("{year:02}{month:02}{day:02}{hour:02}{minute:02}{second:02}")
}

/// Seconds since 1970 of an even number of digits, two for the year at least; the century is the
/// one that brings it nearest to `now`. `None` where it is no date.
pub(super) fn read(text: &str, now: u64) -> Option<u64> {
    let plain = text.len() % 2 == 0 && (2..=12).contains(&text.len());
    if !plain || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let field = |at: usize, none: u64| match text.get(2 * at..2 * at + 2) {
        Some(digits) => digits.parse().ok(),
        None => Some(none),
    };
    let this_year = civil(now / DAY).0;
    let mut year = this_year / 100 * 100 + field(0, 0)?;
    if year > this_year + 50 {
        year -= 100;
    } else if year + 50 < this_year {
        year += 100;
    }
    let (month, day) = (field(1, 1)?, field(2, 1)?);
    let (hour, minute, second) = (field(3, 0)?, field(4, 0)?, field(5, 0)?);
    let real = year >= 1970 && (1..=12).contains(&month) && hour < 24 && minute < 60 && second < 60;
    if !real || civil(days(year, month, 1) + day.checked_sub(1)?) != (year, month, day) {
        return None;
    }
    Some(days(year, month, day) * DAY + hour * 3600 + minute * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_go_both_ways() {
        for day in (0..60_000).step_by(7) {
            let (year, month, of_month) = civil(day);
            assert_eq!(days(year, month, of_month), day);
        }
        assert_eq!(written(1_000_000_000), "010909014640");
        assert_eq!(read("010909014640", 1_700_000_000), Some(1_000_000_000));
        assert_eq!(read("040806", 1_700_000_000), Some(1_091_750_400));
        assert_eq!(read("700101000000", 1_700_000_000), Some(0));
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
