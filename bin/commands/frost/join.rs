//! `frost join`: the parts of all who sign become a signature.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::error::slug;
use decent::frost::{Joined, Order, Partial, Refused, join, join_comment, order, toy, usual};
use decent::key::show_number;
use decent::sig::Format;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::frosts::{self, FORMATS};
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The group
    #[arg(long, value_name = "G")]
    group: PathBuf,
    /// The commitments of all who signed, one or many in a file; may be given again
    #[arg(long, value_name = "C", required = true)]
    commitment: Vec<PathBuf>,
    /// The file that was signed
    #[arg(long, value_name = "FILE")]
    message: PathBuf,
    /// What it must have been signed for; without, what the parts of most members say
    #[arg(long, value_name = "FORMAT", value_parser = FORMATS)]
    format: Option<String>,
    /// What a signature of sshsig must be for; without, what the parts of most members say
    #[arg(long, value_name = "NAME")]
    namespace: Option<String>,
    /// The comment that must have been signed with minisign's; without, that of most members' parts
    #[arg(long, value_name = "TEXT")]
    trusted_comment: Option<String>,
    #[command(flatten)]
    create: Create,
    /// The partial signatures, one or many in a file; none, or `-`, is standard input
    #[arg(value_name = "PARTIAL")]
    partial: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Puts partial signatures together into a signature that minisign, signify, ssh-keygen -Y, openssl
and sig verify take, under the key in DIR/group.pub. It is checked before it is written. Where it
does not hold whoever sent a wrong part is named; of two parts of one member the one that holds
counts. All who committed must have signed; if one does not, those who are left commit and sign
anew. Format, namespace and comment are what the parts of most members say, or what you insist on.";
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
data: OK (minisign by us/group.pub: group:[..])";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let group = frosts::group(cx, &self.group)?;
        let roster = frosts::roster(cx, &group, &self.commitment)?;
        let given = frosts::partials(cx, &Cx::files(self.partial.clone()))?;
        let order = self.order(&given)?;
        let mut input = cx.subject("data", &self.message)?;
        let name = input.name().to_vec();
        let watch = cx.watch(input.len());
        toy(&watch)?;
        let message = order
            .message(input.feed(), &watch)
            .map_err(|e| e.of("data"))?;
        let (first, second): (Vec<_>, Vec<_>) = given
            .into_iter()
            .partition(|(_, one)| one.comment.is_none() || !order.has_second());
        let parties = (&group, &roster);
        let joined = join(parties, &order, &message.bytes, &bare(&first), &watch);
        let joined = joined.map_err(|why| refused(cx, why, &first))?;
        copies(cx, &joined, &first);
        let signature = joined.signature;
        let second = if order.has_second() {
            let first = (&signature, self.trusted_comment.as_deref());
            let made = join_comment(parties, &order, first, &bare(&second), &watch);
            let (comment, joined) = made.map_err(|why| refused(cx, why, &second))?;
            copies(cx, &joined, &second);
            Some((comment, joined.signature))
        } else {
            None
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
        cx.emit(&record.field("signers", signers))?;
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// What is asked for, or what the parts of most members say they are of.
    fn order(&self, given: &[(Vec<u8>, Partial)]) -> Result<Order, Fail> {
        let asked = self.format.as_deref().map(Format::named).transpose()?;
        let wanted = match (&self.namespace, &self.trusted_comment) {
            (Some(_), _) => Some(asked.unwrap_or(Format::SshSig)),
            (None, Some(_)) => Some(asked.unwrap_or(Format::Minisign)),
            (None, None) => asked,
        };
        if self.trusted_comment.is_some() && wanted != Some(Format::Minisign) {
            return Err(Fail::usage(
                "--trusted-comment is for minisign's signatures alone",
            ));
        }
        if let (Some(format), Some(name)) = (wanted, &self.namespace) {
            return Ok(Order::new(format, Some(name.clone()))?);
        }
        let fits = |one: &&Partial| wanted.is_none_or(|wanted| one.order.format() == wanted);
        let said = given.iter().map(|(_, one)| one).filter(fits);
        match (usual(said.map(|one| (one.member, &one.order))), wanted) {
            (Some(order), _) => Ok(order.clone()),
            (None, format) => {
                let format = format.unwrap_or(Format::Raw);
                let namespace = (format == Format::SshSig).then(|| "file".to_owned());
                Ok(Order::new(format, namespace)?)
            }
        }
    }
}

/// Without the names of their files.
fn bare(given: &[(Vec<u8>, Partial)]) -> Vec<Partial> {
    given.iter().map(|(_, one)| one.clone()).collect()
}

/// Says which parts are there twice, and which are wrong where their member sent a right one too.
fn copies(cx: &Cx, joined: &Joined, given: &[(Vec<u8>, Partial)]) {
    let say = |at: usize, why: &str| {
        let name = given.get(at).map_or(&b""[..], |(name, _)| name);
        let name = crate::shown::visible(&String::from_utf8_lossy(name));
        cx.note(&format!("{name}: left out: {why}"));
    };
    for at in &joined.copies {
        say(*at, "it is there twice");
    }
    for (at, error) in &joined.left_out {
        say(*at, &error.to_string());
    }
}

fn refused(cx: &mut Cx, why: Refused, given: &[(Vec<u8>, Partial)]) -> Fail {
    let fail = frosts::refused(cx, why, given);
    if fail.error.slug == slug::FROST_COMMENT {
        return fail.hint("have each member sign again, with these parts as --partial");
    }
    fail
}
