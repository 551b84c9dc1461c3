//! `frost join`: the parts of all who sign become a signature.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::frost::{Order, Partial, Roster, join, order, toy};
use decent::group::{Ed25519, Group};
use decent::key::show_number;
use decent::sig::Format;
use decent::sig::comments::Commented;
use decent::watch::Watch;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::frosts::{self, FORMATS};
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The group
    #[arg(long, value_name = "GROUP")]
    group: PathBuf,
    /// The commitments of all who signed, one or many in a file; may be given again
    #[arg(long, value_name = "FILE", required = true)]
    commitment: Vec<PathBuf>,
    /// The file that was signed
    #[arg(long, value_name = "FILE")]
    message: PathBuf,
    /// What it must have been signed for; without, what the parts say
    #[arg(long, value_name = "FORMAT", value_parser = FORMATS)]
    format: Option<String>,
    #[command(flatten)]
    create: Create,
    /// The partial signatures, one or many in a file; none, or `-`, is standard input
    #[arg(value_name = "PARTIAL")]
    partial: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Puts partial signatures together into a signature that minisign, signify, ssh-keygen -Y, openssl
and sig verify take, under the key in DIR/group.pub. It is checked before it is written. Where it
does not hold each part is checked, and whoever sent a wrong one is named. All who committed must
have signed; if one does not, those who are left commit and sign anew.";
    const EXAMPLES: &'static str =
        "$ decent frost new -q -t 2 -n 3 -o us > made && echo hello > data
$ for i in 1 3; do decent frost commit -q --share us/share-$i --nonce n$i -o c$i; done > made
$ cat c1 c3 > all && with='--group us/group --commitment all'
$ sign() { decent frost sign -q $with --share us/share-$1 --nonce n$1 data -o $2$1; }
$ sign 1 first- > made && sign 3 first- > made && cat first-* > parts
$ with='--group us/group --commitment all --partial parts'
$ sign 1 second- > made && sign 3 second- > made && cat second-* >> parts
$ decent frost join --group us/group --commitment all --message data parts -o data.minisig
[..]  minisign  data
$ decent sig verify --key us/group.pub data
data: OK (minisign by us/group.pub: group:[..]\\tmembers:1,3\\thashed)";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let group = frosts::group(cx, &self.group)?;
        let roster = frosts::roster(cx, &group, &self.commitment)?;
        let given = frosts::partials(cx, &Cx::files(self.partial.clone()))?;
        let order = self.order(cx, &given)?;
        let mut input = cx.subject("data", &self.message)?;
        let name = input.name().to_vec();
        let watch = cx.watch(input.len());
        toy(&watch)?;
        let message = order
            .message(input.feed(), &watch)
            .map_err(|e| e.of("data"))?;
        let (first, second): (Vec<_>, Vec<_>) = given
            .into_iter()
            .partition(|(_, one)| one.comment.is_none());
        let parties = (&group, &roster);
        let signature = joined(cx, parties, &message.bytes, &first, &watch)?;
        let second = match order.has_second() {
            true => Some(commented(cx, parties, &signature, &second, &watch)?),
            false => None,
        };
        drop(watch);
        let public = order::public_key(&group)?;
        let with = second
            .as_ref()
            .map(|(comment, signature)| (&**comment, *signature));
        let file = order.file(&public, signature, with)?;
        let mut made = cx.create(&self.create, order.format() == Format::Raw)?;
        made.put(&file)?;
        made.finish()?;
        let known = match order.format() {
            Format::Minisign | Format::Signify => show_number(public.number()),
            _ => hex::encode(&public.bytes()),
        };
        let record = Record::value("key", known).detail("format", order.format().name());
        let record = record
            .name(&name)
            .field("public_key", hex::encode(&public.bytes()));
        let signers: Vec<u16> = roster.members().collect();
        cx.emit(&record.field("members", signers))?;
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// What all parts say they are of.
    fn order(&self, cx: &mut Cx, given: &[(Vec<u8>, Partial)]) -> Result<Order, Fail> {
        let wanted = self.format.as_deref().map(Format::named).transpose()?;
        let usual = given
            .iter()
            .find(|(_, one)| wanted.is_none_or(|w| one.order.format() == w));
        let shown = |order: &Order| match order.namespace() {
            Some(namespace) => format!("{} for {namespace:?}", order.format().name()),
            None => order.format().name().to_owned(),
        };
        let usual = usual.map(|(_, one)| &one.order);
        for (name, one) in given {
            if Some(&one.order) != usual {
                let told = usual.map(shown);
                let told = told.unwrap_or_else(|| self.format.clone().unwrap_or_default());
                let place = decent::Place::Item("member", one.member.into());
                let wanted = format!("a part of a signature in the format {told}");
                let error = Error::new(slug::FROST_PARTIAL, wanted, shown(&one.order));
                let mut fail = Fail::from(error.at(place)).named(&**name);
                fail.role = Some(crate::input::Role::Evidence);
                cx.complain(fail)?;
            }
        }
        match usual {
            Some(order) if given.iter().all(|(_, one)| one.order == *order) => Ok(order.clone()),
            _ => {
                let error = Error::new(slug::FROST_PARTIAL, "parts of one signature", "others");
                Err(Fail::from(error).named("the partial signatures"))
            }
        }
    }
}

/// Who signs, of which group.
type Parties<'a> = (&'a Group<Ed25519>, &'a Roster);

fn joined(
    cx: &mut Cx,
    (group, roster): Parties<'_>,
    message: &[u8],
    given: &[(Vec<u8>, Partial)],
    watch: &dyn Watch,
) -> Result<[u8; 64], Fail> {
    let all: Vec<_> = given.iter().map(|(_, one)| one.clone()).collect();
    let joined = join(group, roster, message, &all, watch);
    let joined = joined.map_err(|why| frosts::refused(cx, why, given))?;
    for at in joined.copies {
        let name = given.get(at).map_or(&b""[..], |(name, _)| name);
        let name = String::from_utf8_lossy(name).into_owned();
        cx.note(&format!(
            "{}: left out: it is there twice",
            crate::shown::visible(&name)
        ));
    }
    Ok(joined.signature)
}

/// The signature on the first one and its comment.
fn commented(
    cx: &mut Cx,
    parties: Parties<'_>,
    signature: &[u8; 64],
    given: &[(Vec<u8>, Partial)],
    watch: &dyn Watch,
) -> Result<(String, [u8; 64]), Fail> {
    let Some(comment) = given.first().and_then(|(_, one)| one.comment.clone()) else {
        let words = "the file is signed, the comment that minisign wants is not";
        let fail = Fail::from(Error::new(slug::FROST_COMMENT, "", words));
        let fail = fail.named("the partial signatures");
        return Err(fail.hint("have each member sign again, with these parts as --partial"));
    };
    let message = Commented::global_message(signature, comment.as_bytes());
    let signature = joined(cx, parties, &message, given, watch)?;
    Ok((comment, signature))
}
