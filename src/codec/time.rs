//! Times as people write them: RFC 3339 in UTC, or seconds since 1970.

use crate::error::{Error, Result, slug};

/// Seconds of a day.
const DAY: i64 = 86_400;
/// The last second that four digits of a year can say.
const LAST: i64 = 253_402_300_799;

/// A time of the years 0 to 9999 as RFC 3339 has it; any other as bare seconds.
///
/// ```
/// use decent::codec::time;
/// assert_eq!(time::show(1_700_000_000), "2023-11-14T22:13:20Z");
/// assert_eq!(time::read("2023-11-14T23:13:20+01:00").unwrap(), 1_700_000_000);
/// assert_eq!(time::read("1700000000").unwrap(), 1_700_000_000);
/// ```
pub fn show(seconds: i64) -> String {
    if !(-62_167_219_200..=LAST).contains(&seconds) {
        return seconds.to_string();
    }
    let (days, rest) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    let (year, month, day) = date(days);
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The seconds of a time: a whole number, a date, or a date with a time and its zone.
pub fn read(text: &str) -> Result<i64> {
    let wrong = || {
        let wanted = "seconds since 1970, or a time such as 2024-02-29T12:00:00Z";
        Error::new(slug::OUT_OF_RANGE, wanted, format!("{text:?}"))
    };
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let seconds: i64 = text.parse().map_err(|_| wrong())?;
        return Some(seconds)
            .filter(|seconds| (-LAST..=LAST).contains(seconds))
            .ok_or_else(wrong);
    }
    parsed(text).ok_or_else(wrong)
}

fn parsed(text: &str) -> Option<i64> {
    let (calendar, time) = match text.split_at_checked(10)? {
        (calendar, "") => (calendar, "00:00:00Z"),
        (calendar, time) => (calendar, time.strip_prefix(['T', 't', ' '])?),
    };
    let number = |text: &str, digits: usize| {
        let tame = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
        tame.then(|| text.parse::<i64>().ok()).flatten()
    };
    let mut parts = calendar.split('-');
    let (year, month, day) = (
        number(parts.next()?, 4)?,
        number(parts.next()?, 2)?,
        number(parts.next()?, 2)?,
    );
    let (clock, zone) = time.split_at_checked(8)?;
    let mut parts = clock.split(':');
    let (hour, minute, second) = (
        number(parts.next()?, 2)?,
        number(parts.next()?, 2)?,
        number(parts.next()?, 2)?,
    );
    let fraction = zone.strip_prefix('.');
    let zone = fraction.map_or(zone, |rest| {
        rest.trim_start_matches(|c: char| c.is_ascii_digit())
    });
    let offset = match zone {
        "Z" | "z" => 0,
        _ => {
            let (sign, rest) = zone.split_at_checked(1)?;
            let (hours, minutes) = rest.split_once(':')?;
            let ahead = number(hours, 2)? * 3600 + number(minutes, 2)? * 60;
            match sign {
                "+" => ahead,
                "-" => -ahead,
                _ => return None,
            }
        }
    };
    let day_number = days(year, month, day);
    // A day that its month lacks comes out as another.
    let there = (1..=12).contains(&month) && date(day_number) == (year, month, day);
    let timely = hour < 24 && minute < 60 && second < 60;
    let seconds = day_number * DAY + hour * 3600 + minute * 60 + second - offset;
    (there && timely).then_some(seconds)
}

/// Days from 1970-01-01 to a date of the Gregorian calendar. Years begin in March, so that the
/// odd day comes last; 400 years have 146097 days.
pub(crate) fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let of_era = year.rem_euclid(400);
    year.div_euclid(400) * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date of that many days after 1970-01-01.
pub(crate) fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    // Leap days taken out, every year has 365.
    let year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = (shifted + 2) % 12 + 1;
    (era * 400 + year + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (LAST, "9999-12-31T23:59:59Z"),
            (-62_167_219_200, "0000-01-01T00:00:00Z"),
        ] {
            assert_eq!(show(seconds), text);
            assert_eq!(read(text), Ok(seconds));
        }
        assert_eq!(show(LAST + 1), "253402300800");
        assert_eq!(read("2000-02-29"), Ok(951_782_400));
        assert_eq!(read("2000-02-29T01:00:00.5-00:30"), Ok(951_787_800));
    }

    #[test]
    fn days_go_both_ways() {
        for day in -200_000..200_000 {
            let (year, month, of_month) = date(day);
            assert_eq!(days(year, month, of_month), day);
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "x",
            "2001-02-29",
            "2000-13-01",
            "2000-00-10",
            "2000-01-01T24:00:00Z",
            "2000-01-01T00:00:00",
            "2000-1-1",
            "99999999999999999999",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
