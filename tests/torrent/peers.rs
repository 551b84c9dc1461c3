//! Torrents beside the programs of others: what we make loads and rechecks there, what they make
//! verifies here, and where the spec leaves no choice the infohashes are equal.

use std::path::{Path, PathBuf};

use libtest_mimic::Trial;

use crate::house::run::root;
use crate::house::script::{scripted, scripted_but};

/// A tree with all that is special: names whose order differs by component and by letter, empty
/// files, a file of exactly a piece, one of less than a block, one longer than many pieces.
const TREE: &str = "mkdir -p d/a d/e && seq 5000 > d/a/x && seq 90000 > d/a-b && : > d/e/empty
seq 10 > d/a.txt && head -c 32768 /dev/zero > d/z && printf x > d/zz && seq 200000 > single";

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for second in [Second::debian(), Second::pypi()] {
        trials.extend(second.trials());
    }
    trials.extend(others());
    trials.push(fixtures());
    trials
}

/// A libtorrent.
pub(super) struct Second {
    pub(super) name: &'static str,
    python: &'static str,
    path: PathBuf,
    there: bool,
    /// Whether its hybrids have their files in the order of the tree.
    ordered: bool,
}

impl Second {
    pub(super) fn debian() -> Self {
        let folder = Path::new("/usr/lib/python3/dist-packages");
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let named = |name: std::ffi::OsString| name.to_string_lossy().starts_with("libtorrent.");
        Self {
            name: "libtorrent of Debian",
            python: "/usr/bin/python3",
            path: PathBuf::new(),
            there: files.map(|file| file.file_name()).any(named),
            ordered: true,
        }
    }

    pub(super) fn pypi() -> Self {
        let path = root().join("target/peers/python");
        Self {
            name: "libtorrent of PyPI",
            python: "python3",
            there: path.join("libtorrent").is_dir(),
            path,
            ordered: false,
        }
    }

    /// What is not installed, where it is not.
    pub(super) fn missing(&self) -> Option<&'static str> {
        (!self.there).then_some(self.name)
    }

    /// A function of the shell that runs one of the scripts beside this file.
    pub(super) fn shell(&self, script: &str) -> String {
        format!(
            "second() {{ PYTHONPATH={} {} -W ignore {} \"$@\"; }}",
            self.path.display(),
            self.python,
            root().join(format!("tests/torrent/{script}.py")).display()
        )
    }

    fn trials(self) -> Vec<Trial> {
        let second = self.shell("second");
        let rechecks = "for version in v1 v2 hybrid; do
    for piece in 16K 32K 1M; do
        decent torrent new -q --$version --piece $piece d -o d.torrent > log
        decent torrent new -q --$version --piece $piece single -o s.torrent > log
        second recheck . d.torrent s.torrent > checked
        test $(awk '$1 == $3 {n += $3 > 0} END {print n}' checked) = 2 || { cat checked; exit 1; }
    done
done";
        let theirs = "for version in v1 v2 VERSIONS; do
    second make $version 32768 d d.torrent > log && decent torrent verify d.torrent d
    second make $version 32768 single s.torrent > log && decent torrent verify s.torrent single
done"
            .replace("VERSIONS", if self.ordered { "hybrid" } else { "" });
        let hashes = "for version in v2 VERSIONS; do
    decent torrent new --no-names --$version --piece 32K d -o ours.torrent > ours
    second make $version 32768 d theirs.torrent > theirs && cmp ours theirs
done
for version in v1 v2 hybrid; do
    decent torrent new --no-names --$version --piece 16K single -o ours.torrent > ours
    second make $version 16384 single theirs.torrent > theirs && cmp ours theirs
done"
            .replace("VERSIONS", if self.ordered { "hybrid" } else { "" });
        let roots = "for size in 1 16383 16384 16385 32768 49153 65536 1048577; do
    head -c $size single > part && second root part > theirs
    decent merkle root --tree bep52 --no-names part | cmp - theirs
    decent manifest new --roots part > roots && grep -q \"\\\"$(cat theirs)\\\"\" roots
done";
        let scripts = [
            ("rechecks what we make", rechecks),
            ("makes what verifies here", &theirs),
            ("finds the same infohashes", &hashes),
            ("finds the roots of merkle and manifest", roots),
        ];
        let trial = |(what, script): (&str, &str)| {
            let missing = self.missing();
            let script = format!("{TREE}\n{second}\n{script}");
            let name = format!("torrent::{} {what}", self.name);
            scripted_but(name, missing.as_slice(), script)
        };
        scripts.into_iter().map(trial).collect()
    }
}

fn others() -> Vec<Trial> {
    // aria2 knows no pads, and looks for their files: of hybrids it verifies those of one file.
    let aria2 = "check() { aria2c -V --hash-check-only=true --enable-dht=false --enable-peer-exchange=false --seed-time=0 --dir=. $1 > said; }
decent torrent new -q --v1 --piece 32K d -o d.torrent > log
check d.torrent
for version in v1 hybrid; do
    decent torrent new -q --$version --piece 32K single -o s.torrent > log
    check s.torrent
done
printf X | dd of=single bs=1 seek=70000 conv=notrunc status=none
fails check s.torrent";
    // Version 3.00 reads no hybrid at all.
    let shows = "decent torrent new --no-names --v1 --announce http://t.example/a --comment hi d -o d.torrent > ours
transmission-show d.torrent > said
grep -q \"$(cut -d: -f2 < ours)\" said
grep -q 'Comment: hi' said";
    let creates = "transmission-create -o d.torrent d > log && decent torrent verify d.torrent d";
    let mktorrent = "mktorrent -l 15 -a http://t.example/a -o d.torrent d > log && decent torrent verify d.torrent d
mktorrent -l 15 -a http://t.example/a -o s.torrent single > log && decent torrent verify s.torrent single
test \"$(decent torrent infohash --no-names s.torrent)\" = \"$(decent torrent new --v1 --piece 32K --no-names single -o o)\"";
    let trial = |(name, program, script): (&str, &str, &str)| {
        let script = format!("{TREE}\n{script}");
        let program = [program];
        scripted(format!("torrent::{name}"), &program, script)
    };
    [
        ("aria2 verifies what we make", "aria2c", aria2),
        (
            "transmission shows what we make",
            "transmission-show",
            shows,
        ),
        (
            "transmission makes what verifies here",
            "transmission-create",
            creates,
        ),
        ("mktorrent makes what verifies here", "mktorrent", mktorrent),
    ]
    .into_iter()
    .map(trial)
    .collect()
}

/// The torrents of the npm package `webtorrent-fixtures`, as far as it has their data.
fn fixtures() -> Trial {
    let folder = root().join("target/peers/webtorrent-fixtures/fixtures");
    let missing = (!folder.is_dir()).then_some("webtorrent-fixtures of npm");
    let script = format!(
        "cd {}
for name in numbers lots-of-numbers folder alice leaves; do decent torrent verify $name.torrent .; done
fails decent torrent verify corrupt.torrent . 2> /dev/null",
        folder.display()
    );
    let name = "torrent::the data of webtorrent-fixtures verifies";
    scripted_but(name, missing.as_slice(), script)
}
