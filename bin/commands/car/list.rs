//! `car list`: files, folders and links in an archive, or its blocks.

use std::path::PathBuf;

use decent::Verdict;
use decent::car::Archive;
use decent::car::extract;
use decent::car::tree::Thing;
use decent::watch::{Step, Watch};

use crate::archives::{LimitArgs, RootArg, open, store};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Every block in the order of the archive: OFFSET  LENGTH  CID
    #[arg(long)]
    blocks: bool,
    #[command(flatten)]
    root: RootArg,
    #[command(flatten)]
    limits: LimitArgs,
    /// The archive; none, or `-`, is standard input
    #[arg(value_name = "F", default_value = "-")]
    archive: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Lists what is below the root of an archive: SIZE  CID  PATH, folders with a slash behind them,
links with where they lead. The root itself is `/`. What is missing from a partial archive is listed
by what the folder says. With --blocks every block, in the order of the file, unchecked.";
    const EXAMPLES: &'static str =
        "$ mkdir d && seq 9 > d/a && ln -s a d/b && decent car new d -o d.car > root
$ decent car list d.car
           0  bafybeielgjsfdratnh7biywrbiz7lg2qo3abllgcub2mcgpubqpkxzs7fi  /
          18  bafkreieqzwxrh5le4tjoozyg7bbcnjkuuk55wjkcylsiozgrnp75c65tri  a
           0  bafybeia4wauf6z6lnnnszia6upqr5jsq7nack5nnrubf333lfg2vlabtd4  b -> a
$ decent car list --blocks d.car | wc -l
3";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let mut input = open(cx, &self.archive)?;
        if self.blocks {
            let archive = Archive::open(input.source()?)?;
            for section in archive.sections() {
                let section = section?;
                let len = section.block.end - section.block.start;
                let row = Record::row()
                    .cell("offset", section.offset, 12)
                    .cell("length", len, 10);
                cx.emit(&row.cell("cid", section.cid.to_string(), 0))?;
            }
            return Ok(Verdict::Yes);
        }
        let store = store(cx, input.source()?)?;
        let root = self.root.of(store.archive())?;
        let items = extract::list(&store, &root, self.limits.limits())?;
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "folders say the names and IDs of what is in them; each block is checked as it is read";
            watch.step(
                &Step::new("root", why)
                    .value("cid", &root)
                    .value("items", items.len()),
            );
        }
        drop(watch);
        for item in items {
            let (size, behind) = match &item.thing {
                Thing::File(size) => (*size, Vec::new()),
                Thing::Folder => (0, b"/".to_vec()),
                Thing::Link(target) => (0, [b" -> ", &**target].concat()),
                Thing::Other => (0, Vec::new()),
            };
            let name = [&*item.path, &behind].concat();
            let row = Record::row()
                .cell("size", size, 12)
                .cell("cid", item.cid.to_string(), 0);
            cx.emit(&row.name(&name).field("kind", item.thing.name()))?;
        }
        Ok(Verdict::Yes)
    }
}
