//! From what was typed to values: each function reads one field, and says in the form what can't be taken.

use crate::i18n::t;
use crate::t;
use crate::web::parts::Form;
use domain::{Lang, Text, Ts};
use std::ops::RangeInclusive;
use std::str::FromStr;

/// One line or more, trimmed; may be empty.
pub fn words(form: &mut Form, name: &str, max: usize) -> String {
    let words = form.value(name).trim().to_owned();
    if words.chars().count() > max {
        let lang = form.lang();
        form.refuse(name, t!(lang, "form-too-long", max = max));
    }
    words
}

/// The same, but something has to be there.
pub fn needed(form: &mut Form, name: &str, max: usize) -> String {
    let words = words(form, name, max);
    if words.is_empty() {
        let lang = form.lang();
        form.refuse(name, t(lang, "form-empty"));
    }
    words
}

/// Text in both languages, as [`crate::web::parts::Field::both`] sends it. A draft may leave one for later.
pub fn both(form: &mut Form, name: &str, max: usize) -> Text {
    let [en, fr] = Lang::ALL.map(|lang| words(form, &format!("{name}_{}", lang.code()), max));
    Text::of(en, fr)
}

/// Text that has to be there in both languages.
pub fn both_needed(form: &mut Form, name: &str, max: usize) -> Text {
    let [en, fr] = Lang::ALL.map(|lang| needed(form, &format!("{name}_{}", lang.code()), max));
    Text::of(en, fr)
}

/// Text in both languages for a field that [`both`] reads.
pub fn fill(form: Form, name: &str, text: &Text) -> Form {
    form.with(&format!("{name}_en"), &text.en).with(&format!("{name}_fr"), &text.fr)
}

/// A whole number within bounds; nothing typed is `None`.
pub fn number<N: FromStr + PartialOrd + Copy + Into<i64>>(form: &mut Form, name: &str, bounds: RangeInclusive<N>) -> Option<N> {
    let typed = form.value(name).trim().to_owned();
    if typed.is_empty() {
        return None;
    }
    let number = typed.parse().ok().filter(|n| bounds.contains(n));
    if number.is_none() {
        let lang = form.lang();
        let (from, to): (i64, i64) = ((*bounds.start()).into(), (*bounds.end()).into());
        form.refuse(name, t!(lang, "form-number", from = from, to = to));
    }
    number
}

/// A whole number that has to be there. What could not be read becomes the lowest; the form is refused anyway.
pub fn number_needed<N: FromStr + PartialOrd + Copy + Into<i64>>(form: &mut Form, name: &str, bounds: RangeInclusive<N>) -> N {
    if form.value(name).trim().is_empty() {
        let lang = form.lang();
        form.refuse(name, t(lang, "form-empty"));
    }
    let lowest = *bounds.start();
    number(form, name, bounds).unwrap_or(lowest)
}

/// One of the things that were there to choose from.
pub fn chosen<T: Copy>(form: &mut Form, name: &str, choices: &[(&str, T)]) -> Option<T> {
    let found = choices.iter().find(|(value, _)| *value == form.value(name)).map(|(_, choice)| *choice);
    if found.is_none() {
        let lang = form.lang();
        form.refuse(name, t(lang, "form-choose"));
    }
    found
}

/// An id that was there to choose.
pub fn id<T: FromStr>(form: &mut Form, name: &str) -> Option<T> {
    let found = form.value(name).parse().ok();
    if found.is_none() {
        let lang = form.lang();
        form.refuse(name, t(lang, "form-choose"));
    }
    found
}

/// The ids that were ticked; what is no id was not ticked by a person.
pub fn ids<T: FromStr>(form: &Form, name: &str) -> Vec<T> {
    form.values(name).filter_map(|v| v.parse().ok()).collect()
}

/// Dollars as people type them, in cents.
pub fn money(form: &mut Form, name: &str) -> i64 {
    let cents = cents(form.value(name));
    if cents.is_none() {
        let lang = form.lang();
        form.refuse(name, t(lang, "form-money"));
    }
    cents.unwrap_or(0)
}

/// "325", "$1,250.50", "1 250,50 $": the last point or comma with two digits after it begins the cents.
pub fn cents(typed: &str) -> Option<i64> {
    const MOST: i64 = 10_000_000;
    let bare: String = typed.trim().trim_start_matches('$').trim_end_matches('$').chars().filter(|c| !c.is_whitespace()).collect();
    let (dollars, rest) = match bare.rsplit_once(['.', ',']) {
        Some((dollars, rest)) if rest.len() == 2 || rest.len() == 1 => (dollars, rest),
        _ => (bare.as_str(), ""),
    };
    let dollars = grouped(dollars)?;
    let cents: i64 =
        if rest.is_empty() { 0 } else { format!("{rest:0<2}").parse().ok().filter(|_| rest.bytes().all(|b| b.is_ascii_digit()))? };
    dollars.checked_mul(100)?.checked_add(cents).filter(|c| *c <= MOST)
}

/// Digits, perhaps in groups of three.
fn grouped(digits: &str) -> Option<i64> {
    let mut groups = digits.split([',', '.']);
    let first = groups.next().filter(|g| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit()))?;
    let mut all = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 || !group.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        all.push_str(group);
    }
    all.parse().ok()
}

/// Cents as a field shows them again.
pub fn dollars(lang: Lang, cents: i64) -> String {
    let point = if lang == Lang::Fr { ',' } else { '.' };
    if cents % 100 == 0 { (cents / 100).to_string() } else { format!("{}{point}{:02}", cents / 100, cents % 100) }
}

/// The end of a day that was picked.
pub fn day(form: &mut Form, name: &str) -> Option<Ts> {
    let day = crate::i18n::end_of_day(form.value(name));
    if day.is_none() {
        let lang = form.lang();
        form.refuse(name, t(lang, "form-day"));
    }
    day
}

/// A web address, or nothing.
pub fn web_address(form: &mut Form, name: &str) -> Option<String> {
    let typed = words(form, name, 500);
    if typed.is_empty() {
        return None;
    }
    let sound = url::Url::parse(&typed).is_ok_and(|u| matches!(u.scheme(), "https" | "http") && u.has_host());
    if !sound {
        let lang = form.lang();
        form.refuse(name, t(lang, "form-web-address"));
    }
    Some(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> Form {
        Form::sent(Lang::En, pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn money_is_read_as_people_type_it() {
        for (typed, due) in [
            ("325", Some(32_500)),
            ("$325.50", Some(32_550)),
            ("325,5", Some(32_550)),
            ("1,250.00", Some(125_000)),
            ("1,250", Some(125_000)),
            ("1\u{a0}250,00\u{a0}$", Some(125_000)),
            ("0", Some(0)),
            ("", None),
            ("12.345", Some(1_234_500)),
            ("1,25,0", None),
            ("-5", None),
            ("ten", None),
            ("12.-5", None),
            ("100000000000000000000", None),
        ] {
            assert_eq!(cents(typed), due, "{typed}");
        }
    }

    #[test]
    fn money_shown_again_is_read_the_same() {
        for lang in Lang::ALL {
            for amount in [0, 5, 100, 32_550, 125_000, 9_999_999] {
                assert_eq!(cents(&dollars(lang, amount)), Some(amount));
            }
        }
    }

    #[test]
    fn a_number_out_of_bounds_is_refused_with_the_bounds() {
        let mut sent = form(&[("months", "61")]);
        assert_eq!(number::<u16>(&mut sent, "months", 1..=60), None);
        assert!(sent.error("months").is_some_and(|e| e.contains("60")));
        let mut empty = form(&[]);
        assert_eq!(number::<u16>(&mut empty, "months", 1..=60), None);
        assert!(empty.is_sound());
    }

    #[test]
    fn text_may_wait_for_its_other_language_but_not_grow_without_end() {
        let mut sent = form(&[("title_en", "  Welder "), ("title_fr", "")]);
        assert_eq!(both(&mut sent, "title", 10), Text::of("Welder", ""));
        assert!(sent.is_sound());
        let mut long = form(&[("title_en", "Welder of steel"), ("title_fr", "é".repeat(10).as_str())]);
        both(&mut long, "title", 10);
        assert!(long.error("title_en").is_some() && long.error("title_fr").is_none());
    }
}
