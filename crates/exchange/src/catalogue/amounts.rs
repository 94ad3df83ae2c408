//! Prices and spans of time out of people's words.

/// From the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub least: i64,
    pub most: i64,
}

/// A price, in hundredths of its currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    pub least: i64,
    pub most: i64,
    /// ISO 4217; none only for what is free.
    pub currency: Option<String>,
}

/// A unit of time, with its minutes. A month is 30.4375 days, a year twelve of them, as in the rest of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    fn minutes(self) -> i64 {
        match self {
            Unit::Minute => 1,
            Unit::Hour => 60,
            Unit::Day => 1_440,
            Unit::Week => 10_080,
            Unit::Month => 43_830,
            Unit::Year => 525_960,
        }
    }

    fn named(word: &str) -> Option<Unit> {
        Some(match word {
            "min" | "mins" | "minute" | "minutes" | "minuto" | "minutos" => Unit::Minute,
            "h" | "hr" | "hrs" | "hour" | "hours" | "heure" | "heures" | "hora" | "horas" => Unit::Hour,
            "d" | "day" | "days" | "jour" | "jours" | "día" | "días" | "dia" | "dias" => Unit::Day,
            "wk" | "wks" | "week" | "weeks" | "semaine" | "semaines" | "semana" | "semanas" => Unit::Week,
            "mo" | "mos" | "month" | "months" | "mois" | "mes" | "meses" => Unit::Month,
            "yr" | "yrs" | "year" | "years" | "an" | "ans" | "année" | "années" | "año" | "años" => Unit::Year,
            _ => return None,
        })
    }
}

/// A span of time that words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// In minutes.
    pub range: Range,
    /// What it was told in.
    pub unit: Unit,
    /// It is so much in each week.
    pub weekly: bool,
}

/// Longer than any programme of study.
const MOST_MINUTES: i64 = 20 * 525_960;
/// Dearer than any programme of study, in hundredths.
const MOST_MONEY: i64 = 1_000_000_000;
/// Words longer than this tell more than a number.
const MOST_CHARS: usize = 120;

/// A span such as `3 - 6 Months`, `1-2 hours per week`, `environ 40 heures` or `P3M`; none if the words leave a doubt, are
/// open ("less than …", "4+ weeks") or tell no time at all.
///
/// ```
/// let half_a_year = exchange::catalogue::span("3 - 6 Months", None).expect("a span");
/// assert_eq!((half_a_year.range.least, half_a_year.range.most), (3 * 43_830, 6 * 43_830));
/// assert_eq!(exchange::catalogue::span("less than 2 hours", None), None);
/// ```
pub fn span(text: &str, unit: Option<Unit>) -> Option<Span> {
    let text = text.trim();
    if let Some(iso) = iso_8601(text) {
        return Some(iso);
    }
    let mut words = Words::of(text)?;
    words.skip(&["about", "approximately", "approx", "environ", "~", "≈"]);
    let first = words.number()?;
    let own = words.unit();
    let last = if words.skip(&["-", "to", "à"]) { Some(words.number()?) } else { None };
    let told = words.unit().or(own);
    // "2 weeks - 3 months" has a unit for each end; "2 - 3 months" has one for both.
    let (from, to) = (own.or(told).or(unit)?, told.or(unit)?);
    let weekly = words.weekly();
    let range = sound(scaled(first, from)?, scaled(last.unwrap_or(first), to)?, MOST_MINUTES)?;
    (words.done() && range.least > 0).then_some(Span { range, unit: from.max(to), weekly })
}

fn scaled(hundredths: i64, unit: Unit) -> Option<i64> {
    Some(hundredths.checked_mul(unit.minutes())? / 100)
}

fn sound(least: i64, most: i64, bound: i64) -> Option<Range> {
    (0 <= least && least <= most && most <= bound).then_some(Range { least, most })
}

/// A duration as ISO 8601 writes it: `P1Y6M`, `P3W`, `PT10H`.
fn iso_8601(text: &str) -> Option<Span> {
    let rest = text.strip_prefix('P').filter(|r| !r.is_empty() && r.len() <= 40 && r.is_ascii())?;
    let (mut minutes, mut unit, mut digits, mut clock) = (0i64, Unit::Minute, String::new(), false);
    for c in rest.chars() {
        let named = match (c, clock) {
            ('0'..='9' | '.' | ',', _) => {
                digits.push(if c == ',' { '.' } else { c });
                continue;
            }
            ('T', false) if digits.is_empty() => {
                clock = true;
                continue;
            }
            ('Y', false) => Unit::Year,
            ('M', false) => Unit::Month,
            ('W', false) => Unit::Week,
            ('D', false) => Unit::Day,
            ('H', true) => Unit::Hour,
            ('M', true) => Unit::Minute,
            _ => return None,
        };
        minutes = minutes.checked_add(scaled(number(&std::mem::take(&mut digits))?, named)?)?;
        unit = unit.max(named);
    }
    let range = sound(minutes, minutes, MOST_MINUTES).filter(|r| r.least > 0 && digits.is_empty())?;
    Some(Span { range, unit, weekly: false })
}

/// A price such as `$1,234.50`, `MX$3,052`, `100 – 200 USD`, `1 234,50 €` or `Free`; none if the words leave a doubt or tell
/// more than a price (`$49 a month`, `from $49`). `currency` is that of amounts that name none, and of a bare `$`.
///
/// ```
/// let price = exchange::catalogue::money("MX$3,052", Some("USD")).expect("a price");
/// assert_eq!((price.least, price.currency.as_deref()), (305_200, Some("MXN")));
/// assert_eq!(exchange::catalogue::money("$49/month", Some("USD")), None);
/// ```
pub fn money(text: &str, currency: Option<&str>) -> Option<Price> {
    let mut words = Words::of(text)?;
    let free = words.skip(FREE);
    if free && words.done() {
        return Some(Price { least: 0, most: 0, currency: None });
    }
    if free && !words.skip(&["-", "+", "to", "à"]) {
        return None;
    }
    let (first, mut told) = words.amount()?;
    let mut most = first;
    if !free && words.skip(&["-", "to", "à"]) {
        let (last, other) = words.amount()?;
        if told.is_some() && other.is_some() && told != other {
            return None;
        }
        (most, told) = (last, told.or(other));
    }
    let currency = match told {
        Some(Cash::Named(code)) => code,
        Some(Cash::Dollar) | None => currency?.to_owned(),
    };
    let range = sound(if free { 0 } else { first }, most, MOST_MONEY)?;
    words.done().then_some(Price { least: range.least, most: range.most, currency: Some(currency) })
}

const FREE: &[&str] = &["free", "gratuit", "gratuite", "gratis"];

/// Which currency an amount is in.
#[derive(Clone, PartialEq, Eq)]
enum Cash {
    /// Some dollar: which one, the catalogue knows.
    Dollar,
    Named(String),
}

/// Signs and names of currencies, the longer before those they contain.
const SIGNS: &[(&str, &str)] = &[
    ("mx$", "MXN"),
    ("us$", "USD"),
    ("ca$", "CAD"),
    ("cad$", "CAD"),
    ("cdn$", "CAD"),
    ("au$", "AUD"),
    ("nz$", "NZD"),
    ("hk$", "HKD"),
    ("c$", "CAD"),
    ("a$", "AUD"),
    ("s$", "SGD"),
    ("r$", "BRL"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₹", "INR"),
    ("₩", "KRW"),
];
const NAMES: &[(&str, &str)] =
    &[("us dollar", "USD"), ("us dollars", "USD"), ("canadian dollar", "CAD"), ("euro", "EUR"), ("euros", "EUR")];
const CODES: &[&str] = &[
    "usd", "cad", "eur", "gbp", "mxn", "aud", "nzd", "jpy", "cny", "inr", "brl", "chf", "sgd", "hkd", "zar", "sek", "nok", "dkk", "pln",
    "krw",
];

/// Words, lower case and with one kind of dash, read from the front.
struct Words {
    text: String,
}

impl Words {
    fn of(text: &str) -> Option<Words> {
        if text.chars().count() > MOST_CHARS {
            return None;
        }
        let one_dash = |c| if matches!(c, '–' | '—' | '‐' | '‑' | '−') { '-' } else { c };
        Some(Words { text: text.trim().chars().flat_map(char::to_lowercase).map(one_dash).collect() })
    }

    fn rest(&self) -> &str {
        self.text.trim_start()
    }

    fn done(&self) -> bool {
        matches!(self.rest(), "" | ".")
    }

    fn cut(&mut self, length: usize) {
        self.text = self.rest().split_at(length).1.to_owned();
    }

    /// The letters it begins with.
    fn word(&self) -> &str {
        let rest = self.rest();
        &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())]
    }

    /// Skips the first of these that it begins with; letters only as a whole word.
    fn skip(&mut self, any: &[&str]) -> bool {
        let found = any.iter().find(|w| if w.chars().all(char::is_alphabetic) { self.word() == **w } else { self.rest().starts_with(*w) });
        let Some(length) = found.map(|w| w.len()) else { return false };
        self.cut(length);
        if self.rest().starts_with('.') && length > 1 {
            self.cut(1);
        }
        true
    }

    fn unit(&mut self) -> Option<Unit> {
        let (unit, length) = (Unit::named(self.word())?, self.word().len());
        self.cut(length);
        Some(unit)
    }

    fn weekly(&mut self) -> bool {
        let before = self.text.clone();
        let linked = self.skip(&["per", "a", "/", "each", "par", "por", "every"]);
        if linked && self.unit() == Some(Unit::Week) || !linked && self.skip(&["weekly"]) {
            return true;
        }
        self.text = before;
        false
    }

    /// Hundredths.
    fn number(&mut self) -> Option<i64> {
        let rest = self.rest();
        let length = digits(rest)?;
        let found = number(&rest[..length]);
        self.cut(length);
        found
    }

    fn cash(&mut self) -> Option<Cash> {
        let rest = self.rest();
        let (length, cash) = if let Some((sign, code)) = SIGNS.iter().chain(NAMES).rev().find(|(sign, _)| starts_with_word(rest, sign)) {
            (sign.len(), Cash::Named((*code).to_owned()))
        } else if rest.starts_with('$') {
            (1, Cash::Dollar)
        } else {
            let code = CODES.iter().find(|code| self.word() == **code)?;
            (3, Cash::Named(code.to_uppercase()))
        };
        self.cut(length);
        Some(cash)
    }

    /// An amount with its currency before, behind or on both sides of it, if these agree.
    fn amount(&mut self) -> Option<(i64, Option<Cash>)> {
        let before = self.cash();
        let amount = self.number()?;
        let behind = self.cash();
        match (before, behind) {
            // "$49 USD" says which dollar; "€49 USD" says two things.
            (Some(Cash::Named(a)), Some(Cash::Named(b))) if a != b => None,
            (Some(Cash::Dollar), Some(Cash::Named(b))) if !DOLLARS.contains(&b.as_str()) => None,
            (Some(Cash::Dollar) | None, behind @ Some(_)) => Some((amount, behind)),
            (before, _) => Some((amount, before)),
        }
    }
}

const DOLLARS: &[&str] = &["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN"];

fn starts_with_word(text: &str, sign: &str) -> bool {
    let letters = sign.ends_with(char::is_alphabetic);
    text.strip_prefix(sign).is_some_and(|rest| !letters || !rest.starts_with(char::is_alphabetic))
}

/// How far the digits at the front of a text go, with what separates groups of them.
fn digits(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    if !bytes.first()?.is_ascii_digit() {
        return None;
    }
    let mut end = bytes.iter().position(|b| !b.is_ascii_digit()).unwrap_or(bytes.len());
    while let Some(separator) = text[end..].chars().next().filter(|c| ",.' \u{a0}\u{202f}".contains(*c)) {
        let from = end + separator.len_utf8();
        let group = bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
        // Spaces stand between words too: only three digits after one belong to the number before it.
        if group == 0 || (separator != ',' && separator != '.' && group != 3) {
            break;
        }
        end = from + group;
    }
    Some(end)
}

/// Digits with separators as hundredths; none if they can mean two numbers, or have more than two decimals.
fn number(text: &str) -> Option<i64> {
    let separators: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    let (last, tail) = (separators.last(), groups.last()?.len());
    let decimal = match last {
        Some(sign @ (',' | '.')) => separators.iter().filter(|s| *s == sign).count() == 1 && (tail == 1 || tail == 2),
        _ => false,
    };
    // "1.234" is a thousand here and a little over one there.
    if separators == ['.'] && !decimal {
        return None;
    }
    let whole = if decimal { &groups[..groups.len() - 1] } else { &groups[..] };
    let thousands = if decimal { &separators[..separators.len() - 1] } else { &separators[..] };
    let grouped = whole.iter().skip(1).all(|g| g.len() == 3) && (whole.len() == 1 || (1..=3).contains(&whole[0].len()));
    if !grouped || thousands.windows(2).any(|w| w[0] != w[1]) || whole.len() > 1 && whole[0].starts_with('0') {
        return None;
    }
    let units: i64 = whole.concat().parse().ok().filter(|n: &i64| *n <= MOST_MONEY)?;
    let hundredths: i64 = if decimal { format!("{:0<2}", groups[groups.len() - 1]).parse().ok()? } else { 0 };
    Some(units * 100 + hundredths)
}
