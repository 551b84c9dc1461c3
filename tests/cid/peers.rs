//! Content IDs and archives beside the programs of others: the JavaScript importer, ipfs-car, git,
//! nix, swh.model. Both ways.

use std::path::PathBuf;

use libtest_mimic::Trial;

use crate::house::run::root;
use crate::house::script::{scripted, scripted_but};

/// Files of every sort that an ID tells apart.
const TREE: &str = "mkdir -p d/sub/deep d/.hidden d/empty && seq 9 > d/a && seq 90000 > d/b.txt && : > d/sub/zero
seq 20 > d/sub/deep/x && seq 20 > d/sub.y && seq 30 > d/.hidden/z && printf '#!/bin/sh\\n' > d/run && chmod 755 d/run
ln -s a d/link && ln -s sub/deep d/sub-link && chmod 644 d/a d/b.txt";

/// Where npm packages lie, and which are missing.
pub(crate) fn npm(names: &[&'static str]) -> (PathBuf, Vec<&'static str>) {
    let modules = root().join("target/peers/npm/node_modules");
    let missing = names
        .iter()
        .copied()
        .filter(|name| !modules.join(name).is_dir());
    let missing: Vec<_> = missing
        .chain((!crate::house::peers::there("node")).then_some("node"))
        .collect();
    (modules, missing)
}

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = importer();
    trials.extend(ipfs_car());
    trials.extend(others());
    trials
}

fn importer() -> Vec<Trial> {
    let (modules, missing) = npm(&["ipfs-unixfs-importer", "blockstore-core"]);
    let script = root().join("tests/cid/importer.mjs");
    let second = format!(
        "second() {{ PEERS={} node {} \"$@\"; }}",
        modules.display(),
        script.display()
    );
    let files = "mkdir cases
second cases 300 7 cases > wanted
test $(wc -l < wanted) = 300
while read -r cid options; do
    found=$(decent cid new --no-names $options)
    test $cid = $found || { echo \"$options: $found, wanted $cid\"; exit 1; }
done < wanted";
    let folders = "mkdir -p many/sub/more && for n in $(seq 700); do echo $n > many/name-$n; done
for n in $(seq 40); do echo $n > many/sub/$n; echo $n > many/sub/more/$n; done
second folders many > wanted
test $(wc -l < wanted) = 20
while read -r cid options; do
    found=$(decent cid new -r --no-names $options many)
    test $cid = $found || { echo \"$options: $found, wanted $cid\"; exit 1; }
done < wanted";
    // Without parameters it may end with don't know, never with no; with them a change is a no.
    let found = "mkdir cases
second cases 40 9 cases > wanted
while read -r cid options; do
    file=${options##* }
    decent cid verify ${options% *} $cid $file > said
    status=0
    decent cid verify $cid $file > said || status=$?
    test $status != 1
    echo more >> $file
    status=0
    decent cid verify ${options% *} $cid $file > said || status=$?
    test $status = 1
done < wanted";
    [
        ("gives the same IDs to files", files),
        ("gives the same IDs to folders", folders),
        ("made what verifies here", found),
    ]
    .into_iter()
    .map(|(what, script)| {
        let script = format!("{second}\n{script}");
        scripted_but(
            format!("cid::ipfs-unixfs-importer {what}"),
            &missing,
            script,
        )
    })
    .collect()
}

fn ipfs_car() -> Vec<Trial> {
    let (modules, missing) = npm(&["ipfs-car"]);
    let second = format!(
        "second() {{ node {} \"$@\"; }}",
        modules.join("ipfs-car/bin.js").display()
    );
    let unpacks = "rm d/link d/sub-link d/.hidden -r && rmdir d/empty && chmod 644 d/run
for options in '' '-p unixfs-v0-2015' '-p helia' '--chunker size-1000 --width 7 --layout trickle' '--hamt-threshold 10'; do
    decent car new $options d -o d.car > log
    second unpack d.car --output out
    diff -r d out && rm -r out
    second roots d.car | diff - <(cut -d' ' -f1 log)
done";
    let packs = "rm d/link d/sub-link d/.hidden -r && rmdir d/empty
second pack d --no-wrap --output d.car > theirs
decent car verify d.car
decent car get d.car -C out > log && chmod 755 out/run
diff -r d out
decent cid new -r -p storacha --no-names d | diff - theirs
second pack d/b.txt --no-wrap --output f.car > theirs
decent cid new -p storacha --no-names d/b.txt | diff - theirs
decent car cat f.car | cmp - d/b.txt
decent cid verify $(cat theirs) d/b.txt";
    [
        ("unpacks what we make", unpacks),
        ("packs what verifies here", packs),
    ]
    .into_iter()
    .map(|(what, script)| {
        let script = format!("{TREE}\n{second}\n{script}");
        scripted_but(format!("cid::ipfs-car {what}"), &missing, script)
    })
    .collect()
}

fn others() -> Vec<Trial> {
    let git = "chmod 654 d/sub.y
for hash in sha1 sha256; do
    rm -rf repo && git init -q --object-format=$hash repo
    name=sha2-256 && [ $hash = sha256 ] || name=sha1
    (cd repo && cp -r ../d/. . && git add -A . && git write-tree) > wanted
    decent cid new -r --kind git --hash $name --no-names d | diff wanted -
    (cd repo && git hash-object ../d/b.txt) | diff - <(decent cid new --kind git --hash $name --no-names d/b.txt)
done
echo | git hash-object --stdin | diff - <(echo | decent cid new --kind git --no-names)
decent cid verify f01781114$(git hash-object d/a) d/a";
    let nix = "rm -r d/.hidden/z && seq 30 > d/.hidden/z
for path in d d/a d/run d/sub/zero; do
    printf 'sha256:%s\\n' $(nix-hash --type sha256 --base32 $path) > wanted
    decent cid new -r --kind nar --no-names $path | diff wanted -
done";
    let mut trials: Vec<Trial> = [("git", "git", git), ("nix", "nix-hash", nix)]
        .into_iter()
        .map(|(name, program, script)| {
            let script = format!("{TREE}\n{script}");
            scripted(
                format!("cid::{name} gives the same IDs"),
                &[program],
                script,
            )
        })
        .collect();
    let python = root().join("target/peers/python");
    let missing = (!python.join("swh/model").is_dir()).then_some("swh.model of PyPI");
    let script = format!(
        "{TREE}
PYTHONPATH={} python3 -W ignore {} d d/a d/b.txt d/run d/sub > wanted
decent cid new -r --kind swhid --no-names d d/a d/b.txt d/run d/sub | diff wanted -",
        python.display(),
        root().join("tests/cid/swhid.py").display()
    );
    trials.push(scripted_but(
        "cid::swh.model gives the same IDs",
        missing.as_slice(),
        script,
    ));
    trials
}
