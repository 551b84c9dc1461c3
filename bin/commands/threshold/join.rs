//! `threshold join`: members' parts made one signature, or one key that opens a file.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::hex;
use decent::group::{AnyGroup, Group, Pairing};
use decent::threshold::{self, Partial, narrate};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::groups::{self, handed, sorted};
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The group
    #[arg(long, value_name = "GROUP")]
    group: PathBuf,
    /// What was signed: each part is then checked alone, and a wrong one is named
    #[arg(long, value_name = "FILE", conflicts_with = "ciphertext")]
    message: Option<PathBuf>,
    /// A file that is sealed to the group: decrypt it
    #[arg(long, value_name = "CIPHER")]
    ciphertext: Option<PathBuf>,
    #[command(flatten)]
    create: Create,
    /// Files with members' parts, one a line; none, or `-`, is standard input
    #[arg(value_name = "PART")]
    parts: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Makes one signature of the parts of as many members as are needed, or with --ciphertext decrypts
with their decryption shares. Every part is checked against its member's public share, which the
group's commitments tell: a wrong one is left out and its member named, and only if too few are left
the status is 1. Too few parts are status 2. With -o what comes out is checked whole before
it is there; on standard output each 64 KiB of a file is checked before they are written.
Without --message the parts of a signature are held against each other.";
    const EXAMPLES: &'static str =
        "$ decent threshold new -q -t 2 -n 3 -o group > key && echo hello > data
$ for i in 1 2 3; do decent threshold sign --share group/share-$i data > part-$i; done
$ echo other | decent threshold sign --share group/share-2 > part-2
$ decent threshold join --group group/group --message data part-* -o sig
decent threshold join: part-2: left out: member 2's partial signature does not fit the group
1 3  sig
$ decent threshold join --group group/group --message data part-2 part-3 -o bad
decent threshold join: part-2: member 2's partial signature does not fit the group
  more: decent why member-unfit
decent threshold join: the parts: wanted parts of 2 members, found 1 that are right: 1 more
  more: decent why members-too-few
[1]
$ decent threshold encrypt --group group/group data -o sealed
$ for i in 1 3; do decent threshold decrypt --share group/share-$i sealed; done > parts
$ decent threshold join -q --group group/group --ciphertext sealed parts
hello";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let group = cx.group(&self.group)?;
        if let Some(sealed) = &self.ciphertext {
            return self.opened(cx, &group, sealed);
        }
        match &group {
            AnyGroup::Bls12381G1(group) => self.signed(cx, group),
            AnyGroup::Bls12381G2(group) => self.signed(cx, group),
            other => {
                let wanted = "a group of bls12-381";
                Err(groups::curve(wanted, other.curve()))
            }
        }
    }
}

impl Args {
    fn signed<C: Pairing>(&self, cx: &mut Cx, group: &Group<C>) -> Result<Verdict, Fail> {
        let point = match &self.message {
            None => None,
            Some(path) => {
                let input = cx.subject("message", path)?;
                let point = groups::with_message(input, |m| C::hash(m, C::DOMAIN))?;
                narrate::hashed::<C>(&cx.watch(None), &point);
                Some(point)
            }
        };
        let parts = sorted(handed(cx, "part", &self.parts, Partial::<C>::read)?);
        let joined = threshold::join(group, &parts.good, point.as_ref(), &mut Cx::rng()?);
        let joined = match joined {
            Ok(joined) => joined,
            Err(refused) => return Err(parts.refused(cx, refused, "the parts")),
        };
        let left_out = parts.left_out(cx, &joined.blamed);
        let watch = cx.watch(None);
        narrate::weighed::<C>(&watch, &joined.members);
        let bytes = C::encode_signature(&joined.signature);
        narrate::joined(&watch, &joined.members, &bytes);
        let mut made = cx.create(&self.create, false)?;
        made.put((hex::encode(&bytes) + "\n").as_bytes())?;
        made.finish()?;
        self.report(cx, group.hash(), &joined.members, &left_out)
    }

    /// `MEMBERS  NAME`, the name being that of what came out.
    fn report(
        &self,
        cx: &mut Cx,
        group: [u8; 32],
        members: &[u16],
        left_out: &[String],
    ) -> Result<Verdict, Fail> {
        let name = self.create.output.as_deref().unwrap_or(Path::new("-"));
        let words: Vec<String> = members.iter().map(u16::to_string).collect();
        let record = Record::value("signers", words.join(" ")).name(bytes_of(name));
        let record = record
            .field("signers", members.to_vec())
            .aside("group", hex::encode(&group))
            .aside("left_out", left_out.to_vec());
        cx.emit(&record)?;
        Ok(Verdict::Yes)
    }

    #[cfg(not(feature = "threshold"))]
    fn opened(&self, _: &mut Cx, _: &AnyGroup, _: &Path) -> Result<Verdict, Fail> {
        Err(groups::no_threshold())
    }

    #[cfg(feature = "threshold")]
    fn opened(&self, cx: &mut Cx, group: &AnyGroup, sealed: &Path) -> Result<Verdict, Fail> {
        use decent::key::age;
        use decent::threshold::wrapped::{Part, Wrapped, file_key};

        use crate::fail::Carried;
        use crate::sealed;

        let AnyGroup::Bls12381G1(group) = group else {
            let wanted = "a group of bls12-381-g1";
            return Err(groups::curve(wanted, group.curve()));
        };
        let parts = sorted(handed(cx, "part", &self.parts, Part::read)?);
        let mut input = cx.subject("ciphertext", sealed)?;
        let failed = |error: decent::Error| Fail::from(error.of("ciphertext"));
        let watch = cx.watch(input.len());
        let mut reader = sealed::buffered(&mut input);
        let (mut bare, _) = sealed::bare(&mut reader).map_err(failed)?;
        let header = age::Header::read(&mut *bare).map_err(failed)?;
        let wrapped = Wrapped::of_header(&header).map_err(failed)?;
        wrapped.is_for(group).map_err(failed)?;
        let opened = match wrapped.open(group, &parts.good, &mut Cx::rng()?) {
            Ok(opened) => opened,
            Err(refused) => return Err(parts.refused(cx, refused, "the parts")),
        };
        let left_out = parts.left_out(cx, &opened.blamed);
        narrate::weighed::<decent::group::Bls12381G1>(&watch, &opened.members);
        let key = file_key(&opened.secret);
        let mut made = cx.create_hidden(&self.create)?;
        let mut carried = Carried::default();
        let put = &mut |bytes: &[u8]| carried.pass(made.put_secret(bytes));
        let ended = age::open_under(&key, &header, &mut *bare, put, &watch);
        carried.end(ended.map_err(|error| error.of("ciphertext")))?;
        made.finish()?;
        self.report(cx, group.hash(), &opened.members, &left_out)
    }
}
