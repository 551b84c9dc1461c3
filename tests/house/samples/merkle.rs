//! Samples of the tools on hash trees.

use super::{Changed, PLAIN, Product, Sample};

const TREE: &str = "seq 50000 > data && decent merkle root --no-names data > root && decent merkle new data -o tree > log";

/// Proofs of all the data, of a part that is carried along, and of growth.
const PROOF: &str = "seq 50000 > data && decent merkle root --no-names data > root && decent merkle prove --range 0: data > proof";
const BINARY: &str = "seq 50000 > data && decent merkle root --no-names data > root && decent merkle prove --index 3 --index 17 --data --binary data > proof.bin";
const GROWTH: &str = "seq 50000 > data && decent merkle root --no-names data > root
head -c 163840 data | decent merkle root --no-names > old-root
decent merkle prove --consistency 163840 data > growth";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "merkle root",
        setup: "seq 50000 > data",
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "merkle root",
        setup: "seq 50000 > data",
        options: &["--tree=bep52"],
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "merkle root",
        setup: "seq 50000 > data",
        options: &["--tree=blake3"],
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "merkle root",
        setup: "seq 50000 > data",
        options: &["--tree=fsverity"],
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "merkle root",
        setup: "printf '%064d\\n' 1 2 3 4 5 > data",
        options: &["--tree=bitcoin"],
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
        tool: "merkle new",
        setup: "seq 50000 > data",
        options: &["--tree", "blake3"],
        files: &["@data"],
        product: Product::Artefact,
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
        tool: "merkle verify",
        setup: PROOF,
        options: &["--root", "<root", "--proof", "@proof"],
        files: &["@data"],
        artefacts: &[("proof", Changed::SameJson), ("data", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "merkle verify",
        setup: BINARY,
        options: &["--root", "<root", "--proof", "@proof.bin"],
        artefacts: &[("proof.bin", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "merkle verify",
        setup: GROWTH,
        options: &[
            "--root",
            "<root",
            "--size",
            "288894",
            "--old-root",
            "<old-root",
            "--old-size",
            "163840",
            "--proof",
            "@growth",
        ],
        artefacts: &[("growth", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "merkle verify",
        setup: TREE,
        options: &["--stream", "--root", "<root", "--with", "@tree"],
        files: &["@data"],
        product: Product::Bytes,
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
