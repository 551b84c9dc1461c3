//! Shares that are nothing but values: libgfshare's, whose x is the end of their name, and Vault's,
//! whose x is their last byte. Nothing in them tells a wrong secret from a right one, so that more
//! shares than needed are held against each other.

use std::ops::Range;

use zeroize::Zeroizing;

use super::correct::{self, Sketcher};
use super::gf::Field;
use super::join::{Refused, blocks, stop};
use super::kernel::{Kernel, Mixer};
use super::sort::too_few;
use super::split::BLOCK;
use crate::coins::Coins;
use crate::error::{Error, Result, slug};
use crate::source::Source;
use crate::watch::Watch;

/// A share of values alone.
pub struct Bare<'a> {
    /// Where the polynomials were evaluated, 1 or more.
    pub x: u8,
    source: &'a Source<'a>,
    len: u64,
}

impl<'a> Bare<'a> {
    /// A share of libgfshare: `x` is told by its name.
    pub fn gfshare(x: u8, source: &'a Source<'a>) -> Self {
        let len = source.len();
        Self { x, source, len }
    }

    /// A share in Vault's layout: x behind the values.
    pub fn vault(source: &'a Source<'a>) -> Result<Self> {
        let wrong =
            |found: String| Error::new(slug::SHARE, "values, and a last byte of 1 or more", found);
        let Some(len) = source.len().checked_sub(1).filter(|len| *len > 0) else {
            return Err(wrong(format!("{} bytes", source.len())));
        };
        let mut x = [0];
        source.read_at(len, &mut x)?;
        let [x] = x;
        if x == 0 {
            return Err(wrong("0 at the end".into()));
        }
        Ok(Self { x, source, len })
    }

    /// Bytes of the secret.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether the secret has no byte.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

/// The x of a share of libgfshare: three digits behind the last dot of its name, 1 to 255.
///
/// ```
/// use decent::shamir::bare::x_of_name;
/// assert_eq!(x_of_name(b"dir/secret.tar.042"), Some(42));
/// assert_eq!(x_of_name(b"secret.42"), None);
/// assert_eq!(x_of_name(b"secret.256"), None);
/// ```
pub fn x_of_name(name: &[u8]) -> Option<u8> {
    let (rest, digits) = name.split_last_chunk::<3>()?;
    let number = std::str::from_utf8(digits).ok()?;
    let tame = rest.ends_with(b".") && number.bytes().all(|b| b.is_ascii_digit());
    number.parse().ok().filter(|x| tame && *x > 0)
}

/// Shares that can be joined.
pub struct Plan<'a> {
    shares: &'a [Bare<'a>],
    chosen: Vec<usize>,
    field: Field,
    kernel: Kernel,
    /// Shares that do not fit the others.
    pub wrong: Vec<usize>,
}

/// Checks that the shares fit each other. Without `t` all are needed, and nothing can be checked.
pub fn plan<'a>(
    shares: &'a [Bare<'a>],
    t: Option<u8>,
    field: Field,
    kernel: Kernel,
    coins: &mut Coins,
    watch: &dyn Watch,
) -> std::result::Result<Plan<'a>, Refused> {
    let blame = |i: usize, error: Error| Refused {
        blamed: vec![(i, error.clone())],
        error,
    };
    let Some(first) = shares.first() else {
        return Err(too_few(0, t, Vec::new()));
    };
    for (i, share) in shares.iter().enumerate() {
        if share.len != first.len {
            let wanted = format!("{} bytes, as the first", first.len);
            let found = format!("{} bytes", share.len);
            return Err(blame(i, Error::new(slug::SHARES_MIXED, wanted, found)));
        }
        if shares.iter().take(i).any(|other| other.x == share.x) {
            let wanted = format!("share {} once", share.x);
            return Err(blame(i, Error::new(slug::SHARE_TWICE, wanted, "it twice")));
        }
    }
    let t = t.map_or(shares.len(), usize::from);
    if shares.len() < t.max(2) {
        return Err(too_few(shares.len(), Some(t.max(2) as u8), Vec::new()));
    }
    let mut plan = Plan {
        shares,
        chosen: (0..t).collect(),
        field,
        kernel,
        wrong: Vec::new(),
    };
    if shares.len() == t {
        return Ok(plan);
    }
    let mut sketcher = Sketcher::new(kernel, field, shares.len(), coins);
    let mut buffer = Zeroizing::new(vec![0; BLOCK]);
    for range in blocks(0..first.len) {
        let len = (range.end - range.start) as usize;
        for (i, share) in shares.iter().enumerate() {
            let block = buffer.get_mut(..len).unwrap_or_default();
            sketcher.add(i, share.source.look(range.start, block)?);
        }
        stop(watch)?;
    }
    shares.iter().try_for_each(|share| share.source.check())?;
    let xs: Vec<u8> = shares.iter().map(|share| share.x).collect();
    let wrong = correct::wrong(kernel, field, t, &xs, &sketcher.sketches(), coins)?;
    let Some(wrong) = wrong else {
        let found = "that more than half of what is too many does not fit";
        return Err(Error::new(slug::SHARES_UNFIT, "shares that fit each other", found).into());
    };
    plan.chosen = (0..shares.len())
        .filter(|i| !wrong.contains(i))
        .take(t)
        .collect();
    plan.wrong = wrong;
    Ok(plan)
}

impl Plan<'_> {
    /// Bytes of the secret.
    pub fn len(&self) -> u64 {
        self.shares.first().map_or(0, |share| share.len)
    }

    /// Whether the secret has no byte.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Of each share that the secret is rebuilt from its x and its first byte.
    pub fn first(&self) -> Result<Vec<(u8, u8)>> {
        let mut points = Vec::new();
        for share in self.chosen.iter().filter_map(|i| self.shares.get(*i)) {
            let mut byte = [0];
            share.source.read_at(0, &mut byte)?;
            points.extend(byte.map(|byte| (share.x, byte)));
        }
        Ok(points)
    }

    /// Gives out the secret, from its first byte to its last.
    pub fn write(&self, watch: &dyn Watch, put: &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<()> {
        let chosen: Vec<_> = self
            .chosen
            .iter()
            .filter_map(|i| self.shares.get(*i))
            .collect();
        let xs: Vec<u8> = chosen.iter().map(|share| share.x).collect();
        let mixer = Mixer::new(self.kernel, self.field, &[self.field.weights(&xs, 0)?]);
        let mut read = Zeroizing::new(vec![0; BLOCK * chosen.len()]);
        let mut out = Zeroizing::new(vec![0; BLOCK]);
        for range in blocks(0..self.len()) {
            let Range { start, end } = range;
            let len = (end - start) as usize;
            let room = read.chunks_exact_mut(BLOCK);
            let room = room.map(|block| block.get_mut(..len).unwrap_or_default());
            let inputs = chosen.iter().zip(room);
            let inputs = inputs.map(|(share, block)| share.source.look(start, block));
            let secret = out.get_mut(..len).unwrap_or_default();
            mixer.mix(&inputs.collect::<Result<Vec<_>>>()?, &mut [&mut *secret]);
            put(secret)?;
            watch.advance(end - start);
            stop(watch)?;
        }
        chosen.iter().try_for_each(|share| share.source.check())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::Input;
    use crate::shamir::split::{Dealer, split_bare};
    use crate::watch::Deaf;

    fn dealt(secret: &[u8]) -> Vec<Vec<u8>> {
        let coins = Coins::new(&[1; 32]);
        let xs: Vec<u8> = (1..=7).collect();
        let mut dealer = Dealer::new(Kernel::detect(), Field::Gfshare, 3, &xs, coins);
        let mut shares = vec![Vec::new(); 7];
        let source = Source::from_bytes(secret);
        split_bare(Input::all(&source), &mut dealer, &Deaf, &mut |i, bytes| {
            shares[i].extend_from_slice(bytes);
            Ok(())
        })
        .expect("split");
        shares
    }

    fn joined(
        shares: &[Vec<u8>],
        t: Option<u8>,
    ) -> std::result::Result<(Vec<u8>, Vec<usize>), Refused> {
        let sources: Vec<_> = shares.iter().map(|s| Source::from_bytes(&s[..])).collect();
        let bare: Vec<_> = (1..)
            .zip(&sources)
            .map(|(x, s)| Bare::gfshare(x, s))
            .collect();
        let mut coins = Coins::new(&[2; 32]);
        let plan = plan(
            &bare,
            t,
            Field::Gfshare,
            Kernel::detect(),
            &mut coins,
            &Deaf,
        )?;
        let mut secret = Vec::new();
        plan.write(&Deaf, &mut |bytes| {
            secret.extend_from_slice(bytes);
            Ok(())
        })?;
        Ok((secret, plan.wrong))
    }

    #[test]
    fn two_wrong_shares_of_seven_are_found() {
        let secret: Vec<u8> = (0..200_000u32).map(|i| (i / 7) as u8).collect();
        let mut shares = dealt(&secret);
        assert_eq!(
            joined(&shares, None).expect("all"),
            (secret.clone(), vec![])
        );
        shares[2][150_000] ^= 1;
        shares[5][0] ^= 9;
        assert_eq!(
            joined(&shares, Some(3)).expect("joined"),
            (secret, vec![2, 5])
        );
        shares[6][77] ^= 1;
        assert_eq!(
            joined(&shares, Some(3)).expect_err("three").error.slug,
            slug::SHARES_UNFIT
        );
        shares[6].pop();
        let refused = joined(&shares, Some(3)).expect_err("short");
        assert_eq!(
            (refused.blamed[0].0, refused.error.slug),
            (6, slug::SHARES_MIXED)
        );
        let few = joined(&shares[..2], Some(3)).expect_err("few");
        assert_eq!(few.error.slug, slug::SHARES_TOO_FEW);
    }
}
