//! Keys out of published signatures, and out of files larger than memory.

use crate::codec::hex;
use crate::sig::recover::{Counts, Found, Kind, Line, search, search_holding};
use crate::watch::Deaf;

pub(super) fn found(lines: &str) -> (Vec<Found>, Counts) {
    let mut all = Vec::new();
    let open = || Ok(lines.as_bytes());
    let counts = search(
        open,
        &Deaf,
        |_| Ok(()),
        |found, _| {
            all.push(found.clone());
            Ok(())
        },
    );
    (all, counts.unwrap())
}

/// Two inputs of Bitcoin's transaction 9ec4bc49..bf1, which Nils Schneider took apart in 2013: their
/// public key, and the lines.
fn payment_of_2012() -> (&'static str, String) {
    let r = "d47ce4c025c35ec440bc81d99834a624875161a26bf56ef7fdc0f5d52f843ad1";
    let one = "44e1ff2dfd8102cf7a47c21d5c9fd5701610d04953c6836596b4fe9dd2f53e3e";
    let two = "9a5f1c75e461d7ceb1cf3cab9013eb2dc85b6d0da8c3c6e27e3a5a5b3faa5bab";
    let (z1, z2) = (
        "c0e2d0a89a348de88fda08211c70d1d7e52ccef2eb9459911bf977d587784c6e",
        "17b0f41c8c337ac1e18c98759e83a8cccbc368dd9d89e5f03cb633c265fd0ddc",
    );
    let key = "04dbd0c61532279cf72981c3584fc32216e0127699635c2789f549e0730c059b81ae133016a69c21e23f1859a95f06d52b7bf149a8f2fe4e8535c8a829b449c5ff";
    let lines = format!(
        "{{\"type\":\"ecdsa\",\"public_key\":\"{key}\",\"digest\":\"{z1}\",\"signature\":\"{r}{one}\"}}\n\
         {{\"type\":\"ecdsa\",\"public_key\":\"{key}\",\"digest\":\"{z2}\",\"signature\":\"{r}{two}\"}}\n"
    );
    (key, lines)
}

const KEY_OF_2012: &str = "c477f9f65c22cce20657faa5b2d1d8122336f851a508a1ed04e479c34985bf96";

#[test]
fn a_payment_of_2012() {
    let (key, lines) = payment_of_2012();
    let (all, counts) = found(&lines);
    assert_eq!((counts.signatures, counts.repeated), (2, 1));
    assert_eq!(hex::encode(&all[0].private_key[..]), KEY_OF_2012);
    assert_eq!((all.len(), &all[0].lines[..]), (1, &[1, 2][..]));
    // Without the key in the lines the same comes out.
    let bare = lines.replace(&format!("\"public_key\":\"{key}\","), "");
    assert_eq!(found(&bare).0[0].private_key, all[0].private_key);
    assert!(!all[0].false_key && all[0].kind == Kind::Ecdsa);
}

/// More signatures than fingerprints are held: the file is read once a share of them, and the two
/// that belong together are found wherever they stand.
#[test]
fn a_file_larger_than_memory() {
    let (_, lines) = payment_of_2012();
    let (one, two) = lines.trim_end().split_once('\n').unwrap();
    let other = |i: usize| {
        let (digest, r, s) = (
            format!("{:064x}", i + 1),
            format!("{:064x}", i + 2),
            "07".repeat(32),
        );
        format!("{{\"type\":\"ecdsa\",\"digest\":\"{digest}\",\"signature\":\"{r}{s}\"}}\n")
    };
    let many: String = (0..200).map(other).collect();
    for (text, held) in [
        (format!("{one}\n{many}{two}\n"), 16),
        (format!("{many}{one}\n{two}\n"), 50),
        (format!("{one}\n{two}\n{many}"), 202),
    ] {
        let (mut times, mut keys) = (0, Vec::new());
        let open = || {
            times += 1;
            Ok(text.as_bytes())
        };
        let keep = |found: &Found, _: &[&Line]| {
            keys.push(hex::encode(&found.private_key[..]));
            Ok(())
        };
        let counts = search_holding(held, open, &Deaf, |_| Ok(()), keep).unwrap();
        assert_eq!(
            (counts.signatures, counts.damaged, keys),
            (202, 0, vec![KEY_OF_2012.to_owned()])
        );
        let shares = if held < 202 {
            202_usize.div_ceil(held / 2)
        } else {
            0
        };
        assert_eq!(times, 2 + shares);
    }
}
