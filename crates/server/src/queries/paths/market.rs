//! All listed learning that closes a gap, kept in memory and read anew when something about it changed. Each set of
//! conditions that somebody asks under is made ready once and shared.

use crate::actions::{Failure, Outcome};
use crate::app::App;
use domain::offering::Offering;
use domain::pathway::{Conditions, LeftOut, Terms, on_terms};
use domain::time::day_of;
use domain::{CriterionId, OfferingId};
use pathfinder::{Ability, Catalogue, Selection};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::Tx;
use tokio::sync::Semaphore;

/// Offerings beyond these are not compared.
const MOST_OFFERINGS: i64 = 1_000_000;
/// Sets of conditions that are kept ready. One of ten thousand offerings is about a megabyte.
const MOST_KEPT: usize = 24;
/// Questions that are worked on at the same time: each keeps a core busy.
const AT_ONCE: usize = 2;

/// The market as it was read last.
pub struct Kept {
    market: Mutex<Option<Arc<Market>>>,
    /// Who may think now.
    pub thinking: Semaphore,
}

impl Default for Kept {
    fn default() -> Self {
        Kept { market: Mutex::default(), thinking: Semaphore::new(AT_ONCE) }
    }
}

/// All listed learning that closes a gap.
pub struct Market {
    revision: i64,
    /// In the order of their ids; numbers everywhere here are places in it.
    pub offerings: Vec<Offering>,
    places: HashMap<OfferingId, usize>,
    criteria: HashMap<CriterionId, u32>,
    ready: Mutex<Vec<(Conditions, Arc<Ready>)>>,
}

/// The market under some conditions.
pub struct Ready {
    /// What comes into question, indexed.
    pub selection: Selection,
    /// For each offering its terms, or why it does not come into question.
    pub terms: Vec<Result<Terms, LeftOut>>,
}

/// The market as it is now.
pub async fn market(app: &App, tx: &mut Tx) -> Outcome<Arc<Market>> {
    let revision = store::offerings::revision(tx).await?;
    let kept = || app.market.market.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept().as_ref().filter(|m| m.revision == revision) {
        return Ok(known.clone());
    }
    let offerings = store::offerings::of_market(tx, MOST_OFFERINGS).await?;
    let read = Arc::new(Market::of(revision, offerings));
    *kept() = Some(read.clone());
    Ok(read)
}

impl Market {
    /// The market that these offerings make.
    pub fn of(revision: i64, offerings: Vec<Offering>) -> Market {
        let places = offerings.iter().enumerate().map(|(n, o)| (o.id, n)).collect();
        let mut criteria = HashMap::new();
        for criterion in offerings.iter().flat_map(|o| o.criteria.iter().chain(&o.requires)) {
            let next = criteria.len() as u32;
            criteria.entry(*criterion).or_insert(next);
        }
        Market { revision, offerings, places, criteria, ready: Mutex::default() }
    }

    /// The place of an offering, if it is listed.
    pub fn place(&self, id: OfferingId) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// A criterion as the solver counts it; none: no offering speaks of it.
    pub fn ability(&self, criterion: CriterionId) -> Option<Ability> {
        self.criteria.get(&criterion).copied().map(Ability::of)
    }

    /// The criterion that the solver counts so.
    pub fn criterion(&self, ability: Ability, among: &[CriterionId]) -> Option<CriterionId> {
        among.iter().copied().find(|c| self.ability(*c) == Some(ability))
    }

    /// What comes into question under these conditions. Takes some microseconds an offering the first time.
    pub fn ready(&self, conditions: &Conditions) -> Outcome<Arc<Ready>> {
        let kept = || self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = kept().iter().find(|(c, _)| c == conditions) {
            return Ok(known.clone());
        }
        let terms: Vec<_> = self.offerings.iter().map(|o| on_terms(o, conditions)).collect();
        let columns: Vec<_> = self.offerings.iter().zip(&terms).map(|(o, terms)| self.column(o, terms, conditions)).collect();
        let catalogue =
            Catalogue::new(self.criteria.len() as u32, &columns).map_err(|e| Failure::Broken(format!("comparing offerings: {e}")))?;
        let made = Arc::new(Ready { selection: Selection::all(Arc::new(catalogue)), terms });
        let mut all = kept();
        if all.len() >= MOST_KEPT {
            all.remove(0);
        }
        all.push((conditions.clone(), made.clone()));
        Ok(made)
    }

    /// An offering as the solver counts it. What does not come into question teaches nothing.
    fn column(&self, o: &Offering, terms: &Result<Terms, LeftOut>, conditions: &Conditions) -> pathfinder::Offering {
        let Ok(terms) = terms else { return pathfinder::Offering::default() };
        let week = |day: i64| ((day - conditions.from).max(0) + 6) / 7;
        let starts = terms.starts.as_deref().and_then(day_of).map(week).filter(|week| *week <= i64::from(pathfinder::MOST_WEEKS));
        let abilities = |criteria: &[CriterionId]| criteria.iter().filter_map(|c| self.ability(*c)).collect();
        pathfinder::Offering {
            cost: terms.cents as u64,
            weeks: terms.weeks,
            hours: terms.minutes.map_or(0, |m| u32::try_from((m + 59) / 60).unwrap_or(u32::MAX)),
            starts: starts.map(|week| week as u32).into_iter().collect(),
            teaches: abilities(&o.criteria),
            requires: abilities(&o.requires),
        }
    }
}
