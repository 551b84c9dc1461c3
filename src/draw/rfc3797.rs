//! RFC 3797 section 4: the i-th that is drawn is the one at the place MD5(i, key, i) modulo how many are
//! left, i being two bytes, highest first. The key is made of public numbers: of each source its values
//! in order with a `.` behind each, and a `/` behind the source. MD5 is long broken for collisions; here
//! nobody chooses what is hashed, and draws made so are to be checked.

use md5::{Digest, Md5};

use super::Drawn;
use crate::codec::hex;

/// Entries of a pool, at most: the counter has two bytes.
pub const MOST: usize = 65_535;

/// The key of one source of numbers, which are sorted; those of all sources stand one behind another.
///
/// ```
/// use decent::draw::rfc3797::source;
/// assert_eq!(source(&mut [2, 5, 12, 8, 10]), "2.5.8.10.12./");
/// ```
pub fn source(values: &mut [u64]) -> String {
    values.sort_unstable();
    let values = values.iter().map(|value| format!("{value}."));
    values.collect::<String>() + "/"
}

/// The key that a beacon's randomness is: one value, in large hex digits.
pub fn key(randomness: &[u8; 32]) -> String {
    hex::encode(randomness).to_ascii_uppercase() + "./"
}

/// The digest of the i-th, from 0 on.
pub fn digest(key: &str, i: u16) -> [u8; 16] {
    let around = i.to_be_bytes();
    let hash = Md5::new_with_prefix(around);
    hash.chain_update(key)
        .chain_update(around)
        .finalize()
        .into()
}

/// Draws `count` of so many: of each its place in the pool, from 0 on, and its digest.
pub fn drawn(key: &str, entries: usize, count: usize) -> Vec<Drawn> {
    let mut left: Vec<usize> = (0..entries.min(MOST)).collect();
    let each = (0..=u16::MAX).take(count).map_while(|i| {
        let digest = digest(key, i);
        let number = u128::from_be_bytes(digest);
        let at = number.checked_rem(left.len() as u128)? as usize;
        Some(Drawn {
            place: left.remove(at),
            ticket: digest.to_vec(),
        })
    });
    each.collect()
}
