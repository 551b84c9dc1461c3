//! `beacon seal`: encrypt until a round is there.

use std::path::PathBuf;

use decent::Verdict;
use decent::beacon::timelock::lock;
use decent::codec::time;
use decent::key::age;

use crate::args::Create;
use crate::beacons::Due;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::report::Record;
use crate::sealed::Sealing;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Whose round: a chain that is known by name or hash, or a file with its information
    #[arg(long, value_name = "CHAIN")]
    chain: PathBuf,
    #[command(flatten)]
    due: Due,
    /// Write letters instead of bytes, for mail
    #[arg(short, long)]
    armor: bool,
    #[command(flatten)]
    create: Create,
    /// The file; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Encrypts a file or a stream so that nobody opens it before a round of a chain is there, not even
who sealed it, and everybody from then on: the key of the file is encrypted to the signature
that the round will have. The format is that of age with a stanza of drand's tlock, so that tle
and tlock-js open it too. Chains must be unchained ones, on BLS12-381: quicknet is. Prints the
round, and when it is due. Works on streams of any size, chunk by chunk.";
    const EXAMPLES: &'static str = r"$ echo 'the answer is 42' > answer
$ decent beacon seal --chain quicknet --time 2100-01-01T00:00:00Z answer -o sealed
803213812  2100-01-01T00:00:00Z  sealed
$ sed -n 2p sealed
-> tlock 803213812 52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971
$ decent beacon seal --chain quicknet --round 123 answer 2>&1 | cut -c1-75
decent beacon seal: --round: wanted a round to come, found 123, which was d
  hint: give --past to take it all the same
  more: decent why round-past
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let chain = cx.chain(&self.chain)?;
        let round = self.due.round(&chain)?;
        let path = self.file.clone().unwrap_or_else(|| "-".into());
        let mut input = cx.subject("file", &path)?;
        crate::secrets::guard();
        let mut rng = Cx::rng()?;
        let watch = cx.watch(input.len());
        let key = age::new_key(&mut rng, &watch);
        let stanza = lock(&chain, round, &key, &mut rng, &watch);
        let stanza = stanza.map_err(|error| Fail::from(error).named("--chain"))?;
        let name = match self.create.output.as_deref() {
            Some(path) => crate::report::bytes_of(path).to_vec(),
            None => input.name().to_vec(),
        };
        let mut reader = input.reader();
        let made = cx.create(&self.create, !self.armor)?;
        let mut sealing = Sealing::new(made, self.armor);
        let mut carried = Carried::default();
        let put = &mut |bytes: &[u8]| carried.pass(sealing.put(bytes));
        let ended = age::seal_under(&key, vec![stanza], &mut *reader, put, &mut rng, &watch);
        carried.end(ended.map_err(|error| error.of("file")))?;
        sealing.finish()?;
        drop(watch);
        let due = time::show(chain.time_of(round)?);
        let record = Record::value("round", round).detail("time", due);
        cx.emit(&record.field("round", round).name(&name))?;
        Ok(Verdict::Yes)
    }
}
