//! Narration: the nodes of a tree one by one, computed again by the plain crates, each with the
//! shell line that prints the same value. FILE in those lines stands for the input.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::feed::Input;
use crate::hash::{Engine, Hash256};
use crate::source::Source;
use crate::watch::{Deaf, Step, Watch};

use super::audit;
use super::consistency::Consistency;
use super::proof::Proof;
use super::tree::{Kind, Leaf, Tree};
use super::{Root, walk};

/// Leaves that are told at the start of a level, and nodes at its end.
const FIRST: u64 = 3;
const LAST: u64 = 2;

/// Tells the tree over `source` from the leaves to the root; an error where the plain crates come
/// to another root than `found`.
pub fn tree(source: &Source<'_>, tree: Tree, found: &Root, watch: &dyn Watch) -> Result<()> {
    let what = match tree.leaf() {
        Leaf::Bytes(n) => format!("{} bytes make {} chunks of {n}", found.size, found.leaves),
        Leaf::Line => format!("{} lines, each a leaf without its newline", found.leaves),
        Leaf::Id => format!("{} ids, each a leaf with its bytes reversed", found.leaves),
    };
    watch.step(&Step::new("cut", what));
    let mut seen = BTreeMap::new();
    let root = walk(
        Input::all(source),
        tree,
        Engine::portable(),
        &Deaf,
        &mut |level, first, nodes| {
            let width = tree.width(found.leaves, level);
            for (node, index) in nodes.iter().zip(first..) {
                if index < FIRST || index + LAST >= width {
                    seen.insert((level, index), *node);
                }
            }
            Ok(())
        },
    )?;
    for ((level, index), node) in &seen {
        let step = match level {
            0 => leaf_step(tree, found, *index, node),
            _ => node_step(tree, *level, *index, node, &seen),
        };
        watch.step(&step);
    }
    if root.hash != found.hash {
        let wanted = format!("root {}", hex::encode(&found.hash));
        return Err(Error::new(
            slug::WRONG_ROOT,
            wanted,
            hex::encode(&root.hash),
        ));
    }
    let why = match found.leaves {
        0 | 1 => "a tree of one leaf has no hash on the path".to_owned(),
        n => format!(
            "{n} leaves need {} hashes on the path of one",
            tree.height(n)
        ),
    };
    let step = Step::new("root", why).value("root", hex::encode(&found.hash));
    watch.step(&match tree.kind() {
        Kind::Blake3 => step.check("b3sum FILE"),
        Kind::Fsverity => step.check("fsverity digest FILE"),
        _ => step,
    });
    Ok(())
}

fn leaf_step(tree: Tree, root: &Root, index: u64, node: &Hash256) -> Step {
    let why = match tree.kind() {
        Kind::Rfc6962 => "a leaf is hashed behind a zero byte, so that no leaf can pass for a node",
        Kind::Bep52 => "a leaf is hashed as it is",
        Kind::Blake3 => {
            "a leaf is hashed with its place in the file, so that none can stand elsewhere (b3sum prints only the root)"
        }
        Kind::Bitcoin => "a leaf is the id itself, which is a hash already",
        Kind::Fsverity => "a block is hashed, the last one filled up with zeros",
    };
    let cut = match tree.leaf() {
        Leaf::Bytes(n) => {
            let len = n.min(root.size - index * n);
            format!("tail -c +{} FILE | head -c {len}", index * n + 1)
        }
        Leaf::Line | Leaf::Id => format!("sed -n {}p FILE | tr -d '\\n'", index + 1),
    };
    let step = Step::new(format!("leaf {index}"), why).value("hash", hex::encode(node));
    match tree.kind() {
        Kind::Rfc6962 => step.check(format!("(printf '\\0'; {cut}) | sha256sum")),
        Kind::Bep52 => step.check(format!("{cut} | sha256sum")),
        Kind::Fsverity => {
            let block = tree.leaf_bytes().unwrap_or(0);
            let pad = block - block.min(root.size - index * block);
            step.check(format!("({cut}; head -c {pad} /dev/zero) | sha256sum"))
        }
        Kind::Blake3 | Kind::Bitcoin => step,
    }
}

fn node_step(
    tree: Tree,
    level: u32,
    index: u64,
    node: &Hash256,
    seen: &BTreeMap<(u32, u64), Hash256>,
) -> Step {
    let arity = tree.arity();
    let child = |n| {
        seen.get(&(level - 1, index * arity + n))
            .map(|hash| hex::encode(hash))
    };
    let why = match tree.kind() {
        Kind::Rfc6962 => "two neighbours behind a one byte; one alone is passed up",
        Kind::Bep52 => "two neighbours; one alone is joined with the hash of its padding",
        Kind::Blake3 => {
            "two neighbours, marked as a node; one alone is passed up (no standard tool prints it)"
        }
        Kind::Bitcoin => "two neighbours, hashed twice; one alone is joined with itself",
        Kind::Fsverity => "a block full of hashes",
    };
    let mut step = Step::new(format!("node {level}.{index}"), why);
    let children = (child(0), child(1));
    if arity == 2 {
        step = children
            .0
            .iter()
            .fold(step, |step, left| step.value("left", left));
        step = children
            .1
            .iter()
            .fold(step, |step, right| step.value("right", right));
    }
    let step = step.value("hash", hex::encode(node));
    let (Some(left), Some(right), 2) = (children.0, children.1, arity) else {
        return step;
    };
    let bytes = format!("printf {left}{right} | xxd -r -p");
    match tree.kind() {
        Kind::Rfc6962 => step.check(format!("(printf '\\1'; {bytes}) | sha256sum")),
        Kind::Bep52 => step.check(format!("{bytes} | sha256sum")),
        Kind::Bitcoin => step.check(format!(
            "{bytes} | sha256sum | cut -c1-64 | xxd -r -p | sha256sum"
        )),
        Kind::Blake3 | Kind::Fsverity => step,
    }
}

/// Tells what a proof covers, and which hashes it brings.
pub fn proof(proof: &Proof, watch: &dyn Watch) {
    let covered: u64 = proof
        .ranges
        .iter()
        .map(|range| range.end - range.start)
        .sum();
    let why = format!("{covered} of {} leaves are proven", proof.leaves);
    let ranges: Vec<_> = proof
        .ranges
        .iter()
        .map(|r| format!("{}:{}", r.start, r.end))
        .collect();
    watch.step(&Step::new("proof", why).value("leaves", ranges.join(" ")));
    let why = "every node that does not follow from those leaves comes along, each once";
    let step = Step::new("hashes", why).value("count", proof.hashes.len());
    watch.step(&step.value("of all nodes below the root", all_nodes(proof)));
    for (hash, at) in proof.hashes.iter().zip(0..FIRST + LAST) {
        watch.step(
            &Step::new(format!("hash {at}"), "from the proof").value("hash", hex::encode(hash)),
        );
    }
}

fn all_nodes(proof: &Proof) -> u64 {
    let levels = 0..proof.tree.height(proof.leaves);
    levels
        .map(|level| proof.tree.width(proof.leaves, level))
        .sum()
}

/// Tells what stands in a tree file.
pub fn outboard(root: &Root, tree: Tree, watch: &dyn Watch) {
    let why =
        "every node follows from those below it, down to the leaves that the data is held against";
    let step = Step::new("tree", why)
        .value("leaves", root.leaves)
        .value("bytes", root.size);
    let levels = (0..=tree.height(root.leaves)).map(|level| tree.width(root.leaves, level));
    let levels: Vec<_> = levels.map(|width| width.to_string()).collect();
    watch.step(
        &step
            .value("nodes a level", levels.join(" "))
            .value("root", hex::encode(&root.hash)),
    );
}

/// Tells what came of comparing two files.
pub fn compared(ranges: &[std::ops::Range<u64>], watch: &dyn Watch) {
    let bytes: u64 = ranges.iter().map(|range| range.end - range.start).sum();
    let why = "both files are read side by side, for without a tree there is nothing to spare it";
    let step = Step::new("compare", why).value("ranges that differ", ranges.len());
    watch.step(&step.value("bytes in them", bytes));
}

/// Tells what a proof of growth holds.
pub fn growth(proof: &Consistency, watch: &dyn Watch) {
    let why = "from these nodes both roots follow: the old one from the first of them, the new one from all";
    let step = Step::new("growth", why)
        .value("from", proof.old_size)
        .value("to", proof.size);
    watch.step(&step.value("count", proof.hashes.len()));
    for (hash, at) in proof.hashes.iter().zip(0..FIRST + LAST) {
        watch.step(
            &Step::new(format!("hash {at}"), "from the proof").value("hash", hex::encode(hash)),
        );
    }
}

/// Tells the first draws of an audit.
pub fn draws(random: &[u8], chunks: u64, k: u64, watch: &dyn Watch) {
    let why =
        "each draw hashes the public random value with its own number, so that nobody chooses";
    watch.step(&Step::new("random", why).value("value", hex::encode(random)));
    for j in 0..k.min(FIRST) {
        let hash = Sha256::new()
            .chain_update(random)
            .chain_update(j.to_be_bytes())
            .finalize();
        let (first, _) = hash.split_at(8);
        let number = first
            .iter()
            .fold(0u64, |number, byte| number << 8 | u64::from(*byte));
        let why = format!(
            "the first 8 bytes, modulo {chunks}, are chunk {}",
            number % chunks.max(1)
        );
        let step = Step::new(format!("draw {j}"), why).value("hash", hex::encode(&hash));
        let check = format!(
            "printf {}{j:016x} | xxd -r -p | sha256sum",
            hex::encode(random)
        );
        watch.step(&step.check(check));
    }
    let why = "a loss of 1 % of all chunks is caught with this probability";
    watch.step(
        &Step::new("odds", why).value("probability", format!("{:.4}", audit::catches(0.01, k))),
    );
}
