//! Which of the listed learning comes into question for one learner and on which terms, what is a balance of time and money,
//! and how much learning recognition saves.

use crate::CriterionId;
use crate::offering::{Offering, Participation};
use crate::text::fold;
use crate::time::day_of;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Hours a week that learning is taken to ask for where its provider says how many hours it takes and not how long, and the
/// learner says nothing about theirs. Shown beside every length that comes of it.
pub const PACE: u16 = 10;

/// What a learner asks of all learning alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Conditions {
    /// The first day on which they can begin, counted from 1970-01-01.
    pub from: i64,
    /// Their hours a week; then they take one offering after the other.
    pub hours: Option<u16>,
    /// The currency in which prices are compared (ISO 4217): no rate between two is known here.
    pub currency: String,
    /// Whether the help that providers state is taken off their prices.
    pub help: bool,
    /// Ways to take part, any of which will do; empty: all.
    pub modes: Vec<Participation>,
    /// Where, folded; online learning is everywhere. Empty: anywhere.
    pub place: String,
    /// The language tag of what is taught.
    pub language: Option<String>,
}

/// What an offering asks of a learner under their conditions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The most they have to pay, help subtracted, in hundredths of the currency.
    pub cents: i64,
    /// The help that was subtracted.
    pub help: i64,
    /// Weeks from beginning to end.
    pub weeks: u32,
    /// The weeks follow from the hours and a pace, for nobody says how long it is.
    pub paced: bool,
    /// The most minutes of work it may take.
    pub minutes: Option<i64>,
    /// The day on which it begins, as `YYYY-MM-DD`; none: at any time.
    pub starts: Option<String>,
}

/// Why an offering that closes something is not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// Nobody lists it any more.
    Retired,
    /// Nobody knows its price.
    NoPrice,
    /// It is priced in another currency.
    OtherCurrency,
    /// Nobody knows how long it is, or how many hours it takes.
    NoLength,
    /// It began before the learner can.
    Begun,
    /// It asks for more hours a week than the learner has, on days of its own.
    TooManyHours,
    /// It is taken part in another way.
    OtherMode,
    /// It is elsewhere.
    OtherPlace,
    /// It is taught in another language, or nobody says in which.
    OtherLanguage,
}

impl LeftOut {
    /// All of them, in the order they are told.
    pub const ALL: [LeftOut; 9] = [
        LeftOut::NoPrice,
        LeftOut::OtherCurrency,
        LeftOut::NoLength,
        LeftOut::Begun,
        LeftOut::TooManyHours,
        LeftOut::OtherMode,
        LeftOut::OtherPlace,
        LeftOut::OtherLanguage,
        LeftOut::Retired,
    ];

    /// Its name in words and programs.
    pub fn name(self) -> &'static str {
        match self {
            LeftOut::Retired => "retired",
            LeftOut::NoPrice => "no_price",
            LeftOut::OtherCurrency => "other_currency",
            LeftOut::NoLength => "no_length",
            LeftOut::Begun => "begun",
            LeftOut::TooManyHours => "too_many_hours",
            LeftOut::OtherMode => "other_mode",
            LeftOut::OtherPlace => "other_place",
            LeftOut::OtherLanguage => "other_language",
        }
    }
}

/// Prices above this are taken for mistakes: a thousand million.
const MOST_CENTS: i64 = 100_000_000_000;
/// So are lengths: a hundred years.
const MOST_WEEKS: i64 = 5_200;

/// The terms of an offering under these conditions, or why it does not come into question.
pub fn on_terms(o: &Offering, c: &Conditions) -> Result<Terms, LeftOut> {
    if o.retired.is_some() {
        return Err(LeftOut::Retired);
    }
    wanted(o, c)?;
    let (cents, help) = price(o, c)?;
    let minutes = o.minutes().filter(|m| *m >= 0);
    let (weeks, paced) = weeks(o, minutes, c)?;
    let starts = o.starts.clone();
    if starts.as_deref().and_then(day_of).is_some_and(|day| day < c.from) {
        return Err(LeftOut::Begun);
    }
    Ok(Terms { cents, help, weeks, paced, minutes, starts })
}

/// Whether it is the kind of learning that was asked for.
fn wanted(o: &Offering, c: &Conditions) -> Result<(), LeftOut> {
    if !c.modes.is_empty() && !o.participation.is_some_and(|how| c.modes.contains(&how)) {
        return Err(LeftOut::OtherMode);
    }
    let here = || o.place.as_ref().is_some_and(|place| fold(place).contains(&c.place));
    if !c.place.is_empty() && o.participation != Some(Participation::Online) && !here() {
        return Err(LeftOut::OtherPlace);
    }
    if c.language.is_some() && o.language != c.language {
        return Err(LeftOut::OtherLanguage);
    }
    Ok(())
}

/// What is to be paid, and the help in it.
fn price(o: &Offering, c: &Conditions) -> Result<(i64, i64), LeftOut> {
    let cents = o.cost().filter(|cents| (0..=MOST_CENTS).contains(cents)).ok_or(LeftOut::NoPrice)?;
    let currency = o.price.as_ref().and_then(|p| p.known.as_ref()).and_then(|p| p.currency.as_deref());
    match currency {
        _ if cents == 0 => {}
        None => return Err(LeftOut::NoPrice),
        Some(other) if other != c.currency => return Err(LeftOut::OtherCurrency),
        Some(_) => {}
    }
    let help = if c.help { o.help.as_ref().map_or(0, |h| h.cents.clamp(0, cents)) } else { 0 };
    Ok((cents - help, help))
}

/// How many weeks it takes, and whether that follows from a pace only.
fn weeks(o: &Offering, minutes: Option<i64>, c: &Conditions) -> Result<(u32, bool), LeftOut> {
    let stated = o.days.as_ref().and_then(|d| d.known).map(|d| (d.most.max(1) + 6) / 7);
    let at = |hours: u16| minutes.map(|m| ((m + i64::from(hours) * 60 - 1) / (i64::from(hours.max(1)) * 60)).max(1));
    let weeks = match (stated, c.hours) {
        (None, hours) => at(hours.unwrap_or(PACE).max(1)).ok_or(LeftOut::NoLength)?,
        (Some(weeks), None) => weeks,
        (Some(weeks), Some(hours)) => {
            let needed = at(hours.max(1)).unwrap_or(weeks);
            if needed > weeks && o.starts.is_some() {
                return Err(LeftOut::TooManyHours);
            }
            weeks.max(needed)
        }
    };
    if weeks > MOST_WEEKS { Err(LeftOut::NoLength) } else { Ok((weeks as u32, stated.is_none())) }
}

/// Which of these options (cost, weeks) is the balance: the one for which the share of the money that could be saved and the
/// share of the time that could be saved, both between the options' least and most, are least together. Of two alike, the first.
pub fn balance(options: &[(i64, u32)]) -> Option<usize> {
    let range = |of: fn(&(i64, u32)) -> i128| {
        let (least, most) = (options.iter().map(of).min()?, options.iter().map(of).max()?);
        Some((least, (most - least).max(1)))
    };
    let (cost, weeks) = (range(|o| i128::from(o.0))?, range(|o| i128::from(o.1))?);
    // Both shares with the same denominator, so that nothing is rounded.
    let sum = |o: &(i64, u32)| (i128::from(o.0) - cost.0) * weeks.1 + (i128::from(o.1) - weeks.0) * cost.1;
    (0..options.len()).min_by_key(|&n| sum(&options[n]))
}

/// Learning that somebody need not take because they showed what it teaches (challenge 7, first measure).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Avoided {
    /// Minutes of the modules that need not be taken.
    pub minutes: i64,
    /// Minutes of all modules that somebody takes of whom nothing is recognised.
    pub nominal: i64,
    /// Modules whose minutes nobody knows; they count for nothing.
    pub unknown: usize,
}

/// What is avoided of `path`, the modules for somebody of whom nothing is recognised: each with its minutes and the wanted criteria
/// that it closes. A module is avoided when all of those are recognised.
pub fn avoided(path: &[(Option<i64>, Vec<CriterionId>)], recognised: &BTreeSet<CriterionId>) -> Avoided {
    let mut sum = Avoided::default();
    for (minutes, closes) in path {
        let Some(minutes) = minutes else {
            sum.unknown += 1;
            continue;
        };
        sum.nominal += minutes;
        if !closes.is_empty() && closes.iter().all(|c| recognised.contains(c)) {
            sum.minutes += minutes;
        }
    }
    sum
}

#[cfg(test)]
mod tests;
