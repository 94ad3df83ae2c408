//! A learner's case against one profile version, competency by competency (2.12.3).

mod state;
pub use state::{ClaimState, QUIET_DAYS, Refused};

use crate::assessment::CriterionResult;
use crate::profile::{Competency, ProfileBody};
use crate::{AssessmentId, ClaimId, CompetencyId, CriterionId, EvidenceId, PersonId, ProfileId, RecognitionId, Ts, VersionId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A learner's own rating of a criterion. It never reaches the assessor unless the learner shares it (LRN-03).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SelfRating {
    /// I can show this now.
    Ready,
    /// I can do some of it.
    Partly,
    /// I can't yet.
    NotYet,
}

/// Where one competency of a claim stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    /// Nothing has been sent for it.
    NotStarted,
    /// With the assessors.
    InReview {
        /// In which assessment.
        assessment: AssessmentId,
    },
    /// Judged, and not held yet.
    Gap {
        /// By which assessment.
        assessment: AssessmentId,
        /// When.
        at: Ts,
    },
    /// Held.
    Demonstrated {
        /// By which assessment.
        assessment: AssessmentId,
        /// Recognised as.
        recognition: RecognitionId,
        /// When.
        at: Ts,
    },
}

/// A criterion that was judged met, when and where. It stays met (LRN-08).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// In which assessment.
    pub assessment: AssessmentId,
    /// When.
    pub at: Ts,
}

/// One competency of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimedCompetency {
    /// Which.
    pub competency: CompetencyId,
    /// Where it stands.
    #[serde(flatten)]
    pub standing: Standing,
    /// Attempts judged without success. Never shown outside the claim (LRN-10).
    pub unsuccessful: u32,
    /// Criteria met so far.
    pub met: BTreeMap<CriterionId, Met>,
    /// The evidence that was sent in earlier attempts, so that a new attempt brings something new. By the id of
    /// the first item with the same content, so that the same bytes sent again are not new (LRN-09).
    pub used: BTreeSet<EvidenceId>,
    /// Who judged before; some of them may not judge again.
    pub judged_by: Vec<PersonId>,
    /// The learner's plan: an offering taken or declined with a reason, from the second re-attempt on (2.13.9).
    pub action_plan: Option<String>,
}

impl ClaimedCompetency {
    /// Nothing sent, nothing met.
    pub fn new(competency: CompetencyId) -> ClaimedCompetency {
        ClaimedCompetency {
            competency,
            standing: Standing::NotStarted,
            unsuccessful: 0,
            met: BTreeMap::new(),
            used: BTreeSet::new(),
            judged_by: Vec::new(),
            action_plan: None,
        }
    }

    /// The criteria still to be shown, in the profile's order; none once it is demonstrated.
    pub fn open(&self, competency: &Competency) -> Vec<CriterionId> {
        match self.standing {
            Standing::Demonstrated { .. } => Vec::new(),
            _ => competency.criteria.iter().map(|c| c.id).filter(|id| !self.met.contains_key(id)).collect(),
        }
    }

    /// Whether new evidence can be sent for it now.
    pub fn takes_evidence(&self) -> bool {
        matches!(self.standing, Standing::NotStarted | Standing::Gap { .. })
    }

    /// Records what an assessment found: what was met stays met, whatever later results say.
    pub fn record(&mut self, assessment: AssessmentId, results: &BTreeMap<CriterionId, CriterionResult>, at: Ts) {
        for (criterion, result) in results {
            if *result == CriterionResult::Competent {
                self.met.entry(*criterion).or_insert(Met { assessment, at });
            }
        }
    }
}

/// A learner's case against one profile version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// Whose it is.
    pub learner: PersonId,
    /// Against which profile.
    pub profile: ProfileId,
    /// Pinned to the version it began with (INS-02).
    pub version: VersionId,
    /// Where it stands.
    pub state: ClaimState,
    /// When it was opened.
    pub opened: Ts,
    /// The learner's own ratings.
    pub self_ratings: BTreeMap<CriterionId, SelfRating>,
    /// The competencies, in the profile's order.
    pub competencies: Vec<ClaimedCompetency>,
    /// Counts saves.
    pub revision: i64,
}

/// How many competencies stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Demonstrated.
    pub demonstrated: usize,
    /// In review.
    pub in_review: usize,
    /// Gaps, and not started.
    pub gaps: usize,
}

impl Claim {
    /// A new claim against a published version.
    pub fn open(id: ClaimId, learner: PersonId, profile: ProfileId, version: VersionId, body: &ProfileBody, now: Ts) -> Claim {
        let competencies = body.competencies.iter().map(|c| ClaimedCompetency::new(c.id)).collect();
        Claim {
            id,
            learner,
            profile,
            version,
            state: ClaimState::Draft,
            opened: now,
            self_ratings: BTreeMap::new(),
            competencies,
            revision: 0,
        }
    }

    /// The part of this claim about a competency.
    pub fn part(&self, competency: CompetencyId) -> Option<&ClaimedCompetency> {
        self.competencies.iter().find(|c| c.competency == competency)
    }

    /// The same, to change.
    pub fn part_mut(&mut self, competency: CompetencyId) -> Option<&mut ClaimedCompetency> {
        self.competencies.iter_mut().find(|c| c.competency == competency)
    }

    /// How many stand where.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for c in &self.competencies {
            match c.standing {
                Standing::Demonstrated { .. } => tally.demonstrated += 1,
                Standing::InReview { .. } => tally.in_review += 1,
                Standing::NotStarted | Standing::Gap { .. } => tally.gaps += 1,
            }
        }
        tally
    }

    /// Every competency that the credential requires is demonstrated (2.13.5). Where none is required, nothing is
    /// earned: no credential stands for nothing.
    pub fn all_required(&self, body: &ProfileBody) -> bool {
        let held = |id| self.part(id).is_some_and(|p| matches!(p.standing, Standing::Demonstrated { .. }));
        let mut required = body.competencies.iter().filter(|c| c.required).peekable();
        required.peek().is_some() && required.all(|c| held(c.id))
    }
}

#[cfg(test)]
mod tests;
