//! Hostile artefacts: every sample that a tool reads, changed in every way that is cheap, within
//! bounds of memory and time. The generator's seed is fixed, so that a failure comes again.

use libtest_mimic::Trial;

use super::run::{Folder, Run};
use super::samples::{self, Changed, Sample};

/// Addresses that a tool may have, in KiB.
const MEMORY: u32 = 512 << 10;

/// Changes of each kind that are tried on one artefact.
const ROUNDS: usize = 12;

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for sample in samples::all() {
        for (name, changed) in sample.artefacts {
            let title = format!("hostile::{}: {name}", sample.title());
            trials.push(Trial::test(title, move || {
                mutate(sample, name, *changed);
                Ok(())
            }));
        }
    }
    trials
}

/// `SplitMix64`: small, and good enough to spread changes.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % sides.max(1) as u64) as usize
    }
}

/// A way to change bytes.
type Change = fn(&mut Dice, Vec<u8>) -> Vec<u8>;

/// All ways, by name.
const CHANGES: [(&str, Change); 8] = [
    ("cut short", |dice, bytes| {
        let end = dice.roll(bytes.len());
        bytes[..end].to_vec()
    }),
    ("a bit turned", |dice, mut bytes| {
        let (at, bit) = (dice.roll(bytes.len()), dice.roll(8));
        bytes[at] ^= 1 << bit;
        bytes
    }),
    ("a byte replaced", |dice, mut bytes| {
        let (at, value) = (dice.roll(bytes.len()), dice.roll(256) as u8);
        bytes[at] = value;
        bytes
    }),
    ("a byte put in", |dice, mut bytes| {
        let (at, value) = (dice.roll(bytes.len() + 1), dice.roll(256) as u8);
        bytes.insert(at, value);
        bytes
    }),
    ("a byte taken out", |dice, mut bytes| {
        bytes.remove(dice.roll(bytes.len()));
        bytes
    }),
    ("a part twice", |dice, bytes| {
        let start = dice.roll(bytes.len());
        let end = start + dice.roll(bytes.len() - start);
        [&bytes[..end], &bytes[start..]].concat()
    }),
    ("a run of ones", |dice, mut bytes| {
        let start = dice.roll(bytes.len());
        let end = bytes.len().min(start + 8);
        bytes[start..end].fill(0xff);
        bytes
    }),
    ("a huge number", |dice, bytes| {
        let digits = |b: &u8| b.is_ascii_digit();
        let starts: Vec<_> = (0..bytes.len())
            .filter(|&at| digits(&bytes[at]) && (at == 0 || !digits(&bytes[at - 1])))
            .collect();
        if starts.is_empty() {
            return [&bytes[..], b"x"].concat();
        }
        let start = starts[dice.roll(starts.len())];
        let end = bytes[start..]
            .iter()
            .position(|b| !digits(b))
            .map_or(bytes.len(), |n| start + n);
        let huge = ["18446744073709551615", "99999999999999999999999", "-1", "0"];
        let huge = huge[dice.roll(huge.len())].as_bytes();
        [&bytes[..start], huge, &bytes[end..]].concat()
    }),
];

fn mutate(sample: &'static Sample, name: &str, changed: Changed) {
    let folder = sample.folder();
    let path = folder.path().join(name);
    let good = std::fs::read(&path).unwrap();
    assert!(!good.is_empty(), "the sample {name} is empty");
    let usual = judge(sample, &folder, "nothing changed");
    assert_eq!(usual, 0, "the sample works, within {MEMORY} KiB");
    let mut dice = Dice(good.len() as u64);
    for (what, change) in CHANGES {
        for round in 0..ROUNDS {
            let bad = change(&mut dice, good.clone());
            if bad == good {
                continue;
            }
            std::fs::write(&path, &bad).unwrap();
            let what = format!("{what}, round {round} of {name} ({} bytes)", bad.len());
            let status = judge(sample, &folder, &what);
            let never_yes = match changed {
                Changed::Anything => false,
                Changed::NeverYes => true,
                Changed::SameJson => json(&bad).is_none_or(|new| Some(new) != json(&good)),
            };
            assert!(
                !never_yes || status != 0,
                "{what}: still yes: {}",
                shown(&good, &bad)
            );
        }
    }
}

/// What JSON says, letters made small.
fn json(bytes: &[u8]) -> Option<serde_json::Value> {
    let text = std::str::from_utf8(bytes).ok()?;
    serde_json::from_str(&text.to_lowercase()).ok()
}

/// The status of the sample's line, which must be one of the three.
fn judge(sample: &Sample, folder: &Folder, what: &str) -> i32 {
    sample.ready(folder);
    let line = sample.line(folder, &[]);
    let ended = Run::bounded(folder.path(), &line, MEMORY).end().sane(&what);
    // Whoever says yes has nothing to complain of; whoever doesn't says why.
    let silent = ended.stderr.is_empty() && ended.stdout.is_empty();
    assert!(ended.status == 0 || !silent, "{what}: no word of why");
    ended.status
}

/// Where two artefacts part.
fn shown(good: &[u8], bad: &[u8]) -> String {
    let at = good
        .iter()
        .zip(bad)
        .take_while(|(one, other)| one == other)
        .count();
    let around = |bytes: &[u8]| {
        let part = &bytes[at.saturating_sub(30).min(bytes.len())..bytes.len().min(at + 30)];
        String::from_utf8_lossy(part).into_owned()
    };
    format!("at byte {at}: {:?} became {:?}", around(good), around(bad))
}
