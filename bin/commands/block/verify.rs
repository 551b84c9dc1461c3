//! `block verify`: a chain of headers held against the rules of its network.

use std::path::PathBuf;

use decent::Verdict;
use decent::block::chain::{Chain, State};
use decent::block::checkpoint;
use decent::block::header::{Header, Raw, shown};
use decent::block::narrate;
use decent::block::network::Network;
use decent::codec::time;
use decent::error::{Error, slug};
use decent::watch::{Step, Watch};

use crate::args::Create;
use crate::chains::{Rules, each_header, said};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    rules: Rules,
    /// The clock: no header may be more than two hours ahead of it (RFC 3339 or unix seconds)
    #[arg(long, value_name = "T")]
    at: Option<String>,
    #[command(flatten)]
    create: Create,
    /// The headers, raw or hex; none, or `-`, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Checks every header of a chain: that it follows the one before, has the bits that the rules give
(the 2015-interval rule and its clamps, easy blocks of the test networks, BIP 94), a hash that meets
them, a time past the median of eleven, a version that is allowed. Names the first bad header by
its index in FILE and its height, with what was wanted there. With -o it writes down where the
check stood, for a later one to go on --from. Of a chain of one's own, FILE.json has name, limit
(64 hex digits, or 8 of compact bits), spacing (seconds), interval (blocks), and where they differ
genesis, retargets, min_difficulty, bip94, versions. What can't be asked for want of headers before
HEIGHT:HASH is said, and makes it don't know. On signet the blocks' signatures are not in headers.";
    const EXAMPLES: &'static str = "$ echo '{\"name\":\"own\",\"limit\":\"207fffff\",\"spacing\":10,\"interval\":4}' > own.json
$ new() { decent block new --network own.json \"$@\"; }
$ new --root $(printf %064d 0) --time 1000 > chain
$ new --after chain --root $(printf %064d 1) --time 1010 --nonce 4 > rest
$ decent block verify --network own.json -o checkpoint chain | cut -c-50
chain: OK (1 header, height 0, work 2, tip 499c471
$ decent block verify --network own.json --from checkpoint rest | cut -c-50
rest: OK (1 header, height 1, work 4, tip 2a527d65
$ new --after chain --root $(printf %064d 1) --time 1010 --bits 207ffffe > wrong
$ decent block verify --network own.json --from checkpoint wrong
wrong: FAILED (header 0: wanted bits 207fffff, found 207ffffe, at height 1)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let now = self.at.as_deref().map(clock).transpose()?;
        let network = self.rules.network(cx)?;
        let mut chain = self.rules.chain(cx, &network)?.at(now);
        let mut input = cx.evidence("headers", &self.file)?;
        let name = input.name().to_vec();
        let narrates = cx.watch(None).narrates();
        let teller = cx.watch(None);
        let ended = each_header(cx, &mut input, "headers", &mut |_, headers, hashes| {
            for (raw, hash) in headers.iter().zip(hashes) {
                if narrates {
                    tell(&chain, &network, raw, &teller);
                }
                chain.push(raw, hash)?;
            }
            Ok(())
        });
        let (count, state) = (chain.count(), chain.state().copied());
        let height = state.map_or(0, |state| state.height.saturating_add(1));
        let ended = ended.and_then(|_| state.filter(|_| count > 0).ok_or_else(nothing));
        if ended
            .as_ref()
            .is_err_and(|error| error.slug == slug::NOTHING_CHECKED)
        {
            return ended.map(|_| Verdict::Yes).map_err(Fail::from);
        }
        let unasked = chain.unasked().words();
        if let (Ok(state), true) = (&ended, narrates) {
            teller.step(&total(state));
        }
        if let (Ok(state), Some(words)) = (&ended, unasked) {
            let verdict = Verdict::Unknown(words.into());
            cx.emit(&found(Record::verdict(&verdict), count, state).name(&name))?;
            return Ok(verdict);
        }
        let record =
            ended.map(|state| (state, found(Record::verdict(&Verdict::Yes), count, &state)));
        let kept = record.as_ref().ok().map(|(state, _)| *state);
        let record = record.map(|(_, record)| record);
        let verdict = said(cx, record, &name, |record| {
            record.field("index", count).field("height", height)
        })?;
        if let Some(state) = kept.filter(|_| self.create.output.is_some()) {
            self.keep(cx, &network, &state)?;
        }
        Ok(verdict)
    }
}

impl Args {
    /// Writes down where the check stood.
    fn keep(&self, cx: &mut Cx, network: &Network, state: &State) -> Result<(), Fail> {
        let Some(text) = checkpoint::to_json(network, state) else {
            return Ok(());
        };
        let mut made = cx.create(&self.create, false)?;
        made.put((text + "\n").as_bytes())?;
        made.finish()
    }
}

/// A time on the line.
pub(crate) fn clock(text: &str) -> Result<u32, Fail> {
    let seconds = time::read(text)
        .ok()
        .and_then(|seconds| u32::try_from(seconds).ok());
    let wanted = "RFC 3339, or seconds since 1970, up to 2106";
    seconds.ok_or_else(|| {
        Error::new(slug::OUT_OF_RANGE, wanted, format!("{text:?}"))
            .of("--at")
            .into()
    })
}

fn nothing() -> Error {
    Error::new(slug::NOTHING_CHECKED, "at least one header", "none").of("headers")
}

/// The record with what a chain comes to.
fn found(record: Record, count: u64, state: &State) -> Record {
    let record = record
        .field("headers", count)
        .field("height", state.height)
        .field("hash", shown(&state.hash))
        .field("work", state.work.to_string())
        .field("median_time", state.times.median());
    let words = format!(
        "{count} header{}, height {}, work {}, tip {}",
        if count == 1 { "" } else { "s" },
        state.height,
        state.work,
        shown(&state.hash)
    );
    record.told(&words)
}

/// The first header whole, and every retarget.
fn tell(chain: &Chain<'_>, network: &Network, raw: &Raw, watch: &dyn Watch) {
    let Some(state) = chain.state() else {
        return narrate::header(&Header(*raw), watch);
    };
    let height = state.height.saturating_add(1);
    if let Some((first, first_bits)) = state.period
        && network.retargets
        && network.begins_period(height)
    {
        let bits = if network.bip94 {
            first_bits
        } else {
            state.bits
        };
        narrate::retarget(network, height, bits, first, state.latest(), watch);
    }
}

fn total(state: &State) -> Step {
    let step = Step::new(
        "last",
        "what the chain comes to: of two that are valid, the one with more work wins",
    );
    step.value("height", state.height)
        .value("hash", shown(&state.hash))
        .value("median time", state.times.median().unwrap_or_default())
        .value("total work", state.work)
}
