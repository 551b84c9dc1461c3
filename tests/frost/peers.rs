//! Signatures of a group beside the programs of others: all four take them, as those of any key.

use libtest_mimic::Trial;

use crate::house::script::scripted;

pub(crate) fn trials() -> Vec<Trial> {
    let trial = |name: &str, program: &str, script: &str| {
        scripted(
            format!("frost::{name}"),
            &[program],
            format!("{COMMON}\n{script}"),
        )
    };
    vec![
        trial("minisign takes a group's signature", "minisign", MINISIGN),
        trial(
            "signify takes a group's signature",
            "signify-openbsd",
            SIGNIFY,
        ),
        trial("ssh-keygen -Y takes a group's signature", "ssh-keygen", SSH),
        trial("openssl takes a group's signature", "openssl", OPENSSL),
    ]
}

/// A group of 3 of 5, and what it takes to meet, to sign and to join.
pub(super) const COMMON: &str = r#"umask 077
seq 1000 > data
decent frost new -q -t 3 -n 5 -o us > log
meet() {
    rm -f n? c? p? q?
    who=$*
    for i in $who; do decent frost commit -q --share us/share-$i --nonce n$i -o c$i > log; done
    cat c? > all
}
sign() { local i=$1; shift; decent frost sign -q --share us/share-$i --nonce n$i --group us/group --commitment all "$@" > log; }
each() { local to=$1; shift; for i in $who; do sign $i "$@" -o $to$i; done; }
joined() { decent frost join -q --group us/group --commitment all "$@" > log; }
status() {
    local wanted=$1 found=0; shift
    "$@" > out 2> said || found=$?
    [ $found = $wanted ] || { echo "status $found: $*"; cat out said; exit 1; }
}"#;

const MINISIGN: &str = r"decent key convert --to minisign us/group.pub -o us.pub
: > empty
for f in data empty; do
    meet 1 3 5
    each p $f
    cat p? > parts
    each q --partial parts --trusted-comment 'release 1' $f
    cat p? q? | joined --message $f -o sig
    minisign -Vm $f -x sig -p us.pub | grep -x 'Trusted comment: release 1'
    decent sig verify --key us/group.pub --sig sig $f | grep 'OK (minisign by us/group.pub: release 1)'
    sed 's/release 1/release 2/' sig > changed
    fails minisign -qVm $f -x changed -p us.pub
done
fails minisign -qVm data -x sig -p us.pub
# The comment that is signed by itself names who signs.
meet 2 3 4 5
each p data
each q --partial p2 --partial p3 --partial p4 --partial p5 data
joined --message data p? q? -o sig
minisign -Vm data -x sig -p us.pub | grep -P 'comment: group:[0-9a-f]{16}\tmembers:2,3,4,5\thashed$'";

const SIGNIFY: &str = r"decent key convert --to signify us/group.pub -o us.pub
for f in data c1; do
    meet 1 2 4
    each p --format signify $f
    joined --format signify --message $f p? -o sig
    signify-openbsd -V -p us.pub -x sig -m $f
    decent sig verify --key us/group.pub --sig sig $f
    echo more >> $f
    fails signify-openbsd -V -p us.pub -x sig -m $f
done";

const SSH: &str = r#"decent key convert --to openssh us/group.pub -o us.pub
echo "us@example.org $(cat us.pub)" > allowed
meet 3 4 5
each p --format sshsig data
joined --message data p? -o sig
ssh-keygen -Y verify -f allowed -I us@example.org -n file -s sig < data
fails ssh-keygen -Y verify -f allowed -I us@example.org -n git -s sig < data
decent sig verify --key us/group.pub --sig sig data
meet 3 4 5
each p --format sshsig --namespace git data
joined --format sshsig --message data p? -o sig
ssh-keygen -Y verify -f allowed -I us@example.org -n git -s sig < data
fails ssh-keygen -Y verify -f allowed -I us@example.org -n git -s sig < allowed"#;

const OPENSSL: &str = r"meet 1 4 5
each p --format raw data
joined --format raw --message data p? -o sig
openssl pkeyutl -verify -pubin -inkey us/group.pub -rawin -in data -sigfile sig
fails openssl pkeyutl -verify -pubin -inkey us/group.pub -rawin -in all -sigfile sig
decent sig verify --key us/group.pub --sig sig data
# A key of openssl's, split: what the members sign is under the key that all know.
openssl genpkey -algorithm ed25519 -out key
openssl pkey -in key -pubout -out key.pub
rm -r us
decent frost new -t 2 -n 2 --from key -o us 2> said > log
grep -q 'seed' said
cmp us/group.pub key.pub
meet 1 2
each p --format raw data
joined --message data p? -o sig
openssl pkeyutl -verify -pubin -inkey key.pub -rawin -in data -sigfile sig";
