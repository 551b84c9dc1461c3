//! Samples of the tools on verifiable random functions: a vector of RFC 9381, and a key of our own.

use super::{Changed, PLAIN, Sample};

const FILES: &str = r"echo fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025 > key.pub
echo c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7 > key
chmod 600 key
echo 9bc0f79119cc5604bf02d23b4caede71393cedfbb191434dd016d30177ccbf8096bb474e53895c362d8628ee9f9ea3c0e52c7a5c691b6c18c9979866568add7a2d41b00b05081ed0f58ee5e31b3a970e > proof
printf '\257\202' > input
seq 2000 > data
decent vrf prove --no-names --suite ell2 --key key data > made";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "vrf prove",
        setup: FILES,
        options: &["--suite=ell2", "--key=key"],
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "vrf verify",
        setup: FILES,
        options: &["--key", "@key.pub", "--proof", "@proof"],
        files: &["@input"],
        artefacts: &[
            ("key.pub", Changed::Anything),
            ("proof", Changed::Anything),
            ("input", Changed::NeverYes),
        ],
        ..PLAIN
    },
    Sample {
        tool: "vrf verify",
        setup: FILES,
        options: &["--suite=ell2", "--key", "key.pub", "--proof", "made"],
        files: &["@data"],
        artefacts: &[("data", Changed::NeverYes)],
        ..PLAIN
    },
];
