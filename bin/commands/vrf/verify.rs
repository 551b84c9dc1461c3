//! `vrf verify`: whether a proof is of this input under this key, and the output that it proves.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::key::{Kind, PublicKey};
use decent::vrf::{PROOF_BYTES, Suite};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;

/// Bytes of an input, at most.
pub(super) const LARGEST: u64 = 64 << 20;

/// The suites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SuiteWord {
    /// Hashes are tried until one is a point; the time that takes tells something of the input
    Tai,
    /// Elligator 2, in constant time
    Ell2,
}

impl From<SuiteWord> for Suite {
    fn from(word: SuiteWord) -> Self {
        match word {
            SuiteWord::Tai => Self::Tai,
            SuiteWord::Ell2 => Self::Ell2,
        }
    }
}

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
    const EXAMPLES: &'static str = r#"$ echo fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025 > key.pub
$ printf 9bc0f79119cc5604bf02d23b4caede71393cedfbb191434dd016d30177ccbf8096bb474e53895c36 > proof
$ printf 2d8628ee9f9ea3c0e52c7a5c691b6c18c9979866568add7a2d41b00b05081ed0f58ee5e31b3a970e >> proof
$ printf '\257\202' | decent vrf verify --key key.pub --proof proof | cut -c1-64
645427e5d00c62a23fb703732fa5d892940935942101e456ecca7bb217c61c45
$ printf other | decent vrf verify --key key.pub --proof proof
decent vrf verify: proof: wanted a proof of this input under this key, found another
  more: decent why vrf-proof
[1]"#;

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let read = cx.public_key("key", &self.key, Role::Anchor, Some(Kind::Ed25519))?;
        let PublicKey::Ed25519(key) = &read.key else {
            return Err(not_ed25519(read.key.kind()));
        };
        let proof = proof(cx, &self.proof)?;
        let path = self.file.unwrap_or_else(|| "-".into());
        let mut file = cx.subject("input", &path)?;
        let input = file.read_all(LARGEST).map_err(|error| error.of("input"))?;
        let watch = cx.watch(None);
        super::prove::tell_toy(&watch)?;
        let suite = Suite::from(self.suite);
        let output = suite.verify(&key.to_bytes(), &input, &proof, &watch);
        let output = output.map_err(|error| error.of("proof"))?;
        drop(watch);
        cx.emit(&Record::value("output", hex::encode(&output)).name(file.name()))?;
        Ok(Verdict::Yes)
    }
}

/// That a key is of another kind.
pub(super) fn not_ed25519(kind: Kind) -> Fail {
    let error = Error::new(slug::KEY_KIND, "a key of ed25519", kind.name());
    error.of("key").into()
}

/// The proof itself, or the first word of the file that is named.
fn proof(cx: &mut Cx, given: &Path) -> Result<[u8; PROOF_BYTES], Fail> {
    let digits = |text: &str| text.len() == PROOF_BYTES * 2 && !given.exists();
    let text = match given.to_str().filter(|text| digits(text)) {
        Some(text) => text.to_owned(),
        None => {
            let mut input = cx.evidence("proof", given)?;
            let bytes = input.read_all(4096).map_err(|error| error.of("proof"))?;
            String::from_utf8_lossy(&bytes).into_owned()
        }
    };
    let word = text.split_whitespace().next().unwrap_or_default();
    let bytes = hex::decode(word)
        .ok()
        .and_then(|bytes| bytes.try_into().ok());
    let wanted = || {
        Error::new(
            slug::VRF_PROOF,
            "a proof of 160 hex digits",
            "something else",
        )
    };
    let fail = || Fail {
        role: Some(Role::Evidence),
        ..Fail::from(wanted().of("proof"))
    };
    bytes.ok_or_else(fail)
}
