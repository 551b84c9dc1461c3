//! Histories that are cut at any byte, whose writers are killed in the midst of it, and that many
//! write at once: the version before stays, and the next writer goes on.

use libtest_mimic::Trial;

use crate::house::script::scripted;

/// A version, what it became in the second, and how the second is made.
const TWO: &str = "mkdir -p d/sub && seq 9 > d/a && seq 30000 > d/sub/b
commit() { decent dag commit -q --no-names --store $1 -m $2 --date $2 d; }
commit d.car 1 > first
cp d.car one.car
echo more >> d/a
head -c 300000 /dev/zero > d/sub/c
commit d.car 2 > second
old=$(stat -c %s one.car)
new=$(stat -c %s d.car)
# The root is the old one, and behind the old blocks there is what a crash left.
cat <(head -c 59 one.car) <(tail -c +60 d.car) > torn.car
whole() {
    decent dag list --store $1 > listed
    decent car verify $1 > said
    rm -rf out
    decent dag checkout --store $1 -C out > said
    diff -r d out
}";

const CUT: &str = "for length in $old $((old + 1)) $((old + 40)) $((old + 300)) $((old + 100000)) $((new - 250)) $((new - 1)) $new; do
    head -c $length torn.car > cut.car
    test $(stat -c %s cut.car) = $length
    decent dag log --store cut.car --no-names 2> said | diff - first
    decent dag checkout --store cut.car -C before > log 2>> said
    test ! -e before/sub/c
    rm -r before
    commit cut.car 2 2>> said | diff - second
    decent dag log --store cut.car --no-names | diff - <(cat second first)
    whole cut.car
done
# What was cut is said, by whoever reads and by whoever drops it.
head -c $((old + 40)) torn.car > cut.car
decent dag log --store cut.car 2>&1 > log | grep -c 'left out'
commit cut.car 2 2>&1 > log | wc -l | grep -x 0
head -c $((old + 40)) torn.car > cut.car
decent dag commit --store cut.car -m 2 --date 2 d 2>&1 > log | grep -c 'never finished: it is dropped'";

/// A whole block that is not what its ID says was never acknowledged.
const DAMAGED: &str = "cp torn.car bad.car
printf X | dd of=bad.car bs=1 seek=$((old + 150000)) conv=notrunc status=none
decent dag log --store bad.car --no-names | diff - first
commit bad.car 2 2> said | diff - second
whole bad.car
# But one that HEAD needs is damage, and is reported.
printf X | dd of=bad.car bs=1 seek=$((old + 150000)) conv=notrunc status=none
fails decent dag checkout --store bad.car -C out2 2> said
grep -q 'block of this ID' said";

/// The kernel kills the writer at its first byte behind the limit.
const LIMIT: &str = "for blocks in 250 300 400 450; do
    cp one.car k.car
    status=0
    (ulimit -c 0; ulimit -f $blocks; exec decent dag commit -q --store k.car -m 2 --date 2 d) > log 2>&1 || status=$?
    test $status = 153
    test $(stat -c %s k.car) -gt $old
    decent dag log --store k.car --no-names 2> said | diff - first
    commit k.car 2 2> said | diff - second
    whole k.car
done";

/// Wherever it was: the old version or the new one, and all of it.
const KILLED: &str = "cp one.car k.car
before=1
for n in $(seq 12); do
    echo $n >> d/a
    decent dag commit -q --store k.car -m $n --date $n d > log 2>&1 &
    sleep 0.0$n
    kill -9 $! || true
    wait $! || true
    now=$(decent dag log --store k.car 2> said | wc -l)
    test $now = $before || test $now = $((before + 1))
    before=$now
    rm -rf out
    decent dag checkout --store k.car -C out > log 2>&1
done
echo end >> d/a
commit k.car 99 2> said > log
whole k.car";

const FIRST: &str = "for n in $(seq 6); do
    rm -f new.car
    decent dag commit -q --store new.car -m $n --date $n d > log 2>&1 &
    sleep 0.0$n
    kill -9 $! || true
    wait $! || true
    # It is not there, or whole.
    test ! -e new.car || whole new.car
done
test -z \"$(ls -A | grep '^\\.decent' || true)\"";

const MANY: &str = "for n in $(seq 8); do
    decent dag commit -q --store d.car -m $n --date $n --allow-empty d > log.$n &
done
wait
test $(decent dag log --store d.car | wc -l) = 10
decent car verify d.car > said";

const FULL: &str = "cp one.car k.car
(ulimit -f 250; trap '' XFSZ; fails decent dag commit -q --store k.car -m 2 --date 2 d 2> said > log)
cmp k.car one.car
(ulimit -f 250; trap '' XFSZ; fails decent dag commit -q --store new.car -m 2 --date 2 d 2> said > log)
test ! -e new.car";

pub(crate) fn trials() -> Vec<Trial> {
    [
        ("a cut at any byte leaves the version before", CUT),
        ("a damaged tail goes, a damaged history is told", DAMAGED),
        (
            "a writer that dies in its write leaves the version before",
            LIMIT,
        ),
        (
            "a writer that is killed leaves the old version or the new",
            KILLED,
        ),
        ("a first version is there whole or not at all", FIRST),
        ("many writers wait for each other", MANY),
        ("what does not fit leaves the file as it was", FULL),
    ]
    .into_iter()
    .map(|(what, script)| scripted(format!("dag::{what}"), &[], format!("{TWO}\n{script}")))
    .collect()
}
