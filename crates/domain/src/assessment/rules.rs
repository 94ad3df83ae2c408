use super::acts::Refusal;
use super::state::{AssessmentState, Seat};
use super::{CompetencyDecision, CriterionResult};
use crate::profile::{Competency, RiskTier};
use crate::{CriterionId, OrganisationId, Ts};
use std::collections::BTreeMap;

/// A decision with its explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aggregate {
    /// Held or not yet.
    pub decision: CompetencyDecision,
    /// Essential criteria not met, in the profile's order.
    pub essential_unmet: Vec<CriterionId>,
    /// Other criteria met.
    pub others_met: usize,
    /// Other criteria in all.
    pub others: usize,
    /// How many of the others must be met.
    pub others_needed: usize,
}

/// Competent when every essential criterion is met, and 80 % of the others (all of them in tier A) (2.13.5).
pub fn aggregate(competency: &Competency, results: &BTreeMap<CriterionId, CriterionResult>) -> Aggregate {
    let met = |id: &CriterionId| results.get(id) == Some(&CriterionResult::Competent);
    let essential = competency.criteria.iter().filter(|c| c.essential);
    let essential_unmet: Vec<CriterionId> = essential.map(|c| c.id).filter(|id| !met(id)).collect();
    let others: Vec<CriterionId> = competency.criteria.iter().filter(|c| !c.essential).map(|c| c.id).collect();
    let others_met = others.iter().filter(|id| met(id)).count();
    let others_needed = match competency.tier {
        RiskTier::A => others.len(),
        RiskTier::B | RiskTier::C => (others.len() * 4).div_ceil(5),
    };
    let held = essential_unmet.is_empty() && others_met >= others_needed;
    let decision = if held { CompetencyDecision::Competent } else { CompetencyDecision::NotYetCompetent };
    Aggregate { decision, essential_unmet, others_met, others: others.len(), others_needed }
}

/// Whether a second assessor must judge too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondAssessor {
    /// One is enough.
    NotNeeded,
    /// A second one must judge, independently and blind.
    Needed(SecondReason),
}

/// Why (2.13.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondReason {
    /// Always in tier A, from another organisation than the first.
    TierA,
    /// An essential criterion is only approached.
    EssentialApproaching,
    /// Exactly one criterion is short.
    OneShort,
    /// Something about the evidence was flagged.
    IntegrityFlag,
    /// The assessor is on probation.
    Probation,
}

/// Whether tier and results call for a second assessor (2.13.2). `flagged`: an integrity flag is open;
/// `probation`: the first assessor is on probation.
pub fn second_assessor(
    competency: &Competency,
    results: &BTreeMap<CriterionId, CriterionResult>,
    flagged: bool,
    probation: bool,
) -> SecondAssessor {
    use SecondAssessor::{Needed, NotNeeded};
    let result = |id: CriterionId| results.get(&id).copied().unwrap_or(CriterionResult::NotEvident);
    let short = competency.criteria.iter().filter(|c| result(c.id) != CriterionResult::Competent).count();
    let approaching = competency.criteria.iter().any(|c| c.essential && result(c.id) == CriterionResult::ApproachingCompetence);
    match competency.tier {
        RiskTier::A => Needed(SecondReason::TierA),
        RiskTier::C => NotNeeded,
        RiskTier::B if approaching => Needed(SecondReason::EssentialApproaching),
        RiskTier::B if short == 1 => Needed(SecondReason::OneShort),
        RiskTier::B if flagged => Needed(SecondReason::IntegrityFlag),
        RiskTier::B if probation => Needed(SecondReason::Probation),
        RiskTier::B => NotNeeded,
    }
}

/// Whether two judgements agree: the same decision, and no essential criterion on different sides of the pass line
/// (2.13.4). Both are the results together with what was met before.
pub fn agree(
    competency: &Competency,
    first: &BTreeMap<CriterionId, CriterionResult>,
    second: &BTreeMap<CriterionId, CriterionResult>,
) -> bool {
    let met = |of: &BTreeMap<CriterionId, CriterionResult>, id| of.get(&id) == Some(&CriterionResult::Competent);
    let mut essential = competency.criteria.iter().filter(|c| c.essential);
    aggregate(competency, first).decision == aggregate(competency, second).decision
        && essential.all(|c| met(first, c.id) == met(second, c.id))
}

/// Months that an adjudicator must have judged for (2.13.4).
pub const ADJUDICATOR_MONTHS: i64 = 24;

/// Working days that a difference waits for such an adjudicator; then anybody in scope who has not judged it may (2.13.4
/// gives the owner of the framework the say by then).
pub const ADJUDICATOR_WAIT_DAYS: u32 = 3;

/// One of somebody's scopes that covers the competency now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Qualified {
    /// The body they would judge for.
    pub body: OrganisationId,
    /// Since when they may.
    pub since: Ts,
}

/// The body for which somebody with these scopes takes, or holds, the seat that an assessment has to give. In tier A no
/// two judges come from the same body (2.13.2); an adjudicator has experience (2.13.4).
pub fn body_for(state: &AssessmentState, tier: RiskTier, scopes: &[Qualified], now: Ts) -> Result<OrganisationId, Refusal> {
    let seat = state.seat().ok_or(Refusal::While(state.name()))?;
    let taken: Vec<OrganisationId> = state.scores().iter().map(|score| score.body).collect();
    let apart = |q: &&Qualified| tier != RiskTier::A || seat == Seat::First || !taken.contains(&q.body);
    let waited = |since: Ts| now >= since.plus_working_days(ADJUDICATOR_WAIT_DAYS);
    let experienced = |q: &&Qualified| match state {
        AssessmentState::Adjudicating { since, .. } => q.since.plus_months(ADJUDICATOR_MONTHS) <= now || waited(*since),
        _ => true,
    };
    if scopes.is_empty() {
        return Err(Refusal::OutOfScope);
    }
    let fitting: Vec<&Qualified> = scopes.iter().filter(apart).collect();
    if fitting.is_empty() {
        return Err(Refusal::SameBody);
    }
    fitting.into_iter().find(experienced).map(|q| q.body).ok_or(Refusal::TooNew)
}

#[cfg(test)]
mod tests;
