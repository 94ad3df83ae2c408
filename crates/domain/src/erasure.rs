//! What becomes of what somebody had here when they close their account (4.10 E9).
//!
//! The account, its contact and the self-assessments go. Evidence goes unless a decision rests on it; that is closed to
//! everybody and kept until its retention ends. Of credentials the holder chooses.

use crate::credential::{Credential, CredentialState, Ground, NotPossible, Reason};
use crate::evidence::{Content, EvidenceItem, EvidenceState};
use crate::{PersonId, Ts};

/// What the holder wants to become of their credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// They stay as they are, with their public pages.
    Keep,
    /// Their pages go. Whoever has the file can still have it checked.
    Unlist,
    /// They are revoked at the holder's request, and their pages go.
    Revoke,
}

impl Wish {
    /// Every wish.
    pub const ALL: [Wish; 3] = [Wish::Keep, Wish::Unlist, Wish::Revoke];

    /// The name in forms and in the record.
    pub fn code(self) -> &'static str {
        match self {
            Wish::Keep => "keep",
            Wish::Unlist => "unlist",
            Wish::Revoke => "revoke",
        }
    }

    /// From that name.
    pub fn parse(code: &str) -> Option<Wish> {
        Wish::ALL.into_iter().find(|wish| wish.code() == code)
    }
}

impl Credential {
    /// As it stands once its holder has gone: an offer that was never accepted is declined, and with [`Wish::Revoke`] what is
    /// in force or suspended is revoked. `words` say so in the register.
    ///
    /// # Errors
    /// [`NotPossible::NoWords`].
    pub fn when_holder_goes(self, wish: Wish, by: PersonId, at: Ts, words: &str) -> Result<Credential, NotPossible> {
        match (&self.state, wish) {
            (CredentialState::Offered { .. } | CredentialState::Unclaimed { .. }, _) => self.decline(at),
            (CredentialState::Active { .. } | CredentialState::Suspended { .. }, Wish::Revoke) => {
                self.revoke(by, at, Reason { ground: Ground::HolderAsked, words: words.to_owned() })
            }
            _ => Ok(self),
        }
    }

    /// Whether its page, its names and its document go with the holder. What nobody ever accepted has no reader.
    pub fn goes_with_holder(&self, wish: Wish) -> bool {
        wish != Wish::Keep || !self.state.public()
    }
}

impl EvidenceItem {
    /// As it stands once its learner has gone: closed to everybody if a decision rests on it or a complaint is open, else
    /// emptied.
    pub fn when_learner_goes(self, at: Ts) -> EvidenceItem {
        let state = match self.state {
            EvidenceState::ReliedOn { .. } => EvidenceState::AccessRestricted { at },
            EvidenceState::AccessRestricted { .. }
            | EvidenceState::Quarantined { .. }
            | EvidenceState::Excluded { .. }
            | EvidenceState::Purged { .. } => return self,
            _ => EvidenceState::Withdrawn { at },
        };
        if matches!(state, EvidenceState::AccessRestricted { .. }) {
            return EvidenceItem { state, ..self };
        }
        let mut occasion = self.occasion.clone();
        occasion.setting = String::new();
        let content = Content::Awaited { file_name: String::new() };
        EvidenceItem { state, title: String::new(), note: String::new(), occasion, content, ..self }
    }
}

#[cfg(test)]
mod tests;
