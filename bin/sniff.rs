//! What an artefact is: each family has an eye for its own.

use crate::input::Input;
use crate::report::Record;

mod beacon;
mod block;
mod cid;
mod clock;
mod dag;
mod dkg;
mod frost;
mod ipns;
mod key;
mod links;
mod manifest;
mod merkle;
pub(crate) mod note;
mod pow;
mod shamir;
pub(crate) mod sig;
mod skipchain;
mod threshold;
mod torrent;
mod vrf;

/// A family's eye for its own artefacts: a card where it knows the file, `None` where it does not.
type Sniffer = fn(&mut Input) -> Option<Record>;

/// Those with the surest marks first.
const SNIFFERS: &[Sniffer] = &[
    merkle::tree_file,
    merkle::proof,
    beacon::locked,
    threshold::sealed,
    threshold::object,
    key::sealed,
    key::key,
    torrent::torrent,
    torrent::magnet,
    frost::nonce,
    frost::commitment,
    frost::partial,
    shamir::share,
    shamir::commitments,
    shamir::mnemonic,
    dag::history,
    skipchain::log,
    links::proof,
    links::object,
    links::state,
    links::sworn,
    ipns::record,
    ipns::state,
    cid::archive,
    cid::id,
    dkg::message,
    dkg::state,
    beacon::draw,
    beacon::partial,
    beacon::chain,
    beacon::beacons,
    pow::checkpoint,
    pow::stamp,
    sig::signature,
    block::checkpoint,
    block::inclusion,
    block::block,
    block::headers,
    vrf::proof,
    note::note,
    note::state,
    note::key,
    crate::states::sniff,
    clock::delays,
    sig::embedded,
    manifest::list,
    clock::log,
];

/// A card that says what the input is, if any family knows it.
pub(crate) fn card(input: &mut Input) -> Option<Record> {
    SNIFFERS.iter().find_map(|sniff| sniff(input))
}
