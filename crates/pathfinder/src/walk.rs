//! Walking a set of offerings: each begins as soon as all it requires is there, any number of them side by side.

use crate::model::{LATE, Model, STRIDE};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Sets up to this size are walked by going through them again and again.
const SMALL: usize = 200;

/// When each row is there, if the columns of `set` are taken. `LATE`: never.
pub(crate) fn walk(model: &Model, set: &[u32]) -> Vec<u32> {
    let mut times = vec![LATE; model.rows()];
    if set.len() <= SMALL {
        by_rounds(model, set, &mut times)
    } else {
        by_queue(model, set, &mut times, &|| false);
    }
    times
}

/// When each row can be there at the earliest, with all columns. `None` if `late` says so.
pub(crate) fn earliest(model: &Model, late: &dyn Fn() -> bool) -> Option<Vec<u32>> {
    let all: Vec<u32> = (0..model.columns() as u32).collect();
    let mut times = vec![LATE; model.rows()];
    by_queue(model, &all, &mut times, late).then_some(times)
}

/// Whether the set closes the gap in time.
pub(crate) fn closes(model: &Model, set: &[u32]) -> bool {
    late(model, &walk(model, set)).is_none()
}

/// A wanted row that does not come in time: the latest of them.
pub(crate) fn late(model: &Model, times: &[u32]) -> Option<u32> {
    model.wanted.iter().copied().filter(|&row| times[row as usize] > model.limit).max_by_key(|&row| times[row as usize])
}

/// When a column can begin, by the times of what it requires.
pub(crate) fn start(model: &Model, column: usize, times: &[u32]) -> u32 {
    let ready = model.requires.of(column).iter().map(|&row| times[row as usize]).max().unwrap_or(0);
    if ready == LATE { LATE } else { model.start(column, ready) }
}

fn by_rounds(model: &Model, set: &[u32], times: &mut [u32]) {
    let mut changed = true;
    while changed {
        changed = false;
        for &column in set {
            let start = start(model, column as usize, times);
            if start == LATE {
                continue;
            }
            let done = model.finish(column as usize, start);
            for &row in model.teaches.of(column as usize) {
                if done < times[row as usize] {
                    times[row as usize] = done;
                    changed = true;
                }
            }
        }
    }
}

/// Whether it came to its end before `late` said so.
fn by_queue(model: &Model, set: &[u32], times: &mut [u32], late: &dyn Fn() -> bool) -> bool {
    let mut missing = vec![LATE; model.columns()];
    let mut queue = BinaryHeap::new();
    for &column in set {
        missing[column as usize] = model.requires.of(column as usize).len() as u32;
        if missing[column as usize] == 0 {
            queue.push(Reverse((model.finish(column as usize, model.start(column as usize, 0)), column)));
        }
    }
    let mut steps = 0usize;
    while let Some(Reverse((done, column))) = queue.pop() {
        steps += 1;
        if steps.is_multiple_of(STRIDE) && late() {
            return false;
        }
        for &row in model.teaches.of(column as usize) {
            if done >= times[row as usize] {
                continue;
            }
            // The queue gives times in order, so the first is the earliest.
            times[row as usize] = done;
            for &next in model.requirers.of(row as usize) {
                let left = &mut missing[next as usize];
                if *left == LATE {
                    continue;
                }
                *left -= 1;
                if *left == 0 {
                    let start = model.start(next as usize, done);
                    if start != LATE {
                        queue.push(Reverse((model.finish(next as usize, start), next)));
                    }
                }
            }
        }
    }
    true
}

/// The columns of `set` in an order in which each can be taken after those before it, as early as possible; what can't be
/// taken at all is left out. With each, when it begins and is done.
pub(crate) fn order(model: &Model, set: &[u32]) -> Vec<(u32, u32, u32)> {
    let times = walk(model, set);
    let mut order: Vec<(u32, u32, u32)> = set
        .iter()
        .map(|&column| (column, start(model, column as usize, &times)))
        .filter(|&(_, start)| start != LATE)
        .map(|(column, start)| (column, start, model.finish(column as usize, start)))
        .collect();
    order.sort_unstable_by_key(|&(column, start, done)| (done, start, column));
    // Where time stands still, done says nothing: what others build on goes first.
    let mut placed = Vec::with_capacity(order.len());
    let mut given = vec![false; model.rows()];
    while !order.is_empty() {
        let before = placed.len();
        order.retain(|&(column, start, done)| {
            let can = model.requires.of(column as usize).iter().all(|&row| given[row as usize]);
            if can {
                model.teaches.of(column as usize).iter().for_each(|&row| given[row as usize] = true);
                placed.push((column, start, done));
            }
            !can
        });
        if placed.len() == before {
            break;
        }
    }
    placed
}

/// Steps above which no path is looked through for what it can do without.
const TOO_MANY: usize = 20_000;

/// Takes out of a set that closes the gap whatever it can do without, the dearest first; stops when `stop` says so.
pub(crate) fn without_waste(model: &Model, set: &mut Vec<u32>, stop: &dyn Fn() -> bool) {
    if set.len() > TOO_MANY {
        return;
    }
    set.sort_unstable_by_key(|&column| (Reverse(model.cost[column as usize]), Reverse(model.weeks[column as usize]), column));
    set.dedup();
    let mut given = vec![0u32; model.rows()];
    for &column in set.iter() {
        model.teaches.of(column as usize).iter().for_each(|&row| given[row as usize] += 1);
    }
    let mut needed = vec![0u32; model.rows()];
    model.wanted.iter().for_each(|&row| needed[row as usize] += 1);
    for &column in set.iter() {
        model.requires.of(column as usize).iter().for_each(|&row| needed[row as usize] += 1);
    }
    let mut place = 0;
    while place < set.len() {
        let column = set[place];
        let only = |&row: &u32| given[row as usize] == 1 && needed[row as usize] > 0;
        if model.teaches.of(column as usize).iter().any(only) {
            place += 1;
            continue;
        }
        if stop() {
            return;
        }
        set.remove(place);
        if closes(model, set) {
            model.teaches.of(column as usize).iter().for_each(|&row| given[row as usize] -= 1);
            model.requires.of(column as usize).iter().for_each(|&row| needed[row as usize] -= 1);
            // What only served this one can go now.
            place = 0;
        } else {
            set.insert(place, column);
            place += 1;
        }
    }
}
