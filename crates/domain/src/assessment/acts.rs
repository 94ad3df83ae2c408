use super::rules::{SecondAssessor, aggregate, agree, second_assessor};
use super::state::{ANSWER_DAYS, AssessmentState, LEASE_DAYS, QueueReason, Verification};
use super::{CompetencyDecision, CriterionResult, Judgement, Score, ScoreSheet, Unfinished};
use crate::people::ConflictDeclaration;
use crate::profile::{Competency, RiskTier};
use crate::{AssessmentId, ClaimId, CompetencyId, CriterionId, EvidenceId, PersonId, Ts, VersionId};
use std::collections::BTreeMap;

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
    /// How much harm a wrong judgement of it could do.
    pub tier: RiskTier,
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
    /// In tier A another body's assessor must judge too.
    #[error("somebody of the same body judged it")]
    SameBody,
    /// They have not judged for long enough to settle a difference.
    #[error("whoever settles a difference has judged for two years")]
    TooNew,
    /// Nobody verifies what they decided, or what is about themself.
    #[error("nobody verifies their own decision")]
    OwnDecision,
    /// Two judged it blind; it can't be given back to one of them.
    #[error("what two decided is not given back")]
    DecidedByTwo,
    /// The verifier's sheet leads to the decision that is there.
    #[error("the sheet leads to the same decision")]
    SameDecision,
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
    /// An assessor takes the seat that waits and says whether there is a conflict of interest.
    /// With one, it goes back to wait, without penalty and never for them again.
    pub fn claim_by(self, who: PersonId, in_scope: bool, conflict: &ConflictDeclaration, at: Ts) -> Result<Assessment, Refusal> {
        if self.state.waiting().is_none() {
            return match self.state.assessor() {
                Some(other) if other != who => Err(Refusal::NotYours),
                _ => Err(Refusal::While(self.state.name())),
            };
        }
        if who == self.learner {
            return Err(Refusal::OwnClaim);
        }
        if self.not_by.contains(&who) || self.state.concerns(who) {
            return Err(Refusal::MustDiffer);
        }
        if !in_scope {
            return Err(Refusal::OutOfScope);
        }
        match conflict {
            ConflictDeclaration::None => Ok(self.taken_by(who, at)),
            ConflictDeclaration::Declared(_) => Ok(self.back_to_queue(who, at)),
        }
    }

    fn taken_by(self, assessor: PersonId, since: Ts) -> Assessment {
        let state = match self.state {
            AssessmentState::Queued { .. } => AssessmentState::InProgress { assessor, since },
            AssessmentState::SecondQueued { first, .. } => AssessmentState::SecondInProgress { first, assessor, since },
            AssessmentState::Adjudicating { first, second, .. } => {
                AssessmentState::AdjudicationInProgress { first, second, assessor, since }
            }
            other => other,
        };
        Assessment { state, ..self }
    }

    /// The assessor steps back; somebody else takes over, without what they had filled in.
    pub fn recuse(self, who: PersonId, at: Ts) -> Result<Assessment, Refusal> {
        self.owned_by(who)?;
        Ok(self.back_to_queue(who, at))
    }

    /// The assessor may judge no more: what is in their hands goes to another. It counts as stepping back.
    pub fn hand_back(self, at: Ts) -> Result<Assessment, Refusal> {
        match self.state.assessor() {
            Some(assessor) if !matches!(self.state, AssessmentState::Offered { .. }) => Ok(self.back_to_queue(assessor, at)),
            _ => Err(Refusal::While(self.state.name())),
        }
    }

    /// Taken on for [`LEASE_DAYS`] working days and not touched: it waits for anybody again, them included.
    pub fn lapse(self, at: Ts) -> Result<Assessment, Refusal> {
        let held = |since: &Ts| at >= since.plus_working_days(LEASE_DAYS) && self.draft == ScoreSheet::default();
        match &self.state {
            AssessmentState::InProgress { since, .. }
            | AssessmentState::SecondInProgress { since, .. }
            | AssessmentState::AdjudicationInProgress { since, .. }
                if held(since) =>
            {
                Ok(self.waiting_again(at))
            }
            other => Err(Refusal::While(other.name())),
        }
    }

    fn back_to_queue(mut self, who: PersonId, at: Ts) -> Assessment {
        self.not_by.push(who);
        self.waiting_again(at)
    }

    fn waiting_again(self, since: Ts) -> Assessment {
        use AssessmentState::*;
        let state = match self.state {
            SecondQueued { first, .. } | SecondInProgress { first, .. } => SecondQueued { first, since },
            Adjudicating { first, second, .. } | AdjudicationInProgress { first, second, .. } => Adjudicating { first, second, since },
            _ => Queued { since, reason: QueueReason::Recused },
        };
        Assessment { state, draft: ScoreSheet::default(), ..self }
    }

    fn owned_by(&self, who: PersonId) -> Result<(), Refusal> {
        use AssessmentState::*;
        match &self.state {
            InProgress { assessor, .. } | SecondInProgress { assessor, .. } | AdjudicationInProgress { assessor, .. } => {
                if *assessor == who { Ok(()) } else { Err(Refusal::NotYours) }
            }
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

    /// The first assessor asks the learner for more without ending the attempt (ASR-09). Whoever judges after them
    /// judges what they judged.
    pub fn ask(self, who: PersonId, question: String, at: Ts) -> Result<Assessment, Refusal> {
        self.owned_by(who)?;
        if !matches!(self.state, AssessmentState::InProgress { .. }) {
            return Err(Refusal::While(self.state.name()));
        }
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

    /// The finished sheet of whoever is judging. `met_before` are the criteria met in earlier attempts; they count
    /// towards the decision and are not judged again (LRN-08). `second` says whether the instance asks for second
    /// assessors; where it doesn't, one is enough in every tier. Two who agree decide; where they differ a third
    /// decides, and nothing is averaged (2.13.4). Refused while the sheet lacks anything it can lack by itself
    /// (ASR-07); which item is linked to which criterion the caller asks [`ScoreSheet::unfinished`] first.
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
        let results = |of: &Score| with_met(&of.sheet.results, met_before);
        let (at, found) = (score.at, results(&score));
        let state = match self.state.clone() {
            AssessmentState::SecondInProgress { first, .. } if !agree(competency, &results(&first), &found) => {
                AssessmentState::Adjudicating { first, second: score, since: at }
            }
            AssessmentState::SecondInProgress { first, .. } => {
                let decision = aggregate(competency, &results(&first)).decision;
                AssessmentState::Decided {
                    judgement: Judgement { decision, first, second: Some(score), adjudicated: None, overturned: None },
                    at,
                }
            }
            AssessmentState::AdjudicationInProgress { first, second, .. } => {
                let decision = aggregate(competency, &found).decision;
                AssessmentState::Decided {
                    judgement: Judgement { decision, first, second: Some(second), adjudicated: Some(score), overturned: None },
                    at,
                }
            }
            _ if second && second_assessor(competency, &found, false, false) != SecondAssessor::NotNeeded => {
                AssessmentState::SecondQueued { first: score, since: at }
            }
            _ => {
                let decision = aggregate(competency, &found).decision;
                AssessmentState::Decided {
                    judgement: Judgement { decision, first: score, second: None, adjudicated: None, overturned: None },
                    at,
                }
            }
        };
        let outcome = match &state {
            AssessmentState::SecondQueued { .. } => Outcome::SecondNeeded,
            AssessmentState::Decided { judgement, .. } => Outcome::Decided(judgement.decision),
            _ => Outcome::AdjudicationNeeded,
        };
        // Nobody who judges next begins with what another filled in.
        let draft = if state.waiting().is_some() { ScoreSheet::default() } else { self.draft };
        Ok((Assessment { state, draft, ..self }, outcome))
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

    /// The verifier finds the decision sound.
    pub fn confirm(self, by: PersonId, at: Ts) -> Result<Assessment, Refusal> {
        let judgement = self.verified_by(by)?.clone();
        Ok(Assessment { state: AssessmentState::Final { judgement, at }, ..self })
    }

    /// The verifier gives it back to its assessor, who finds what they had filled in. What two or three decided is
    /// confirmed or overturned: given back, nobody could judge it blind again.
    pub fn give_back(self, by: PersonId, at: Ts) -> Result<Assessment, Refusal> {
        let judgement = self.verified_by(by)?;
        if judgement.second.is_some() {
            return Err(Refusal::DecidedByTwo);
        }
        let Score { assessor, sheet, .. } = judgement.first.clone();
        Ok(Assessment { state: AssessmentState::InProgress { assessor, since: at }, draft: sheet, ..self })
    }

    /// The verifier decides otherwise, by a finished sheet of their own.
    pub fn overturn(self, competency: &Competency, met_before: &[CriterionId], score: Score) -> Result<Assessment, Refusal> {
        let judgement = self.verified_by(score.assessor)?.clone();
        let items: Vec<EvidenceId> = score.sheet.varcs.keys().copied().collect();
        let unfinished = score.sheet.unfinished(&self.criteria, &items, |_, _| true);
        if !unfinished.is_empty() {
            return Err(Refusal::Unfinished(unfinished));
        }
        let decision = aggregate(competency, &with_met(&score.sheet.results, met_before)).decision;
        if decision == judgement.decision {
            return Err(Refusal::SameDecision);
        }
        let at = score.at;
        let judgement = Judgement { decision, overturned: Some(score), ..judgement };
        Ok(Assessment { state: AssessmentState::Final { judgement, at }, ..self })
    }

    /// The judgement, for somebody who may verify it: neither the learner nor one of its judges.
    fn verified_by(&self, by: PersonId) -> Result<&Judgement, Refusal> {
        let AssessmentState::ProvisionalInVerification { judgement, .. } = &self.state else {
            return Err(Refusal::While(self.state.name()));
        };
        if by == self.learner || judgement.judges().any(|judge| judge == by) {
            return Err(Refusal::OwnDecision);
        }
        Ok(judgement)
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
