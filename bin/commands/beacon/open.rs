//! `beacon open`: decrypt what was sealed until a round.

use std::path::PathBuf;

use decent::Verdict;
use decent::beacon::Chain;
use decent::beacon::timelock::Lock;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::key::age;

use crate::args::Create;
use crate::beacons::{absent, known_of};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::sealed;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The beacon of the round, in JSON; there may be others in the file
    #[arg(long, value_name = "B")]
    beacon: PathBuf,
    /// The chain, where the file's is none that is known: a file with its information
    #[arg(long, value_name = "CHAIN")]
    chain: Option<PathBuf>,
    #[command(flatten)]
    create: Create,
    /// The sealed file; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Decrypts what `beacon seal`, tle or tlock-js sealed until a round, armoured or not, with the
beacon of that round from a file: no network is asked. The beacon is first held against the key
of its chain, which is the one that the sealed file names, if it is known by name, and else
--chain. A round that is still to come is status 2. Nothing is put out before it is
authenticated; with -o the file appears only if all of it is good, and only its owner can read
it.";
    const EXAMPLES: &'static str = r#"$ start=b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486
$ end=d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92
$ echo '{"round":123,"signature":"'$start$end'"}' > beacon
$ echo 'the answer is 42' > answer
$ decent beacon seal --chain quicknet --round 123 --past answer -q > sealed
$ decent beacon open --beacon beacon sealed
the answer is 42
$ decent beacon seal --chain quicknet --round 124 --past answer -q > other
$ decent beacon open --beacon beacon other
decent beacon open: beacon: wanted the beacon of round 124, found round 123
  more: decent why beacon-late
[1]
$ decent beacon seal --chain quicknet --round 803213812 answer -q > later
$ decent beacon open --beacon beacon later
decent beacon open: later: sealed until round 803213812, which is due at 2100-01-01T00:00:00Z
  more: decent why too-early
[2]"#;

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let path = self.file.clone().unwrap_or_else(|| "-".into());
        let mut beacons = cx.evidence("beacon", &self.beacon)?;
        let mut input = cx.subject("file", &path)?;
        let watch = cx.watch(input.len());
        let mut reader = sealed::buffered(&mut input);
        let (mut bare, _) = sealed::bare(&mut reader)?;
        let of = |error: Error| error.of("file");
        let header = age::Header::read(&mut *bare).map_err(of)?;
        let mut locks = Lock::all(&header).map_err(of)?;
        let chain = self.chain(cx, &locks)?;
        locks.retain(|lock| lock.chain == chain.hash);
        let rounds: Vec<u64> = locks.iter().map(|lock| lock.round).collect();
        let found = Cx::beacon_of(&mut beacons, &chain, &rounds, "sealed until")?;
        let beacon = found.map_err(of)?;
        let lock = locks.iter().find(|lock| lock.round == beacon.round);
        let lock = lock.ok_or_else(|| absent(beacon.round, "none"))?;
        crate::secrets::guard();
        let key = lock.open(&chain, &beacon, &watch)?;
        let mut made = cx.create_hidden(&self.create)?;
        let mut carried = Carried::default();
        let put = &mut |bytes: &[u8]| carried.pass(made.put_secret(bytes));
        let ended = age::open_under(&key, &header, &mut *bare, put, &watch);
        carried.end(ended.map_err(of))?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// The chain that is given, which one of the locks must be on; else the one that is known.
    fn chain(&self, cx: &mut Cx, locks: &[Lock]) -> Result<Chain, Fail> {
        let hashes: Vec<[u8; 32]> = locks.iter().map(|lock| lock.chain).collect();
        let Some(named) = &self.chain else {
            let chain = known_of(&hashes).map_err(|error| error.of("file"));
            return chain.map_err(|error| Fail::from(error).hint("give --chain FILE"));
        };
        let chain = cx.chain(named)?;
        if hashes.contains(&chain.hash) {
            return Ok(chain);
        }
        let wanted = format!(
            "a lock on a round of the chain {}",
            hex::encode(&chain.hash)
        );
        let found: Vec<String> = hashes.iter().map(|hash| hex::encode(hash)).collect();
        let found = format!("one of {}", found.join(", "));
        let error = Error::new(slug::NOT_TIMELOCKED, wanted, found);
        Err(error.of("file").into())
    }
}
