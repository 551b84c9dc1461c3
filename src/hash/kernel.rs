//! What every kernel does, and the constants of FIPS 180-4 that they share.

use super::Hash256;

/// A compression function over `N` independent streams at once. The number of words in a state
/// says which: 8 for SHA-256, 5 for SHA-1.
pub(super) trait Compress<const N: usize, const W: usize>: Copy {
    /// Takes `count` blocks of 64 bytes from the start of every stream. `state[w][n]` is word `w`
    /// of stream `n`. Panics where a stream has fewer.
    fn compress(self, state: &mut [[u32; N]; W], streams: [&[u8]; N], count: usize);

    /// Takes `count` blocks of zeros in every stream.
    fn zeros(self, state: &mut [[u32; N]; W], mut count: u64) {
        const ZEROS: [u8; 4096] = [0; 4096];
        while count > 0 {
            let now = count.min(ZEROS.len() as u64 / 64);
            self.compress(state, [&ZEROS; N], now as usize);
            count -= now;
        }
    }
}

/// Nodes of a binary tree, `N` at a time.
pub(super) trait Pairs<const N: usize>: Copy {
    /// SHA-256 of the prefix, if there is one, and 64 bytes.
    fn pairs(self, prefix: Option<u8>, pairs: &[[u8; 64]; N], parents: &mut [Hash256; N]);
}

/// SHA-1 and SHA-256 over the same blocks, loaded once.
pub(super) trait Both<const N: usize>: Compress<N, 5> + Compress<N, 8> + Copy {
    /// As [`Compress::compress`], for both.
    fn both(
        self,
        sha1: &mut [[u32; N]; 5],
        sha256: &mut [[u32; N]; 8],
        streams: [&[u8]; N],
        count: usize,
    );

    /// One more block of SHA-256, the same for every stream, by its [`schedule256`].
    fn same(self, state: &mut [[u32; N]; 8], schedule: &[u32; 64]);
}

/// The plain crates, one stream.
#[derive(Clone, Copy)]
pub(super) struct Plain;

impl Compress<1, 8> for Plain {
    fn compress(self, state: &mut [[u32; 1]; 8], [stream]: [&[u8]; 1], count: usize) {
        let mut words = state.map(|[word]| word);
        sha2::block_api::compress256(&mut words, blocks(stream, count));
        *state = words.map(|word| [word]);
    }
}

impl Compress<1, 5> for Plain {
    fn compress(self, state: &mut [[u32; 1]; 5], [stream]: [&[u8]; 1], count: usize) {
        let mut words = state.map(|[word]| word);
        sha1::block_api::compress(&mut words, blocks(stream, count));
        *state = words.map(|word| [word]);
    }
}

fn blocks(stream: &[u8], count: usize) -> &[[u8; 64]] {
    let blocks = stream.as_chunks().0.get(..count);
    blocks.expect("as many blocks as the scheduler counted")
}

/// The state of SHA-256 before the first block.
pub(super) const START_256: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

/// The state of SHA-1 before the first block.
pub(super) const START_1: [u32; 5] = [
    0x6745_2301,
    0xefcd_ab89,
    0x98ba_dcfe,
    0x1032_5476,
    0xc3d2_e1f0,
];

/// SHA-1's constants, one for 20 rounds.
pub(super) const K1: [u32; 4] = [0x5a82_7999, 0x6ed9_eba1, 0x8f1b_bcdc, 0xca62_c1d6];

/// SHA-256's constants, one a round.
pub(super) const K256: [u32; 64] = [
    0x428a_2f98,
    0x7137_4491,
    0xb5c0_fbcf,
    0xe9b5_dba5,
    0x3956_c25b,
    0x59f1_11f1,
    0x923f_82a4,
    0xab1c_5ed5,
    0xd807_aa98,
    0x1283_5b01,
    0x2431_85be,
    0x550c_7dc3,
    0x72be_5d74,
    0x80de_b1fe,
    0x9bdc_06a7,
    0xc19b_f174,
    0xe49b_69c1,
    0xefbe_4786,
    0x0fc1_9dc6,
    0x240c_a1cc,
    0x2de9_2c6f,
    0x4a74_84aa,
    0x5cb0_a9dc,
    0x76f9_88da,
    0x983e_5152,
    0xa831_c66d,
    0xb003_27c8,
    0xbf59_7fc7,
    0xc6e0_0bf3,
    0xd5a7_9147,
    0x06ca_6351,
    0x1429_2967,
    0x27b7_0a85,
    0x2e1b_2138,
    0x4d2c_6dfc,
    0x5338_0d13,
    0x650a_7354,
    0x766a_0abb,
    0x81c2_c92e,
    0x9272_2c85,
    0xa2bf_e8a1,
    0xa81a_664b,
    0xc24b_8b70,
    0xc76c_51a3,
    0xd192_e819,
    0xd699_0624,
    0xf40e_3585,
    0x106a_a070,
    0x19a4_c116,
    0x1e37_6c08,
    0x2748_774c,
    0x34b0_bcb5,
    0x391c_0cb3,
    0x4ed8_aa4a,
    0x5b9c_ca4f,
    0x682e_6ff3,
    0x748f_82ee,
    0x78a5_636f,
    0x84c8_7814,
    0x8cc7_0208,
    0x90be_fffa,
    0xa450_6ceb,
    0xbef9_a3f7,
    0xc671_78f2,
];

/// What the 64 rounds of SHA-256 add for a block known beforehand: its words, extended, and the
/// constants.
#[allow(
    clippy::indexing_slicing,
    reason = "a const fn can't iterate; 64 rounds, 64 words"
)]
pub(super) const fn schedule256(block: [u32; 16]) -> [u32; 64] {
    let mut words = [0; 64];
    let mut sums = [0; 64];
    let mut i = 0;
    while i < 64 {
        words[i] = if i < 16 {
            block[i]
        } else {
            let (x, y): (u32, u32) = (words[i - 15], words[i - 2]);
            let small0 = x.rotate_right(7) ^ x.rotate_right(18) ^ (x >> 3);
            let small1 = y.rotate_right(17) ^ y.rotate_right(19) ^ (y >> 10);
            small0
                .wrapping_add(small1)
                .wrapping_add(words[i - 16])
                .wrapping_add(words[i - 7])
        };
        sums[i] = K256[i].wrapping_add(words[i]);
        i += 1;
    }
    sums
}

/// The block that ends a message whose length is a multiple of 64 bytes.
pub(super) const fn last_block(len_bytes: u64) -> [u32; 16] {
    let mut block = [0; 16];
    let len_bits = len_bytes * 8;
    block[0] = 0x8000_0000;
    block[14] = (len_bits >> 32) as u32;
    block[15] = len_bits as u32;
    block
}

/// The schedule of the block that ends a message of 64 bytes.
pub(super) static AFTER_64: [u32; 64] = schedule256(last_block(64));
