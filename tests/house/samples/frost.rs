//! Samples of the tools by which a group signs together.

use super::{Changed, PLAIN, Product, Sample};

/// Members 1 and 3 of three; the nonces are kept, for every run uses them up.
const FIRST: &str = "seq 1000 > data && decent frost new -q -t 2 -n 3 -o us > log
cp us/group group; cp us/share-1 share; chmod 644 us/group.pub
for i in 1 3; do decent frost commit -q --share us/share-$i --nonce n$i -o c$i > log; done
cp n1 kept; cat c1 c3 > commitments";
const AGAIN: &str = "cp kept n1 && chmod 600 n1";
const RAW: &str = "seq 1000 > data && decent frost new -q -t 2 -n 3 -o us > log
cp us/group group; cp us/share-1 share
for i in 1 3; do decent frost commit -q --share us/share-$i --nonce n$i -o c$i > log; done
cat c1 c3 > commitments
for i in 1 3; do decent frost sign -q --format raw --share us/share-$i --nonce n$i --commitment commitments --group group data -o p$i > log; done";
const SECOND: &str = "seq 1000 > data && decent frost new -q -t 2 -n 3 -o us > log
cp us/group group; cp us/share-1 share
for i in 1 3; do decent frost commit -q --share us/share-$i --nonce n$i -o c$i > log; done
cat c1 c3 > commitments
for i in 1 3; do decent frost sign -q --share us/share-$i --nonce n$i --commitment commitments --group group data -o p$i > log; done
cat p1 p3 > parts; cp n1 kept
for i in 1 3; do decent frost sign -q --share us/share-$i --nonce n$i --commitment commitments --group group --partial parts data -o q$i > log; done
cat q1 q3 >> parts; cat p1 p3 > first";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "frost new",
        setup: "printf %064d 7 > key && chmod 600 key",
        options: &["-t", "2", "-n", "3", "--force", "-o", "us", "-q", "--from", "@key"],
        measures: true,
        names_others: true,
        artefacts: &[("key", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "frost commit",
        setup: FIRST,
        again: "rm -f fresh",
        options: &["--nonce", "fresh", "--share", "@share"],
        measures: true,
        product: Product::Artefact,
        artefacts: &[("share", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "frost sign",
        setup: FIRST,
        again: AGAIN,
        options: &[
            "--format=sshsig",
            "--nonce",
            "n1",
            "--share",
            "@share",
            "--group",
            "@group",
            "--commitment",
            "@commitments",
        ],
        files: &["@data"],
        measures: true,
        product: Product::Artefact,
        artefacts: &[
            ("share", Changed::SameJson),
            ("group", Changed::SameJson),
            ("commitments", Changed::Anything),
            ("kept", Changed::SameJson),
        ],
        ..PLAIN
    },
    Sample {
        tool: "frost sign",
        setup: SECOND,
        again: AGAIN,
        options: &[
            "--nonce",
            "n1",
            "--share",
            "@share",
            "--group",
            "@group",
            "--commitment",
            "@commitments",
            "--partial",
            "@first",
        ],
        files: &["@data"],
        measures: true,
        product: Product::Artefact,
        artefacts: &[
            ("data", Changed::NeverYes),
            ("first", Changed::Anything),
            ("kept", Changed::SameJson),
        ],
        ..PLAIN
    },
    Sample {
        tool: "frost join",
        setup: RAW,
        options: &[
            "--group",
            "@group",
            "--commitment",
            "@commitments",
            "--message",
            "@data",
        ],
        files: &["p1", "@p3"],
        measures: true,
        names_others: true,
        product: Product::Artefact,
        artefacts: &[
            ("data", Changed::NeverYes),
            ("group", Changed::SameJson),
            ("commitments", Changed::SameJson),
            ("p3", Changed::SameJson),
        ],
        ..PLAIN
    },
    Sample {
        tool: "frost join",
        setup: SECOND,
        options: &[
            "--format=minisign",
            "--group",
            "@group",
            "--commitment",
            "@commitments",
            "--message",
            "@data",
        ],
        files: &["@parts"],
        measures: true,
        names_others: true,
        product: Product::Artefact,
        artefacts: &[("parts", Changed::SameJson)],
        ..PLAIN
    },
];
