//! `pow verify`: whether a nonce solves a puzzle.

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::pow::search::Solution;
use decent::pow::{Digest, Goal, narrate};
use decent::watch::Watch;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::puzzles::{PuzzleArgs, Question};
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    puzzle: PuzzleArgs,
    /// The nonce, as pow mine prints it; a payload of ALTCHA and an event of Nostr hold their own
    #[arg(long, value_name = "NONCE")]
    value: Option<String>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Hashes the message once, and says whether the nonce solves the puzzle. A nonce that can't be one
is as wrong as one that solves nothing: status 1. Of ALTCHA the signature is not checked, which
only the server's key can; of Nostr the id is.";
    const EXAMPLES: &'static str = "$ printf hello | decent pow verify --bits 16 --value 60067
-: OK
$ printf hello | decent pow verify --bits 16 --value 60068
-: FAILED (its digest begins with 0 zero bits, 16 are wanted)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let question = self.puzzle.pose(cx, true)?;
        let counter = match (&self.value, question.answered) {
            (Some(value), None) => question.encoding.read(value).map_err(|error| Fail {
                role: Some(Role::Evidence),
                ..Fail::from(Error {
                    slug: slug::NOT_A_NONCE,
                    ..error
                })
                .named("--value")
            })?,
            (None, Some(counter)) => counter,
            (Some(_), Some(_)) => return Err(Fail::usage("FILE holds the nonce: give no --value")),
            (None, None) => return Err(Fail::usage("give the nonce as --value")),
        };
        let digest = question.puzzle.digest(counter);
        let verdict = if counter >= question.end {
            Verdict::No("a nonce past the last".into())
        } else {
            judge(&question, &digest)
        };
        let watch = cx.watch(None);
        if watch.narrates() && verdict == Verdict::Yes {
            let solution = Solution { counter, digest };
            let tries = counter.saturating_add(1);
            narrate::solved(&question.puzzle, question.goal, &solution, tries, &watch);
        }
        let record = Record::verdict(&verdict)
            .name(&question.name)
            .field("digest", hex::encode(&digest))
            .field("bits", digest.zero_bits());
        cx.emit(&record)?;
        Ok(verdict)
    }
}

fn judge(question: &Question, digest: &Digest) -> Verdict {
    if question.goal.admits(digest) {
        return Verdict::Yes;
    }
    let bits = digest.zero_bits();
    Verdict::No(match question.goal {
        Goal::AtMost(target) if bits < target.zero_bits() => {
            let wanted = target.zero_bits();
            format!("its digest begins with {bits} zero bits, {wanted} are wanted").into()
        }
        Goal::AtMost(_) => "its digest is above the target".into(),
        Goal::Equals(_) => "its digest is not the challenge".into(),
    })
}
