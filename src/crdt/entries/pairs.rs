//! States of counters that have two halves: `{"p":..,"n":..}`, Akka's `{"increments":..}`, each half
//! in any shape that a grow-only counter has.

use super::{Batch, Mode, Pair, Reader, Shape};
use crate::crdt::batch::Pushed;
use crate::crdt::count::Count;
use crate::crdt::halves::{Half, Halves};
use crate::crdt::plain::plain_count;
use crate::error::{Result, slug};

/// The keys of halves.
const KEYS: &[&str] = &["p", "n", "increments", "decrements"];

/// A half by its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    key: &'static str,
    half: Half,
    akka: bool,
}

const ADDED: Named = Named {
    key: "p",
    half: Half::Added,
    akka: false,
};
const TAKEN: Named = Named {
    key: "n",
    half: Half::Taken,
    akka: false,
};
const INCREMENTS: Named = Named {
    key: "increments",
    half: Half::Added,
    akka: true,
};
const DECREMENTS: Named = Named {
    key: "decrements",
    half: Half::Taken,
    akka: true,
};

impl Named {
    /// The half that a key stands for, and the other one.
    fn of(key: &str) -> Option<[Self; 2]> {
        match key {
            "p" => Some([ADDED, TAKEN]),
            "n" => Some([TAKEN, ADDED]),
            "increments" => Some([INCREMENTS, DECREMENTS]),
            "decrements" => Some([DECREMENTS, INCREMENTS]),
            _ => None,
        }
    }

    fn wanted(self) -> &'static str {
        match self.key {
            "p" => "\"p\", the other half",
            "n" => "\"n\", the other half",
            "increments" => "\"increments\", the other half",
            _ => "\"decrements\", the other half",
        }
    }
}

impl Reader<'_> {
    /// The keys of halves.
    pub(super) fn pair_keys(&self) -> &'static [&'static str] {
        match self.halves {
            Halves::One => &[],
            Halves::Two => KEYS,
        }
    }

    /// Both halves, the one that a state begins with first: by its key and the place of its value,
    /// which is no number.
    pub(super) fn halves_of(&self, key: &str, value: usize) -> Option<[Named; 2]> {
        if self.halves == Halves::One {
            return None;
        }
        let number = self.text.rest().get(value).is_some_and(u8::is_ascii_digit);
        Named::of(key).filter(|_| !number)
    }

    /// Begins the first half of a state, whose value is so many bytes away.
    pub(super) fn pair(&mut self, value: usize, [first, other]: [Named; 2]) -> Result<()> {
        self.text.consume(value);
        self.pair = Pair::Then(other);
        self.begin_half(first)
    }

    /// Begins a half, at its value.
    fn begin_half(&mut self, named: Named) -> Result<()> {
        self.half = Some(named.half);
        match self.text.peek_word()? {
            Some(b'{') => {
                self.text.consume(1);
                self.mode = Mode::Key { may_close: true };
                self.text.peek_word()?;
                if let Some((key @ ("inner" | "dots" | "state"), len)) = self.known_key()? {
                    return self.wrapped(key, len);
                }
            }
            Some(b'[') => {
                self.text.consume(1);
                self.mode = Mode::Index { next: 0 };
            }
            _ => return Err(self.text.wrong("counts, {\"replica\":count}")),
        }
        self.saw(if named.akka {
            Shape::Akka
        } else {
            Shape::Object
        })
    }

    /// Behind a half: the other one, the end of the state, or what comes after it.
    pub(super) fn ended(&mut self) -> Result<()> {
        match std::mem::replace(&mut self.pair, Pair::Unsaid) {
            Pair::Unsaid => {}
            Pair::Last => self.text.take(b'}', "'}' behind both halves")?,
            Pair::Then(other) => {
                if !self.text.took(b',')? {
                    return Err(self.text.wrong(other.wanted()));
                }
                self.text.peek_word()?;
                let at = self.text.offset();
                let key = self.text.string("a key in quotes")?;
                if key != other.key {
                    let short: String = key.chars().take(40).collect();
                    let found = format!("{short:?}");
                    return Err(self
                        .text
                        .error_at(slug::NOT_A_STATE, at, other.wanted(), found));
                }
                self.text.take(b':', "':'")?;
                self.pair = Pair::Last;
                return self.begin_half(other);
            }
        }
        self.mode = Mode::Between;
        Ok(())
    }

    /// Reads entries of a half as compact writers put them down, until something else comes.
    /// Whether it read any.
    pub(super) fn fast_half(&mut self, batch: &mut Batch, half: Half) -> bool {
        if self.hunted.is_some() {
            return false;
        }
        let all = self.text.rest();
        let mut rest = all;
        while !(batch.full() || self.fresh && self.sorted) {
            let [b'"', id @ ..] = rest else { break };
            let Some(end) = memchr::memchr(b'"', id) else {
                break;
            };
            let (id, value) = id.split_at(end);
            if id.iter().any(|b| !matches!(b, 0x20..0x7f) || *b == b'\\') {
                break;
            }
            let value = value.get(1..).unwrap_or_default();
            let Some((count, after)) = plain_count::<true>(value) else {
                break;
            };
            self.scratch.clear();
            self.scratch.push(half as u8);
            self.scratch.extend_from_slice(id);
            let (key, count) = (batch.put(&self.scratch), Count::from(count));
            if !self.sorted {
                batch.push(key, count);
            } else if batch.push_sorted(key, count, false) != Pushed::Yes {
                break;
            }
            rest = after;
        }
        let n = all.len() - rest.len();
        if n > 0 {
            self.fresh = false;
            self.text.consume(n);
            self.mode = Mode::Key { may_close: false };
        }
        n > 0
    }
}
