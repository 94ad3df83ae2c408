//! What is missing and why.

use crate::CriterionId;
use crate::assessment::{CriterionResult, Judgement};
use crate::claim::{ClaimedCompetency, Standing};
use crate::profile::Competency;

/// One criterion not yet met: what was seen, and why it was not enough (LRN-07).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapItem {
    /// The criterion.
    pub criterion: CriterionId,
    /// The result of the last attempt.
    pub observed: CriterionResult,
    /// The assessor's reason, in plain language.
    pub reason: String,
}

/// The gap that the last judgement left, in the profile's order; empty where nothing is missing.
pub fn gap(competency: &Competency, part: &ClaimedCompetency, last: Option<&Judgement>) -> Vec<GapItem> {
    let (Standing::Gap { .. }, Some(judgement)) = (&part.standing, last) else {
        return Vec::new();
    };
    let sheet = &judgement.score().sheet;
    let unmet = part.open(competency).into_iter();
    unmet
        .map(|criterion| GapItem {
            criterion,
            observed: sheet.results.get(&criterion).copied().unwrap_or(CriterionResult::NotEvident),
            reason: sheet.reasons.get(&criterion).cloned().unwrap_or_default(),
        })
        .collect()
}

#[cfg(test)]
mod tests;
