//! Samples of the tools on torrents.

use super::{Changed, PLAIN, Product, Sample};

/// A hybrid of one file, written by hand in the JSON form.
const HYBRID: &str = r#"seq 100 > data && root=$(sha256sum < data | cut -c-64) sha1=$(sha1sum < data | cut -c-40)
printf '{"announce":"http://t.example/announce","info":{"file tree":{"data":{"":{"length":292,"pieces root":"hex:%s"}}},"length":292,"meta version":2,"name":"data","piece length":16384,"pieces":"hex:%s"},"piece layers":{}}' $root $sha1 > json
decent torrent edit -q json -o t > log"#;

/// A folder of version 1 with a link, a pad, and all that can stand around it.
const FOLDER: &str = r#"printf '{"announce":"http://t.example/announce","announce-list":[["http://t.example/announce"],["udp://u.example:1"]],"comment":"hi","creation date":1700000000,"info":{"files":[{"length":5,"path":["a","b"]},{"attr":"p","length":16379,"path":[".pad","16379"]},{"attr":"l","length":0,"path":["c"],"symlink path":["a"]},{"attr":"x","length":7,"path":["d"]}],"name":"dir","piece length":16384,"pieces":"hex:%080d"},"url-list":"http://w.example/"}' 0 > json
decent torrent edit -q json -o t > log"#;

/// Version 2 with a piece layer, whose root only arithmetic knows.
const LAYER: &str = r#"seq 4000 > data && decent merkle list --tree bep52 data | awk '{printf $3}' > layer
root=$(decent merkle root --tree bep52 --no-names data)
printf '{"info":{"file tree":{"data":{"":{"length":18893,"pieces root":"hex:%s"}}},"meta version":2,"name":"data","piece length":16384},"piece layers":{"hex:%s":"hex:%s"}}' $root $root $(cat layer) > json
decent torrent edit -q json -o t > log"#;

/// A file of several pieces, with its torrents.
const DATA: &str =
    "seq 50000 > data && decent torrent new -q --piece 64K --name data data -o t > log
decent torrent new -q --v1 --piece 64K --name data data -o old > log";

/// A folder of files, and its torrents.
const TREE: &str = "mkdir -p d/a e && seq 5000 > d/a/x && seq 50000 > d/b && : > d/c && cp d/b e/f && cp -r d/a e/g
decent torrent new -q --piece 64K d -o t > log && decent torrent new -q --v1 --piece 64K d -o old > log";

const TORRENT: &[(&str, Changed)] = &[("t", Changed::Anything)];

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        tool: "torrent show",
        setup: FOLDER,
        files: &["@t"],
        artefacts: TORRENT,
        ..PLAIN
    },
    Sample {
        tool: "torrent list",
        setup: FOLDER,
        files: &["@t"],
        names_others: true,
        artefacts: TORRENT,
        ..PLAIN
    },
    Sample {
        tool: "torrent infohash",
        setup: LAYER,
        files: &["@t"],
        artefacts: TORRENT,
        ..PLAIN
    },
    Sample {
        tool: "torrent magnet",
        setup: HYBRID,
        options: &["--peer", "p.example:1", "--select", "0"],
        files: &["@t"],
        artefacts: TORRENT,
        ..PLAIN
    },
    Sample {
        tool: "torrent magnet",
        options: &[
            "--parse",
            "magnet:?xt=urn:btih:VGYM3JP4JO5KAWRB2PIO7TBSMNQWFHQ2&dn=a%20b&tr=http%3A%2F%2Ft&so=0,2-4",
        ],
        ..PLAIN
    },
    Sample {
        tool: "torrent lint",
        setup: HYBRID,
        files: &["@t"],
        artefacts: TORRENT,
        ..PLAIN
    },
    Sample {
        tool: "torrent diff",
        setup: "printf 'd4:infod6:lengthi5e4:name1:a12:piece lengthi5e6:pieces20:%020dee' 0 > a && cp a b",
        files: &["@a", "@b"],
        product: Product::Nothing,
        artefacts: &[("a", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "torrent edit",
        setup: HYBRID,
        options: &["--comment", "hello"],
        files: &["@json"],
        product: Product::Artefact,
        artefacts: &[("json", Changed::Anything)],
        ..PLAIN
    },
    Sample {
        tool: "torrent new",
        setup: "seq 50000 > data",
        options: &["--name", "data", "--piece", "64K"],
        files: &["@data"],
        product: Product::Artefact,
        ..PLAIN
    },
    Sample {
        tool: "torrent new",
        setup: "seq 50000 > data",
        options: &["--v2", "--lossy", "--piece", "64K", "-o", "t"],
        files: &["data"],
        ..PLAIN
    },
    Sample {
        tool: "torrent verify",
        setup: DATA,
        files: &["@t", "data"],
        names_others: true,
        artefacts: &[("t", Changed::Anything), ("data", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "torrent verify",
        setup: TREE,
        options: &["--copy", "d"],
        files: &["@old", "d"],
        names_others: true,
        artefacts: &[("old", Changed::Anything), ("d/b", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "torrent verify",
        setup: DATA,
        options: &["--stream"],
        files: &["@t", "data"],
        product: Product::Bytes,
        artefacts: &[("t", Changed::Anything), ("data", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "torrent convert",
        setup: DATA,
        files: &["@old", "data"],
        product: Product::Artefact,
        artefacts: &[("old", Changed::Anything), ("data", Changed::NeverYes)],
        ..PLAIN
    },
    Sample {
        tool: "torrent match",
        setup: TREE,
        files: &["@t", "e"],
        names_others: true,
        artefacts: TORRENT,
        ..PLAIN
    },
    Sample {
        tool: "torrent repair",
        setup: TREE,
        options: &["--from", "d"],
        files: &["@t", "d"],
        names_others: true,
        artefacts: TORRENT,
        ..PLAIN
    },
];
