//! A learner opens a claim against the version of a profile that is in force. Nothing has to be paid or taken first.

use super::{Failure, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use crate::queries::versions::version;
use domain::claim::{Claim, SelfRating};
use domain::event::Event;
use domain::profile::VersionState;
use domain::{ClaimId, CriterionId, ProfileId};
use std::collections::BTreeMap;
use store::Tx;

/// Opens a claim; if one is open on the profile already, that one is answered instead.
pub async fn open_claim(who: &Member, profile: ProfileId, ratings: BTreeMap<CriterionId, SelfRating>) -> Outcome<ClaimId> {
    who.may(Verb::Add, Thing::Claim, Relation::default())?;
    let mut tx = who.app.begin().await?;
    if let Some(open) = store::claims::open_on(&mut tx, who.id(), profile).await? {
        return Ok(open.id);
    }
    let current = store::profiles::current(&mut tx, profile).await?.ok_or(Failure::Missing)?;
    let version = version(&who.app, &mut tx, current).await?;
    if !matches!(version.state, VersionState::Published { .. }) {
        return Err(Failure::Missing);
    }
    let mut claim = Claim::open(who.app.id(), who.id(), profile, version.id, &version.body, who.now);
    record(&mut tx, who, claim.id, Event::ClaimOpened { claim: claim.id, version: version.id }).await?;
    if !ratings.is_empty() {
        claim = claim.rate(ratings, who.now)?;
        record(&mut tx, who, claim.id, Event::SelfAssessed { claim: claim.id }).await?;
    }
    store::claims::add(&mut tx, &claim).await?;
    commit(tx, who).await?;
    Ok(claim.id)
}

/// Keeps the learner's own ratings.
pub async fn self_assess(who: &Member, id: ClaimId, ratings: BTreeMap<CriterionId, SelfRating>) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let claim = store::claims::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Edit, Thing::Claim, Relation::owned_by(claim.learner))?;
    let claim = claim.rate(ratings, who.now)?;
    store::claims::save(&mut tx, &claim, who.now).await?;
    record(&mut tx, who, id, Event::SelfAssessed { claim: id }).await?;
    commit(tx, who).await
}

/// Takes a whole claim back. What is recognised stays recognised; what is with the assessors is called off.
pub async fn withdraw_claim(who: &Member, id: ClaimId) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let claim = store::claims::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Withdraw, Thing::Claim, Relation::owned_by(claim.learner))?;
    let claim = claim.withdraw(who.now)?;
    call_off(&mut tx, who, id, "the claim was withdrawn").await?;
    store::claims::save(&mut tx, &claim, who.now).await?;
    record(&mut tx, who, id, Event::ClaimWithdrawn { claim: id }).await?;
    commit(tx, who).await
}

/// Calls off what is with the assessors for a claim.
pub(super) async fn call_off(tx: &mut Tx, who: &Member, id: ClaimId, reason: &str) -> Outcome<()> {
    for assessment in store::assessments::under_way(tx, id).await? {
        let (assessment_id, reason) = (assessment.id, reason.to_owned());
        let voided = assessment.void(who.id(), who.now, reason.clone())?;
        store::assessments::save(tx, &voided).await?;
        record(tx, who, id, Event::AssessmentVoided { assessment: assessment_id, reason }).await?;
    }
    Ok(())
}
