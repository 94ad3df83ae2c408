//! Time against cost: the soonest path, every option between it and the cheapest, and what more time or money buys.

use crate::answer::{Answer, Path, Request, Status, Study};
use crate::model::{LATE, Model};
use crate::offering::Ability;
use crate::prices::NEVER;
use crate::selection::Selection;
use crate::solve::{Stop, find, named};
use crate::walk::earliest;

/// Options of which none is both as cheap and as soon as another; the cheapest first, the soonest last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Front {
    /// The options.
    pub paths: Vec<Path>,
    /// Whether each is proved to be the cheapest for its weeks and, side by side, none is missing. One by one, options may be missing that
    /// are the best for no weighting of weeks against money.
    pub complete: bool,
    /// What is wanted and no offering of the selection leads to.
    pub unreachable: Vec<Ability>,
}

impl Front {
    /// The soonest option that costs no more.
    pub fn for_budget(&self, budget: u64) -> Option<&Path> {
        self.paths.iter().rev().find(|path| path.cost <= budget)
    }

    /// The cheapest option that takes no longer.
    pub fn for_weeks(&self, weeks: u32) -> Option<&Path> {
        self.paths.iter().find(|path| path.weeks <= weeks)
    }

    /// What is saved by taking up to `weeks` longer than a path does.
    pub fn saved_by_weeks(&self, path: &Path, weeks: u32) -> u64 {
        self.for_weeks(path.weeks.saturating_add(weeks)).map_or(0, |other| path.cost.saturating_sub(other.cost))
    }

    /// How many weeks sooner one is done by paying up to `more` than a path costs.
    pub fn weeks_for(&self, path: &Path, more: u64) -> u32 {
        self.for_budget(path.cost.saturating_add(more)).map_or(0, |other| path.weeks.saturating_sub(other.weeks))
    }

    /// Adds an option, and takes out what is no better than another.
    fn add(&mut self, path: Path) {
        if self.paths.iter().any(|other| other.cost <= path.cost && other.weeks <= path.weeks) {
            return;
        }
        self.paths.retain(|other| other.cost < path.cost || other.weeks < path.weeks);
        let place = self.paths.partition_point(|other| other.cost < path.cost);
        self.paths.insert(place, path);
    }
}

impl Selection {
    /// The path that is done soonest, and among those the cheapest. The answer's bound is in weeks.
    ///
    /// Side by side, each skill's earliest time follows from the earliest times of what the offerings for it require, so that the soonest end
    /// is known at once, and whatever the time allows goes into the cost. One by one, weeks add up like a cost.
    pub fn soonest(&self, request: &Request, stop: Stop) -> Answer {
        if request.budget.is_some() {
            return self.soonest_within_budget(request, stop);
        }
        match request.study {
            Study::SideBySide => self.soonest_side_by_side(request, stop),
            Study::OneByOne => self.soonest_one_by_one(request, stop),
        }
    }

    fn soonest_side_by_side(&self, request: &Request, stop: Stop) -> Answer {
        let Some((question, model, lost)) = self.model(request, true, stop) else { return Answer::unknown() };
        let unreachable = question.unreachable(&lost);
        let Some(soonest) = soonest(&model, stop) else { return Answer::without_path(Status::Unknown, 0, unreachable) };
        if request.deadline.is_some_and(|deadline| soonest > deadline) {
            return Answer::without_path(Status::Infeasible, u64::from(soonest), unreachable);
        }
        let mut answer = self.cheapest_by(request, &model, soonest, unreachable, stop);
        answer.bound = u64::from(soonest);
        answer.status = match &answer.path {
            Some(path) if path.weeks <= soonest => Status::Optimal,
            Some(_) => Status::Feasible,
            None => answer.status,
        };
        answer
    }

    fn soonest_one_by_one(&self, request: &Request, stop: Stop) -> Answer {
        // Weeks first, money second: a week outweighs all the money there is in the model, if the numbers stay small enough.
        let mut answer = self.weighed(request, stop, |model| {
            let all = model.cost.iter().sum::<i64>() + 1;
            let most = i64::MAX / 8 / (1 + model.offering.iter().map(|&o| i64::from(self.catalogue.weeks[o as usize])).sum::<i64>());
            if all <= most { (all, 1) } else { (1, 0) }
        });
        if let Some(path) = answer.path.as_ref().filter(|path| request.deadline.is_some_and(|deadline| path.weeks > deadline)) {
            let status = if answer.bound >= u64::from(path.weeks) { Status::Infeasible } else { Status::Unknown };
            answer = Answer::without_path(status, answer.bound, answer.unreachable);
        }
        answer
    }

    /// The path with the least sum of `per_week` for each week and `per_coin` for each coin, one by one. The bound is in weeks if weeks count
    /// for more than money, else in the sum.
    fn weighed(&self, request: &Request, stop: Stop, rates: impl Fn(&Model) -> (i64, i64)) -> Answer {
        let mut chosen = (0, 1);
        let price = |model: &mut Model| {
            chosen = rates(model);
            for column in 0..model.columns() {
                // What was taken before is paid, but its weeks still lie ahead.
                let weeks = i64::from(self.catalogue.weeks[model.offering[column] as usize]);
                let taken = request.taken.contains(&model.offering[column]);
                model.cost[column] = if taken {
                    0
                } else {
                    chosen.0.saturating_mul(weeks).saturating_add(chosen.1.saturating_mul(model.cost[column])).min(NEVER / 1024)
                };
            }
        };
        let Some((question, model, lost)) = self.priced_model(request, price, stop) else { return Answer::unknown() };
        let unreachable = question.unreachable(&lost);
        let found = named(find(&model, stop), &model);
        let taken: i64 = self.taken(request).iter().map(|&offering| i64::from(self.catalogue.weeks[offering as usize])).sum();
        let (Some(bound), Some(set)) = (found.bound, found.set) else {
            return Answer::without_path(if found.bound.is_some() { Status::Unknown } else { Status::Infeasible }, 0, unreachable);
        };
        let path = self.path(request, &set);
        let value = chosen.0 * i64::from(path.weeks) + chosen.1 * path.cost as i64;
        let bound = bound + chosen.0 * taken;
        let status = if value <= bound { Status::Optimal } else { Status::Feasible };
        let bound = if chosen.1 == 0 || chosen.0 > path.cost as i64 { (bound + chosen.0 - 1) / chosen.0.max(1) } else { bound };
        let bound = if chosen.0 > path.cost as i64 && status == Status::Optimal { i64::from(path.weeks) } else { bound };
        Answer { status, path: Some(path), bound: bound.max(0) as u64, unreachable }
    }

    fn soonest_within_budget(&self, request: &Request, stop: Stop) -> Answer {
        let front = self.front(request, stop);
        let bound = front.paths.last().map_or(0, |path| if front.complete { path.weeks } else { 0 });
        match front.paths.last().cloned() {
            Some(path) => {
                let status = if front.complete { Status::Optimal } else { Status::Feasible };
                Answer { status, path: Some(path), bound: u64::from(bound), unreachable: front.unreachable }
            }
            None => Answer::without_path(if front.complete { Status::Infeasible } else { Status::Unknown }, 0, front.unreachable),
        }
    }

    /// The path with the least cost and `per_week` for each week together; the bound is in their sum.
    pub fn balanced(&self, request: &Request, per_week: u64, stop: Stop) -> Answer {
        let front = self.front(request, stop);
        let value = |path: &Path| path.cost.saturating_add(per_week.saturating_mul(u64::from(path.weeks)));
        let Some(path) = front.paths.iter().min_by_key(|path| value(path)).cloned() else {
            return Answer::without_path(if front.complete { Status::Infeasible } else { Status::Unknown }, 0, front.unreachable);
        };
        // What is not complete may miss the best; the best of a complete front is the best of all, for an option off the front
        // has one on it that is nowhere worse.
        let (status, bound) = if front.complete { (Status::Optimal, value(&path)) } else { (Status::Feasible, 0) };
        Answer { status, bound, path: Some(path), unreachable: front.unreachable }
    }

    /// All options of time against cost, within the deadline and the budget.
    pub fn front(&self, request: &Request, stop: Stop) -> Front {
        let mut front = match request.study {
            Study::SideBySide => self.front_side_by_side(request, stop),
            Study::OneByOne => self.front_one_by_one(request, stop),
        };
        front.paths.retain(|path| request.budget.is_none_or(|budget| path.cost <= budget));
        front.paths.retain(|path| request.deadline.is_none_or(|deadline| path.weeks <= deadline));
        front
    }

    /// From the cheapest on, again and again the cheapest that is done at least a week sooner.
    fn front_side_by_side(&self, request: &Request, stop: Stop) -> Front {
        let mut front = Front { paths: Vec::new(), complete: false, unreachable: Vec::new() };
        let Some((question, model, lost)) = self.model(request, true, stop) else { return front };
        front.unreachable = question.unreachable(&lost);
        let Some(soonest) = soonest(&model, stop) else { return front };
        let mut limit = request.deadline.unwrap_or(LATE - 1);
        let any_cost = Request { budget: None, ..request.clone() };
        loop {
            if limit < soonest {
                front.complete = true;
                break;
            }
            let answer = self.cheapest_by(&any_cost, &model, limit, Vec::new(), stop);
            let (Status::Optimal, Some(path)) = (answer.status, &answer.path) else {
                front.paths.extend(answer.path);
                front.complete = answer.status == Status::Infeasible;
                break;
            };
            // What was decided before may last longer than anything else.
            let next = path.weeks.min(limit);
            let over = request.budget.is_some_and(|budget| path.cost > budget);
            front.add(path.clone());
            if over || next == 0 {
                front.complete = true;
                break;
            }
            limit = next - 1;
        }
        front
    }

    /// The ends, and between two options the best for the weighting under which both are as good, as long as there is a better one.
    fn front_one_by_one(&self, request: &Request, stop: Stop) -> Front {
        let any = Request { budget: None, deadline: None, ..request.clone() };
        let (cheap, soon) = (self.cheapest(&any, stop), self.soonest_one_by_one(&any, stop));
        let mut front = Front {
            paths: Vec::new(),
            complete: cheap.status == Status::Optimal && soon.status == Status::Optimal,
            unreachable: cheap.unreachable,
        };
        let (Some(cheap), Some(soon)) = (cheap.path, soon.path) else { return front };
        let mut open = vec![(cheap.clone(), soon.clone())];
        front.add(cheap);
        front.add(soon);
        while let Some((cheap, soon)) = open.pop() {
            let (weeks, cost) = (i64::from(cheap.weeks) - i64::from(soon.weeks), soon.cost as i64 - cheap.cost as i64);
            if weeks <= 0 || cost <= 0 {
                continue;
            }
            let answer = self.weighed(&any, stop, |_| (cost, weeks));
            front.complete &= answer.status == Status::Optimal;
            let value = |path: &Path| cost as i128 * i128::from(path.weeks) + weeks as i128 * i128::from(path.cost);
            let Some(path) = answer.path.filter(|path| value(path) < value(&cheap)) else { continue };
            front.add(path.clone());
            open.extend([(cheap, path.clone()), (path, soon)]);
        }
        front
    }
}

/// The earliest time at which all that is wanted can be there. `None` if the time is over.
fn soonest(model: &Model, stop: Stop) -> Option<u32> {
    let times = earliest(model, stop)?;
    Some(model.wanted.iter().map(|&row| times[row as usize]).max().unwrap_or(0))
}
