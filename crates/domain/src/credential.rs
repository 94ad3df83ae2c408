//! A signed credential and its life (2.12.5).

use crate::batch::BatchRow;
use crate::profile::ProfileBody;
use crate::recognition::CompetencyRecognition;
use crate::{ClaimId, CredentialId, OrganisationId, PersonId, RecognitionId, StatusListId, Text, Ts};
use serde::{Deserialize, Serialize};

/// What a credential is about. `MicroCredential` is never issued without a final decision behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Achievement {
    /// One competency, recognised at once.
    Competency(RecognitionId),
    /// All that a profile requires, by the issuer's decision on a claim.
    MicroCredential(ClaimId),
    /// All that a profile requires, by a decision that the issuer recorded elsewhere: a row of a batch.
    Batch(BatchRow),
}

impl Achievement {
    /// The Open Badges 3.0 `achievementType`.
    pub fn type_name(self) -> &'static str {
        match self {
            Achievement::Competency(_) => "Competency",
            Achievement::MicroCredential(_) | Achievement::Batch(_) => "MicroCredential",
        }
    }
}

/// Why a credential was put out of force, in words that everybody with the link may read. What exactly happened is
/// between issuer and holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The decision behind it is being looked at again, for instance in an appeal.
    UnderReview,
    /// A condition for holding it is not met for now.
    ConditionLapsed,
    /// It was issued by mistake: to the wrong person, twice, with wrong particulars.
    IssuedInError,
    /// The decision behind it was changed, without any fault of the holder.
    DecisionChanged,
    /// What was shown was not the holder's own work.
    NotOwnWork,
    /// The key that signed it fell into wrong hands; a new one replaces it.
    KeyCompromised,
    /// The holder asked for it.
    HolderAsked,
}

impl Ground {
    /// Every ground.
    pub const ALL: [Ground; 7] = [
        Ground::UnderReview,
        Ground::ConditionLapsed,
        Ground::IssuedInError,
        Ground::DecisionChanged,
        Ground::NotOwnWork,
        Ground::KeyCompromised,
        Ground::HolderAsked,
    ];
    /// Those for which a credential is put out of force for a time.
    pub const FOR_A_TIME: [Ground; 3] = [Ground::UnderReview, Ground::ConditionLapsed, Ground::HolderAsked];
    /// Those for which it is put out of force for good.
    pub const FOR_GOOD: [Ground; 5] =
        [Ground::IssuedInError, Ground::DecisionChanged, Ground::NotOwnWork, Ground::KeyCompromised, Ground::HolderAsked];

    /// The name that is stored and that programs read.
    pub fn code(self) -> &'static str {
        match self {
            Ground::UnderReview => "under_review",
            Ground::ConditionLapsed => "condition_lapsed",
            Ground::IssuedInError => "issued_in_error",
            Ground::DecisionChanged => "decision_changed",
            Ground::NotOwnWork => "not_own_work",
            Ground::KeyCompromised => "key_compromised",
            Ground::HolderAsked => "holder_asked",
        }
    }
}

/// Why, in two parts: the ground for everybody, and the words for the holder alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// For everybody.
    pub ground: Ground,
    /// For the holder.
    pub words: String,
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
    Suspended { by: PersonId, at: Ts, reason: Reason },
    /// Out of force for good.
    Revoked { by: PersonId, at: Ts, reason: Reason },
    /// The issuer took the offer back before it was accepted.
    Withdrawn { by: PersonId, at: Ts, reason: Reason },
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
            CredentialState::Withdrawn { .. } => "withdrawn",
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

/// Who a credential is made out to, as it is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Their name.
    pub name: String,
    /// Their address, if the issuer knows it; the document holds only a salted hash of it.
    pub email: Option<String>,
}

/// The place of a credential in its issuer's status lists (Bitstring Status List). It says nothing about which
/// credential it is: places are taken at random.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusPlace {
    /// The list, which has a part for each purpose.
    pub list: StatusListId,
    /// The place in it, from 0 to one less than [`StatusPlace::PLACES`].
    pub place: u32,
}

impl StatusPlace {
    /// How many places a list has: the least that lets a single credential hide among others.
    pub const PLACES: u32 = 131_072;
}

/// A credential of one holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// Its id.
    pub id: CredentialId,
    /// Who holds it; none: nobody with an account has claimed it yet.
    pub holder: Option<PersonId>,
    /// Who it is made out to.
    pub recipient: Recipient,
    /// What it certifies, as it was worded when it was issued.
    pub title: Text,
    /// Who issued it.
    pub issuer: OrganisationId,
    /// What it is about.
    pub achievement: Achievement,
    /// From when it is valid.
    pub from: Ts,
    /// Until when; none: it does not expire.
    pub until: Option<Ts>,
    /// Where its state is published bit by bit; none until it is kept.
    pub status: Option<StatusPlace>,
    /// Where it stands.
    pub state: CredentialState,
    /// The holder lets search engines list it. Off until the holder says so.
    pub listed: bool,
    /// The signed document, once the signing job has run.
    pub document: Option<String>,
    /// Counts saves.
    pub revision: i64,
}

/// Why a step is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotPossible {
    /// Not in the state it is in.
    #[error("the credential is {0}")]
    While(&'static str),
    /// Not on this ground.
    #[error("that is no ground for it")]
    NoGround,
    /// Not without telling the holder why.
    #[error("the holder is not told why")]
    NoWords,
}

/// Days before its end from which a credential can be renewed, and its holder is told.
pub const RENEWAL_DAYS: i64 = 90;

/// When a micro-credential that is awarded now ends: after its own validity and, where the profile requires every
/// competency to stay current, no later than the first of them (E2).
pub fn end_of(body: &ProfileBody, recognitions: &[CompetencyRecognition], now: Ts) -> Option<Ts> {
    let own = body.validity_months.map(|m| now.plus_months(m.into()));
    let first = recognitions.iter().filter_map(|r| r.until).min();
    if body.requires_current { [own, first].into_iter().flatten().min() } else { own }
}

/// Days after which an offer counts as unclaimed.
pub const OFFER_DAYS: i64 = 90;

impl Credential {
    /// The learner accepts.
    pub fn accept(self, at: Ts) -> Result<Credential, NotPossible> {
        match self.state {
            CredentialState::Offered { .. } | CredentialState::Unclaimed { .. } => {
                Ok(Credential { state: CredentialState::Active { since: at }, ..self })
            }
            ref other => Err(NotPossible::While(other.name())),
        }
    }

    /// Somebody who shows the link that was made for its recipient becomes its holder. Whoever has it already keeps it.
    pub fn claim(self, by: PersonId) -> Result<Credential, NotPossible> {
        match (&self.state, self.holder) {
            (CredentialState::Offered { .. } | CredentialState::Unclaimed { .. }, None) => Ok(Credential { holder: Some(by), ..self }),
            (_, Some(holder)) if holder == by => Ok(self),
            (state, _) => Err(NotPossible::While(state.name())),
        }
    }

    /// The learner declines.
    pub fn decline(self, at: Ts) -> Result<Credential, NotPossible> {
        match self.state {
            CredentialState::Offered { .. } | CredentialState::Unclaimed { .. } => {
                Ok(Credential { state: CredentialState::Declined { at }, ..self })
            }
            ref other => Err(NotPossible::While(other.name())),
        }
    }

    /// Put out of force for a time.
    pub fn suspend(self, by: PersonId, at: Ts, reason: Reason) -> Result<Credential, NotPossible> {
        match self.state {
            CredentialState::Active { .. } => {
                sound(&reason, &Ground::FOR_A_TIME)?;
                Ok(Credential { state: CredentialState::Suspended { by, at, reason }, ..self })
            }
            ref other => Err(NotPossible::While(other.name())),
        }
    }

    /// Put in force again.
    pub fn reinstate(self, at: Ts) -> Result<Credential, NotPossible> {
        match self.state {
            CredentialState::Suspended { .. } => Ok(Credential { state: CredentialState::Active { since: at }, ..self }),
            ref other => Err(NotPossible::While(other.name())),
        }
    }

    /// Put out of force for good. What nobody has accepted yet is withdrawn, and stays nobody else's business.
    pub fn revoke(self, by: PersonId, at: Ts, reason: Reason) -> Result<Credential, NotPossible> {
        let accepted = match self.state {
            CredentialState::Active { .. } | CredentialState::Suspended { .. } => true,
            CredentialState::Offered { .. } | CredentialState::Unclaimed { .. } => false,
            ref other => return Err(NotPossible::While(other.name())),
        };
        sound(&reason, &Ground::FOR_GOOD)?;
        let state = if accepted { CredentialState::Revoked { by, at, reason } } else { CredentialState::Withdrawn { by, at, reason } };
        Ok(Credential { state, ..self })
    }

    /// Since when it is out of force by the issuer's word, and why.
    pub fn out_of_force(&self) -> Option<(Ts, &Reason)> {
        use CredentialState::{Revoked, Suspended, Withdrawn};
        match &self.state {
            Suspended { at, reason, .. } | Revoked { at, reason, .. } | Withdrawn { at, reason, .. } => Some((*at, reason)),
            _ => None,
        }
    }

    /// Replaced by a renewed one, while it is in force or after its end.
    pub fn supersede(self, at: Ts, by: CredentialId) -> Result<Credential, NotPossible> {
        match self.state {
            CredentialState::Active { .. } | CredentialState::Expired { .. } => {
                Ok(Credential { state: CredentialState::Superseded { at, by }, ..self })
            }
            ref other => Err(NotPossible::While(other.name())),
        }
    }

    /// Whether its holder may begin to renew it: shortly before its end, and after it.
    pub fn renewable(&self, now: Ts) -> bool {
        match self.state {
            CredentialState::Active { .. } => self.until.is_some_and(|until| now >= until.plus_days(-RENEWAL_DAYS)),
            CredentialState::Expired { .. } => true,
            _ => false,
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

fn sound(reason: &Reason, grounds: &[Ground]) -> Result<(), NotPossible> {
    if !grounds.contains(&reason.ground) {
        return Err(NotPossible::NoGround);
    }
    if reason.words.trim().is_empty() { Err(NotPossible::NoWords) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
