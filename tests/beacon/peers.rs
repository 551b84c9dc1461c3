//! Beacons beside drand-client, the library of drand for JavaScript.

use std::process::Command;

use libtest_mimic::Trial;

use crate::house::peers::peer;
use crate::house::run::{Folder, root, surroundings};
use crate::house::script::scripted;

pub(crate) fn trials() -> Vec<Trial> {
    let agree = || {
        let folder = Folder::new();
        let mut peer = Command::new("drand-client");
        peer.arg(root().join("tests/beacon/drand.js"))
            .arg(root().join("tests/vectors/beacon/beacons.jsonl"));
        surroundings(&mut peer, folder.path());
        let output = peer.output()?;
        let said = [output.stdout, output.stderr].concat();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&said)
        );
        Ok(())
    };
    let files = root().join("tests/beacon");
    let vectors = root().join("tests/vectors/beacon");
    let with = |script: &str| {
        let paths = [("FILES", &files), ("VECTORS", &vectors)];
        let each = paths.iter();
        each.fold(script.to_owned(), |script, (word, path)| {
            script.replace(word, &path.display().to_string())
        })
    };
    vec![
        peer(
            "beacon::drand-client agrees on every scheme",
            &["drand-client"],
            agree,
        ),
        scripted(
            "beacon::drand-client takes beacons of our own",
            &["drand-client"],
            with(OWN),
        ),
        scripted(
            "beacon::tlock-js opens and is opened",
            &["tlock-js"],
            with(TIMELOCK),
        ),
        scripted("beacon::a draw beside python", &["python3"], with(DRAW)),
    ]
}

/// A chain of each scheme, six rounds by changing members, a cheater among them; then a group with
/// other shares and another with other members goes on with the same chain.
const OWN: &str = r#"
for scheme in pedersen-bls-chained pedersen-bls-unchained bls-unchained-on-g1 bls-unchained-g1-rfc9380; do
    case $scheme in pedersen*) curve=bls12-381-g1 ;; *) curve=bls12-381-g2 ;; esac
    rm -rf now later beacons
    decent threshold new -q -t 3 -n 5 --curve $curve -o now > log
    decent beacon new -q --group now/group --scheme $scheme --period 30s --genesis 2026-01-01 -o info.json > log
    previous=
    for round in 1 2 3 4 5 6; do
        if test $round = 3; then
            decent threshold refresh -q --group now/group now/share-1 now/share-3 now/share-4 -o later > log
            rm -rf now
            mv later now
        fi
        if test $round = 5; then
            decent threshold reshare -q --group now/group -t 3 -n 7 now/share-2 now/share-3 now/share-5 -o later > log
            rm -rf now
            mv later now
        fi
        rm -f part-*
        for member in $((round % 2 + 1)) $((round % 2 + 3)) 5; do
            decent beacon sign -q --chain info.json --share now/share-$member --group now/group --round $round $previous -o part-$member > log
        done
        # Who signs another round, or says to be another, is named and left out.
        decent beacon sign -q --chain info.json --share now/share-$((round % 2 + 2)) --group now/group --round $round $previous > cheat
        sed -i 's/partial_signature.:.0.../partial_signature\x22:\x220004/' cheat
        decent beacon join --chain info.json --group now/group cheat part-* > beacon 2> said
        grep -q 'left out: .*member 5.s partial signature does not fit the group' said
        test $(decent beacon verify --chain info.json --round $round beacon) = $(sed 's/.*randomness.:.\([0-9a-f]*\).*/\1/' beacon)
        cat beacon >> beacons
        if test $scheme = pedersen-bls-chained; then
            cp beacon before
            previous=--previous=before
        fi
        fails decent beacon join -q --chain info.json --group now/group cheat $(ls part-* | head -n 2) 2> said
        grep -q 'why member-unfit' said
        set -- part-*
        status=0
        decent beacon join -q --chain info.json --group now/group $1 $1 $2 2> said || status=$?
        test $status = 2
        grep -q '1 more' said
    done
    decent beacon verify --chain info.json --contiguous beacons | wc -l | grep -qx 6
    test "$(drand-client FILES/own.js info.json beacons)" = '6 hold'
done"#;

/// Published beacons, and a chain of our own of each scheme that locks.
const TIMELOCK: &str = r"
for scheme in pedersen-bls-unchained bls-unchained-on-g1 bls-unchained-g1-rfc9380; do
    case $scheme in pedersen*) curve=bls12-381-g1 ;; *) curve=bls12-381-g2 ;; esac
    mkdir $scheme
    cd $scheme
    decent threshold new -q -t 2 -n 3 --curve $curve -o ours > log
    decent beacon new -q --group ours/group --scheme $scheme --period 3s --genesis 2026-01-01 -o info.json > log
    for i in 1 2; do decent beacon sign -q --chain info.json --share ours/share-$i --round 40; done > parts
    decent beacon join -q --chain info.json --group ours/group parts > beacon
    cd ..
done
tlock-js FILES/tlock.js VECTORS/beacons.jsonl pedersen-bls-unchained bls-unchained-on-g1 bls-unchained-g1-rfc9380";

/// Both methods, calculated once more with nothing but hashes.
const DRAW: &str = r"
seq 200 | sed 's/^/entry /' > pool
grep quicknet VECTORS/beacons.jsonl | head -n 1 > beacon
round=$(sed 's/.*round.: *\([0-9]*\).*/\1/' beacon)
for method in hash-rank rfc3797; do
    decent beacon draw commit -q --chain quicknet --round $round --past -k 20 --method $method pool -o commit > log
    decent beacon draw run -q --late --beacon beacon --pool pool commit > result
    python3 FILES/draw.py commit pool beacon | cmp - result
    decent beacon draw verify -q --late --beacon beacon --pool pool --commit commit result
    sort -r pool > turned
    if test $method = hash-rank; then
        decent beacon draw run -q --late --beacon beacon --pool turned commit | cmp - result
    else
        fails decent beacon draw run -q --beacon beacon --pool turned commit 2> said
        grep -q 'why pool-other' said
    fi
    tail -n 5 result | fails decent beacon draw verify -q --beacon beacon --pool pool --commit commit > log 2> said
    grep -q 'rank 1: wanted' said
    grep -qx -- '-: FAILED (20 of 20 differ)' log
    head -n 19 result | fails decent beacon draw verify -q --beacon beacon --pool pool --commit commit > log 2> said
    grep -q 'rank 20: wanted .*, found none' said
    sed '7s/$/ 1/' pool > other
    fails decent beacon draw verify -q --beacon beacon --pool other --commit commit result 2> said
    grep -q 'why pool-other' said
done";
