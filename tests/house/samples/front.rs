//! Samples of the tools that belong to no family.

use super::{PLAIN, Product, Sample};

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "inspect",
        setup: "seq 100000 > data && decent merkle new data -o data.tree > root",
        files: &["@data.tree"],
        artefacts: &[("data.tree", super::Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "inspect",
        setup: "printf hello | decent pow mine --bits 60 --count 5000 --checkpoint kept > log || true",
        files: &["@kept"],
        artefacts: &[("kept", super::Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "learn",
        options: &["hash"],
        product: Product::Bytes,
        ..PLAIN
    },
    Sample {
        tool: "tour",
        measures: true,
        product: Product::Bytes,
        ..PLAIN
    },
    Sample {
        tool: "why",
        options: &["stdin-twice"],
        product: Product::Bytes,
        ..PLAIN
    },
    Sample {
        tool: "completions",
        options: &["bash"],
        product: Product::Bytes,
        ..PLAIN
    },
    Sample {
        tool: "generate",
        options: &["out"],
        product: Product::Nothing,
        ..PLAIN
    },
];
