//! Programs by which jq merges canonical states again and tells what is new in one: what a
//! narration shows beside its values. They are written to be read, not to be fast.

use serde_json::Value;

use crate::crdt::state::State;

/// Past this jq rounds.
const EXACT: u64 = 1 << 53;

/// Whether jq reads a state as we do: no number that it rounds, no events behind a hole, and no
/// removal that waits for one.
pub fn reads<S: State>(state: &S) -> bool {
    let exact = |value: &Value| match value {
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(size), _) => size < EXACT,
            (None, Some(small)) => small.unsigned_abs() < EXACT,
            (None, None) => false,
        },
        _ => true,
    };
    let Ok(value) = serde_json::from_str::<Value>(&state.to_string()) else {
        return false;
    };
    let ours = ["beyond", "deferred"]
        .iter()
        .any(|key| value.get(key).is_some());
    let mut open = vec![&value];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => open.extend(members.values()),
            other if !exact(other) => return false,
            _ => {}
        }
    }
    // The members of plain counters are replicas, whatever they are called.
    S::NAME == "gcounter" || !ours
}

/// The greatest number of each key of some objects.
macro_rules! greatest {
    ($objects:literal) => {
        concat!(
            $objects,
            "|add|group_by(.key)|map(max_by(.value))|from_entries"
        )
    };
}

/// A name, its value, and a program that prints it.
pub type Told = (&'static str, String, &'static str);

/// What is told of a merge: how it is called, the value, and the program that prints it again out
/// of all states, for `jq -cs`.
pub fn merge<S: State>(merged: &S) -> Option<Told> {
    let program = program(merged)?;
    if S::NAME == "seq" {
        let text = Value::from(merged.shown().values.concat());
        return Some(("text", text.to_string(), program));
    }
    Some(("merged", merged.to_string().trim_end().to_owned(), program))
}

fn program<S: State>(merged: &S) -> Option<&'static str> {
    Some(match S::NAME {
        "gcounter" => greatest!("map(to_entries)"),
        "pncounter" => concat!(
            "def most: ",
            greatest!("map(to_entries)"),
            "; {p:map(.p)|most,n:map(.n)|most}"
        ),
        "register" if many(merged) => concat!(
            "map(.values//[])|add as $all|{values:$all|unique_by(.clock|to_entries|map([.key,.value]))",
            "|map(select(.clock as $c|$all|any(.clock!=$c and (.clock as $d|$c|to_entries",
            "|all(.value<=($d[.key]//0))))|not))}"
        ),
        "register" => "map(select(.replica))|max_by([.at,.replica,.value])//{}",
        "orset" => concat!(
            ". as $all|{seen:",
            greatest!("map(.seen|to_entries)"),
            ",elements:[.[].elements|to_entries[]|.key as $e|.value[]|[$e,.]]|unique",
            "|map(select(. as [$e,$d]|$all|all((.seen[$d[0]]//0)<$d[1] or (.elements[$e]//[]|any(.==$d)))))",
            "|group_by(.[0])|map({key:.[0][0],value:map(.[1])})|from_entries}"
        ),
        "seq" => concat!(
            "def text($all;$p;$s): $all[]|select(.parent==$p and (.side//\"right\")==$s)|[.replica,.seq] as $d",
            "|text($all;$d;\"left\"),.,text($all;$d;\"right\"); ",
            "[text(map(.items)|add|group_by([.replica,.seq])",
            "|map((map(select(has(\"value\")|not))+.)[0]);null;\"right\")|.value//empty]|add//\"\""
        ),
        _ => return None,
    })
}

/// Why the merge of states is what it is, in a sentence.
pub fn why<S: State>(merged: &S) -> &'static str {
    match S::NAME {
        "gcounter" => "the greatest count of each replica is the newest, an absent one is 0",
        "pncounter" => "of both halves the greatest count of each replica is the newest",
        "register" if many(merged) => "a value stays unless the clock of another has seen its own",
        "register" => "the latest write, then the greater replica, then the greater bytes",
        "orset" => "what added an element stays unless a state that has seen it lacks it",
        _ => "all items in their places; one that was deleted anywhere has no value",
    }
}

fn many<S: State>(register: &S) -> bool {
    register.to_string().starts_with("{\"values\"")
}

/// What is told of a delta: how it is called, the value, and the program that prints it again out of
/// the new state, `$old` being the one before, in a list.
pub fn delta<S: State>(delta: &S) -> Option<Told> {
    let text = delta.to_string();
    let whole = |program| Some(("delta", text.trim_end().to_owned(), program));
    let value: Value = serde_json::from_str(&text).ok()?;
    match S::NAME {
        "gcounter" => whole("with_entries(select(.value>($old[0][.key]//0)))"),
        "pncounter" => whole(concat!(
            "def more($o): with_entries(select(.value>($o[.key]//0))); ",
            "{p:.p|more($old[0].p),n:.n|more($old[0].n)}"
        )),
        "register" => whole(concat!(
            "if .==$old[0] then {} elif .values and $old[0].values then ",
            "(.values-$old[0].values)|if .==[] then {} else {values:.} end else . end"
        )),
        "orset" => {
            let elements = value.get("elements")?.as_object()?.iter();
            let added: Vec<Value> = elements
                .flat_map(|(element, dots)| {
                    let dots = dots.as_array().into_iter().flatten();
                    dots.map(move |dot| Value::from(vec![element.as_str().into(), dot.clone()]))
                })
                .collect();
            Some((
                "added",
                Value::from(added).to_string(),
                concat!(
                    "def added: [.elements|to_entries[]|.key as $e|.value[]|[$e,.]]; ",
                    "added-($old[0]|added)|sort"
                ),
            ))
        }
        "seq" => {
            let items = value.get("items")?.as_array()?.iter();
            let mut changed: Vec<(String, u64)> = items
                .filter_map(|item| {
                    let replica = item.get("replica")?.as_str()?;
                    Some((replica.to_owned(), item.get("seq")?.as_u64()?))
                })
                .collect();
            changed.sort();
            let program = "(.items-$old[0].items)|map([.replica,.seq])|sort";
            Some(("items", serde_json::to_string(&changed).ok()?, program))
        }
        _ => None,
    }
}
