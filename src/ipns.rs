//! Names of IPNS (ipfs/specs, `src/ipns/ipns-record.md`) as files: a name is a public key or its hash, a
//! record points from it at content, is signed by its key, and expires.
//!
//! Objects that are named by their hash can't change, so what changes needs a pointer that is signed.
//! That it expires bounds how long an old one can be passed off as the newest.

/// Names: keys, or hashes of keys.
pub mod name;
/// The steps with their real values.
pub mod narrate;
/// Records: read strictly, written.
pub mod record;
/// Names followed to content, over records at hand.
pub mod resolve;
/// Records made.
pub mod sign;
/// What was seen of names, to find who goes back and who says two things.
pub mod state;
/// Times to the nanosecond, as records have them.
pub mod validity;
/// Paths that records point at.
pub mod value;
/// Records checked, and the newest of many.
pub mod verify;

pub use name::Name;
pub use record::Record;
pub use validity::Moment;
pub use value::Path;

#[cfg(test)]
mod tests;
