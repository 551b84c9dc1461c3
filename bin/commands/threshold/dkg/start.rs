//! `threshold dkg start`: a member's state, and its announcement.

use std::path::PathBuf;

use decent::Verdict;
use decent::dkg::{State, Terms, narrate};
use decent::error::{Error, slug};
use decent::group::{AnyGroup, AnyShare};
use decent::key::{Kind, SecretKey};

use crate::ceremonies::Sending;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::groups::CurveWord;
use crate::report::Record;
use crate::secrets::{Hide, Passphrase};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Members that can act together
    #[arg(short, long, value_name = "T", required_unless_present = "reshare")]
    threshold: Option<u64>,
    /// Members there will be, 2 to 128
    #[arg(
        short = 'n',
        long,
        value_name = "N",
        required_unless_present = "reshare"
    )]
    members: Option<u64>,
    /// One's own number, 1 to N
    #[arg(long, value_name = "I")]
    id: u16,
    /// Whose public key it will be
    #[arg(long, value_name = "CURVE", default_value = "bls12-381-g1")]
    curve: CurveWord,
    /// Commitments say nothing until it is settled who takes part: nobody can choose the key
    #[arg(long)]
    hiding: bool,
    /// Deal the key of this group anew, which stays; without -t and -n as it is now
    #[arg(long, value_name = "GROUP", conflicts_with_all = ["curve", "hiding"])]
    reshare: Option<PathBuf>,
    /// One's share of that group; who has none only receives
    #[arg(long, value_name = "SHARE", requires = "reshare")]
    share: Option<PathBuf>,
    /// A word for the ceremony, the same for all
    #[arg(long, value_name = "NAME", default_value = "")]
    name: String,
    /// A lasting key of Ed25519 that vouches for the announcement
    #[arg(long, value_name = "KEY")]
    key: Option<PathBuf>,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    hide: Hide,
    /// The folder of messages, to announce oneself in; without it `deal` does so
    #[arg(value_name = "BOX")]
    folder: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Begins the making of a key that nobody will ever have whole: writes the secret state of one member,
and announces the keys by which it signs and is sealed to. All N members do so with the same
options and numbers of their own, and put their messages into one folder, however it travels. Then
each deals, checks and finishes. The state never changes, and does for one ceremony: destroy it
when the share is there. With --reshare the key of a group is dealt anew by those who have shares of
it, at least as many as its threshold, and prove so in their announcements; all give --group, and
those their --share, at each step.";
    const EXAMPLES: &'static str = "$ decent threshold dkg start -t 2 -n 3 --id 1 -o state-1 box
[..]  box/announce-1
$ stat -c %a state-1 && grep -c '\"member\":1' box/announce-1
600
1
$ decent threshold dkg start -t 4 -n 3 --id 1 -o state-2 box
decent threshold dkg start: wanted a threshold no greater than the number of members, found 4 of 3
  more: decent why out-of-range
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let (terms, old) = self.terms(cx)?;
        let key = match &self.key {
            None => None,
            Some(path) => {
                let kind = Some(Kind::Ed25519);
                let read = cx.secret_key("key", path, &self.passphrase, kind)?;
                match read.key {
                    SecretKey::Ed25519(key) => Some(key),
                    other => {
                        let found = other.kind().name();
                        let error = Error::new(slug::KEY_KIND, "a key of ed25519", found);
                        return Err(error.of("key").into());
                    }
                }
            }
        };
        let mut state = State::start(terms, self.id, &mut Cx::rng()?)?;
        if let Some((group, share)) = &old {
            let held = state.holding(group, share, &mut Cx::rng()?);
            state = held.map_err(|error| error.of("share"))?;
        }
        if let Some(key) = &key {
            state = state.vouched(key)?;
        }
        let announcement = state.announcement()?;
        let watch = cx.watch(None);
        narrate::toy(&watch);
        drop(watch);
        // What stands in the way of one of the two is found before there is either.
        let mut made = cx.hide(&self.hide)?;
        let into = self.folder.as_deref();
        let sending = into.map(|folder| Sending::begin(folder, &announcement));
        let sending = sending.transpose()?;
        made.put_secret(state.text()?.bytes())?;
        made.finish()?;
        if let Some(sending) = sending {
            sending.end(cx)?;
        } else {
            let key = decent::codec::hex::encode(&state.signing().verifying_key().to_bytes());
            let name = format!("member {}", state.member);
            cx.emit(&Record::value("signing_key", key).name(name.as_bytes()))?;
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// What all agree on, and of who has a share of a group that is dealt anew both.
    fn terms(&self, cx: &mut Cx) -> Result<(Terms, Option<(AnyGroup, AnyShare)>), Fail> {
        let Some(group) = &self.reshare else {
            let size = (self.threshold.unwrap_or(0), self.members.unwrap_or(0));
            let terms = Terms::new(&self.name, self.curve.into(), size, self.hiding)?;
            return Ok((terms, None));
        };
        let group = cx.group(group)?;
        let (t, n) = (group.size().t().into(), group.size().n().into());
        let size = (self.threshold.unwrap_or(t), self.members.unwrap_or(n));
        let terms = Terms::new(&self.name, group.curve(), size, false)?;
        let share = match &self.share {
            Some(path) => Some(cx.share(path)?),
            None => None,
        };
        let terms = terms.resharing(group.hash())?;
        Ok((terms, share.map(|share| (group, share))))
    }
}
