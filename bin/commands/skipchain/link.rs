//! `skipchain link`: requests for the links that are to be signed.

use std::path::PathBuf;

use decent::Verdict;
use decent::error::{Error, slug};
use decent::skipchain::link::Statement;
use decent::skipchain::{Chain, Hop};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::links::End;
use crate::report::{Record, bytes_of};
use crate::skipchains;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The link from this block alone
    #[arg(long, value_name = "I", requires = "to")]
    from: Option<u64>,
    /// The block that it leads to
    #[arg(long, value_name = "J", requires = "from")]
    to: Option<End>,
    /// Every link that is not made yet; what is done without --from and --to
    #[arg(long, conflicts_with = "from")]
    missing: bool,
    #[command(flatten)]
    create: Create,
    /// The chain
    #[arg(value_name = "C.skip")]
    chain: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes requests for links, in JSON, one a line: for every link between two blocks of the chain that is
not made yet, or for one. A link leads from block i to i + base^level, on each level below the height
of i, and is signed by the roster of block i. Each member answers with `decent skipchain cosign`, and
`decent skipchain join` puts the answers together.";
    const EXAMPLES: &'static str = r#"$ for i in 1 2 3 4; do printf %064d $i > k$i; chmod 600 k$i; done
$ for i in 1 2 3 4; do decent key convert --public --to pem k$i > m$i.pub; done
$ decent roster new -q m1.pub m2.pub m3.pub m4.pub -o us > log
$ decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > log
$ seq 4 | decent skipchain add --lines --time 1001 c.skip > log
$ decent skipchain link c.skip -o requests
7  c.skip
$ decent skipchain link -q c.skip --from 2 --to 4 | tr , '\n' | tail -n 1
"level":1}
$ decent skipchain link c.skip --from 1 --to 3
decent skipchain link: --to: wanted two blocks that a link may lead between, found blocks 1 and 3
  hint: decent skipchain path 1 3
  more: decent why skip-link
[2]"#;

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let chain = skipchains::open(cx, "chain", &self.chain, Role::Anchor)?;
        let mut made = cx.create(&self.create, false)?;
        let mut count = 0u64;
        if let (Some(from), Some(to)) = (self.from, self.to) {
            let to = to.of(chain.len());
            let (one, other) = (chain.block(from), chain.block(to));
            let of = |name: &'static str| move |error: Error| Fail::from(error).named(name);
            let (one, other) = (one.map_err(of("--from"))?, other.map_err(of("--to"))?);
            let statement = Statement::between(&one, &other).map_err(|error| {
                of("--to")(error).hint(format!("decent skipchain path {from} {to}"))
            })?;
            made.put(statement.request().as_bytes())?;
            count = 1;
        } else {
            let mut last = None;
            for hop in chain.missing() {
                made.put(request(&chain, hop?, &mut last)?.as_bytes())?;
                count += 1;
            }
        }
        made.finish()?;
        let record = Record::value("requests", count.to_string());
        cx.emit(&record.name(bytes_of(&self.chain)))?;
        Ok(Verdict::Yes)
    }
}

/// The request for a link. The block that it leads from is that of many before.
fn request(
    chain: &Chain<'_>,
    hop: Hop,
    last: &mut Option<decent::skipchain::Block>,
) -> Result<String, Fail> {
    let known = last.take().filter(|block| block.index() == hop.from);
    let from = match known {
        Some(block) => block,
        None => chain.block(hop.from)?,
    };
    let statement = Statement::between(&from, &chain.block(hop.to)?);
    *last = Some(from);
    let statement =
        statement.map_err(|error| Error::new(slug::SKIP_LOG, error.wanted, error.found))?;
    Ok(statement.request())
}
