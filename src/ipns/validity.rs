//! Times to the nanosecond, as RFC 3339 writes them and records of IPNS hold them
//! (`1970-01-01T00:00:00.000000001Z`).

use crate::codec::time;
use crate::error::{Error, Result, slug};

/// A point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Since 1970.
    pub seconds: i64,
    /// Beside them, below 10^9.
    pub nanoseconds: u32,
}

/// Letters of a time, at most: date, clock, nine digits, zone.
const LONGEST: usize = 35;

impl Moment {
    /// A whole second.
    pub fn at(seconds: i64) -> Self {
        Self {
            seconds,
            nanoseconds: 0,
        }
    }

    /// The moment of a text of RFC 3339: a date, `T`, a clock, at most nine digits behind the point, a
    /// zone. Other writings, which some parsers take and some don't, are refused.
    ///
    /// ```
    /// use decent::ipns::Moment;
    /// let moment = Moment::parse("1970-01-01T00:00:01.5Z").unwrap();
    /// assert_eq!((moment.seconds, moment.nanoseconds), (1, 500_000_000));
    /// assert!(Moment::parse("1970-01-01 00:00:01Z").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = || {
            let wanted = "a time as 2026-01-31T12:00:00.000000000Z";
            let found: String = text.chars().take(80).collect();
            Error::new(slug::IPNS_VALIDITY, wanted, format!("{found:?}"))
        };
        let shaped = (20..=LONGEST).contains(&text.len())
            && text.is_ascii()
            && text.get(10..11) == Some("T")
            && !text.contains('z');
        let zone = text.get(19..).filter(|_| shaped).ok_or_else(wrong)?;
        let mut nanoseconds = 0;
        if let Some(fraction) = zone.strip_prefix('.') {
            let digits = fraction.trim_end_matches(|c: char| !c.is_ascii_digit());
            let digits = digits.split(|c: char| !c.is_ascii_digit()).next();
            let digits = digits.filter(|digits| (1..=9).contains(&digits.len()));
            let digits = digits.ok_or_else(wrong)?;
            nanoseconds = format!("{digits:0<9}").parse().map_err(|_| wrong())?;
        }
        // The offset of a zone is two digits, a colon, two digits.
        let ends = text.ends_with('Z')
            || text
                .get(text.len() - 3..)
                .is_some_and(|e| e.starts_with(':'));
        let seconds = time::read(text).ok().filter(|_| ends);
        Ok(Self {
            seconds: seconds.ok_or_else(wrong)?,
            nanoseconds,
        })
    }

    /// The moment as the specification's example writes it: in UTC, with nine digits.
    ///
    /// ```
    /// use decent::ipns::Moment;
    /// assert_eq!(Moment::at(0).text(), "1970-01-01T00:00:00.000000000Z");
    /// ```
    pub fn text(self) -> String {
        let whole = time::show(self.seconds);
        format!("{}.{:09}Z", whole.trim_end_matches('Z'), self.nanoseconds)
    }
}
