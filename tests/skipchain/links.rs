//! Links beside the programs of others: noble-curves for sums of BLS12-381, openssl for lists of Ed25519;
//! and whole chains on the way from new to verified, as files.

use decent::sig::ed25519::SigningKey;
use decent::skipchain::record::{self, FIRST, Kind};
use decent::skipchain::roster::{Key, Member};
use decent::skipchain::{Along, Content, Header, Roster, Shape};
use libtest_mimic::Trial;

use crate::house::run::{Folder, root};
use crate::house::script::{scripted, succeeds_in};

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
cp c.skip d.skip
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
decent skipchain verify --json --trust c.skip proof | grep -q 'turnover_percent.:100'
# Step by step it is the same, and what goes too far is not remembered.
for i in 0 1 2 3; do decent skipchain prove -q c.skip --from $i --to $((i + 1)) -o p$i > log; done
fails decent skipchain follow --state seen --trust c.skip --max-turnover 75 p0 p1 p2 p3 > said
test $(grep -c OK said) = 3
grep -q 'p3: FAILED (turnover: 100% of the committee is new, 75% may be)' said
test $(tail -n 1 said | cut -d ' ' -f 1) = 3
# Who leaves, and a quorum that gets smaller, count too.
decent roster new -q m1.pub -o one > log
fails decent roster diff r1 one > said
grep -q 'turnover:  75% (0 of 1 by weight, 3 of 4 gone)' said
decent roster new -q --threshold 1 --unsafe-threshold m1.pub m2.pub m3.pub m4.pub -o weak > log
fails decent roster diff r1 weak > said
grep -q 'turnover:  50% (0 of 4 by weight, the quorum lower by 50%)' said
# Two blocks of one number are found however far the committee was exchanged.
decent skipchain add -q --roster r5 d.skip > log
decent skipchain link -q d.skip > requests
for i in 1 2 3; do decent skipchain cosign -q --key k$i --chain d.skip requests; done > shares
decent skipchain join -q d.skip shares > log
decent skipchain prove -q d.skip --from 0 --to 1 -o other > log
decent skipchain follow -q --state two --trust c.skip p0 > log
fails decent skipchain follow --state two --trust c.skip --max-turnover 10 other > said
grep -q 'equivocation: block 1 is' said
decent skipchain verify --roster r1 two.evidence > said
grep -q 'both signed by m1 ' said";

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
# Who they are only a roster says that is trusted.
status() { local wanted=$1 got=0; shift; $* > said || got=$?; test $got = $wanted; }
status 2 decent skipchain verify before.evidence
grep -q 'who signed it is not known: give --roster' said
fails grep -q 'm[1-4]' said
for i in 1 2 3 4; do printf %064d 9$i > z$i; decent key convert --public --to pem z$i > z$i.pub; done
decent roster new -q m1=z1.pub m2=z2.pub m3=z3.pub m4=z4.pub -o thieves > log
status 2 decent skipchain verify --roster thieves before.evidence
grep -q 'link 0 is signed by a roster that is not given' said
decent skipchain new -q --roster thieves -o x.skip > log
status 1 decent skipchain verify --roster us --trust x.skip before.evidence
grep -q 'not of the chain that is trusted' said
decent skipchain verify --roster us --trust a.skip before.evidence > said
decent skipchain verify --roster thieves --roster us before.evidence > said
grep -q 'OK (two blocks of number 8, both signed by' said
for m in m2 m3; do grep -q $m said; done
fails grep -q 'm1\|m4' said
# What is there stays.
fails decent skipchain follow --state before b8 2> said
grep -q 'is there already, and stays' said
fails decent skipchain diff a.skip b.skip -o found > said
grep -q 'FORK (block 6 is there twice; both are signed by' said
decent skipchain verify --roster us found
# A head that passes nothing that was seen may be of a fork: that is don't know.
decent skipchain follow -q --state third --trust a.skip a4 > log
decent skipchain prove -q a.skip --from 4 --to 5 -o a5 > log
decent skipchain follow -q --state third a5 > log
status=0
decent skipchain follow --state third --trust a.skip a8 > said || status=$?
test $status = 2
grep -q 'untied: it does not pass block 5' said";

/// What members don't sign: a second block of a number, a copy that goes back, rosters that are not safe,
/// blocks of the future.
const REFUSED: &str = r"umask 077
for i in 1 2 3 4; do printf %064d $i > k$i; decent key convert --public --to pem k$i > m$i.pub; done
decent roster new -q m1.pub m2.pub m3.pub m4.pub -o us > log
decent roster new -q --threshold 1 --unsafe-threshold m1.pub m2.pub m3.pub m4.pub -o weak > log
decent skipchain new -q --roster us -o a.skip > id
seq 5 | decent skipchain add -q --lines a.skip > log
cp a.skip old.skip
cp a.skip b.skip
for c in a b; do echo $c | decent skipchain add -q $c.skip > log; decent skipchain link -q $c.skip --from 4 --to 6 > $c; done
sign() { decent skipchain cosign -q --key k1 --state sworn --chain $1.skip $2; }
sign a a > share
sign a a > again
cmp share again
test $(wc -l < sworn) = 2
fails sign b b 2> said
grep -q 'wanted block 6 as it was signed for, .*, found another' said
decent skipchain link -q old.skip --from 4 --to 5 > o
fails sign old o 2> said
grep -q 'wanted a copy with block 6, which was signed for, found one of 6 blocks' said
fails decent skipchain cosign -q --key k1 --state sworn --blind b 2> said
grep -q 'wanted block 6 as it was signed for' said
echo c | decent skipchain add -q a.skip > log
decent skipchain link -q a.skip --from 6 --to 7 > c
sign a c > log
test $(wc -l < sworn) = 3
decent inspect sworn | grep -q 'signed for'
# Without a memory, in one call.
cat a b | fails decent skipchain cosign -q --key k1 --blind > one 2> said
test $(wc -l < one) = 1
grep -q 'line 2: wanted block 6 as it was signed for' said
# Rosters that are not safe.
fails decent skipchain new -q --roster weak 2> said
grep -q 'quorums share 0, 1 may be dishonest' said
fails decent skipchain add -q --roster weak a.skip 2> said
grep -q 'quorums share 0, 1 may be dishonest' said
decent skipchain new -q --unsafe-threshold --roster weak -o w.skip > log
echo 1 | decent skipchain add -q w.skip > log
decent skipchain link -q w.skip > asked
fails decent skipchain cosign -q --key k1 --chain w.skip asked 2> said
grep -q 'quorums share 0, 1 may be dishonest' said
decent skipchain cosign -q --unsafe-threshold --key k1 --chain w.skip asked > share
decent skipchain join -q w.skip share > log
decent skipchain prove -q w.skip --from 0 -o proof > log
decent skipchain verify --trust w.skip proof | grep -q 'quorums that may share no honest member'
decent skipchain verify --json --trust w.skip proof | grep -q 'safe_rosters.:false'
# Times ahead of now.
decent skipchain new -q --roster us -o f.skip > log
echo 1 | decent skipchain add -q --time 2999-01-01 f.skip > log
decent skipchain link -q f.skip > asked
fails decent skipchain cosign -q --key k1 --chain f.skip asked 2> said
grep -q 'wanted a time up to 20.*, found 2999-01-01T00:00:00Z' said
for i in 1 2 3; do decent skipchain cosign -q --blind --key k$i asked; done > shares 2> log
decent skipchain join -q f.skip shares > log
decent skipchain prove -q f.skip --from 0 -o proof > log
fails decent skipchain follow --state seen --trust f.skip --max-age 30d proof > said
grep -q 'future: the head, block 1, is of 2999-01-01T00:00:00Z' said
test $(wc -l < said) = 1
decent skipchain verify --trust f.skip --max-age 30d --at 2999-01-02 proof
decent skipchain verify --trust f.skip proof";

/// Six blocks of four members whose seeds are 1 to 4, the last one changed, with a payload of its own.
fn forged(change: impl Fn(&mut Header), payload: &[u8]) -> Vec<u8> {
    let member = |number: u8| {
        let mut seed = [0; 32];
        seed[31] = number;
        Member {
            name: format!("m{number}"),
            weight: 1,
            key: Key::ed25519(SigningKey::from_seed(&seed).public_key()).unwrap(),
        }
    };
    let roster = Roster::of((1..5).map(member).collect(), None).unwrap();
    let mut log = FIRST.to_vec();
    let mut along = Along::begin(Shape::new(2, 32).unwrap(), [1; 32]);
    let at = along.push_other(&mut log, Kind::Roster, &roster.encode());
    let at = at.unwrap();
    let content = Content::new(1000, b"5", roster.hash());
    for _ in 0..5 {
        along.push(&mut log, at, &content, b"5").unwrap();
    }
    let (last, _) = along.growing().unwrap().clone().push(&content);
    let mut header = last.header().clone();
    change(&mut header);
    let body = [&at.to_be_bytes()[..], &header.encode(), payload].concat();
    record::push(&mut log, Kind::Block, &body);
    log
}

/// What a member's own copy is held against: a block with a false root over those before it would let
/// anybody prove a history that is none.
const FALSE: &str = r"umask 077
printf %064d 1 > k1
decent skipchain link -q right.skip --from 4 --to 5 > asked
test $(decent skipchain cosign -q --key k1 --chain right.skip asked | wc -l) = 1
for c in tree payload; do decent skipchain link -q $c.skip --from 4 --to 5 > $c; done
fails decent skipchain cosign --key k1 --chain tree.skip tree 2> said
grep -q 'wanted the root over all blocks before, found another' said
fails decent skipchain cosign --key k1 --chain payload.skip payload 2> said
grep -q 'wanted the payload that the header names, found another' said
fails decent skipchain cosign --key k1 --chain time.skip asked 2> said
grep -q 'wanted block 5: a time not before that of the block before, 1000, found an earlier one' said
fails decent skipchain fsck time.skip 2>&1 | grep -q 'a time not before'
fails decent skipchain cosign --key k1 --chain back.skip asked 2> said
grep -q 'links to the blocks before' said";

fn members_look() {
    let folder = Folder::new();
    let put = |name: &str, log: Vec<u8>| {
        std::fs::write(folder.path().join(name), log).unwrap();
    };
    put("right.skip", forged(|_| {}, b"5"));
    put("tree.skip", forged(|header| header.tree = [7; 32], b"5"));
    put("payload.skip", forged(|_| {}, b"6"));
    put("time.skip", forged(|header| header.time = 999, b"5"));
    put("back.skip", forged(|header| header.back[0] = [7; 32], b"5"));
    succeeds_in(folder.path(), FALSE);
}

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("skipchain::members look at what they sign", || {
            members_look();
            Ok(())
        }),
        scripted(
            "skipchain::members sign no second block of a number",
            &[],
            REFUSED,
        ),
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
