//! What is missing and why, and the short learning that is listed for exactly that.

use crate::assessment::{CriterionResult, Judgement};
use crate::claim::{ClaimedCompetency, Standing};
use crate::profile::Competency;
use crate::{CriterionId, OfferingId, OrganisationId, Text};
use serde::{Deserialize, Serialize};

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

/// How learning is taken part in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Participation {
    /// Online.
    Online,
    /// On site.
    Onsite,
    /// Some of both.
    Blended,
    /// At work.
    Work,
}

/// Short learning mapped to criteria. Never needed to open a claim (LRN-01).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offering {
    /// Its id.
    pub id: OfferingId,
    /// Who gives it.
    pub provider: OrganisationId,
    /// What it is called.
    pub title: Text,
    /// What it is about.
    pub summary: Text,
    /// Hours of work.
    pub hours: u16,
    /// Price in whole cents.
    pub cents: i64,
    /// How one takes part.
    pub participation: Participation,
    /// Where one signs up.
    pub url: Option<String>,
    /// The criteria it is made for.
    pub criteria: Vec<CriterionId>,
}

/// The offerings that close any of `unmet`, the one that closes most first, then the cheaper, then the shorter.
pub fn offerings_for<'a>(unmet: &[CriterionId], listed: &'a [Offering]) -> Vec<(&'a Offering, Vec<CriterionId>)> {
    let closes = |o: &Offering| unmet.iter().copied().filter(|c| o.criteria.contains(c)).collect::<Vec<_>>();
    let mut found: Vec<_> = listed.iter().map(|o| (o, closes(o))).filter(|(_, c)| !c.is_empty()).collect();
    found.sort_by_key(|(o, c)| (usize::MAX - c.len(), o.cents, o.hours, o.id));
    found
}

#[cfg(test)]
mod tests;
