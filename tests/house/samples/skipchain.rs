//! Samples of the tools on skipchains.

use super::{Changed, PLAIN, Product, Sample};

/// A chain of a hundred blocks, its index beside it.
const CHAIN: &str = r"echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > anna.pub
decent roster new -q anna.pub -o us > log
decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > id
seq 99 | decent skipchain add -q --lines --time 2000 c.skip > log
echo 'release 1' > payload";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "skipchain new",
        setup: CHAIN,
        options: &[
            "--time",
            "1000",
            "--seed",
            "0000000000000000000000000000000000000000000000000000000000000002",
            "--roster",
            "@us",
        ],
        names_others: true,
        product: Product::Artefact,
        artefacts: &[("us", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain add",
        setup: CHAIN,
        again: "rm -f c.skip*; decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > id",
        options: &["--time", "3000", "c.skip"],
        files: &["@payload"],
        names_others: true,
        ..PLAIN
    },
    Sample {
        tool: "skipchain list",
        setup: CHAIN,
        files: &["@c.skip"],
        names_others: true,
        artefacts: &[
            ("c.skip", Changed::Anything),
            ("c.skip.idx", Changed::Anything),
        ],
        ..PLAIN
    },
    Sample {
        tool: "skipchain show",
        setup: CHAIN,
        files: &["@c.skip"],
        artefacts: &[("c.skip", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain cat",
        setup: CHAIN,
        options: &["@c.skip", "50"],
        names_others: true,
        product: Product::Bytes,
        artefacts: &[
            ("c.skip", Changed::Anything),
            ("c.skip.fwd", Changed::Anything),
        ],
        ..PLAIN
    },
    Sample {
        tool: "skipchain path",
        setup: CHAIN,
        options: &["@c.skip", "99", "3"],
        names_others: true,
        artefacts: &[("c.skip", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain fsck",
        setup: CHAIN,
        files: &["@c.skip"],
        artefacts: &[
            ("c.skip", Changed::Anything),
            ("c.skip.idx", Changed::Anything),
        ],
        ..PLAIN
    },
];
