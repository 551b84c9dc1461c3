//! Samples of the tools on lists of files.

use super::{Changed, PLAIN, Product, Sample};

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "manifest new",
        setup: "seq 5000 > data",
        files: &["@data"],
        takes_folders: true,
        product: Product::Bytes,
        ..PLAIN
    },
    Sample {
        tool: "manifest verify",
        setup: "seq 5000 > data && decent manifest new --roots data > list",
        files: &["@list"],
        names_others: true,
        artefacts: &[("list", Changed::NeverYes), ("data", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "manifest diff",
        setup: "seq 5000 > data && decent manifest new data > old && cp old new",
        files: &["@old", "@new"],
        product: Product::Nothing,
        artefacts: &[("old", Changed::Anything)],
        ..PLAIN
    },
];
