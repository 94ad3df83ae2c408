//! A learner sends one competency of a claim for judgement.

use super::{Failure, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use crate::mail;
use crate::queries::versions::version;
use domain::assessment::{Assessment, AssessmentState, AssessorChange, QueueReason, ScoreSheet, reattempt};
use domain::claim::Claim;
use domain::event::Event;
use domain::evidence::{AuthenticityDeclaration, Shown, meter};
use domain::profile::{Competency, service_time};
use domain::{AssessmentId, ClaimId, CompetencyId, CriterionId, EvidenceId};
use std::collections::BTreeMap;
use store::Tx;

/// What the learner signs.
#[derive(Clone, Debug, Default)]
pub struct Signed {
    /// This is my own work.
    pub own_work: bool,
    /// Help used, of people or of AI.
    pub help_used: String,
    /// Whether the assessor of the first attempt may judge again (asked at the first re-attempt).
    pub same_assessor: bool,
}

/// Sends a competency, if its open criteria are sufficiently evidenced (2.13.6).
pub async fn submit_competency(who: &Member, id: ClaimId, competency: CompetencyId, signed: Signed) -> Outcome<AssessmentId> {
    let mut tx = who.app.begin().await?;
    let claim = store::claims::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Submit, Thing::Claim, Relation::owned_by(claim.learner))?;
    let version = version(&who.app, &mut tx, claim.version).await?;
    let asked = version.body.competency(competency).ok_or(Failure::Missing)?;
    let part = claim.part(competency).ok_or(Failure::Missing)?.clone();
    let open = part.open(asked);
    let linked = freeze_evidence(&mut tx, who, &claim, asked, &open).await?;
    let declaration = AuthenticityDeclaration { own_work: signed.own_work, help_used: signed.help_used.clone(), at: who.now };
    let assessment = Assessment {
        id: who.app.id(),
        claim: id,
        learner: who.id(),
        version: claim.version,
        competency,
        tier: asked.tier,
        attempt: part.unsuccessful + 1,
        criteria: open,
        due: service_time(asked.tier).due(who.now),
        not_by: not_by(&part, signed.same_assessor),
        state: AssessmentState::Queued { since: who.now, reason: reason(part.unsuccessful) },
        draft: ScoreSheet::default(),
        revision: 1,
    };
    let profile = claim.profile;
    let claim = claim.send(&version.body, competency, assessment.id, &declaration, &linked)?;
    store::claims::save(&mut tx, &claim, who.now).await?;
    store::assessments::add(&mut tx, &assessment, profile, &declaration).await?;
    let (attempt, help_used) = (assessment.attempt, signed.help_used);
    record(&mut tx, who, id, Event::EvidenceSubmitted { claim: id, competency, assessment: assessment.id, attempt, help_used }).await?;
    mail::evidence_arrived::send(&mut tx, who, profile, &assessment).await?;
    commit(tx, who).await?;
    Ok(assessment.id)
}

fn reason(unsuccessful: u32) -> QueueReason {
    if unsuccessful == 0 { QueueReason::New } else { QueueReason::Reattempt }
}

/// Who may not judge the next attempt (2.13.9).
fn not_by(part: &domain::claim::ClaimedCompetency, same_assessor: bool) -> Vec<domain::PersonId> {
    match reattempt(part.unsuccessful).1 {
        AssessorChange::Free => Vec::new(),
        AssessorChange::SameIfLearnerAgrees if same_assessor => Vec::new(),
        AssessorChange::SameIfLearnerAgrees | AssessorChange::MustDiffer => part.judged_by.clone(),
    }
}

/// Marks the linked items as sent and answers which item is linked to which open criterion.
async fn freeze_evidence(
    tx: &mut Tx,
    who: &Member,
    claim: &Claim,
    asked: &Competency,
    open: &[CriterionId],
) -> Outcome<BTreeMap<CriterionId, Vec<EvidenceId>>> {
    let items = store::evidence::of_competency(tx, claim.id, asked.id).await?;
    let links = store::evidence::links_of_competency(tx, claim.id, asked.id).await?;
    let shown: Vec<Shown<'_>> =
        links.iter().filter_map(|link| Some(Shown { item: items.iter().find(|i| i.id == link.evidence)?, link })).collect();
    if !meter(asked, open, &shown, who.now).sufficient() {
        return Err(Failure::Refused("refused-not-sufficient"));
    }
    let mut linked: BTreeMap<CriterionId, Vec<EvidenceId>> = BTreeMap::new();
    // The same content under another id is not new evidence (LRN-09).
    let firsts = store::evidence::firsts(tx, &items).await?;
    for s in shown.iter().filter(|s| s.item.state.counts() && open.contains(&s.link.criterion)) {
        let first = firsts.get(&s.item.id);
        linked.entry(s.link.criterion).or_default().extend(first);
    }
    for item in items.iter().filter(|i| i.state.counts()) {
        let sent = item.clone().submit(who.now)?;
        if sent.state != item.state {
            store::evidence::save(tx, &sent).await?;
        }
    }
    Ok(linked)
}

/// Says which step of the action plan was taken, or why none (2.13.9).
pub async fn plan_learning(who: &Member, id: ClaimId, competency: CompetencyId, plan: String) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let claim = store::claims::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Edit, Thing::Claim, Relation::owned_by(claim.learner))?;
    if plan.chars().count() > 2000 {
        return Err(Failure::field("plan", "wrong-too-long"));
    }
    let claim = claim.plan(competency, plan)?;
    store::claims::save(&mut tx, &claim, who.now).await?;
    record(&mut tx, who, id, Event::ActionPlanned { claim: id, competency }).await?;
    commit(tx, who).await
}

/// Answers the assessor's question; the assessment goes on.
pub async fn answer_assessor(who: &Member, id: AssessmentId, words: String) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let assessment = store::assessments::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Edit, Thing::Claim, Relation::owned_by(assessment.learner))?;
    let words = words.trim().to_owned();
    if words.is_empty() || words.chars().count() > 8000 {
        return Err(Failure::field("answer", "wrong-answer"));
    }
    let claim = assessment.claim;
    let assessment = assessment.answered(who.now)?;
    store::assessments::save(&mut tx, &assessment).await?;
    store::assessments::add_message(&mut tx, id, &store::assessments::Message { at: who.now, author: who.id(), body: words }).await?;
    record(&mut tx, who, claim, Event::LearnerAnswered { assessment: id }).await?;
    mail::learner_answered::send(&mut tx, who, &assessment).await?;
    commit(tx, who).await
}
