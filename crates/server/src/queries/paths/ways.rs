//! The ways from a gap to learning that closes it: every option of time against money, how far that is proved, and why not another.

use super::Need;
use super::market::{Market, Ready};
use crate::actions::Outcome;
use domain::pathway::{Avoided, Conditions, LeftOut, Terms, avoided, balance};
use domain::{CriterionId, OfferingId};
use pathfinder::{Ability, Answer, Front, Path, Request, Status, Study, WhyNot};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What somebody asks.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What they ask of all learning alike.
    pub conditions: Conditions,
    /// The most that it may cost in all, in hundredths.
    pub budget: Option<i64>,
    /// The weeks within which all must be done.
    pub weeks: Option<u32>,
    /// What matters most to them.
    pub matters: Matters,
    /// The option that they look at, by its place among those found; none: the best by what matters.
    pub shown: Option<usize>,
}

/// What matters most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Matters {
    /// To be done soon.
    Soonest,
    /// Some of both.
    #[default]
    Balance,
    /// To pay little.
    Cheapest,
}

/// One offering of a way.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its place in the market.
    pub place: usize,
    /// On which terms.
    pub terms: Terms,
    /// The week in which it begins, from 0.
    pub start: u32,
    /// The week in which it ends.
    pub finish: u32,
    /// What it closes of what is wanted; nothing: something later needs it first.
    pub closes: Vec<CriterionId>,
}

/// Offerings that close a gap together, in an order in which they can be taken.
#[derive(Clone, Debug)]
pub struct Way {
    /// The offerings.
    pub steps: Vec<Step>,
    /// What they cost, help subtracted.
    pub cents: i64,
    /// The help that was subtracted.
    pub help: i64,
    /// Weeks until the last ends.
    pub weeks: u32,
    /// Minutes of work in all; none: of one of them nobody knows.
    pub minutes: Option<i64>,
    /// Minutes of work in the week with the most.
    pub busiest: Option<i64>,
    /// No other way is both cheaper and sooner.
    pub front: bool,
}

impl Way {
    /// Whether the length of a step only follows from its hours.
    pub fn paced(&self) -> bool {
        self.steps.iter().any(|s| s.terms.paced)
    }

    /// How many of the wanted criteria it closes.
    pub fn closes(&self) -> usize {
        let mut all: Vec<_> = self.steps.iter().flat_map(|s| &s.closes).collect();
        all.sort_unstable();
        all.dedup();
        all.len()
    }
}

/// How far the answer can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Every option is the cheapest for its time, and none is missing.
    All,
    /// Every option is the best for some weight of time against money.
    Weighted,
    /// The time ended. Nothing costs less than this, in hundredths; the first option costs so much or more.
    Bound(i64),
}

/// An offering that looks cheaper and is not on the way that is shown.
#[derive(Clone, Debug)]
pub struct Other {
    /// Its place in the market.
    pub place: usize,
    /// Its own price, help subtracted.
    pub cents: i64,
    /// Why it is not.
    pub why: Why,
}

/// Why an offering is not on a way.
#[derive(Clone, Debug)]
pub enum Why {
    /// The best way with it is this one.
    With(Way),
    /// It needs what nothing leads to.
    Blocked(Vec<CriterionId>),
    /// With it, all is done too late.
    TooLate,
}

/// What was found.
pub struct Found {
    /// The market it was found in.
    pub market: Arc<Market>,
    /// The market under the conditions.
    pub ready: Arc<Ready>,
    /// The options, the cheapest first; empty: nothing keeps to budget and time, or closes anything.
    pub ways: Vec<Way>,
    /// Which of them is soonest, the balance, the cheapest.
    pub best: [usize; 3],
    /// Which of them is shown.
    pub shown: usize,
    /// How far it is proved.
    pub proof: Proof,
    /// What is wanted and nothing that comes into question leads to.
    pub nothing: Vec<CriterionId>,
    /// Of the offerings that close something wanted, how many do not come into question, and why.
    pub left_out: BTreeMap<LeftOut, usize>,
    /// Without budget and end there would be a way: the cheapest, and the soonest.
    pub without_limits: Option<(Way, Way)>,
    /// Why cheaper-looking offerings are not on the way that is shown.
    pub others: Vec<Other>,
    /// What one more week than the way that is shown would save.
    pub week_saves: i64,
    /// How many weeks sooner one would be done for 100 more.
    pub hundred_saves: u32,
    /// What recognition saves.
    pub avoided: Option<Avoided>,
}

/// All of it ends within this time, whatever is asked.
const LIMIT: Duration = Duration::from_millis(400);
/// How many cheaper-looking offerings are explained.
const MOST_OTHERS: usize = 4;
/// 100, in hundredths.
const HUNDRED: u64 = 10_000;

/// Finds the ways. Blocks for up to [`LIMIT`] and the time that a new set of conditions takes.
pub fn find(market: Arc<Market>, need: &Need, asked: &Asked) -> Outcome<Found> {
    let ready = market.ready(&asked.conditions)?;
    let finder = Finder { market: &market, ready: &ready, need, asked, began: Instant::now() };
    let request = finder.request();
    let (front, proof) = finder.front(&request);
    let ways: Vec<Way> = front.paths.iter().map(|path| finder.way(path, true)).collect();
    let best = bests(&ways);
    let by = match asked.matters {
        Matters::Soonest => best[0],
        Matters::Balance => best[1],
        Matters::Cheapest => best[2],
    };
    let shown = asked.shown.filter(|n| *n < ways.len()).unwrap_or(by);
    let path = front.paths.get(shown);
    let limited = asked.budget.is_some() || asked.weeks.is_some();
    let without_limits = if ways.is_empty() && limited { finder.without_limits(&request) } else { None };
    let (week_saves, hundred_saves) = path.map_or((0, 0), |p| (front.saved_by_weeks(p, 1) as i64, front.weeks_for(p, HUNDRED)));
    let others = path.map_or_else(Vec::new, |path| finder.others(&request, path));
    let nothing = finder.nothing(&front.unreachable);
    let (left_out, avoided) = (finder.left_out(), finder.avoided());
    Ok(Found { ways, best, shown, proof, nothing, left_out, without_limits, others, week_saves, hundred_saves, avoided, ready, market })
}

/// A way made of exactly these offerings, or as many of them as it needs; none if they do not close what they could.
pub fn of_offerings(market: &Arc<Market>, need: &Need, asked: &Asked, offerings: &[OfferingId]) -> Outcome<Option<Way>> {
    let ready = market.ready(&asked.conditions)?;
    let finder = Finder { market, ready: &ready, need, asked, began: Instant::now() };
    let places: Vec<usize> = offerings.iter().filter_map(|id| market.place(*id)).collect();
    if places.len() != offerings.len() || places.iter().any(|p| ready.terms[*p].is_err()) || !walkable(market, need, &places) {
        return Ok(None);
    }
    let request = Request { taken: places.iter().map(|p| *p as u32).collect(), wanted: Vec::new(), ..finder.request() };
    let request = Request { budget: None, deadline: None, ..request };
    let wanted = need.wanted.iter().filter(|c| places.iter().any(|p| market.offerings[*p].criteria.contains(c)));
    let request = Request { wanted: wanted.filter_map(|c| market.ability(*c)).collect(), ..request };
    let answer = ready.selection.cheapest(&request, &|| finder.over());
    let exact = |path: &Path| path.steps.len() == places.len();
    Ok(answer.path.filter(exact).map(|path| finder.way(&path, true)))
}

/// Whether these can be taken in some order, each when all that it requires is there.
fn walkable(market: &Market, need: &Need, places: &[usize]) -> bool {
    let mut there = need.held.clone();
    let mut left: Vec<usize> = places.to_vec();
    loop {
        let before = left.len();
        left.retain(|p| {
            let o = &market.offerings[*p];
            let open = o.requires.iter().all(|c| there.contains(c));
            if open {
                there.extend(o.criteria.iter().copied());
            }
            !open
        });
        if left.is_empty() || left.len() == before {
            return left.is_empty();
        }
    }
}

/// The places of the soonest, the balance and the cheapest.
fn bests(ways: &[Way]) -> [usize; 3] {
    let numbers: Vec<_> = ways.iter().map(|w| (w.cents, w.weeks)).collect();
    let soonest = (0..ways.len()).min_by_key(|&n| (ways[n].weeks, ways[n].cents)).unwrap_or(0);
    let cheapest = (0..ways.len()).min_by_key(|&n| (ways[n].cents, ways[n].weeks)).unwrap_or(0);
    [soonest, balance(&numbers).unwrap_or(0), cheapest]
}

/// Everything that a question is answered from.
struct Finder<'a> {
    market: &'a Market,
    ready: &'a Ready,
    need: &'a Need,
    asked: &'a Asked,
    began: Instant,
}

impl Finder<'_> {
    fn over(&self) -> bool {
        self.began.elapsed() >= LIMIT
    }

    fn abilities<'c>(&self, criteria: impl IntoIterator<Item = &'c CriterionId>) -> Vec<Ability> {
        criteria.into_iter().filter_map(|c| self.market.ability(*c)).collect()
    }

    fn request(&self) -> Request {
        // With so many hours a week one thing is taken after the other, so that no week asks for more than there are.
        let study = if self.asked.conditions.hours.is_some() { Study::OneByOne } else { Study::SideBySide };
        Request {
            held: self.abilities(&self.need.held),
            wanted: self.abilities(&self.need.wanted),
            taken: Vec::new(),
            deadline: self.asked.weeks,
            budget: self.asked.budget.map(|cents| cents.max(0) as u64),
            study,
        }
    }

    fn front(&self, request: &Request) -> (Front, Proof) {
        let mut front = self.ready.selection.front(request, &|| self.over());
        // Where nothing can be reached, nothing is taken: that is no way.
        front.paths.retain(|path| !path.steps.is_empty());
        let proof = match (front.complete, request.study) {
            (true, Study::SideBySide) => Proof::All,
            (true, Study::OneByOne) => Proof::Weighted,
            (false, _) => {
                // The search stopped: what is known is how little it could cost.
                let answer: Answer = self.ready.selection.cheapest(request, &|| self.began.elapsed() >= LIMIT + LIMIT / 4);
                Proof::Bound(if answer.status == Status::Unknown { 0 } else { answer.bound as i64 })
            }
        };
        (front, proof)
    }

    fn without_limits(&self, request: &Request) -> Option<(Way, Way)> {
        let free = Request { budget: None, deadline: None, ..request.clone() };
        let cheapest = self.ready.selection.cheapest(&free, &|| self.over()).path?;
        let soonest = self.ready.selection.soonest(&free, &|| self.over()).path?;
        (!cheapest.steps.is_empty()).then(|| (self.way(&cheapest, false), self.way(&soonest, false)))
    }

    fn way(&self, path: &Path, front: bool) -> Way {
        let step = |s: &pathfinder::Step| {
            let place = s.offering as usize;
            let terms = self.ready.terms[place].clone().ok()?;
            let taught = &self.market.offerings[place].criteria;
            let closes = self.need.wanted.iter().filter(|c| taught.contains(c)).copied().collect();
            Some(Step { place, terms, start: s.start, finish: s.finish, closes })
        };
        let steps: Vec<Step> = path.steps.iter().filter_map(step).collect();
        let sum = |of: fn(&Terms) -> i64| steps.iter().map(|s| of(&s.terms)).sum();
        let minutes = steps.iter().map(|s| s.terms.minutes).sum();
        Way { cents: sum(|t| t.cents), help: sum(|t| t.help), weeks: path.weeks, minutes, busiest: busiest(&steps), steps, front }
    }

    /// What nothing leads to: what nobody lists anything for, and what the solver could not reach.
    fn nothing(&self, unreachable: &[Ability]) -> Vec<CriterionId> {
        let lost = |c: &&CriterionId| self.market.ability(**c).is_none_or(|a| unreachable.contains(&a));
        self.need.wanted.iter().filter(lost).copied().collect()
    }

    /// Offerings that close something wanted.
    fn useful(&self) -> impl Iterator<Item = usize> + '_ {
        let closes = |n: &usize| self.market.offerings[*n].criteria.iter().any(|c| self.need.wanted.contains(c));
        (0..self.market.offerings.len()).filter(closes)
    }

    fn left_out(&self) -> BTreeMap<LeftOut, usize> {
        let mut counts = BTreeMap::new();
        for why in self.useful().filter_map(|n| self.ready.terms[n].as_ref().err()) {
            *counts.entry(*why).or_insert(0) += 1;
        }
        counts
    }

    fn others(&self, request: &Request, path: &Path) -> Vec<Other> {
        let on_it = |n: usize| path.steps.iter().any(|s| s.offering as usize == n);
        let cents = |n: usize| self.ready.terms[n].as_ref().ok().map(|t| t.cents).filter(|cents| (*cents as u64) < path.cost.max(1));
        let mut looks: Vec<(i64, usize)> = self.useful().filter(|n| !on_it(*n)).filter_map(|n| Some((cents(n)?, n))).collect();
        looks.sort_unstable();
        // The way is the cheapest that ends so early.
        let request = Request { deadline: Some(path.weeks), budget: None, ..request.clone() };
        let other = |&(cents, place): &(i64, usize)| {
            let why = match self.ready.selection.why_not(&request, path, place as u32, &|| self.over()) {
                WhyNot::NoCheaper { with, .. } => Why::With(self.way(&with, false)),
                WhyNot::Blocked { requires } => {
                    let asked = &self.market.offerings[place].requires;
                    Why::Blocked(requires.iter().filter_map(|a| self.market.criterion(*a, asked)).collect())
                }
                WhyNot::TooLate => Why::TooLate,
                WhyNot::Chosen | WhyNot::LeftOut | WhyNot::GivesNothingNeeded | WhyNot::Unknown => return None,
            };
            Some(Other { place, cents, why })
        };
        looks.iter().take(MOST_OTHERS).filter_map(other).collect()
    }

    /// What recognition saves: the cheapest way of somebody of whom nothing is recognised, without what need not be taken.
    fn avoided(&self) -> Option<Avoided> {
        if self.need.recognised.is_empty() {
            return None;
        }
        let request = Request { wanted: self.abilities(&self.need.every), study: self.request().study, ..Request::default() };
        let path = self.ready.selection.cheapest(&request, &|| self.over()).path?;
        let module = |s: &pathfinder::Step| {
            let place = s.offering as usize;
            let taught = &self.market.offerings[place].criteria;
            let closes = self.need.every.iter().filter(|c| taught.contains(c)).copied().collect::<Vec<_>>();
            Some((self.ready.terms[place].as_ref().ok()?.minutes, closes))
        };
        let modules: Vec<_> = path.steps.iter().filter_map(module).collect();
        Some(avoided(&modules, &self.need.recognised)).filter(|a| a.nominal > 0)
    }
}

/// Minutes of work in the week with the most, if each offering is spread evenly over its weeks.
fn busiest(steps: &[Step]) -> Option<i64> {
    let weekly = |s: &Step| s.terms.minutes.map(|m| m / i64::from(s.terms.weeks.max(1)));
    let in_week = |week: u32| steps.iter().filter(|s| s.start <= week && week < s.finish).map(weekly).sum::<Option<i64>>();
    steps.iter().map(|s| in_week(s.start)).max_by_key(|m| m.map_or(i64::MAX, |m| m)).flatten()
}
