//! Roots beside those of programs that others wrote, over all lengths at which a tree changes shape.

use libtest_mimic::Trial;

use crate::house::script::scripted;

pub(crate) fn trials() -> Vec<Trial> {
    let blake3 = "decent merkle root --no-names --tree blake3 file";
    let fsverity = "decent merkle root --no-names --tree fsverity file";
    let hash = "openssl dgst -sha256 -binary";
    let hex = "openssl dgst -sha256 -r | cut -d' ' -f1";
    let leaf = format!("(printf '\\0'; head -c 1024 file) | {hex}");
    let node = format!(
        "(printf '\\1'; (printf '\\0'; head -c 1024 file) | {hash}; (printf '\\0'; tail -c +1025 file) | {hash}) | {hex}"
    );
    let openssl = format!("if [ $size -le 1024 ]; then {leaf}; else {node}; fi");
    vec![
        agree("b3sum", blake3, "b3sum --no-names file", MANY),
        agree("bao", blake3, "bao hash file", MANY),
        agree("fsverity", fsverity, "fsverity digest --compact file", MANY),
        agree(
            "fsverity",
            &format!("{fsverity} --chunk 1K"),
            "fsverity digest --compact --block-size=1024 file",
            MANY,
        ),
        agree(
            "openssl",
            "decent merkle root --no-names --chunk 1K file",
            &openssl,
            "1 1023 1024 1025 2047 2048",
        ),
    ]
}

/// Lengths around every border of 1 KiB chunks, 4 KiB blocks, and the nodes that hold them.
const MANY: &str =
    "0 1 63 64 65 1023 1024 1025 2048 2049 3072 3073 4095 4096 4097 8192 8193 16384 16385
    31744 65536 65537 131071 524287 524288 524289 1048577";

/// A trial in which both shell lines print the same for a file of each size.
fn agree(program: &'static str, ours: &str, theirs: &str, sizes: &str) -> Trial {
    let script = format!(
        "seq 200000 > all
for size in {sizes}; do
    head -c $size all > file
    ours=$({ours}) theirs=$({theirs})
    test \"$ours\" = \"$theirs\" && test -n \"$ours\" ||
        {{ echo \"of $size bytes: $ours, {program} says $theirs\"; exit 1; }}
done",
        sizes = sizes.split_whitespace().collect::<Vec<_>>().join(" "),
    );
    let option = ours.split_once("--tree ").map_or(ours, |(_, tree)| tree);
    let option = option.trim_start_matches("decent merkle root --no-names ");
    scripted(
        format!("merkle::{program} agrees on {option}"),
        &[program],
        script,
    )
}
