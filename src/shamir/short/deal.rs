//! A secret into short shares.

use ctr::cipher::StreamCipher;
use zeroize::Zeroizing;

use super::{FIELD, Hash, cipher, mark};
use crate::coins::Coins;
use crate::error::Result;
use crate::feed::{self, Input};
use crate::shamir::crc::Crc64;
use crate::shamir::join::stop;
use crate::shamir::kernel::{Kernel, Mixer};
use crate::shamir::share::{Header, Kind};
use crate::shamir::split::{BLOCK, Dealer, KEY, Put, Threshold};
use crate::watch::Watch;

/// Writes the pieces of one sharing.
struct Writer<'a> {
    put: Put<'a>,
    crcs: Vec<Crc64>,
    hashers: Vec<blake3::Hasher>,
}

impl Writer<'_> {
    fn add(&mut self, i: usize, bytes: &[u8]) -> Result<()> {
        if let Some(crc) = self.crcs.get_mut(i) {
            crc.update(bytes);
        }
        (self.put)(i, bytes)
    }
}

/// Splits a secret into short shares at 1, 2, .. n. Returns its length in bytes.
pub fn split(
    input: Input<'_>,
    kernel: Kernel,
    threshold: Threshold,
    set: [u8; 16],
    mut coins: Coins,
    watch: &dyn Watch,
    put: Put<'_>,
) -> Result<u64> {
    let (t, n) = (usize::from(threshold.t()), usize::from(threshold.n()));
    let mut key = Zeroizing::new([0; KEY]);
    coins.fill(&mut *key);
    let mut writer = Writer {
        put,
        crcs: vec![Crc64::new(); n],
        hashers: vec![blake3::Hasher::new(); n],
    };
    for (i, x) in threshold.xs().into_iter().enumerate() {
        let header = Header {
            kind: Kind::Short,
            field: FIELD,
            threshold: threshold.t(),
            x,
            set,
        };
        writer.add(i, &header.encode())?;
    }
    let rows: Vec<_> = threshold.xs().iter().map(|x| FIELD.powers(*x, t)).collect();
    let mixer = Mixer::new(kernel, FIELD, &rows);
    let mut stream = cipher(&key);
    let mut pieces = vec![0; n * BLOCK];
    let len = each_stripe(input, t * BLOCK, watch, |stripe| {
        stream.apply_keystream(stripe);
        let width = stripe.len() / t;
        let inputs: Vec<&[u8]> = stripe.chunks_exact(width.max(1)).collect();
        let blocks = pieces.chunks_exact_mut(width.max(1)).take(n);
        mixer.mix(&inputs, &mut blocks.collect::<Vec<_>>());
        for (i, piece) in pieces.chunks_exact(width.max(1)).take(n).enumerate() {
            if let Some(hasher) = writer.hashers.get_mut(i) {
                hasher.update(piece);
            }
            writer.add(i, piece)?;
        }
        Ok(())
    })?;
    let hashes: Vec<Hash> = writer
        .hashers
        .iter()
        .map(|h| *h.finalize().as_bytes())
        .collect();
    let mark = mark(&key, len, threshold.t(), &hashes);
    let shared = Zeroizing::new([&key[..], &mark, &len.to_le_bytes()].concat());
    let mut dealer = Dealer::new(kernel, FIELD, threshold.t(), &threshold.xs(), coins);
    dealer.deal(&shared, &mut |i, bytes| writer.add(i, bytes))?;
    let list = hashes.concat();
    for i in 0..n {
        writer.add(i, &list)?;
        writer.add(i, &[threshold.n()])?;
        let crc = writer.crcs.get(i).map_or(0, |crc| crc.value());
        writer.add(i, &crc.to_le_bytes())?;
    }
    Ok(len)
}

/// Calls `on` with stripes of `size` bytes; the last is as short as it can be, a multiple of the
/// number of blocks, filled up with zeros. Returns the bytes without those.
fn each_stripe(
    input: Input<'_>,
    size: usize,
    watch: &dyn Watch,
    mut on: impl FnMut(&mut [u8]) -> Result<()>,
) -> Result<u64> {
    let mut buffer = Zeroizing::new(vec![0; size]);
    let blocks = size / BLOCK;
    let mut total = 0;
    let mut stripe = |buffer: &mut [u8], filled: usize| {
        stop(watch)?;
        let whole = filled.next_multiple_of(blocks);
        if let Some(zeros) = buffer.get_mut(filled..whole) {
            zeros.fill(0);
        }
        total += filled as u64;
        watch.advance(filled as u64);
        on(buffer.get_mut(..whole).unwrap_or_default())
    };
    match input {
        Input::At(source, range) => {
            let mut at = range.start;
            while at < range.end {
                let len = (range.end - at).min(size as u64) as usize;
                source.copy_at(at, buffer.get_mut(..len).unwrap_or_default())?;
                stripe(&mut buffer, len)?;
                at += len as u64;
            }
        }
        Input::Stream(reader) => loop {
            let len = feed::fill(reader, &mut buffer)?;
            if len == 0 {
                break;
            }
            stripe(&mut buffer, len)?;
        },
    }
    Ok(total)
}
