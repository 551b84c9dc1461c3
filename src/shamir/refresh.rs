//! New shares of an old secret, which is nowhere rebuilt on the way: refreshed, by adding a sharing of
//! 0; or dealt anew to another t of n, by sharing every share (Herzberg and others, CRYPTO '95;
//! Desmedt and Jajodia, 1997). Old and new shares do not go together.

use std::ops::Range;

use k256::Scalar;
use zeroize::Zeroizing;

use super::crc::Crc64;
use super::gf::Field;
use super::join::{Blamed, Part, Refused, blocks, stop};
use super::kernel::{Kernel, Mixer};
use super::share::{Header, Kind, damaged};
use super::sort::{Sorted, sort_out, too_few};
use super::split::{BLOCK, KEY, Put, Threshold};
use super::{short, vss};
use crate::coins::Coins;
use crate::error::{Error, Result, slug};
use crate::group::{Polynomial, Secp256k1};
use crate::watch::Watch;

/// The shares that can be worked on: of one set, each undamaged, enough of them.
fn good(
    parts: &[Part<'_>],
    watch: &dyn Watch,
) -> std::result::Result<(Vec<usize>, Blamed), Refused> {
    let Sorted { kept, mut blamed } = sort_out(parts, watch)?;
    let mut good = Vec::new();
    for i in kept {
        if parts
            .get(i)
            .map_or(Ok(false), |part| part.is_whole(watch))?
        {
            good.push(i);
        } else {
            blamed.push((i, damaged()));
        }
    }
    let head = good.first().and_then(|i| parts.get(*i));
    if head.is_some_and(|part| part.header.kind.is_verifiable()) {
        let found = "more verifiable ones";
        return Err(Error::new(slug::SHARES_MIXED, "shares of bytes, as the first", found).into());
    }
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
    let headers: Vec<Header> = old
        .iter()
        .map(|part| Header { set, ..part.header })
        .collect();
    let Some(head) = headers.first().copied() else {
        return Err(too_few(0, None, blamed));
    };
    let xs: Vec<u8> = headers.iter().map(|header| header.x).collect();
    let mut writer = Writer::begin(&headers, put)?;
    let mut zero = Zeros::new(kernel, head, &xs);
    let shared = match head.kind {
        Kind::Short => old
            .first()
            .map_or_else(|| Err(damaged()), |part| short::shared_range(part))?,
        _ => 0..old.first().map_or(0, |part| part.len()),
    };
    let len = old.first().map_or(0, |part| part.len());
    let pieces = [0..shared.start, shared.end..len];
    let copy = |writer: &mut Writer<'_>, range: Range<u64>| -> Result<()> {
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
        for (i, (part, sum)) in old
            .iter()
            .zip(sums.chunks_exact_mut(width.max(1)))
            .enumerate()
        {
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
        self.mixer.mix(
            &inputs,
            &mut sums.chunks_exact_mut(width.max(1)).collect::<Vec<_>>(),
        );
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
        mixer.mix(
            &inputs,
            &mut sums.chunks_exact_mut(width.max(1)).collect::<Vec<_>>(),
        );
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

/// The x of the shares that would be refreshed.
pub fn places(parts: &[Part<'_>], watch: &dyn Watch) -> std::result::Result<Vec<u8>, Refused> {
    let (good, _) = good(parts, watch)?;
    let parts = good.iter().filter_map(|i| parts.get(*i));
    Ok(parts.map(|part| part.header.x).collect())
}

/// New shares of a scalar.
pub struct RenewedScalar {
    /// The shares.
    pub shares: Vec<vss::Share>,
    /// Their commitments.
    pub commitments: vss::Commitments,
    /// Shares that were left out, and why.
    pub blamed: Vec<(usize, Error)>,
}

/// Refreshes shares of a scalar, or with `threshold` deals them anew; their commitments go with them,
/// and that to the secret stays.
pub fn renew_scalar(
    shares: &[vss::Share],
    commitments: &vss::Commitments,
    threshold: Option<Threshold>,
    coins: &mut Coins,
) -> std::result::Result<RenewedScalar, Refused> {
    let (mut good, mut blamed) = (Vec::new(), Vec::new());
    for (i, share) in shares.iter().enumerate() {
        match commitments.check(share) {
            Ok(()) => good.push(share),
            Err(error) => blamed.push((i, error)),
        }
    }
    let old_t = commitments.threshold();
    if good.len() < old_t {
        return Err(too_few(good.len(), Some(old_t as u8), blamed));
    }
    let new_t = threshold.map_or(old_t as u8, Threshold::t);
    let random = Random::draw(commitments.kind, new_t, coins);
    let public = random.commitments();
    let renewed = match threshold {
        None => commitments.plus(&public),
        Some(_) => public.with_constant_of(commitments),
    };
    let header = |x: u8| Header {
        kind: renewed.kind,
        field: Field::Aes,
        threshold: new_t,
        x,
        set: renewed.set(),
    };
    let new = match threshold {
        None => {
            let one = |share: &&vss::Share| {
                let mut sum = random.at(header(share.header.x));
                sum.add(share, &Scalar::ONE, 1);
                sum
            };
            good.iter().map(one).collect()
        }
        Some(threshold) => {
            let base = good.get(..old_t).unwrap_or(&good);
            let xs: Vec<u8> = base.iter().map(|share| share.header.x).collect();
            let (scalars, bytes) = (vss::weights(&xs)?, Field::Aes.weights(&xs, 0)?);
            let one = |x: u8| {
                let mut sum = random.at(header(x));
                for ((share, scalar), byte) in base.iter().zip(&scalars).zip(&bytes) {
                    sum.add(share, scalar, *byte);
                }
                sum
            };
            threshold.xs().into_iter().map(one).collect()
        }
    };
    Ok(RenewedScalar {
        shares: new,
        commitments: renewed,
        blamed,
    })
}

/// Random polynomials whose constants are 0: a sharing of nothing.
struct Random {
    kind: Kind,
    a: Polynomial<Secp256k1>,
    b: Option<Polynomial<Secp256k1>>,
    marks: Vec<Zeroizing<Vec<u8>>>,
}

impl Random {
    fn draw(kind: Kind, t: u8, coins: &mut Coins) -> Self {
        let mut polynomial = || vss::random_polynomial(Scalar::ZERO, t, coins);
        let a = polynomial();
        let b = (kind == Kind::Pedersen).then(polynomial);
        let marks = (0..2 * KEY).map(|_| coins.bytes(usize::from(t).saturating_sub(1)));
        let marks = marks.collect();
        Self { kind, a, b, marks }
    }

    fn commitments(&self) -> vss::Commitments {
        vss::Commitments::to(self.kind, &self.a, self.b.as_ref())
    }

    /// A share of nothing.
    fn at(&self, header: Header) -> vss::Share {
        let x = header.x;
        let mark = |column: &Zeroizing<Vec<u8>>| Field::Aes.mul(Field::Aes.value(column, x), x);
        vss::Share {
            header,
            a: self.a.at(x.into()),
            b: self.b.as_ref().map(|b| b.at(x.into())),
            marks: Zeroizing::new(self.marks.iter().map(mark).collect()),
        }
    }
}

#[cfg(test)]
mod tests;
