//! `skipchain diff`: where two copies of a chain part, and who signed for both.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::skipchain::fork::{self, Parting};
use decent::skipchain::prove::View;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::output::Artefact;
use crate::report::{Record, bytes_of};
use crate::skipchains;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Where the evidence of a fork goes: two signed links that can't both be
    #[arg(short, long, value_name = "EVIDENCE")]
    output: Option<PathBuf>,
    /// One copy
    #[arg(value_name = "A")]
    one: PathBuf,
    /// The other
    #[arg(value_name = "B")]
    other: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Compares two copies of a chain: whether they are the same, one goes on where the other ends, or they
fork, and at which block. That takes as many comparisons as the number of blocks has binary digits, for
a block's hash stands for all before it. Of a fork two signed links are looked for, one of each copy,
that lead to two blocks of one number: they prove it, name the members who signed both, and go to -o as
evidence for `decent skipchain verify`. Status 0 where the copies are the same, 1 where they differ.";
    const EXAMPLES: &'static str = r"$ for i in 1 2 3 4; do printf %064d $i > k$i; chmod 600 k$i; done
$ for i in 1 2 3 4; do decent key convert --public --to pem k$i > m$i.pub; done
$ decent roster new -q m1.pub m2.pub m3.pub m4.pub -o us > log
$ decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o a.skip > log
$ seq 4 | decent skipchain add --lines --time 1001 a.skip > log && cp a.skip b.skip
$ for c in a b; do echo $c | decent skipchain add --time 1002 $c.skip; done > log
$ sign() { for i in 1 2 3; do decent skipchain cosign -q --key k$i --chain $1 requests; done; }
$ for c in a.skip b.skip; do
> decent skipchain link -q $c > requests; sign $c | decent skipchain join $c > log; done
$ decent skipchain diff a.skip b.skip -o evidence
FORK (block 5 is there twice; both are signed by m1, m2, m3)
[1]
$ decent skipchain verify --roster us --no-names evidence
OK (two blocks of number 5, both signed by m1 [..], m2 [..], m3 [..])
$ decent skipchain diff a.skip a.skip";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let one = skipchains::open(cx, "one", &self.one, Role::Anchor)?;
        let other = skipchains::open(cx, "other", &self.other, Role::Anchor)?;
        let parting = fork::compare(&one, &other)?;
        let lengths = |record: Record| {
            let record = record.aside("one_blocks", one.len().to_string());
            record.aside("other_blocks", other.len().to_string())
        };
        let record = match parting {
            Parting::Same(_) => return Ok(Verdict::Yes),
            Parting::Apart => Record::status("APART", "they are of two chains"),
            Parting::Longer { common } => {
                let longer = if one.len() > common { "A" } else { "B" };
                let more = one.len().max(other.len()) - common;
                let words = format!("{longer} goes on behind block {}, by {more}", common - 1);
                Record::status("LONGER", &words).field("common", common.to_string())
            }
            Parting::Fork(index) => self.forked(cx, (&one, &other), index)?,
        };
        cx.emit(&lengths(record))?;
        Ok(Verdict::No("they differ".into()))
    }
}

impl Args {
    fn forked(
        &self,
        cx: &mut Cx,
        (one, other): (&dyn View, &dyn View),
        index: u64,
    ) -> Result<Record, Fail> {
        let found = fork::evidence(one, other, index, &cx.judge()?)?;
        let hashes = [one.block(index)?, other.block(index)?];
        let mut words = format!("block {index} is there twice");
        let mut signers = Vec::new();
        if let Some(evidence) = &found {
            match evidence.verify(&cx.judge()?) {
                Ok(culprits) => {
                    signers = culprits.into_iter().map(|one| one.name).collect();
                    let _ = write!(words, "; both are signed by {}", signers.join(", "));
                    if let Some(path) = &self.output {
                        let mut file = Artefact::begin(path)?;
                        let put = file.write_all(evidence.text().as_bytes());
                        put.map_err(|e| Fail::output(&e, bytes_of(path)))?;
                        file.commit()?;
                    }
                }
                Err(error) => {
                    let _ = write!(words, "; the links to it don't hold: {error}");
                }
            }
        } else {
            words += "; no links of both lead to blocks of one number";
        }
        let proved = !signers.is_empty();
        if self.output.is_some() && !proved {
            cx.note("no evidence is written: there is none");
        }
        Ok(Record::status("FORK", &words)
            .field("index", index.to_string())
            .field("hashes", hashes.map(|hash| hex::encode(&hash)).to_vec())
            .field("signers", signers))
    }
}
