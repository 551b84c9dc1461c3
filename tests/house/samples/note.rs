//! Samples of the tools on notes.

use super::{Changed, PLAIN, Product, Sample};

/// Two keys, a text, the head of a log of two entries, a proof of the second, and what a witness is
/// asked.
const FILES: &str = "umask 077
printf %064d 7 > key && printf %064d 8 > other
echo 'version 3 is out' > text
decent note key --name example.com/log --no-names key > log.vkey
decent note key --name w1 --cosign --no-names other > w1.vkey
decent note sign -q --key key --name example.com/log text > note
printf 'example.com/log\\n2\\nsTeYX/SE+2ANuTEHx3sDZcgNePW0Kd7Q/Zc2HQd5mes=\\n' > head.text
decent note sign -q --key key --name example.com/log head.text > head
printf b > entry
{ printf 'c2sp.org/tlog-proof@v1\\nindex 1\\nAippeebat6pa5MPl5F9+l3ESp+Y1k4INvsHsc4ok+Tw=\\n\\n'; cat head; } > proof
decent note sign -q --key other --name w1 --cosign --at 2026-01-31T12:00:00Z head > cosigned
{ printf 'old 0\\n\\n'; cat head; } > request";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "note key",
        setup: FILES,
        options: &["--name", "example.com/log"],
        files: &["@key"],
        ..PLAIN
    },
    Sample {
        tool: "note sign",
        setup: FILES,
        options: &["--name", "example.com/log", "--key", "@key"],
        files: &["@text"],
        product: Product::Artefact,
        artefacts: &[("text", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "note sign",
        setup: FILES,
        again: "rm -f seen",
        options: &[
            "--cosign",
            "--at=2026-01-31T12:00:00Z",
            "--name=w1",
            "--key",
            "@other",
            "--log",
            "@log.vkey",
            "--state=seen",
        ],
        files: &["@request"],
        product: Product::Artefact,
        artefacts: &[
            ("request", Changed::Anything),
            ("log.vkey", Changed::Anything),
        ],
        ..PLAIN
    },
    Sample {
        tool: "note verify",
        setup: FILES,
        options: &["--key", "@log.vkey"],
        files: &["@note"],
        artefacts: &[("note", Changed::NeverYes), ("log.vkey", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "note verify",
        setup: FILES,
        options: &["--key", "@log.vkey", "--entry", "@entry"],
        files: &["@proof"],
        artefacts: &[("proof", Changed::NeverYes), ("entry", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "note verify",
        setup: FILES,
        options: &[
            "--min=2",
            "--origin=example.com/log",
            "--key",
            "@log.vkey",
            "--key",
            "@w1.vkey",
        ],
        files: &["@cosigned"],
        artefacts: &[("cosigned", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "note show",
        setup: FILES,
        files: &["@cosigned"],
        artefacts: &[("cosigned", Changed::Anything)],
        ..PLAIN
    },
];
