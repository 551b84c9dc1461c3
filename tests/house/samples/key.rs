//! Samples of the tools on keys.

use super::{Changed, PLAIN, Product, Sample};

const KEY: &str = "printf %064d 7 | decent key convert --to pem -o key";

const BITCOIN: &str = "printf %064d 7 | decent key convert --type secp256k1 --to pem -o key";

const PAIR: &str = "printf %064d 7 | decent key convert --type x25519 --to pem -o key
printf %064d 8 | decent key convert --type x25519 --to pem --public -o peer";

const SEALED: &str = "printf %064d 7 | decent key convert --type x25519 --to age -o key
decent key convert --to age --public key -o pub
seq 30000 > data
decent key seal --to pub data -o sealed";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "key new",
        options: &["--type", "bls12-381", "-o", "key"],
        measures: true,
        ..PLAIN
    },
    Sample {
        tool: "key show",
        setup: KEY,
        files: &["@key"],
        artefacts: &[("key", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "key show",
        setup: BITCOIN,
        options: &["--address"],
        files: &["@key"],
        artefacts: &[("key", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "key convert",
        setup: "printf %064d 7 | decent key convert --to openssh -o key",
        options: &["--to", "pem", "--force"],
        files: &["@key"],
        product: Product::Bytes,
        artefacts: &[("key", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "key convert",
        setup: "printf %064d 7 | decent key convert --to minisign -o key",
        options: &["--to", "signify", "--public", "--force"],
        files: &["@key"],
        product: Product::Bytes,
        artefacts: &[("key", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "key agree",
        setup: PAIR,
        options: &["--force"],
        files: &["@key", "@peer"],
        product: Product::Bytes,
        artefacts: &[("key", Changed::Anything), ("peer", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "key seal",
        setup: SEALED,
        options: &["--to", "@pub", "-o", "made"],
        files: &["@data"],
        product: Product::Nothing,
        artefacts: &[("pub", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "key open",
        setup: SEALED,
        options: &["--key", "@key"],
        files: &["@sealed"],
        product: Product::Bytes,
        artefacts: &[("key", Changed::Anything), ("sealed", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "key toy",
        options: &["--times", "45"],
        ..PLAIN
    },
    Sample {
        tool: "inspect",
        setup: SEALED,
        files: &["@sealed"],
        artefacts: &[("sealed", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "inspect",
        setup: KEY,
        files: &["@key"],
        artefacts: &[("key", Changed::Anything)],
        ..PLAIN
    },
];
