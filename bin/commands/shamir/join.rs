//! `shamir join`: shares back to the secret.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::error::{Error, slug};
use decent::shamir::bare::{self, Bare};
use decent::shamir::gf::Field;
use decent::shamir::join::{self, Part, Refused};
use decent::shamir::share::Kind;
use decent::shamir::{explain, short, slip39, ssss, vss};
use decent::watch::Watch;
use zeroize::Zeroizing;

use crate::commands::Tool;
use crate::cx::{Cx, Made};
use crate::fail::{Carried, Fail};
use crate::secrets::{self, Hide, Passphrase};
use crate::shares::{self, Bad, Bytes, Format, Given, Held};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Whose shares; ours, ssss's and SLIP-39's are known without
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Shares that rebuild the secret; ours, and SLIP-39's, know it themselves
    #[arg(short, long, value_name = "T")]
    threshold: Option<u8>,
    /// ssss: shares that were split without mixing
    #[arg(long)]
    no_diffusion: bool,
    /// ssss: leave out zeros at the start, where the level was higher than the secret needs
    #[arg(long)]
    unpad: bool,
    /// Commitments that verifiable shares are held against
    #[arg(long, value_name = "FILE")]
    commit: Option<PathBuf>,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    hide: Hide,
    /// The shares; none, or `-`, is standard input
    #[arg(value_name = "SHARE")]
    shares: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Rebuilds a secret. Shares of ours carry a key and a tag inside what is shared: it is checked in a
first pass, and nothing is written unless it fits. Too few, mixed, doubled, damaged and forged shares
are named. With k shares of which t are needed, up to (k - t)/2 may be forged, and any number beyond
t damaged: they are named and left out. Shares of others can't tell a wrong secret from a right one;
more of them than --threshold are held against each other. A share from a pipe must fit in 1 MiB, or
the secret go to -o.";
    const EXAMPLES: &'static str =
        "$ echo 'the cake is a lie' | decent shamir split -t 2 -n 4 -o parts -q > list
$ decent shamir join parts/share-4 parts/share-2
the cake is a lie
$ decent shamir join parts/share-4
decent shamir join: the shares: wanted 2 good shares, found 1
  more: decent why shares-too-few
[2]
$ printf 1 | dd of=parts/share-2 bs=1 seek=41 conv=notrunc status=none
$ decent shamir join parts/*
decent shamir join: parts/share-2: left out: line 2: a letter is wrong, missing or too much
the cake is a lie
$ printf '2-a8a8f3b97e90a8b92043b2\\n3-3d891cae5da5bfe891f7ee\\n' | decent shamir join -t 2
hello world";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        secrets::guard();
        let spools = self.hide.file().is_some();
        if let Some(path) = self.hide.file() {
            self.hide.vacant(path)?;
        }
        let given = shares::given(cx, self.shares.clone(), self.format, spools)?;
        match &given {
            Given::Own(held, bad) => self.own(cx, held, bad),
            Given::Bare(field, held) => {
                let bytes: Vec<Bytes<'_>> = held.iter().map(|(held, _)| held.bytes()).collect();
                let bare = shares::bare(held, &bytes)?;
                let name = |i: usize| held.get(i).map(|(held, _)| &held.name[..]);
                self.bare(cx, &bare, *field, name)
            }
            Given::Ssss(names, shares) => self.lines(cx, names, shares),
            Given::Slip39(names, mnemonics) => {
                let name = |i: usize| names.get(i).map(|name| &name[..]);
                let passphrase = passphrase(cx, &self.passphrase)?;
                let joined = slip39::join(mnemonics, &passphrase);
                let secret = joined.map_err(|refused| shares::refused(cx, refused, name))?;
                self.give(cx, &secret)
            }
        }
    }
}

/// The passphrase of SLIP-39: none where no file is named.
pub(super) fn passphrase(cx: &mut Cx, from: &Passphrase) -> Result<Zeroizing<Vec<u8>>, Fail> {
    if from.passphrase_file.is_none() {
        return Ok(Zeroizing::new(Vec::new()));
    }
    let secret = cx.passphrase(from, "passphrase of the mnemonics", false)?;
    Ok(Zeroizing::new(
        secret.map_or_else(Vec::new, |secret| secret.bytes().to_vec()),
    ))
}

/// Commitments from a file that is trusted.
pub(super) fn commitments(cx: &mut Cx, path: &Path) -> Result<vss::Commitments, Fail> {
    let mut input = cx.anchor("commitments", path)?;
    let bytes = input
        .read_all(vss::LARGEST)
        .map_err(|e| e.of("commitments"))?;
    Ok(vss::Commitments::read(&bytes).map_err(|e| e.of("commitments"))?)
}

/// Verifiable shares of a line, and what is wrong with the others by their places.
pub(super) fn scalars(held: &[Held], parts: &[Part<'_>]) -> Result<Vec<vss::Share>, Fail> {
    let read = |(held, part): (&Held, &Part<'_>)| {
        let bytes = held.bytes();
        let source = bytes.source();
        let mut all = Zeroizing::new(vec![0; source.len().min(1 << 16) as usize]);
        let read = source.read_at(0, &mut all).and_then(|()| {
            let (header, body) = decent::shamir::share::open(&all)?;
            debug_assert_eq!(header, part.header);
            vss::Share::read(header, body)
        });
        read.map_err(|e| shares::judged(e, &held.name))
    };
    held.iter().zip(parts).map(read).collect()
}

/// Shares of a scalar must be of one set, each once.
pub(super) fn one_set(all: &[vss::Share]) -> Result<(), Refused> {
    let Some(first) = all.first() else {
        return Ok(());
    };
    for (i, one) in all.iter().enumerate() {
        let error = if (one.header.set, one.header.kind) != (first.header.set, first.header.kind) {
            let hex = decent::codec::hex::encode;
            let wanted = format!("a share of set {}, as the first", hex(&first.header.set));
            Error::new(
                slug::SHARES_MIXED,
                wanted,
                format!("one of set {}", hex(&one.header.set)),
            )
        } else if all
            .iter()
            .take(i)
            .any(|other| other.header.x == one.header.x)
        {
            Error::new(
                slug::SHARE_TWICE,
                format!("share {} once", one.header.x),
                "it twice",
            )
        } else {
            continue;
        };
        return Err(Refused {
            blamed: vec![(i, error.clone())],
            error,
        });
    }
    Ok(())
}

impl Args {
    fn own(&self, cx: &mut Cx, held: &[Held], bad: &Bad) -> Result<Verdict, Fail> {
        let bytes: Vec<Bytes<'_>> = held.iter().map(Held::bytes).collect();
        let parts = shares::parts(held, &bytes)?;
        let name = |i: usize| held.get(i).map(|held| &held.name[..]);
        let kind = parts.first().map(|part| part.header.kind);
        if kind.is_some_and(Kind::is_verifiable) {
            let all = scalars(held, &parts)?;
            one_set(&all).map_err(|refused| shares::refused(cx, refused, name))?;
            let known = self
                .commit
                .as_deref()
                .map(|path| commitments(cx, path))
                .transpose()?;
            let joined = vss::join(&all, known.as_ref());
            let (secret, blamed) = shares::settled(cx, bad, joined, name)?;
            shares::left_out(cx, &blamed, name);
            return self.give(cx, &secret);
        }
        cx.stoppable()?;
        let kernel = shares::kernel(cx)?;
        let mut coins = shares::coins()?;
        let total = parts.first().map(Part::len);
        let watch = cx.watch(total.map(|len| len * 2));
        if kind == Some(Kind::Short) {
            let plan = short::plan(&parts, kernel, &mut coins, &watch);
            let plan = shares::settled(cx, bad, plan, name)?;
            shares::left_out(cx, &plan.blamed, name);
            return self.write(cx, |put| plan.write(&watch, put));
        }
        if self.hide.file().is_some() && !watch.narrates() {
            // What goes to a file can be taken back, so that one pass is enough while all is well.
            let mut made = cx.hide(&self.hide)?;
            if made.own_file().is_some() {
                let mut carried = Carried::default();
                let mut put = |bytes: &[u8]| carried.pass(made.put_secret(bytes));
                let ended = join::at_once(&parts, kernel, &watch, &mut put);
                carried.end(Ok(()))?;
                if let Ok(Some(blamed)) = ended {
                    made.finish()?;
                    shares::say_bad(cx, bad, false)?;
                    shares::left_out(cx, &blamed, name);
                    return Ok(Verdict::Yes);
                }
            }
        }
        let plan = join::plan(&parts, kernel, &mut coins, &watch);
        let plan = shares::settled(cx, bad, plan, name)?;
        shares::left_out(cx, &plan.blamed, name);
        if watch.narrates() {
            let field = parts.first().map_or(Field::Aes, |part| part.header.field);
            explain::toy_join(&watch, plan.chosen().len() as u8);
            explain::bytes_join(&watch, field, &plan.first()?);
        }
        self.write(cx, |put| plan.write(&watch, put))
    }

    fn bare<'a>(
        &self,
        cx: &mut Cx,
        all: &[Bare<'_>],
        field: Field,
        name: impl Fn(usize) -> Option<&'a [u8]>,
    ) -> Result<Verdict, Fail> {
        cx.stoppable()?;
        let kernel = shares::kernel(cx)?;
        let watch = cx.watch(all.first().map(Bare::len));
        let mut coins = shares::coins()?;
        let plan = bare::plan(all, self.threshold, field, kernel, &mut coins, &watch);
        let plan = plan.map_err(|refused| shares::refused(cx, refused, &name))?;
        let blamed: Vec<(usize, Error)> = plan.wrong.iter().map(|i| (*i, join::forged())).collect();
        shares::left_out(cx, &blamed, &name);
        if watch.narrates() && !plan.is_empty() {
            let first = plan.first()?;
            explain::toy_join(&watch, first.len() as u8);
            explain::bytes_join(&watch, field, &first);
        }
        self.write(cx, |put| plan.write(&watch, put))
    }

    fn lines(&self, cx: &mut Cx, names: &[Vec<u8>], all: &[ssss::Share]) -> Result<Verdict, Fail> {
        let Some(t) = self.threshold else {
            return Err(Fail::usage(
                "shares of ssss don't say how many are needed: give -t T",
            ));
        };
        if t < 2 {
            return Err(Fail::usage("-t wants 2 or more"));
        }
        let name = |i: usize| names.get(i).map(|name| &name[..]);
        let joined = ssss::join(all, t, !self.no_diffusion);
        let (secret, wrong) = joined.map_err(|refused| shares::refused(cx, refused, name))?;
        let blamed: Vec<(usize, Error)> = wrong.iter().map(|i| (*i, join::forged())).collect();
        shares::left_out(cx, &blamed, name);
        let zeros = secret.iter().take_while(|byte| **byte == 0).count();
        let from = if self.unpad { zeros } else { 0 };
        let watch = cx.watch(None);
        if watch.narrates() {
            explain::toy_join(&watch, t);
        }
        self.give(cx, secret.get(from..).unwrap_or_default())
    }

    /// Gives out a secret that is in memory.
    fn give(&self, cx: &mut Cx, secret: &[u8]) -> Result<Verdict, Fail> {
        self.write(cx, |put| put(secret))
    }

    /// Gives out a secret as it comes.
    fn write(
        &self,
        cx: &mut Cx,
        write: impl FnOnce(&mut dyn FnMut(&[u8]) -> decent::Result<()>) -> decent::Result<()>,
    ) -> Result<Verdict, Fail> {
        let mut made: Made<'_> = cx.hide(&self.hide)?;
        let mut carried = Carried::default();
        let ended = write(&mut |bytes: &[u8]| carried.pass(made.put_secret(bytes)));
        carried.end(ended)?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}
