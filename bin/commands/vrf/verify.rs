//! `vrf verify`: whether a proof is of this input under this key, and the output that it proves.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::key::{Kind, PublicKey};
use decent::vrf::Suite;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;
use crate::vrfs::{LARGEST, SuiteWord, given_proof, not_ed25519};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The public key of ed25519, in any form
    #[arg(long, value_name = "PUB")]
    key: PathBuf,
    /// The proof: 160 hex digits, or a file that begins with them
    #[arg(long, value_name = "PROOF")]
    proof: PathBuf,
    /// How the input becomes a point
    #[arg(long, value_name = "SUITE", default_value = "tai")]
    suite: SuiteWord,
    /// The input; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Checks a proof of RFC 9381, and prints the output that it proves for this key and input. Keys of
small order, whose outputs anybody could choose, are refused.";
    const EXAMPLES: &'static str = r"$ echo fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025 > key.pub
$ printf 9bc0f79119cc5604bf02d23b4caede71393cedfbb191434dd016d30177ccbf8096bb474e53895c36 > proof
$ printf 2d8628ee9f9ea3c0e52c7a5c691b6c18c9979866568add7a2d41b00b05081ed0f58ee5e31b3a970e >> proof
$ printf '\257\202' | decent vrf verify --key key.pub --proof proof | cut -c1-64
645427e5d00c62a23fb703732fa5d892940935942101e456ecca7bb217c61c45
$ printf other | decent vrf verify --key key.pub --proof proof
decent vrf verify: proof: wanted a proof of this input under this key, found another
  more: decent why vrf-proof
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let read = cx.public_key("key", &self.key, Role::Anchor, Some(Kind::Ed25519))?;
        let PublicKey::Ed25519(key) = &read.key else {
            return Err(not_ed25519(read.key.kind()));
        };
        let proof = given_proof(cx, &self.proof)?;
        let path = self.file.unwrap_or_else(|| "-".into());
        let mut file = cx.subject("input", &path)?;
        let input = file.read_all(LARGEST).map_err(|error| error.of("input"))?;
        let watch = cx.watch(None);
        super::prove::tell_toy(&watch)?;
        let suite = Suite::from(self.suite);
        let output = suite.verify(&key.to_bytes(), &input, &proof, &watch);
        let output = output.map_err(|error| error.of("proof"))?;
        drop(watch);
        let record = Record::value("output", hex::encode(&output));
        let record = record.field("suite", suite.name());
        cx.emit(&record.name(file.name()))?;
        Ok(Verdict::Yes)
    }
}
