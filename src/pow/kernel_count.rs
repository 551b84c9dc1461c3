//! The miner's kernels with operations that count themselves: what a kernel costs at least, from its
//! own text.
//!
//! Bounds in cycles a try, for vectors of N lanes of which a processor starts `p` operations a cycle,
//! and `r` rotations or shifts: the larger of `all / p / N` and `rotations / r / N`. Zen 4 starts two
//! wide operations or four of 256 bits, of these one or two rotations, Golden Cove two and three;
//! behind the bound what was measured, two vectors side by side on the first and one on the second
//! (Emerald Rapids), and its share.
//!
//! | | all | rotations | bound | Zen 4 | its AVX-512VL | Golden Cove |
//! |---|---|---|---|---|---|---|
//! | header | 2849 | 1176 | 89.0 | 98.7 (90 %) | 116.6 (76 %) | 92.7 (96 %) |
//! | one of 16 versions | 2417 | 962 | 75.5 | 86.6 (87 %) | 115.0 (66 %) | 81.0 (93 %) |
//! | message, nonce in words 8 to 11 | 1490 | 624 | 46.6 | 55.8 (83 %) | 59.3 (79 %) | 51.7 (90 %) |
//! | stamp | 573 | 156 | 17.9 | 20.5 (87 %) | 27.4 (65 %) | 19.5 (92 %) |
//!
//! SHA-NI on Zen 4: two of its four vector pipes take the 61 `sha256rnds2` of a header (one a cycle)
//! and the 23 `sha256msg2` (one in two cycles): 107 cycles, of which 124 are measured (86 %). To mix
//! it with lanes gains little there: both want these two pipes, and a header costs about 310 of the
//! four pipes' turns with SHA-NI and 356 with lanes; filled to the last, they gave 80 cycles.
#![allow(unsafe_code, reason = "calls that the macro marks")]
#![allow(
    unused_assignments,
    reason = "the last rounds make words that nobody needs"
)]
#![allow(
    clippy::indexing_slicing,
    reason = "constant indices into fixed arrays"
)]
#![allow(clippy::many_single_char_names, reason = "the letters of FIPS 180-4")]
#![allow(
    clippy::large_types_passed_by_value,
    reason = "vectors stay in registers"
)]

use std::cell::Cell;

use super::nonce::NonceEncoding;
use super::plan_message::Messages;
use super::target::Target;

thread_local! {
    /// Operations so far: all, and rotations and shifts.
    static COUNTS: Cell<[u32; 2]> = const { Cell::new([0; 2]) };
}

fn counted(rotation: u32) {
    let [all, rotations] = COUNTS.get();
    COUNTS.set([all + 1, rotations + rotation]);
}

/// One lane that counts.
struct Count;

type V = u32;

fn add(a: V, b: V) -> V {
    counted(0);
    a.wrapping_add(b)
}

fn xor(a: V, b: V) -> V {
    counted(0);
    a ^ b
}

fn xor3(a: V, b: V, c: V) -> V {
    counted(0);
    a ^ b ^ c
}

fn ch(a: V, b: V, c: V) -> V {
    counted(0);
    c ^ (a & (b ^ c))
}

fn maj(a: V, b: V, c: V) -> V {
    counted(0);
    (a & b) ^ (a & c) ^ (b & c)
}

fn pin(a: V) -> V {
    a
}

fn ror<const R: u32, const L: u32>(a: V) -> V {
    counted(1);
    a.rotate_right(R)
}

fn shr<const N: u32>(a: V) -> V {
    counted(1);
    a >> N
}

fn splat(word: u32) -> V {
    word
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "as with the wide vectors"
)]
fn get(row: &[u32; 1]) -> V {
    let [word] = row;
    *word
}

fn number() -> V {
    0
}

fn none(lane: V, mask: u32) -> u64 {
    counted(0);
    u64::from(lane & mask == 0)
}

miner!(Count, 1);

/// What one try costs.
fn cost(tries: u32, run: impl FnOnce()) -> [u32; 2] {
    COUNTS.set([0; 2]);
    run();
    COUNTS.get().map(|count| count / tries)
}

#[test]
fn what_the_text_costs() {
    let batch = BATCH as u32;
    let target = Target::bits(32, 32).unwrap();
    let tail = Tail::new(&[7; 80], target);
    let version = Version::new(&[7; 80], &tail);
    let header = cost(batch, || {
        Count.header(&tail, &version, 0);
    });
    let versions = vec![version; 16];
    let rolled = cost(16 * batch, || {
        Count.rolled(&tail, &versions, 0, &mut [0; 16]);
    });
    let messages = Messages::new(&[b'a'; 35], b"", NonceEncoding::Dec);
    let plan = messages.plan256(100_000_000, false, target).unwrap();
    let message = cost(batch, || {
        Count.sha256(&plan, 0);
    });
    let messages = Messages::new(&[b'a'; 44], b"", NonceEncoding::Hex);
    let stamp = messages.plan1(1 << 28, target).unwrap().stamp().unwrap();
    let stamp = cost(batch, || {
        Count.stamp(&stamp, 0);
    });
    // The table above.
    let wanted = [[2849, 1176], [2417, 962], [1490, 624], [573, 156]];
    assert_eq!([header, rolled, message, stamp], wanted);
}
