//! What a history keeps: all that is below a version, whatever is there already, and nothing of what
//! is not its own.

use libtest_mimic::Trial;

use crate::house::script::scripted;

const COMMIT: &str =
    "commit() { decent dag commit -q --no-names --store $1 -m $2 --date $2 ${3:-d}; }
whole() {
    rm -rf out
    decent dag checkout --store $1 -C out > said
    diff -r ${2:-d} out
}
mkdir -p d/s";

const INLINE: &str = "seq 99999 > d/s/f
inline() { decent dag commit -q --store $1 -m $2 --date $2 --inline 128 d > id; }
inline d.car 1
cp d.car other.car
seq 5 99999 > d/s/f
inline d.car 2
whole d.car
decent dag merge --store other.car --from d.car > said
whole other.car";

const SAME_BYTES: &str = "seq 99999 > d/s/f
commit x.car 1 d > id
mkdir b
decent dag show --store x.car HEAD/tree/s --block > b/blk
commit y.car 1 b > id
mkdir both && cp b/blk both/a && cp -r d/s both/s
commit y.car 2 both > id
whole y.car both
commit z.car 1 both > id
whole z.car both
commit w.car 1 b > id
decent dag merge --store w.car --from x.car --base none > id
cp b/blk d/blk
whole w.car
decent car new both > new.car
decent car verify new.car > said";

const MIXED: &str = "seq 9 > d/s/f
commit a.car 1 > id
for hash in sha1 sha2-256; do
    decent dag commit -q --store $hash.car -m 1 --date 1 --format git --hash $hash d > id
done
for pair in 'a sha1' 'sha1 a' 'sha2-256 a' 'sha1 sha2-256'; do
    set -- $pair
    cp $1.car k.car
    fails decent dag merge --store k.car --from $2.car --base none 2> said
    grep -q 'same format, by the same hash' said
    cmp k.car $1.car
done";

const SELF: &str = "seq 9 > d/s/f
commit d.car 1 > id
ln d.car hard.car
ln -s d.car soft.car
for other in d hard soft; do
    decent dag merge --store d.car --from $other.car | grep -c 'already there'
done";

const FOREIGN: &str = "seq 99999 > d/s/f
commit d.car 1 > id
decent car new d > tree.car
head -c 59 d.car > part.car
# Root first, and cut in the midst of a section.
block=$(decent dag show --store d.car HEAD --block | wc -c)
tail -c $((block + 38)) d.car >> part.car
tail -c +60 tree.car > rest
head -c 100000 rest >> part.car
cp part.car before.car
fails decent dag commit --store part.car -m 2 --date 2 d 2> said
cmp part.car before.car";

const NAMES: &str = "seq 9 > d/s/f
decent dag commit -q --store g.car -m 1 --date 1 --format git d > id
seq 8 > d/s/f
decent dag commit -q --no-names --store g.car -m 2 --date 2 --parent HEAD d > id
decent dag log --store g.car --no-names | wc -l | grep -x 2
seq 7 > d/s/f
git=$(decent dag commit --store g.car -m 3 --date 3 d | awk '{print $2}')
seq 6 > d/s/f
decent dag commit -q --store g.car -m 4 --date 4 --parent $git d > id
decent dag log --store g.car --no-names | wc -l | grep -x 4
decent dag merge --store g.car --base HEAD HEAD | grep 'already there'
decent key new -o k 2> said > log
status=0
decent dag log --store g.car --key k.pub -n 0 > said || status=$?
test $status = 2";

const LEFT: &str = "seq 1 > d/a && commit d.car 1 > one
seq 2 > d/a && commit d.car 2 > two
seq 1 > d/a && seq 3 > d/b && decent dag commit -q --no-names --store d.car -m 3 --date 3 --parent $(cat one) d > three
seq 4 > d/c && decent dag commit -q --no-names --store d.car -m 4 --date 4 --parent $(cat one) d > four
seq 5 > d/e && rm d/b d/c && decent dag commit -q --no-names --store d.car -m 5 --date 5 --parent $(cat one) d > five
decent dag merge --store d.car --date 6 $(cat two) $(cat five) 2> said
test ! -s said
decent dag merge --store d.car --date 7 $(cat two) $(cat three) 2> said
grep -c 'it is left behind' said";

const REPOSITORIES: &str = "seq 9 > d/s/f && commit plain.car 1 > plain
git -C d init -q && git -C d/s init -q
mkdir d/w && echo 'gitdir: /elsewhere' > d/w/.git && echo x > d/w/x && echo y > d/.gitignore
commit d.car 2 > id
decent dag list --store d.car > names
fails grep -F '.git/' names
fails grep -Fw 'w/.git' names
grep -F .gitignore names | wc -l | grep -x 1
whole d.car 'd --exclude=.git'
decent dag commit -q --store g.car -m 2 --date 2 --format git d > id
decent dag list --store g.car | awk '{print $3}' > git
awk '{print $3}' names | cmp - git
rm -rf d/w d/.gitignore
fails commit plain.car 1 2> said
grep -q 'as the last version has it' said";

pub(crate) fn trials() -> Vec<Trial> {
    [
        ("what is below an inline folder is kept", INLINE),
        ("a chunk with the bytes of a folder hides none", SAME_BYTES),
        ("versions of two formats don't become one", MIXED),
        ("a history is merged with itself", SELF),
        ("a part of an archive of others stays as it was", FOREIGN),
        ("versions are named in one way", NAMES),
        ("a HEAD that is left behind is named", LEFT),
        ("repositories in a folder are left out", REPOSITORIES),
    ]
    .into_iter()
    .map(|(what, script)| {
        scripted(
            format!("dag::{what}"),
            &[],
            format!(
                "{COMMIT}
{script}"
            ),
        )
    })
    .collect()
}
