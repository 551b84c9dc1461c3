//! How a block comes about, told step by step.

use super::block::Block;
use crate::codec::hex;
use crate::watch::{Step, Watch};

/// Tells of a block that is made, or shown.
pub fn block(watch: &dyn Watch, block: &Block) {
    let header = block.header();
    let (index, shape) = (header.index, header.shape);
    let why = "its height is one more than the power of the base that divides its number, and block 0 \
               has the greatest";
    let to: Vec<String> = shape.back(index).map(|to| to.to_string()).collect();
    watch.step(
        &Step::new(format!("block {index}"), why)
            .value("height", shape.height(index))
            .value("links back to", to.join(" ")),
    );
    for (to, hash) in shape.back(index).zip(&header.back) {
        let why = "the hash of the block that it links back to";
        watch.step(
            &Step::new("link back", why)
                .value("to", to)
                .value("hash", hex::encode(hash)),
        );
    }
    let why = "RFC 6962's root over the hashes of all blocks before: it proves any of them by a few hashes";
    let step = Step::new("tree", why).value("root", hex::encode(&header.tree));
    watch.step(&match index {
        0 => step.check("printf '' | sha256sum"),
        1 => step.check(format!(
            "printf 00{} | xxd -r -p | sha256sum",
            hex::encode(&header.chain)
        )),
        _ => step,
    });
    let why = "a tag, chain, number, time, base and height, payload, roster, root and links, each in its \
               place: no two blocks have one encoding";
    let encoded = hex::encode(&header.encode());
    watch.step(
        &Step::new("hash", why)
            .value("header", &encoded)
            .value("sha256", hex::encode(block.hash()))
            .check(format!("printf {encoded} | xxd -r -p | sha256sum")),
    );
}
