use super::{Content, EvidenceClass, EvidenceItem, EvidenceLink, Locator};
use crate::profile::{Competency, CriterionKind, PerformanceCriterion, RiskTier};
use crate::{CriterionId, EvidenceId, Ts};
use std::collections::BTreeSet;

/// No currency window is longer than this, whatever a profile says (2.13.6).
const CURRENCY_CAP_MONTHS: u16 = 60;

/// An item as it is shown for one criterion.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The item.
    pub item: &'a EvidenceItem,
    /// What it is said to show, and where.
    pub link: &'a EvidenceLink,
}

/// What a criterion still lacks before it can be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing is linked to it.
    Nothing,
    /// Only what others report: never the sole basis (S26).
    OnlySupplementary,
    /// Too few separate days.
    Occasions {
        /// Days shown.
        have: usize,
        /// Days asked for.
        need: usize,
    },
    /// Nothing recent enough.
    NoneCurrent {
        /// The window in months.
        months: u16,
    },
    /// A link that doesn't say where in the recording or document.
    NoLocator(EvidenceId),
    /// Tier A needs two sources.
    Sources {
        /// Separate items.
        have: usize,
        /// Items asked for.
        need: usize,
    },
}

/// One criterion and what it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionMeter {
    /// Which.
    pub criterion: CriterionId,
    /// Empty: it is ready to be judged.
    pub missing: Vec<Missing>,
}

/// The sufficiency meter of one competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meter {
    /// The criteria that were asked about, in the profile's order.
    pub criteria: Vec<CriterionMeter>,
}

impl Meter {
    /// Everything asked about can be judged.
    pub fn sufficient(&self) -> bool {
        self.criteria.iter().all(|c| c.missing.is_empty())
    }

    /// How many of how many can be judged.
    pub fn ready(&self) -> (usize, usize) {
        (self.criteria.iter().filter(|c| c.missing.is_empty()).count(), self.criteria.len())
    }
}

/// What is still missing for `open` criteria of `competency`, by the sufficiency rules (2.13.6).
/// Computed before sending and again at the decision.
pub fn meter(competency: &Competency, open: &[CriterionId], shown: &[Shown<'_>], now: Ts) -> Meter {
    let criteria = competency.criteria.iter().filter(|c| open.contains(&c.id));
    let criteria = criteria.map(|c| CriterionMeter { criterion: c.id, missing: missing(competency, c, shown, now) });
    Meter { criteria: criteria.collect() }
}

fn missing(competency: &Competency, criterion: &PerformanceCriterion, shown: &[Shown<'_>], now: Ts) -> Vec<Missing> {
    let mine: Vec<&Shown<'_>> = shown.iter().filter(|s| s.link.criterion == criterion.id && s.item.state.counts()).collect();
    if mine.is_empty() {
        return vec![Missing::Nothing];
    }
    let mut found: Vec<Missing> = mine.iter().filter(|s| unplaced(s)).map(|s| Missing::NoLocator(s.item.id)).collect();
    let strong: Vec<&Shown<'_>> = mine.iter().copied().filter(|s| s.item.class != EvidenceClass::Supplementary).collect();
    if strong.is_empty() {
        found.push(Missing::OnlySupplementary);
        return found;
    }
    let days: BTreeSet<i64> = strong.iter().map(|s| s.item.occasion.performed.day()).collect();
    // The same bytes said to be from two days are one occasion.
    let occasions = days.len().min(separate(&strong));
    let need = match criterion.kind {
        CriterionKind::Performance => usize::from(competency.rule.occasions.max(1)),
        CriterionKind::Knowledge => 1,
    };
    if occasions < need {
        found.push(Missing::Occasions { have: occasions, need });
    }
    let months = competency.rule.currency_months.min(CURRENCY_CAP_MONTHS);
    let oldest = now.plus_months(-i64::from(months));
    if strong.iter().all(|s| s.item.occasion.performed < oldest) {
        found.push(Missing::NoneCurrent { months });
    }
    let sources = separate(&mine);
    if competency.tier == RiskTier::A && sources < 2 {
        found.push(Missing::Sources { have: sources, need: 2 });
    }
    found
}

/// How many pieces of evidence these really are: the same content sent twice is one.
fn separate(shown: &[&Shown<'_>]) -> usize {
    let contents: BTreeSet<Option<&str>> = shown.iter().map(|s| s.item.content.fingerprint()).collect();
    contents.len()
}

/// Recordings and documents must say where to look; words, links and pictures are taken in whole.
fn unplaced(shown: &Shown<'_>) -> bool {
    let long = match &shown.item.content {
        Content::File { media_type, .. } => !media_type.starts_with("image/"),
        _ => false,
    };
    long && shown.link.at == Locator::Whole
}

#[cfg(test)]
mod tests;
