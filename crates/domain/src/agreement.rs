//! How far people who judge the same work judge alike (2.13.10), so that anybody can compute it again.
//!
//! Point estimates follow the books: Cohen (1960) for two raters and Conger (1980) for several; Fleiss (1971); AC1 by Gwet (2008);
//! α by Krippendorff (2011, "Computing Krippendorff's alpha-reliability"). Intervals are of 95 % and say in [`Estimate::method`] how they were made.

mod alarm;
mod alpha;
mod coefficients;
mod interval;
mod severity;

pub use alarm::{Band, Light, band, light, overturned_too_often};
pub use alpha::alpha;
pub use coefficients::{ac1, cohen, conger, fleiss, observed};
pub use interval::wilson;
pub use severity::severity;

use std::collections::BTreeMap;

/// More values than any scale has.
pub const MAX_VALUES: u16 = 100;

/// What values mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Names: two are the same or not.
    Nominal,
    /// Steps of a scale: 0 is the lowest, and far apart is worse than near.
    Ordinal,
}

/// Who judged what how: one row for each item, with a value (0, 1, …) or nothing from each rater.
///
/// Rows that are the same are kept once with their number, so that what follows costs as much as there are different rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratings {
    raters: usize,
    values: u16,
    rows: BTreeMap<Vec<Option<u16>>, u64>,
}

/// A row that doesn't fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// More or fewer cells than raters.
    #[error("a row has as many cells as there are raters")]
    Width,
    /// A value that is not below the number of values.
    #[error("a value is below the number of values")]
    Value,
}

/// A number with its 95 % interval, where there is enough to give one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// Its lower and upper end. None for fewer than two items, and where no two items differ: they can't tell how sure the number is.
    pub interval: Option<(f64, f64)>,
    /// How the interval was made.
    pub method: Method,
}

/// How an interval was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Wilson (1927), for a share of items.
    Wilson,
    /// The linearised variance over items of Gwet (2014, ch. 5), with Student's t for items − 1.
    Linearised,
    /// Leaving out one item at a time (Hughes 2022, "Toward improved inference for Krippendorff's Alpha"), with Student's t for items − 1.
    Jackknife,
}

impl Method {
    /// The name in documents.
    pub fn code(self) -> &'static str {
        match self {
            Self::Wilson => "wilson",
            Self::Linearised => "linearised",
            Self::Jackknife => "jackknife",
        }
    }
}

impl Ratings {
    /// No rows yet, of `raters` people who give one of `values` (at most [`MAX_VALUES`]; more are taken as that many).
    pub fn new(raters: usize, values: u16) -> Ratings {
        Ratings { raters, values: values.min(MAX_VALUES), rows: BTreeMap::new() }
    }

    /// The four cells of two raters who say yes or no: both yes, only the first, only the second, both no.
    pub fn two_by_two(cells: [u64; 4]) -> Ratings {
        let pairs = [(1, 1), (1, 0), (0, 1), (0, 0)];
        let rows = pairs.into_iter().zip(cells).filter(|(_, times)| *times > 0);
        Ratings { raters: 2, values: 2, rows: rows.map(|((a, b), times)| (vec![Some(a), Some(b)], times)).collect() }
    }

    /// Adds an item.
    pub fn push(&mut self, row: &[Option<u16>]) -> Result<(), Misfit> {
        if row.len() != self.raters {
            return Err(Misfit::Width);
        }
        if row.iter().flatten().any(|value| *value >= self.values) {
            return Err(Misfit::Value);
        }
        match self.rows.get_mut(row) {
            Some(times) => *times += 1,
            None => drop(self.rows.insert(row.to_vec(), 1)),
        }
        Ok(())
    }

    /// How many people rate.
    pub fn raters(&self) -> usize {
        self.raters
    }

    /// How many items were rated by at least `least` people.
    pub fn items_rated_by(&self, least: usize) -> u64 {
        self.rows.iter().filter(|(row, _)| rated(row) >= least).map(|(_, times)| times).sum()
    }

    /// Only the items that everybody rated.
    fn complete(&self) -> Ratings {
        let rows = self.rows.iter().filter(|(row, _)| rated(row) == self.raters);
        Ratings { rows: rows.map(|(row, times)| (row.clone(), *times)).collect(), ..*self }
    }

    /// The rows with at least `least` ratings, counted by value.
    fn counted(&self, least: usize) -> Vec<Counted<'_>> {
        self.rows.iter().filter(|(row, _)| rated(row) >= least).map(|(row, times)| Counted::of(row, *times)).collect()
    }
}

fn rated(row: &[Option<u16>]) -> usize {
    row.iter().flatten().count()
}

/// A row by value.
struct Counted<'r> {
    row: &'r [Option<u16>],
    /// How many items look like this.
    times: f64,
    /// Each value given, and by how many.
    counts: Vec<(usize, f64)>,
    /// By how many it was rated.
    rated: f64,
}

impl<'r> Counted<'r> {
    fn of(row: &'r [Option<u16>], times: u64) -> Counted<'r> {
        let mut by_value: BTreeMap<usize, f64> = BTreeMap::new();
        for value in row.iter().flatten() {
            *by_value.entry(usize::from(*value)).or_default() += 1.0;
        }
        let counts: Vec<_> = by_value.into_iter().collect();
        let rated = counts.iter().map(|(_, n)| n).sum();
        Counted { row, times: times as f64, counts, rated }
    }

    /// The share of pairs of raters that agree on it; 0 if fewer than two rated it.
    fn agreement(&self) -> f64 {
        let same: f64 = self.counts.iter().map(|(_, n)| n * (n - 1.0)).sum();
        if self.rated < 2.0 { 0.0 } else { same / (self.rated * (self.rated - 1.0)) }
    }
}

#[cfg(test)]
mod tests;
