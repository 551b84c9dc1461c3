//! What the tools on draws share: the commitment, the pool, and the beacon that decides.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use decent::beacon::Verifier;
use decent::codec::time;
use decent::draw::{self, Commit, Drawn, Method, Pool};

use crate::beacons::known_of;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Input;
use crate::report::Record;

/// The ways to rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MethodWord {
    /// By the HMAC of each entry under a seed; the order of the pool plays no part
    HashRank,
    /// As RFC 3797 has it, with MD5: by the places in the pool, 65535 at most
    Rfc3797,
}

impl From<MethodWord> for Method {
    fn from(word: MethodWord) -> Self {
        match word {
            MethodWord::HashRank => Self::HashRank,
            MethodWord::Rfc3797 => Self::Rfc3797,
        }
    }
}

/// What a draw is made of, but for its commitment.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Drawing {
    /// The beacon of the round, in JSON; there may be others in the file
    #[arg(long, value_name = "B")]
    beacon: PathBuf,
    /// The pool that was committed to, an entry a line
    #[arg(long, value_name = "POOL")]
    pool: PathBuf,
    /// The chain, where it is none that is known: a file with its information
    #[arg(long, value_name = "CHAIN")]
    chain: Option<PathBuf>,
    /// Also by a commitment that, by its own word, was made when its round was there: a trial
    #[arg(long)]
    pub(crate) late: bool,
    /// The method that the commitment must be of
    #[arg(long, value_name = "METHOD")]
    method: Option<MethodWord>,
}

/// When a commitment was made, by its own word, and when its round was due.
#[derive(Clone, Copy, Debug)]
pub(crate) struct When {
    made: i64,
    due: i64,
    round: u64,
}

impl When {
    /// What there is to say of a commitment that was made when its round was there. Who made it could
    /// choose; whether they did can't be known.
    pub(crate) fn late(self) -> Option<String> {
        let words = || {
            let (made, due) = (time::show(self.made), time::show(self.due));
            let round = self.round;
            format!(
                "by its own word committed at {made}, when round {round} was there (since {due})"
            )
        };
        (self.made >= self.due).then(words)
    }

    /// The same in fields.
    pub(crate) fn told(self, record: Record) -> Record {
        record
            .aside("made", time::show(self.made))
            .aside("due", time::show(self.due))
            .aside("late", self.late().is_some())
    }
}

/// The pool of an input.
pub(crate) fn pool(input: &mut Input, method: Method) -> Result<Pool, Fail> {
    let of = |error: decent::Error| error.of("pool");
    let bytes = input.read_all(draw::LARGEST).map_err(of)?;
    Ok(Pool::read(&bytes, method).map_err(of)?)
}

impl Drawing {
    /// Draws: the commitment that is trusted, the pool held against it, the beacon verified.
    pub(crate) fn draw(
        &self,
        cx: &mut Cx,
        commit: &Path,
    ) -> Result<(When, Pool, Vec<Drawn>), Fail> {
        let mut input = cx.anchor("commit", commit)?;
        let mut entries = cx.subject("pool", &self.pool)?;
        let mut beacons = cx.evidence("beacon", &self.beacon)?;
        let of = |error: decent::Error| error.of("commit");
        let bytes = input.read_all(draw::LARGEST_COMMIT).map_err(of)?;
        let commit = Commit::read(&bytes).map_err(of)?;
        if let Some(method) = self.method {
            commit.check_method(method.into()).map_err(of)?;
        }
        let chain = match &self.chain {
            Some(named) => {
                let chain = cx.chain(named)?;
                commit.check_chain(&chain.hash).map_err(of)?;
                chain
            }
            None => known_of(&[commit.chain])
                .map_err(|error| Fail::from(of(error)).hint("give --chain FILE"))?,
        };
        let pool = pool(&mut entries, commit.method)?;
        commit.check(&pool).map_err(|error| error.of("pool"))?;
        let beacon = Cx::beacon_of(&mut beacons, &chain, &[commit.round], "decided by")?;
        let beacon = beacon.map_err(of)?;
        let verifier = Verifier {
            chain: &chain,
            threads: NonZeroUsize::MIN,
            one_by_one: true,
        };
        let randomness = verifier.one(&beacon).map_err(|error| error.of("beacon"))?;
        let due = chain.time_of(commit.round).map_err(of)?;
        let when = When {
            made: commit.made,
            due,
            round: commit.round,
        };
        let watch = cx.watch(None);
        let drawn = draw::rank(&commit, &pool, &randomness, &watch);
        Ok((when, pool, drawn))
    }
}
