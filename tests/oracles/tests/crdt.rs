//! Replicated types beside the `crdts` crate (7.3.2): three replicas do and send what dice say, by
//! that crate. Its states are read as it writes them; our merge of two must be the state that its
//! own merge gives, with the same value.

use crdts::{CmRDT, CvRDT, GCounter, LWWReg, List, MVReg, Orswot, PNCounter};
use decent::crdt::document::Document;
use decent::crdt::engine::{Counter, Engine, Held, Streamed};
use decent::crdt::orset::OrSet;
use decent::crdt::pncounter::PnCounter;
use decent::crdt::register::Register;
use decent::crdt::seq::Seq;
use decent::crdt::state::State;
use decent::source::Source;
use decent::spool::Room;
use decent::watch::Deaf;
use oracles::Dice;
use serde::Serialize;

const REPLICAS: [&str; 3] = ["a", "b", "c"];
const GAMES: u64 = 300;
const STEPS: u64 = 25;

/// The state of ours that texts of theirs make.
fn ours<S: Document>(texts: &[String]) -> S {
    let sources: Vec<_> = texts
        .iter()
        .map(|text| Source::from_bytes(text.as_bytes()))
        .collect();
    let loaded = Held::<S>::default().load(&sources, &Deaf);
    loaded
        .unwrap_or_else(|failed| panic!("{}: {texts:?}", failed.error))
        .0
}

/// The same of a counter, which passes through.
fn counter<S: Counter>(texts: &[String]) -> S {
    let room = Room {
        memory: 1 << 20,
        file: &|| Err(std::io::ErrorKind::StorageFull.into()),
    };
    let sources: Vec<_> = texts
        .iter()
        .map(|text| Source::from_bytes(text.as_bytes()))
        .collect();
    let loaded = Streamed::<S>::new(room).load(&sources, &Deaf);
    loaded
        .unwrap_or_else(|failed| panic!("{}: {texts:?}", failed.error))
        .0
}

fn json(state: &impl Serialize) -> String {
    serde_json::to_string(state).unwrap()
}

/// Replicas of theirs: in every step one does something, or takes in what another has; then one is
/// told of: what it had, what it took in, what came of it.
fn play<T: Clone + CvRDT>(
    start: impl Fn() -> T,
    mut act: impl FnMut(&mut T, &'static str, &mut Dice),
    mut told: impl FnMut(&T, &T, &T),
) where
    T::Validation: std::fmt::Debug,
{
    for game in 0..GAMES {
        let mut dice = Dice(game);
        let mut all = [start(), start(), start()];
        for _ in 0..STEPS {
            let (one, other) = (dice.roll(3) as usize, dice.roll(3) as usize);
            if dice.roll(3) > 0 {
                act(&mut all[one], REPLICAS[one], &mut dice);
                continue;
            }
            let mut merged = all[one].clone();
            merged.merge(all[other].clone());
            told(&all[one], &all[other], &merged);
            all[one] = merged;
        }
    }
}

/// Our merge of two of their states is their merge; it is returned.
fn agree<S: Document + std::fmt::Debug>(one: String, other: String, merged: String) -> S {
    let wanted = ours::<S>(&[merged]);
    assert_eq!(
        ours::<S>(&[one.clone(), other.clone()]),
        wanted,
        "{one} {other}"
    );
    assert_eq!(
        ours::<S>(&[other.clone(), one.clone()]),
        wanted,
        "{other} {one}"
    );
    wanted
}

#[test]
fn grow_only_counters() {
    play(
        GCounter::<String>::new,
        |counter, replica, dice| {
            counter.apply(counter.inc_many(replica.into(), 1 + dice.roll(1 << 60)))
        },
        |one, other, merged| {
            let state: decent::crdt::gcounter::GCounter = counter(&[json(one), json(other)]);
            assert_eq!(state, counter(&[json(merged)]));
            assert_eq!(state.value().to_string(), merged.read().to_string());
        },
    );
}

#[test]
fn counters_that_fall() {
    play(
        PNCounter::<String>::new,
        |counter, replica, dice| {
            let n = 1 + dice.roll(1 << 60);
            let op = match dice.roll(2) {
                0 => counter.inc_many(replica.into(), n),
                _ => counter.dec_many(replica.into(), n),
            };
            counter.apply(op);
        },
        |one, other, merged| {
            let state: PnCounter = counter(&[json(one), json(other)]);
            assert_eq!(state, counter(&[json(merged)]));
            assert_eq!(state.value().to_string(), merged.read().to_string());
        },
    );
}

#[test]
fn registers_of_the_last_write() {
    // Of equal times theirs keeps its own and never agrees, so each time is there once.
    let mut time = 0;
    play(
        || LWWReg::<String, u64> {
            val: String::new(),
            marker: 0,
        },
        |register, replica, dice| {
            time += 1 + dice.roll(3);
            register.update(format!("{replica}{time}"), time);
        },
        |one, other, merged| {
            let state = agree::<Register>(json(one), json(other), json(merged));
            assert_eq!(state.values(), [&merged.val]);
        },
    );
}

#[test]
fn registers_of_many_values() {
    play(
        MVReg::<String, String>::new,
        |register, replica, dice| {
            let seen = register.read_ctx().derive_add_ctx(replica.into());
            let op = register.write(format!("{replica}{}", dice.roll(1 << 40)), seen);
            register.apply(op);
        },
        |one, other, merged| {
            let state = agree::<Register>(json(one), json(other), json(merged));
            let (mut own, mut theirs) = (state.values(), merged.read().val);
            own.sort_unstable();
            theirs.sort_unstable();
            assert_eq!(own, theirs);
        },
    );
}

#[test]
fn sets() {
    play(
        Orswot::<String, String>::new,
        |set, replica, dice| {
            let element = dice.pick(&["x", "y", "z"]).to_owned();
            let read = set.contains(&element);
            let op = if dice.roll(3) > 0 {
                set.add(element, read.derive_add_ctx(replica.into()))
            } else {
                set.rm(element, read.derive_rm_ctx())
            };
            set.apply(op);
        },
        |one, other, merged| {
            let state = agree::<OrSet>(json(one), json(other), json(merged));
            let mut theirs: Vec<String> = merged.read().val.into_iter().collect();
            theirs.sort_unstable();
            assert_eq!(state.elements().collect::<Vec<_>>(), theirs);
        },
    );
}

/// Their lists have no merge of states; edits that see each other must do the same to both.
#[test]
fn lists() {
    for game in 0..GAMES {
        let mut dice = Dice(game);
        let mut theirs = List::<char, String>::new();
        let mut all = [Seq::default(), Seq::default(), Seq::default()];
        for _ in 0..STEPS {
            let one = dice.roll(3) as usize;
            let (replica, len) = (REPLICAS[one], theirs.len());
            if dice.roll(3) > 0 || len == 0 {
                let (at, letter) = (
                    dice.roll(len as u64 + 1) as usize,
                    dice.pick(&['x', 'y', 'z']),
                );
                theirs.apply(theirs.insert_index(at, letter, replica.into()));
                all[one].insert(replica, at, [letter.into()]).unwrap();
            } else {
                let at = dice.roll(len as u64) as usize;
                theirs.apply(theirs.delete_index(at, replica.into()).unwrap());
                all[one].delete(replica, at, 1).unwrap();
            }
            let newest = all[one].clone();
            for state in &mut all {
                state.merge(&newest).unwrap();
                assert_eq!(state.shown().values.concat(), theirs.read::<String>());
            }
        }
    }
}
