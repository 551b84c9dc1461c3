//! `beacon sign`: a member's part of the signature of a round.

use std::path::PathBuf;

use decent::Verdict;
use decent::beacon::partial;
use decent::codec::{hex, time};
use decent::error::{Error, slug};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
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
    /// The signature of the round before, which a chained chain signs from round 2 on
    #[arg(long, value_name = "HEX")]
    previous: Option<String>,
    /// Also a round that is not due yet: t members who do so know its randomness before all others
    #[arg(long)]
    early: bool,
    #[command(flatten)]
    create: Create,
}

impl Tool for Args {
    const ABOUT: &'static str = "Signs a round with one member's share. What it writes is drand's partial signature, two bytes of
index and a point, in a line of JSON; `beacon join` makes the beacon of any t of them. A round
that is not due yet is refused: whoever holds t partial signatures of it knows its randomness.";
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
        let previous = self.previous.as_deref().map(hex::decode).transpose();
        let previous = previous.map_err(named("--previous"))?;
        let share = cx.share(&self.share)?;
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
