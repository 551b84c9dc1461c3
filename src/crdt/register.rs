//! The register: a value that replicas overwrite. It comes in two kinds.
//!
//! Last writer wins: of two writes the later one stays; of the same time the greater replica's, of
//! the same replica the greater value's bytes, so that all replicas choose alike. Its canonical form
//! is `{"at":7,"replica":"a","value":"x"}`. Johnson and Thomas, RFC 677, 1975.
//!
//! Multi-value: a write overwrites just what its replica had seen, and of writes that did not see
//! each other all values stay. Its canonical form is `{"values":[{"clock":{"a":1},"value":"x"}]}`.
//! Shapiro et al., 2011, specification 10.
//!
//! A register that nobody wrote to is `{}` and becomes either.

use std::sync::Arc;

use num_bigint::BigInt;

use crate::crdt::context::{Clock, Context, Dot, put_clock, read_clock};
use crate::crdt::document::{Document, Item};
use crate::crdt::oplog::Operation;
use crate::crdt::shape::Shape;
use crate::crdt::state::{Draw, Shown, State};
use crate::crdt::text::{put_list, put_string};
use crate::crdt::tree::Node;
use crate::error::{Error, Result, slug};
use crate::watch::Step;

/// A write of the kind of which the last one wins: they are ordered as they overwrite.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Write {
    /// When, by whatever clock the replicas use: whole and exact.
    pub at: BigInt,
    /// Who.
    pub replica: String,
    /// What.
    pub value: String,
}

/// A register's state.
///
/// ```
/// use decent::crdt::{register::{Register, Write}, state::State};
/// let write = |at: u8, replica: &str, value: &str| {
///     Register::Last(Write { at: at.into(), replica: replica.into(), value: value.into() })
/// };
/// let mut register = write(7, "b", "x");
/// register.merge(&write(7, "a", "y")).unwrap();
/// assert_eq!(register.to_string(), "{\"at\":7,\"replica\":\"b\",\"value\":\"x\"}\n");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Register {
    /// Nobody wrote.
    #[default]
    Unset,
    /// The write that wins.
    Last(Write),
    /// The values that nobody has overwritten, by what their writers had seen, own write included.
    Many(Many),
}

impl Register {
    /// Writes a value over all that are seen, by a replica, which is the caller's own.
    pub fn write(&mut self, replica: &str, value: &str) -> Result<()> {
        let mut clock = match self {
            Self::Unset => Clock::new(),
            Self::Many(many) => joined(many.values().keys()),
            Self::Last(_) => {
                return Err(other_kind(
                    "a multi-value register",
                    "one of the last write",
                ));
            }
        };
        let own = Context::of_clock(&clock).next(replica)?;
        clock.insert(own.replica, own.seq);
        *self = Self::Many(Many::of(clock, value));
        Ok(())
    }

    /// Many values, of which there may be none.
    fn some(many: Many) -> Self {
        if many.values().is_empty() {
            Self::Unset
        } else {
            Self::Many(many)
        }
    }

    /// The values: one, none, or those that were written without seeing each other.
    pub fn values(&self) -> Vec<&str> {
        match self {
            Self::Unset => Vec::new(),
            Self::Last(write) => vec![&write.value],
            Self::Many(many) => many.values().values().map(String::as_str).collect(),
        }
    }
}

fn other_kind(wanted: &'static str, found: &'static str) -> Error {
    Error::new(slug::NOT_A_STATE, wanted, found)
}

/// All that these clocks have seen.
fn joined<'c>(clocks: impl Iterator<Item = &'c Arc<Clock>>) -> Clock {
    let mut all = Clock::new();
    for (replica, seq) in clocks.flat_map(|clock| clock.iter()) {
        let seen = all.entry(replica.clone()).or_default();
        *seen = (*seen).max(*seq);
    }
    all
}

impl State for Register {
    const NAME: &'static str = "register";

    fn merge(&mut self, other: &Self) -> Result<()> {
        match (&mut *self, other) {
            (_, Self::Unset) => {}
            (Self::Unset, other) => self.clone_from(other),
            (Self::Last(own), Self::Last(write)) => {
                if write > own {
                    own.clone_from(write);
                }
            }
            (Self::Many(own), Self::Many(many)) => {
                for (clock, value) in many.values() {
                    own.put(clock, value)?;
                }
            }
            (Self::Last(_), Self::Many(_)) => {
                return Err(other_kind(
                    "a register of the last write, as before",
                    "a multi-value one",
                ));
            }
            (Self::Many(_), Self::Last(_)) => {
                return Err(other_kind(
                    "a multi-value register, as before",
                    "one of the last write",
                ));
            }
        }
        Ok(())
    }

    fn delta(&self, old: &Self) -> Self {
        match (self, old) {
            (Self::Many(new), Self::Many(old)) => {
                Self::some(new.only(|clock| !old.values().contains_key(clock)))
            }
            _ if self == old => Self::Unset,
            _ => self.clone(),
        }
    }

    /// Of the last writes the first one; of many values the events that all have seen.
    fn stable(states: &[Self]) -> String {
        let mut writes = Vec::new();
        let mut clocks = Vec::new();
        for state in states {
            match state {
                Self::Unset => return Self::Unset.to_string(),
                Self::Last(write) => writes.push(write),
                Self::Many(many) => clocks.push(Context::of_clock(&joined(many.values().keys()))),
            }
        }
        match writes.into_iter().min() {
            Some(first) => Self::Last(first.clone()).to_string(),
            None => Context::stable_line(clocks.iter()),
        }
    }

    fn shown(&self) -> Shown {
        let values: Vec<_> = self.values().into_iter().map(String::from).collect();
        let mut fields = vec![("values", values.len().to_string())];
        if let Self::Last(write) = self {
            fields.extend([
                ("at", write.at.to_string()),
                ("replica", write.replica.clone()),
            ]);
        }
        Shown {
            key: "value",
            values,
            text: false,
            fields,
        }
    }

    fn told(&self) -> Step {
        match self {
            Self::Unset => Step::new("value", "nobody wrote"),
            Self::Last(write) => {
                let why = "the latest write, then the greater replica, then the greater bytes";
                let step = Step::new("value", why).value("value", &write.value);
                let step = step.value("replica", &write.replica).value("at", &write.at);
                step.check("jq '.at' FILE")
            }
            Self::Many(many) => {
                let why = "each was written without seeing the others";
                let step = Step::new("values", why).value("values", many.values().len());
                step.check("jq '.values | length' FILE")
            }
        }
    }

    fn simpler(&self) -> Vec<Self> {
        match self {
            Self::Unset => Vec::new(),
            Self::Last(write) => {
                let less = |at: BigInt, value: &str| {
                    let replica = write.replica.clone();
                    let value = value.to_owned();
                    Self::Last(Write { at, replica, value })
                };
                let mut all = vec![Self::Unset];
                all.extend((write.at > 0.into()).then(|| less(&write.at - 1, &write.value)));
                all
            }
            Self::Many(many) => {
                let without = |clock: &Arc<Clock>| Self::some(many.only(|other| *other != **clock));
                many.values().keys().map(without).collect()
            }
        }
    }

    fn random(draw: Draw<'_>) -> Self {
        let replica = ["a", "b"]
            .get((draw() % 2) as usize)
            .copied()
            .unwrap_or_default();
        let value = ["x", "y"]
            .get((draw() % 2) as usize)
            .copied()
            .unwrap_or_default();
        if draw().is_multiple_of(6) {
            return Self::Unset;
        }
        Self::Last(Write {
            at: (draw() % 3).into(),
            replica: replica.into(),
            value: value.into(),
        })
    }

    /// All three of one kind.
    fn three(draw: Draw<'_>) -> [Self; 3] {
        if draw().is_multiple_of(2) {
            return std::array::from_fn(|_| Self::random(draw));
        }
        std::array::from_fn(|_| {
            let mut state = Self::Unset;
            for _ in 0..draw() % 3 {
                let mut clock = Clock::from([("a".to_owned(), 1 + draw() % 2)]);
                for replica in ["b", "c"] {
                    let seq = draw() % 3;
                    clock.extend((seq > 0).then(|| (replica.to_owned(), seq)));
                }
                // What was written must follow from the event.
                let value = format!("{}", clock.values().sum::<u64>());
                let one = Self::Many(Many::of(clock, value));
                state = state.merged(&one).unwrap_or_default();
            }
            state
        })
    }
}

fn twice(clock: &Clock, one: &str, other: &str) -> Error {
    let mut shown = Vec::new();
    put_clock(&mut shown, clock);
    let wanted = format!("one value by clock {}", String::from_utf8_lossy(&shown));
    let (one, other) = (one.min(other), one.max(other));
    Error::new(slug::DOT_TWICE, wanted, format!("{one:?} and {other:?}"))
}

impl std::fmt::Display for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut out = Vec::new();
        match self {
            Self::Unset => out.extend(b"{"),
            Self::Last(write) => {
                out.extend(format!("{{\"at\":{},\"replica\":", write.at).bytes());
                put_string(&mut out, write.replica.as_bytes());
                out.extend(b",\"value\":");
                put_string(&mut out, write.value.as_bytes());
            }
            Self::Many(many) => {
                put_list(
                    &mut out,
                    b"{\"values\":[",
                    many.values(),
                    |out, (clock, value)| {
                        out.extend(b"{\"clock\":");
                        put_clock(out, clock);
                        out.extend(b",\"value\":");
                        put_string(out, value.as_bytes());
                        out.push(b'}');
                    },
                );
            }
        }
        out.extend(b"}\n");
        f.write_str(&String::from_utf8_lossy(&out))
    }
}

/// What a replica wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// The last write wins.
    Last(Write),
    /// A value over all that were seen.
    Over(Clock, String),
}

impl Document for Register {
    type Op = Op;

    const LINE: &'static str = "a time, a tab, a replica, a tab, a value";

    fn read(node: &Node) -> Result<(Shape, Item<Self>)> {
        let last = |at, replica, value| write(node.need(at)?, node.get(replica), node.need(value)?);
        let state = |shape, state| Ok((shape, Item::State(state)));
        if node.get("seq").is_some() {
            return operation(node);
        }
        if node.has_just(&[]) {
            return state(Shape::Object, Self::Unset);
        }
        if node.get("vals").is_some() {
            node.only(&["vals"])?;
            let pair = |pair: &Node| match pair.list("[clock, value]")? {
                [clock, value] => many(clock, value),
                _ => Err(pair.wrong("[clock, value]")),
            };
            return state(
                Shape::Crdts,
                all_of(node.need("vals")?.list("values")?, pair)?,
            );
        }
        if let Some(values) = node.get("values") {
            node.only(&["values"])?;
            let one = |value: &Node| {
                value.only(&["clock", "value"])?;
                many(value.need("clock")?, value.need("value")?)
            };
            return state(Shape::Object, all_of(values.list("values")?, one)?);
        }
        if node.get("val").is_some() {
            node.only(&["val", "marker"])?;
            return state(Shape::Crdts, last("marker", "", "val")?);
        }
        if node.get("timestamp").is_some() {
            node.only(&["node", "value", "timestamp"])?;
            return state(Shape::Akka, last("timestamp", "node", "value")?);
        }
        node.only(&["at", "replica", "value"])?;
        node.need("replica")?;
        state(Shape::Object, last("at", "replica", "value")?)
    }

    fn line(fields: &[Node]) -> Result<Option<Self>> {
        match fields {
            [at, replica, value] => Ok(Some(write(at, Some(replica), value)?)),
            _ => Ok(None),
        }
    }

    fn apply(&mut self, dot: &Dot, op: &Op) -> Result<()> {
        let written = match op {
            Op::Last(write) => Self::Last(write.clone()),
            Op::Over(seen, value) => {
                let mut clock = seen.clone();
                clock.insert(dot.replica.clone(), dot.seq);
                Self::Many(Many::of(clock, value.as_str()))
            }
        };
        self.merge(&written)
    }
}

/// A write; where none is said, its replica is the empty name.
fn write(at: &Node, replica: Option<&Node>, value: &Node) -> Result<Register> {
    let replica = replica.map_or(Ok(""), |replica| replica.text("a replica's id"))?;
    Ok(Register::Last(Write {
        at: at.whole()?,
        replica: replica.to_owned(),
        value: value.text("a value in quotes")?.to_owned(),
    }))
}

/// One value by what its writer had seen.
fn many(clock: &Node, value: &Node) -> Result<Register> {
    let seen: Clock = read_clock(clock)?
        .into_iter()
        .filter(|(_, seq)| *seq > 0)
        .collect();
    if seen.is_empty() {
        return Err(clock.error(
            slug::NOT_A_STATE,
            "a clock with the write itself",
            "an empty one",
        ));
    }
    let value = value.text("a value in quotes")?.to_owned();
    Ok(Register::Many(Many::of(seen, value)))
}

fn all_of(values: &[Node], read: impl Fn(&Node) -> Result<Register>) -> Result<Register> {
    let mut all = Register::Unset;
    for node in values {
        let merged = all.merge(&read(node)?);
        merged.map_err(|error| node.error(error.slug, error.wanted, error.found))?;
    }
    Ok(all)
}

/// `{"replica":"a","seq":1,"at":7,"value":"x"}`, or `"seen":{"b":1}` in place of a time.
fn operation(node: &Node) -> Result<(Shape, Item<Register>)> {
    let dot = Dot::of(node.need("replica")?, node.need("seq")?)?;
    let value = node.need("value")?.text("a value in quotes")?.to_owned();
    let what = if let Some(seen) = node.get("seen") {
        node.only(&["replica", "seq", "seen", "value"])?;
        let seen = read_clock(seen)?.into_iter();
        Op::Over(seen.filter(|(_, seq)| *seq > 0).collect(), value)
    } else {
        node.only(&["replica", "seq", "at", "value"])?;
        Op::Last(Write {
            at: node.need("at")?.whole()?,
            replica: dot.replica.clone(),
            value,
        })
    };
    Ok((
        Shape::Operation,
        Item::Operation(Operation::of(dot, what, node.at)),
    ))
}

mod many;
#[cfg(test)]
mod tests;

pub use many::Many;
