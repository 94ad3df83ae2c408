//! Made-up catalogues and gaps, the same on every machine.
//!
//! **Realistic.** 14,000 skills: 200 that go across, and 200 domains of 69, each with a level from 0 to 4 (45, 30, 15, 7, 3 %).
//! An offering belongs to a domain (Zipf .8) and gives 1 to 8 skills (18, 20, 18, 15, 11, 8, 6, 4 %), 15 % of them
//! across, by popularity (Zipf 1). If the lowest level among the others is above 0, it requires 0 to 3 skills (40, 35, 17, 8 %) of lower levels of its domain.
//! Its price is 0 for one in ten, else log-normal around $400 and more for more skills; hours are log-normal around 20; the cost
//! counts an hour as $25. Weeks follow from the hours, at 2 to 12 a week. A profile of 5 to 60 skills is three quarters from one domain; of what it asks,
//! half is held at level 0 and less above, and five basics of the domain are held too.
//!
//! **Wide, equal, unit, deep** are the same with 8 to 30 skills an offering; with one price for all; with a cost of 1; with ten
//! levels, each offering of a level above 0 requiring 1 to 3 skills of the level below.
//!
//! **Dense**: each of the offerings gives 3 to 8 of the 20, 30 or 40 skills wanted; costs are log-normal, 1 in **unit dense**, and anything from
//! $20 to $99, as often as anything else, in **even dense**.

use pathfinder::{Ability, Offering};
use std::collections::BTreeSet;

/// Numbers that look random: SplitMix64.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ 0x5851_f42d_4c95_7f2d)
    }

    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to below 1.
    pub fn share(&mut self) -> f64 {
        (self.number() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.share() * end as f64) as usize
    }

    /// A place, by these odds.
    pub fn pick(&mut self, odds: &[f64]) -> usize {
        let mut share = self.share() * odds.iter().sum::<f64>();
        let place = odds.iter().position(|odd| {
            share -= odd;
            share < 0.0
        });
        place.unwrap_or(odds.len() - 1)
    }

    /// From 0 to below `end`, low numbers more often: logarithms are even.
    pub fn popular(&mut self, end: usize) -> usize {
        ((end as f64).powf(self.share()) as usize - 1).min(end - 1)
    }

    /// Log-normal around a median.
    pub fn around(&mut self, median: f64, spread: f64) -> f64 {
        let (radius, angle) = ((-2.0 * (1.0 - self.share()).ln()).sqrt(), self.share() * std::f64::consts::TAU);
        median * (spread * radius * angle.cos()).exp()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Realistic,
    Wide,
    Equal,
    Unit,
    Deep,
    Dense,
    UnitDense,
    EvenDense,
}

impl Kind {
    pub const ALL: [(&str, Kind); 8] = [
        ("realistic", Kind::Realistic),
        ("wide", Kind::Wide),
        ("equal", Kind::Equal),
        ("unit", Kind::Unit),
        ("deep", Kind::Deep),
        ("dense", Kind::Dense),
        ("unit-dense", Kind::UnitDense),
        ("even-dense", Kind::EvenDense),
    ];
}

/// A gap: what a profile of `profile` skills leaves open.
pub struct Question {
    pub profile: usize,
    pub held: Vec<u32>,
    pub wanted: Vec<u32>,
}

pub struct Family {
    pub competencies: u32,
    pub offerings: Vec<Offering>,
    pub questions: Vec<Question>,
}

const ACROSS: usize = 200;
const DOMAINS: usize = 200;
const PER: usize = 69;
pub const PROFILES: [usize; 5] = [5, 10, 20, 40, 60];

struct Skills {
    level: Vec<usize>,
    domain_odds: Vec<f64>,
    deep: bool,
}

impl Skills {
    fn new(kind: Kind) -> Self {
        let mut dice = Dice::new(1);
        let deep = kind == Kind::Deep;
        let odds: &[f64] = if deep { &[1.0; 10] } else { &[0.45, 0.30, 0.15, 0.07, 0.03] };
        let level = (0..ACROSS + DOMAINS * PER).map(|skill| if skill < ACROSS { 0 } else { dice.pick(odds) }).collect();
        Self { level, domain_odds: (1..=DOMAINS).map(|rank| (rank as f64).powf(-0.8)).collect(), deep }
    }

    fn domain(&self, domain: usize) -> std::ops::Range<usize> {
        ACROSS + domain * PER..ACROSS + (domain + 1) * PER
    }

    fn requires(&self, dice: &mut Dice, domain: usize, teaches: &BTreeSet<usize>) -> Vec<Ability> {
        let lowest = teaches.iter().filter(|&&skill| skill >= ACROSS).map(|&skill| self.level[skill]).min().unwrap_or(0);
        let odds: &[f64] = if self.deep { &[0.0, 0.5, 0.3, 0.2] } else { &[0.40, 0.35, 0.17, 0.08] };
        let count = if lowest > 0 { dice.pick(odds) } else { 0 };
        let before = |level: usize| if self.deep { level + 1 == lowest } else { level < lowest };
        let below: Vec<usize> = self.domain(domain).filter(|&skill| before(self.level[skill])).collect();
        let chosen: BTreeSet<usize> = (0..count).filter(|_| !below.is_empty()).map(|_| below[dice.popular(below.len())]).collect();
        chosen.into_iter().map(|skill| Ability::of(skill as u32)).collect()
    }

    fn offering(&self, dice: &mut Dice, kind: Kind) -> Offering {
        let domain = dice.pick(&self.domain_odds);
        let count = match kind {
            Kind::Wide => 8 + dice.below(23),
            _ => 1 + dice.pick(&[0.18, 0.20, 0.18, 0.15, 0.11, 0.08, 0.06, 0.04]),
        };
        let one = |dice: &mut Dice| {
            if dice.share() < 0.15 { dice.popular(ACROSS) } else { ACROSS + domain * PER + dice.popular(PER) }
        };
        let teaches: BTreeSet<usize> = (0..count).map(|_| one(dice)).collect();
        let requires = self.requires(dice, domain, &teaches);
        let price = if dice.share() < 0.1 { 0.0 } else { dice.around(400.0, 0.9) * (1.0 + 0.15 * (count - 1) as f64) };
        let hours = dice.around(20.0, 0.7) * (count as f64).powf(0.6);
        let weeks = (hours / (2.0 + 10.0 * dice.share())).ceil() as u32;
        let cost = match kind {
            Kind::Equal => 50_000,
            Kind::Unit => 1,
            _ => 100 * ((price + 25.0 * hours).round() as u64).max(1),
        };
        let teaches = teaches.into_iter().map(|skill| Ability::of(skill as u32)).collect();
        Offering { cost, weeks, hours: hours.ceil() as u32, starts: vec![], teaches, requires }
    }

    fn question(&self, dice: &mut Dice, profile: usize, obtainable: &[bool]) -> Question {
        let (domain, pool) = loop {
            let domain = dice.pick(&self.domain_odds);
            let pool: Vec<usize> = self.domain(domain).filter(|&skill| obtainable[skill]).collect();
            if pool.len() >= 4.max(profile * 6 / 10) {
                break (domain, pool);
            }
        };
        let mut asked = BTreeSet::new();
        for attempt in 0..5000 {
            let skill = match dice.share() {
                share if share < 0.75 && attempt < 2000 => pool[dice.popular(pool.len())],
                share if share < 0.75 => pool[dice.below(pool.len())],
                share if share < 0.875 => ACROSS + dice.below(DOMAINS) * PER + dice.popular(PER),
                _ => dice.popular(ACROSS),
            };
            if obtainable[skill] && asked.len() < profile {
                asked.insert(skill);
            }
        }
        let mut held: BTreeSet<usize> =
            asked.iter().copied().filter(|&skill| dice.share() < [0.5, 0.3, 0.15, 0.1, 0.05][self.level[skill].min(4)]).collect();
        let basics: Vec<usize> = self.domain(domain).filter(|&skill| self.level[skill] <= 1).collect();
        held.extend((0..5).map(|_| basics[dice.below(basics.len())]));
        let mut wanted: Vec<u32> = asked.difference(&held).map(|&skill| skill as u32).collect();
        if wanted.is_empty() {
            let first = asked.iter().copied().next().unwrap_or(0);
            held.remove(&first);
            wanted.push(first as u32);
        }
        Question { profile, held: held.into_iter().map(|skill| skill as u32).collect(), wanted }
    }
}

fn obtainable(skills: usize, offerings: &[Offering]) -> Vec<bool> {
    let mut have = vec![false; skills];
    loop {
        let before = have.iter().filter(|have| **have).count();
        for offering in offerings {
            if offering.requires.iter().all(|ability| have[ability.competency as usize]) {
                offering.teaches.iter().for_each(|ability| have[ability.competency as usize] = true);
            }
        }
        if before == have.iter().filter(|have| **have).count() {
            return have;
        }
    }
}

/// A catalogue of `count` offerings with `each` questions for every size of profile.
pub fn family(kind: Kind, count: usize, each: usize) -> Family {
    let skills = Skills::new(kind);
    let mut dice = Dice::new(1000 + count as u64);
    let offerings: Vec<Offering> = (0..count).map(|_| skills.offering(&mut dice, kind)).collect();
    let obtainable = obtainable(skills.level.len(), &offerings);
    let mut dice = Dice::new(2);
    let sizes = PROFILES.iter().flat_map(|&profile| std::iter::repeat_n(profile, each));
    let questions = sizes.map(|profile| skills.question(&mut dice, profile, &obtainable)).collect();
    Family { competencies: skills.level.len() as u32, offerings, questions }
}

/// A catalogue made for one gap of `gap` skills.
pub fn dense(kind: Kind, count: usize, gap: usize, seed: u64) -> Family {
    let mut dice = Dice::new(seed * 1000 + gap as u64);
    let offering = |dice: &mut Dice| {
        let size = 3 + dice.below(6);
        let mut teaches = BTreeSet::new();
        while teaches.len() < size {
            teaches.insert(dice.below(gap) as u32);
        }
        let cost = match kind {
            Kind::UnitDense => 1,
            Kind::EvenDense => 2_000 + 100 * dice.below(80) as u64,
            _ => 100 * (dice.around(400.0, 0.9) * (1.0 + 0.15 * size as f64)).ceil() as u64,
        };
        let weeks = 1 + dice.below(16) as u32;
        Offering { cost, weeks, teaches: teaches.into_iter().map(Ability::of).collect(), ..Offering::default() }
    };
    let offerings = (0..count).map(|_| offering(&mut dice)).collect();
    let questions = vec![Question { profile: gap, held: vec![], wanted: (0..gap as u32).collect() }];
    Family { competencies: gap as u32, offerings, questions }
}

/// The families by name: each with a catalogue and its questions. Dense ones have one gap a catalogue, so that there are several.
pub fn named(kind: Kind, count: usize, each: usize) -> Vec<Family> {
    match kind {
        Kind::Dense | Kind::UnitDense | Kind::EvenDense => {
            [20, 30, 40].iter().flat_map(|&gap| (1..=each.min(5) as u64).map(move |seed| dense(kind, count, gap, seed))).collect()
        }
        _ => vec![family(kind, count, each)],
    }
}
