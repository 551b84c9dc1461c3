//! `torrent edit`: change trackers, names and words.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::time;
use decent::error::{Error, slug};
use decent::torrent::{Edit, Torrent};
use decent::watch::{Step, Watch};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::bytes_of;
use crate::torrents::{self, Opened};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    create: Create,
    /// Trackers in place of the old: each a tier of its own, or a tier of many with commas; '' for none
    #[arg(long, value_name = "URL")]
    announce: Vec<String>,
    /// URLs that serve the files, in place of the old; '' for none
    #[arg(long, value_name = "URL")]
    webseed: Vec<String>,
    /// URLs that serve pieces, in place of the old; '' for none
    #[arg(long, value_name = "URL")]
    httpseed: Vec<String>,
    /// Nodes of the distributed table, in place of the old; '' for none
    #[arg(long, value_name = "HOST:PORT")]
    node: Vec<String>,
    /// Words about the torrent; '' for none
    #[arg(long, value_name = "TEXT")]
    comment: Option<String>,
    /// The program that made it; '' for none
    #[arg(long, value_name = "TEXT")]
    created_by: Option<String>,
    /// When it was made: RFC 3339, or seconds since 1970; '' for never
    #[arg(long, value_name = "TIME")]
    date: Option<String>,
    /// Only its trackers may tell of peers; changes the infohash
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    private: Option<bool>,
    /// The word of a site, '' for none; changes the infohash
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    /// The name of the file or folder; changes the infohash
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The torrent, or its JSON form; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes the torrent with other fields. What names it, the info dictionary, keeps its very bytes
unless --private, --source or --name is given; then the infohash is another, and peers of the old
one are not found any more. Without any option it writes the same torrent again, which turns the
JSON form of `torrent show --json` back into bytes.";
    const EXAMPLES: &'static str =
        "$ printf 'd4:infod6:lengthi5e4:name1:a12:piece lengthi5e6:pieces20:%020dee' 0 > a.torrent
$ decent torrent edit --announce http://t/announce --comment hello a.torrent -o b.torrent
v1:bc7aca4df2372c9174fadbf55601afbe1f32ad3d  b.torrent
$ decent torrent edit --source site a.torrent -o c.torrent
decent torrent edit: the infohash changes, it was v1:bc7aca4df2372c9174fadbf55601afbe1f32ad3d
v1:087573303d7cca73ad4e8ae1ac8f6437c4fd83b8  c.torrent";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let edit = self.edit()?;
        let path = self.file.clone().unwrap_or_else(|| PathBuf::from("-"));
        let input = cx.subject("", &path)?;
        let old = torrents::open(cx, input)?;
        let bytes = edit.apply(&old.bytes).map_err(|error| match error.slug {
            slug::OUT_OF_RANGE => Fail::from(error.of("--name")),
            _ => error.into(),
        })?;
        let torrent = Torrent::parse(&bytes, cx.engine()?)?;
        let mut made = cx.create(&self.create, true)?;
        made.put(&bytes)?;
        made.finish()?;
        tell(cx, &old, &torrent);
        let name = self.create.output.as_deref().map_or(&b"-"[..], bytes_of);
        let json = cx.json();
        for record in torrents::hash_records(torrent.hash(), json) {
            cx.emit(&record.name(name))?;
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    fn edit(&self) -> Result<Edit, Fail> {
        let texts = |given: &Vec<String>| {
            let some = given.iter().filter(|text| !text.is_empty());
            (!given.is_empty()).then(|| some.map(|text| text.clone().into_bytes()).collect())
        };
        let tier = |text: &String| -> Vec<Vec<u8>> {
            let urls = text.split(',').filter(|url| !url.is_empty());
            urls.map(|url| url.as_bytes().to_vec()).collect()
        };
        let tiers = self
            .announce
            .iter()
            .map(tier)
            .filter(|tier| !tier.is_empty());
        let date = match self.date.as_deref() {
            None => None,
            Some("") => Some(None),
            Some(text) => Some(Some(time::read(text).map_err(|e| e.of("--date"))?)),
        };
        let nodes = self
            .node
            .iter()
            .filter(|text| !text.is_empty())
            .map(|text| node(text));
        let nodes: Vec<_> = nodes.collect::<Result<_, Fail>>()?;
        let bytes = |text: &Option<String>| text.clone().map(String::into_bytes);
        Ok(Edit {
            trackers: (!self.announce.is_empty()).then(|| tiers.collect()),
            web_seeds: texts(&self.webseed),
            http_seeds: texts(&self.httpseed),
            nodes: (!self.node.is_empty()).then_some(nodes),
            comment: bytes(&self.comment),
            created_by: bytes(&self.created_by),
            date,
            private: self.private,
            source: bytes(&self.source),
            name: bytes(&self.name),
        })
    }
}

fn node(text: &str) -> Result<(Vec<u8>, u16), Fail> {
    let parts = text.rsplit_once(':').filter(|(host, _)| !host.is_empty());
    let port = parts.and_then(|(_, port)| port.parse().ok());
    if let (Some((host, _)), Some(port)) = (parts, port) {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        return Ok((host.as_bytes().to_vec(), port));
    }
    let found = format!("{text:?}");
    Err(Error::new(slug::OUT_OF_RANGE, "HOST:PORT", found)
        .of("--node")
        .into())
}

/// Says what became of the infohash.
fn tell(cx: &Cx, old: &Opened, new: &Torrent) {
    let watch = cx.watch(None);
    let changed = old.torrent.hash() != new.hash();
    if watch.narrates() {
        old.hashes().iter().for_each(|step| watch.step(step));
        let why = if changed {
            "keys of the info dictionary are set, all others keep their bytes"
        } else {
            "what stands around the info dictionary is set, and its bytes are copied"
        };
        let spans = (old.torrent.info_span(), new.info_span());
        let step = Step::new("edit", why).value("info before", format!("{:?}", spans.0));
        watch.step(&step.value("info after", format!("{:?}", spans.1)));
    }
    if changed {
        let hash = old.torrent.hash();
        let v1 = hash
            .v1
            .map(|hash| format!("v1:{}", decent::codec::hex::encode(&hash)));
        let v2 = hash
            .v2
            .map(|hash| format!("v2:{}", decent::codec::hex::encode(&hash)));
        let words: Vec<_> = v1.into_iter().chain(v2).collect();
        cx.note(&format!("the infohash changes, it was {}", words.join(" ")));
    }
}
