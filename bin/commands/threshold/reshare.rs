//! `threshold reshare`: the same key among other members, with another threshold.

use std::path::PathBuf;

use decent::error::Error;
use decent::group::deal::{misfits, refreshed, reshared, too_few};
use decent::group::{AnyGroup, AnyShare, Curve, Group, Share, Threshold};
use decent::{Verdict, threshold};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::folder::{Folder, IntoFolder};
use crate::groups::{self, Handed, sorted};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The group
    #[arg(long, value_name = "GROUP")]
    group: PathBuf,
    /// Members that are to act together; without it as many as before
    #[arg(short, long, value_name = "T")]
    threshold: Option<u64>,
    /// Members there are to be; without it as many as before
    #[arg(short = 'n', long, value_name = "N")]
    members: Option<u64>,
    #[command(flatten)]
    into: IntoFolder,
    /// Shares of as many members as are needed, or more; none, or `-`, is standard input
    #[arg(value_name = "SHARE")]
    shares: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Deals the key of a group anew, to N members of whom T are needed. Every old share is itself split,
and what comes of the parts is added up: the key is nowhere rebuilt, and the public key stays, so
that signatures and sealed files of before are good still. Old shares don't go with new ones.";
    const EXAMPLES: &'static str =
        "$ decent threshold new -q -t 2 -n 3 -o old --no-names > key && echo hello > data
$ decent threshold reshare --group old/group -t 3 -n 4 old/share-[23] -o new --no-names > same
$ cmp same key
$ for i in 4 2 1; do decent threshold sign --share new/share-$i data; done > parts
$ decent threshold join -q --group new/group --message data parts > sig
$ decent threshold verify --group old/group --sig sig data
data: OK";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let renewal = Renewal {
            group: self.group,
            into: self.into,
            shares: self.shares,
            size: Some((self.threshold, self.members)),
        };
        renewal.run(cx)
    }
}

/// What refreshing and dealing anew have in common.
pub(super) struct Renewal {
    pub(super) group: PathBuf,
    pub(super) into: IntoFolder,
    pub(super) shares: Vec<PathBuf>,
    /// T and N where they are not as before; of nothing the members and their number stay.
    pub(super) size: Option<(Option<u64>, Option<u64>)>,
}

impl Renewal {
    pub(super) fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let folder = Folder::begin(&self.into)?;
        let group = cx.group(&self.group)?;
        let shares = groups::shares(cx, &self.shares)?;
        macro_rules! of_curve {
            ($group:expr, $curve:ident) => {
                self.renewed(cx, folder, $group, shares, |any| match any {
                    AnyShare::$curve(share) => Ok(share),
                    other => Err(groups::other_curve(group.curve(), other.curve())),
                })
            };
        }
        match &group {
            AnyGroup::Bls12381G1(known) => of_curve!(known, Bls12381G1),
            AnyGroup::Bls12381G2(known) => of_curve!(known, Bls12381G2),
            AnyGroup::Ed25519(known) => of_curve!(known, Ed25519),
            AnyGroup::Secp256k1(known) => of_curve!(known, Secp256k1),
        }
    }

    fn renewed<C: Curve>(
        &self,
        cx: &mut Cx,
        folder: Folder,
        group: &Group<C>,
        shares: Vec<Handed<AnyShare>>,
        of_curve: impl Fn(AnyShare) -> Result<Share<C>, Error>,
    ) -> Result<Verdict, Fail> {
        let mut rng = Cx::rng()?;
        let read = shares.into_iter().map(|Handed { name, read }| {
            let read = read.and_then(&of_curve);
            Handed { name, read }
        });
        let mut shares: Vec<_> = read.collect();
        // All at once; of each that is wrong its place.
        let there = |(at, one): (usize, &Handed<Share<C>>)| one.read.is_ok().then_some(at);
        let places: Vec<usize> = shares.iter().enumerate().filter_map(there).collect();
        let good: Vec<&Share<C>> = shares
            .iter()
            .filter_map(|one| one.read.as_ref().ok())
            .collect();
        let found = misfits(group, &good, &mut rng);
        drop(good);
        for (at, error) in found {
            if let Some(one) = places.get(at).and_then(|place| shares.get_mut(*place)) {
                one.read = Err(error);
            }
        }
        let shares = sorted(shares);
        let mut members: Vec<u16> = shares.good.iter().map(|share| share.member).collect();
        members.sort_unstable();
        members.dedup();
        let t = usize::from(group.size().t());
        if members.len() < t {
            let error = too_few(t, members.len());
            return Err(shares.refused(cx, threshold::Refused::from(error), "the shares"));
        }
        let dealt = match self.size {
            None => refreshed(group, &shares.good, &mut rng)?,
            Some((t, n)) => {
                let (old_t, old_n) = (group.size().t().into(), group.size().n().into());
                let size = Threshold::new(t.unwrap_or(old_t), n.unwrap_or(old_n));
                let size = size.map_err(|e| e.of("-t"))?;
                reshared(group, &shares.good, size, &mut rng)?
            }
        };
        shares.left_out(cx, &[]);
        groups::put(cx, folder, &dealt)?;
        Ok(Verdict::Yes)
    }
}
