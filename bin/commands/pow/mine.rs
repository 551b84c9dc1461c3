//! `pow mine`: the nonce that solves a puzzle.

use decent::Verdict;
use decent::codec::hex;
use decent::pow::narrate;
use decent::pow::search::{Solution, Want};
use decent::watch::Watch;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::puzzles::{PuzzleArgs, Question, SearchArgs, exhausted};
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    puzzle: PuzzleArgs,
    #[command(flatten)]
    search: SearchArgs,
    /// List every solution in the range
    #[arg(long, conflicts_with_all = ["any", "output"])]
    all: bool,
    #[command(flatten)]
    create: Create,
}

impl Tool for Args {
    const ABOUT: &'static str = "Looks for the lowest nonce for which the digest of a message begins with so many zero bits, and
prints it with the digest. The answer is the same for any number of threads. With -o the solved
message is written too; of a preset what its server wants back: the fields of Anubis' form, the
payload of ALTCHA, the event of Nostr, yet to be signed. scrypt is taken as Litecoin takes it
(N = 1024, r = 1, p = 1), argon2id with 19 MiB and two passes. A header of 80 bytes, whose nonce
stands inside, is refused: that is what `decent block mine` does.

When all nonces are tried, and none solves the puzzle, the status is 1. Ctrl-C ends with 130, and
with --checkpoint the same line goes on from there.";
    const EXAMPLES: &'static str = "$ printf hello | decent pow mine --bits 16
60067  0000e49eab06aa7a6b3aef7708991b91a7e01451fd67f520b832b89b18f4e7de  -
$ decent pow mine --bits 12 --template 'x{nonce}y' --hash sha1 --no-names
3721";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let question = self.puzzle.pose(cx, false)?;
        let range = self.search.range(question.end)?;
        let want = self.search.want(self.all);
        let job = (&question.puzzle, question.goal, want);
        let mut solved = None;
        let any = self.search.run(cx, job, &range, &mut |cx, solution| {
            solved = Some(solution);
            if want == Want::All {
                emit(cx, &question, &solution, range.start)?;
            }
            Ok(())
        })?;
        let Some(solution) = solved.filter(|_| any) else {
            return Err(exhausted(&range));
        };
        let watch = cx.watch(None);
        if watch.narrates() {
            let tries = solution.counter - range.start + 1;
            narrate::solved(&question.puzzle, question.goal, &solution, tries, &watch);
        }
        if want == Want::All {
            return Ok(Verdict::Yes);
        }
        if self.create.output.is_some() {
            let mut made = cx.create(&self.create, true)?;
            made.put(&answer(&question, &solution))?;
            made.finish()?;
        }
        emit(cx, &question, &solution, range.start)?;
        Ok(Verdict::Yes)
    }
}

/// What the solved puzzle is worth sending.
fn answer(question: &Question, solution: &Solution) -> Vec<u8> {
    match &question.posed {
        Some(posed) => posed.answer(solution).into_bytes(),
        None => question.puzzle.message(solution.counter),
    }
}

fn emit(cx: &mut Cx, question: &Question, solution: &Solution, start: u64) -> Result<(), Fail> {
    let nonce = question.encoding.show(solution.counter);
    let record = Record::value("nonce", nonce)
        .detail("digest", hex::encode(&solution.digest))
        .name(&question.name)
        .field("counter", solution.counter.to_string())
        .field("hash", question.puzzle.hash().name())
        .field("bits", solution.digest.zero_bits())
        .field("tries", (solution.counter - start + 1).to_string());
    let record = match question.goal.expected_tries() {
        Some(expected) => record.field("expected_tries", format!("{expected:.0}")),
        None => record,
    };
    let record = match &question.posed {
        Some(posed) => record.field("answer", posed.answer(solution).trim_end()),
        None => record,
    };
    cx.emit(&record)
}
