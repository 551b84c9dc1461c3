//! `skipchain verify`: whether a proof holds.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::hex;
use decent::error::Kind;
use decent::group::object;
use decent::skipchain::Roster;
use decent::skipchain::evidence::{Culprit, Evidence, TYPE};
use decent::skipchain::heads::{self, Heads};
use decent::skipchain::proof::{LARGEST, Proof};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::proofs::{Asked, Court, Memory, Trust, is_payload, record};
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The block that is trusted: its hash, a file that begins with it, or a chain, for its first block.
    /// Evidence must be of the chain of that first block, where it is given
    #[arg(long, value_name = "GENESIS|HASH")]
    trust: Option<Trust>,
    /// What was seen before, which grows by this head, and from whose heads proofs may begin
    #[arg(long, value_name = "S")]
    state: Option<PathBuf>,
    /// Where evidence of two blocks of one number goes; without, S.evidence
    #[arg(long, value_name = "FILE", requires = "state")]
    evidence: Option<PathBuf>,
    #[command(flatten)]
    asked: Asked,
    /// FILE must be the payload of the proven block
    #[arg(long, value_name = "FILE")]
    payload: Option<PathBuf>,
    /// Who signed what evidence says, a roster that is trusted; may be given again
    #[arg(long, value_name = "R")]
    roster: Vec<PathBuf>,
    /// The proof; none, or `-`, is standard input
    #[arg(value_name = "PROOF", default_value = "-")]
    proof: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Says whether a proof holds: that a block is of the chain of the block that is trusted. It needs no
chain and no network. Forged is status 1, and so are a head that is older than --max-age, a committee
that was exchanged further than --max-turnover since the trusted block, a payload that is another
file, and, with --state, a head that goes back and a second block of one number, which is written down
as evidence with the names of those who signed both. Evidence itself is a proof too: it is judged, and
names them again, with the first digits of their keys, where --roster says who they are: without it
anybody could be named, and that is status 2.";
    const EXAMPLES: &'static str = r"$ for i in 1 2 3 4; do printf %064d $i > k$i; chmod 600 k$i; done
$ for i in 1 2 3 4; do decent key convert --public --to pem k$i > m$i.pub; done
$ decent roster new -q m1.pub m2.pub m3.pub m4.pub -o us > log
$ decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > log
$ seq 4 | decent skipchain add --lines --time 1001 c.skip > log
$ decent skipchain link -q c.skip > requests && sign='decent skipchain cosign -q --chain c.skip'
$ for i in 1 2 3; do $sign --key k$i requests; done > shares
$ decent skipchain join c.skip shares > log
$ decent skipchain prove c.skip --from 0 --to head -o proof > log
$ decent skipchain verify --trust c.skip proof
proof: OK (block 4, of 1970-01-01T00:16:41Z, 1 link, 3 signatures)
$ printf 4 | decent skipchain verify --trust c.skip --payload - proof
proof: OK (block 4, of 1970-01-01T00:16:41Z, 1 link, 3 signatures)
$ decent skipchain verify --trust c.skip --max-age 30d --at 2026-01-01 proof
proof: FAILED (stale: the head, block 4, is of 1970-01-01T00:16:41Z)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let mut input = cx.evidence("proof", &self.proof)?;
        let bytes = input.read_all(LARGEST).map_err(|e| e.of("proof"))?;
        if object::type_of(&bytes).as_deref() == Some(TYPE) {
            return self.judged_evidence(cx, &bytes);
        }
        if object::type_of(&bytes).as_deref() == Some(heads::TYPE) {
            return judged_heads(cx, &self.proof, &bytes);
        }
        if self.trust.is_none() && self.state.is_none() {
            let fail = Fail::usage("give --trust, the block that is trusted, or --state");
            return Err(fail.hint("decent skipchain verify --help"));
        }
        let trust = match &self.trust {
            Some(trust) => Some(trust.hash(cx)?),
            None => None,
        };
        let proof = Proof::read(&bytes).map_err(|error| error.of("proof"))?;
        let memory = match &self.state {
            Some(path) => Some(Memory::open(cx, path, self.evidence.clone())?),
            None => None,
        };
        let mut court = Court {
            trust,
            asked: self.asked.clone(),
            memory,
        };
        cx.about(bytes_of(&self.proof));
        let mut outcome = court.judge(cx, &proof)?;
        let target = outcome.target().cloned();
        if let (Verdict::Yes, Some(path), Some(block)) = (&outcome.verdict, &self.payload, target) {
            let verdict = is_payload(cx, path, &block)?;
            outcome = outcome.with_payload(verdict);
        }
        cx.emit(&record(&outcome, bytes_of(&self.proof)))?;
        Ok(outcome.verdict)
    }
}

/// Evidence of two heads: the keys that signed both. It has no roster, and so no names.
fn judged_heads(cx: &mut Cx, path: &Path, bytes: &[u8]) -> Result<Verdict, Fail> {
    let heads = Heads::read(bytes).map_err(|error| error.of("proof"))?;
    let culprits = heads.verify().map_err(|error| error.of("proof"))?;
    let keys: Vec<String> = culprits.iter().map(|key| hex::encode(key)).collect();
    let words = format!(
        "two blocks of number {}, both in heads signed by {}",
        heads.block(),
        keys.join(", ")
    );
    let record = Record::verdict(&Verdict::Yes)
        .name(bytes_of(path))
        .field("chain", hex::encode(heads.chain()))
        .field("index", heads.block().to_string())
        .field("keys", keys);
    cx.emit(&record.told(&words))?;
    Ok(Verdict::Yes)
}

impl Args {
    /// Evidence: who signed two things.
    fn judged_evidence(&self, cx: &mut Cx, bytes: &[u8]) -> Result<Verdict, Fail> {
        let evidence = Evidence::read(bytes).map_err(|error| error.of("proof"))?;
        let mut rosters = Vec::new();
        for path in &self.roster {
            rosters.push(cx.roster("roster", path, Role::Anchor)?);
        }
        let (verdict, culprits) = self.of_evidence(cx, &evidence, &rosters)?;
        let named = |one: &Culprit| {
            let key = hex::encode(&one.key);
            format!("{} {}..", one.name, key.get(..16).unwrap_or(&key))
        };
        let named: Vec<String> = culprits.iter().map(named).collect();
        let words = format!(
            "two blocks of number {}, both signed by {}",
            evidence.block(),
            named.join(", ")
        );
        let names: Vec<String> = culprits.iter().map(|one| one.name.clone()).collect();
        let keys: Vec<String> = culprits.iter().map(|one| hex::encode(&one.key)).collect();
        let record = Record::verdict(&verdict)
            .name(bytes_of(&self.proof))
            .field("chain", hex::encode(evidence.chain()))
            .field("index", evidence.block().to_string())
            .field("signers", names)
            .field("keys", keys);
        let yes = verdict == Verdict::Yes;
        cx.emit(&if yes { record.told(&words) } else { record })?;
        Ok(verdict)
    }

    fn of_evidence(
        &self,
        cx: &mut Cx,
        evidence: &Evidence,
        rosters: &[Roster],
    ) -> Result<(Verdict, Vec<Culprit>), Fail> {
        let nobody = |verdict| Ok((verdict, Vec::new()));
        if let Some(trust) = &self.trust
            && trust.hash(cx)? != *evidence.chain()
        {
            return nobody(Verdict::No("it is not of the chain that is trusted".into()));
        }
        let culprits = match evidence.verify(&cx.judge()?) {
            Ok(culprits) => culprits,
            Err(error) if error.slug.kind == Kind::Wrong => {
                return nobody(Verdict::No(error.to_string().into()));
            }
            Err(error) => return Err(error.of("proof").into()),
        };
        let Some(link) = evidence.stranger(rosters) else {
            return Ok((Verdict::Yes, culprits));
        };
        let words = if rosters.is_empty() {
            "who signed it is not known: give --roster".to_owned()
        } else {
            format!("link {link} is signed by a roster that is not given")
        };
        nobody(Verdict::Unknown(words.into()))
    }
}
