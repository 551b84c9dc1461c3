//! `beacon draw verify`: whether a result is the one that was drawn.

use std::path::PathBuf;

use decent::Verdict;
use decent::draw::{self, result};
use decent::error::{Error, Place, slug};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::draws::Drawing;
use crate::fail::Fail;
use crate::report::Record;

/// Ranks that differ and are named, at most.
const NAMED: usize = 20;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    drawing: Drawing,
    /// The commitment, as it was published before the round was there
    #[arg(long, value_name = "COMMIT")]
    commit: PathBuf,
    /// Who is said to be drawn, a line each, the first first; none, or `-`, is standard input
    #[arg(value_name = "RESULT")]
    result: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Draws again as was committed to, and compares: every rank at which the result has another is
named, and so is a pool or a beacon that is not the right one. By a commitment that was made, by its
own word, when its round was there already nothing is proven, without --late; whether it was
published before is for you to know in any case.";
    const EXAMPLES: &'static str = r#"$ start=b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486
$ end=d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92
$ echo '{"round":123,"signature":"'$start$end'"}' > beacon
$ seq 100 > pool
$ decent beacon draw commit -q --chain quicknet --round 123 --past -k 3 pool > commit
$ decent beacon draw run -q --late --beacon beacon --pool pool commit > result
$ decent beacon draw verify -q --late --beacon beacon --pool pool --commit commit result
result: OK
$ sed -i '2s/.*/101/' result
$ decent beacon draw verify -q --late --beacon beacon --pool pool --commit commit result 2> log
result: FAILED (1 of 3 differs)
[1]
$ head -n 1 log | cut -c1-49
decent beacon draw verify: result: rank 2: wanted"#;

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let (when, pool, drawn) = self.drawing.draw(cx, &self.commit)?;
        let path = self.result.clone().unwrap_or_else(|| "-".into());
        let mut input = cx.evidence("result", &path)?;
        let of = |error: Error| error.of("result");
        let bytes = input.read_all(draw::LARGEST).map_err(of)?;
        let said = result(&bytes).map_err(of)?;
        let right = drawn.iter().filter_map(|one| pool.entries().get(one.place));
        let right: Vec<&String> = right.collect();
        let most = right.len().max(said.len());
        let mut differ = 0;
        for at in 0..most {
            let (wanted, found) = (right.get(at).copied(), said.get(at));
            if wanted == found {
                continue;
            }
            differ += 1;
            if differ <= NAMED {
                let told = |one: Option<&String>, none: &str| {
                    one.map_or_else(|| none.to_owned(), |entry| format!("{entry:?}"))
                };
                let (wanted, found) = (told(wanted, "no more"), told(found, "none"));
                let error = Error::new(slug::DRAW_RESULT, wanted, found);
                cx.complain(of(error.at(Place::Item("rank", at as u64 + 1))).into())?;
            }
        }
        let verdict = match differ {
            0 => match when.late() {
                Some(late) if !self.drawing.late => Verdict::Unknown(late.into()),
                Some(late) => {
                    cx.note(&format!("warning: {late}"));
                    Verdict::Yes
                }
                None => Verdict::Yes,
            },
            1 => Verdict::No(format!("1 of {most} differs").into()),
            _ => Verdict::No(format!("{differ} of {most} differ").into()),
        };
        let record = when.told(Record::verdict(&verdict));
        cx.emit(&record.name(input.name()))?;
        Ok(verdict)
    }
}
