//! New shares of an old secret, which is nowhere rebuilt on the way: refreshed, by adding a sharing of
//! 0; or dealt anew to another t of n, by sharing every share (Herzberg and others, CRYPTO '95;
//! Desmedt and Jajodia, 1997). Old and new shares do not go together.

use std::ops::Range;

use k256::Scalar;
use zeroize::Zeroizing;

use super::coins::Coins;
use super::crc::Crc64;
use super::gf::Field;
use super::join::{Part, Refused, Sorted, blocks, sort_out, stop, too_few};
use super::kernel::{Kernel, Mixer};
use super::share::{Header, Kind, damaged};
use super::split::{BLOCK, Put, Threshold};
use super::{short, vss};
use crate::error::{Error, Result, slug};
use crate::watch::Watch;

/// The shares that can be worked on: of one set, each undamaged, enough of them.
fn good(
    parts: &[Part<'_>],
    watch: &dyn Watch,
) -> std::result::Result<(Vec<usize>, Vec<(usize, Error)>), Refused> {
    let Sorted { kept, mut blamed } = sort_out(parts, watch)?;
    let mut good = Vec::new();
    for i in kept {
        if parts.get(i).map_or(Ok(false), |part| part.is_whole(watch))? {
            good.push(i);
        } else {
            blamed.push((i, damaged()));
        }
    }
    let head = good.first().and_then(|i| parts.get(*i));
    let t = head.map(|part| part.header.threshold);
    if good.len() < t.map_or(1, usize::from) {
        return Err(too_few(good.len(), t, blamed));
    }
    Ok((good, blamed))
}

/// New shares under way.
struct Writer<'a> {
    put: Put<'a>,
    crcs: Vec<Crc64>,
}

impl<'a> Writer<'a> {
    fn begin(headers: &[Header], put: Put<'a>) -> Result<Self> {
        let mut writer = Self {
            put,
            crcs: vec![Crc64::new(); headers.len()],
        };
        for (i, header) in headers.iter().enumerate() {
            writer.add(i, &header.encode())?;
        }
        Ok(writer)
    }

    fn add(&mut self, i: usize, bytes: &[u8]) -> Result<()> {
        if let Some(crc) = self.crcs.get_mut(i) {
            crc.update(bytes);
        }
        (self.put)(i, bytes)
    }

    fn end(self) -> Result<()> {
        let mut crcs = self.crcs.iter().enumerate();
        crcs.try_for_each(|(i, crc)| (self.put)(i, &crc.value().to_le_bytes()))
    }
}

/// What came of it.
pub struct Renewed {
    /// The x of every new share.
    pub xs: Vec<u8>,
    /// Shares that were left out, and why.
    pub blamed: Vec<(usize, Error)>,
}

/// Refreshes shares over GF(256): as many new ones as there were good ones, at the same x.
pub fn refresh(
    parts: &[Part<'_>],
    kernel: Kernel,
    set: [u8; 16],
    coins: &mut Coins,
    watch: &dyn Watch,
    put: Put<'_>,
) -> std::result::Result<Renewed, Refused> {
    let (good, blamed) = good(parts, watch)?;
    let old: Vec<&Part<'_>> = good.iter().filter_map(|i| parts.get(*i)).collect();
    let headers: Vec<Header> = old.iter().map(|part| Header { set, ..part.header }).collect();
    let Some(head) = headers.first().copied() else {
        return Err(too_few(0, None, blamed));
    };
    let xs: Vec<u8> = headers.iter().map(|header| header.x).collect();
    let mut writer = Writer::begin(&headers, put)?;
    let mut zero = Zeros::new(kernel, head, &xs);
    let shared = match head.kind {
        Kind::Short => old.first().map_or_else(|| Err(damaged()), |part| short::shared_range(part))?,
        _ => 0..old.first().map_or(0, |part| part.len()),
    };
    let len = old.first().map_or(0, |part| part.len());
    let pieces = [0..shared.start, shared.end..len];
    let mut copy = |writer: &mut Writer<'_>, range: Range<u64>| -> Result<()> {
        for range in blocks(range) {
            for (i, part) in old.iter().enumerate() {
                writer.add(i, &part.window(&range)?)?;
            }
        }
        Ok(())
    };
    let [before, behind] = pieces;
    copy(&mut writer, before)?;
    for range in blocks(shared) {
        let width = (range.end - range.start) as usize;
        let mut sums = zero.deal(width, coins);
        for (i, (part, sum)) in old.iter().zip(sums.chunks_exact_mut(width.max(1))).enumerate() {
            let window = part.window(&range)?;
            for (to, byte) in sum.iter_mut().zip(&*window) {
                *to ^= byte;
            }
            writer.add(i, sum)?;
        }
        old.iter().try_for_each(|part| part.check())?;
        watch.advance(width as u64);
        stop(watch)?;
    }
    copy(&mut writer, behind)?;
    writer.end()?;
    Ok(Renewed { xs, blamed })
}

/// Deals shares of 0.
struct Zeros {
    mixer: Mixer,
    degrees: usize,
    shares: usize,
}

impl Zeros {
    fn new(kernel: Kernel, head: Header, xs: &[u8]) -> Self {
        let degrees = usize::from(head.threshold) - 1;
        let row = |x: &u8| head.field.powers(*x, degrees + 1).split_off(1);
        let rows: Vec<Vec<u8>> = xs.iter().map(row).collect();
        Self {
            mixer: Mixer::new(kernel, head.field, &rows),
            degrees,
            shares: xs.len(),
        }
    }

    /// `width` bytes of every share, one after the other.
    fn deal(&mut self, width: usize, coins: &mut Coins) -> Zeroizing<Vec<u8>> {
        let random = coins.bytes(self.degrees * width);
        let mut sums = Zeroizing::new(vec![0; self.shares * width]);
        let inputs: Vec<&[u8]> = random.chunks_exact(width.max(1)).collect();
        self.mixer.mix(&inputs, &mut sums.chunks_exact_mut(width.max(1)).collect::<Vec<_>>());
        sums
    }
}

/// Deals an old secret anew. Every sum begins with random terms, so that the secret itself, which is
/// the sum of the weighted shares, stands nowhere.
pub fn reshare(
    parts: &[Part<'_>],
    kernel: Kernel,
    threshold: Threshold,
    set: [u8; 16],
    coins: &mut Coins,
    watch: &dyn Watch,
    put: Put<'_>,
) -> std::result::Result<Renewed, Refused> {
    let (good, blamed) = good(parts, watch)?;
    let old: Vec<&Part<'_>> = good.iter().filter_map(|i| parts.get(*i)).collect();
    let Some(head) = old.first() else {
        return Err(too_few(0, None, blamed));
    };
    if head.header.kind == Kind::Short {
        let found = "short shares: join and split them anew";
        return Err(Error::new(slug::OUT_OF_RANGE, "shares as long as the secret", found).into());
    }
    let old = old.get(..head.header.threshold.into()).unwrap_or(&old);
    let field = head.header.field;
    let old_xs: Vec<u8> = old.iter().map(|part| part.header.x).collect();
    let weights = field.weights(&old_xs, 0)?;
    let degrees = usize::from(threshold.t()) - 1;
    let row = |x: &u8| {
        let powers = field.powers(*x, degrees + 1).into_iter().skip(1);
        powers.chain(weights.iter().copied()).collect()
    };
    let xs = threshold.xs();
    let rows: Vec<Vec<u8>> = xs.iter().map(row).collect();
    let mixer = Mixer::new(kernel, field, &rows);
    let header = |x: &u8| Header {
        threshold: threshold.t(),
        x: *x,
        set,
        ..head.header
    };
    let headers: Vec<Header> = xs.iter().map(header).collect();
    let mut writer = Writer::begin(&headers, put)?;
    let mut out = Zeroizing::new(vec![0; xs.len() * BLOCK]);
    for range in blocks(0..head.len()) {
        let width = (range.end - range.start) as usize;
        let random = coins.bytes(degrees * width);
        let windows = old.iter().map(|part| part.window(&range));
        let windows: Vec<_> = windows.collect::<Result<_>>()?;
        let shares = windows.iter().map(|window| &**window);
        let inputs: Vec<&[u8]> = random.chunks_exact(width.max(1)).chain(shares).collect();
        let sums = out.get_mut(..xs.len() * width).unwrap_or_default();
        mixer.mix(&inputs, &mut sums.chunks_exact_mut(width.max(1)).collect::<Vec<_>>());
        old.iter().try_for_each(|part| part.check())?;
        for (i, sum) in sums.chunks_exact(width.max(1)).enumerate() {
            writer.add(i, sum)?;
        }
        watch.advance(width as u64);
        stop(watch)?;
    }
    writer.end()?;
    Ok(Renewed { xs, blamed })
}

/// Refreshes shares of a scalar, or with `threshold` deals them anew; their commitments go with them,
/// and that to the secret stays.
pub fn renew_scalar(
    shares: &[vss::Share],
    commitments: &vss::Commitments,
    threshold: Option<Threshold>,
    coins: &mut Coins,
) -> std::result::Result<(Vec<vss::Share>, vss::Commitments, Vec<(usize, Error)>), Refused> {
    let (mut good, mut blamed) = (Vec::new(), Vec::new());
    for (i, share) in shares.iter().enumerate() {
        match commitments.check(share) {
            Ok(()) => good.push(share),
            Err(error) => blamed.push((i, error)),
        }
    }
    let t = commitments.threshold();
    if good.len() < t {
        return Err(too_few(good.len(), Some(t as u8), blamed));
    }
    let new_t = threshold.map_or(t, |threshold| threshold.t().into());
    let blinds = if commitments.kind == Kind::Pedersen { new_t } else { 0 };
    let mut polynomial = |count: usize| {
        let random = (1..count).map(|_| vss::random_scalar(coins));
        let terms: Vec<Scalar> = std::iter::once(Scalar::ZERO).chain(random).collect();
        Zeroizing::new(terms)
    };
    let a = polynomial(new_t);
    let b = if blinds == 0 { Zeroizing::new(Vec::new()) } else { polynomial(blinds) };
    let random = vss::Commitments::to(commitments.kind, &a, &b);
    let renewed = match threshold {
        None => commitments.plus(&random),
        Some(_) => random.with_constant_of(commitments),
    };
    let marks: Vec<_> = (0..2 * super::split::KEY).map(|_| coins.bytes(new_t - 1)).collect();
    let mark = |x: u8, at: usize| {
        let column = marks.get(at).map_or(&[][..], |column| column);
        Field::Aes.mul(Field::Aes.value(column, x), x)
    };
    let base = good.get(..t).unwrap_or(&good);
    let base_xs: Vec<u8> = base.iter().map(|share| share.header.x).collect();
    let (scalars, bytes) = (vss::weights(&base_xs)?, Field::Aes.weights(&base_xs, 0)?);
    let old_at = |x: u8| good.iter().find(|share| share.header.x == x).copied();
    let xs = threshold.map_or_else(|| good.iter().map(|s| s.header.x).collect(), Threshold::xs);
    let mut new = Vec::new();
    for x in xs {
        // What is added to the random terms: the old share, or all old shares by their weights.
        let added: Vec<(&vss::Share, Scalar, u8)> = match threshold {
            None => old_at(x).map(|share| (share, Scalar::ONE, 1)).into_iter().collect(),
            Some(_) => base.iter().zip(&scalars).zip(&bytes).map(|((s, w), v)| (*s, *w, *v)).collect(),
        };
        let (mut sum_a, mut sum_b) = (vss::value(&a, x), vss::value(&b, x));
        let mut sum_marks: Vec<u8> = (0..marks.len()).map(|at| mark(x, at)).collect();
        for (share, weight, byte) in added {
            sum_a += *share.a * weight;
            sum_b += share.b.as_ref().map_or(Scalar::ZERO, |b| **b * weight);
            for (to, from) in sum_marks.iter_mut().zip(share.marks.iter()) {
                *to ^= Field::Aes.mul(*from, byte);
            }
        }
        new.push(vss::Share {
            header: Header {
                kind: renewed.kind,
                field: Field::Aes,
                threshold: new_t as u8,
                x,
                set: renewed.set(),
            },
            a: Zeroizing::new(sum_a),
            b: (blinds > 0).then(|| Zeroizing::new(sum_b)),
            marks: Zeroizing::new(sum_marks),
        });
    }
    Ok((new, renewed, blamed))
}
