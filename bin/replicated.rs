//! The verbs of replicated types, written once: every type brings its engine.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::crdt::document::Document;
use decent::crdt::engine::{Engine, Held, three_way};
use decent::crdt::jq;
use decent::crdt::merge::{Result as Merged, Seen};
use decent::crdt::narrate;
use decent::crdt::state::State;
use decent::error::{Error, slug};
use decent::source::Source;
use decent::watch::{Deaf, Step, Watch};

use crate::args::Create;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::input::Role;
use crate::report::{Record, bytes_of};
use crate::states::{self, States};

/// `new`.
#[derive(clap::Args)]
pub(crate) struct New {
    #[command(flatten)]
    create: Create,
}

impl New {
    pub(crate) fn run(self, cx: &mut Cx, state: &impl State) -> Result<Verdict, Fail> {
        if cx.watch(None).narrates() {
            let why = "nothing is known yet: merging it into another state changes nothing";
            cx.watch(None)
                .step(&Step::new("new", why).value("state", state.to_string().trim_end()));
        }
        put(cx, &self.create, &state.to_string())
    }
}

/// Prints one artefact that is text.
pub(crate) fn put(cx: &mut Cx, create: &Create, text: &str) -> Result<Verdict, Fail> {
    let mut made = cx.create(create, false)?;
    made.put(text.as_bytes())?;
    made.finish()?;
    Ok(Verdict::Yes)
}

/// A verb that changes a state at a replica of one's own.
#[derive(clap::Args)]
pub(crate) struct Change {
    /// The replica that does it: one's own, for nobody else may act in its name
    #[arg(long, value_name = "ID", value_parser = states::replica)]
    pub(crate) replica: String,
    #[command(flatten)]
    pub(crate) create: Create,
}

impl Change {
    /// Prints the state after `change`, which says in a step what it did.
    pub(crate) fn run<S: Document>(
        self,
        cx: &mut Cx,
        state: Option<PathBuf>,
        change: impl FnOnce(&mut S, &str) -> decent::Result<Step>,
    ) -> Result<Verdict, Fail> {
        let (mut state, plain) = load::<S>(cx, state)?;
        let before = state.clone();
        let step = change(&mut state, &self.replica)?;
        let watch = cx.watch(None);
        if watch.narrates() {
            let mut told = before.told();
            told.check = told.check.filter(|_| plain);
            watch.step(&told);
            watch.step(&step);
            let delta = state.delta(&before).to_string();
            let why = "all that the other replicas need of it; it may come twice, or late";
            watch.step(&Step::new("delta", why).value("delta", delta.trim_end()));
        }
        drop(watch);
        put(cx, &self.create, &state.to_string())
    }
}

/// One state in memory, and whether it stands in canonical shape.
pub(crate) fn load<S: Document>(cx: &mut Cx, path: Option<PathBuf>) -> Result<(S, bool), Fail> {
    let states = states::open(cx, path.into_iter().collect())?;
    let loaded = Held::<S>::default().load(&states.sources, &Deaf);
    let (state, told) = loaded.map_err(|failed| states.blame(failed))?;
    states.tell(cx, &told, false)?;
    Ok((state, told.inputs.iter().all(Seen::plain)))
}

/// `merge`.
#[derive(clap::Args)]
pub(crate) struct Merge {
    /// The states; none, or `-`, is standard input
    #[arg(value_name = "STATE")]
    states: Vec<PathBuf>,
    /// Print what all the states have seen, which may be compacted
    #[arg(long, conflicts_with = "driver")]
    stable: bool,
    /// Work as git's merge driver: the STATEs are %O %A %B, and the result replaces %A; a fourth, %P,
    /// is what errors call it
    #[arg(long)]
    driver: bool,
    #[command(flatten)]
    create: Create,
}

impl Merge {
    pub(crate) fn run<E: Engine>(self, cx: &mut Cx, engine: &E) -> Result<Verdict, Fail> {
        if self.driver {
            return drive(cx, self.states, engine);
        }
        let states = states::open(cx, self.states)?;
        let watch = cx.watch(Some(states.sources.iter().map(Source::len).sum()));
        let narrates = watch.narrates();
        if narrates && self.stable {
            tell_stable(engine, &states, &watch)?;
        } else if narrates {
            let told = narrate::merge(engine, &states.sources, &watch);
            let (merged, plain) = told.map_err(|failed| states.blame(failed))?;
            if plain {
                tell_by_jq(&merged, &states, &watch);
            }
        }
        let named = self
            .create
            .output
            .as_deref()
            .is_some_and(|o| o != Path::new("-"));
        let report = cx.json() || named;
        let (told, made) = made(cx, &self.create, &states, |sink| {
            if self.stable {
                engine.stable(&states.sources, &watch, sink)
            } else {
                engine.merge(&states.sources, &watch, sink)
            }
        })?;
        made.finish()?;
        states.tell(cx, &told, report)?;
        Ok(Verdict::Yes)
    }
}

/// Tells the shell line by which jq merges canonical states, where it does so without rounding.
fn tell_by_jq<S: State>(merged: &S, states: &States, watch: &dyn Watch) {
    let Some((name, value, program)) = jq::merge(merged).filter(|_| jq::reads(merged)) else {
        return;
    };
    let names: Vec<_> = (0..states.sources.len())
        .map(|i| crate::shown::shell_word(states.name(i)))
        .collect();
    let step = Step::new("merged", jq::why(merged));
    let step = step.value(name, value);
    watch.step(&step.check(format!("jq -cs '{program}' {}", names.join(" "))));
}

/// Tells what each state has and what all have.
fn tell_stable<E: Engine>(engine: &E, states: &States, watch: &dyn Watch) -> Result<(), Fail> {
    let together = engine.load(&states.sources, &Deaf);
    together.map_err(|failed| states.blame(failed))?;
    let each = engine.each(&states.sources, &Deaf);
    let (each, _) = each.map_err(|failed| states.blame(failed))?;
    for (i, state) in each.iter().enumerate() {
        let step = Step::new(format!("state {i}"), "what one replica knows");
        watch.step(&step.value("state", state.to_string().trim_end()));
    }
    let why = "what none of them lacks comes never again as news, and may be compacted";
    let stable = E::State::stable(&each);
    watch.step(&Step::new("stable", why).value("stable", stable.trim_end()));
    Ok(())
}

/// An artefact that the library writes: what it learnt on the way, and the artefact to finish.
pub(crate) fn made<'c, T>(
    cx: &'c mut Cx,
    create: &Create,
    states: &States,
    work: impl FnOnce(&mut dyn FnMut(&[u8]) -> decent::Result<()>) -> Merged<T>,
) -> Result<(T, crate::cx::Made<'c>), Fail> {
    let mut made = cx.create(create, false)?;
    let mut carried = Carried::default();
    let worked = work(&mut |bytes| carried.pass(made.put(bytes)));
    // What could not be written is about the artefact, all else about a state.
    carried.end(Ok(()))?;
    match worked {
        Ok(told) => Ok((told, made)),
        Err(failed) => Err(states.blame(failed)),
    }
}

/// The largest file that is looked at for a bare number.
const BARE: u64 = decent::crdt::count::MAX_DIGITS as u64 + 3;

/// As git calls it: base, ours, theirs; the result takes the place of ours. Status 1 is a conflict.
fn drive<E: Engine>(cx: &mut Cx, paths: Vec<PathBuf>, engine: &E) -> Result<Verdict, Fail> {
    let mut paths = paths.into_iter();
    let three = [paths.next(), paths.next(), paths.next()];
    let ([Some(base), Some(ours), Some(theirs)], said, None) = (three, paths.next(), paths.next())
    else {
        let wanted = "--driver wants three files, %O %A %B, and may have their name, %P";
        return Err(Fail::usage(wanted));
    };
    merge_driven(cx, [base, ours, theirs], engine).map_err(|fail| match said {
        // What git calls its own files says nothing to anyone.
        Some(said) => fail.named(bytes_of(&said)),
        None => fail,
    })
}

fn merge_driven<E: Engine>(
    cx: &mut Cx,
    [base, ours, theirs]: [PathBuf; 3],
    engine: &E,
) -> Result<Verdict, Fail> {
    let create = Create {
        output: Some(ours.clone()),
    };
    let mut texts = Vec::new();
    for path in [&base, &ours, &theirs] {
        let mut input = cx.subject("", path)?;
        texts.push(match input.len() {
            Some(BARE..) => None,
            _ => Some(input.read_all(BARE)?),
        });
    }
    let name = bytes_of(&ours).to_owned();
    let judged = |error: Error| Fail {
        role: Some(Role::Subject),
        ..Fail::from(error).named(name.clone())
    };
    if let [Some(base), Some(our_text), Some(their_text)] = texts.as_slice()
        && let Some(sum) = three_way(engine, base, our_text, their_text)
    {
        let mut text = sum.map_err(judged)?.to_string();
        if our_text.ends_with(b"\n") {
            text.push('\n');
        }
        return put(cx, &create, &text);
    }
    let states = states::open(cx, vec![ours, theirs])?;
    let (told, made) = made(cx, &create, &states, |sink| {
        engine.merge(&states.sources, &Deaf, sink)
    })?;
    if told.gaps.is_empty() {
        made.finish()?;
        return Ok(Verdict::Yes);
    }
    let missing = Error::new(slug::OPERATION_GAP, "every operation", "some missing");
    Err(judged(missing))
}

/// `show`.
#[derive(clap::Args)]
pub(crate) struct Show {
    /// The states; none, or `-`, is standard input
    #[arg(value_name = "STATE")]
    states: Vec<PathBuf>,
}

impl Show {
    /// Shows each input; of a text with `lines` an item a line.
    pub(crate) fn run<E: Engine>(
        self,
        cx: &mut Cx,
        engine: &E,
        lines: bool,
    ) -> Result<Verdict, Fail> {
        for path in Cx::files(self.states) {
            if let Err(fail) = show(cx, path, engine, lines) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

fn show<E: Engine>(cx: &mut Cx, path: PathBuf, engine: &E, lines: bool) -> Result<(), Fail> {
    let states = states::open(cx, vec![path])?;
    let watch = cx.watch(None);
    let blame = |failed| states.blame(failed);
    let (shown, told) = engine.show(&states.sources[0], &watch).map_err(blame)?;
    if watch.narrates() {
        let again = narrate::merge(engine, &states.sources, &watch).map_err(blame)?;
        assert_eq!(
            again.0.shown().values,
            shown.values,
            "the narration must equal the result"
        );
    }
    drop(watch);
    let shapes = told.inputs.iter().flat_map(|seen| &seen.shapes);
    let shapes: Vec<_> = shapes.map(|shape| shape.name()).collect();
    let whole = shown.text && !lines;
    if whole && !cx.json() {
        cx.print(shown.values.concat().as_bytes())?;
        return states.tell(cx, &told, false);
    }
    let values = if whole {
        vec![shown.values.concat()]
    } else {
        shown.values
    };
    for value in values {
        let mut record = Record::value(shown.key, readable(value, cx.json())).name(states.name(0));
        for (key, number) in &shown.fields {
            record = record.field(key, number.as_str());
        }
        cx.emit(&record.field("shapes", shapes.clone()))?;
    }
    states.tell(cx, &told, false)
}

/// A value that takes one line: as JSON where it has control characters.
fn readable(value: String, json: bool) -> String {
    if json || !value.contains(char::is_control) {
        return value;
    }
    let mut quoted = Vec::new();
    decent::crdt::text::put_string(&mut quoted, value.as_bytes());
    String::from_utf8_lossy(&quoted).into_owned()
}

/// `delta`.
#[derive(clap::Args)]
pub(crate) struct Delta {
    /// The state that lacks something
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The state that has it
    #[arg(value_name = "NEW")]
    new: PathBuf,
    #[command(flatten)]
    create: Create,
}

impl Delta {
    pub(crate) fn run<E: Engine>(self, cx: &mut Cx, engine: &E) -> Result<Verdict, Fail> {
        let states = states::open(cx, vec![self.old, self.new])?;
        let two = || Fail::usage("two states are wanted");
        let two: &[_; 2] = states.sources.as_slice().try_into().map_err(|_| two())?;
        let watch = cx.watch(None);
        if watch.narrates() {
            tell_delta(engine, &states, &watch)?;
        }
        let (told, made) = made(cx, &self.create, &states, |sink| {
            engine.delta(two, &watch, sink)
        })?;
        made.finish()?;
        states.tell(cx, &told, false)?;
        Ok(Verdict::Yes)
    }
}

/// Tells both states and what the first lacks.
fn tell_delta<E: Engine>(engine: &E, states: &States, watch: &dyn Watch) -> Result<(), Fail> {
    let each = engine.each(&states.sources, &Deaf);
    let (each, told) = each.map_err(|failed| states.blame(failed))?;
    for (title, state) in ["old", "new"].iter().zip(&each) {
        let step = Step::new(*title, "a state");
        watch.step(&step.value("state", state.to_string().trim_end()));
    }
    if let [old, new] = each.as_slice() {
        let delta = new.checked_delta(old)?;
        let why = "merged into the old state it gives the new one, and nothing else is in it";
        let mut step = Step::new("delta", why).value("delta", delta.to_string().trim_end());
        let plain = told.inputs.iter().all(Seen::plain) && each.iter().all(jq::reads);
        if let Some((name, value, program)) = jq::delta(&delta).filter(|_| plain) {
            if name != "delta" {
                step = step.value(name, value);
            }
            step = step.check(format!(
                "jq -c --slurpfile old {} '{program}' {}",
                crate::shown::shell_word(states.name(0)),
                crate::shown::shell_word(states.name(1)),
            ));
        }
        watch.step(&step);
        let again = old.merged(&delta)?;
        assert!(again.same(new), "the narration must equal the result");
    }
    Ok(())
}
