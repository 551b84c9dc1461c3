//! `block new`: a header to mine, from its fields or behind the last of a chain.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::block::chain::State;
use decent::block::header::{Fields, Header, from_shown};
use decent::block::narrate;
use decent::block::network::Network;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::hash::Hash256;
use decent::watch::Watch;

use super::verify::clock;
use crate::chains::{Rules, each_header};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The hash of the header before; none, of 64 zeros, begins a chain
    #[arg(long, value_name = "HEX", conflicts_with = "after")]
    prev: Option<String>,
    /// Previous hash and bits from a chain: its last header, and the rules of --network
    #[arg(long, value_name = "FILE")]
    after: Option<PathBuf>,
    /// The Merkle root over the transactions (`decent spv new`)
    #[arg(long, value_name = "HEX")]
    root: String,
    /// The target, as compact bits; of --after, or without, those of the network
    #[arg(long, value_name = "HEX")]
    bits: Option<String>,
    /// RFC 3339, or seconds since 1970
    #[arg(long, value_name = "T")]
    time: String,
    /// The version
    #[arg(
        long,
        value_name = "V",
        default_value_t = 0x2000_0000,
        allow_negative_numbers = true
    )]
    version: i32,
    /// The nonce
    #[arg(long, value_name = "N", default_value_t = 0)]
    nonce: u32,
    #[command(flatten)]
    rules: Rules,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints a header as 160 hex digits, its nonce still to be found (`decent block mine`). With --after it
is one that the chain can have next: it follows the last header, has the bits that the rules of
--network give for its time, and a time past the median.";
    const EXAMPLES: &'static str =
        "$ root=4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b
$ decent block new --root $root --time 1231006505 --version 1 --nonce 2083236893 > genesis
$ decent block show --no-names genesis | head -n 1
hash: 000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f
$ decent block new --root $root --time soon --bits 1d00ffff
decent block new: --time: wanted RFC 3339, or seconds since 1970, up to 2106, found \"soon\"
  more: decent why out-of-range
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let option = |name: &'static str| move |error: Error| Fail::from(error.of(name));
        let root = from_shown(&self.root).map_err(option("--root"))?;
        let time = clock(&self.time).map_err(|fail| Fail::from(fail.error).named("--time"))?;
        let network = self.rules.network(cx)?;
        let (previous, wanted) = if let Some(path) = &self.after {
            self.after(cx, path, &network, time)?
        } else {
            let previous = self.prev.as_deref().map(from_shown).transpose();
            let previous = previous.map_err(option("--prev"))?;
            (previous.unwrap_or([0; 32]), network.limit_bits())
        };
        let bits = match &self.bits {
            Some(text) => u32::from_be_bytes(hex::decode_array(text).map_err(option("--bits"))?),
            None => wanted,
        };
        decent::block::target::Target::from_bits(bits).map_err(option("--bits"))?;
        let fields = Fields {
            version: self.version,
            previous,
            root,
            time,
            bits,
            nonce: self.nonce,
        };
        let header = Header::of(&fields);
        let watch = cx.watch(None);
        if watch.narrates() {
            narrate::header(&header, &watch);
        }
        cx.emit(&Record::value("header", header.to_hex()))?;
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// The hash of a chain's last header, and the bits that the next one must have.
    fn after(
        &self,
        cx: &mut Cx,
        path: &Path,
        network: &Network,
        time: u32,
    ) -> Result<(Hash256, u32), Fail> {
        let mut chain = self.rules.chain(cx, network)?;
        let mut input = cx.subject("headers", path)?;
        each_header(cx, &mut input, "headers", &mut |_, headers, hashes| {
            headers
                .iter()
                .zip(hashes)
                .try_for_each(|(raw, hash)| chain.push(raw, hash))
        })?;
        let Some(state) = chain.state() else {
            let error = Error::new(slug::NOTHING_CHECKED, "at least one header", "none");
            return Err(error.of("headers").into());
        };
        let timely = |state: &State| state.times.median().is_none_or(|median| time > median);
        if !timely(state) {
            let wanted = format!(
                "a time past {}, the median of the last blocks",
                state.times.median().unwrap_or(0)
            );
            return Err(Error::new(slug::OUT_OF_RANGE, wanted, time.to_string())
                .of("--time")
                .into());
        }
        let bits = chain.wanted_bits(state, time)?;
        bits.map(|bits| (state.hash, bits)).ok_or_else(|| {
            let wanted = "the first header of the period";
            Error::new(slug::NOTHING_CHECKED, wanted, "a later start")
                .of("headers")
                .into()
        })
    }
}
