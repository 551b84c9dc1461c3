//! `beacon sign`: a member's part of the signature of a round.

use std::path::PathBuf;

use decent::Verdict;
use decent::beacon::{Beacon, Chain, partial};
use decent::codec::{hex, time};
use decent::error::{Error, slug};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The information of the chain, as `beacon new` writes it
    #[arg(long, value_name = "CHAIN")]
    chain: PathBuf,
    /// The member's share, as `threshold new` writes it
    #[arg(long, value_name = "S")]
    share: PathBuf,
    /// The round
    #[arg(long, value_name = "N")]
    round: u64,
    /// The group, where its shares were refreshed or dealt to others since the chain was made
    #[arg(long, value_name = "G")]
    group: Option<PathBuf>,
    /// The beacon of the round before, which a chained chain signs from round 2 on: a file that has it, or,
    /// for round 2, the signature in hex
    #[arg(long, value_name = "BEACON")]
    previous: Option<PathBuf>,
    /// Also a round that is not due yet: t members who do so know its randomness before all others
    #[arg(long)]
    early: bool,
    #[command(flatten)]
    create: Create,
}

impl Tool for Args {
    const ABOUT: &'static str = "Signs a round with one member's share. What it writes is drand's partial signature, two bytes of
index and a point, in a line of JSON; `beacon join` makes the beacon of any t of them. A round
that is not due yet is refused: whoever holds t partial signatures of it knows its randomness.
Refused is a share of another group, and on a chained chain a round before that does not hold:
who signs behind anything lets whoever asks try until the outcome suits them.";
    const EXAMPLES: &'static str = r"$ decent threshold new -q -t 2 -n 3 --curve bls12-381-g2 -o ours > log
$ scheme='--scheme bls-unchained-g1-rfc9380 --period 30s --genesis 2026-01-01'
$ decent beacon new -q --group ours/group $scheme -o info.json > log
$ decent beacon sign --chain info.json --share ours/share-2 --round 7 -o part
2  2026-01-01T00:03:00Z  part
$ tr , '\n' < part | sed -n 's/.partial_signature.:.\(....\).*/\1/p'
0001
$ decent beacon sign --chain info.json --share ours/share-2 --round 99999999
decent beacon sign: --round: round 99999999 is due at 2121-01-25T05:19:00Z
  hint: give --early to sign it all the same
  more: decent why too-early
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let chain = cx.chain(&self.chain)?;
        let named = |option: &'static str| move |error: Error| Fail::from(error).named(option);
        let due = chain.time_of(self.round).map_err(named("--round"))?;
        if due > Cx::now().cast_signed() && !self.early {
            let words = format!("round {} is due at {}", self.round, time::show(due));
            let fail = named("--round")(Error::new(slug::TOO_EARLY, "", words));
            return Err(fail.hint("give --early to sign it all the same"));
        }
        let previous = self.before(cx, &chain)?;
        let group = self
            .group
            .as_deref()
            .map(|path| cx.group(path))
            .transpose()?;
        let share = cx.share(&self.share)?;
        partial::belongs(&chain, &share, group.as_ref()).map_err(|error| {
            let fail = Fail::from(error.of("share"));
            if group.is_some() {
                return fail;
            }
            fail.hint("give --group GROUP, if its shares were refreshed")
        })?;
        let watch = cx.watch(None);
        let made = partial::sign(&chain, &share, self.round, previous.as_deref(), &watch);
        drop(watch);
        let partial = made.map_err(|error| match error.slug {
            slug::GROUP_MIXED => error.of("share").into(),
            _ => named("--previous")(error),
        })?;
        let mut made = cx.create(&self.create, false)?;
        made.put(partial.text().as_bytes())?;
        made.finish()?;
        let record = Record::value("member", partial.member).detail("time", time::show(due));
        let record = record
            .field("member", partial.member)
            .field("round", partial.round);
        let name = self.create.output.as_deref().unwrap_or(&self.share);
        cx.emit(&record.name(bytes_of(name)))?;
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// The signature before the round, held against the chain.
    fn before(&self, cx: &mut Cx, chain: &Chain) -> Result<Option<Box<[u8]>>, Fail> {
        let Some(given) = &self.previous else {
            return Ok(None);
        };
        let named = |error: Error| Fail::from(error).named("--previous");
        let digits = given
            .to_str()
            .filter(|_| bytes_of(given) != b"-" && !given.exists());
        let signature = digits.map(hex::decode).transpose().map_err(named)?;
        let signature = signature.map(Vec::into_boxed_slice);
        let Some(round) = self.round.checked_sub(1).filter(|round| *round > 0) else {
            return Ok(Some(signature.unwrap_or_default()));
        };
        if !chain.scheme.is_chained() {
            return Ok(Some(Box::default()));
        }
        let before = match signature {
            None => {
                let mut input = cx.evidence("beacon", given)?;
                let found = Cx::beacon_of(&mut input, chain, &[round], "signed behind")?;
                found.map_err(|error| error.of("beacon"))?
            }
            Some(signature) if round == 1 => Beacon {
                round,
                signature,
                previous: None,
                randomness: None,
            },
            Some(_) => {
                let wanted = format!("a file with the beacon of round {round}");
                let found = "a signature alone, which nothing can be held against";
                let error = Error::new(slug::BEACON_PARTIAL, wanted, found);
                return Err(named(error));
            }
        };
        let behind = partial::behind(chain, self.round, &before);
        // What is handed over is judged, whichever way it comes.
        Ok(Some(behind.map_err(|error| Fail {
            role: Some(Role::Evidence),
            ..named(error)
        })?))
    }
}
