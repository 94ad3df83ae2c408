//! Making a model smaller without making its optimum worse. Three rules, each with its proof.
//!
//! **What can't be.** A column that requires what no column gives is in no path.
//!
//! **The price.** Let a column cost at least as much as the prices (see `prices`) of all the rows that it gives and that still matter, and
//! let no price rest on it. Then in any path it can be swapped for the paths behind those prices: they stand on their own, they give at
//! least what it gave, and the rest of the path follows them. Rows matter if they are wanted or if a column that stays requires them, so rows and
//! columns are taken in together, from what is wanted on. Where time counts, a price is asked "by when": the paths must be done at the earliest
//! time at which the column itself can be done, so that the swap delays nothing. All columns that the rule refuses can be swapped at once,
//! because no price rests on any of them.
//!
//! **The better twin.** A column that gives no more, requires no less, costs no less and ends no earlier than another is never needed beside it.

use crate::labels::{Labels, labels};
use crate::model::{LATE, Model, STRIDE};
use crate::prices::NEVER;
use crate::walk::earliest;

/// The smallest model that the rules lead to. Wanted rows that nothing gives are taken out; their skills come back beside it.
/// Stops early, with what it has, when `late` says so; `None` if that is nothing.
pub(crate) fn reduce(model: Model, late: &dyn Fn() -> bool) -> Option<(Model, Vec<u32>)> {
    let (mut model, unreachable) = possible(model, late)?;
    while !late() {
        let before = model.columns();
        let Some(labels) = labels(&model, late) else { break };
        if late() {
            break;
        }
        let Some(smaller) = model.restricted_to(&worth_their_price(&model, &labels), &model.wanted, |_, _| true, late) else { break };
        model = smaller;
        let Some(keep) = without_twins(&model, late) else { break };
        let Some(smaller) = model.restricted_to(&keep, &model.wanted, |_, _| true, late) else { break };
        model = smaller;
        if model.columns() == before {
            break;
        }
    }
    Some((model, unreachable))
}

/// Without the columns that can never begin, and without the wanted rows that never come.
fn possible(model: Model, late: &dyn Fn() -> bool) -> Option<(Model, Vec<u32>)> {
    let times = earliest(&model, late)?;
    let comes = |row: u32| times[row as usize] != LATE;
    let keep: Vec<u32> =
        (0..model.columns() as u32).filter(|&column| crate::walk::start(&model, column as usize, &times) != LATE).collect();
    let (wanted, lost): (Vec<u32>, Vec<u32>) = model.wanted.iter().partition(|&&row| comes(row));
    let unreachable = lost.iter().map(|&row| model.skill[row as usize]).collect();
    let all = keep.len() == model.columns() && wanted.len() == model.wanted.len();
    Some((if all { model } else { model.restricted_to(&keep, &wanted, |_, _| true, late)? }, unreachable))
}

/// The model with everything wanted by `limit`, and nothing in it that comes too late for that: a column that can't be done before the last
/// time at which what it gives is still of use. `None` if `late` says so.
pub(crate) fn within(model: &Model, limit: u32, times: &[u32], late: &dyn Fn() -> bool) -> Option<Model> {
    // By row, the last time at which it is of use.
    let mut last: Vec<Option<u32>> = vec![None; model.rows()];
    let mut open = model.wanted.clone();
    open.iter().for_each(|&row| last[row as usize] = Some(limit));
    let mut steps = 0usize;
    while let Some(row) = open.pop() {
        let Some(by) = last[row as usize] else { continue };
        steps += 1;
        if steps.is_multiple_of(STRIDE) && late() {
            return None;
        }
        for &column in model.providers.of(row as usize) {
            let Some(ready) = model.latest(column as usize, by) else { continue };
            for &required in model.requires.of(column as usize) {
                if last[required as usize].is_none_or(|last| last < ready) {
                    last[required as usize] = Some(ready);
                    open.push(required);
                }
            }
        }
    }
    let done = |column: u32| model.finish(column as usize, crate::walk::start(model, column as usize, times));
    let useful = |column: u32, row: u32| last[row as usize].is_some_and(|last| done(column) <= last);
    let columns = 0..model.columns() as u32;
    let keep: Vec<u32> = columns.filter(|&column| model.teaches.of(column as usize).iter().any(|&row| useful(column, row))).collect();
    let mut within = model.restricted_to(&keep, &model.wanted, useful, late)?;
    within.limit = limit;
    Some(within)
}

/// The columns that the rule of the price lets stay.
fn worth_their_price(model: &Model, labels: &Labels) -> Vec<u32> {
    let mut kept = vec![false; model.columns()];
    let mut gain = vec![0i64; model.columns()];
    let mut relevant = vec![false; model.rows()];
    let mut open = model.wanted.clone();
    open.iter().for_each(|&row| relevant[row as usize] = true);
    while let Some(row) = open.pop() {
        let mut accept = |column: u32, open: &mut Vec<u32>| {
            kept[column as usize] = true;
            for &required in model.requires.of(column as usize) {
                if !std::mem::replace(&mut relevant[required as usize], true) {
                    open.push(required);
                }
            }
        };
        for label in labels.of(row) {
            accept(label.column, &mut open);
        }
        for &column in model.providers.of(row as usize) {
            let number = column as usize;
            gain[number] = (gain[number] + labels.price(row, labels.done[number])).min(NEVER);
            if model.cost[number] < gain[number] {
                accept(column, &mut open);
            }
        }
    }
    (0..model.columns() as u32).filter(|&column| kept[column as usize]).collect()
}

/// The columns that have no better twin. `None` if `late` says so.
fn without_twins(model: &Model, late: &dyn Fn() -> bool) -> Option<Vec<u32>> {
    let mut order: Vec<u32> = (0..model.columns() as u32).collect();
    order.sort_unstable_by_key(|&column| {
        let number = column as usize;
        (model.cost[number], usize::MAX - model.teaches.of(number).len(), model.requires.of(number).len(), model.weeks[number], column)
    });
    let signature = |rows: &[u32]| rows.iter().fold(0u64, |bits, row| bits | 1 << (row & 63));
    let gives: Vec<u64> = (0..model.columns()).map(|column| signature(model.teaches.of(column))).collect();
    let mut by_row: Vec<Vec<u32>> = vec![Vec::new(); model.rows()];
    let mut keep = Vec::new();
    for (number, &column) in order.iter().enumerate() {
        let rows = model.teaches.of(column as usize);
        let Some(rarest) = rows.iter().min_by_key(|&&row| by_row[row as usize].len()) else { continue };
        if number & 0x3f == 0 && late() {
            return None;
        }
        let covered = |&other: &u32| gives[column as usize] & !gives[other as usize] == 0 && better(model, other as usize, column as usize);
        if by_row[*rarest as usize].iter().any(covered) {
            continue;
        }
        rows.iter().for_each(|&row| by_row[row as usize].push(column));
        keep.push(column);
    }
    keep.sort_unstable();
    Some(keep)
}

/// Whether the one gives all that the other gives, requires nothing more, and is done no later. What they cost is not asked.
fn better(model: &Model, one: usize, other: usize) -> bool {
    let within = |few: &[u32], many: &[u32]| few.iter().all(|row| many.contains(row));
    let starts = model.starts.of(one);
    model.weeks[one] <= model.weeks[other]
        && (starts.is_empty() || starts == model.starts.of(other))
        && within(model.teaches.of(other), model.teaches.of(one))
        && within(model.requires.of(one), model.requires.of(other))
}
