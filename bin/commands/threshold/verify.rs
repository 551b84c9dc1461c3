//! `threshold verify`: whether a signature is the group's.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::group::{AnyGroup, Group, Pairing};
use decent::threshold::narrate;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::groups;
use crate::input::Input;
use crate::report::{Record, bytes_of};

/// Bytes of a file with a signature, at most.
const LARGEST: u64 = 4096;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The group
    #[arg(long, value_name = "GROUP")]
    group: PathBuf,
    /// The signature: hex digits, or bytes
    #[arg(long, value_name = "SIG")]
    sig: PathBuf,
    /// The file; none, or `-`, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Checks a signature under the public key of a group. It is an ordinary BLS signature (the basic
scheme of draft-irtf-cfrg-bls-signature), which nothing tells from one by a single key. The group
of members may have been refreshed or dealt anew since: its key is the same.";
    const EXAMPLES: &'static str =
        "$ decent threshold new -q -t 1 -n 1 -o group > key && echo hello > data
$ decent threshold sign --share group/share-1 data > part
$ decent threshold join -q --group group/group --message data part > sig
$ decent threshold verify --group group/group --sig sig data
data: OK
$ echo hellO | decent threshold verify --group group/group --sig sig
-: FAILED (not the group's signature of this message)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let group = cx.group(&self.group)?;
        let mut input = cx.evidence("signature", &self.sig)?;
        let bytes = input.read_all(LARGEST).map_err(|e| e.of("signature"))?;
        let message = cx.subject("message", &self.file)?;
        let verdict = match &group {
            AnyGroup::Bls12381G1(group) => judged(cx, group, &bytes, message)?,
            AnyGroup::Bls12381G2(group) => judged(cx, group, &bytes, message)?,
            other => {
                let wanted = "a group of bls12-381";
                return Err(groups::curve(wanted, other.curve()));
            }
        };
        let record = Record::verdict(&verdict).name(bytes_of(&self.file));
        let record = record.aside("group", hex::encode(&group.hash()));
        cx.emit(&record.aside("public_key", hex::encode(&group.public_bytes())))?;
        Ok(verdict)
    }
}

/// A signature as hex digits, with blanks around, or as bytes.
fn read<C: Pairing>(bytes: &[u8]) -> Result<C::Signature, Error> {
    let wanted = || {
        format!(
            "a signature: {} bytes, or as many in hex",
            C::SIGNATURE_BYTES
        )
    };
    let wrong = |found: String| Error::new(slug::GROUP_SIGNATURE, wanted(), found).of("signature");
    let text = std::str::from_utf8(bytes)
        .map(str::trim)
        .unwrap_or_default();
    let digits = text.len() == 2 * C::SIGNATURE_BYTES;
    let decoded = if digits { hex::decode(text).ok() } else { None };
    let point = decoded.unwrap_or_else(|| bytes.to_vec());
    if point.len() != C::SIGNATURE_BYTES {
        return Err(wrong(format!("{} bytes", bytes.len())));
    }
    let point = C::decode_signature(&point);
    point.ok_or_else(|| wrong("what is no point of its group, or infinity".into()))
}

fn judged<C: Pairing>(
    cx: &Cx,
    group: &Group<C>,
    bytes: &[u8],
    message: Input,
) -> Result<Verdict, Fail> {
    let signature = read::<C>(bytes)?;
    let point = groups::with_message(message, |message| C::hash(message, C::DOMAIN))?;
    narrate::hashed::<C>(&cx.watch(None), &point);
    if C::verify(&signature, &point, &group.public_key()) {
        return Ok(Verdict::Yes);
    }
    Ok(Verdict::No(
        "not the group's signature of this message".into(),
    ))
}
