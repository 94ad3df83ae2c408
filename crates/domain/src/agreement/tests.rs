//! The vectors of 2.13.10, and what other people's programs give for tables that were published: `irrCAC` 0.4 and `krippendorff` 0.8 (Python).

use super::interval::student;
use super::*;
use proptest::prelude::*;

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 5e-5, "{found} is not {expected}");
}

fn is(found: Option<Estimate>, value: f64, interval: (f64, f64)) {
    let found = found.expect("there is an estimate");
    near(found.value, value);
    let (low, high) = found.interval.expect("there is an interval");
    near(low, interval.0);
    near(high, interval.1);
}

/// Rows of digits, `.` for what nobody gave; the lowest value is 0.
fn table(rows: &[&str], values: u16) -> Ratings {
    let mut ratings = Ratings::new(rows[0].len(), values);
    for row in rows {
        let cells: Vec<_> = row.chars().map(|c| c.to_digit(10).map(|d| d as u16)).collect();
        ratings.push(&cells).unwrap();
    }
    ratings
}

/// Krippendorff's own example (2011), four observers, twelve units, values 1 to 5.
fn krippendorffs() -> Ratings {
    table(&["00.0", "1121", "2222", "2222", "1111", "0123", "3333", "0010", "1111", ".444", "..00", "..2."], 5)
}

/// Five observers who judge fifteen units on four steps (Gwet 2014).
fn gwets() -> Ratings {
    let rows = [
        "112.2", "1101.", "2333.", ".00.0", "000.0", "000.0", "102.1", "1.20.", "222.2", "2111.", ".100.", "0000.", "1222.", "33223",
        "111.1",
    ];
    table(&rows, 4)
}

/// Three diagnoses by two readers of a hundred cases (Gwet 2014).
fn abstractors() -> Ratings {
    let mut ratings = Ratings::new(2, 3);
    for (a, b, times) in [(0, 0, 13), (1, 1, 20), (1, 2, 7), (2, 1, 4), (2, 2, 56)] {
        (0..times).for_each(|_| ratings.push(&[Some(a), Some(b)]).unwrap());
    }
    ratings
}

#[test]
fn many_who_mostly_agree_by_chance_have_hardly_any_kappa() {
    let r1 = Ratings::two_by_two([130, 56, 9, 5]);
    near(observed(&r1).unwrap().value, 0.675);
    is(cohen(&r1), 0.0219681, (-0.08099557, 0.12493177));
    is(ac1(&r1), 0.53258427, (0.41156922, 0.65359932));
    is(alpha(&r1, Level::Nominal), -0.064, (-0.191217, 0.063217));
    is(fleiss(&r1), -0.06666667, (-0.19225394, 0.05892061));
}

#[test]
fn a_high_pass_rate_lowers_kappa_and_not_ac1() {
    let r2 = Ratings::two_by_two([90, 4, 4, 2]);
    near(observed(&r2).unwrap().value, 0.92);
    is(cohen(&r2), 0.29078014, (-0.07342236, 0.65498265));
    is(ac1(&r2), 0.90982867, (0.84403055, 0.97562679));
    is(alpha(&r2, Level::Nominal), 0.294326, (-0.125165, 0.713817));
}

#[test]
fn where_values_are_balanced_all_say_the_same() {
    let r3 = Ratings::two_by_two([45, 5, 5, 45]);
    near(observed(&r3).unwrap().value, 0.9);
    is(cohen(&r3), 0.8, (0.68034722, 0.91965278));
    is(ac1(&r3), 0.8, (0.68034722, 0.91965278));
    is(alpha(&r3, Level::Nominal), 0.801, (0.68183, 0.92017));
}

#[test]
fn krippendorffs_own_example_gives_what_he_published() {
    let ratings = krippendorffs();
    near(observed(&ratings).unwrap().value, 0.81818182);
    is(alpha(&ratings, Level::Nominal), 0.743421, (0.417385, 1.0));
    is(alpha(&ratings, Level::Ordinal), 0.815388, (0.485553, 1.0));
    is(ac1(&ratings), 0.77544407, (0.46081335, 1.0));
    is(fleiss(&ratings), 0.76116928, (0.42437628, 1.0));
    is(conger(&ratings), 0.76281744, (0.43450055, 1.0));
}

#[test]
fn five_observers_with_gaps_are_measured_as_elsewhere() {
    let ratings = gwets();
    near(observed(&ratings).unwrap().value, 0.61555556);
    is(alpha(&ratings, Level::Nominal), 0.48053, (0.236005, 0.725056));
    is(alpha(&ratings, Level::Ordinal), 0.768685, (0.546676, 0.990694));
    is(ac1(&ratings), 0.49662205, (0.2350152, 0.75822891));
    is(fleiss(&ratings), 0.45762169, (0.19928198, 0.7159614));
    is(conger(&ratings), 0.46927428, (0.21905605, 0.7194925));
}

#[test]
fn two_readers_of_three_diagnoses_are_measured_as_elsewhere() {
    is(cohen(&abstractors()), 0.7964094, (0.67892888, 0.91388993));
    is(ac1(&abstractors()), 0.84933055, (0.76314571, 0.93551539));
    near(alpha(&abstractors(), Level::Nominal).unwrap().value, 0.7972585);
}

#[test]
fn cohens_kappa_is_of_what_both_rated_and_of_two_only() {
    let mut ratings = Ratings::two_by_two([45, 5, 5, 45]);
    for _ in 0..30 {
        ratings.push(&[Some(1), None]).unwrap();
    }
    near(cohen(&ratings).unwrap().value, 0.8);
    assert_eq!(cohen(&krippendorffs()), None);
}

#[test]
fn a_share_of_items_has_wilsons_interval() {
    for (k, n, low, high) in [(34, 34, 0.898, 1.0), (31, 34, 0.770, 0.970), (18, 20, 0.699, 0.972), (0, 10, 0.0, 0.278)] {
        let found = wilson(k, n).unwrap();
        assert!((found.0 - low).abs() < 6e-4 && (found.1 - high).abs() < 6e-4, "{k} of {n}: {found:?}");
    }
    assert_eq!((wilson(0, 0), wilson(3, 2)), (None, None));
    let found = observed(&Ratings::two_by_two([18, 2, 0, 0])).unwrap();
    assert_eq!((found.method, found.interval), (Method::Wilson, wilson(18, 20)));
}

#[test]
fn students_t_is_what_tables_say() {
    let known = [(1.0, 12.7062047), (2.0, 4.3026527), (3.0, 3.1824463), (10.0, 2.2281389), (11.0, 2.2009852), (30.0, 2.0422725)];
    let long = [(499.0, 1.9647294), (500.0, 1.9647198), (501.0, 1.9647103), (5000.0, 1.9604386)];
    for (freedom, t) in known.into_iter().chain(long) {
        assert!((student(freedom) - t).abs() < 1e-6, "{freedom}: {}", student(freedom));
    }
}

#[test]
fn where_all_is_one_value_only_agreement_itself_is_known() {
    let ratings = Ratings::two_by_two([30, 0, 0, 0]);
    near(observed(&ratings).unwrap().value, 1.0);
    assert_eq!((cohen(&ratings), alpha(&ratings, Level::Nominal), alpha(&ratings, Level::Ordinal)), (None, None, None));
    // The other value could have been given, and it never was hard to tell.
    near(ac1(&ratings).unwrap().value, 1.0);
    let mut only_one = Ratings::new(2, 1);
    only_one.push(&[Some(0), Some(0)]).unwrap();
    assert_eq!(ac1(&only_one), None);
}

#[test]
fn perfect_agreement_has_no_interval_that_pretends_to_be_sure() {
    let ratings = Ratings::two_by_two([10, 0, 0, 10]);
    for found in [cohen(&ratings), ac1(&ratings), alpha(&ratings, Level::Nominal)] {
        let found = found.unwrap();
        near(found.value, 1.0);
        assert_eq!(found.interval, None);
    }
}

#[test]
fn without_two_ratings_of_an_item_nothing_is_known() {
    let ratings = table(&["0..", ".1.", "..."], 2);
    assert_eq!((observed(&ratings), conger(&ratings), ac1(&ratings), alpha(&ratings, Level::Ordinal)), (None, None, None, None));
    assert_eq!((ratings.items_rated_by(1), ratings.items_rated_by(2)), (2, 0));
}

#[test]
fn a_rater_who_always_goes_lower_is_the_strictest() {
    let ratings = table(&["012", "122", "011", "00."], 3);
    assert!(severity(&ratings, 0).unwrap().value > severity(&ratings, 1).unwrap().value);
    near(severity(&ratings, 0).unwrap().value, 0.75);
    near(severity(&ratings, 2).unwrap().value, -2.0 / 3.0);
    assert_eq!(severity(&ratings, 3), None);
}

#[test]
fn rows_that_do_not_fit_are_refused() {
    let mut ratings = Ratings::new(2, 2);
    assert_eq!((ratings.push(&[Some(0)]), ratings.push(&[Some(0), Some(2)])), (Err(Misfit::Width), Err(Misfit::Value)));
}

#[test]
fn alarms_follow_the_better_of_two_and_need_twenty_pairs() {
    assert_eq!(light(19, Some(0.1), Some(0.1)), Light::TooFew);
    assert_eq!(light(20, None, None), Light::TooFew);
    assert_eq!(light(20, Some(0.3), Some(0.80)), Light::Green);
    assert_eq!(light(20, Some(0.67), Some(0.5)), Light::Amber);
    assert_eq!(light(20, Some(0.669), None), Light::Red);
}

#[test]
fn kappas_have_names_for_showing() {
    assert_eq!([0.604, 0.61, 0.80, 0.81].map(band), [Band::Less, Band::Substantial, Band::Substantial, Band::AlmostPerfect]);
}

#[test]
fn overturning_is_an_alarm_only_if_it_is_more_than_chance() {
    assert!(!overturned_too_often(2, 20));
    assert!(overturned_too_often(4, 20));
    assert!(!overturned_too_often(0, 0));
    assert!(!overturned_too_often(10, 19), "too few to tell");
}

/// α as it is defined, pair by pair, without coincidences.
fn alpha_slowly(rows: &[Vec<Option<u16>>]) -> Option<f64> {
    let rated: Vec<Vec<u16>> = rows.iter().map(|r| r.iter().flatten().copied().collect::<Vec<_>>()).filter(|r| r.len() > 1).collect();
    let all: Vec<u16> = rated.iter().flatten().copied().collect();
    let pairs = |values: &[u16]| {
        let differ = |i: usize| values.iter().enumerate().filter(|(j, v)| *j != i && **v != values[i]).count();
        (0..values.len()).map(differ).sum::<usize>() as f64
    };
    let n = all.len() as f64;
    let expected = pairs(&all) / (n * (n - 1.0));
    let met = rated.iter().map(|r| pairs(r) / (r.len() as f64 - 1.0)).sum::<f64>() / n;
    (n > 1.5 && expected > 0.0).then(|| 1.0 - met / expected)
}

fn rows() -> impl Strategy<Value = Vec<Vec<Option<u16>>>> {
    (2..5usize).prop_flat_map(|raters| prop::collection::vec(prop::collection::vec(prop::option::of(0..4u16), raters), 1..30))
}

fn ratings(rows: &[Vec<Option<u16>>]) -> Ratings {
    let mut ratings = Ratings::new(rows[0].len(), 4);
    rows.iter().for_each(|row| ratings.push(row).unwrap());
    ratings
}

proptest! {
    #[test]
    fn alpha_is_what_its_definition_says(rows in rows()) {
        let (fast, slow) = (alpha(&ratings(&rows), Level::Nominal).map(|e| e.value), alpha_slowly(&rows));
        prop_assert_eq!(fast.is_some(), slow.is_some());
        if let (Some(fast), Some(slow)) = (fast, slow) {
            prop_assert!((fast - slow).abs() < 1e-9, "{} {}", fast, slow);
        }
    }

    #[test]
    fn nothing_is_above_one_and_intervals_hold_their_value(rows in rows()) {
        let ratings = ratings(&rows);
        let all = [observed(&ratings), conger(&ratings), fleiss(&ratings), ac1(&ratings), alpha(&ratings, Level::Nominal), alpha(&ratings, Level::Ordinal)];
        for found in all.into_iter().flatten() {
            prop_assert!(found.value <= 1.0 + 1e-9);
            if let Some((low, high)) = found.interval {
                prop_assert!(low <= found.value + 1e-9 && found.value <= high + 1e-9, "{:?}", found);
            }
        }
    }

    #[test]
    fn who_stands_in_which_column_changes_nothing(rows in rows()) {
        let turned: Vec<Vec<_>> = rows.iter().map(|row| row.iter().rev().copied().collect()).collect();
        for of in [conger, fleiss, ac1, observed] {
            let (a, b) = (of(&ratings(&rows)).map(|e| e.value), of(&ratings(&turned)).map(|e| e.value));
            prop_assert!(a.zip(b).is_none_or(|(a, b)| (a - b).abs() < 1e-9));
        }
    }
}
