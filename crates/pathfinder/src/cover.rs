//! The search where nothing requires anything: rows are bits, and each node keeps only the columns that can still be part of something better.

use crate::solve::Stop;

/// Rows that fit.
pub(crate) const MOST_ROWS: usize = 128;
/// Steps in which each node betters its weights.
const STEPS: usize = 10;

type Weights = [i64; MOST_ROWS];

#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub rows: u128,
    pub cost: i64,
    pub number: u32,
}

pub(crate) struct Cover<'a> {
    stop: Stop<'a>,
    /// What a path must cost less by than the one before.
    unit: i64,
    /// The most that something better can cost.
    limit: i64,
    chosen: Vec<u32>,
    pub best: Option<Vec<u32>>,
    work: usize,
    pub stopped: bool,
}

impl<'a> Cover<'a> {
    /// Looks for a set of columns that covers `rows` for at most `limit`, the cheapest there is; costs are multiples of `unit`.
    pub fn search(columns: Vec<Column>, rows: u128, weights: &[i64], limit: i64, unit: i64, stop: Stop<'a>) -> Self {
        let mut cover = Self { stop, unit, limit, chosen: Vec::new(), best: None, work: 0, stopped: false };
        let mut own = [0; MOST_ROWS];
        own.iter_mut().zip(weights).for_each(|(own, weight)| *own = *weight);
        cover.node(columns, rows, &own, 0);
        cover
    }

    fn node(&mut self, mut columns: Vec<Column>, rows: u128, weights: &Weights, spent: i64) {
        if rows == 0 {
            self.limit = spent - self.unit;
            self.best = Some(self.chosen.clone());
            return;
        }
        let mut weights = *weights;
        let mut left = vec![0i64; columns.len()];
        let Some(bound) = self.better(&columns, rows, &mut weights, spent, &mut left) else { return };
        let kept = |left: i64| bound + left <= self.limit;
        let mut at = 0;
        columns.retain(|_| {
            at += 1;
            kept(left[at - 1])
        });
        left.retain(|&left| kept(left));
        let Some(row) = tightest(&columns, rows) else { return };
        let mut children: Vec<(i64, usize)> =
            (0..columns.len()).filter(|&column| columns[column].rows & row != 0).map(|column| (left[column], column)).collect();
        children.sort_unstable();
        let mut open = vec![true; columns.len()];
        for (left, child) in children {
            if self.stopped || bound + left.max(0) > self.limit {
                break;
            }
            // Whatever has this one's earlier siblings in it was looked at before.
            open[child] = false;
            let Column { rows: given, cost, number } = columns[child];
            let mut rest: Vec<Column> = (0..columns.len())
                .filter(|&column| open[column] && columns[column].rows & !given != 0)
                .map(|column| Column { rows: columns[column].rows & !given, ..columns[column] })
                .collect();
            rest.sort_unstable_by_key(|column| (column.rows, column.cost));
            rest.dedup_by_key(|column| column.rows);
            self.chosen.push(number);
            self.node(rest, rows & !given, &weights, spent + cost);
            self.chosen.pop();
        }
    }

    /// Betters the weights. Returns the bound, with what is left of the columns' costs under it; `None` if nothing better can come.
    fn better(&mut self, columns: &[Column], rows: u128, weights: &mut Weights, spent: i64, left: &mut [i64]) -> Option<i64> {
        let mut tried = *weights;
        let mut best = i64::MIN;
        let mut pace = 1.0;
        let mut current = vec![0i64; columns.len()];
        for _ in 0..STEPS {
            self.work += columns.len() * 8;
            if self.work > 50_000 {
                self.work = 0;
                self.stopped = self.stopped || (self.stop)();
            }
            if self.stopped {
                return None;
            }
            let mut slope = [0i32; MOST_ROWS];
            let mut bound = spent;
            each_row(rows, |row| {
                bound += tried[row];
                slope[row] = 1;
            });
            for (column, current) in columns.iter().zip(current.iter_mut()) {
                let mut value = column.cost;
                each_row(column.rows, |row| value -= tried[row]);
                *current = value;
                if value < 0 {
                    bound += value;
                    each_row(column.rows, |row| slope[row] -= 1);
                }
            }
            if bound > best {
                best = bound;
                *weights = tried;
                left.copy_from_slice(&current);
            } else {
                pace *= 0.6;
            }
            if best > self.limit {
                return None;
            }
            let steepness: i64 = slope.iter().map(|&slope| i64::from(slope) * i64::from(slope)).sum();
            if steepness == 0 {
                break;
            }
            let step = pace * (self.limit + self.unit - bound) as f64 / steepness as f64;
            each_row(rows, |row| tried[row] = (tried[row] + (step * f64::from(slope[row])) as i64).max(0));
        }
        Some(best)
    }
}

fn each_row(mut rows: u128, mut act: impl FnMut(usize)) {
    while rows != 0 {
        act(rows.trailing_zeros() as usize);
        rows &= rows - 1;
    }
}

/// The row with the fewest columns, as a bit; `None` if one has no column at all.
fn tightest(columns: &[Column], rows: u128) -> Option<u128> {
    let mut count = [0u32; MOST_ROWS];
    for column in columns {
        each_row(column.rows, |row| count[row] += 1);
    }
    let mut best: Option<(u32, usize)> = None;
    each_row(rows, |row| best = best.into_iter().chain([(count[row], row)]).min());
    best.filter(|(count, _)| *count > 0).map(|(_, row)| 1 << row)
}
