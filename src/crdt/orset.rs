//! The observed-remove set: adding is an event of its own, and removing takes away the events that
//! were seen, so what is added elsewhere at the same time stays. No tombstones are kept: an event
//! that was seen and is not there was removed. Bieniusa et al.: "An optimized conflict-free
//! replicated set", 2012, with the causal contexts of Almeida et al., 2018, so that deltas are small.
//!
//! Its canonical form is `{"seen":{"a":2,"b":1},"elements":{"x":[["a",2],["b",1]]}}`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::crdt::context::{Clock, Context, Dot, put_clock, random_events, read_clock};
use crate::crdt::document::{Document, Item};
use crate::crdt::heads::Heads;
use crate::crdt::oplog::Operation;
use crate::crdt::shape::Shape;
use crate::crdt::state::{Draw, Shown, State};
use crate::crdt::text::{put_list, put_string};
use crate::crdt::tree::Node;
use crate::error::{Error, Place, Result, slug};
use crate::watch::Step;

/// A set's state.
///
/// ```
/// use decent::crdt::{orset::OrSet, state::State};
/// let mut a = OrSet::default();
/// a.add("a", "x").unwrap();
/// let mut b = a.clone();
/// b.remove("x");
/// a.add("a", "x").unwrap();
/// a.merge(&b).unwrap();
/// // What b removed is not what a added meanwhile.
/// assert_eq!(a.elements().collect::<Vec<_>>(), ["x"]);
/// assert_eq!(a.to_string(), "{\"seen\":{\"a\":2},\"elements\":{\"x\":[[\"a\",2]]}}\n");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrSet {
    seen: Context,
    /// The events by which an element is there.
    added: BTreeMap<Dot, String>,
    /// Removals of events that were not seen yet, of an element up to a clock.
    deferred: BTreeSet<(String, Clock)>,
}

/// What a replica did to a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Put an element in.
    Add(String),
    /// Took an element out, as far as these events put it in.
    Remove(String, BTreeSet<Dot>),
}

impl OrSet {
    /// The elements in order.
    pub fn elements(&self) -> impl Iterator<Item = &str> {
        self.grouped().into_keys()
    }

    fn grouped(&self) -> BTreeMap<&str, Vec<&Dot>> {
        let mut elements: BTreeMap<&str, Vec<&Dot>> = BTreeMap::new();
        for (dot, element) in &self.added {
            elements.entry(element).or_default().push(dot);
        }
        elements
    }

    /// Puts an element in by an event of a replica, which is the caller's own. It stands for those
    /// by which it was in before.
    pub fn add(&mut self, replica: &str, element: &str) -> Result<Dot> {
        let dot = self.seen.next(replica)?;
        self.remove(element);
        self.seen.see(&dot);
        self.added.insert(dot.clone(), element.to_owned());
        Ok(dot)
    }

    /// Takes an element out, as far as it is known; whether it was in.
    pub fn remove(&mut self, element: &str) -> bool {
        let before = self.added.len();
        self.added.retain(|_, of| of != element);
        self.added.len() < before
    }

    /// Notes that events were seen, and which element one put in, where it is still in.
    fn note(&mut self, dot: Dot, element: &str) -> Result<()> {
        self.seen.see(&dot);
        match self.added.insert(dot.clone(), element.to_owned()) {
            Some(other) if other != element => Err(twice(&dot, element, &other)),
            _ => Ok(()),
        }
    }

    /// Takes in all that `other` knows; deferred removals still wait for [`OrSet::settle`].
    fn take_in(&mut self, other: &Self) -> Result<()> {
        for (dot, element) in &other.added {
            if let Some(own) = self.added.get(dot).filter(|own| *own != element) {
                return Err(twice(dot, own, element));
            }
        }
        // Only events that the other has seen can go: what it has not seen is not looked at.
        let mut gone = Vec::new();
        for (replica, first, last) in other.seen.ranges() {
            let seen = Dot::new(replica, first)..=Dot::new(replica, last);
            let own = self.added.range(seen).map(|(dot, _)| dot);
            gone.extend(own.filter(|dot| !other.added.contains_key(dot)).cloned());
        }
        for dot in &gone {
            self.added.remove(dot);
        }
        for (dot, element) in &other.added {
            if !self.seen.has(dot) {
                self.added.insert(dot.clone(), element.clone());
            }
        }
        self.seen.merge(&other.seen);
        self.deferred.extend(other.deferred.iter().cloned());
        Ok(())
    }

    /// Removes what deferred removals speak of, and forgets those that are fulfilled.
    fn settle(&mut self) {
        if self.deferred.is_empty() {
            return;
        }
        let Self {
            seen,
            added,
            deferred,
        } = self;
        // One that another of the same element includes says nothing more.
        let mut removals: BTreeMap<&str, Heads> = BTreeMap::new();
        for (element, clock) in deferred.iter() {
            let clock = Arc::new(clock.clone());
            removals.entry(element).or_default().put(&clock);
        }
        added.retain(|dot, element| {
            let removals = removals.get(element.as_str());
            !removals.is_some_and(|removals| removals.know(&dot.replica, dot.seq))
        });
        let mut left = BTreeSet::new();
        for (element, removals) in removals {
            let open = removals
                .clocks()
                .filter(|clock| !seen.covers(&Context::of_clock(clock)));
            left.extend(open.map(|clock| (element.to_owned(), (**clock).clone())));
        }
        *deferred = left;
    }
}

fn twice(dot: &Dot, one: &str, other: &str) -> Error {
    let wanted = format!("event {} of {:?} for one element", dot.seq, dot.replica);
    let (one, other) = (one.min(other), one.max(other));
    Error::new(
        slug::DOT_TWICE,
        wanted,
        format!("it for {one:?} and for {other:?}"),
    )
}

impl State for OrSet {
    const NAME: &'static str = "orset";

    /// An event stays where both have it, or one has it and the other has not seen it.
    fn merge(&mut self, other: &Self) -> Result<()> {
        self.take_in(other)?;
        self.settle();
        Ok(())
    }

    /// The events that are new, and those that are gone.
    fn delta(&self, old: &Self) -> Self {
        let new = self
            .added
            .iter()
            .filter(|(dot, _)| !old.added.contains_key(dot));
        let mut seen = self.seen.without(&old.seen);
        let gone = old.added.keys().filter(|dot| !self.added.contains_key(dot));
        gone.for_each(|dot| seen.see(dot));
        Self {
            seen,
            added: new
                .map(|(dot, element)| (dot.clone(), element.clone()))
                .collect(),
            deferred: &self.deferred - &old.deferred,
        }
    }

    fn stable(states: &[Self]) -> String {
        Context::stable_line(states.iter().map(|state| &state.seen))
    }

    fn shown(&self) -> Shown {
        let values: Vec<String> = self.elements().map(String::from).collect();
        Shown {
            key: "element",
            text: false,
            fields: vec![("elements", values.len().to_string())],
            values,
        }
    }

    fn told(&self) -> Step {
        let why = "an element is in while one event that added it was not removed";
        let elements = self.elements().count();
        Step::new("elements", why)
            .value("elements", elements)
            .check("jq '.elements | length' FILE")
    }

    fn simpler(&self) -> Vec<Self> {
        let replicas: Vec<String> = self.seen.replicas().map(String::from).collect();
        let without = |replica: &String| {
            let mut less = self.clone();
            less.seen = less.seen.without_replica(replica);
            less.added.retain(|dot, _| dot.replica != *replica);
            less
        };
        let gone = |dot: &Dot| {
            let mut less = self.clone();
            less.added.remove(dot);
            less
        };
        let replicas = replicas.iter().map(without);
        replicas.chain(self.added.keys().map(gone)).collect()
    }

    fn random(draw: Draw<'_>) -> Self {
        let mut state = Self::default();
        for dot in random_events(draw) {
            state.seen.see(&dot);
            // Which element an event is of must be the same in all states.
            let element = ["x", "y", "z"]
                .get((dot.seq % 3) as usize)
                .copied()
                .unwrap_or_default();
            if !draw().is_multiple_of(3) {
                state.added.insert(dot, element.into());
            }
        }
        if draw().is_multiple_of(8) {
            state
                .deferred
                .insert(("x".into(), [("a".into(), draw() % 5)].into()));
            state.settle();
        }
        state
    }
}

impl std::fmt::Display for OrSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut out = vec![b'{'];
        self.seen.put(&mut out);
        out.extend(b",\"elements\":{");
        for (i, (element, dots)) in self.grouped().into_iter().enumerate() {
            if i > 0 {
                out.push(b',');
            }
            put_string(&mut out, element.as_bytes());
            put_list(&mut out, b":[", dots, |out, dot| dot.put(out));
        }
        out.push(b'}');
        if !self.deferred.is_empty() {
            put_list(
                &mut out,
                b",\"deferred\":[",
                &self.deferred,
                |out, (element, clock)| {
                    out.push(b'[');
                    put_string(out, element.as_bytes());
                    out.push(b',');
                    put_clock(out, clock);
                    out.push(b']');
                },
            );
        }
        out.extend(b"}\n");
        f.write_str(&String::from_utf8_lossy(&out))
    }
}

impl Document for OrSet {
    type Op = Op;

    const LINE: &'static str = "an element, a tab, a replica, a tab, the number of its event";

    fn read(node: &Node) -> Result<(Shape, Item<Self>)> {
        if node.get("seq").is_some() {
            return operation_or_row(node);
        }
        let (shape, mut state) = if node.get("entries").is_some() {
            (Shape::Crdts, crdts(node)?)
        } else if node.get("elementsMap").is_some() {
            (Shape::Akka, akka(node)?)
        } else {
            (Shape::Object, object(node)?)
        };
        state.settle();
        Ok((shape, Item::State(state)))
    }

    fn line(fields: &[Node]) -> Result<Option<Self>> {
        let [element, replica, seq] = fields else {
            return Ok(None);
        };
        let mut state = Self::default();
        state.note(Dot::of(replica, seq)?, element.text("an element")?)?;
        Ok(Some(state))
    }

    fn apply(&mut self, dot: &Dot, op: &Op) -> Result<()> {
        let mut done = Self::default();
        match op {
            Op::Add(element) => done.note(dot.clone(), element)?,
            Op::Remove(_, dots) => {
                done.seen.see(dot);
                for dot in dots {
                    done.seen.see(dot);
                }
            }
        }
        self.take_in(&done)
    }

    fn take(&mut self, other: &Self) -> Result<()> {
        self.take_in(other)
    }

    fn close(&mut self) -> Result<()> {
        self.settle();
        Ok(())
    }
}

/// Our own shape.
fn object(node: &Node) -> Result<OrSet> {
    node.only(&["seen", "beyond", "elements", "deferred"])?;
    let elements = node
        .need("elements")?
        .map("elements, {\"element\":[events]}")?;
    let mut state = OrSet::default();
    for member in elements {
        for dot in member.node.list("events, [[\"replica\",number], ..]")? {
            let noted = state.note(Dot::read(dot)?, &member.key);
            noted.map_err(|error| error.at(Place::Byte(dot.at)))?;
        }
    }
    within(&state, node, Context::read(node)?)?;
    state.seen = Context::read(node)?;
    let wanted = "removals, [[\"element\",{\"replica\":number}], ..]";
    let deferred = node
        .get("deferred")
        .map_or(Ok(&[][..]), |node| node.list(wanted))?;
    for removal in deferred {
        let [element, clock] = removal.list(wanted)? else {
            return Err(removal.wrong(wanted));
        };
        state
            .deferred
            .insert((element.text(wanted)?.to_owned(), upto(clock)?));
    }
    Ok(state)
}

/// The clock of a removal: what it has not heard of says nothing.
fn upto(node: &Node) -> Result<Clock> {
    let clock = read_clock(node)?.into_iter();
    Ok(clock.filter(|(_, seq)| *seq > 0).collect())
}

/// Every event that put something in must have been seen.
fn within(state: &OrSet, node: &Node, seen: Context) -> Result<()> {
    match state.added.keys().find(|dot| !seen.has(dot)) {
        None => Ok(()),
        Some(dot) => {
            let found = format!("event {} of {:?}, which is not", dot.seq, dot.replica);
            Err(node.error(slug::NOT_A_STATE, "only events that are seen", found))
        }
    }
}

/// What the `crdts` crate (7.3.2) writes of its `Orswot`: clocks for events, the last of each
/// replica; deferred removals, which it can't write as an object, in an array.
fn crdts(node: &Node) -> Result<OrSet> {
    node.only(&["clock", "entries", "deferred"])?;
    let mut state = OrSet::default();
    for member in node.need("entries")?.map("entries")? {
        state.note_clock(&member.node, &member.key)?;
    }
    state.seen_just(node, node.need("clock")?)?;
    let Some(deferred) = node.get("deferred") else {
        return Ok(state);
    };
    let wanted = "removals, [[clock, [\"element\", ..]], ..]";
    if deferred.has_just(&[]) {
        return Ok(state);
    }
    for removal in deferred.list(wanted)? {
        let [clock, elements] = removal.list(wanted)? else {
            return Err(removal.wrong(wanted));
        };
        for element in elements.list(wanted)? {
            state
                .deferred
                .insert((element.text("an element")?.into(), upto(clock)?));
        }
    }
    Ok(state)
}

/// What Akka's `ORSet` is made of.
fn akka(node: &Node) -> Result<OrSet> {
    node.only(&["originReplica", "elementsMap", "vvector"])?;
    let mut state = OrSet::default();
    for member in node.need("elementsMap")?.map("elements")? {
        state.note_clock(&member.node, &member.key)?;
    }
    state.seen_just(node, node.need("vvector")?)?;
    Ok(state)
}

impl OrSet {
    /// An element that the events of a clock put in, the last one of each replica.
    fn note_clock(&mut self, node: &Node, element: &str) -> Result<()> {
        for (replica, seq) in read_clock(node)? {
            let noted = self.note(Dot::new(replica, seq), element);
            noted.map_err(|error| error.at(Place::Byte(node.at)))?;
        }
        Ok(())
    }

    /// Just the events of a clock were seen.
    fn seen_just(&mut self, node: &Node, clock: &Node) -> Result<()> {
        let seen = Context::of_clock(&read_clock(clock)?);
        within(self, node, seen.clone())?;
        self.seen = seen;
        Ok(())
    }
}

/// `{"element":"x","replica":"a","seq":1}`, or what a replica did: `"add":"x"` or `"remove":"x"`
/// with `"events":[["b",1]]`, in place of the element.
fn operation_or_row(node: &Node) -> Result<(Shape, Item<OrSet>)> {
    let dot = Dot::of(node.need("replica")?, node.need("seq")?)?;
    let element = |key| Ok(node.need(key)?.text("an element")?.to_owned());
    let what = if node.get("remove").is_some() {
        node.only(&["replica", "seq", "remove", "events"])?;
        let events = node
            .need("events")?
            .list("events, [[\"replica\",number], ..]")?;
        let events: Result<_> = events.iter().map(Dot::read).collect();
        Op::Remove(element("remove")?, events?)
    } else if node.get("add").is_some() {
        node.only(&["replica", "seq", "add"])?;
        Op::Add(element("add")?)
    } else {
        node.only(&["replica", "seq", "element"])?;
        let mut state = OrSet::default();
        state.note(dot, &element("element")?)?;
        return Ok((Shape::Row, Item::State(state)));
    };
    Ok((
        Shape::Operation,
        Item::Operation(Operation::of(dot, what, node.at)),
    ))
}

#[cfg(test)]
mod tests;
