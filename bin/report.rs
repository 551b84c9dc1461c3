//! Reports: one record a line, as text or as JSON, chosen once.

use std::os::unix::ffi::OsStrExt;

use decent::Verdict;
use decent::codec::hex;
use serde_json::{Map, Value};

/// The shapes that a report's text takes.
enum Shape {
    /// `VALUE  NAME`
    Value(String),
    /// `NAME: OK`, `NAME: FAILED (why)`
    Verdict { word: &'static str, why: String },
    /// Cells in columns, each at least so wide.
    Row(Vec<(String, usize)>),
    /// A line a field: `key: value`.
    Card,
}

/// One record: its text, and its fields for `--json`.
pub(crate) struct Record {
    shape: Shape,
    name: Option<Vec<u8>>,
    /// Stands between a value and its name.
    detail: Option<String>,
    fields: Map<String, Value>,
    /// Fields that only JSON has.
    more: Map<String, Value>,
}

/// How records are written.
#[derive(Clone, Copy, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "four independent switches of the command line"
)]
pub(crate) struct Style {
    pub(crate) json: bool,
    pub(crate) no_names: bool,
    pub(crate) terminal: bool,
    pub(crate) color: bool,
}

impl Record {
    fn new(shape: Shape) -> Self {
        Self {
            shape,
            name: None,
            detail: None,
            fields: Map::new(),
            more: Map::new(),
        }
    }

    /// A value, under `key` in JSON, and what it belongs to.
    pub(crate) fn value(key: &str, value: impl ToString) -> Self {
        let value = value.to_string();
        Self::new(Shape::Value(value.clone())).field(key, value)
    }

    /// The same value with something more behind it, under `key` in JSON: `VALUE  DETAIL  NAME`.
    #[must_use]
    pub(crate) fn detail(mut self, key: &str, detail: impl ToString) -> Self {
        let detail = detail.to_string();
        self.detail = Some(detail.clone());
        self.field(key, detail)
    }

    /// What came of a check.
    pub(crate) fn verdict(verdict: &Verdict) -> Self {
        let (word, why) = match verdict {
            Verdict::Yes => ("OK", ""),
            Verdict::No(why) => ("FAILED", &**why),
            Verdict::Unknown(why) => ("UNKNOWN", &**why),
        };
        Self::status(word, why)
    }

    /// What came of a check, in a word of the field: `MISSING`.
    pub(crate) fn status(word: &'static str, why: &str) -> Self {
        let record = Self::new(Shape::Verdict {
            word,
            why: why.into(),
        });
        let record = record.field("status", word.to_lowercase());
        if why.is_empty() {
            record
        } else {
            record.field("reason", why)
        }
    }

    /// The same with words behind its status, in the text alone.
    #[must_use]
    pub(crate) fn told(mut self, words: &str) -> Self {
        if let Shape::Verdict { why, .. } = &mut self.shape
            && why.is_empty()
        {
            words.clone_into(why);
        }
        self
    }

    /// Cells in columns.
    pub(crate) fn row() -> Self {
        Self::new(Shape::Row(Vec::new()))
    }

    /// Fields, a line each.
    pub(crate) fn card() -> Self {
        Self::new(Shape::Card)
    }

    /// The same about the input of that name.
    #[must_use]
    pub(crate) fn name(mut self, name: &[u8]) -> Self {
        self.name = Some(name.to_vec());
        self
    }

    /// The same with a field; of a card it is a line of the text too.
    #[must_use]
    pub(crate) fn field(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.fields.insert(key.into(), value.into());
        self
    }

    /// The same with a field that only JSON has.
    #[must_use]
    pub(crate) fn aside(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.more.insert(key.into(), value.into());
        self
    }

    /// The same with a text that may be no UTF-8: what can't be said stands in hex beside it.
    #[must_use]
    pub(crate) fn bytes(self, key: &str, bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        if text.as_bytes() == bytes {
            return self.field(key, text);
        }
        let hex = hex::encode(bytes);
        self.field(key, text).aside(&format!("{key}_hex"), hex)
    }

    /// A row with one more cell, right-aligned where it is a number.
    #[must_use]
    pub(crate) fn cell(mut self, key: &str, value: impl Into<Value>, width: usize) -> Self {
        let value = value.into();
        if let Shape::Row(cells) = &mut self.shape {
            cells.push((plain(&value), width));
        }
        self.field(key, value)
    }

    /// The line (or lines) of this record, with their ends.
    pub(crate) fn write(&self, tool: &str, style: Style) -> Vec<u8> {
        if style.json {
            return self.json(tool);
        }
        let mut line = match &self.shape {
            Shape::Card => return self.card_lines(style),
            Shape::Value(value) => self.value_line(value, style),
            Shape::Verdict { word, why } => self.verdict_line(word, why, style),
            Shape::Row(cells) => self.row_line(cells, style),
        };
        line.push(b'\n');
        line
    }

    /// A row that has a name ends with it.
    fn row_line(&self, cells: &[(String, usize)], style: Style) -> Vec<u8> {
        let cells = row_line(cells);
        let Some(name) = self.name.as_deref().filter(|_| !style.no_names) else {
            return cells;
        };
        let (mark, name) = gnu_name(name, style.terminal);
        [mark, &cells, b"  ", &name].concat()
    }

    fn value_line(&self, value: &str, style: Style) -> Vec<u8> {
        let detailed = self.detail.as_ref().filter(|_| !style.no_names);
        let detailed = detailed.map(|detail| format!("{value}  {detail}"));
        let value = detailed.as_deref().unwrap_or(value);
        let Some(name) = self.name.as_deref().filter(|_| !style.no_names) else {
            return value.as_bytes().to_vec();
        };
        let (mark, name) = gnu_name(name, style.terminal);
        [mark, value.as_bytes(), b"  ", &name].concat()
    }

    fn verdict_line(&self, word: &str, why: &str, style: Style) -> Vec<u8> {
        let code = match word {
            "OK" => "32",
            "UNKNOWN" | "UNREADABLE" => "33",
            _ => "31",
        };
        let word = if style.color {
            format!("\x1b[{code}m{word}\x1b[0m")
        } else {
            word.to_owned()
        };
        let why = if why.is_empty() {
            String::new()
        } else {
            format!(" ({why})")
        };
        match self.name.as_deref().filter(|_| !style.no_names) {
            Some(name) => {
                let (mark, name) = gnu_name(name, style.terminal);
                [mark, &name, b": ", word.as_bytes(), why.as_bytes()].concat()
            }
            None => (word + &why).into_bytes(),
        }
    }

    fn card_lines(&self, style: Style) -> Vec<u8> {
        let mut lines = Vec::new();
        if let Some(name) = self.name.as_deref().filter(|_| !style.no_names) {
            lines.extend([b"file: ", &*gnu_name(name, style.terminal).1, b"\n"].concat());
        }
        for (key, value) in &self.fields {
            let value = plain(value);
            let value = crate::shown::escape(value.as_bytes(), true).into_owned();
            lines.extend([key.replace('_', "-").as_bytes(), b": ", &value, b"\n"].concat());
        }
        lines
    }

    fn json(&self, tool: &str) -> Vec<u8> {
        let mut object = Map::new();
        object.insert("tool".into(), tool.into());
        if let Some(name) = &self.name {
            let text = String::from_utf8_lossy(name);
            if text.as_bytes() != name {
                object.insert("path_hex".into(), hex::encode(name).into());
            }
            object.insert("path".into(), text.into());
        }
        object.extend(self.fields.clone());
        object.extend(self.more.clone());
        let mut line = Value::Object(object).to_string().into_bytes();
        line.push(b'\n');
        line
    }
}

/// A JSON value as text: strings bare, arrays with spaces.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

/// Numbers to the right, words to the left, two spaces between, none at the end.
fn row_line(cells: &[(String, usize)]) -> Vec<u8> {
    let padded = cells.iter().map(|(cell, width)| {
        let number = cell.bytes().all(|b| b.is_ascii_digit());
        if number {
            format!("{cell:>width$}")
        } else {
            format!("{cell:<width$}")
        }
    });
    padded
        .collect::<Vec<_>>()
        .join("  ")
        .trim_end()
        .as_bytes()
        .to_vec()
}

/// A name as coreutils writes it: newline, carriage return and backslash escaped behind a mark at
/// the start of the line.
fn gnu_name(name: &[u8], terminal: bool) -> (&'static [u8], Vec<u8>) {
    if !name.iter().any(|b| b"\n\r\\".contains(b)) {
        return (b"", crate::shown::escape(name, terminal).into_owned());
    }
    let escaped = name.iter().flat_map(|b| match b {
        b'\n' => b"\\n".to_vec(),
        b'\r' => b"\\r".to_vec(),
        b'\\' => b"\\\\".to_vec(),
        other => vec![*other],
    });
    let escaped: Vec<u8> = escaped.collect();
    (b"\\", crate::shown::escape(&escaped, terminal).into_owned())
}

/// The bytes of a path.
pub(crate) fn bytes_of(path: &std::path::Path) -> &[u8] {
    path.as_os_str().as_bytes()
}
