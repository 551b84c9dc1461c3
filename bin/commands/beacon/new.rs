//! `beacon new`: the information of a chain of one's own.

use std::path::PathBuf;

use clap::ValueEnum;
use decent::Verdict;
use decent::beacon::{Scheme, partial};
use decent::codec::{hex, time};
use decent::watch::{Step, Watch as _};

use crate::args::{Create, Time};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::records::Span;
use crate::report::Record;

/// The schemes that groups of ours can make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SchemeWord {
    /// Each signature covers the one before; keys in G1 (the curve bls12-381-g1)
    #[value(name = "pedersen-bls-chained")]
    Chained,
    /// Signatures cover the round alone; keys in G1 (the curve bls12-381-g1)
    #[value(name = "pedersen-bls-unchained")]
    Unchained,
    /// The same with keys in G2 and short signatures, under the other group's domain
    #[value(name = "bls-unchained-on-g1")]
    OnG1,
    /// The same under the domain of RFC 9380, as quicknet has it (the curve bls12-381-g2)
    #[value(name = "bls-unchained-g1-rfc9380")]
    Rfc9380,
}

impl From<SchemeWord> for Scheme {
    fn from(word: SchemeWord) -> Self {
        match word {
            SchemeWord::Chained => Self::Chained,
            SchemeWord::Unchained => Self::Unchained,
            SchemeWord::OnG1 => Self::OnG1,
            SchemeWord::Rfc9380 => Self::Rfc9380,
        }
    }
}

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The group that makes it, as `threshold new` writes it
    #[arg(long, value_name = "G")]
    group: PathBuf,
    /// How it signs; the group must be on the curve for it
    #[arg(long, value_name = "SCHEME")]
    scheme: SchemeWord,
    /// How long from round to round, in whole seconds: 3s, 30s, 1m
    #[arg(long, value_name = "SPAN")]
    period: Span,
    /// When round 1 is due
    #[arg(long, value_name = "T")]
    genesis: Time,
    /// Its name among chains
    #[arg(long, value_name = "ID", default_value = "default")]
    id: String,
    #[command(flatten)]
    create: Create,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes the information of a chain that a group of one's own is to make, in drand's JSON: its key
is the group's, its rounds come by the clock, its hash binds both. `beacon verify --chain`,
drand-client and all other tools of drand take it. A group that is refreshed or reshared keeps
its key, and goes on with the same chain.";
    const EXAMPLES: &'static str = r"$ decent threshold new -q -t 2 -n 3 --curve bls12-381-g2 -o ours > log
$ new='decent beacon new --genesis 2026-01-01 --period 30s --group ours/group'
$ $new --scheme bls-unchained-g1-rfc9380 --id ours -o info.json | cut -c65-
  2026-01-01T00:00:00Z  info.json
$ decent beacon round --chain info.json --at 2026-01-01T01:00:00Z --no-names
121
$ $new --scheme pedersen-bls-chained
decent beacon new: ours/group: wanted bls12-381-g1 for pedersen-bls-chained, found bls12-381-g2
  more: decent why group-mixed
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let group = cx.group(&self.group)?;
        let period = self.period.whole_seconds();
        let period = period.ok_or_else(|| {
            let wanted = "a period of whole seconds, 1s to 2^32 - 1";
            let found = format!("{} ns", self.period.0);
            let error = decent::Error::new(decent::error::slug::OUT_OF_RANGE, wanted, found);
            Fail::from(error).named("--period")
        })?;
        let clock = (period, self.genesis.0);
        let chain = partial::chain(&group, self.scheme.into(), clock, self.id.clone());
        let chain = chain.map_err(|error| error.of("group"))?;
        let watch = cx.watch(None);
        let why = "period, genesis time, key, the group's hash and the name, one behind the other";
        let line = hex::encode(&chain.hashed());
        let step = Step::new("hash", why).value("sha256", hex::encode(&chain.hash));
        watch.step(&step.check(format!("printf {line} | xxd -r -p | sha256sum")));
        drop(watch);
        let mut made = cx.create(&self.create, false)?;
        made.put((chain.info() + "\n").as_bytes())?;
        made.finish()?;
        let hash = Record::value("hash", hex::encode(&chain.hash));
        let record = hash.detail("genesis", time::show(chain.genesis_time));
        let record = match self.create.output.as_deref() {
            Some(path) => record.name(crate::report::bytes_of(path)),
            None => record,
        };
        cx.emit(&record)?;
        Ok(Verdict::Yes)
    }
}
