//! Slugs of what is said of content, work and states: trees, lists, torrents, archives, puzzles, blocks, counters, clocks.

use super::{Kind, Slug};

slugs! {
    // merkle
    /// A tree that has no root without a leaf.
    Wrong NO_LEAVES = "no-leaves";
    /// Equal neighbours in a Bitcoin tree, whose root stands for two lists.
    Wrong TWIN_NODES = "twin-nodes";
    /// A proof that does not parse.
    Wrong PROOF_MALFORMED = "proof-malformed";
    /// A proof that does not go with the data, the size or the root that it is held against.
    Wrong PROOF_UNFIT = "proof-unfit";
    /// A file that is no tree, or a damaged one.
    Wrong TREE_MALFORMED = "tree-malformed";
    /// Hashes that do not lead to the root.
    Wrong WRONG_ROOT = "wrong-root";
    /// Data that is not what the root stands for.
    Wrong WRONG_DATA = "wrong-data";
    /// Data that is shorter or longer than the root stands for.
    Wrong WRONG_SIZE = "wrong-size";
    // manifest
    /// A name that stands for nothing.
    Io NOT_THERE = "not-there";
    /// A file, where a directory is wanted.
    Io NOT_A_DIRECTORY = "not-a-directory";
    /// A file became longer while it was read.
    Io FILE_GREW = "file-grew";
    /// A directory below more directories than are opened at once.
    Io TOO_DEEP = "too-deep";
    /// Two paths that are asked for, one of which contains the other.
    Asked PATHS_OVERLAP = "paths-overlap";
    /// A symbolic link for itself, in a format that has none.
    Asked LINK_NEEDS_JSON = "link-needs-json";
    /// A hash algorithm that is not known here.
    Asked UNKNOWN_ALGORITHM = "unknown-algorithm";
    /// A piece size that is no power of two or out of its bounds.
    Asked PIECE_SIZE = "piece-size";
    /// A line of a list that can't be understood.
    Wrong LIST_LINE = "list-line";
    /// A digest with more or fewer digits than its algorithm has.
    Wrong DIGEST_LENGTH = "digest-length";
    /// A list that names no file.
    Wrong LIST_EMPTY = "list-empty";
    /// A first line that should say which manifest this is.
    Wrong MANIFEST_HEADER = "manifest-header";
    /// A manifest that ends before its last line.
    Wrong MANIFEST_CUT = "manifest-cut";
    /// Files of a manifest that are not in order, or twice in it.
    Wrong MANIFEST_ORDER = "manifest-order";
    /// Piece hashes that do not lead to the root beside them.
    Wrong LAYER_MISMATCH = "layer-mismatch";
    /// A name that leads out of the directory it is resolved in.
    Wrong NAME_ESCAPES = "name-escapes";
    // torrent
    /// Bytes that are no strict bencode.
    Wrong BENCODE = "bencode";
    /// A key that stands twice in a dictionary.
    Wrong DUPLICATE_KEY = "duplicate-key";
    /// A value of another type than its place wants.
    Wrong BENCODE_TYPE = "bencode-type";
    /// A field of a torrent that is missing, or has a value that it can't have.
    Wrong TORRENT_FIELD = "torrent-field";
    /// A path in a torrent that leads out of it, or that no file can have.
    Wrong TORRENT_PATH = "torrent-path";
    /// Files of a torrent that can't stand beside each other.
    Wrong TORRENT_FILES = "torrent-files";
    /// Piece hashes of a torrent that do not fit its files.
    Wrong TORRENT_PIECES = "torrent-pieces";
    /// Piece layers of a torrent that do not lead to its files' roots.
    Wrong TORRENT_LAYERS = "torrent-layers";
    /// The version 1 and version 2 parts of a torrent that speak of different files.
    Wrong TORRENT_MISMATCH = "torrent-mismatch";
    /// A pattern of names that can't be understood.
    Asked BAD_GLOB = "bad-glob";
    /// A name that is no UTF-8, which other clients could not read.
    Asked NAME_NOT_UTF8 = "name-not-utf8";
    /// A symbolic link out of the folder that a torrent is made of.
    Asked LINK_LEAVES = "link-leaves";
    /// A torrent that would be written into the folder that it is made of.
    Asked OUTPUT_INSIDE = "output-inside";
    /// Pieces too long to be held back until they are proven.
    Asked PIECE_TOO_LONG = "piece-too-long";
    /// A torrent of files without a byte.
    Asked NOTHING_INSIDE = "nothing-inside";
    /// JSON that is not the lossless form of a torrent.
    Wrong TORRENT_JSON = "torrent-json";
    /// A magnet link that can't be understood.
    Wrong MAGNET = "magnet";
    // counter
    /// Something else than a state of the wanted kind.
    Wrong NOT_A_STATE = "not-a-state";
    /// A count that is no natural number.
    Wrong NOT_A_COUNT = "not-a-count";
    /// A replica is named twice in one state.
    Wrong DUPLICATE_REPLICA = "duplicate-replica";
    /// The newer state lacks what the older one has.
    Wrong NOT_NEWER = "not-newer";
    /// Operations are missing before later ones of the same replica.
    Wrong OPERATION_GAP = "operation-gap";
    /// One operation is told in two ways.
    Wrong OPERATION_CHANGED = "operation-changed";
    /// A counter that only grows became smaller.
    Wrong COUNT_SHRANK = "count-shrank";
    /// One event of one replica is claimed twice.
    Wrong DOT_TWICE = "dot-twice";
    /// An element that is not in the set.
    Wrong NOT_AN_ELEMENT = "not-an-element";
    /// A program that was to merge two states failed.
    Io MERGE_FAILED = "merge-failed";
    // pow
    /// Every nonce was tried, and none solves the puzzle.
    Wrong EXHAUSTED = "exhausted";
    /// A file that is no checkpoint of a search, or a damaged one.
    Wrong SEARCH = "search";
    /// The checkpoint of another search.
    Asked OTHER_JOB = "other-job";
    /// No batch system says which shard this is.
    Asked NO_SHARD = "no-shard";
    /// A nonce that can't be one in this encoding.
    Wrong NOT_A_NONCE = "not-a-nonce";
    /// A puzzle that is not what its preset reads.
    Wrong PUZZLE = "puzzle";
    /// A stamp that does not parse.
    Wrong STAMP = "stamp";
    /// A file of spent stamps that is damaged.
    Wrong SPENT = "spent";
    // block
    /// Compact bits, or a number, that are no target.
    Wrong BITS = "bits";
    /// Something else than the 80 bytes of a block header.
    Wrong HEADER = "header";
    /// Rules of a network that can't be understood.
    Wrong NETWORK = "network";
    /// A checkpoint that can't be understood, or is of another network.
    Wrong CHAIN_CHECKPOINT = "chain-checkpoint";
    /// A chain that begins with another block than it should.
    Wrong CHAIN_START = "chain-start";
    /// A header that does not follow the one before.
    Wrong CHAIN_LINK = "chain-link";
    /// A hash above its target.
    Wrong CHAIN_WORK = "chain-work";
    /// Bits that the rules of the network don't give.
    Wrong CHAIN_BITS = "chain-bits";
    /// A time that is too early or too late.
    Wrong CHAIN_TIME = "chain-time";
    /// Bytes that are no transaction, or no block.
    Wrong TRANSACTION = "transaction";
    /// A proof of inclusion that does not parse, or proves nothing.
    Wrong SPV_PROOF = "spv-proof";
    /// A transaction that is not in the block, or not what the proof is of.
    Wrong NOT_IN_BLOCK = "not-in-block";
    /// Of nothing, nothing can be said.
    Asked NOTHING_CHECKED = "nothing-checked";
    /// A version that is no longer allowed.
    Wrong CHAIN_VERSION = "chain-version";
    // clock
    /// Something else than a log of events.
    Wrong NOT_A_LOG = "not-a-log";
    /// Something else than a vector clock.
    Wrong NOT_A_CLOCK = "not-a-clock";
    /// An expression that can't be searched for, or lacks a group.
    Asked EXPRESSION = "expression";
    /// An event that the log does not hold.
    Asked NO_SUCH_EVENT = "no-such-event";
    /// A clock that can't have come about.
    Wrong CLOCK_FAULT = "clock-fault";
    /// A message that is received and never sent, or sent twice.
    Wrong STRAY_MESSAGE = "stray-message";
    /// Events that would each have to come before the other.
    Wrong CAUSAL_CYCLE = "causal-cycle";
    /// An event without a time, where the clock is made of times.
    Wrong NO_TIME = "no-time";
    /// Something else than a table of delays.
    Wrong NOT_DELAYS = "not-delays";
    // sig
    /// Bytes that are no signature in a format that is known here.
    Wrong SIGNATURE = "signature";
    /// A comment that a signature file has no room for.
    Asked SIG_COMMENT = "sig-comment";
    /// The signature could not be made, or does not hold.
    Io SIGNING_FAILED = "signing-failed";
    /// A line of a file of signatures that can't be understood.
    Wrong SIGNATURE_LINE = "signature-line";
    /// Something else than a list of allowed signers.
    Wrong ALLOWED_SIGNERS = "allowed-signers";
    /// A list that allows signers by certificates.
    Unsupported CERT_AUTHORITY = "cert-authority";
    /// No key to check a signature by.
    Asked NO_TRUSTED_KEY = "no-trusted-key";
    // cid, car
    /// Something else than a content ID.
    Wrong CID = "cid";
    /// Text that is in none of the bases of multibase.
    Wrong MULTIBASE = "multibase";
    /// A hash function that is not known here, or that proves nothing.
    Unsupported UNKNOWN_HASH = "unknown-hash";
    /// A block that is no strict dag-pb.
    Wrong DAG_PB = "dag-pb";
    /// A block that is no strict dag-cbor.
    Wrong DAG_CBOR = "dag-cbor";
    /// A block that says something impossible of a file or folder.
    Wrong UNIXFS = "unixfs";
    /// A part of a large folder that is not what it should be.
    Wrong HAMT = "hamt";
    /// A way to cut files that can't be understood.
    Asked CHUNKER = "chunker";
    /// A block that other programs would not take.
    Asked BLOCK_TOO_LARGE = "block-too-large";
    /// A file that is no archive of blocks.
    Wrong CAR = "car";
    /// A block that is not what its content ID names.
    Wrong BLOCK_MISMATCH = "block-mismatch";
    /// A block that should be there and is not.
    Wrong BLOCK_MISSING = "block-missing";
    /// A name that could lead out of a folder, or stands twice.
    Wrong UNSAFE_NAME = "unsafe-name";
    /// An archive that would fill the disk.
    Wrong EXTRACT_LIMIT = "extract-limit";
    /// A path that the archive does not hold.
    Wrong NO_SUCH_PATH = "no-such-path";
    // dag
    /// A text that is no dag-json.
    Wrong DAG_JSON = "dag-json";
    /// A value that the codec it is to be written in has no form for.
    Asked FORM = "form";
    /// A codec of blocks that is not known here.
    Unsupported UNKNOWN_CODEC = "unknown-codec";
    /// A block that is no commit, or a damaged one.
    Wrong COMMIT = "commit";
    /// A name, a mail address, a time or a message that no commit can hold.
    Asked COMMIT_FIELD = "commit-field";
    /// An object of git that is not what git writes.
    Wrong GIT_OBJECT = "git-object";
    /// An archive that can't hold the history that is to be kept in it.
    Asked STORE = "store";
    /// A commit of what the last one holds already.
    Asked NOTHING_CHANGED = "nothing-changed";
    /// Histories without one last common version.
    Asked NO_MERGE_BASE = "no-merge-base";

    // ipns
    /// Something else than a name of IPNS.
    Wrong IPNS_NAME = "ipns-name";
    /// Bytes that are no record of IPNS.
    Wrong IPNS_RECORD = "ipns-record";
    /// A value that is no path of content.
    Wrong IPNS_VALUE = "ipns-value";
    /// An end of validity that is no time.
    Wrong IPNS_VALIDITY = "ipns-validity";
    /// A record that can't come after the one before it.
    Wrong IPNS_UNFIT = "ipns-unfit";
    /// A name whose records have all expired.
    Wrong IPNS_EXPIRED = "ipns-expired";
    /// What was seen of names, damaged.
    Wrong IPNS_STATE = "ipns-state";
    /// A name that no record at hand is of.
    Asked IPNS_UNRESOLVED = "ipns-unresolved";
    /// Names that lead round in a circle, or on and on.
    Wrong IPNS_LOOP = "ipns-loop";
    /// A name of DNS, which no file here can answer.
    Unsupported DNSLINK = "dnslink";
    // quorum
    /// Something else than a time between heartbeats.
    Wrong NOT_AN_INTERVAL = "not-an-interval";
}
