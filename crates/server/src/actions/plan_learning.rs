//! A learner decides what to take for their gaps, and says how far it is; whoever gives it records that it was done.

use super::{Failure, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use crate::queries::paths::market::{Market, market};
use crate::queries::paths::ways::{self, Asked, Way};
use crate::queries::paths::{Need, claim_need, settle_currency, think};
use crate::queries::versions::version;
use crate::t;
use domain::claim::{Claim, Standing};
use domain::event::Event;
use domain::offering::Provider;
use domain::pathway::Avoided;
use domain::plan::{ItemState, LearningPlan, PlanItem, PlanState};
use domain::{ClaimId, CompetencyId, OfferingId, PlanId, PlanItemId};
use std::sync::Arc;
use store::Tx;

/// Offerings in one plan.
pub const MOST_ITEMS: usize = 200;

/// Commits to a way: these offerings, for the gaps of a claim or of one of its competencies, under these conditions. What was begun
/// before stays, and so does what was planned for other gaps.
pub async fn make_plan(
    who: &Member,
    id: ClaimId,
    competency: Option<CompetencyId>,
    mut asked: Asked,
    chosen: &[OfferingId],
) -> Outcome<PlanId> {
    let mut chosen: Vec<OfferingId> = chosen.to_vec();
    let mut seen = std::collections::HashSet::new();
    chosen.retain(|o| seen.insert(*o));
    if chosen.is_empty() || chosen.len() > MOST_ITEMS {
        return Err(Failure::field("o", "wrong-plan-offerings"));
    }
    settle_currency(&mut asked.conditions, &[]);
    // Thinking is done before anything is locked.
    let mut tx = who.app.read().await?;
    let (before, need) = claim_need(who, &mut tx, id, competency).await?;
    who.may(Verb::Edit, Thing::Plan, Relation::owned_by(before.learner))?;
    if !before.state.takes_evidence() {
        return Err(Failure::Refused("refused-plan-claim"));
    }
    let market = market(&who.app, &mut tx).await?;
    let (_, whole) = claim_need(who, &mut tx, id, None).await?;
    drop(tx);
    let way = made_of(who, &market, &need, &asked, &chosen).await?.ok_or(Failure::field("o", "wrong-plan-offerings"))?;
    let avoided = whole_avoided(who, market.clone(), whole, &asked).await?;

    let mut tx = who.app.begin().await?;
    let claim = store::claims::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    if claim.revision != before.revision {
        return Err(Failure::Stale);
    }
    let old = store::plans::of_claim(&mut tx, id).await?;
    let mut items = untouched(old.as_ref(), &need, &chosen);
    items.extend(way.steps.iter().map(|step| PlanItem {
        id: who.app.id(),
        offering: market.offerings[step.place].id,
        closes: step.closes.clone(),
        terms: step.terms.clone(),
        start: step.start,
        finish: step.finish,
        state: ItemState::Planned,
    }));
    let (currency, hours) = (asked.conditions.currency.clone(), asked.conditions.hours);
    let plan = match old {
        Some(plan) => LearningPlan { currency, hours, ..plan }.replan(items, avoided, who.now)?,
        None => {
            let (state, learner) = (PlanState::Open, who.id());
            LearningPlan { id: who.app.id(), claim: id, learner, made: who.now, currency, hours, state, items, avoided, revision: 0 }
                .begun()?
        }
    };
    let plan_id = plan.id;
    store::plans::save(&mut tx, &plan).await?;
    let offerings = plan.items.iter().filter(|i| i.state.open()).map(|i| i.offering).collect();
    let event = Event::PlanMade { plan: plan_id, offerings, avoided: avoided.minutes, nominal: avoided.nominal };
    record(&mut tx, who, id, event).await?;
    commit(tx, who).await?;
    Ok(plan_id)
}

/// The way that these offerings make, worked out where nobody else waits for it.
async fn made_of(who: &Member, market: &Arc<Market>, need: &Need, asked: &Asked, chosen: &[OfferingId]) -> Outcome<Option<Way>> {
    let turn = who.app.market.thinking.acquire().await.map_err(|e| Failure::Broken(format!("waiting to think: {e}")))?;
    let (market, need, asked, chosen) = (market.clone(), need.clone(), asked.clone(), chosen.to_vec());
    let made = tokio::task::spawn_blocking(move || ways::of_offerings(&market, &need, &asked, &chosen));
    let made = made.await.map_err(|e| Failure::Broken(format!("walking a path: {e}")))?;
    drop(turn);
    made
}

/// What was planned before for gaps that are not looked at now.
fn untouched(old: Option<&LearningPlan>, need: &Need, chosen: &[OfferingId]) -> Vec<PlanItem> {
    let Some(plan) = old else { return Vec::new() };
    let planned = plan.items.iter().filter(|i| i.state == ItemState::Planned && !chosen.contains(&i.offering));
    planned.filter(|i| !i.closes.is_empty() && !i.closes.iter().any(|c| need.wanted.contains(c))).cloned().collect()
}

/// What recognition saves in the whole claim, whichever part of it is planned.
async fn whole_avoided(who: &Member, market: Arc<Market>, need: Need, asked: &Asked) -> Outcome<Avoided> {
    if need.recognised.is_empty() {
        return Ok(Avoided::default());
    }
    let free = Asked { budget: None, weeks: None, ..asked.clone() };
    let (_, found) = think(&who.app, market, need, free).await?;
    Ok(found.avoided.unwrap_or_default())
}

/// What a learner says of a piece of their plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// It is begun.
    Begin,
    /// It is done.
    Finish,
    /// They do without it, for this reason.
    Decline(String),
}

/// Moves a piece of the plan for a claim.
pub async fn move_item(who: &Member, id: ClaimId, item: PlanItemId, to: Move) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let plan = own_plan(who, &mut tx, id).await?;
    let plan = match &to {
        Move::Begin => plan.begin(item, who.now)?,
        Move::Finish => plan.finish(item, who.now)?,
        Move::Decline(reason) if reason.chars().count() > 2000 => return Err(Failure::field("reason", "wrong-too-long")),
        Move::Decline(reason) => plan.decline(item, reason, who.now)?,
    };
    let moved = plan.item(item).ok_or(Failure::Missing)?.clone();
    store::plans::save(&mut tx, &plan).await?;
    record(&mut tx, who, id, Event::PlanItemMoved { plan: plan.id, item, to: moved.state.name().to_owned() }).await?;
    note_in_claim(&mut tx, who, id, &moved).await?;
    commit(tx, who).await
}

async fn own_plan(who: &Member, tx: &mut Tx, id: ClaimId) -> Outcome<LearningPlan> {
    let plan = store::plans::of_claim(tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Edit, Thing::Plan, Relation::owned_by(plan.learner))?;
    Ok(plan)
}

/// Gives the plan up.
pub async fn drop_plan(who: &Member, id: ClaimId) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let plan = own_plan(who, &mut tx, id).await?.drop_it(who.now)?;
    store::plans::save(&mut tx, &plan).await?;
    record(&mut tx, who, id, Event::PlanDropped { plan: plan.id }).await?;
    commit(tx, who).await
}

/// Records that a learner finished an offering of one's organisation. Whoever does so knows the piece by the number that its
/// learner gave them, and learns nothing else of the plan.
pub async fn record_completion(who: &Member, item: PlanItemId) -> Outcome<OfferingId> {
    let mut tx = who.app.begin().await?;
    let plan = store::plans::with_item(&mut tx, item).await?.ok_or(Failure::Missing)?;
    let offering = plan.item(item).ok_or(Failure::Missing)?.offering;
    let Some(domain::offering::Offering { provider: Provider::Here(organisation), .. }) = store::offerings::get(&mut tx, offering).await?
    else {
        return Err(Failure::Missing);
    };
    who.may(Verb::Add, Thing::Completion, Relation::of(organisation))?;
    if plan.learner == who.id() {
        return Err(Failure::Refused("refused-own-completion"));
    }
    let claim = plan.claim;
    let plan = plan.record(item, organisation, who.id(), who.now)?;
    let moved = plan.item(item).ok_or(Failure::Missing)?.clone();
    store::plans::save(&mut tx, &plan).await?;
    record(&mut tx, who, claim, Event::CompletionRecorded { plan: plan.id, item, organisation }).await?;
    note_in_claim(&mut tx, who, claim, &moved).await?;
    commit(tx, who).await?;
    Ok(offering)
}

/// From the second re-attempt on, the rules ask for an item of the plan that is done, or declined with a reason (2.13.9): whoever
/// moves it there need not say it once more.
async fn note_in_claim(tx: &mut Tx, who: &Member, id: ClaimId, item: &PlanItem) -> Outcome<()> {
    let claim = store::claims::get(tx, id).await?.ok_or(Failure::Missing)?;
    let offering = store::offerings::get(tx, item.offering).await?.ok_or(Failure::Missing)?;
    let title = offering.title.get(who.lang);
    let words = match &item.state {
        ItemState::Done { .. } => t!(who.lang, "plan-note-done", title = title),
        ItemState::Declined { reason, .. } => t!(who.lang, "plan-note-declined", title = title, reason = reason.as_str()),
        ItemState::Planned | ItemState::UnderWay { .. } => return Ok(()),
    };
    let version = version(&who.app, tx, claim.version).await?;
    let concerned: Vec<CompetencyId> =
        version.body.competencies.iter().filter(|c| c.criteria.iter().any(|k| item.closes.contains(&k.id))).map(|c| c.id).collect();
    let mut noted: Claim = claim;
    let mut any = false;
    for competency in concerned.into_iter().filter(|c| lacks_plan(&noted, *c)).collect::<Vec<_>>() {
        noted = noted.plan(competency, words.clone())?;
        record(tx, who, id, Event::ActionPlanned { claim: id, competency }).await?;
        any = true;
    }
    if any {
        store::claims::save(tx, &noted, who.now).await?;
    }
    Ok(())
}

fn lacks_plan(claim: &Claim, competency: CompetencyId) -> bool {
    let gap = |p: &domain::claim::ClaimedCompetency| matches!(p.standing, Standing::Gap { .. }) && p.action_plan.is_none();
    claim.state.takes_evidence() && claim.part(competency).is_some_and(gap)
}
