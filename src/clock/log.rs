//! Events and hosts of a log in memory: 36 bytes an event, and 8 more where it tells times. Texts
//! and clocks stay in the files, and are read there again when they are asked for.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;

use crate::clock::lines::clock_entries;
use crate::clock::vector::Vector;
use crate::error::{Error, Result, slug};

/// The longest name of a host, in bytes.
pub const MAX_HOST: usize = 4096;

/// The longest event, in bytes of its file.
pub const MAX_EVENT: usize = QUOTED as usize - 1;

/// One entry of a clock: a host by its number in the log, and how many of its events are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The host's number.
    pub host: u32,
    /// At least 1.
    pub count: u32,
}

/// One event, by places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// The host on which it took place.
    pub host: u32,
    /// Which of its host's events it says it is, counted from 1; 0 where its clock lacks its host.
    pub number: u32,
    /// The file it stands in.
    pub file: u32,
    /// Where in its file it begins, in bytes.
    pub start: u64,
    /// How long it is there, in bytes.
    pub len: u32,
    /// Where its clock begins behind `start`.
    pub clock: Option<u32>,
    /// Where its text begins behind `start`, and how long that is.
    pub text: (u32, u32),
    /// Whether its text is a string of JSON.
    pub quoted: bool,
    /// When it took place, by its host's own watch.
    pub time: Option<i64>,
}

/// An event as it is kept.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    start: u64,
    host: u32,
    number: u32,
    len: u32,
    /// [`NONE`] where it has none.
    clock: u32,
    text: u32,
    /// The length of the text, and [`QUOTED`].
    said: u32,
}

const NONE: u32 = u32::MAX;
const QUOTED: u32 = 1 << 31;
/// Among times: none. [`crate::clock::time::parse`] never gives it.
const NO_TIME: i64 = i64::MIN;

/// A file, and what is known of it.
#[derive(Default)]
struct File<'a> {
    bytes: Cow<'a, [u8]>,
    /// Its first event.
    first: u32,
    /// The ends of lines before each [`BLOCK`], counted when they are asked for.
    lines: OnceCell<Vec<u32>>,
}

const BLOCK: usize = 4096;

impl File<'_> {
    /// The line of a place, counted from 1.
    fn line(&self, at: usize) -> u32 {
        let blocks = self.lines.get_or_init(|| {
            let mut sum = 0;
            let mut count = |block| {
                let before = sum;
                sum += memchr::memchr_iter(b'\n', block).count() as u32;
                before
            };
            self.bytes.chunks(BLOCK).map(&mut count).collect()
        });
        let block = at / BLOCK;
        let before = self.bytes.get(block * BLOCK..at).unwrap_or_default();
        let ends = memchr::memchr_iter(b'\n', before).count() as u32;
        blocks.get(block).copied().unwrap_or(0) + ends + 1
    }
}

/// All events of some files, which are one execution.
///
/// ```
/// use decent::clock::{log::Log, read::{read, Format}};
/// use decent::watch::Deaf;
/// let mut log = Log::default();
/// read(b"a {\"a\":1}\nstart\n".as_slice().into(), &Format::Any, &mut log, &Deaf).unwrap();
/// assert_eq!((log.len(), log.host(0)), (1, "a"));
/// assert_eq!(log.text(0), b"start".as_slice());
/// ```
#[derive(Default)]
pub struct Log<'a> {
    files: Vec<File<'a>>,
    hosts: Vec<String>,
    numbers: HashMap<String, u32>,
    events: Vec<Kept>,
    /// The time of each event; empty where none has one.
    times: Vec<i64>,
    entries: u64,
    /// The events of each host in order of their numbers; empty until it is asked for.
    chains: Vec<Vec<u32>>,
}

impl<'a> Log<'a> {
    /// Adds a file, whose events come next, and gives its number.
    pub fn add_file(&mut self) -> u32 {
        self.files.push(File {
            first: self.events.len() as u32,
            ..File::default()
        });
        self.files.len() as u32 - 1
    }

    /// Puts the bytes of a file that was added.
    pub(crate) fn put_file(&mut self, file: u32, bytes: Cow<'a, [u8]>) {
        if let Some(place) = self.files.get_mut(file as usize) {
            place.bytes = bytes;
        }
    }

    /// The bytes of a file.
    pub fn file(&self, file: u32) -> &[u8] {
        self.files.get(file as usize).map_or(&[], |one| &one.bytes)
    }

    /// The number of a host, which it gets here where it is new.
    pub fn host_number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.hosts.len() as u32;
        self.hosts.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    /// The number of a host that is there.
    pub fn known_host(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    /// The number of a host, looked for at the hint and behind it first: clocks mostly name the
    /// same hosts in the same order.
    #[inline]
    pub(crate) fn hinted(&self, name: &str, hint: u32) -> Option<u32> {
        let next = hint.wrapping_add(1);
        [next, hint]
            .into_iter()
            .find(|host| self.host(*host) == name && !name.is_empty())
            .or_else(|| self.known_host(name))
    }

    /// A host's name.
    pub fn host(&self, number: u32) -> &str {
        self.hosts.get(number as usize).map_or("", String::as_str)
    }

    /// All hosts, those that only clocks speak of as well.
    pub fn hosts(&self) -> &[String] {
        &self.hosts
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The numbers of all events, as they stand in the files.
    pub fn all(&self) -> std::ops::Range<u32> {
        0..self.events.len() as u32
    }

    fn kept(&self, at: u32) -> Kept {
        self.events.get(at as usize).copied().unwrap_or_default()
    }

    /// The host of an event.
    #[inline]
    pub fn host_of(&self, at: u32) -> u32 {
        self.events.get(at as usize).map_or(0, |kept| kept.host)
    }

    /// Which of its host's events an event says it is.
    #[inline]
    pub fn number_of(&self, at: u32) -> u32 {
        self.events.get(at as usize).map_or(0, |kept| kept.number)
    }

    /// The file of an event.
    pub fn file_of(&self, at: u32) -> u32 {
        let behind = self.files.partition_point(|file| file.first <= at);
        behind.saturating_sub(1) as u32
    }

    /// When an event took place.
    #[inline]
    pub fn time_of(&self, at: u32) -> Option<i64> {
        let time = self.times.get(at as usize).copied();
        time.filter(|time| *time != NO_TIME)
    }

    /// Whether some event tells its time.
    pub fn timed(&self) -> bool {
        !self.times.is_empty()
    }

    /// An event by its place among all.
    pub fn event(&self, at: u32) -> Event {
        let kept = self.kept(at);
        Event {
            host: kept.host,
            number: kept.number,
            file: self.file_of(at),
            start: kept.start,
            len: kept.len,
            clock: (kept.clock != NONE).then_some(kept.clock),
            text: (kept.text, kept.said & !QUOTED),
            quoted: kept.said & QUOTED != 0,
            time: self.time_of(at),
        }
    }

    /// The line that an event begins at, counted from 1.
    pub fn line(&self, at: u32) -> u32 {
        let file = self.files.get(self.file_of(at) as usize);
        file.map_or(0, |file| file.line(self.kept(at).start as usize))
    }

    /// The clock of an event, by the numbers of hosts, in their order.
    pub fn clock(&self, at: u32) -> Vec<Entry> {
        let mut clock = Vec::new();
        self.load(at, &mut clock);
        clock
    }

    /// The same in a list that is used again.
    pub(crate) fn load(&self, at: u32, clock: &mut Vec<Entry>) {
        clock.clear();
        let kept = self.kept(at);
        let start = (kept.start as usize).saturating_add(kept.clock as usize);
        let text = self.file(self.file_of(at)).get(start..).unwrap_or_default();
        let (mut hint, mut sorted, mut zeros) = (NONE, true, false);
        // It was read before, so it is well-formed: or the file changed, which is found out.
        let _ = clock_entries(text, &mut |name, count| {
            let Some(host) = self.hinted(name, hint) else {
                return;
            };
            sorted &= clock.last().is_none_or(|last| last.host < host);
            zeros |= count == 0;
            clock.push(Entry { host, count });
            hint = host;
        });
        if !sorted {
            clock.sort_unstable();
        }
        if zeros {
            clock.retain(|entry| entry.count > 0);
        }
    }

    /// All entries of all clocks.
    pub fn entry_count(&self) -> u64 {
        self.entries
    }

    /// Adds an event of the file that was added last, with its clock, whose entries may come in any
    /// order and be 0.
    pub fn push(&mut self, event: Event, clock: &mut [Entry]) -> Result<()> {
        if self.events.len() >= (u32::MAX - 1) as usize {
            let wanted = format!("at most {} events", u32::MAX - 1);
            return Err(Error::new(slug::TOO_LARGE, wanted, "more"));
        }
        if event.len as usize > MAX_EVENT {
            let wanted = format!("an event of at most {MAX_EVENT} bytes");
            return Err(Error::new(slug::TOO_LARGE, wanted, event.len.to_string()));
        }
        if !clock.is_sorted() {
            clock.sort_unstable();
        }
        let twice = clock.windows(2).find_map(|pair| match pair {
            [a, b] if a.host == b.host => Some(a.host),
            _ => None,
        });
        if let Some(host) = twice {
            let found = format!("{:?} twice", self.host(host));
            return Err(Error::new(
                slug::NOT_A_CLOCK,
                "each host once in a clock",
                found,
            ));
        }
        self.entries += clock.iter().filter(|entry| entry.count > 0).count() as u64;
        if event.time.is_some() && self.times.is_empty() {
            self.times.resize(self.events.len(), NO_TIME);
        }
        if event.time.is_some() || !self.times.is_empty() {
            self.times.push(event.time.unwrap_or(NO_TIME));
        }
        let (text, said) = event.text;
        self.events.push(Kept {
            start: event.start,
            host: event.host,
            number: entry_of(clock, event.host),
            len: event.len,
            clock: event.clock.unwrap_or(NONE),
            text,
            said: said | if event.quoted { QUOTED } else { 0 },
        });
        Ok(())
    }

    /// Adds an event without a clock, the next of its host; gives its place among all.
    pub fn push_bare(&mut self, event: Event) -> Result<u32> {
        let at = self.events.len() as u32;
        self.push(event, &mut [])?;
        let host = event.host as usize;
        if self.chains.len() <= host {
            self.chains.resize(host + 1, Vec::new());
        }
        if let Some(chain) = self.chains.get_mut(host) {
            chain.push(at);
            if let Some(event) = self.events.last_mut() {
                event.number = chain.len() as u32;
            }
        }
        Ok(at)
    }

    /// Gives back the room for more events of each host.
    pub(crate) fn settle(&mut self) {
        self.chains.iter_mut().for_each(Vec::shrink_to_fit);
    }

    /// The bytes of an event as they stand in its file, with all that belongs to it.
    pub fn raw(&self, at: u32) -> &[u8] {
        let kept = self.kept(at);
        let start = kept.start as usize;
        let bytes = self.file(self.file_of(at));
        bytes
            .get(start..start.saturating_add(kept.len as usize))
            .unwrap_or_default()
    }

    /// What an event says.
    pub fn text(&self, at: u32) -> Cow<'_, [u8]> {
        let kept = self.kept(at);
        let len = kept.said & !QUOTED;
        let end = kept.text.saturating_add(len) as usize;
        let text = self.raw(at).get(kept.text as usize..end);
        let text = text.unwrap_or_default();
        if kept.said & QUOTED != 0 {
            let said = serde_json::from_slice::<String>(text).unwrap_or_default();
            return Cow::Owned(said.into_bytes());
        }
        Cow::Borrowed(text)
    }

    /// Sorts the events of each host by their numbers; those without a number are left out.
    pub fn index(&mut self) {
        let mut chains = vec![Vec::new(); self.hosts.len()];
        for (at, event) in self.events.iter().enumerate() {
            if let Some(chain) = chains.get_mut(event.host as usize)
                && event.number > 0
            {
                chain.push(at as u32);
            }
        }
        for chain in &mut chains {
            let number = |at: &u32| self.events.get(*at as usize).map_or(0, |e| e.number);
            if !chain.is_sorted_by_key(number) {
                // Stable: of two with one number the first in the files stays the first.
                chain.sort_by_key(number);
            }
        }
        self.chains = chains;
    }

    /// The events of a host in order of their numbers, once [`Log::index`] was asked for.
    pub fn chain(&self, host: u32) -> &[u32] {
        self.chains
            .get(host as usize)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The event of a host with a number; the first of two.
    pub fn find(&self, host: u32, number: u32) -> Option<u32> {
        let chain = self.chain(host);
        let guess = chain.get((number as usize).checked_sub(1)?).copied();
        // Right wherever no number before it is missing or there twice.
        let right = |at: &u32| self.number_of(*at) == number;
        if let Some(at) = guess.filter(right)
            && (number == 1 || chain.get(number as usize - 2).is_none_or(|at| !right(at)))
        {
            return Some(at);
        }
        let first = chain.partition_point(|at| self.number_of(*at) < number);
        chain.get(first).copied().filter(right)
    }

    /// An event as `HOST:N`.
    pub fn name(&self, at: u32) -> String {
        format!("{}:{}", self.host(self.host_of(at)), self.number_of(at))
    }

    /// A clock with the names of its hosts.
    pub fn vector(&self, clock: &[Entry]) -> Vector {
        let entries = clock.iter();
        Vector::new(entries.map(|entry| (self.host(entry.host).to_owned(), entry.count)))
    }

    /// The event that `HOST:N` names.
    pub fn named(&self, name: &str) -> Result<u32> {
        let absent =
            |wanted: &'static str| Error::new(slug::NO_SUCH_EVENT, wanted, format!("{name:?}"));
        let (host, number) = name
            .rsplit_once(':')
            .ok_or_else(|| absent("an event as HOST:N"))?;
        let number: u32 = number.parse().map_err(|_| absent("an event as HOST:N"))?;
        let host = self
            .known_host(host)
            .ok_or_else(|| absent("an event of a host in the log"))?;
        self.find(host, number)
            .ok_or_else(|| absent("an event that is in the log"))
    }
}

/// The entry of a host in a clock; 0 where there is none.
pub fn entry_of(clock: &[Entry], host: u32) -> u32 {
    let found = clock.binary_search_by_key(&host, |entry| entry.host);
    found.map_or(0, |at| clock.get(at).map_or(0, |entry| entry.count))
}
