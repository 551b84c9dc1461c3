//! Plain copies of folders held against archives of their nodes, and small files that are hashed many
//! at once; and archives that are wrong, of which nothing may be unpacked.

use libtest_mimic::Trial;

use crate::house::script::scripted;

const COMMON: &str = r#"says() { local wanted=$1 words=$2 status=0; shift 2; "$@" > said 2>&1 || status=$?
    [ $status = $wanted ] && grep -qF -- "$words" said || { echo "status $status, wanted $wanted and '$words': $*"; cat said; exit 1; }; }"#;

/// Every way in which a copy can differ, by each profile, with and without the chunks.
const FOLDERS: &str = r#"mkdir -p d/sub/deep d/none && seq 50000 > d/a && seq 9 > d/sub/b && seq 700 > d/sub/deep/c && : > d/zero && ln -s a d/link
for n in $(seq 300); do echo $n > d/sub/n$n; done
for options in '' '-p unixfs-v0-2015' '--no-leaves' '--no-leaves -p unixfs-v0-2015' '--no-leaves --hamt-threshold 100'; do
    cut=; [ "${options%%--no-leaves*}" != "$options" ] && cut='--chunker size-65536' || cut='--chunker size-1000'
    decent car new -q $options $cut d -o d.car | cut -d' ' -f1 > cid
    check() { says $1 "$2" decent cid verify --dag d.car $(cat cid) d; }
    check 0 'd: OK (305 names)'
    cp -r d kept
    printf X | dd of=d/a bs=1 seek=70000 conv=notrunc status=none
    check 1 'd/a: FAILED (bytes '
    check 1 'd: FAILED (1 of 305 names differ)'
    echo more >> d/sub/deep/c && rm d/sub/n7 && ln -sf zero d/link && rm d/sub/b && mkdir d/sub/b
    check 1 'd/sub/deep/c: FAILED (bytes '
    check 1 'd/sub/n7: MISSING'
    check 1 'd/link: FAILED (a link to "a" there, to elsewhere here)'
    check 1 'd/sub/b: FAILED (a file there, a directory here)'
    check 1 'd: FAILED (5 of 305 names differ)'
    rm -r d && mv kept d && echo new > d/sub/new && mkdir d/void && echo x > d/.hidden
    check 1 'd/sub/new: FAILED (not in the DAG)'
    check 1 'd/void: FAILED (not in the DAG)'
    says 1 'd/.hidden: FAILED (not in the DAG)' decent cid verify --hidden --dag d.car $(cat cid) d
    rm d/sub/new d/.hidden
    says 0 'd: OK (305 names)' decent cid verify --no-empty-dirs --dag d.car $(cat cid) d
    rmdir d/void
done
says 2 'is of one file' decent cid verify --range 0:9 --dag d.car $(cat cid) d
head -c -40 d.car > cut && says 1 'wanted a section' decent cid verify --dag cut $(cat cid) d
says 1 'wanted a block that the archive should hold' decent cid verify --dag d.car $(mkdir e && seq 3 > e/x && decent cid new -r --no-names e) d
decent car new -q d/a -o a.car | cut -d' ' -f1 > one
says 2 'd: wanted a file, as the DAG has one, found a directory' decent cid verify --dag a.car $(cat one) d
decent cid verify --json --dag d.car $(cat cid) d | grep -F '"names":"305"'"#;

/// The same folder by many at once, and one by one, as with a kind of ID that needs that.
const MANY: &str = r#"mkdir -p d/sub/deep d/other
for n in $(seq 1100); do echo $n > d/n$n; done
for n in $(seq 30); do seq $n > d/sub/$n; seq $n > d/sub/deep/$n; seq $n > d/other/$n; done
seq 90000 > d/sub/large && : > d/sub/deep/empty && echo .h > d/sub/.hidden && ln -s 1 d/sub/link && chmod +x d/sub/3
for options in '' '--hidden' '-p unixfs-v0-2015' '--inline 32' '--chunker size-100' '--layout trickle' '--hamt-threshold 9' '-p unixfs-v1-2025,kubo-v1,helia'; do
    decent cid new -r $options --kind unixfs --json d | sed 's/.*"cid":"\([^"]*\)".*/\1/' > many
    decent cid new -r $options --kind unixfs,nar --json d | grep '"cid"' | sed 's/.*"cid":"\([^"]*\)".*/\1/' > single
    cmp many single
    test $(wc -l < many) -ge 1
done
chmod 000 d/other/7
[ $EUID = 0 ] || says 2 'd/other/7: permission denied' decent cid new -r d"#;

/// Each kind of wrong archive, with the byte or the ID that is wrong.
const WRONG: &str = r#"mkdir d && seq 99 > d/a && seq 9 > d/b && decent car new d -o d.car | cut -d' ' -f1 > cid
size=$(stat -c %s d.car)
refused() { says 1 "$2" decent car get $1 -C out; test ! -e out; says 1 "$2" decent car verify $1; }
head -c -3 d.car > wrong && refused wrong 'wanted a section of'
cp d.car wrong && printf X | dd of=wrong bs=1 seek=$((size - 5)) conv=notrunc status=none
says 1 "$(decent cid new --no-names d/b): wanted the block of this ID, found other bytes at" decent car get wrong -C out
test ! -e out
says 1 "$(decent cid new --no-names d/b)" decent car verify wrong
(cat d.car; printf '\205\000\001') > wrong && refused wrong "byte $size: wanted a number in its shortest form, found a longer form"
(cat d.car; printf '\377') > wrong && refused wrong "byte $size: wanted a number in its shortest form, found the end"
(cat d.car; printf '\003\002\003\004') > wrong && refused wrong "byte $((size + 1)): wanted version 0 or 1 of a CID"
(cat d.car; printf '\000') > wrong && refused wrong "byte $size: wanted a section with a CID"
# An index that leads elsewhere is never followed.
decent car new -q --v2 d -o two.car > log && decent car verify two.car
size=$(stat -c %s two.car) && printf '\011' | dd of=two.car bs=1 seek=$((size - 8)) conv=notrunc status=none
says 0 'the index is wrong, and not used' decent car verify two.car
decent car get two.car -C out > log && diff -r d out"#;

pub(crate) fn trials() -> Vec<Trial> {
    [
        ("a folder is held against its nodes, name by name", FOLDERS),
        ("small files are hashed together as one by one", MANY),
        ("nothing of a wrong archive is unpacked", WRONG),
    ]
    .into_iter()
    .map(|(what, script)| {
        let script = format!("{COMMON}\n{script}");
        scripted(format!("cid::{what}"), &["dd"], script)
    })
    .collect()
}
