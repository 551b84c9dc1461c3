//! Torrents that are refused, and where.

use super::*;

/// The corpus of libtorrent (its table `test_error_torrents`), each kind built anew.
#[test]
fn what_libtorrent_refuses_is_refused() {
    let field = TORRENT_FIELD;
    refused(V1, &[("12:piece lengthi16384e", "")], field, "d6:length");
    refused(
        V1,
        &[("lengthi16384e6", "length3:1006")],
        BENCODE_TYPE,
        "3:100",
    );
    refused(V1, &[("i16384e", "i-16384e")], field, "i-16384e");
    refused(V1, &[("4:name1:a", "")], field, "d6:length");
    refused(V1, &[("4:name1:a", "4:namei1e")], BENCODE_TYPE, "i1e");
    refused(V1, &[("4:name1:a", "4:name1:/")], TORRENT_PATH, "1:/");
    refused("d4:info4:spame", &[], BENCODE_TYPE, "4:spam");
    refused("4:spam", &[], BENCODE_TYPE, "4:spam");
    refused(V1, &[("i5e", "i-5e")], field, "i-5e");
    refused(FOLDER, &[("i7e", "i-7e")], field, "i-7e");
    refused(FOLDER, &[("4:pathl1:ce", "4:path1:c")], BENCODE_TYPE, "1:c");
    refused(FOLDER, &[("4:pathl1:ce", "")], field, "d6:lengthi7e");
    refused(FOLDER, &[("l1:ce", "le")], TORRENT_PATH, "leee4:name");
    refused(
        V1,
        &[("6:pieces20:aaaaaaaaaaaaaaaaaaaa", "6:piecesi5e")],
        BENCODE_TYPE,
        "i5ee",
    );
    refused(V1, &[("20:a", "19:")], TORRENT_PIECES, "19:");
    refused(FOLDER, &[("lengthi7e", "length1:7")], BENCODE_TYPE, "1:7");
    refused(
        FOLDER,
        &[("d6:lengthi7e", "d4:attr1:l6:lengthi0e")],
        field,
        "d4:attr",
    );
    refused(V1, &[("i5e", "i99999999999e")], TORRENT_PIECES, "20:");
    refused(
        FOLDER,
        &[(
            "ld6:lengthi5e4:pathl1:a1:beed6:lengthi7e4:pathl1:ceee",
            "le",
        )],
        field,
        "le4:name",
    );
    refused(
        V1,
        &[("i5e", "i0e"), ("20:aaaaaaaaaaaaaaaaaaaa", "0:")],
        field,
        "i0e",
    );
    refused(V2, &[("i5e", "i0e")], field, "d1:ad0:");
}

/// The second half of that corpus: version 2.
#[test]
fn what_libtorrent_refuses_of_version_2_is_refused() {
    let field = TORRENT_FIELD;
    refused(HYBRID, &[("i5e", "i6e")], TORRENT_MISMATCH, "d6:lengthi5e4");
    refused(V2, &[("i16384e", "i16385e")], field, "i16385e");
    refused(V2, &[("i16384e", "i8192e")], field, "i8192e");
    refused(V2, &[("d1:ad0:", "d1:a1:b1:cd0:")], BENCODE_TYPE, "1:b1:c");
    refused(
        HYBRID,
        &[("d4:attr1:p6:lengthi16379e4:pathl4:.pad5:16379ee", "")],
        TORRENT_MISMATCH,
        "d6:lengthi7e4",
    );
    refused(
        HYBRID,
        &[
            ("d4:attr1:p6:lengthi16379e", "d4:attr1:p6:lengthi16378e"),
            ("d4:attr1:p6:lengthi16377e", "d4:attr1:p6:lengthi16378e"),
        ],
        TORRENT_MISMATCH,
        "d6:lengthi7e4",
    );
    refused(HYBRID, &[("ed1:ad0:", "ed1:zd0:")], field, "1:bd0:");
    refused(
        V2,
        &[("11:pieces root32:rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr", "")],
        field,
        "d6:length",
    );
    refused(
        V2,
        &[(
            "32:rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr",
            "31:rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr",
        )],
        field,
        "31:",
    );
    let zeros = "\0".repeat(32);
    refused(
        V2,
        &[("rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr", &zeros)],
        field,
        "32:",
    );
    refused(V2, &[("i5e", "i9007199254740992e")], field, "d6:length");
    refused(
        V2,
        &[("d6:lengthi5e", "d4:attr1:p6:lengthi5e")],
        TORRENT_FILES,
        "d4:attr",
    );
    refused(
        V2,
        &[("i5e", "i20000e"), ("12:piece layersde", "")],
        TORRENT_LAYERS,
        "d4:info",
    );
    refused(V2, &[("i5e", "i20000e")], TORRENT_LAYERS, "dee");
    let layer = |value: &str| format!("12:piece layersd32:{}{value}e", "r".repeat(32));
    let layered = |value: &str, at: &str| {
        let layer = layer(value);
        let changes = [("i5e", "i20000e"), ("12:piece layersde", layer.as_str())];
        refused(V2, &changes, TORRENT_LAYERS, at);
    };
    layered("33:123456789012345678901234567890123", "33:");
    layered("32:12345678901234567890123456789012", "32:1");
    layered(&format!("64:{}", "x".repeat(64)), "64:");
}

#[test]
fn a_tree_of_too_many_folders_is_refused() {
    let deep = "1:a".to_owned() + &"d1:a".repeat(120);
    let text = with(V2, &[("1:ad0:", &(deep + "d0:"))]);
    let error = parse(&text).expect_err("too deep");
    assert_eq!(error.slug, BENCODE);
}

/// The kinds of the notes that are not in that corpus; aria2 1.36 crashes on the first three.
#[test]
fn every_other_malformed_kind_is_refused() {
    let field = TORRENT_FIELD;
    refused(
        V1,
        &[("d6:length", "d6:lengthi5e6:length")],
        DUPLICATE_KEY,
        "6:lengthi5e4:name",
    );
    refused(V1, &[("i16384e", "i0e")], field, "i0e");
    refused(
        FOLDER,
        &[("d6:lengthi5e4:pathl1:a1:beed6:lengthi7e4:pathl1:cee", "")],
        field,
        "le4:name",
    );
    refused(V1, &[("i16384e", "i1073741825e")], field, "i1073741825e");
    refused(
        V1,
        &[("d6:length", "d5:filesle6:length")],
        field,
        "d5:files",
    );
    refused(V1, &[("20:", "19:")], BENCODE, "aee");
    refused(V1, &[("aee", "aeex")], BENCODE, "x");
    // A pad alone is no file.
    refused(V1, &[("d6:length", "d4:attr1:p6:length")], field, "i5e");
    refused(
        FOLDER,
        &[("i5e", "i9007199254740990e")],
        field,
        "d6:lengthi7e",
    );
}

#[test]
fn names_that_lead_elsewhere_or_stand_twice_are_refused() {
    for name in ["2:..", "1:.", "0:", "3:a/b", "2:a\0"] {
        refused(
            V1,
            &[("4:name1:a", &format!("4:name{name}"))],
            TORRENT_PATH,
            name,
        );
        refused(
            FOLDER,
            &[("l1:ce", &format!("l{name}e"))],
            TORRENT_PATH,
            &format!("l{name}e"),
        );
        if name != "0:" {
            refused(
                V2,
                &[("d1:ad0:", &format!("d{name}d0:"))],
                TORRENT_PATH,
                &format!("{name}d0:"),
            );
        }
    }
    refused(V2, &[("d1:ad0:", "d0:d0:")], TORRENT_PATH, "0:d0:");
    refused(
        FOLDER,
        &[("l1:ce", "l1:a1:be")],
        TORRENT_FILES,
        "d6:lengthi7e",
    );
    refused(FOLDER, &[("l1:ce", "l1:ae")], TORRENT_FILES, "d6:lengthi7e");
    refused(
        V2,
        &[("eee12:meta", "e1:bd0:d6:lengthi0eeeee12:meta")],
        TORRENT_FILES,
        "1:ad0:",
    );
    let link = "4:attr1:l4:pathl1:ce12:symlink pathl2:..1:xee";
    refused(
        FOLDER,
        &[("6:lengthi7e4:pathl1:cee", link)],
        TORRENT_PATH,
        "l2:..",
    );
}

#[test]
fn parts_that_do_not_go_together_are_refused() {
    let field = TORRENT_FIELD;
    let link = "4:attr1:l6:lengthi9e4:pathl1:ce12:symlink pathl1:xee";
    refused(FOLDER, &[("6:lengthi7e4:pathl1:cee", link)], field, "i9e");
    refused(
        HYBRID,
        &[("pathl1:bee", "pathl1:cee")],
        TORRENT_MISMATCH,
        "d6:lengthi7e4",
    );
    refused(V2, &[("versioni2e", "versioni1e")], field, "i1e");
    refused(V2, &[("12:meta versioni2e", "")], field, "d9:file");
    let error = parse(&with(V2, &[("versioni2e", "versioni3e")])).expect_err("newer");
    assert_eq!(
        (error.slug, error.slug.kind),
        (UNKNOWN_VERSION, Kind::Unsupported)
    );
}
