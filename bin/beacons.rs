//! What the tools on beacons share: the chain that a line names, beacons of a file, secrets to mix.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use decent::beacon::{Beacon, Chain, Verifier, chain, known, stream::Objects};
use decent::codec::{hex, time};
use decent::error::{Error, Place, slug};
use decent::randao;
use decent::secret::Secret;

use crate::args::Time;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::{Input, Role};
use crate::records::Span;
use crate::report::Record;

impl Cx {
    /// The chain that is trusted: known by name or by hash, or described in a file.
    pub(crate) fn chain(&mut self, named: &Path) -> Result<Chain, Fail> {
        if let Some(name) = named.to_str().filter(|name| known::is_name(name)) {
            let chain = known::named(name).map_err(Fail::from);
            return chain.map_err(|fail| fail.named("--chain").hint("decent beacon show --known"));
        }
        let mut input = self.anchor("chain", named)?;
        let bytes = input.read_all(chain::LARGEST).map_err(of("chain"))?;
        Ok(Chain::read(&bytes).map_err(of("chain"))?)
    }

    /// The first of some beacons that is of one of these rounds and holds; where none of them holds, the
    /// first that is of one. Where there is none and the first of the rounds is still to come, the error
    /// within says so: `WHAT round 7, which is due at`.
    pub(crate) fn beacon_of(
        input: &mut Input,
        chain: &Chain,
        rounds: &[u64],
        what: &str,
    ) -> Result<Result<Beacon, Error>, Fail> {
        let mut reader = input.reader();
        let mut objects = Objects::new(&mut *reader);
        let (mut items, mut number, mut last, mut kept) = (Vec::new(), 0, None, None);
        let verifier = Verifier {
            chain,
            threads: NonZeroUsize::MIN,
            one_by_one: true,
        };
        loop {
            let ended = some(&mut objects, &mut number, PIECE, &mut items);
            let done = items.is_empty();
            for item in items.drain(..) {
                let beacon = item.map_err(of("beacon"))?;
                last = Some(beacon.round);
                if !rounds.contains(&beacon.round) {
                    continue;
                }
                if verifier.one(&beacon).is_ok() {
                    return Ok(Ok(beacon));
                }
                kept.get_or_insert(beacon);
            }
            ended.map_err(of("beacon"))?;
            if done {
                break;
            }
        }
        if let Some(beacon) = kept {
            return Ok(Ok(beacon));
        }
        let first = rounds.iter().copied().min().unwrap_or(1);
        let due = chain.time_of(first).unwrap_or(i64::MAX);
        if due > Self::now().cast_signed() {
            let when = time::show(due);
            let words = format!("{what} round {first}, which is due at {when}");
            return Ok(Err(Error::new(slug::TOO_EARLY, "", words)));
        }
        let found = match (number, last) {
            (1, Some(round)) => format!("round {round}"),
            (0, _) | (_, None) => "none".into(),
            _ => format!("{number} of other rounds"),
        };
        Err(absent(first, found).of("beacon").into())
    }
}

/// Beacons looked through at once.
const PIECE: usize = 256;

/// The first chain of some hashes that is known.
pub(crate) fn known_of(hashes: &[[u8; 32]]) -> Result<Chain, Error> {
    let mut found = hashes.iter().map(|hash| known::named(&hex::encode(hash)));
    let first = found.next().unwrap_or_else(|| known::named(""));
    found.fold(first, Result::or)
}

/// The fields that say which chain it is.
pub(crate) fn identity(card: Record, chain: &Chain) -> Record {
    let card = card.field("hash", hex::encode(&chain.hash));
    let card = match known::name_of(chain) {
        Some(name) => card.field("known_as", name),
        None => card,
    };
    card.field("scheme", chain.scheme.name())
}

/// Which round is waited for.
#[derive(clap::Args, Clone, Debug)]
#[group(skip)]
pub(crate) struct Due {
    /// The round
    #[arg(long, value_name = "N", required_unless_present_any = ["time", "in"])]
    round: Option<u64>,
    /// The first round that is due at this time or after it
    #[arg(long, value_name = "T", conflicts_with = "round")]
    time: Option<Time>,
    /// The first round that is due so long from now, or later: 36h, 7d
    #[arg(long = "in", id = "in", value_name = "SPAN", conflicts_with_all = ["round", "time"])]
    span: Option<Span>,
    /// Also a round that is there already
    #[arg(long)]
    past: bool,
}

impl Due {
    /// The round, which is still to come.
    pub(crate) fn round(&self, chain: &Chain) -> Result<u64, Fail> {
        let now = Cx::now().cast_signed();
        let option = match (self.round, self.time) {
            (Some(_), _) => "--round",
            (None, Some(_)) => "--time",
            (None, None) => "--in",
        };
        let named = |error: Error| Fail::from(error).named(option);
        let round = match (self.round, self.time, self.span) {
            (Some(round), _, _) => round,
            (None, Some(time), _) => chain.round_from(time.0).map_err(named)?,
            (None, None, span) => {
                let seconds = span.map_or(0, |span| span.0.div_ceil(1_000_000_000));
                let time = now.saturating_add(seconds.cast_signed());
                chain.round_from(time).map_err(named)?
            }
        };
        let due = chain.time_of(round).map_err(named)?;
        if due > now || self.past {
            return Ok(round);
        }
        let found = format!("{round}, which was due at {}", time::show(due));
        let error = Error::new(slug::ROUND_PAST, "a round to come", found);
        Err(named(error).hint("give --past to take it all the same"))
    }
}

/// Says of which input an error is.
fn of(word: &'static str) -> impl Fn(Error) -> Error {
    move |error| error.of(word)
}

/// One object of a stream: a beacon, or why it is none, with its number from 1 on.
pub(crate) type Item = Result<Beacon, Error>;

/// Up to `most` of the next beacons; none at the end of the stream. What is no beacon is told in its
/// place; where the stream itself is broken the error comes alone, behind those before.
pub(crate) fn some(
    objects: &mut Objects<'_>,
    number: &mut u64,
    most: usize,
    into: &mut Vec<Item>,
) -> Result<(), Error> {
    into.clear();
    // A live pipe is not waited for while there is something to check.
    while into.len() < most && (into.is_empty() || !objects.is_drained()) {
        let Some(object) = objects.take_next()? else {
            break;
        };
        *number += 1;
        let read = Beacon::read(object);
        into.push(read.map_err(|error| error.at(Place::Item("beacon", *number - 1))));
    }
    Ok(())
}

/// That a round is not where it should be.
pub(crate) fn absent(round: u64, found: impl Into<String>) -> Error {
    let wanted = format!("the beacon of round {round}");
    Error::new(slug::BEACON_LATE, wanted, found.into())
}

/// Whose secret is committed to or revealed, and the secret.
#[derive(clap::Args)]
pub(crate) struct Committed {
    /// Whose secret it is
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,
    /// The secret, 16 to 4096 bytes that nobody can guess; none, or `-`, is standard input
    #[arg(value_name = "SECRET")]
    secret: Option<PathBuf>,
}

impl Committed {
    /// The secret, and the commitment to it.
    pub(crate) fn read(&self, cx: &mut Cx) -> Result<(Secret, [u8; 32]), Fail> {
        let name = randao::check_name(&self.name);
        name.map_err(|error| Fail::from(error).named("--name"))?;
        let path = self.secret.clone().unwrap_or_else(|| "-".into());
        let secret = cx.secret("secret", &path, Role::Anchor)?;
        let commitment = randao::commitment(&self.name, secret.bytes());
        let commitment = commitment.map_err(|error| error.of("secret"))?;
        Ok((secret, commitment))
    }
}
