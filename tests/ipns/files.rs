//! Records, states and folders of records as files: each kind of wrong input with its message and its
//! status.

use libtest_mimic::Trial;

use crate::house::script::scripted;

/// Keys of a known number, their names, and helpers that want a status and words.
const COMMON: &str = r#"umask 077
for n in 1 2 3; do printf %064d $n > key$n; decent ipns name --no-names key$n > name$n; done
n1=$(cat name1); n2=$(cat name2); n3=$(cat name3); end=2133-05-18T03:33:20Z; id=bafkqablimvwgy3y
sign() { decent ipns sign -q --no-names --key "$@" > log; }
says() { local wanted=$1 words=$2 status=0; shift 2; "$@" > said 2>&1 || status=$?
    [ $status = $wanted ] && grep -qF -- "$words" said || { echo "status $status, wanted $wanted and '$words': $*"; cat said; exit 1; }; }
verify() { local status=$1 words=$2; shift 2; says $status "$words" decent ipns verify --at 2026-01-01 "$@"; }
hex() { xxd -p "$1" | tr -d '\n'; }
sign key1 --value $id --validity $end -o rec
sign key1 --value $id --validity $end --v1-compat -o both"#;

/// What a record can be wrong in: judged, so 1; the name is what is asked by, so 2.
const WRONG: &str = r"verify 0 'OK (/ipfs/bafkqablimvwgy3y, sequence 0' $n1 rec
verify 0 OK /ipns/$n1 both
verify 1 'by another key' $n2 rec
verify 2 'wanted a name' no-name rec
verify 2 'wanted a CID of libp2p-key, found a CID of raw' $id rec
verify 2 'no such file' $n1 not-there
says 1 'expired: it was valid until 2133' decent ipns verify --at 2133-05-18T03:33:20Z $n1 rec
says 0 OK decent ipns verify --at 2133-05-18T03:33:19Z $n1 rec
: > empty && verify 1 'wanted signatureV2 and data' $n1 empty
head -c 10241 /dev/zero > large && verify 1 'at most 10240 bytes' $n1 large
head -c 100 rec > cut && verify 1 'all bytes of a field' $n1 cut
cat rec rec > twice && verify 1 'fields in order, each once' $n1 twice
# The copy of version 1 that says another value, sequence, end, life.
hex both | sed s/28003080/28013080/ | xxd -r -p > changed
verify 1 'version 1 says another sequence' $n1 changed
LC_ALL=C sed '0,/bafkqablimvwgy3y/s//bafkqablimvwgy3z/' both > changed
verify 1 'version 1 says another value' $n1 changed
LC_ALL=C sed '0,/2133/s//2134/' both > changed
verify 1 'version 1 says another validity' $n1 changed
LC_ALL=C sed 's/2133/2134/' rec > changed
verify 1 'by another key' $n1 changed
# A signature of the wrong length for the key, a key that is not the name's, a field more.
(printf '\102\003abc'; tail -c +67 rec) > short && verify 1 'its signature is none of ed25519' $n1 short
(printf '\072\044\010\001\022\040'; openssl pkey -pubout -outform DER -in <(decent key convert --to pem key2) | tail -c 32; cat rec) > other
verify 1 'public key is not the one of the name' $n1 other
verify 1 'by another key' $n2 other
(printf '\072\002\010\001'; cat rec) > odd && verify 1 'its public key' $n1 odd
(cat rec; printf '\122\001x') > more && verify 0 OK $n1 more
decent ipns show more | grep -x 'unsigned-bytes: 3'
# Hints and pages.
says 2 'a time' decent ipns sign --key key1 --value $id --validity tomorrow -o out
says 2 'only lead down' decent ipns sign --key key1 --value /ipfs/$id/../x -o out
says 2 'a path' decent ipns sign --key key1 --value /file/x -o out
says 2 'letter of a base' decent ipns sign --key key1 --value x -o out
says 2 'before the year 10000' decent ipns sign --key key1 --value $id --lifetime 500w --at 9999-01-01 -o out
decent key new -q --type x25519 -o x > log
says 2 'key of ed25519' decent ipns sign --key x --value $id -o out
says 2 'key of ed25519' decent ipns name x
test ! -e out";

/// The number after, an end that is not earlier, and by the same key.
const PREV: &str = r"sign key1 --value /ipfs/$id/2 --prev rec --validity $end -o two
verify 0 'sequence 1,' $n1 two
says 2 'an end not before 2133' decent ipns sign --key key1 --value $id --prev rec --validity 2133-05-18T03:33:19Z -o out
says 1 'a record of this key' decent ipns sign --key key2 --value $id --prev rec --validity $end -o out
LC_ALL=C sed 's/2133/2134/' rec > changed
says 1 'a record of this key' decent ipns sign --key key1 --value $id --prev changed --validity $end -o out
sign key1 --value $id --seq 18446744073709551615 --validity $end -o last
says 2 'can still grow' decent ipns sign --key key1 --value $id --prev last --validity $end -o out
says 2 'cannot be used with' decent ipns sign --key key1 --value $id --prev rec --seq 3 -o out
test ! -e out
# One that has expired may still be followed, and renewed; both versions stay both.
sign key1 --value $id --seq 6 --at 2000-01-01 --ttl 1h -o old
decent ipns renew -q --key key1 --at 2026-01-01 old -o old > log
verify 0 'sequence 7, until 2026-01-03T00:00:00.000000000Z' $n1 old
decent ipns show old | grep -x 'ttl-nanoseconds: 3600000000000'
decent ipns renew -q --key key1 --validity $end both -o new > log
decent ipns show new | grep -x 'signatures: v1 and v2'
says 1 'a record of this key' decent ipns renew --key key2 --validity $end both -o out
says 2 'an end not before' decent ipns renew --key key1 --validity 2026-01-01T00:00:00Z both -o out
# Time zones are compared as times, and signed as they are written.
sign key1 --value $id --prev rec --validity 2133-05-18T05:33:20.000000001+02:00 -o zone
decent ipns show zone | grep -x 'validity: 2133-05-18T05:33:20.000000001+02:00'
verify 0 OK $n1 zone";

/// Who goes back, who says two things, and files that are torn or damaged.
const STATE: &str = r#"for n in 1 2 3; do sign key1 --value /ipfs/$id/$n --seq $n --validity $end -o r$n; done
sign key1 --value /ipfs/$id/else --seq 2 --validity $end -o r2b
sign key1 --value /ipfs/$id/2 --seq 2 --validity 2134-01-01T00:00:00Z -o r2c
sign key2 --value /ipfs/$id/1 --seq 1 --validity $end -o other
verify 0 OK --state seen $n1 r2
test "$(stat -c %a seen)" = 600
verify 0 OK --state seen $n1 r2
test $(wc -l < seen) = 2
verify 1 'rollback: sequence 1, after 2 was seen (/ipfs/bafkqablimvwgy3y/2)' --state seen $n1 r1
verify 1 'equivocation: sequence 2 is /ipfs/bafkqablimvwgy3y/else, and /ipfs/bafkqablimvwgy3y/2 was seen' --state seen $n1 r2b
# The same value for longer is neither.
verify 0 OK --state seen $n1 r2c
# Names are kept apart, and what does not hold is not noted.
verify 0 OK --state seen $n2 other
verify 1 'by another key' --state seen $n2 r3
verify 0 OK --state seen $n1 r3
test $(wc -l < seen) = 5
verify 1 'equivocation: sequence 2' --state seen $n1 r2b
# A line that was cut off is dropped; whatever else can't be read is no memory.
head -c -5 seen > torn && cp torn again
says 0 'was cut off, and is dropped' decent ipns verify --at 2026-01-01 --state again $n1 r3
cmp seen again
sed 's/"sequence":"2"/"sequence":"x"/' seen > bad && verify 2 'line 2: wanted name' --state bad $n1 r3
sed '1d' seen > bad && verify 2 'line 1: wanted' --state bad $n1 r3
sed '1s/:1/:2/' seen > bad && verify 2 'wanted version 1, found 2' --state bad $n1 r3
head -c 70000 /dev/zero | tr '\0' x >> seen && verify 2 'a line without an end' --state seen $n1 r3
mkdir folder && verify 2 'is a directory' --state folder $n1 r3
# A file of one line without an end is somebody else's, and is left as it is; a heading that was cut off is not.
for text in '' '{"format' $(printf %064d 7) '{"format":"else"}'; do
    printf %s "$text" > one && cp one kept
    case $text in
        ''|'{"format') verify 0 OK --state one $n1 r3 && test $(wc -l < one) = 2;;
        *) verify 2 'one line without an end' --state one $n1 r3 && cmp one kept;;
    esac
done
# What was seen after its end was seen: what is older does not come back by living longer.
sign key1 --value /ipfs/$id/5 --seq 5 --at 2000-01-01 -o r5
verify 1 'expired: it was valid until 2000' --state ended $n1 r5
verify 1 'by another key' --state ended $n2 r5
test $(wc -l < ended) = 2
verify 1 'rollback: sequence 3, after 5 was seen' --state ended $n1 r3
# Many at once: each line is whole.
for n in $(seq 20); do decent ipns verify -q --at 2026-01-01 --state many $n1 r2 > log$n & done; wait
test $(wc -l < many) = 2"#;

/// Names behind names, what stands behind them, circles, depth, and what no folder answers.
const RESOLVE: &str = r#"mkdir d && resolve() { local status=$1 words=$2; shift 2; says $status "$words" decent ipns resolve --records d --at 2026-01-01 "$@"; }
sign key1 --value /ipns/$n2/b --validity $end -o d/a
sign key2 --value /ipns/$(decent ipns name --json key3 | sed 's/.*peer_id":"\([^"]*\).*/\1/')/c/ --validity $end -o d/b
sign key3 --value $id --validity $end -o d/c
resolve 0 "/ipfs/$id/c/b/a/x  /ipns/$n1/a/x" /ipns/$n1/a/x
resolve 0 "/ipfs/$id  " $n3
resolve 0 "/ipfs/$id/x" /ipfs/$id/x
decent ipns resolve --json --records d --at 2026-01-01 $n1 | grep -F "\"names\":[\"$n1\",\"$n2\",\"$n3\"]"
# The newest that holds, whatever files are called, unless they say a name.
sign key3 --value /ipfs/$id/newer --seq 1 --validity $end -o d/$n3.ipns-record
sign key3 --value /ipfs/$id/newest --seq 2 --validity $end -o d/${n2}_x
sign key3 --value /ipfs/$id/expired --seq 3 --validity 2000-01-01T00:00:00Z -o d/e
seq 99999 > d/no-record && : > d/empty && mkdir d/folder
LC_ALL=C sed 's/newest/newess/' d/${n2}_x > d/forged
resolve 0 "/ipfs/$id/newer  " $n3
mv d/${n2}_x d/x && resolve 0 "/ipfs/$id/newest  " $n3
says 1 'wanted a record' decent ipns resolve --records d --at 2200-01-01 $n3
resolve 2 'no record of' k51qzi5uqu5dmjjgoe7s21dncepi970722cn30qlhm9qridas1c9ktkjb6ejux
resolve 2 'DNS is not asked' docs.ipfs.tech
resolve 2 'a name' no-name
resolve 2 'only lead down' /ipns/$n1/../x
says 2 'no such file' decent ipns resolve --records none $n1
sign key3 --value /ipns/$n1/again --seq 9 --validity $end -o d/circle
resolve 1 "a circle: $n1 again" $n1
sign key3 --value /ipns/docs.ipfs.tech --seq 10 --validity $end -o d/dns
resolve 2 'found docs.ipfs.tech' $n1
rm d/* -r
# 32 names are followed, 33 are not.
for n in $(seq 1 33); do printf %064d $n > k; decent ipns name --no-names k; done > names && echo $id >> names
n=0; while read -r name; do
    n=$((n + 1)); [ $n = 1 ] || { printf %064d $((n - 1)) > k; path=/ipns/$name; [ $n != 34 ] || path=$id; sign k --value $path --validity $end -o d/$n; }
done < names
resolve 0 "/ipfs/$id  " $(sed -n 2p names)
resolve 1 'at most 32 names' $(sed -n 1p names)"#;

/// The newest, of those that hold.
const SELECT: &str = r#"sign key1 --value $id --seq 5 --validity $end -o five
sign key2 --value $id --seq 9 --validity $end -o other
sign key1 --value $id --seq 7 --validity 2000-01-01T00:00:00Z -o expired
says 0 "9  2133-05-18T03:33:20Z  other" decent ipns select rec five other expired
says 0 "5  2133-05-18T03:33:20Z  five" decent ipns select --name $n1 --at 2026-01-01 rec five other expired -o best
grep -c 'left out' said | grep -x 2
cmp best five
says 1 'FAILED (expired' decent ipns select --name $n1 --at 2026-01-01 other expired
seq 3 > odd && says 1 'record' decent ipns select rec odd
says 0 five decent ipns select --name $n1 --at 2026-01-01 five odd
# One number and one end: the greater bytes.
says 0 '  rec' decent ipns select rec both
says 0 '  rec' decent ipns select both rec"#;

/// Other keys of the map are kept, shown, and signed again.
const OTHERS: &str = r#"decent ipns show rec | sed -n 's/^data: //p' > data
# A key more, {"_x": [1, {"y": null}]} at the head of the map.
sed 's/^a5/a6625f788201a16179f6/' data | xxd -r -p > map
(printf ipns-signature:; cat map) > signed
decent sig sign -q --key key1 --format raw signed -o sig > log
(printf '\102\100'; cat sig; printf '\112'; printf "\\$(printf %03o $(wc -c < map))"; cat map) > rec2
verify 0 OK $n1 rec2
decent ipns show rec2 | grep -x 'other-keys: _x'
decent ipns renew -q --key key1 --validity 2140-01-01T00:00:00Z rec2 -o rec3 > log
decent ipns show rec3 | grep -x 'other-keys: _x'
decent ipns show rec3 | grep '^data: a6625f788201a16179f6'
verify 0 'sequence 1' $n1 rec3"#;

pub(crate) fn trials() -> Vec<Trial> {
    [
        ("wrong records are refused, each with its reason", WRONG),
        ("a record follows the one before", PREV),
        ("who goes back or says two things is found", STATE),
        ("names are followed over a folder", RESOLVE),
        ("the newest of those that hold", SELECT),
        ("other keys of a record are kept", OTHERS),
    ]
    .into_iter()
    .map(|(what, script)| {
        let script = format!("{COMMON}\n{script}");
        scripted(format!("ipns::{what}"), &["xxd", "openssl"], script)
    })
    .collect()
}
