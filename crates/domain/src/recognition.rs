//! Recognition of one competency: instant, dated, versioned, and it can expire (2.12.4).

use crate::assessment::CriterionResult;
use crate::claim::ClaimedCompetency;
use crate::evidence::{Shown, SupervisionIdentity};
use crate::profile::Competency;
use crate::{AssessmentId, ClaimId, CompetencyId, CriterionId, OrganisationId, PersonId, ProfileId, RecognitionId, Ts, VersionId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a recognition stands.
#[allow(missing_docs, reason = "each variant has its sentence; the fields are named for what they are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum RecognitionState {
    /// The decision was drawn for verification.
    Provisional { at: Ts },
    /// In force.
    Recognised { at: Ts },
    /// Within 90 days of its end.
    ExpiringSoon { at: Ts },
    /// Past its end.
    Expired { at: Ts },
    /// Out of force while something is looked into.
    Suspended { by: PersonId, at: Ts, reason: String },
    /// Taken back.
    Rescinded { by: PersonId, at: Ts, reason: String },
}

impl RecognitionState {
    /// The state's name in code and in the database.
    pub fn name(&self) -> &'static str {
        match self {
            RecognitionState::Provisional { .. } => "provisional",
            RecognitionState::Recognised { .. } => "recognised",
            RecognitionState::ExpiringSoon { .. } => "expiring_soon",
            RecognitionState::Expired { .. } => "expired",
            RecognitionState::Suspended { .. } => "suspended",
            RecognitionState::Rescinded { .. } => "rescinded",
        }
    }
}

/// One competency, recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompetencyRecognition {
    /// Its id.
    pub id: RecognitionId,
    /// Whose.
    pub person: PersonId,
    /// Shown in which claim.
    pub claim: ClaimId,
    /// Of which profile.
    pub profile: ProfileId,
    /// As that version words it.
    pub version: VersionId,
    /// The competency.
    pub competency: CompetencyId,
    /// The assessment whose judgement it rests on.
    pub assessment: AssessmentId,
    /// The body whose assessor judged.
    pub assessed_by: OrganisationId,
    /// The criteria met, across attempts.
    pub results: BTreeMap<CriterionId, CriterionResult>,
    /// The lowest supervision level among the items relied on for essential criteria, and the highest of all (2.13.7).
    pub supervision: (SupervisionIdentity, SupervisionIdentity),
    /// From when it is held.
    pub from: Ts,
    /// Until when; none: it does not expire.
    pub until: Option<Ts>,
    /// Where it stands.
    pub state: RecognitionState,
}

/// What is recognised: the criteria met, in whichever attempt. How often it was tried leaves no trace (LRN-10).
pub fn results_of(part: &ClaimedCompetency) -> BTreeMap<CriterionId, CriterionResult> {
    part.met.keys().map(|criterion| (*criterion, CriterionResult::Competent)).collect()
}

/// The lowest supervision level among the items relied on for essential criteria, and the highest of all items relied
/// on (2.13.7). Where nothing vouches for an essential criterion, the lowest is the lowest there is.
pub fn supervision_of(competency: &Competency, relied_on: &[Shown<'_>]) -> (SupervisionIdentity, SupervisionIdentity) {
    let essential = |s: &&Shown<'_>| competency.criterion(s.link.criterion).is_some_and(|c| c.essential);
    let lowest = relied_on.iter().filter(essential).map(|s| s.item.supervision).min();
    let highest = relied_on.iter().map(|s| s.item.supervision).max();
    (lowest.unwrap_or_default(), highest.unwrap_or_default())
}

/// It can't do that in the state it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the recognition is {0}")]
pub struct NotNow(pub &'static str);

/// Days before the end at which a recognition counts as expiring soon.
const SOON_DAYS: i64 = 90;

impl CompetencyRecognition {
    /// A provisional recognition was verified.
    pub fn confirm(self, at: Ts) -> Result<CompetencyRecognition, NotNow> {
        match self.state {
            RecognitionState::Provisional { .. } => Ok(CompetencyRecognition { state: RecognitionState::Recognised { at }, ..self }),
            ref other => Err(NotNow(other.name())),
        }
    }

    /// Taken back before it was final, or after an appeal.
    pub fn rescind(self, by: PersonId, at: Ts, reason: String) -> Result<CompetencyRecognition, NotNow> {
        match self.state {
            RecognitionState::Provisional { .. } | RecognitionState::Suspended { .. } => {
                Ok(CompetencyRecognition { state: RecognitionState::Rescinded { by, at, reason }, ..self })
            }
            ref other => Err(NotNow(other.name())),
        }
    }

    /// Put out of force while something is looked into.
    pub fn suspend(self, by: PersonId, at: Ts, reason: String) -> Result<CompetencyRecognition, NotNow> {
        match self.state {
            RecognitionState::Recognised { .. } | RecognitionState::ExpiringSoon { .. } => {
                Ok(CompetencyRecognition { state: RecognitionState::Suspended { by, at, reason }, ..self })
            }
            ref other => Err(NotNow(other.name())),
        }
    }

    /// Time passes: nearing its end, or past it.
    pub fn at(self, now: Ts) -> CompetencyRecognition {
        let in_force = matches!(self.state, RecognitionState::Recognised { .. } | RecognitionState::ExpiringSoon { .. });
        match self.until {
            Some(until) if in_force && now >= until => CompetencyRecognition { state: RecognitionState::Expired { at: until }, ..self },
            Some(until) if in_force && now >= until.plus_days(-SOON_DAYS) => {
                CompetencyRecognition { state: RecognitionState::ExpiringSoon { at: until.plus_days(-SOON_DAYS) }, ..self }
            }
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests;
