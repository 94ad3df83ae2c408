use super::{CompetencyDecision, CriterionResult};
use crate::CriterionId;
use crate::profile::{Competency, RiskTier};
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

#[cfg(test)]
mod tests;
