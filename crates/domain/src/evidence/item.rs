use super::{Content, EvidenceClass, EvidenceKind, Occasion, SupervisionIdentity, ThirdPartyBasis};
use crate::{AssessmentId, ClaimId, EvidenceId, PersonId, Ts};
use serde::{Deserialize, Serialize};

/// Where an item stands (2.12.1).
#[allow(missing_docs, reason = "each variant has its sentence; the fields are named for what they are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum EvidenceState {
    /// Described; its bytes are not all here.
    Draft,
    /// Bytes are here and being looked at.
    Processing { at: Ts },
    /// Ready to be linked and sent. Nobody but the learner sees it.
    Available { at: Ts },
    /// Refused for a technical reason.
    Rejected { at: Ts, reason: String },
    /// Sent; frozen.
    Submitted { at: Ts },
    /// An assessor has opened it.
    InReview { assessment: AssessmentId, at: Ts },
    /// A judgement rests on it.
    ReliedOn { assessment: AssessmentId, at: Ts },
    /// A judgement does not rest on it, and why.
    NotReliedOn { assessment: AssessmentId, at: Ts, reason: String },
    /// The assessor asked about it.
    Queried { assessment: AssessmentId, at: Ts, question: String },
    /// Taken back by the learner before anything rested on it.
    Withdrawn { at: Ts },
    /// Relied on, hidden from shares, kept until its retention ends.
    AccessRestricted { at: Ts },
    /// Nobody may open it until a complaint is settled.
    Quarantined { by: PersonId, at: Ts, reason: String, before: Box<EvidenceState> },
    /// Taken out for good after a complaint.
    Excluded { by: PersonId, at: Ts, reason: String },
    /// Bytes destroyed; only the stub is left.
    Purged { at: Ts },
}

impl EvidenceState {
    /// The state's name in code and in the database.
    pub fn name(&self) -> &'static str {
        match self {
            EvidenceState::Draft => "draft",
            EvidenceState::Processing { .. } => "processing",
            EvidenceState::Available { .. } => "available",
            EvidenceState::Rejected { .. } => "rejected",
            EvidenceState::Submitted { .. } => "submitted",
            EvidenceState::InReview { .. } => "in_review",
            EvidenceState::ReliedOn { .. } => "relied_on",
            EvidenceState::NotReliedOn { .. } => "not_relied_on",
            EvidenceState::Queried { .. } => "queried",
            EvidenceState::Withdrawn { .. } => "withdrawn",
            EvidenceState::AccessRestricted { .. } => "access_restricted",
            EvidenceState::Quarantined { .. } => "quarantined",
            EvidenceState::Excluded { .. } => "excluded",
            EvidenceState::Purged { .. } => "purged",
        }
    }
}

/// The item can't do that in the state it is in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cannot {
    /// Named state forbids it.
    #[error("the evidence is {0}")]
    While(&'static str),
    /// People who are protected can be recognised in it (PRV-05).
    #[error("a protected person can be recognised in it")]
    ProtectedPerson,
}

/// One file, recording, text or link, with where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceItem {
    /// Its id.
    pub id: EvidenceId,
    /// The claim it was brought to.
    pub claim: ClaimId,
    /// Whose it is.
    pub learner: PersonId,
    /// Medium.
    pub kind: EvidenceKind,
    /// How close to the performance.
    pub class: EvidenceClass,
    /// What the learner calls it.
    pub title: String,
    /// What the assessor should notice, in the learner's words.
    pub note: String,
    /// When and where it was made.
    pub occasion: Occasion,
    /// Supervision and identity while it was made.
    pub supervision: SupervisionIdentity,
    /// Bytes or words.
    pub content: Content,
    /// When it was added.
    pub added: Ts,
    /// Where it stands.
    pub state: EvidenceState,
}

impl EvidenceItem {
    /// The bytes have arrived and been named; they are looked at next.
    pub fn arrive(self, content: Content, kind: EvidenceKind, at: Ts) -> Result<EvidenceItem, Cannot> {
        match self.state {
            EvidenceState::Draft => Ok(EvidenceItem { content, kind, state: EvidenceState::Processing { at }, ..self }),
            ref other => Err(Cannot::While(other.name())),
        }
    }

    /// Nothing was found against it.
    pub fn accept(self, at: Ts) -> Result<EvidenceItem, Cannot> {
        match self.state {
            EvidenceState::Processing { .. } => Ok(EvidenceItem { state: EvidenceState::Available { at }, ..self }),
            ref other => Err(Cannot::While(other.name())),
        }
    }

    /// It can't be used, for a technical reason.
    pub fn reject(self, at: Ts, reason: String) -> Result<EvidenceItem, Cannot> {
        match self.state {
            EvidenceState::Processing { .. } => Ok(EvidenceItem { state: EvidenceState::Rejected { at, reason }, ..self }),
            ref other => Err(Cannot::While(other.name())),
        }
    }

    /// Sent with a claim; its content is frozen from now on. An item that was sent before stays as it is.
    pub fn submit(self, at: Ts) -> Result<EvidenceItem, Cannot> {
        if self.occasion.people == ThirdPartyBasis::ProtectedPerson {
            return Err(Cannot::ProtectedPerson);
        }
        match self.state {
            EvidenceState::Available { .. } => Ok(EvidenceItem { state: EvidenceState::Submitted { at }, ..self }),
            ref s if s.sent() => Ok(self),
            ref other => Err(Cannot::While(other.name())),
        }
    }

    /// An assessor has opened it.
    pub fn open(self, assessment: AssessmentId, at: Ts) -> Result<EvidenceItem, Cannot> {
        match self.state {
            EvidenceState::Submitted { .. } | EvidenceState::NotReliedOn { .. } => {
                Ok(EvidenceItem { state: EvidenceState::InReview { assessment, at }, ..self })
            }
            ref s if s.sent() => Ok(self),
            ref other => Err(Cannot::While(other.name())),
        }
    }

    /// The judgement is in: it rests on this item, or it doesn't and why.
    pub fn judged(self, assessment: AssessmentId, at: Ts, relied: Result<(), String>) -> Result<EvidenceItem, Cannot> {
        let state = match (&self.state, relied) {
            // What another judgement already rests on stays so: one item may serve several competencies.
            (EvidenceState::ReliedOn { .. }, _) => self.state.clone(),
            (s, Ok(())) if s.sent() => EvidenceState::ReliedOn { assessment, at },
            (s, Err(reason)) if s.sent() => EvidenceState::NotReliedOn { assessment, at, reason },
            (other, _) => return Err(Cannot::While(other.name())),
        };
        Ok(EvidenceItem { state, ..self })
    }

    /// Taken back by the learner: gone if nothing rests on it, else hidden and kept (E5).
    pub fn withdraw(self, at: Ts) -> Result<EvidenceItem, Cannot> {
        let state = match self.state {
            EvidenceState::Draft
            | EvidenceState::Processing { .. }
            | EvidenceState::Available { .. }
            | EvidenceState::Rejected { .. }
            | EvidenceState::Submitted { .. }
            | EvidenceState::NotReliedOn { .. } => EvidenceState::Withdrawn { at },
            EvidenceState::ReliedOn { .. } => EvidenceState::AccessRestricted { at },
            ref other => return Err(Cannot::While(other.name())),
        };
        Ok(EvidenceItem { state, ..self })
    }

    /// Closed to everybody until a complaint is settled (E6).
    pub fn quarantine(self, by: PersonId, at: Ts, reason: String) -> Result<EvidenceItem, Cannot> {
        match self.state {
            EvidenceState::Quarantined { .. } | EvidenceState::Purged { .. } | EvidenceState::Excluded { .. } => {
                Err(Cannot::While(self.state.name()))
            }
            before => Ok(EvidenceItem { state: EvidenceState::Quarantined { by, at, reason, before: Box::new(before) }, ..self }),
        }
    }

    /// The complaint was not upheld: back to where it was.
    pub fn clear(self) -> Result<EvidenceItem, Cannot> {
        match self.state {
            EvidenceState::Quarantined { before, .. } => Ok(EvidenceItem { state: *before, ..self }),
            ref other => Err(Cannot::While(other.name())),
        }
    }
}

impl EvidenceState {
    /// With the assessors, in whatever state.
    pub fn sent(&self) -> bool {
        use EvidenceState::*;
        matches!(self, Submitted { .. } | InReview { .. } | ReliedOn { .. } | NotReliedOn { .. } | Queried { .. })
    }

    /// Counts towards sufficiency: here, and neither withdrawn nor closed.
    pub fn counts(&self) -> bool {
        matches!(self, EvidenceState::Available { .. }) || self.sent()
    }

    /// The learner can take it back now: it goes, or is hidden and kept where a decision rests on it (E5).
    pub fn withdrawable(&self) -> bool {
        !matches!(
            self,
            EvidenceState::Withdrawn { .. }
                | EvidenceState::AccessRestricted { .. }
                | EvidenceState::Quarantined { .. }
                | EvidenceState::Excluded { .. }
                | EvidenceState::Purged { .. }
                | EvidenceState::InReview { .. }
                | EvidenceState::Queried { .. }
        )
    }
}

#[cfg(test)]
mod tests;
