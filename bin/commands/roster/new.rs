//! `roster new`: who signs for the blocks of a skipchain.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::skipchain::Roster;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;
use crate::rosters::{committee, member, named, quorum, tell, unsafe_threshold};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// How many must sign, by weight; without, n - floor((n - 1) / 3)
    #[arg(long, value_name = "T")]
    threshold: Option<u32>,
    /// Take a threshold with which two blocks of one number could both be signed
    #[arg(long)]
    unsafe_threshold: bool,
    /// The members are the last winners of a chain of block headers, whose Merkle root, as it is
    /// shown, is the winner's Ed25519 key
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "keys",
        requires = "window"
    )]
    from_headers: Option<PathBuf>,
    /// How many headers
    #[arg(long, value_name = "N", requires = "from_headers",
        value_parser = clap::value_parser!(u32).range(1..=65536))]
    window: Option<u32>,
    #[command(flatten)]
    create: Create,
    /// The members' public keys, of Ed25519 or BLS12-381 with its proof of possession as `key new`
    /// writes it to KEY.pub; the file's name is the member's, unless NAME=FILE says another
    #[arg(value_name = "PUB", required_unless_present = "from_headers")]
    keys: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes a roster: the members with their keys, and how many of them must sign, in JSON. Of n up to
f = floor((n - 1) / 3) may be dishonest, and n - f sign unless --threshold says otherwise; a
threshold t is refused where two quorums can share f members or fewer, 2t - n <= f. Equal keys, and
keys of small order, are refused. The hash is of the members in the order of their keys.

With --from-headers the committee is the last winners of a proof-of-work chain, as ByzCoin has it,
and whoever won twice counts twice. Check the chain's rules before, with `decent block verify`.";
    const EXAMPLES: &'static str =
        "$ for i in 1 2 3 4; do printf %064d $i > k$i; chmod 600 k$i; done
$ for i in 1 2 3 4; do decent key convert --public --to pem k$i > m$i.pub; done
$ decent roster new m1.pub m2.pub m3.pub m4.pub -o roster
99a4b8cd7b99d1f2dea4937226326c69153a279fb56bf716a6cfbeab0deef2f6  3 of 4  roster
$ decent roster new --threshold 2 m1.pub m2.pub m3.pub m4.pub 2>&1 | head -n 1 | cut -c-62
decent roster new: --threshold: wanted 3 or more of 4, found 2
[2]
$ decent roster new --no-names anna=m1.pub -q | head -n 2
{\"type\":\"decent-roster\",\"version\":1,\"scheme\":\"ed25519\",\"threshold\":1,\"members\":[
 {\"name\":\"anna\",\"key\":\"4cb5abf6ad79fbf5abbccafcc269d85cd2651ed4b885b5869f241aedf0a5ba29\"}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let mut members = Vec::new();
        let mut word = "the members";
        if let Some(path) = &self.from_headers {
            word = "headers";
            members = committee(cx, path, self.window.unwrap_or(1) as usize)?;
        }
        for key in &self.keys {
            members.push(member(cx, key)?);
        }
        let roster = Roster::of(members, self.threshold).map_err(|error| error.of(word))?;
        if !roster.is_safe() && !self.unsafe_threshold {
            let fail = Fail::from(unsafe_threshold(&roster)).named("--threshold");
            return Err(fail.hint("give --unsafe-threshold to take it all the same"));
        }
        tell(&cx.watch(None), &roster);
        let mut made = cx.create(&self.create, false)?;
        made.put(roster.text().as_bytes())?;
        made.finish()?;
        let record = Record::value("hash", hex::encode(&roster.hash()));
        let record = record.detail("quorum", quorum(&roster));
        let record = record
            .aside("scheme", roster.scheme().name())
            .aside("threshold", roster.threshold())
            .aside("weight", roster.total())
            .aside("members", roster.members().len());
        cx.emit(&named(record, self.create.output.as_deref()))?;
        Ok(Verdict::Yes)
    }
}
