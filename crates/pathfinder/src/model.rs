//! One learner's problem, cut out of the catalogue: the offerings that matter as columns, the skills that matter as rows.

use crate::catalogue::Catalogue;
use crate::lists::Lists;
use crate::prices::{Map, Set};

/// How many columns are gone through between two looks at the clock.
pub(crate) const STRIDE: usize = 4096;

/// A time that never comes.
pub(crate) const LATE: u32 = u32::MAX;

/// Columns are offerings, rows are skills that are wanted or that a column requires. What is held is in neither.
#[derive(Debug, Default)]
pub(crate) struct Model {
    /// The catalogue's number of each column.
    pub offering: Vec<u32>,
    pub cost: Vec<i64>,
    /// Weeks each column takes; all 0 where time doesn't count.
    pub weeks: Vec<u32>,
    /// Weeks in which each column can begin; empty: any.
    pub starts: Lists,
    pub teaches: Lists,
    pub requires: Lists,
    /// Columns by row that they teach.
    pub providers: Lists,
    /// Columns by row that they require.
    pub requirers: Lists,
    /// The catalogue's skill of each row.
    pub skill: Vec<u32>,
    /// Rows, ascending.
    pub wanted: Vec<u32>,
    /// When the last wanted row must be there.
    pub limit: u32,
}

impl Model {
    /// The model of the given offerings. Those in `taken` are paid for already, and what they require is wanted.
    /// With `timed` false everything takes no time at all, and the limit is 0. `None` if `late` says so.
    pub fn new(
        catalogue: &Catalogue,
        offerings: &[u32],
        wanted: &[u32],
        held: &Set,
        taken: &[u32],
        timed: bool,
        late: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let mut row_of: Map<u32> = Map::default();
        let mut skill = Vec::new();
        let mut row = |s: u32| {
            *row_of.entry(s).or_insert_with(|| {
                skill.push(s);
                skill.len() as u32 - 1
            })
        };
        let mut wanted: Vec<u32> = wanted.iter().map(|&s| row(s)).collect();
        let taken: Set = taken.iter().copied().collect();
        let mut model = Self { limit: if timed { LATE - 1 } else { 0 }, ..Self::default() };
        for (place, &offering) in offerings.iter().enumerate() {
            if place % STRIDE == 0 && late() {
                return None;
            }
            let requires: Vec<u32> =
                catalogue.requires.of(offering as usize).iter().filter(|s| !held.contains(s)).map(|&s| row(s)).collect();
            if taken.contains(&offering) {
                wanted.extend(&requires);
            }
            model.requires.push(requires);
        }
        for (place, &offering) in offerings.iter().enumerate() {
            if place % STRIDE == 0 && late() {
                return None;
            }
            let number = offering as usize;
            model.offering.push(offering);
            model.cost.push(if taken.contains(&offering) { 0 } else { catalogue.cost[number] });
            model.weeks.push(if timed { catalogue.weeks[number] } else { 0 });
            model.starts.push(catalogue.starts.of(number).iter().copied().filter(|_| timed));
            model.teaches.push(catalogue.teaches.of(number).iter().filter(|s| !held.contains(s)).filter_map(|s| row_of.get(s).copied()));
        }
        wanted.sort_unstable();
        wanted.dedup();
        (!late()).then(|| Self { wanted, skill, ..model }.linked())
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.cost.len()
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.skill.len()
    }

    /// Whether time plays a part.
    pub fn timed(&self) -> bool {
        self.limit > 0
    }

    fn linked(mut self) -> Self {
        self.providers = self.teaches.reversed(self.skill.len(), |_| true);
        self.requirers = self.requires.reversed(self.skill.len(), |_| true);
        self
    }

    /// A model of few offerings.
    pub fn small(catalogue: &Catalogue, offerings: &[u32], held: &Set, taken: &[u32]) -> Self {
        Self::new(catalogue, offerings, &[], held, taken, true, &|| false).unwrap_or_default()
    }

    /// The same problem with the columns of `keep` only, the rows that then are wanted or required, and only what `gives` lets a column give.
    /// `None` if `late` says so.
    pub fn restricted_to(&self, keep: &[u32], wanted: &[u32], gives: impl Fn(u32, u32) -> bool, late: &dyn Fn() -> bool) -> Option<Self> {
        let mut row_of = vec![LATE; self.rows()];
        let mut skill = Vec::new();
        let rows = keep.iter().flat_map(|&column| self.requires.of(column as usize)).chain(wanted);
        for &row in rows {
            if row_of[row as usize] == LATE {
                row_of[row as usize] = skill.len() as u32;
                skill.push(self.skill[row as usize]);
            }
        }
        let mut model = Self { skill, limit: self.limit, ..Self::default() };
        for (place, &number) in keep.iter().enumerate() {
            if place % STRIDE == 0 && late() {
                return None;
            }
            let column = number as usize;
            let known = |row: &u32| Some(row_of[*row as usize]).filter(|&row| row != LATE);
            model.offering.push(self.offering[column]);
            model.cost.push(self.cost[column]);
            model.weeks.push(self.weeks[column]);
            model.starts.push(self.starts.of(column).iter().copied());
            model.teaches.push(self.teaches.of(column).iter().filter(|&&row| gives(number, row)).filter_map(known));
            model.requires.push(self.requires.of(column).iter().filter_map(known));
        }
        model.wanted = wanted.iter().map(|&row| row_of[row as usize]).collect();
        model.wanted.sort_unstable();
        (!late()).then(|| model.linked())
    }

    /// When a column can begin, once what it requires is there.
    pub fn start(&self, column: usize, ready: u32) -> u32 {
        let starts = self.starts.of(column);
        if starts.is_empty() { ready } else { starts.get(starts.partition_point(|&start| start < ready)).copied().unwrap_or(LATE) }
    }

    /// When a column that begins at `start` is done.
    pub fn finish(&self, column: usize, start: u32) -> u32 {
        start.saturating_add(self.weeks[column])
    }

    /// The last time at which what a column requires may come, so that it is done by `by`.
    pub fn latest(&self, column: usize, by: u32) -> Option<u32> {
        let last = by.checked_sub(self.weeks[column])?;
        let starts = self.starts.of(column);
        if starts.is_empty() {
            return Some(last);
        }
        starts.partition_point(|&start| start <= last).checked_sub(1).map(|place| starts[place])
    }
}
