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

/// A chain of three blocks that one member signs for, its head signed, and one that is kept in it.
const CHAIN: &str = r#"umask 077
printf %064d 7 > key
member='{"name":"anna","key":"3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde"}'
echo "{\"type\":\"decent-roster\",\"version\":1,\"scheme\":\"ed25519\",\"threshold\":1,\"members\":[$member]}" > us
decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > id
seq 2 | decent skipchain add -q --lines --time 2000 c.skip > log
decent skipchain checkpoint -q --key key --at 2026-01-31T12:00:00Z --store c.skip -o head > log"#;

/// Two such chains that have another block each behind the first, and what shows to who follows both.
const TWO: &str = r#"umask 077
printf %064d 7 > key
member='{"name":"anna","key":"3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde"}'
echo "{\"type\":\"decent-roster\",\"version\":1,\"scheme\":\"ed25519\",\"threshold\":1,\"members\":[$member]}" > us
decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o a.skip > id
cp a.skip b.skip
for c in a b; do
    echo $c | decent skipchain add -q --time 2000 $c.skip
    decent skipchain checkpoint -q --key key --at 2026-01-31T12:00:00Z --store $c.skip
    decent skipchain prove -q --style merkle $c.skip -o $c
done > log
decent skipchain follow -q --state seen --trust a.skip a b > log || true"#;

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
    Sample {
        tool: "skipchain verify",
        setup: TWO,
        files: &["@seen.evidence"],
        artefacts: &[("seen.evidence", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain checkpoint",
        setup: CHAIN,
        options: &["--with", "@head"],
        files: &["@c.skip"],
        product: Product::Artefact,
        artefacts: &[("head", Changed::NeverYes), ("c.skip", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "skipchain checkpoint",
        setup: CHAIN,
        again: "rm -f signed",
        options: &[
            "--at=2026-01-31T12:00:00Z",
            "--old=1",
            "--state=signed",
            "--key",
            "@key",
        ],
        files: &["c.skip"],
        names_others: true,
        product: Product::Artefact,
        ..PLAIN
    },
];
