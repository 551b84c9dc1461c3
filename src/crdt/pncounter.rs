//! The counter that rises and falls: two grow-only counters, of what was added and of what was
//! taken away. Shapiro et al., 2011, specification 7.
//!
//! Its canonical form is `{"p":{"a":5},"n":{"a":2}}`.

use num_bigint::BigInt;

use crate::crdt::context::Dot;
use crate::crdt::count::Count;
use crate::crdt::document::{Document, Item};
use crate::crdt::gcounter::GCounter;
use crate::crdt::oplog::Operation;
use crate::crdt::shape::Shape;
use crate::crdt::state::{Draw, Shown, State};
use crate::crdt::tree::{Node, Value};
use crate::error::Result;
use crate::watch::Step;

/// A counter's state.
///
/// ```
/// use decent::crdt::{pncounter::PnCounter, state::State};
/// let mut a = PnCounter::default();
/// a.add("a", &5.into());
/// let mut b = a.clone();
/// b.add("b", &(-7).into());
/// a.merge(&b).unwrap();
/// assert_eq!(a.value(), (-2).into());
/// assert_eq!(a.to_string(), "{\"p\":{\"a\":5},\"n\":{\"b\":7}}\n");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PnCounter {
    added: GCounter,
    taken: GCounter,
}

impl PnCounter {
    /// A counter of both counts.
    pub fn new(added: GCounter, taken: GCounter) -> Self {
        Self { added, taken }
    }

    /// Counts at a replica, which is the caller's own; takes away where `n` is negative.
    pub fn add(&mut self, replica: &str, n: &BigInt) {
        match Count::try_from(n.clone()) {
            Ok(n) => self.added.add(replica, &n),
            Err(n) => self
                .taken
                .add(replica, &Count::try_from(-n).unwrap_or_default()),
        }
    }

    /// What was added less what was taken away.
    pub fn value(&self) -> BigInt {
        BigInt::from(self.added.value()) - BigInt::from(self.taken.value())
    }
}

impl State for PnCounter {
    const NAME: &'static str = "pncounter";

    fn merge(&mut self, other: &Self) -> Result<()> {
        self.added.merge(&other.added)?;
        self.taken.merge(&other.taken)
    }

    fn delta(&self, old: &Self) -> Self {
        Self::new(self.added.delta(&old.added), self.taken.delta(&old.taken))
    }

    fn stable(states: &[Self]) -> String {
        let least = |side: fn(&Self) -> &GCounter| {
            let sides: Vec<_> = states.iter().map(|state| side(state).clone()).collect();
            GCounter::stable(&sides)
        };
        written(&least(|state| &state.added), &least(|state| &state.taken))
    }

    fn covers(&self, other: &Self) -> bool {
        self.added.covers(&other.added) && self.taken.covers(&other.taken)
    }

    fn shown(&self) -> Shown {
        Shown {
            key: "value",
            values: vec![self.value().to_string()],
            text: false,
            fields: vec![
                ("added", self.added.value().to_string()),
                ("taken", self.taken.value().to_string()),
            ],
        }
    }

    fn told(&self) -> Step {
        let (added, taken) = (self.added.value(), self.taken.value());
        let why = "what was added less what was taken away: each half only grows";
        let exact = [&added, &taken].map(|half| half.small().is_some_and(|n| n < 1 << 53));
        let step = Step::new("value", why)
            .value("added", added)
            .value("taken", taken);
        let step = step.value("value", self.value());
        // jq rounds past 2^53.
        if exact == [true, true] {
            return step.check("jq '(.p | add // 0) - (.n | add // 0)' FILE");
        }
        step
    }

    fn simpler(&self) -> Vec<Self> {
        let added = self.added.simpler().into_iter();
        let taken = self.taken.simpler().into_iter();
        let added = added.map(|added| Self::new(added, self.taken.clone()));
        added
            .chain(taken.map(|taken| Self::new(self.added.clone(), taken)))
            .collect()
    }

    fn random(draw: Draw<'_>) -> Self {
        Self::new(GCounter::random(draw), GCounter::random(draw))
    }
}

fn written(added: &str, taken: &str) -> String {
    format!(
        "{{\"p\":{},\"n\":{}}}\n",
        added.trim_end(),
        taken.trim_end()
    )
}

impl std::fmt::Display for PnCounter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&written(&self.added.to_string(), &self.taken.to_string()))
    }
}

/// A grow-only counter in any shape that has one: an object, an array, what `crdts` and Akka write.
fn half(node: &Node) -> Result<GCounter> {
    for key in ["inner", "dots", "state"] {
        if let Some(inner) = node
            .get(key)
            .filter(|inner| matches!(inner.value, Value::Map(_)))
        {
            node.only(&[key])?;
            return half(inner);
        }
    }
    let entry = |(id, node): (String, &Node)| Ok((id, node.count()?));
    let counts: Result<_> = if let Value::List(items) = &node.value {
        let named = items
            .iter()
            .enumerate()
            .map(|(i, item)| (i.to_string(), item));
        named.map(entry).collect()
    } else {
        let members = node.map("counts, {\"replica\":count}")?.iter();
        members
            .map(|member| entry((member.key.clone(), &member.node)))
            .collect()
    };
    Ok(GCounter::new(counts?))
}

impl Document for PnCounter {
    type Op = BigInt;

    const LINE: &'static str = "a replica, a tab, what it added, a tab, what it took away";

    fn read(node: &Node) -> Result<(Shape, Item<Self>)> {
        let state = |shape, added, taken| Ok((shape, Item::State(Self::new(added, taken))));
        if let Some(seq) = node
            .get("seq")
            .filter(|_| node.has_just(&["replica", "seq", "add"]))
        {
            let dot = Dot::of(node.need("replica")?, seq)?;
            let what = node.need("add")?.whole()?;
            return Ok((
                Shape::Operation,
                Item::Operation(Operation::of(dot, what, node.at)),
            ));
        }
        if let (Some(added), Some(taken)) = (node.get("increments"), node.get("decrements")) {
            return state(Shape::Akka, half(added)?, half(taken)?);
        }
        let is_half = |key| {
            node.get(key)
                .is_some_and(|half| !matches!(half.value, Value::Number(_)))
        };
        if is_half("p") || is_half("n") {
            node.only(&["p", "n"])?;
            let (added, taken) = (node.need("p")?, node.need("n")?);
            let crdts = added.get("inner").is_some();
            let shape = if crdts { Shape::Crdts } else { Shape::Object };
            return state(shape, half(added)?, half(taken)?);
        }
        if let (Some(replica), true) = (node.get("replica"), node.has_just(&["replica", "p", "n"]))
        {
            let id = replica.text("a replica's id")?;
            let one = |key| {
                Ok(GCounter::new(
                    [(id.to_owned(), node.need(key)?.count()?)].into(),
                ))
            };
            return state(Shape::Row, one("p")?, one("n")?);
        }
        // A counter that never fell.
        let shape = match (&node.value, node.get("inner"), node.get("state")) {
            (Value::List(_), ..) => Shape::Array,
            (_, Some(_), _) => Shape::Crdts,
            (_, _, Some(_)) => Shape::Akka,
            _ => Shape::Object,
        };
        state(shape, half(node)?, GCounter::default())
    }

    fn line(fields: &[Node]) -> Result<Option<Self>> {
        let [replica, added, taken] = fields else {
            return Ok(None);
        };
        let id = replica.text("a replica's id")?;
        let one = |node: &Node| Ok(GCounter::new([(id.to_owned(), node.count()?)].into()));
        Ok(Some(Self::new(one(added)?, one(taken)?)))
    }

    fn apply(&mut self, dot: &Dot, op: &BigInt) -> Result<()> {
        self.add(&dot.replica, op);
        Ok(())
    }

    fn bare(base: &BigInt, ours: &BigInt, theirs: &BigInt) -> Option<Result<BigInt>> {
        Some(Ok(ours + theirs - base))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crdt::document::tests::{merged, refused};

    #[test]
    fn every_shape_is_read() {
        for text in [
            r#"{"p":{"a":5,"b":1},"n":{"a":2}}"#,
            r#"{"n":{"a":2},"p":{"b":1,"a":5}}"#,
            // As crdts 7.3.2 writes its PNCounter.
            r#"{"p":{"inner":{"dots":{"a":5,"b":1}}},"n":{"inner":{"dots":{"a":2}}}}"#,
            r#"{"increments":{"state":{"a":5,"b":1}},"decrements":{"state":{"a":2}}}"#,
            "{\"replica\":\"a\",\"p\":5,\"n\":2}\n{\"replica\":\"b\",\"p\":1,\"n\":0}",
            "a\t5\t2\nb\t1\t0\n",
            r#"[{"p":{"a":5},"n":{"a":2}},{"b":1}]"#,
            r#"{"replica":"a","seq":1,"add":5}{"replica":"a","seq":2,"add":-2}{"replica":"b","seq":1,"add":1}"#,
        ] {
            let state = merged::<PnCounter>(&[text]).expect(text);
            assert_eq!(state.value(), 4.into(), "{text}");
            assert!(state.covers(&merged(&["a\t5\t2"]).unwrap()), "{text}");
        }
        assert_eq!(
            merged::<PnCounter>(&["{\"p\":7,\"n\":8}"]).unwrap().value(),
            15.into()
        );
        assert_eq!(
            merged::<PnCounter>(&["[[3,1],[4]]"]).unwrap().value(),
            5.into()
        );
    }

    #[test]
    fn wrong_ones_are_refused_by_place() {
        refused::<PnCounter>(&[
            (
                "{\"p\":{\"a\":-1},\"n\":{}}",
                "line 1, column 11: wanted a natural number, found a negative number",
            ),
            (
                "{\"p\":{},\n\"n\":{\"a\":1.5}}",
                "line 2, column 10: wanted a whole number, found a fraction",
            ),
            (
                "{\"p\":{\"a\":1,\"a\":2},\"n\":{}}",
                "line 1, column 13: wanted each key once, found \"a\" twice",
            ),
            (
                "{\"p\":{}}",
                "line 1, column 1: wanted \"n\" in this object, found none",
            ),
            (
                "{\"p\":{},\"n\":{},\"q\":1}",
                "line 1, column 16: wanted only p, n here, found \"q\"",
            ),
            (
                "{\"a\":null}",
                "line 1, column 6: wanted a natural number, found null",
            ),
            (
                "a\t1\t-1\n",
                "line 1, column 5: wanted a natural number, found \"-1\"",
            ),
            (
                "a\t1\n",
                "line 1, column 1: wanted a replica, a tab, what it added, a tab, what it took away, found 2 fields",
            ),
            (
                "{\"replica\":\"a\",\"seq\":0,\"add\":1}",
                "line 1, column 22: wanted a number from 1 on, found 0",
            ),
        ]);
    }

    #[test]
    fn bare_numbers_add_what_both_sides_added() {
        let three = |a: i8, b: i8, c: i8| PnCounter::bare(&a.into(), &b.into(), &c.into());
        assert_eq!(three(46, 47, 47), Some(Ok(48.into())));
        assert_eq!(three(3, -1, 2), Some(Ok((-2).into())));
    }
}
