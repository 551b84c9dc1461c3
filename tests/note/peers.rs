//! Notes beside Go's packages for them, both ways: golang.org/x/mod/sumdb/note and tlog, on which the
//! logs of Go's modules, of certificates and their witnesses run.

use std::path::Path;

use libtest_mimic::Trial;

use crate::house::peers::missing;
use crate::house::run::root;
use crate::house::script::{scripted, scripted_but};

/// Where Debian puts the sources of Go's packages.
const SOURCES: &str = "/usr/share/gocode";

pub(crate) fn trials() -> Vec<Trial> {
    let mut lacking = missing(&["go"]);
    if !Path::new(SOURCES)
        .join("src/golang.org/x/mod/sumdb")
        .is_dir()
    {
        lacking.push("golang-golang-x-mod-dev");
    }
    let program = root().join("tests/note/peer.go");
    let built = format!(
        "umask 077
HOME=$PWD GO111MODULE=off GOPATH={SOURCES} GOCACHE=$PWD/cache go build -o peer {}
{KEYS}",
        program.display()
    );
    let trial = |name: &str, script: &str| {
        scripted_but(
            format!("note::{name}"),
            &lacking,
            format!("{built}\n{script}"),
        )
    };
    vec![
        trial("Go agrees on notes, heads, proofs and witnesses", BOTH),
        trial("Go agrees on the heads of skipchains", CHAINS),
        scripted("note::who signs two heads is found", &[], TWO),
    ]
}

/// Two keys, in Go's form and in ours.
const KEYS: &str = "for i in 7 8; do
    printf %064d $i > seed$i
    ./peer vkey example.com/k$i $(cat seed$i) > both
    sed -n 1p both > go$i && sed -n 2p both > vkey$i
    decent note key --name example.com/k$i --no-names seed$i | cmp - vkey$i
    decent note key --name example.com/k$i --no-names go$i | cmp - vkey$i
done
cat vkey7 vkey8 > vkeys
decent note key --name example.com/k7b --no-names seed7 > vkey7b";

const BOTH: &str = r#"
# Texts: the same bytes from either side, and each opens the other's.
printf 'one\n\ntwo\n' > t1; printf '\n' > t2; printf 'caf\303\251 \342\200\224 x\n' > t3; printf 'a\n\n\n' > t4
for t in t1 t2 t3 t4; do
    ./peer sign go7 $t > theirs
    decent note sign -q --key go7 $t > ours && cmp ours theirs
    decent note sign -q --key seed7 --name example.com/k7 $t > ours && cmp ours theirs
    decent note verify --key vkey7 -o text theirs && cmp text $t
    decent note sign -q --key go8 ours > two
    { printf 'example.com/k7\nexample.com/k8\n'; cat $t; } > wanted
    ./peer open two vkeys | cmp - wanted
    decent note verify --min 2 --key vkeys two
    fails decent note verify --min 2 --key vkeys ours
    decent note sign -q --key seed7 --name example.com/k7b ours > named
    decent note verify --key vkeys --key vkey7b named
    fails decent note verify --min 2 --key vkeys --key vkey7b named
    awk '/k8 / { c = substr($0, 40, 1); $0 = substr($0, 1, 39) (c == "A" ? "B" : "A") substr($0, 41) } 1' two > bad
    fails ./peer open bad vkeys
    fails decent note verify --key vkeys bad
    decent note verify --key vkey7 bad && ./peer open bad vkey7 > log
done
printf 'a\tb\n' > t5; printf 'no end' > t6; : > t7; printf '\377\n' > t8
for t in t5 t6 t7 t8; do
    fails decent note sign -q --key go7 $t
    if ./peer sign go7 $t > theirs; then
        fails ./peer open theirs vkey7
        fails decent note verify --key vkey7 theirs
    fi
done

# Heads, and proofs of their entries.
for n in 1 2 3 7 8 13; do
    seq -f 'entry %g' $n > log
    ./peer head example.com/k7 log > head
    decent note sign -q --key go7 head > note
    ./peer open note vkey7 > log2
    for i in 0 $((n / 2)) $((n - 1)); do
        { echo c2sp.org/tlog-proof@v1; echo index $i; ./peer record log $i; echo; cat note; } > proof
        sed -n $((i + 1))p log | head -c -1 > entry
        decent note verify --key vkey7 --origin example.com/k7 --entry entry proof
        echo >> entry
        fails decent note verify --key vkey7 --entry entry proof
    done
done

# A witness: it cosigns what Go proves to have grown, and Go knows its line.
decent note key --cosign --name w1 --no-names seed8 > w1
old=0
witness() { decent note sign -q --cosign --key seed8 --name w1 --at 1700000000 --log vkey7 --state seen "$@"; }
for n in 3 4 8 21; do
    seq -f 'entry %g' $n > log
    ./peer head example.com/k7 log > head
    decent note sign -q --key go7 head > note
    { echo old $old; [ $old = 0 ] || ./peer tree log $old; echo; cat note; } > request
    [ $old = 0 ] || { ./peer grown before request; fails witness note; }
    witness request > cosigned
    { printf 'example.com/k7\nw1\n'; cat head; } > wanted
    cat vkey7 w1 > known
    ./peer open cosigned known | cmp - wanted
    # Once more: now the head continues itself.
    [ $old = 0 ] || fails witness request > log2
    { echo old $n; echo; cat note; } > again
    witness --line again > line
    { cat note line; } | cmp - cosigned
    decent note verify --min 2 --key known cosigned
    mv head before
    old=$n
done
seq -f 'another %g' 30 > log
./peer head example.com/k7 log > head
decent note sign -q --key go7 head > note
{ echo old 21; ./peer tree log 21; echo; cat note; } > request
fails witness request
fails ./peer grown before request
# Who saw nothing is asked with `old 0`, and takes no proof.
cp before head && decent note sign -q --key go7 head > note
{ echo old 21; echo; cat note; } > request
rm seen
fails witness request > said 2>&1
grep -q 'a proof from 0 of example.com/k7 is wanted, as `old 0`' said
{ echo old 0; sed -n 3p note; echo; cat note; } > request
fails witness request 2> said
grep -q 'wanted no hashes behind `old 0`, found 1' said
{ echo old 0; echo; cat note; } > request
witness request > cosigned
# A key of a type that others know is passed over in a file of keys.
{ echo 'w9+01020304+'$(printf '\006%01312d' 7 | base64 -w 0); cat vkey7; } > known
decent note verify --key known cosigned 2> said
grep -q 'line 1: a key of type 6, which is not known here, is passed over' said
head -n 1 known > alone
fails decent note verify --key alone cosigned 2> said
grep -q 'line 1: wanted a key of type 1 (ed25519) or 4 (cosignature/v1), found type 6' said
fails decent note verify --key "$(cat alone)" cosigned"#;

/// A chain that four sign for, three at least: its heads, their growth, what a witness makes of them.
const CHAINS: &str = r#"
for i in 1 2 3 4; do
    printf %064d $i > k$i
    decent key convert --public --to pem k$i > m$i.pub
    decent note key --member --no-names k$i >> members
done
decent roster new -q m1.pub m2.pub m3.pub m4.pub -o us > log
decent skipchain new -q --roster us --time 1000 --no-names -o c.skip > id
decent note key --cosign --name w1 --no-names seed8 > w1
cat members w1 > known
origin=decent-skip/$(cat id)
head() { decent skipchain checkpoint -q "$@" c.skip; }
status() {
    local wanted=$1 found=0; shift
    "$@" > out 2> said || found=$?
    [ $found = $wanted ] || { echo "status $found: $*"; cat out said; exit 1; }
}
sed -i '/^$/d' known
old=0
for more in 0 1 2 5 13; do
    seq $more | decent skipchain add -q --lines --time 2000 c.skip > log
    for i in 1 2 3; do head --key k$i > h$i; done
    status 2 head --with h1 --with h2 --store
    grep -q 'why skip-missing' said
    head --with h1 --with h2 --with h3 --old $old > request
    decent note sign -q --cosign --key seed8 --name w1 --log members --origin $origin --state seen request > cosigned
    head --with cosigned --with h1 --witness w1 --store > kept
    head --kept | cmp - kept
    ./peer open kept known > opened
    { decent note show kept | sed -n 's/^signed-by: //p' | tr ' ' '\n'; sed '/^$/,$d' kept; } | cmp - opened
    decent note verify --key known --min 4 --origin $origin kept
    test $old = 0 || ./peer grown before request
    sed '/^$/,$d' kept > before
    old=$(sed -n 2p before)
    decent skipchain fsck c.skip > said
done
grep -q '5 checkpoints' said
# The root is that of Go over the hashes of the blocks.
decent skipchain list --json c.skip | sed 's/.*"hash":"\([0-9a-f]*\)".*/\1/' > hashes
test $(wc -l < hashes) = 22
./peer hex $origin hashes | cmp - before
# Another copy of the chain, and a key of nobody, are refused.
cp c.skip d.skip
echo c | decent skipchain add -q --time 2000 c.skip
echo d | decent skipchain add -q --time 2000 d.skip
decent skipchain checkpoint -q --key k1 d.skip > fork
status 1 head --key k2 --with fork
grep -q 'wanted the head of this chain' said
# With a state nobody signs two heads of one size, an older one, or one of a chain that went elsewhere.
grown() { decent skipchain checkpoint -q --key k1 --state signed "$@"; }
grown c.skip > first
grown c.skip --old 3 > again
status 1 grown d.skip
grep -hq '^d.skip: FAILED (equivocation: .* has the root .* at 23, after .* was seen)$' out said
status 1 grown --with kept c.skip
grep -hq '^c.skip: FAILED (rollback: .* has 22 entries, after 23 were seen)$' out said
cp d.skip e.skip && echo e | decent skipchain add -q --time 2000 e.skip > log
status 1 grown e.skip
grep -hq '^e.skip: FAILED (no growth of .* from 23: ' out said
rm e.skip*
cp c.skip e.skip && echo e | decent skipchain add -q --time 2000 e.skip > log
grown e.skip > longer
test $(grep -c origin signed) = 2
cp c.skip same
status 1 grown --store -o none c.skip
test ! -e none && cmp same c.skip
status 2 head --key seed8
grep -q 'why skip-member' said
status 2 head --old 3
status 2 head --old 99 --key k1
# A line of a member that does not hold, and one of a stranger.
head --key k1 --at 2026-01-01 > h1
awk 'NF == 3 { c = substr($3, 60, 1); $3 = substr($3, 1, 59) (c == "A" ? "B" : "A") substr($3, 61) } 1' h1 > bad
status 1 head --with bad
decent note sign -q --key seed7 --name example.com/k7 h1 > stranger
head --with stranger | cmp - h1"#;

/// Two copies of a chain, each with a head that a quorum signed: who follows both has evidence.
const TWO: &str = r#"umask 077
for i in 1 2 3 4; do printf %064d $i > k$i; decent key convert --public --to pem k$i > m$i.pub; done
decent roster new -q m1.pub m2.pub m3.pub m4.pub -o us > log
decent skipchain new -q --roster us --time 1000 -o a.skip > id
seq 5 | decent skipchain add -q --lines --time 2000 a.skip > log
cp a.skip b.skip
for c in a b; do seq 6 9 | sed s/^/$c/ | decent skipchain add -q --lines --time 2000 $c.skip > log; done
head() {
    local chain=$1; shift
    for i in "$@"; do decent skipchain checkpoint -q --key k$i $chain.skip > h$i; done
    decent skipchain checkpoint -q $(printf ' --with h%s' "$@") --store $chain.skip > log
    decent skipchain prove -q --style merkle $chain.skip -o $chain > log
}
head a 1 2 3
head b 2 3 4
decent skipchain follow -q --state seen --trust a.skip a > said
fails decent skipchain follow --state seen --trust a.skip b > said
grep -q 'equivocation: block 9 is .*; both are in heads signed by m[23], m[23])$' said
decent skipchain verify seen.evidence > said
grep -q 'OK (two blocks of number 9, both in heads signed by ' said
key() { decent key convert --public --to hex k$1; }
for i in 2 3; do grep -q $(key $i) said; done
for i in 1 4; do fails grep -q $(key $i) said; done
decent skipchain verify --json seen.evidence | grep -q '"index":"9","keys":\["[0-9a-f]*","[0-9a-f]*"\]'
# Another block, and another number, are no evidence.
sed 's/"block":"./"block":"x/' seen.evidence > bad
fails decent skipchain verify bad 2> said
sed 's/"index":"9"/"index":"8"/' seen.evidence > bad
fails decent skipchain verify bad 2> said
grep -q 'head 0: wanted a path from block 8' said"#;
