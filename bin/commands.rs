//! The table of contents: every family, every tool, a line of summary each. One line here and one
//! file below `commands/` make a tool; help, man pages, completions and tests follow by themselves.

use crate::node::table;
pub(crate) use crate::node::{Kind, Node, Tool};

table! {
    /// Merkle trees over files: roots, proofs, verified streaming
    merkle {
        /// The root of files, pipes and lists
        root;
        /// The nodes of a tree, level by level
        list;
        /// The tree of a file, as a file
        new;
        /// Proofs of chunks, of byte ranges, of growth
        prove;
        /// Check data against a root, by a proof or a tree
        verify;
        /// The byte ranges in which a copy differs
        diff;
        /// The chunks to ask for, to audit who stores a file
        audit;
    }
    /// Counters that many replicas raise, and that merge in any order
    gcounter {
        /// A counter at nothing
        new;
        /// Count at one's own replica
        add;
        /// Many states become one
        merge;
        /// The value of states
        show;
        /// What one state lacks of another
        delta;
        /// Whether a merge keeps the laws
        verify;
    }
    /// Counters that rise and fall, on many replicas
    pncounter {
        /// A counter at nothing
        new;
        /// Count up or down at one's own replica
        add;
        /// Many states become one
        merge;
        /// The value of states
        show;
        /// What one state lacks of another
        delta;
        /// Whether a merge keeps the laws
        verify;
    }
    /// Values that many replicas overwrite: the last one, or all
    register {
        /// A register that nobody wrote to
        new;
        /// Write a value at one's own replica
        add;
        /// Many states become one
        merge;
        /// The value of states, or the values
        show;
        /// What one state lacks of another
        delta;
        /// Whether a merge keeps the laws
        verify;
    }
    /// Sets that many replicas add to and remove from
    orset {
        /// An empty set
        new;
        /// Put an element in
        add;
        /// Take an element out
        remove;
        /// Many states become one
        merge;
        /// The elements of states
        show;
        /// What one state lacks of another
        delta;
        /// Whether a merge keeps the laws
        verify;
    }
    /// Lists and texts that many replicas edit
    seq {
        /// An empty list
        new;
        /// Insert or delete at one's own replica
        edit;
        /// Many states become one
        merge;
        /// The text of states, or their items
        show;
        /// What one state lacks of another
        delta;
        /// Whether a merge keeps the laws
        verify;
    }
    /// Logical clocks over event logs: who can have known of what
    clock {
        /// Clocks for the events of a log
        stamp;
        /// Whether the clocks of a log can have come about
        verify;
        /// What a log holds, in numbers
        show;
        /// Which of two events came before the other
        order;
        /// What came before an event, after it, or neither
        list;
        /// Many logs of one execution become one, causes first
        merge;
        /// A space-time diagram in the terminal
        draw;
    }
    /// How many of how many must agree
    quorum;
    /// How much a silent node is to be suspected
    phi;
    /// Lists of files with their digests: made, verified, compared
    manifest {
        /// A list of files and folders
        new;
        /// Check files against a list
        verify;
        /// What changed between two lists
        diff;
    }
    /// Torrents: made, read, checked, changed
    torrent {
        /// A torrent of a file, a folder or a stream
        new;
        /// What a torrent says
        show;
        /// The files of a torrent
        list;
        /// The hashes that name torrents
        infohash;
        /// Check data against a torrent
        verify;
        /// Magnet links, made and read
        magnet;
        /// What other programs would stumble over
        lint;
        /// What two torrents do not share
        diff;
        /// Change trackers, names and words
        edit;
        /// Give an old torrent a version 2 part, from its data
        convert;
        /// Find the data of a torrent in folders
        r#match;
        /// Make data whole from another copy
        repair;
    }
    /// Content IDs of files and folders: found, checked, taken apart
    cid {
        /// The IDs of files, streams and folders
        new;
        /// Whether content is what an ID names
        verify;
        /// What an ID says
        show;
        /// The same block in another version or base
        convert;
    }
    /// Archives of blocks: made, checked, cut, unpacked
    car {
        /// An archive of files and folders
        new;
        /// What is in an archive
        list;
        /// Whether an archive is what it says
        verify;
        /// The bytes of a file in an archive
        cat;
        /// Unpack an archive
        get;
        /// The part that proves a path or a range
        split;
        /// Many archives become one
        merge;
        /// Where the blocks of an archive begin
        index;
        /// What an archive says of itself
        show;
    }
    /// Graphs of blocks: shown, walked, and a history of versions kept in them
    dag {
        /// A block as text, or in another codec
        show;
        /// What is below a version, a folder or a block
        list;
        /// What changed between two versions
        diff;
        /// A version of a folder
        commit;
        /// Versions, newest first
        log;
        /// A version into a folder
        checkout;
        /// The last version that two have in common
        merge_base;
        /// Two versions become one
        merge;
    }
    /// Names that stay while what they point at changes: signed, and valid for a time
    ipns {
        /// The name of a key
        name;
        /// A record that points from a name at content
        sign;
        /// Whether a record is of a name, and still holds
        verify;
        /// What a record says
        show;
        /// The newest of several records
        select;
        /// A name followed to content, over records in a folder
        resolve;
        /// The same value once more, with a later end
        renew;
    }
    /// Proof of work: puzzles that cost time to solve and none to check
    pow {
        /// The nonce that solves a puzzle
        mine;
        /// Whether a nonce solves a puzzle
        verify;
        /// Stamps of hashcash
        stamp;
        /// Whether stamps are good, and not spent
        check;
        /// Two inputs whose digests begin alike
        collide;
        /// What a difficulty costs on this machine
        bench;
    }
    /// Block headers and chains of them, Bitcoin's or one's own
    block {
        /// A header to mine
        new;
        /// The nonce that makes a header good
        mine;
        /// Headers, field by field
        show;
        /// Check a chain of headers against its network's rules
        verify;
        /// Which branch wins, and the way to it
        tips;
        /// What compact bits and targets stand for
        target;
        /// The bits that the next header must have
        retarget;
    }
    /// Proofs that a transaction stands in a block
    spv {
        /// The Merkle root of a block or a list of ids
        new;
        /// A proof that transactions are in a block
        prove;
        /// Check a proof, and say what it assumes
        verify;
        /// What a proof says of itself
        show;
    }
    /// How likely a block is undone, or a committee taken over
    finality;
    /// Keys: made, shown, converted; secrets agreed on, files sealed to keys
    key {
        /// A new key
        new;
        /// What a key is, without its secret
        show;
        /// A key in another form
        convert;
        /// The secret that two keys agree on
        agree;
        /// Encrypt to public keys
        seal;
        /// Decrypt what was sealed to a key
        open;
        /// Private keys out of signatures that share a nonce
        recover;
        /// A curve small enough to see
        toy;
    }
    /// Signatures that minisign, signify, ssh-keygen and openssl take
    sig {
        /// A signature on a file or a stream
        sign;
        /// Whether signatures are of this file, and by these keys
        verify;
        /// What a signature says of itself
        show;
    }
    /// Secrets split into shares of which a few rebuild them
    shamir {
        /// A secret into shares
        split;
        /// Shares back to the secret
        join;
        /// Whether shares are whole, and fit each other
        verify;
        /// What shares say of themselves
        show;
        /// New shares of the same secret, for the same holders
        refresh;
        /// New shares of the same secret, for others
        reshare;
        /// Shares in the format of another program
        convert;
    }
    /// Keys that several hold together, of whom any T can act
    threshold {
        /// A key dealt to a group
        new;
        /// A member's part of a signature
        sign;
        /// Members' parts made one signature, or opening a file
        join;
        /// Check a signature against the group's key
        verify;
        /// A file that any T members open
        encrypt;
        /// A member's part of opening a file
        decrypt;
        /// New shares for the same members
        refresh;
        /// The same key among other members
        reshare;
        /// A group's key made by its members, without a dealer
        dkg {
            /// One's state, and an announcement
            start;
            /// One's part of the key, with a share for each
            deal;
            /// Whether all dealt rightly, and what is to be said to that
            check;
            /// The group that all made, and one's share
            finish;
        }
    }
    /// Signatures that some of a group make together, and that any verifier takes
    frost {
        /// A key of which each member has a share
        new;
        /// A member's nonces, and commitments to them
        commit;
        /// A member's part of a signature
        sign;
        /// The parts of all who sign become a signature
        join;
    }
    /// Public randomness: the beacons of drand, checked by the million
    beacon {
        /// Whether beacons are their chain's
        verify;
        /// What a chain says of itself
        show;
        /// Which round is due when
        round;
        /// A chain that a group of one's own is to make
        new;
        /// A member's part of the signature of a round
        sign;
        /// Parts of members joined to the beacon of their round
        join;
        /// Encrypt until a round is there
        seal;
        /// Decrypt what was sealed until a round
        open;
        /// Lots that a round to come decides
        draw {
            /// Bind a pool and a round, before the round is there
            commit;
            /// Draw, once the round is there
            run;
            /// Whether a result is the one that was drawn
            verify;
        }
        /// How much of a stake is drawn
        sortition;
        /// Randomness by commitments that are revealed later
        randao {
            /// What a secret is bound by
            commit;
            /// The secret, when all have committed
            reveal;
            /// The randomness of all secrets together
            mix;
        }
    }
    /// Texts and heads of logs that keys sign, and that witnesses cosign
    note {
        /// A signature under a text, or a witness's under a head
        sign;
        /// Whether trusted keys signed, and whether a log holds an entry
        verify;
        /// What a note says of itself
        show;
        /// The line by which verifiers know a key
        key;
    }
    /// Random outputs that a key gives, and proofs of them
    vrf {
        /// The output of a key for an input, with its proof
        prove;
        /// Whether a proof holds, and the output that it proves
        verify;
    }
    /// Chains of blocks that are crossed in a few hops, either way, from a file
    skipchain {
        /// A chain of one block
        new;
        /// Blocks at the end of a chain
        add;
        /// The blocks of a chain
        list;
        /// What a chain or a block of it says
        show;
        /// The payload of a block
        cat;
        /// The shortest way between two blocks
        path;
        /// Whether all of a chain is right
        fsck;
        /// Requests for the links that are to be signed
        link;
        /// A member's signatures of links
        cosign;
        /// Members' signatures become links
        join;
        /// That a block is of a chain, in one file
        prove;
        /// Whether a proof holds
        verify;
        /// The newest head that was proven, remembered
        follow;
        /// Where two copies of a chain part
        diff;
        /// The head of a chain, for members and witnesses to sign
        checkpoint;
    }
    /// Who signs for the blocks of a skipchain
    roster {
        /// Members and their keys, and how many must sign
        new;
        /// What a roster says
        show;
        /// Whether a roster can be trusted to say one thing
        verify;
        /// How much of a committee is exchanged
        diff;
    }
    /// What a file is, and the command that checks it
    inspect;
    /// Lessons made of commands that really run
    learn;
    /// The whole job once, on a real file
    tour;
    /// The page of an error
    why;
    /// Completions for a shell
    completions;
    /// Man pages and completions, into a folder
    generate;
}

/// What other files of the program need of a tool.
pub(crate) use car::new::scratch;
pub(crate) use cid::new::alike;

/// The card of an archive, for `inspect` too.
pub(crate) use car::show::card as car_card;
