//! A named field of a dictionary, whose errors say its name and its byte.

use std::borrow::Cow;

use crate::codec::bencode::{Dict, Item, List};
use crate::error::{Error, Result, slug};

/// A value under its key.
#[derive(Clone, Copy)]
pub(super) struct Field<'d> {
    pub(super) key: &'static str,
    pub(super) item: Item<'d>,
}

/// The field of that key, where it is there.
pub(super) fn find<'d>(dict: Dict<'d>, key: &'static str) -> Option<Field<'d>> {
    let item = dict.get(key.as_bytes())?;
    Some(Field { key, item })
}

/// The field of that key, an error where it is missing.
pub(super) fn need<'d>(dict: Dict<'d>, key: &'static str) -> Result<Field<'d>> {
    find(dict, key).ok_or_else(|| {
        let place = dict.item().place();
        Error::new(slug::TORRENT_FIELD, format!("a key {key:?}"), "none").at(place)
    })
}

impl<'d> Field<'d> {
    /// The same field around another value: an element of it.
    pub(super) fn with(self, item: Item<'d>) -> Self {
        Self { item, ..self }
    }

    /// An error about its value.
    pub(super) fn wrong(
        self,
        wanted: impl Into<Cow<'static, str>>,
        found: impl Into<Cow<'static, str>>,
    ) -> Error {
        let wanted = format!("{:?} of {}", self.key, wanted.into());
        Error::new(slug::TORRENT_FIELD, wanted, found).at(self.item.place())
    }

    fn typed<T>(self, value: Result<T>) -> Result<T> {
        value.map_err(|mut error| {
            error.wanted = format!("{:?} as {}", self.key, error.wanted).into();
            error
        })
    }

    pub(super) fn int(self) -> Result<i64> {
        self.typed(self.item.int())
    }

    pub(super) fn bytes(self) -> Result<&'d [u8]> {
        self.typed(self.item.bytes())
    }

    pub(super) fn list(self) -> Result<List<'d>> {
        self.typed(self.item.list())
    }

    pub(super) fn dict(self) -> Result<Dict<'d>> {
        self.typed(self.item.dict())
    }

    /// A number of bytes.
    pub(super) fn size(self) -> Result<u64> {
        let number = self.int()?;
        u64::try_from(number).map_err(|_| self.wrong("at least 0", number.to_string()))
    }

    /// A hash of exactly `N` bytes.
    pub(super) fn hash<const N: usize>(self) -> Result<[u8; N]> {
        let bytes = self.bytes()?;
        let found = || format!("{} bytes", bytes.len());
        bytes
            .try_into()
            .map_err(|_| self.wrong(format!("{N} bytes"), found()))
    }
}
