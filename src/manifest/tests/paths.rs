//! Threads, processors and ways of reading: the same bytes by each of them.

use super::*;

#[test]
fn threads_and_processors_change_no_byte() {
    let scratch = sizes("threads");
    for i in 0..300 {
        scratch.write(
            format!("many/{}/{i}", i % 7).as_bytes(),
            &vec![b'x'; i * 37],
        );
    }
    let dir = scratch.dir();
    for algorithm in [Algorithm::Sha256, Algorithm::Blake3, Algorithm::Sha1] {
        let one = new_list(work(&dir, 1), here(), algorithm, json());
        for threads in [2, 3, 16] {
            assert!(
                one == new_list(work(&dir, threads), here(), algorithm, json()),
                "{threads}"
            );
        }
        let portable = Work {
            engine: Engine::new(Cpu::Portable, NonZeroUsize::MIN),
            ..work(&dir, 1)
        };
        assert!(one == new_list(portable, here(), algorithm, json()));
        assert_eq!(check(&dir, &one.0).1, Verdict::Yes);
    }
}

#[test]
fn every_path_agrees_with_the_plain_crates() {
    let scratch = sizes("plain");
    let dir = scratch.dir();
    for algorithm in Algorithm::ALL {
        let making = Making {
            algorithm,
            piece: Some(Piece::default()),
            symlinks: Symlinks::Follow,
        };
        let mut entries = Vec::new();
        make(work(&dir, 2), here(), making, |made| {
            entries.push(made);
            Ok(())
        })
        .unwrap();
        assert_eq!(entries.len(), SIZES.len());
        for (made, size) in entries.into_iter().zip(SIZES) {
            let Made::Entry(Entry { name, content }) = made else {
                panic!("{made:?}");
            };
            let Content::File(file) = content else {
                panic!("a link");
            };
            let bytes = std::fs::read(scratch.path(&name)).unwrap();
            assert_eq!(file.size, Some(size as u64));
            let plain = match algorithm {
                Algorithm::Sha256 => <sha2::Sha256 as sha2::Digest>::digest(&bytes).to_vec(),
                Algorithm::Sha512 => <sha2::Sha512 as sha2::Digest>::digest(&bytes).to_vec(),
                Algorithm::Sha1 => <sha1::Sha1 as sha1::Digest>::digest(&bytes).to_vec(),
                Algorithm::Blake3 => blake3::hash(&bytes).as_bytes().to_vec(),
            };
            assert_eq!(file.digest.as_bytes(), plain, "{algorithm:?} {size}");
            let leaves = bytes.chunks(LEAF).map(narrate::plain_sha256).collect();
            let root = bep52::root(Engine::portable(), leaves, 0);
            assert_eq!(file.tree.map(|tree| tree.root), root, "{size}");
        }
    }
}
