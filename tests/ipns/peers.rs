//! Records and names beside the programs of others, both ways: the npm packages ipns and
//! @libp2p/crypto, and openssl.

use libtest_mimic::Trial;

use crate::house::peers::there;
use crate::house::run::root;
use crate::house::script::{scripted, scripted_but};

/// A key of each type that signs here, as @libp2p/crypto makes them, and in PEM as we do.
const SIGN: &str = "umask 077
for type in Ed25519 secp256k1; do
    second new $type theirs
    decent key convert --to pem theirs -o ours.$type
    decent key convert --to libp2p ours.$type | cmp - theirs
    decent key convert --to libp2p --public ours.$type | cmp - theirs.pub
    decent ipns name --json ours.$type > name
    test \"$(jq -r '.cid + \" \" + .peer_id' name)\" = \"$(second name theirs.pub)\"
    for v1 in v1 v2; do
        compat= && test $v1 = v2 || compat=--v1-compat
        while read -r value sequence end ttl; do
            second sign theirs $value $sequence $end $ttl $v1 wanted
            decent ipns sign -q --key ours.$type --value $value --seq $sequence --validity $end --ttl ${ttl}ns $compat -o found > log
            cmp found wanted
            decent ipns verify --at 2026-01-01 $(jq -r .name name) wanted
            test $(second verify theirs.pub found) = $(decent ipns show found | sed -n 's/^value: //p')
        done < cases
    done
    mv theirs $type && mv theirs.pub $type.pub
done
second sign Ed25519 bafkqablimvwgy3y 1 2133-05-18T03:33:20.000000000Z 1 v1 rec
decent ipns renew -q --key ours.Ed25519 --validity 2134-01-01T00:00:00Z rec -o rec2 > log
second verify Ed25519.pub rec2
fails second verify secp256k1.pub rec2
fails decent ipns verify $(decent ipns name --no-names secp256k1.pub) rec2";

/// Values as paths, CIDs and names; sequences up to 64 bits, ends with and without fractions.
const CASES: &str = "cat > cases <<'END'
/ipfs/bafkqaddwgevxmmraojswg33smq 0 2133-05-18T03:33:20.000000000Z 300000000000
/ipfs/bafkqaddwgevxmmraojswg33smq/a/b%20c 1 2133-05-18T03:33:20.123456789Z 0
bafkqablimvwgy3y 23 2133-05-18T03:33:20.500000000Z 1
QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn 24 2133-05-18T03:33:20.000000001Z 23
/ipns/k51qzi5uqu5dmjjgoe7s21dncepi970722cn30qlhm9qridas1c9ktkjb6ejux 255 2133-05-18T03:33:20.000000000Z 24
/ipns/k2k4r8kpauqq30hoj9oktej5btbgz1jeos16d3te36xd78trvak0jcor/x 256 2133-05-18T03:33:20.000000000Z 9007199254740993
/ipns/docs.ipfs.tech/x 18446744073709551615 9999-12-31T23:59:59.999999999Z 18446744073709551615
END";

/// What only others sign: RSA, with the key in the record.
const VERIFY: &str = "umask 077
second new RSA rsa
second sign rsa bafkqablimvwgy3y 5 2133-05-18T03:33:20.000000000Z 1000 v1 rec
name=$(decent ipns name --no-names rsa.pub)
test \"$(decent ipns name --json rsa.pub | jq -r '.cid + \" \" + .peer_id')\" = \"$(second name rsa.pub)\"
decent ipns verify $name rec | grep 'OK (/ipfs/bafkqablimvwgy3y, sequence 5'
decent ipns show rec | grep -x \"name: $name\"
fails decent ipns verify k2k4r8kpauqq30hoj9oktej5btbgz1jeos16d3te36xd78trvak0jcor rec
fails decent ipns sign --key rsa --value bafkqablimvwgy3y -o out
# Its ECDSA keys are not in the DER that the specification of libp2p wants, so they are refused.
second new ECDSA ec
fails decent ipns name ec.pub";

/// The newest, also where only the end of validity decides.
const SELECT: &str = "umask 077
second new Ed25519 key
second sign key bafkqablimvwgy3y 3 2133-05-18T03:33:20.000000000Z 1 v2 a
second sign key bafkqablimvwgy3y 3 2133-05-18T03:33:21.000000000Z 1 v1 b
second sign key bafkqablimvwgy3y 2 2139-05-18T03:33:21.000000000Z 1 v2 c
second sign key bafkqablimvwgy3y 4 2033-05-18T03:33:21.000000000Z 1 v2 d
for set in 'a b c' 'b a' 'c a' 'a b c d' 'd b'; do
    test $(second select $set) = $(decent ipns select --json $set | jq -r .path)
done";

/// The lines of openssl that --explain shows, for every type of key, and a changed record.
const OPENSSL: &str = "umask 077
openssl genpkey -algorithm ed25519 -out ed25519.pem
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:secp256k1 -pkeyopt ec_param_enc:named_curve -out secp256k1.pem
for key in *.pem; do
    name=$(decent ipns name --no-names $key)
    decent ipns sign -q --key $key --value bafkqablimvwgy3y --validity 2133-05-18T03:33:20Z -o rec > log
    decent ipns verify --explain $name rec 2> told
    sed -n 's/^ *check: \\(d=.*openssl.*\\)/\\1/p' told > line
    test $(wc -l < line) = 1
    sh line | grep Verified
    end=$(wc -c < rec) && printf X | dd of=rec bs=1 seek=$((end - 20)) conv=notrunc status=none
    sh line > said 2>&1 || true
    grep -v Verified said | grep -qi fail
done
# ECDSA over P-256, which only others sign: with the key in the record, and beside it.
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out p256
openssl pkey -in p256 -pubout -out p256.pub
name=$(decent ipns name --no-names p256.pub)
decent ipns sign -q --key ed25519.pem --value bafkqablimvwgy3y --validity 2133-05-18T03:33:20Z -o rec > log
decent ipns show rec | sed -n 's/^data: //p' | xxd -r -p > map
(printf ipns-signature:; cat map) | openssl dgst -sha256 -sign p256 > signature
decent key convert --to libp2p p256.pub | base64 -d > key
field() { printf \"\\\\$(printf %03o $1)\\\\$(printf %03o $(wc -c < $2))\"; cat $2; }
(field 58 key; field 66 signature; field 74 map) > whole
(field 66 signature; field 74 map) > bare
decent ipns verify --explain $name whole 2> told
sed -n 's/^ *check: \\(d=.*openssl.*\\)/\\1/p' told > line
sh line | grep Verified
fails decent ipns verify $name bare
decent ipns verify --key p256.pub $name bare
fails decent ipns verify --key ed25519.pem $name bare";

pub(crate) fn trials() -> Vec<Trial> {
    let modules = root().join("target/peers/npm/node_modules");
    let packages = ["ipns", "@libp2p/crypto"].into_iter();
    let missing: Vec<_> = packages
        .filter(|name| !modules.join(name).is_dir())
        .chain(["node", "jq"].into_iter().filter(|program| !there(program)))
        .collect();
    let second = format!(
        "second() {{ PEERS={} node {} \"$@\"; }}",
        modules.display(),
        root().join("tests/ipns/records.mjs").display()
    );
    let mut trials: Vec<_> = [
        ("npm ipns gives the same bytes", format!("{CASES}\n{SIGN}")),
        ("npm ipns signs what verifies here", VERIFY.to_owned()),
        ("npm ipns selects the same", SELECT.to_owned()),
    ]
    .into_iter()
    .map(|(what, script)| {
        let script = format!("{second}\n{script}");
        scripted_but(format!("ipns::{what}"), &missing, script)
    })
    .collect();
    let what = "ipns::openssl verifies what --explain says";
    trials.push(scripted(what, &["openssl", "xxd"], OPENSSL));
    trials
}
