//! `skipchain prove`: that a block is of a chain, in one file.

use std::path::PathBuf;

use clap::ValueEnum;
use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::skipchain::proof::Proof;
use decent::skipchain::prove::{Style, prove};
use decent::skipchain::verify::verify;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::links::{End, Start};
use crate::report::{Record, bytes_of};
use crate::skipchains;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum StyleWord {
    /// Back over the links of the skip list
    Skip,
    /// Back by a path in the tree over all earlier blocks
    Merkle,
    /// Whichever is smaller
    Min,
}

impl From<StyleWord> for Style {
    fn from(word: StyleWord) -> Self {
        match word {
            StyleWord::Skip => Self::Skip,
            StyleWord::Merkle => Self::Merkle,
            StyleWord::Min => Self::Min,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatWord {
    /// Bytes
    Binary,
    /// The same in JSON
    Json,
}

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The block that whoever verifies trusts: its number or its hash
    #[arg(long, value_name = "I|HASH", default_value = "0")]
    from: Start,
    /// The block that is to be proven, before or behind it
    #[arg(long, value_name = "J|head", default_value = "head")]
    to: End,
    /// How a block before another is proven
    #[arg(long, value_name = "STYLE", default_value = "min")]
    style: StyleWord,
    /// The form of the proof
    #[arg(long, value_name = "FORMAT", default_value = "binary")]
    format: FormatWord,
    /// Print how many bytes the proof has, and nothing of it
    #[arg(long, conflicts_with = "output")]
    size: bool,
    #[command(flatten)]
    create: Create,
    /// The chain
    #[arg(value_name = "C.skip")]
    chain: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes a proof that one block is of the chain of another, for `decent skipchain verify`, which needs
nothing else. Forward it goes over the fewest links that are made, with rosters only where they change;
back by hashes, which need no signatures. Where links are missing a later block is reached if that goes,
and the wanted one lies before it. What is handed out has been verified.";
    const EXAMPLES: &'static str = r"$ for i in 1 2 3 4; do printf %064d $i > k$i; chmod 600 k$i; done
$ for i in 1 2 3 4; do decent key convert --public --to pem k$i > m$i.pub; done
$ decent roster new -q m1.pub m2.pub m3.pub m4.pub -o us > log
$ decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > log
$ seq 40 | decent skipchain add --lines --time 1001 c.skip > log
$ decent skipchain prove c.skip --from 40 --to 3 -o proof
781  block 3 from 40  proof
$ decent skipchain prove --size --style skip --from 40 --to 3 c.skip
1953  block 3 from 40  c.skip
$ decent skipchain prove c.skip --from 0 --to 3
decent skipchain prove: c.skip: wanted links to block 3, found none from block 0
  hint: decent skipchain link --help
  more: decent why skip-missing
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let chain = skipchains::open(cx, "chain", &self.chain, Role::Subject)?;
        let option = |name: &'static str, error: Error| match error.slug {
            slug::NO_SUCH_BLOCK | slug::OUT_OF_RANGE => Fail::from(error).named(name),
            _ => error.of("chain").into(),
        };
        let from = self.from.of(&chain);
        let from = from.map_err(|error| option("--from", error))?;
        let to = self.to.of(chain.len());
        for (name, index) in [("--from", from), ("--to", to)] {
            chain.entry(index).map_err(|error| option(name, error))?;
        }
        let proof = prove(&chain, from, to, self.style.into()).map_err(|error| {
            let missing = error.slug == slug::SKIP_MISSING;
            let fail = Fail::from(error.of("chain"));
            if missing {
                return fail.hint("decent skipchain link --help");
            }
            fail
        })?;
        checked(cx, &proof)?;
        let text = match self.format {
            FormatWord::Binary => proof.encode(),
            FormatWord::Json => proof.json().into_bytes(),
        };
        let record = Record::value("bytes", text.len())
            .detail("what", format!("block {to} from {from}"))
            .field("bytes", text.len())
            .field("from", from.to_string())
            .field("to", to.to_string())
            .field("head", proof.reached().index.to_string())
            .field("links", proof.hops.len())
            .field("hash", hex::encode(&proof.target().hash()));
        if self.size {
            cx.emit(&record.name(bytes_of(&self.chain)))?;
            return Ok(Verdict::Yes);
        }
        let mut made = cx.create(&self.create, self.format == FormatWord::Binary)?;
        made.put(&text)?;
        made.finish()?;
        let name = self.create.output.as_deref().unwrap_or(&self.chain);
        cx.emit(&record.name(bytes_of(name)))?;
        Ok(Verdict::Yes)
    }
}

/// A proof that does not hold is not handed out.
fn checked(cx: &Cx, proof: &Proof) -> Result<(), Fail> {
    let (by, watch) = (cx.judge()?, cx.watch(None));
    let checked = verify(proof, &|_| true, &by, &watch);
    checked.map_err(|error| Fail::from(error.of("chain")))?;
    Ok(())
}
