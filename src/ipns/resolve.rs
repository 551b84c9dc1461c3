//! Names followed to content over records at hand: no network is asked, and nothing that does not
//! hold is followed.

use super::name::Name;
use super::record::Record;
use super::validity::Moment;
use super::value::{Path, Start};
use super::verify::{newer, verify};
use crate::error::{Error, Result, slug};
use crate::verdict::Verdict;
use crate::watch::{Deaf, Step, Watch};

/// Names that are followed one behind the other, at most.
pub const DEPTH_MOST: usize = 32;

/// A record at hand.
#[derive(Clone, Debug)]
pub struct Shelved {
    /// The record.
    pub record: Record,
    /// The name that its file says; it is tried for no other. Most records don't say theirs.
    pub only: Option<Name>,
}

/// Where a path led.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// Content, with the steps that remained of each path behind it.
    pub path: Path,
    /// The names on the way.
    pub names: Vec<Name>,
}

/// The newest record of a name that holds at a moment; an error that says which of none and expired
/// it is.
pub fn newest<'a>(shelf: &'a [Shelved], name: &Name, at: Moment) -> Result<&'a Record> {
    let mut best: Option<&Record> = None;
    let mut expired: Option<&Record> = None;
    for one in shelf {
        if one.only.as_ref().is_some_and(|only| only != name) {
            continue;
        }
        let record = &one.record;
        let slot = match verify(record, name, None, at, &Deaf)? {
            Verdict::Yes => &mut best,
            Verdict::No(_) if record.ends <= at => {
                let always = Moment::at(i64::MIN);
                if verify(record, name, None, always, &Deaf)? != Verdict::Yes {
                    continue;
                }
                &mut expired
            }
            _ => continue,
        };
        if slot.is_none_or(|before| newer(record, before).is_gt()) {
            *slot = Some(record);
        }
    }
    best.ok_or_else(|| {
        if let Some(record) = expired {
            let wanted = format!("a record of {name} that is valid");
            let found = format!("one that was until {}", record.data.validity);
            return Error::new(slug::IPNS_EXPIRED, wanted, found);
        }
        let found = format!("no record of {name}");
        Error::new(
            slug::IPNS_UNRESOLVED,
            "a record of each name on the way",
            found,
        )
    })
}

/// Follows a path from name to name until it is content.
pub fn resolve(path: &Path, shelf: &[Shelved], at: Moment, watch: &dyn Watch) -> Result<Resolved> {
    let mut path = path.clone();
    let mut names: Vec<Name> = Vec::new();
    loop {
        let name = match &path.start {
            Start::Ipfs(_) => return Ok(Resolved { path, names }),
            Start::Domain(domain) => {
                let wanted = "names that are keys: DNS is not asked here";
                return Err(Error::new(slug::DNSLINK, wanted, domain.clone()));
            }
            Start::Ipns(name) => name.clone(),
        };
        if names.contains(&name) {
            let wanted = "names that lead to content";
            let found = format!("a circle: {name} again");
            return Err(Error::new(slug::IPNS_LOOP, wanted, found));
        }
        if names.len() == DEPTH_MOST {
            let wanted = format!("at most {DEPTH_MOST} names on the way");
            return Err(Error::new(slug::IPNS_LOOP, wanted, "more"));
        }
        let record = newest(shelf, &name, at)?;
        let mut next = Path::parse(&record.data.value)?;
        if !path.rest.is_empty() {
            let bare = next.rest.trim_end_matches('/').len();
            next.rest.truncate(bare);
            next.rest.push_str(&path.rest);
        }
        if watch.narrates() {
            let why = "the newest record at hand that its key signed and that is still valid";
            let step = Step::new("follow", why).value("name", &name);
            let step = step.value("sequence", record.data.sequence);
            watch.step(&step.value("path", &next));
        }
        names.push(name);
        path = next;
    }
}
