//! Weights for the rows: raised one by one at first, then bettered step by step.

use crate::search::{Search, State};

/// Steps at the start.
const ROOT_STEPS: usize = 300;
/// Cuts that are looked for in one go.
const MOST_CUTS: usize = 400;

impl Search<'_> {
    /// Works out what is left of each column's cost, and the bound that these weights prove.
    pub(crate) fn weigh(&mut self, weights: &[i64]) -> i64 {
        self.left.copy_from_slice(&self.cost);
        let mut bound = self.spent;
        let mut work = self.left.len();
        for (row, &weight) in weights.iter().enumerate() {
            if weight > 0 && self.active(row) {
                bound += weight;
                work += self.rows[row].len();
                for &column in &self.rows[row] {
                    self.left[column as usize] -= weight;
                }
            }
        }
        for (left, state) in self.left.iter().zip(&self.state) {
            if *left < 0 && *state == State::Free {
                bound += left;
            }
        }
        self.worked(work);
        bound
    }

    /// Raises the weight of a row as far as its cheapest column lets it. Returns by how much.
    fn raise(&mut self, row: usize, weights: &mut [i64]) -> i64 {
        let free = |search: &Self, column: u32| search.state[column as usize] == State::Free;
        let least = self.rows[row].iter().filter(|&&column| free(self, column)).map(|&column| self.left[column as usize]).min();
        let Some(least) = least.filter(|&least| least > 0) else { return 0 };
        weights[row] += least;
        for at in 0..self.rows[row].len() {
            let column = self.rows[row][at];
            self.left[column as usize] -= least;
        }
        least
    }

    /// Raises every row that can be raised, those with few columns first. Returns by how much the bound rose.
    fn raise_all(&mut self, weights: &mut [i64]) -> i64 {
        let mut rows: Vec<(usize, usize)> =
            (0..self.rows.len()).filter(|&row| self.active(row)).map(|row| (self.rows[row].len(), row)).collect();
        rows.sort_unstable();
        let mut risen = 0;
        for (size, row) in rows {
            if self.worked(2 * size) {
                break;
            }
            risen += self.raise(row, weights);
        }
        risen
    }

    /// Cuts where the columns of which nothing is left do not close the gap, raising each; and at the end these columns are a path.
    /// Returns by how much the bound rose; `None` if there is no path among the columns that are not out.
    fn raise_cuts(&mut self, weights: &mut Vec<i64>) -> Option<i64> {
        let mut risen = 0;
        for _ in 0..MOST_CUTS {
            let spare: Vec<u32> = (0..self.cost.len() as u32).filter(|&column| self.spare(column)).collect();
            if self.worked(self.cost.len()) {
                break;
            }
            match self.violated(&spare) {
                None => {
                    self.offer(spare);
                    break;
                }
                Some(columns) if columns.iter().all(|&column| self.state[column as usize] == State::Out) => return None,
                Some(columns) => {
                    let row = self.keep_row(columns);
                    weights.resize(self.rows.len(), 0);
                    risen += self.raise(row, weights);
                }
            }
        }
        Some(risen)
    }

    /// Whether a column is chosen, or costs nothing more.
    fn spare(&self, column: u32) -> bool {
        match self.state[column as usize] {
            State::In => true,
            State::Free => self.left[column as usize] <= 0,
            State::Out => false,
        }
    }

    /// The bound for everything, and good weights. `None` if there is no path that is better than the best known.
    pub(crate) fn root(&mut self, weights: &mut Vec<i64>) -> Option<i64> {
        let mut bound = self.weigh(weights) + self.raise_all(weights);
        bound += self.raise_cuts(weights)?;
        for _ in 0..4 {
            if self.closed(bound) || self.stopped {
                break;
            }
            let before = bound;
            let better = self.better(weights, ROOT_STEPS);
            bound = bound.max(better);
            self.fix(better);
            if self.closed(bound) {
                break;
            }
            let rows = self.rows.len();
            let better = self.weigh(weights) + self.raise_all(weights) + self.raise_cuts(weights)?;
            bound = bound.max(better);
            if self.rows.len() == rows || bound - before < before >> 8 {
                break;
            }
        }
        Some(bound)
    }

    /// The bound below a decision, with `steps` steps to better it; columns that can be decided by it are.
    pub(crate) fn bound(&mut self, weights: &mut Vec<i64>, steps: usize) -> i64 {
        weights.resize(self.rows.len(), 0);
        let mut bound = self.weigh(weights) + self.raise_all(weights);
        if !self.closed(bound) {
            self.fix(bound);
        }
        if steps > 0 && !self.closed(bound) {
            let better = self.better(weights, steps);
            self.fix(better);
            bound = bound.max(better);
        }
        bound
    }

    /// Moves the weights along the slope of the bound; leaves the best weights in place, and what is left under them.
    fn better(&mut self, weights: &mut Vec<i64>, steps: usize) -> i64 {
        let Some(target) = self.best.as_ref().map(|best| best.0 << self.shift) else { return self.weigh(weights) };
        let mut tried = weights.clone();
        let mut best = i64::MIN;
        let mut pace = if steps > 50 { 1.0 } else { 0.5 };
        let mut patience = 0;
        for _ in 0..steps {
            let bound = self.weigh(&tried);
            if bound > best {
                best = bound;
                weights.clone_from(&tried);
                patience = 0;
            } else {
                patience += 1;
                if patience >= 5 {
                    pace *= 0.6;
                    patience = 0;
                }
            }
            if self.closed(best) || self.stopped || pace < 0.002 {
                break;
            }
            let steepness = self.measure_slope();
            if steepness == 0 {
                break;
            }
            let step = pace * (target - bound) as f64 / steepness as f64;
            for (row, weight) in tried.iter_mut().enumerate() {
                if self.slope[row] != 0 && self.active(row) {
                    *weight = (*weight + (step * self.slope[row] as f64) as i64).max(0);
                }
            }
        }
        let bound = self.weigh(weights);
        bound + self.raise_all(weights)
    }

    /// For each row, one less what the columns that pay off give of it. Returns the sum of squares.
    fn measure_slope(&mut self) -> i64 {
        self.slope.clear();
        self.slope.extend((0..self.need.len()).map(|row| i64::from(self.need[row] > 0 && self.hits[row] == 0)));
        for column in 0..self.left.len() {
            if self.left[column] < 0 && self.state[column] == State::Free {
                for &row in &self.rows_of[column] {
                    self.slope[row as usize] -= 1;
                }
            }
        }
        (0..self.slope.len()).filter(|&row| self.active(row)).map(|row| self.slope[row] * self.slope[row]).sum()
    }

    /// Leaves the free columns out with which the bound reaches the best path. `bound` is that of what is left now.
    fn fix(&mut self, bound: i64) {
        for column in 0..self.left.len() as u32 {
            if self.free(column) && self.left[column as usize] > 0 && self.closed(bound + self.left[column as usize]) {
                self.leave(column);
            }
        }
    }
}
