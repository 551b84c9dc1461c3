//! One member's view of a ceremony: its state, the messages that it sees, and where a group's key is
//! dealt anew that group and its share of it.

use super::board::Board;
use super::state::State;
use crate::error::{Error, Result, slug};
use crate::group::{Curve, Group, Share};

/// What a step works on.
pub struct Part<'a, C: Curve> {
    pub(super) state: &'a State,
    pub(super) board: &'a Board,
    base: Option<(Group<C>, Option<Share<C>>)>,
}

impl<'a, C: Curve> Part<'a, C> {
    /// The view of a state's owner on a new key.
    pub fn new(state: &'a State, board: &'a Board) -> Self {
        Self {
            state,
            board,
            base: None,
        }
    }

    /// The same where the key of a group is dealt anew. Who has a share of it brings it.
    pub fn on(mut self, group: Group<C>, share: Option<Share<C>>) -> Result<Self> {
        let wanted = self.state.terms.reshares;
        if wanted != Some(group.hash()) {
            let wanted = wanted.as_ref().map(super::board::short);
            let wanted =
                wanted.map_or_else(|| "none: the key is new".into(), |w| format!("group {w}"));
            let found = format!("group {}", group.short_name());
            return Err(Error::new(slug::GROUP_MIXED, wanted, found).of("group"));
        }
        if self.board.base() != wanted {
            let wanted = "messages that were read beside the group whose key is dealt anew";
            return Err(Error::new(slug::GROUP_MIXED, wanted, "others").of("group"));
        }
        let number = |number: Option<u16>| match number {
            Some(old) => format!("the share of member {old} of the old group"),
            None => "no share of the old group".into(),
        };
        let held = share.as_ref().map(|share| share.member);
        if held != self.state.old {
            let error = Error::new(slug::GROUP_MIXED, number(self.state.old), number(held));
            return Err(error.of("share"));
        }
        if let Some(share) = &share {
            share.fits(&group).map_err(|error| error.of("share"))?;
        }
        self.base = Some((group, share));
        Ok(self)
    }

    /// The id of the ceremony; of one on a group only to who brings it.
    pub(super) fn ceremony(&self) -> Result<[u8; 32]> {
        if self.base.is_none()
            && let Some(group) = &self.state.terms.reshares
        {
            let wanted = format!(
                "group {}, whose key is dealt anew",
                super::board::short(group)
            );
            return Err(Error::new(slug::GROUP_MIXED, wanted, "none"));
        }
        self.board.ceremony(self.state)
    }

    /// The group whose key is dealt anew.
    pub(super) fn group(&self) -> Option<&Group<C>> {
        self.base.as_ref().map(|(group, _)| group)
    }

    /// The owner's share of it.
    pub(super) fn share(&self) -> Option<&Share<C>> {
        self.base.as_ref()?.1.as_ref()
    }

    /// The public key of the share that a dealer has of it.
    pub(super) fn pinned(&self, dealer: u16) -> Option<C::Point> {
        Some(self.group()?.public_share(self.board.old(dealer)?))
    }
}
