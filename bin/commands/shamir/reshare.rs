//! `shamir reshare`: the same secret among other holders, with another threshold.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::shamir::share::{self, Kind};
use decent::shamir::split::Threshold;
use decent::shamir::{explain, refresh};
use decent::watch::Watch as _;

use super::join::{commitments, one_set, scalars};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::folder::{Folder, IntoFolder};
use crate::report::Record;
use crate::shares::{self, Bad, Bytes, Format, Given, Held, Outgoing};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Shares that are to rebuild the secret
    #[arg(short, long, value_name = "T")]
    threshold: u32,
    /// Shares there are to be
    #[arg(short = 'n', long, value_name = "N")]
    number: u32,
    /// The commitments of verifiable shares; the new ones are written beside the new shares
    #[arg(long, value_name = "FILE")]
    commit: Option<PathBuf>,
    #[command(flatten)]
    into: IntoFolder,
    /// The shares, as many as are needed or more; none, or `-`, is standard input
    #[arg(value_name = "SHARE")]
    shares: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Deals the secret of our shares anew, to N holders of whom T are needed. Every old share is itself
split, and the parts are added up: the secret is nowhere rebuilt. With verifiable shares the
commitment to the secret, with Feldman's its public key, stays the same.";
    const EXAMPLES: &'static str =
        "$ echo 'the cake is a lie' | decent shamir split -t 2 -n 3 -o old -q > list
$ decent shamir reshare -t 3 -n 4 old/share-1 old/share-3 -o new --no-names
1
2
3
4
$ decent shamir join new/share-4 new/share-2 new/share-1
the cake is a lie";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let threshold = Threshold::new(self.threshold, self.number).map_err(|e| e.of("-t"))?;
        let watch = cx.watch(None);
        if watch.narrates() {
            explain::toy_join(&watch, 2);
            explain::toy_split(&watch, threshold.t(), threshold.n());
        }
        let renewal = Renewal {
            shares: self.shares,
            commit: self.commit,
            into: self.into,
            threshold: Some(threshold),
        };
        renewal.run(cx)
    }
}

/// What refreshing and dealing anew have in common.
pub(super) struct Renewal {
    pub(super) shares: Vec<PathBuf>,
    pub(super) commit: Option<PathBuf>,
    pub(super) into: IntoFolder,
    pub(super) threshold: Option<Threshold>,
}

impl Renewal {
    pub(super) fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let folder = Folder::begin(&self.into)?;
        let given = shares::given(cx, self.shares.clone(), Some(Format::Decent), true)?;
        let Given::Own(held, bad) = given else {
            return Err(Fail::usage("only shares of our own format are renewed"));
        };
        let bytes: Vec<Bytes<'_>> = held.iter().map(Held::bytes).collect();
        let parts = shares::parts(&held, &bytes)?;
        let name = |i: usize| held.get(i).map(|held| &held.name[..]);
        let kind = parts.first().map(|part| part.header.kind);
        if kind.is_some_and(Kind::is_verifiable) {
            return self.scalars(cx, folder, &held, &bad, &parts);
        }
        if self.commit.is_some() {
            return Err(Fail::usage(
                "--commit goes with shares that were split with --vss",
            ));
        }
        cx.stoppable()?;
        let xs = match self.threshold {
            Some(threshold) => threshold.xs(),
            None => refresh::places(&parts, &cx.watch(None))
                .map_or_else(|why| shares::settled(cx, &bad, Err(why), name), Ok)?,
        };
        let mut outgoing = Outgoing::begin(folder, shares::names(&xs));
        let (kernel, mut coins) = (shares::kernel(cx)?, shares::coins()?);
        let watch = cx.watch(parts.first().map(decent::shamir::join::Part::len));
        let set = shares::new_set()?;
        let mut carried = Carried::default();
        let ended = {
            let mut put = |i: usize, bytes: &[u8]| carried.pass(outgoing.put(i, bytes));
            match self.threshold {
                None => refresh::refresh(&parts, kernel, set, &mut coins, &watch, &mut put),
                Some(threshold) => {
                    refresh::reshare(&parts, kernel, threshold, set, &mut coins, &watch, &mut put)
                }
            }
        };
        let renewed = match ended {
            Ok(renewed) => renewed,
            Err(refused) => {
                carried.end(Ok(()))?;
                shares::say_bad(cx, &bad, true)?;
                return Err(shares::refused(cx, refused, name));
            }
        };
        shares::say_bad(cx, &bad, false)?;
        shares::left_out(cx, &renewed.blamed, name);
        let names = outgoing.finish(true, &[])?;
        report(cx, &renewed.xs, &set, &names)
    }

    fn scalars(
        &self,
        cx: &mut Cx,
        folder: Folder,
        held: &[Held],
        bad: &Bad,
        parts: &[decent::shamir::join::Part<'_>],
    ) -> Result<Verdict, Fail> {
        let Some(path) = &self.commit else {
            return Err(Fail::usage(
                "verifiable shares are renewed with their commitments: give --commit FILE",
            ));
        };
        let name = |i: usize| held.get(i).map(|held| &held.name[..]);
        let all = scalars(held, parts)?;
        one_set(&all).map_err(|refused| shares::refused(cx, refused, name))?;
        let known = commitments(cx, path)?;
        let mut coins = shares::coins()?;
        let renewed = refresh::renew_scalar(&all, &known, self.threshold, &mut coins);
        let renewed = shares::settled(cx, bad, renewed, name)?;
        shares::left_out(cx, &renewed.blamed, name);
        let xs: Vec<u8> = renewed.shares.iter().map(|share| share.header.x).collect();
        let mut outgoing = Outgoing::begin(folder, shares::names(&xs));
        for (i, one) in renewed.shares.iter().enumerate() {
            outgoing.put(i, &share::seal(&one.header, &one.body()))?;
        }
        let text = renewed.commitments.text().into_bytes();
        let names = outgoing.finish(true, &[(b"commitments", text)])?;
        report(cx, &xs, &renewed.commitments.set(), &names)
    }
}

fn report(cx: &mut Cx, xs: &[u8], set: &[u8; 16], names: &[Vec<u8>]) -> Result<Verdict, Fail> {
    for (x, name) in xs.iter().zip(names) {
        let record = Record::value("share", x).name(name);
        cx.emit(&record.aside("set", hex::encode(set)))?;
    }
    Ok(Verdict::Yes)
}
