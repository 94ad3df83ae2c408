use super::{Claim, SelfRating, Standing};
use crate::assessment::{CompetencyDecision, Judgement, Reattempt, reattempt};
use crate::evidence::AuthenticityDeclaration;
use crate::profile::ProfileBody;
use crate::{AssessmentId, CompetencyId, CredentialId, CriterionId, EvidenceId, PersonId, RecognitionId, Ts};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Days without anything new after which a claim with open gaps counts as asleep (2.12.3).
pub const QUIET_DAYS: i64 = 180;

/// Where a claim stands (2.12.3).
#[allow(missing_docs, reason = "each variant has its sentence; the fields are named for what they are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ClaimState {
    /// Opened.
    Draft,
    /// The learner rated themself.
    SelfAssessed { at: Ts },
    /// Evidence was sent; fees are settled or waived.
    Submitted { at: Ts },
    /// With the assessors.
    UnderAssessment { since: Ts },
    /// Something is judged not yet held, and nothing is with the assessors.
    GapsOpen { since: Ts },
    /// Everything required is demonstrated; the issuer decides.
    AllCompetent { at: Ts },
    /// The credential is granted.
    Awarded { by: PersonId, at: Ts, credential: CredentialId },
    /// It is refused; this can be appealed.
    NotAwarded { by: PersonId, at: Ts, reason: String },
    /// Nothing happened for 180 days.
    Dormant { since: Ts },
    /// Taken back. What was recognised stays recognised.
    Withdrawn { at: Ts },
    /// The version it is pinned to is retired.
    MigrationRequired { since: Ts },
    /// Ended by the learner at a migration.
    Closed { at: Ts },
}

impl ClaimState {
    /// The state's name in code and in the database.
    pub fn name(&self) -> &'static str {
        match self {
            ClaimState::Draft => "draft",
            ClaimState::SelfAssessed { .. } => "self_assessed",
            ClaimState::Submitted { .. } => "submitted",
            ClaimState::UnderAssessment { .. } => "under_assessment",
            ClaimState::GapsOpen { .. } => "gaps_open",
            ClaimState::AllCompetent { .. } => "all_competent",
            ClaimState::Awarded { .. } => "awarded",
            ClaimState::NotAwarded { .. } => "not_awarded",
            ClaimState::Dormant { .. } => "dormant",
            ClaimState::Withdrawn { .. } => "withdrawn",
            ClaimState::MigrationRequired { .. } => "migration_required",
            ClaimState::Closed { .. } => "closed",
        }
    }

    /// Evidence can be added and sent.
    pub fn takes_evidence(&self) -> bool {
        use ClaimState::*;
        matches!(self, Draft | SelfAssessed { .. } | Submitted { .. } | UnderAssessment { .. } | GapsOpen { .. } | Dormant { .. })
    }
}

/// Why an act on a claim was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Its state forbids it.
    #[error("the claim is {0}")]
    While(&'static str),
    /// The competency is not part of it.
    #[error("the claim has no such competency")]
    NoSuchCompetency,
    /// That competency is demonstrated or in review already.
    #[error("nothing can be sent for this competency now")]
    NotOpen,
    /// The declaration of own work is not signed (LRN-05).
    #[error("the declaration of own work is not signed")]
    NotOwnWork,
    /// Nothing was said about help used (LRN-05).
    #[error("nothing is said about the help used")]
    NoHelpStatement,
    /// A re-attempt without anything new for a criterion (LRN-09).
    #[error("a criterion has no new evidence")]
    NothingNew(Vec<CriterionId>),
    /// From the second re-attempt on, an action plan comes first (2.13.9).
    #[error("an action plan is needed first")]
    NoActionPlan,
    /// Something required is not demonstrated.
    #[error("not everything that is required is demonstrated")]
    NotComplete,
    /// An assessor of the claim can't decide the award (INS-06).
    #[error("whoever judged a competency can't decide on the credential")]
    Judged,
    /// A refusal needs its reason.
    #[error("the reason is empty")]
    NoReason,
}

impl Claim {
    /// Keeps the learner's own ratings. They can be changed as long as evidence can be sent.
    pub fn rate(mut self, ratings: BTreeMap<CriterionId, SelfRating>, at: Ts) -> Result<Claim, Refused> {
        if !self.state.takes_evidence() {
            return Err(Refused::While(self.state.name()));
        }
        if matches!(self.state, ClaimState::Draft) {
            self.state = ClaimState::SelfAssessed { at };
        }
        Ok(Claim { self_ratings: ratings, ..self })
    }

    /// Sends one competency for judgement as `assessment`. `evidence` lists what is linked to each open criterion, by
    /// the id of the first item with the same content.
    pub fn send(
        mut self,
        body: &ProfileBody,
        competency: CompetencyId,
        assessment: AssessmentId,
        declaration: &AuthenticityDeclaration,
        evidence: &BTreeMap<CriterionId, Vec<EvidenceId>>,
    ) -> Result<Claim, Refused> {
        if !self.state.takes_evidence() {
            return Err(Refused::While(self.state.name()));
        }
        let asked = body.competency(competency).ok_or(Refused::NoSuchCompetency)?;
        let part = self.part_mut(competency).ok_or(Refused::NoSuchCompetency)?;
        if !part.takes_evidence() {
            return Err(Refused::NotOpen);
        }
        if !declaration.own_work {
            return Err(Refused::NotOwnWork);
        }
        if declaration.help_used.trim().is_empty() {
            return Err(Refused::NoHelpStatement);
        }
        let open = part.open(asked);
        let stale = |c: &CriterionId| evidence.get(c).is_none_or(|items| items.iter().all(|e| part.used.contains(e)));
        let nothing_new: Vec<CriterionId> = open.into_iter().filter(stale).collect();
        if !nothing_new.is_empty() {
            return Err(Refused::NothingNew(nothing_new));
        }
        let (kind, _) = reattempt(part.unsuccessful);
        if matches!(kind, Reattempt::Retake | Reattempt::SupportedRetake) && part.action_plan.is_none() {
            return Err(Refused::NoActionPlan);
        }
        part.used.extend(evidence.values().flatten());
        part.standing = Standing::InReview { assessment };
        self.state = ClaimState::UnderAssessment { since: declaration.at };
        Ok(self)
    }

    /// Says which step of the action plan was taken, or why none.
    pub fn plan(mut self, competency: CompetencyId, plan: String) -> Result<Claim, Refused> {
        if !self.state.takes_evidence() {
            return Err(Refused::While(self.state.name()));
        }
        let part = self.part_mut(competency).ok_or(Refused::NoSuchCompetency)?;
        if !part.takes_evidence() {
            return Err(Refused::NotOpen);
        }
        if plan.trim().is_empty() {
            return Err(Refused::NoReason);
        }
        part.action_plan = Some(plan);
        Ok(self)
    }

    /// Records a judgement of one competency: held, recognised as `recognition`; or a gap, with what was met kept.
    pub fn record_judgement(
        mut self,
        body: &ProfileBody,
        competency: CompetencyId,
        assessment: AssessmentId,
        judgement: &Judgement,
        recognition: RecognitionId,
        at: Ts,
    ) -> Result<Claim, Refused> {
        if matches!(self.state, ClaimState::Withdrawn { .. } | ClaimState::Closed { .. }) {
            return Err(Refused::While(self.state.name()));
        }
        let asked = body.competency(competency).ok_or(Refused::NoSuchCompetency)?;
        let part = self.part_mut(competency).ok_or(Refused::NoSuchCompetency)?;
        if part.standing != (Standing::InReview { assessment }) {
            return Err(Refused::NotOpen);
        }
        let mut results = judgement.score().sheet.results.clone();
        results.retain(|criterion, _| asked.criterion(*criterion).is_some());
        part.record(assessment, &results, at);
        part.judged_by.extend(judgement.judges());
        part.standing = match judgement.decision {
            CompetencyDecision::Competent => Standing::Demonstrated { assessment, recognition, at },
            CompetencyDecision::NotYetCompetent => {
                part.unsuccessful += 1;
                part.action_plan = None;
                Standing::Gap { assessment, at }
            }
        };
        self.state = self.after_judgement(body, at);
        Ok(self)
    }

    /// What `assessment` decided does not stand: it is in review again, as if it had not been decided. A newer attempt,
    /// if there is one, has been called off.
    pub fn set_aside(mut self, competency: CompetencyId, assessment: AssessmentId, at: Ts) -> Result<Claim, Refused> {
        if matches!(self.state, ClaimState::Withdrawn { .. } | ClaimState::Closed { .. } | ClaimState::Awarded { .. }) {
            return Err(Refused::While(self.state.name()));
        }
        let part = self.part_mut(competency).ok_or(Refused::NoSuchCompetency)?;
        if !matches!(part.standing, Standing::Demonstrated { assessment: by, .. } if by == assessment) {
            part.unsuccessful = part.unsuccessful.saturating_sub(1);
        }
        part.met.retain(|_, met| met.assessment != assessment);
        part.standing = Standing::InReview { assessment };
        self.state = ClaimState::UnderAssessment { since: at };
        Ok(self)
    }

    fn after_judgement(&self, body: &ProfileBody, at: Ts) -> ClaimState {
        // An elective may be judged after the issuer has decided: that decision stands.
        if !matches!(self.state, ClaimState::UnderAssessment { .. } | ClaimState::AllCompetent { .. }) {
            self.state.clone()
        } else if self.all_required(body) {
            ClaimState::AllCompetent { at }
        } else if self.tally().in_review > 0 {
            self.state.clone()
        } else {
            ClaimState::GapsOpen { since: at }
        }
    }

    /// The issuer grants the credential. It is a separate act by somebody who judged none of it (INS-06).
    pub fn award(self, body: &ProfileBody, by: PersonId, at: Ts, credential: CredentialId) -> Result<Claim, Refused> {
        self.decidable(body, by)?;
        Ok(Claim { state: ClaimState::Awarded { by, at, credential }, ..self })
    }

    /// The issuer refuses it, with a reason.
    pub fn refuse_award(self, body: &ProfileBody, by: PersonId, at: Ts, reason: String) -> Result<Claim, Refused> {
        self.decidable(body, by)?;
        if reason.trim().is_empty() {
            return Err(Refused::NoReason);
        }
        Ok(Claim { state: ClaimState::NotAwarded { by, at, reason }, ..self })
    }

    fn decidable(&self, body: &ProfileBody, by: PersonId) -> Result<(), Refused> {
        if !matches!(self.state, ClaimState::AllCompetent { .. }) {
            return Err(Refused::While(self.state.name()));
        }
        if !self.all_required(body) {
            return Err(Refused::NotComplete);
        }
        if self.learner == by || self.competencies.iter().any(|c| c.judged_by.contains(&by)) {
            return Err(Refused::Judged);
        }
        Ok(())
    }

    /// The learner takes the whole claim back; recognitions that are final remain.
    pub fn withdraw(self, at: Ts) -> Result<Claim, Refused> {
        if self.state.takes_evidence() {
            Ok(Claim { state: ClaimState::Withdrawn { at }, ..self })
        } else {
            Err(Refused::While(self.state.name()))
        }
    }

    /// Nothing happened for long.
    pub fn sleep(self, at: Ts) -> Result<Claim, Refused> {
        match self.state {
            ClaimState::GapsOpen { .. } => Ok(Claim { state: ClaimState::Dormant { since: at }, ..self }),
            ref other => Err(Refused::While(other.name())),
        }
    }

    /// The learner takes a dormant claim up again.
    pub fn resume(self, at: Ts) -> Result<Claim, Refused> {
        match self.state {
            ClaimState::Dormant { .. } => Ok(Claim { state: ClaimState::GapsOpen { since: at }, ..self }),
            ref other => Err(Refused::While(other.name())),
        }
    }
}

#[cfg(test)]
mod tests;
