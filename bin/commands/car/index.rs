//! `car index`: the index of an archive, alone or around it as a `CARv2`.

use std::path::PathBuf;

use decent::Verdict;
use decent::car::Archive;
use decent::car::index::{self, Format};
use decent::car::write::before_data;
use decent::watch::{Step, Watch};

use crate::archives::open;
use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::{Record, bytes_of};

/// Bytes that are copied at once.
const WINDOW: u64 = 4 << 20;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The layout: multihash-sorted (0x0401) or sorted (0x0400)
    #[arg(long, value_name = "FORMAT", default_value = "multihash-sorted", value_parser = Format::NAMES.map(|(name, _)| name))]
    format: String,
    /// The archive with its index, as a `CARv2`
    #[arg(long)]
    v2: bool,
    #[command(flatten)]
    create: Create,
    /// The archive; none, or `-`, is standard input
    #[arg(value_name = "F", default_value = "-")]
    archive: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes where the blocks of an archive begin, in the layout that go-car reads and writes (the spec
leaves out its counts), from what the sections say and not from an index that is there already. With
--v2 a whole CARv2: header, the same CARv1, index. Blocks that stand in their IDs are left out.";
    const EXAMPLES: &'static str = "$ seq 9999 > data && decent car new data -o data.car > root
$ decent car index -q data.car | xxd -p -c 99 | cut -c-48
810801000000120000000000000001000000280000002800
$ decent car index --v2 data.car -o two.car
1  data.car
$ decent car show two.car | grep -E '^(version|index)'
version: 2
index: multihash-sorted";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let known = Format::NAMES.iter().find(|(name, _)| *name == self.format);
        let format = known.map_or(Format::MultihashSorted, |(_, format)| *format);
        let mut input = open(cx, &self.archive)?;
        let source = input.source()?;
        let archive = Archive::open(source)?;
        let mut entries = Vec::new();
        for section in archive.sections() {
            let section = section?;
            entries.push((section.cid, section.offset - archive.data.start));
        }
        let count = entries.len();
        let bytes = index::encode(format, entries);
        let mut made = cx.create(&self.create, true)?;
        if self.v2 {
            let (mut at, end) = (archive.data.start, archive.data.end);
            made.put(&before_data(end - at, true))?;
            while at < end {
                let next = end.min(at + WINDOW);
                made.put(&source.window(at..next)?)?;
                at = next;
            }
            source.check()?;
        }
        made.put(&bytes)?;
        made.finish()?;
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "digests in order, each with where its section begins, so that it is found by halving";
            watch.step(
                &Step::new("index", why)
                    .value("entries", count)
                    .value("bytes", bytes.len()),
            );
        }
        drop(watch);
        let record = Record::value("blocks", count).name(bytes_of(&self.archive));
        cx.emit(
            &record
                .aside("format", self.format)
                .aside("index_bytes", bytes.len().to_string()),
        )?;
        Ok(Verdict::Yes)
    }
}
