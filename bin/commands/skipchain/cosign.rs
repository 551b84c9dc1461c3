//! `skipchain cosign`: a member's signatures of links.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, Place, slug};
use decent::key::SecretKey;
use decent::skipchain::link::Statement;
use decent::skipchain::request::Share;
use decent::skipchain::sworn::{Sworn, heading};
use decent::skipchain::{Block, Chain, Growing, Roster, sign};
use decent::watch::{Step, Watch};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::keys::KindWord;
use crate::ledger::{Form, Ledger};
use crate::links::each_line;
use crate::report::{Record, bytes_of};
use crate::secrets::Passphrase;
use crate::skipchains::{self, AHEAD, Risk, shown};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The member's secret key
    #[arg(long, value_name = "K")]
    key: PathBuf,
    /// What sort of key hex digits are
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<KindWord>,
    #[command(flatten)]
    passphrase: Passphrase,
    /// The member's own copy of the chain: what does not fit it is not signed
    #[arg(
        long,
        value_name = "C.skip",
        required_unless_present = "blind",
        conflicts_with = "blind"
    )]
    chain: Option<PathBuf>,
    /// Sign whatever is asked for, without a copy of the chain to hold it against
    #[arg(long)]
    blind: bool,
    /// What was signed for before, which grows by this: of each number of a chain one block, and only
    /// copies that go on from the newest. Always give the same file with a key
    #[arg(long, value_name = "S")]
    state: Option<PathBuf>,
    #[command(flatten)]
    risk: Risk,
    #[command(flatten)]
    create: Create,
    /// Requests of `skipchain link`; none, or `-`, is standard input
    #[arg(value_name = "REQUESTS")]
    requests: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Signs requests for links and prints the shares, one a line. Each request is first held against the
member's own copy of the chain: the blocks that it names must be the member's own, the level theirs,
and the key one of the roster of the block that the link leads from. The copy is read anew, without an
index: in both blocks the links back and the root over all blocks before must be those of the copy, the
payload and the roster those that are named, no time may go back or lie two minutes ahead, and no roster
may have quorums that share no honest member. What does not fit is said and not signed.
A member who signs for two blocks of one number has two signatures against it. No copy shows what was
signed by another one, so give --state: it remembers what was signed for, is synced before a share is
printed, and refuses a second block of a number and a copy that does not go on from the newest. Without
it only the requests of one call are held against each other. --blind is for those who have looked
otherwise.";
    const EXAMPLES: &'static str = r"$ for i in 1 2 3 4; do printf %064d $i > k$i; chmod 600 k$i; done
$ for i in 1 2 3 4; do decent key convert --public --to pem k$i > m$i.pub; done
$ decent roster new -q m1.pub m2.pub m3.pub m4.pub -o us > log
$ decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > log
$ seq 4 | decent skipchain add --lines --time 1001 c.skip > log
$ decent skipchain link -q c.skip > requests
$ decent skipchain cosign --key k1 --chain c.skip requests -o s1
7  k1
$ cp c.skip d.skip && echo 5 | decent skipchain add -q --time 1002 d.skip > log
$ decent skipchain link -q d.skip --from 4 --to 5 > more
$ cat more | decent skipchain cosign -q --key k1 --chain c.skip
decent skipchain cosign: -: line 1: wanted one of the 5 blocks of the own copy, found block 5
  more: decent why skip-link
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let kind = self.kind.map(Into::into);
        let key = cx.secret_key("key", &self.key, &self.passphrase, kind)?.key;
        let public = sign::public(&key).map_err(|error| error.of("key"))?;
        let own = if let Some(path) = &self.chain {
            Some(skipchains::open_anew(cx, "chain", path, Role::Anchor)?)
        } else {
            cx.note("signing without looking: nothing is held against a copy of the chain");
            None
        };
        let (ledger, sworn) = match &self.state {
            Some(path) => {
                let (ledger, sworn) = remembered(cx, path)?;
                (Some(ledger), sworn)
            }
            None => (None, Sworn::default()),
        };
        let mut member = Member {
            key,
            public,
            own,
            risk: self.risk,
            now: Cx::now(),
            roster: None,
            stands: BTreeSet::new(),
            before: None,
            sworn,
            noted: String::new(),
        };
        member.before = member.newest();
        member.goes_on().map_err(|error| error.of("chain"))?;
        let mut text = String::new();
        let mut count = 0u64;
        let watch = cx.watch(None);
        let asked = each_line(cx, "request", &self.requests, |line, _| {
            let statement = Statement::read_request(line)?;
            member.looks_at(&statement)?;
            let share = member.sign(&statement)?;
            if watch.narrates() && count < 3 {
                tell(&watch, &statement, &share);
            }
            text.push_str(&share.text());
            count += 1;
            Ok(())
        })?;
        drop(watch);
        if asked == 0 {
            let error = Error::new(slug::SKIP_LINK, "requests, one a line", "none");
            return Err(error.of("request").into());
        }
        let record = Record::value("shares", count.to_string());
        let record = record.aside("key", hex::encode(&member.public));
        if let Some(mut ledger) = ledger {
            let noted = member.noted();
            if !noted.is_empty() {
                ledger.add(&noted)?;
            }
        }
        let mut made = cx.create(&self.create, false)?;
        made.put(text.as_bytes())?;
        made.finish()?;
        cx.emit(&record.name(bytes_of(Path::new(&self.key))))?;
        Ok(Verdict::Yes)
    }
}

/// What was signed for before, open and locked.
fn remembered(cx: &Cx, path: &Path) -> Result<(Ledger, Sworn), Fail> {
    let read = |file: BufReader<&File>| {
        let sworn = Sworn::read(file)?;
        let whole_bytes = sworn.whole_bytes;
        Ok((sworn, whole_bytes))
    };
    let form = Form {
        heading: &heading(),
        wrong: slug::SKIP_STATE,
    };
    Ledger::open(cx, path, &form, read)
}

struct Member {
    key: SecretKey,
    public: Vec<u8>,
    own: Option<Chain<'static>>,
    risk: Risk,
    /// Seconds since 1970.
    now: u64,
    /// The roster that was asked for last, by its hash.
    roster: Option<([u8; 32], Roster)>,
    /// Blocks of the own copy that were looked at.
    stands: BTreeSet<u64>,
    sworn: Sworn,
    /// The newest block of the own copy that was signed for before.
    before: Option<u64>,
    /// Lines for the file of what was signed for.
    noted: String,
}

impl Member {
    /// Whether the own copy goes on from what was signed for before.
    fn goes_on(&self) -> Result<(), Error> {
        let Some(own) = &self.own else {
            return Ok(());
        };
        self.sworn.extends(own.id(), own.len(), own)
    }

    /// The share of a link that was looked at. From here on its blocks are signed for.
    fn sign(&mut self, statement: &Statement) -> Result<Share, Error> {
        let blocks = [
            (statement.from, &statement.from_hash),
            (statement.to, &statement.to_hash),
        ];
        for (index, hash) in blocks {
            self.sworn.check(&statement.chain, index, hash)?;
        }
        let share = Share::sign(statement, &self.key)?;
        for (index, hash) in blocks {
            let line = self.sworn.add(&statement.chain, index, hash);
            // Of an own copy the newest block is enough.
            if let (Some(line), None) = (line, &self.own) {
                self.noted.push_str(&line);
            }
        }
        Ok(share)
    }

    /// The newest block of the own copy that is signed for.
    fn newest(&self) -> Option<u64> {
        let (index, _) = self.sworn.newest(self.own.as_ref()?.id())?;
        Some(index)
    }

    /// What is to be remembered.
    fn noted(self) -> String {
        let newer = self.newest() > self.before;
        let newest = self.own.as_ref().filter(|_| newer).and_then(|own| {
            let (index, hash) = self.sworn.newest(own.id())?;
            Some(Sworn::line_of(own.id(), index, hash))
        });
        newest.unwrap_or(self.noted)
    }

    /// Whether a link is one of the member's own copy, and one that it may sign.
    fn looks_at(&mut self, statement: &Statement) -> Result<(), Error> {
        let Some(own) = &self.own else {
            return Ok(());
        };
        let wrong = |wanted: &str, found: String| {
            Err(Error::new(slug::SKIP_LINK, wanted.to_owned(), found))
        };
        if statement.chain != *own.id() {
            let found = hex::encode(&statement.chain);
            return wrong(
                "a link of the member's own chain",
                format!("one of {found}"),
            );
        }
        for index in [statement.from, statement.to] {
            if index >= own.len() {
                let wanted = format!("one of the {} blocks of the own copy", own.len());
                return wrong(&wanted, format!("block {index}"));
            }
        }
        let (from, to) = (own.block(statement.from)?, own.block(statement.to)?);
        let mine = Statement::between(&from, &to)?;
        if mine.from_hash != statement.from_hash || mine.to_hash != statement.to_hash {
            let which = if mine.from_hash == statement.from_hash {
                to
            } else {
                from
            };
            let wanted = format!("block {} of the member's own copy", which.index());
            return wrong(&wanted, "another block of that number".into());
        }
        if mine != *statement {
            let wanted = "level and roster of the member's own copy";
            return wrong(wanted, "others".into());
        }
        let hash = from.header().roster;
        if self.roster.as_ref().is_none_or(|(known, _)| *known != hash) {
            let roster = Roster::decode(&own.roster_of(statement.from)?)?;
            self.roster = Some((hash, roster));
        }
        let known = self.roster.as_ref();
        let place = known.and_then(|(_, roster)| roster.place_of(&self.public));
        if place.is_none() {
            let wanted = format!("a key of the roster of block {}", statement.from);
            let found = hex::encode(&self.public);
            return Err(Error::new(slug::SKIP_MEMBER, wanted, found));
        }
        for block in [&from, &to] {
            if !self.stands.contains(&block.index()) {
                stands(own, block, self.now)?;
                let roster = Roster::decode(&own.roster_of(block.index())?)?;
                let place = Place::Item("block", block.index());
                self.risk.of(&roster).map_err(|error| error.at(place))?;
                self.stands.insert(block.index());
            }
        }
        Ok(())
    }
}

/// Whether a block of the own copy is what a quorum may sign for: nothing in it that those before it, its
/// payload and its roster do not say, and not of the future. That no time goes back was asked when the
/// copy was opened.
fn stands(own: &Chain<'_>, block: &Block, now: u64) -> Result<(), Error> {
    Growing::stands(block, own)?;
    own.payload(block.index())?;
    let time = block.header().time;
    if time <= now.saturating_add(AHEAD) {
        return Ok(());
    }
    let wanted = format!("a time up to {}", shown(now.saturating_add(AHEAD)));
    let error = Error::new(slug::SKIP_BLOCK, wanted, shown(time));
    Err(error.at(Place::Item("block", block.index())))
}

fn tell(watch: &dyn Watch, statement: &Statement, share: &Share) {
    use sha2::{Digest as _, Sha256};
    let why = "tag, chain, number and hash of both blocks, the hash of the next roster, the level";
    let message = statement.message();
    let title = format!("link {} to {}", statement.from, statement.to);
    let step = Step::new(title, why)
        .value("signature", hex::encode(&share.signature))
        .value(
            "sha256 of the message",
            hex::encode(&Sha256::digest(&message)),
        );
    let line = hex::encode(&message);
    watch.step(&step.check(format!("printf {line} | xxd -r -p | sha256sum")));
}
