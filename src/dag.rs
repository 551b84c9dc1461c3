//! Graphs of blocks: any block read as a value of IPLD, paths through it, and on it a history of
//! versions as git has it, in one archive: commits, their log, differences, merges.

/// Trees out of a history, into a folder.
pub mod checkout;
/// Versions: what they say, how they are signed.
pub mod commit;
/// What changed between two trees.
pub mod diff;
/// Blocks as values, by their codec.
pub mod forms;
/// git's objects, byte by byte.
pub mod git;
/// A folder as git's objects.
pub mod git_import;
/// Who came before whom: the log, the last common versions.
pub mod history;
/// Two trees that grew out of one become one again.
pub mod merge;
/// Paths through blocks.
pub mod path;
/// In which bytes two files differ.
pub mod ranges;
/// A history in one archive that grows.
pub mod store;
/// Folders as the diff and the merge see them, of `UnixFS` or of git.
pub mod tree;

#[cfg(test)]
mod tests;
