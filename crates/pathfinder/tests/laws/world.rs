//! Small made-up catalogues, and the answers found by going through every set of offerings.

use pathfinder::{Ability, Catalogue, Offering, Request, Selection};
use proptest::prelude::*;
use std::sync::Arc;

pub const COMPETENCIES: u32 = 7;

#[derive(Debug, Clone)]
pub struct World {
    pub offerings: Vec<Offering>,
    pub held: Vec<Ability>,
    pub wanted: Vec<Ability>,
}

impl World {
    pub fn selection(&self) -> Selection {
        Selection::all(Arc::new(Catalogue::new(COMPETENCIES, &self.offerings).unwrap()))
    }

    pub fn request(&self) -> Request {
        Request { held: self.held.clone(), wanted: self.wanted.clone(), ..Request::default() }
    }

    /// When each wanted ability is there, if the offerings of `set` are studied side by side.
    pub fn times(&self, set: u32) -> Vec<Option<u32>> {
        let mut known: Vec<(Ability, u32)> = self.held.iter().map(|&ability| (ability, 0)).collect();
        let when = |known: &[(Ability, u32)], wanted: Ability| {
            known.iter().filter(|(a, _)| a.competency == wanted.competency && a.level >= wanted.level).map(|(_, time)| *time).min()
        };
        // After as many rounds as there are offerings, nothing comes sooner any more.
        for _ in 0..=self.offerings.len() {
            for (number, offering) in self.offerings.iter().enumerate().filter(|(number, _)| set >> number & 1 == 1) {
                let _ = number;
                let ready: Option<Vec<u32>> = offering.requires.iter().map(|&ability| when(&known, ability)).collect();
                let Some(ready) = ready.map(|times| times.into_iter().max().unwrap_or(0)) else { continue };
                let start = if offering.starts.is_empty() { Some(ready) } else { offering.starts.iter().copied().find(|&s| s >= ready) };
                let Some(start) = start else { continue };
                known.extend(offering.teaches.iter().map(|&ability| (ability, start + offering.weeks)));
            }
            known.sort_unstable();
            known.dedup_by_key(|(ability, _)| *ability);
        }
        self.wanted.iter().map(|&ability| when(&known, ability)).collect()
    }

    /// When the set has closed the gap.
    pub fn weeks(&self, set: u32) -> Option<u32> {
        let times: Option<Vec<u32>> = self.times(set).into_iter().collect();
        times.map(|times| times.into_iter().max().unwrap_or(0))
    }

    pub fn cost(&self, set: u32) -> u64 {
        self.offerings.iter().enumerate().filter(|(number, _)| set >> number & 1 == 1).map(|(_, offering)| offering.cost).sum()
    }

    pub fn every_set(&self) -> impl Iterator<Item = u32> {
        0..1u32 << self.offerings.len()
    }

    /// The same gap without what no offering leads to.
    pub fn reachable(&self) -> World {
        let all = (1u32 << self.offerings.len()) - 1;
        let times = self.times(all);
        let wanted = self.wanted.iter().zip(times).filter(|(_, time)| time.is_some()).map(|(&ability, _)| ability).collect();
        World { wanted, ..self.clone() }
    }
}

pub fn set_of(path: &pathfinder::Path) -> u32 {
    path.steps.iter().fold(0, |set, step| set | 1 << step.offering)
}

fn ability(levels: u8) -> impl Strategy<Value = Ability> {
    (0..COMPETENCIES, 0..levels).prop_map(|(competency, level)| Ability::at(competency, level))
}

fn offering(levels: u8, starts: usize) -> impl Strategy<Value = Offering> {
    let several = move |most: usize| prop::collection::vec(ability(levels), 0..=most);
    (prop_oneof![0..4u64, 1..12u64], 0..5u32, several(4), several(2), prop::collection::btree_set(0..12u32, 0..=starts)).prop_map(
        |(cost, weeks, teaches, requires, starts)| Offering {
            cost,
            weeks,
            hours: 0,
            starts: starts.into_iter().collect(),
            teaches,
            requires,
        },
    )
}

/// Worlds with circles, offerings that teach nothing, and things that nobody teaches. `starts`: how many fixed starts an offering has at most.
pub fn worlds(starts: usize) -> impl Strategy<Value = World> {
    (1..3u8).prop_flat_map(move |levels| {
        let abilities = |most: usize| prop::collection::vec(ability(levels), 0..=most);
        (prop::collection::vec(offering(levels, starts), 0..10), abilities(2), abilities(6)).prop_map(|(offerings, held, wanted)| World {
            offerings,
            held,
            wanted,
        })
    })
}
