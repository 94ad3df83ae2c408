//! First answers: quick, sound, not the best.

use crate::labels::Labels;
use crate::model::{LATE, Model};
use crate::prices::NEVER;
use crate::walk::walk;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// For each wanted row the cheapest way that is in time, all put together. `None` if a row has none, as far as the labels know.
pub(crate) fn ways(model: &Model, labels: &Labels, stop: &dyn Fn() -> bool) -> Option<Vec<u32>> {
    // By row, the time by which it was asked for already.
    let mut asked = vec![LATE; model.rows()];
    let mut set = Vec::new();
    let mut open: Vec<(u32, u32)> = model.wanted.iter().map(|&row| (row, model.limit)).collect();
    let mut steps = 0u32;
    while let Some((row, by)) = open.pop() {
        steps += 1;
        if steps & 0xfff == 0 && stop() {
            return None;
        }
        if asked[row as usize] <= by {
            continue;
        }
        asked[row as usize] = by;
        let labels = labels.of(row);
        let label = labels[..labels.partition_point(|label| label.time <= by)].last()?;
        set.push(label.column);
        let ready = model.latest(label.column as usize, label.time)?;
        open.extend(model.requires.of(label.column as usize).iter().map(|&required| (required, ready)));
    }
    set.sort_unstable();
    set.dedup();
    Some(set)
}

/// Again and again the column that, with the cheapest way to it, costs least for each wanted row that it gives. Asks nothing about time.
pub(crate) fn by_ratio(model: &Model, labels: &Labels, stop: &dyn Fn() -> bool) -> Option<Vec<u32>> {
    let mut wanted = vec![false; model.rows()];
    model.wanted.iter().for_each(|&row| wanted[row as usize] = true);
    let mut given = vec![false; model.rows()];
    let price = |row: u32, given: &[bool]| if given[row as usize] { 0 } else { labels.price(row, LATE - 1) };
    // What a row costs, times a million; `None` if it gives nothing that is still wanted.
    let ratio = |column: usize, given: &[bool]| {
        let gives = model.teaches.of(column).iter().filter(|&&row| wanted[row as usize] && !given[row as usize]).count() as i128;
        let cost = model.requires.of(column).iter().fold(model.cost[column], |sum, &row| (sum + price(row, given)).min(NEVER));
        (gives > 0 && cost < NEVER).then(|| i128::from(cost) * 1_000_000 / gives)
    };
    let mut queue: BinaryHeap<_> =
        (0..model.columns()).filter_map(|column| ratio(column, &given).map(|ratio| Reverse((ratio, column)))).collect();
    let mut set = Vec::new();
    while let Some(Reverse((old, column))) = queue.pop() {
        let Some(now) = ratio(column, &given) else { continue };
        if now > old {
            queue.push(Reverse((now, column)));
            continue;
        }
        if stop() {
            return None;
        }
        let mut open = vec![column as u32];
        while let Some(column) = open.pop() {
            set.push(column);
            for &row in model.requires.of(column as usize) {
                if !given[row as usize] {
                    open.push(labels.of(row).last()?.column);
                }
            }
            model.teaches.of(column as usize).iter().for_each(|&row| given[row as usize] = true);
        }
    }
    set.sort_unstable();
    set.dedup();
    let times = walk(model, &set);
    crate::walk::late(model, &times).is_none().then_some(set)
}
