//! `why`: the page of an error.

use decent::Verdict;
use decent::error::{Error, slug};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::markdown;

/// The pages, a file a family.
const PAGES: &[&str] = &[
    include_str!("../errors/house.md"),
    include_str!("../errors/merkle.md"),
    include_str!("../errors/manifest.md"),
    include_str!("../errors/counter.md"),
    include_str!("../errors/torrent.md"),
    include_str!("../errors/cid.md"),
    include_str!("../errors/dag.md"),
    include_str!("../errors/ipns.md"),
    include_str!("../errors/pow.md"),
    include_str!("../errors/block.md"),
    include_str!("../errors/clock.md"),
    include_str!("../errors/key.md"),
    include_str!("../errors/sig.md"),
    include_str!("../errors/shamir.md"),
    include_str!("../errors/threshold.md"),
    include_str!("../errors/dkg.md"),
    include_str!("../errors/frost.md"),
    include_str!("../errors/beacon.md"),
    include_str!("../errors/vrf.md"),
    include_str!("../errors/note.md"),
    include_str!("../errors/skipchain.md"),
    include_str!("../errors/links.md"),
];

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The word behind `more: decent why` in an error; none lists them all
    slug: Option<String>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the page of an error: what causes it, an example that triggers it, the way out.";
    const EXAMPLES: &'static str = "$ decent why stdin-twice | head -n 1
Standard input can be read only once, and the line asks for it twice.
$ decent why | grep -c stdin-twice
1";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let mut pages = PAGES.iter().flat_map(|text| markdown::pages(text));
        let Some(wanted) = self.slug else {
            for (slug, body) in pages {
                let first = body.lines().next().unwrap_or_default();
                cx.print(format!("{slug:<24} {first}\n").as_bytes())?;
            }
            return Ok(Verdict::Yes);
        };
        let Some((_, body)) = pages.find(|(slug, _)| *slug == wanted) else {
            let error = Error::new(
                slug::OUT_OF_RANGE,
                "the slug of an error",
                format!("{wanted:?}"),
            );
            return Err(Fail::from(error).hint("decent why"));
        };
        cx.prose(body)?;
        Ok(Verdict::Yes)
    }
}
