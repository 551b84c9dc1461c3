//! Keys made together on Ed25519 beside frost-core, on the older curve library: it finds the same
//! public key and the same public shares in our commitments, takes our shares, and signs with them;
//! and our check takes what its own key generation deals.

use std::collections::BTreeMap;

use decent::coins::Coins;
use decent::dkg::message::Body;
use decent::dkg::{Board, Finished, Message, Mischief, Part, State, Terms, check, deal, finish};
use decent::group::{Commitments, Curve, CurveName, Ed25519};
use frost_ed25519::keys::{
    KeyPackage, PublicKeyPackage, SecretShare, SigningShare, VerifiableSecretSharingCommitment, dkg,
};
use frost_ed25519::rand_core::{CryptoRng, Error, RngCore};
use frost_ed25519::{Identifier, SigningPackage, aggregate, round1, round2};
use oracles::Dice;

/// The generator that the older library asks for.
struct Random(Dice);

impl CryptoRng for Random {}

impl RngCore for Random {
    fn next_u32(&mut self) -> u32 {
        self.0.roll(1 << 32) as u32
    }

    fn next_u64(&mut self) -> u64 {
        self.0.roll(u64::MAX)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        bytes.fill_with(|| self.0.roll(256) as u8);
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

fn board(state: &State, folder: &BTreeMap<String, String>) -> Board {
    let mut board = Board::new(state, None);
    for (name, line) in folder {
        board.announce(name.as_bytes(), line.as_bytes());
    }
    board.settle();
    for (name, line) in folder {
        board.take(name.as_bytes(), line.as_bytes());
    }
    assert!(board.faults.is_empty());
    board
}

/// A whole ceremony: what lies in the folder in the end, and what each member has.
fn ceremony(t: u64, n: u64, hiding: bool) -> (BTreeMap<String, String>, Vec<Finished<Ed25519>>) {
    let terms = Terms::new("oracle", CurveName::Ed25519, (t, n), hiding).unwrap();
    let state = |i| State::start(terms.clone(), i, &mut Coins::new(&[i as u8; 32])).unwrap();
    let states: Vec<State> = (1..=n as u16).map(state).collect();
    let mut folder = BTreeMap::new();
    let put = |folder: &mut BTreeMap<String, String>, messages: &[Message]| {
        folder.extend(messages.iter().map(|one| (one.file_name(), one.line())));
    };
    for state in &states {
        put(&mut folder, &[state.announcement().unwrap()]);
    }
    for state in &states {
        let dealt = deal::<Ed25519>(
            &Part::new(state, &board(state, &folder)),
            &Mischief::default(),
        );
        put(&mut folder, &dealt.unwrap());
    }
    for _ in 0..2 {
        for state in &states {
            let checked =
                check::<Ed25519>(&Part::new(state, &board(state, &folder)), false).unwrap();
            put(&mut folder, &checked.messages);
        }
    }
    let end = |state| finish::<Ed25519>(&Part::new(state, &board(state, &folder)), false).unwrap();
    let ends = states.iter().map(end).collect();
    (folder, ends)
}

/// The commitments of each dealer, as they read them: where ours hide, those that were opened.
fn theirs(
    folder: &BTreeMap<String, String>,
    n: u16,
) -> BTreeMap<Identifier, VerifiableSecretSharingCommitment> {
    let of = |member: u16| {
        let opened = folder.get(&format!("open-{member}"));
        let line = opened.unwrap_or_else(|| &folder[&format!("deal-{member}")]);
        let points = match Message::read(line.as_bytes()).unwrap().body {
            Body::Deal(deal) => deal.commitments,
            Body::Opening(opening) => opening.commitments,
            _ => panic!("{line}"),
        };
        let points: Vec<Vec<u8>> = points.into_iter().map(|point| point.0).collect();
        let read = VerifiableSecretSharingCommitment::deserialize(points).unwrap();
        (Identifier::try_from(member).unwrap(), read)
    };
    (1..=n).map(of).collect()
}

#[test]
fn frost_finds_the_same_key_and_signs_with_our_shares() {
    for (t, n, hiding) in [(2, 3, false), (3, 5, true)] {
        let (folder, ends) = ceremony(t, n, hiding);
        let commitments = theirs(&folder, n as u16);
        let borrowed = commitments.iter().map(|(id, one)| (*id, one)).collect();
        let package = PublicKeyPackage::from_dkg_commitments(&borrowed).unwrap();
        let group = &ends[0].group;
        assert_eq!(
            package.verifying_key().serialize().unwrap(),
            group.public_bytes()
        );
        let points = group.commitments().points().iter().map(Ed25519::encode);
        let sum = VerifiableSecretSharingCommitment::deserialize(points).unwrap();
        let mut keys = BTreeMap::new();
        for end in &ends {
            let id = Identifier::try_from(end.share.member).unwrap();
            let public = Ed25519::encode(&end.share.public());
            let known = package.verifying_shares()[&id].serialize().unwrap();
            assert_eq!(known, public, "member {}", end.share.member);
            let secret = Ed25519::scalar_bytes(end.share.secret());
            let share = SigningShare::deserialize(secret.as_ref()).unwrap();
            let share = SecretShare::new(id, share, sum.clone());
            keys.insert(id, KeyPackage::try_from(share).unwrap());
        }
        let mut random = Random(Dice(5));
        let some: Vec<_> = keys.iter().rev().take(t as usize).collect();
        let rounds: Vec<_> = some
            .iter()
            .map(|(id, key)| (**id, round1::commit(key.signing_share(), &mut random)))
            .collect();
        let said = rounds.iter().map(|(id, (_, said))| (*id, *said)).collect();
        let signing = SigningPackage::new(said, b"round 5");
        let parts = rounds
            .iter()
            .zip(&some)
            .map(|((id, (nonces, _)), (_, key))| {
                (*id, round2::sign(&signing, nonces, key).unwrap())
            });
        let signature = aggregate(&signing, &parts.collect(), &package).unwrap();
        package
            .verifying_key()
            .verify(b"round 5", &signature)
            .unwrap();
    }
}

#[test]
fn our_check_takes_what_frost_deals_and_nothing_else() {
    let mut random = Random(Dice(6));
    let ids: Vec<Identifier> = (1..=4).map(|i| Identifier::try_from(i).unwrap()).collect();
    let mut secrets = BTreeMap::new();
    let mut public = BTreeMap::new();
    for id in &ids {
        let (secret, said) = dkg::part1(*id, 4, 3, &mut random).unwrap();
        secrets.insert(*id, secret);
        public.insert(*id, said);
    }
    for (dealer, secret) in secrets {
        let mut others = public.clone();
        let own = others.remove(&dealer).unwrap();
        let (_, shares) = dkg::part2(secret, &others).unwrap();
        let points = own.commitment().serialize().unwrap();
        let points = points.iter().map(|point| Ed25519::decode(point).unwrap());
        let commitments = Commitments::<Ed25519>::of(points.collect());
        for (to, share) in shares {
            let x = ids.iter().position(|id| *id == to).unwrap() as u16 + 1;
            let bytes: [u8; 32] = share.signing_share().serialize().try_into().unwrap();
            let share = Ed25519::scalar_of(&bytes).unwrap();
            assert!(commitments.fits(x, &share));
            assert!(!commitments.fits(x + 1, &share));
            assert!(!commitments.fits(x, &(share + Ed25519::number(1))));
        }
    }
}
