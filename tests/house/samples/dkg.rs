//! Samples of the steps in which members make a key together.

use super::{Changed, PLAIN, Sample};

const ANNOUNCED: &str =
    "for i in 1 2 3; do decent threshold dkg start -t 2 -n 3 --id $i -o state-$i box -q; done > log
cp state-1 state";
const DEALT: &str =
    "for i in 1 2 3; do decent threshold dkg start -t 2 -n 3 --id $i --curve ed25519 -o state-$i box -q; done > log
for i in 1 2 3; do decent threshold dkg deal --state state-$i box -q; done > log
cp state-1 state";
const OPENED: &str = "for i in 1 2 3; do decent threshold dkg start -t 2 -n 3 --id $i --curve secp256k1 --hiding -o state-$i box -q; done > log
for i in 1 2 3; do decent threshold dkg deal --state state-$i box -q; done > log
for i in 1 2 3 1 2 3; do decent threshold dkg check --state state-$i box -q; done > log
cp state-1 state";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "threshold dkg start",
        setup: "true",
        options: &["-t", "2", "-n", "3", "--id", "1", "--force", "-o", "state"],
        names_others: true,
        measures: true,
        ..PLAIN
    },
    Sample {
        tool: "threshold dkg deal",
        setup: ANNOUNCED,
        options: &["--state", "@state"],
        files: &["box"],
        names_others: true,
        measures: true,
        artefacts: &[
            ("state", Changed::SameJson),
            ("box/announce-2", Changed::NeverYes),
        ],
        ..PLAIN
    },
    Sample {
        tool: "threshold dkg check",
        setup: DEALT,
        options: &["--state", "@state"],
        files: &["box"],
        names_others: true,
        measures: true,
        artefacts: &[("box/deal-2", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "threshold dkg finish",
        setup: OPENED,
        options: &["--state", "@state", "--force", "-o", "key"],
        files: &["box"],
        names_others: true,
        measures: true,
        artefacts: &[
            ("box/vote-2", Changed::NeverYes),
            ("box/open-3", Changed::NeverYes),
        ],
        ..PLAIN
    },
];
