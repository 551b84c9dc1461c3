//! Samples of the tools on groups.

use super::{Changed, PLAIN, Product, Sample};

/// A group of three of whom two are needed, its shares, data; parts, a signature, and a file that was sealed
/// once: it must open for ever.
const GROUP: &str = r#"umask 077 && seq 300 > data && printf %064d 7 > key
echo '{"type":"decent-group","version":1,"curve":"bls12-381-g1","threshold":2,"members":3,"public_key":"b928f3beb93519eecf0145da903b40a4c97dca00b21f12ac0df3be9116ef2ef27b2ae6bcd4c5bc2d54ef5a70627efcb7","commitments":["b928f3beb93519eecf0145da903b40a4c97dca00b21f12ac0df3be9116ef2ef27b2ae6bcd4c5bc2d54ef5a70627efcb7","b02003604a3312002cc507238a441a11200469cfba44f9b8b634c12a727fa54a6d918cb262edfa5cdccdc7eba74002ca"]}' > group
echo '{"type":"decent-group-share","version":1,"curve":"bls12-381-g1","group":"b3b3c4896c76125d6de7fc2776cd4350127028eb21344b5a0b2652a06368c261","member":1,"threshold":2,"secret":"119a24b56b599f53f29114450c6924d1664cceab674f6f4044633b648527337b"}' > s1
echo '{"type":"decent-group-share","version":1,"curve":"bls12-381-g1","group":"b3b3c4896c76125d6de7fc2776cd4350127028eb21344b5a0b2652a06368c261","member":2,"threshold":2,"secret":"2334496ad6b33ea7e522288a18d249a2cc999d56ce9ede8088c676c90a4e66ef"}' > s2
echo '{"type":"decent-group-share","version":1,"curve":"bls12-381-g1","group":"b3b3c4896c76125d6de7fc2776cd4350127028eb21344b5a0b2652a06368c261","member":3,"threshold":2,"secret":"34ce6e20420cddfbd7b33ccf253b6e7432e66c0235ee4dc0cd29b22d8f759a63"}' > s3
for i in 1 2 3; do decent threshold sign --share s$i data > p$i; done
decent threshold join -q --group group --message data p1 p2 > sig 2> log
base64 -d > sealed <<'END'
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IGRlY2VudC10aHJlc2hvbGQgYjkyOGYzYmViOTM1MTllZWNmMDE0NWRhOTAzYjQwYTRj
OTdkY2EwMGIyMWYxMmFjMGRmM2JlOTExNmVmMmVmMjdiMmFlNmJjZDRjNWJjMmQ1NGVmNWE3MDYyN2VmY2I3CnJYcXQ1UEFQOVF1
T3hncVlTeGVEYzBTd0JiaHBxL1RkSEhxYWgwVEJGT1Q3WEZ5WnRBczYwTjRjdkFiSWtDeWEKU3lNbTNjeHE3YWQrblp0YndzV3ht
NnBhQ3F3UU4zNDBIUXhzd3J6TkM4aUdRUFRnMGVnVkFZbnE1dzVwRTVjNgpxN3NJeVlBV0FPVFlBck40dE92NXNBMlJtRnpVWXk5
VEpzQVdmZ1FRRm1jU1dQZHNvVzUzZ1VoRk9yZU5nSkNDClF3YWdweTFTZ1hvODZ2TTU3VU81UWQ2WnNReTZoSW9NUCthSGEvRWd0
eWsKLS0tIDFJU29CcUs5aEQyUFNOd3A2V0M0MGZiR1doUC94MXhDdHI5QXNIVjExMmsKaZj4SjZWB/KnUq5kHpbCGtxOmqsj9nf+
pvu4MOGT5DhcvzritUk=
END
for i in 1 2 3; do decent threshold decrypt --share s$i sealed > d$i; done"#;

/// The same on the other curve: two of two.
const SMALL: &str = r#"umask 077 && seq 300 > data
echo '{"type":"decent-group","version":1,"curve":"bls12-381-g2","threshold":2,"members":2,"public_key":"8e390c4a012555aacbd9022a4e97f2f1ce721abd3c2fcfd1ac069ba8e44bbd753a40ca08d7e512d80fd0b7dcd2b5df7b17f2af685c4ed144cd3d81fac99f6673a51944073bdf364533651c239d83d5d0a0e4d7a26139d6564051c75a3bb600b9","commitments":["8e390c4a012555aacbd9022a4e97f2f1ce721abd3c2fcfd1ac069ba8e44bbd753a40ca08d7e512d80fd0b7dcd2b5df7b17f2af685c4ed144cd3d81fac99f6673a51944073bdf364533651c239d83d5d0a0e4d7a26139d6564051c75a3bb600b9","a40bba70f058b308becd0c79240c13437fc40de82fc35798b901492a109b65517290add72971d1a1fdf542adc6c83ebe0c69e725c72cc041bcde23408d4d750bb6096e1db74c9d9e984728b2c778539b6359fc3e532059ccd451a276202519a2"]}' > group
echo '{"type":"decent-group-share","version":1,"curve":"bls12-381-g2","group":"e1baf40cf1346ed132723e5b6dcd938845f0c27a6a1f896e0eb77c9619166ae6","member":1,"threshold":2,"secret":"6bd534c3e28ab03803861418dd1365a41e5725fb2e7539ff6487f1dfcf1ae984"}' > s1
echo '{"type":"decent-group-share","version":1,"curve":"bls12-381-g2","group":"e1baf40cf1346ed132723e5b6dcd938845f0c27a6a1f896e0eb77c9619166ae6","member":2,"threshold":2,"secret":"5ef4e3d8cb15696f5a5ab824eefdc74899a79c8fc84c882f6df70b59893ca724"}' > s2
for i in 1 2; do decent threshold sign --share s$i data > p$i; done"#;

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
        options: &["--group", "@group", "-o", "made"],
        files: &["@data"],
        product: Product::Nothing,
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
