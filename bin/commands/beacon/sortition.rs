//! `beacon sortition`: how many units of a stake an input draws, by the output of the holder's key.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::error::Error;
use decent::key::{Kind, PublicKey, SecretKey};
use decent::sortition::Lot;
use decent::vrf::{PROOF_BYTES, Suite};
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::keys::{Either, Reading};
use crate::report::Record;
use crate::secrets::Passphrase;
use crate::vrfs::{LARGEST, SuiteWord, given_proof, not_ed25519};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The key of ed25519: the secret one to draw, the public one to check what somebody drew
    #[arg(long, value_name = "KEY")]
    key: PathBuf,
    #[command(flatten)]
    passphrase: Passphrase,
    /// The proof of who drew, as 160 hex digits or a file that begins with them
    #[arg(long, value_name = "PROOF")]
    proof: Option<PathBuf>,
    /// Units of stake that the key holds, 100000 at most: the time grows with the square, and so many
    /// can take minutes
    #[arg(long, value_name = "W")]
    stake: u64,
    /// Units that all hold together
    #[arg(long, value_name = "T")]
    total: u64,
    /// How many units are to be drawn on the average
    #[arg(long, value_name = "E")]
    expected: u64,
    /// How the input becomes a point
    #[arg(long, value_name = "SUITE", default_value = "tai")]
    suite: SuiteWord,
    /// The input, the same for all: a round and its randomness; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Draws by stake, as Algorand does: every unit has the same chance, and the verifiable random output of
the holder's key tells how many of theirs are drawn. Prints that count, and the proof by which
all others find the same count with --proof and the public key. None drawn is status 1. The
chances are compared as whole numbers of any length: nothing is rounded.";
    const EXAMPLES: &'static str = "$ printf %064d 7 > key && chmod 600 key
$ echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > key.pub
$ echo 'round 5' > round
$ decent beacon sortition --key key --stake 100 --total 1000 --expected 200 round > ticket
$ cut -d' ' -f1 ticket > count && cut -d' ' -f3 ticket > proof
$ lot='--stake 100 --total 1000 --expected 200 --no-names'
$ decent beacon sortition --key key.pub --proof proof $lot round | cmp - count
$ decent beacon sortition --key key --stake 1 --total 1000 --expected 0 --no-names round
0
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let lot = Lot::new(self.stake, self.total, self.expected);
        let lot = lot.map_err(|error| {
            let option = format!("--{}", error.input);
            Fail::from(error).named(option)
        })?;
        let suite = Suite::from(self.suite);
        let given = self.proof.as_deref();
        let given = given.map(|path| given_proof(cx, path)).transpose()?;
        let reading = Reading {
            passphrase: &self.passphrase,
            kind: Some(Kind::Ed25519),
            public: given.is_some(),
        };
        let key = cx.either(&self.key, &reading)?;
        let path = self.file.unwrap_or_else(|| "-".into());
        let mut file = cx.subject("input", &path)?;
        let input = file.read_all(LARGEST).map_err(|error| error.of("input"))?;
        cx.stoppable()?;
        let watch = cx.watch(None);
        tell(&watch);
        let (output, proof) = match (&key, given) {
            (Either::Secret(read, _), None) => match &read.key {
                SecretKey::Ed25519(_) => suite.prove(&read.key.to_bytes(), &input, &watch)?,
                other => return Err(not_ed25519(other.kind())),
            },
            (Either::Public(read), Some(proof)) => match &read.key {
                PublicKey::Ed25519(key) => checked(suite, &key.to_bytes(), &input, proof, &watch)?,
                other => return Err(not_ed25519(other.kind())),
            },
            _ => {
                return Err(Fail::usage(
                    "to draw, give the secret key; to check, the public one and --proof",
                ));
            }
        };
        let count = lot.drawn(&output, &watch)?;
        let why = "the smallest count up to which the chances add up to more than the output";
        watch.step(&Step::new("drawn", why).value("count", count));
        drop(watch);
        let record = Record::value("drawn", count).detail("proof", hex::encode(&proof));
        let record = record.field("output", hex::encode(&output));
        let record = record.field("suite", suite.name());
        cx.emit(&record.name(file.name()))?;
        Ok(match count {
            0 => Verdict::No("nothing was drawn".into()),
            _ => Verdict::Yes,
        })
    }
}

type Ticket = ([u8; 64], [u8; PROOF_BYTES]);

fn checked(
    suite: Suite,
    key: &[u8; 32],
    input: &[u8],
    proof: [u8; PROOF_BYTES],
    watch: &dyn Watch,
) -> Result<Ticket, Error> {
    let output = suite.verify(key, input, &proof, watch);
    let output = output.map_err(|error| error.of("proof"))?;
    Ok((output, proof))
}

/// First with small numbers.
fn tell(watch: &dyn Watch) {
    let why = "first with a stake of 3 units of 16, of which 4 are expected: a unit is drawn with 1 in 4, \
               so 0, 1, 2, 3 units in 27, 27, 9, 1 of 64 cases";
    let step = Step::new("toy lot", why).value("cases of 1", 27);
    watch.step(&step.check("echo $(( 3 * 1 * 3 * 3 ))"));
}
