//! English and French: the words from `locales/`, and dates, sizes and money in each language's form.
//!
//! Words live in Fluent files, one per area of the product. A key that exists in one language only,
//! or that a page asks for and nobody wrote, fails a test below.

use std::collections::HashMap;
use std::sync::{LazyLock, RwLock};

use domain::{Lang, Ts};
/// What can be put into words: text or a number.
pub use fluent_templates::fluent_bundle::FluentValue as Value;
use fluent_templates::{LanguageIdentifier, Loader, static_loader};
use time::{Date, Month, OffsetDateTime, Time, UtcOffset, Weekday};
use unic_langid::langid;

static_loader! {
    static WORDS = {
        locales: "./locales",
        fallback_language: "en-CA",
        // Direction marks around every value would end up in copied text and in attributes.
        customise: |bundle| {
            bundle.set_use_isolating(false);
            let french = bundle.locales.first().is_some_and(|l| l.language.as_str() == "fr");
            bundle.set_formatter(Some(if french { french_number } else { english_number }));
        },
    };
}

static EN: LanguageIdentifier = langid!("en-CA");
static FR: LanguageIdentifier = langid!("fr-CA");

fn locale(lang: Lang) -> &'static LanguageIdentifier {
    match lang {
        Lang::En => &EN,
        Lang::Fr => &FR,
    }
}

fn english_number<M>(value: &Value<'_>, _: &M) -> Option<String> {
    whole(value).map(|n| number(Lang::En, n))
}

fn french_number<M>(value: &Value<'_>, _: &M) -> Option<String> {
    whole(value).map(|n| number(Lang::Fr, n))
}

fn whole(value: &Value<'_>) -> Option<i64> {
    match value {
        Value::Number(n) if n.value.fract() == 0.0 => Some(n.value as i64),
        _ => None,
    }
}

/// The words of `key`. A key nobody wrote shows as itself, so that a page never fails for want of a word.
pub fn t(lang: Lang, key: &str) -> String {
    let known = &KNOWN[lang as usize];
    if let Some(words) = known.read().expect("nobody panics while holding it").get(key) {
        return words.clone();
    }
    let Some(words) = WORDS.try_lookup(locale(lang), key) else { return key.to_owned() };
    known.write().expect("nobody panics while holding it").insert(key.to_owned(), words.clone());
    words
}

/// Words without values, as they were looked up: a page asks for some hundreds. There are as many as there are keys.
static KNOWN: LazyLock<[RwLock<HashMap<String, String>>; 2]> = LazyLock::new(Default::default);

/// The words of `key` with values put in; see [`crate::t!`] for the shorter form.
///
/// Numbers are grouped the way the language does it, so a year goes in as text.
pub fn t_args(lang: Lang, key: &str, args: &[(&str, Value<'_>)]) -> String {
    let args: HashMap<&str, Value<'_>> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    // Asked of the one language: choosing among two each time would cost more than the words.
    WORDS.lookup_single_language(locale(lang), key, Some(&args)).unwrap_or_else(|_| key.to_owned())
}

/// `t!(lang, "gaps", count = 3, name = person.name.as_str())`
#[macro_export]
macro_rules! t {
    ($lang:expr, $key:expr $(,)?) => { $crate::i18n::t($lang, $key) };
    ($lang:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::i18n::t_args($lang, $key, &[$((stringify!($name), $crate::i18n::Value::from($value))),+])
    };
}

// ── Dates ────────────────────────────────────────────────────────────────────────────────────────

/// A moment on the wall clock of Ontario's Eastern time, where a deadline ends at midnight for people.
pub fn local(ts: Ts) -> OffsetDateTime {
    let utc = OffsetDateTime::from_unix_timestamp_nanos(i128::from(ts.0) * 1_000).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    utc.to_offset(eastern_offset(utc))
}

/// Daylight time runs from the second Sunday of March to the first Sunday of November, both at 2:00.
fn eastern_offset(utc: OffsetDateTime) -> UtcOffset {
    let standard = UtcOffset::from_hms(-5, 0, 0).expect("a fixed offset");
    let daylight = UtcOffset::from_hms(-4, 0, 0).expect("a fixed offset");
    let year = utc.year();
    let two = Time::from_hms(2, 0, 0).expect("a fixed time");
    let begins = sunday(year, Month::March, 2).with_time(two).assume_offset(standard);
    let ends = sunday(year, Month::November, 1).with_time(two).assume_offset(daylight);
    if utc >= begins && utc < ends { daylight } else { standard }
}

/// The `nth` Sunday of a month.
fn sunday(year: i32, month: Month, nth: u8) -> Date {
    let first = Date::from_calendar_date(year, month, 1).expect("every month has a first day");
    let to_sunday = (7 - Weekday::number_days_from_sunday(first.weekday())) % 7;
    first.replace_day(1 + to_sunday + 7 * (nth - 1)).expect("the first two Sundays are in the month")
}

const MONTHS: [[&str; 12]; 2] = [
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
];
const MONTHS_SHORT: [[&str; 12]; 2] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."],
];

fn spell_date(lang: Lang, day: Date, months: &[[&str; 12]; 2]) -> String {
    let (number, month) = (day.day(), usize::from(u8::from(day.month())) - 1);
    match lang {
        Lang::En => format!("{number} {} {}", months[0][month], day.year()),
        Lang::Fr => format!("{number}{} {} {}", if number == 1 { "er" } else { "" }, months[1][month], day.year()),
    }
}

/// "4 November 2026", "1er novembre 2026".
pub fn date(lang: Lang, ts: Ts) -> String {
    spell_date(lang, local(ts).date(), &MONTHS)
}

/// "4 Nov 2026", "4 nov. 2026".
pub fn date_short(lang: Lang, ts: Ts) -> String {
    spell_date(lang, local(ts).date(), &MONTHS_SHORT)
}

/// "14:07", "14 h 07".
pub fn clock(lang: Lang, ts: Ts) -> String {
    let at = local(ts);
    match lang {
        Lang::En => format!("{}:{:02}", at.hour(), at.minute()),
        Lang::Fr => format!("{}\u{a0}h\u{a0}{:02}", at.hour(), at.minute()),
    }
}

/// "4 November 2026, 14:07", "4 novembre 2026 à 14 h 07".
pub fn date_time(lang: Lang, ts: Ts) -> String {
    let joint = if lang == Lang::En { ", " } else { " à " };
    format!("{}{joint}{}", date(lang, ts), clock(lang, ts))
}

/// "2026-11-04", what `<time datetime>` and `<input type=date>` take.
pub fn date_machine(ts: Ts) -> String {
    let day = local(ts).date();
    format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}

/// The end of a day that somebody typed or picked as "2026-11-04": a deadline includes its day.
pub fn end_of_day(typed: &str) -> Option<Ts> {
    let mut parts = typed.trim().splitn(3, '-');
    let year: i32 = parts.next()?.parse().ok()?;
    let month = Month::try_from(parts.next()?.parse::<u8>().ok()?).ok()?;
    let day = Date::from_calendar_date(year, month, parts.next()?.parse().ok()?).ok()?;
    let last = day.with_hms(23, 59, 59).ok()?;
    let offset = eastern_offset(last.assume_offset(UtcOffset::from_hms(-5, 0, 0).ok()?));
    Some(Ts(last.assume_offset(offset).unix_timestamp() * 1_000_000))
}

/// The beginning of a day that was picked: an hour off on the two days a year on which clocks change.
pub fn start_of_day(typed: &str) -> Option<Ts> {
    end_of_day(typed).map(|end| Ts(end.plus_days(-1).0 + 1_000_000))
}

/// Whole days on the calendar from `now` to `then`; negative when it has passed.
pub fn days_between(now: Ts, then: Ts) -> i64 {
    (local(then).date() - local(now).date()).whole_days()
}

/// How long until something is due: "today", "in 3 days", "2 days late".
pub fn time_left(lang: Lang, now: Ts, then: Ts) -> String {
    match days_between(now, then) {
        0 => t(lang, "due-today"),
        1 => t(lang, "due-tomorrow"),
        days if days < 0 => t!(lang, "due-late", days = -days),
        days if days < 60 => t!(lang, "due-in-days", days = days),
        days if days < 730 => t!(lang, "due-in-months", months = days / 30),
        days => t!(lang, "due-in-years", years = days / 365),
    }
}

/// How long since something happened: "just now", "5 minutes ago", "yesterday", then the date.
pub fn ago(lang: Lang, now: Ts, then: Ts) -> String {
    let minutes = (now.0 - then.0) / 60_000_000;
    match (minutes, -days_between(now, then)) {
        (..1, _) => t(lang, "ago-now"),
        (1..60, _) => t!(lang, "ago-minutes", minutes = minutes),
        (_, 0) => t!(lang, "ago-hours", hours = minutes / 60),
        (_, 1) => t(lang, "ago-yesterday"),
        (_, days) if days < 30 => t!(lang, "ago-days", days = days),
        _ => date_short(lang, then),
    }
}

/// A length in seconds as "6:12" or "1:06:12".
pub fn duration(seconds: u64) -> String {
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if h > 0 { format!("{h}:{m:02}:{s:02}") } else { format!("{m}:{s:02}") }
}

/// The seconds of "6:12" or "1:06:12", as somebody types them.
pub fn seconds(typed: &str) -> Option<u64> {
    let parts: Vec<u64> = typed.trim().split(':').map(|p| p.parse().ok()).collect::<Option<_>>()?;
    match parts[..] {
        [m, s] if s < 60 => m.checked_mul(60)?.checked_add(s),
        [h, m, s] if m < 60 && s < 60 => h.checked_mul(3600)?.checked_add(60 * m + s),
        _ => None,
    }
}

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────

/// "12,345" or "12 345" with a space that does not break.
pub fn number(lang: Lang, n: i64) -> String {
    let gap = if lang == Lang::En { ',' } else { '\u{a0}' };
    let digits = n.unsigned_abs().to_string();
    let mut out = String::from(if n < 0 { "-" } else { "" });
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(gap);
        }
        out.push(digit);
    }
    out
}

/// A number with `places` after the point or comma.
pub fn decimal(lang: Lang, n: f64, places: usize) -> String {
    let text = format!("{:.places$}", n.abs());
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if n < 0.0 { "-" } else { "" };
    let whole = number(lang, whole.parse().unwrap_or(i64::MAX));
    let point = if lang == Lang::En { '.' } else { ',' };
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}{point}{rest}") }
}

/// "38%" or "38 %".
pub fn percent(lang: Lang, n: i64) -> String {
    let space = if lang == Lang::En { "" } else { "\u{a0}" };
    format!("{}{space}%", number(lang, n))
}

/// "$325.00" or "325,00 $"; another currency shows its code after the amount.
pub fn money(lang: Lang, cents: i64, currency: &str) -> String {
    let amount = decimal(lang, cents.unsigned_abs() as f64 / 100.0, 2);
    let sign = if cents < 0 { "-" } else { "" };
    match (lang, currency) {
        (Lang::En, "CAD") => format!("{sign}${amount}"),
        (Lang::Fr, "CAD") => format!("{sign}{amount}\u{a0}$"),
        _ => format!("{sign}{amount}\u{a0}{currency}"),
    }
}

/// "12 MB" or "12 Mo", in thousands as disks and phones show it.
pub fn bytes(lang: Lang, n: u64) -> String {
    const UNITS: [[&str; 5]; 2] = [["bytes", "KB", "MB", "GB", "TB"], ["octets", "Ko", "Mo", "Go", "To"]];
    let (mut size, mut unit) = (n as f64, 0);
    while size >= 999.5 && unit < 4 {
        size /= 1000.0;
        unit += 1;
    }
    let tenths = (size * 10.0).round() % 10.0;
    let places = usize::from(unit > 1 && size < 10.0 && tenths != 0.0);
    let name = UNITS[usize::from(lang == Lang::Fr)][unit];
    format!("{}\u{a0}{name}", decimal(lang, size, places))
}

#[cfg(test)]
mod tests;
