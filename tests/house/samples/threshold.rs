//! Samples of the tools on groups.

use super::{Changed, PLAIN, Product, Sample};

/// A group of three of whom two are needed, its shares, data; parts, a signature, a sealed file.
const GROUP: &str = "umask 077 && seq 300 > data && printf %064d 7 > key
decent threshold new -t 2 -n 3 --from key -o dealt > log
cp dealt/group group && for i in 1 2 3; do cp dealt/share-$i s$i; done
for i in 1 2 3; do decent threshold sign --share s$i data > p$i; done
decent threshold join -q --group group --message data p1 p2 > sig 2> log
decent threshold encrypt --group group data > sealed
for i in 1 2 3; do decent threshold decrypt --share s$i sealed > d$i; done";

const SMALL: &str = "umask 077 && seq 300 > data && decent threshold new -t 2 -n 2 --curve bls12-381-g2 -o dealt > log
cp dealt/group group && for i in 1 2; do cp dealt/share-$i s$i; done
for i in 1 2; do decent threshold sign --share s$i data > p$i; done";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "threshold new",
        options: &["-t", "2", "-n", "3", "--force", "-o", "new"],
        names_others: true,
        measures: true,
        ..PLAIN
    },
    Sample {
        tool: "threshold new",
        setup: GROUP,
        options: &[
            "-t", "2", "-n", "3", "--force", "-o", "new", "--from", "@key",
        ],
        names_others: true,
        ..PLAIN
    },
    Sample {
        tool: "threshold sign",
        setup: GROUP,
        options: &["--share", "@s2"],
        files: &["@data"],
        product: Product::Bytes,
        artefacts: &[("s2", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "threshold join",
        setup: GROUP,
        options: &["--group", "@group", "--message", "@data"],
        files: &["@p1", "p3"],
        names_others: true,
        product: Product::Artefact,
        artefacts: &[("p1", Changed::SameJson), ("group", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "threshold join",
        setup: SMALL,
        options: &["--group", "@group"],
        files: &["@p1", "p2"],
        names_others: true,
        product: Product::Artefact,
        artefacts: &[("p1", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "threshold join",
        setup: GROUP,
        options: &["--group", "@group", "--ciphertext", "@sealed"],
        files: &["@d1", "d3"],
        names_others: true,
        product: Product::Artefact,
        artefacts: &[("d1", Changed::SameJson), ("sealed", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "threshold verify",
        setup: GROUP,
        options: &["--group", "@group", "--sig", "@sig"],
        files: &["@data"],
        artefacts: &[
            ("group", Changed::SameJson),
            ("sig", Changed::Anything),
            ("data", Changed::NeverYes),
        ],
        ..PLAIN
    },
    Sample {
        tool: "threshold encrypt",
        setup: GROUP,
        options: &["--group", "@group"],
        files: &["@data"],
        product: Product::Bytes,
        measures: true,
        artefacts: &[("group", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "threshold decrypt",
        setup: GROUP,
        options: &["--share", "@s2"],
        files: &["@sealed"],
        product: Product::Bytes,
        artefacts: &[("s2", Changed::Anything), ("sealed", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "threshold refresh",
        setup: GROUP,
        options: &["--force", "-o", "new", "--group", "@group"],
        files: &["@s1", "s3"],
        names_others: true,
        artefacts: &[("s1", Changed::SameJson), ("group", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "threshold reshare",
        setup: GROUP,
        options: &[
            "-t", "3", "-n", "4", "--force", "-o", "new", "--group", "@group",
        ],
        files: &["@s1", "s3"],
        names_others: true,
        artefacts: &[("s1", Changed::SameJson)],
        ..PLAIN
    },
];
