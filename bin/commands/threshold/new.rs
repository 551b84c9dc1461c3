//! `threshold new`: a key dealt to a group.

use std::path::PathBuf;

use decent::Verdict;
use decent::error::{Error, slug};
use decent::group::{
    Bls12381G1, Bls12381G2, Curve, CurveName, Ed25519, Secp256k1, Threshold, deal,
};
use decent::key::{Kind, SecretKey};
use ed25519_dalek::hazmat::ExpandedSecretKey;
use zeroize::Zeroizing;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::folder::{Folder, IntoFolder};
use crate::groups::{self, CurveWord};
use crate::secrets::{Passphrase, guard};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Members that can act together, at least 1
    #[arg(short, long, value_name = "T")]
    threshold: u64,
    /// Members there are to be, at most 4096
    #[arg(short = 'n', long, value_name = "N")]
    members: u64,
    /// The curve; without it that of the key, or else bls12-381-g1
    #[arg(long, value_name = "CURVE")]
    curve: Option<CurveWord>,
    /// Split this key instead of a new one: of bls12-381, ed25519 or secp256k1
    #[arg(long, value_name = "KEY")]
    from: Option<PathBuf>,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    into: IntoFolder,
}

impl Tool for Args {
    const ABOUT: &'static str = "Deals a key to a group of N members of whom any T can sign and decrypt: DIR/group is public, and
says the public key and commitments by which every share and every part is checked; DIR/share-I is
member I's alone. Prints the public key. Whoever deals knows the key: members who trust nobody make
it together instead. With --from a key that exists is split, and signs as before; of ed25519 the
scalar is split, from which the seed can't be had back, so that only FROST can sign with it. Fewer
than T shares tell nothing of the key.";
    const EXAMPLES: &'static str = "$ decent threshold new -t 3 -n 5 -o group --no-names > key
$ ls group
group
share-1
share-2
share-3
share-4
share-5
$ printf %064d 7 > old && chmod 600 old
$ decent threshold new -t 2 -n 3 --from old -o split | cut -c1-32
b928f3beb93519eecf0145da903b40a4";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        guard();
        let size = Threshold::new(self.threshold, self.members).map_err(|e| e.of("-t"))?;
        let folder = Folder::begin(&self.into)?;
        let wanted = self.curve.map(CurveName::from);
        let key = match &self.from {
            None => None,
            Some(path) => {
                let kind = wanted.map_or(Kind::Bls12381, kind_of);
                let read = cx.secret_key("key", path, &self.passphrase, Some(kind))?;
                Some(read.key)
            }
        };
        let fits = |curve: &CurveName| key.as_ref().is_none_or(|key| key.kind() == kind_of(*curve));
        let known = key.as_ref().map(SecretKey::kind);
        let curve = wanted.or_else(|| known.and_then(curve_of));
        let curve = curve.or_else(|| known.is_none().then_some(CurveName::Bls12381G1));
        let Some(curve) = curve.filter(fits) else {
            let wanted = match wanted {
                Some(curve) => format!("a key for {}", curve.name()),
                None => "a key of bls12-381, ed25519 or secp256k1".into(),
            };
            let found = known.map_or("none", Kind::name);
            return Err(Error::new(slug::KEY_KIND, wanted, found).of("key").into());
        };
        if known == Some(Kind::Ed25519) {
            cx.note("warning: the shares rebuild the key's scalar, never its seed: keep the old file if its form is needed");
        }
        match curve {
            CurveName::Bls12381G1 => deal::<Bls12381G1>(cx, folder, size, key.as_ref()),
            CurveName::Bls12381G2 => deal::<Bls12381G2>(cx, folder, size, key.as_ref()),
            CurveName::Ed25519 => deal::<Ed25519>(cx, folder, size, key.as_ref()),
            CurveName::Secp256k1 => deal::<Secp256k1>(cx, folder, size, key.as_ref()),
        }
    }
}

fn kind_of(curve: CurveName) -> Kind {
    match curve {
        CurveName::Bls12381G1 | CurveName::Bls12381G2 => Kind::Bls12381,
        CurveName::Ed25519 => Kind::Ed25519,
        CurveName::Secp256k1 => Kind::Secp256k1,
    }
}

fn curve_of(kind: Kind) -> Option<CurveName> {
    match kind {
        Kind::Bls12381 => Some(CurveName::Bls12381G1),
        Kind::Ed25519 => Some(CurveName::Ed25519),
        Kind::Secp256k1 => Some(CurveName::Secp256k1),
        Kind::X25519 | Kind::P256 | Kind::Rsa => None,
    }
}

fn deal<C: Curve>(
    cx: &mut Cx,
    folder: Folder,
    size: Threshold,
    key: Option<&SecretKey>,
) -> Result<Verdict, Fail> {
    let scalar = key.map(|key| {
        let bytes = match key {
            // What signs is made of the seed by SHA-512, RFC 8032 section 5.1.5.
            SecretKey::Ed25519(seed) => {
                let expanded = ExpandedSecretKey::from(&seed.to_bytes());
                Zeroizing::new(expanded.scalar.to_bytes())
            }
            other => other.to_bytes(),
        };
        C::scalar_of(&bytes).map(Zeroizing::new)
    });
    let none = || Error::new(slug::KEY_KIND, "a scalar of the curve", "none").of("key");
    let scalar = match scalar {
        Some(scalar) => Some(scalar.ok_or_else(none)?),
        None => None,
    };
    let dealt = deal::new::<C>(size, scalar.as_deref(), &mut Cx::rng()?)?;
    groups::put(cx, folder, &dealt)?;
    Ok(Verdict::Yes)
}
