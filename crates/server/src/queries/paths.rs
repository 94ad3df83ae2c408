//! From a gap to the learning that closes it: for a claim, or for a self-assessment without an account.

pub mod market;
pub mod ways;

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::app::App;
use crate::caller::{Member, Visitor};
use crate::queries::catalogue::{Ratings, outlook, unpack};
use crate::queries::claim::own;
use crate::queries::learning::Names;
use crate::queries::versions::version;
use domain::claim::{Claim, SelfRating, Standing};
use domain::pathway::Conditions;
use domain::plan::LearningPlan;
use domain::profile::{Competency, ProfileVersion};
use domain::{ClaimId, CompetencyId, CriterionId, ProfileId};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::Tx;
use ways::{Asked, Found, find};

/// What somebody is missing, and what they have.
#[derive(Clone, Debug)]
pub struct Need {
    /// The version that words it.
    pub version: Arc<ProfileVersion>,
    /// The one competency that it is about; none: the whole profile.
    pub competency: Option<CompetencyId>,
    /// The criteria that are missing, in the profile's order.
    pub wanted: Vec<CriterionId>,
    /// The criteria that learning may build on: met anywhere, or said to be ready.
    pub held: BTreeSet<CriterionId>,
    /// The criteria of competencies that are recognised in this claim.
    pub recognised: BTreeSet<CriterionId>,
    /// The criteria of all that is required, or of the one competency.
    pub every: Vec<CriterionId>,
    /// Competencies that the learner says they can show now, and of which nothing was sent.
    pub ready: Vec<CompetencyId>,
    /// Competencies that are with the assessors.
    pub in_review: Vec<CompetencyId>,
}

impl Need {
    /// The competencies with something missing, in the profile's order.
    pub fn competencies(&self) -> impl Iterator<Item = &Competency> {
        let missing = |c: &&Competency| c.criteria.iter().any(|k| self.wanted.contains(&k.id));
        self.version.body.competencies.iter().filter(missing)
    }

    fn about(version: &Arc<ProfileVersion>, competency: Option<CompetencyId>) -> Outcome<(Need, Vec<Competency>)> {
        let body = &version.body;
        let asked: Vec<Competency> = match competency {
            Some(id) => vec![body.competency(id).ok_or(Failure::Missing)?.clone()],
            None => body.competencies.clone(),
        };
        let needed = asked.iter().filter(|c| c.required || competency.is_some());
        let every = needed.flat_map(|c| &c.criteria).map(|k| k.id).collect();
        let need = Need {
            version: version.clone(),
            competency,
            wanted: Vec::new(),
            held: BTreeSet::new(),
            recognised: BTreeSet::new(),
            every,
            ready: Vec::new(),
            in_review: Vec::new(),
        };
        Ok((need, asked))
    }

    /// What a claim is missing: what was judged and is not met; and of what was not judged, what the learner does not say is ready.
    /// An elective counts once it was judged, or is asked for.
    pub fn of_claim(claim: &Claim, version: &Arc<ProfileVersion>, competency: Option<CompetencyId>) -> Outcome<Need> {
        let (mut need, asked) = Need::about(version, competency)?;
        let said_ready = |c: &CriterionId| claim.self_ratings.get(c) == Some(&SelfRating::Ready);
        for c in &asked {
            let Some(part) = claim.part(c.id) else { continue };
            let open = part.open(c);
            match part.standing {
                Standing::Demonstrated { .. } => need.recognised.extend(c.criteria.iter().map(|k| k.id)),
                Standing::InReview { .. } => need.in_review.push(c.id),
                Standing::Gap { .. } => need.wanted.extend(open),
                Standing::NotStarted if !c.required && competency.is_none() => {}
                Standing::NotStarted => {
                    let missing: Vec<_> = open.into_iter().filter(|k| !said_ready(k)).collect();
                    if missing.is_empty() {
                        need.ready.push(c.id);
                    }
                    need.wanted.extend(missing);
                }
            }
        }
        need.held.extend(met(claim));
        need.held.extend(claim.self_ratings.keys().copied().filter(said_ready));
        need.held.extend(need.recognised.iter().copied());
        need.forget_wanted();
        Ok(need)
    }

    /// What somebody without a claim says that they can't do yet.
    pub fn of_ratings(version: &Arc<ProfileVersion>, ratings: &Ratings, competency: Option<CompetencyId>) -> Outcome<Need> {
        let (mut need, asked) = Need::about(version, competency)?;
        for o in outlook(&version.body, ratings).iter().filter(|o| asked.iter().any(|c| c.id == o.competency.id)) {
            if o.ready {
                need.ready.push(o.competency.id);
            } else if o.competency.required || competency.is_some() {
                need.wanted.extend(o.open.iter().map(|(k, _)| k.id));
            }
        }
        need.held.extend(ratings.iter().filter(|(_, r)| **r == SelfRating::Ready).map(|(c, _)| *c));
        need.forget_wanted();
        Ok(need)
    }

    /// What is judged to be missing is missing, whatever its learner said before.
    fn forget_wanted(&mut self) {
        let wanted = &self.wanted;
        self.held.retain(|c| !wanted.contains(c));
    }
}

fn met(claim: &Claim) -> impl Iterator<Item = CriterionId> + '_ {
    claim.competencies.iter().flat_map(|part| part.met.keys().copied())
}

/// A page of ways.
pub struct PathPage {
    /// What is missing.
    pub need: Need,
    /// What was found.
    pub found: Found,
    /// What providers are called.
    pub names: Names,
    /// The claim it is for.
    pub claim: Option<Claim>,
    /// The plan for that claim.
    pub plan: Option<LearningPlan>,
    /// The currency in which prices are compared.
    pub currency: String,
    /// The currencies that offerings for this are priced in.
    pub currencies: Vec<String>,
    /// The languages that they are taught in.
    pub languages: Vec<String>,
}

/// How many other claims of a learner are looked through for criteria that are met.
const MOST_CLAIMS: i64 = 100;

/// The member's claim, and what it is missing.
pub async fn claim_need(who: &Member, tx: &mut Tx, id: ClaimId, competency: Option<CompetencyId>) -> Outcome<(Claim, Need)> {
    let claim = own(tx, who, id).await?;
    let version = version(&who.app, tx, claim.version).await?;
    let mut need = Need::of_claim(&claim, &version, competency)?;
    for other in store::claims::of_learner(tx, who.id(), 0, MOST_CLAIMS).await? {
        need.held.extend(met(&other));
    }
    need.forget_wanted();
    Ok((claim, need))
}

/// The ways for a claim, or for one competency of it.
pub async fn for_claim(who: &Member, id: ClaimId, competency: Option<CompetencyId>, asked: Asked) -> Outcome<PathPage> {
    let mut tx = who.app.read().await?;
    let (claim, need) = claim_need(who, &mut tx, id, competency).await?;
    let plan = store::plans::of_claim(&mut tx, id).await?;
    page(&who.app, tx, need, asked, Some(claim), plan).await
}

/// The ways for what somebody says of themself, as [`crate::queries::catalogue::pack`] wrote it.
pub async fn for_ratings(
    who: &Visitor,
    profile: ProfileId,
    packed: &str,
    competency: Option<CompetencyId>,
    asked: Asked,
) -> Outcome<PathPage> {
    who.may(Verb::View, Thing::SelfAssessment, Relation::default())?;
    let mut tx = who.app.read().await?;
    let current = store::profiles::current(&mut tx, profile).await?.ok_or(Failure::Missing)?;
    let version = version(&who.app, &mut tx, current).await?;
    let need = Need::of_ratings(&version, &unpack(&version, packed), competency)?;
    let claim = match &who.me {
        Some(me) => store::claims::open_on(&mut tx, me.person.id, profile).await?,
        None => None,
    };
    page(&who.app, tx, need, asked, claim, None).await
}

async fn page(app: &App, mut tx: Tx, need: Need, mut asked: Asked, claim: Option<Claim>, plan: Option<LearningPlan>) -> Outcome<PathPage> {
    let market = market::market(app, &mut tx).await?;
    let names = Names::load(&mut tx).await?;
    drop(tx);
    let wanted = need.wanted.clone();
    let useful = || market.offerings.iter().filter(|o| o.criteria.iter().any(|c| wanted.contains(c)));
    let currencies =
        counted(useful().filter(|o| o.cost() != Some(0)).filter_map(|o| o.price.as_ref()?.known.as_ref()?.currency.as_deref()));
    let languages = counted(useful().filter_map(|o| o.language.as_deref()));
    settle_currency(&mut asked.conditions, &currencies);
    let currency = asked.conditions.currency.clone();
    let (need, found) = think(app, market.clone(), need, asked).await?;
    Ok(PathPage { need, found, names, claim, plan, currency, currencies, languages })
}

/// Without a choice, prices are compared in dollars of this country, or in what most are priced in.
pub fn settle_currency(conditions: &mut Conditions, currencies: &[String]) {
    if conditions.currency.is_empty() {
        let here = "CAD".to_owned();
        conditions.currency = if currencies.contains(&here) { here } else { currencies.first().cloned().unwrap_or(here) };
    }
}

/// Finds the ways where nobody else has to wait for it.
pub async fn think(app: &App, market: Arc<market::Market>, need: Need, asked: Asked) -> Outcome<(Need, Found)> {
    let turn = app.market.thinking.acquire().await.map_err(|e| Failure::Broken(format!("waiting to think: {e}")))?;
    let thought = tokio::task::spawn_blocking(move || {
        let found = find(market, &need, &asked)?;
        Ok((need, found))
    });
    let thought = thought.await.map_err(|e| Failure::Broken(format!("finding a path: {e}")))?;
    drop(turn);
    thought
}

/// Values, the most frequent first.
fn counted<'a>(values: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut all: Vec<_> = counts.into_iter().collect();
    all.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    all.into_iter().map(|(value, _)| value.to_owned()).take(20).collect()
}

#[cfg(test)]
mod tests;
