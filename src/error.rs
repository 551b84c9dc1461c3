//! The one error of the library: which input, where in it, what was wanted, what was found.

use std::borrow::Cow;
use std::fmt;

/// A result of this library.
pub type Result<T> = std::result::Result<T, Error>;

/// What sort of thing went wrong; with the role of the input it decides the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The bytes are malformed, short, or not what they are said to be.
    Wrong,
    /// The bytes could not be had, or the result could not be put down.
    Io,
    /// What was asked for makes no sense or is out of range.
    Asked,
    /// A version or feature that this build does not know.
    Unsupported,
    /// The work was stopped from outside.
    Stopped,
}

/// The name of an error's page in `decent why SLUG`, with its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slug {
    /// Lower-case words joined by hyphens.
    pub name: &'static str,
    /// The sort of error.
    pub kind: Kind,
}

/// Every slug there is, one constant each.
pub mod slug;

/// Where in an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nowhere in particular.
    Whole,
    /// At this byte, counted from 0.
    Byte(u64),
    /// At this line, counted from 1.
    Line(u64),
    /// At this line and this character of it, both counted from 1.
    Column(u64, u64),
    /// At this item (a chunk, a leaf, a header), counted from 0: its name and number.
    Item(&'static str, u64),
    /// At this key of a structured text.
    Key(Cow<'static, str>),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Byte(at) => write!(f, "byte {at}: "),
            Self::Line(at) => write!(f, "line {at}: "),
            Self::Column(line, column) => write!(f, "line {line}, column {column}: "),
            Self::Item(name, at) => write!(f, "{name} {at}: "),
            Self::Key(key) => write!(f, "{key}: "),
        }
    }
}

/// What went wrong. Reads `byte 61: wanted a multiple of 20 bytes, found 19`.
///
/// ```
/// use decent::error::{Error, Place, slug};
/// let error = Error::new(slug::NOT_HEX, "a hex digit", "'g'").at(Place::Byte(3)).of("root");
/// assert_eq!(error.to_string(), "byte 3: wanted a hex digit, found 'g'");
/// assert_eq!(error.input, "root");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The page that explains it.
    pub slug: Slug,
    /// Which of the inputs: the word by which the caller handed it in (`data`, `proof`, `root`);
    /// empty where there is only one.
    pub input: &'static str,
    /// Where in the input.
    pub place: Place,
    /// What was wanted; empty where `found` is a whole sentence.
    pub wanted: Cow<'static, str>,
    /// What was found.
    pub found: Cow<'static, str>,
}

impl Error {
    /// An error that says what was wanted and what was found instead.
    pub fn new(
        slug: Slug,
        wanted: impl Into<Cow<'static, str>>,
        found: impl Into<Cow<'static, str>>,
    ) -> Self {
        let (wanted, found) = (wanted.into(), found.into());
        Self {
            slug,
            input: "",
            place: Place::Whole,
            wanted,
            found,
        }
    }

    /// An error of the operating system, in its own words without its number; one of ours that a
    /// reader of ours wrapped in it comes out as it was.
    pub fn io(slug: Slug, error: &std::io::Error) -> Self {
        let ours = error.get_ref().and_then(|inner| inner.downcast_ref());
        if let Some(ours) = ours {
            return Self::clone(ours);
        }
        Self::new(slug, "", system_words(error))
    }

    /// The same error as one of what holds this part: `a header: the end`, where the end was wanted.
    #[must_use]
    pub fn within(mut self, slug: Slug, whole: &'static str) -> Self {
        self.slug = slug;
        self.wanted = match &*self.wanted {
            "" => whole.into(),
            part => format!("{whole}: {part}").into(),
        };
        self
    }

    /// The same error at a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// The same error of a named input, unless it names one already.
    #[must_use]
    pub fn of(mut self, input: &'static str) -> Self {
        if self.input.is_empty() {
            self.input = input;
        }
        self
    }
}

/// "no such file or directory", not "No such file or directory (os error 2)".
fn system_words(error: &std::io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => "unknown error".into(),
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.wanted.is_empty() {
            return write!(f, "{}{}", self.place, self.found);
        }
        write!(
            f,
            "{}wanted {}, found {}",
            self.place, self.wanted, self.found
        )
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_words_and_each_once() {
        for (i, slug) in slug::all().enumerate() {
            assert!(
                slug.name
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            );
            assert!(slug::all().skip(i + 1).all(|other| other.name != slug.name));
        }
    }

    #[test]
    fn system_errors_lose_their_number() {
        let error = std::io::Error::from_raw_os_error(libc::ENOENT);
        assert_eq!(
            Error::io(slug::UNREADABLE, &error).to_string(),
            "no such file or directory"
        );
    }
}
