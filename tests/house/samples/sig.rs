//! Samples of the tools on signatures.

use super::{Changed, PLAIN, Product, Sample};

/// A key of Ed25519 and one of secp256k1, in hex, with their public keys; and data.
const KEYS: &str = "umask 077 && seq 1000 > data
printf %064d 7 > ed && printf %064d 7 > ec
echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > ed.pub
echo 025cbdf0646e5db4eaa398f365f2ea7a0e3d419b7e0330e39ce92bddedcac4f9bc > ec.pub
mkdir keys && cp ed.pub ec.pub keys
decent sig sign --key ed --trusted-comment words data -o data.minisig > log
decent sig sign --key ed --format signify data -o data.signify > log
decent sig sign --key ed --embedded data -o data.both > log
decent sig sign --key ed --format sshsig data -o data.ssh > log
decent sig sign --key ec --format der data -o data.der > log
decent sig sign --key ec --format bip340 data -o data.bip340 > log
decent sig sign --key ed --format raw data -o data.raw > log
echo \"anna ssh-ed25519 $(sed '1d;$d' data.ssh | tr -d '\\n' | base64 -d | tail -c +15 | head -c 51 | base64 -w 0)\" > allowed
sha256sum --tag data > SHA256 && decent sig sign --key ed --embedded SHA256 -o SHA256.sig > log
decent sig sign --key ed --trusted-comment list SHA256 -o SHA256.minisig > log";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "sig sign",
        setup: KEYS,
        options: &["--trusted-comment", "words", "--key", "@ed"],
        files: &["@data"],
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "sig sign",
        setup: KEYS,
        options: &["--format=signify", "--key", "@ed"],
        files: &["@data"],
        names_others: true,
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "sig sign",
        setup: KEYS,
        options: &["--format=sshsig", "--key", "@ed"],
        files: &["@data"],
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "sig sign",
        setup: KEYS,
        options: &["--format=der", "--key", "@ec"],
        files: &["@data"],
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "sig sign",
        setup: KEYS,
        options: &["--format=bip340", "--key", "@ec"],
        files: &["@data"],
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "sig verify",
        setup: KEYS,
        options: &["--key", "@ed.pub", "--sig", "@data.minisig"],
        files: &["@data"],
        artefacts: &[
            ("data", Changed::NeverYes),
            ("data.minisig", Changed::Anything),
            ("ed.pub", Changed::Anything),
        ],
        ..PLAIN
    },
    Sample {
        tool: "sig verify",
        setup: KEYS,
        options: &["--allowed", "@allowed", "--sig", "@data.ssh"],
        files: &["@data"],
        artefacts: &[
            ("allowed", Changed::Anything),
            ("data.ssh", Changed::Anything),
        ],
        ..PLAIN
    },
    Sample {
        tool: "sig verify",
        setup: KEYS,
        options: &[
            "--min=2",
            "--key",
            "keys",
            "--sig",
            "@data.der",
            "--sig",
            "@data.raw",
            "--sig",
            "@data.bip340",
        ],
        files: &["@data"],
        artefacts: &[
            ("data.der", Changed::Anything),
            ("data.bip340", Changed::Anything),
        ],
        ..PLAIN
    },
    Sample {
        tool: "sig verify",
        setup: KEYS,
        options: &["--embedded", "--key", "@ed.pub"],
        files: &["@data.both"],
        artefacts: &[("data.both", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "sig show",
        setup: KEYS,
        files: &["@data.minisig"],
        artefacts: &[("data.minisig", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "sig show",
        setup: KEYS,
        options: &["--format", "sshsig"],
        files: &["@data.ssh"],
        artefacts: &[("data.ssh", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "manifest verify",
        setup: KEYS,
        options: &["--key", "@ed.pub"],
        files: &["@SHA256.sig"],
        names_others: true,
        artefacts: &[("SHA256.sig", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "manifest verify",
        setup: KEYS,
        options: &["--key", "@ed.pub", "--sig", "@SHA256.minisig"],
        files: &["@SHA256"],
        names_others: true,
        artefacts: &[("SHA256", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "key recover",
        setup: r#"x() { echo '{"type":"ecdsa","digest":"'$1'","signature":"d47ce4c025c35ec440bc81d99834a624875161a26bf56ef7fdc0f5d52f843ad1'$2'"}'; }
x c0e2d0a89a348de88fda08211c70d1d7e52ccef2eb9459911bf977d587784c6e 44e1ff2dfd8102cf7a47c21d5c9fd5701610d04953c6836596b4fe9dd2f53e3e > s
x 17b0f41c8c337ac1e18c98759e83a8cccbc368dd9d89e5f03cb633c265fd0ddc 9a5f1c75e461d7ceb1cf3cab9013eb2dc85b6d0da8c3c6e27e3a5a5b3faa5bab >> s"#,
        files: &["@s"],
        artefacts: &[("s", Changed::Anything)],
        ..PLAIN
    },
];
