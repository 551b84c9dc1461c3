//! Slugs of what is said of whom to trust: keys, signatures of many, shares, beacons, draws, chains, notes.

use super::{Kind, Slug};

slugs! {
    // key
    /// Something else than a key.
    Wrong NOT_A_KEY = "not-a-key";
    /// A key that no honest owner has, or a number that is no key.
    Wrong WEAK_KEY = "weak-key";
    /// A key of a kind that can't do this.
    Asked KEY_KIND = "key-kind";
    /// A key that is encrypted, and no passphrase.
    Asked PASSPHRASE_WANTED = "passphrase-wanted";
    /// A passphrase that does not open the key.
    Asked WRONG_PASSPHRASE = "wrong-passphrase";
    /// A passphrase that could not be read, or is none.
    Asked NO_PASSPHRASE = "no-passphrase";
    /// A cipher or a derivation that this build does not know.
    Unsupported UNKNOWN_CIPHER = "unknown-cipher";
    /// Costs of a derivation past what is spent on one file.
    Wrong TOO_COSTLY = "too-costly";
    /// Secret bytes would go to a terminal.
    Asked SECRET_TO_TERMINAL = "secret-to-terminal";
    /// Text that is no PEM.
    Wrong PEM = "pem";
    /// Bytes that are no strings of SSH.
    Wrong SSH_WIRE = "ssh-wire";
    /// Something else than base 58 digits.
    Wrong NOT_BASE58 = "not-base58";
    /// Something else than bech32 digits.
    Wrong NOT_BECH32 = "not-bech32";
    /// Two keys that agree on nothing: the shared secret would be zeros.
    Wrong NO_AGREEMENT = "no-agreement";
    /// Coordinates of no point of the curve, or of one that is no multiple.
    Wrong NOT_A_POINT = "not-a-point";
    /// Something else than a file of age.
    Wrong NOT_SEALED = "not-sealed";
    /// A sealed file that is for none of these keys.
    Wrong NOT_FOR_KEY = "not-for-key";
    /// A sealed file that was changed.
    Wrong SEALED_FORGED = "sealed-forged";
    /// A sealed file that is cut short.
    Wrong SEALED_CUT = "sealed-cut";
    // shamir
    /// Something else than a share.
    Wrong SHARE = "share";
    /// A share whose checksum does not fit.
    Wrong SHARE_DAMAGED = "share-damaged";
    /// A share that is there twice.
    Wrong SHARE_TWICE = "share-twice";
    /// Shares of several secrets, or of one secret split anew.
    Wrong SHARES_MIXED = "shares-mixed";
    /// Fewer shares than rebuild the secret.
    Asked SHARES_TOO_FEW = "shares-too-few";
    /// Shares that do not fit each other.
    Wrong SHARES_UNFIT = "shares-unfit";
    /// Something else than commitments to a polynomial.
    Wrong COMMITMENTS = "commitments";
    // dkg
    /// Something else than a message of the making of a key together.
    Wrong DKG_MESSAGE = "dkg-message";
    /// A message of another ceremony, or for other terms.
    Wrong DKG_FOREIGN = "dkg-foreign";
    /// A message that is not signed by whom it says.
    Wrong DKG_SIGNATURE = "dkg-signature";
    /// Two messages that differ where a member has one.
    Wrong DKG_TWICE = "dkg-twice";
    /// A deal with a proof, commitments or a share that are not right.
    Wrong DKG_DEAL = "dkg-deal";
    /// Votes on different sets of deals.
    Wrong DKG_VOTES = "dkg-votes";
    /// Fewer dealers left than the threshold.
    Wrong DKG_TOO_FEW = "dkg-too-few";
    /// Messages that are not there yet.
    Asked DKG_MISSING = "dkg-missing";
    /// Commitments that hide the key from who would choose it.
    Asked DKG_HIDDEN = "dkg-hidden";
    /// Something else than the state of a member.
    Wrong DKG_STATE = "dkg-state";
    // group
    /// Something else than a group.
    Wrong GROUP = "group";
    /// Something else than a member's share of a group's key.
    Wrong GROUP_SHARE = "group-share";
    /// What belongs to another group, or to another generation of this one.
    Wrong GROUP_MIXED = "group-mixed";
    /// A number that no member of the group has.
    Wrong NO_MEMBER = "no-member";
    /// What a member sent does not fit the group.
    Wrong MEMBER_UNFIT = "member-unfit";
    /// Fewer members' parts than the threshold.
    Asked MEMBERS_TOO_FEW = "members-too-few";
    // threshold
    /// Something else than a member's part of a signature, or of opening a file.
    Wrong PARTIAL = "partial";
    /// Parts of signatures of several messages, or a wrong one among them.
    Wrong PARTIALS_DIFFER = "partials-differ";
    /// Something else than a signature of the group, or one of another message.
    Wrong GROUP_SIGNATURE = "group-signature";
    /// Something else than a file that is sealed to a group.
    Wrong CIPHERTEXT = "ciphertext";
    /// A sealed file made of parts of others.
    Wrong CIPHERTEXT_FORGED = "ciphertext-forged";
    /// A group whose curve can't do this.
    Asked GROUP_CURVE = "group-curve";
    /// A build without encryption to groups.
    Unsupported NO_THRESHOLD = "no-threshold";
    // beacon
    /// Something else than a beacon.
    Wrong BEACON = "beacon";
    /// Bytes of no point of a curve, or of one outside of its group.
    Wrong NOT_IN_GROUP = "not-in-group";
    /// A signature that is not the chain's for this round.
    Wrong BEACON_FORGED = "beacon-forged";
    /// Randomness that does not follow from its signature.
    Wrong BEACON_RANDOMNESS = "beacon-randomness";
    /// A round that is missing, twice there, or not in order.
    Wrong BEACON_GAP = "beacon-gap";
    /// A beacon that is older than it may be, or not there.
    Wrong BEACON_LATE = "beacon-late";
    /// Something else than the information of a chain.
    Wrong CHAIN_INFO = "chain-info";
    /// A chain that has no name here.
    Asked UNKNOWN_CHAIN = "unknown-chain";
    /// A round or time at which the chain has nothing.
    Asked NO_SUCH_ROUND = "no-such-round";
    /// Something else than a proof of a verifiable random function, or one that does not hold.
    Wrong VRF_PROOF = "vrf-proof";
    /// A commitment or a secret that is malformed, missing, or not what it should be.
    Wrong RANDAO = "randao";
    /// Something else than a partial signature of a beacon, or one of another round.
    Wrong BEACON_PARTIAL = "beacon-partial";
    /// A sealed file that waits for no round.
    Wrong NOT_TIMELOCKED = "not-timelocked";
    /// A chain to whose rounds nothing can be sealed.
    Unsupported NO_TIMELOCK = "no-timelock";
    /// A round that is still to come.
    Asked TOO_EARLY = "too-early";
    /// A round that is there already, where one to come is wanted.
    Asked ROUND_PAST = "round-past";
    // draw
    /// A pool of which nothing can be drawn.
    Wrong POOL = "pool";
    /// Another pool than the one that was committed to.
    Wrong POOL_OTHER = "pool-other";
    /// Something else than the commitment of a draw.
    Wrong DRAW = "draw";
    /// A result that is not the one that the draw gives.
    Wrong DRAW_RESULT = "draw-result";
    // frost
    /// Something else than the nonces of the member who signs.
    Wrong FROST_NONCE = "frost-nonce";
    /// Nonces that have signed already.
    Asked NONCE_USED = "nonce-used";
    /// Something else than commitments of a group's members, or others than were published.
    Wrong FROST_COMMITMENT = "frost-commitment";
    /// Something else than a partial signature, or one that does not fit.
    Wrong FROST_PARTIAL = "frost-partial";
    /// Fewer commitments or partial signatures than are needed.
    Asked FROST_TOO_FEW = "frost-too-few";
    /// A file of minisign whose comment is not signed yet.
    Asked FROST_COMMENT = "frost-comment";
    /// A build without FROST.
    Unsupported NO_FROST = "no-frost";
    /// A build without the curve BN254.
    Unsupported NO_BN254 = "no-bn254";
    // skipchain
    /// Bytes of no block of a skipchain.
    Wrong SKIP_BLOCK = "skip-block";
    /// A file of no skipchain, or a damaged one.
    Wrong SKIP_LOG = "skip-log";
    /// The index beside a skipchain, which does not fit it.
    Asked SKIP_INDEX = "skip-index";
    /// A block that a skipchain has not.
    Asked NO_SUCH_BLOCK = "no-such-block";
    /// Something else than a roster, or one that nobody can sign for.
    Wrong SKIP_ROSTER = "skip-roster";
    /// A threshold with which two blocks of one number could both be signed.
    Asked SKIP_UNSAFE = "skip-unsafe";
    /// Signatures that are no quorum's.
    Wrong SKIP_SIGNATURE = "skip-signature";
    /// Something else than a link, a request for one, or a share of one.
    Wrong SKIP_LINK = "skip-link";
    /// A key that is no member's.
    Wrong SKIP_MEMBER = "skip-member";
    /// Links that nobody has made yet, or fewer shares of one than a quorum.
    Asked SKIP_MISSING = "skip-missing";
    /// Something else than a proof of a skipchain, or one that proves nothing.
    Wrong SKIP_PROOF = "skip-proof";
    /// What was seen of skipchains, damaged.
    Wrong SKIP_STATE = "skip-state";
    /// Something else than evidence that a roster said two things.
    Wrong SKIP_EVIDENCE = "skip-evidence";
    // note
    /// No signed note, or a text that none can have.
    Wrong NOTE_MALFORMED = "note-malformed";
    /// No key that notes are verified by.
    Wrong NOTE_KEY = "note-key";
    /// A note that no trusted key signed, or with a line of one that does not hold.
    Wrong NOTE_SIGNATURE = "note-signature";
    /// A file of what a witness saw, damaged.
    Wrong NOTE_STATE = "note-state";
    /// A message that could be a round of a beacon.
    Asked ROUND_LIKE = "round-like";
}
