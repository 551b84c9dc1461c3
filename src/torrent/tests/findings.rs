//! What `lint` tells, by name.

use super::*;

fn codes(bytes: &[u8]) -> Vec<&'static str> {
    let torrent = parse(bytes).unwrap_or_else(|error| panic!("{error}"));
    let found = lint::lint(bytes, &torrent).unwrap();
    found.iter().map(|one| one.code).collect()
}

/// A good torrent with some keys replaced has this finding alone.
fn one(good: &str, changes: &[(&str, &str)], code: &str) {
    let found = codes(&with(good, changes));
    assert_eq!(found, [code], "{changes:?}");
}

#[test]
fn findings_in_pieces_and_links_have_names() {
    one(
        V1,
        &[("d6:lengthi5e4:name1:a", "d4:name1:a6:lengthi5e")],
        "unsorted-keys",
    );
    one(
        V1,
        &[("d4:info", "d13:creation date1:x4:info")],
        "odd-field",
    );
    one(V1, &[("i16384e", "i16385e")], "uneven-pieces");
    one(V1, &[("i16384e", "i8192e")], "tiny-pieces");
    one(V1, &[("i16384e", "i33554432e")], "huge-pieces");
    one(V2, &[("12:meta", "6:lengthi5e12:meta")], "stray-field");
    one(
        V1,
        &[("d6:length", "d9:file treede6:length")],
        "stray-field",
    );
    let stray = format!("layersd32:{}0:e", "x".repeat(32));
    one(V2, &[("layersde", &stray)], "stray-layer");
    let tail = "d4:attr1:p6:lengthi16377e4:pathl4:.pad5:16377ee";
    one(HYBRID, &[(tail, "")], "missing-pads");
    one(HYBRID, &[("l4:.pad5:16379e", "l4:.pad1:xe")], "pad-name");
    let pad = "d4:attr1:p6:lengthi1e4:pathl4:.pad1:1ee";
    one(FOLDER, &[("beed6", &format!("bee{pad}d6"))], "odd-pad");
    let link = |to: &str| format!("4:attr1:l4:pathl1:ce12:symlink pathl1:{to}ee");
    one(
        FOLDER,
        &[("6:lengthi7e4:pathl1:cee", &link("x"))],
        "dangling-link",
    );
    one(
        FOLDER,
        &[("6:lengthi7e4:pathl1:cee", &link("c"))],
        "link-loop",
    );
}

#[test]
fn findings_in_the_tree_have_names() {
    let root = "d0:d6:lengthi5e11:pieces root32:rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrree";
    let empty = format!("{root}1:bde");
    one(V2, &[(root, &empty)], "empty-folder");
    let nothing = "d0:d6:lengthi0e11:pieces root32:rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrree";
    one(
        V2,
        &[(root, &format!("{root}1:b{nothing}"))],
        "root-of-nothing",
    );
    one(HYBRID, &[("d0:d6:", "d0:d4:attr1:x6:")], "attribute-clash");
    one(HYBRID, &[("ld6:", "ld4:attr1:x6:")], "attribute-clash");
}

#[test]
fn findings_in_names_have_names() {
    one(FOLDER, &[("l1:ce", "l1:A1:Be")], "case-clash");
    one(FOLDER, &[("l1:ce", "l1:A1:ce")], "case-clash");
    one(FOLDER, &[("l1:ce", "l5:a\u{1b}[0me")], "control-character");
    one(FOLDER, &[("l1:ce", "l4:a\u{202e}e")], "turned-text");
    one(
        FOLDER,
        &[("l1:ce", &format!("l256:{}e", "n".repeat(256)))],
        "long-name",
    );
    for name in [
        "7:con.txt",
        "3:NUL",
        "4:com1",
        "2:a.",
        "2:a ",
        "3:a:b",
        "3:a\\b",
    ] {
        one(FOLDER, &[("l1:ce", &format!("l{name}e"))], "windows-name");
    }
    let long = format!("200:{}", "n".repeat(200)).repeat(6);
    one(FOLDER, &[("l1:ce", &format!("l{long}e"))], "long-path");
    let mut bytes = with(FOLDER, &[("l1:ce", "l1:Xe")]);
    let at = bytes.iter().position(|byte| *byte == b'X').unwrap();
    bytes[at] = 0xff;
    assert_eq!(codes(&bytes), ["not-utf8"]);
}

/// Trackers and their like are no part of the infohash: what is odd in them is told, not refused.
#[test]
fn findings_around_the_info_have_names() {
    let private = (
        "20:aaaaaaaaaaaaaaaaaaaa",
        "20:aaaaaaaaaaaaaaaaaaaa7:privatei1e",
    );
    one(V1, &[private], "private-without-tracker");
    let tracker = ("d4:info", "d8:announce8:http://t4:info");
    let nodes = ("privatei1eee", "privatei1ee5:nodesll1:hi1eeee");
    one(V1, &[private, tracker, nodes], "private-with-nodes");
    one(
        V1,
        &[("d4:info", "d8:announce8:ftp://tt4:info")],
        "odd-tracker",
    );
    let twice = "d13:announce-listll8:http://tel8:http://tee4:info";
    one(V1, &[("d4:info", twice)], "tracker-twice");
    one(V1, &[("aaee", "aae8:url-list4:seede")], "odd-webseed");
    one(
        FOLDER,
        &[("aaee", "aae8:url-list8:http://we")],
        "webseed-slash",
    );
}
