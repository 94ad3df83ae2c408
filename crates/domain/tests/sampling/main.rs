//! What the sampling plan (2.13.3) finds and costs: 20,000 decisions of a year by 60 assessors whose severity is known because it is made up.
//!
//! `cargo test -p domain --test sampling -- --nocapture` prints the table that BENCHMARKS.md shows. Everything follows from the seed.
//!
//! The model: work has a quality, spread normally around a little above the line. An assessor finds it competent the likelier the further it
//! is above the line, moved by their severity; a verifier does the same with no severity of their own, and overturns what they find otherwise if
//! the work is not near the line, where two careful people may differ. 54 assessors are about fair, three strict, three lenient.

use domain::agreement::{overturned_too_often, wilson};
use domain::profile::RiskTier;
use domain::verification::{History, draw};
use domain::{AssessmentId, Ts};

const SEED: u64 = 20_261_124;
const DECISIONS: u32 = 20_000;
const ASSESSORS: usize = 60;
/// The first ones, three strict and three lenient.
const OUTLIERS: usize = 6;
/// How far they are from the line that others hold, in spreads of the quality of work.
const SEVERITIES: [f64; 2] = [0.6, 0.9];
/// Minutes that verifying a decision takes: an assumption, so that a cost can be named.
const MINUTES: u64 = 20;

/// How decisions are chosen for verification.
#[derive(Clone, Copy)]
enum Plan {
    /// By the assessor's history, tier B.
    Rules,
    /// The same share of everything.
    Flat(u32),
}

#[derive(Clone, Copy, Default)]
struct Seen {
    decisions: u32,
    verified: u64,
    overturned: u64,
    last_overturned: Option<Ts>,
    /// The decision at which the alarm first rang.
    alarm: Option<u32>,
}

struct Year {
    seen: Vec<Seen>,
    wrong: u64,
    caught: u64,
}

impl Year {
    fn verified(&self) -> u64 {
        self.seen.iter().map(|s| s.verified).sum()
    }

    fn found(&self) -> usize {
        self.seen[..OUTLIERS].iter().filter(|s| s.alarm.is_some()).count()
    }

    fn false_alarms(&self) -> usize {
        self.seen[OUTLIERS..].iter().filter(|s| s.alarm.is_some()).count()
    }

    /// After how many of their decisions the outliers that were found were found, in the middle.
    fn sooner(&self) -> Option<u32> {
        let mut at: Vec<u32> = self.seen[..OUTLIERS].iter().filter_map(|s| s.alarm).collect();
        at.sort_unstable();
        at.get(at.len() / 2).copied()
    }
}

/// SplitMix64, as numbers from 0 to below 1 and as a normal distribution.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let x = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((x ^ (x >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Twelve rolls less six: mean 0, spread 1.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.roll()).sum::<f64>() - 6.0
    }
}

/// How strict each is; the same for every plan.
fn severities(dice: &mut Dice, severity: f64) -> Vec<f64> {
    let outlier = |n: usize| if n.is_multiple_of(2) { severity } else { -severity };
    (0..ASSESSORS).map(|n| if n < OUTLIERS { outlier(n) } else { 0.1 * dice.normal() }).collect()
}

/// Whether somebody of this severity finds work of this quality competent, by one roll.
fn competent(quality: f64, severity: f64, roll: f64) -> bool {
    roll < 1.0 / (1.0 + (-6.0 * (quality - severity)).exp())
}

/// Near the line, where a verifier leaves what they would have decided otherwise.
fn doubtful(quality: f64) -> bool {
    quality.abs() < 0.35
}

fn year(plan: Plan, severity: f64) -> Year {
    let mut dice = Dice(SEED);
    let severities = severities(&mut dice, severity);
    let mut year = Year { seen: vec![Seen::default(); ASSESSORS], wrong: 0, caught: 0 };
    for n in 0..DECISIONS {
        // Every roll is taken whatever the plan, so that plans meet the same year.
        let who = (dice.roll() * ASSESSORS as f64) as usize;
        let quality = 0.5 + dice.normal();
        let (first, second) = (competent(quality, severities[who], dice.roll()), competent(quality, 0.0, dice.roll()));
        let at = Ts(0).plus_minutes(i64::from(n) * 365 * 24 * 60 / i64::from(DECISIONS));
        let differs = first != second && !doubtful(quality);
        let wrong = first != (quality > 0.0) && !doubtful(quality);
        let seen = &mut year.seen[who];
        let drawn = match plan {
            Plan::Rules => {
                let history = History { decisions: seen.decisions, overturned: seen.last_overturned };
                draw(SEED, AssessmentId(u128::from(n)), RiskTier::B, &[history], false, at).drawn
            }
            Plan::Flat(percent) => domain::verification::roll(SEED, AssessmentId(u128::from(n))) < percent * 100,
        };
        seen.decisions += 1;
        year.wrong += u64::from(wrong);
        if drawn {
            seen.verified += 1;
            if differs {
                seen.overturned += 1;
                seen.last_overturned = Some(at);
                year.caught += u64::from(wrong);
            }
            if seen.alarm.is_none() && overturned_too_often(seen.overturned, seen.verified) {
                seen.alarm = Some(seen.decisions);
            }
        }
    }
    year
}

fn row(name: &str, year: &Year) -> String {
    let (verified, minutes) = (year.verified(), year.verified() * MINUTES);
    format!(
        "| {name} | {} of {OUTLIERS} | {} | {} of {} | {verified} ({:.1} %) | {minutes} | {:.2} | {} of {} ({:.0} %) |",
        year.found(),
        year.sooner().map_or("–".into(), |n| n.to_string()),
        year.false_alarms(),
        ASSESSORS - OUTLIERS,
        100.0 * verified as f64 / f64::from(DECISIONS),
        minutes as f64 / f64::from(DECISIONS),
        year.caught,
        year.wrong,
        100.0 * year.caught as f64 / year.wrong as f64,
    )
}

/// The table for one severity, and the year by the rules and with everything verified.
fn told(severity: f64) -> (Year, Year) {
    println!(
        "\nOutliers at ±{severity}\n\n| plan | outliers found | after (median) | false alarms | verified | minutes | a decision | wrong and caught |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    let rules = year(Plan::Rules, severity);
    println!("{}", row("by history (2.13.3)", &rules));
    for percent in [5, 15, 25] {
        println!("{}", row(&format!("{percent} % of all"), &year(Plan::Flat(percent), severity)));
    }
    let all = year(Plan::Flat(100), severity);
    println!("{}", row("all", &all));
    for (n, seen) in rules.seen.iter().enumerate().take(OUTLIERS) {
        let (low, high) = wilson(seen.overturned, seen.verified).unwrap_or_default();
        let kind = if n.is_multiple_of(2) { "strict" } else { "lenient" };
        println!("{kind}: {} of {} verified overturned, {:.1} to {:.1} %", seen.overturned, seen.verified, 100.0 * low, 100.0 * high);
    }
    (rules, all)
}

#[test]
fn the_plan_finds_the_outliers_for_less_than_half_of_verifying_everything() {
    let (rules, all) = told(SEVERITIES[1]);
    assert_eq!(rules.found(), OUTLIERS);
    assert!(rules.verified() * 2 < all.verified());
    assert!(rules.false_alarms() <= 2, "{} of the others", rules.false_alarms());
}

#[test]
fn nearer_ones_are_found_as_far_as_verifying_everything_finds_them() {
    let (rules, all) = told(SEVERITIES[0]);
    assert!(rules.found() + 1 >= all.found(), "{} and {}", rules.found(), all.found());
}

#[test]
fn the_same_seed_gives_the_same_year() {
    let (a, b) = (year(Plan::Rules, 0.6), year(Plan::Rules, 0.6));
    assert_eq!((a.verified(), a.wrong, a.caught), (b.verified(), b.wrong, b.caught));
}
