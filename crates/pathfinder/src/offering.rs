//! What a catalogue is made of.

/// A competency at a level. Who has it has every lower level of the same competency too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ability {
    /// The competency, counted from 0.
    pub competency: u32,
    /// The level, from 0 to [`Ability::MOST_LEVELS`] less one.
    pub level: u8,
}

impl Ability {
    /// Levels a competency can have.
    pub const MOST_LEVELS: u8 = 32;

    /// A competency that has no levels, or its lowest.
    pub fn of(competency: u32) -> Self {
        Self { competency, level: 0 }
    }

    /// A competency at a level.
    pub fn at(competency: u32, level: u8) -> Self {
        Self { competency, level }
    }
}

/// A piece of learning that can be taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offering {
    /// What it costs, in the smallest coin, aid already subtracted.
    pub cost: u64,
    /// How long it takes.
    pub weeks: u32,
    /// Hours of work in all. 0: not known, or of no matter.
    pub hours: u32,
    /// The weeks, counted from the learner's first, in which it can begin, ascending. Empty: at any time.
    pub starts: Vec<u32>,
    /// What somebody who finishes it can do.
    pub teaches: Vec<Ability>,
    /// What one must be able to do before it.
    pub requires: Vec<Ability>,
}

/// Something that a catalogue can't hold. Offerings are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// A number outside the catalogue's competencies.
    #[error("offering {offering} speaks of competency {competency}, but there are {competencies} (counted from 0)")]
    UnknownCompetency {
        /// The offering that speaks of it.
        offering: usize,
        /// What it said.
        competency: u32,
        /// How many there are.
        competencies: u32,
    },
    /// A level above the highest.
    #[error("offering {offering} speaks of level {level}, but levels go from 0 to 31")]
    UnknownLevel {
        /// The offering that speaks of it.
        offering: usize,
        /// What it said.
        level: u8,
    },
    /// A cost that no offering has: sums of it could no longer be counted.
    #[error("offering {offering} costs {cost}, more than {} of the smallest coin", MOST_COST)]
    TooDear {
        /// The offering.
        offering: usize,
        /// What it said.
        cost: u64,
    },
    /// Weeks that no offering takes, or a start that nobody waits for.
    #[error("offering {offering} takes or waits for {weeks} weeks, more than {}", MOST_WEEKS)]
    TooLong {
        /// The offering.
        offering: usize,
        /// What it said.
        weeks: u32,
    },
    /// More offerings, more competencies, or more that they teach and require in all, than are counted here.
    #[error("the catalogue is too large: at most {} offerings, {} competencies, {} links", MOST_OFFERINGS, MOST_COMPETENCIES, MOST_LINKS)]
    TooLarge,
}

impl CatalogueError {
    /// The offering that is to blame, by number.
    pub fn offering(&self) -> Option<usize> {
        match self {
            Self::UnknownCompetency { offering, .. }
            | Self::UnknownLevel { offering, .. }
            | Self::TooDear { offering, .. }
            | Self::TooLong { offering, .. } => Some(*offering),
            Self::TooLarge => None,
        }
    }
}

/// The dearest offering: a thousand million dollars.
pub const MOST_COST: u64 = 100_000_000_000;
/// The longest offering, or the latest start: two thousand years.
pub const MOST_WEEKS: u32 = 100_000;
/// Offerings in a catalogue.
pub const MOST_OFFERINGS: usize = 10_000_000;
/// Competencies in a catalogue.
pub const MOST_COMPETENCIES: u32 = 20_000_000;
/// What all offerings of a catalogue teach or require, levels counted apart.
pub const MOST_LINKS: usize = 500_000_000;
