//! Bencode written in its only canonical form: keys sorted, numbers without leading zeros.

use std::collections::BTreeMap;

/// A value that is put together in memory; [`Value::encode`] sorts the keys.
///
/// ```
/// use decent::codec::bencode::Value;
/// let dict = Value::dict([(&b"b"[..], Value::Int(1)), (b"a", Value::bytes("x"))]);
/// assert_eq!(dict.encode(), b"d1:a1:x1:bi1ee");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A whole number.
    Int(i64),
    /// Bytes.
    Bytes(Vec<u8>),
    /// Values in order.
    List(Vec<Value<'a>>),
    /// Keys with values.
    Dict(BTreeMap<Vec<u8>, Value<'a>>),
    /// Bencode that stands already, put in as it is.
    Raw(&'a [u8]),
}

impl Value<'_> {
    /// A string.
    pub fn bytes(bytes: impl Into<Vec<u8>>) -> Self {
        Self::Bytes(bytes.into())
    }

    /// A list.
    pub fn list(values: impl IntoIterator<Item = Self>) -> Self {
        Self::List(values.into_iter().collect())
    }

    /// A dictionary; of a key that comes twice the last value counts.
    pub fn dict<K: Into<Vec<u8>>>(pairs: impl IntoIterator<Item = (K, Self)>) -> Self {
        let pairs = pairs.into_iter().map(|(key, value)| (key.into(), value));
        Self::Dict(pairs.collect())
    }

    /// The canonical bytes.
    pub fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        self.write(&mut writer);
        writer.finish()
    }

    /// Appends the canonical bytes.
    pub fn write(&self, writer: &mut Writer) {
        match self {
            Self::Int(number) => writer.int(*number),
            Self::Bytes(bytes) => writer.bytes(bytes),
            Self::Raw(raw) => writer.raw(raw),
            Self::List(values) => {
                writer.open_list();
                for value in values {
                    value.write(writer);
                }
                writer.close();
            }
            Self::Dict(pairs) => {
                writer.open_dict();
                for (key, value) in pairs {
                    writer.bytes(key);
                    value.write(writer);
                }
                writer.close();
            }
        }
    }
}

/// Bencode put down token by token, for documents that are too long to be built first. Who calls it
/// puts the keys in order.
///
/// ```
/// use decent::codec::bencode::Writer;
/// let mut writer = Writer::new();
/// writer.open_dict();
/// writer.bytes(b"length");
/// writer.int(-7);
/// writer.close();
/// assert_eq!(writer.finish(), b"d6:lengthi-7ee");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Writer {
    out: Vec<u8>,
}

impl Writer {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A whole number.
    pub fn int(&mut self, number: i64) {
        self.out.push(b'i');
        let mut digits = itoa::Buffer::new();
        self.out.extend(digits.format(number).bytes());
        self.out.push(b'e');
    }

    /// A number of bytes; past 2^63, which no file has, it is cut there.
    pub fn size(&mut self, number: u64) {
        self.int(i64::try_from(number).unwrap_or(i64::MAX));
    }

    /// A string, or a key.
    pub fn bytes(&mut self, bytes: &[u8]) {
        let mut digits = itoa::Buffer::new();
        self.out.extend(digits.format(bytes.len()).bytes());
        self.out.push(b':');
        self.out.extend_from_slice(bytes);
    }

    /// A string given in parts, which are joined.
    pub fn joined<'p>(&mut self, parts: impl Iterator<Item = &'p [u8]> + Clone) {
        let length: usize = parts.clone().map(<[u8]>::len).sum();
        let mut digits = itoa::Buffer::new();
        self.out.extend(digits.format(length).bytes());
        self.out.push(b':');
        parts.for_each(|part| self.out.extend_from_slice(part));
    }

    /// Bencode that stands already.
    pub fn raw(&mut self, raw: &[u8]) {
        self.out.extend_from_slice(raw);
    }

    /// Begins a list.
    pub fn open_list(&mut self) {
        self.out.push(b'l');
    }

    /// Begins a dictionary.
    pub fn open_dict(&mut self) {
        self.out.push(b'd');
    }

    /// Ends a list or dictionary.
    pub fn close(&mut self) {
        self.out.push(b'e');
    }

    /// So many bytes so far.
    pub fn len(&self) -> usize {
        self.out.len()
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    /// The bytes.
    pub fn finish(self) -> Vec<u8> {
        self.out
    }
}
