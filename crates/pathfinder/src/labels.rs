//! What a row costs at most, by when: the prices of `prices`, for each time at which more time makes it cheaper.

use crate::model::{LATE, Model, STRIDE};
use crate::prices::{NEVER, NONE, prices};
use crate::walk::{earliest, start};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// Labels of one row; the rest is left out, which makes prices higher and nothing wrong.
const MOST: usize = 48;

/// From `time` on the row can be had for `price`, the last step being `column`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Label {
    pub time: u32,
    pub price: i64,
    pub column: u32,
}

/// Labels by row, times ascending and prices descending.
#[derive(Debug)]
pub(crate) struct Labels {
    rows: Vec<Vec<Label>>,
    /// The earliest time at which each column can be done.
    pub done: Vec<u32>,
}

impl Labels {
    /// The labels of a row.
    pub fn of(&self, row: u32) -> &[Label] {
        &self.rows[row as usize]
    }

    /// What the row costs at most if it must be there by `by`.
    pub fn price(&self, row: u32, by: u32) -> i64 {
        let labels = self.of(row);
        labels[..labels.partition_point(|label| label.time <= by)].last().map_or(NEVER, |label| label.price)
    }
}

/// Columns up to which the labels are worked out whatever the time: without them there is no first answer.
const GRACE: usize = 20_000;

/// The labels of all rows; those found so far once `late` says so, and `None` if that is nothing.
pub(crate) fn labels(model: &Model, late: &dyn Fn() -> bool) -> Option<Labels> {
    let small = model.columns() <= GRACE;
    let late: &dyn Fn() -> bool = &|| !small && late();
    if !model.timed() {
        let found = prices(model.rows(), &model.teaches, &model.requires, &model.cost, |_| true, late);
        let label = |row: usize| Label { time: 0, price: found.price[row], column: found.best[row] };
        let rows = (0..model.rows()).map(|row| [label(row)].into_iter().filter(|label| label.column != NONE).collect()).collect();
        return Some(Labels { rows, done: vec![0; model.columns()] });
    }
    let times = earliest(model, late)?;
    let done = (0..model.columns()).map(|column| model.finish(column, start(model, column, &times))).collect();
    let mut found = Labels { rows: vec![Vec::new(); model.rows()], done };
    // By the time at which they can be done with what was known before: columns to look at again.
    let mut events: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for column in (0..model.columns()).filter(|&column| model.requires.of(column).is_empty()) {
        events.entry(found.done[column]).or_default().push(column as u32);
    }
    let mut steps = 0usize;
    while let Some((time, mut columns)) = events.pop_first() {
        if time == LATE {
            break;
        }
        columns.sort_unstable();
        columns.dedup();
        let mut queue: BinaryHeap<Reverse<(i64, u32)>> = columns.into_iter().map(|c| Reverse((sum(model, &found, c, time), c))).collect();
        while let Some(Reverse((price, column))) = queue.pop() {
            steps += 1;
            if steps.is_multiple_of(STRIDE) && late() {
                return Some(found);
            }
            for &row in model.teaches.of(column as usize) {
                if price >= found.price(row, time) || found.of(row).len() >= MOST {
                    continue;
                }
                let labels = &mut found.rows[row as usize];
                labels.retain(|label| label.time < time);
                labels.push(Label { time, price, column });
                for &next in model.requirers.of(row as usize) {
                    let done = model.finish(next as usize, model.start(next as usize, time));
                    if done == time {
                        let price = sum(model, &found, next, time);
                        if price < NEVER {
                            queue.push(Reverse((price, next)));
                        }
                    } else {
                        events.entry(done).or_default().push(next);
                    }
                }
            }
        }
    }
    Some(found)
}

/// What a column and all it requires cost at most, if it must be done by `by`.
fn sum(model: &Model, labels: &Labels, column: u32, by: u32) -> i64 {
    let Some(ready) = model.latest(column as usize, by) else { return NEVER };
    model.requires.of(column as usize).iter().fold(model.cost[column as usize], |sum, &row| (sum + labels.price(row, ready)).min(NEVER))
}
