//! `shamir convert`: shares of one format as those of another.

use std::path::PathBuf;

use decent::Verdict;
use decent::error::{Error, slug};
use decent::shamir::bare::{self, Bare};
use decent::shamir::gf::Field;
use decent::shamir::join::{self, Part};
use decent::shamir::share::{Header, Kind};
use decent::shamir::split::{BLOCK, Dealer, KEY, Sealer, Threshold};
use decent::shamir::{explain, short, slip39, ssss, vss};
use decent::watch::Watch as _;
use zeroize::Zeroizing;

use super::join::{one_set, passphrase, scalars};
use crate::commands::Tool;
use crate::cx::{Cx, Teller};
use crate::fail::Fail;
use crate::folder::{Folder, IntoFolder};
use crate::report::Record;
use crate::secrets::Passphrase;
use crate::shares::{self, Bytes, Format, Given, Held, Outgoing};

/// The largest secret that goes through memory, in bytes.
const SMALL: usize = 64 << 10;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Whose shares they are to become
    #[arg(long, value_name = "FORMAT")]
    to: Format,
    /// Whose shares they are; ours, ssss's and SLIP-39's are known without
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Shares that rebuild the secret; ours know it themselves
    #[arg(short, long, value_name = "T")]
    threshold: Option<u8>,
    /// Shares there are to be; as many as were given, where it is not said
    #[arg(short = 'n', long, value_name = "N")]
    number: Option<u32>,
    /// ssss: without mixing
    #[arg(long)]
    no_diffusion: bool,
    /// Binary, however small
    #[arg(long)]
    binary: bool,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    into: IntoFolder,
    /// The shares, as many as are needed or more; none, or `-`, is standard input
    #[arg(value_name = "SHARE")]
    shares: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes shares in another format. The secret is rebuilt in memory, its tag checked where there is one,
and split anew: old and new shares don't go together. A passphrase is that of SLIP-39, on either
side.";
    const EXAMPLES: &'static str =
        "$ printf '2-a8a8f3b97e90a8b92043b2\\n3-3d891cae5da5bfe891f7ee\\n' > lines
$ decent shamir convert -t 2 -n 3 --to decent lines -o ours
1  ours/share-1
2  ours/share-2
3  ours/share-3
$ decent shamir join ours/share-3 ours/share-1
hello world
$ decent shamir convert --to gfshare ours/share-* -o theirs --no-names -q
1
2
3";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let folder = Folder::begin(&self.into)?;
        let given = shares::given(cx, self.shares.clone(), self.format, true)?;
        let watch = cx.watch(None);
        let t = self.threshold_of(&given)?;
        let n = self.number.unwrap_or_else(|| count(&given));
        let threshold = Threshold::new(t, n).map_err(|e| e.of("-t"))?;
        if watch.narrates() {
            explain::toy_join(&watch, threshold.t());
            explain::toy_split(&watch, threshold.t(), threshold.n());
        }
        cx.stoppable()?;
        let mut outgoing = Outgoing::begin(folder, shares::names(&threshold.xs()));
        if self.to == Format::Gfshare {
            outgoing.rename(
                threshold
                    .xs()
                    .iter()
                    .map(|x| format!("secret.{x:03}").into_bytes()),
            );
        }
        let mut target = Target::begin(&self, cx, threshold, outgoing)?;
        self.secret(cx, &given, &watch, &mut target)?;
        let names = target.end(&self, cx, threshold)?;
        for (x, name) in threshold.xs().into_iter().zip(names) {
            cx.emit(&Record::value("share", x).name(&name))?;
        }
        Ok(Verdict::Yes)
    }
}

/// How many shares were given.
fn count(given: &Given) -> u32 {
    let count = match given {
        Given::Own(all, _) => all.len(),
        Given::Bare(_, all) => all.len(),
        Given::Ssss(_, all) => all.len(),
        Given::Slip39(_, all) => all.len(),
    };
    count as u32
}

impl Args {
    fn threshold_of(&self, given: &Given) -> Result<u32, Fail> {
        if let Some(t) = self.threshold {
            return Ok(t.into());
        }
        let missing = || Fail::usage("these shares don't say how many are needed: give -t T");
        match given {
            Given::Own(held, _) => {
                let first = held.first().ok_or_else(missing)?;
                let bytes = first.bytes();
                let part = Part::of(bytes.source()).map_err(|e| shares::judged(e, &first.name))?;
                Ok(part.header.threshold.into())
            }
            Given::Slip39(_, all) => {
                let first = all.first().filter(|one| one.common.groups == 1);
                first.map(|one| one.threshold.into()).ok_or_else(missing)
            }
            Given::Bare(..) | Given::Ssss(..) => Err(missing()),
        }
    }

    /// Rebuilds the secret into its target.
    fn secret(
        &self,
        cx: &mut Cx,
        given: &Given,
        watch: &Teller,
        target: &mut Target,
    ) -> Result<(), Fail> {
        match given {
            Given::Own(held, bad) => {
                let name = |i: usize| held.get(i).map(|held| &held.name[..]);
                shares::say_bad(cx, bad, false)?;
                own(cx, held, watch, target, name)
            }
            Given::Bare(field, held) => {
                let bytes: Vec<Bytes<'_>> = held.iter().map(|(held, _)| held.bytes()).collect();
                let bare = shares::bare(held, &bytes)?;
                let name = |i: usize| held.get(i).map(|(held, _)| &held.name[..]);
                self.bare(cx, &bare, *field, watch, target, name)
            }
            Given::Ssss(names, all) => {
                let name = |i: usize| names.get(i).map(|name| &name[..]);
                let joined = ssss::join(all, self.threshold.unwrap_or(2), !self.no_diffusion);
                let (secret, _) = joined.map_err(|refused| shares::refused(cx, refused, name))?;
                Ok(target.push(&secret)?)
            }
            Given::Slip39(names, all) => {
                let name = |i: usize| names.get(i).map(|name| &name[..]);
                let passphrase = passphrase(cx, &self.passphrase)?;
                let joined = slip39::join(all, &passphrase);
                let secret = joined.map_err(|refused| shares::refused(cx, refused, name))?;
                Ok(target.push(&secret)?)
            }
        }
    }

    fn bare<'a>(
        &self,
        cx: &mut Cx,
        all: &[Bare<'_>],
        field: Field,
        watch: &Teller,
        target: &mut Target,
        name: impl Fn(usize) -> Option<&'a [u8]>,
    ) -> Result<(), Fail> {
        let (kernel, mut coins) = (shares::kernel(cx)?, shares::coins()?);
        let plan = bare::plan(all, self.threshold, field, kernel, &mut coins, watch);
        let plan = plan.map_err(|refused| shares::refused(cx, refused, &name))?;
        let blamed: Vec<(usize, Error)> = plan.wrong.iter().map(|i| (*i, join::forged())).collect();
        shares::left_out(cx, &blamed, &name);
        Ok(plan.write(watch, &mut |bytes| target.push(bytes))?)
    }
}

/// Rebuilds a secret from shares of ours.
fn own<'a>(
    cx: &mut Cx,
    held: &[Held],
    watch: &Teller,
    target: &mut Target,
    name: impl Fn(usize) -> Option<&'a [u8]>,
) -> Result<(), Fail> {
    let bytes: Vec<Bytes<'_>> = held.iter().map(Held::bytes).collect();
    let parts = shares::parts(held, &bytes)?;
    let (kernel, mut coins) = (shares::kernel(cx)?, shares::coins()?);
    match parts.first().map(|part| part.header.kind) {
        Some(Kind::Short) => {
            let plan = short::plan(&parts, kernel, &mut coins, watch);
            let plan = plan.map_err(|refused| shares::refused(cx, refused, &name))?;
            shares::left_out(cx, &plan.blamed, &name);
            Ok(plan.write(watch, &mut |bytes| target.push(bytes))?)
        }
        Some(kind) if kind.is_verifiable() => {
            let all = scalars(held, &parts)?;
            let joined = one_set(&all).and_then(|()| vss::join(&all, None));
            let (secret, blamed) = joined.map_err(|refused| shares::refused(cx, refused, &name))?;
            shares::left_out(cx, &blamed, &name);
            Ok(target.push(&secret)?)
        }
        _ => {
            let plan = join::plan(&parts, kernel, &mut coins, watch);
            let plan = plan.map_err(|refused| shares::refused(cx, refused, &name))?;
            shares::left_out(cx, &plan.blamed, &name);
            Ok(plan.write(watch, &mut |bytes| target.push(bytes))?)
        }
    }
}

/// Where a secret goes: shares that are dealt as it comes, or memory.
enum Target {
    Own(Box<Sealer>, Outgoing),
    Bare(Box<Dealer>, Outgoing),
    Kept(Zeroizing<Vec<u8>>, Outgoing),
}

impl Target {
    fn begin(args: &Args, cx: &Cx, threshold: Threshold, mut out: Outgoing) -> Result<Self, Fail> {
        if matches!(args.to, Format::Ssss | Format::Slip39) {
            return Ok(Self::Kept(Zeroizing::new(Vec::with_capacity(SMALL)), out));
        }
        let field = if args.to == Format::Gfshare {
            Field::Gfshare
        } else {
            Field::Aes
        };
        let (kernel, coins) = (shares::kernel(cx)?, shares::coins()?);
        let dealer = Dealer::new(kernel, field, threshold.t(), &threshold.xs(), coins);
        if args.to != Format::Decent {
            return Ok(Self::Bare(Box::new(dealer), out));
        }
        let header = Header {
            kind: Kind::Whole,
            field,
            threshold: threshold.t(),
            x: 0,
            set: shares::new_set()?,
        };
        let mut key = Zeroizing::new([0; KEY]);
        Cx::random(&mut *key)?;
        let mut put = |i: usize, bytes: &[u8]| out.put(i, bytes).map_err(|fail| fail.error);
        let sealer = Sealer::begin(dealer, header, &key, &mut put)?;
        Ok(Self::Own(Box::new(sealer), out))
    }

    fn push(&mut self, bytes: &[u8]) -> decent::Result<()> {
        for block in bytes.chunks(BLOCK) {
            match self {
                Self::Own(sealer, out) => {
                    sealer.push(block, &mut |i, bytes| {
                        out.put(i, bytes).map_err(|fail| fail.error)
                    })?;
                }
                Self::Bare(dealer, out) => {
                    dealer.deal(block, &mut |i, bytes| {
                        out.put(i, bytes).map_err(|fail| fail.error)
                    })?;
                }
                Self::Kept(kept, _) if kept.len() + block.len() > SMALL => {
                    let wanted = format!("a secret of at most {SMALL} bytes");
                    return Err(Error::new(slug::TOO_LARGE, wanted, "a larger one"));
                }
                Self::Kept(kept, _) => kept.extend_from_slice(block),
            }
        }
        Ok(())
    }

    /// The names of what was made.
    fn end(self, args: &Args, cx: &mut Cx, threshold: Threshold) -> Result<Vec<Vec<u8>>, Fail> {
        match self {
            Self::Own(sealer, mut out) => {
                let mut put = |i: usize, bytes: &[u8]| out.put(i, bytes).map_err(|fail| fail.error);
                sealer.end(&mut put)?;
                out.finish(!args.binary, &[])
            }
            Self::Bare(_, mut out) => {
                if args.to == Format::Vault {
                    for (i, x) in threshold.xs().into_iter().enumerate() {
                        out.put(i, &[x])?;
                    }
                }
                out.finish(false, &[])
            }
            Self::Kept(secret, mut out) => {
                for (i, line) in args.texts(cx, &secret, threshold)?.iter().enumerate() {
                    out.put(i, line.as_bytes())?;
                }
                out.finish(false, &[])
            }
        }
    }
}

impl Args {
    /// The shares of formats that are lines.
    fn texts(
        &self,
        cx: &mut Cx,
        secret: &[u8],
        threshold: Threshold,
    ) -> Result<Vec<Zeroizing<String>>, Fail> {
        let mut coins = shares::coins()?;
        if self.to == Format::Ssss {
            let bits = secret.len() * 8;
            let made = ssss::split(secret, bits, !self.no_diffusion, threshold, &mut coins);
            let line = |share: &ssss::Share| Zeroizing::new(share.line(threshold.n()) + "\n");
            return Ok(made?.iter().map(line).collect());
        }
        let plan = slip39::Plan {
            group_threshold: 1,
            groups: vec![(threshold.t(), threshold.n())],
            extendable: true,
            exponent: 1,
        };
        let passphrase = passphrase(cx, &self.passphrase)?;
        let made = slip39::split(secret, &passphrase, &plan, &mut coins)?;
        let text = |one: &slip39::Mnemonic| Zeroizing::new(one.text() + "\n");
        Ok(made.iter().flatten().map(text).collect())
    }
}
