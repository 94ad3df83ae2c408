//! A signed credential and its life (2.12.5).

use crate::{ClaimId, CredentialId, OrganisationId, PersonId, RecognitionId, Ts};
use serde::{Deserialize, Serialize};

/// What a credential is about. `MicroCredential` is never issued without a final decision behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Achievement {
    /// One competency, recognised at once.
    Competency(RecognitionId),
    /// All that a profile requires, by the issuer's decision on a claim.
    MicroCredential(ClaimId),
}

impl Achievement {
    /// The Open Badges 3.0 `achievementType`.
    pub fn type_name(self) -> &'static str {
        match self {
            Achievement::Competency(_) => "Competency",
            Achievement::MicroCredential(_) => "MicroCredential",
        }
    }
}

/// Where a credential stands.
#[allow(missing_docs, reason = "each variant has its sentence; the fields are named for what they are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum CredentialState {
    /// Waiting for the learner to accept.
    Offered { at: Ts },
    /// In force.
    Active { since: Ts },
    /// The learner said no.
    Declined { at: Ts },
    /// Ninety days passed; it can still be accepted.
    Unclaimed { at: Ts },
    /// Out of force for a time.
    Suspended { by: PersonId, at: Ts, reason: String },
    /// Out of force for good.
    Revoked { by: PersonId, at: Ts, reason: String },
    /// Past its end.
    Expired { at: Ts },
    /// Replaced by a renewed one.
    Superseded { at: Ts, by: CredentialId },
}

impl CredentialState {
    /// The state's name in code and in the database.
    pub fn name(&self) -> &'static str {
        match self {
            CredentialState::Offered { .. } => "offered",
            CredentialState::Active { .. } => "active",
            CredentialState::Declined { .. } => "declined",
            CredentialState::Unclaimed { .. } => "unclaimed",
            CredentialState::Suspended { .. } => "suspended",
            CredentialState::Revoked { .. } => "revoked",
            CredentialState::Expired { .. } => "expired",
            CredentialState::Superseded { .. } => "superseded",
        }
    }

    /// Anybody with the link may see it. What was never accepted is nobody else's business.
    pub fn public(&self) -> bool {
        use CredentialState::*;
        matches!(self, Active { .. } | Suspended { .. } | Revoked { .. } | Expired { .. } | Superseded { .. })
    }
}

/// A credential of one holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// Its id.
    pub id: CredentialId,
    /// Who holds it.
    pub holder: PersonId,
    /// Who issued it.
    pub issuer: OrganisationId,
    /// What it is about.
    pub achievement: Achievement,
    /// From when it is valid.
    pub from: Ts,
    /// Until when; none: it does not expire.
    pub until: Option<Ts>,
    /// Where it stands.
    pub state: CredentialState,
    /// The holder lets search engines list it. Off until the holder says so.
    pub listed: bool,
    /// The signed document, once the signing job has run.
    pub document: Option<String>,
    /// Counts saves.
    pub revision: i64,
}

/// It can't do that in the state it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the credential is {0}")]
pub struct NotPossible(pub &'static str);

/// Days after which an offer counts as unclaimed.
const OFFER_DAYS: i64 = 90;

impl Credential {
    /// The learner accepts.
    pub fn accept(self, at: Ts) -> Result<Credential, NotPossible> {
        match self.state {
            CredentialState::Offered { .. } | CredentialState::Unclaimed { .. } => {
                Ok(Credential { state: CredentialState::Active { since: at }, ..self })
            }
            ref other => Err(NotPossible(other.name())),
        }
    }

    /// The learner declines.
    pub fn decline(self, at: Ts) -> Result<Credential, NotPossible> {
        match self.state {
            CredentialState::Offered { .. } | CredentialState::Unclaimed { .. } => {
                Ok(Credential { state: CredentialState::Declined { at }, ..self })
            }
            ref other => Err(NotPossible(other.name())),
        }
    }

    /// Put out of force for a time.
    pub fn suspend(self, by: PersonId, at: Ts, reason: String) -> Result<Credential, NotPossible> {
        match self.state {
            CredentialState::Active { .. } => Ok(Credential { state: CredentialState::Suspended { by, at, reason }, ..self }),
            ref other => Err(NotPossible(other.name())),
        }
    }

    /// Put in force again.
    pub fn reinstate(self, at: Ts) -> Result<Credential, NotPossible> {
        match self.state {
            CredentialState::Suspended { .. } => Ok(Credential { state: CredentialState::Active { since: at }, ..self }),
            ref other => Err(NotPossible(other.name())),
        }
    }

    /// Put out of force for good.
    pub fn revoke(self, by: PersonId, at: Ts, reason: String) -> Result<Credential, NotPossible> {
        match self.state {
            CredentialState::Active { .. } | CredentialState::Suspended { .. } => {
                Ok(Credential { state: CredentialState::Revoked { by, at, reason }, ..self })
            }
            ref other => Err(NotPossible(other.name())),
        }
    }

    /// Time passes: an offer goes unclaimed, a credential expires.
    pub fn at(self, now: Ts) -> Credential {
        let state = match (&self.state, self.until) {
            (CredentialState::Active { .. }, Some(until)) if now >= until => CredentialState::Expired { at: until },
            (CredentialState::Offered { at }, _) if now >= at.plus_days(OFFER_DAYS) => {
                CredentialState::Unclaimed { at: at.plus_days(OFFER_DAYS) }
            }
            _ => return self,
        };
        Credential { state, ..self }
    }
}

#[cfg(test)]
mod tests;
