//! Moments, as every rule takes them: given, never read from a clock.

use serde::{Deserialize, Serialize};

/// Microseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ts(pub i64);

/// Microseconds in a day.
pub const DAY: i64 = 24 * HOUR;
/// Microseconds in an hour.
pub const HOUR: i64 = 3_600_000_000;

impl Ts {
    /// This many days later (or earlier).
    pub fn plus_days(self, days: i64) -> Ts {
        Ts(self.0.saturating_add(days.saturating_mul(DAY)))
    }

    /// This many seconds later.
    pub fn plus_seconds(self, seconds: i64) -> Ts {
        Ts(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// This many minutes later.
    pub fn plus_minutes(self, minutes: i64) -> Ts {
        self.plus_seconds(minutes.saturating_mul(60))
    }

    /// This many hours later.
    pub fn plus_hours(self, hours: i64) -> Ts {
        Ts(self.0.saturating_add(hours.saturating_mul(HOUR)))
    }

    /// This many months of 30.4375 days later: validity and currency are given in months, and a rule that
    /// works on calendar months would need a time zone for each learner.
    pub fn plus_months(self, months: i64) -> Ts {
        Ts(self.0.saturating_add(months.saturating_mul(DAY / 16 * 487)))
    }

    /// The UTC day this moment is in, counted from 1970-01-01.
    pub fn day(self) -> i64 {
        self.0.div_euclid(DAY)
    }

    /// The moment `n` working days (Monday to Friday, UTC) later. Public holidays are not known here.
    pub fn plus_working_days(self, n: u32) -> Ts {
        let mut at = self;
        let mut left = n;
        while left > 0 {
            at = at.plus_days(1);
            // 1970-01-01 was a Thursday, so day 2 is a Saturday.
            if !matches!(at.day().rem_euclid(7), 2 | 3) {
                left -= 1;
            }
        }
        at
    }
}

/// The day that `YYYY-MM-DD` names, counted from 1970-01-01; none if it names none.
pub fn day_of(text: &str) -> Option<i64> {
    let mut parts = text.splitn(3, '-');
    let mut part = |digits: usize| parts.next().filter(|p| p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()))?.parse::<i64>().ok();
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let in_month = *lengths.get(usize::try_from(month - 1).ok()?)?;
    if !(1..=in_month).contains(&day) {
        return None;
    }
    let before: i64 = lengths[..(month - 1) as usize].iter().sum();
    let leaps = |years: i64| years / 4 - years / 100 + years / 400;
    let years = if year > 0 { (year - 1970) * 365 + leaps(year - 1) - leaps(1969) } else { return None };
    Some(years + before + day - 1)
}

#[cfg(test)]
mod tests;
