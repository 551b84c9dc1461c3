//! Samples of the tools on replicated counters.

use super::{Changed, PLAIN, Product, Sample};

const STATES: &str = "echo '{\"anna\":3,\"bert\":1}' > a && echo '{\"bert\":4,\"carl\":1}' > b && decent gcounter merge a b > new";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "gcounter new",
        product: Product::Bytes,
        ..PLAIN
    },
    Sample {
        tool: "gcounter add",
        setup: STATES,
        options: &["--replica", "anna", "@a"],
        product: Product::Bytes,
        artefacts: &[("a", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "gcounter merge",
        setup: STATES,
        files: &["@a", "@b"],
        product: Product::Bytes,
        artefacts: &[("a", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "gcounter show",
        setup: STATES,
        files: &["@a"],
        artefacts: &[("a", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "gcounter delta",
        setup: STATES,
        files: &["@a", "@new"],
        product: Product::Bytes,
        artefacts: &[("new", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "gcounter verify",
        setup: STATES,
        options: &["--laws"],
        files: &["@a", "@b"],
        artefacts: &[("a", Changed::Anything)],
        ..PLAIN
    },
];
