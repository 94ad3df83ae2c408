//! Verification: which decisions somebody else looks at before they are final (2.13.3), and how many.
//!
//! Each decision is drawn by itself, the moment it is made: a seed that nobody sees before and the decision's own id give
//! a roll, and the roll against the rate decides. Seed, roll and rate are kept, so that anybody who may see them can
//! draw again and come to the same. Periods are topped up to what statistics and fairness to each kind of decision ask.

use crate::profile::RiskTier;
use crate::{AssessmentId, PersonId, Ts};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is known of an assessor when they decide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Decisions they took part in before this one.
    pub decisions: u32,
    /// When a decision of theirs was overturned last.
    pub overturned: Option<Ts>,
}

/// The first decisions of an assessor, all verified.
pub const ALL_UNTIL: u32 = 10;
/// The decisions up to which half are verified.
pub const HALF_UNTIL: u32 = 30;
/// Percentage points more after a decision was overturned.
pub const AFTER_OVERTURNED: u32 = 25;
/// Days that this lasts.
pub const OVERTURNED_DAYS: i64 = 90;

/// How many of a hundred decisions of a tier are verified where nothing else is to be said (2.13.2).
pub fn tier_rate(tier: RiskTier) -> u32 {
    match tier {
        RiskTier::A => 25,
        RiskTier::B => 15,
        RiskTier::C => 5,
    }
}

/// How many of a hundred decisions of an assessor are verified now (2.13.3).
pub fn rate(tier: RiskTier, history: History, now: Ts) -> u32 {
    let base = match history.decisions {
        0..ALL_UNTIL => 100,
        ALL_UNTIL..HALF_UNTIL => 50,
        _ => tier_rate(tier),
    };
    let recent = history.overturned.is_some_and(|at| now < at.plus_days(OVERTURNED_DAYS));
    if recent { (base + AFTER_OVERTURNED).min(100) } else { base }
}

/// Rolls are below this.
pub const ROLLS: u32 = 10_000;

/// A draw, as it is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    /// How many of a hundred were to be drawn.
    pub rate: u32,
    /// What was rolled, from 0 to below [`ROLLS`].
    pub roll: u32,
    /// Whether it is verified.
    pub drawn: bool,
}

/// Draws, or not, the decision of these assessors on `assessment`: by the highest of their rates. `always`: it was
/// returned before, or a disclosed conflict asks for it.
pub fn draw(seed: u64, assessment: AssessmentId, tier: RiskTier, histories: &[History], always: bool, now: Ts) -> Draw {
    let highest = histories.iter().map(|h| rate(tier, *h, now)).max().unwrap_or(100);
    let rate = if always { 100 } else { highest };
    let roll = roll(seed, assessment);
    Draw { rate, roll, drawn: roll < rate * (ROLLS / 100) }
}

/// The roll for a decision: the same for the same seed, and spread evenly over all decisions.
pub fn roll(seed: u64, assessment: AssessmentId) -> u32 {
    let (high, low) = ((assessment.0 >> 64) as u64, assessment.0 as u64);
    (spread(spread(seed ^ low) ^ high) % u64::from(ROLLS)) as u32
}

/// One step of SplitMix64: every bit of the input changes about half of the output.
fn spread(x: u64) -> u64 {
    let x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// How far off the sample's share may be from that of all decisions, with 95 % confidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Margin {
    /// 5 %.
    Five,
    /// 10 %: where outcomes vary.
    Ten,
    /// 15 %: the default.
    Fifteen,
}

impl Margin {
    fn percent(self) -> u64 {
        match self {
            Margin::Five => 5,
            Margin::Ten => 10,
            Margin::Fifteen => 15,
        }
    }
}

/// The fewest of `decisions` that say something of all of them: Cochran's formula for a share of one half with z = 1.96,
/// corrected for a finite population; in whole numbers, rounded up.
pub fn statistical_floor(decisions: u64, margin: Margin) -> u64 {
    // n₀ = 1.96² × 0.25 ÷ e² = 9604 ÷ p² for p percent, and n = n₀ N ÷ (N + n₀ − 1).
    const Z: u64 = 9_604;
    let squared = margin.percent() * margin.percent();
    match decisions {
        0 => 0,
        n => (Z * n).div_ceil(squared * (n - 1) + Z),
    }
}

/// The kinds of decision of which each period has one verified at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stratum {
    /// Who judged.
    pub assessor: PersonId,
    /// By what means: a number that stands for the method.
    pub method: u8,
    /// Whether it was found competent.
    pub competent: bool,
}

/// A decision of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Which.
    pub assessment: AssessmentId,
    /// Its kind.
    pub stratum: Stratum,
    /// Whether it was drawn when it was made.
    pub drawn: bool,
}

/// What a period's decisions still need: one of each kind that none was drawn of, then any, up to the larger of the
/// rate's share and the statistical floor. Random by the seed, and the same each time.
pub fn top_up(seed: u64, decided: &[Decided], rate: u32, margin: Margin) -> Vec<AssessmentId> {
    let n = decided.len() as u64;
    let due = statistical_floor(n, margin).max((n * u64::from(rate)).div_ceil(100)).min(n) as usize;
    let mut seen: BTreeSet<Stratum> = decided.iter().filter(|d| d.drawn).map(|d| d.stratum).collect();
    let drawn = decided.iter().filter(|d| d.drawn).count();
    let mut open: Vec<&Decided> = decided.iter().filter(|d| !d.drawn).collect();
    open.sort_by_key(|d| (roll(seed, d.assessment), d.assessment));
    let (mut chosen, rest): (Vec<&Decided>, Vec<&Decided>) = open.into_iter().partition(|d| seen.insert(d.stratum));
    let missing = due.saturating_sub(drawn + chosen.len());
    chosen.extend(rest.into_iter().take(missing));
    chosen.into_iter().map(|d| d.assessment).collect()
}

#[cfg(test)]
mod tests;
