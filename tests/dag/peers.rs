//! Graphs of blocks and histories beside the programs of others: git, and the packages of IPLD. Both
//! ways.

use libtest_mimic::Trial;

use crate::cid::peers::npm;
use crate::house::run::root;
use crate::house::script::{scripted, scripted_but};

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = codecs();
    trials.extend(git());
    trials
}

/// Our history through the eyes of others, and theirs through ours.
const ARCHIVES: &str = "mkdir -p d/e && seq 9 > d/a && seq 99999 > d/e/b
decent dag commit -q --no-names --store d.car -m first --date 100 d > first
second archive d.car > found
head -n 1 found | diff - first
decent car list --blocks d.car | awk '{print $3, $2}' | sort > blocks
tail -n +2 found | sort | diff - blocks
second commit d.car second more.car > second
decent dag log --store more.car --no-names | diff - <(cat second first)
decent dag log --store more.car --json -n 1 | grep -c '\"zone_minutes\":-90'
seq 8 > d/a
decent dag commit -q --no-names --store more.car -m third --date 300 d > third
decent dag log --store more.car --no-names | diff - <(cat third second first)
second archive more.car | head -n 1 | diff - third
tree=$(decent dag log --store more.car -n 1 --json | grep -o 'baf[a-z0-9]*' | sed -n 2p)
unpack more.car --root $tree --output out
diff -r d out
decent dag commit -q -m bundle --date 0 d | second archive /dev/stdin > found
decent dag commit -m bundle --date 0 -o bundle.car d | cut -d' ' -f1 | diff - <(head -n 1 found)";

fn codecs() -> Vec<Trial> {
    let packages = [
        "@ipld/dag-json",
        "@ipld/dag-cbor",
        "@ipld/dag-pb",
        "@ipld/car",
        "multiformats",
        "ipfs-car",
    ];
    let (modules, missing) = npm(&packages);
    let second = format!(
        "second() {{ PEERS={} node {} \"$@\"; }}
unpack() {{ node {} unpack \"$@\"; }}",
        modules.display(),
        root().join("tests/dag/codecs.mjs").display(),
        modules.join("ipfs-car/bin.js").display()
    );
    let values = |verb: &str, codec: &str| {
        format!(
            "mkdir made
second {verb} 60 5 made > wanted
test $(wc -l < wanted) = 60
while read -r id json_id number; do
    block=made/$number.{codec}
    json=made/$number.dag-json
    decent dag show --from {codec} $block | head -c -1 | cmp - $json
    decent dag show --from dag-json --to {codec} $json | cmp - $block
    decent dag show --cid $id $block | decent dag show --from dag-json --to {codec} | cmp - $block
    test $(decent dag show --from dag-json --to {codec} --id $json) = $id
    test $(decent dag show --from {codec} --id $block) = $json_id
done < wanted"
        )
    };
    let trials = [
        (
            "@ipld/dag-cbor and dag-json write the same values",
            values("values", "dag-cbor"),
        ),
        (
            "@ipld/dag-pb writes the same nodes",
            values("nodes", "dag-pb"),
        ),
        (
            "@ipld/car and ipfs-car read our history, and we theirs",
            ARCHIVES.to_owned(),
        ),
    ];
    trials
        .into_iter()
        .map(|(what, script)| {
            scripted_but(
                format!("dag::{what}"),
                &missing,
                format!("{second}\n{script}"),
            )
        })
        .collect()
}

/// Versions that part and meet, made by git and by us alike: files that can be run, links, names that
/// sort otherwise as folders, and a signature.
const BOTH: &str = "name=sha1 && [ $hash = sha1 ] || name=sha2-256
rm -rf repo d ours.car theirs.car && git init -q -b main --object-format=$hash repo && mkdir -p d/sub
export GIT_AUTHOR_NAME='A B' GIT_AUTHOR_EMAIL=a@b.c GIT_COMMITTER_NAME='A B' GIT_COMMITTER_EMAIL=a@b.c
git() { command git -C repo -c gpg.format=ssh -c user.signingkey=$PWD/key \\
    -c gpg.ssh.allowedSignersFile=$PWD/allowed -c core.hooksPath=/dev/null \"$@\"; }
both() {
    export GIT_AUTHOR_DATE=\"$1 +0530\" GIT_COMMITTER_DATE=\"$1 +0530\"
    rm -rf repo/* && cp -a d/. repo/ && git add -A && git commit -q -m \"$2\"
    git rev-parse HEAD > wanted
    when=$(TZ=UTC-05:30 date -d @$1 +%Y-%m-%dT%H:%M:%S)+05:30
    decent dag commit --store ours.car --format git --hash $name -m \"$2\" --author 'A B <a@b.c>' \\
        --date $when ${3:+--parent $3} d | awk '{print $2}' | diff wanted -
}
seq 9 > d/a && printf '#!/bin/sh\\n' > d/run && chmod 755 d/run && ln -s a d/link
seq 20 > d/sub/x && seq 21 > d/sub.y && seq 22 > d/sub-z && chmod 644 d/a d/sub/x d/sub.y d/sub-z
both 1700000000 first
first=$(git rev-parse HEAD)
echo more >> d/a
both 1700000100 'more of a'
left=$(git rev-parse HEAD)
git checkout -q -b side $first
rm -rf d && decent dag checkout --store ours.car -C d $first > log
echo more >> d/sub/x && chmod 755 d/sub.y
cid=$(decent dag show --store ours.car $first --block | ${hash}sum | cut -d' ' -f1)
test $cid = $first
both 1700000200 'more of x' $([ $hash = sha1 ] && echo f01781114$first || echo f01781220$first)
right=$(git rev-parse HEAD)";

/// A merge of ours beside one of git, and every object of ours in a repository of git.
const MERGED: &str = "decent dag merge-base --store ours.car $left $right | decent cid show | grep -c $first
tree=$(git merge-tree --write-tree $left $right)
decent dag merge --store ours.car --author 'A B <a@b.c>' --date 1700000300 $left $right -m 'both' > log
decent dag show --store ours.car HEAD --block | grep -ac \"^commit .*tree $tree\\|^tree $tree\" || \\
    decent dag show --store ours.car HEAD --block | tr '\\0' '\\n' | grep -c \"^tree $tree\"
# Every object of ours is git's: written into a new repository it has the same ID, and nothing is amiss.
command git init -q -b main --object-format=$hash scratch
decent car list --blocks ours.car | awk '{print $3}' | sort -u > ids
while read -r id; do
    decent dag show --store ours.car $id --block > object
    kind=$(head -c 20 object | tr '\\0' '\\n' | head -n 1 | cut -d' ' -f1)
    header=$(head -c 20 object | tr '\\0' '\\n' | head -n 1 | wc -c)
    tail -c +$((header + 1)) object > body
    hex=$(command git -C scratch hash-object -w -t $kind ../body)
    decent cid show $id | grep -c \"digest: $hex\" > log
done < ids
head=$(decent dag log --store ours.car -n 1 --no-names)
command git -C scratch update-ref refs/heads/main $(decent cid show $head | awk '/^digest/ {print $2}')
command git -C scratch fsck --strict --full > said 2>&1
test -z \"$(cat said)\"
command git -C scratch log --format=%s --date-order | head -n 4 > wanted
decent dag log --store ours.car | cut -d' ' -f3- | sed 's/.*A B: //' | diff wanted -
rm -rf scratch";

/// A repository of git, with a merge and a signature, read here; and a signature of ours read there.
const READ: &str = "git merge -q --no-edit -m both $left
echo end > repo/end && git add -A && git commit -q -S -m signed
python3 REPO repo theirs.car
git log --format=%H --date-order > wanted
decent dag log --store theirs.car --no-names | while read -r id; do
    decent cid show $id | awk '/^digest/ {print $2}'
done | diff wanted -
decent dag merge-base --store theirs.car $left $right | decent cid show | grep -c $(git merge-base $left $right)
rm -rf out && decent dag checkout --store theirs.car -C out > log
diff -r --exclude=.git --no-dereference repo out
test -x out/run && test -x out/sub.y && test ! -x out/a && test -L out/link
git diff --name-only $first HEAD > wanted
decent dag diff --store theirs.car $first HEAD > found || test $? = 1
sed 's/: [A-Z]* *.*//; s/: ADDED$//' found | diff wanted -
# Its signature holds here, and ours there.
decent dag log --store theirs.car -n 1 --allowed allowed | grep -c 'OK (ed25519 by a@b.c: signed)'
fails decent dag log --store theirs.car -n 2 --allowed allowed > said
seq 5 > d/five
decent dag commit -q --store ours.car -m ours --author 'A B <a@b.c>' --date 1700000400 --key key d > log
decent dag show --store ours.car HEAD --block | tr '\\0' '\\n' | tail -n +2 > body
decent car list --blocks ours.car | awk '{print $3}' | sort -u | while read -r id; do
    decent dag show --store ours.car $id --block > object
    header=$(head -c 20 object | tr '\\0' '\\n' | head -n 1)
    tail -c +$((${#header} + 2)) object | git hash-object -w -t ${header% *} --stdin > log
done
git verify-commit $(git hash-object -t commit ../body) 2> said
grep -c 'Good \"git\" signature for a@b.c' said";

/// A key that git and we sign with.
const KEYS: &str = "ssh-keygen -q -t ed25519 -N '' -f key
echo \"a@b.c $(cut -d' ' -f1,2 key.pub)\" > allowed";

fn git() -> Vec<Trial> {
    let mut trials = Vec::new();
    for hash in ["sha1", "sha256"] {
        for (what, script) in [
            ("reads what we make", MERGED),
            ("made what is read here", READ),
        ] {
            let script = script.replace(
                "REPO",
                &root().join("tests/dag/repo.py").display().to_string(),
            );
            trials.push(scripted(
                format!("dag::git {what}, {hash}"),
                &["git", "python3", "ssh-keygen"],
                format!("hash={hash}\n{KEYS}\n{BOTH}\n{script}"),
            ));
        }
    }
    trials
}
