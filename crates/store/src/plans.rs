//! What learners decided to do about their gaps.

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args, doc};
use domain::pathway::Avoided;
use domain::plan::{LearningPlan, PlanItem, PlanState};
use domain::{CatalogueId, ClaimId, OfferingId, OrganisationId, PersonId, PlanId, PlanItemId};
use std::collections::HashMap;

/// Adds a plan, or saves it unless somebody else did since it was read.
pub async fn save(tx: &mut Tx, p: &LearningPlan) -> Result<()> {
    let sql = "INSERT INTO learning_plan (id, claim, learner, made_at, currency, state, state_doc, avoided_minutes, nominal_minutes, unknown_modules, \
               revision, hours_a_week) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $12) ON CONFLICT (id) DO UPDATE SET made_at = EXCLUDED.made_at, \
               currency = EXCLUDED.currency, hours_a_week = EXCLUDED.hours_a_week, \
               state = EXCLUDED.state, state_doc = EXCLUDED.state_doc, avoided_minutes = EXCLUDED.avoided_minutes, \
               nominal_minutes = EXCLUDED.nominal_minutes, unknown_modules = EXCLUDED.unknown_modules, revision = learning_plan.revision + 1 \
               WHERE learning_plan.revision = $11";
    let mut values = args![p.id.to_string(), p.claim.to_string(), p.learner.to_string(), p.made, &p.currency, p.state.name()];
    values.extend(args![doc(&p.state), p.avoided.minutes, p.avoided.nominal, p.avoided.unknown as i64, p.revision, p.hours.map(i64::from)]);
    crate::one(tx.exec(sql, values).await?)?;
    tx.exec("DELETE FROM plan_item WHERE plan = $1", args![p.id.to_string()]).await?;
    for (place, item) in p.items.iter().enumerate() {
        let sql = "INSERT INTO plan_item (id, plan, place, offering, state, doc) VALUES ($1, $2, $3, $4, $5, $6)";
        let values = args![item.id.to_string(), p.id.to_string(), place as i64, item.offering.to_string(), item.state.name(), doc(item)];
        tx.exec(sql, values).await?;
    }
    Ok(())
}

/// What is read of a plan.
macro_rules! select_plan {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.claim, p.learner, p.made_at, p.currency, p.hours_a_week, p.state, p.state_doc, p.avoided_minutes, p.nominal_minutes, ",
            "p.unknown_modules, p.revision FROM learning_plan p ",
            $rest
        )
    };
}

async fn plan_of(tx: &mut Tx, row: Option<Row>) -> Result<Option<LearningPlan>> {
    let Some(row) = row else { return Ok(None) };
    let state: PlanState = row.json("state_doc")?;
    if state.name() != row.text("state")? {
        return Err(StoreError::impossible("learning_plan.state"));
    }
    let id: PlanId = row.parse("id")?;
    let items = tx.all("SELECT doc FROM plan_item WHERE plan = $1 ORDER BY place LIMIT 10000", args![id.to_string()]).await?;
    let avoided = Avoided {
        minutes: row.int("avoided_minutes")?,
        nominal: row.int("nominal_minutes")?,
        unknown: row.int("unknown_modules")?.max(0) as usize,
    };
    Ok(Some(LearningPlan {
        id,
        claim: row.parse("claim")?,
        learner: row.parse("learner")?,
        made: row.ts("made_at")?,
        currency: row.text("currency")?,
        hours: row.opt_int("hours_a_week")?.and_then(|h| u16::try_from(h).ok()),
        state,
        items: items.iter().map(|r| r.json::<PlanItem>("doc")).collect::<Result<_>>()?,
        avoided,
        revision: row.int("revision")?,
    }))
}

/// The plan for a claim that was not given up; the latest.
pub async fn of_claim(tx: &mut Tx, claim: ClaimId) -> Result<Option<LearningPlan>> {
    let sql = select_plan!("WHERE p.claim = $1 AND p.state <> 'dropped' ORDER BY p.made_at DESC, p.id DESC LIMIT 1");
    let row = tx.opt(sql, args![claim.to_string()]).await?;
    plan_of(tx, row).await
}

/// The plan that a piece is in.
pub async fn with_item(tx: &mut Tx, item: PlanItemId) -> Result<Option<LearningPlan>> {
    let sql = select_plan!("JOIN plan_item i ON i.plan = p.id WHERE i.id = $1");
    let row = tx.opt(sql, args![item.to_string()]).await?;
    plan_of(tx, row).await
}

/// How many learners have each offering of a provider ahead of them in a plan.
pub async fn planned_by(tx: &mut Tx, provider: OrganisationId) -> Result<HashMap<OfferingId, i64>> {
    let sql = "SELECT i.offering, COUNT(DISTINCT p.learner) AS n FROM plan_item i JOIN learning_plan p ON p.id = i.plan \
               JOIN offering o ON o.id = i.offering WHERE o.provider = $1 AND p.state = 'open' AND i.state IN ('planned', 'under_way') \
               GROUP BY i.offering";
    tx.all(sql, args![provider.to_string()]).await?.iter().map(|r| Ok((r.parse("offering")?, r.int("n")?))).collect()
}

/// The claims, and whose they are, in whose plans an offering is and was not begun.
pub async fn planning(tx: &mut Tx, offering: OfferingId, most: i64) -> Result<Vec<(PersonId, ClaimId)>> {
    let sql = "SELECT DISTINCT p.learner, p.claim FROM plan_item i JOIN learning_plan p ON p.id = i.plan \
               WHERE i.offering = $1 AND i.state = 'planned' AND p.state = 'open' ORDER BY p.learner, p.claim LIMIT $2";
    tx.all(sql, args![offering.to_string(), most]).await?.iter().map(|r| Ok((r.parse("learner")?, r.parse("claim")?))).collect()
}

/// The offerings of a catalogue that somebody planned and did not begin.
pub async fn planned_in(tx: &mut Tx, catalogue: CatalogueId, most: i64) -> Result<Vec<OfferingId>> {
    let sql = "SELECT DISTINCT i.offering FROM plan_item i JOIN learning_plan p ON p.id = i.plan JOIN offering o ON o.id = i.offering \
               WHERE o.catalogue = $1 AND i.state = 'planned' AND p.state = 'open' ORDER BY i.offering LIMIT $2";
    tx.all(sql, args![catalogue.to_string(), most]).await?.iter().map(|r| r.parse("offering")).collect()
}

/// What recognition saved the learners of this instance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Plans that were made and not given up.
    pub plans: i64,
    /// Minutes of learning that need not be taken.
    pub avoided: i64,
    /// Minutes of all learning for somebody of whom nothing is recognised.
    pub nominal: i64,
}

/// The sum over all plans.
pub async fn saved(tx: &mut Tx) -> Result<Saved> {
    // PostgreSQL's sum of BIGINT is a wider number.
    let sql = "SELECT COUNT(*) AS plans, CAST(COALESCE(SUM(avoided_minutes), 0) AS BIGINT) AS avoided, \
               CAST(COALESCE(SUM(nominal_minutes), 0) AS BIGINT) AS nominal FROM learning_plan WHERE state <> 'dropped'";
    let row = tx.opt(sql, vec![]).await?.ok_or(StoreError::impossible("count"))?;
    Ok(Saved { plans: row.int("plans")?, avoided: row.int("avoided")?, nominal: row.int("nominal")? })
}
