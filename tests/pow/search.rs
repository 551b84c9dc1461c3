//! A search as its users run it: stopped and gone on with, cut, and never past its end.

use libtest_mimic::Trial;

use super::peers::script;

/// Ctrl-C ends with 130 and a checkpoint; the same line goes on and finds what one run finds.
const STOPPED: &str = r#"
printf data > data
lowest=$(decent pow mine --hash argon2id --bits 7 --no-names data)
stops=0
for round in $(seq 50); do
    status=0
    timeout -s INT 1.5 env --default-signal=INT decent pow mine --hash argon2id --threads 1 --bits 7 --no-names --checkpoint kept data > found 2> said || status=$?
    # It may be done at the very moment that it is to stop.
    if test $status = 0 || test -s found; then break; fi
    # timeout says 124 for a run that it ended.
    test $status = 124 || { echo "status $status"; cat said; exit 1; }
    grep -q 'stopped before the end' said
    decent inspect kept > said && grep -q 'done-below' said
    stops=$((stops + 1))
done
test "$(cat found)" = "$lowest" && test $stops -gt 0
decent pow mine --hash argon2id --bits 7 --no-names --checkpoint kept data | cmp - found"#;

/// A signal of one's own, for its status.
const SIGNALS: &str = r#"
for pair in INT:130 TERM:143; do
    status=0
    timeout --preserve-status -s ${pair%:*} 3 env --default-signal=INT decent pow mine --bits 200 --template '{nonce}' --checkpoint kept-$pair 2> said || status=$?
    test $status = ${pair#*:} || { echo "$pair: $status"; exit 1; }
    test -s kept-$pair
    grep -q 'more: decent why stopped' said
done"#;

/// What a file is not for is never taken for done, and never overwritten.
const OTHERS: &str = r#"
printf data > data; printf other > other
decent pow mine --bits 10 --checkpoint kept data > log
cp kept before
for line in '--bits 10 other' '--bits 11 data' '--bits 10 --start 1 data' '--bits 10 --shard 0/2 data' '--bits 10 --any data' '--bits 10 --hash sha1 data' '--bits 10 --nonce hex data' '--bits 10 --all data'; do
    status=0
    decent pow mine --checkpoint kept $line > out 2> said || status=$?
    test $status = 2 && test ! -s out && grep -q 'more: decent why other-job' said || { echo "$line: $status"; cat said; exit 1; }
    cmp kept before
done"#;

/// The end of the nonces is an end, in words, with status 1; beyond it is a bad option.
const ENDS: &str = r#"
run() { status=0; decent "$@" > out 2> said || status=$?; echo $status; }
header=01000000$(printf %064d 0)3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d
test $(run block mine ${header}00000000 --start 4294960000) = 1
grep -q 'all 7296 nonces from 4294960000 to 4294967295 were tried' said
test $(run block mine ${header}00000000 --start 4294967296) = 2
test $(run block mine ${header}00000000 --start 4294967295 --count 2) = 2
test $(run pow mine --bits 60 --template '{nonce}' --start 18446744073709551614) = 1
test $(run pow mine --bits 8 --template '{nonce}' --start 18446744073709551615) = 2
test $(run pow mine --bits 257 --template '{nonce}') = 2
test $(run pow mine --bits 161 --hash sha1 --template '{nonce}') = 2
test $(run pow mine --bits 8 --template 'none') = 2
test $(run pow mine --bits 8 --template '{nonce}' --shard 4/4) = 2
test $(run pow mine --bits 8 --template '{nonce}' --count 2 --shard 0/4) = 1
grep -q 'this shard has no nonces' said
test $(run block mine --compat-grind ${header}ffffffff) = 1
grep -q 'Could not satisfy difficulty target' said
test $(run block mine ${header}00) = 2
test $(run block mine ${header}1dac2b7c --start 2083236893 --count 1) = 0
test "$(cat out)" = ${header}1dac2b7c
test $(run block mine --compat-grind ${header}00ac2b7c) = 0
test "$(cat out)" = ${header}1dac2b7c"#;

/// What rolls is rolled: the header is good, and only the free bits of its version differ.
const ROLLED: &str = r#"
header=00000020$(printf %064d 0)3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff071f00000000
fails decent block mine $header --count 20 > out 2> said
grep -q 'decent block mine --roll version,time' said
rolled=$(decent block mine $header --count 20 --roll version,time)
decent block show $rolled > out
test "$(echo $rolled | cut -c9-136)" = "$(echo $header | cut -c9-136)"
test "$rolled" = "$(decent block mine $header --count 20 --roll version,time --threads 1)"
target=0007ffff$(printf %056d 0)
hash=$(echo $rolled | xxd -r -p | openssl dgst -sha256 -binary | openssl dgst -sha256 -binary | xxd -p -c 1 | tac | tr -d '\n')
[[ ! $hash > $target ]]
coinbase=$(printf '00%.0s' $(seq 60))
decent block mine $header --count 3 --roll extranonce --coinbase $coinbase --branch $(printf %064d 7) > out
read mined spent < out
leaf() { xxd -r -p | openssl dgst -sha256 -binary | openssl dgst -sha256 -binary | xxd -p -c 32; }
test "$(echo "$(echo $spent | leaf)$(printf %064d 7 | sed 's/../& /g' | tr ' ' '\n' | tac | tr -d '\n')" | leaf)" = "$(echo $mined | cut -c73-136)""#;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        script("what Ctrl-C stops goes on", &[], STOPPED),
        script("signals end with a checkpoint", &[], SIGNALS),
        script("another job's checkpoint is refused", &[], OTHERS),
        script("a search ends at its end", &[], ENDS),
        script("headers are rolled", &["openssl", "xxd"], ROLLED),
    ]
}
