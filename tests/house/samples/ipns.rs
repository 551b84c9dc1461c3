//! Samples of the tools on names.

use super::{Changed, PLAIN, Product, Sample};

/// Two keys, their names, records that lead from one to the other and to content, what was seen.
const NAMES: &str = "umask 077 && printf %064d 7 > key && printf %064d 8 > other && mkdir records
decent ipns name --no-names key > name && decent ipns name --no-names other > behind
decent ipns sign --key key --value /ipfs/bafkqablimvwgy3y --validity 2233-05-18T03:33:20Z -o rec > log
decent ipns sign --key key --value bafkqablimvwgy3y --v1-compat --prev rec --validity 2233-05-18T03:33:20Z -o both > log
decent ipns sign --key key --value /ipns/$(cat behind)/d --seq 2 --validity 2233-05-18T03:33:20Z -o records/a > log
decent ipns sign --key other --value bafkqablimvwgy3y --validity 2233-05-18T03:33:20Z -o records/b > log
decent ipns verify --state seen $(cat name) rec > log";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "ipns name",
        setup: NAMES,
        files: &["@key"],
        ..PLAIN
    },
    Sample {
        tool: "ipns sign",
        setup: NAMES,
        options: &[
            "--value",
            "bafkqablimvwgy3y",
            "--validity",
            "2233-05-18T03:33:20Z",
            "--v1-compat",
            "--key",
            "@key",
        ],
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "ipns sign",
        setup: NAMES,
        options: &[
            "--value",
            "bafkqablimvwgy3y",
            "--validity",
            "2233-05-18T03:33:20Z",
            "--key",
            "key",
            "--prev",
            "@rec",
        ],
        product: Product::Artefact,
        artefacts: &[("rec", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "ipns verify",
        setup: NAMES,
        options: &["--at", "2033-05-18", "<name"],
        files: &["@rec"],
        artefacts: &[("rec", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "ipns verify",
        setup: NAMES,
        options: &["--at=2033-05-18", "--state", "seen", "<name"],
        files: &["@both"],
        artefacts: &[("both", Changed::Anything), ("seen", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "ipns show",
        setup: NAMES,
        files: &["@both"],
        artefacts: &[("both", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "ipns select",
        setup: NAMES,
        files: &["@rec", "@both"],
        names_others: true,
        artefacts: &[("both", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "ipns resolve",
        setup: NAMES,
        options: &["--records", "records", "--at", "2033-05-18", "<name"],
        names_others: true,
        artefacts: &[("records/a", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "ipns renew",
        setup: NAMES,
        options: &["--validity", "2234-05-18T03:33:20Z", "--key", "@key"],
        files: &["@both"],
        product: Product::Artefact,
        artefacts: &[("both", Changed::Anything)],
        ..PLAIN
    },
];
