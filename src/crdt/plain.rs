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

/// The same of up to seven digits, `rest` beginning behind the end of the id; and how many bytes it
/// takes, with what stands between it and the next id.
#[allow(clippy::inline_always, reason = "once for each entry, 5 % of a merge")]
#[inline(always)]
pub(crate) fn short_count<const END: u8>(rest: &[u8]) -> Option<(u64, usize)> {
    let json = END == b'"';
    let text = rest.first_chunk::<16>()?;
    let mut at = 0;
    if json {
        if text[0] != b':' {
            return None;
        }
        at = 1 + usize::from(text[1] == b' ');
    }
    let digits = text.get(at..at + 8)?.first_chunk()?;
    let (count, len) = eight(*digits);
    if len == 0 || len > 7 || digits[0] == b'0' && len > 1 {
        return None;
    }
    at += len;
    let behind: &[u8; 3] = text.get(at..at + 3)?.first_chunk()?;
    match behind {
        [b'\n', ..] if !json => Some((count, at + 1)),
        [b',', b'"', _] if json => Some((count, at + 1)),
        [b',', b' ' | b'\n', b'"'] if json => Some((count, at + 2)),
        _ => None,
    }
}

/// The number that up to eight digits at the start make, and how many they are.
#[allow(clippy::inline_always, reason = "once for each entry, 4 % of a merge")]
#[inline(always)]
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
            assert_eq!(short_count::<b'"'>(text.as_bytes()), None, "{text}");
        }
        assert_eq!(plain_count::<false>(b"01\n        "), None);
        assert_eq!(plain_count::<false>(b"1 \n        "), None);
    }

    proptest! {
        #[test]
        fn counts_are_exact(count in prop_oneof![0u64..200_000_000, 0u64..10_000_000_000_000_000_000]) {
            let line = format!("{count}\nnext-id\t1\n");
            prop_assert_eq!(plain_count::<false>(line.as_bytes()), Some((count, &b"next-id\t1\n"[..])));
            let short = (count < 10_000_000).then_some(count);
            let padded = format!("{line}             ");
            prop_assert_eq!(short_count::<b'\t'>(padded.as_bytes()), short.map(|short| (short, line.len() - 10)));
            for member in [format!(":{count},"), format!(": {count}, "), format!(":{count},\n")] {
                let text = format!("{member}\"next\":1");
                prop_assert_eq!(plain_count::<true>(text.as_bytes()), Some((count, &b"\"next\":1"[..])));
                let padded = format!("{text}             ");
                prop_assert_eq!(short_count::<b'"'>(padded.as_bytes()), short.map(|short| (short, member.len())));
            }
        }
    }
}
