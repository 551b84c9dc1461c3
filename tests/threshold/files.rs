//! Groups as files: who may read them, what is refused in which words, what comes of large and of broken
//! ones.

use libtest_mimic::Trial;

use crate::house::script::scripted;

/// `ends STATUS COMMAND..` and `says WORDS` of what went to standard error.
const JUDGED: &str = r#"umask 022
ends() { local wanted=$1 status=0; shift; "$@" 2> said || status=$?
    test $status = $wanted || { cat said; echo "status $status: $*"; exit 1; }; }
says() { grep -qF -- "$1" said || { cat said; echo "not said: $1"; exit 1; }; }
"#;

const OWNERS: &str = r#"
decent threshold new -q -t 2 -n 2 -o team > log
test "$(stat -c %a team team/share-1 team/share-2)" = "$(printf '700\n600\n600')"
ends 2 decent threshold new -t 2 -n 2 -o team
says 'is there already'
cp team/share-1 before && decent threshold new -q -t 2 -n 2 --force -o team > log
fails cmp before team/share-1
touch team/notes
ends 2 decent threshold new -t 2 -n 2 --force -o team
chmod 644 team/share-1
echo hello > data
ends 0 decent threshold sign --share team/share-1 data -o part
says 'others can read this file'
ends 2 decent threshold new -t 0 -n 2 -o none
says 'a threshold of 1 member or more'
ends 2 decent threshold new -t 3 -n 2 -o none
says 'found 3 of 2'
ends 2 decent threshold new -t 3 -n 5000 -o none
says 'at most 4096 members'
decent key new -q --type x25519 -o x > log
ends 2 decent threshold new -t 1 -n 1 --from x -o none
says 'wanted a key of bls12-381, ed25519 or secp256k1, found x25519'
decent key new -q --type ed25519 --to pem -o ed > log
ends 2 decent threshold new -t 1 -n 1 --curve bls12-381-g2 --from ed -o none
says 'wanted a key for bls12-381-g2, found ed25519'
fails test -e none
"#;

/// Who is interrupted while shares are written leaves none behind.
const INTERRUPTED: &str = r#"
for signal in TERM INT; do
    for try in 1 2 3 4 5; do
        rm -rf many
        decent threshold new -q -t 2 -n 4096 -o many > log 2> said &
        until ls -d .decent-* > log 2>&1 || test -e many; do :; done
        kill -$signal $!
        status=0
        wait $! || status=$?
        test -e many || break
    done
    test $status = $((128 + $(kill -l $signal)))
    fails test -e many
    test -z "$(ls -A | grep decent)"
done
decent threshold new -q -t 2 -n 2 -o many > log
test "$(ls -A many | wc -l)" = 3
"#;

const CHEATERS: &str = r#"
decent threshold new -q -t 3 -n 5 -o team > log && echo hello > data
for i in 1 2 3 4 5; do decent threshold sign --share team/share-$i data > p$i; done
echo hellO | decent threshold sign --share team/share-2 > p2
sed 's/"member":4/"member":5/' p4 > p5
ends 0 decent threshold join --group team/group --message data p1 p2 p3 p4 p5 -o sig
says "p2: left out: member 2's partial signature does not fit the group"
says "p5: left out: member 5's partial signature does not fit the group"
ends 0 decent threshold join --json --group team/group --message data p1 p2 p3 p4 -o sig > report
grep -q '"signers":\[1,3,4\]' report
grep -qF "\"left_out\":[\"p2: member 2's partial" report
ends 1 decent threshold join --group team/group --message data p1 p2 p3 -o none
says '1 more'
ends 2 decent threshold join --group team/group --message data p1 p3 p1 -o none
says 'wanted parts of 3 members, found 2 that are right: 1 more'
ends 1 decent threshold join --group team/group p1 p2 p3 -o none
says "parts that don't go together"
cat p1 p3 p4 | decent threshold join --group team/group 2> said | cmp - sig
echo broken > p6
ends 0 decent threshold join --group team/group --message data p6 p1 p3 p4 -o sig
says 'p6: left out: wanted an object of type decent-partial'
cat p1 p6 p3 p4 > many
ends 0 decent threshold join --group team/group --message data many -o sig
says 'many: left out: line 2: '
sed 's/"version":1/"version":2/' p1 > later
ends 2 decent threshold join --group team/group --message data later p3 -o none
says 'version 1 of decent-partial'
decent threshold new -q -t 3 -n 5 --curve bls12-381-g2 -o other > log
decent threshold sign --share other/share-1 data > q1
ends 0 decent threshold join --group team/group --message data q1 p1 p3 p4 -o sig
says 'q1: left out: wanted member 1: a signature, 96 bytes'
ends 1 decent threshold refresh --group team/group team/share-1 team/share-2 other/share-3 -o none
says 'other/share-3: wanted one of a group of bls12-381-g1, found one of bls12-381-g2'
sed 's/"secret":"../"secret":"00/' team/share-4 > bent && chmod 600 bent
ends 0 decent threshold refresh --group team/group team/share-[123] bent -o fresh
says "bent: left out: member 4's share does not fit the group"
ends 1 decent threshold refresh --group team/group team/share-[12] bent -o none
says 'why members-too-few'
fails test -e none
"#;

const SEALED: &str = r#"
decent threshold new -q -t 2 -n 3 -o team > log
head -c 3000000 /dev/zero > data
decent threshold encrypt --group team/group data -o sealed
decent threshold encrypt --armor --group team/group data > letters
for file in sealed letters; do
    for i in 3 1; do decent threshold decrypt --share team/share-$i $file; done > parts
    decent threshold join -q --group team/group --ciphertext $file parts | cmp - data
done
for i in 3 1; do decent threshold decrypt --share team/share-$i sealed > d$i; done
cat sealed | decent threshold join -q --group team/group --ciphertext - d1 d3 | cmp - data
head -c 2000000 sealed > short
ends 1 decent threshold join --group team/group --ciphertext short d1 d3 -o none
says 'cut short'
{ head -c 1000000 sealed; printf X; tail -c +1000002 sealed; } > bent
ends 1 decent threshold join --group team/group --ciphertext bent d1 d3 -o none
says 'the chunk was changed'
fails test -e none
sed 's/"member":3/"member":2/' d3 > d2
ends 1 decent threshold join --group team/group --ciphertext sealed d1 d2 -o none
says "d2: member 2's decryption share does not fit the group"
ends 2 decent threshold join --group team/group --ciphertext sealed d1 d1 -o none
ends 0 decent threshold join --group team/group --ciphertext sealed d1 d2 d3 -o open
says 'd2: left out'
test "$(stat -c %a open)" = 600
ends 1 decent threshold join --group team/group --ciphertext letters d1 d3 -o none
says 'wanted a decryption share of ciphertext'
decent threshold new -q -t 2 -n 3 -o other > log
ends 1 decent threshold join --group other/group --ciphertext sealed d1 d3 -o none
says 'wanted a file sealed to the key'
decent threshold refresh -q --group team/group team/share-1 team/share-2 -o fresh > log
for i in 2 3; do decent threshold decrypt --share fresh/share-$i sealed > d$i; done
decent threshold join -q --group fresh/group --ciphertext sealed d2 d3 | cmp - data
ends 1 decent threshold join --group fresh/group --ciphertext sealed d1 d2 -o none
says 'why group-mixed'
decent threshold new -q -t 1 -n 1 --curve bls12-381-g2 -o small > log
ends 2 decent threshold encrypt --group small/group data
says 'wanted a group of bls12-381-g1, found bls12-381-g2'
ends 2 decent threshold decrypt --share small/share-1 sealed
fails test -e none
"#;

pub(crate) fn trials() -> Vec<Trial> {
    let trial = |name: &str, script: &str| {
        scripted(
            format!("threshold::{name}"),
            &[],
            format!("{JUDGED}{script}"),
        )
    };
    vec![
        trial("shares are their owners' alone", OWNERS),
        trial("who cheats is named", CHEATERS),
        trial("an interruption leaves nothing behind", INTERRUPTED),
        trial("sealed files open whole or not at all", SEALED),
    ]
}
