//! Stamps of hashcash, version 1: `1:bits:date:resource:extension:random:counter`, whose SHA-1 begins
//! with so many zero bits; and version 0, `0:date:resource:random`, which is only read. The rules by
//! which a stamp is judged are those of hashcash 1.22.

use crate::error::{Error, Result, slug};

use super::calendar;
use super::hash::{Digest, HashKind};
use super::nonce::NonceEncoding;
use super::puzzle::Puzzle;

/// The longest stamp.
pub const LONGEST: usize = 4096;
/// The first counter of a stamp that is made for up to 26 bits: eight hex digits.
pub const FIRST: u64 = 1 << 28;
/// Characters of the random part, at least.
const RANDOM: usize = 16;
/// Where a counter ends in its block of 64 bytes: its last four digits fill the last word that
/// leaves room for the padding, so that all rounds before it are the same for 65,536 counters.
const END: usize = 52;

/// A stamp that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp<'a> {
    text: &'a str,
    /// Bits that it claims; version 0 claims none.
    pub bits: Option<u32>,
    /// `YYMMDD`, or shorter or longer by twos.
    pub date: &'a str,
    /// Whom it is for.
    pub resource: &'a str,
    /// What else its maker wanted to say.
    pub extension: &'a str,
}

/// What a stamp is held against.
#[derive(Clone, Debug)]
pub struct Rules<'a> {
    /// Bits that it must be worth; where none are asked for, those that it claims.
    pub bits: Option<u32>,
    /// Whom it must be for, with `*` for anything.
    pub resource: Option<&'a str>,
    /// Seconds for which it is valid; 0 is forever.
    pub expiry: u64,
    /// Seconds by which clocks may differ.
    pub grace: u64,
    /// Whether large and small letters differ.
    pub case: bool,
    /// The time at which it is judged, in seconds since 1970.
    pub now: u64,
}

/// Why a stamp is not accepted, in hashcash's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is for somebody else.
    WrongResource,
    /// It has fewer bits than asked for, or than it claims.
    TooFewBits {
        /// What its digest has.
        found: u32,
        /// What it claims.
        claimed: Option<u32>,
    },
    /// It was valid until so many seconds ago.
    Expired(u64),
    /// It will be valid in so many seconds.
    InFuture(u64),
}

impl<'a> Stamp<'a> {
    /// Reads a stamp.
    ///
    /// ```
    /// use decent::pow::stamp::Stamp;
    /// let stamp = Stamp::parse("1:24:040806:foo::511801694b4cd6b0:1e7297a").unwrap();
    /// assert_eq!((stamp.bits, stamp.resource, stamp.zero_bits()), (Some(24), "foo", 24));
    /// assert!(Stamp::parse("1:24:040806:foo").is_err());
    /// ```
    pub fn parse(text: &'a str) -> Result<Self> {
        let wrong = |found: String| {
            Error::new(
                slug::STAMP,
                "1:bits:date:resource:extension:random:counter",
                found,
            )
        };
        if text.len() > LONGEST {
            return Err(wrong(format!("{} bytes", text.len())));
        }
        let parts: Vec<&str> = text.split(':').collect();
        let (bits, date, resource, extension, checked) = match parts[..] {
            ["0", date, resource, random] => (None, date, resource, "", [random, ""]),
            ["1", bits, date, resource, extension, random, counter] => {
                let plain =
                    (1..=3).contains(&bits.len()) && bits.bytes().all(|b| b.is_ascii_digit());
                let number = bits.parse().ok().filter(|_| plain);
                let number = number.ok_or_else(|| wrong(format!("{bits:?} bits")))?;
                (Some(number), date, resource, extension, [random, counter])
            }
            ["0" | "1", ..] => return Err(wrong(format!("{} fields", parts.len()))),
            [version, ..] if parts.len() > 1 && version.parse::<u32>().is_ok() => {
                let wanted = "a stamp of version 0 or 1";
                return Err(Error::new(
                    slug::UNKNOWN_VERSION,
                    wanted,
                    version.to_owned(),
                ));
            }
            _ => return Err(wrong("something else".into())),
        };
        let digit = |b: u8| b.is_ascii_alphanumeric() || b"+/=".contains(&b);
        if !checked.iter().all(|part| part.bytes().all(digit)) {
            return Err(wrong("a random part or counter that is not base64".into()));
        }
        if text.bytes().any(|b| b.is_ascii_control() || b == b' ') {
            return Err(wrong("a blank or control character".into()));
        }
        if calendar::read(date, 0).is_none() && calendar::read(date, 1 << 31).is_none() {
            return Err(wrong(format!("date {date:?}")));
        }
        Ok(Self {
            text,
            bits,
            date,
            resource,
            extension,
        })
    }

    /// All of it.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Its SHA-1.
    pub fn digest(&self) -> Digest {
        HashKind::Sha1.digest(&[self.text.as_bytes()])
    }

    /// Zero bits that its SHA-1 begins with.
    pub fn zero_bits(&self) -> u32 {
        self.digest().zero_bits()
    }

    /// What it is worth: what it claims, or nothing where it has less.
    pub fn value(&self) -> u32 {
        let found = self.zero_bits();
        match self.bits {
            Some(claimed) if found < claimed => 0,
            Some(claimed) => claimed,
            None => found,
        }
    }

    /// When it was made, in seconds since 1970, as told at a time.
    pub fn time(&self, now: u64) -> Option<u64> {
        calendar::read(self.date, now)
    }

    /// Judges it; the first rule that it breaks is told.
    pub fn check(&self, rules: &Rules<'_>) -> Result<std::result::Result<(), Refused>> {
        let made = self.time(rules.now);
        let date = || Error::new(slug::STAMP, "a date", format!("{:?}", self.date));
        let made = made.ok_or_else(date)?;
        if rules
            .resource
            .is_some_and(|wanted| !self.is_for(wanted, rules.case))
        {
            return Ok(Err(Refused::WrongResource));
        }
        let wanted = rules.bits.or(self.bits).unwrap_or(0);
        if self.value() < wanted {
            let (found, claimed) = (self.zero_bits(), self.bits);
            return Ok(Err(Refused::TooFewBits { found, claimed }));
        }
        if rules.expiry == 0 {
            return Ok(Ok(()));
        }
        if made > rules.now + rules.grace {
            return Ok(Err(Refused::InFuture(made - rules.now - rules.grace)));
        }
        let end = made
            .saturating_add(rules.expiry)
            .saturating_add(rules.grace);
        if end <= rules.now {
            return Ok(Err(Refused::Expired(rules.now - end)));
        }
        Ok(Ok(()))
    }

    /// Whether it is for a resource: user and every part of the domain match, `*` anything.
    fn is_for(&self, wanted: &str, case: bool) -> bool {
        let fold = |text: &str| {
            if case {
                text.to_owned()
            } else {
                text.to_ascii_lowercase()
            }
        };
        let (own, wanted) = (fold(self.resource), fold(wanted));
        let split = |text: &str| {
            let (user, domain) = match text.split_once('@') {
                Some((user, domain)) => (user.to_owned(), Some(domain.to_owned())),
                None => (text.to_owned(), None),
            };
            (user, domain)
        };
        let ((user, domain), (wanted_user, wanted_domain)) = (split(&own), split(&wanted));
        if !glob(&wanted_user, &user) {
            return false;
        }
        match (domain, wanted_domain) {
            (None, None) => true,
            (Some(domain), Some(wanted)) => {
                let (own, wanted): (Vec<_>, Vec<_>) =
                    (domain.split('.').collect(), wanted.split('.').collect());
                own.len() == wanted.len()
                    && own
                        .iter()
                        .zip(wanted)
                        .all(|(one, pattern)| glob(pattern, one))
            }
            _ => false,
        }
    }
}

/// Whether a text is as a pattern says, `*` standing for anything.
fn glob(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else {
        return rest.is_empty();
    };
    for part in middle {
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = rest.get(at + part.len()..).unwrap_or_default();
    }
    rest.ends_with(last)
}

/// What a stamp is to be made of.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// Zero bits.
    pub bits: u32,
    /// When it is made, in seconds since 1970.
    pub time: u64,
    /// Digits of the date: 6, 10 or 12.
    pub width: usize,
    /// Whom it is for.
    pub resource: &'a str,
    /// What else is to be said.
    pub extension: &'a str,
    /// Random characters of base64; 80 are enough for every length.
    pub random: &'a str,
}

impl Order<'_> {
    /// Where counters begin: with as many digits as all have that are likely to be tried, so that
    /// none is written longer than those before it.
    pub fn first(&self) -> u64 {
        let digits = self.bits.saturating_add(6).div_ceil(4).clamp(8, 16);
        FIRST << (4 * (digits - 8))
    }

    /// The search that makes the stamp, whose counters begin at [`Order::first`].
    pub fn puzzle(&self) -> Result<Puzzle> {
        for (what, text) in [("resource", self.resource), ("extension", self.extension)] {
            if text.bytes().any(|b| b == b':' || b <= b' ' || b == 0x7f) {
                let wanted = "no colon, blank or control character";
                return Err(Error::new(slug::OUT_OF_RANGE, wanted, format!("{text:?}")).of(what));
            }
        }
        let date = calendar::written(self.time);
        let date = date.get(..self.width).unwrap_or_default();
        let start = format!(
            "1:{}:{date}:{}:{}:",
            self.bits, self.resource, self.extension
        );
        // A colon, and the digits.
        let digits = self.first().ilog2() as usize / 4 + 1;
        let least = start.len() + RANDOM + 1 + digits;
        let random = RANDOM + (END + 64 - least % 64) % 64;
        let random = self.random.get(..random).unwrap_or(self.random);
        Ok(Puzzle::Message {
            hash: HashKind::Sha1,
            prefix: format!("{start}{random}:").into_bytes(),
            suffix: Vec::new(),
            nonce: NonceEncoding::Hex,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLISHED: &str = "1:24:040806:foo::511801694b4cd6b0:1e7297a";

    fn rules(now: u64) -> Rules<'static> {
        Rules {
            bits: Some(20),
            resource: Some("foo"),
            expiry: 28 * 86_400,
            grace: 2 * 86_400,
            case: false,
            now,
        }
    }

    #[test]
    fn a_published_stamp_by_every_rule() {
        let stamp = Stamp::parse(PUBLISHED).unwrap();
        let made = 1_091_750_400;
        let judge = |rules: &Rules<'_>| stamp.check(rules).unwrap();
        assert_eq!(judge(&rules(made)), Ok(()));
        assert_eq!(judge(&rules(made + 30 * 86_400 - 1)), Ok(()));
        assert_eq!(judge(&rules(made + 30 * 86_400)), Err(Refused::Expired(0)));
        assert_eq!(judge(&rules(made - 2 * 86_400)), Ok(()));
        assert_eq!(
            judge(&rules(made - 2 * 86_400 - 1)),
            Err(Refused::InFuture(1))
        );
        let forever = Rules {
            expiry: 0,
            ..rules(2_000_000_000)
        };
        assert_eq!(judge(&forever), Ok(()));
        let more = Rules {
            bits: Some(25),
            ..rules(made)
        };
        let found = 24;
        let claimed = Some(24);
        assert_eq!(judge(&more), Err(Refused::TooFewBits { found, claimed }));
        let other = Rules {
            resource: Some("bar"),
            ..rules(made)
        };
        assert_eq!(judge(&other), Err(Refused::WrongResource));
        let boast = PUBLISHED.replace(":24:", ":25:");
        assert_eq!(Stamp::parse(&boast).unwrap().value(), 0);
    }

    #[test]
    fn wildcards_stay_between_the_dots() {
        let stamp = Stamp::parse("1:0:040806:Adam@mail.dev.null::a:b").unwrap();
        for (pattern, fits) in [
            ("adam@mail.dev.null", true),
            ("*@mail.dev.null", true),
            ("a*m@*.dev.null", true),
            ("*@*.*.null", true),
            ("*@*.null", false),
            ("*", false),
            ("adam@mail.dev", false),
        ] {
            assert_eq!(stamp.is_for(pattern, false), fits, "{pattern}");
        }
        assert!(!stamp.is_for("adam@mail.dev.null", true));
        for (pattern, text, fits) in [
            ("a*a", "a", false),
            ("*", "", true),
            ("a**b", "ab", true),
            ("*ab*ab", "ab", false),
        ] {
            assert_eq!(glob(pattern, text), fits, "{pattern} {text}");
        }
    }

    #[test]
    fn what_is_no_stamp() {
        for text in [
            "",
            "1",
            "foo",
            "1:20:040806:foo::x",
            "1:20:040806:foo::x:y:z",
            "1:-1:040806:foo::x:y",
            "1:1000:040806:foo::x:y",
            "1:20:0408061:foo::x:y",
            "1:20:040806:foo::!:y",
            "1:20:040806:f o::x:y",
            "2:20:040806:foo::x:y",
        ] {
            assert!(Stamp::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn counters_end_where_the_kernel_wants_them() {
        let random = "R".repeat(80);
        let resources = ["", "a", "anna@example.org", &"x".repeat(100)];
        for (resource, bits) in resources
            .into_iter()
            .flat_map(|one| [(one, 20), (one, 26), (one, 27), (one, 45)])
        {
            let order = Order {
                bits,
                time: 0,
                width: 6,
                resource,
                extension: "",
                random: &random,
            };
            let puzzle = order.puzzle().unwrap();
            // Thirty-two times what is expected, and none is longer.
            let last = order.first() + (32 << bits);
            for counter in [order.first(), last] {
                let message = puzzle.message(counter);
                assert_eq!(message.len() % 64, END, "{resource} {bits} {counter:x}");
                assert!(Stamp::parse(std::str::from_utf8(&message).unwrap()).is_ok());
            }
        }
        let most = Order {
            bits: u32::MAX,
            time: 0,
            width: 6,
            resource: "",
            extension: "",
            random: &random,
        };
        assert_eq!(most.first(), 1 << 60);
    }
}
