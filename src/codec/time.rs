//! Points in time in whole seconds since 1970, as RFC 3339 writes them.

/// The time in UTC: `2009-01-03T18:15:05Z`.
///
/// ```
/// use decent::codec::time;
/// assert_eq!(time::utc(1_231_006_505), "2009-01-03T18:15:05Z");
/// assert_eq!(time::seconds("2009-01-03T19:15:05+01:00"), Some(1_231_006_505));
/// ```
pub fn utc(seconds: i64) -> String {
    let (days, rest) = (seconds.div_euclid(86400), seconds.rem_euclid(86400));
    let (year, month, day) = date(days);
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The seconds that a number, or a time with its zone, tells; `None` where it is neither.
pub fn seconds(text: &str) -> Option<i64> {
    if let Ok(seconds) = text.parse() {
        return Some(seconds);
    }
    let field = |range: std::ops::Range<usize>| {
        let digits = text.get(range)?;
        let all = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<i64>().ok().filter(|_| all)
    };
    let marks = [(4, "-"), (7, "-"), (13, ":"), (16, ":")];
    let marked = marks
        .iter()
        .all(|(at, mark)| text.get(*at..at + 1) == Some(mark));
    let apart = matches!(text.get(10..11), Some("T" | "t" | " "));
    let (year, month, day) = (field(0..4)?, field(5..7)?, field(8..10)?);
    let (hour, minute, second) = (field(11..13)?, field(14..16)?, field(17..19)?);
    let ahead = match text.get(19..)? {
        "Z" | "z" => 0,
        zone => {
            let (hours, minutes) = (field(20..22)?, field(23..25)?);
            let sign = match zone.get(..1)? {
                "+" => 1,
                "-" => -1,
                _ => return None,
            };
            let fits = zone.len() == 6 && zone.get(3..4) == Some(":") && hours < 24 && minutes < 60;
            fits.then_some(sign * (hours * 3600 + minutes * 60))?
        }
    };
    let days = days(year, month, day);
    let there = (1..=12).contains(&month) && date(days) == (year, month, day);
    let timely = hour < 24 && minute < 60 && second < 60;
    let seconds = days * 86400 + hour * 3600 + minute * 60 + second - ahead;
    (marked && apart && there && timely).then_some(seconds)
}

/// Days from 1970-01-01 to a date of the Gregorian calendar. Years begin in March, so that the
/// odd day comes last; 400 years have 146097 days.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let of_era = year.rem_euclid(400);
    year.div_euclid(400) * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date of that many days after 1970-01-01.
fn date(days: i64) -> (i64, i64, i64) {
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
    fn what_date_says() {
        // `date -u -d @N +%FT%TZ`
        let known = [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (4_294_967_295, "2106-02-07T06:28:15Z"),
            (-1, "1969-12-31T23:59:59Z"),
        ];
        for (seconds, text) in known {
            assert_eq!(utc(seconds), text);
            assert_eq!(super::seconds(text), Some(seconds));
        }
        for day in -200_000..200_000 {
            let (year, month, of_month) = date(day);
            assert_eq!(days(year, month, of_month), day);
        }
    }

    #[test]
    fn what_is_no_time() {
        for text in [
            "",
            "soon",
            "2009-01-03",
            "2009-01-03T18:15:05",
            "2009-02-29T00:00:00Z",
            "2009-13-01T00:00:00Z",
            "2009-01-03T24:00:00Z",
            "2009-01-03T18:15:05+1:00",
            "2009/01/03T18:15:05Z",
            "1.5",
        ] {
            assert_eq!(seconds(text), None, "{text}");
        }
        assert_eq!(seconds("-5"), Some(-5));
    }
}
