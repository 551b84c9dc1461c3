//! `beacon draw run`: who is drawn, once the round is there.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::draws::Drawing;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    drawing: Drawing,
    /// The commitment; none, or `-`, is standard input
    #[arg(value_name = "COMMIT")]
    commit: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Draws as was committed to: the beacon is held against its chain, the pool against the
commitment, and the randomness ranks the pool. Prints those that are drawn, a line each, the
first first. Whoever has the three files finds the same. A round that is still to come is status
2, and so is a commitment that, by its own word, was made when its round was there.";
    const EXAMPLES: &'static str = r#"$ start=b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486
$ end=d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92
$ echo '{"round":123,"signature":"'$start$end'"}' > beacon
$ printf 'anna\nben\ncarl\ndora\n' > pool
$ decent beacon draw commit -q --chain quicknet --round 123 --past -k 2 pool > commit
$ decent beacon draw run -q --late --beacon beacon --pool pool commit > result
$ cat result
[..]
[..]
$ decent beacon draw verify -q --late --beacon beacon --pool pool --commit commit result
result: OK
$ echo emil >> pool
$ decent beacon draw run -q --beacon beacon --pool pool commit 2>&1 | cut -c1-40
decent beacon draw run: pool: wanted 4 e
  more: decent why pool-other
[1]"#;

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let path = self.commit.clone().unwrap_or_else(|| "-".into());
        let (when, pool, drawn) = self.drawing.draw(cx, &path)?;
        for (rank, one) in (1u64..).zip(&drawn) {
            let Some(entry) = pool.entries().get(one.place) else {
                continue;
            };
            let record = Record::value("entry", entry)
                .field("rank", rank)
                .field("place", one.place as u64 + 1)
                .field("ticket", hex::encode(&one.ticket));
            cx.emit(&when.told(record))?;
        }
        let Some(late) = when.late() else {
            return Ok(Verdict::Yes);
        };
        cx.note(&format!("warning: {late}"));
        Ok(if self.drawing.late {
            Verdict::Yes
        } else {
            Verdict::Unknown(late.into())
        })
    }
}
