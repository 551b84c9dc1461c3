//! `shamir verify`: whether shares are whole, of one set, and fit each other or their commitments.

use std::path::PathBuf;

use decent::Verdict;
use decent::error::{Error, Kind as ErrorKind, slug};
use decent::shamir::bare::{self, Bare};
use decent::shamir::gf::Field;
use decent::shamir::join::{self, Part, Refused};
use decent::shamir::share::Kind;
use decent::shamir::{explain, short, slip39, ssss, vss};
use decent::watch::Watch as _;

use super::join::{commitments, one_set, passphrase, scalars};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;
use crate::secrets::Passphrase;
use crate::shares::{self, Bad, Bytes, Format, Given, Held};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Whose shares; ours, ssss's and SLIP-39's are known without
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Shares that rebuild the secret; ours, and SLIP-39's, know it themselves
    #[arg(short, long, value_name = "T")]
    threshold: Option<u8>,
    /// Commitments that verifiable shares are held against
    #[arg(long, value_name = "FILE")]
    commit: Option<PathBuf>,
    #[command(flatten)]
    passphrase: Passphrase,
    /// The shares; none, or `-`, is standard input
    #[arg(value_name = "SHARE")]
    shares: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Checks shares and gives out nothing secret. Of ours it checks each one's checksum; where enough are
there, that the tag fits what they rebuild. With --commit each verifiable share is held against the
commitments by itself, by its holder alone. Of the shares of others only what is more than
--threshold can be checked.";
    const EXAMPLES: &'static str =
        "$ echo 'the cake is a lie' | decent shamir split -t 3 -n 4 -o parts -q > list
$ decent shamir verify parts/share-1
parts/share-1: OK (2 more are needed to check the tag)
$ decent shamir verify parts/share-*
parts/share-1: OK
parts/share-2: OK
parts/share-3: OK
parts/share-4: OK
$ printf %032d 7 | decent shamir split -t 2 -n 3 --vss feldman -o scalar -q > list
$ decent shamir verify --commit scalar/commitments scalar/share-2
scalar/share-2: OK";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let known = self
            .commit
            .as_deref()
            .map(|path| commitments(cx, path))
            .transpose()?;
        let given = shares::given(cx, self.shares.clone(), self.format, true)?;
        let watch = cx.watch(None);
        if watch.narrates() {
            explain::toy_join(&watch, self.threshold.unwrap_or(2).max(2));
        }
        match &given {
            Given::Own(held, bad) => self.with_bad(cx, held, bad, known.as_ref()),
            Given::Bare(field, held) => {
                let bytes: Vec<Bytes<'_>> = held.iter().map(|(held, _)| held.bytes()).collect();
                let bare = shares::bare(held, &bytes)?;
                let names: Vec<&[u8]> = held.iter().map(|(held, _)| &held.name[..]).collect();
                self.bare(cx, &bare, *field, &names)
            }
            Given::Ssss(names, all) => {
                let Some(t) = self.threshold.filter(|t| *t > 1) else {
                    return Err(Fail::usage(
                        "shares of ssss don't say how many are needed: give -t T",
                    ));
                };
                let ended = ssss::join(all, t, true).map(|(_, wrong)| {
                    wrong
                        .into_iter()
                        .map(|i| (i, join::forged()))
                        .collect::<Vec<_>>()
                });
                say(
                    cx,
                    &names.iter().map(|name| &name[..]).collect::<Vec<_>>(),
                    ended,
                    all.len() > t.into(),
                )
            }
            Given::Slip39(names, mnemonics) => {
                let passphrase = passphrase(cx, &self.passphrase)?;
                let ended = slip39::join(mnemonics, &passphrase).map(|_| Vec::new());
                say(
                    cx,
                    &names.iter().map(|name| &name[..]).collect::<Vec<_>>(),
                    ended,
                    true,
                )
            }
        }
    }
}

impl Args {
    /// The verdicts on shares that can be opened, then on those that can't.
    fn with_bad(
        &self,
        cx: &mut Cx,
        held: &[Held],
        bad: &Bad,
        known: Option<&vss::Commitments>,
    ) -> Result<Verdict, Fail> {
        let verdict = self.own(cx, held, known)?;
        for (name, error) in bad {
            let bad = Verdict::No(error.to_string().into());
            cx.emit(&Record::verdict(&bad).name(name))?;
            cx.fold(bad);
        }
        Ok(verdict)
    }

    fn own(
        &self,
        cx: &mut Cx,
        held: &[Held],
        known: Option<&vss::Commitments>,
    ) -> Result<Verdict, Fail> {
        let names: Vec<&[u8]> = held.iter().map(|held| &held.name[..]).collect();
        let bytes: Vec<Bytes<'_>> = held.iter().map(Held::bytes).collect();
        let parts = shares::parts(held, &bytes)?;
        let watch = cx.watch(None);
        let kind = parts.first().map(|part| part.header.kind);
        if kind.is_some_and(Kind::is_verifiable) {
            let all = scalars(held, &parts)?;
            let Some(known) = known else {
                let ended = one_set(&all)
                    .and_then(|()| vss::join(&all, None))
                    .map(|(_, bad)| bad);
                return say(cx, &names, ended, true);
            };
            let wrong = all.iter().enumerate();
            let wrong = wrong.filter_map(|(i, share)| Some((i, known.check(share).err()?)));
            return say(cx, &names, Ok(wrong.collect()), true);
        }
        if self.commit.is_some() {
            return Err(Fail::usage(
                "--commit goes with shares that were split with --vss",
            ));
        }
        let kernel = shares::kernel(cx)?;
        let mut coins = shares::coins()?;
        let ended = if kind == Some(Kind::Short) {
            short::plan(&parts, kernel, &mut coins, &watch).map(|plan| plan.blamed)
        } else {
            join::plan(&parts, kernel, &mut coins, &watch).map(|plan| plan.blamed)
        };
        let mut wrong = ended;
        // A share that was not needed may still be damaged where no body tells: in its checksum.
        if let Ok(blamed) = &mut wrong {
            add_damaged(&parts, blamed, &watch)?;
        }
        say(cx, &names, wrong, true)
    }

    fn bare(
        &self,
        cx: &mut Cx,
        all: &[Bare<'_>],
        field: Field,
        names: &[&[u8]],
    ) -> Result<Verdict, Fail> {
        let kernel = shares::kernel(cx)?;
        let mut coins = shares::coins()?;
        let watch = cx.watch(None);
        let ended = bare::plan(all, self.threshold, field, kernel, &mut coins, &watch);
        let ended = ended.map(|plan| plan.wrong.iter().map(|i| (*i, join::forged())).collect());
        let checked = self.threshold.is_some_and(|t| all.len() > usize::from(t));
        say(cx, names, ended, checked)
    }
}

fn add_damaged(
    parts: &[Part<'_>],
    blamed: &mut Vec<(usize, Error)>,
    watch: &dyn decent::watch::Watch,
) -> Result<(), Fail> {
    for (i, part) in parts.iter().enumerate() {
        let known = blamed.iter().any(|(bad, _)| *bad == i);
        if !known && !part.is_whole(watch)? {
            blamed.push((i, decent::shamir::share::damaged()));
        }
    }
    Ok(())
}

/// The verdict on each share. Too few of them are no reason to doubt one.
fn say(
    cx: &mut Cx,
    names: &[&[u8]],
    ended: Result<Vec<(usize, Error)>, Refused>,
    checked: bool,
) -> Result<Verdict, Fail> {
    let (blamed, error) = match ended {
        Ok(blamed) => (blamed, None),
        Err(refused) => (refused.blamed, Some(refused.error)),
    };
    let few = error
        .as_ref()
        .filter(|error| error.slug == slug::SHARES_TOO_FEW);
    let (few, unfit) = match (few, &error) {
        (Some(few), _) => (Some(few.to_string()), None),
        (None, Some(error)) if error.slug.kind == ErrorKind::Wrong => (None, Some(error)),
        (None, Some(error)) => return Err(error.clone().into()),
        (None, None) => (None, None),
    };
    let mut verdicts = Vec::new();
    for (i, name) in names.iter().enumerate() {
        let own = blamed
            .iter()
            .find(|(bad, _)| *bad == i)
            .map(|(_, error)| error);
        let (verdict, told) = match (own, unfit, &few) {
            (Some(error), _, _) => (Verdict::No(error.to_string().into()), String::new()),
            (None, Some(error), _) if blamed.is_empty() => {
                (Verdict::No(error.to_string().into()), String::new())
            }
            (None, Some(error), _) => (Verdict::Unknown(error.to_string().into()), String::new()),
            (None, None, Some(few)) => (Verdict::Yes, more(few)),
            (None, None, None) if !checked => {
                let why = "nothing in it can be checked without more shares than are needed";
                (Verdict::Unknown(why.into()), String::new())
            }
            (None, None, None) => (Verdict::Yes, String::new()),
        };
        cx.emit(&Record::verdict(&verdict).told(&told).name(name))?;
        verdicts.push(verdict);
    }
    Ok(Verdict::all(verdicts))
}

/// `wanted 3 good shares, found 1` as what is still needed.
fn more(few: &str) -> String {
    let numbers = few
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|n| n.parse::<u32>().ok());
    let numbers: Vec<u32> = numbers.collect();
    match numbers.as_slice() {
        [wanted, found] => match wanted.saturating_sub(*found) {
            1 => "1 more is needed to check the tag".into(),
            more => format!("{more} more are needed to check the tag"),
        },
        _ => few.to_owned(),
    }
}
