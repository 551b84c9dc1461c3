//! Times as people write them: RFC 3339 in UTC, or seconds since 1970.

use crate::error::{Error, Result, slug};

/// Seconds of a day.
const DAY: i64 = 86_400;
/// The last second that four digits of a year can say.
const LAST: i64 = 253_402_300_799;

/// A time of the years 0 to 9999 as RFC 3339 has it; any other as bare seconds.
///
/// ```
/// use decent::codec::date;
/// assert_eq!(date::show(1_700_000_000), "2023-11-14T22:13:20Z");
/// assert_eq!(date::read("2023-11-14T23:13:20+01:00").unwrap(), 1_700_000_000);
/// assert_eq!(date::read("1700000000").unwrap(), 1_700_000_000);
/// ```
pub fn show(seconds: i64) -> String {
    if !(-62_167_219_200..=LAST).contains(&seconds) {
        return seconds.to_string();
    }
    let (days, rest) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    // Years that begin in March, so that the leap day is a year's last.
    let since = days + 719_468;
    let (era, day) = (since.div_euclid(146_097), since.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let march = (5 * day + 2) / 153;
    let day = day - (153 * march + 2) / 5 + 1;
    let month = if march < 10 { march + 3 } else { march - 9 };
    let year = year + 400 * era + i64::from(month <= 2);
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The seconds of a time: digits alone, a date, or a date with a time and its zone.
pub fn read(text: &str) -> Result<i64> {
    let wrong = || {
        let wanted = "seconds since 1970, or a time such as 2024-02-29T12:00:00Z";
        Error::new(slug::OUT_OF_RANGE, wanted, format!("{text:?}"))
    };
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        let seconds: i64 = text.parse().map_err(|_| wrong())?;
        return Some(seconds)
            .filter(|seconds| *seconds <= LAST)
            .ok_or_else(wrong);
    }
    parsed(text).ok_or_else(wrong)
}

fn parsed(text: &str) -> Option<i64> {
    let (date, time) = match text.split_at_checked(10)? {
        (date, "") => (date, "00:00:00Z"),
        (date, time) => (date, time.strip_prefix(['T', 't', ' '])?),
    };
    let number = |text: &str, digits: usize| {
        let tame = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
        tame.then(|| text.parse::<i64>().ok()).flatten()
    };
    let mut parts = date.split('-');
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
    let shifted = year - i64::from(month <= 2);
    let (era, of_era) = (shifted.div_euclid(400), shifted.rem_euclid(400));
    let march = (month + 9) % 12;
    let of_year = (153 * march + 2) / 5 + day - 1;
    let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
    let seconds = days * DAY + hour * 3600 + minute * 60 + second - offset;
    // A day that its month lacks, or an hour past 23, comes out as another time.
    let same = show(days * DAY).starts_with(date) && hour < 24 && minute < 60 && second < 60;
    same.then_some(seconds)
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
