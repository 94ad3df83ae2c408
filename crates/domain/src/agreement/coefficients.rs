use super::interval::{interval, wilson};
use super::{Counted, Estimate, Method, Ratings};

/// The share of pairs of raters who agree, averaged over the items that at least two rated; none without such an item.
/// For two raters this is a share of items, and its interval is Wilson's.
pub fn observed(ratings: &Ratings) -> Option<Estimate> {
    let rows = ratings.counted(2);
    let n: f64 = total(&rows);
    if n == 0.0 {
        return None;
    }
    let value = mean(&rows, |row| row.agreement());
    if ratings.raters == 2 {
        return Some(Estimate { value, interval: wilson((value * n).round() as u64, n as u64), method: Method::Wilson });
    }
    let spread: f64 = rows.iter().map(|row| row.times * (row.agreement() - value).powi(2)).sum();
    Some(Estimate { value, interval: interval(value, spread / (n * (n - 1.0)), n), method: Method::Linearised })
}

/// Cohen's κ of two raters, over the items that both rated; none for another number of raters, and where chance alone explains everything.
pub fn cohen(ratings: &Ratings) -> Option<Estimate> {
    if ratings.raters == 2 { conger(&ratings.complete()) } else { None }
}

/// Conger's κ of several raters: chance is what each two of them, with their own habits, would agree on. For two raters who
/// rated everything it is Cohen's.
pub fn conger(ratings: &Ratings) -> Option<Estimate> {
    let rows = ratings.counted(1);
    let n = total(&rows);
    let mut habits = vec![vec![0.0; usize::from(ratings.values)]; ratings.raters];
    for row in &rows {
        for (rater, value) in given(row) {
            habits[rater][value] += row.times;
        }
    }
    let each: Vec<f64> = habits.iter().map(|habit| habit.iter().sum()).collect();
    let present = each.iter().filter(|rated| **rated > 0.0).count() as f64;
    if present < 2.0 {
        return None;
    }
    for (habit, rated) in habits.iter_mut().zip(&each) {
        habit.iter_mut().for_each(|share| *share /= rated.max(1.0));
    }
    let together: Vec<f64> = (0..usize::from(ratings.values)).map(|k| habits.iter().map(|habit| habit[k]).sum()).collect();
    let alone: f64 = habits.iter().flatten().map(|share| share * share).sum();
    let pairs = present * (present - 1.0);
    let chance = (together.iter().map(|share| share * share).sum::<f64>() - alone) / pairs;
    // What a rater's habit as a whole adds to chance, taken off from each of their ratings.
    let usual: Vec<f64> = habits.iter().map(|habit| habit.iter().zip(&together).map(|(p, all)| p * (all - p)).sum()).collect();
    let of = |row: &Counted| {
        let moved = given(row).map(|(g, k)| n / each[g] * (together[k] - habits[g][k] - usual[g]));
        chance + moved.sum::<f64>() / pairs
    };
    corrected(&rows, chance, of)
}

/// Fleiss' κ: chance is what two ratings drawn from everybody's would agree on.
pub fn fleiss(ratings: &Ratings) -> Option<Estimate> {
    let rows = ratings.counted(1);
    let shares = shares(&rows, ratings.values);
    let chance = shares.iter().map(|p| p * p).sum();
    corrected(&rows, chance, |row| row.counts.iter().map(|(k, n)| n / row.rated * shares[*k]).sum())
}

/// Gwet's AC1, for any number of raters: chance is agreement on items that are hard to tell. None if only one value is possible.
pub fn ac1(ratings: &Ratings) -> Option<Estimate> {
    if ratings.values < 2 {
        return None;
    }
    let rows = ratings.counted(1);
    let shares = shares(&rows, ratings.values);
    let others = f64::from(ratings.values) - 1.0;
    let chance = shares.iter().map(|p| p * (1.0 - p)).sum::<f64>() / others;
    corrected(&rows, chance, |row| row.counts.iter().map(|(k, n)| n / row.rated * (1.0 - shares[*k])).sum::<f64>() / others)
}

/// (observed − chance) / (1 − chance), and its linearised variance over items; `chance_of` is an item's part in chance, whose mean chance is.
fn corrected(rows: &[Counted], chance: f64, chance_of: impl Fn(&Counted) -> f64) -> Option<Estimate> {
    let n = total(rows);
    let paired: f64 = rows.iter().filter(|row| row.rated >= 2.0).map(|row| row.times).sum();
    let beyond = 1.0 - chance;
    if paired == 0.0 || beyond < 1e-12 {
        return None;
    }
    let observed = rows.iter().map(|row| row.times * row.agreement()).sum::<f64>() / paired;
    let value = (observed - chance) / beyond;
    let of = |row: &Counted| {
        let own = if row.rated >= 2.0 { n / paired * (row.agreement() - chance) / beyond } else { 0.0 };
        own - 2.0 * (1.0 - value) * (chance_of(row) - chance) / beyond
    };
    let spread: f64 = rows.iter().map(|row| row.times * (of(row) - value).powi(2)).sum();
    Some(Estimate { value, interval: interval(value, spread / (n * (n - 1.0)), n), method: Method::Linearised })
}

/// How often each value is given, every item counting the same.
fn shares(rows: &[Counted], values: u16) -> Vec<f64> {
    let (mut shares, n) = (vec![0.0; usize::from(values)], total(rows));
    for row in rows {
        for (value, times) in &row.counts {
            shares[*value] += row.times * times / row.rated / n;
        }
    }
    shares
}

fn given<'c>(row: &'c Counted) -> impl Iterator<Item = (usize, usize)> + 'c {
    row.row.iter().enumerate().filter_map(|(rater, value)| Some((rater, usize::from((*value)?))))
}

fn total(rows: &[Counted]) -> f64 {
    rows.iter().map(|row| row.times).sum()
}

fn mean(rows: &[Counted], of: impl Fn(&Counted) -> f64) -> f64 {
    rows.iter().map(|row| row.times * of(row)).sum::<f64>() / total(rows)
}
