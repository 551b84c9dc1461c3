//! One vector clock by itself: for each host how many of its events are known.

use std::collections::BTreeMap;
use std::fmt;

use crate::clock::lines::clock_entries;
use crate::error::{Error, Result, slug};

/// How two clocks, or two events, stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The first is a cause of the second.
    Before,
    /// The second is a cause of the first.
    After,
    /// Neither can have known of the other.
    Concurrent,
    /// They are the same.
    Equal,
}

impl Order {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
            Self::Concurrent => "concurrent",
            Self::Equal => "equal",
        }
    }
}

/// A vector clock. An absent host counts as 0, and a 0 is left out.
///
/// ```
/// use decent::clock::vector::{Order, Vector};
/// let a: Vector = r#"{"a":1}"#.parse().unwrap();
/// let b: Vector = r#"{"a":1,"b":1}"#.parse().unwrap();
/// assert_eq!(a.order(&b), Order::Before);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vector(BTreeMap<String, u32>);

impl Vector {
    /// A clock of these entries; the greater of two for one host.
    pub fn new(entries: impl IntoIterator<Item = (String, u32)>) -> Self {
        let mut clock = Self::default();
        for (host, count) in entries {
            clock.raise(host, count);
        }
        clock
    }

    /// The entry of a host.
    pub fn count(&self, host: &str) -> u32 {
        self.0.get(host).copied().unwrap_or(0)
    }

    /// Raises the entry of a host to at least `count`.
    pub fn raise(&mut self, host: String, count: u32) {
        if count > self.count(&host) {
            self.0.insert(host, count);
        }
    }

    /// The hosts that are known of, with their counts, in order of their names.
    pub fn entries(&self) -> impl Iterator<Item = (&str, u32)> {
        self.0.iter().map(|(host, count)| (host.as_str(), *count))
    }

    /// How this clock stands to another.
    pub fn order(&self, other: &Self) -> Order {
        let within = |a: &Self, b: &Self| a.0.iter().all(|(host, count)| *count <= b.count(host));
        match (within(self, other), within(other, self)) {
            (true, true) => Order::Equal,
            (true, false) => Order::Before,
            (false, true) => Order::After,
            (false, false) => Order::Concurrent,
        }
    }
}

impl fmt::Display for Vector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (host, count)) in self.0.iter().enumerate() {
            let comma = if i == 0 { '{' } else { ',' };
            write!(f, "{comma}{}:{count}", serde_json::Value::from(&**host))?;
        }
        f.write_str(if self.0.is_empty() { "{}" } else { "}" })
    }
}

impl std::str::FromStr for Vector {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let mut entries = BTreeMap::new();
        let mut twice = None;
        let text = text.trim();
        let rest = clock_entries(text.as_bytes(), &mut |host, count| {
            if entries.insert(host.to_owned(), count).is_some() {
                twice = Some(host.to_owned());
            }
        })?;
        if !rest.is_empty() {
            let found = format!("{:?}", String::from_utf8_lossy(rest));
            return Err(Error::new(
                slug::NOT_A_CLOCK,
                "nothing behind a clock",
                found,
            ));
        }
        if let Some(host) = twice {
            let found = format!("{host:?} twice");
            return Err(Error::new(slug::NOT_A_CLOCK, "each host once", found));
        }
        entries.retain(|_, count| *count > 0);
        Ok(Self(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders() {
        let order = |a: &str, b: &str| a.parse::<Vector>().unwrap().order(&b.parse().unwrap());
        assert_eq!(order("{}", r#"{"a":0}"#), Order::Equal);
        assert_eq!(order(r#"{"a":2}"#, r#"{"a":1,"b":0}"#), Order::After);
        assert_eq!(order(r#"{"a":2}"#, r#"{"b":1}"#), Order::Concurrent);
        assert_eq!(order(r#"{"a":1}"#, r#"{"a":1,"b":1}"#), Order::Before);
    }

    #[test]
    fn what_is_no_clock_is_refused() {
        for wrong in [
            "",
            "{",
            "[1]",
            "{\"a\"}",
            "{\"a\":-1}",
            "{\"a\":1.5}",
            "{\"a\":1}x",
            "{\"a\":1,}",
            "{\"a\":1,\"a\":1}",
            "{\"a\":4294967296}",
            "{a:1}",
            "{\"a\":01}",
            "{\"a\":1e3}",
        ] {
            assert!(wrong.parse::<Vector>().is_err(), "{wrong}");
        }
        let odd: Vector = r#" { "a\u0062\"" : 3 , "c":0 } "#.parse().unwrap();
        assert_eq!(odd.to_string(), r#"{"ab\"":3}"#);
    }
}
