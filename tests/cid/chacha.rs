//! The bytes of kubo's tests: `ChaCha20` (RFC 8439) under the SHA-256 of a seed, nonce and counter zero
//! (ipfs/kubo, `test/cli/testutils/random_deterministic.go`).

use std::io::Read;

use sha2::{Digest, Sha256};

/// A stream of so many bytes.
pub(crate) struct Bytes {
    state: [u32; 16],
    block: [u8; 64],
    used: usize,
    left: u64,
}

fn quarter(words: &mut [u32; 16], [one, two, three, four]: [usize; 4]) {
    for (first, second) in [(16, 12), (8, 7)] {
        words[one] = words[one].wrapping_add(words[two]);
        words[four] = (words[four] ^ words[one]).rotate_left(first);
        words[three] = words[three].wrapping_add(words[four]);
        words[two] = (words[two] ^ words[three]).rotate_left(second);
    }
}

impl Bytes {
    pub(crate) fn new(seed: &str, len: u64) -> Self {
        let key = Sha256::digest(seed);
        let mut state = [0; 16];
        state[..4].copy_from_slice(&[0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574]);
        for (word, four) in state[4..12].iter_mut().zip(key.chunks(4)) {
            *word = u32::from_le_bytes(four.try_into().unwrap());
        }
        Self {
            state,
            block: [0; 64],
            used: 64,
            left: len,
        }
    }

    fn refill(&mut self) {
        let mut x = self.state;
        for _ in 0..10 {
            for column in 0..4 {
                quarter(&mut x, [column, column + 4, column + 8, column + 12]);
            }
            for row in 0..4 {
                let turned = [
                    row,
                    4 + (row + 1) % 4,
                    8 + (row + 2) % 4,
                    12 + (row + 3) % 4,
                ];
                quarter(&mut x, turned);
            }
        }
        for (four, (x, state)) in self.block.chunks_mut(4).zip(x.iter().zip(self.state)) {
            four.copy_from_slice(&x.wrapping_add(state).to_le_bytes());
        }
        self.state[12] = self.state[12].wrapping_add(1);
        self.used = 0;
    }
}

impl Read for Bytes {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let mut filled = 0;
        while filled < buffer.len() && self.left > 0 {
            if self.used == 64 {
                self.refill();
            }
            let now = (buffer.len() - filled)
                .min(64 - self.used)
                .min(self.left as usize);
            buffer[filled..filled + now].copy_from_slice(&self.block[self.used..self.used + now]);
            (filled, self.used, self.left) =
                (filled + now, self.used + now, self.left - now as u64);
        }
        Ok(filled)
    }
}
