//! Tests of dag-json and of values between codecs.

use super::super::Document;
use crate::cid::multihash::{SHA2_256, digest};
use crate::cid::{Cid, DAG_CBOR, DAG_JSON, DAG_PB};
use crate::codec::hex;
use crate::dag::forms::{read_as, write_as};
use crate::error::slug;

fn id(codec: u64, document: &Document) -> String {
    let block = write_as(codec, document).unwrap();
    Cid::v1(codec, SHA2_256, &digest(SHA2_256, &[&block]).unwrap()).to_string()
}

#[test]
fn published_blocks_have_their_ids_in_every_codec() {
    let vectors = include_str!("../../../../tests/vectors/dag/cross-codec.txt");
    let lines = vectors.lines().filter(|line| !line.starts_with('#'));
    let mut count = 0;
    for line in lines {
        let [name, json, in_json, in_cbor, in_pb] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let document = Document::from_json(json.as_bytes()).unwrap();
        let mut codecs = vec![(DAG_JSON, in_json), (DAG_CBOR, in_cbor)];
        if in_pb != "-" {
            codecs.push((DAG_PB, in_pb));
        }
        for (codec, wanted) in codecs {
            assert_eq!(id(codec, &document), wanted, "{name}");
            // And back: nothing is lost on the way.
            let block = write_as(codec, &document).unwrap();
            let again = read_as(codec, &block).unwrap();
            assert_eq!(again.to_json().unwrap(), json.as_bytes(), "{name}");
        }
        count += 1;
    }
    assert_eq!(count, 22);
}

#[test]
fn published_bad_blocks_are_refused() {
    // github.com/ipld/codec-fixtures, negative-fixtures.
    let read = |codec, digits: &str| read_as(codec, &hex::decode(digits).unwrap());
    let twice = "7b22666f6f223a312c22666f6f223a322c22626172223a337d";
    assert_eq!(read(DAG_JSON, twice).unwrap_err().slug, slug::DAG_JSON);
    let twice = "a3636261720363666f6f0163666f6f02";
    assert_eq!(read(DAG_CBOR, twice).unwrap_err().slug, slug::DAG_CBOR);
    for digits in [
        "1200",
        "12000a050001020304",
        "12020a00",
        "12021200",
        "120b1209736f6d65206e616d65",
        "12021800",
        "120318f207",
        "12240a221220cf92fdefcdc34cac009c8b05eb662be0618db9de55ecd42785e9ec6712f8df650a0408021806\
         12240a221220cf92fdefcdc34cac009c8b05eb662be0618db9de55ecd42785e9ec6712f8df65",
    ] {
        let digits: String = digits.split_whitespace().collect();
        assert!(read(DAG_PB, &digits).is_err(), "{digits}");
    }
    let link = r#"{"/":"QmNPWHBrVQiiV8FpyNuEPhB9E2rbvdy9Yx79EY1EJuyf9o"}"#;
    let forms = [
        "{}",
        r#"{"Data":null,"Links":[]}"#,
        r#"{"Data":1.1,"Links":[]}"#,
        r#"{"Data":[],"Links":[]}"#,
        r#"{"Links":null}"#,
        r#"{"Links":"blip"}"#,
        r#"{"Links":{}}"#,
        r#"{"Links":[{}]}"#,
        r#"{"Links":[null]}"#,
        r#"{"Links":[LINK]}"#,
        r#"{"Data":{"/":{"bytes":"AQID"}},"extraneous":true}"#,
        r#"{"Links":[{"Hash":LINK,"extraneous":true}]}"#,
        r#"{"Links":[{"Name":"blip","Tsize":101}]}"#,
        r#"{"Links":[{"Hash":"blip"}]}"#,
        r#"{"Links":[{"Hash":{"/":{"bytes":"8AECAwQ"}}}]}"#,
        r#"{"Links":[{"Hash":LINK,"Name":null}]}"#,
        r#"{"Links":[{"Hash":LINK,"Name":101}]}"#,
        r#"{"Links":[{"Hash":LINK,"Tsize":-101}]}"#,
        r#"{"Links":[{"Hash":LINK,"Tsize":1.1}]}"#,
        r#"{"Links":[{"Hash":LINK},{"Hash":LINK,"Name":"foo"},{"Hash":LINK,"Name":"bar"}]}"#,
        r#"{"Links":[{"Hash":LINK},{"Hash":LINK,"Name":"aa"},{"Hash":LINK,"Name":"a"}]}"#,
    ];
    for form in forms {
        let document = Document::from_json(form.replace("LINK", link).as_bytes()).unwrap();
        let error = write_as(DAG_PB, &document).unwrap_err();
        assert_eq!(error.slug, slug::FORM, "{form}");
    }
}

#[test]
fn other_forms_are_refused() {
    for text in [
        "",
        " ",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1]]",
        "[1",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "nul",
        "nulls",
        "True",
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "+1",
        "1e999",
        "18446744073709551616",
        "-18446744073709551617",
        "\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\udc00\"",
        "\"a\nb\"",
        "{\"/\":\"not a link\"}",
        "{\"/\":\"bafkqabiaaebagba\",\"a\":1}",
        "{\"a\":1,\"/\":\"bafkqabiaaebagba\"}",
        "{\"/\":{\"bytes\":\"AQ==\"}}",
        "{\"/\":{\"bytes\":\"AR\"}}",
        "{\"/\":{\"bytes\":\"AQ\",\"a\":1}}",
        "{\"/\":{\"bytes\":\"AQ\"},\"a\":1}",
    ] {
        let error = Document::from_json(text.as_bytes()).unwrap_err();
        assert_eq!(error.slug, slug::DAG_JSON, "{text}");
    }
    assert!(Document::from_json(b"\"\xff\"").is_err());
}

#[test]
fn maps_that_would_read_as_links_are_not_written() {
    for block in [&b"\xa1\x61/\x61x"[..], b"\xa1\x61/\xa1\x65bytes\x61x"] {
        let document = Document::from_cbor(block).unwrap();
        assert_eq!(document.to_json().unwrap_err().slug, slug::DAG_JSON);
        assert_eq!(document.to_cbor().unwrap(), block);
    }
    // A slash by itself means nothing.
    let plain = br#"{"/":{"bytes":1}}"#;
    assert_eq!(
        Document::from_json(plain).unwrap().to_json().unwrap(),
        plain
    );
}

#[test]
fn texts_and_numbers_keep_their_one_form() {
    for (text, wanted) in [
        (
            r#""\u0041\/\"\\\b\f\n\r\t\u001f""#,
            r#""A/\"\\\b\f\n\r\t\u001f""#,
        ),
        (r#""\ud83d\ude00""#, "\"\u{1f600}\""),
        ("1.0", "1.0"),
        ("-0.0", "-0.0"),
        ("1e3", "1000.0"),
        ("0.1", "0.1"),
        ("123.456", "123.456"),
        ("1e20", "100000000000000000000.0"),
        ("1e21", "1e+21"),
        ("1.5e300", "1.5e+300"),
        ("0.000001", "0.000001"),
        ("1e-7", "1e-7"),
        ("-8.940696716308594e-8", "-8.940696716308594e-8"),
        ("5e-324", "5e-324"),
    ] {
        let document = Document::from_json(text.as_bytes()).unwrap();
        let written = String::from_utf8(document.to_json().unwrap()).unwrap();
        assert_eq!(written, wanted);
        let again = Document::from_json(written.as_bytes()).unwrap();
        assert_eq!(again, document, "{text}");
    }
}

#[test]
fn depth_needs_no_stack() {
    let deep = |depth: usize| [vec![b'['; depth], vec![b']'; depth]].concat();
    let document = Document::from_json(&deep(4096)).unwrap();
    assert_eq!(document.to_json().unwrap(), deep(4096));
    assert!(Document::from_json(&deep(4097)).is_err());
    assert!(Document::from_json(&vec![b'['; 1 << 20]).is_err());
}

#[test]
fn paths_and_links_are_found() {
    let text = br#"{"a":[{"/":"bafkqabiaaebagba"},{"b":{"/":"bafkqaaa"}}],"c":1}"#;
    let document = Document::from_json(text).unwrap();
    let links: Vec<_> = document.links().into_iter().map(|link| link.0).collect();
    assert_eq!(links, ["a/0", "a/1/b"]);
    let list = document.child(0, "a").unwrap();
    assert!(document.child(list, "2").is_none() && document.child(list, "01").is_none());
    let part = document.part(document.child(list, "1").unwrap());
    assert_eq!(part.to_json().unwrap(), br#"{"b":{"/":"bafkqaaa"}}"#);
}
