//! A secret of any length into shares, block by block: every byte is the constant of a polynomial
//! of its own, whose other coefficients are random (Shamir, CACM 1979).

use zeroize::Zeroizing;

use super::crc::Crc64;
use super::gf::Field;
use super::kernel::{Kernel, Mixer};
use super::share::{Header, Kind};
use crate::coins::Coins;
use crate::error::{Error, Result, slug};
use crate::feed::{self, Input};
use crate::watch::Watch;

/// The most bytes that are dealt out at once.
pub const BLOCK: usize = 64 << 10;
/// Bytes whose coefficients stay in the nearest cache.
const PART: usize = 4 << 10;
/// Bytes of the key, and of the tag, that are shared with the secret.
pub const KEY: usize = 32;

/// How many shares rebuild a secret, and how many there are: 2 <= t <= n <= 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold {
    t: u8,
    n: u8,
}

impl Threshold {
    /// Any `t` of `n`.
    pub fn new(t: u32, n: u32) -> Result<Self> {
        let refuse = |wanted: &'static str, found: String| {
            Err(Error::new(slug::OUT_OF_RANGE, wanted, found))
        };
        if t < 2 {
            return refuse("a threshold of 2 shares or more", t.to_string());
        }
        if n > 255 {
            return refuse("at most 255 shares", n.to_string());
        }
        if t > n {
            return refuse(
                "a threshold no greater than the number of shares",
                format!("{t} of {n}"),
            );
        }
        Ok(Self {
            t: t as u8,
            n: n as u8,
        })
    }

    /// Shares that rebuild the secret.
    pub const fn t(self) -> u8 {
        self.t
    }

    /// Shares there are.
    pub const fn n(self) -> u8 {
        self.n
    }

    /// 1, 2, .. n.
    pub fn xs(self) -> Vec<u8> {
        (1..=self.n).collect()
    }
}

/// Takes the bytes of a share by its place among those dealt.
pub type Put<'a> = &'a mut dyn FnMut(usize, &[u8]) -> Result<()>;

/// Deals out blocks of a secret.
pub struct Dealer {
    mixer: Mixer,
    coins: Coins,
    threshold: usize,
    /// The random coefficients of one part, degree after degree.
    coefficients: Zeroizing<Vec<u8>>,
    /// A block of every share.
    shares: Zeroizing<Vec<u8>>,
    xs: Vec<u8>,
    /// The polynomial of the first byte that was dealt.
    first: Option<Zeroizing<Vec<u8>>>,
}

impl Dealer {
    /// Of polynomials with `threshold` coefficients, evaluated at `xs`.
    pub fn new(kernel: Kernel, field: Field, threshold: u8, xs: &[u8], coins: Coins) -> Self {
        let threshold = usize::from(threshold);
        let rows: Vec<_> = xs.iter().map(|x| field.powers(*x, threshold)).collect();
        Self {
            mixer: Mixer::new(kernel, field, &rows),
            coins,
            threshold,
            coefficients: Zeroizing::new(vec![0; threshold.saturating_sub(1) * PART]),
            shares: Zeroizing::new(vec![0; xs.len() * BLOCK]),
            xs: xs.to_vec(),
            first: None,
        }
    }

    /// Deals out at most [`BLOCK`] bytes.
    pub fn deal(&mut self, secret: &[u8], put: Put<'_>) -> Result<()> {
        debug_assert!(secret.len() <= BLOCK);
        for (number, part) in secret.chunks(PART).enumerate() {
            self.deal_part(part, number * PART);
        }
        for (i, share) in self.shares.chunks_exact(BLOCK).enumerate() {
            put(i, share.get(..secret.len()).unwrap_or_default())?;
        }
        Ok(())
    }

    fn deal_part(&mut self, part: &[u8], at: usize) {
        let random = (self.threshold - 1) * part.len();
        let coefficients = self.coefficients.get_mut(..random).unwrap_or_default();
        self.coins.fill(coefficients);
        let degrees = coefficients.chunks_exact(part.len().max(1));
        let inputs: Vec<&[u8]> = std::iter::once(part).chain(degrees).collect();
        let blocks = self.shares.chunks_exact_mut(BLOCK);
        let outputs = blocks.map(|block| block.get_mut(at..at + part.len()).unwrap_or_default());
        let mut outputs: Vec<&mut [u8]> = outputs.collect();
        self.mixer.mix(&inputs, &mut outputs);
        if self.first.is_none() {
            let column = inputs
                .iter()
                .map(|input| input.first().copied().unwrap_or(0));
            self.first = Some(Zeroizing::new(column.collect()));
        }
    }

    /// What comes next counts as the first byte.
    fn forget_first(&mut self) {
        self.first = None;
    }

    /// The polynomial of the secret's first byte, its constant first.
    pub fn first(&self) -> &[u8] {
        self.first.as_ref().map_or(&[], |column| column)
    }

    /// Where the polynomials are evaluated.
    pub fn xs(&self) -> &[u8] {
        &self.xs
    }
}

/// Calls `on` with every block of an input, at most [`BLOCK`] bytes each. What is copied is wiped.
pub fn each_block(
    input: Input<'_>,
    watch: &dyn Watch,
    mut on: impl FnMut(&[u8]) -> Result<()>,
) -> Result<u64> {
    let mut buffer = Zeroizing::new(vec![0; BLOCK]);
    let mut total = 0;
    let mut told = |block: &[u8]| {
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        on(block)?;
        total += block.len() as u64;
        watch.advance(block.len() as u64);
        Ok(())
    };
    match input {
        Input::At(source, range) => {
            let (mut at, end) = (range.start, range.end);
            while at < end {
                let len = (end - at).min(BLOCK as u64);
                let block = buffer.get_mut(..len as usize).unwrap_or_default();
                told(source.look(at, block)?)?;
                at += len;
            }
            source.check()?;
        }
        Input::Stream(stream) => loop {
            let len = feed::fill(stream, &mut buffer)?;
            if len == 0 {
                break;
            }
            told(buffer.get(..len).unwrap_or_default())?;
        },
    }
    Ok(total)
}

/// Shares in our own format under way: headers, the key, the secret block by block, the tag, the
/// checksums.
pub struct Sealer {
    dealer: Dealer,
    hasher: blake3::Hasher,
    crcs: Vec<Crc64>,
}

/// Puts down bytes of share `i`, and takes them into its checksum.
fn summed(crcs: &mut [Crc64], put: Put<'_>, i: usize, bytes: &[u8]) -> Result<()> {
    if let Some(crc) = crcs.get_mut(i) {
        crc.update(bytes);
    }
    put(i, bytes)
}

impl Sealer {
    /// Begins shares at the dealer's x. The key that the tag is made with is used for nothing else.
    pub fn begin(
        mut dealer: Dealer,
        header: Header,
        key: &[u8; KEY],
        put: Put<'_>,
    ) -> Result<Self> {
        debug_assert_eq!(header.kind, Kind::Whole);
        let mut crcs = vec![Crc64::new(); dealer.xs.len()];
        for (i, x) in dealer.xs.iter().enumerate() {
            summed(&mut crcs, put, i, &Header { x: *x, ..header }.encode())?;
        }
        dealer.deal(key, &mut |i, bytes| summed(&mut crcs, put, i, bytes))?;
        dealer.forget_first();
        Ok(Self {
            dealer,
            hasher: blake3::Hasher::new_keyed(key),
            crcs,
        })
    }

    /// The next bytes of the secret, at most [`BLOCK`].
    pub fn push(&mut self, block: &[u8], put: Put<'_>) -> Result<()> {
        self.hasher.update(block);
        let crcs = &mut self.crcs;
        self.dealer
            .deal(block, &mut |i, bytes| summed(crcs, put, i, bytes))
    }

    /// Ends them, and gives the dealer back.
    pub fn end(mut self, put: Put<'_>) -> Result<Dealer> {
        let tag = self.hasher.finalize();
        let crcs = &mut self.crcs;
        self.dealer
            .deal(tag.as_bytes(), &mut |i, bytes| summed(crcs, put, i, bytes))?;
        for (i, crc) in self.crcs.iter().enumerate() {
            put(i, &crc.value().to_le_bytes())?;
        }
        Ok(self.dealer)
    }
}

/// Splits a secret in our own format. `put` gets every share from its first byte to its last. Gives
/// the dealer back.
pub fn split(
    input: Input<'_>,
    dealer: Dealer,
    header: Header,
    key: &[u8; KEY],
    watch: &dyn Watch,
    put: Put<'_>,
) -> Result<Dealer> {
    let mut sealer = Sealer::begin(dealer, header, key, put)?;
    each_block(input, watch, |block| sealer.push(block, put))?;
    sealer.end(put)
}

/// Splits a secret into bare values, as libgfshare does. Returns the length of the secret in bytes.
pub fn split_bare(
    input: Input<'_>,
    dealer: &mut Dealer,
    watch: &dyn Watch,
    put: Put<'_>,
) -> Result<u64> {
    each_block(input, watch, |block| dealer.deal(block, put))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use crate::watch::Deaf;

    #[test]
    fn thresholds_that_make_no_sense_are_refused() {
        assert!(Threshold::new(2, 2).is_ok() && Threshold::new(255, 255).is_ok());
        for (t, n) in [(0, 3), (1, 3), (4, 3), (2, 256), (0, 0)] {
            assert!(Threshold::new(t, n).is_err(), "{t} of {n}");
        }
    }

    #[test]
    fn every_value_of_a_coefficient_comes_about_as_often() {
        // The first byte is the constant; at x = 1 a 2 of 2 share is secret + coefficient.
        let secret = vec![0; 1 << 16];
        let mut dealer = Dealer::new(
            Kernel::detect(),
            Field::Aes,
            2,
            &[1, 2],
            Coins::new(&[5; 32]),
        );
        let mut counts = [0u32; 256];
        let source = Source::from_bytes(secret);
        split_bare(Input::all(&source), &mut dealer, &Deaf, &mut |i, bytes| {
            for byte in bytes.iter().filter(|_| i == 0) {
                counts[usize::from(*byte)] += 1;
            }
            Ok(())
        })
        .expect("split");
        // 256 expected of each, with a standard deviation of 16.
        assert!(
            counts.iter().all(|count| (150..=360).contains(count)),
            "{counts:?}"
        );
    }

    #[test]
    fn blocks_and_streams_are_dealt_whole() {
        for len in [0, 1, PART - 1, PART + 1, BLOCK, BLOCK + 1, 3 * BLOCK + 77] {
            let secret: Vec<u8> = (0..len).map(|i| (i % 251) as u8).collect();
            let deal = |input| {
                let coins = Coins::new(&[1; 32]);
                let mut dealer =
                    Dealer::new(Kernel::detect(), Field::Gfshare, 3, &[1, 2, 9], coins);
                let mut shares = vec![Vec::new(); 3];
                let total = split_bare(input, &mut dealer, &Deaf, &mut |i, bytes| {
                    shares[i].extend_from_slice(bytes);
                    Ok(())
                });
                assert_eq!(total, Ok(len as u64));
                shares
            };
            let source = Source::from_bytes(&secret[..]);
            let shares = deal(Input::all(&source));
            assert_eq!(deal(Input::Stream(&mut &secret[..])), shares);
            let weights = Field::Gfshare.weights(&[1, 2, 9], 0).expect("weights");
            for (at, byte) in secret.iter().enumerate() {
                let sum = shares.iter().zip(&weights).fold(0, |sum, (share, weight)| {
                    sum ^ Field::Gfshare.mul(share[at], *weight)
                });
                assert_eq!(sum, *byte);
            }
        }
    }
}
