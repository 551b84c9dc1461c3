//! Samples of the tools on graphs of blocks and histories.

use super::{Changed, PLAIN, Product, Sample};

/// A history of two versions, and one that went another way.
const STORE: &str = "mkdir -p d/e && seq 5000 > d/a && seq 9 > d/e/b && ln -s a d/link
printf %064d 7 > key && chmod 600 key
echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > key.pub
commit() { decent dag commit -q --author Anna --key key --no-names -m \"$@\" d; }
commit first --store d.car --date 1000 > first
cp d.car other.car && seq 8 > d/e/b && commit other --store other.car --date 3000 > other
seq 9 > d/e/b && seq 5001 > d/a && commit second --store d.car --date 2000 > second";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "dag show",
        setup: STORE,
        options: &["--store", "@d.car", "HEAD/tree/e"],
        names_others: true,
        product: Product::Bytes,
        artefacts: &[("d.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "dag show",
        setup: "printf '\\241\\141a\\202\\1\\366' > block",
        options: &["--from", "dag-cbor"],
        files: &["@block"],
        product: Product::Bytes,
        artefacts: &[("block", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "dag show",
        setup: "echo '{\"a\": [1.5, {\"/\": \"bafkqaaa\"}, \"x\"]}' > value",
        options: &["--from", "dag-json", "--to", "dag-cbor"],
        files: &["@value"],
        product: Product::Bytes,
        artefacts: &[("value", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "dag list",
        setup: STORE,
        options: &["--store", "@d.car"],
        names_others: true,
        artefacts: &[("d.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "dag diff",
        setup: STORE,
        options: &["--store", "@d.car", "HEAD", "HEAD"],
        names_others: true,
        product: Product::Nothing,
        ..PLAIN
    },
    Sample {
        tool: "dag commit",
        setup: STORE,
        options: &["--store", "other.car", "-m", "third", "--date", "4000"],
        files: &["d"],
        names_others: true,
        artefacts: &[("other.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "dag commit",
        setup: STORE,
        options: &["-m", "alone", "--date", "4000", "--format", "git"],
        files: &["d"],
        names_others: true,
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "dag log",
        setup: STORE,
        options: &["--store", "@d.car", "--key", "key.pub"],
        names_others: true,
        artefacts: &[("d.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "dag checkout",
        setup: "mkdir d && decent dag commit -q --store d.car -m first --date 0 d > id",
        options: &["--store", "@d.car", "-C", "out"],
        names_others: true,
        artefacts: &[("d.car", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "dag merge-base",
        setup: STORE,
        options: &["--store", "@d.car", "HEAD", "<first"],
        names_others: true,
        ..PLAIN
    },
    Sample {
        tool: "dag merge",
        setup: STORE,
        options: &["--store", "d.car", "--from", "@other.car", "--date", "5000"],
        names_others: true,
        artefacts: &[("other.car", Changed::Anything)],
        ..PLAIN
    },
];
