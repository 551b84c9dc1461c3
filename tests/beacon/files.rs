//! What members of a beacon refuse to sign, and what is not drawn by.

use libtest_mimic::Trial;

use crate::house::script::scripted;

pub(crate) fn trials() -> Vec<Trial> {
    let trial = |name: &str, script: &str| {
        let script = format!("umask 077\n{STATUS}\n{script}");
        scripted(format!("beacon::{name}"), &[], script)
    };
    vec![
        trial("a member signs for its own group alone", GROUPS),
        trial("a member signs behind a round that holds", BEHIND),
        trial("of two beacons of a round the one that holds opens", OPENS),
        trial("a late commitment proves nothing", LATE),
    ]
}

/// `status N COMMAND..` wants that status, and leaves what was said in `said`.
const STATUS: &str = r#"status() {
    local wanted=$1 found=0; shift
    "$@" > out 2> said || found=$?
    [ $found = $wanted ] || { echo "status $found: $*"; cat out said; exit 1; }
}
scheme() { echo --scheme $1 --period 30s --genesis 2026-01-01; }"#;

const GROUPS: &str = r"
for who in ours other; do decent threshold new -q -t 2 -n 3 --curve bls12-381-g2 -o $who > log; done
decent beacon new -q --group ours/group $(scheme bls-unchained-g1-rfc9380) -o info > log
sign() { decent beacon sign --chain info --round 7 -o part $*; }
status 0 sign --share ours/share-1
status 2 sign --share other/share-1
grep -q 'other/share-1: wanted a share of the chain.s group' said
grep -q 'why group-mixed' said
status 2 sign --share other/share-1 --group other/group
grep -q 'wanted a group with the key of the chain' said
status 2 sign --share other/share-1 --group ours/group
decent threshold refresh -q --group ours/group ours/share-1 ours/share-2 -o later > log
status 2 sign --share later/share-1
grep -q 'hint: give --group' said
status 0 sign --share later/share-1 --group later/group
status 2 sign --share ours/share-1 --group later/group
# What is no round of a beacon, and could be one.
printf 7 | openssl dgst -sha256 -binary > digest
status 2 decent threshold sign --share ours/share-1 digest
grep -q 'why round-like' said
status 0 decent threshold sign --digest --share ours/share-1 digest
echo more >> digest
status 0 decent threshold sign --share ours/share-1 digest";

const BEHIND: &str = r#"
decent threshold new -q -t 1 -n 1 --curve bls12-381-g1 -o ours > log
decent beacon new -q --group ours/group $(scheme pedersen-bls-chained) -o info > log
sign() { decent beacon sign -q --chain info --share ours/share-1 "$@"; }
join() { decent beacon join -q --chain info --group ours/group $1 > $2; }
sign --round 1 -o part && join part b1
first=$(sed 's/.*"signature":"\([0-9a-f]*\)".*/\1/' b1)
status 0 sign --round 2 --previous $first -o part
status 0 sign --round 2 --previous b1 -o part2 && cmp part part2
join part b2
cat b1 b2 > both
status 0 sign --round 3 --previous both -o part && join part b3
cat b1 b2 b3 | decent beacon verify --chain info --contiguous > log
second=$(sed 's/.*"signature":"\([0-9a-f]*\)".*/\1/' b2)
# Nothing else is signed behind: another round, a signature alone, one that is made up.
status 2 sign --round 3
status 2 sign --round 3 --previous $second
grep -q 'wanted a file with the beacon of round 2' said
status 1 sign --round 3 --previous b1
status 1 sign --round 2 --previous $second
sed "s/$first/$second/" b2 > made
status 1 sign --round 3 --previous made
sed "s/$second/$first/" b2 > made
status 1 sign --round 3 --previous made
status 2 sign --round 1 --previous $first
status 0 sign --round 1 --previous $(sed 's/.*"previous_signature":"\([0-9a-f]*\)".*/\1/' b1) -o part"#;

const OPENS: &str = r#"
good='{"round":123,"signature":"b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}'
echo "$good" > good
sed 's/b75c69/b75c68/' good > bad
echo 'the answer' > answer
decent beacon seal -q --chain quicknet --round 123 --past answer > sealed
cat bad good > both
decent beacon open --beacon both sealed | cmp - answer
cat good bad > both
decent beacon open --beacon both sealed | cmp - answer
status 1 decent beacon open --beacon bad sealed
seq 9 > pool
decent beacon draw commit -q --chain quicknet --round 123 --past --at 2023-08-23T15:00:00Z -k 2 pool > commit
cat bad good > both
decent beacon draw run -q --beacon both --pool pool commit > one
decent beacon draw run -q --beacon good --pool pool commit | cmp - one
status 1 decent beacon draw run -q --beacon bad --pool pool commit"#;

const LATE: &str = r#"
echo '{"round":123,"signature":"b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}' > beacon
seq 9 > pool
with='--beacon beacon --pool pool'
for at in 2023-08-23T15:15:33Z 2026-01-01; do
    decent beacon draw commit -q --chain quicknet --round 123 --past --at $at -k 2 pool > commit
    status 2 decent beacon draw run -q $with commit
    cp out result
    test $(wc -l < result) = 2
    status 2 decent beacon draw verify --json $with --commit commit result
    grep -q '"status":"unknown"' out
    grep -q '"late":true' out
    grep -q '"due":"2023-08-23T15:15:33Z"' out
    status 0 decent beacon draw run --late $with commit && grep -q 'warning: by its own word' said
    status 0 decent beacon draw verify --late --json $with --commit commit result
    grep -q '"late":true' out
    sed -i 1d result
    status 1 decent beacon draw verify $with --commit commit result
done
decent beacon draw commit -q --chain quicknet --round 123 --past --at 2023-08-23T15:15:32Z -k 2 pool > commit
status 0 decent beacon draw run $with commit
cp out result
status 0 decent beacon draw verify --json $with --commit commit result
grep -q '"late":false' out"#;
