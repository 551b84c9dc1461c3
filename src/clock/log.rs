//! Events, hosts and clocks of a log in memory: for each event 64 bytes and 8 for each entry of its
//! clock. Texts stay in the files.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::clock::vector::Vector;
use crate::error::{Error, Place, Result, slug};

/// The longest name of a host, in bytes.
pub const MAX_HOST: usize = 4096;

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
    /// The line it begins at, counted from 1.
    pub line: u32,
    /// Where in its file it begins, in bytes.
    pub start: u64,
    /// How long it is there, in bytes.
    pub len: u32,
    /// Where its text begins behind `start`, and how long that is.
    pub text: (u32, u32),
    /// Whether its text is a string of JSON.
    pub quoted: bool,
    /// When it took place, by its host's own watch.
    pub time: Option<i64>,
    /// Where among all entries those of its clock begin.
    pub(crate) entries: usize,
}

/// All events of some files, which are one execution.
///
/// ```
/// use decent::clock::{log::Log, read::{read, Format}};
/// let mut log = Log::default();
/// read(b"a {\"a\":1}\nstart\n".as_slice().into(), &Format::Any, &mut log).unwrap();
/// assert_eq!((log.len(), log.host(0)), (1, "a"));
/// assert_eq!(log.text(0), b"start".as_slice());
/// ```
#[derive(Default)]
pub struct Log<'a> {
    files: Vec<Cow<'a, [u8]>>,
    hosts: Vec<String>,
    numbers: HashMap<String, u32>,
    events: Vec<Event>,
    entries: Vec<Entry>,
    /// The events of each host in order of their numbers; empty until it is asked for.
    chains: Vec<Vec<u32>>,
}

impl<'a> Log<'a> {
    /// Adds a file's bytes and gives its number.
    pub fn add_file(&mut self, bytes: Cow<'a, [u8]>) -> u32 {
        self.files.push(bytes);
        self.files.len() as u32 - 1
    }

    /// Puts the bytes of a file that was added without them.
    pub(crate) fn put_file(&mut self, file: u32, bytes: Cow<'a, [u8]>) {
        if let Some(place) = self.files.get_mut(file as usize) {
            *place = bytes;
        }
    }

    /// The bytes of a file.
    pub fn file(&self, file: u32) -> &[u8] {
        self.files.get(file as usize).map_or(&[], |bytes| bytes)
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

    /// An event by its place among all.
    pub fn event(&self, at: u32) -> Event {
        self.events.get(at as usize).copied().unwrap_or_default()
    }

    /// The clock of an event, by the numbers of hosts, in their order.
    pub fn clock(&self, at: u32) -> &[Entry] {
        let start = self.event(at).entries;
        let next = self.events.get(at as usize + 1);
        let end = next.map_or(self.entries.len(), |next| next.entries);
        self.entries.get(start..end).unwrap_or_default()
    }

    /// All entries of all clocks.
    pub fn entry_count(&self) -> usize {
        self.entries.len()
    }

    /// Adds an event with its clock, whose entries may come in any order and be 0.
    pub fn push(&mut self, mut event: Event, clock: &mut [Entry]) -> Result<()> {
        if self.events.len() >= (u32::MAX - 1) as usize {
            let wanted = format!("at most {} events", u32::MAX - 1);
            return Err(Error::new(slug::TOO_LARGE, wanted, "more"));
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
            let error = Error::new(slug::NOT_A_CLOCK, "each host once in a clock", found);
            return Err(error.at(Place::Line(event.line.into())));
        }
        event.entries = self.entries.len();
        event.number = entry_of(clock, event.host);
        let entries = clock.iter().filter(|entry| entry.count > 0);
        self.entries.extend(entries);
        self.events.push(event);
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

    /// The bytes of an event as they stand in its file, with all that belongs to it.
    pub fn raw(&self, at: u32) -> &[u8] {
        let event = self.event(at);
        let start = event.start as usize;
        let bytes = self.file(event.file);
        bytes
            .get(start..start + event.len as usize)
            .unwrap_or_default()
    }

    /// What an event says.
    pub fn text(&self, at: u32) -> Cow<'_, [u8]> {
        let event = self.event(at);
        let (start, len) = event.text;
        let text = self.raw(at).get(start as usize..(start + len) as usize);
        let text = text.unwrap_or_default();
        if event.quoted {
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
        let right = |at: &u32| self.event(*at).number == number;
        if let Some(at) = guess.filter(right)
            && (number == 1 || chain.get(number as usize - 2).is_none_or(|at| !right(at)))
        {
            return Some(at);
        }
        let first = chain.partition_point(|at| self.event(*at).number < number);
        chain.get(first).copied().filter(right)
    }

    /// An event as `HOST:N`.
    pub fn name(&self, at: u32) -> String {
        let event = self.event(at);
        format!("{}:{}", self.host(event.host), event.number)
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
