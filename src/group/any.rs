//! What is on a curve that only a file tells.

use super::curve::CurveName;
use crate::error::{Error, Result, Slug};

/// The curve of a file's word for it.
pub(super) fn curve(word: &str, wrong: Slug) -> Result<CurveName> {
    CurveName::named(word).ok_or_else(|| {
        let words = CurveName::ALL.map(CurveName::name).join(", ");
        let found: String = word.chars().take(40).collect();
        Error::new(
            wrong,
            format!("curve: one of {words}"),
            format!("{found:?}"),
        )
    })
}

/// Makes the type of something on any curve, out of its type on one. Where it is used stand `parsed`,
/// which makes the fields of a file of its bytes, and `of_file`, which makes the thing of these.
macro_rules! any_curve {
    ($(#[$meta:meta])* $any:ident, $one:ident, $slug:expr) => {
        $(#[$meta])*
        pub enum $any {
            /// With signatures in G2.
            Bls12381G1($one<$crate::group::Bls12381G1>),
            /// With signatures in G1.
            Bls12381G2($one<$crate::group::Bls12381G2>),
            /// For FROST.
            Ed25519($one<$crate::group::Ed25519>),
            /// For FROST with taproot's keys.
            Secp256k1($one<$crate::group::Secp256k1>),
        }

        impl $any {
            /// From the file.
            pub fn read(bytes: &[u8]) -> Result<Self> {
                let file = parsed(bytes)?;
                Ok(match $crate::group::any::curve(&file.curve, $slug)? {
                    CurveName::Bls12381G1 => Self::Bls12381G1($one::of_file(&file)?),
                    CurveName::Bls12381G2 => Self::Bls12381G2($one::of_file(&file)?),
                    CurveName::Ed25519 => Self::Ed25519($one::of_file(&file)?),
                    CurveName::Secp256k1 => Self::Secp256k1($one::of_file(&file)?),
                })
            }

            /// Which curve.
            pub fn curve(&self) -> CurveName {
                match self {
                    Self::Bls12381G1(_) => CurveName::Bls12381G1,
                    Self::Bls12381G2(_) => CurveName::Bls12381G2,
                    Self::Ed25519(_) => CurveName::Ed25519,
                    Self::Secp256k1(_) => CurveName::Secp256k1,
                }
            }
        }
    };
}
pub(super) use any_curve;

/// Does the same with what an [`AnyGroup`](super::AnyGroup) or [`AnyShare`](super::AnyShare) holds,
/// whatever its curve.
#[macro_export]
macro_rules! of_any_curve {
    ($any:ident, $value:expr, $name:ident => $body:expr) => {
        match $value {
            $crate::group::$any::Bls12381G1($name) => $body,
            $crate::group::$any::Bls12381G2($name) => $body,
            $crate::group::$any::Ed25519($name) => $body,
            $crate::group::$any::Secp256k1($name) => $body,
        }
    };
}
