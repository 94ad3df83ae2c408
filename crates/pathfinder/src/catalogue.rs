//! The catalogue, with its competencies told apart by level.
//!
//! Inside, a competency at a level that some offering names is one *skill*; who is taught level 3 is taught the skills of levels
//! 1 and 2 as well, so that nothing below has to know of levels.

use crate::lists::Lists;
use crate::offering::{Ability, CatalogueError, MOST_COMPETENCIES, MOST_COST, MOST_LINKS, MOST_OFFERINGS, MOST_WEEKS, Offering};

/// Every offering there is. Made once; any number of selections and questions share it.
#[derive(Debug, Default)]
pub struct Catalogue {
    pub(crate) cost: Vec<i64>,
    pub(crate) weeks: Vec<u32>,
    pub(crate) hours: Vec<u32>,
    pub(crate) starts: Lists,
    /// Skills by offering.
    pub(crate) teaches: Lists,
    /// Skills by offering, without what it teaches itself at that level or above.
    pub(crate) requires: Lists,
    /// For each competency, a bit for each level that an offering names.
    levels: Vec<u32>,
    /// The first skill of each competency, and at the end how many skills there are.
    first: Vec<u32>,
}

impl Catalogue {
    /// Takes in the offerings; they keep their place as their number.
    ///
    /// # Errors
    ///
    /// If an offering names a competency or level that does not exist, or exceeds one of the limits.
    pub fn new(competencies: u32, offerings: &[Offering]) -> Result<Self, CatalogueError> {
        if offerings.len() > MOST_OFFERINGS || competencies > MOST_COMPETENCIES {
            return Err(CatalogueError::TooLarge);
        }
        let mut levels = vec![0u32; competencies as usize];
        for (number, offering) in offerings.iter().enumerate() {
            check(number, offering, competencies)?;
            for ability in offering.teaches.iter().chain(&offering.requires) {
                levels[ability.competency as usize] |= 1 << ability.level;
            }
        }
        let mut first = Vec::with_capacity(levels.len() + 1);
        let mut skills = 0u64;
        for named in &levels {
            first.push(u32::try_from(skills).map_err(|_| CatalogueError::TooLarge)?);
            skills += u64::from(named.count_ones());
        }
        first.push(u32::try_from(skills).map_err(|_| CatalogueError::TooLarge)?);
        let mut catalogue = Self { levels, first, ..Self::default() };
        for offering in offerings {
            catalogue.push(offering)?;
        }
        Ok(catalogue)
    }

    fn push(&mut self, offering: &Offering) -> Result<(), CatalogueError> {
        let mut teaches: Vec<u32> = offering.teaches.iter().flat_map(|&ability| self.up_to(ability)).collect();
        teaches.sort_unstable();
        teaches.dedup();
        // What it teaches itself is asked for before, not given: it can't help anybody who needs it.
        let mut requires: Vec<u32> = offering.requires.iter().filter_map(|&ability| self.skill(ability)).collect();
        requires.sort_unstable();
        requires.dedup();
        teaches.retain(|skill| requires.binary_search(skill).is_err());
        if self.teaches.total() + teaches.len() > MOST_LINKS || self.requires.total() + requires.len() > MOST_LINKS {
            return Err(CatalogueError::TooLarge);
        }
        self.cost.push(offering.cost as i64);
        self.weeks.push(offering.weeks);
        self.hours.push(offering.hours);
        self.starts.push(offering.starts.iter().copied());
        self.teaches.push(teaches);
        self.requires.push(requires);
        Ok(())
    }

    /// How many offerings there are.
    pub fn len(&self) -> usize {
        self.cost.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.cost.is_empty()
    }

    pub(crate) fn skills(&self) -> usize {
        self.first.last().map_or(0, |&skills| skills as usize)
    }

    /// The skill that stands for an ability: the same level, or the lowest above it that any offering names.
    /// `None` if no offering names one.
    pub(crate) fn skill(&self, ability: Ability) -> Option<u32> {
        let named = *self.levels.get(ability.competency as usize)?;
        let level = u32::from(ability.level);
        let above = named.checked_shr(level).unwrap_or(0);
        (above != 0).then(|| self.first[ability.competency as usize] + (named & ((1 << level) - 1)).count_ones())
    }

    /// The ability that a skill stands for.
    pub(crate) fn ability(&self, skill: u32) -> Option<Ability> {
        let competency = self.first.partition_point(|&first| first <= skill).checked_sub(1)?;
        let named = *self.levels.get(competency)?;
        // The bit of the level, once those below it are gone.
        let bits = (0..skill - self.first[competency]).fold(named, |bits, _| bits & bits.wrapping_sub(1));
        Some(Ability::at(competency as u32, bits.trailing_zeros() as u8))
    }

    /// The skills that somebody has who has the ability.
    pub(crate) fn up_to(&self, ability: Ability) -> std::ops::Range<u32> {
        let Some(&named) = self.levels.get(ability.competency as usize) else { return 0..0 };
        let below = (2u64 << ability.level.min(Ability::MOST_LEVELS - 1)) - 1;
        let first = self.first[ability.competency as usize];
        first..first + (named & below as u32).count_ones()
    }
}

fn check(number: usize, offering: &Offering, competencies: u32) -> Result<(), CatalogueError> {
    for ability in offering.teaches.iter().chain(&offering.requires) {
        if ability.competency >= competencies {
            return Err(CatalogueError::UnknownCompetency { offering: number, competency: ability.competency, competencies });
        }
        if ability.level >= Ability::MOST_LEVELS {
            return Err(CatalogueError::UnknownLevel { offering: number, level: ability.level });
        }
    }
    if offering.cost > MOST_COST {
        return Err(CatalogueError::TooDear { offering: number, cost: offering.cost });
    }
    match offering.starts.iter().copied().chain([offering.weeks]).find(|&weeks| weeks > MOST_WEEKS) {
        Some(weeks) => Err(CatalogueError::TooLong { offering: number, weeks }),
        None => Ok(()),
    }
}
