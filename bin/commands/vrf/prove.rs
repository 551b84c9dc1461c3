//! `vrf prove`: the output of a key for an input, and the proof that it is the one.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::key::toy::{self, Toy};
use decent::key::{Kind, SecretKey};
use decent::vrf::Suite;
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;
use crate::secrets::Passphrase;
use crate::vrfs::{LARGEST, SuiteWord, not_ed25519};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The secret key of ed25519, in any form
    #[arg(long, value_name = "KEY")]
    key: PathBuf,
    #[command(flatten)]
    passphrase: Passphrase,
    /// How the input becomes a point
    #[arg(long, value_name = "SUITE", default_value = "tai")]
    suite: SuiteWord,
    /// The input; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints a proof and the output that it proves, as RFC 9381 says: for each key and input there is one
output, which looks random to all who do not have the key, and which all can check who have the
public key. Whoever has the key can't choose it.";
    const EXAMPLES: &'static str = "$ printf %064d 7 > key && chmod 600 key
$ printf 'round 5' | decent vrf prove --key key --suite ell2
[..]  [..]  -
$ printf 'round 5' | decent vrf prove --key key --no-names > proof
$ echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > key.pub
$ printf 'round 5' | decent vrf verify --key key.pub --proof proof | wc -c
132";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let kind = Some(Kind::Ed25519);
        let key = cx.secret_key("key", &self.key, &self.passphrase, kind)?.key;
        let SecretKey::Ed25519(_) = &key else {
            return Err(not_ed25519(key.kind()));
        };
        let path = self.file.unwrap_or_else(|| "-".into());
        let mut file = cx.subject("input", &path)?;
        let input = file.read_all(LARGEST).map_err(|error| error.of("input"))?;
        let watch = cx.watch(None);
        tell_toy(&watch)?;
        let suite = Suite::from(self.suite);
        let (output, proof) = suite.prove(&key.to_bytes(), &input, &watch)?;
        drop(watch);
        let record = Record::value("proof", hex::encode(&proof));
        let record = record.detail("output", hex::encode(&output));
        let record = record.field("suite", suite.name());
        cx.emit(&record.name(file.name()))?;
        Ok(Verdict::Yes)
    }
}

/// The same on a curve that one can see.
pub(super) fn tell_toy(watch: &dyn Watch) -> Result<(), Fail> {
    if !watch.narrates() {
        return Ok(());
    }
    let toy = Toy::new(toy::PRIME)?;
    let start = toy.start()?;
    let why = "first on a curve that one can see: the key is 11 times the start, the input becomes the \
               point H, here 5 times the start";
    let base = toy.times(5, start);
    let step = Step::new("toy input", why)
        .value("key", toy::shown(toy.times(11, start)))
        .value("H", toy::shown(base));
    watch.step(&step);
    let why = "11 times H: whoever has the key finds it, and nobody can have another";
    let step = Step::new("toy point", why).value("Gamma", toy::shown(toy.times(11, base)));
    watch.step(&step);
    Ok(())
}
