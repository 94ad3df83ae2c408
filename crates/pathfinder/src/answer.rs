//! What is asked, and what comes back.

use crate::offering::Ability;

/// A learner's gap, and what a path must keep to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// What the learner can do already.
    pub held: Vec<Ability>,
    /// What the learner wants to be able to do.
    pub wanted: Vec<Ability>,
    /// Offerings, by number, that are decided on and paid for: they are part of every path, and their cost is not counted again.
    pub taken: Vec<u32>,
    /// The week by which all must be done.
    pub deadline: Option<u32>,
    /// The most that the path may cost.
    pub budget: Option<u64>,
    /// How many offerings are taken at the same time.
    pub study: Study,
}

/// How a learner studies, which decides what "weeks" means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Study {
    /// Each offering begins as soon as all it requires is there (and, if it has fixed starts, at the next of them), any number of
    /// them in the same weeks. A path takes as long as its longest chain.
    #[default]
    SideBySide,
    /// One after the other. A path takes the sum of its offerings' weeks; fixed starts are not looked at.
    OneByOne,
}

/// How far an answer can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nothing better exists: the bound is the value.
    Optimal,
    /// A path, and the time ended before it was proved or bettered. The bound says how much better one could be.
    Feasible,
    /// No path keeps to what was asked.
    Infeasible,
    /// The time ended before there was any answer.
    Unknown,
}

/// One offering of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The offering, by number.
    pub offering: u32,
    /// The week in which it begins, counted from 0.
    pub start: u32,
    /// The week in which it is done.
    pub finish: u32,
}

/// Offerings that close a gap, in an order in which they can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// What to take, and when.
    pub steps: Vec<Step>,
    /// What it costs in all, without what was paid before.
    pub cost: u64,
    /// When the last step is done.
    pub weeks: u32,
}

/// What a question led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// How far it can be relied on. It is about what can be reached: see `unreachable`.
    pub status: Status,
    /// The best path found.
    pub path: Option<Path>,
    /// No path is below this, in what was asked for: cost, or weeks.
    pub bound: u64,
    /// What is wanted and no offering of the selection leads to. The path closes the rest of the gap.
    pub unreachable: Vec<Ability>,
}

impl Answer {
    pub(crate) fn unknown() -> Self {
        Self::without_path(Status::Unknown, 0, Vec::new())
    }

    pub(crate) fn without_path(status: Status, bound: u64, unreachable: Vec<Ability>) -> Self {
        Self { status, path: None, bound, unreachable }
    }
}
