//! Shares beside the programs of others, both ways: libgfshare's, ssss, shamir-mnemonic and pyshamir.

use std::process::Command;

use libtest_mimic::Trial;

use crate::house::peers::peer;
use crate::house::run::{Folder, root, surroundings};
use crate::house::script::scripted;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        scripted(
            "shamir::gfsplit and gfcombine, both ways",
            &["gfsplit", "gfcombine"],
            GFSHARE,
        ),
        scripted(
            "shamir::ssss-split and ssss-combine, both ways",
            &["ssss-split", "ssss-combine"],
            SSSS,
        ),
        scripted(
            "shamir::ssss at every kind of level",
            &["ssss-split", "ssss-combine"],
            LEVELS,
        ),
        python("shamir-mnemonic, both ways", "mnemonic.py"),
        python("pyshamir in Vault's layout, both ways", "vault.py"),
    ]
}

const GFSHARE: &str = "seq 100000 > all
for size in 1 2 100 4095 4096 4097 65535 65536 65537 131072 200001; do
    rm -rf file* parts theirs
    head -c $size all > file
    gfsplit -n 3 -m 5 file
    decent shamir join --format gfshare -t 3 file.??? | cmp - file
    set -- file.???
    decent shamir join --format gfshare $4 $1 $5 | cmp - file
    decent shamir split -t 3 -n 5 --format gfshare file -o parts -q > log
    gfcombine -o theirs parts/file.001 parts/file.004 parts/file.005
    cmp theirs file
done
printf 0123456789abcdef | dd of=$2 bs=1 seek=150000 conv=notrunc status=none
decent shamir join --format gfshare -t 3 file.??? 2> said | cmp - file
grep -q \"$2: left out: does not fit\" said
gfcombine -o theirs $1 $2 $3
fails cmp -s theirs file";

const SSSS: &str = "secret='correct horse battery staple'
printf '%s' \"$secret\" | ssss-split -t 3 -n 5 -Q > lines
sed -n '2p;3p;5p' lines | decent shamir join -t 3 > found
test \"$(cat found)\" = \"$secret\"
decent shamir join -t 3 lines > found
test \"$(cat found)\" = \"$secret\"
printf '%s' \"$secret\" | decent shamir split -t 3 -n 12 --format ssss -o parts -q > log
cut -c1-3 parts/share-2 | grep -qx 02-
cat parts/share-12 parts/share-1 parts/share-7 | ssss-combine -t 3 -Q 2> found
test \"$(cat found)\" = \"$secret\"
printf '%s' \"$secret\" | ssss-split -t 2 -n 3 -s 512 -w token -Q | tail -n 2 > lines
decent shamir join --unpad -t 2 lines > found
test \"$(cat found)\" = \"$secret\"
echo 00ffc0ffee00 | ssss-split -t 2 -n 3 -x -D -Q > three && head -n 2 three > lines
decent shamir join --no-diffusion -t 2 lines | xxd -p > found
test \"$(cat found)\" = 00ffc0ffee00";

const LEVELS: &str = "for length in 1 2 3 7 8 9 10 15 16 17 23 31 32 33 63 64 65 127 128; do
    secret=$(printf %0${length}d 7)
    for option in '' -D; do
        ours=; test -z $option || ours=--no-diffusion
        printf '%s' $secret | ssss-split -t 2 -n 4 $option -Q | tail -n 2 > lines
        test \"$(decent shamir join -t 2 $ours lines)\" = $secret
        rm -rf parts
        printf '%s' $secret | decent shamir split -t 2 -n 4 --format ssss $ours -o parts -q > log
        cat parts/share-4 parts/share-1 | ssss-combine -t 2 $option -Q 2> found
        test \"$(cat found)\" = $secret || { echo \"$length $option: $(cat found)\"; exit 1; }
    done
done";

/// A trial that runs a script of Python's, which ends well where both sides agree.
fn python(name: &str, script: &'static str) -> Trial {
    peer(format!("shamir::{name}"), &["python-shamir"], move || {
        let folder = Folder::new();
        let mut peer = Command::new("python-shamir");
        peer.arg(root().join("tests/shamir").join(script));
        surroundings(&mut peer, folder.path());
        let output = peer.output()?;
        let said = [output.stdout, output.stderr].concat();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&said)
        );
        Ok(())
    })
}
