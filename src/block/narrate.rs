//! The steps of headers, targets and retargets with their real values, each computed again by the
//! plain crates.

use num_bigint::BigUint;
use sha2::{Digest, Sha256};

use super::header::{Header, shown};
use super::network::Network;
use super::target::Target;
use crate::codec::{hex, time};
use crate::watch::{Step, Watch};

/// The 80 bytes, the two hashes, the comparison with the target, the odds.
pub fn header(header: &Header, watch: &dyn Watch) {
    let fields = header.fields();
    let digits = header.to_hex();
    let part = |range: std::ops::Range<usize>| digits.get(range).unwrap_or_default().to_owned();
    let step = Step::new(
        "bytes",
        "a header is 80 bytes, each number with its lowest byte first",
    )
    .value("version", format!("{} ({})", part(0..8), fields.version))
    .value("previous", part(8..72))
    .value("merkle root", part(72..136));
    let step = step
        .value(
            "time",
            format!(
                "{} ({}, {})",
                part(136..144),
                fields.time,
                time::show(fields.time.into())
            ),
        )
        .value("bits", format!("{} ({:08x})", part(144..152), fields.bits))
        .value("nonce", format!("{} ({})", part(152..160), fields.nonce));
    watch.step(&step);
    let bytes = format!("printf {digits} | xxd -r -p");
    let once = Sha256::digest(header.0);
    let step =
        Step::new("first hash", "SHA-256 of the 80 bytes").value("sha256", hex::encode(&once));
    watch.step(&step.check(format!("{bytes} | sha256sum")));
    let twice = header.hash();
    let step =
        Step::new("second hash", "SHA-256 of the first").value("sha256d", hex::encode(&twice));
    let line = format!("{bytes} | openssl dgst -sha256 -binary | sha256sum");
    watch.step(&step.check(line));
    let step = Step::new("block hash", "the bytes of the second hash, the last first")
        .value("hash", shown(&twice));
    let line = format!(
        "printf {} | fold -w2 | tac | tr -d '\\n'",
        hex::encode(&twice)
    );
    watch.step(&step.check(line));
    target(fields.bits, watch);
    if let Ok(target) = Target::from_bits(fields.bits) {
        let (below, why) = if target.is_met_by(&twice) {
            (
                "yes",
                "the block hash, as a number, is not above the target: the work is proven",
            )
        } else {
            (
                "no",
                "the block hash, as a number, is above the target: no work is proven",
            )
        };
        let step = Step::new("comparison", why)
            .value("hash", shown(&twice))
            .value("target", format!("{:x}", target.number()))
            .value("proven", below);
        watch.step(&step);
    }
}

/// What compact bits stand for, and the work that they ask for.
pub fn target(bits: u32, watch: &dyn Watch) {
    let (length, mantissa) = (bits >> 24, bits & 0x007f_ffff);
    let step = Step::new("bits", "a byte of length, a sign bit, 23 bits of mantissa")
        .value("length", length)
        .value("sign", bits >> 23 & 1)
        .value("mantissa", format!("{mantissa:06x}"));
    watch.step(&step);
    let Ok(target) = Target::from_bits(bits) else {
        return;
    };
    let step = Step::new("target", "mantissa times 256 to the power of length - 3")
        .value("target", format!("{:x}", target.number()));
    let zeros = 2 * length.saturating_sub(3) as usize;
    let line = format!(
        "printf %0{}x%0{zeros}d {mantissa} 0",
        64usize.saturating_sub(zeros)
    );
    // Where the mantissa is cut, or nothing stands behind it, printf can't say it.
    let plain = length > 3 && length <= 32;
    watch.step(&if plain { step.check(line) } else { step });
    let all = BigUint::from(1u8) << 256u32;
    let step = Step::new(
        "odds",
        "one hash in 2^256 / (target + 1) meets it: the work of the block",
    )
    .value("2^256", all)
    .value("target + 1", target.number().to_big() + 1u8)
    .value("work", target.work());
    watch.step(&step);
}

/// How the bits behind a period follow from it.
pub fn retarget(
    network: &Network,
    height: u32,
    bits: u32,
    first: u32,
    last: u32,
    watch: &dyn Watch,
) {
    let span = network.timespan();
    let took = i64::from(last) - i64::from(first);
    let kept = took.clamp(i64::from(span / 4), i64::from(span) * 4);
    let Ok(next) = network.retarget(bits, first, last) else {
        return;
    };
    let step = Step::new(
        format!("retarget {height}"),
        "the old target times the seconds that the period took, divided by those it should have",
    );
    let step = step
        .value("first time", first)
        .value("last time", last)
        .value("took", took)
        .value("within 1/4 and 4 times", kept)
        .value("should take", span)
        .value("old bits", format!("{bits:08x}"))
        .value("new bits", format!("{next:08x}"));
    watch.step(&step);
}
