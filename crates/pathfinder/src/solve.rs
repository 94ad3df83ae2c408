//! From a question to its answer.

use crate::answer::{Answer, Path, Request, Status, Step, Study};
use crate::greedy;
use crate::labels::labels;
use crate::model::{LATE, Model, STRIDE};
use crate::offering::Ability;
use crate::prices::{Map, Set};
use crate::reduce::{reduce, within};
use crate::search::{Found, search};
use crate::selection::Selection;
use crate::walk;

/// Whether the time has come to stop. Asked every few microseconds to milliseconds; once it says so it must keep saying so.
pub type Stop<'a> = &'a dyn Fn() -> bool;

/// A question, put into the catalogue's skills.
pub(crate) struct Question {
    pub held: Set,
    /// Skills to come by, each once.
    pub wanted: Vec<u32>,
    /// Wanted abilities, with their skills.
    pub asked: Vec<(Ability, Option<u32>)>,
}

impl Selection {
    /// The cheapest path, proved if the time suffices.
    ///
    /// Side by side, a deadline or fixed starts make this the cheapest path that is in time.
    pub fn cheapest(&self, request: &Request, stop: Stop) -> Answer {
        let timed = request.study == Study::SideBySide && (request.deadline.is_some() || self.catalogue.starts.total() > 0);
        let Some((question, model, lost)) = self.model(request, timed, stop) else {
            return Answer::without_path(Status::Unknown, 0, vec![]);
        };
        let unreachable = question.unreachable(&lost);
        let limit = if timed { request.deadline.unwrap_or(LATE - 1) } else { 0 };
        self.cheapest_by(request, &model, limit, unreachable, stop)
    }

    /// The cheapest path of a model that was reduced already, with everything there by `limit`.
    pub(crate) fn cheapest_by(&self, request: &Request, model: &Model, limit: u32, unreachable: Vec<Ability>, stop: Stop) -> Answer {
        let found = if model.timed() {
            let Some(times) = walk::earliest(model, stop) else { return Answer::without_path(Status::Unknown, 0, unreachable) };
            if model.wanted.iter().any(|&row| times[row as usize] > limit) {
                return Answer::without_path(Status::Infeasible, 0, unreachable);
            }
            let Some(model) = within(model, limit, &times, stop) else { return Answer::without_path(Status::Unknown, 0, unreachable) };
            named(find(&model, stop), &model)
        } else {
            named(find(model, stop), model)
        };
        let Some(bound) = found.bound else { return Answer::without_path(Status::Infeasible, 0, unreachable) };
        let bound = bound.max(0) as u64;
        if request.budget.is_some_and(|budget| bound > budget) {
            return Answer::without_path(Status::Infeasible, bound, unreachable);
        }
        let path = found.set.map(|set| self.path(request, &set));
        match path.filter(|path| request.budget.is_none_or(|budget| path.cost <= budget)) {
            Some(path) => {
                let status = if path.cost == bound { Status::Optimal } else { Status::Feasible };
                Answer { status, path: Some(path), bound, unreachable }
            }
            None => Answer::without_path(Status::Unknown, bound, unreachable),
        }
    }

    /// The question, its reduced model, and the skills that nothing leads to. `None` if the time is over.
    pub(crate) fn model(&self, request: &Request, timed: bool, stop: Stop) -> Option<(Question, Model, Vec<u32>)> {
        let question = self.question(request, stop)?;
        let taken = self.taken(request);
        let offerings = if timed {
            self.for_time(&question.wanted, &question.held, &taken, stop)?
        } else {
            self.for_cost(&question.wanted, &question.held, &taken, stop)?
        };
        let model = Model::new(&self.catalogue, &offerings, &question.wanted, &question.held, &taken, timed, stop)?;
        let (model, lost) = reduce(model, stop)?;
        Some((question, model, lost))
    }

    /// The same without time, and with prices that are not the catalogue's.
    pub(crate) fn priced_model(
        &self,
        request: &Request,
        price: impl FnOnce(&mut Model),
        stop: Stop,
    ) -> Option<(Question, Model, Vec<u32>)> {
        let question = self.question(request, stop)?;
        let taken = self.taken(request);
        let offerings = self.for_time(&question.wanted, &question.held, &taken, stop)?;
        let mut model = Model::new(&self.catalogue, &offerings, &question.wanted, &question.held, &taken, false, stop)?;
        price(&mut model);
        let (model, lost) = reduce(model, stop)?;
        Some((question, model, lost))
    }

    /// The offerings that are decided on, as far as the catalogue knows them.
    pub(crate) fn taken(&self, request: &Request) -> Vec<u32> {
        request.taken.iter().copied().filter(|&offering| (offering as usize) < self.catalogue.len()).collect()
    }

    pub(crate) fn question(&self, request: &Request, stop: Stop) -> Option<Question> {
        let (mut held, mut levels) = (Set::default(), Map::<u8>::default());
        for chunk in request.held.chunks(STRIDE) {
            held.extend(chunk.iter().flat_map(|&ability| self.catalogue.up_to(ability)));
            for ability in chunk {
                let level = levels.entry(ability.competency).or_default();
                *level = ability.level.max(*level);
            }
            if stop() {
                return None;
            }
        }
        // Not by skill: a level that no offering names can be held all the same.
        let has = |ability: Ability| levels.get(&ability.competency).is_some_and(|&held| held >= ability.level);
        let (mut asked, mut wanted, mut seen) = (Vec::new(), Vec::new(), Set::default());
        for chunk in request.wanted.chunks(STRIDE) {
            for &ability in chunk.iter().filter(|&&ability| !has(ability)) {
                let skill = self.catalogue.skill(ability);
                asked.push((ability, skill));
                wanted.extend(skill.filter(|skill| seen.insert(*skill)));
            }
            if stop() {
                return None;
            }
        }
        Some(Question { held, wanted, asked })
    }

    /// The path of a set of offerings, with those that were taken before.
    pub(crate) fn path(&self, request: &Request, set: &[u32]) -> Path {
        let taken = self.taken(request);
        let mut all: Vec<u32> = set.iter().chain(&taken).copied().collect();
        all.sort_unstable();
        all.dedup();
        let held: Set = request.held.iter().flat_map(|&ability| self.catalogue.up_to(ability)).collect();
        let model = Model::small(&self.catalogue, &all, &held, &taken);
        let columns: Vec<u32> = (0..all.len() as u32).collect();
        let cost = model.cost.iter().sum::<i64>() as u64;
        let mut steps: Vec<Step> = walk::order(&model, &columns)
            .into_iter()
            .map(|(column, start, finish)| Step { offering: all[column as usize], start, finish })
            .collect();
        if request.study == Study::OneByOne {
            let mut week = 0;
            for step in &mut steps {
                step.start = week;
                week += self.catalogue.weeks[step.offering as usize];
                step.finish = week;
            }
        }
        let weeks = steps.iter().map(|step| step.finish).max().unwrap_or(0);
        Path { steps, cost, weeks }
    }
}

impl Question {
    /// The abilities behind the skills that nothing leads to, and those that no offering names.
    pub fn unreachable(&self, lost: &[u32]) -> Vec<Ability> {
        let lost: Set = lost.iter().copied().collect();
        self.asked.iter().filter(|(_, skill)| skill.is_none_or(|skill| lost.contains(&skill))).map(|(ability, _)| *ability).collect()
    }
}

/// The cheapest columns: first quick answers, then the search.
pub(crate) fn find(model: &Model, stop: Stop) -> Found {
    let Some(labels) = labels(model, stop) else { return Found { set: None, bound: Some(0) } };
    let mut known: Option<Vec<u32>> = None;
    let cost = |set: &[u32]| set.iter().map(|&column| model.cost[column as usize]).sum::<i64>();
    let firsts = [greedy::ways(model, &labels, stop), greedy::by_ratio(model, &labels, stop)];
    for mut set in firsts.into_iter().flatten() {
        walk::without_waste(model, &mut set, stop);
        if known.as_ref().is_none_or(|known| cost(&set) < cost(known)) {
            known = Some(set);
        }
    }
    if model.columns() > TOO_MANY || (stop() && !model.wanted.is_empty()) {
        return Found { set: known, bound: Some(by_shares(model, stop)) };
    }
    search(model, &labels, known, stop)
}

/// Columns above which there is a first answer and a rough bound, and no more.
const TOO_MANY: usize = 200_000;

/// A rough bound: each column's cost shared out evenly among all that it gives, each wanted row brings at least its least share.
fn by_shares(model: &Model, stop: Stop) -> i64 {
    let mut bound = 0;
    for (place, &row) in model.wanted.iter().enumerate() {
        if place % STRIDE == 0 && place > 0 && stop() {
            break;
        }
        let share = |&column: &u32| model.cost[column as usize] / model.teaches.of(column as usize).len() as i64;
        bound += model.providers.of(row as usize).iter().map(share).min().unwrap_or(0);
    }
    bound
}

/// What was found, by the catalogue's numbers.
pub(crate) fn named(found: Found, model: &Model) -> Found {
    Found { set: found.set.map(|set| set.iter().map(|&column| model.offering[column as usize]).collect()), bound: found.bound }
}
