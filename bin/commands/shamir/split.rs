//! `shamir split`: a secret into shares.

use std::path::PathBuf;

use decent::Verdict;
use decent::error::{Error, slug};
use decent::shamir::gf::Field;
use decent::shamir::share::{self, Header, Kind};
use decent::shamir::split::{self, Dealer, Threshold};
use decent::shamir::{explain, short, slip39, ssss, vss};
use decent::watch::Watch as _;
use zeroize::Zeroizing;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::folder::{Folder, IntoFolder};
use crate::input::{Input, Role};
use crate::report::{Record, bytes_of};
use crate::secrets::{self, Passphrase};
use crate::shares::{self, Format, Outgoing};

/// The largest secret of the formats that work in memory, in bytes.
const SMALL: usize = 64 << 10;

#[derive(clap::Args)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent switches of the command line"
)]
pub(crate) struct Args {
    /// Shares that rebuild the secret, 2 to 255; with --group, groups that do
    #[arg(short, long, value_name = "T")]
    threshold: u32,
    /// Shares there are to be, at most 255
    #[arg(short = 'n', long, value_name = "N", required_unless_present = "group")]
    shares: Option<u32>,
    /// Whose shares
    #[arg(long, value_name = "FORMAT", default_value = "decent")]
    format: Format,
    /// Shares a T-th as long as the secret: encrypted and coded, only the key split
    #[arg(long, conflicts_with = "vss")]
    short: bool,
    /// Shares that can be checked against commitments; the secret is a scalar of secp256k1, 32 bytes
    #[arg(long, value_name = "SCHEME")]
    vss: Option<Scheme>,
    /// Binary, however small
    #[arg(long)]
    binary: bool,
    /// ssss: the security level, 8, 16, .. 1024; without it that of the secret's length
    #[arg(long, value_name = "BITS")]
    level: Option<usize>,
    /// ssss: leave out the mixing, as its option -D
    #[arg(long)]
    no_diffusion: bool,
    /// SLIP-39: a group of N members of which T are needed; may be given again
    #[arg(long, value_name = "T/N", conflicts_with = "shares")]
    group: Vec<Group>,
    /// SLIP-39: 10000 * 2^E iterations of PBKDF2
    #[arg(long, value_name = "E", default_value_t = 1)]
    exponent: u8,
    /// SLIP-39: let the set's number go into the encryption, as before 2024
    #[arg(long)]
    not_extendable: bool,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    into: IntoFolder,
    /// The secret; none, or `-`, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

/// Which commitments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Scheme {
    /// The first of them is the secret's public key
    Feldman,
    /// They hide the secret whatever it is
    Pedersen,
}

/// A group of SLIP-39.
#[derive(Clone, Copy, Debug)]
struct Group(u8, u8);

impl std::str::FromStr for Group {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parsed = text
            .split_once('/')
            .and_then(|(t, n)| Some(Self(t.parse().ok()?, n.parse().ok()?)));
        parsed.ok_or_else(|| format!("{text:?} is no group: give T/N, as 2/3"))
    }
}

impl Tool for Args {
    const ABOUT: &'static str = "Splits a secret of any length into N shares, any T of which rebuild it; fewer tell nothing but its
length. Each share is a file of DIR. Our own are text while they are small, with a check on every
line; a key and a tag are shared with the secret, so that join never gives out a wrong one. The
formats of others have no such tag: libgfshare's (any length), ssss 0.5's (to 128 bytes), Vault's
layout (any length), SLIP-39's mnemonics (16 to 64 bytes). The options of one format do nothing in
another.";
    const EXAMPLES: &'static str = "$ echo 'the cake is a lie' > secret
$ decent shamir split -t 2 -n 3 secret -o parts
1  parts/share-1
2  parts/share-2
3  parts/share-3
$ decent shamir join parts/share-1 parts/share-3
the cake is a lie
$ printf 'hello world' | decent shamir split -t 2 -n 3 --format ssss -o ssss --no-names
1
2
3
$ cut -c1-2 ssss/share-3
3-";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        secrets::guard();
        if self.format != Format::Decent && (self.short || self.vss.is_some()) {
            return Err(Fail::usage("--short and --vss are of our own format"));
        }
        if self.format == Format::Slip39 {
            return self.mnemonics(cx);
        }
        if !self.group.is_empty() {
            return Err(Fail::usage("--group is of --format slip39"));
        }
        let shares = self.shares.unwrap_or_default();
        let threshold = Threshold::new(self.threshold, shares).map_err(|e| e.of("-t"))?;
        if let Some(scheme) = self.vss {
            return self.scalar(cx, threshold, scheme);
        }
        if self.format == Format::Ssss {
            return self.lines(cx, threshold);
        }
        self.stream(cx, threshold)
    }
}

impl Args {
    /// The secret, in memory.
    fn small(&self, cx: &mut Cx) -> Result<Zeroizing<Vec<u8>>, Fail> {
        let mut input = cx.open("secret", &self.file, Role::Subject)?;
        let secret = input.read_secret(SMALL).map_err(|e| e.of("secret"))?;
        Ok(Zeroizing::new(secret.bytes().to_vec()))
    }

    /// What goes through block by block.
    fn stream(&self, cx: &mut Cx, threshold: Threshold) -> Result<Verdict, Fail> {
        let folder = Folder::begin(&self.into)?;
        let mut input = cx.subject("secret", &self.file)?;
        let names = self.names(threshold);
        let mut outgoing = Outgoing::begin(folder, names);
        cx.stoppable()?;
        let kernel = shares::kernel(cx)?;
        let watch = cx.watch(input.len());
        let set = shares::new_set()?;
        let coins = shares::coins()?;
        if watch.narrates() {
            explain::toy_split(&watch, threshold.t(), threshold.n());
        }
        let mut carried = Carried::default();
        let ended = {
            let mut put = |i: usize, bytes: &[u8]| carried.pass(outgoing.put(i, bytes));
            if self.short {
                short::split(
                    input.feed(),
                    kernel,
                    threshold,
                    set,
                    coins,
                    &watch,
                    &mut put,
                )
                .map(|_| ())
            } else {
                let field = if self.format == Format::Gfshare {
                    Field::Gfshare
                } else {
                    Field::Aes
                };
                let xs = threshold.xs();
                let dealer = Dealer::new(kernel, field, threshold.t(), &xs, coins);
                let ended = self.deal(&mut input, dealer, set, threshold, &watch, &mut put);
                ended.map(|dealer| {
                    if watch.narrates() {
                        explain::bytes_split(&watch, field, dealer.first(), &xs);
                    }
                })
            }
        };
        carried.end(ended.map_err(|e| e.of("secret")))?;
        if self.format == Format::Vault {
            for (i, x) in threshold.xs().into_iter().enumerate() {
                outgoing.put(i, &[x])?;
            }
        }
        let text = self.format == Format::Decent && !self.binary;
        let names = outgoing.finish(text, &[])?;
        let set = (self.format == Format::Decent).then_some(set);
        report(cx, threshold, set, &names)
    }

    fn deal(
        &self,
        input: &mut Input,
        mut dealer: Dealer,
        set: [u8; 16],
        threshold: Threshold,
        watch: &dyn decent::watch::Watch,
        put: split::Put<'_>,
    ) -> decent::Result<Dealer> {
        if self.format != Format::Decent {
            split::split_bare(input.feed(), &mut dealer, watch, put)?;
            return Ok(dealer);
        }
        let header = Header {
            kind: Kind::Whole,
            field: Field::Aes,
            threshold: threshold.t(),
            x: 0,
            set,
        };
        let mut key = Zeroizing::new([0; split::KEY]);
        Cx::random(&mut *key).map_err(|fail| fail.error)?;
        split::split(input.feed(), dealer, header, &key, watch, put)
    }

    /// libgfshare names its shares by the file and x.
    fn names(&self, threshold: Threshold) -> Vec<Vec<u8>> {
        let xs = threshold.xs();
        if self.format != Format::Gfshare {
            return shares::names(&xs);
        }
        let name = self
            .file
            .file_name()
            .map_or(&b"secret"[..], |name| bytes_of(name.as_ref()));
        let name = if name == b"-" { b"secret" } else { name };
        xs.iter()
            .map(|x| [name, format!(".{x:03}").as_bytes()].concat())
            .collect()
    }

    /// The lines of ssss.
    fn lines(&self, cx: &mut Cx, threshold: Threshold) -> Result<Verdict, Fail> {
        let folder = Folder::begin(&self.into)?;
        let secret = self.small(cx)?;
        let bits = self.level.unwrap_or(secret.len() * 8);
        let mut coins = shares::coins()?;
        let made = ssss::split(&secret, bits, !self.no_diffusion, threshold, &mut coins);
        let made = made.map_err(|e| e.of("secret"))?;
        let watch = cx.watch(None);
        if watch.narrates() {
            explain::toy_split(&watch, threshold.t(), threshold.n());
        }
        let names = shares::names(&threshold.xs());
        let mut outgoing = Outgoing::begin(folder, names);
        for (i, share) in made.iter().enumerate() {
            let line = Zeroizing::new(share.line(threshold.n()) + "\n");
            outgoing.put(i, line.as_bytes())?;
        }
        let names = outgoing.finish(false, &[])?;
        report(cx, threshold, None, &names)
    }

    /// A scalar, with commitments.
    fn scalar(&self, cx: &mut Cx, threshold: Threshold, scheme: Scheme) -> Result<Verdict, Fail> {
        let folder = Folder::begin(&self.into)?;
        let secret = self.small(cx)?;
        let kind = match scheme {
            Scheme::Feldman => Kind::Feldman,
            Scheme::Pedersen => Kind::Pedersen,
        };
        let mut coins = shares::coins()?;
        let made = vss::split(&secret, kind, threshold, &mut coins);
        let (made, commitments) = made.map_err(|e| e.of("secret"))?;
        let watch = cx.watch(None);
        if watch.narrates() {
            explain::toy_split(&watch, threshold.t(), threshold.n());
        }
        let mut outgoing = Outgoing::begin(folder, shares::names(&threshold.xs()));
        for (i, one) in made.iter().enumerate() {
            outgoing.put(i, &share::seal(&one.header, &one.body()))?;
        }
        let text = commitments.text().into_bytes();
        let names = outgoing.finish(!self.binary, &[(b"commitments", text)])?;
        report(cx, threshold, Some(commitments.set()), &names)
    }

    /// SLIP-39.
    fn mnemonics(&self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let folder = Folder::begin(&self.into)?;
        let small = |n: u32| {
            let most = Error::new(slug::OUT_OF_RANGE, "at most 16 of SLIP-39", n.to_string());
            u8::try_from(n).map_err(|_| Fail::from(most))
        };
        let t = small(self.threshold)?;
        let groups: Vec<(u8, u8)> = match self.shares {
            Some(n) => vec![(t, small(n)?)],
            None => self.group.iter().map(|Group(t, n)| (*t, *n)).collect(),
        };
        let plan = slip39::Plan {
            group_threshold: if self.shares.is_some() { 1 } else { t },
            groups,
            extendable: !self.not_extendable,
            exponent: self.exponent,
        };
        let passphrase = super::join::passphrase(cx, &self.passphrase)?;
        let secret = self.small(cx)?;
        let watch = cx.watch(None);
        if watch.narrates() {
            let first = plan.groups.first().copied().unwrap_or((t, t));
            explain::toy_split(&watch, first.0, first.1);
        }
        let mut coins = shares::coins()?;
        let made = slip39::split(&secret, &passphrase, &plan, &mut coins);
        let made = made.map_err(|e| e.of("secret"))?;
        let one_group = made.len() == 1;
        let name = |one: &slip39::Mnemonic| {
            let member = one.member + 1;
            let name = if one_group {
                format!("share-{member}")
            } else {
                format!("share-{}-{member}", one.group + 1)
            };
            name.into_bytes()
        };
        let all: Vec<&slip39::Mnemonic> = made.iter().flatten().collect();
        let mut outgoing = Outgoing::begin(folder, all.iter().map(|one| name(one)).collect());
        for (i, one) in all.iter().enumerate() {
            outgoing.put(i, Zeroizing::new(one.text() + "\n").as_bytes())?;
        }
        let names = outgoing.finish(false, &[])?;
        for (one, name) in all.iter().zip(names) {
            let record = Record::value("share", one.member + 1).name(&name);
            let record = record
                .aside("group", one.group + 1)
                .aside("threshold", one.threshold);
            cx.emit(&record.aside("set", slip39::set_name(one.common)))?;
        }
        Ok(Verdict::Yes)
    }
}

fn report(
    cx: &mut Cx,
    threshold: Threshold,
    set: Option<[u8; 16]>,
    names: &[Vec<u8>],
) -> Result<Verdict, Fail> {
    for (x, name) in threshold.xs().into_iter().zip(names) {
        let record = Record::value("share", x).name(name);
        let record = record
            .aside("threshold", threshold.t())
            .aside("shares", threshold.n());
        let record = match set {
            Some(set) => record.aside("set", decent::codec::hex::encode(&set)),
            None => record,
        };
        cx.emit(&record)?;
    }
    Ok(Verdict::Yes)
}
