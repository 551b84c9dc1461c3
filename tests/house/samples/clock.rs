//! Samples of the tools on clocks, quorums and heartbeats.

use super::{Changed, PLAIN, Product, Sample};

const MARKED: &str =
    "printf 'a @10 !m1 asks\\nb @3 wakes up\\nb @12 ?m1 !m2 reads\\na @15 ?m2 hears\\n' > marked";

const LOG: &str = "printf 'a {\"a\":1}\\nasks\\nb {\"b\":1}\\nwakes up\\nb {\"a\":1,\"b\":2}\\nreads\\na {\"a\":2,\"b\":2}\\nhears\\n' > log
printf '{\"host\":\"c\",\"clock\":{\"c\":1,\"a\":1},\"time\":17,\"event\":\"listens\"}\\n' > lines";

const FILES: &[&str] = &["@log"];
const ANYTHING: &[(&str, Changed)] = &[("log", Changed::Anything)];

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "clock stamp",
        setup: MARKED,
        options: &["--clock", "vector"],
        files: &["@marked"],
        product: Product::Bytes,
        artefacts: &[("marked", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "clock stamp",
        setup: MARKED,
        options: &["--clock", "hybrid", "--to", "jsonl"],
        files: &["@marked"],
        product: Product::Bytes,
        artefacts: &[("marked", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "clock stamp",
        setup: "printf '3 2\\n0 1 9\\n1 0 -\\n9 9 0\\n' > delays",
        options: &["--clock", "threshold", "--steps=3"],
        files: &["@delays"],
        artefacts: &[("delays", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "clock verify",
        setup: LOG,
        files: FILES,
        artefacts: ANYTHING,
        ..PLAIN
    },
    Sample {
        tool: "clock verify",
        setup: LOG,
        options: &["--most", "5"],
        files: &["@log", "@lines"],
        artefacts: &[("lines", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "clock show",
        setup: LOG,
        files: FILES,
        artefacts: ANYTHING,
        ..PLAIN
    },
    Sample {
        tool: "clock order",
        setup: LOG,
        options: &["a:1", "b:2"],
        files: FILES,
        artefacts: ANYTHING,
        ..PLAIN
    },
    Sample {
        tool: "clock list",
        setup: LOG,
        options: &["--past", "a:2"],
        files: FILES,
        names_others: true,
        artefacts: ANYTHING,
        ..PLAIN
    },
    Sample {
        tool: "clock merge",
        setup: LOG,
        files: &["@log", "@lines"],
        product: Product::Bytes,
        artefacts: ANYTHING,
        ..PLAIN
    },
    Sample {
        tool: "clock draw",
        setup: LOG,
        files: FILES,
        product: Product::Bytes,
        artefacts: ANYTHING,
        ..PLAIN
    },
    Sample {
        tool: "quorum",
        options: &["7", "--byzantine"],
        ..PLAIN
    },
    Sample {
        tool: "quorum",
        options: &["5", "--read=3", "--write=3"],
        ..PLAIN
    },
    Sample {
        tool: "phi",
        setup: "printf '1000\\n1020\\n980\\n' > intervals",
        options: &["--elapsed", "1100"],
        files: &["@intervals"],
        artefacts: &[("intervals", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "phi",
        setup: "printf 'a 1\\nb 1\\na 2\\nb 2.5\\na 3\\n' > beats",
        options: &["--model", "akka"],
        files: &["@beats"],
        names_others: true,
        artefacts: &[("beats", Changed::Anything)],
        ..PLAIN
    },
];
