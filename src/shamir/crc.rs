//! CRC-64/XZ (ECMA-182, reflected; `xz` has it): finds every burst of up to 64 wrong bits, and a
//! random change but once in 2^64. No table is asked by the bytes, for those of a share are half a
//! secret.

/// The polynomial, its terms from the least of the word to the greatest.
pub(super) const POLYNOMIAL: u64 = 0xc96c_5795_d787_0f42;

/// A checksum under way.
///
/// ```
/// use decent::shamir::crc::Crc64;
/// let mut crc = Crc64::new();
/// crc.update(b"1234");
/// crc.update(b"56789");
/// assert_eq!(crc.value(), 0x995d_c9bb_df19_39fa);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Crc64(u64);

impl Default for Crc64 {
    fn default() -> Self {
        Self::new()
    }
}

impl Crc64 {
    /// Of nothing yet.
    pub const fn new() -> Self {
        Self(!0)
    }

    /// Takes in more bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        #[cfg(target_arch = "x86_64")]
        let (state, rest) = super::kernel_crc::fold(self.0, bytes);
        #[cfg(not(target_arch = "x86_64"))]
        let (state, rest) = (self.0, bytes);
        self.0 = plain(state, rest);
    }

    /// The checksum of all bytes so far.
    pub const fn value(self) -> u64 {
        !self.0
    }
}

/// The checksum of `bytes`.
pub fn of(bytes: &[u8]) -> u64 {
    let mut crc = Crc64::new();
    crc.update(bytes);
    crc.value()
}

/// Bit by bit.
pub(super) fn plain(state: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(state, |state, byte| {
        (0..8).fold(state ^ u64::from(*byte), |state, _| times_x(state))
    })
}

/// A remainder, once more shifted.
pub(super) const fn times_x(state: u64) -> u64 {
    state >> 1 ^ POLYNOMIAL & 0u64.wrapping_sub(state & 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_give_the_same_over_lengths_and_cuts() {
        let bytes: Vec<u8> = (0..3000u32).map(|i| ((i * i) >> 3) as u8).collect();
        for len in (0..600).chain([1023, 1024, 1025, 3000]) {
            let part = &bytes[3000 - len..];
            let wanted = !plain(!0, part);
            assert_eq!(of(part), wanted, "{len} bytes");
            let mut crc = Crc64::new();
            let (first, second) = part.split_at(len / 3);
            crc.update(first);
            crc.update(second);
            assert_eq!(crc.value(), wanted, "{len} bytes in two");
        }
    }
}
