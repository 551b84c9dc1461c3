//! Chains whose writers are killed, that are cut at any byte, or damaged: what was acknowledged stays.

use libtest_mimic::Trial;

use crate::house::script::scripted;

/// A chain, and what is said of it.
const CHAIN: &str = r"echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > anna.pub
decent roster new -q anna.pub -o us > log
decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > id
# What is said by add of each block: NUMBER  HASH.
all() {
    decent skipchain list $1 2> said | sed 's/^ *//' | tr -s ' ' | cut -d' ' -f1,4 | sed 's/ /  /'
}";

/// A hundred writers, killed wherever they are: every block that was printed is there.
const KILLED: &str = r"touch acknowledged
for n in $(seq 100); do
    decent skipchain add --lines c.skip < <(seq 200; while echo $n; do sleep 0.001; done 2> /dev/null) > told 2> said &
    # Three of four have said something, or are gone, before they are killed.
    while test $((n % 4)) -gt 0 -a ! -s told; do kill -0 $! || break; sleep 0.002; done 2> /dev/null
    sleep 0.0$((n % 3 + 1))
    kill -9 $! || true
    wait $! || true
    # A last line that was cut off by the kill was not said.
    sed -n '/^[0-9]*  [0-9a-f]\{64\}$/p' told >> acknowledged
done
test $(wc -l < acknowledged) -gt 100
all c.skip > there
test -z $(sort -u acknowledged | comm -23 - <(sort there) | head -n 1)
decent skipchain fsck c.skip 2> said | grep -q OK
echo last | decent skipchain add c.skip > told 2> said
decent skipchain fsck c.skip | grep -q OK";

/// Written in one call, synced in one, then said: by the calls of the system themselves.
const SYNCED: &str = r"decent skipchain add c.skip us > told
for n in $(seq 9); do
    strace -f -e trace=pwrite64,fdatasync,write -o calls decent skipchain add c.skip us > told
    grep -c pwrite64 calls | grep -x 1
    grep -c fdatasync calls | grep -x 1
    grep -o 'pwrite64(\|fdatasync(\|write(1,' calls | tr -d '\n' | grep -x 'pwrite64(fdatasync(write(1,'
done
test $(decent skipchain list c.skip | wc -l) = 11";

const CUT: &str = r"seq 30 | decent skipchain add --lines --time 2000 c.skip > told
all c.skip > before
old=$(stat -c %s c.skip)
seq 31 40 | decent skipchain add --lines --time 3000 c.skip > told
all c.skip > after
cp c.skip whole.skip
for length in $old $((old + 1)) $((old + 12)) $((old + 13)) $((old + 200)) $((old + 300)) $(($(stat -c %s whole.skip) - 1)); do
    head -c $length whole.skip > c.skip
    test $(stat -c %s c.skip) = $length
    all c.skip > now
    head -n $(wc -l < now) after | cmp - now
    test $(wc -l < now) -ge 31
    # The next one cuts it, and what it then makes is what would have been made.
    seq $(wc -l < now) 40 | decent skipchain add --lines --time 3000 c.skip > told 2> said
    test $length = $old || grep -q 'never finished: it is dropped' said
    cmp c.skip whole.skip
    decent skipchain fsck c.skip | grep -q OK
done";

const DAMAGED: &str = r"seq 300 | decent skipchain add --lines --time 2000 c.skip > told
at=$(grep -abo 'decent-skip-block/1' c.skip | sed -n 200p | cut -d: -f1)
printf X | dd of=c.skip bs=1 seek=$((at + 50)) conv=notrunc status=none
cp c.skip bad.skip
fails decent skipchain fsck c.skip > told 2> said
cat told said | grep -q byte
# Nothing is added to it by who goes along it, and nothing of it is changed.
rm c.skip.*
echo more > payload
fails decent skipchain add c.skip payload > told 2> said
grep -q 'byte [0-9]*: wanted a record that fits its checksum' said
cmp c.skip bad.skip
# Without an index what is behind is told by its checksums.
printf X | dd of=c.skip bs=1 seek=$((at + 3000)) conv=notrunc status=none
fails decent skipchain fsck c.skip > told 2> said
grep -c 'FAILED (byte [0-9]*: wanted a record that fits its checksum, found another)' told | grep -x 2
grep -q 'only the checksums are looked at' said
fails decent skipchain fsck --json c.skip 2> said | grep -c .byte.: | grep -x 2
fails decent skipchain fsck - < c.skip 2> said | grep -c FAILED | grep -x 1
# With an index that knows where it goes on the rest is checked too.
rm bad.skip c.skip*
decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > id
seq 9000 | decent skipchain add --lines --time 2000 c.skip > told
printf X | dd of=c.skip bs=1 seek=300000 conv=notrunc status=none
printf X | dd of=c.skip bs=1 seek=900000 conv=notrunc status=none
fails decent skipchain fsck c.skip > told 2> said
grep -c 'FAILED (byte [0-9]*: wanted a record that fits its checksum, found another)' told | grep -x 2
decent skipchain cat c.skip 8000 | grep -x 8000";

/// The kernel kills the writer at its first byte behind the limit; or says that there is no room.
const LIMIT: &str = r"seq 500 | decent skipchain add --lines --time 2000 c.skip > told
cp c.skip one.skip
for blocks in 145 146 150; do
    cp one.skip c.skip
    status=0
    (ulimit -c 0; ulimit -f $blocks; seq 900 | exec decent skipchain add --lines --time 2000 c.skip) > told 2> said || status=$?
    test $status = 153
    test $(stat -c %s c.skip) -gt $(stat -c %s one.skip)
    all c.skip > now
    test $(wc -l < now) -ge 501
    echo more | decent skipchain add --time 2000 c.skip > told 2> said
    decent skipchain fsck c.skip | grep -q OK
    cp one.skip c.skip
    (ulimit -f $blocks; trap '' XFSZ; seq 900 | fails decent skipchain add --lines --time 2000 c.skip > told 2> said)
    cmp c.skip one.skip
    test ! -s told
done";

const MANY: &str = r"for n in $(seq 8); do
    seq 200 | decent skipchain add --lines c.skip > told.$n &
done
wait
cat told.* | sort > said_all
all c.skip | sort > there
comm -23 said_all there | wc -l | grep -x 0
wc -l < there | grep -x 1601
decent skipchain fsck c.skip | grep -q OK";

/// Whatever is beside it, the chain is the same, and the next one to write puts it right.
const INDEX: &str = r"seq 9000 | decent skipchain add --lines --time 2000 c.skip > told
all c.skip > wanted
test -s c.skip.idx && test -s c.skip.fwd
cp c.skip.idx good.idx
for what in 'rm c.skip.idx' 'rm c.skip.fwd' 'cp us c.skip.idx' 'truncate -s 500 c.skip.idx' 'truncate -s 100K c.skip.idx'; do
    $what
    all c.skip | cmp - wanted
    decent skipchain fsck c.skip | grep -q OK
    : | decent skipchain add --lines c.skip
    cmp c.skip.idx good.idx
done
# One of another chain.
cp c.skip other.skip && cp c.skip.idx other.idx && cp c.skip.fwd other.fwd
decent skipchain new -q --force --roster us --time 1000 --seed $(printf %064d 2) -o c.skip > id
seq 9000 | decent skipchain add --lines --time 2000 c.skip > told
cp other.idx c.skip.idx && cp other.fwd c.skip.fwd
all c.skip > now
tail -n +2 now | cmp - told
decent skipchain fsck c.skip | grep -q OK
: | decent skipchain add --lines c.skip
# A damaged node is found by fsck alone, which makes the index anew.
cp other.skip c.skip && cp other.idx c.skip.idx && cp other.fwd c.skip.fwd
printf XX | dd of=c.skip.idx bs=1 seek=300050 conv=notrunc status=none
decent skipchain fsck c.skip 2> said | grep -q OK
grep -q 'the index is made anew' said
cmp c.skip.idx good.idx";

/// Past what is gone along at once an index is made before anything else.
const LARGE: &str = r"head -c 15000000 /dev/zero > zeros
for n in 1 2 3 4 5; do
    decent skipchain add --time 2000 c.skip zeros > told
done
seq 9 | decent skipchain add --lines --time 2000 c.skip > told
cp c.skip.idx good.idx
rm c.skip.idx c.skip.fwd
decent skipchain cat c.skip 14 | grep -x 9
test ! -e c.skip.idx
seq 9 | decent skipchain add --lines --time 2000 c.skip > told
decent skipchain show c.skip | grep -x 'blocks: 24'
decent skipchain fsck c.skip | grep -q OK
cmp <(head -c 400 c.skip.idx | tail -c +113) <(head -c 400 good.idx | tail -c +113)";

/// The index of another copy has the same blocks, and other records behind them.
const STALE: &str = r"printf %064d 8 > key && chmod 600 key
decent key convert --public --to pem key > other.pub
decent roster new -q other.pub -o them > log
cp c.skip a.skip && cp c.skip b.skip
# A record of a roster ends elsewhere than two of two others.
: | decent skipchain add --lines --roster them a.skip
decent roster new -q anna.pub other.pub -o both > log
: | decent skipchain add --lines --roster both b.skip
: | decent skipchain add --lines --roster them b.skip
test $(stat -c %s a.skip) -lt $(stat -c %s b.skip)
cp b.skip a.skip
decent skipchain fsck a.skip > told 2> said
grep -x 'a.skip: OK (1 blocks, 0 links, 0 missing)' told
grep -q 'another copy: the index is made anew' said
cmp a.skip b.skip
cmp a.skip.idx <(cp b.skip d.skip; : | decent skipchain add --lines d.skip; cat d.skip.idx)
decent skipchain fsck a.skip 2>&1 | cmp - told
echo more | decent skipchain add --time 2000 a.skip > told 2> said
test ! -s said
decent skipchain fsck a.skip | grep -q OK";

/// What the index has was there for good.
const LOST: &str = r"seq 30 | decent skipchain add --lines --time 2000 c.skip > told
cp c.skip whole.skip
length=$(stat -c %s c.skip)
for how in 'truncate -s -1 c.skip' 'truncate -s -200 c.skip' 'truncate -s 800 c.skip'     'dd if=/dev/zero of=c.skip bs=1 count=1 conv=notrunc status=none seek='$((length - 1)); do
    cp whole.skip c.skip
    $how
    fails cmp -s c.skip whole.skip
    cp c.skip bad.skip
    fails decent skipchain fsck c.skip > told 2> said
    grep -q 'FAILED (byte [0-9]*: wanted records to byte '$length', as the index has them' told
    test ! -s said
    fails decent skipchain fsck --json c.skip 2> said | grep -q .byte.:
    echo more > payload
    fails decent skipchain add c.skip payload > told 2> said
    grep -q 'hint: where an older copy was put there, delete c.skip.idx and c.skip.fwd' said
    test ! -s told
    decent skipchain list c.skip > told 2> said
    grep -q 'as the index has them' said
    cmp c.skip bad.skip
done
# Without the index the last record may be one that was being written.
rm c.skip.idx c.skip.fwd
decent skipchain fsck c.skip > told 2> said
grep -q 'does not fit its checksum: it is left out' said
echo more | decent skipchain add --time 2000 c.skip 2> said | grep -q '^30 '
grep -q 'does not fit its checksum: it is dropped' said";

/// A payload may be a chain itself, and be cut anywhere.
const WITHIN: &str = r"seq 9 | decent skipchain add --lines --time 2000 c.skip > told
cp c.skip inner
old=$(stat -c %s c.skip)
decent skipchain add --time 3000 c.skip inner > told
cp c.skip whole.skip
for length in $((old + 400)) $((old + 1500)) $(($(stat -c %s c.skip) - 1)); do
    head -c $length whole.skip > c.skip
    decent skipchain add --time 3000 c.skip inner > again 2> said
    grep -q 'never finished: it is dropped' said
    cmp again told
    cmp c.skip whole.skip
done";

/// Nobody waits for a writer that has nothing to write yet, even where both are of one pipe.
const PIPE: &str = r"echo 1 | decent skipchain add --time 2000 c.skip > told
decent skipchain add --time 2000 c.skip us | decent skipchain add --time 2000 c.skip > told
decent skipchain add --time 2000 c.skip us | decent skipchain add --lines --time 2000 c.skip > told
decent skipchain list c.skip | wc -l | grep -x 6
fails decent skipchain add missing.skip us > told 2> said
# Whatever name it has, it has one index.
mkdir elsewhere && ln -s ../c.skip elsewhere/link.skip
decent skipchain add --time 2000 elsewhere/link.skip us > told
ls elsewhere | grep -x link.skip | wc -l | grep -x $(ls elsewhere | wc -l)
decent skipchain list elsewhere/link.skip | wc -l | grep -x 7
# A chain is not replaced by chance, and any other file is.
cp c.skip before
fails decent skipchain new --roster us -o c.skip > told 2> said
grep -q 'c.skip: a chain is there already' said
cmp c.skip before
decent skipchain new -q --force --roster us -o c.skip > told
fails cmp -s c.skip before
decent skipchain new -q --roster us -o payload > told
# What is not there is said, but not of a chain that may go on.
test -z $(decent skipchain list c.skip 1:)
test -z $(decent skipchain list c.skip 1:1)
decent skipchain list c.skip 0:9 | wc -l | grep -x 1
fails decent skipchain list c.skip 1:2 2> said
grep -q 'wanted a block before 1, found 1' said
fails decent skipchain list c.skip 2: 2> said";

/// A chain keeps heads in their order, each once.
const HEADS: &str = r"printf %064d 7 > key && chmod 600 key
decent key convert --public --to pem key > anna.pub
decent roster new -q anna.pub -o us > log
decent skipchain new -q --roster us --time 1000 -o k.skip > id
decent skipchain checkpoint -q --key key --at 2026-01-31T12:00:00Z k.skip -o old > log
seq 9 | decent skipchain add --lines k.skip > log
decent skipchain checkpoint -q --key key --at 2026-01-31T12:00:00Z --store k.skip -o head > log
cp k.skip before
decent skipchain checkpoint -q --with head --store k.skip > log
cmp k.skip before
fails decent skipchain checkpoint -q --with old --store k.skip > told 2> said
grep -q 'wanted a head of 10 blocks or more, as one is kept, found 1' said
cmp k.skip before
decent skipchain fsck k.skip | grep -q '1 checkpoints'";

pub(crate) fn trials() -> Vec<Trial> {
    [
        (
            "a hundred writers that are killed lose nothing that they said",
            &[][..],
            KILLED,
        ),
        ("what is said was synced before", &["strace"], SYNCED),
        ("a cut at any byte leaves the blocks before", &[], CUT),
        (
            "damage is told by its byte, and nothing is added to it",
            &[],
            DAMAGED,
        ),
        (
            "a writer that dies in its write, or has no room",
            &[],
            LIMIT,
        ),
        ("an index of another copy counts for nothing", &[], STALE),
        ("what an index has and the log has not is told", &[], LOST),
        ("a chain in the payload of another", &[], WITHIN),
        ("writers of one pipe, names of one file", &[], PIPE),
        ("heads are kept in their order", &[], HEADS),
        ("many writers wait for each other", &[], MANY),
        ("a chain that is long without its index", &[], LARGE),
        ("an index that does not fit counts for nothing", &[], INDEX),
    ]
    .into_iter()
    .map(|(what, programs, script)| {
        scripted(
            format!("skipchain::{what}"),
            programs,
            format!("{CHAIN}\n{script}"),
        )
    })
    .collect()
}
