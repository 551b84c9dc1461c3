//! A member's part: nonces and commitments to them, then partial signatures.

use rand_core::CryptoRng;
use sha2::{Digest, Sha256};

use super::commitment::{Pair, short};
use super::nonce::Left;
use super::order::key_bytes;
use super::{Commitment, Failed, Nonce, Order, Partial, Roster, Secrets, Session, explain, scheme};
use crate::error::{Error, Place, Result, slug};
use crate::group::{Curve, Ed25519, Group, Share};
use crate::secret::SecretBytes;
use crate::sig::comments::Commented;
use crate::watch::Watch;

/// Stands before what says for which first signature a second may be signed.
const DOMAIN: &[u8] = b"decent frost first 1\0";

/// New nonces of a member, to be kept secret and used once, and what is published of them.
pub fn commit(
    share: &Share<Ed25519>,
    rng: &mut dyn CryptoRng,
    watch: &dyn Watch,
) -> Result<(Nonce, Commitment)> {
    let secret = Ed25519::scalar_bytes(share.secret());
    let mut made = || -> Result<(Secrets, Pair)> {
        let secrets = scheme::nonces(&secret, rng).map_err(faulty)?;
        let pair = scheme::pair(&secrets).map_err(faulty)?;
        Ok((secrets, pair))
    };
    let (one, first) = made()?;
    let (two, second) = made()?;
    explain::committing([(&one, &first), (&two, &second)], watch);
    let (group, member) = (share.group, share.member);
    let nonce = Nonce {
        group,
        member,
        left: Left::Both(Box::new([one, two])),
    };
    let pairs = [first, second];
    Ok((
        nonce,
        Commitment {
            group,
            member,
            pairs,
        },
    ))
}

/// A member who is to sign, and with whom.
pub struct Signer<'a> {
    group: &'a Group<Ed25519>,
    share: &'a Share<Ed25519>,
    roster: &'a Roster,
}

impl<'a> Signer<'a> {
    /// Of a share, which must fit the group; the member must be one of those who committed.
    pub fn new(
        group: &'a Group<Ed25519>,
        share: &'a Share<Ed25519>,
        roster: &'a Roster,
    ) -> Result<Self> {
        share.fits(group).map_err(|error| error.of("share"))?;
        let signer = Self {
            group,
            share,
            roster,
        };
        signer.own()?;
        Ok(signer)
    }

    /// What the member itself published.
    fn own(&self) -> Result<&'a Commitment> {
        let member = self.share.member;
        self.roster.of_member(member).ok_or_else(|| {
            let wanted = "the commitment of the member who signs";
            let found = format!("those of {}", self.roster.named());
            commitment(wanted, found).at(Place::Item("member", member.into()))
        })
    }

    /// Signs a message with the first pair of nonces. For minisign the second pair is left, and is
    /// good for a comment on this alone.
    pub fn first(
        &self,
        nonce: Nonce,
        order: &Order,
        message: &[u8],
        watch: &dyn Watch,
    ) -> Result<(Partial, Option<Nonce>)> {
        self.fits(&nonce)?;
        let Left::Both(pairs) = nonce.left else {
            let words = "these nonces have signed; what is left of them is for minisign's comment";
            return Err(Error::new(slug::NONCE_USED, "", words).of("nonce"));
        };
        let [one, two] = *pairs;
        let partial = self.signed(&one, (order, None), message, watch)?;
        let rest = order.has_second().then(|| Nonce {
            left: Left::Second(two, self.mark(message)),
            ..nonce
        });
        Ok((partial, rest))
    }

    /// Signs the comment on the first signature, which must be that of the message that the member
    /// has signed with the same others.
    pub fn second(
        &self,
        nonce: Nonce,
        order: &Order,
        (message, signature): (&[u8], &[u8; 64]),
        comment: &str,
        watch: &dyn Watch,
    ) -> Result<Partial> {
        self.fits(&nonce)?;
        let Left::Second(pair, mark) = nonce.left else {
            let wanted = "nonces that have signed the file for minisign";
            return Err(Error::new(slug::FROST_NONCE, wanted, "fresh ones").of("nonce"));
        };
        if mark != self.mark(message) {
            let wanted = "nonces that have signed this file with these members";
            let found = "ones that signed another, or with others";
            return Err(Error::new(slug::FROST_NONCE, wanted, found).of("nonce"));
        }
        Order::check_comment(comment)?;
        let message = Commented::global_message(signature, comment.as_bytes());
        self.signed(&pair, (order, Some(comment)), &message, watch)
    }

    /// Whether nonces are the member's, and those that it published.
    fn fits(&self, nonce: &Nonce) -> Result<()> {
        let unfit = |wanted: String, found: String| {
            Err(Error::new(slug::FROST_NONCE, wanted, found).of("nonce"))
        };
        if nonce.group != self.share.group {
            let wanted = format!("nonces for group {}", self.group.short_name());
            return unfit(wanted, format!("some for group {}", short(&nonce.group)));
        }
        let member = self.share.member;
        if nonce.member != member {
            let wanted = format!("nonces of member {member}");
            return unfit(wanted, format!("some of member {}", nonce.member));
        }
        let pairs: Vec<&Secrets> = match &nonce.left {
            Left::Both(pairs) => pairs.iter().collect(),
            Left::Second(pair, _) => vec![pair],
        };
        let published = self.own()?.pairs;
        // A pair that is used up can't be looked at; the others must be the published ones.
        let published = published.iter().skip(published.len() - pairs.len());
        for (secrets, published) in pairs.into_iter().zip(published) {
            if scheme::pair(secrets).map_err(faulty)? != *published {
                let wanted = "the commitment to these nonces";
                let found = "another, replayed or altered".to_owned();
                let error = commitment(wanted, found).at(Place::Item("member", member.into()));
                return Err(error);
            }
        }
        Ok(())
    }

    fn signed(
        &self,
        secrets: &Secrets,
        (order, comment): (&Order, Option<&str>),
        message: &[u8],
        watch: &dyn Watch,
    ) -> Result<Partial> {
        let public_key = key_bytes(self.group);
        let session = session(
            self.group,
            &public_key,
            self.roster,
            comment.is_some(),
            message,
        );
        let member = self.share.member;
        let secret: SecretBytes<32> = Ed25519::scalar_bytes(self.share.secret());
        let signature = scheme::sign(&session, member, &secret, secrets).map_err(faulty)?;
        explain::signing(&session, member, (&secret, secrets), &signature, watch);
        Ok(Partial {
            group: self.share.group,
            member,
            order: order.clone(),
            comment: comment.map(str::to_owned),
            commitments: self.roster.digest(),
            message: Sha256::digest(message).into(),
            signature,
        })
    }

    /// Names a message and all who sign it.
    fn mark(&self, message: &[u8]) -> [u8; 32] {
        Sha256::new_with_prefix(DOMAIN)
            .chain_update(self.roster.digest())
            .chain_update(Sha256::digest(message))
            .finalize()
            .into()
    }
}

/// What is signed, by whose nonces.
pub(super) fn session<'a>(
    group: &Group<Ed25519>,
    public_key: &'a [u8; 32],
    roster: &Roster,
    second: bool,
    message: &'a [u8],
) -> Session<'a> {
    Session {
        public_key,
        threshold: group.size().t(),
        pairs: roster.pairs(second),
        message,
    }
}

fn commitment(wanted: &'static str, found: String) -> Error {
    Error::new(slug::FROST_COMMITMENT, wanted, found).of("commitment")
}

/// What the scheme refuses although all was checked before, or that there is none.
pub(super) fn faulty(failed: Failed) -> Error {
    if failed.absent {
        let wanted = "a build with the feature frost";
        return Error::new(slug::NO_FROST, wanted, "one without");
    }
    let words = format!("the members can't sign so: {}", failed.why);
    Error::new(slug::FROST_COMMITMENT, "", words)
}
