//! The offerings that come into question, with what is worked out once for all learners.

use crate::catalogue::Catalogue;
use crate::lists::Lists;
use crate::prices::{Map, NEVER, NONE, Prices, Set, prices};
use std::sync::Arc;

/// Part of a catalogue: what is given in one's language, say, or online. Made once, shared by everybody who chooses among the same
/// offerings; it takes about a microsecond an offering.
#[derive(Debug)]
pub struct Selection {
    pub(crate) catalogue: Arc<Catalogue>,
    /// By skill, every offering that teaches it.
    pub(crate) every: Lists,
    /// By skill, those of `every` that can be on a cheapest path of anybody.
    worthwhile: Lists,
    prices: Prices,
}

impl Selection {
    /// All offerings of a catalogue.
    pub fn all(catalogue: Arc<Catalogue>) -> Self {
        Self::of(catalogue, |_| true)
    }

    /// The offerings, by number, that `open` lets through.
    pub fn of(catalogue: Arc<Catalogue>, open: impl Fn(usize) -> bool) -> Self {
        let skills = catalogue.skills();
        let open: Vec<bool> = (0..catalogue.len()).map(|offering| !catalogue.teaches.of(offering).is_empty() && open(offering)).collect();
        let prices = prices(skills, &catalogue.teaches, &catalogue.requires, &catalogue.cost, |offering| open[offering], &|| false);
        let mut cheapest = vec![false; catalogue.len()];
        for &offering in prices.best.iter().filter(|&&best| best != NONE) {
            cheapest[offering as usize] = true;
        }
        // Rule of the price, see `reduce`: whoever holds something has lower prices still, so what is too dear here is for everybody.
        let worth = |offering: usize| {
            let given: i64 = catalogue.teaches.of(offering).iter().fold(0, |sum, &skill| (sum + prices.price[skill as usize]).min(NEVER));
            open[offering] && (cheapest[offering] || catalogue.cost[offering] < given)
        };
        let worthwhile = catalogue.teaches.reversed(skills, worth);
        let every = catalogue.teaches.reversed(skills, |offering| open[offering]);
        Self { every, worthwhile, prices, catalogue }
    }

    /// The catalogue that this is a part of.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The offerings that a cheapest set for `wanted` can be made of; some cheapest set is among them (see `reduce`).
    ///
    /// `None` if `late` says so.
    pub(crate) fn for_cost(&self, wanted: &[u32], held: &Set, taken: &[u32], late: &dyn Fn() -> bool) -> Option<Vec<u32>> {
        let mut relevant: Set = wanted.iter().copied().collect();
        let mut open: Vec<u32> = relevant.iter().copied().collect();
        // By offering: the prices of what it gives, and whether it was taken in.
        let mut seen: Map<(i64, bool)> = Map::default();
        let mut accepted = Vec::new();
        let mut steps = 0u32;
        let mut accept = |offering: u32, open: &mut Vec<u32>, relevant: &mut Set| {
            accepted.push(offering);
            let requires = self.catalogue.requires.of(offering as usize);
            open.extend(requires.iter().filter(|&&skill| !held.contains(&skill) && relevant.insert(skill)));
        };
        for &offering in taken {
            seen.insert(offering, (NEVER, true));
            accept(offering, &mut open, &mut relevant);
        }
        while let Some(skill) = open.pop() {
            let price = self.prices.price[skill as usize];
            let best = self.prices.best[skill as usize];
            if best != NONE {
                let entry = seen.entry(best).or_default();
                if !std::mem::replace(&mut entry.1, true) {
                    accept(best, &mut open, &mut relevant);
                }
            }
            for &offering in self.worthwhile.of(skill as usize) {
                steps += 1;
                if steps & 0xfff == 0 && late() {
                    return None;
                }
                let entry = seen.entry(offering).or_default();
                entry.0 = (entry.0 + price).min(NEVER);
                if !entry.1 && self.catalogue.cost[offering as usize] < entry.0 {
                    entry.1 = true;
                    accept(offering, &mut open, &mut relevant);
                }
            }
        }
        Some(accepted)
    }

    /// Every offering that can be of use for `wanted`, whatever it costs and however long it takes.
    ///
    /// `None` if `late` says so.
    pub(crate) fn for_time(&self, wanted: &[u32], held: &Set, taken: &[u32], late: &dyn Fn() -> bool) -> Option<Vec<u32>> {
        let mut relevant: Set = wanted.iter().copied().collect();
        let mut open: Vec<u32> = relevant.iter().copied().collect();
        let mut accepted: Vec<u32> = taken.to_vec();
        let mut seen: Set = taken.iter().copied().collect();
        let requirements =
            |offering: u32| self.catalogue.requires.of(offering as usize).iter().copied().filter(|skill| !held.contains(skill));
        for &offering in taken {
            open.extend(requirements(offering).filter(|&skill| relevant.insert(skill)));
        }
        let mut steps = 0u32;
        while let Some(skill) = open.pop() {
            for &offering in self.every.of(skill as usize) {
                steps += 1;
                if steps & 0xfff == 0 && late() {
                    return None;
                }
                if seen.insert(offering) {
                    accepted.push(offering);
                    open.extend(requirements(offering).filter(|&skill| relevant.insert(skill)));
                }
            }
        }
        Some(accepted)
    }
}
