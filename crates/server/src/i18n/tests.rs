use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use std::borrow::Cow;

const NOVEMBER_4: Ts = Ts(1_793_811_600_000_000); // 2026-11-04 12:00 in Toronto
const HOUR: i64 = 3_600_000_000;
const BOTH: [Lang; 2] = [Lang::En, Lang::Fr];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `dir` with this ending.
fn files(dir: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in fs::read_dir(dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display())).flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => found.extend(files(&path, ending)),
            false if path.extension().is_some_and(|e| e == ending) => found.push(path),
            false => {}
        }
    }
    found
}

/// The keys of a language, each with the variables its words use.
fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files(&root().join("locales").join(lang.tag()), "ftl") {
        let text = fs::read_to_string(&file).unwrap();
        let mut key = None;
        for line in text.lines() {
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let (name, _) = line.split_once('=').unwrap_or_else(|| panic!("{}: {line}", file.display()));
                let name = name.trim().to_owned();
                assert!(!keys.contains_key(&name), "{name} is there twice in {}", lang.tag());
                keys.insert(name.clone(), BTreeSet::new());
                key = Some(name);
            }
            let Some(key) = &key else { continue };
            for part in line.split('$').skip(1) {
                let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(part.len());
                // A price in English words has a dollar sign but no name after it.
                if part.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    keys.get_mut(key).unwrap().insert(part[..end].to_owned());
                }
            }
        }
    }
    keys
}

#[test]
fn both_languages_have_the_same_keys_with_the_same_values() {
    let (en, fr) = (keys(Lang::En), keys(Lang::Fr));
    assert!(en.len() > 50, "only {} keys found", en.len());
    let missing: Vec<_> = en.keys().filter(|k| !fr.contains_key(*k)).collect();
    assert!(missing.is_empty(), "no French for {missing:?}");
    let missing: Vec<_> = fr.keys().filter(|k| !en.contains_key(*k)).collect();
    assert!(missing.is_empty(), "no English for {missing:?}");
    for (key, used) in &en {
        assert_eq!(used, &fr[key], "the two languages of {key} use different values");
    }
}

#[test]
fn every_key_can_be_spoken() {
    for lang in BOTH {
        for (key, variables) in keys(lang) {
            let args: HashMap<_, _> = variables.into_iter().map(|v| (Cow::Owned(v), Value::from(2))).collect();
            let words = WORDS.try_lookup_with_args(locale(lang), &key, &args);
            assert!(words.is_some_and(|w| !w.trim().is_empty() && !w.contains("{$")), "{key} in {}", lang.tag());
        }
    }
}

/// The literal keys in `t(lang, "key"`, `t!(lang, "key"` and `t_args(lang, "key"`.
fn literals(source: &str) -> Vec<&str> {
    let mut found = vec![];
    for call in ["t(", "t!(", "t_args("] {
        for (at, _) in source.match_indices(call) {
            let before = source[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let rest = &source[at + call.len()..];
            let Some((first, rest)) = rest.split_once(',') else { continue };
            if first.len() > 30 || first.contains(['"', ';', '\n']) && first.trim().contains(['"', ';']) {
                continue;
            }
            if let Some(key) = rest.trim_start().strip_prefix('"') {
                found.push(key.split('"').next().unwrap_or_default());
            }
        }
    }
    found
}

/// The keys that acts hand over for a page to word: "refused-…" and "wrong-…", and the notices after an act.
fn handed_over(source: &str) -> Vec<String> {
    let named = |text: &&str| text.starts_with("refused-") || text.starts_with("wrong-");
    let refusals = source.split('"').filter(named).filter(|k| k.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
    let notices = source.split("redirect_saying(").skip(1).filter_map(|rest| {
        let call = rest.split(';').next()?;
        Some(format!("notice-{}", call.split('"').nth(1)?))
    });
    refusals.map(str::to_owned).chain(notices).collect()
}

#[test]
fn every_key_that_the_sources_ask_for_exists() {
    assert_eq!(literals(r#"p { (t(l, "a-b")) (t!(c.lang, "c", n = 1)) (count("x, y")) }"#), ["a-b", "c"]);
    assert_eq!(handed_over(r#"x("refused-y"); redirect_saying(&url(a, b), "sent");"#), ["refused-y", "notice-sent"]);
    let known = keys(Lang::En);
    let mut missing = BTreeSet::new();
    for file in files(&root().join("src"), "rs") {
        if file.ends_with("i18n.rs") || file.ends_with("i18n/tests.rs") {
            continue;
        }
        let source = fs::read_to_string(&file).unwrap();
        let asked = literals(&source).into_iter().map(str::to_owned).chain(handed_over(&source));
        for key in asked.filter(|k| !known.contains_key(k)) {
            missing.insert(format!("{key} in {}", file.strip_prefix(root()).unwrap().display()));
        }
    }
    assert!(missing.is_empty(), "no words for {missing:#?}");
}

#[test]
fn dates_read_as_people_write_them() {
    assert_eq!(date(Lang::En, NOVEMBER_4), "4 November 2026");
    assert_eq!(date(Lang::Fr, NOVEMBER_4.plus_days(-3)), "1er novembre 2026");
    assert_eq!(date_short(Lang::Fr, NOVEMBER_4), "4 nov. 2026");
    assert_eq!(date_time(Lang::Fr, NOVEMBER_4), "4 novembre 2026 à 12\u{a0}h\u{a0}00");
    assert_eq!(date_machine(NOVEMBER_4), "2026-11-04");
}

#[test]
fn daylight_time_changes_on_the_two_sundays() {
    let around = |ts: i64| (clock(Lang::En, Ts(ts - 1)), clock(Lang::En, Ts(ts)));
    let spring = 1_772_953_200_000_000; // 2026-03-08 07:00 UTC, 2:00 becomes 3:00
    assert_eq!(around(spring), ("1:59".into(), "3:00".into()));
    let autumn = 1_793_512_800_000_000; // 2026-11-01 06:00 UTC, 2:00 becomes 1:00
    assert_eq!(around(autumn), ("1:59".into(), "1:00".into()));
    assert_eq!(clock(Lang::En, Ts(autumn + HOUR)), "2:00");
}

#[test]
fn a_deadline_lasts_until_the_end_of_its_day() {
    let end = end_of_day("2026-11-04").unwrap();
    assert_eq!(date_machine(end), "2026-11-04");
    assert_eq!(date_machine(Ts(end.0 + 1_000_000)), "2026-11-05");
    assert_eq!(end_of_day("2026-02-30"), None);
    assert_eq!(end_of_day("soon"), None);
}

#[test]
fn time_left_counts_days_on_the_calendar() {
    let say = |lang, days: i64| time_left(lang, NOVEMBER_4, NOVEMBER_4.plus_days(days));
    assert_eq!(say(Lang::En, 0), "today");
    assert_eq!(say(Lang::En, 1), "tomorrow");
    assert_eq!(say(Lang::En, 3), "in 3 days");
    assert_eq!(say(Lang::En, -1), "1 day late");
    assert_eq!(say(Lang::En, -2), "2 days late");
    assert_eq!(say(Lang::Fr, 3), "dans 3 jours");
    assert_eq!(say(Lang::Fr, -1), "1 jour de retard");
    // Eleven in the evening and one in the morning are a day apart for a person.
    let evening = NOVEMBER_4.plus_hours(11);
    assert_eq!(time_left(Lang::En, evening, evening.plus_hours(2)), "tomorrow");
}

#[test]
fn the_past_is_told_from_near_to_far() {
    let say = |lang, minutes: i64| ago(lang, NOVEMBER_4, Ts(NOVEMBER_4.0 - minutes * 60_000_000));
    assert_eq!(say(Lang::En, 0), "just now");
    assert_eq!(say(Lang::En, 1), "1 minute ago");
    assert_eq!(say(Lang::Fr, 180), "il y a 3 heures");
    assert_eq!(say(Lang::Fr, 24 * 60), "hier");
    assert_eq!(say(Lang::En, 90 * 24 * 60), "6 Aug 2026");
}

#[test]
fn numbers_take_the_form_of_their_language() {
    assert_eq!(number(Lang::En, -1_234_567), "-1,234,567");
    assert_eq!(number(Lang::Fr, 12_345), "12\u{a0}345");
    assert_eq!(money(Lang::En, 32_500, "CAD"), "$325.00");
    assert_eq!(money(Lang::Fr, 132_505, "CAD"), "1\u{a0}325,05\u{a0}$");
    assert_eq!(money(Lang::En, -50, "EUR"), "-0.50\u{a0}EUR");
    assert_eq!(percent(Lang::Fr, 38), "38\u{a0}%");
    assert_eq!(bytes(Lang::En, 999), "999\u{a0}bytes");
    assert_eq!(bytes(Lang::En, 38_200_000), "38\u{a0}MB");
    assert_eq!(bytes(Lang::Fr, 2_100_000_000), "2,1\u{a0}Go");
    assert_eq!(bytes(Lang::En, 999_600), "1\u{a0}MB");
    assert_eq!(duration(372), "6:12");
    assert_eq!(duration(3_972), "1:06:12");
    assert_eq!([seconds("6:12"), seconds(" 1:06:12"), seconds("0:05")], [Some(372), Some(3_972), Some(5)]);
    assert_eq!([seconds("6:72"), seconds("6"), seconds("a:01"), seconds("-1:01")], [None; 4]);
}

#[test]
fn plurals_follow_the_language() {
    let gaps = |lang, n: i64| t!(lang, "count-gaps", count = n);
    assert_eq!([gaps(Lang::En, 0), gaps(Lang::En, 1), gaps(Lang::En, 1234)], ["0 gaps", "1 gap", "1,234 gaps"]);
    assert_eq!([gaps(Lang::Fr, 0), gaps(Lang::Fr, 1), gaps(Lang::Fr, 5)], ["0 lacune", "1 lacune", "5 lacunes"]);
}
