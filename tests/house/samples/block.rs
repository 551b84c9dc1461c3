//! Samples of the tools on block headers, chains and proofs of inclusion.

use super::{Changed, PLAIN, Product, Sample};

/// A chain of one's own of six headers and a branch off its fourth, with nonces that were found.
const CHAIN: &str = r#"echo '{"name":"own","limit":"207fffff","spacing":10,"interval":4}' > own.json
next() { decent block new --after $1 --network own.json --root $(printf %064d $2) --time $3 --nonce $4 >> $1; }
decent block new --network own.json --root $(printf %064d 0) --time 1000 --nonce 0 > chain
next chain 1 1010 4; next chain 2 1020 1; next chain 3 1030 0; next chain 4 1040 0; next chain 5 1050 2
head -n 4 chain > fork
next fork 7 1031 2; next fork 8 1032 1; next fork 9 1033 1
head -n 4 chain | decent block verify --network own.json -o checkpoint > log
tail -n 2 chain > rest"#;
const TXIDS: &str = "printf '%064d\\n' 1 2 3 4 5 > txids && decent spv new --no-names txids > root
decent spv prove --txid $(printf %064d 2) txids > proof";
/// Block 170, with the coinbase in the proof; and signet's first, by wtxid.
const BLOCKS: &str = "echo 0100000055bd840a78798ad0da853f68974f3d183e2bd1db6a842c1feecf222a00000000ff104ccb05421ab93e63f8c3ce5c2c2e9dbb37de2764b3a3175c8166562cac7d51b96a49ffff001d283e9e700201000000010000000000000000000000000000000000000000000000000000000000000000ffffffff0704ffff001d0102ffffffff0100f2052a01000000434104d46c4968bde02899d2aa0963367c7a6ce34eec332b32e42e5f3407e052d64ac625da6f0718e7b302140434bd725706957c092db53805b821a85b23a7ac61725bac000000000100000001c997a5e56e104102fa209c6a852dd90660a20b2d9c352423edce25857fcd3704000000004847304402204e45e16932b8af514961a1d3a1a25fdf3f4f7732e9d624c6c61548ab5fb8cd410220181522ec8eca07de4860a4acdd12909d831cc56cbbac4622082221a8768d1d0901ffffffff0200ca9a3b00000000434104ae1a62fe09c5f51b13905f07f06b99a2f7159b2225f374cd378d71302fa28414e7aab37397f554a7df5f142c21c1b7303b8a0626f1baded5c72a704f7e6cd84cac00286bee0000000043410411db93e1dcdb8a016b49840f8c53bc1eb68a382e97b1482ecad7b148a6909a5cb2e0eaddfb84ccf9744464f82e160bfa9b8b64f9d4c03f999b8643f656b412a3ac00000000 > block
echo 00000020f61eee3b63a380a477a063af32b2bbc97c9ff9f01f2c4225e973988108000000f575c83235984e7dc4afc1f30944c170462e84437ab6f2d52e16878a79e4678bd1914d5fae77031eccf4070001010000000001010000000000000000000000000000000000000000000000000000000000000000ffffffff025151feffffff0200f2052a010000001600149243f727dd5343293eb83174324019ec16c2630f0000000000000000776a24aa21a9ede2f61c3f71d1defd3fa999dfa36953755c690689799962b48bebd836974e8cf94c4fecc7daa2490047304402205e423a8754336ca99dbe16509b877ef1bf98d008836c725005b3c787c41ebe46022047246e4467ad7cc7f1ad98662afcaf14c115e0095a227c7b05c5182591c23e7e01000120000000000000000000000000000000000000000000000000000000000000000000000000 > signet
txid=f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16
decent spv prove --coinbase --txid $txid block > proof
decent spv prove --txid $txid block > txoutproof";

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "block new",
        options: &[
            "--root",
            "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b",
            "--time",
            "1231006505",
        ],
        ..PLAIN
    },
    Sample {
        tool: "block new",
        setup: CHAIN,
        options: &[
            "--root",
            "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b",
            "--time",
            "2000",
            "--network",
            "@own.json",
            "--after",
            "@chain",
        ],
        ..PLAIN
    },
    Sample {
        tool: "block show",
        setup: CHAIN,
        files: &["@chain"],
        artefacts: &[("chain", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "block verify",
        setup: CHAIN,
        options: &["--network", "@own.json"],
        files: &["@chain"],
        artefacts: &[
            ("own.json", Changed::Anything),
            ("chain", Changed::Anything),
        ],
        ..PLAIN
    },
    Sample {
        tool: "block verify",
        setup: "xxd -r -p <<< 0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c > raw",
        files: &["@raw"],
        artefacts: &[("raw", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "block verify",
        setup: CHAIN,
        options: &["--network", "@own.json", "--from", "@checkpoint"],
        files: &["@rest"],
        artefacts: &[("checkpoint", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "block tips",
        setup: CHAIN,
        options: &["--network", "@own.json"],
        files: &["@chain", "@fork"],
        artefacts: &[("fork", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "block target",
        options: &["1b0404cb"],
        ..PLAIN
    },
    Sample {
        tool: "block retarget",
        setup: CHAIN,
        options: &["--network", "@own.json"],
        files: &["@chain"],
        ..PLAIN
    },
    Sample {
        tool: "spv new",
        setup: TXIDS,
        files: &["@txids"],
        artefacts: &[("txids", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "spv new",
        setup: BLOCKS,
        options: &["--wtxid"],
        files: &["@signet"],
        artefacts: &[("signet", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "spv prove",
        setup: TXIDS,
        options: &[
            "--txid",
            "0000000000000000000000000000000000000000000000000000000000000002",
        ],
        files: &["@txids"],
        product: Product::Bytes,
        ..PLAIN
    },
    Sample {
        tool: "spv prove",
        setup: BLOCKS,
        options: &[
            "--coinbase",
            "--txid",
            "f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16",
        ],
        files: &["@block"],
        product: Product::Bytes,
        artefacts: &[("block", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "spv verify",
        setup: TXIDS,
        options: &["--root", "<root", "--tx-count", "5"],
        files: &["@proof"],
        artefacts: &[("proof", Changed::SameJson)],
        ..PLAIN
    },
    Sample {
        tool: "spv verify",
        setup: BLOCKS,
        options: &[
            "--header",
            "00000000d1145790a8694403d4063f323d499e655c83426834d4ce2f8dd4a2ee",
        ],
        files: &["@proof"],
        artefacts: &[("proof", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "spv show",
        setup: BLOCKS,
        files: &["@txoutproof"],
        artefacts: &[("txoutproof", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "finality",
        options: &["--attacker", "0.1", "--confirmations", "6"],
        ..PLAIN
    },
    Sample {
        tool: "finality",
        options: &["--attacker", "0.25", "--committee", "144", "--table"],
        ..PLAIN
    },
    Sample {
        tool: "inspect",
        setup: BLOCKS,
        files: &["@proof"],
        artefacts: &[("proof", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "inspect",
        setup: CHAIN,
        files: &["@chain"],
        ..PLAIN
    },
];
