//! What every path must have one of.
//!
//! Say a set of columns brings a wanted row too late or never. Begin with the row and its limit as something that is *not to be had in
//! time*, and go back: a column that could give it in time must itself be kept from beginning, so one of its requirements, one that the
//! set brings too late as well, is not to be had in time either. In the end there are columns left that nothing holds back. Any path
//! at all contains one of them, for in the order of a path something has to be the first that breaks one of the times; and none
//! of them is in the set. Where time stands still, this cuts through circles of requirements: nothing in a circle supports itself.

use crate::model::{LATE, Model};

/// The columns of which every path has one, for the late `row`, given what the set brings when. `weight` says which of a column's
/// missing requirements is the hardest.
pub(crate) fn cut(model: &Model, times: &[u32], row: u32, earliest: &[u32], weight: impl Fn(u32) -> i64) -> Vec<u32> {
    // By row: not to be had by this time.
    let mut barred: Vec<Option<u32>> = vec![None; model.rows()];
    barred[row as usize] = Some(model.limit);
    let mut open = vec![row];
    let mut found = Vec::new();
    while let Some(row) = open.pop() {
        let Some(by) = barred[row as usize] else { continue };
        for &column in model.providers.of(row as usize) {
            let Some(ready) = model.latest(column as usize, by) else { continue };
            let requires = model.requires.of(column as usize);
            if requires.iter().any(|&required| earliest[required as usize] > ready) {
                continue;
            }
            let missing = || requires.iter().copied().filter(|&required| times[required as usize] > ready);
            if missing().any(|required| barred[required as usize].is_some_and(|barred| barred >= ready)) {
                continue;
            }
            match missing().max_by_key(|&required| (barred[required as usize].is_some(), weight(required))) {
                Some(required) => {
                    barred[required as usize] = Some(ready);
                    open.push(required);
                }
                None => found.push(column),
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    debug_assert!(times[row as usize] == LATE || times[row as usize] > model.limit);
    found
}
