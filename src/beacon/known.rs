//! The chains that the world knows by name. The values stand in drand-client (`lib/defaults.ts`), in
//! tlock-js (`drand/defaults.js`) and, of evmnet, at `api.drand.sh/v2/beacons/evmnet/info`; the hash
//! of each is recomputed, which a wrong digit would not survive.

use super::{Chain, Scheme};
use crate::codec::hex;
use crate::error::{Error, Result, slug};

/// A chain that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its name.
    pub name: &'static str,
    /// How it signs, which its hash does not bind.
    pub scheme: Scheme,
    /// Its hash in hex.
    pub hash: &'static str,
    info: &'static str,
}

const KNOWN: &[Known] = &[
    Known {
        name: "default",
        scheme: Scheme::Chained,
        hash: "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce",
        info: r#"{"public_key":"868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31","period":30,"genesis_time":1595431050,"hash":"8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce","groupHash":"176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a","schemeID":"pedersen-bls-chained","metadata":{"beaconID":"default"}}"#,
    },
    Known {
        name: "quicknet",
        scheme: Scheme::Rfc9380,
        hash: "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
        info: r#"{"public_key":"83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a","period":3,"genesis_time":1692803367,"hash":"52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971","groupHash":"f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e","schemeID":"bls-unchained-g1-rfc9380","metadata":{"beaconID":"quicknet"}}"#,
    },
    Known {
        name: "evmnet",
        scheme: Scheme::Bn254,
        hash: "04f1e9062b8a81f848fded9c12306733282b2727ecced50032187751166ec8c3",
        info: r#"{"public_key":"07e1d1d335df83fa98462005690372c643340060d205306a9aa8106b6bd0b3820557ec32c2ad488e4d4f6008f89a346f18492092ccc0d594610de2732c8b808f0095685ae3a85ba243747b1b2f426049010f6b73a0cf1d389351d5aaaa1047f6297d3a4f9749b33eb2d904c9d9ebf17224150ddd7abd7567a9bec6c74480ee0b","period":3,"genesis_time":1727521075,"hash":"04f1e9062b8a81f848fded9c12306733282b2727ecced50032187751166ec8c3","groupHash":"cd7ad2f0e0cce5d8c288f2dd016ffe7bc8dc88dbb229b3da2b6ad736490dfed6","schemeID":"bls-bn254-unchained-on-g1","metadata":{"beaconID":"evmnet"}}"#,
    },
    Known {
        name: "fastnet",
        scheme: Scheme::OnG1,
        hash: "dbd506d6ef76e5f386f41c651dcb808c5bcbd75471cc4eafa3f4df7ad4e4c493",
        info: r#"{"public_key":"a0b862a7527fee3a731bcb59280ab6abd62d5c0b6ea03dc4ddf6612fdfc9d01f01c31542541771903475eb1ec6615f8d0df0b8b6dce385811d6dcf8cbefb8759e5e616a3dfd054c928940766d9a5b9db91e3b697e5d70a975181e007f87fca5e","period":3,"genesis_time":1677685200,"hash":"dbd506d6ef76e5f386f41c651dcb808c5bcbd75471cc4eafa3f4df7ad4e4c493","groupHash":"a81e9d63f614ccdb144b8ff79fbd4d5a2d22055c0bfe4ee9a8092003dab1c6c0","schemeID":"bls-unchained-on-g1","metadata":{"beaconID":"fastnet"}}"#,
    },
    Known {
        name: "testnet",
        scheme: Scheme::Chained,
        hash: "84b2234fb34e835dccd048255d7ad3194b81af7d978c3bf157e3469592ae4e02",
        info: r#"{"public_key":"922a2e93828ff83345bae533f5172669a26c02dc76d6bf59c80892e12ab1455c229211886f35bb56af6d5bea981024df","period":25,"genesis_time":1590445175,"hash":"84b2234fb34e835dccd048255d7ad3194b81af7d978c3bf157e3469592ae4e02","groupHash":"4dd408e5fdff9323c76a9b6f087ba8fdc5a6da907bd9217d9d10f2287d081957","schemeID":"pedersen-bls-chained","metadata":{"beaconID":"default"}}"#,
    },
    Known {
        name: "testnet-unchained-3s",
        scheme: Scheme::Unchained,
        hash: "7672797f548f3f4748ac4bf3352fc6c6b6468c9ad40ad456a397545c6e2df5bf",
        info: r#"{"public_key":"8200fc249deb0148eb918d6e213980c5d01acd7fc251900d9260136da3b54836ce125172399ddc69c4e3e11429b62c11","period":3,"genesis_time":1651677099,"hash":"7672797f548f3f4748ac4bf3352fc6c6b6468c9ad40ad456a397545c6e2df5bf","groupHash":"65083634d852ae169e21b6ce5f0410be9ed4cc679b9970236f7875cff667e13d","schemeID":"pedersen-bls-unchained","metadata":{"beaconID":"testnet-unchained-3s"}}"#,
    },
    Known {
        name: "quicknet-t",
        scheme: Scheme::Rfc9380,
        hash: "cc9c398442737cbd141526600919edd69f1d6f9b4adb67e4d912fbc64341a9a5",
        info: r#"{"public_key":"b15b65b46fb29104f6a4b5d1e11a8da6344463973d423661bb0804846a0ecd1ef93c25057f1c0baab2ac53e56c662b66072f6d84ee791a3382bfb055afab1e6a375538d8ffc451104ac971d2dc9b168e2d3246b0be2015969cbaac298f6502da","period":3,"genesis_time":1689232296,"hash":"cc9c398442737cbd141526600919edd69f1d6f9b4adb67e4d912fbc64341a9a5","groupHash":"40d49d910472d4adb1d67f65db8332f11b4284eecf05c05c5eacd5eef7d40e2d","schemeID":"bls-unchained-g1-rfc9380","metadata":{"beaconID":"quicknet-t"}}"#,
    },
];

/// All of them, in the order in which they are shown. No key is read for it.
pub fn all() -> &'static [Known] {
    KNOWN
}

/// The one of a hash.
pub(super) fn of_hash(hash: &[u8; 32]) -> Option<&'static Known> {
    let hash = hex::encode(hash);
    KNOWN.iter().find(|known| known.hash == hash)
}

/// The name by which a chain is known, if it is.
pub fn name_of(chain: &Chain) -> Option<&'static str> {
    let known = of_hash(&chain.hash).filter(|known| known.scheme == chain.scheme);
    known.map(|known| known.name)
}

/// Whether letters are the name or the hash of a chain that may be known: a file is none.
pub fn is_name(letters: &str) -> bool {
    let hash = letters.len() == 64 && letters.bytes().all(|b| b.is_ascii_hexdigit());
    hash || KNOWN.iter().any(|known| known.name == letters)
}

/// The chain of a name, or of a hash in hex.
pub fn named(letters: &str) -> Result<Chain> {
    let lower = letters.to_ascii_lowercase();
    let found = KNOWN
        .iter()
        .find(|known| known.name == letters || known.hash == lower);
    let Some(known) = found else {
        let all: Vec<_> = KNOWN.iter().map(|known| known.name).collect();
        let wanted = format!("the hash of a chain that is known ({})", all.join(", "));
        return Err(Error::new(slug::UNKNOWN_CHAIN, wanted, lower));
    };
    Chain::read(known.info.as_bytes())
}
