//! Edits, differences and magnet links.

use super::*;

#[test]
fn an_edit_keeps_the_info_bytes_unless_it_must_not() {
    for good in [V1, FOLDER, V2, HYBRID] {
        let old = parse(good.as_bytes()).unwrap();
        let edit = Edit {
            trackers: Some(vec![vec![b"http://a".to_vec()], vec![b"http://b".to_vec()]]),
            comment: Some(b"hi".to_vec()),
            date: Some(Some(7)),
            ..Edit::default()
        };
        let bytes = edit.apply(good.as_bytes()).unwrap();
        let new = parse(&bytes).unwrap();
        assert_eq!(old.hash(), new.hash());
        assert_eq!(new.outer().trackers.len(), 2);
        let undone = Edit {
            trackers: Some(Vec::new()),
            comment: Some(Vec::new()),
            date: Some(None),
            ..Edit::default()
        };
        assert_eq!(undone.apply(&bytes).unwrap(), good.as_bytes());
        let renamed = Edit {
            name: Some(b"other".to_vec()),
            private: Some(true),
            source: Some(b"s".to_vec()),
            ..Edit::default()
        };
        let bytes = renamed.apply(good.as_bytes()).unwrap();
        let new = parse(&bytes).unwrap();
        assert_eq!(new.info().name(), b"other");
        assert_eq!(new.info().layout(), old.info().layout());
        assert!(new.info().private() && old.hash() != new.hash());
        let climbs = Edit {
            name: Some(b"..".to_vec()),
            ..Edit::default()
        };
        assert!(climbs.apply(good.as_bytes()).is_err());
    }
}

#[test]
fn a_diff_says_what_and_whether_it_matters() {
    use diff::{Change, Content, content, diff};
    let torrents = ALL.map(|versions| draft(versions).encode());
    let [v1, v2, hybrid] = torrents.each_ref().map(|bytes| parse(bytes).unwrap());
    assert_eq!(content(&v2, &hybrid), Content::Same);
    assert_eq!(content(&v1, &hybrid), Content::Unknown);
    assert_eq!(content(&v1, &v2), Content::Unknown);
    let mut other = draft(Versions::V2);
    other.files[3].root = Some([9; 32]);
    other.files[1].path = FilePath::new([&b"b-empty"[..]]).unwrap();
    other.files[0].path = FilePath::new([&b"a"[..], b"moved"]).unwrap();
    let bytes = other.encode();
    let new = parse(&bytes).unwrap();
    let found = diff((&torrents[1], &v2), (&bytes, &new)).unwrap();
    let files: Vec<_> = found.iter().filter(|one| one.file).collect();
    let of = |name: &str| {
        files
            .iter()
            .find(|one| one.name == name.as_bytes())
            .map(|one| &one.change)
    };
    assert_eq!(of("a/moved"), Some(&Change::Renamed(b"a/long".to_vec())));
    assert!(matches!(of("b-empty"), Some(Change::Added(_))));
    assert!(matches!(of("a-empty"), Some(Change::Removed(_))));
    assert!(matches!(of("short"), Some(Change::Changed(..))));
    assert_eq!(files.len(), 4);
    assert_eq!(content(&v2, &new), Content::Differs);
    let unsorted = with(V1, &[("d6:lengthi5e4:name1:a", "d4:name1:a6:lengthi5e")]);
    let pair = (parse(V1.as_bytes()).unwrap(), parse(&unsorted).unwrap());
    let found = diff((V1.as_bytes(), &pair.0), (&unsorted, &pair.1)).unwrap();
    let names: Vec<_> = found
        .iter()
        .map(|one| String::from_utf8_lossy(&one.name))
        .collect();
    assert_eq!(names, ["infohash-v1", "info"]);
    assert_eq!(
        diff((V1.as_bytes(), &pair.0), (V1.as_bytes(), &pair.0)).unwrap(),
        []
    );
}

#[test]
fn magnet_links_in_all_forms() {
    let hash = [0x1f; 20];
    let base32 = crate::codec::base32::encode(&hash);
    let hex = crate::codec::hex::encode(&hash);
    for text in [&base32, &base32.to_lowercase(), &hex, &hex.to_uppercase()] {
        let link = Magnet::parse(&format!("MAGNET:?xt=urn:btih:{text}")).unwrap();
        assert_eq!(
            link.hash,
            InfoHash {
                v1: Some(hash),
                v2: None
            }
        );
    }
    let v2 = "22".repeat(32);
    let text = format!(
        "magnet:?xt.1=urn:btih:{hex}&xt.2=urn:btmh:1220{v2}&tr.1=http%3a//a+b&x.pe=[::1]:9&as=x&&dn=%ff"
    );
    let link = Magnet::parse(&text).unwrap();
    assert_eq!(
        link.hash,
        InfoHash {
            v1: Some(hash),
            v2: Some([0x22; 32])
        }
    );
    assert_eq!(link.trackers, [b"http://a b".to_vec()]);
    assert_eq!(link.others, [("as".to_owned(), b"x".to_vec())]);
    assert_eq!(Magnet::parse(&link.to_string()), Ok(link));
    let at = |text: &str| -> Error { Magnet::parse(text).expect_err(text) };
    for (text, place) in [
        ("http://x", 0),
        ("magnet:?dn=a", 8),
        ("magnet:?xt=urn:btih:12", 20),
        ("magnet:?xt=urn:btmh:1114aa", 20),
        (&format!("magnet:?xt=urn:btih:{hex}&dn=a%2"), 65),
        (&format!("magnet:?xt=urn:btih:{hex}&dn=%zz"), 64),
        (&format!("magnet:?xt=urn:btih:{hex}&so=3-1"), 64),
        (&format!("magnet:?xt=urn:btih:{hex}&x.pe=a&tr=b"), 66),
        (
            &format!("magnet:?xt=urn:btih:{hex}&xt=urn:btih:{}", "0".repeat(40)),
            73,
        ),
    ] {
        let error = at(text);
        assert_eq!(
            (error.slug, error.place),
            (slug::MAGNET, Place::Byte(place)),
            "{text}"
        );
    }
    for bad in [
        "a", ":1", "a:0", "a:65536", "[::1:2", "::1:2", "a b:1", "a:+1",
    ] {
        assert!(magnet::peer(bad).is_err(), "{bad}");
    }
    for bad in ["", ",", "1,", "-1", "1-", "+1", "a"] {
        assert!(magnet::select(bad).is_err(), "{bad}");
    }
}

proptest::proptest! {
    /// Whatever stands in a file, the reader ends with a value or an error.
    #[test]
    fn no_change_of_a_good_torrent_is_a_panic(
        which in 0..3usize, at in 0..2000usize, cut in 0..40usize,
        put in proptest::collection::vec(proptest::sample::select(&b"dlei0123456789:-\xff"[..]), 0..8),
    ) {
        let mut bytes = draft(ALL[which]).encode();
        let at = at % bytes.len();
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, put);
        if let Ok(torrent) = parse(&bytes) {
            let _ = lint::lint(&bytes, &torrent).unwrap();
            let json = json::to_json(&Document::parse(&bytes).unwrap()).to_string();
            assert_eq!(json::from_json(json.as_bytes()).unwrap(), bytes);
            assert!(parse(&Draft::of(&torrent).encode()).is_ok());
        }
    }
}
