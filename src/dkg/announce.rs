//! Announcements: the terms that they are of, and the lasting keys that vouch for them.

use ed25519_dalek::{Signer, SigningKey};

use super::Terms;
use super::message::{Announcement, Digits, malformed, verified};
use crate::error::{Error, Result, slug};
use crate::group::CurveName;

const ENDORSED: &[u8] = b"decent dkg endorsement 1\n";

impl Announcement {
    /// The terms that it is of.
    pub fn terms(&self) -> Result<Terms> {
        let curve = CurveName::named(&self.curve);
        let curve = curve.ok_or_else(|| malformed("a curve that is known", &*self.curve))?;
        let size = (self.threshold.into(), self.members.into());
        let terms = Terms::new(&self.name, curve, size, self.hiding)?;
        match (&self.reshares, self.old) {
            (None, None) => Ok(terms),
            (Some(Digits(group)), None | Some(1..)) => {
                let group = group.as_slice().try_into();
                let group = group.map_err(|_| malformed("the hash of a group", "other bytes"))?;
                terms.resharing(group)
            }
            _ => Err(malformed(
                "a number in a group that is dealt anew",
                "another",
            )),
        }
    }

    /// What a lasting key signs.
    fn endorsed(&self) -> Result<Vec<u8>> {
        let bare = Self {
            endorsement: None,
            ..self.clone()
        };
        let text = serde_json::to_vec(&bare);
        let text = text.map_err(|error| malformed("an announcement", error.to_string()))?;
        Ok([ENDORSED, &text].concat())
    }

    /// The same with a lasting key that vouches for it.
    pub fn endorse(mut self, key: &SigningKey) -> Result<Self> {
        self.identity = Some(Digits(key.verifying_key().to_bytes().to_vec()));
        let signature = key.sign(&self.endorsed()?);
        self.endorsement = Some(Digits(signature.to_bytes().to_vec()));
        Ok(self)
    }

    /// Whether the lasting key vouches for it where it names one.
    pub fn check_endorsement(&self) -> Result<()> {
        let arrays = match (&self.identity, &self.endorsement) {
            (None, None) => return Ok(()),
            (Some(Digits(key)), Some(Digits(signature))) => key
                .as_slice()
                .try_into()
                .ok()
                .zip(signature.as_slice().try_into().ok()),
            _ => None,
        };
        let good = match arrays {
            Some((key, signature)) => verified(key, &self.endorsed()?, signature),
            None => false,
        };
        if good {
            return Ok(());
        }
        let wanted = "an endorsement by the lasting key that it names";
        Err(Error::new(slug::DKG_SIGNATURE, wanted, "another signature"))
    }
}
