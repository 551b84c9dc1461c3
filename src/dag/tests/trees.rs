//! What differs between trees, what a merge makes of them, paths, and the objects of git.

use super::*;

#[test]
fn differences_are_named() {
    let mut blocks = Blocks::default();
    let [one, two, three] = [&b"one"[..], b"two", b"three"].map(|bytes| blocks.file(bytes));
    let sub = blocks.folder(&V1_2025, &[("x", &one), ("y", &two)]);
    let other = blocks.folder(&V1_2025, &[("x", &three), ("y", &two)]);
    let third = blocks.folder(&V1_2025, &[("z", &two)]);
    let old = [
        ("gone", &one),
        ("moved", &sub),
        ("same", &two),
        ("sub", &sub),
        ("kind", &third),
    ];
    let new = [
        ("came", &three),
        ("place", &sub),
        ("same", &two),
        ("sub", &other),
        ("kind", &two),
    ];
    let (old, new) = (blocks.folder(&V1_2025, &old), blocks.folder(&V1_2025, &new));
    blocks.with(&new.cid, |store| {
        let found = trees(store, Some(&old.cid), &new.cid, LIMITS).unwrap();
        let words: Vec<_> = found
            .iter()
            .map(|(path, change)| {
                let path = String::from_utf8_lossy(path).into_owned();
                match change {
                    Change::Added(_) => format!("+{path}"),
                    Change::Removed(_) => format!("-{path}"),
                    Change::Changed(..) => format!("*{path}"),
                    Change::Renamed(from, _) => {
                        format!("{}>{path}", String::from_utf8_lossy(from))
                    }
                }
            })
            .collect();
        let wanted = ["+came", "-gone", "kind/z>kind", "moved>place", "*sub/x"];
        assert_eq!(words, wanted);
        assert!(
            trees(store, Some(&new.cid), &new.cid, LIMITS)
                .unwrap()
                .is_empty()
        );
        assert_eq!(trees(store, None, &old.cid, LIMITS).unwrap().len(), 7);
        let few = Limits { count: 3, ..LIMITS };
        assert_eq!(
            trees(store, None, &old.cid, few).unwrap_err().slug,
            slug::EXTRACT_LIMIT
        );
    });
}

#[test]
fn empty_files_are_not_renamed() {
    let mut blocks = Blocks::default();
    let data = Data {
        filesize: Some(0),
        ..Data::new(unixfs::Kind::File)
    };
    let empty = layout::put(&V1_2025, Vec::new(), &data, &mut |cid, block| {
        blocks.0.push((cid.clone(), block.to_vec()));
        Ok(())
    });
    let empty = empty.unwrap();
    let [raw, full] = [&b""[..], b"full"].map(|bytes| blocks.file(bytes));
    let old = [("a", &empty), ("b", &raw), ("c", &full)];
    let new = [("x", &empty), ("y", &raw), ("z", &full)];
    let [old, new] = [old, new].map(|names| blocks.folder(&V1_2025, &names));
    blocks.with(&new.cid, |store| {
        let found = trees(store, Some(&old.cid), &new.cid, LIMITS).unwrap();
        let renamed = found
            .iter()
            .filter(|(_, change)| matches!(change, Change::Renamed(..)));
        assert_eq!(renamed.map(|(path, _)| &**path).collect::<Vec<_>>(), [b"z"]);
    });
}

#[test]
fn trees_of_old_modes_are_not_written_anew() {
    let mut blocks = Blocks::default();
    let mut put = |block: Vec<u8>| {
        let cid = git::cid_of(SHA1, &block);
        blocks.0.push((cid.clone(), block));
        cid
    };
    let blobs: Vec<Cid> = (0..3u8)
        .map(|byte| put(git::object("blob", &[byte])))
        .collect();
    let mut tree = |mode: &str, lines: [usize; 2]| {
        let line = |(name, number): (&str, usize)| {
            let head = format!("{mode} {name}\0");
            [head.as_bytes(), blobs[number].digest()].concat()
        };
        let lines = [line(("a", lines[0])), line(("b", lines[1]))];
        put(git::object("tree", &lines.concat()))
    };
    let [new, old] =
        ["100644", "100664"].map(|mode| [[0, 0], [1, 0], [0, 1]].map(|lines| tree(mode, lines)));
    blocks.with(&new[0].clone(), |store| {
        let merged = |base: &Cid, ours: &Cid, theirs: &Cid| {
            merge::trees(store, Some(base), (ours, theirs), &V1_2025, LIMITS)
        };
        assert!(merged(&new[0], &new[1], &new[2]).is_ok());
        for (ours, theirs) in [(&old[1], &new[2]), (&new[1], &old[2])] {
            let error = merged(&new[0], ours, theirs).unwrap_err();
            assert_eq!(error.slug, slug::GIT_OBJECT);
        }
        // What only one side changed is taken as it is.
        assert_eq!(merged(&old[0], &old[0], &old[1]).unwrap().tree, old[1]);
    });
}

#[test]
fn objects_of_git_are_values_without_doubles() {
    let who = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <> 1 +0000\ncommitter A <> 1 +0000\n";
    let value = |headers: &[u8]| {
        let body = [who.as_bytes(), headers, b"\nx\n"].concat();
        let value = git::value(SHA1, &git::object("commit", &body));
        value.map(|value| String::from_utf8(value.to_json().unwrap()).unwrap())
    };
    let one = value(b"mergetag one\n two\n").unwrap();
    assert!(one.contains(r#""mergetag":"one\ntwo""#), "{one}");
    let two = value(b"mergetag one\nother x\nmergetag two\n").unwrap();
    assert!(
        two.contains(r#""mergetag":["one","two"],"message""#),
        "{two}"
    );
    for bad in [&b"message x\n"[..], b"parents x\n", b"\xff x\n"] {
        assert_eq!(value(bad).unwrap_err().slug, slug::FORM);
    }
    let line = |name: u8| [&b"100644 "[..], &[name, 0], &[7; 20]].concat();
    let tree = |names: [u8; 2]| git::value(SHA1, &git::object("tree", &names.map(line).concat()));
    assert!(tree(*b"ab").is_ok());
    assert_eq!(tree([0xfe, 0xff]).unwrap_err().slug, slug::FORM);
}

#[test]
fn equal_shards_are_not_read() {
    let mut blocks = Blocks::default();
    let sharded = Params {
        threshold: 0,
        fanout: 8,
        ..V1_2025
    };
    let [one, two] = [&b"one"[..], b"two"].map(|bytes| blocks.file(bytes));
    let names: Vec<String> = (0..200).map(|n| format!("name-{n}")).collect();
    let mut links: Vec<(&str, &Node)> = names.iter().map(|name| (&**name, &one)).collect();
    let old = blocks.folder(&sharded, &links);
    let before = blocks.0.len();
    links[77].1 = &two;
    links[78].0 = "other";
    let new = blocks.folder(&sharded, &links);
    let made = blocks.0.len() - before;
    // The shards that only the old one has are enough: of what both have nothing is there.
    let new_cids: Vec<_> = blocks.0[before..]
        .iter()
        .map(|(cid, _)| cid.clone())
        .collect();
    let shared: Vec<_> = blocks.0[..before]
        .iter()
        .filter(|(cid, _)| new_cids.contains(cid) && cid.codec() != RAW)
        .map(|(cid, _)| cid.clone())
        .collect();
    assert!(
        shared.len() > 10 && shared.len() < made,
        "{} of {made}",
        shared.len()
    );
    blocks.0.retain(|(cid, _)| !shared.contains(cid));
    blocks.with(&new.cid, |store| {
        let pairs = differing(store, &old.cid, &new.cid).unwrap();
        let found: Vec<_> = pairs
            .iter()
            .map(|pair| (pair.name(), pair.old.is_some(), pair.new.is_some()))
            .collect();
        let wanted = [
            (&b"name-77"[..], true, true),
            (b"name-78", true, false),
            (b"other", false, true),
        ];
        assert_eq!(found, wanted);
    });
}

#[test]
fn ranges_of_files_that_differ() {
    let mut blocks = Blocks::default();
    let long: Vec<u8> = (0..=255).cycle().take(1000).collect();
    let changed = |places: &[usize]| {
        let mut bytes = long.clone();
        for at in places {
            bytes[*at] ^= 1;
        }
        bytes
    };
    let cases = [
        (long.clone(), vec![]),
        (changed(&[0]), vec![(0, 1)]),
        (
            changed(&[17, 30, 500, 999]),
            vec![(17, 31), (500, 501), (999, 1000)],
        ),
        (changed(&[15, 16]), vec![(15, 17)]),
        ([&long[..], b"more"].concat(), vec![(1000, 1004)]),
        (long[..993].to_vec(), vec![(993, 1000)]),
        (b"".to_vec(), vec![(0, 1000)]),
        (b"\x01".to_vec(), vec![(0, 1000)]),
    ];
    let old = blocks.file(&long);
    let new: Vec<Node> = cases.iter().map(|(bytes, _)| blocks.file(bytes)).collect();
    blocks.with(&old.cid, |store| {
        for (node, (_, wanted)) in new.iter().zip(&cases) {
            let [a, b] = [&old.cid, &node.cid].map(Entry::root);
            for (old, new) in [(&a, &b), (&b, &a)] {
                let found = ranges::files(store, old, new, LIMITS, &Deaf).unwrap();
                assert!(!found.more);
                let found: Vec<_> = found
                    .ranges
                    .into_iter()
                    .map(|range| (range.start, range.end))
                    .collect();
                assert_eq!(found, *wanted);
            }
        }
    });
}

#[test]
fn merges_take_both_sides() {
    let mut blocks = Blocks::default();
    let files: Vec<Node> = (0..6u8).map(|n| blocks.file(&[n; 40])).collect();
    let [a, b, c, d] = [0, 1, 2, 3].map(|n| &files[n]);
    let (new, last) = (&files[4], &files[5]);
    let mut folder = |names: &[(&str, &Node)]| blocks.folder(&V1_2025, names);
    let sub = folder(&[("x", a), ("y", b)]);
    let base = folder(&[("one", a), ("two", b), ("sub", &sub), ("gone", c)]);
    let sub_ours = folder(&[("x", c), ("y", b)]);
    let ours = folder(&[
        ("one", d),
        ("two", b),
        ("sub", &sub_ours),
        ("gone", c),
        ("ours", new),
    ]);
    let sub_theirs = folder(&[("x", a), ("y", d)]);
    let theirs = folder(&[
        ("one", a),
        ("two", last),
        ("sub", &sub_theirs),
        ("theirs", new),
    ]);
    let sub_both = folder(&[("x", c), ("y", d)]);
    let both = [
        ("one", d),
        ("two", last),
        ("sub", &sub_both),
        ("ours", new),
        ("theirs", new),
    ];
    let both = folder(&both);
    let clash = folder(&[("one", last), ("two", b), ("sub", a), ("gone", d)]);
    let made = [both.cid.clone(), sub_both.cid.clone()];
    blocks.0.retain(|(cid, _)| !made.contains(cid));
    blocks.with(&base.cid, |store| {
        let merged = |base: Option<&Node>, ours: &Node, theirs: &Node| {
            let base = base.map(|node| &node.cid);
            merge::trees(store, base, (&ours.cid, &theirs.cid), &V1_2025, LIMITS).unwrap()
        };
        for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
            let done = merged(Some(&base), one, other);
            assert_eq!((done.conflicts, done.tree), (vec![], both.cid.clone()));
            let blocks: Vec<_> = done.blocks.into_iter().map(|(cid, _)| cid).collect();
            assert_eq!(blocks, [sub_both.cid.clone(), both.cid.clone()]);
        }
        let done = merged(Some(&base), &theirs, &clash);
        let conflicts: Vec<_> = done
            .conflicts
            .iter()
            .map(|one| (String::from_utf8_lossy(&one.path).into_owned(), one.why))
            .collect();
        let wanted = [
            ("gone".to_owned(), "removed here, changed there"),
            ("sub".to_owned(), "a folder here, a file there"),
        ];
        assert_eq!(conflicts, wanted);
        let done = merged(None, &ours, &theirs);
        let paths: Vec<_> = done.conflicts.iter().map(|one| &*one.path).collect();
        assert_eq!(paths, [&b"one"[..], b"sub/x", b"sub/y", b"two"]);
        assert_eq!(merged(Some(&base), &base, &ours).tree, ours.cid);
        let tree = git::cid_of(SHA1, &git::object("tree", b""));
        let mixed = merge::trees(store, None, (&ours.cid, &tree), &V1_2025, LIMITS);
        assert_eq!(mixed.unwrap_err().slug, slug::STORE);
    });
}

#[test]
fn paths_go_on_where_links_lead() {
    let mut blocks = Blocks::default();
    let one = blocks.file(b"one");
    let sub = blocks.folder(&V1_2025, &[("x", &one)]);
    let tree = blocks.folder(&V1_2025, &[("sub", &sub)]);
    let first = blocks.commit(&tree.cid, &[], 1);
    let head = blocks.commit(&tree.cid, &[&first], 2);
    blocks.with(&head, |store| {
        let found = |path: &str| path::resolve(store, &head, path.as_bytes());
        assert_eq!(found("").unwrap().cid, head);
        assert_eq!(found("parents/0").unwrap().cid, first);
        assert_eq!(found("parents/0/tree/sub/x").unwrap().cid, one.cid);
        let inside = found("author/time").unwrap();
        assert_eq!(inside.value.unwrap().to_json().unwrap(), b"2");
        for bad in [
            "x",
            "parents/1",
            "parents/00",
            "tree/no",
            "author/time/x",
            "tree/sub/x/y",
        ] {
            assert_eq!(found(bad).unwrap_err().slug, slug::NO_SUCH_PATH, "{bad}");
        }
        assert_eq!(path::tree_of(store, &head).unwrap(), tree.cid);
        assert_eq!(path::tree_of(store, &tree.cid).unwrap(), tree.cid);
    });
}

#[test]
fn objects_of_git_are_read_strictly() {
    let tree = |body: &[u8]| git::entries(SHA1, body).map(|entries| entries.len());
    let line =
        |mode: &str, name: &str| [mode.as_bytes(), b" ", name.as_bytes(), b"\0", &[7; 20]].concat();
    let both = |a: Vec<u8>, b: Vec<u8>| [a, b].concat();
    assert_eq!(tree(&both(line("100644", "a"), line("40000", "b"))), Ok(2));
    // A folder counts as one with a slash behind its name: `a.b` comes before the folder `a`.
    assert_eq!(
        tree(&both(line("100644", "a.b"), line("40000", "a"))),
        Ok(2)
    );
    for bad in [
        both(line("40000", "a"), line("100644", "a.b")),
        both(line("100644", "a"), line("100644", "a")),
        line("040000", "a"),
        line("100600", "a"),
        line("100644", ""),
        line("100644", "a/b"),
        line("100644", "a")[..27].to_vec(),
        b"100644".to_vec(),
    ] {
        assert!(tree(&bad).is_err(), "{bad:?}");
    }
    for bad in [
        &b"blob 3\0ab"[..],
        b"blob 02\0ab",
        b"blub 2\0ab",
        b"blob 2",
        b"",
        b"blob  2\0ab",
    ] {
        assert_eq!(git::open(bad).unwrap_err().slug, slug::GIT_OBJECT);
    }
    let good = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <> 1 +0000\ncommitter A <> 1 +0000\n\nx\n";
    let read = |text: &str| git::read_commit(SHA1, &git::object("commit", text.as_bytes()));
    assert_eq!(read(good).unwrap().message, "x\n");
    for (from, to) in [
        ("tree 4b", "tree 4"),
        ("tree", "tee"),
        ("author", "autor"),
        ("<> 1 +0000\nc", "<> x +0000\nc"),
        ("<> 1 +0000\nc", "<> 1\nc"),
        ("\n\nx\n", "\n"),
        ("committer A <> 1 +0000\n", ""),
    ] {
        assert!(read(&good.replacen(from, to, 1)).is_err(), "{to:?}");
    }
    let cid = Cid::v1(DAG_CBOR, SHA2_256, &[0; 32]);
    assert!(Commit::read(&cid, good.as_bytes()).is_err());
}
