//! What the tools on chains share: the rules of a network, where a chain starts, headers by their
//! digits or from files.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::block::chain::Chain;
use decent::block::checkpoint;
use decent::block::header::{Header, shown};
use decent::block::network::{self, Network};
use decent::block::stream;
use decent::block::target::Target;
use decent::codec::time;
use decent::error::{Error, Kind};
use decent::hash::Hash256;

use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::{Input, Role};
use crate::report::Record;

/// Which rules a chain is held against, and where it starts.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Rules {
    /// The rules: main, test, testnet4, signet, regtest, or a JSON file of a chain of one's own
    #[arg(long, value_name = "NETWORK", default_value = "main")]
    network: PathBuf,
    /// Start behind a checkpoint that is trusted: a file, or HEIGHT:HASH of the first header
    #[arg(long, value_name = "CHECKPOINT")]
    from: Option<PathBuf>,
}

/// The rules alone.
pub(crate) fn network(cx: &mut Cx, name: &Path) -> Result<Network, Fail> {
    if let Some(network) = name.to_str().and_then(Network::named) {
        return Ok(network);
    }
    let mut input = cx.anchor("network", name)?;
    let bytes = input
        .read_all(network::LARGEST)
        .map_err(|e| e.of("network"))?;
    Ok(Network::from_json(&bytes).map_err(|e| e.of("network"))?)
}

impl Rules {
    /// The network.
    pub(crate) fn network(&self, cx: &mut Cx) -> Result<Network, Fail> {
        network(cx, &self.network)
    }

    /// A chain of that network, at its start.
    pub(crate) fn chain<'a>(&self, cx: &mut Cx, network: &'a Network) -> Result<Chain<'a>, Fail> {
        let Some(from) = &self.from else {
            return Ok(Chain::new(network));
        };
        let words = from.to_str().filter(|text| text.contains(':'));
        if let Some(words) = words.filter(|_| !from.exists()) {
            return Ok(checkpoint::from_words(network, words).map_err(|e| e.of("--from"))?);
        }
        let mut input = cx.anchor("checkpoint", from)?;
        let state = input
            .read_all(checkpoint::LARGEST)
            .and_then(|bytes| checkpoint::from_json(network, &bytes));
        Ok(Chain::from(network, state.map_err(|e| e.of("checkpoint"))?))
    }
}

/// Whether an argument is the digits of a header rather than the name of a file.
pub(crate) fn is_digits(argument: &Path) -> bool {
    let text = argument.to_string_lossy();
    text.len() > 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// An error about something that was given on the line to be judged.
pub(crate) fn judged_argument(error: Error, name: &str) -> Fail {
    let mut fail = Fail::from(error).named(name);
    fail.role = Some(Role::Subject);
    fail
}

/// All headers of an input in order, with their hashes.
pub(crate) fn each_header(
    cx: &Cx,
    input: &mut Input,
    word: &'static str,
    on: stream::OnHeaders<'_>,
) -> decent::Result<u64> {
    let engine = cx.engine().map_err(|fail| fail.error)?;
    let watch = cx.watch(input.len());
    let ended = stream::each(input.feed(), engine, &watch, on);
    ended.map_err(|error| error.of(word))
}

/// The verdict on an input by its name: a *no* is said in the report, all else is an error.
pub(crate) fn said(
    cx: &mut Cx,
    ended: decent::Result<Record>,
    name: &[u8],
    more: impl FnOnce(Record) -> Record,
) -> Result<Verdict, Fail> {
    let (verdict, record) = match ended {
        Ok(record) => (Verdict::Yes, record),
        Err(error) if error.slug.kind == Kind::Wrong => {
            let verdict = Verdict::No(error.to_string().into());
            let record = more(Record::verdict(&verdict));
            (verdict, record)
        }
        Err(error) => return Err(error.into()),
    };
    cx.emit(&record.name(name))?;
    Ok(verdict)
}

/// A header as a card.
pub(crate) fn card(header: &Header, hash: &Hash256) -> Record {
    let fields = header.fields();
    let card = Record::card()
        .field("hash", shown(hash))
        .field("version", fields.version)
        .field("previous", shown(&fields.previous))
        .field("merkle_root", shown(&fields.root))
        .field("time", fields.time)
        .field("utc", time::show(fields.time.into()))
        .field("bits", format!("{:08x}", fields.bits))
        .field("nonce", fields.nonce);
    let target = Target::from_bits(fields.bits);
    match target {
        Ok(target) => target_fields(card, target).field("proven", target.is_met_by(hash)),
        Err(error) => card
            .field("target", format!("none: {}", error.found))
            .field("proven", false),
    }
}

/// The same with what a target says.
pub(crate) fn target_fields(card: Record, target: Target) -> Record {
    card.field("target", format!("{:x}", target.number()))
        .field("difficulty", target.difficulty())
        .field("work", target.work().to_string())
}

/// The files and headers of a line, standard input where none is named.
pub(crate) fn arguments(named: Vec<PathBuf>) -> Vec<PathBuf> {
    Cx::files(named)
}

/// Raw bytes as they are, or those that their hex digits stand for.
pub(crate) fn bytes_or_hex(bytes: Vec<u8>) -> decent::Result<Vec<u8>> {
    if !stream::is_hex(bytes.get(..64).unwrap_or(&bytes)) {
        return Ok(bytes);
    }
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    decent::codec::hex::decode(&text)
}
