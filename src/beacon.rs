//! Randomness that a group publishes round by round and that nobody can foresee or choose: the beacons
//! of drand, whose randomness is the hash of a threshold signature on the round's number.
//! Facts from drand/drand: `crypto/schemes.go`, `common/chain/info.go`, `common/time.go`.

/// What is known of a chain, and its hash.
pub mod chain;
/// The chains that the world knows by name.
pub mod known;
/// Partial signatures of a group's members, and the beacons that they join to.
pub mod partial;
/// One beacon: its fields, what was signed.
pub mod round;
/// How each kind of chain signs.
pub mod scheme;
/// Beacons of a stream, one by one.
pub mod stream;
/// Files that open once a round is there.
pub mod timelock;
/// Whether beacons are their chain's.
pub mod verify;

mod narrate;

pub use chain::Chain;
pub use round::Beacon;
pub use scheme::Scheme;
pub use verify::Verifier;
