//! A learner's plan as it stands today: what changed since it was made, and what would be best now.

use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::queries::learning::Names;
use crate::queries::paths::market::{Market, market};
use crate::queries::paths::ways::{Asked, Matters, Way};
use crate::queries::paths::{Need, claim_need, think};
use domain::claim::Claim;
use domain::offering::Offering;
use domain::pathway::Conditions;
use domain::plan::{Change, ItemState, LearningPlan, PlanItem, Word};
use domain::{ClaimId, CriterionId, OfferingId, PlanItemId};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Everything that the page of a plan says.
pub struct PlanPage {
    /// The claim.
    pub claim: Claim,
    /// The plan.
    pub plan: LearningPlan,
    /// What the claim is missing.
    pub need: Need,
    /// Its offerings as they are today, retired ones too.
    pub offerings: HashMap<OfferingId, Offering>,
    /// What is different now, piece by piece.
    pub changes: Vec<(PlanItemId, Change)>,
    /// Open criteria that nothing in the plan is for.
    pub uncovered: Vec<CriterionId>,
    /// The cheapest way for what was planned and not begun, where something changed and it is another one.
    pub instead: Option<Way>,
    /// The market that `instead` speaks of.
    pub market: Arc<Market>,
    /// What providers are called.
    pub names: Names,
}

impl PlanPage {
    /// The changes of one piece.
    pub fn changes_of(&self, item: PlanItemId) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |(id, _)| *id == item).map(|(_, change)| change)
    }

    /// What a piece is for and is still open.
    pub fn open_of(&self, item: &PlanItem) -> Vec<CriterionId> {
        item.closes.iter().copied().filter(|c| self.need.wanted.contains(c)).collect()
    }

    /// Who recorded that a piece is done.
    pub fn recorded_by(item: &PlanItem) -> Option<domain::OrganisationId> {
        match item.state {
            ItemState::Done { word: Word::Provider { organisation, .. }, .. } => Some(organisation),
            _ => None,
        }
    }
}

/// The conditions that a plan is compared with today's market under: all that was chosen then is in it already.
fn conditions(plan: &LearningPlan, now: domain::Ts) -> Conditions {
    let from = now.day();
    // The help that was counted then is counted now.
    let help = plan.items.iter().any(|i| i.terms.help > 0);
    Conditions { from, hours: plan.hours, currency: plan.currency.clone(), help, modes: vec![], place: String::new(), language: None }
}

/// The plan for one's claim, as it stands today, with what would be best now where something changed.
pub async fn plan_page(who: &Member, id: ClaimId) -> Outcome<PlanPage> {
    let page = today(who, id).await?;
    let instead = if page.changes.is_empty() { None } else { instead(who, &page).await? };
    Ok(PlanPage { instead, ..page })
}

/// The plan for one's claim, and what is different now.
pub async fn today(who: &Member, id: ClaimId) -> Outcome<PlanPage> {
    let mut tx = who.app.read().await?;
    let (claim, need) = claim_need(who, &mut tx, id, None).await?;
    let plan = store::plans::of_claim(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let need = with_planned(need, &claim, &plan);
    let mut offerings = HashMap::new();
    for item in &plan.items {
        if let Some(offering) = store::offerings::get(&mut tx, item.offering).await? {
            offerings.insert(item.offering, offering);
        }
    }
    let market = market(&who.app, &mut tx).await?;
    let names = Names::load(&mut tx).await?;
    drop(tx);
    let conditions = conditions(&plan, who.now);
    let open: BTreeSet<CriterionId> = need.wanted.iter().copied().collect();
    let today = |id: OfferingId| {
        let offering = offerings.get(&id)?;
        Some((offering, domain::pathway::on_terms(offering, &conditions).ok()))
    };
    let changes = plan.changes(today, &open);
    let uncovered = plan.uncovered(&need.wanted);
    Ok(PlanPage { claim, plan, need, offerings, changes, uncovered, instead: None, market, names })
}

/// The criteria of electives that something is planned for are wanted too.
fn with_planned(mut need: Need, claim: &Claim, plan: &LearningPlan) -> Need {
    let version = need.version.clone();
    for c in &version.body.competencies {
        let open = claim.part(c.id).map(|p| p.open(c)).unwrap_or_default();
        let planned = |k: &CriterionId| plan.items.iter().any(|i| i.closes.contains(k));
        let more: Vec<_> = open.into_iter().filter(|k| planned(k) && !need.wanted.contains(k)).collect();
        need.wanted.extend(more);
    }
    need
}

/// The cheapest way for what planned pieces were to close, if it is made of other offerings than they are.
async fn instead(who: &Member, page: &PlanPage) -> Outcome<Option<Way>> {
    let (plan, market) = (&page.plan, page.market.clone());
    let planned: Vec<&PlanItem> = plan.items.iter().filter(|i| i.state == ItemState::Planned).collect();
    let ahead = |i: &PlanItem| matches!(i.state, ItemState::Planned | ItemState::Declined { .. });
    let begun = |c: &CriterionId| plan.items.iter().any(|i| !ahead(i) && i.closes.contains(c));
    let wanted = page.need.wanted.iter().copied().filter(|c| !begun(c) && planned.iter().any(|i| i.closes.contains(c))).collect();
    let need = Need { wanted, recognised: BTreeSet::new(), ..page.need.clone() };
    if need.wanted.is_empty() {
        return Ok(None);
    }
    let conditions = conditions(plan, who.now);
    let asked = Asked { conditions, budget: None, weeks: None, matters: Matters::Cheapest, shown: None };
    let (_, mut found) = think(&who.app, market.clone(), need, asked).await?;
    if found.ways.is_empty() {
        return Ok(None);
    }
    let way = found.ways.swap_remove(found.shown);
    let offerings: BTreeSet<OfferingId> = way.steps.iter().map(|s| market.offerings[s.place].id).collect();
    Ok((offerings != planned.iter().map(|i| i.offering).collect()).then_some(way))
}
