//! Links beside the programs of others: noble-curves for sums of BLS12-381, openssl for lists of Ed25519;
//! and whole chains on the way from new to verified, as files.

use libtest_mimic::Trial;

use crate::house::run::root;
use crate::house::script::scripted;

/// Keys, proofs of possession, shares and sums of BLS12-381, both ways.
fn noble() -> String {
    let program = root().join("tests/skipchain/links.js");
    format!(
        r#"umask 077
second() {{ drand-client {} "$@"; }}
for i in 1 2 3 4; do
    decent key new -q --type bls12-381 -o k$i > log
    decent key convert --to hex k$i > hex$i
done
decent roster new -q k1.pub k2.pub k3.pub k4.pub -o us > log
grep -q bls12-381 us
second roster us
decent roster verify us
decent skipchain new -q --roster us -o c.skip > id
seq 9 | decent skipchain add -q --lines c.skip > log
decent skipchain link -q c.skip > requests
for i in 1 2; do decent skipchain cosign -q --type bls12-381 --key k$i --chain c.skip requests; done > shares
while read -r line; do echo $line > request; second sign hex4 request; done < requests >> shares
decent skipchain join c.skip shares > made
test $(wc -l < made) = $(wc -l < requests)
decent skipchain fsck c.skip
decent skipchain prove -q c.skip --from 1 --format json -o proof > log
second proof proof us | grep -x '4 links hold'
decent skipchain verify --trust $(decent skipchain list c.skip 1:2 | awk '{{print $NF}}') proof
# Theirs of another request is named.
head -n 1 requests > request
echo 10 | decent skipchain add -q c.skip > log
decent skipchain link -q c.skip --from 9 --to 10 > last
for i in 1 2; do decent skipchain cosign -q --type bls12-381 --key k$i --chain c.skip last; done > two
second sign hex4 request > foreign
sed 's/.from.:.0.,.level.:[0-9]*/\x22from\x22:\x229\x22,\x22level\x22:0/' foreign >> two
fails decent skipchain join c.skip two 2> said
grep -q 'the signature of .k4., found one that does not hold' said"#,
        program.display()
    )
}

/// Each signature of a link is one that openssl takes, and the message what --explain says.
const OPENSSL: &str = r"umask 077
for i in 1 2 3; do openssl genpkey -algorithm ed25519 -out k$i; openssl pkey -in k$i -pubout -out m$i.pub; done
decent roster new -q m1.pub m2.pub m3.pub -o us > log
decent skipchain new -q --roster us -o c.skip > id
echo 1 | decent skipchain add -q c.skip > log
decent skipchain link -q c.skip > request
for i in 1 2 3; do
    decent skipchain cosign -q --key k$i --chain c.skip request --explain > share$i 2> told
    sed -n 's/^ *check: printf \([0-9a-f]*\) .*/\1/p' told | xxd -r -p > message
    test $(wc -c < message) = 177
    sed -n 's/.*signature.:.\([0-9a-f]*\).*/\1/p' share$i | xxd -r -p > signature
    openssl pkeyutl -verify -pubin -inkey m$i.pub -rawin -in message -sigfile signature
done
# And one that openssl makes is a share.
openssl pkeyutl -sign -inkey k3 -rawin -in message | xxd -p -c 200 > theirs
sed 's/signature.:.[0-9a-f]*/signature\x22:\x22'$(cat theirs)/ share3 > share3.theirs
decent skipchain join c.skip share1 share2 share3.theirs
decent skipchain fsck c.skip
decent skipchain prove -q c.skip -o proof > log
decent skipchain verify --trust c.skip proof";

/// A chain whose committee changes creepingly, member by member.
const TURNOVER: &str = r"umask 077
for i in 1 2 3 4 5 6 7 8; do printf %064d $i > k$i; decent key convert --public --to pem k$i > m$i.pub; done
for i in 1 2 3 4 5; do
    seq $i $((i + 3)) | sed 's/.*/m&.pub/' | xargs decent roster new -q -o r$i > log
done
decent skipchain new -q --roster r1 -o c.skip > id
for i in 2 3 4 5; do decent skipchain add -q --roster r$i c.skip > log; done
decent skipchain link -q c.skip > requests
for i in 1 2 3 4 5 6 7 8; do
    decent skipchain cosign -q --key k$i --chain c.skip requests 2> log > share || test $? = 1
    cat share
done > shares
decent skipchain join -q c.skip shares > made
decent skipchain prove -q c.skip --from 0 -o proof > log
# Each step is a quarter, all together are everybody.
fails decent roster diff r1 r2 > said
grep -q 'turnover:  25% (1 of 4 by weight)' said
decent skipchain verify --trust c.skip proof | grep 'turnover 100%'
decent skipchain verify --trust c.skip --max-turnover 100 proof
fails decent skipchain verify --trust c.skip --max-turnover 75 proof > said
grep -q 'turnover: 100% of the committee is new, 75% may be' said
decent skipchain prove -q c.skip --from 0 --to 1 -o step > log
decent skipchain verify --trust c.skip --max-turnover 25 step
decent skipchain verify --json --trust c.skip proof | grep -q 'turnover_percent.:100'";

/// A rollback, a proof of nowhere, a second block of one number; each found, the last with evidence.
const FOLLOW: &str = r"umask 077
for i in 1 2 3 4; do printf %064d $i > k$i; decent key convert --public --to pem k$i > m$i.pub; done
decent roster new -q m1.pub m2.pub m3.pub m4.pub -o us > log
sign() { for i in $2; do decent skipchain link -q $1.skip | decent skipchain cosign -q --key k$i --chain $1.skip; done | decent skipchain join -q $1.skip > log; }
decent skipchain new -q --roster us -o a.skip > id
seq 5 | decent skipchain add -q --lines a.skip > log
cp a.skip b.skip
for c in a b; do seq 6 12 | sed s/^/$c/ | decent skipchain add -q --lines $c.skip > log; done
sign a '1 2 3'
sign b '2 3 4'
decent skipchain prove -q a.skip --to 4 -o a4 > log
decent skipchain prove -q a.skip --from 4 --to 8 -o a8 > log
decent skipchain prove -q b.skip --from 4 --to 8 -o b8 > log
decent skipchain prove -q a.skip --from 8 --to 10 -o a10 > log
decent skipchain follow -q --state seen --trust a.skip a4 a8 > said
test $(tail -n 1 said | cut -d ' ' -f 1) = 8
fails decent skipchain follow --state seen a4 > said
grep -q 'forged\|trusted' said
fails decent skipchain follow --state seen --trust a.skip a4 > said
grep -q 'rollback: the head is block 4, after 8 was seen' said
cp seen before
decent skipchain follow --state seen a10 > said
fails decent skipchain follow --state before b8 > said
grep -q 'equivocation: block 8 is' said
grep -q 'both are signed by' said
decent skipchain verify before.evidence > said
grep -q 'OK (two blocks of number 8, both signed by' said
for m in m2 m3; do grep -q $m said; done
fails grep -q 'm1\|m4' said
# What is there stays.
fails decent skipchain follow --state before b8 2> said
grep -q 'is there already, and stays' said
fails decent skipchain diff a.skip b.skip -o found > said
grep -q 'FORK (block 6 is there twice; both are signed by' said
decent skipchain verify found
# A head that passes nothing that was seen may be of a fork: that is don't know.
decent skipchain follow -q --state third --trust a.skip a4 > log
decent skipchain prove -q a.skip --from 4 --to 5 -o a5 > log
decent skipchain follow -q --state third a5 > log
status=0
decent skipchain follow --state third --trust a.skip a8 > said || status=$?
test $status = 2
grep -q 'untied: it does not pass block 5' said";

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        scripted(
            "skipchain::noble makes and takes the same sums",
            &["drand-client"],
            noble(),
        ),
        scripted(
            "skipchain::openssl makes and takes the same signatures",
            &["openssl", "xxd"],
            OPENSSL,
        ),
        scripted(
            "skipchain::a committee is not exchanged unseen",
            &[],
            TURNOVER,
        ),
        scripted(
            "skipchain::who goes back or says two things is found",
            &[],
            FOLLOW,
        ),
    ]
}
