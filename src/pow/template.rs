//! Where data and nonce stand in a message: a text in which `{nonce}` stands once, and `{data}` for
//! the input as often as it likes. Everything else is meant as it is.

use crate::error::{Error, Result, slug};

/// The two halves of a message, the nonce between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    before: String,
    after: String,
}

const NONCE: &str = "{nonce}";
const DATA: &str = "{data}";

impl Template {
    /// The data, and the nonce behind it.
    pub fn plain() -> Self {
        Self {
            before: DATA.into(),
            after: String::new(),
        }
    }

    /// A text with one `{nonce}`.
    ///
    /// ```
    /// use decent::pow::template::Template;
    /// let template = Template::parse("<{data}|{nonce}>").unwrap();
    /// assert_eq!(template.fill(b"abc"), (b"<abc|".to_vec(), b">".to_vec()));
    /// assert!(Template::parse("no nonce").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self> {
        let halves: Vec<&str> = text.split(NONCE).collect();
        let [before, after] = halves[..] else {
            let wanted = "one {nonce} in the template";
            let found = format!("{} of them", halves.len() - 1);
            return Err(Error::new(slug::OUT_OF_RANGE, wanted, found));
        };
        Ok(Self {
            before: before.into(),
            after: after.into(),
        })
    }

    /// Whether it holds the data.
    pub fn takes_data(&self) -> bool {
        self.before.contains(DATA) || self.after.contains(DATA)
    }

    /// What stands before the nonce, and what behind it.
    pub fn fill(&self, data: &[u8]) -> (Vec<u8>, Vec<u8>) {
        let fill = |half: &str| {
            let parts: Vec<&[u8]> = half.split(DATA).map(str::as_bytes).collect();
            parts.join(data)
        };
        (fill(&self.before), fill(&self.after))
    }
}
