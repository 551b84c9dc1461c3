//! Groups beside noble-curves, which comes with drand-client, and beside openssl for the keys that they
//! are split from.

use libtest_mimic::Trial;

use crate::house::run::root;
use crate::house::script::scripted;

/// On both curves: the signature is the one that the whole key makes there; theirs passes here, and
/// that of another key does not.
fn noble() -> String {
    let program = root().join("tests/threshold/bls.js");
    format!(
        r"umask 077
printf %064d 7 > key && seq 1000 > data
for curve in bls12-381-g1 bls12-381-g2; do
    decent threshold new -q -t 3 -n 5 --curve $curve --from key -o $curve > log
    for i in 5 1 4; do decent threshold sign --share $curve/share-$i data; done > parts
    decent threshold join -q --group $curve/group --message data parts > sig
    drand-client {} $curve key data sig > theirs
    head -n 1 theirs > other && tail -n 1 theirs > same
    decent threshold verify --group $curve/group --sig same data
    fails decent threshold verify --group $curve/group --sig other data
    xxd -r -p same > bytes && decent threshold verify --group $curve/group --sig bytes data
    decent threshold refresh -q --group $curve/group $curve/share-* -o fresh > log
    decent threshold reshare -q -t 2 -n 3 --group fresh/group fresh/share-2 fresh/share-4 fresh/share-5 -o moved > log
    for i in 3 1; do decent threshold sign --share moved/share-$i data; done > parts
    decent threshold join -q --group moved/group --message data parts | cmp - sig
    rm -r fresh moved
done",
        program.display()
    )
}

/// The public key of a split key is the one that openssl finds.
const OPENSSL: &str = r"umask 077
openssl genpkey -algorithm ed25519 -out ed && openssl ecparam -name secp256k1 -genkey -noout -out ec
openssl pkey -in ed -pubout -outform DER | tail -c 32 | xxd -p -c 64 > ed.pub
openssl ec -in ec -pubout -conv_form compressed -outform DER 2> log | tail -c 33 | xxd -p -c 66 > ec.pub
decent threshold new --no-names -t 2 -n 3 --from ed -o group-ed 2> said | cmp - ed.pub
grep -q 'never its seed' said
decent threshold new --no-names -t 2 -n 3 --from ec -o group-ec | cmp - ec.pub
for curve in ed ec; do
    decent threshold refresh --no-names --group group-$curve/group group-$curve/share-[23] -o fresh | cmp - $curve.pub
    decent threshold reshare --no-names -t 3 -n 4 --group fresh/group fresh/share-[12] -o moved | cmp - $curve.pub
    fails decent threshold refresh --group moved/group moved/share-[12] -o none 2> log
    fails decent threshold refresh --group moved/group fresh/share-* -o none 2> log
    grep -q group-mixed log
    rm -r fresh moved
done";

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        scripted(
            "threshold::noble makes and takes the same signatures",
            &["drand-client", "xxd"],
            noble(),
        ),
        scripted(
            "threshold::openssl knows the public keys of split keys",
            &["openssl", "xxd"],
            OPENSSL,
        ),
    ]
}
