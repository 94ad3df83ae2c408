//! Why an offering is not on a path.

use crate::answer::{Path, Request, Status, Study};
use crate::model::LATE;
use crate::offering::Ability;
use crate::prices::Set;
use crate::selection::Selection;
use crate::solve::Stop;

/// Why an offering was not chosen, however cheap it looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyNot {
    /// It was.
    Chosen,
    /// It is not among the offerings that come into question.
    LeftOut,
    /// It gives nothing that is wanted, or that leads to what is wanted.
    GivesNothingNeeded,
    /// It requires what no offering leads to.
    Blocked {
        /// What that is.
        requires: Vec<Ability>,
    },
    /// No path with it keeps to the deadline.
    TooLate,
    /// The best path with it costs more, or no less.
    NoCheaper {
        /// By how much. 0: it would do as well.
        more: u64,
        /// That path, with what the offering requires first and what it leaves open.
        with: Path,
        /// What on the chosen path gives what this one gives.
        instead: Vec<u32>,
        /// Whether `with` is proved to be the cheapest with it.
        proved: bool,
    },
    /// The time ended before it could be said.
    Unknown,
}

impl Selection {
    /// Why an offering is not on `path`, the cheapest answer to `request`: by the best path that it is on.
    pub fn why_not(&self, request: &Request, path: &Path, offering: u32, stop: Stop) -> WhyNot {
        if path.steps.iter().any(|step| step.offering == offering) {
            return WhyNot::Chosen;
        }
        if offering as usize >= self.catalogue.len() {
            return WhyNot::LeftOut;
        }
        let Some(first) = self.catalogue.teaches.of(offering as usize).first() else { return WhyNot::GivesNothingNeeded };
        if self.every.of(*first as usize).binary_search(&offering).is_err() {
            return WhyNot::LeftOut;
        }
        let Some(question) = self.question(request, stop) else { return WhyNot::Unknown };
        match self.for_time(&question.wanted, &question.held, &self.taken(request), stop) {
            None => return WhyNot::Unknown,
            Some(useful) if !useful.contains(&offering) => return WhyNot::GivesNothingNeeded,
            Some(_) => {}
        }
        self.with(request, path, offering, stop)
    }

    /// The best path with the offering, as a reason.
    fn with(&self, request: &Request, path: &Path, offering: u32, stop: Stop) -> WhyNot {
        // As if it were decided on; what it costs comes on top.
        let taken = request.taken.iter().copied().chain([offering]).collect();
        let forced = Request { taken, budget: None, ..request.clone() };
        let timed = request.study == Study::SideBySide && (request.deadline.is_some() || self.catalogue.starts.total() > 0);
        let Some((_, model, lost)) = self.model(&forced, timed, stop) else { return WhyNot::Unknown };
        let requires = self.catalogue.requires.of(offering as usize);
        let requires: Vec<Ability> =
            requires.iter().filter(|skill| lost.contains(skill)).filter_map(|&skill| self.catalogue.ability(skill)).collect();
        if !requires.is_empty() {
            return WhyNot::Blocked { requires };
        }
        let answer = self.cheapest_by(&forced, &model, if timed { request.deadline.unwrap_or(LATE - 1) } else { 0 }, Vec::new(), stop);
        match (answer.status, answer.path) {
            (Status::Infeasible, _) => WhyNot::TooLate,
            (_, None) => WhyNot::Unknown,
            (status, Some(mut with)) => {
                with.cost += self.catalogue.cost[offering as usize] as u64;
                let more = with.cost.saturating_sub(path.cost);
                WhyNot::NoCheaper { more, with, instead: self.instead(path, offering), proved: status == Status::Optimal }
            }
        }
    }

    /// The steps of a path that give something that the offering gives.
    fn instead(&self, path: &Path, offering: u32) -> Vec<u32> {
        let gives: Set = self.catalogue.teaches.of(offering as usize).iter().copied().collect();
        let same = |step: u32| self.catalogue.teaches.of(step as usize).iter().any(|skill| gives.contains(skill));
        path.steps.iter().map(|step| step.offering).filter(|&step| same(step)).collect()
    }
}
