//! A list or a text that replicas edit: a tree of items, each put to the left or to the right of
//! another, read from left to right. What two replicas type at one place stays together, in either
//! order. Weidner and Kleppmann: "The art of the Fugue: minimizing interleaving in collaborative
//! text editing", 2023. An item that was deleted keeps its place, without its value.
//!
//! Its canonical form is `{"seen":{"a":1},"items":[{"replica":"a","seq":1,"value":"h"}]}`, the items
//! in the order of the text.

use std::collections::BTreeMap;

use crate::crdt::context::{Context, Dot, random_events};
use crate::crdt::document::{Document, Item as Entry};
use crate::crdt::oplog::Operation;
use crate::crdt::shape::Shape;
use crate::crdt::state::{Draw, Shown, State};
use crate::crdt::text::{put_list, put_string};
use crate::crdt::tree::Node;
use crate::error::{Error, Result, slug};
use crate::watch::Step;

/// On which side of its parent an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Before it.
    Left,
    /// Behind it.
    Right,
}

/// An item of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Beside which item it was put; `None` is the start of the list.
    pub parent: Option<Dot>,
    /// On which side of it.
    pub side: Side,
    /// What it is: of a text one character; `None` once it is deleted.
    pub value: Option<String>,
}

/// What a replica did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Put an item in.
    Insert(Item),
    /// Took an item out.
    Delete(Dot),
}

/// A list's state.
///
/// ```
/// use decent::crdt::{seq::Seq, state::State};
/// let mut a = Seq::default();
/// a.insert("a", 0, "helo".chars().map(String::from)).unwrap();
/// let mut b = a.clone();
/// a.insert("a", 2, ["l".to_owned()]).unwrap();
/// b.insert("b", 4, " you".chars().map(String::from)).unwrap();
/// a.merge(&b).unwrap();
/// assert_eq!(a.shown().values.concat(), "hello you");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seq {
    seen: Context,
    items: BTreeMap<Dot, Item>,
}

impl Seq {
    /// The items in order, deleted ones too; items whose parent is not there yet are left out.
    pub fn order(&self) -> Vec<&Dot> {
        let mut children: BTreeMap<(Option<&Dot>, Side), Vec<&Dot>> = BTreeMap::new();
        for (dot, item) in &self.items {
            children
                .entry((item.parent.as_ref(), item.side))
                .or_default()
                .push(dot);
        }
        let none = Vec::new();
        let of = |parent, side| {
            children
                .get(&(parent, side))
                .unwrap_or(&none)
                .iter()
                .rev()
                .copied()
        };
        // What is still to be read, the next one last; of an item itself, or with all around it.
        let mut open: Vec<(&Dot, bool)> = of(None, Side::Right).map(|dot| (dot, true)).collect();
        let mut order = Vec::with_capacity(self.items.len());
        while let Some((dot, around)) = open.pop() {
            if around {
                open.extend(of(Some(dot), Side::Right).map(|dot| (dot, true)));
                open.push((dot, false));
                open.extend(of(Some(dot), Side::Left).map(|dot| (dot, true)));
            } else {
                order.push(dot);
            }
        }
        order
    }

    fn there(&self, dot: &Dot) -> bool {
        self.items.get(dot).is_some_and(|item| item.value.is_some())
    }

    /// Puts values in before the item at `index`, by a replica, which is the caller's own. Returns
    /// what was done.
    pub fn insert(
        &mut self,
        replica: &str,
        index: usize,
        values: impl IntoIterator<Item = String>,
    ) -> Result<Vec<(Dot, Op)>> {
        let order = self.order();
        let place = match index.checked_sub(1) {
            None => None,
            Some(before) => {
                let mut there = order.iter().enumerate().filter(|(_, dot)| self.there(dot));
                Some(there.nth(before).ok_or_else(|| self.past_the_end(index))?.0)
            }
        };
        let mut parent = place.and_then(|at| order.get(at)).map(|dot| (*dot).clone());
        let next = order
            .get(place.map_or(0, |at| at + 1))
            .map(|dot| (*dot).clone());
        // To the right of the item before, unless something stands there: then to the left of the
        // item behind, which has nothing on its left.
        let taken = |item: &Item| item.parent == parent && item.side == Side::Right;
        let mut side = Side::Right;
        if self.items.values().any(taken) {
            (parent, side) = (next, Side::Left);
        }
        let mut done = Vec::new();
        for value in values {
            let dot = self.seen.next(replica)?;
            let item = Item {
                parent: parent.replace(dot.clone()),
                side: std::mem::replace(&mut side, Side::Right),
                value: Some(value),
            };
            let op = Op::Insert(item);
            self.apply(&dot, &op)?;
            done.push((dot, op));
        }
        Ok(done)
    }

    /// Takes `n` items out from `index` on. Returns what was done.
    pub fn delete(&mut self, replica: &str, index: usize, n: usize) -> Result<Vec<(Dot, Op)>> {
        let order = self.order().into_iter().filter(|dot| self.there(dot));
        let gone: Vec<Dot> = order.skip(index).take(n).cloned().collect();
        if gone.len() < n {
            return Err(self.past_the_end(index.saturating_add(n)));
        }
        let mut done = Vec::new();
        for target in gone {
            let (dot, op) = (self.seen.next(replica)?, Op::Delete(target));
            self.apply(&dot, &op)?;
            done.push((dot, op));
        }
        Ok(done)
    }

    fn past_the_end(&self, index: usize) -> Error {
        let len = self
            .items
            .values()
            .filter(|item| item.value.is_some())
            .count();
        Error::new(
            slug::OUT_OF_RANGE,
            format!("an index up to {len}"),
            index.to_string(),
        )
    }

    /// An item that stands beside itself by way of others, so that it has no place. Every item is
    /// passed once.
    fn circle(&self) -> Option<&Dot> {
        // From which item each was come to first.
        let mut passed: BTreeMap<&Dot, &Dot> = BTreeMap::new();
        for start in self.items.keys() {
            let mut at = start;
            while let Some((dot, item)) = self.items.get_key_value(at) {
                match passed.insert(dot, start) {
                    Some(from) if from == start => return Some(dot),
                    Some(from) => {
                        passed.insert(dot, from);
                        break;
                    }
                    None => {}
                }
                let Some(parent) = &item.parent else { break };
                at = parent;
            }
        }
        None
    }

    /// Notes an item; refused where it is there already and another.
    fn note(&mut self, dot: &Dot, item: &Item) -> Result<()> {
        let Some(own) = self.items.get_mut(dot) else {
            self.items.insert(dot.clone(), item.clone());
            return Ok(());
        };
        let same_place = own.parent == item.parent && own.side == item.side;
        match (&own.value, &item.value) {
            (_, None) if same_place => own.value = None,
            (None, Some(_)) if same_place => {}
            (Some(one), Some(other)) if same_place && one == other => {}
            _ => {
                let wanted = format!("event {} of {:?} for one item", dot.seq, dot.replica);
                return Err(Error::new(slug::DOT_TWICE, wanted, "it for two"));
            }
        }
        Ok(())
    }
}

impl State for Seq {
    const NAME: &'static str = "seq";

    fn merge(&mut self, other: &Self) -> Result<()> {
        for (dot, item) in &other.items {
            self.note(dot, item)?;
        }
        self.seen.merge(&other.seen);
        Ok(())
    }

    /// The items that are new, and those that were deleted.
    fn delta(&self, old: &Self) -> Self {
        let new = self.items.iter();
        let new = new.filter(|(dot, item)| old.items.get(dot) != Some(item));
        let items: BTreeMap<_, _> = new.map(|(dot, item)| (dot.clone(), item.clone())).collect();
        let mut seen = self.seen.without(&old.seen);
        for dot in items.keys() {
            seen.see(dot);
        }
        Self { seen, items }
    }

    fn stable(states: &[Self]) -> String {
        Context::stable_line(states.iter().map(|state| &state.seen))
    }

    fn shown(&self) -> Shown {
        let order = self.order();
        let all = order.iter().filter_map(|dot| self.items.get(dot));
        let values: Vec<String> = all.filter_map(|item| item.value.clone()).collect();
        Shown {
            key: "text",
            text: true,
            fields: vec![
                ("items", values.len().to_string()),
                ("deleted", (order.len() - values.len()).to_string()),
                ("waiting", (self.items.len() - order.len()).to_string()),
            ],
            values,
        }
    }

    fn told(&self) -> Step {
        let items = self.shown().values.len();
        let why = "each item stands beside another; those that were deleted keep their places";
        let line = "jq '[.items[] | select(has(\"value\"))] | length' FILE";
        Step::new("items", why).value("items", items).check(line)
    }

    fn simpler(&self) -> Vec<Self> {
        let without = |dot: &Dot| {
            let mut less = self.clone();
            less.items.remove(dot);
            less.seen = less.seen.without(&{
                let mut one = Context::default();
                one.see(dot);
                one
            });
            less
        };
        let gone = |dot: &Dot| {
            let mut less = self.clone();
            if let Some(item) = less.items.get_mut(dot) {
                item.value = None;
            }
            less
        };
        let there = self.items.keys().filter(|dot| self.there(dot));
        self.items
            .keys()
            .map(without)
            .chain(there.map(gone))
            .collect()
    }

    fn random(draw: Draw<'_>) -> Self {
        let mut state = Self::default();
        for dot in random_events(draw) {
            state.seen.see(&dot);
            // What an event put where must be the same in all states.
            let before = dot.seq.checked_sub(1).filter(|before| *before > 0);
            let side = if dot.seq % 2 == 0 && before.is_some() {
                Side::Left
            } else {
                Side::Right
            };
            let item = Item {
                parent: before.map(|seq| Dot::new(dot.replica.clone(), seq)),
                side,
                value: (!draw().is_multiple_of(4)).then(|| format!("{}{}", dot.replica, dot.seq)),
            };
            state.items.insert(dot, item);
        }
        state
    }
}

/// Appends an item's members behind its event: where it stands, and what it is.
fn put_item(out: &mut Vec<u8>, dot: &Dot, item: &Item, key: &str) {
    put_event(out, dot);
    if let Some(parent) = &item.parent {
        out.extend(b",\"parent\":");
        parent.put(out);
    }
    if item.side == Side::Left {
        out.extend(b",\"side\":\"left\"");
    }
    if let Some(value) = &item.value {
        out.extend(format!(",\"{key}\":").bytes());
        put_string(out, value.as_bytes());
    }
    out.push(b'}');
}

fn put_event(out: &mut Vec<u8>, dot: &Dot) {
    out.extend(b"{\"replica\":");
    put_string(out, dot.replica.as_bytes());
    out.extend(format!(",\"seq\":{}", dot.seq).bytes());
}

/// What was done, as a line of an operation log.
pub fn op_line(dot: &Dot, op: &Op) -> String {
    let mut out = Vec::new();
    match op {
        Op::Insert(item) => put_item(&mut out, dot, item, "insert"),
        Op::Delete(target) => {
            put_event(&mut out, dot);
            out.extend(b",\"delete\":");
            target.put(&mut out);
            out.push(b'}');
        }
    }
    out.push(b'\n');
    String::from_utf8_lossy(&out).into_owned()
}

impl std::fmt::Display for Seq {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut order = self.order();
        // Those that wait for their parent come last.
        let placed: std::collections::BTreeSet<&Dot> = order.iter().copied().collect();
        order.extend(self.items.keys().filter(|dot| !placed.contains(dot)));
        let mut out = vec![b'{'];
        self.seen.put(&mut out);
        put_list(&mut out, b",\"items\":[", order, |out, dot| {
            if let Some(item) = self.items.get(dot) {
                put_item(out, dot, item, "value");
            }
        });
        out.extend(b"}\n");
        f.write_str(&String::from_utf8_lossy(&out))
    }
}

impl Document for Seq {
    type Op = Op;

    const LINE: &'static str = "a state as JSON";

    fn read(node: &Node) -> Result<(Shape, Entry<Self>)> {
        if node.get("items").is_none() {
            let dot = Dot::of(node.need("replica")?, node.need("seq")?)?;
            let what = match node.get("delete") {
                Some(target) => {
                    node.only(&["replica", "seq", "delete"])?;
                    Op::Delete(Dot::read(target)?)
                }
                None => Op::Insert(item(node, &dot, "insert")?),
            };
            return Ok((
                Shape::Operation,
                Entry::Operation(Operation::of(dot, what, node.at)),
            ));
        }
        node.only(&["seen", "beyond", "items"])?;
        let mut state = Self {
            seen: Context::read(node)?,
            items: BTreeMap::new(),
        };
        for one in node.need("items")?.list("items")? {
            let dot = Dot::of(one.need("replica")?, one.need("seq")?)?;
            let item = item(one, &dot, "value")?;
            if !state.seen.has(&dot) {
                return Err(one.error(
                    slug::NOT_A_STATE,
                    "only items that are seen",
                    "one that is not",
                ));
            }
            if state.items.insert(dot, item).is_some() {
                return Err(one.error(slug::DOT_TWICE, "each event for one item", "it for two"));
            }
        }
        let placed = |error: Error| node.error(error.slug, error.wanted, error.found);
        state.close().map_err(placed)?;
        Ok((Shape::Object, Entry::State(state)))
    }

    /// Parents come from anywhere, so that only all together can go round in a circle.
    fn close(&mut self) -> Result<()> {
        match self.circle() {
            None => Ok(()),
            Some(dot) => {
                let found = format!("event {} of {:?} beside itself", dot.seq, dot.replica);
                let wanted = "items beside others, in no circle";
                Err(Error::new(slug::NOT_A_STATE, wanted, found))
            }
        }
    }

    fn line(_fields: &[Node]) -> Result<Option<Self>> {
        Ok(None)
    }

    fn apply(&mut self, dot: &Dot, op: &Op) -> Result<()> {
        self.seen.see(dot);
        match op {
            Op::Insert(item) => self.note(dot, item),
            Op::Delete(target) => {
                if let Some(item) = self.items.get_mut(target) {
                    item.value = None;
                }
                Ok(())
            }
        }
    }
}

fn item(node: &Node, dot: &Dot, key: &'static str) -> Result<Item> {
    node.only(&["replica", "seq", "parent", "side", key])?;
    let parent = node.get("parent").map(Dot::read).transpose()?;
    let side = match node
        .get("side")
        .map(|side| side.text("left or right"))
        .transpose()?
    {
        None | Some("right") => Side::Right,
        Some("left") if parent.is_some() => Side::Left,
        Some(other) => {
            let wanted = "left or right of an item";
            return Err(node.error(slug::NOT_A_STATE, wanted, format!("{other:?}")));
        }
    };
    if parent.as_ref() == Some(dot) {
        return Err(node.error(slug::NOT_A_STATE, "an item beside another", "beside itself"));
    }
    let value = node
        .get(key)
        .map(|value| value.text("a value in quotes"))
        .transpose()?;
    if value.is_none() && key == "insert" {
        return Err(node.error(slug::NOT_A_STATE, "\"insert\" or \"delete\"", "neither"));
    }
    Ok(Item {
        parent,
        side,
        value: value.map(String::from),
    })
}

#[cfg(test)]
mod tests;
