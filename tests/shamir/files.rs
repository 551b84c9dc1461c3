//! Shares as files: who can read them, what is named when something is wrong, and that nothing is
//! written then.

use libtest_mimic::Trial;

use crate::house::script::scripted;

pub(crate) fn trials() -> Vec<Trial> {
    let scripts: [(&str, &[&str], &str); 9] = [
        ("nobody else can read shares and secrets", &[], MODES),
        ("what is there is not replaced", &[], THERE),
        ("what is wrong is named, and nothing is written", &[], WRONG),
        ("up to half of what is too many may be forged", &[], FORGED),
        ("every format is converted to every other", &[], CONVERTED),
        (
            "any length goes through pipes in bounded memory",
            &[],
            PIPES,
        ),
        (
            "no secret goes to a terminal unasked",
            &["script"],
            TERMINAL,
        ),
        (
            "every kind of processor joins what others split",
            &[],
            KINDS,
        ),
        (
            "the first byte can be followed by hand",
            &["python3"],
            FOLLOWED,
        ),
    ];
    let trial = |(name, programs, script): (&str, &[&str], &str)| {
        scripted(format!("shamir::{name}"), programs, script)
    };
    scripts.into_iter().map(trial).collect()
}

const MODES: &str = "umask 000
seq 100000 > large && head -c 32 large > small
for secret in large small; do
    decent shamir split -t 2 -n 3 $secret -o $secret.d -q > log
    test $(stat -c %a $secret.d) = 700
    test \"$(stat -c %a $secret.d/* | sort -u)\" = 600
    decent shamir join $secret.d/share-1 $secret.d/share-3 -o $secret.found
    test $(stat -c %a $secret.found) = 600
    cmp $secret $secret.found
done
decent shamir refresh large.d/* -o fresh -q > log
test \"$(stat -c %a fresh/* | sort -u)\" = 600";

const THERE: &str = "echo secret > secret
decent shamir split -t 2 -n 3 secret -o parts -q > log
fails decent shamir split -t 2 -n 3 secret -o parts 2> said
grep -q 'parts: is there already, and not empty' said
decent shamir split -t 2 -n 2 secret -o parts --force -q > log
test $(ls parts | wc -l) = 2
echo mine > parts/notes
fails decent shamir split -t 2 -n 3 secret -o parts --force 2> said
test $(cat parts/notes) = mine
mkdir empty && decent shamir split -t 2 -n 3 secret -o empty -q > log
echo old > found
fails decent shamir join empty/share-1 empty/share-2 -o found 2> said
test $(cat found) = old
decent shamir join empty/share-1 empty/share-2 -o found --force
test $(cat found) = secret
if ls -a | grep -q '^\\.decent'; then exit 1; fi";

/// Each line is a status, what must be said, and the shares.
const WRONG: &str = "seq 30000 > secret && seq 30001 > other
decent shamir split -t 3 -n 6 secret -o a -q > log
decent shamir split -t 3 -n 6 other -o b -q > log
decent shamir split -t 2 -n 6 secret -o c -q > log
cp a/share-1 copy
head -c 1000 a/share-2 > cut
cp a/share-3 damaged && printf XYZ | dd of=damaged bs=1 seek=5000 conv=notrunc status=none
cp a/share-4 lying && printf '\\007' | dd of=lying bs=1 seek=8 conv=notrunc status=none
: > empty
try() {
    wanted=$1 words=$2 status=0
    shift 2
    decent shamir join \"$@\" -o found > out 2> said || status=$?
    test $status = $wanted || { echo \"$*: $status\"; cat said; exit 1; }
    grep -q -e \"$words\" said || { echo \"$*: no $words in\"; cat said; exit 1; }
    test ! -e found && test ! -s out
}
try 2 'wanted 3 good shares, found 2' a/share-1 a/share-2
try 1 'b/share-3: wanted a share of set' a/share-1 a/share-2 b/share-3
try 1 'c/share-3: wanted a share of set' a/share-1 a/share-2 c/share-3
try 2 'copy: wanted share 1 once, found a copy of it' a/share-1 copy a/share-2
try 1 'cut: wanted [0-9]* bytes, as of the others' a/share-1 cut a/share-3
try 1 'damaged: its checksum does not fit' a/share-1 a/share-2 damaged
try 1 'lying: its checksum does not fit' a/share-1 a/share-2 lying
try 1 'empty: wanted a share, found something else' a/share-1 a/share-2 empty
try 2 'not-there: no such file' a/share-1 a/share-2 not-there
try 1 'secret: wanted a share' a/share-1 a/share-2 secret
# With enough others each of these is left out.
for bad in copy cut damaged lying; do
    decent shamir join a/share-1 a/share-2 $bad a/share-6 2> said | cmp - secret
    grep -q \"$bad: left out: \" said
done
decent shamir split -t 3 -n 4 --short secret -o s -q > log
test $(stat -c %s s/share-1) -lt $(($(stat -c %s secret) / 3 + 300))
printf XYZ | dd of=s/share-2 bs=1 seek=5000 conv=notrunc status=none
try 1 's/share-2: its piece is not the one that was dealt' s/share-1 s/share-2 s/share-3
decent shamir join s/share-* 2> said | cmp - secret
grep -q 's/share-2: left out: its piece' said";

/// Shares that are forged with a checksum that fits: those of a secret that differs in one byte,
/// under the id of the set.
const FORGED: &str = "seq 1 20000 > secret && seq 2 20001 > longer && head -c $(stat -c %s secret) longer > other
decent shamir split -t 3 -n 7 secret -o a -q > log
decent shamir split -t 3 -n 7 other -o b -q > log
forge() {
    (head -c 25 a/share-$1; tail -c +26 b/share-$1 | head -c -8) > body
    python3 - body forged-$1 <<'END'
import sys
data = open(sys.argv[1], 'rb').read()
table = []
for byte in range(256):
    for _ in range(8):
        byte = byte >> 1 ^ (0xc96c5795d7870f42 if byte & 1 else 0)
    table.append(byte)
crc = 2 ** 64 - 1
for byte in data:
    crc = crc >> 8 ^ table[(crc ^ byte) & 255]
open(sys.argv[2], 'wb').write(data + (crc ^ 2 ** 64 - 1).to_bytes(8, 'little'))
END
}
forge 2 && forge 5
decent shamir join a/share-1 forged-2 a/share-3 a/share-4 forged-5 a/share-6 a/share-7 2> said | cmp - secret
grep -q 'forged-2: left out: does not fit the other shares' said
grep -q 'forged-5: left out: does not fit the other shares' said
status=0
decent shamir join a/share-1 forged-2 a/share-3 -o found 2> said || status=$?
test $status = 1 && test ! -e found
grep -q 'at least one of them is forged' said
status=0
decent shamir verify a/share-1 forged-2 a/share-3 a/share-4 a/share-6 > said || status=$?
test $status = 1
grep -q '^forged-2: FAILED' said && grep -q '^a/share-3: OK' said";

const CONVERTED: &str = "printf '0123456789abcdef' > secret
for from in decent gfshare ssss vault slip39; do
    decent shamir split -t 2 -n 3 --format $from secret -o $from -q > log
    for to in decent gfshare ssss vault slip39; do
        decent shamir convert --format $from -t 2 --to $to $from/* -o $from-$to -q > log
        set -- $from-$to/*
        decent shamir join --format $to -t 2 $3 $1 | cmp - secret
    done
done
printf %032d 7 > scalar
for scheme in feldman pedersen; do
    decent shamir split -t 2 -n 3 --vss $scheme scalar -o $scheme -q > log
    decent shamir convert --to decent $scheme/share-* -o $scheme-own -q > log
    decent shamir join $scheme-own/share-1 $scheme-own/share-2 | cmp - scalar
    decent shamir verify --commit $scheme/commitments $scheme/share-* > log
    decent shamir reshare -t 3 -n 4 --commit $scheme/commitments $scheme/share-1 $scheme/share-3 -o $scheme-new -q > log
    decent shamir verify --commit $scheme-new/commitments $scheme-new/share-* > log
    decent shamir join $scheme-new/share-1 $scheme-new/share-4 $scheme-new/share-2 | cmp - scalar
    test \"$(sed -n 4p $scheme/commitments)\" = \"$(sed -n 4p $scheme-new/commitments)\"
    fails decent shamir verify --commit $scheme/commitments $scheme-new/share-1 > log
done
decent shamir split -t 2 -n 3 --short secret -o short -q > log
decent shamir refresh short/share-* -o short-new -q > log
decent shamir join short-new/share-2 short-new/share-3 | cmp - secret
fails decent shamir join short/share-2 short-new/share-3 2> said";

const PIPES: &str = "ulimit -v 300000
export MALLOC_ARENA_MAX=1
for format in decent gfshare; do
    head -c 100M /dev/zero | decent shamir split -t 3 -n 5 --format $format -o $format -q > log
    for i in 1 2 3; do ls $format | grep -c 1; done > log
done
test $(stat -c %s decent/share-1) = $((100 * 1024 * 1024 + 97))
test $(stat -c %s gfshare/secret.001) = $((100 * 1024 * 1024))
rm -r gfshare
seq 100 > secret
decent shamir split -t 2 -n 3 secret -o parts -q > log
cat parts/share-2 | decent shamir join parts/share-1 - | cmp - secret
status=0
cat decent/share-2 | decent shamir join decent/share-1 - > out 2> said || status=$?
test $status != 0 && grep -q 'at most 1048576 bytes from a pipe' said && test ! -s out";

const TERMINAL: &str = "echo secret > secret
decent shamir split -t 2 -n 3 secret -o parts -q > log
script -qec 'decent shamir join parts/share-1 parts/share-2' /dev/null > said || true
grep -q 'would go to the terminal' said
fails grep -q '^secret' said
script -qec 'decent shamir join parts/share-1 parts/share-2 -o -' /dev/null > said
grep -q '^secret' said";

/// Each shell line that is told prints the value told before it.
const FOLLOWED: &str = "followed() {
    value= lines=0
    while read -r line; do
        case $line in
            check:*)
                test \"$(sh -c \"${line#check: }\")\" = \"$value\" || { echo \"$line: not $value\"; exit 1; }
                lines=$((lines + 1)) ;;
            *' = '*) value=${line##* = } ;;
        esac
    done < told
    test $lines -ge $1
}
printf 'S3cret' > secret
decent shamir split -t 3 -n 4 secret -o parts --explain=secrets 2> told > log
grep -q 'f = 53 + ' told
followed 8
decent shamir join parts/share-1 parts/share-2 parts/share-4 --explain=secrets 2> told | cmp - secret
grep -q 'f(0) = 53' told
followed 5
decent shamir split -t 3 -n 4 secret -o others --explain=all 2> told > log
fails grep -q ' = 53' told
grep -q 'told with --explain=secrets' told
decent shamir join parts/share-1 parts/share-2 parts/share-4 --explain 2> told | cmp - secret
fails grep -q ' = 53' told";

/// A kind that this processor lacks is refused.
const KINDS: &str = "seq 100000 > secret
there=
for cpu in portable avx2 avx512; do
    if DECENT_CPU=$cpu decent shamir split -t 3 -n 5 secret -o $cpu -q > log 2> said; then
        there=\"$there $cpu\"
    else
        grep -q 'wanted a processor with' said
    fi
done
test -n \"$there\"
for split in $there; do
    for join in $there; do
        DECENT_CPU=$join decent shamir join $split/share-5 $split/share-1 $split/share-4 | cmp - secret
    done
done";
