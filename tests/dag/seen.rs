//! What a history remembers of files, so as not to read them again: it spares reading and changes no
//! version.

use libtest_mimic::Trial;

use crate::house::script::scripted;

/// Files that are older than the clocks of file systems are coarse, and remembered.
const OLD: &str = "mkdir -p d/s && seq 9 > d/a && seq 99999 > d/s/b && seq 5 > 'd/s/a b'
commit() { decent dag commit --json --store d.car -m m --allow-empty --date 1 \"$@\" d > line; }
spared() { grep -o '\"spared\":\"*[0-9]*' line | grep -o '[0-9]*'; }
whole() {
    rm -rf out
    decent dag checkout --store ${1:-d.car} -C out > said
    diff -r d out
}
sleep 3.1
commit --format FORMAT
test $(spared) = 0
commit
test $(spared) = 3";

const CHANGED: &str = "seq 8 > d/a
commit
test $(spared) = 2
whole
# The same length and the same time of change, as far as anybody can set it.
cp -p d/s/b kept
printf X | dd of=d/s/b conv=notrunc status=none
touch -r kept d/s/b
commit
test $(spared) = 1
whole
# Names changed hands.
mv d/a t && mv d/s/b d/a && mv t d/s/b
commit
whole
rm d/a
commit
whole";

const MODE: &str = "chmod +x d/a
commit
test $(spared) = 2
whole
test FORMAT = unixfs || test -x out/a";

const REREAD: &str = "commit --reread
test $(spared) = 0
commit
test $(spared) = 3
rm d.car.seen
commit
test $(spared) = 0
commit
test $(spared) = 3";

/// A version whose blocks this history lacks spares nothing.
const FOREIGN: &str = "mkdir e && seq 3 > e/c
decent dag commit -q --store e.car -m m --date 1 --format FORMAT e > said
cp d.car.seen e.car.seen
decent dag commit -q --store e.car -m m --date 2 d > said
whole e.car";

const DAMAGED: &str = "printf X >> d.car.seen
seq 7 > d/a
decent dag commit --store d.car -m m --date 2 d 2> said > id
grep -qx 'decent dag commit: d.car.seen: damaged: all files are read' said
whole
rm d.car.seen
mkdir d.car.seen
seq 6 > d/a
decent dag commit --store d.car -m m --date 2 d 2> said > id
grep -q 'd.car.seen: .*: next time all files are read' said
whole";

/// Each fetches from the other at the same time, and neither waits for ever.
const MUTUAL: &str = "mkdir a b && seq 9 > a/x && seq 8 > b/y
decent dag commit -q --store a.car -m 1 --date 1 a > said
decent dag commit -q --store b.car -m 1 --date 1 b > said
for round in 1 2 3 4 5 6 7 8 9 10; do
    timeout 60 decent dag merge -q --store a.car --from b.car --base none --date 2 > said &
    timeout 60 decent dag merge -q --store b.car --from a.car --base none --date 2 > said2
    wait $!
done
for store in a b; do
    rm -rf out
    decent dag checkout --store $store.car -C out > said
    cat out/x out/y | wc -l | grep -qx 17
done";

pub(crate) fn trials() -> Vec<Trial> {
    let scripts = [
        ("that changed are read", CHANGED),
        ("whose mode changed are read", MODE),
        ("are read where that is asked for", REREAD),
        ("are read where their blocks are missing", FOREIGN),
        ("are read where the memory is damaged", DAMAGED),
    ];
    let formats = ["unixfs", "git"];
    let remembered = scripts.iter().flat_map(|(what, script)| {
        formats.iter().map(move |format| {
            let script = format!("{OLD}\n{script}").replace("FORMAT", format);
            scripted(format!("dag::seen::files {what} ({format})"), &[], script)
        })
    });
    let mutual = scripted("dag::seen::two fetch from each other", &[], MUTUAL);
    remembered.chain([mutual]).collect()
}
