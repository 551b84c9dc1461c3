//! Signatures beside the programs of others, both ways: all four take ours, and we take theirs.

use libtest_mimic::Trial;

use crate::house::script::scripted;

pub(crate) fn trials() -> Vec<Trial> {
    let trial = |name: &str, programs: &[&str], script: &str| {
        scripted(
            format!("sig::{name}"),
            programs,
            format!("{COMMON}\n{script}"),
        )
    };
    vec![
        trial("minisign both ways", &["minisign"], MINISIGN),
        trial("signify both ways", &["signify-openbsd"], SIGNIFY),
        trial(
            "one file for minisign and signify",
            &["minisign", "signify-openbsd"],
            BOTH,
        ),
        trial("ssh-keygen -Y both ways", &["ssh-keygen"], SSH),
        trial(
            "allowed signers as ssh-keygen has them",
            &["ssh-keygen"],
            ALLOWED,
        ),
        trial("openssl both ways, Ed25519", &["openssl"], OPENSSL_ED25519),
        trial("openssl both ways, ECDSA", &["openssl"], OPENSSL_ECDSA),
        trial("openssl's RSA and P-256", &["openssl"], OPENSSL_OTHERS),
        trial(
            "signed lists as signify -C has them",
            &["signify-openbsd"],
            LISTS,
        ),
        trial(
            "keys that are found go to their owner alone",
            &["stat"],
            FOUND,
        ),
        trial("what does not fit together is refused", &["seq"], REFUSED),
    ]
}

/// Data of some lengths, and what must fail.
const COMMON: &str = "umask 077
seq 100000 > data && : > empty && printf x > one
no() { local status=0; \"$@\" > no-out 2> no-err || status=$?; [ $status = 1 ] || { echo \"status $status: $*\"; cat no-out no-err; exit 1; }; }
public() { openssl pkey -in $1 -pubout; }";

const MINISIGN: &str = "minisign -G -W -p m.pub -s m.key > /dev/null
for f in data empty one; do
    decent sig sign --key m.key $f -o ours.minisig
    minisign -Vm $f -x ours.minisig -p m.pub
    decent sig sign --key m.key --legacy $f -o legacy.minisig
    minisign -Vm $f -x legacy.minisig -p m.pub
    minisign -Sm $f -x theirs.minisig -s m.key -t 'a comment' > /dev/null
    decent sig verify --key m.pub --sig theirs.minisig $f | grep 'OK (minisign by m.pub: a comment)'
    decent sig verify --key m.pub --sig theirs.minisig - < $f
    minisign -S -l -m $f -x theirs.legacy -s m.key > /dev/null
    decent sig verify --key m.pub --sig theirs.legacy --sig theirs.minisig --sig ours.minisig $f
done
no decent sig verify --key m.pub --sig theirs.minisig data
sed 's/a comment/A comment/' theirs.minisig > changed
no decent sig verify --key m.pub --sig changed one
minisign -G -W -p other.pub -s other.key > /dev/null
no decent sig verify --key other.pub --sig theirs.minisig one";

const SIGNIFY: &str = "signify-openbsd -G -n -p s.pub -s s.sec
for f in data empty one; do
    decent sig sign --key s.sec --format signify --comment 'verify with s.pub' $f -o ours.sig
    signify-openbsd -V -p s.pub -x ours.sig -m $f
    signify-openbsd -S -s s.sec -m $f -x theirs.sig
    decent sig verify --key s.pub --sig theirs.sig $f
    cmp ours.sig theirs.sig
    signify-openbsd -S -e -s s.sec -m $f -x theirs.emb
    decent sig verify --embedded --key s.pub theirs.emb -o out && cmp out $f
    decent sig sign --key s.sec --embedded --comment 'verify with s.pub' $f -o ours.emb
    signify-openbsd -V -e -p s.pub -x ours.emb -m out2 && cmp out2 $f
    cmp ours.emb theirs.emb
done
printf y >> theirs.emb && rm out && no decent sig verify --embedded --key s.pub theirs.emb -o out
[ ! -e out ]
no decent sig verify --key s.pub --sig theirs.sig data";

const BOTH: &str = "minisign -G -W -p m.pub -s m.key > /dev/null
decent sig sign --key m.key --legacy data -o data.sig
minisign -Vm data -x data.sig -p m.pub
signify-openbsd -V -p m.pub -x data.sig -m data
decent sig verify --key m.pub data";

const SSH: &str = "ssh-keygen -q -t ed25519 -N '' -C anna -f ed
ssh-keygen -q -t ecdsa -b 256 -N '' -C bert -f ec
ssh-keygen -q -t rsa -b 2048 -N '' -C carl -f rsa
for k in ed ec rsa; do echo \"$k@example.org $(cat $k.pub)\"; done > allowed
for f in data empty one; do
    decent sig sign --key ed --format sshsig --namespace file $f -o ours.sig
    ssh-keygen -Y verify -f allowed -I ed@example.org -n file -s ours.sig < $f
    decent sig sign --key ed --format sshsig --hash sha256 --namespace git $f -o ours.sig
    ssh-keygen -Y verify -f allowed -I ed@example.org -n git -s ours.sig < $f
    for k in ed ec rsa; do
        cp $f $k.data && rm -f $k.data.sig && ssh-keygen -Y sign -f $k -n file $k.data 2> /dev/null
        decent sig verify --key $k.pub --sig $k.data.sig $f
        decent sig verify --allowed allowed --identity $k@example.org --sig $k.data.sig $f
        decent sig verify --allowed allowed $k.data | grep \"OK (sshsig by $k@example.org)\"
        no decent sig verify --key $k.pub --sig $k.data.sig --namespace git $f
        no decent sig verify --allowed allowed --identity nobody --sig $k.data.sig $f
    done
done
decent sig verify --min 3 --allowed allowed --sig ed.data.sig --sig ec.data.sig --sig rsa.data.sig one
no decent sig verify --min 3 --allowed allowed --sig ed.data.sig --sig ec.data.sig --sig ed.data.sig one
ssh-keygen -Y sign -O hashalg=sha256 -f ed -n file < data > theirs.sig 2> /dev/null
decent sig verify --key ed.pub --sig theirs.sig data";

const ALLOWED: &str = "ssh-keygen -q -t ed25519 -N '' -C anna -f ed
ssh-keygen -Y sign -f ed -n file data 2> /dev/null
both() {
    echo \"anna,*@b.org $1 $(cat ed.pub)\" > allowed
    local theirs=0 ours=0
    ssh-keygen -Y verify -f allowed -I $2 -n file -s data.sig < data > said 2>&1 || theirs=1
    decent sig verify --allowed allowed --identity $2 --sig data.sig data > said2 2>&1 || ours=1
    [ $theirs = $3 ] && [ $ours = $3 ] || { echo \"$*: theirs $theirs, ours $ours\"; cat said said2; exit 1; }
}
both '' anna 0
both '' c@b.org 0
both '' c@c.org 1
both 'namespaces=\"git,f?le\"' anna 0
both 'namespaces=\"git\"' anna 1
both 'namespaces=\"!file,*\"' anna 1
both 'valid-after=\"20200101\"' anna 0
both 'valid-after=\"20990101Z\"' anna 1
both 'valid-before=\"20990101\"' anna 0
both 'valid-before=\"202001011200Z\"' anna 1
both 'valid-after=\"20200101\",valid-before=\"20990101\",namespaces=\"file\"' anna 0
both 'unknown=\"x\"' anna 1
echo \"anna cert-authority $(cat ed.pub)\" > allowed
decent sig verify --allowed allowed --sig data.sig data 2> said && exit 1 || [ $? = 2 ]
grep cert-authority said";

const OPENSSL_ED25519: &str = "openssl genpkey -algorithm ed25519 -out key && public key > key.pub
for f in data one; do
    decent sig sign --key key --format raw $f -o ours.sig
    openssl pkeyutl -verify -pubin -inkey key.pub -rawin -in $f -sigfile ours.sig
    openssl pkeyutl -sign -inkey key -rawin -in $f -out theirs.sig
    cmp ours.sig theirs.sig
    decent sig verify --key key.pub --sig theirs.sig $f
    xxd -p -c 64 theirs.sig > theirs.hex && decent sig verify --key key.pub --sig theirs.hex $f
done
no decent sig verify --key key.pub --sig theirs.sig data";

const OPENSSL_ECDSA: &str = "openssl ecparam -name secp256k1 -genkey -noout -out sec1
openssl pkcs8 -topk8 -nocrypt -in sec1 -out key && public key > key.pub
high=0
for hash in sha256 sha384 sha512; do
    for f in data empty one; do
        decent sig sign --key key --hash $hash $f -o ours.sig
        openssl dgst -$hash -verify key.pub -signature ours.sig $f
        decent sig show ours.sig > said && grep -q 's-on-secp256k1: low' said
        for i in 1 2 3 4; do
            openssl dgst -$hash -sign key -out theirs.sig $f
            decent sig verify --key key.pub --hash $hash --sig theirs.sig $f
            decent sig show theirs.sig > said
            if grep -q 's-on-secp256k1: high' said; then
                high=$((high + 1)) && no decent sig verify --low-s --key key.pub --hash $hash --sig theirs.sig $f
            fi
        done
    done
done
[ $high -gt 0 ]
decent sig sign --key key --hedge data -o one.sig && decent sig sign --key key --hedge data -o two.sig
fails cmp -s one.sig two.sig
openssl dgst -sha256 -verify key.pub -signature one.sig data
no decent sig verify --key key.pub --sig one.sig one";

const OPENSSL_OTHERS: &str =
    "openssl genpkey -algorithm rsa -pkeyopt rsa_keygen_bits:2048 -out rsa 2> /dev/null
openssl ecparam -name prime256v1 -genkey -noout -out p256
for k in rsa p256; do
    public $k > $k.pub
    for hash in sha256 sha512; do
        openssl dgst -$hash -sign $k -out theirs.sig data
        decent sig verify --key $k.pub --hash $hash --sig theirs.sig data
        no decent sig verify --key $k.pub --hash $hash --sig theirs.sig one
    done
    no decent sig verify --key $k.pub --hash sha384 --sig theirs.sig data
done";

const LISTS: &str = "signify-openbsd -G -n -p s.pub -s s.sec
sha256sum --tag data empty one > SHA256
signify-openbsd -S -e -s s.sec -m SHA256 -x SHA256.sig
decent manifest verify --key s.pub SHA256.sig | grep -c ': OK' | grep 4
decent sig sign --key s.sec --embedded SHA256 -o ours.sig
signify-openbsd -C -p s.pub -x ours.sig
decent sig sign --key s.sec SHA256 -o list.minisig
decent manifest verify --key s.pub --sig list.minisig SHA256
decent manifest verify --key s.pub --sig list.minisig - < SHA256
echo 'SHA256 (one) = 00' >> SHA256.sig && no decent manifest verify --key s.pub SHA256.sig
no decent manifest verify --key s.pub --sig list.minisig SHA256.sig
echo more >> data && no decent manifest verify --key s.pub --sig list.minisig SHA256";

const FOUND: &str = r#"r=d47ce4c025c35ec440bc81d99834a624875161a26bf56ef7fdc0f5d52f843ad1
line() { printf '{"type":"ecdsa","digest":"%s","signature":"%s%s"}\n' $1 $r $2; }
line c0e2d0a89a348de88fda08211c70d1d7e52ccef2eb9459911bf977d587784c6e 44e1ff2dfd8102cf7a47c21d5c9fd5701610d04953c6836596b4fe9dd2f53e3e > s
line 17b0f41c8c337ac1e18c98759e83a8cccbc368dd9d89e5f03cb633c265fd0ddc 9a5f1c75e461d7ceb1cf3cab9013eb2dc85b6d0da8c3c6e27e3a5a5b3faa5bab >> s
umask 022
decent key recover s -o found | grep -v c477f9
[ $(stat -c %a found) = 600 ] && grep -q c477f9f65c22cce20657faa5b2d1d8122336f851a508a1ed04e479c34985bf96 found
decent key recover s -o found && exit 1 || [ $? = 2 ]
decent key recover s -o found --force
decent key recover --explain s 2> told && fails grep c477f9 told
decent key recover --explain=secrets s 2> told && grep -q c477f9 told
head -n 1 s > half && no decent key recover half -o none && [ ! -e none ]
echo junk >> s && no decent key recover s"#;

const REFUSED: &str = "printf %064d 7 > ed
echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > ed.pub
two() { local status=0; \"$@\" > two-out 2> two-err || status=$?; [ $status = 2 ] || { echo \"status $status: $*\"; cat two-out two-err; exit 1; }; }
two decent sig sign --key ed --format der --legacy data
two decent sig sign --key ed --format signify --trusted-comment x data
two decent sig sign --key ed --format minisign --namespace git data
two decent sig sign --key ed --format minisign --hash sha256 data
two decent sig sign --key ed --hedge data
two decent sig sign --key ed.nothing data
decent sig sign --key ed data -o data.minisig
decent sig verify --key ed.pub data
two decent sig verify data
two decent sig verify --key ed.pub one
two decent sig verify --min 2 --key ed.pub --key ed.pub data
two decent sig verify --key ed.pub -o out data
two decent manifest verify --sig data.minisig data
for weak in 01 00 c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a; do
    printf %-64s $weak | tr ' ' 0 > weak.pub && two decent sig verify --key weak.pub data
done
echo junk > data.minisig && no decent sig verify --key ed.pub data
mkdir keys && cp ed.pub keys && cp ed keys/ed && decent sig sign --key ed data -o data.minisig
decent sig verify --key keys data
seq 3 | decent sig sign --key ed - > stream.minisig 2> log && seq 3 | decent sig verify --key ed.pub --sig stream.minisig
seq 3 | decent sig sign --key ed --format signify > stream.sig 2> log && seq 3 | decent sig verify --key ed.pub --sig stream.sig";
