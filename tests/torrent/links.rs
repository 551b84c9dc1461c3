//! What a torrent or a link says, beside the programs of others: infohashes, links, fields, and that
//! no torrent of theirs loses a byte on its way through JSON.

use libtest_mimic::Trial;

use super::peers::Second;
use crate::house::run::root;
use crate::house::script::{scripted, scripted_but};

/// Torrents with a name that must be escaped, trackers in tiers, and seeds.
const TORRENTS: &str = "mkdir -p 'a & b' && seq 5000 > 'a & b/x+y' && seq 20 > 'a & b/z'
for version in v1 v2 hybrid; do
    decent torrent new -q --$version --piece 16K 'a & b' -o plain > log
    decent torrent edit -q --announce http://t.example/a?b=c --announce udp://u.example:1 --webseed 'http://w.example/%20/' --comment 'hi ü' plain -o $version.torrent > log
done";

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = vec![transmission(), aria2()];
    for second in [Second::debian(), Second::pypi()] {
        trials.extend(libtorrent(&second));
    }
    trials
}

fn libtorrent(second: &Second) -> Vec<Trial> {
    let links = second.shell("links");
    let fixtures = root().join("target/peers/webtorrent-fixtures/fixtures");
    let missing = (!fixtures.is_dir()).then_some("webtorrent-fixtures of npm");
    let magnets = "for version in v1 v2 hybrid; do
    ours=$(decent torrent magnet --no-names --peer '[::1]:99' --peer 1.2.3.4:5 --select 0-1 $version.torrent)
    decent torrent infohash --no-names $version.torrent > wanted
    echo 'a & b http://t.example/a?b=c udp://u.example:1 http://w.example/%20/' >> wanted
    echo \"[('1.2.3.4', 5), ('::1', 99)] [0, 1]\" >> wanted
    second magnet \"$ours\" > theirs
    diff wanted theirs
    second link $version.torrent | decent torrent magnet --parse - > read
    decent torrent magnet --no-names $version.torrent | decent torrent magnet --parse - > again
    diff read again
done";
    let shows = "for version in v1 v2 hybrid; do
    decent torrent infohash --no-names plain > unchanged
    decent torrent infohash --no-names $version.torrent > wanted
    echo 'a & b hi ü http://t.example/a?b=c udp://u.example:1' >> wanted
    echo 'http://w.example/%20/' >> wanted
    second show $version.torrent > theirs
    diff wanted theirs
    decent torrent edit -q --name 'other ü' --private --source s $version.torrent -o changed > ours
    second show changed > theirs
    sed 's/  changed$//' ours | diff - <(head -n $(wc -l < ours) theirs)
    decent torrent list changed > listed && grep -q 'other ü/z' listed
done";
    let found = format!(
        "for torrent in {}/*.torrent; do
    if [ $(basename $torrent) = corrupt.torrent ]; then
        fails second show $torrent 2> /dev/null
        fails decent torrent show $torrent 2> /dev/null
        continue
    fi
    decent torrent infohash --no-names $torrent > ours
    second show $torrent | grep '^v[12]:' | diff ours -
    decent torrent show --json $torrent | decent torrent edit | cmp - $torrent
done 2> log",
        fixtures.display()
    );
    let scripts = [
        ("reads our links, and we theirs", magnets, None),
        ("shows what we wrote", shows, None),
        (
            "finds the infohashes of webtorrent-fixtures",
            &*found,
            missing,
        ),
    ];
    let trial = |(what, script, more): (&str, &str, Option<&str>)| {
        let missing: Vec<_> = second.missing().into_iter().chain(more).collect();
        let script = format!("{TORRENTS}\n{links}\n{script}");
        let name = format!("torrent::{} {what}", second.name);
        scripted_but(name, &missing, script)
    };
    scripts.into_iter().map(trial).collect()
}

/// Its links are ours, to the byte; what it writes comes through JSON as it was.
fn transmission() -> Trial {
    let script = "test \"$(transmission-show -m v1.torrent)\" = \"$(decent torrent magnet --no-names v1.torrent)\"
transmission-create -p -c 'hi ü' -t http://t.example/a -t http://u.example/b -o theirs.torrent 'a & b' > log
decent torrent show --json theirs.torrent | decent torrent edit -o again > log
cmp theirs.torrent again
test \"$(transmission-show -m theirs.torrent)\" = \"$(decent torrent magnet --no-names theirs.torrent)\"
decent torrent show theirs.torrent > shown && grep -q 'private: true' shown";
    let script = format!("{TORRENTS}\n{script}");
    let programs = ["transmission-show", "transmission-create"];
    scripted(
        "torrent::transmission makes the same links",
        &programs,
        script,
    )
}

/// Of hybrids aria2 1.36 shows another infohash: it loses the empty keys of the file tree.
fn aria2() -> Trial {
    let script = "hash=$(decent torrent infohash --no-names v1.torrent | sed 's/^v1://')
aria2c -S v1.torrent | grep -qi \"Info Hash: $hash\"
for version in v1 hybrid; do
    aria2c -S $version.torrent > said
    decent torrent list --pads $version.torrent | sed 's/^ *[0-9]*  //' > ours
    sed -n 's:^ *[0-9]*|\\./::p' said | diff ours -
done";
    let script = format!("{TORRENTS}\n{script}");
    scripted("torrent::aria2 lists the same files", &["aria2c"], script)
}
