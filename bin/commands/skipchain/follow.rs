//! `skipchain follow`: the newest head that was proven, remembered.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::proofs::{Asked, Court, Memory, Trust, read, record};
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// What was seen, which grows; the first time it is made
    #[arg(long, value_name = "S")]
    state: PathBuf,
    /// The block that is trusted the first time: its hash, a file that begins with it, or a chain, for
    /// its first block
    #[arg(long, value_name = "GENESIS|HASH")]
    trust: Option<Trust>,
    /// Where evidence of two blocks of one number goes; without, S.evidence
    #[arg(long, value_name = "FILE")]
    evidence: Option<PathBuf>,
    #[command(flatten)]
    asked: Asked,
    /// Proofs, in the order in which they came; none, or `-`, is standard input
    #[arg(value_name = "PROOF")]
    proofs: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Judges proofs one after the other and remembers the heads that they prove: NUMBER HASH of the newest.
A proof must begin at a block that is trusted: --trust, or any head that was proven before; and it must
pass the newest that was seen, else it could be of a fork: status 2, ask for one from there. A proof
whose head lies before the newest that was seen is a rollback; another block of a number that was seen
is an equivocation, and two signed links, or heads, that say so are written as evidence, which names the
members who signed both: of one roster at least 2t - n. Each is status 1.";
    const EXAMPLES: &'static str = r"$ for i in 1 2 3 4; do printf %064d $i > k$i; chmod 600 k$i; done
$ for i in 1 2 3 4; do decent key convert --public --to pem k$i > m$i.pub; done
$ decent roster new -q m1.pub m2.pub m3.pub m4.pub -o us > log
$ decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > log
$ seq 4 | decent skipchain add --lines --time 1001 c.skip > log
$ decent skipchain link -q c.skip > requests && sign='decent skipchain cosign -q --chain c.skip'
$ for i in 1 2 3; do $sign --key k$i requests; done > shares
$ decent skipchain join c.skip shares > log
$ decent skipchain prove -q c.skip --from 0 --to 2 -o old > log
$ decent skipchain prove -q c.skip --from 2 --to 4 -o new > log
$ decent skipchain follow --state seen --trust c.skip old new | cut -c-40
old: OK (block 2, of 1970-01-01T00:16:41
new: OK (block 4, of 1970-01-01T00:16:41
4  0c58c322c425a1ffec4949c3f3de7b344df34
$ decent skipchain follow --state seen --trust c.skip old
old: FAILED (rollback: the head is block 2, after 4 was seen)
4  0c58c322c425a1ffec4949c3f3de7b344df344f9abd69cd5357bb9f89e56f6cc
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let trust = match &self.trust {
            Some(trust) => Some(trust.hash(cx)?),
            None => None,
        };
        let memory = Memory::open(cx, &self.state, self.evidence.clone())?;
        let mut court = Court {
            trust,
            asked: self.asked.clone(),
            memory: Some(memory),
        };
        for path in Cx::files(self.proofs.clone()) {
            let judged = read(cx, &path).and_then(|proof| {
                cx.about(bytes_of(&path));
                court.judge(cx, &proof)
            });
            match judged {
                Ok(outcome) => {
                    cx.emit(&record(&outcome, bytes_of(&path)))?;
                    cx.fold(outcome.verdict);
                }
                Err(fail) => cx.complain(fail)?,
            }
        }
        let newest = court.memory.as_ref().map(Memory::newest);
        for (chain, seen) in newest.unwrap_or_default() {
            let row = Record::row().cell("index", seen.index.to_string(), 0);
            let row = row.cell("hash", hex::encode(&seen.hash), 0);
            let row = row.aside("chain", hex::encode(&chain));
            cx.emit(&row.aside("time", seen.time.to_string()))?;
        }
        Ok(Verdict::Yes)
    }
}
