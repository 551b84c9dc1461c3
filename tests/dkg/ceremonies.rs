//! Keys that are made together, as three people do it: folders that are synced by hand, cheaters, and
//! a folder of messages that is hostile.

use libtest_mimic::Trial;

use crate::house::script::scripted;

pub(crate) fn trials() -> Vec<Trial> {
    let scripts: [(&str, &[&str], &str); 10] = [
        ("states and shares are their owners' alone", &[], MODES),
        ("three folders that are synced are one", &["jq"], SYNCED),
        (
            "every curve, plain and hiding, gives all the same",
            &[],
            CURVES,
        ),
        ("who deals wrongly is named and left out", &[], CHEATED),
        (
            "who does not open is put together by the others",
            &[],
            CLOSED,
        ),
        ("what is said once is not said otherwise", &[], ONCE),
        ("a hostile folder costs little", &[], HOSTILE),
        ("what is wrong is named, with its status", &[], WRONG),
        ("a lasting key vouches for a member", &[], VOUCHED),
        ("a key is dealt anew and stays", &["jq"], ANEW),
    ];
    let trial = |(name, programs, script): (&str, &[&str], &str)| {
        scripted(format!("dkg::{name}"), programs, script)
    };
    scripts.into_iter().map(trial).collect()
}

const MODES: &str = "umask 000
for i in 1 2; do decent threshold dkg start -t 2 -n 2 --id $i -o state-$i box > log; done
test \"$(stat -c %a state-1 state-2 | sort -u)\" = 600
test $(stat -c %a box/announce-1) = 666
fails decent threshold dkg start -t 2 -n 2 --id 1 -o state-1 other 2> said
grep -q 'state-1: it is there already' said
test ! -e other
for step in deal check; do for i in 1 2; do decent threshold dkg $step --state state-$i box > log; done; done
decent threshold dkg finish --state state-1 box -o key > log
test $(stat -c %a key) = 700 && test \"$(stat -c %a key/group key/share-1 | sort -u)\" = 600
fails decent threshold dkg finish --state state-1 box -o key 2> said
grep -q 'key: is there already, and not empty' said
chmod 644 state-2
decent threshold dkg finish --state state-2 box -o other 2> said > log
grep -q 'warning: others can read this file' said
# Nothing secret is told unasked.
seed=$(grep -o '\"seed\":\"[0-9a-f]*' state-1 | cut -c9-)
secret=$(grep -o '\"secret\":\"[0-9a-f]*' key/share-1 | cut -c11-)
test ${#seed} = 64 && test ${#secret} = 64
decent inspect state-1 box/* > told
decent threshold dkg finish --state state-1 box -o again --explain 2>> told >> told
fails grep -q -e $seed -e $secret told
decent threshold dkg finish --state state-1 box -o third --explain=secrets 2> told > log
grep -q $secret told
fails grep -q $seed told";

/// Each has a copy of the folder; copies go round between the steps, twice, under other names.
const SYNCED: &str = "mkdir a b c
sync() { for from in a b c; do for to in a b c; do test $from = $to || for f in $from/box/*; do cp $f $to/box/$(basename $f); done; done; done; }
i=0
for m in a b c; do i=$((i + 1)); decent threshold dkg start -t 2 -n 3 --id $i --name summit -o $m/state $m/box > log; done
sync
for m in a b c; do decent threshold dkg deal --state $m/state $m/box > log; done
sync
cp a/box/deal-1 c/box/copied
for m in a b c; do decent threshold dkg check --state $m/state $m/box > log; done
sync
for m in a b c; do decent threshold dkg finish --state $m/state $m/box -o $m/key --json > $m/out; done
test $(jq -r .transcript a/out b/out c/out | sort -u | wc -l) = 1
cmp a/key/group b/key/group && cmp b/key/group c/key/group
test \"$(jq -r .public_key a/out)\" = \"$(jq -r .public_key a/key/group)\"
test \"$(jq -c .qualified a/key/group)\" = '[1,2,3]'
test \"$(jq -r .member b/key/share-2)\" = 2
test \"$(jq -r .group a/key/share-1)\" = \"$(jq -r .group c/key/share-3)\"";

const CURVES: &str = "signs() {
    echo hello > message
    for i in 1 3; do decent threshold sign --share $1-$i/share-$i message; done > parts
    decent threshold join --group $1-2/group --message message parts -o sig > log
    decent threshold verify --group $1-2/group --sig sig message > log
    echo other | fails decent threshold verify --group $1-2/group --sig sig > log
}
for curve in bls12-381-g1 bls12-381-g2 ed25519 secp256k1; do
    for hiding in '' --hiding; do
        at=$curve$hiding
        for i in 1 2 3; do decent threshold dkg start -t 2 -n 3 --id $i --curve $curve $hiding -o $at-$i $at -q > log; done
        for step in deal check check; do
            for i in 1 2 3; do decent threshold dkg $step --state $at-$i $at > log; done
        done
        for i in 1 2 3; do decent threshold dkg finish --state $at-$i $at -o key-$at-$i > out-$i; done
        cmp out-1 out-2 && cmp out-2 out-3
        cmp key-$at-1/group key-$at-3/group
        grep -q \"\\\"curve\\\":\\\"$curve\\\"\" key-$at-1/group
        test $curve = ed25519 || test $curve = secp256k1 || signs key-$at
    done
done
# Done again, all steps say the same.
sha256sum ed25519--hiding/* > before
for step in deal check check; do
    for i in 3 2 1; do decent threshold dkg $step --state ed25519--hiding-$i ed25519--hiding > log; done
done
sha256sum -c before > log";

const CHEATED: &str =
    "for i in 1 2 3; do decent threshold dkg start -t 2 -n 3 --id $i -o state-$i box -q > log; done
for i in 1 2; do decent threshold dkg deal --state state-$i box > log; done
decent threshold dkg deal --state state-3 box --wrong-share-to 1 > log
status=0
decent threshold dkg check --state state-1 box > out || status=$?
test $status = 1
grep -q 'box/deal-3: FAILED (member 3 sealed a share that does not fit its commitments)' out
decent threshold dkg check --state state-2 box > log
status=0
decent threshold dkg finish --state state-2 box -o key 2> said || status=$?
test $status = 2 && grep -q 'found none of member 3' said
status=0
decent threshold dkg finish --state state-2 box -o key --without-silent --json > out || status=$?
test $status = 0
grep -q '\"disqualified\":\\[3\\]' out
grep -q '\"qualified\":\\[1,2\\]' out
grep -q 'out: sealed a share that does not fit its commitments, as member 1 shows' out
status=0
decent threshold dkg finish --state state-3 box -o three --without-silent > log 2> said || status=$?
test $status = 2 && grep -q \"each member's vote, found none of member 3\" said";

/// The one who does not open in the end is in the key all the same.
const CLOSED: &str = "for i in 1 2 3; do decent threshold dkg start -t 2 -n 3 --id $i --hiding --curve ed25519 -o state-$i box -q > log; done
for step in deal check check; do for i in 1 2 3; do decent threshold dkg $step --state state-$i box > log; done; done
decent threshold dkg finish --state state-1 box -o whole | grep public-key > wanted
rm box/open-3
status=0
decent threshold dkg finish --state state-1 box -o key 2> said || status=$?
test $status = 2 && grep -q \"each member's opening, found none of member 3\" said
for i in 1 2; do decent threshold dkg check --state state-$i box --without-silent > log; done
test -e box/pool-1-of-3 && test -e box/pool-2-of-3
for i in 1 2; do decent threshold dkg finish --state state-$i box -o key-$i --without-silent > out-$i; done
cmp out-1 out-2
grep -q '^rebuilt: 3' out-1 && grep -q '^member-3: rebuilt: did not open' out-1
grep public-key out-1 | cmp - wanted";

const ONCE: &str =
    "for i in 1 2; do decent threshold dkg start -t 1 -n 2 --id $i -o state-$i box -q > log; done
decent threshold dkg deal --state state-1 box > log
cp box/deal-1 mine
echo other > box/deal-1
status=0
decent threshold dkg deal --state state-1 box > log 2> said || status=$?
test $status = 2 && grep -q 'box/deal-1: another message is there already' said
test \"$(cat box/deal-1)\" = other
cp mine box/deal-1
decent threshold dkg deal --state state-2 box > log
# Into another folder.
decent threshold dkg check --state state-1 box -o out > log
test -e out/vote-1 && test ! -e box/vote-1
# A state without a folder announces itself as it deals.
decent threshold dkg start -t 1 -n 2 --id 1 -o late > log
status=0
decent threshold dkg deal --state late empty > log 2> said || status=$?
test $status = 2 && grep -q 'empty: no such file' said
mkdir empty
status=0
decent threshold dkg deal --state late empty > log 2> said || status=$?
test $status = 2 && grep -q 'found none of member 2' said
test -e empty/announce-1
status=0
decent threshold dkg check --state late box > log 2> said || status=$?
test $status = 1
grep -q 'found another under that number in announce-1' said";

/// Files by the thousand, huge ones, links, pipes: named, bounded, and no harm to the step.
const HOSTILE: &str = "for i in 1 2; do decent threshold dkg start -t 2 -n 2 --id $i -o state-$i box -q > log; done
head -c 300M /dev/zero > box/huge
ln -s /dev/zero box/endless
ln -s ../state-1 box/link
ln -s announce-1 box/loop
mkfifo box/fifo
mkdir box/folder
head -c 60000 /dev/zero | tr '\\0' '[' > box/deep
touch box/.partial
for i in $(seq 3000); do echo \"$i\" > box/z-$i; done
for i in 1 2; do
    MALLOC_ARENA_MAX=1 bash -c \"ulimit -v 300000; exec decent threshold dkg deal --state state-$i box\" > log 2> said
done
grep -q 'box/huge: left out: wanted a message of at most 131072 bytes' said
grep -q 'box/link: left out: wanted a plain file, found a symbolic link' said
grep -q 'box/fifo: left out: wanted a plain file, found a fifo' said
grep -q 'box/folder: left out: wanted a plain file, found a directory' said
grep -q 'files more are left out' said
test $(wc -l < said) -lt 30
fails grep -q partial said
# Where the step can't be done the junk is to blame.
rm box/deal-2
status=0
decent threshold dkg check --state state-1 box > log 2> said || status=$?
test $status = 1 && grep -q \"each member's deal, found none of member 2\" said";

/// Each line is a status, what must be said, and what is done to the folder before member 1 checks.
const WRONG: &str = "for i in 1 2 3; do decent threshold dkg start -t 2 -n 3 --id $i --curve ed25519 -o state-$i good -q > log; done
for i in 1 2 3; do decent threshold dkg start -t 2 -n 3 --id $i --curve ed25519 -o other-$i others -q > log; done
for i in 1 2 3; do decent threshold dkg deal --state state-$i good > log; decent threshold dkg deal --state other-$i others > log; done
try() {
    wanted=$1 words=$2 change=$3 status=0
    rm -rf box && cp -r good box
    eval \"$change\"
    decent threshold dkg check --state state-1 box > out 2> said || status=$?
    test $status = $wanted || { echo \"$change: $status\"; cat out said; exit 1; }
    grep -q -e \"$words\" said out || { echo \"$change: no $words in\"; cat out said; exit 1; }
}
try 0 'box/deal-2: OK' true
try 2 \"each member's deal, found none of member 2\" 'rm box/deal-2'
try 1 'box/deal-2: wanted a message signed by member 2' \"sed -i 's/\\\"proof\\\":\\[\\\"/\\\"proof\\\":[\\\"00/' box/deal-2\"
try 1 'box/deal-2: wanted a message signed by member 3' \"sed -i 's/\\\"member\\\":2/\\\"member\\\":3/' box/deal-2\"
try 1 'box/deal-2: wanted a message of ceremony' 'cp others/deal-2 box/deal-2'
try 0 'left out: wanted a message of ceremony' 'cp others/deal-2 box/replayed'
try 1 'one announcement of member 2, found two that differ: announce-2 and twin' 'cp others/announce-2 box/twin'
try 1 'box/deal-2: wanted a message of a ceremony' 'head -c 100 good/deal-2 > box/deal-2'
try 1 'its one spelling' \"sed -i 's/,/, /' box/deal-2\"
try 2 'box/deal-2: wanted version 1, found 2' \"sed -i 's/\\\"version\\\":1/\\\"version\\\":2/' box/deal-2\"
try 1 'FAILED (member 2 did not deal)' 'rm box/deal-2; decent() { command decent \"$@\" --without-silent; }'
unset -f decent
: > empty
for bad in empty good/deal-1 /dev/null; do
    status=0
    decent threshold dkg check --state $bad good > out 2> said || status=$?
    test $status = 2 && grep -q 'decent-dkg-state' said
done
status=0
decent threshold dkg start -t 2 -n 129 --id 1 -o x 2> said || status=$?
test $status = 2 && grep -q '2 to 128 members, found 129' said && test ! -e x
status=0
decent threshold dkg start -t 2 -n 3 --id 4 -o x 2> said || status=$?
test $status = 2 && grep -q 'from 1 to 3, found 4' said && test ! -e x";

const VOUCHED: &str = "decent key new --type ed25519 -o lasting > log
decent threshold dkg start -t 1 -n 2 --id 1 --key lasting -o state-1 box > log
decent threshold dkg start -t 1 -n 2 --id 2 -o state-2 box > log
key=$(grep -o '\"identity\":\"[0-9a-f]*' box/announce-1 | cut -c13-)
test ${#key} = 64
decent key convert --to hex lasting.pub > hex
grep -q $key hex
decent threshold dkg deal --state state-2 box --json > out
grep -q \"\\\"identities\\\":\\[\\\"$key\\\",\\\"\\\"\\]\" out
decent inspect box/announce-1 | grep -q \"identity: $key\"
decent threshold dkg deal --state state-2 box | grep -q \"$key  member 1\"
# Nothing is left of who can't announce itself.
mkdir full && echo other > full/announce-1
status=0
decent threshold dkg start -t 1 -n 2 --id 1 -o left full 2> said || status=$?
test $status = 2 && grep -q 'full/announce-1: another message is there already' said && test ! -e left
status=0
decent key new --type x25519 -o wrong > log
status=0
decent threshold dkg start -t 1 -n 2 --id 1 --key wrong -o state-3 2> said || status=$?
test $status = 2 && test ! -e state-3";

/// 2 of 3 become 3 of 4: one leaves, two come. Then they refresh their shares.
const ANEW: &str = "for i in 1 2 3; do decent threshold dkg start -t 2 -n 3 --id $i -o state-$i box -q > log; done
for step in deal check; do for i in 1 2 3; do decent threshold dkg $step --state state-$i box > log; done; done
for i in 1 2 3; do decent threshold dkg finish --state state-$i box -o old-$i -q > log; done
cp old-1/group group
sed 's/\"member\":1/\"member\":2/' old-1/share-1 > moved && chmod 600 moved
status=0
decent threshold dkg start --id 1 --reshare group --share moved -o none anew 2> said || status=$?
test $status = 2 && grep -q \"moved: .*member 2's share does not fit\" said && test ! -e none && test ! -e anew
with() { case $1 in 1) echo --share old-3/share-3 ;; 2) echo --share old-1/share-1 ;; esac; }
for i in 1 2 3 4; do decent threshold dkg start -t 3 -n 4 --id $i --reshare group $(with $i) -o new-$i anew -q > log; done
for i in 1 2; do
    status=0
    decent threshold dkg deal --state new-$i anew > log 2> said || status=$?
    test $status = 2 && grep -q 'group GROUP is missing' said
    decent threshold dkg deal --state new-$i --group group anew > log 2> said || status=$?
    test $status = 2 && grep -q 'the share of member' said
done
status=0
decent threshold dkg deal --state new-3 --group group --share old-2/share-2 anew > log 2> said || status=$?
test $status = 2 && grep -q 'old-2/share-2: wanted no share of the old group' said
for step in deal check; do
    for i in 1 2 3 4; do decent threshold dkg $step --state new-$i --group group $(with $i) anew > log; done
done
for i in 1 2 3 4; do decent threshold dkg finish --state new-$i --group group $(with $i) anew -o key-$i > out-$i; done
cmp out-1 out-4 && cmp key-1/group key-4/group
test \"$(jq -r .public_key group)\" = \"$(jq -r .public_key key-1/group)\"
test \"$(jq -c '[.threshold,.members,.qualified]' key-1/group)\" = '[3,4,[1,2]]'
for i in 1 2 3 4; do decent threshold dkg start --id $i --reshare key-1/group --share key-$i/share-$i -o fresh-$i fresh -q > log; done
for step in deal check; do
    for i in 1 2 3 4; do decent threshold dkg $step --state fresh-$i --group key-1/group --share key-$i/share-$i fresh > log; done
done
decent threshold dkg finish --state fresh-4 --group key-1/group --share key-4/share-4 fresh -o last > log
test \"$(jq -r .public_key group)\" = \"$(jq -r .public_key last/group)\"
fails cmp last/share-4 key-4/share-4";
