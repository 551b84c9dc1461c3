//! `pow collide`: two inputs whose digests begin alike.

use std::num::NonZeroUsize;

use decent::Verdict;
use decent::codec::hex;
use decent::pow::HashKind;
use decent::pow::collide::Walks;
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// How many bits are to agree, 1 to 96
    #[arg(long, value_name = "N")]
    bits: u32,
    /// The hash: sha256, sha256d, sha1, sha512, blake2b, sha3, scrypt or argon2id
    #[arg(long, value_name = "HASH", default_value = "sha256", value_parser = HashKind::NAMES.map(|(name, _)| name), hide_possible_values = true)]
    hash: String,
    /// What both inputs begin with
    #[arg(long, value_name = "TEXT", default_value = "")]
    prefix: String,
    /// Where to begin: another seed finds another pair
    #[arg(long, value_name = "N", default_value = "0")]
    seed: u64,
    /// Threads; one for each core unless told otherwise
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Finds two inputs whose digests agree in their first N bits. That takes about 2^(N/2) tries, where
mining N zero bits takes 2^N: of so many tries every two are a pair, as birthdays are in a class. It
keeps some 65,536 digests at most, whatever N is: walks that meet end in the same place.";
    const EXAMPLES: &'static str = "$ decent pow collide --bits 32 | grep -c digest
2
$ a=$(decent pow collide --bits 32 | sed -n 's/^first: //p') && printf $a | sha256sum | cut -c1-8
89b9238b
$ b=$(decent pow collide --bits 32 | sed -n 's/^second: //p') && printf $b | sha256sum | cut -c1-8
89b9238b";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let hash = HashKind::named(&self.hash)?;
        let walks = Walks::new(hash, self.bits, self.prefix.as_bytes(), self.seed);
        let walks = walks.map_err(|e| e.of("--bits"))?;
        cx.stoppable()?;
        let expected = walks.expected_tries();
        let watch = cx.hunt(Some(expected));
        let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let found = walks.collide(self.threads.unwrap_or_else(cores), &watch)?;
        drop(watch);
        let inputs = found
            .inputs
            .each_ref()
            .map(|input| String::from_utf8_lossy(input));
        let digests = found.digests.each_ref().map(|digest| hex::encode(digest));
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "of n tries each two are a pair, n * (n - 1) / 2 of them, and each may agree";
            let step = Step::new("birthday", why)
                .value("digests of so many bits", format!("2^{}", self.bits))
                .value(
                    "tries expected",
                    format!("{expected:.0} (1.25 * 2^{})", f64::from(self.bits) / 2.0),
                )
                .value("tries", found.tries)
                .value("ends kept", found.kept);
            watch.step(&step);
            for (title, (input, digest)) in ["first", "second"]
                .into_iter()
                .zip(inputs.iter().zip(&digests))
            {
                let step = Step::new(title, "the digest of an input, by the plain crate");
                let step = step.value("input", input).value(hash.name(), digest);
                let line = format!(
                    "printf %s '{}' | openssl dgst -sha256 -r",
                    input.replace('\'', r"'\''")
                );
                watch.step(&if hash == HashKind::Sha256 {
                    step.check(line)
                } else {
                    step
                });
            }
        }
        let record = Record::card()
            .field("first", &*inputs[0])
            .field("second", &*inputs[1])
            .field("first_digest", &*digests[0])
            .field("second_digest", &*digests[1])
            .field("hash", hash.name())
            .field("bits", self.bits)
            .field("tries", found.tries.to_string())
            .field("expected_tries", format!("{expected:.0}"))
            .field(
                "mining_tries",
                format!("{:.0}", 2f64.powi(self.bits.cast_signed())),
            );
        cx.emit(&record)?;
        Ok(Verdict::Yes)
    }
}
