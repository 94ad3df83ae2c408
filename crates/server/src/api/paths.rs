//! Ways to learn what is missing, plans, and what came of them.

use super::callers::{CLAIMS_READ, CLAIMS_WRITE, Client, Needs, PROFILES_WRITE, Reader};
use super::document::Operations;
use super::input::{At, At2, Json, Query};
use super::problem::{Answer, OrProblem as _};
use super::words::{Bilingual, CompetencyRef, CriterionRef, Day, Id, Moment, OfferingRef, Participation};
use crate::access::{Thing, Verb};
use crate::actions::plan_learning::{self, Move};
use crate::actions::{Failure, Outcome};
use crate::caller::Visitor;
use crate::i18n::date_machine;
use crate::queries::catalogue::{pack, shown};
use crate::queries::paths::ways::{Asked, Found, Matters, Proof, Way};
use crate::queries::paths::{PathPage, for_claim, for_ratings};
use crate::queries::plan::{PlanPage, plan_page};
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use domain::claim::SelfRating;
use domain::pathway::Conditions;
use domain::plan::{Change, ItemState, Word};
use domain::text::fold;
use domain::time::day_of;
use domain::{ClaimId, CriterionId, PlanItemId, ProfileId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(CLAIMS_READ, Verb::View, Thing::Claim, routes!(find_claim_paths))
        .on(Needs::Nothing, Verb::View, Thing::SelfAssessment, routes!(find_profile_paths))
        .on(CLAIMS_READ, Verb::View, Thing::Plan, routes!(get_plan))
        .on(CLAIMS_WRITE, Verb::Edit, Thing::Plan, routes!(make_plan))
        .on(CLAIMS_WRITE, Verb::Edit, Thing::Plan, routes!(move_plan_item))
        .on(CLAIMS_WRITE, Verb::Withdraw, Thing::Plan, routes!(drop_plan))
        .on(PROFILES_WRITE, Verb::Add, Thing::Completion, routes!(record_completion))
        .on(Needs::Nothing, Verb::View, Thing::Learning, routes!(get_learning_avoided))
}

/// What is asked of the ways.
#[derive(Default, Deserialize, IntoParams, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PathsAsked {
    /// One competency; without it, the whole profile.
    #[param(value_type = Option<CompetencyRef>)]
    competency: Option<CompetencyRef>,
    /// The most that it may cost in all, in hundredths of the currency.
    #[param(minimum = 0)]
    budget_cents: Option<u32>,
    /// The weeks within which all must be done.
    weeks: Option<u32>,
    /// Hours a week; with it, one offering is taken after the other.
    #[param(minimum = 1, maximum = 80)]
    hours_a_week: Option<u16>,
    /// The first day on which the learner can begin; without it, today.
    from: Option<String>,
    /// `online`, `onsite`, `blended` or `work`; several with commas between them.
    mode: Option<String>,
    /// Part of a place; online learning fits all.
    place: Option<String>,
    /// The language tag of what is taught.
    language: Option<String>,
    /// The currency that is compared in (ISO 4217); others are left out.
    currency: Option<String>,
    /// Counts without the help with the price that providers state.
    without_help: bool,
    /// For a profile without a claim: the criteria that one can show now, with commas between them.
    ready: Option<String>,
}

impl PathsAsked {
    fn read(&self, who: &Visitor) -> Outcome<Asked> {
        let today = day_of(&date_machine(who.now)).unwrap_or_else(|| who.now.day());
        let from = match &self.from {
            Some(day) => day_of(day).filter(|d| *d <= 100_000).ok_or(Failure::field("from", "form-day"))?.max(today),
            None => today,
        };
        if self.hours_a_week.is_some_and(|h| !(1..=80).contains(&h)) {
            return Err(Failure::field("hours_a_week", "wrong-hours-a-week"));
        }
        let modes = self.mode.as_deref().unwrap_or_default().split(',').filter(|m| !m.is_empty());
        let modes = modes.map(|m| serde_json::from_value::<Participation>(m.into()).map(Into::into)).collect::<Result<Vec<_>, _>>();
        let conditions = Conditions {
            from,
            hours: self.hours_a_week,
            currency: self.currency.clone().unwrap_or_default().chars().take(3).collect(),
            help: !self.without_help,
            modes: modes.map_err(|_| Failure::field("mode", "form-choose"))?,
            place: fold(&self.place.as_deref().unwrap_or_default().chars().take(100).collect::<String>()),
            language: self.language.clone().filter(|l| !l.is_empty()),
        };
        Ok(Asked { conditions, budget: self.budget_cents.map(i64::from), weeks: self.weeks, matters: Matters::Balance, shown: None })
    }
}

/// One offering of an option.
#[derive(Serialize, ToSchema)]
struct StepView {
    offering: OfferingRef,
    title: Bilingual,
    /// What is to be paid, help subtracted.
    cost_cents: i64,
    help_cents: i64,
    /// The week in which it begins, from 0.
    begins_week: u32,
    /// The week by which it is done.
    done_week: u32,
    /// The day on which it begins; `null`: at any time.
    starts: Option<String>,
    /// Its length follows from its hours only.
    length_assumed: bool,
    /// Minutes of work; `null`: not known.
    minutes: Option<i64>,
    /// The missing criteria that it is made for.
    closes: Vec<CriterionRef>,
}

/// Offerings that close the gap together.
#[derive(Serialize, ToSchema)]
struct OptionView {
    cost_cents: i64,
    help_cents: i64,
    weeks: u32,
    minutes: Option<i64>,
    /// Minutes of work in the week with the most.
    busiest_week_minutes: Option<i64>,
    /// `soonest`, `balance`, `cheapest`: what it is the best of all for.
    best_for: Vec<&'static str>,
    /// In an order in which they can be taken.
    steps: Vec<StepView>,
}

fn option(found: &Found, n: usize, way: &Way) -> OptionView {
    let best_for = found.best.iter().zip(["soonest", "balance", "cheapest"]).filter(|(at, _)| **at == n).map(|(_, name)| name).collect();
    let step = |s: &crate::queries::paths::ways::Step| {
        let o = &found.market.offerings[s.place];
        StepView {
            offering: Id(o.id),
            title: (&o.title).into(),
            cost_cents: s.terms.cents,
            help_cents: s.terms.help,
            begins_week: s.start,
            done_week: s.finish,
            starts: s.terms.starts.clone(),
            length_assumed: s.terms.paced,
            minutes: s.terms.minutes,
            closes: s.closes.iter().copied().map(Id).collect(),
        }
    };
    OptionView {
        cost_cents: way.cents,
        help_cents: way.help,
        weeks: way.weeks,
        minutes: way.minutes,
        busiest_week_minutes: way.busiest,
        best_for,
        steps: way.steps.iter().map(step).collect(),
    }
}

/// Every option of time against cost for what is missing. No place among them can be bought.
#[derive(Serialize, ToSchema)]
struct PathsView {
    /// The currency of all costs.
    currency: String,
    /// The criteria that are missing.
    missing: Vec<CriterionRef>,
    /// The options, the cheapest first; no other is both cheaper and sooner than one of them.
    options: Vec<OptionView>,
    /// `all`: each option is the cheapest for its time, and none is missing. `weighted`: each is the best for some weight of time against
    /// money. `bound`: the time ended; nothing costs less than `bound_cents`.
    proof: &'static str,
    bound_cents: Option<i64>,
    /// What is missing and nothing that is compared leads to.
    nothing_closes: Vec<CriterionRef>,
    /// Offerings that close something and are not compared, by reason.
    left_out: BTreeMap<&'static str, usize>,
    /// Minutes of learning that need not be taken because of what is recognised, and of all.
    avoided_minutes: Option<i64>,
    nominal_minutes: Option<i64>,
}

impl From<&PathPage> for PathsView {
    fn from(p: &PathPage) -> PathsView {
        let f = &p.found;
        let (proof, bound_cents) = match f.proof {
            Proof::All => ("all", None),
            Proof::Weighted => ("weighted", None),
            Proof::Bound(cents) => ("bound", Some(cents)),
        };
        PathsView {
            currency: p.currency.clone(),
            missing: p.need.wanted.iter().copied().map(Id).collect(),
            options: f.ways.iter().enumerate().map(|(n, way)| option(f, n, way)).collect(),
            proof,
            bound_cents,
            nothing_closes: f.nothing.iter().copied().map(Id).collect(),
            left_out: f.left_out.iter().map(|(why, n)| (why.name(), *n)).collect(),
            avoided_minutes: f.avoided.map(|a| a.minutes),
            nominal_minutes: f.avoided.map(|a| a.nominal),
        }
    }
}

#[utoipa::path(
    get, path = "/claims/{claim}/paths", tag = "claims", params(PathsAsked),
    responses((status = 200, description = "The options for what the claim is missing.", body = PathsView))
)]
async fn find_claim_paths(who: Client, At(id): At<ClaimId>, Query(asked): Query<PathsAsked>) -> Answer<axum::Json<PathsView>> {
    let read = asked.read(&who).or_problem(&who)?;
    let found = for_claim(&who, id, asked.competency.map(|c| c.0), read).await.or_problem(&who)?;
    Ok(axum::Json((&found).into()))
}

#[utoipa::path(
    get, path = "/profiles/{profile}/paths", tag = "profiles", params(PathsAsked),
    responses((status = 200, description = "The options for all of a profile but what one can show now.", body = PathsView))
)]
async fn find_profile_paths(who: Reader, At(id): At<ProfileId>, Query(asked): Query<PathsAsked>) -> Answer<axum::Json<PathsView>> {
    let read = asked.read(&who).or_problem(&who)?;
    let version = shown(&who, id, None).await.or_problem(&who)?.version;
    let ready = asked.ready.as_deref().unwrap_or_default().split(',').filter_map(|c| c.parse::<CriterionId>().ok());
    let packed = pack(&version, &ready.map(|c| (c, SelfRating::Ready)).collect());
    let found = for_ratings(&who, id, &packed, asked.competency.map(|c| c.0), read).await.or_problem(&who)?;
    Ok(axum::Json((&found).into()))
}

/// One offering of a plan.
#[derive(Serialize, ToSchema)]
struct PlanItemView {
    /// Whoever gives it records by this number that it is done.
    id: String,
    offering: OfferingRef,
    closes: Vec<CriterionRef>,
    /// What it cost when it was planned, help subtracted.
    cost_cents: i64,
    help_cents: i64,
    begins_week: u32,
    done_week: u32,
    /// `planned`, `under_way`, `done` or `declined`.
    state: &'static str,
    /// For what is done: `own` or `provider`.
    word: Option<&'static str>,
    /// Why it was declined.
    reason: Option<String>,
    /// What is different now: `retired`, `price`, `starts`, `length`, `no_longer_needed`.
    changes: Vec<&'static str>,
}

/// A learner's plan for a claim.
#[derive(Serialize, ToSchema)]
struct PlanView {
    /// `open` or `completed`.
    state: &'static str,
    made: Moment,
    currency: String,
    items: Vec<PlanItemView>,
    /// Missing criteria that nothing in the plan is for.
    uncovered: Vec<CriterionRef>,
    avoided_minutes: i64,
    nominal_minutes: i64,
}

fn change(change: &Change) -> &'static str {
    match change {
        Change::Retired => "retired",
        Change::Price { .. } => "price",
        Change::Starts { .. } => "starts",
        Change::Length { .. } => "length",
        Change::NoLongerNeeded => "no_longer_needed",
    }
}

impl From<&PlanPage> for PlanView {
    fn from(p: &PlanPage) -> PlanView {
        let item = |i: &domain::plan::PlanItem| PlanItemView {
            id: i.id.to_string(),
            offering: Id(i.offering),
            closes: i.closes.iter().copied().map(Id).collect(),
            cost_cents: i.terms.cents,
            help_cents: i.terms.help,
            begins_week: i.start,
            done_week: i.finish,
            state: i.state.name(),
            word: match &i.state {
                ItemState::Done { word: Word::Own, .. } => Some("own"),
                ItemState::Done { .. } => Some("provider"),
                _ => None,
            },
            reason: if let ItemState::Declined { reason, .. } = &i.state { Some(reason.clone()) } else { None },
            changes: p.changes_of(i.id).map(change).collect(),
        };
        PlanView {
            state: p.plan.state.name(),
            made: Moment(p.plan.made),
            currency: p.plan.currency.clone(),
            items: p.plan.items.iter().map(item).collect(),
            uncovered: p.uncovered.iter().copied().map(Id).collect(),
            avoided_minutes: p.plan.avoided.minutes,
            nominal_minutes: p.plan.avoided.nominal,
        }
    }
}

#[utoipa::path(
    get, path = "/claims/{claim}/plan", tag = "claims",
    responses((status = 200, description = "The plan for the claim, with what changed since it was made.", body = PlanView))
)]
async fn get_plan(who: Client, At(id): At<ClaimId>) -> Answer<axum::Json<PlanView>> {
    Ok(axum::Json((&plan_page(&who, id).await.or_problem(&who)?).into()))
}

/// What to take.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PlanSent {
    /// The offerings; each is listed, and together they need nothing else.
    offerings: Vec<OfferingRef>,
    /// For one competency; without it, for the whole claim.
    #[serde(default)]
    competency: Option<CompetencyRef>,
    /// The currency of the prices; without it, Canadian dollars.
    #[serde(default)]
    currency: Option<String>,
    /// Hours a week.
    #[serde(default)]
    hours_a_week: Option<u16>,
    /// The first day on which the learner can begin; without it, today.
    #[serde(default)]
    from: Option<Day>,
    /// Counts without the help with the price that providers state.
    #[serde(default)]
    without_help: bool,
}

#[utoipa::path(
    put, path = "/claims/{claim}/plan", tag = "claims",
    responses((status = 204, description = "Planned. What was begun before stays, and so does what was planned for other gaps."))
)]
async fn make_plan(who: Client, At(id): At<ClaimId>, Json(sent): Json<PlanSent>) -> Answer {
    let asked = PathsAsked {
        currency: sent.currency,
        hours_a_week: sent.hours_a_week,
        from: sent.from.map(|d| serde_json::to_value(d).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()),
        without_help: sent.without_help,
        ..PathsAsked::default()
    };
    let asked = asked.read(&who).or_problem(&who)?;
    let offerings: Vec<_> = sent.offerings.iter().map(|o| o.0).collect();
    plan_learning::make_plan(&who, id, sent.competency.map(|c| c.0), asked, &offerings).await.or_problem_at(&who, &[("o", "offerings")])?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// How far a piece of the plan is.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum MovedTo {
    /// Begun.
    UnderWay,
    /// Finished, by one's own word.
    Done,
    /// Done without.
    Declined,
}

/// What the learner says of a piece.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ItemMoved {
    state: MovedTo,
    /// Why it is declined.
    #[serde(default)]
    reason: String,
}

#[utoipa::path(
    post, path = "/claims/{claim}/plan/items/{item}", tag = "claims",
    responses((status = 204, description = "Noted."))
)]
async fn move_plan_item(who: Client, At2(id, item): At2<ClaimId, PlanItemId>, Json(moved): Json<ItemMoved>) -> Answer {
    let to = match moved.state {
        MovedTo::UnderWay => Move::Begin,
        MovedTo::Done => Move::Finish,
        MovedTo::Declined => Move::Decline(moved.reason),
    };
    plan_learning::move_item(&who, id, item, to).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[utoipa::path(
    delete, path = "/claims/{claim}/plan", tag = "claims",
    responses((status = 204, description = "Given up."))
)]
async fn drop_plan(who: Client, At(id): At<ClaimId>) -> Answer {
    plan_learning::drop_plan(&who, id).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What somebody finished.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Completion {
    /// The number that the learner gave.
    item: String,
}

/// What was recorded.
#[derive(Serialize, ToSchema)]
struct CompletionRecorded {
    offering: OfferingRef,
}

#[utoipa::path(
    post, path = "/completions", tag = "offerings",
    responses((status = 200, description = "Recorded. Nothing else of the learner's plan is told.", body = CompletionRecorded))
)]
async fn record_completion(who: Client, Json(sent): Json<Completion>) -> Answer<axum::Json<CompletionRecorded>> {
    let item = sent.item.trim().parse().map_err(|_| Failure::field("item", "wrong-completion")).or_problem(&who)?;
    let offering = plan_learning::record_completion(&who, item).await.or_problem(&who)?;
    Ok(axum::Json(CompletionRecorded { offering: Id(offering) }))
}

/// Learning that recognition saved, summed over all plans of this instance.
#[derive(Serialize, ToSchema)]
struct LearningAvoided {
    /// Plans; `null`: fewer than five, and then nothing else is told either.
    plans: Option<i64>,
    /// Minutes of learning that need not be taken.
    avoided_minutes: Option<i64>,
    /// Minutes of all learning for somebody of whom nothing is recognised.
    nominal_minutes: Option<i64>,
}

#[utoipa::path(
    get, path = "/learning-avoided", tag = "offerings",
    responses((status = 200, description = "Minutes of learning that need not be taken because of what is recognised.", body = LearningAvoided))
)]
async fn get_learning_avoided(who: Reader) -> Answer<axum::Json<LearningAvoided>> {
    let mut tx = who.app.read().await.or_problem(&who)?;
    let saved = store::plans::saved(&mut tx).await.or_problem(&who)?;
    let told = |n: i64| (crate::queries::demand::told(saved.plans).is_some()).then_some(n);
    Ok(axum::Json(LearningAvoided { plans: told(saved.plans), avoided_minutes: told(saved.avoided), nominal_minutes: told(saved.nominal) }))
}
