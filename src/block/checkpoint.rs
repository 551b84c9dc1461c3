//! Where the check of a chain stood, as JSON: with it a later check goes on, and nothing is
//! assumed. A block's height and hash alone, `HEIGHT:HASH`, are a checkpoint that tells less.

use serde::{Deserialize, Serialize};

use super::chain::{Chain, MEDIAN_OF, State, Times};
use super::header::{from_shown, shown};
use super::network::Network;
use super::uint256::U256;
use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};

/// The most bytes of a checkpoint.
pub const LARGEST: u64 = 16 << 10;
const FORMAT: &str = "decent-checkpoint";
const VERSION: u32 = 1;

/// A checkpoint as its JSON has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Json {
    format: String,
    version: u32,
    network: String,
    height: u32,
    hash: String,
    bits: String,
    work: String,
    /// The latest first; 11, or as many as there are.
    times: Vec<u32>,
    period_time: u32,
    period_bits: String,
    earnest_bits: String,
}

/// The JSON of a state; `None` where it doesn't know all that the rules ask for.
pub fn to_json(network: &Network, state: &State) -> Option<String> {
    let (period_time, period_bits) = state.period?;
    let json = Json {
        format: FORMAT.into(),
        version: VERSION,
        network: network.name.clone(),
        height: state.height,
        hash: shown(&state.hash),
        bits: format!("{:08x}", state.bits),
        work: format!("{:x}", state.work),
        times: state.times.latest_first().to_vec(),
        period_time,
        period_bits: format!("{period_bits:08x}"),
        earnest_bits: format!("{:08x}", state.earnest?),
    };
    let text = serde_json::to_string(&json).ok();
    text.filter(|_| state.times.all())
}

/// The state that a checkpoint of this network tells.
///
/// ```
/// use decent::block::{chain::Chain, checkpoint, network::{Network, genesis}};
/// let regtest = Network::named("regtest").unwrap();
/// let mut chain = Chain::new(&regtest);
/// let first = genesis("regtest").unwrap();
/// chain.push(&first.0, &first.hash()).unwrap();
/// let state = *chain.state().unwrap();
/// let text = checkpoint::to_json(&regtest, &state).unwrap();
/// assert_eq!(checkpoint::from_json(&regtest, text.as_bytes()), Ok(state));
/// ```
pub fn from_json(network: &Network, bytes: &[u8]) -> Result<State> {
    let wrong = |found: String| Error::new(slug::CHECKPOINT, "a checkpoint, as JSON", found);
    let json: Json = serde_json::from_slice(bytes).map_err(|e| wrong(e.to_string()))?;
    if json.format != FORMAT {
        return Err(wrong(format!("format {:?}", json.format)));
    }
    if json.version != VERSION {
        let found = json.version.to_string();
        return Err(
            Error::new(slug::UNKNOWN_VERSION, "version 1", found).at(Place::Key("version".into()))
        );
    }
    if json.network != network.name {
        let wanted = format!("a checkpoint of {}", network.name);
        return Err(Error::new(
            slug::CHECKPOINT,
            wanted,
            format!("one of {}", json.network),
        ));
    }
    let at = |key: &'static str| move |error: Error| error.at(Place::Key(key.into()));
    let bits = |text: &str| hex::decode_array::<4>(text).map(u32::from_be_bytes);
    let blocks = u64::from(json.height) + 1;
    if json.times.len() as u64 != blocks.min(MEDIAN_OF as u64) {
        let wanted = format!(
            "the times of the last {} blocks",
            blocks.min(MEDIAN_OF as u64)
        );
        let error = Error::new(slug::CHECKPOINT, wanted, json.times.len().to_string());
        return Err(at("times")(error));
    }
    let period_bits = bits(&json.period_bits).map_err(at("period_bits"))?;
    Ok(State {
        height: json.height,
        hash: from_shown(&json.hash).map_err(at("hash"))?,
        bits: bits(&json.bits).map_err(at("bits"))?,
        work: U256::from_be_bytes(hex::decode_array(&json.work).map_err(at("work"))?),
        times: Times::new(&json.times, true),
        period: Some((json.period_time, period_bits)),
        earnest: Some(bits(&json.earnest_bits).map_err(at("earnest_bits"))?),
    })
}

/// A chain that begins at `HEIGHT:HASH`.
pub fn from_words<'a>(network: &'a Network, text: &str) -> Result<Chain<'a>> {
    let wrong = || {
        Error::new(
            slug::CHECKPOINT,
            "HEIGHT:HASH, or a file",
            format!("{text:?}"),
        )
    };
    let (height, hash) = text.split_once(':').ok_or_else(wrong)?;
    let height = height.parse().map_err(|_| wrong())?;
    Ok(Chain::trusting(network, height, from_shown(hash)?))
}
