use super::interval::interval;
use super::{Counted, Estimate, Level, Method, Ratings};

/// Krippendorff's α, over the items that at least two rated; none without such an item, and where only one value was given: what
/// never varies can't be reliable or unreliable.
pub fn alpha(ratings: &Ratings, level: Level) -> Option<Estimate> {
    let rows = ratings.counted(2);
    let mut all = Coincidences::none(usize::from(ratings.values));
    rows.iter().for_each(|row| all.add(row, row.times));
    let value = all.alpha(level)?;
    let n: f64 = rows.iter().map(|row| row.times).sum();
    Some(Estimate { value, interval: spread(&rows, &mut all, level, n).and_then(|v| interval(value, v, n)), method: Method::Jackknife })
}

/// The jackknife's variance; none if leaving out an item leaves nothing to compute.
fn spread(rows: &[Counted], all: &mut Coincidences, level: Level, n: f64) -> Option<f64> {
    let mut without = Vec::with_capacity(rows.len());
    for row in rows {
        all.add(row, -1.0);
        let value = all.alpha(level);
        all.add(row, 1.0);
        without.push((row.times, value?));
    }
    let mean = without.iter().map(|(times, value)| times * value).sum::<f64>() / n;
    Some((n - 1.0) / n * without.iter().map(|(times, value)| times * (value - mean).powi(2)).sum::<f64>())
}

/// How often each value meets each other one within an item, every rating counting once.
struct Coincidences {
    values: usize,
    /// Row by row.
    pairs: Vec<f64>,
    /// How often each value is given where another rating is there to meet.
    given: Vec<f64>,
}

impl Coincidences {
    fn none(values: usize) -> Coincidences {
        Coincidences { values, pairs: vec![0.0; values * values], given: vec![0.0; values] }
    }

    fn add(&mut self, row: &Counted, times: f64) {
        for (c, many) in &row.counts {
            self.given[*c] += times * many;
            for (k, others) in &row.counts {
                let meetings = if c == k { many * (many - 1.0) } else { many * others };
                self.pairs[c * self.values + k] += times * meetings / (row.rated - 1.0);
            }
        }
    }

    fn alpha(&self, level: Level) -> Option<f64> {
        let n: f64 = self.given.iter().sum();
        let (met, expected) = match level {
            Level::Nominal => self.differences(|c, k| if c == k { 0.0 } else { 1.0 }),
            Level::Ordinal => {
                let ranks = self.ranks();
                self.differences(|c, k| (ranks[c] - ranks[k]).powi(2))
            }
        };
        // A little is left where much was added and taken away.
        (expected > 1e-9 && n > 1.5).then(|| 1.0 - (n - 1.0) * met / expected)
    }

    /// Differences that were met, and those that would be if ratings fell at random; neither is divided by the number of ratings yet.
    fn differences(&self, between: impl Fn(usize, usize) -> f64) -> (f64, f64) {
        let (mut met, mut expected) = (0.0, 0.0);
        for c in 0..self.values {
            for k in (0..self.values).filter(|k| *k != c) {
                let far = between(c, k);
                met += self.pairs[c * self.values + k] * far;
                expected += self.given[c] * self.given[k] * far;
            }
        }
        (met, expected)
    }

    /// The middle of where each value's ratings stand if all are put in order: the ordinal distance is the difference of these.
    fn ranks(&self) -> Vec<f64> {
        let mut before = 0.0;
        let rank = |given: &f64| {
            let middle = before + given / 2.0;
            before += given;
            middle
        };
        self.given.iter().map(rank).collect()
    }
}
