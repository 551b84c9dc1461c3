//! Samples of the tools on shares.

use super::{Changed, PLAIN, Product, Sample};

const SPLIT: &str =
    "seq 1000 > secret && decent shamir split -t 2 -n 4 --binary secret -o parts -q > log
for i in 1 2 3 4; do cp parts/share-$i s$i; done";
const SHORT: &str =
    "seq 1000 > secret && decent shamir split -t 2 -n 4 --short secret -o parts -q > log
for i in 1 2 3 4; do cp parts/share-$i s$i; done";
const TEXT: &str = "echo secret > secret && decent shamir split -t 2 -n 4 secret -o parts -q > log
for i in 1 2 3 4; do cp parts/share-$i s$i; done";
const VSS: &str = "printf %032d 7 > secret && decent shamir split -t 2 -n 3 --vss pedersen secret -o parts -q > log
for i in 1 2 3; do cp parts/share-$i s$i; done; cp parts/commitments commitments";
const LINES: &str =
    "printf 'hello world' | decent shamir split -t 2 -n 3 --format ssss -o parts -q > log
for i in 1 2 3; do cp parts/share-$i s$i; done";
const WORDS: &str = "printf '0123456789abcdef' | decent shamir split -t 2 -n 3 --format slip39 --exponent 0 -o parts -q > log
for i in 1 2 3; do cp parts/share-$i s$i; done";
const BARE: &str =
    "seq 1000 > secret && decent shamir split -t 2 -n 4 --format vault secret -o parts -q > log
for i in 1 2 3 4; do cp parts/share-$i s$i; done";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "shamir split",
        setup: "seq 1000 > secret",
        options: &["-t", "3", "-n", "5", "--force", "-o", "parts"],
        files: &["@secret"],
        names_others: true,
        ..PLAIN
    },
    Sample {
        tool: "shamir split",
        setup: "printf %032d 7 > secret",
        options: &[
            "-t",
            "3",
            "-n",
            "5",
            "--vss=feldman",
            "--force",
            "-o",
            "parts",
        ],
        files: &["@secret"],
        names_others: true,
        ..PLAIN
    },
    Sample {
        tool: "shamir split",
        setup: "seq 1000 > secret",
        options: &["-t", "3", "-n", "5", "--short", "--force", "-o", "parts"],
        files: &["@secret"],
        names_others: true,
        ..PLAIN
    },
    Sample {
        tool: "shamir join",
        setup: SPLIT,
        options: &["--force"],
        files: &["@s1", "s3"],
        product: Product::Bytes,
        artefacts: &[("s1", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "shamir join",
        setup: SHORT,
        options: &["--force"],
        files: &["@s4", "s2"],
        product: Product::Bytes,
        artefacts: &[("s4", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "shamir join",
        setup: LINES,
        options: &["--force", "--threshold=2"],
        files: &["@s1", "s2"],
        product: Product::Bytes,
        artefacts: &[("s1", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "shamir verify",
        setup: TEXT,
        files: &["@s2"],
        artefacts: &[("s2", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "shamir verify",
        setup: VSS,
        options: &["--commit", "@commitments"],
        files: &["@s2"],
        artefacts: &[
            ("s2", Changed::Anything),
            ("commitments", Changed::Anything),
        ],
        ..PLAIN
    },
    Sample {
        tool: "shamir show",
        setup: WORDS,
        files: &["@s3"],
        measures: true,
        artefacts: &[("s3", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "shamir show",
        setup: SPLIT,
        options: &["--format=decent"],
        files: &["@s3"],
        artefacts: &[("s3", Changed::NeverYes)],
        measures: true,
        ..PLAIN
    },
    Sample {
        tool: "shamir refresh",
        setup: SPLIT,
        options: &["--force", "-o", "new"],
        files: &["@s1", "s3"],
        names_others: true,
        artefacts: &[("s1", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "shamir reshare",
        setup: SPLIT,
        options: &["-t", "3", "-n", "4", "--force", "-o", "new"],
        files: &["@s1", "s3"],
        names_others: true,
        artefacts: &[("s1", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "shamir convert",
        setup: BARE,
        options: &[
            "--format=vault",
            "-t",
            "2",
            "--to=decent",
            "--force",
            "-o",
            "new",
        ],
        files: &["@s1", "s3"],
        names_others: true,
        artefacts: &[("s1", Changed::Anything)],
        ..PLAIN
    },
];
