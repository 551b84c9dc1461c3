//! Counts as compact writers put them down, eight digits at once: the way of nearly all bytes.
//! Whatever looks different is left to the general way.

/// `:1,` before a quote, or `1` and a newline, at the start of `rest`: the count and what is behind.
#[inline]
pub(crate) fn plain_count<const JSON: bool>(rest: &[u8]) -> Option<(u64, &[u8])> {
    let rest = match rest {
        [b':', b' ', rest @ ..] | [b':', rest @ ..] if JSON => rest,
        rest if !JSON => rest,
        _ => return None,
    };
    let (count, len) = match eight(*rest.first_chunk()?) {
        (count, len @ 0..8) => (count, len),
        _ => many(rest),
    };
    let leading_zero = len > 1 && rest.first() == Some(&b'0');
    if len == 0 || len > 19 || leading_zero {
        return None;
    }
    let after = match rest.get(len..)? {
        [b',', b' ' | b'\n', after @ ..] | [b',', after @ ..] if JSON => after,
        [b'\n', after @ ..] if !JSON => return Some((count, after)),
        _ => return None,
    };
    (after.first() == Some(&b'"')).then_some((count, after))
}

/// The number that up to eight digits at the start make, and how many they are.
#[inline]
fn eight(bytes: [u8; 8]) -> (u64, usize) {
    const ONES: u64 = u64::MAX / 255;
    let digits = u64::from_le_bytes(bytes) ^ (ONES * 0x30);
    let other = (digits.wrapping_add(ONES * 0x76) | digits) & (ONES << 7);
    let len = (other.trailing_zeros() / 8) as usize;
    if len == 0 {
        return (0, 0);
    }
    // Zeros in front, then neighbours joined: ten times the left one and the right one.
    let digits = digits << (64 - 8 * len as u32);
    let pairs = (digits & (ONES * 0x0f)).wrapping_mul(2561) >> 8;
    let fours = (pairs & 0x00ff_00ff_00ff_00ff).wrapping_mul(6_553_601) >> 16;
    let all = (fours & 0x0000_ffff_0000_ffff).wrapping_mul(42_949_672_960_001) >> 32;
    (all, len)
}

/// The same of any number of digits, modulo 2^64.
fn many(bytes: &[u8]) -> (u64, usize) {
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit());
    digits.fold((0u64, 0), |(count, len), byte| {
        (
            count.wrapping_mul(10).wrapping_add(u64::from(byte - b'0')),
            len + 1,
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn others_are_left() {
        for text in [
            "x",
            "",
            "1",
            "01,\"",
            "-1,\"",
            "1.5,\"",
            "1}",
            "1,}",
            "12345678901234567890,\"",
        ] {
            let text = format!(":{text}        ");
            assert_eq!(plain_count::<true>(text.as_bytes()), None, "{text}");
        }
        assert_eq!(plain_count::<false>(b"01\n        "), None);
        assert_eq!(plain_count::<false>(b"1 \n        "), None);
    }

    proptest! {
        #[test]
        fn counts_are_exact(count in prop_oneof![0u64..200_000_000, 0u64..10_000_000_000_000_000_000]) {
            let line = format!("{count}\nnext-id\t1\n");
            prop_assert_eq!(plain_count::<false>(line.as_bytes()), Some((count, &b"next-id\t1\n"[..])));
            for member in [format!(":{count},"), format!(": {count}, "), format!(":{count},\n")] {
                let text = format!("{member}\"next\":1");
                prop_assert_eq!(plain_count::<true>(text.as_bytes()), Some((count, &b"\"next\":1"[..])));
            }
        }
    }
}
