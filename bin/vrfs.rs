//! What the tools on verifiable random functions share: the words for suites, and reading a proof.

use std::path::Path;

use clap::ValueEnum;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::key::Kind;
use decent::vrf::{PROOF_BYTES, Suite};

use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;

/// Bytes of an input, at most.
pub(crate) const LARGEST: u64 = 64 << 20;

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

/// That a key is of another kind.
pub(crate) fn not_ed25519(kind: Kind) -> Fail {
    let error = Error::new(slug::KEY_KIND, "a key of ed25519", kind.name());
    error.of("key").into()
}

/// The proof itself, or the first word of the file that is named.
pub(crate) fn given_proof(cx: &mut Cx, given: &Path) -> Result<[u8; PROOF_BYTES], Fail> {
    let digits = |text: &str| text.len() == PROOF_BYTES * 2 && !given.exists();
    let text = if let Some(text) = given.to_str().filter(|text| digits(text)) {
        text.to_owned()
    } else {
        let mut input = cx.evidence("proof", given)?;
        let bytes = input.read_all(4096).map_err(|error| error.of("proof"))?;
        String::from_utf8_lossy(&bytes).into_owned()
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
