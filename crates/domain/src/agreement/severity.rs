use super::interval::interval;
use super::{Estimate, Method, Ratings};

/// How much stricter than the others a rater is, from −1 (always higher than everybody) over 0 (as often higher as lower) to 1 (always
/// lower). Values stand in their order, lowest first. On each item that others rated too: the share of them who went higher, less the share
/// who went lower; then the mean over items. It needs no distance between steps, so that it holds for a scale of words. None if nobody else
/// rated what they rated.
pub fn severity(ratings: &Ratings, rater: usize) -> Option<Estimate> {
    let stricter = |row: &Vec<Option<u16>>| {
        let own = (*row.get(rater)?)?;
        let others = row.iter().enumerate().filter(|(other, _)| *other != rater).filter_map(|(_, value)| *value);
        let (sum, many) = others.fold((0.0, 0.0), |(sum, many), value| {
            let higher = f64::from(u8::from(value > own)) - f64::from(u8::from(value < own));
            (sum + higher, many + 1.0)
        });
        (many > 0.0).then(|| sum / many)
    };
    let items: Vec<(f64, f64)> = ratings.rows.iter().filter_map(|(row, times)| Some((*times as f64, stricter(row)?))).collect();
    let n: f64 = items.iter().map(|(times, _)| times).sum();
    if n == 0.0 {
        return None;
    }
    let value = items.iter().map(|(times, s)| times * s).sum::<f64>() / n;
    let spread: f64 = items.iter().map(|(times, s)| times * (s - value).powi(2)).sum();
    let interval = interval(value, spread / (n * (n - 1.0)), n).map(|(low, high)| (low.max(-1.0), high));
    Some(Estimate { value, interval, method: Method::Linearised })
}
