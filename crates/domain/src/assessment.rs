//! Judging: one assessment for each competency in each attempt (2.12.2), and the rules that turn results into a decision.

mod acts;
mod reattempt;
mod rules;
mod state;
pub use acts::{Assessment, Outcome, Refusal};
pub use reattempt::{AssessorChange, Reattempt, reattempt};
pub use rules::{
    ADJUDICATOR_MONTHS, ADJUDICATOR_WAIT_DAYS, Aggregate, Qualified, SecondAssessor, SecondReason, aggregate, agree, body_for,
    second_assessor,
};
pub use state::{ANSWER_DAYS, AssessmentState, LEASE_DAYS, QueueReason, Seat, Verification};

use crate::evidence::VarcsCheck;
use crate::{CriterionId, EvidenceId, OrganisationId, PersonId, Ts};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an assessor found for one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CriterionResult {
    /// Not shown.
    NotEvident,
    /// Shown in part.
    ApproachingCompetence,
    /// Met.
    Competent,
}

impl CriterionResult {
    /// Every result, lowest first.
    pub const ALL: [CriterionResult; 3] = [Self::NotEvident, Self::ApproachingCompetence, Self::Competent];

    /// The name in forms and documents.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotEvident => "not_evident",
            Self::ApproachingCompetence => "approaching_competence",
            Self::Competent => "competent",
        }
    }

    /// Reads a name written by [`CriterionResult::code`].
    pub fn parse(code: &str) -> Option<CriterionResult> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }
}

/// Mastery or not; nothing in between, nothing averaged (2.13.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompetencyDecision {
    /// Held.
    Competent,
    /// Not yet.
    NotYetCompetent,
}

/// A remark on evidence at a place in it, linked to a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimedNote {
    /// On which item.
    pub evidence: EvidenceId,
    /// At which second.
    pub second: u32,
    /// For which criterion, if one.
    pub criterion: Option<CriterionId>,
    /// The remark.
    pub text: String,
}

/// What an assessor fills in; complete or not, it is saved as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreSheet {
    /// A result for each criterion judged.
    pub results: BTreeMap<CriterionId, CriterionResult>,
    /// Why, required below `Competent`; the learner reads it.
    pub reasons: BTreeMap<CriterionId, String>,
    /// VARCS answers for each item.
    pub varcs: BTreeMap<EvidenceId, VarcsCheck>,
    /// Remarks at places in recordings.
    pub notes: Vec<TimedNote>,
}

/// What a score sheet still lacks (ASR-07).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfinished {
    /// No result for a criterion.
    NoResult(CriterionId),
    /// A result below `Competent` without a reason.
    NoReason(CriterionId),
    /// A VARCS line not answered, or a no without its reason.
    Varcs(EvidenceId),
    /// Judged met, and no item that may be relied on is linked to it.
    NothingToRelyOn(CriterionId),
}

impl ScoreSheet {
    /// Everything that keeps this sheet from being a judgement of `criteria` on `items`; `relies` tells which
    /// items are linked to a criterion as more than supplementary evidence (ASR-07, ASR-08).
    pub fn unfinished(
        &self,
        criteria: &[CriterionId],
        items: &[EvidenceId],
        relies: impl Fn(CriterionId, EvidenceId) -> bool,
    ) -> Vec<Unfinished> {
        let mut found = Vec::new();
        for c in criteria {
            match self.results.get(c) {
                None => found.push(Unfinished::NoResult(*c)),
                Some(CriterionResult::Competent) => {
                    let held = |e: &&EvidenceId| relies(*c, **e) && self.varcs.get(e).is_some_and(VarcsCheck::relied_on);
                    if items.iter().find(held).is_none() {
                        found.push(Unfinished::NothingToRelyOn(*c));
                    }
                }
                Some(_) if self.reasons.get(c).is_none_or(|r| r.trim().is_empty()) => found.push(Unfinished::NoReason(*c)),
                Some(_) => {}
            }
        }
        let open = items.iter().filter(|e| !self.varcs.get(e).is_some_and(VarcsCheck::complete));
        found.extend(open.map(|e| Unfinished::Varcs(*e)));
        found
    }
}

/// A finished sheet, and whose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Who judged.
    pub assessor: PersonId,
    /// The body they judged for.
    pub body: OrganisationId,
    /// When.
    pub at: Ts,
    /// What they found.
    pub sheet: ScoreSheet,
}

/// The judgement of one competency in one attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Held or not yet.
    pub decision: CompetencyDecision,
    /// The first assessor's score.
    pub first: Score,
    /// The second's, where two judged.
    pub second: Option<Score>,
    /// The adjudicator's, where the two differed; then this one counts.
    pub adjudicated: Option<Score>,
    /// The verifier's, where they overturned the decision before it was final; then this one counts.
    pub overturned: Option<Score>,
}

impl Judgement {
    /// The score that counts.
    pub fn score(&self) -> &Score {
        self.overturned.as_ref().or(self.adjudicated.as_ref()).unwrap_or(&self.first)
    }

    /// Every score, in the order in which they were given.
    pub fn scores(&self) -> impl Iterator<Item = &Score> + '_ {
        [Some(&self.first), self.second.as_ref(), self.adjudicated.as_ref(), self.overturned.as_ref()].into_iter().flatten()
    }

    /// Everybody who judged.
    pub fn judges(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.scores().map(|score| score.assessor)
    }
}

#[cfg(test)]
mod tests;
