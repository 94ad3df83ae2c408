//! How the numbers of an offering are told: as they are known, or that nobody knows. Never 0 in place of that.

use crate::i18n::{decimal, money, number, t};
use crate::t;
use domain::Lang;
use domain::offering::{Offering, Participation, Price, Range, Stated};

/// What nobody knows.
pub fn unknown(lang: Lang) -> String {
    t(lang, "learning-unknown")
}

/// One number, or two.
fn between(lang: Lang, range: Range, tell: impl Fn(i64) -> String) -> String {
    if range.least == range.most {
        tell(range.most)
    } else {
        t!(lang, "learning-between", least = tell(range.least), most = tell(range.most))
    }
}

/// A price, that there is none, or that nobody knows.
pub fn price(lang: Lang, price: Option<&Stated<Price>>) -> String {
    let Some(known) = price.and_then(|p| p.known.as_ref()) else { return unknown(lang) };
    let free = || t(lang, "price-free");
    let currency = known.currency.as_deref().unwrap_or("");
    between(lang, known.range, |cents| if cents == 0 { free() } else { money(lang, cents, currency) })
}

/// Days from beginning to end, in the unit that people would use.
pub fn length(lang: Lang, days: Option<&Stated<Range>>) -> String {
    let Some(known) = days.and_then(|d| d.known) else { return unknown(lang) };
    let (unit, each) = match known.most {
        ..=13 => ("learning-days", 1.0),
        14..=91 => ("learning-weeks", 7.0),
        _ => ("learning-months", 30.4375),
    };
    let rounded = |n: i64| ((n as f64 / each).round() as i64).max(1);
    let (least, most) = (rounded(known.least), rounded(known.most));
    let told = between(lang, Range { least, most }, |n| number(lang, n));
    t!(lang, unit, told = told, count = most)
}

/// Minutes as hours, with a half where there is one.
fn hours(lang: Lang, minutes: i64) -> String {
    if minutes % 60 == 0 { number(lang, minutes / 60) } else { decimal(lang, minutes as f64 / 60.0, 1) }
}

fn in_hours(lang: Lang, key: &str, range: Range) -> String {
    let told = between(lang, range, |m| hours(lang, m));
    // Plurals follow the last number.
    let count = if range.most <= 60 { 1 } else { 2 };
    t!(lang, key, told = told, count = count)
}

/// The work in all, or in a week, or that nobody knows.
pub fn work(lang: Lang, o: &Offering) -> String {
    match (o.work.as_ref().and_then(|w| w.known), o.weekly.as_ref().and_then(|w| w.known)) {
        (Some(all), _) => in_hours(lang, "learning-hours", all),
        (None, Some(week)) => in_hours(lang, "learning-hours-weekly", week),
        (None, None) => unknown(lang),
    }
}

/// How one takes part.
pub fn participation(lang: Lang, how: Option<Participation>) -> String {
    match how {
        Some(Participation::Online) => t(lang, "offerings-online"),
        Some(Participation::Onsite) => t(lang, "offerings-onsite"),
        Some(Participation::Blended) => t(lang, "offerings-blended"),
        Some(Participation::Work) => t(lang, "offerings-work"),
        None => unknown(lang),
    }
}

/// The languages that have names here; another is told by its tag.
const LANGUAGES: &[&str] = &["en", "fr", "es", "de", "it", "pt", "zh", "ja", "ko", "ar", "ru", "hi", "iu"];

/// A language by its tag.
pub fn language(lang: Lang, tag: Option<&str>) -> String {
    match tag {
        None => unknown(lang),
        Some(tag) if LANGUAGES.contains(&tag) => t(lang, &format!("learning-language-{tag}")),
        Some(tag) => tag.to_owned(),
    }
}

/// The value of a facet that is one of our own words; `None` for names.
pub fn facet_value(lang: Lang, facet: &str, value: &str) -> Option<String> {
    let known = |key: String, all: &[&str]| all.contains(&value).then(|| t(lang, &key));
    match facet {
        "mode" => match value {
            "unknown" => Some(unknown(lang)),
            _ => known(format!("offerings-{value}"), &["online", "onsite", "blended", "work"]),
        },
        "language" => Some(language(lang, (value != "unknown").then_some(value))),
        "price" => known(format!("learning-price-{}", value.replace('_', "-")), &PRICES),
        "length" => known(format!("learning-length-{value}"), &LENGTHS),
        _ => None,
    }
}

const PRICES: [&str; 6] = ["free", "hundred", "five_hundred", "two_thousand", "over", "unknown"];
const LENGTHS: [&str; 6] = ["week", "month", "quarter", "year", "over", "unknown"];

/// Where a price or length band stands among the others, so that they are listed from the least to the most.
pub fn rank(facet: &str, value: &str) -> usize {
    let all: &[&str] = match facet {
        "price" => &PRICES,
        "length" => &LENGTHS,
        _ => &[],
    };
    all.iter().position(|v| *v == value).unwrap_or(0)
}

/// The words of the source, where they say more than the number that was read in them.
pub fn said<T>(stated: Option<&Stated<T>>) -> Option<&str> {
    stated.map(|s| s.said.as_str()).filter(|said| !said.is_empty())
}

/// The `lang` attribute of title and summary, where they are in another language than the page.
pub fn other_language(lang: Lang, o: &Offering) -> Option<&str> {
    o.written_in.as_deref().filter(|tag| !tag.is_empty() && *tag != lang.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::offering::{LengthBand, PriceBand};

    fn range(least: i64, most: i64) -> Option<Stated<Range>> {
        Some(Stated { said: String::new(), known: Some(Range { least, most }) })
    }

    fn priced(least: i64, most: i64, currency: &str) -> Stated<Price> {
        Stated { said: String::new(), known: Some(Price { range: Range { least, most }, currency: Some(currency.to_owned()) }) }
    }

    #[test]
    fn what_nobody_knows_is_never_told_as_nothing() {
        let doubtful = Stated::<Price> { said: "from $49".to_owned(), known: None };
        assert_eq!(price(Lang::En, None), "Not known");
        assert_eq!(price(Lang::En, Some(&doubtful)), "Not known");
        assert_eq!(length(Lang::Fr, None), "Inconnu");
    }

    #[test]
    fn prices_keep_their_currency() {
        assert_eq!(price(Lang::En, Some(&priced(0, 0, "CAD"))), "Free");
        assert_eq!(price(Lang::En, Some(&priced(0, 4900, "USD"))), "Free to 49.00\u{a0}USD");
        assert_eq!(price(Lang::Fr, Some(&priced(12_000, 12_000, "CAD"))), "120,00\u{a0}$");
    }

    #[test]
    fn lengths_are_told_in_days_weeks_or_months() {
        for (least, most, told) in
            [(1, 1, "1 day"), (3, 7, "3 to 7 days"), (28, 28, "4 weeks"), (91, 183, "3 to 6 months"), (396, 731, "13 to 24 months")]
        {
            assert_eq!(length(Lang::En, range(least, most).as_ref()), told);
        }
    }

    #[test]
    fn every_band_has_words_in_both_languages() {
        for lang in Lang::ALL {
            for band in
                [PriceBand::Free, PriceBand::Hundred, PriceBand::FiveHundred, PriceBand::TwoThousand, PriceBand::Over, PriceBand::Unknown]
            {
                let name = serde_json::to_value(band).unwrap();
                assert!(!facet_value(lang, "price", name.as_str().unwrap()).unwrap().starts_with("learning-"));
            }
            for band in [LengthBand::Week, LengthBand::Month, LengthBand::Quarter, LengthBand::Year, LengthBand::Over, LengthBand::Unknown]
            {
                let name = serde_json::to_value(band).unwrap();
                assert!(!facet_value(lang, "length", name.as_str().unwrap()).unwrap().starts_with("learning-"));
            }
            assert!(LANGUAGES.iter().all(|tag| !language(lang, Some(tag)).starts_with("learning-")));
        }
    }
}
