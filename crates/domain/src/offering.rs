//! Learning that somebody offers: what it says of itself, with the source and day of every number. A number that nobody
//! knows is absent, never 0. Nobody pays for a place in any order of these.

use crate::{CatalogueId, CriterionId, ElementId, OfferingId, OrganisationId, Text, Ts};
use serde::{Deserialize, Serialize};

/// How learning is taken part in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Participation {
    /// Online.
    Online,
    /// On site.
    Onsite,
    /// Some of both.
    Blended,
    /// At work.
    Work,
}

/// Who gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provider {
    /// An organisation of this instance.
    Here(OrganisationId),
    /// Somebody else, by name.
    Named(String),
    /// The source does not say.
    Unknown,
}

/// From the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// The least.
    pub least: i64,
    /// The most; as much as the least where it is one number.
    pub most: i64,
}

impl Range {
    /// One number.
    pub fn just(n: i64) -> Range {
        Range { least: n, most: n }
    }
}

/// A price, in hundredths of its currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// From the least to the most one may have to pay.
    pub range: Range,
    /// ISO 4217; of what is free it may be unknown.
    pub currency: Option<String>,
}

/// What a source says, and the number in it if its words can mean only one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated<T> {
    /// The source's words; empty for a number that was entered here.
    pub said: String,
    /// The number.
    pub known: Option<T>,
}

impl Stated<Price> {
    /// A price in Canadian dollars that was entered here, in cents.
    pub fn dollars(cents: i64) -> Stated<Price> {
        Stated::entered(Price { range: Range::just(cents), currency: Some("CAD".to_owned()) })
    }
}

impl Stated<Range> {
    /// Hours of work that were entered here.
    pub fn hours(hours: u16) -> Stated<Range> {
        Stated::entered(Range::just(i64::from(hours) * 60))
    }
}

impl<T> Stated<T> {
    /// A number that was entered here.
    pub fn entered(number: T) -> Stated<T> {
        Stated { said: String::new(), known: Some(number) }
    }
}

/// Help with a price, as whoever gives the learning states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// How much, in hundredths of the price's currency.
    pub cents: i64,
    /// Who gets it.
    pub terms: Text,
}

/// Where all that an offering says comes from, and when it said so last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The catalogue it came with; none: its provider listed it here.
    pub catalogue: Option<CatalogueId>,
    /// What it is known by in that catalogue.
    pub id: String,
    /// The day of its numbers.
    pub on: Ts,
}

/// A statement of a framework that somebody confirmed an offering teaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Teaches {
    /// The statement.
    pub element: ElementId,
    /// To what level, in the framework's own words.
    pub level: Option<String>,
}

/// Short learning. Never needed to open a claim (LRN-01).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offering {
    /// Its id.
    pub id: OfferingId,
    /// Who gives it.
    pub provider: Provider,
    /// What it is called.
    pub title: Text,
    /// What it is about; empty where the source does not say.
    pub summary: Text,
    /// The language tag of title and summary, where they are not in both of ours but the same in each; empty: nobody said.
    pub written_in: Option<String>,
    /// What it costs.
    pub price: Option<Stated<Price>>,
    /// Whether there is help with the price.
    pub aid: Option<bool>,
    /// How much of the price whoever gives it takes off, and for whom.
    #[serde(default)]
    pub help: Option<Help>,
    /// Days from beginning to end.
    pub days: Option<Stated<Range>>,
    /// Minutes of work in all.
    pub work: Option<Stated<Range>>,
    /// Minutes of work in a week.
    pub weekly: Option<Stated<Range>>,
    /// The day it begins, as `YYYY-MM-DD`; none: at any time, or not said.
    pub starts: Option<String>,
    /// How one takes part.
    pub participation: Option<Participation>,
    /// Where.
    pub place: Option<String>,
    /// The language tag of what is taught.
    pub language: Option<String>,
    /// Where one signs up.
    pub url: Option<String>,
    /// The skills that the source names.
    pub skills: Vec<String>,
    /// How hard it is, in the source's words.
    pub level: Option<String>,
    /// What one gets at the end, in the source's words.
    pub award: Option<String>,
    /// Approvals and certifications that the source names.
    pub marks: Vec<String>,
    /// What has to be known before, in the source's words.
    pub prerequisites: Option<String>,
    /// The criteria it asks for.
    pub requires: Vec<CriterionId>,
    /// The criteria it is made for.
    pub criteria: Vec<CriterionId>,
    /// The statements of frameworks that it teaches.
    pub teaches: Vec<Teaches>,
    /// Where all this comes from.
    pub source: Source,
    /// Since when its source lists it no more.
    pub retired: Option<Ts>,
}

impl Offering {
    /// One that its provider lists here, with nothing known yet but its name and what it is about.
    pub fn listed(id: OfferingId, provider: OrganisationId, title: Text, summary: Text, on: Ts) -> Offering {
        Offering {
            id,
            provider: Provider::Here(provider),
            title,
            summary,
            written_in: None,
            price: None,
            aid: None,
            help: None,
            days: None,
            work: None,
            weekly: None,
            starts: None,
            participation: None,
            place: None,
            language: None,
            url: None,
            skills: Vec::new(),
            level: None,
            award: None,
            marks: Vec::new(),
            prerequisites: None,
            requires: Vec::new(),
            criteria: Vec::new(),
            teaches: Vec::new(),
            source: Source { catalogue: None, id: String::new(), on },
            retired: None,
        }
    }

    /// The most one may have to pay, in hundredths; none if nobody knows.
    pub fn cost(&self) -> Option<i64> {
        self.price.as_ref()?.known.as_ref().map(|p| p.range.most)
    }

    /// Whether it asks for something else of whoever planned it than `before`: another price, help, length or day, or it is gone.
    pub fn asks_otherwise(&self, before: &Offering) -> bool {
        let known = |o: &Offering| (o.cost(), o.help.as_ref().map(|h| h.cents), o.days.as_ref().and_then(|d| d.known), o.starts.clone());
        known(self) != known(before) || self.retired.is_some() != before.retired.is_some()
    }

    /// The most minutes of work it may take: as its source says, or a week's work times its weeks.
    pub fn minutes(&self) -> Option<i64> {
        if let Some(work) = self.work.as_ref().and_then(|w| w.known) {
            return Some(work.most);
        }
        let (weekly, days) = (self.weekly.as_ref()?.known?.most, self.days.as_ref()?.known?.most);
        Some(weekly.saturating_mul(days) / 7)
    }
}

/// How much of one's money it asks for, in its own currency: what people narrow a list by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceBand {
    /// Nothing.
    Free,
    /// Up to 100.
    Hundred,
    /// Up to 500.
    FiveHundred,
    /// Up to 2,000.
    TwoThousand,
    /// More.
    Over,
    /// Nobody knows.
    Unknown,
}

/// How much of one's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LengthBand {
    /// Up to a week.
    Week,
    /// Up to a month.
    Month,
    /// Up to three months.
    Quarter,
    /// Up to a year.
    Year,
    /// Longer.
    Over,
    /// Nobody knows.
    Unknown,
}

impl Offering {
    /// By the most it may cost.
    pub fn price_band(&self) -> PriceBand {
        match self.cost() {
            None => PriceBand::Unknown,
            Some(..=0) => PriceBand::Free,
            Some(..=10_000) => PriceBand::Hundred,
            Some(..=50_000) => PriceBand::FiveHundred,
            Some(..=200_000) => PriceBand::TwoThousand,
            Some(_) => PriceBand::Over,
        }
    }

    /// By the longest it may last.
    pub fn length_band(&self) -> LengthBand {
        match self.days.as_ref().and_then(|d| d.known).map(|d| d.most) {
            None => LengthBand::Unknown,
            Some(..=7) => LengthBand::Week,
            Some(..=31) => LengthBand::Month,
            Some(..=92) => LengthBand::Quarter,
            Some(..=366) => LengthBand::Year,
            Some(_) => LengthBand::Over,
        }
    }
}

/// The offerings that close any of `unmet`, the one that closes most first, then the cheaper, then the shorter; of what
/// is not known, the worst is assumed.
pub fn offerings_for<'a>(unmet: &[CriterionId], listed: &'a [Offering]) -> Vec<(&'a Offering, Vec<CriterionId>)> {
    let closes = |o: &Offering| unmet.iter().copied().filter(|c| o.criteria.contains(c)).collect::<Vec<_>>();
    let mut found: Vec<_> = listed.iter().map(|o| (o, closes(o))).filter(|(_, c)| !c.is_empty()).collect();
    let known = |n: Option<i64>| n.unwrap_or(i64::MAX);
    found.sort_by_key(|(o, c)| (usize::MAX - c.len(), known(o.cost()), known(o.minutes()), o.id));
    found
}

#[cfg(test)]
mod tests;
