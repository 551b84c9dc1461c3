//! Samples of the tools by which a group signs together.

use super::{Changed, PLAIN, Product, Sample};

/// A file of the shell's, with what stands in one of the vectors.
macro_rules! file {
    ($name:literal, $vector:literal) => {
        concat!(
            "cat > ",
            $name,
            " <<'END'\n",
            include_str!(concat!("../../vectors/frost/", $vector)),
            "END\n"
        )
    };
}

/// Members 1 and 3 of three, whose nonces are kept: every run uses them up.
macro_rules! meeting {
    ($more:literal) => {
        concat!(
            "umask 077 && seq 1000 > data\n",
            file!("group", "group"),
            file!("s1", "share-1"),
            file!("s3", "share-3"),
            file!("kept", "nonce-1"),
            file!("n3", "nonce-3"),
            file!("c1", "commitment-1"),
            file!("c3", "commitment-3"),
            "cp kept n1
sign() { decent frost sign -q --group group --commitment c1 --commitment c3 --share s$1 --nonce n$1 \"${@:2}\" data > log; }\n",
            $more
        )
    };
}

const FIRST: &str = meeting!("");
const RAW: &str = meeting!("sign 1 --format raw -o p1 && sign 3 --format raw -o p3");
const SECOND: &str = meeting!(
    "sign 1 -o p1 && sign 3 -o p3 && cp n1 kept
sign 1 --partial p1 --partial p3 -o q1 && sign 3 --partial p1 --partial p3 -o q3"
);
const AGAIN: &str = "cp kept n1 && chmod 600 n1";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "frost new",
        setup: "printf %064d 7 > key && chmod 600 key",
        options: &[
            "-t", "2", "-n", "3", "--force", "-o", "us", "-q", "--from", "@key",
        ],
        names_others: true,
        artefacts: &[("key", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "frost commit",
        setup: FIRST,
        again: "rm -f fresh",
        options: &["--nonce", "fresh", "-o", "made", "--share", "@s1"],
        artefacts: &[("s1", Changed::Anything)],
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
            "@s1",
            "--group",
            "@group",
            "--commitment",
            "@c1",
            "--commitment",
            "c3",
        ],
        files: &["@data"],
        product: Product::Artefact,
        artefacts: &[
            ("s1", Changed::SameJson),
            ("group", Changed::SameJson),
            ("c1", Changed::SameJson),
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
            "@s1",
            "--group",
            "@group",
            "--commitment",
            "@c1",
            "--commitment",
            "c3",
            "--partial",
            "@p1",
            "--partial",
            "p3",
        ],
        files: &["@data"],
        product: Product::Artefact,
        artefacts: &[
            ("data", Changed::NeverYes),
            ("p1", Changed::SameJson),
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
            "@c1",
            "--commitment",
            "c3",
            "--message",
            "@data",
        ],
        files: &["p1", "@p3"],
        names_others: true,
        product: Product::Artefact,
        artefacts: &[
            ("data", Changed::NeverYes),
            ("group", Changed::SameJson),
            ("c1", Changed::SameJson),
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
            "group",
            "--commitment",
            "c1",
            "--commitment",
            "c3",
            "--message",
            "data",
        ],
        files: &["p1", "p3", "q1", "@q3"],
        names_others: true,
        product: Product::Artefact,
        artefacts: &[("q3", Changed::SameJson)],
        ..PLAIN
    },
];
