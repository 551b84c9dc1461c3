//! `frost new`: a group whose members sign together, by one dealer.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::frost::{order, toy};
use decent::group::{Curve, Ed25519, Group, Polynomial, Share, Threshold};
use decent::key::form::{Beside, write_public};
use decent::key::{Form, Kind, SecretKey};
use decent::watch::{Step, Watch};
use zeroize::Zeroizing;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::folder::{Folder, IntoFolder};
use crate::report::Record;
use crate::secrets::{Passphrase, guard};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Members that can sign together
    #[arg(short, long, value_name = "T")]
    threshold: u64,
    /// Members there are, at most 4096
    #[arg(short = 'n', long, value_name = "N")]
    members: u64,
    /// Split this key of ed25519 instead of a new one: the public key stays the same
    #[arg(long, value_name = "KEY")]
    from: Option<PathBuf>,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    into: IntoFolder,
}

impl Tool for Args {
    const ABOUT: &'static str = "Makes a key of which each of N members has a share, so that any T of them can sign together and
fewer can't. DIR/group is public, and so is DIR/group.pub, by which anyone checks the signatures:
key convert makes minisign's, signify's or OpenSSH's of it. DIR/share-1, -2, .. are secret: one for
each member, handed over and deleted here, for whoever has T of them has the key. With --from the
members get the scalar of a key that exists. Its seed can't be rebuilt from shares, and while the
old key file is there, whoever has it signs alone.";
    const EXAMPLES: &'static str = "$ decent frost new -t 2 -n 3 -o us --no-names | tail -n 3
1
2
3
$ ls us
group
group.pub
share-1
share-2
share-3
$ printf %064d 7 > key && chmod 600 key
$ decent frost new -q -t 2 -n 3 --from key -o split | head -n 1
3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde  split/group";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        guard();
        let size = Threshold::new(self.threshold, self.members).map_err(|e| e.of("-t"))?;
        let mut folder = Folder::begin(&self.into)?;
        let secret = self.secret(cx)?;
        let mut rng = Cx::rng()?;
        let polynomial = match &secret {
            Some(secret) => Polynomial::<Ed25519>::with_constant(secret, size, &mut rng),
            None => Polynomial::<Ed25519>::random(size, &mut rng),
        };
        let group = Group::of(size, polynomial.commitments())?;
        let watch = cx.watch(None);
        toy(&watch)?;
        tell(&group, &polynomial, &watch);
        drop(watch);
        let public = order::public_key(&group)?;
        let pem = write_public(&public, Form::Pem, Beside::default())?;
        folder.put(b"group", group.text().as_bytes())?;
        folder.put(b"group.pub", pem.as_bytes())?;
        let named = |member: u16| format!("share-{member}").into_bytes();
        for member in size.members() {
            let share = Share::of(&group, member, &polynomial)?;
            folder.put(&named(member), share.text().bytes())?;
        }
        let name = |file: &[u8]| folder.name_of(file);
        let (of_group, of_shares): (_, Vec<_>) = (
            name(b"group"),
            size.members().map(|m| name(&named(m))).collect(),
        );
        folder.commit()?;
        let record = Record::value("public_key", hex::encode(&public.bytes())).name(&of_group);
        let record = record.field("group", hex::encode(&group.hash()));
        let record = record
            .field("threshold", size.t())
            .field("members", size.n());
        cx.emit(&record)?;
        for (member, name) in size.members().zip(of_shares) {
            cx.emit(&Record::value("member", member).name(&name))?;
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// The scalar of the key that is to be split.
    fn secret(&self, cx: &mut Cx) -> Result<Option<Zeroizing<<Ed25519 as Curve>::Scalar>>, Fail> {
        let Some(path) = &self.from else {
            return Ok(None);
        };
        let read = cx.secret_key("key", path, &self.passphrase, Some(Kind::Ed25519))?;
        let SecretKey::Ed25519(key) = &read.key else {
            let found = read.key.kind().name();
            let error = Error::new(slug::KEY_KIND, "a key of ed25519", found);
            return Err(error.of("key").into());
        };
        cx.note(
            "the members get this key's scalar; its seed can't be rebuilt from shares, and whoever \
             keeps the old file signs alone",
        );
        Ok(Some(Zeroizing::new(key.to_scalar())))
    }
}

/// The commitments, and what they say of each share.
fn tell(group: &Group<Ed25519>, polynomial: &Polynomial<Ed25519>, watch: &dyn Watch) {
    if !watch.narrates() {
        return;
    }
    let points = group.commitments().points().iter();
    for ((at, point), term) in points.enumerate().zip(polynomial.terms()) {
        let why = if at == 0 {
            "a polynomial whose constant is the key; this is the key times the generator"
        } else {
            "each coefficient times the generator, by which all see that their shares are right"
        };
        let step = Step::new(format!("term {at}"), why)
            .secret(
                watch,
                "coefficient",
                hex::encode(&*Ed25519::scalar_bytes(term)),
            )
            .value("point", hex::encode(&Ed25519::encode(point)));
        watch.step(&step);
    }
    for member in group.size().members() {
        let why = "its value at the member's number, and the same by the commitments";
        let value = polynomial.at(member);
        let step = Step::new(format!("share {member}"), why)
            .secret(watch, "value", hex::encode(&*Ed25519::scalar_bytes(&value)))
            .value(
                "public share",
                hex::encode(&Ed25519::encode(&group.public_share(member))),
            );
        watch.step(&step);
    }
}
