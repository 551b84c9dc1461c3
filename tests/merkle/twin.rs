//! The trees once more, recursive and slow, straight from their specs.

use decent::merkle::{Kind, Leaf, Tree};
use sha2::{Digest, Sha256};

pub(crate) fn sha(parts: &[&[u8]]) -> [u8; 32] {
    let mut state = Sha256::new();
    for part in parts {
        state.update(part);
    }
    state.finalize().into()
}

/// RFC 9162 section 2.1.1.
pub(crate) fn rfc6962(leaves: &[&[u8]]) -> [u8; 32] {
    match leaves {
        [] => sha(&[]),
        [leaf] => sha(&[&[0], leaf]),
        _ => {
            let half = leaves.len().next_power_of_two() / 2;
            sha(&[&[1], &rfc6962(&leaves[..half]), &rfc6962(&leaves[half..])])
        }
    }
}

/// BEP 52: leaves of 16 KiB, zero hashes to a power of two.
pub(crate) fn bep52(data: &[u8]) -> [u8; 32] {
    let mut nodes: Vec<_> = data.chunks(16384).map(|chunk| sha(&[chunk])).collect();
    nodes.resize(nodes.len().next_power_of_two(), [0; 32]);
    while nodes.len() > 1 {
        nodes = nodes
            .chunks(2)
            .map(|pair| sha(&[&pair[0], &pair[1]]))
            .collect();
    }
    nodes[0]
}

/// Bitcoin Core's `ComputeMerkleRoot`.
pub(crate) fn bitcoin(ids: &[[u8; 32]]) -> [u8; 32] {
    let mut nodes = ids.to_vec();
    while nodes.len() > 1 {
        if nodes.len() % 2 == 1 {
            nodes.push(nodes[nodes.len() - 1]);
        }
        nodes = nodes
            .chunks(2)
            .map(|pair| sha(&[&sha(&[&pair[0], &pair[1]])]))
            .collect();
    }
    nodes[0]
}

/// Linux, Documentation/filesystems/fsverity.rst, with SHA-256 and no salt.
pub(crate) fn fsverity(data: &[u8], block: usize) -> [u8; 32] {
    let padded = |bytes: &[u8]| {
        let mut bytes = bytes.to_vec();
        bytes.resize(block, 0);
        sha(&[&bytes])
    };
    let mut nodes: Vec<_> = data.chunks(block).map(padded).collect();
    while nodes.len() > 1 {
        let bytes = nodes.concat();
        nodes = bytes.chunks(block).map(padded).collect();
    }
    let mut descriptor = vec![1, 1, block.trailing_zeros() as u8, 0, 0, 0, 0, 0];
    descriptor.extend((data.len() as u64).to_le_bytes());
    descriptor.extend(nodes.first().copied().unwrap_or([0; 32]));
    descriptor.resize(256, 0);
    sha(&[&descriptor])
}

/// The root of `data` by the twin of `tree`.
pub(crate) fn root(tree: Tree, data: &[u8]) -> [u8; 32] {
    match (tree.kind(), tree.leaf()) {
        (Kind::Rfc6962, Leaf::Bytes(n)) => rfc6962(&data.chunks(n as usize).collect::<Vec<_>>()),
        (Kind::Rfc6962, _) => {
            let lines = data.split_inclusive(|b| *b == b'\n');
            rfc6962(
                &lines
                    .map(|line| line.strip_suffix(b"\n").unwrap_or(line))
                    .collect::<Vec<_>>(),
            )
        }
        (Kind::Bep52, _) => bep52(data),
        (Kind::Blake3, _) => blake3::hash(data).into(),
        (Kind::Fsverity, Leaf::Bytes(n)) => fsverity(data, n as usize),
        _ => unreachable!("bitcoin's leaves are no bytes"),
    }
}

pub(crate) fn bytes(len: usize) -> Vec<u8> {
    (0..len).map(|i| (i % 251) as u8).collect()
}
