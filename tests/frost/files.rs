//! What the files of a group's members are promised: nonces sign once, whatever happens; whoever is
//! wrong is named; and nothing is used up by a request that is refused.

use libtest_mimic::Trial;

use super::peers::COMMON;
use crate::house::script::scripted;

pub(crate) fn trials() -> Vec<Trial> {
    [
        ("nonces sign once", ONCE),
        ("of many who sign at once one does", RACE),
        (
            "who is killed in between has lost nonces, and no more",
            KILLED,
        ),
        ("a request that is refused uses nothing up", REFUSED),
        ("whoever sends a wrong part is named", NAMED),
        ("secrets are their owner's, and never replaced", SECRETS),
        ("inspect knows each file, and tells no secret", INSPECTED),
    ]
    .into_iter()
    .map(|(what, script)| scripted(format!("frost::{what}"), &[], format!("{COMMON}\n{script}")))
    .collect()
}

const ONCE: &str = r"meet 1 2 3
cp n3 copy
ln n1 other
ln -s n2 link
sign 1 --format raw data -o p1
test ! -e n1
test ! -s other
status 2 sign 1 --format raw data -o again
grep -q 'decent why nonce-used' said
mv other n1
status 2 sign 1 --format raw data -o again
grep -q 'n1: these nonces are used' said
decent frost sign -q --share us/share-2 --nonce link --group us/group --commitment all --format raw data -o p2 > log
test ! -e n2
test ! -e again
# Of minisign's nonces half is left, for the comment on the same file alone.
meet 1 2 3
each p data
cat p? > parts
status 2 sign 1 data -o again
grep -q 'decent why nonce-used' said
status 2 sign 1 --format raw data -o again
status 1 sign 1 --partial parts all -o again
grep -q 'member 1: it is on another message' said
sign 1 --partial parts data -o q1
test ! -e n1
status 2 sign 1 --partial parts data -o again
grep -q 'decent why nonce-used' said
test ! -e again";

const RACE: &str = r"for format in raw minisign; do
    meet 1 2 3
    rm -f race-* said-*
    for k in 1 2 3 4 5 6 7 8; do
        sign 1 --format $format data -o race-$k 2> said-$k || true &
    done
    wait
    test $(ls race-* | wc -l) = 1
    test $(grep -l 'decent why nonce-used' said-* | wc -l) = 7
done";

/// The kernel kills at the first byte that is written: the partial signature where nothing is left of
/// the nonces, else what is left of them.
const KILLED: &str = r#"meet 1 2 3
killed() { local found=0; (ulimit -c 0; ulimit -f 0; exec decent frost sign -q --share us/share-1 --nonce n1 --group us/group --commitment all "$@") || found=$?; test $found = 153; }
killed --format raw data -o part
test ! -e n1
test ! -e part
meet 1 2 3
cp n1 before
killed data -o part
cmp n1 before
test ! -e part
sign 1 data -o part
# Whoever finds a partial signature finds the nonces that made it gone.
for n in 1 2 3 4 5 6; do
    meet 1 2 3
    rm -f part
    sign 1 --format raw data -o part &
    sleep 0.00$n
    kill -9 $! 2> /dev/null || true
    wait $! || true
    test ! -e part || test ! -s n1
done"#;

const REFUSED: &str = r#"meet 1 2 3
cp n1 before
refused() { status "$@"; cmp n1 before; test ! -e part; }
cp c3 twice
sed 's/"member":2/"member":9/' all > strange
point() { sed 's/.*"binding":\["\([0-9a-f]*\).*/\1/' $1; }
sed "s/$(point c1)/$(point c2)/" all > altered
decent frost new -q -t 3 -n 5 -o them > log
decent frost commit -q --share them/share-2 --nonce theirs -o foreign > log
with() { decent frost sign -q --share us/share-1 --nonce n1 --group us/group --format raw -o part "$@" data; }
refused 2 with --commitment c1
grep -q 'wanted commitments of 3 members or more, found 1' said
refused 1 with --commitment c1 --commitment c3 --commitment twice
grep -q 'twice: member 3: wanted one commitment of each member, found two' said
refused 1 with --commitment strange
refused 1 with --commitment altered
grep -q 'the commitments: member 1: wanted the commitment to these nonces, found another, replayed or altered' said
refused 1 with --commitment c1 --commitment foreign --commitment c3
grep -q 'foreign: member 2: wanted a commitment for group' said
meet 2 3 4
cp before n1
refused 1 with --commitment all
grep -q 'member 1: wanted the commitment of the member who signs, found those of 2,3,4' said
# Those of an earlier meeting are not those of the nonces at hand.
meet 1 2 3
cp all earlier
meet 1 2 3
cp n1 before
refused 1 with --commitment earlier
grep -q 'replayed or altered' said
other() { decent frost sign -q --nonce n1 --commitment all --format raw -o part "$@"; }
refused 2 other --share us/share-2 --group us/group data
grep -q 'n1: wanted nonces of member 2, found some of member 1' said
refused 2 other --share them/share-1 --group us/group data
grep -q 'decent why group-mixed' said
refused 1 other --share them/share-1 --group them/group data
grep -q 'member 1: wanted a commitment for group' said
refused 2 other --share us/share-1 --group us/group no-such-file
onto() { decent frost sign -q --nonce n1 --commitment all --format raw --share us/share-1 --group us/group data -o "$@"; }
refused 2 onto missing/part
grep -q 'missing/part: no such file' said
# A part that is told is given: where nothing comes of it nothing is told.
refused 2 onto missing/part --explain
test -z "$(grep lambda said)"
refused 2 onto us/share-1
grep -q 'us/share-1: it is the secret that was read' said
refused 2 onto n1
grep -q 'n1: it is the secret that was read' said
refused 2 other --share us/share-1 --group us/group --namespace git data
refused 2 other --share us/share-1 --group us/group --partial c1 data
head -c 26000000 /dev/zero > long
refused 1 other --share us/share-1 --group us/group long
grep -q 'at most 25165824 bytes to sign as they are' said
status 2 decent frost sign -q --share us/share-1 --nonce - --group us/group --commitment all data -o part < n1
grep -q 'wanted a file, which can be used up, found standard input' said
cmp n1 before"#;

const NAMED: &str = r#"meet 1 3 4
each p --format raw data
joins() { decent frost join --group us/group --commitment all --message data -o sig "$@"; }
bad() { sed 's/"signature":"[0-9a-f]\{4\}/"signature":"0000/' $1; }
bad p3 > bad3
bad p4 > bad4
status 1 joins p1 bad3 p4
grep -q '^decent frost join: bad3: member 3: it does not fit the member.s public share$' said
status 1 joins p1 bad3 bad4
grep -q 'bad3: member 3' said
grep -q 'bad4: member 4' said
# Two who change names make a good sum, and are named.
sed 's/"member":3/"member":4/' p3 > as4
sed 's/"member":4/"member":3/' p4 > as3
status 1 joins p1 as3 as4
grep -q 'as3: member 3' said
grep -q 'as4: member 4' said
sed 's/"member":4/"member":5/' p4 > stranger
status 1 joins p1 p3 stranger
grep -q 'stranger: member 5: wanted one of the members who committed, 1,3,4, found another' said
# Of two parts of one member the one that holds counts.
joins p1 p3 bad4 p4 2> said > log
grep -q 'bad4: left out: member 4: it does not fit' said
decent sig verify --key us/group.pub --sig sig data
rm sig
# What most say counts, not what the first says.
sed 's/"format":"raw"/"format":"signify"/' p1 > as-signify
status 1 joins as-signify p3 p4
grep -q 'as-signify: member 1: wanted a part of a signature in the format raw, found signify' said
status 1 joins --format signify as-signify p3 p4
grep -q 'p3: member 3: wanted a part of a signature in the format signify, found raw' said
status 1 joins --namespace git p1 p3 p4
grep -q 'wanted a part of a signature in the format sshsig for "git", found raw' said
status 2 joins --format raw --trusted-comment so p1 p3 p4
grep -q "trusted-comment is for minisign's signatures alone" said
status 1 joins --message all p1 p3 p4
grep -q 'p1: member 1: it is on another message' said
status 1 joins --format sshsig p1 p3 p4
grep -q 'p1: member 1: wanted a part of a signature in the format sshsig for "file", found raw' said
status 2 joins p1 p4
grep -q 'wanted partial signatures of all who committed, 1,3,4, found none of 3' said
status 1 joins c1
test ! -e sig
joins p1 p3 p4 p1 2> said > log
grep -q 'p1: left out: it is there twice' said
decent sig verify --key us/group.pub --sig sig data
# A part of another meeting, of the same member on the same file.
cp p3 earlier
meet 1 3 4
each p --format raw data
status 1 joins p1 earlier p4
grep -q 'earlier: member 3: it was signed with other commitments' said"#;

const SECRETS: &str = r#"for mask in 000 022 077; do
    (umask $mask; decent frost new -q -t 2 -n 2 -o new$mask > log; decent frost commit -q --share new$mask/share-1 --nonce nonce$mask -o c > log)
    test $(stat -c %a new$mask) = 700
    test $(stat -c %a new$mask/share-1) = 600
    test $(stat -c %a nonce$mask) = 600
done
cp nonce000 before
status 2 decent frost commit --share us/share-1 --nonce nonce000 -o c
grep -q 'why already-there' said
cmp nonce000 before
status 2 decent frost new -t 2 -n 2 -o us
grep -q 'why already-there' said
meet 1 2 3
sign 1 data -o p1
test $(stat -c %a n1) = 600
# Nothing secret is narrated unless one asks.
secret=$(sed 's/.*"secret":"\([0-9a-f]*\)".*/\1/' us/share-2)
nonce=$(sed 's/.*"hiding":\["\([0-9a-f]*\)".*/\1/' n2)
cp n2 kept
sign 2 --explain data -o p2 2> told
fails grep -q -e $secret -e $nonce told
cp kept n2
sign 2 --explain=secrets data -o p2 2> told
grep -q $secret told
grep -q $nonce told"#;

const INSPECTED: &str = r#"meet 1 2 3
kind() { decent inspect $1 > said; grep -x "kind: $2" said; }
secrets=$(sed 's/.*"hiding":\["\([0-9a-f]*\)".*/\1/' n1)
kind n1 'nonces of FROST, secret'
grep -x 'left: unused' said
fails grep -q $secrets said
kind c2 'commitment to nonces of FROST'
grep -x 'member: 2' said
kind all 'commitment to nonces of FROST'
grep -x 'signers: 1 2 3' said
each p data
kind n1 'nonces of FROST, secret'
grep -x "left: for minisign's comment" said
kind p1 'partial signature of FROST'
cat p? > parts
sign 1 --partial parts --trusted-comment words data -o q1
kind q1 'partial signature of FROST'
grep -x 'trusted-comment: words' said"#;
