//! The vectors of IPIP-499 (ipfs/specs, src/ipips/ipip-0499.md), made as kubo's tests make them
//! (ipfs/kubo, `test/cli/cid_profiles_test.go`, `dag_layout_test.go`), and values of kubo's older tests
//! (test/sharness/t0040-add-and-cat.sh, t0113).

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use decent::cid::file::{Nobody, Work, import};
use decent::cid::import::Import;
use decent::cid::kinds::{Id, Wanted};
use decent::cid::params::{Layout, Params, V0_2015, V1_2025};
use decent::cid::unixfs::Meta;
use decent::dir::Dir;
use decent::feed::Input;
use decent::hash::Engine;
use decent::watch::Deaf;

use super::chacha::Bytes;

fn work() -> Work<'static> {
    Work {
        engine: Engine::detect(),
        watch: &Deaf,
    }
}

fn of(mut stream: impl Read + Send, params: Params) -> String {
    let input = Input::Stream(&mut stream);
    let nodes = import(input, &[params], Meta::default(), work(), &mut Nobody).unwrap();
    nodes[0].cid.to_string()
}

/// A folder that goes with its owner.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("decent-cid-{}-{name}", std::process::id()));
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    fn cid(&self, params: Params) -> String {
        let wanted = [Wanted::unixfs(params)];
        let mut on = |_: usize, _: &_, _: &[u8]| Ok(());
        let dir = Dir::from_file(File::open(&self.0).unwrap()).unwrap();
        let mut import = Import::new(&wanted, work(), &mut on);
        match import.folder(&dir, false).unwrap().remove(0) {
            Some(Id::Node(node)) => node.cid.to_string(),
            _ => String::new(),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

#[test]
fn small_files() {
    for (text, params, cid) in [
        (
            "hello world",
            V0_2015,
            "Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD",
        ),
        (
            "hello world",
            V1_2025,
            "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e",
        ),
        (
            "Hello Worlds!\n",
            V0_2015,
            "QmVr26fY1tKyspEJBniVhqxQeEjhF78XerGiqWAwraVLQH",
        ),
        (
            "Helloo Worlds!\n",
            V0_2015,
            "Qmf35k66MZNW2GijohUmXQEWKZU4cCGTCwK6idfnt152wJ",
        ),
        (
            "IPFS\n",
            V0_2015,
            "QmdFyxZXsFiP4csgfM5uPu99AvFiKH62CSPDw5TP92nr7w",
        ),
        (
            "",
            V0_2015,
            "QmbFMke1KXqnYyBBWxB74N4c5SBnJMVAiMNRcGu6x1AwQH",
        ),
        (
            "",
            V1_2025,
            "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
        ),
    ] {
        assert_eq!(of(text.as_bytes(), params), cid, "{text:?}");
    }
    let trickle = Params {
        layout: Layout::Trickle,
        ..V0_2015
    };
    let cid = of(&b"Hello Worlds!\n"[..], trickle);
    assert_eq!(cid, "QmUkUQgxXeggyaD5Ckv8ZqfW8wHBX6cYyeiyqvVZYzq5Bi");
}

#[test]
fn small_files_by_content() {
    // kubo, test/sharness/t0040-add-and-cat.sh: `ipfs add --chunker`.
    let id = "QmVr26fY1tKyspEJBniVhqxQeEjhF78XerGiqWAwraVLQH";
    for chunker in ["size-32", "size-64", "rabin-36-512-1024", "buzhash"] {
        let params = Params {
            chunker: chunker.parse().unwrap(),
            ..V0_2015
        };
        assert_eq!(of(&b"Hello Worlds!\n"[..], params), id, "{chunker}");
    }
    for chunker in ["size-0", "rabin-12-512-1024"] {
        assert!(chunker.parse::<decent::cid::chunker::Chunker>().is_err());
    }
}

#[test]
fn a_last_chunk_by_content_has_none_behind_it() {
    // ipfs/kubo issue 6953: `yes "foo" | head -n 40000`, its one leaf.
    let text = "foo\n".repeat(40_000);
    let params = |base| Params {
        chunker: "buzhash".parse().unwrap(),
        ..base
    };
    for (base, id) in [
        (V0_2015, "QmcNJ4CKYGuya2ndNr9ymV7oQsT4S69SdwmTzaiW7c9vAC"),
        (
            V1_2025,
            "bafkreigqq7maj23te3dkn4j76n7haab7lgmdz5fztubrdgsv44k4vyipsa",
        ),
    ] {
        assert_eq!(of(text.as_bytes(), params(base)), id);
    }
}

#[test]
fn files_at_and_over_the_most_links_of_2015() {
    for (kib, cid) in [
        (44544, "QmUbBALi174SnogsUzLpYbD4xPiBSFANF4iztWCsHbMKh2"),
        (44800, "QmepeWtdmS1hHXx1oZXsPUv6bMrfRRKfZcoPPU4eEfjnbf"),
    ] {
        assert_eq!(of(Bytes::new("v0-seed", kib << 10), V0_2015), cid);
    }
}

#[test]
fn a_file_at_the_most_links_of_2025() {
    let cid = of(Bytes::new("v1-2025-seed", 1024 << 20), V1_2025);
    assert_eq!(
        cid,
        "bafybeihmf37wcuvtx4hpu7he5zl5qaf2ineo2lqlfrapokkm5zzw7zyhvm"
    );
}

#[test]
fn a_file_over_the_most_links_of_2025() {
    let cid = of(Bytes::new("v1-2025-seed", 1025 << 20), V1_2025);
    assert_eq!(
        cid,
        "bafybeihmzokxxjqwxjcryerhp5ezpcog2wcawfryb2xm64xiakgm4a5jue"
    );
}

#[test]
fn a_trickle_file() {
    let trickle = Params {
        layout: Layout::Trickle,
        ..V0_2015
    };
    let cid = of(Bytes::new("trickle-test", 45 << 20), trickle);
    assert_eq!(cid, "QmbqR6g7YCpndLcCZZXkGyj13uMcSrwDYUvZ47vJqBVjUH");
}

/// Files of one letter, with names of kubo's alphabet, the last of another length.
fn names(seed: &str, count: usize, len: usize, last: usize) -> Folder {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz01234567890-_";
    let folder = Folder::new(&format!("{seed}-{last}"));
    let mut bytes = Bytes::new(seed, 1 << 20);
    for number in 0..count {
        let mut name = vec![0; if number + 1 == count { last } else { len }];
        bytes.read_exact(&mut name).unwrap();
        let name: String = name
            .iter()
            .map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]))
            .collect();
        std::fs::write(folder.0.join(name), "x").unwrap();
    }
    folder
}

#[test]
fn folders_at_and_over_the_threshold() {
    for (seed, count, len, last, params, cid) in [
        (
            "hamt-unixfs-v0-2015",
            4096,
            30,
            30,
            V0_2015,
            "QmX5GtRk3TSSEHtdrykgqm4eqMEn3n2XhfkFAis5fjyZmN",
        ),
        (
            "hamt-unixfs-v0-2015",
            4033,
            31,
            31,
            V0_2015,
            "QmeMiJzmhpJAUgynAcxTQYek5PPKgdv3qEvFsdV3XpVnvP",
        ),
        (
            "hamt-unixfs-v1-2025",
            4766,
            11,
            21,
            V1_2025,
            "bafybeic3h7rwruealwxkacabdy45jivq2crwz6bufb5ljwupn36gicplx4",
        ),
        (
            "hamt-unixfs-v1-2025",
            4766,
            11,
            22,
            V1_2025,
            "bafybeiegvuterwurhdtkikfhbxcldohmxp566vpjdofhzmnhv6o4freidu",
        ),
    ] {
        assert_eq!(names(seed, count, len, last).cid(params), cid);
    }
}

#[test]
fn small_folders() {
    let empty = Folder::new("empty");
    assert_eq!(
        empty.cid(V0_2015),
        "QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn"
    );
    assert_eq!(
        empty.cid(V1_2025),
        "bafybeiczsscdsbs7ffqz55asqdf3smv6klcw3gofszvwlyarci47bgf354"
    );
    let two = Folder::new("two");
    std::fs::write(two.0.join("hey"), "Hey\n").unwrap();
    std::fs::create_dir(two.0.join("hello")).unwrap();
    std::fs::write(two.0.join("hello/world"), "World\n").unwrap();
    assert_eq!(
        two.cid(V0_2015),
        "QmZQWnfcqJ6hNkkPvrY9Q5X39GP3jUnUbAV4AbmbbR3Cb1"
    );
    let linked = Folder::new("linked");
    std::fs::write(linked.0.join("foo"), "content\n").unwrap();
    std::os::unix::fs::symlink("foo", linked.0.join("bar")).unwrap();
    assert_eq!(
        linked.cid(V0_2015),
        "QmWvY6FaqFMS89YAQ9NAPjVP4WZKA1qbHbicc9HeSKQTgt"
    );
}
