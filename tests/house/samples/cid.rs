//! Samples of the tools on content IDs and archives.

use super::{Changed, PLAIN, Product, Sample};

/// A file of many chunks, and its archives.
const FILE: &str = "seq 50000 > data && decent cid new --chunker size-65536 --no-names data > cid
decent car new -q --chunker size-65536 data -o data.car > log
decent car new -q --no-leaves --chunker size-65536 data -o proof.car > log";

/// A folder with a folder, a link, and a file of many chunks.
const TREE: &str = "mkdir -p d/e && seq 50000 > d/a && seq 9 > d/e/b && ln -s a d/link
decent car new -q --chunker size-65536 d -o d.car | cut -d' ' -f1 > cid
decent car split -q --range 0:9 d.car a -o part.car > log";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "cid new",
        setup: "seq 50000 > data",
        options: &["-p", "unixfs-v0-2015"],
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "cid new",
        setup: "seq 50000 > data",
        options: &["--all"],
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "cid new",
        setup: TREE,
        options: &["-r"],
        files: &["d"],
        ..PLAIN
    },
    Sample {
        tool: "cid verify",
        setup: FILE,
        options: &["--dag", "@proof.car", "<cid"],
        files: &["@data"],
        names_others: true,
        artefacts: &[
            ("proof.car", Changed::Anything),
            ("data", Changed::NeverYes),
        ],
        ..PLAIN
    },
    Sample {
        tool: "cid verify",
        setup: "seq 50000 > data && decent cid new -p unixfs-v0-2015 --no-names data > cid",
        options: &["<cid"],
        files: &["data"],
        ..PLAIN
    },
    Sample {
        tool: "cid verify",
        setup: TREE,
        options: &["--dag", "@d.car", "<cid"],
        files: &["d"],
        names_others: true,
        artefacts: &[("d.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "cid show",
        options: &["QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn"],
        ..PLAIN
    },
    Sample {
        tool: "cid convert",
        options: &[
            "--base",
            "base36",
            "QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn",
        ],
        ..PLAIN
    },
    Sample {
        tool: "car new",
        setup: "seq 50000 > data",
        options: &["--chunker", "size-65536"],
        files: &["@data"],
        takes_folders: true,
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "car new",
        setup: TREE,
        options: &["--v2", "--wrap", "-o", "out.car"],
        files: &["d"],
        ..PLAIN
    },
    Sample {
        tool: "car list",
        setup: TREE,
        files: &["@d.car"],
        names_others: true,
        artefacts: &[("d.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "car verify",
        setup: TREE,
        options: &["--root", "<cid"],
        files: &["@d.car"],
        artefacts: &[("d.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "car verify",
        setup: TREE,
        options: &["--path", "a", "--range", "0:9"],
        files: &["@part.car"],
        artefacts: &[("part.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "car cat",
        setup: TREE,
        files: &["@d.car", "a"],
        product: Product::Bytes,
        artefacts: &[("d.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        // Nothing in it, so that the folder may be made again.
        tool: "car get",
        setup: "mkdir d && decent car new -q d -o d.car > log",
        options: &["-C", "out"],
        files: &["@d.car", "/"],
        names_others: true,
        artefacts: &[("d.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "car split",
        setup: TREE,
        options: &["--scope", "entity"],
        files: &["@d.car", "a"],
        product: Product::Artefact,
        names_others: true,
        artefacts: &[("d.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "car merge",
        setup: TREE,
        files: &["@d.car", "@part.car"],
        product: Product::Artefact,
        names_others: true,
        artefacts: &[("d.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "car index",
        setup: TREE,
        files: &["@d.car"],
        product: Product::Artefact,
        artefacts: &[("d.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "car show",
        setup: TREE,
        files: &["@d.car"],
        artefacts: &[("d.car", Changed::Anything)],
        ..PLAIN
    },
];
