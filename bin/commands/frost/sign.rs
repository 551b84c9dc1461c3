//! `frost sign`: a member's part of a signature.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::frost::order::Message;
use decent::frost::{Nonce, Order, Partial, Parties, Signer, join, toy};
use decent::sig::Format;
use decent::watch::Deaf;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::frosts::{self, FORMATS};
use crate::input::Role;
use crate::nonces::{Nonces, Withheld};
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The member's own share
    #[arg(long, value_name = "S")]
    share: PathBuf,
    /// The member's nonces, which are used up
    #[arg(long, value_name = "N")]
    nonce: PathBuf,
    /// The commitments of all who sign, one or many in a file; may be given again
    #[arg(long, value_name = "C", required = true)]
    commitment: Vec<PathBuf>,
    /// The group
    #[arg(long, value_name = "G")]
    group: PathBuf,
    /// What the signature is to be; all who sign must say the same
    #[arg(long, value_name = "FORMAT", default_value = "minisign", value_parser = FORMATS)]
    format: String,
    /// What SSHSIG's signature is for; without, file
    #[arg(long, value_name = "NAME")]
    namespace: Option<String>,
    /// Second round of minisign: the partial signatures of all, one or many in a file; may be given
    /// again
    #[arg(long, value_name = "P")]
    partial: Vec<PathBuf>,
    /// Second round of minisign: the comment; without, one that names the group and who signs
    #[arg(long, value_name = "TEXT", requires = "partial")]
    trusted_comment: Option<String>,
    #[command(flatten)]
    create: Create,
    /// The file that is signed; none, or `-`, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints a member's partial signature of a file, and reports the SHA-256 of what was signed. Of all
whose commitments are given, each must sign the same file in the same format; join puts their parts
together. The nonces are gone, from the disk too, before the partial signature is written.

A file of minisign holds a second signature, over the first and a comment, so its members sign
twice: the file, then, with the partial signatures of all as --partial, the comment. raw and signify
sign the file's bytes themselves, at most 24 MiB of them.";
    const EXAMPLES: &'static str =
        "$ decent frost new -q -t 2 -n 3 -o us > made && echo hello > data
$ for i in 1 3; do decent frost commit -q --share us/share-$i --nonce n$i -o c$i; done > made
$ cat c1 c3 > all && with='--group us/group --commitment all --format raw'
$ decent frost sign $with --share us/share-1 --nonce n1 data -o p1
5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03  raw by 1  data
$ decent frost sign $with --share us/share-3 --nonce n3 data -o p3 --no-names
5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03
$ cat p1 p3 | decent frost join -q $with --message data -o data.sig > key
$ decent sig verify --key us/group.pub --sig data.sig data
data: OK (raw by us/group.pub)
$ decent frost sign $with --share us/share-1 --nonce n1 data
decent frost sign: n1: no such file: nonces are gone once they have signed
  hint: make new ones with decent frost commit, and have all sign with the new commitments
  more: decent why nonce-used
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let second = !self.partial.is_empty();
        let order = self.order()?;
        let group = frosts::group(cx, &self.group)?;
        let share = frosts::share(cx, &self.share)?;
        let roster = frosts::roster(cx, &group, &self.commitment)?;
        let signer = Signer::new(&group, &share, &roster).map_err(of_all)?;
        let mut input = cx.subject("data", &self.file)?;
        let name = input.name().to_vec();
        let watch = cx.watch(input.len());
        toy(&watch)?;
        let message = order
            .message(input.feed(), &watch)
            .map_err(|e| e.of("data"))?;
        drop(watch);
        let first = if second {
            Some(self.first(cx, (&group, &roster), &order, &message)?)
        } else {
            None
        };
        let mut nonces = Nonces::open(&self.nonce)?;
        cx.keep(&self.nonce);
        let of_nonce = |error: Error| match error.slug {
            slug::FROST_NONCE | slug::NONCE_USED => Fail::from(error).named(bytes_of(&self.nonce)),
            _ => of_all(error),
        };
        let nonce = nonces.read()?;
        let nonce = Nonce::read(nonce.bytes());
        let nonce = nonce.map_err(|error| Fail::from(error).named(bytes_of(&self.nonce)))?;
        let watch = cx.watch(None);
        let withheld = Withheld::from(&watch);
        let made = match &first {
            Some(signature) => {
                let comment = self.trusted_comment.clone();
                let comment = comment.unwrap_or_else(|| Order::usual_comment(&group, &roster));
                let signed = (&*message.bytes, signature);
                let made = signer.second(nonce, &order, signed, &comment, &withheld);
                made.map(|partial| (partial, None))
            }
            None => signer.first(nonce, &order, &message.bytes, &withheld),
        };
        let (partial, left) = made.map_err(of_nonce)?;
        let mut out = cx.create(&self.create, false)?;
        // From here on these nonces sign nothing else, whatever happens.
        nonces.consume(left.as_ref().map(Nonce::text))?;
        withheld.tell();
        drop(watch);
        out.put(partial.text().as_bytes())?;
        out.finish()?;
        report(cx, &partial, &message, &name)?;
        if left.is_some() {
            cx.note("when all have signed, sign again with their partial signatures as --partial");
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    fn order(&self) -> Result<Order, Fail> {
        let format = Format::named(&self.format)?;
        if !self.partial.is_empty() && format != Format::Minisign {
            return Err(Fail::usage("--partial goes with --format minisign"));
        }
        let namespace = match (&self.namespace, format) {
            (None, Format::SshSig) => Some("file".to_owned()),
            (Some(_), other) if other != Format::SshSig => {
                let words = format!(
                    "--namespace goes with --format sshsig, not {}",
                    other.name()
                );
                return Err(Fail::usage(words));
            }
            (given, _) => given.clone(),
        };
        Ok(Order::new(format, namespace)?)
    }

    /// The first signature, of the parts of all, checked: nobody has to be believed.
    fn first(
        &self,
        cx: &mut Cx,
        (group, roster): Parties<'_>,
        order: &Order,
        message: &Message,
    ) -> Result<[u8; 64], Fail> {
        let given = frosts::partials(cx, &self.partial)?;
        let all: Vec<_> = given.iter().map(|(_, one)| one.clone()).collect();
        let joined = join((group, roster), order, &message.bytes, &all, &Deaf);
        let joined = joined.map_err(|why| frosts::refused(cx, why, &given))?;
        Ok(joined.signature)
    }
}

/// What is wrong with the commitments is no fault of the file that was read last.
fn of_all(error: Error) -> Fail {
    if error.slug != slug::FROST_COMMITMENT {
        return error.into();
    }
    let mut fail = Fail::from(error).named("the commitments");
    fail.role = Some(Role::Evidence);
    fail
}

fn report(cx: &mut Cx, partial: &Partial, message: &Message, name: &[u8]) -> Result<(), Fail> {
    let round = if partial.comment.is_some() {
        "minisign's comment"
    } else {
        partial.order.format().name()
    };
    let words = format!("{round} by {}", partial.member);
    let record = Record::value("sha256", hex::encode(&message.sha256));
    let mut record = record.detail("what", words).name(name);
    record = record.field("member", partial.member);
    record = record.field("format", partial.order.format().name());
    record = record.field("group", hex::encode(&partial.group));
    if let Some(comment) = &partial.comment {
        record = record.field("trusted_comment", comment.clone());
    }
    cx.emit(&record)
}
