//! The exact search: a covering problem whose rows are found as they are needed.
//!
//! Every row names columns of which a path must have one: the columns that give a wanted skill; those that give what a chosen column
//! requires; and cuts (see `cuts`). For any weights on the rows that are not negative, the weights together, and what is left of each column's cost where
//! that is negative, are a lower bound on every path (Lagrange). Weights are whole numbers, so that the bound is exact, and whatever
//! the way they are found in (`bound`), none of them can make it false. A column whose left cost lifts the bound to the best path known is out, or in.

use crate::cover::{self, Column, Cover};
use crate::cuts::cut;
use crate::labels::Labels;
use crate::model::Model;
use crate::walk::{earliest, late, walk, without_waste};

/// What became of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Free,
    In,
    Out,
}

/// The best path known, and a bound that no path goes below.
#[derive(Debug)]
pub(crate) struct Found {
    /// Columns; `None` if there is no path, or if none was found in the time.
    pub set: Option<Vec<u32>>,
    /// No path costs less. `None`: there is no path.
    pub bound: Option<i64>,
}

/// Rows up to which a model is searched and not only bounded: the search goes at most so deep.
const MOST_ROWS: usize = 1500;
const MOST_COLUMNS: usize = 60_000;

pub(crate) struct Search<'a> {
    pub(crate) model: &'a Model,
    pub(crate) labels: &'a Labels,
    pub(crate) stop: &'a dyn Fn() -> bool,
    /// The greatest number that divides all costs.
    pub(crate) unit: i64,
    /// Costs are counted in parts of a unit, 2 to this power of them.
    pub(crate) shift: u32,
    pub(crate) cost: Vec<i64>,
    /// Columns by row. The first rows are the model's.
    pub(crate) rows: Vec<Vec<u32>>,
    pub(crate) rows_of: Vec<Vec<u32>>,
    /// How many ask for a row, and how many chosen columns give it.
    pub(crate) need: Vec<u32>,
    pub(crate) hits: Vec<u32>,
    pub(crate) state: Vec<State>,
    pub(crate) chosen: Vec<u32>,
    /// What the chosen columns cost.
    pub(crate) spent: i64,
    /// Columns that are no longer free, in the order in which that was decided.
    trail: Vec<u32>,
    /// The earliest time of each row.
    earliest: Vec<u32>,
    pub(crate) best: Option<(i64, Vec<u32>)>,
    /// What is left of each column's cost under the weights that were tried last.
    pub(crate) left: Vec<i64>,
    pub(crate) slope: Vec<i64>,
    pub(crate) work: usize,
    pub(crate) stopped: bool,
}

/// Finds the cheapest path of a model, starting from a known one.
pub(crate) fn search(model: &Model, labels: &Labels, known: Option<Vec<u32>>, stop: &dyn Fn() -> bool) -> Found {
    if model.wanted.is_empty() {
        return Found { set: Some(Vec::new()), bound: Some(0) };
    }
    let mut search = Search::new(model, labels, known, stop);
    let mut weights = vec![0; search.rows.len()];
    // Without a root, no column that is left leads to anything better.
    let root = search.root(&mut weights).unwrap_or(i64::MAX);
    let mut bound = root;
    if !search.closed(root) && !search.stopped && search.plain() {
        if search.cover(&weights) {
            bound = i64::MAX;
        }
    } else if !search.closed(root) && !search.stopped && model.columns() <= MOST_COLUMNS && search.rows.len() <= MOST_ROWS {
        search.explore(&mut weights, root);
        if !search.stopped {
            bound = i64::MAX;
        }
    }
    let best = search.best.map(|(units, set)| (units * search.unit, set));
    // The bound in whole units, never above the best path.
    let bound = if bound == i64::MAX { None } else { Some(((bound + (1 << search.shift) - 1) >> search.shift) * search.unit) };
    let bound = match (&best, bound) {
        (Some((cost, _)), Some(bound)) => Some(bound.min(*cost)),
        (Some((cost, _)), None) => Some(*cost),
        (None, bound) => bound,
    };
    Found { set: best.map(|(_, set)| set), bound }
}

fn common_divisor(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { common_divisor(other, one % other) }
}

impl<'a> Search<'a> {
    fn new(model: &'a Model, labels: &'a Labels, known: Option<Vec<u32>>, stop: &'a dyn Fn() -> bool) -> Self {
        let unit = model.cost.iter().copied().fold(0, common_divisor).max(1);
        let worst = model.cost.iter().fold(1i64, |sum, cost| sum.saturating_add(cost / unit));
        let known = known.map(|set| (set.iter().map(|&column| model.cost[column as usize] / unit).sum::<i64>(), set));
        let shift = (known.as_ref().map_or(worst, |known| known.0).max(1).leading_zeros()).saturating_sub(20).min(24);
        let mut search = Self {
            model,
            labels,
            stop,
            unit,
            shift,
            cost: model.cost.iter().map(|cost| (cost / unit) << shift).collect(),
            rows: (0..model.rows()).map(|row| model.providers.of(row).to_vec()).collect(),
            rows_of: (0..model.columns()).map(|column| model.teaches.of(column).to_vec()).collect(),
            need: vec![0; model.rows()],
            hits: vec![0; model.rows()],
            state: vec![State::Free; model.columns()],
            chosen: Vec::new(),
            spent: 0,
            trail: Vec::new(),
            earliest: earliest(model, &|| false).unwrap_or_default(),
            best: known,
            left: vec![0; model.columns()],
            slope: Vec::new(),
            work: 0,
            stopped: false,
        };
        model.wanted.iter().for_each(|&row| search.need[row as usize] += 1);
        search
    }

    /// Whether a bound says that nothing better is left.
    pub(crate) fn closed(&self, bound: i64) -> bool {
        bound == i64::MAX || self.best.as_ref().is_some_and(|(units, _)| bound > (units - 1) << self.shift)
    }

    /// Whether some chosen column, or the learner, still asks for the row.
    pub(crate) fn active(&self, row: usize) -> bool {
        self.need[row] > 0 && self.hits[row] == 0
    }

    pub(crate) fn free(&self, column: u32) -> bool {
        self.state[column as usize] == State::Free
    }

    /// Whether it is about covering alone, and small enough for `cover`.
    fn plain(&self) -> bool {
        !self.model.timed() && self.model.requires.total() == 0 && self.model.rows() <= cover::MOST_ROWS && self.best.is_some()
    }

    /// Searches with `cover`. Whether it came to an end.
    fn cover(&mut self, weights: &[i64]) -> bool {
        let bits = |column: u32| self.model.teaches.of(column as usize).iter().fold(0u128, |bits, row| bits | 1 << row);
        let column = |column: u32| Column { rows: bits(column), cost: self.cost[column as usize], number: column };
        let columns = (0..self.cost.len() as u32).filter(|&column| self.free(column)).map(column).collect();
        let rows = self.model.wanted.iter().fold(0u128, |bits, row| bits | 1 << row);
        let unit = 1 << self.shift;
        let limit = self.best.as_ref().map_or(i64::MAX, |(units, _)| (units - 1) << self.shift);
        let cover = Cover::search(columns, rows, &weights[..self.model.rows()], limit, unit, self.stop);
        if let Some(set) = cover.best {
            self.offer(set);
        }
        !cover.stopped
    }

    /// Counts work, and asks now and then whether the time has come.
    pub(crate) fn worked(&mut self, amount: usize) -> bool {
        self.work += amount;
        if self.work > 20_000 {
            self.work = 0;
            self.stopped = self.stopped || (self.stop)();
        }
        self.stopped
    }

    fn take(&mut self, column: u32) {
        self.state[column as usize] = State::In;
        self.trail.push(column);
        self.chosen.push(column);
        self.spent += self.cost[column as usize];
        for &row in &self.rows_of[column as usize] {
            self.hits[row as usize] += 1;
        }
        for &row in self.model.requires.of(column as usize) {
            self.need[row as usize] += 1;
        }
    }

    pub(crate) fn leave(&mut self, column: u32) {
        self.state[column as usize] = State::Out;
        self.trail.push(column);
    }

    fn undo(&mut self, mark: usize) {
        while self.trail.len() > mark {
            let Some(column) = self.trail.pop() else { return };
            if self.state[column as usize] == State::In {
                self.chosen.pop();
                self.spent -= self.cost[column as usize];
                for &row in &self.rows_of[column as usize] {
                    self.hits[row as usize] -= 1;
                }
                for &row in self.model.requires.of(column as usize) {
                    self.need[row as usize] -= 1;
                }
            }
            self.state[column as usize] = State::Free;
        }
    }

    /// The columns of which every path has one, although `set` has none of them; `None` if the set is a path.
    pub(crate) fn violated(&mut self, set: &[u32]) -> Option<Vec<u32>> {
        let times = walk(self.model, set);
        self.worked(set.len() * 20);
        let row = late(self.model, &times)?;
        let found = cut(self.model, &times, row, &self.earliest, |row| self.labels.of(row).last().map_or(0, |label| label.price));
        self.worked(found.len() * 4);
        Some(found)
    }

    /// Keeps a cut as a row.
    pub(crate) fn keep_row(&mut self, columns: Vec<u32>) -> usize {
        let row = self.rows.len();
        for &column in &columns {
            self.rows_of[column as usize].push(row as u32);
        }
        self.hits.push(columns.iter().filter(|&&column| self.state[column as usize] == State::In).count() as u32);
        self.need.push(1);
        self.rows.push(columns);
        row
    }

    /// Keeps a path if it is the best so far, without what it can do without.
    pub(crate) fn offer(&mut self, mut set: Vec<u32>) {
        without_waste(self.model, &mut set, self.stop);
        let units: i64 = set.iter().map(|&column| self.model.cost[column as usize] / self.unit).sum();
        if self.best.as_ref().is_none_or(|(best, _)| units < *best) {
            self.best = Some((units, set));
        }
    }

    /// Looks for something better with the columns that are still free. `bound` holds for all of it.
    fn explore(&mut self, weights: &mut Vec<i64>, mut bound: i64) {
        let mark = self.trail.len();
        loop {
            if self.stopped || self.closed(bound) {
                break;
            }
            let Some((row, free)) = self.tightest() else {
                let chosen = self.chosen.clone();
                match self.violated(&chosen) {
                    Some(columns) => {
                        self.keep_row(columns);
                        weights.resize(self.rows.len(), 0);
                    }
                    None => {
                        self.offer(chosen);
                        break;
                    }
                }
                continue;
            };
            match free {
                0 => break,
                1 => {
                    let only = self.rows[row].iter().copied().find(|&column| self.free(column));
                    only.into_iter().for_each(|column| self.take(column));
                    bound = self.bound(weights, 0);
                }
                _ => {
                    self.branch(row, weights, bound);
                    break;
                }
            }
        }
        self.undo(mark);
    }

    /// The row that is still asked for and has the fewest free columns, and how many.
    fn tightest(&mut self) -> Option<(usize, usize)> {
        let mut best: Option<(usize, usize)> = None;
        let mut work = 0;
        for row in 0..self.rows.len() {
            if self.active(row) {
                work += self.rows[row].len();
                let free = self.rows[row].iter().filter(|&&column| self.free(column)).count();
                if best.is_none_or(|(_, fewest)| free < fewest) {
                    best = Some((row, free));
                }
            }
        }
        self.worked(work);
        best
    }

    /// One of the row's columns is in the path: the first; or not the first but the second; and so on.
    fn branch(&mut self, row: usize, weights: &mut Vec<i64>, bound: i64) {
        // Under the parent's weights, each column brings what is left of its cost on top of the bound.
        self.weigh(weights);
        let mut columns: Vec<(i64, u32)> =
            self.rows[row].iter().filter(|&&column| self.free(column)).map(|&column| (self.left[column as usize], column)).collect();
        columns.sort_unstable();
        for (left, column) in columns {
            if self.stopped || self.closed(bound + left.max(0)) {
                break;
            }
            if !self.free(column) {
                continue;
            }
            let mark = self.trail.len();
            self.take(column);
            let mut own = weights.clone();
            own.resize(self.rows.len(), 0);
            let below = self.bound(&mut own, 12).max(bound);
            if !self.closed(below) {
                self.explore(&mut own, below);
            }
            self.undo(mark);
            self.leave(column);
            weights.resize(self.rows.len(), 0);
        }
    }
}
