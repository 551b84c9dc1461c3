//! Keys and sealed files beside the programs whose forms they are, both ways.

use libtest_mimic::Trial;

use crate::house::script::scripted;

/// PKCS#8, SPKI and SEC 1, plain and encrypted; and what two keys agree on.
const OPENSSL: &str = r#"
umask 077
echo 'pass word' > word
same() { cmp "$1" "$2"; }
for type in ed25519 x25519 EC; do
    curve=; ours=$type
    if test $type = EC; then curve='-pkeyopt ec_paramgen_curve:secp256k1' ours=secp256k1; fi
    openssl genpkey -algorithm $type $curve -out theirs
    openssl pkey -in theirs -pubout -out theirs.pub
    decent key convert --to pem --public theirs > a && same a theirs.pub
    decent key convert --to pem theirs.pub > a && same a theirs.pub
    decent key convert --to pem theirs > a && same a theirs
    for how in -scrypt '-v2 aes-256-cbc' '-v2 aes-128-cbc -v2prf hmacWithSHA512' \
        '-v2 aes-192-cbc -v2prf hmacWithSHA1 -iter 1000'; do
        openssl pkcs8 -topk8 $how -passout file:word -in theirs -out locked
        decent key convert --to pem --no-passphrase --passphrase-file word locked > a
        same a theirs
        fails sh -c 'echo other | decent key show --passphrase-file - locked' 2> log
        grep -q 'why wrong-passphrase' log
    done
    decent key new -q --type $ours -o ours --force > log
    openssl pkey -in ours -pubout | cmp - ours.pub
    openssl pkey -in ours | cmp - ours
    decent key new -q --type $ours --passphrase-file word -o ours --force > log
    openssl pkey -in ours -passin file:word -pubout | cmp - ours.pub
    fails openssl pkey -in ours -passin pass:other 2> log
    decent key convert --to pem --passphrase-file word --no-passphrase ours > a
    decent key convert --to hex --public a > b && decent key convert --to hex ours.pub --public-hex > c
    same b c
done
openssl ecparam -name secp256k1 -genkey -out sec1
openssl ec -in sec1 -pubout -out theirs.pub 2> log
decent key convert --to pem --public sec1 > a && same a theirs.pub
openssl genrsa -out rsa 2048 2> log && openssl rsa -in rsa -pubout -out rsa.pub 2> log
decent key convert --to pem rsa.pub > a && same a rsa.pub
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out p256
openssl pkey -in p256 -pubout -out p256.pub
decent key convert --to pem p256.pub > a && same a p256.pub"#;

const AGREE: &str = "
umask 077
for type in x25519 secp256k1; do
    decent key new -q --type $type -o ours --force > log
    curve='-algorithm x25519'
    if test $type = secp256k1; then curve='-algorithm EC -pkeyopt ec_paramgen_curve:secp256k1'; fi
    openssl genpkey $curve -out theirs
    openssl pkey -in theirs -pubout -out theirs.pub
    openssl pkeyutl -derive -inkey theirs -peerkey ours.pub | xxd -p -c 64 > a
    decent key agree --raw ours theirs.pub > b && cmp a b
    decent key agree --raw theirs ours.pub > b && cmp a b
    openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexkey:$(cat a) -kdfopt 'info:two words' -binary HKDF |
        xxd -p -c 64 > c
    decent key agree --info 'two words' ours theirs.pub > b && cmp b c
done";

/// An address's two hashes.
const ADDRESS: &str = r#"
umask 077
decent key new -q --type secp256k1 -o key > log
hash=$(decent key show key | sed -n 's/^public-key: //p' | xxd -r -p | openssl dgst -sha256 -binary | openssl dgst -rmd160 | sed 's/.*= //')
decent key show --address --explain key > said 2>&1 && grep -q "hash = $hash" said"#;

const MINISIGN: &str = r#"
umask 077
echo hello > file
echo 'pass word' > word
decent key new -q --to minisign -o ours > log
minisign -S -s ours -m file > log
minisign -V -q -p ours.pub -m file
decent key new -q --to minisign --passphrase-file word -o locked > log
minisign -S -s locked -m file < word > log
minisign -V -q -p locked.pub -m file
minisign -G -W -p plain.pub -s plain > log
decent key convert --to pem plain > pem
decent key convert --to minisign pem --no-passphrase > back
decent key show plain.pub | grep public-key > a
decent key show pem | grep public-key > b && cmp a b
decent key convert --to minisign plain -o again
minisign -S -s again -m file > log && minisign -V -q -p plain.pub -m file
cat word word | minisign -G -p theirs.pub -s theirs > log
decent key convert --to minisign --passphrase-file word --no-passphrase theirs -o opened
minisign -S -s opened -m file > log && minisign -V -q -p theirs.pub -m file
number=$(sed -n 's/.*minisign public key //p' theirs.pub)
decent key show theirs.pub > said && grep -q "number: $number" said
decent key convert --to minisign --public opened > a && cmp a theirs.pub"#;

const SIGNIFY: &str = "
umask 077
echo hello > file
echo 'pass word' > word
decent key new -q --to signify -o ours.sec > log && mv ours.sec.pub ours.pub
signify-openbsd -S -s ours.sec -m file -x sig
signify-openbsd -V -q -p ours.pub -m file -x sig
decent key new -q --to signify --passphrase-file word -o locked.sec > log && mv locked.sec.pub locked.pub
signify-openbsd -S -s locked.sec -m file -x sig < word
signify-openbsd -V -q -p locked.pub -m file -x sig
signify-openbsd -G -n -c mine -p plain.pub -s plain.sec
decent key convert --to signify --public plain.sec | tail -n 1 > a && tail -n 1 plain.pub | cmp - a
cat word word | signify-openbsd -G -c mine -p theirs.pub -s theirs.sec
decent key convert --to signify --passphrase-file word --no-passphrase theirs.sec -o opened.sec
signify-openbsd -S -s opened.sec -m file -x sig
signify-openbsd -V -q -p theirs.pub -m file -x sig";

const OPENSSH: &str = "
umask 077
echo 'pass word' > word
ssh-keygen -q -t ed25519 -N '' -C 'me at home' -f theirs
decent key convert --to openssh --public theirs > a && cmp a theirs.pub
decent key convert --to openssh theirs.pub > a && cmp a theirs.pub
decent key show theirs | sed -n 's/^fingerprint: //p' > a
ssh-keygen -lf theirs.pub | cut -d' ' -f2 > b && cmp a b
for cipher in aes256-ctr aes256-cbc; do
    rm -f locked locked.pub
    ssh-keygen -q -t ed25519 -N 'pass word' -Z $cipher -a 4 -C x -f locked
    decent key convert --to openssh --public --passphrase-file word locked > a && cmp a locked.pub
done
decent key new -q --to openssh --comment 'me at home' -o ours > log
ssh-keygen -y -f ours > a && cmp a ours.pub
decent key new -q --to openssh --comment x --passphrase-file word -o hidden > log
ssh-keygen -y -P 'pass word' -f hidden > a && cmp a hidden.pub
fails ssh-keygen -y -P 'other' -f hidden 2> log
for type in rsa ecdsa; do
    ssh-keygen -q -t $type -N '' -f $type
    ssh-keygen -e -m pkcs8 -f $type.pub > a
    decent key convert --to pem $type.pub > b && cmp a b
    decent key convert --to openssh $type.pub > a && cmp a $type.pub
done";

/// Sealed there and opened here, and the other way round; the edges of chunks; armour; many readers.
const AGE: &str = r"
umask 077
age-keygen -o theirs 2> log
recipient=$(age-keygen -y theirs)
decent key new -q --type x25519 --to age -o ours > log
decent key new -q --type x25519 -o pem > log
ssh-keygen -q -t ed25519 -N '' -f id
seq 100000 > numbers
for size in 0 1 65535 65536 65537 131072 300000; do
    head -c $size numbers > data
    decent key seal --to $recipient data | age -d -i theirs | cmp - data
    age -r $recipient data | decent key open --key theirs | cmp - data
    decent key seal -a --to $recipient data | age -d -i theirs | cmp - data
    age -a -r $recipient data | decent key open --key theirs | cmp - data
    age -R ours.pub data | decent key open --key ours | cmp - data
    decent key seal --to id.pub data | age -d -i id | cmp - data
    age -R id.pub data | decent key open --key id | cmp - data
done
decent key seal --to ours.pub --to $recipient --to id.pub --to pem.pub data > sealed
for key in theirs ours id; do age -d -i $key sealed | cmp - data; done
for key in theirs ours id pem; do decent key open --key $key sealed | cmp - data; done
age -r $recipient -R ours.pub -R id.pub data > sealed
for key in theirs ours id; do decent key open --key $key sealed | cmp - data; done
cat ours.pub > list && echo '# a comment' >> list && echo $recipient >> list
decent key seal --to list data | age -d -i theirs | cmp - data
decent key convert --to age --public pem > letters
age -r $(cat letters) data | decent key open --key pem | cmp - data
decent key convert --to age pem -o identity
decent key seal --to pem.pub data | age -d -i identity | cmp - data
cat ours theirs > both
age -r $recipient data | decent key open --key both | cmp - data
# Both refuse the same.
size=$(wc -c < sealed)
for cut in 0 10 200 $((size - 70000)) $((size - 1)); do
    head -c $cut sealed > part
    fails age -d -i theirs part > log 2>&1
    fails decent key open --key theirs part > log 2>&1
done
for at in 30 120 400 $((size - 5)); do
    (head -c $at sealed; printf '\377'; tail -c +$((at + 2)) sealed) > forged
    fails age -d -i theirs forged > log 2>&1
    fails decent key open --key theirs forged > log 2>&1
done";

pub(crate) fn trials() -> Vec<Trial> {
    let trial = |name: &str, programs: &[&str], script: &str| {
        scripted(format!("key::{name}"), programs, script)
    };
    vec![
        trial(
            "openssl reads and writes the same keys",
            &["openssl"],
            OPENSSL,
        ),
        trial("openssl agrees on the same", &["openssl", "xxd"], AGREE),
        trial(
            "openssl hashes to the same address",
            &["openssl", "xxd"],
            ADDRESS,
        ),
        trial("minisign signs with our keys", &["minisign"], MINISIGN),
        trial("signify signs with our keys", &["signify-openbsd"], SIGNIFY),
        trial(
            "ssh-keygen reads and writes the same keys",
            &["ssh-keygen"],
            OPENSSH,
        ),
        trial("age opens what we seal", &["age", "ssh-keygen"], AGE),
    ]
}
