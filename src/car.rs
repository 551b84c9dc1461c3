//! Archives of blocks (CAR, ipld.io/specs/transport/car): read strictly, every block checked where
//! it is used, whatever an index says; made, walked, cut, merged, unpacked.

pub mod extract;
pub mod index;
pub mod make;
pub mod read;
pub mod scope;
pub mod store;
#[cfg(test)]
pub(crate) mod tests;
pub mod tree;
pub mod verify;
pub mod write;

pub use self::read::{Archive, Section};
pub use self::store::Store;
