//! Samples of the tools on proof of work.

use super::{Changed, PLAIN, Product, Sample};

const HEADER: &str = "printf '01000000%064d3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff7f2000000000\\n' 0 > header";

/// The note that NIP-13 shows, as it was before it was mined.
const EVENT: &str = r#"echo '{"pubkey":"a48380f4cfcc1ad5378294fcac36439770f9c878dd880ffa94bb74ea54a6f243","created_at":1651794653,"kind":1,"tags":[],"content":"It'"'"'s just me mining my own business"}' > event
decent pow mine --preset nostr --bits 8 event -o mined > log"#;

const CHALLENGE: &str = r#"salt='5a17?expires=4102444800&'
digest=$(printf %s "${salt}4321" | sha256sum | cut -d' ' -f1)
echo "{\"algorithm\":\"SHA-256\",\"challenge\":\"$digest\",\"maxnumber\":10000,\"salt\":\"$salt\",\"signature\":\"00\"}" > challenge
decent pow mine --preset altcha challenge -o payload > log"#;

const SPENT: &str = "echo 1:24:040806:foo::511801694b4cd6b0:1e7297a > stamp
decent pow check --spent spent.sdb --bits 20 --resource foo --at 1092000000 < stamp > log
sed -i 's/^1:24.*/1:8:040806:foo::x:y 2419200/' spent.sdb";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "pow mine",
        setup: "seq 10 > data",
        options: &["--bits", "12"],
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "pow mine",
        setup: "seq 10 > data",
        options: &[
            "--all", "--bits", "6", "--count", "500", "--hash", "sha512", "--nonce", "le64",
        ],
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "pow mine",
        setup: EVENT,
        options: &["--preset=nostr", "--bits", "8"],
        files: &["@event"],
        artefacts: &[("event", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "pow mine",
        setup: CHALLENGE,
        options: &["--preset=altcha"],
        files: &["@challenge"],
        artefacts: &[("challenge", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "pow mine",
        setup: "echo hunter > challenge",
        options: &["--preset=anubis", "--bits", "8"],
        files: &["@challenge"],
        ..PLAIN
    },
    Sample {
        tool: "pow mine",
        setup: "seq 10 > data",
        options: &[
            "--hash=blake2b",
            "--bits",
            "10",
            "--template",
            "[{data}|{nonce}]",
        ],
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "pow mine",
        setup: "seq 10 > data && decent pow mine --bits 14 --checkpoint kept data > log",
        options: &["--bits", "14", "--checkpoint", "kept"],
        files: &["@data"],
        artefacts: &[("kept", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "pow verify",
        setup: "seq 10 > data && decent pow mine --bits 12 --no-names data > nonce",
        options: &["--bits", "12", "--value", "<nonce"],
        files: &["@data"],
        artefacts: &[("data", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "pow verify",
        setup: EVENT,
        options: &["--preset=nostr", "--bits", "8"],
        files: &["@mined"],
        artefacts: &[("mined", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "pow verify",
        setup: CHALLENGE,
        options: &["--preset=altcha"],
        files: &["@payload"],
        artefacts: &[("payload", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "pow stamp",
        options: &[
            "--bits",
            "10",
            "--date",
            "1769860800",
            "--random",
            "sample",
            "anna@example.org",
        ],
        ..PLAIN
    },
    Sample {
        tool: "pow check",
        setup: SPENT,
        options: &[
            "--spent",
            "spent.sdb",
            "--bits=20",
            "--resource=foo",
            "--at=1092000000",
            "1:24:040806:foo::511801694b4cd6b0:1e7297a",
        ],
        artefacts: &[("spent.sdb", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "pow check",
        options: &[
            "--bits=20",
            "--resource",
            "foo",
            "--at",
            "1092000000",
            "1:24:040806:foo::511801694b4cd6b0:1e7297a",
        ],
        ..PLAIN
    },
    Sample {
        tool: "pow collide",
        options: &["--bits", "24"],
        ..PLAIN
    },
    Sample {
        tool: "block mine",
        setup: HEADER,
        files: &["@header"],
        product: Product::Report,
        artefacts: &[("header", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "block mine",
        setup: HEADER,
        options: &["--roll=version,time"],
        files: &["@header"],
        ..PLAIN
    },
    Sample {
        tool: "pow bench",
        options: &["--hash", "sha1", "--watts", "100", "--price", "0.3"],
        measures: true,
        ..PLAIN
    },
];
