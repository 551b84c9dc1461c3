//! `skipchain join`: members' shares become links.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::skipchain::link::{Link, Statement};
use decent::skipchain::record::Kind;
use decent::skipchain::request::Share;
use decent::skipchain::sign::Signed;
use decent::skipchain::{Chain, Growing, Roster};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::links::{Line, each_line};
use crate::report::Record;
use crate::skipchains::Writing;

/// Bytes of links that are synced together.
const TOGETHER: usize = 4 << 20;
/// Shares that are held at once, at most.
const SHARES_MOST: usize = 1 << 22;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The chain
    #[arg(value_name = "C.skip")]
    chain: PathBuf,
    /// Shares of `skipchain cosign`, of any members and links; none, or `-`, is standard input
    #[arg(value_name = "SHARES")]
    shares: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Puts shares together and adds the links that a quorum has signed to the chain: FROM TO LEVEL SIGNERS.
Each share is first held against its member's key. One that does not hold is named with its member and
left out, and where too few are left that is status 1; too few without a wrong one is status 2, and
the shares are good for the next time. A link that is made already is passed over.";
    const EXAMPLES: &'static str = r"$ for i in 1 2 3 4; do printf %064d $i > k$i; chmod 600 k$i; done
$ for i in 1 2 3 4; do decent key convert --public --to pem k$i > m$i.pub; done
$ decent roster new -q m1.pub m2.pub m3.pub m4.pub -o us > log
$ decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > log
$ seq 4 | decent skipchain add --lines --time 1001 c.skip > log
$ decent skipchain link -q c.skip --from 0 --to 4 > request
$ for i in 1 2 3; do decent skipchain cosign -q --key k$i --chain c.skip request; done > shares
$ head -n 2 shares | decent skipchain join c.skip
decent skipchain join: the shares: wanted shares of weight 3 for the link 0 to 4, found 2
  more: decent why skip-missing
[2]
$ decent skipchain join c.skip shares
0  4  2  m1,m2,m3";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        // All are read before the chain is locked: who makes them may be reading it.
        let mut shares = Vec::new();
        let read = each_line(cx, "shares", &self.shares, |line, place| {
            if shares.len() == SHARES_MOST {
                let wanted = format!("at most {SHARES_MOST} shares at once");
                return Err(Error::new(slug::TOO_LARGE, wanted, "more").into());
            }
            shares.push((Share::read(line)?, place.clone()));
            Ok(())
        })?;
        if read == 0 {
            let error = Error::new(slug::SKIP_LINK, "shares, one a line", "none");
            return Err(error.of("shares").into());
        }
        let mut writing = Writing::open(cx, &self.chain)?;
        let joined = join(cx, &mut writing, shares);
        // What was synced before a failure counts.
        writing.close(cx);
        joined
    }
}

/// Shares of one link that hold, by their members' places, and whether there was one that does not.
#[derive(Default)]
struct Gathered {
    parts: BTreeMap<usize, Vec<u8>>,
    bad: bool,
}

fn join(cx: &mut Cx, writing: &mut Writing, shares: Vec<(Share, Line)>) -> Result<Verdict, Fail> {
    let mut links: BTreeMap<(u64, u8), Gathered> = BTreeMap::new();
    let mut known = Known::default();
    for (share, line) in shares {
        let (statement, roster) = match known.of(writing.chain(), &share) {
            Ok(known) => known,
            Err(error) => {
                cx.complain(line.of(error.into()))?;
                continue;
            }
        };
        let gathered = links.entry((share.from, share.level)).or_default();
        match share.fits(statement, roster) {
            // Whoever signs twice counts once.
            Ok(place) => drop(gathered.parts.entry(place).or_insert(share.signature)),
            Err(error) => {
                gathered.bad = true;
                let link = format!("link {} to {}: left out", statement.from, statement.to);
                cx.note(&format!("{link}: {error}"));
            }
        }
    }
    let mut rows = Vec::new();
    for ((from, level), gathered) in links {
        if let Some(row) = add(cx, writing, &mut known, (from, level), gathered)? {
            rows.push(row);
        }
        if writing.waiting() > TOGETHER {
            told(cx, writing, &mut rows)?;
        }
    }
    told(cx, writing, &mut rows)?;
    Ok(Verdict::Yes)
}

fn told(cx: &mut Cx, writing: &mut Writing, rows: &mut Vec<Record>) -> Result<(), Fail> {
    writing.sync(cx)?;
    for row in rows.drain(..) {
        cx.emit(&row)?;
    }
    cx.flush()
}

/// Puts one link together and appends it, where it is a quorum's and not made yet.
fn add(
    cx: &mut Cx,
    writing: &mut Writing,
    known: &mut Known,
    (from, level): (u64, u8),
    gathered: Gathered,
) -> Result<Option<Record>, Fail> {
    let chain = writing.chain();
    let (statement, roster) = known.at(chain, from, level)?;
    let (from, to) = (statement.from, statement.to);
    if chain.link(from, level)?.is_some() {
        cx.note(&format!("link {from} to {to}: is made already"));
        return Ok(None);
    }
    let members = gathered
        .parts
        .keys()
        .filter_map(|at| roster.members().get(*at));
    let weight: u32 = members.clone().map(|member| member.weight).sum();
    let names: Vec<&str> = members.map(|member| &*member.name).collect();
    if weight < roster.threshold() {
        let wanted = format!(
            "shares of weight {} for the link {from} to {to}",
            roster.threshold()
        );
        let slug = if gathered.bad {
            slug::SKIP_SIGNATURE
        } else {
            slug::SKIP_MISSING
        };
        let mut fail = Fail::from(Error::new(slug, wanted, weight.to_string()));
        fail = fail.named("the shares");
        fail.role = Some(Role::Evidence);
        cx.complain(fail)?;
        return Ok(None);
    }
    let row = Record::row()
        .cell("from", from.to_string(), 0)
        .cell("to", to.to_string(), 0)
        .cell("level", level, 0)
        .cell("signers", names.join(","), 0);
    let signed = Signed::of(roster, gathered.parts.into_iter().collect())?;
    let link = Link {
        from,
        level,
        signed,
    };
    writing.push(Kind::Link, &link.encode())?;
    Ok(Some(row))
}

/// The link and the roster that were asked for last: shares come one member after the other, or one link
/// after the other.
#[derive(Default)]
struct Known {
    statements: BTreeMap<(u64, u8), Statement>,
    rosters: BTreeMap<[u8; 32], Roster>,
    by_block: BTreeMap<u64, [u8; 32]>,
}

impl Known {
    /// The link that a share is of, which the chain must have room for.
    fn of(&mut self, chain: &Chain<'_>, share: &Share) -> Result<(&Statement, &Roster), Error> {
        if share.chain != *chain.id() {
            let found = format!("one of {}", hex::encode(&share.chain));
            let wanted = "a share of a link of this chain";
            return Err(Error::new(slug::SKIP_LINK, wanted, found));
        }
        self.at(chain, share.from, share.level)
    }

    fn at(
        &mut self,
        chain: &Chain<'_>,
        from: u64,
        level: u8,
    ) -> Result<(&Statement, &Roster), Error> {
        let none = || {
            let wanted = "a link that two blocks of the chain may have";
            let found = format!("one from block {from} on level {level}");
            Error::new(slug::SKIP_LINK, wanted, found)
        };
        if let Entry::Vacant(place) = self.statements.entry((from, level)) {
            let hop = chain.shape().forward(from).find(|hop| hop.level == level);
            let hop = hop.filter(|hop| hop.to < chain.len()).ok_or_else(none)?;
            let (block, to) = (chain.block(from)?, chain.block(hop.to)?);
            Growing::stands(&to, chain)?;
            let statement = Statement::between(&block, &to)?;
            place.insert(statement);
            let hash = block.header().roster;
            self.by_block.insert(from, hash);
            if let Entry::Vacant(place) = self.rosters.entry(hash) {
                place.insert(Roster::decode(&chain.roster_of(from)?)?);
            }
        }
        let roster = self.by_block.get(&from);
        let roster = roster.and_then(|hash| self.rosters.get(hash));
        let statement = self.statements.get(&(from, level));
        statement.zip(roster).ok_or_else(none)
    }
}
