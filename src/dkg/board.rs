//! What lies in the folder of messages, read without trust: who announced, and every message that is of
//! this ceremony and signed by the key that its sender announced. Names of files mean nothing; what is
//! something else is left out, and said.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::Terms;
use super::message::{Announcement, Body, Kind, Message};
use super::seal::{Point, Sealing};
use super::state::State;
use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::group::{AnyGroup, Curve};
use crate::key::PublicKey;

/// Files in a folder of messages, at most: each of 128 members sends four messages to all, and one kind
/// for each other one.
pub const MOST_FILES: usize = 1 << 16;
/// Messages that differ where a member has one: so many are looked at, two of which tell enough.
const MOST_TWICE: usize = 4;

/// A message, and the name of its file.
pub(super) struct Slip {
    pub(super) file: Vec<u8>,
    pub(super) message: Message,
}

/// Two messages where a sender may send one.
pub(super) fn twice(one: &Slip, other: &Slip) -> Error {
    let body = &one.message.body;
    let [one, other] = [one, other].map(|slip| String::from_utf8_lossy(&slip.file));
    let wanted = format!("one {} of member {}", words(body.kind()), body.member());
    let found = format!("two that differ: {one} and {other}");
    Error::new(slug::DKG_TWICE, wanted, found)
}

/// What a kind of message is called.
pub(super) const fn words(kind: Kind) -> &'static str {
    match kind {
        Kind::Announcement => "announcement",
        Kind::Deal => "deal",
        Kind::Vote => "vote",
        Kind::Opening => "opening",
        Kind::Pooled => "pooled share",
    }
}

/// The messages of a ceremony, as one member sees them.
pub struct Board {
    pub(super) terms: Terms,
    me: u16,
    /// The group whose key is dealt anew.
    base: Option<AnyGroup>,
    announced: BTreeMap<u16, Slip>,
    /// Once all have announced.
    ceremony: Option<[u8; 32]>,
    /// What each has said, by digest: one message, or more of who says one thing and another.
    slips: BTreeMap<(Kind, u16, u16), Vec<Slip>>,
    /// Two announcements under one number.
    twice: Option<Error>,
    /// Files that were left out, and why.
    pub faults: Vec<(Vec<u8>, Error)>,
}

impl Board {
    /// Nothing yet, for the owner of a state; where a key is dealt anew beside the group whose key it
    /// is, which shows who has a share of it. First every file goes to [`Board::announce`], then
    /// [`Board::settle`] is called, then every file goes to [`Board::take`].
    pub fn new(state: &State, base: Option<AnyGroup>) -> Self {
        Self {
            terms: state.terms.clone(),
            me: state.member,
            base,
            announced: BTreeMap::new(),
            ceremony: None,
            slips: BTreeMap::new(),
            twice: None,
            faults: Vec::new(),
        }
    }

    /// The hash of the group beside which announcements were read.
    pub(super) fn base(&self) -> Option<[u8; 32]> {
        self.base.as_ref().map(AnyGroup::hash)
    }

    /// Looks at a file for an announcement.
    pub fn announce(&mut self, file: &[u8], bytes: &[u8]) {
        let Ok(message) = Message::read(bytes) else {
            return;
        };
        let Body::Announcement(announcement) = &message.body else {
            return;
        };
        if let Err(error) = self.announcement(announcement, &message) {
            return self.faults.push((file.to_vec(), error));
        }
        let slip = Slip {
            file: file.to_vec(),
            message,
        };
        let member = slip.message.body.member();
        match self.announced.get(&member) {
            None => drop(self.announced.insert(member, slip)),
            Some(there) if there.message.digest() == slip.message.digest() => {}
            Some(there) => {
                let other = twice(there, &slip);
                self.twice.get_or_insert(other);
            }
        }
    }

    fn announcement(&self, said: &Announcement, message: &Message) -> Result<()> {
        let terms = said.terms()?;
        if terms != self.terms {
            let wanted = format!("an announcement for {}", self.terms.words());
            let found = format!("one for {}", terms.words());
            return Err(Error::new(slug::DKG_FOREIGN, wanted, found));
        }
        self.numbered(said.member)?;
        if PublicKey::ed25519(&said.signing).is_err() || !message.signed_by(&said.signing) {
            return Err(unsigned(said.member));
        }
        if Sealing::decode(&said.sealing).is_none() {
            let wanted = "a point of edwards25519 to seal to";
            return Err(Error::new(slug::DKG_MESSAGE, wanted, "none"));
        }
        said.check_endorsement()?;
        match &self.base {
            Some(group) => said.check_possession(group),
            None => Ok(()),
        }
    }

    fn numbered(&self, member: u16) -> Result<()> {
        let n = self.terms.size.n();
        if (1..=n).contains(&member) {
            return Ok(());
        }
        let wanted = format!("a member's number from 1 to {n}");
        Err(Error::new(slug::DKG_MESSAGE, wanted, member.to_string()))
    }

    /// Notes an own announcement that does not lie in the folder yet.
    pub fn add(&mut self, message: Message) {
        let file = message.file_name().into_bytes();
        self.announce(&file, message.line().as_bytes());
    }

    /// Gives the ceremony its id once all have announced: SHA-256 of a line `decent dkg ceremony 1`
    /// and the digest of each announcement in hex, one a line, by the members' numbers.
    pub fn settle(&mut self) {
        if self.missing(Kind::Announcement).is_empty() {
            self.ceremony = Some(Sha256::digest(self.settled_text()).into());
        }
    }

    /// What the id is the hash of.
    pub(super) fn settled_text(&self) -> String {
        let digests = self.announced.values().map(|slip| slip.message.digest());
        let digests = digests.map(|digest| hex::encode(&digest) + "\n");
        format!("decent dkg ceremony 1\n{}", digests.collect::<String>())
    }

    /// Takes a file: a message of this ceremony is kept, what is something else is noted.
    pub fn take(&mut self, file: &[u8], bytes: &[u8]) {
        let message = match Message::read(bytes) {
            Ok(message) => message,
            Err(error) => return self.faults.push((file.to_vec(), error)),
        };
        let body = &message.body;
        let (kind, member, to) = (body.kind(), body.member(), body.to());
        if kind == Kind::Announcement {
            return;
        }
        if let Err(error) = self.judge(&message) {
            return self.faults.push((file.to_vec(), error));
        }
        // Who knows no id yet knows of no message whether it is of this ceremony.
        if self.ceremony.is_none() {
            return;
        }
        let slip = Slip {
            file: file.to_vec(),
            message,
        };
        let there = self.slips.entry((kind, member, to)).or_default();
        let digest = slip.message.digest();
        let place = there.binary_search_by_key(&digest, |slip| slip.message.digest());
        let Err(at) = place else {
            return;
        };
        if there.len() < MOST_TWICE {
            return there.insert(at, slip);
        }
        let wanted = format!("one {} of member {member}", words(kind));
        let error = Error::new(slug::DKG_TWICE, wanted, format!("more than {MOST_TWICE}"));
        self.faults.push((file.to_vec(), error));
    }

    fn judge(&self, message: &Message) -> Result<()> {
        let Some(ceremony) = &self.ceremony else {
            return Ok(());
        };
        let body = &message.body;
        let (member, to) = (body.member(), body.to());
        if let Some(other) = body.ceremony().filter(|other| *other != ceremony) {
            let wanted = format!("a message of ceremony {}", short(ceremony));
            let found = format!("one of ceremony {}, by member {member}", short(other));
            return Err(Error::new(slug::DKG_FOREIGN, wanted, found));
        }
        self.numbered(member)?;
        if body.kind() == Kind::Pooled {
            self.numbered(to)?;
            if to == member {
                let found = format!("member {member}'s to itself");
                return Err(Error::new(slug::DKG_MESSAGE, "a share for another", found));
            }
        }
        if body.kind() == Kind::Deal && !self.dealers().contains(&member) {
            let wanted = "a deal of who has a share of the group";
            let found = format!("one of member {member}");
            return Err(Error::new(slug::DKG_MESSAGE, wanted, found));
        }
        let key = self.signing(member);
        if key.is_some_and(|key| message.signed_by(key)) {
            return Ok(());
        }
        Err(unsigned(member))
    }

    fn said(&self, member: u16) -> Option<&Announcement> {
        match &self.announced.get(&member)?.message.body {
            Body::Announcement(said) => Some(said),
            _ => None,
        }
    }

    /// The key that a member signs with.
    pub(super) fn signing(&self, member: u16) -> Option<&[u8; 32]> {
        self.said(member).map(|said| &said.signing)
    }

    /// The point that a member's shares are sealed to.
    pub(super) fn sealing(&self, member: u16) -> Option<Point> {
        Sealing::decode(&self.said(member)?.sealing)
    }

    /// The lasting key that vouches for a member, if any does.
    pub fn identity(&self, member: u16) -> Option<&[u8]> {
        let identity = self.said(member)?.identity.as_ref()?;
        Some(&identity.0)
    }

    /// A message of a kind.
    pub(super) fn slip(&self, kind: Kind, member: u16, to: u16) -> Option<&Slip> {
        match kind {
            Kind::Announcement => self.announced.get(&member),
            _ => self.slips(kind, member, to).first(),
        }
    }

    /// All that a member has said where it may say one thing, but for announcements.
    pub(super) fn slips(&self, kind: Kind, member: u16, to: u16) -> &[Slip] {
        self.slips
            .get(&(kind, member, to))
            .map_or(&[], Vec::as_slice)
    }

    /// All messages of a kind, by member and receiver.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &Slip> {
        let range = (kind, 0, 0)..=(kind, u16::MAX, u16::MAX);
        self.slips.range(range).flat_map(|(_, slips)| slips)
    }

    /// The name of the file in which a message to all lies.
    pub fn file(&self, kind: Kind, member: u16) -> Option<&[u8]> {
        self.slip(kind, member, 0).map(|slip| &*slip.file)
    }

    /// The members who deal: all, but where a key is dealt anew those who hold shares of it.
    pub(super) fn dealers(&self) -> Vec<u16> {
        let members = self.terms.size.members();
        let anew = self.terms.reshares.is_some();
        members
            .filter(|member| !anew || self.old(*member).is_some())
            .collect()
    }

    /// The number that a member says it has in the group whose key is dealt anew.
    pub(super) fn old(&self, member: u16) -> Option<u16> {
        self.said(member)?.old
    }

    /// The members whose message to all is not there.
    pub fn missing(&self, kind: Kind) -> Vec<u16> {
        let members = match kind {
            Kind::Deal | Kind::Opening => self.dealers(),
            _ => self.terms.size.members().collect(),
        };
        members
            .into_iter()
            .filter(|member| self.slip(kind, *member, 0).is_none())
            .collect()
    }

    /// The id of the ceremony. Refused where two messages stand for one, where somebody has not
    /// announced, or where the own announcement is another.
    pub fn ceremony(&self, state: &State) -> Result<[u8; 32]> {
        if let Some(twice) = &self.twice {
            return Err(twice.clone());
        }
        let own = self.announced.get(&self.me);
        if let Some(own) = own
            && own.message.digest() != state.announcement()?.digest()
        {
            let file = String::from_utf8_lossy(&own.file);
            let wanted = format!("the announcement of the state's owner, member {}", self.me);
            let found = format!("another under that number in {file}");
            return Err(Error::new(slug::DKG_FOREIGN, wanted, found));
        }
        let mut known = BTreeMap::new();
        for member in self.dealers() {
            let old = self.old(member);
            if let Some(before) = old.and_then(|old| known.insert(old, member)) {
                let wanted = "each member of the old group once";
                let found = format!("members {before} and {member} with the same number in it");
                return Err(Error::new(slug::DKG_TWICE, wanted, found));
            }
        }
        let missing = self.missing(Kind::Announcement);
        self.ceremony
            .ok_or_else(|| absent(Kind::Announcement, &missing))
    }
}

fn unsigned(member: u16) -> Error {
    let wanted = format!("a message signed by member {member}");
    Error::new(
        slug::DKG_SIGNATURE,
        wanted,
        "another signature: altered, or not its own",
    )
}

/// Members that a step waits for: at most so many are named.
const NAMED: usize = 12;

/// Numbers of members in words: `member 2`, `members 2, 5`.
pub(super) fn members(numbers: &[u16]) -> String {
    let some: Vec<_> = numbers.iter().take(NAMED).map(u16::to_string).collect();
    let more = match numbers.len() - some.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let plural = if numbers.len() == 1 { "" } else { "s" };
    format!("member{plural} {}{more}", some.join(", "))
}

/// A step that can't be done yet.
pub(super) fn absent(kind: Kind, from: &[u16]) -> Error {
    let wanted = format!("each member's {}", words(kind));
    Error::new(
        slug::DKG_MISSING,
        wanted,
        format!("none of {}", members(from)),
    )
}

/// The first digits of an id.
pub(super) fn short(id: &[u8; 32]) -> String {
    let mut text = hex::encode(id);
    text.truncate(16);
    text
}
