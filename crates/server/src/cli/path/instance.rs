//! The format that a gap comes in.

use pathfinder::{Ability, Catalogue, MOST_OFFERINGS, Offering, Request};
use serde::Deserialize;
use std::collections::HashSet;
use std::sync::Arc;

/// A gap with its catalogue.
pub(super) struct Instance {
    /// What the offerings are called, by number.
    pub ids: Vec<String>,
    pub catalogue: Arc<Catalogue>,
    pub request: Request,
}

#[derive(Deserialize)]
struct Given {
    competencies: u32,
    offerings: Vec<GivenOffering>,
    held: Vec<u32>,
    wanted: Vec<u32>,
}

#[derive(Deserialize)]
struct GivenOffering {
    id: String,
    cost: u64,
    weeks: u32,
    teaches: Vec<u32>,
    requires: Vec<u32>,
}

impl Instance {
    /// Reads the format. Doubled numbers in a list count once; an offering that teaches nothing, or requires what nothing gives, is never chosen.
    ///
    /// # Errors
    ///
    /// Says what is wrong and where: text that is not of the format, a cost or weeks that are missing, negative or beyond reason,
    /// a competency that does not exist, an id that comes twice.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let given: Given = serde_json::from_slice(bytes).map_err(|e| format!("not a gap with its offerings: {e}"))?;
        if given.offerings.len() > MOST_OFFERINGS {
            return Err(format!("more than {MOST_OFFERINGS} offerings"));
        }
        for (list, name) in [(&given.held, "held"), (&given.wanted, "wanted")] {
            if let Some(unknown) = list.iter().find(|&&competency| competency >= given.competencies) {
                return Err(format!("{name}: there is no competency {unknown}; they go from 0 to {}", i64::from(given.competencies) - 1));
            }
        }
        let mut seen = HashSet::with_capacity(given.offerings.len());
        if let Some(twice) = given.offerings.iter().find(|offering| !seen.insert(offering.id.as_str())) {
            return Err(format!("two offerings have the id {:?}", twice.id));
        }
        let (ids, offerings): (Vec<String>, Vec<Offering>) = given.offerings.into_iter().map(GivenOffering::into_offering).unzip();
        // The catalogue counts offerings; people know them by their id.
        let catalogue = Catalogue::new(given.competencies, &offerings).map_err(|e| match e.offering() {
            Some(number) => format!("{e} ({:?})", ids[number]),
            None => e.to_string(),
        })?;
        let request = Request { held: abilities(&given.held), wanted: abilities(&given.wanted), ..Request::default() };
        Ok(Self { ids, catalogue: Arc::new(catalogue), request })
    }
}

impl GivenOffering {
    fn into_offering(self) -> (String, Offering) {
        let (teaches, requires) = (abilities(&self.teaches), abilities(&self.requires));
        (self.id, Offering { cost: self.cost, weeks: self.weeks, teaches, requires, ..Offering::default() })
    }
}

fn abilities(competencies: &[u32]) -> Vec<Ability> {
    competencies.iter().map(|&competency| Ability::of(competency)).collect()
}
