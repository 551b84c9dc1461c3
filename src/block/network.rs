//! The rules of a network: Bitcoin's own, and those of a chain that anyone may start. The numbers
//! are those of Bitcoin Core's `kernel/chainparams.cpp`; BIP 94 has testnet4's.

use serde::{Deserialize, Serialize};

use super::header::{Fields, Header, from_shown, shown};
use super::target::Target;
use super::uint256::U256;
use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::hash::Hash256;

/// The most bytes of a file of rules.
pub const LARGEST: u64 = 64 << 10;

/// What a chain's headers are held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// What reports call it.
    pub name: String,
    /// The hash of its first block, internal order; without one any first block will do.
    pub genesis: Option<Hash256>,
    /// The easiest target.
    pub limit: Target,
    /// Seconds that a block is to take.
    pub spacing: u32,
    /// Blocks from one retarget to the next, at least 2.
    pub interval: u32,
    /// Whether the target is ever adjusted.
    pub retargets: bool,
    /// Whether a block that comes later than twice the spacing may have the easiest target, as on
    /// the test networks.
    pub min_difficulty: bool,
    /// Whether the adjustment starts from a period's first block, whose time is bounded (BIP 94).
    pub bip94: bool,
    /// From which height on which version is the lowest (BIP 34, 66, 65), ascending.
    pub versions: Vec<(u32, i32)>,
}

/// A network as its JSON file has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Json {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    genesis: Option<String>,
    limit: String,
    spacing: u32,
    interval: u32,
    #[serde(default = "yes")]
    retargets: bool,
    #[serde(default)]
    min_difficulty: bool,
    #[serde(default)]
    bip94: bool,
    #[serde(default)]
    versions: Vec<(u32, i32)>,
}

fn yes() -> bool {
    true
}

impl Network {
    /// The names of those that need no file.
    pub const NAMES: [&'static str; 5] = ["main", "test", "testnet4", "signet", "regtest"];

    /// One of [`Network::NAMES`].
    ///
    /// ```
    /// use decent::block::network::Network;
    /// let main = Network::named("main").unwrap();
    /// assert_eq!((main.interval, main.spacing), (2016, 600));
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        let plain = |bits: u32, versions: &[(u32, i32)]| {
            let limit = Target::from_bits(bits).ok()?.number();
            Some(Self {
                name: name.into(),
                genesis: genesis(name).map(|header| header.hash()),
                limit: Target::new(filled(limit)).ok()?,
                spacing: 600,
                interval: 2016,
                retargets: true,
                min_difficulty: false,
                bip94: false,
                versions: versions.to_vec(),
            })
        };
        let always = [(1, 4)];
        Some(match name {
            "main" => plain(0x1d00_ffff, &[(227_931, 2), (363_725, 3), (388_381, 4)])?,
            "test" => Self {
                min_difficulty: true,
                ..plain(0x1d00_ffff, &[(21_111, 2), (330_776, 3), (581_885, 4)])?
            },
            "testnet4" => Self {
                min_difficulty: true,
                bip94: true,
                ..plain(0x1d00_ffff, &always)?
            },
            "signet" => Self {
                limit: Target::from_bits(0x1e03_77ae).ok()?,
                ..plain(0x1e03_77ae, &always)?
            },
            "regtest" => Self {
                min_difficulty: true,
                retargets: false,
                ..plain(0x207f_ffff, &always)?
            },
            _ => return None,
        })
    }

    /// Of a JSON file: an object with `name`, `limit` (64 hex digits, or compact bits of 8),
    /// `spacing`, `interval`, and where they differ from the usual `genesis`, `retargets` (true),
    /// `min_difficulty` (false), `bip94` (false), `versions` (none).
    pub fn from_json(bytes: &[u8]) -> Result<Self> {
        let wrong =
            |found: String| Error::new(slug::NETWORK, "the rules of a network, as JSON", found);
        let json: Json = serde_json::from_slice(bytes).map_err(|e| wrong(e.to_string()))?;
        let key = |key: &'static str, error: Error| error.at(Place::Key(key.into()));
        let limit = read_target(&json.limit).map_err(|e| key("limit", e))?;
        let genesis = json.genesis.as_deref().map(from_shown).transpose();
        let range = |name, wanted: &'static str, found: String| {
            key(name, Error::new(slug::NETWORK, wanted, found))
        };
        if json.interval < 2 {
            return Err(range(
                "interval",
                "at least 2 blocks",
                json.interval.to_string(),
            ));
        }
        if json.spacing == 0 || u64::from(json.spacing) * u64::from(json.interval) > 1 << 30 {
            let found = format!("{} times {}", json.spacing, json.interval);
            return Err(range("spacing", "a period of 1 to 2^30 seconds", found));
        }
        if !json.versions.is_sorted() {
            return Err(range("versions", "heights that ascend", "others".into()));
        }
        Ok(Self {
            name: json.name,
            genesis: genesis.map_err(|e| key("genesis", e))?,
            limit,
            spacing: json.spacing,
            interval: json.interval,
            retargets: json.retargets,
            min_difficulty: json.min_difficulty,
            bip94: json.bip94,
            versions: json.versions,
        })
    }

    /// The JSON of [`Network::from_json`].
    pub fn to_json(&self) -> String {
        let json = Json {
            name: self.name.clone(),
            genesis: self.genesis.as_ref().map(shown),
            limit: format!("{:x}", self.limit.number()),
            spacing: self.spacing,
            interval: self.interval,
            retargets: self.retargets,
            min_difficulty: self.min_difficulty,
            bip94: self.bip94,
            versions: self.versions.clone(),
        };
        serde_json::to_string(&json).unwrap_or_default()
    }

    /// The compact form of the easiest target.
    pub fn limit_bits(&self) -> u32 {
        self.limit.to_bits()
    }

    /// Seconds that a period is to take.
    pub fn timespan(&self) -> u32 {
        self.spacing.saturating_mul(self.interval)
    }

    /// The lowest version at a height, where there is one.
    pub fn version_at(&self, height: u32) -> Option<i32> {
        let known = self.versions.iter().rev();
        let mut known = known.filter(|(from, _)| *from <= height);
        known.next().map(|(_, version)| *version)
    }

    /// Whether a block of this height begins a period.
    pub fn begins_period(&self, height: u32) -> bool {
        height.is_multiple_of(self.interval)
    }

    /// The bits behind a period: its last bits (under BIP 94 its first) times the seconds from its
    /// first block to its last, which are kept within a quarter and four times of what was wanted.
    /// Those are the seconds of one block less than the period has, as Bitcoin has it.
    pub fn retarget(&self, bits: u32, first_time: u32, last_time: u32) -> Result<u32> {
        let span = i64::from(self.timespan());
        let took = i64::from(last_time) - i64::from(first_time);
        let took = took.clamp(span / 4, span * 4).unsigned_abs();
        let target = Target::from_bits(bits)?.number().to_big() * took / span.unsigned_abs();
        let target = U256::from_big(&target).unwrap_or(U256::MAX);
        let target = target.min(self.limit.number());
        // Nothing left of a target would be no target: it stays at the hardest.
        let hardest = Target::new(U256::from(1))?;
        Ok(Target::new(target).unwrap_or(hardest).to_bits())
    }
}

/// A target written as 64 hex digits, or as 8 of compact bits.
pub fn read_target(text: &str) -> Result<Target> {
    let digits = text.trim().trim_start_matches("0x");
    if digits.len() == 8 {
        let bits = hex::decode_array::<4>(digits)?;
        return Target::from_bits(u32::from_be_bytes(bits));
    }
    Target::new(U256::from_be_bytes(hex::decode_array(digits)?))
}

/// The same bits below the highest, all set: Core keeps 2^224 - 1 where the bits say 1d00ffff.
fn filled(limit: U256) -> U256 {
    U256::MAX.shifted_right(256 - limit.bits())
}

/// The first header of one of [`Network::NAMES`].
pub fn genesis(name: &str) -> Option<Header> {
    const ROOT: &str = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";
    const ROOT_4: &str = "7aa0a7ae1e223414cb807e40cd57e667b718e42aaf9306db9102fe28912b7b4e";
    let (root, time, bits, nonce) = match name {
        "main" => (ROOT, 1_231_006_505, 0x1d00_ffff, 2_083_236_893),
        "test" => (ROOT, 1_296_688_602, 0x1d00_ffff, 414_098_458),
        "testnet4" => (ROOT_4, 1_714_777_860, 0x1d00_ffff, 393_743_547),
        "signet" => (ROOT, 1_598_918_400, 0x1e03_77ae, 52_613_770),
        "regtest" => (ROOT, 1_296_688_602, 0x207f_ffff, 2),
        _ => return None,
    };
    let fields = Fields {
        version: 1,
        previous: [0; 32],
        root: from_shown(root).ok()?,
        time,
        bits,
        nonce,
    };
    Some(Header::of(&fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_blocks_have_their_known_hashes() {
        let known = [
            (
                "main",
                "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f",
            ),
            (
                "test",
                "000000000933ea01ad0ee984209779baaec3ced90fa3f408719526f8d77f4943",
            ),
            (
                "testnet4",
                "00000000da84f2bafbbc53dee25a72ae507ff4914b867c565be350b0da8bf043",
            ),
            (
                "signet",
                "00000008819873e925422c1ff0f99f7cc9bbb232af63a077a480a3633bee1ef6",
            ),
            (
                "regtest",
                "0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206",
            ),
        ];
        for (name, hash) in known {
            let network = Network::named(name).unwrap();
            assert_eq!(network.genesis.as_ref().map(shown).as_deref(), Some(hash));
            let header = genesis(name).unwrap();
            assert!(network.limit.is_met_by(&header.hash()));
            assert_eq!(network.limit_bits(), header.bits());
        }
    }

    /// Bitcoin Core, `src/test/pow_tests.cpp`: the bits, the times of a period's first and last
    /// block, and the bits behind it.
    #[test]
    fn next_work_of_core() {
        let main = Network::named("main").unwrap();
        let told = [
            // get_next_work: blocks 30240 and 32255
            (0x1d00_ffff, 1_261_130_161, 1_262_152_739, 0x1d00_d86a),
            // get_next_work_pow_limit: blocks 0 and 2015
            (0x1d00_ffff, 1_231_006_505, 1_233_061_996, 0x1d00_ffff),
            // get_next_work_lower_limit_actual: blocks 66528 and 68543
            (0x1c05_a3f4, 1_279_008_237, 1_279_297_671, 0x1c01_68fd),
            // get_next_work_upper_limit_actual: not an actual time, and block 46367
            (0x1c38_7f6f, 1_263_163_443, 1_269_211_443, 0x1d00_e1fd),
        ];
        for (bits, first, last, next) in told {
            assert_eq!(main.retarget(bits, first, last), Ok(next), "{bits:08x}");
        }
    }

    #[test]
    fn nothing_wraps() {
        let easy = Network {
            limit: Target::new(U256::MAX).unwrap(),
            ..Network::named("main").unwrap()
        };
        assert_eq!(easy.retarget(0x207f_ffff, 0, u32::MAX), Ok(0x2100_ffff));
        assert_eq!(easy.retarget(0x0101_0000, u32::MAX, 0), Ok(0x0101_0000));
    }

    #[test]
    fn json_goes_both_ways() {
        for name in Network::NAMES {
            let network = Network::named(name).unwrap();
            assert_eq!(
                Network::from_json(network.to_json().as_bytes()),
                Ok(network)
            );
        }
        let own = br#"{"name":"own","limit":"207fffff","spacing":10,"interval":5}"#;
        let own = Network::from_json(own).unwrap();
        assert_eq!(
            (own.limit_bits(), own.timespan(), own.retargets),
            (0x207f_ffff, 50, true)
        );
        for bad in [
            "",
            "{}",
            r#"{"name":"own","limit":"207fffff","spacing":10,"interval":1}"#,
            r#"{"name":"own","limit":"207fffff","spacing":0,"interval":5}"#,
            r#"{"name":"own","limit":"ff123456","spacing":10,"interval":5}"#,
            r#"{"name":"own","limit":"207fffff","spacing":10,"interval":5,"colour":1}"#,
            r#"{"name":"own","limit":"207fffff","spacing":10,"interval":5,"genesis":"00"}"#,
            r#"{"name":"own","limit":"207fffff","spacing":10,"interval":5,"versions":[[2,1],[1,1]]}"#,
        ] {
            assert!(Network::from_json(bad.as_bytes()).is_err(), "{bad}");
        }
    }

    #[test]
    fn versions_by_height() {
        let main = Network::named("main").unwrap();
        let known = [
            (0, None),
            (227_930, None),
            (227_931, Some(2)),
            (388_380, Some(3)),
            (800_000, Some(4)),
        ];
        for (height, version) in known {
            assert_eq!(main.version_at(height), version);
        }
    }
}
