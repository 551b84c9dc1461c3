//! Samples of the tools on beacons.

use super::{Changed, PLAIN, Product, Sample};

/// Beacons of quicknet, fastnet, default and evmnet, and the information of evmnet.
const BEACONS: &str = r#"echo '{"round":123,"signature":"b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}' > quicknet
echo '[{"round":1,"signature":"9544ddce2fdbe8688d6f5b4f98eed5d63eee3902e7e162050ac0f45905a55657714880adabe3c3096b92767d886567d0"},' > fastnet
echo '{"round":3,"randomness":"a4eb0ed6c4132da066843c3bfdce732ce5013eda86e74c136ab8ccc387b798dd","signature":"8176555f90d71aa49ceb37739683749491c2bab15a46094b255289ed25cf8f01cdfb1fe8bd9cd5a19eb09448a3e53186"}]' >> fastnet
echo '{"round":513,"signature":"06ded8c05af23042a0caf9b404c6140f9ec64adbaf82f04d5c37153e8412ed580f827c7d5ac7d02ca0bbd989d07594729bdcde7d6dc1001191c59dc9033d31b2"}' > evmnet
echo '{"round":1337,"signature":"945b08dcb30e24da281ccf14a646f0630ceec515af5c5895e18cc1b19edd65d156b71c776a369af3487f1bc6af1062500b059e01095cc0eedce91713977d7735cac675554edfa0d0481bb991ed93d333d08286192c05bf6b65d20f23a37fc7bb","previous_signature":"80d95247ddf1bb3acf5738497a5f10406be283144603f63d714bb1a44ff6b93285ae2697fffeb50c68862bd9fbecd4b204b1798d2686b4ac5d573615031d9d67e6168bde9a7adf1161430a498ca701a25c216aee3e38ffd5290369034fa050a2"}' > default
echo '{"public_key":"07e1d1d335df83fa98462005690372c643340060d205306a9aa8106b6bd0b3820557ec32c2ad488e4d4f6008f89a346f18492092ccc0d594610de2732c8b808f0095685ae3a85ba243747b1b2f426049010f6b73a0cf1d389351d5aaaa1047f6297d3a4f9749b33eb2d904c9d9ebf17224150ddd7abd7567a9bec6c74480ee0b","period":3,"genesis_time":1727521075,"genesis_seed":"cd7ad2f0e0cce5d8c288f2dd016ffe7bc8dc88dbb229b3da2b6ad736490dfed6","chain_hash":"04f1e9062b8a81f848fded9c12306733282b2727ecced50032187751166ec8c3","scheme":"bls-bn254-unchained-on-g1","beacon_id":"evmnet"}' > info.json"#;

/// A key that draws, and two who commit and reveal.
const LOTS: &str = r"printf %064d 7 > key
echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > key.pub
seq 2000 > data
printf %032d 7 > one
printf %032d 8 > two
chmod 600 key one two
decent beacon sortition --key key --stake 100 --total 1000 --expected 500 data | cut -d' ' -f3 > proof
decent beacon randao commit --name anna one > list
decent beacon randao commit --name ben two >> list
decent beacon randao reveal --name anna one > reveals
decent beacon randao reveal --name ben two >> reveals";

/// A file that is sealed until a round that is there, and one until a round to come.
const SEALED: &str = r#"echo '{"round":123,"signature":"b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}' > beacon
seq 2000 > data
decent beacon seal -q --chain quicknet --round 123 --past data -o sealed > log
decent beacon seal -q --chain quicknet --round 123 --past -a data -o letters > log"#;

/// A draw with its beacon, its pool and its result.
const DRAWN: &str = r#"echo '{"round":123,"signature":"b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}' > beacon
seq 50 > pool
at='--at 2023-08-23T15:00:00Z'
decent beacon draw commit -q --chain quicknet --round 123 --past $at -k 5 pool -o commit > log
decent beacon draw run --beacon beacon --pool pool commit > result
decent beacon draw commit -q --chain quicknet --round 123 --past $at -k 5 --method rfc3797 pool -o other > log"#;

/// Chains of our own: of a group of two of three, with two signatures on a round, and of one member alone,
/// whose share is the key, so that all of it is the same each time.
const OURS: &str = r"umask 077
printf %064d 7 > key
decent threshold new -q -t 2 -n 3 --curve bls12-381-g2 --from key -o ours > log
decent threshold new -q -t 1 -n 1 --curve bls12-381-g2 --from key -o alone > log
scheme='--scheme bls-unchained-g1-rfc9380 --period 30s --genesis 2026-01-01'
decent beacon new -q --group ours/group $scheme -o info.json > log
decent beacon new -q --group alone/group $scheme -o alone.json > log
cp ours/group group
cp alone/group one
cp alone/share-1 share
for i in 1 3; do decent beacon sign -q --chain info.json --share ours/share-$i --round 1; done > parts";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "beacon verify",
        setup: BEACONS,
        options: &["--chain=quicknet"],
        files: &["@quicknet"],
        artefacts: &[("quicknet", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "beacon verify",
        setup: BEACONS,
        options: &["--chain=fastnet", "--behind=2", "--at=1677685210"],
        files: &["@fastnet"],
        // The randomness may be left out: a name that is not known is passed over.
        artefacts: &[("fastnet", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "beacon verify",
        setup: BEACONS,
        options: &["--chain=default", "--round=1337"],
        files: &["@default"],
        artefacts: &[("default", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "beacon verify",
        setup: BEACONS,
        options: &["--one-by-one", "--chain", "@info.json"],
        files: &["@evmnet"],
        artefacts: &[
            ("info.json", Changed::Anything),
            ("evmnet", Changed::SameJson),
        ],
        ..PLAIN
    },
    Sample {
        tool: "beacon show",
        setup: BEACONS,
        files: &["@info.json"],
        artefacts: &[("info.json", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "beacon seal",
        setup: SEALED,
        options: &["--chain=quicknet", "--round=803213812", "-o", "made"],
        files: &["@data"],
        names_others: true,
        ..PLAIN
    },
    Sample {
        tool: "beacon open",
        setup: SEALED,
        options: &["--beacon", "@beacon"],
        files: &["@sealed"],
        product: Product::Bytes,
        artefacts: &[("sealed", Changed::NeverYes), ("beacon", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "beacon open",
        setup: SEALED,
        options: &["--beacon=beacon"],
        files: &["@letters"],
        product: Product::Bytes,
        artefacts: &[("letters", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "beacon draw commit",
        setup: DRAWN,
        options: &[
            "--chain=quicknet",
            "--round=803213812",
            "-k3",
            "--at=1800000000",
        ],
        files: &["@pool"],
        artefacts: &[("pool", Changed::Anything)],
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "beacon draw run",
        setup: DRAWN,
        options: &["--beacon", "@beacon", "--pool", "@pool"],
        files: &["@commit"],
        artefacts: &[
            ("commit", Changed::Anything),
            ("beacon", Changed::SameJson),
            ("pool", Changed::Anything),
        ],
        ..PLAIN
    },
    Sample {
        tool: "beacon draw run",
        setup: DRAWN,
        options: &["--beacon=beacon", "--pool=pool"],
        files: &["@other"],
        ..PLAIN
    },
    Sample {
        tool: "beacon draw verify",
        setup: DRAWN,
        options: &["--beacon=beacon", "--pool=pool", "--commit", "@commit"],
        files: &["@result"],
        artefacts: &[("commit", Changed::Anything), ("result", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "beacon new",
        setup: OURS,
        options: &[
            "--scheme=bls-unchained-on-g1",
            "--period=3s",
            "--genesis=2026-01-01",
            "--group",
            "@one",
        ],
        artefacts: &[("one", Changed::SameJson)],
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "beacon sign",
        setup: OURS,
        options: &["--chain", "@alone.json", "--round=1", "--share", "@share"],
        artefacts: &[("share", Changed::Anything)],
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "beacon join",
        setup: OURS,
        options: &["--chain", "@info.json", "--group", "@group"],
        files: &["@parts"],
        artefacts: &[("parts", Changed::Anything), ("group", Changed::Anything)],
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "beacon sortition",
        setup: LOTS,
        options: &["--key=key", "--stake=100", "--total=1000", "--expected=500"],
        files: &["@data"],
        ..PLAIN
    },
    Sample {
        tool: "beacon sortition",
        setup: LOTS,
        options: &[
            "--key=key.pub",
            "--proof=proof",
            "--stake=100",
            "--total=1000",
            "--expected=500",
        ],
        files: &["@data"],
        artefacts: &[("data", Changed::NeverYes), ("proof", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "beacon randao commit",
        setup: LOTS,
        options: &["--name=anna"],
        files: &["one"],
        ..PLAIN
    },
    Sample {
        tool: "beacon randao reveal",
        setup: LOTS,
        options: &["--name=anna"],
        files: &["one"],
        ..PLAIN
    },
    Sample {
        tool: "beacon randao mix",
        setup: LOTS,
        options: &["--commitments", "@list"],
        files: &["@reveals"],
        artefacts: &[("list", Changed::Anything), ("reveals", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "beacon round",
        setup: BEACONS,
        options: &["--at=1800000000", "--chain", "@info.json"],
        names_others: true,
        ..PLAIN
    },
];
