//! `ipns resolve`: a name followed to content, over records in a folder.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::error::{Error, slug};
use decent::ipns::record::{LARGEST, Record};
use decent::ipns::resolve::{Shelved, resolve};
use decent::ipns::value;

use crate::args::Time;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::records::{moment, name_of_file};
use crate::report::{self, bytes_of};

/// Files in a folder of records, at most.
const FILES_MOST: usize = 1 << 16;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder with the records; files that are none are passed over
    #[arg(long, value_name = "DIR")]
    records: PathBuf,
    /// When they must be valid; without, now
    #[arg(long, value_name = "TIME")]
    at: Option<Time>,
    /// The name, or a path that begins with it: /ipns/NAME/docs
    #[arg(value_name = "NAME")]
    name: String,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Follows a name to content over the records of a folder: /ipns to /ipns to /ipfs, at most 32 names,
never in a circle; what stands behind a name is put behind the path that it leads to. Each step
takes the newest record that holds. A file whose own name begins with a name of IPNS is tried for
that one alone, any other for all. No network is asked, so domains with a DNSLink are refused.";
    const EXAMPLES: &'static str =
        "$ printf %064d 7 > key && printf %064d 8 > other && chmod 600 key other && mkdir records
$ name=$(decent ipns name --no-names key) && behind=$(decent ipns name --no-names other)
$ decent ipns sign -q --key key --value /ipns/$behind/docs --at 2026-01-01 -o records/one > log
$ decent ipns sign -q --key other --value bafkqablimvwgy3y --at 2026-01-01 -o records/two > log
$ decent ipns resolve --records records --at 2026-01-02 --no-names /ipns/$name/a.html
/ipfs/bafkqablimvwgy3y/docs/a.html";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let asked = if self.name.starts_with('/') {
            self.name.clone()
        } else {
            format!("/ipns/{}", self.name)
        };
        let path = value::Path::parse(&asked).map_err(|error| Fail {
            role: Some(Role::Anchor),
            ..Fail::from(error).named(self.name.as_str())
        })?;
        let shelf = shelf(&self.records)?;
        let watch = cx.watch(None);
        let led = resolve(&path, &shelf, moment(self.at), &watch);
        drop(watch);
        let led = led.map_err(|error| Fail {
            role: Some(Role::Evidence),
            ..Fail::from(error).named(self.name.as_str())
        })?;
        let names: Vec<_> = led.names.iter().map(ToString::to_string).collect();
        let said = report::Record::value("resolved", &led.path).aside("names", names);
        cx.emit(&said.name(self.name.as_bytes()))?;
        Ok(Verdict::Yes)
    }
}

/// The records of a folder, by the names of their files.
fn shelf(folder: &Path) -> Result<Vec<Shelved>, Fail> {
    let failed = |e: std::io::Error, path: &Path| {
        let error = Error::io(slug::UNREADABLE, &e);
        Fail::from(error).named(bytes_of(path))
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|e| failed(e, folder))? {
        let entry = entry.map_err(|e| failed(e, folder))?;
        paths.push(entry.path());
        if paths.len() > FILES_MOST {
            let wanted = format!("at most {FILES_MOST} files");
            let error = Error::new(slug::TOO_LARGE, wanted, "more");
            return Err(Fail::from(error).named(bytes_of(folder)));
        }
    }
    paths.sort();
    let mut shelf = Vec::new();
    for path in paths {
        let small = path
            .metadata()
            .is_ok_and(|file| file.is_file() && file.len() <= LARGEST as u64);
        if !small {
            continue;
        }
        let mut bytes = Vec::new();
        let file = File::open(&path).map_err(|e| failed(e, &path))?;
        let read = file.take(LARGEST as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|e| failed(e, &path))?;
        if let Ok(record) = Record::decode(&bytes) {
            let only = name_of_file(&path);
            shelf.push(Shelved { record, only });
        }
    }
    Ok(shelf)
}
