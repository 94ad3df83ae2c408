use super::rules::{SecondAssessor, aggregate, second_assessor};
use super::{CompetencyDecision, CriterionResult, Judgement, Score, ScoreSheet, Unfinished};
use crate::people::ConflictDeclaration;
use crate::profile::Competency;
use crate::{AssessmentId, ClaimId, CompetencyId, CriterionId, EvidenceId, PersonId, Ts, VersionId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why an assessment is waiting for an assessor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QueueReason {
    /// Sent for the first time.
    New,
    /// New evidence after a gap.
    Reattempt,
    /// The assessor before stepped back.
    Recused,
    /// An appeal was upheld, or a conflict was found afterwards.
    Reopened,
}

/// Whether decisions are drawn for verification before they are final. The draw itself comes from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// This one was drawn.
    Drawn,
    /// It was not.
    NotDrawn,
}

/// Days that a learner has for an answer before the attempt goes on without it (2.12.2).
pub const ANSWER_DAYS: i64 = 14;

/// Where an assessment stands (2.12.2).
#[allow(missing_docs, reason = "each variant has its sentence; the fields are named for what they are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum AssessmentState {
    /// Waiting for an assessor.
    Queued { since: Ts, reason: QueueReason },
    /// An assessor was named and has yet to accept.
    Offered { to: PersonId, at: Ts },
    /// Being judged.
    InProgress { assessor: PersonId, since: Ts },
    /// The assessor asked for more; the clock stands still.
    WaitingLearner { assessor: PersonId, asked: Ts, question: String },
    /// The first score is in.
    ScoredFirst { first: Score },
    /// Waiting for a second assessor.
    SecondQueued { first: Score, since: Ts },
    /// Being judged a second time, without sight of the first score.
    SecondInProgress { first: Score, assessor: PersonId, since: Ts },
    /// Both scores are in.
    ScoredSecond { first: Score, second: Score },
    /// The scores differ; a third judge decides.
    Adjudicating { first: Score, second: Score, since: Ts },
    /// Decided.
    Decided { judgement: Judgement, at: Ts },
    /// Decided, and drawn for verification.
    ProvisionalInVerification { judgement: Judgement, at: Ts },
    /// Final, but for an appeal.
    Final { judgement: Judgement, at: Ts },
    /// Never took place.
    Voided { by: PersonId, at: Ts, reason: String },
    /// Set aside; it is judged anew by somebody else.
    Reopened { judgement: Judgement, at: Ts, reason: String },
}

impl AssessmentState {
    /// The state's name in code and in the database.
    pub fn name(&self) -> &'static str {
        match self {
            AssessmentState::Queued { .. } => "queued",
            AssessmentState::Offered { .. } => "offered",
            AssessmentState::InProgress { .. } => "in_progress",
            AssessmentState::WaitingLearner { .. } => "waiting_learner",
            AssessmentState::ScoredFirst { .. } => "scored_first",
            AssessmentState::SecondQueued { .. } => "second_queued",
            AssessmentState::SecondInProgress { .. } => "second_in_progress",
            AssessmentState::ScoredSecond { .. } => "scored_second",
            AssessmentState::Adjudicating { .. } => "adjudicating",
            AssessmentState::Decided { .. } => "decided",
            AssessmentState::ProvisionalInVerification { .. } => "provisional_in_verification",
            AssessmentState::Final { .. } => "final",
            AssessmentState::Voided { .. } => "voided",
            AssessmentState::Reopened { .. } => "reopened",
        }
    }

    /// Who is working on it now.
    pub fn assessor(&self) -> Option<PersonId> {
        match self {
            AssessmentState::Offered { to, .. } => Some(*to),
            AssessmentState::InProgress { assessor, .. }
            | AssessmentState::WaitingLearner { assessor, .. }
            | AssessmentState::SecondInProgress { assessor, .. } => Some(*assessor),
            _ => None,
        }
    }

    /// The judgement, once there is one that counts.
    pub fn judgement(&self) -> Option<&Judgement> {
        match self {
            AssessmentState::Decided { judgement, .. }
            | AssessmentState::ProvisionalInVerification { judgement, .. }
            | AssessmentState::Final { judgement, .. } => Some(judgement),
            _ => None,
        }
    }
}

/// One competency of one claim in one attempt, being judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Its id.
    pub id: AssessmentId,
    /// The claim.
    pub claim: ClaimId,
    /// Whose claim it is. The owner of a claim can never judge it.
    pub learner: PersonId,
    /// The profile version it is judged against.
    pub version: VersionId,
    /// The competency.
    pub competency: CompetencyId,
    /// 1 for the first attempt.
    pub attempt: u32,
    /// The criteria that are open in this attempt; the others are met already.
    pub criteria: Vec<CriterionId>,
    /// When a decision is due.
    pub due: Ts,
    /// The one who may not judge it, after earlier attempts.
    pub not_by: Vec<PersonId>,
    /// Where it stands.
    pub state: AssessmentState,
    /// What the assessor has filled in so far.
    pub draft: ScoreSheet,
    /// Counts saves, so that nobody overwrites what they have not seen.
    pub revision: i64,
}

/// Why an act on an assessment was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Its state forbids it.
    #[error("the assessment is {0}")]
    While(&'static str),
    /// Somebody else is judging it.
    #[error("it is being judged by somebody else")]
    NotYours,
    /// It is the person's own claim.
    #[error("nobody judges their own claim")]
    OwnClaim,
    /// They judged an earlier attempt, or stepped back.
    #[error("another assessor must judge this attempt")]
    MustDiffer,
    /// The person's scope does not cover it.
    #[error("the competency is outside the assessor's scope")]
    OutOfScope,
    /// The sheet is not complete.
    #[error("the judgement is not complete")]
    Unfinished(Vec<Unfinished>),
    /// The question to the learner is empty.
    #[error("the question is empty")]
    NoQuestion,
}

/// What follows from a judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Decided.
    Decided(CompetencyDecision),
    /// A second assessor is needed.
    SecondNeeded,
    /// The two differ; an adjudicator is needed.
    AdjudicationNeeded,
}

impl Assessment {
    /// An assessor takes it from the queue and says whether there is a conflict of interest.
    /// With one, it goes back to the queue, without penalty and never to them again.
    pub fn claim_by(self, who: PersonId, in_scope: bool, conflict: &ConflictDeclaration, at: Ts) -> Result<Assessment, Refusal> {
        let AssessmentState::Queued { .. } = self.state else {
            return match self.state.assessor() {
                Some(other) if other != who => Err(Refusal::NotYours),
                _ => Err(Refusal::While(self.state.name())),
            };
        };
        if who == self.learner {
            return Err(Refusal::OwnClaim);
        }
        if self.not_by.contains(&who) {
            return Err(Refusal::MustDiffer);
        }
        if !in_scope {
            return Err(Refusal::OutOfScope);
        }
        match conflict {
            ConflictDeclaration::None => Ok(Assessment { state: AssessmentState::InProgress { assessor: who, since: at }, ..self }),
            ConflictDeclaration::Declared(_) => Ok(self.back_to_queue(who, at)),
        }
    }

    /// The assessor steps back; somebody else takes over, without what they had filled in.
    pub fn recuse(self, who: PersonId, at: Ts) -> Result<Assessment, Refusal> {
        self.owned_by(who)?;
        Ok(self.back_to_queue(who, at))
    }

    /// The assessor may judge no more: what is in their hands goes to another. It counts as stepping back.
    pub fn hand_back(self, at: Ts) -> Result<Assessment, Refusal> {
        match self.state {
            AssessmentState::InProgress { assessor, .. } | AssessmentState::WaitingLearner { assessor, .. } => {
                Ok(self.back_to_queue(assessor, at))
            }
            ref other => Err(Refusal::While(other.name())),
        }
    }

    fn back_to_queue(mut self, who: PersonId, at: Ts) -> Assessment {
        self.not_by.push(who);
        let state = AssessmentState::Queued { since: at, reason: QueueReason::Recused };
        Assessment { state, draft: ScoreSheet::default(), ..self }
    }

    fn owned_by(&self, who: PersonId) -> Result<(), Refusal> {
        match &self.state {
            AssessmentState::InProgress { assessor, .. } if *assessor == who => Ok(()),
            AssessmentState::InProgress { .. } => Err(Refusal::NotYours),
            other => Err(Refusal::While(other.name())),
        }
    }

    /// Keeps what has been filled in so far.
    pub fn save_draft(self, who: PersonId, draft: ScoreSheet) -> Result<Assessment, Refusal> {
        match &self.state {
            AssessmentState::WaitingLearner { assessor, .. } if *assessor == who => {}
            _ => self.owned_by(who)?,
        }
        Ok(Assessment { draft, ..self })
    }

    /// Asks the learner for more without ending the attempt (ASR-09).
    pub fn ask(self, who: PersonId, question: String, at: Ts) -> Result<Assessment, Refusal> {
        self.owned_by(who)?;
        if question.trim().is_empty() {
            return Err(Refusal::NoQuestion);
        }
        Ok(Assessment { state: AssessmentState::WaitingLearner { assessor: who, asked: at, question }, ..self })
    }

    /// The learner answered; the time they took is added to the due date.
    pub fn answered(self, at: Ts) -> Result<Assessment, Refusal> {
        match self.state {
            AssessmentState::WaitingLearner { assessor, asked, .. } => {
                let waited = at.0.saturating_sub(asked.0).max(0);
                let due = Ts(self.due.0.saturating_add(waited));
                Ok(Assessment { state: AssessmentState::InProgress { assessor, since: at }, due, ..self })
            }
            ref other => Err(Refusal::While(other.name())),
        }
    }

    /// The learner has not answered for [`ANSWER_DAYS`]: the assessor goes on with what there is.
    pub fn unanswered(self, at: Ts) -> Result<Assessment, Refusal> {
        match self.state {
            AssessmentState::WaitingLearner { asked, .. } if at >= asked.plus_days(ANSWER_DAYS) => self.answered(at),
            ref other => Err(Refusal::While(other.name())),
        }
    }

    /// The first assessor's finished sheet. `met_before` are the criteria met in earlier attempts; they count
    /// towards the decision and are not judged again (LRN-08). `second` says whether the instance asks for second
    /// assessors; where it doesn't, one is enough in every tier. Refused while the sheet lacks anything it can lack
    /// by itself (ASR-07); which item is linked to which criterion the caller asks [`ScoreSheet::unfinished`] first.
    pub fn judge(
        self,
        competency: &Competency,
        met_before: &[CriterionId],
        score: Score,
        second: bool,
    ) -> Result<(Assessment, Outcome), Refusal> {
        self.owned_by(score.assessor)?;
        let items: Vec<EvidenceId> = score.sheet.varcs.keys().copied().collect();
        let unfinished = score.sheet.unfinished(&self.criteria, &items, |_, _| true);
        if !unfinished.is_empty() {
            return Err(Refusal::Unfinished(unfinished));
        }
        let results = with_met(&score.sheet.results, met_before);
        let at = score.at;
        if second && second_assessor(competency, &results, false, false) != SecondAssessor::NotNeeded {
            let state = AssessmentState::SecondQueued { first: score, since: at };
            return Ok((Assessment { state, draft: ScoreSheet::default(), ..self }, Outcome::SecondNeeded));
        }
        let decision = aggregate(competency, &results).decision;
        let judgement = Judgement { decision, first: score, second: None, adjudicated: None };
        Ok((Assessment { state: AssessmentState::Decided { judgement, at }, ..self }, Outcome::Decided(decision)))
    }

    /// A decision becomes final, or provisional when it was drawn for verification.
    pub fn settle(self, drawn: Verification, at: Ts) -> Result<Assessment, Refusal> {
        match self.state {
            AssessmentState::Decided { judgement, .. } => {
                let state = match drawn {
                    Verification::Drawn => AssessmentState::ProvisionalInVerification { judgement, at },
                    Verification::NotDrawn => AssessmentState::Final { judgement, at },
                };
                Ok(Assessment { state, ..self })
            }
            ref other => Err(Refusal::While(other.name())),
        }
    }

    /// It never took place: integrity, wrong version, a conflict found, or the claim was withdrawn.
    pub fn void(self, by: PersonId, at: Ts, reason: String) -> Result<Assessment, Refusal> {
        match self.state {
            AssessmentState::Final { .. } | AssessmentState::Voided { .. } => Err(Refusal::While(self.state.name())),
            _ => Ok(Assessment { state: AssessmentState::Voided { by, at, reason }, ..self }),
        }
    }
}

/// The results of this attempt together with what was met before.
pub(crate) fn with_met(
    results: &BTreeMap<CriterionId, CriterionResult>,
    met_before: &[CriterionId],
) -> BTreeMap<CriterionId, CriterionResult> {
    let mut all = results.clone();
    all.extend(met_before.iter().map(|id| (*id, CriterionResult::Competent)));
    all
}

#[cfg(test)]
mod tests;
