//! Points in time, as logs write them: integers in a unit of the log's own, or RFC 3339, which is
//! read as nanoseconds since 1970.

use crate::codec::time::days;

/// A time: an integer as it stands, or RFC 3339 in nanoseconds; `None` where it is neither.
///
/// ```
/// use decent::clock::time::parse;
/// assert_eq!(parse("17"), Some(17));
/// assert_eq!(parse("1970-01-01T01:00:00.5+01:00"), Some(500_000_000));
/// assert_eq!(parse("soon"), None);
/// ```
pub fn parse(text: &str) -> Option<i64> {
    if let Ok(number) = text.parse() {
        // The least of all stands for none elsewhere.
        return Some(number).filter(|number| *number != i64::MIN);
    }
    let (date, clock) = text.split_once(['T', 't', ' '])?;
    let mut date = date.splitn(3, '-').map(|part| digits(part, None));
    let (year, month, day) = (date.next()??, date.next()??, date.next()??);
    let zone = clock.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = clock.split_at(zone);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let mut parts = clock.splitn(3, ':').map(|part| digits(part, Some(2)));
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    let in_range = (1..=12).contains(&month) && (1..=31).contains(&day);
    if !in_range || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let fraction = fraction.get(..9).unwrap_or(fraction);
    let nanos = digits(fraction, None)? * 10i64.pow(9u32.checked_sub(fraction.len() as u32)?);
    let offset = match zone {
        "Z" | "z" => 0,
        zone => {
            let (hours, minutes) = zone.get(1..)?.split_once(':')?;
            let offset = digits(hours, Some(2))? * 3600 + digits(minutes, Some(2))? * 60;
            if zone.starts_with('-') {
                -offset
            } else {
                offset
            }
        }
    };
    let seconds = days(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - offset;
    let time = seconds.checked_mul(1_000_000_000)?.checked_add(nanos);
    time.filter(|time| *time != i64::MIN)
}

fn digits(text: &str, length: Option<usize>) -> Option<i64> {
    let fits = length.is_none_or(|length| text.len() == length) && text.len() <= 9;
    let all = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| fits && all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_3339_section_5_8() {
        // The examples of the RFC, as `date -d TIME +%s%N` says them.
        assert_eq!(
            parse("1985-04-12T23:20:50.52Z"),
            Some(482_196_050_520_000_000)
        );
        assert_eq!(
            parse("1996-12-19T16:39:57-08:00"),
            Some(851_042_397_000_000_000)
        );
        for wrong in ["", "1985-04-12", "1985-13-12T23:20:50Z", "T:Z", "1.5", "-"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
        assert_eq!(parse("-5"), Some(-5));
        assert_eq!(parse("-9223372036854775808"), None);
    }
}
