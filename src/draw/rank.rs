//! A pool ranked by the randomness of a round.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::{Commit, Method, Pool, rfc3797};
use crate::codec::hex;
use crate::watch::{Step, Watch};

/// What is hashed first, so that no other hash is a seed.
const TAG: &[u8] = b"decent-draw-v1";

/// One that was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Where it stands in the pool, from 0 on.
    pub place: usize,
    /// What decided: for `hash-rank` the HMAC of the entry, for RFC 3797 the digest.
    pub ticket: Vec<u8>,
}

/// What the seed is the hash of: a tag, the chain, the round, its randomness, the pool, how many. Draws
/// that agree in all of these are one draw.
fn hashed(commit: &Commit, randomness: &[u8; 32]) -> Vec<u8> {
    [
        TAG,
        &commit.chain,
        &commit.round.to_be_bytes(),
        randomness,
        &commit.pool,
        &(commit.count as u64).to_be_bytes(),
    ]
    .concat()
}

/// The seed of a draw by `hash-rank`.
pub fn seed(commit: &Commit, randomness: &[u8; 32]) -> [u8; 32] {
    Sha256::digest(hashed(commit, randomness)).into()
}

/// HMAC-SHA256 of an entry under a seed.
fn ticket(seed: &[u8; 32], entry: &str) -> [u8; 32] {
    let mut block = [0u8; 64];
    for (to, from) in block.iter_mut().zip(seed) {
        *to = *from;
    }
    let mac = Hmac::<Sha256>::new(&block.into());
    mac.chain_update(entry).finalize().into_bytes().into()
}

/// Those that are drawn, the first first. The pool is the one that was committed to.
pub fn rank(commit: &Commit, pool: &Pool, randomness: &[u8; 32], watch: &dyn Watch) -> Vec<Drawn> {
    let drawn = match commit.method {
        Method::Rfc3797 => {
            let key = rfc3797::key(randomness);
            rfc3797::drawn(&key, pool.entries().len(), commit.count)
        }
        Method::HashRank => {
            let seed = seed(commit, randomness);
            let tickets = pool.entries().iter().enumerate();
            let tickets = tickets.map(|(place, entry)| (ticket(&seed, entry), place));
            let mut tickets: Vec<_> = tickets.collect();
            tickets.sort_unstable();
            tickets.truncate(commit.count);
            let drawn = tickets.into_iter().map(|(ticket, place)| Drawn {
                place,
                ticket: ticket.to_vec(),
            });
            drawn.collect()
        }
    };
    if watch.narrates() {
        tell(commit, pool, randomness, &drawn, watch);
    }
    drawn
}

/// Letters that a shell line holds between single quotes.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

fn tell(commit: &Commit, pool: &Pool, randomness: &[u8; 32], drawn: &[Drawn], watch: &dyn Watch) {
    let first = drawn
        .first()
        .and_then(|one| Some((one, pool.entries().get(one.place)?)));
    let Some((first, entry)) = first else {
        return;
    };
    let all = pool.entries().len();
    if commit.method == Method::Rfc3797 {
        let key = rfc3797::key(randomness);
        let why = "two bytes of counter, the key, the same two bytes: their MD5 is a number";
        let line = format!("(printf '\\0\\0'; printf {key}; printf '\\0\\0') | md5sum");
        let step = Step::new("first", why)
            .value("key", &key)
            .value("md5", hex::encode(&first.ticket));
        watch.step(&step.check(line));
        let why = "that number modulo how many are left is the place; who is drawn leaves the pool";
        let step = Step::new("place", why)
            .value("left", all)
            .value("place", first.place + 1);
        let line = format!(
            "python3 -c 'print(int(\"{}\", 16) % {all} + 1)'",
            hex::encode(&first.ticket)
        );
        watch.step(&step.check(line));
        return;
    }
    let seed = hex::encode(&seed(commit, randomness));
    let why =
        "the hash of a tag, the chain, the round, its randomness, the pool's hash and how many";
    let hashed = hex::encode(&hashed(commit, randomness));
    let step = Step::new("seed", why)
        .value("randomness", hex::encode(randomness))
        .value("pool", hex::encode(&commit.pool))
        .value("seed", &seed);
    watch.step(&step.check(format!("printf {hashed} | xxd -r -p | sha256sum")));
    let why = "each entry's HMAC under the seed is its ticket; the smallest come first";
    let line = format!(
        "printf %s {} | openssl dgst -sha256 -mac HMAC -macopt hexkey:{seed}",
        quoted(entry)
    );
    let step = Step::new("tickets", why)
        .value("entries", all)
        .value("first", entry)
        .value("ticket", hex::encode(&first.ticket));
    watch.step(&step.check(line));
}
