//! Samples of the tools on hash trees.

use super::{Changed, PLAIN, Product, Sample};

const TREE: &str = "seq 50000 > data && decent merkle root --no-names data > root && decent merkle new data -o tree > log";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "merkle root",
        setup: "seq 50000 > data",
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "merkle list",
        setup: "seq 50000 > data",
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "merkle new",
        setup: "seq 50000 > data",
        options: &["-o", "tree"],
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "merkle prove",
        setup: "seq 50000 > data",
        options: &["--index", "3"],
        files: &["@data"],
        product: Product::Bytes,
        ..PLAIN
    },
    Sample {
        tool: "merkle verify",
        setup: TREE,
        options: &["--root", "<root", "--with", "@tree"],
        files: &["@data"],
        artefacts: &[("tree", Changed::NeverYes), ("data", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "merkle diff",
        setup: TREE,
        options: &["--with", "@tree"],
        files: &["@data"],
        product: Product::Nothing,
        artefacts: &[("tree", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "merkle audit",
        setup: TREE,
        options: &[
            "--root", "<root", "--chunks", "18", "--random", "5eed", "-k", "4",
        ],
        ..PLAIN
    },
];
