//! An assessor takes an assessment on, fills it in, asks, and decides.

use super::{Failure, Outcome, commit, enqueue, record};
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use crate::jobs::Job;
use crate::mail;
use crate::queries::versions::version;
use domain::assessment::{Assessment, CompetencyDecision, CriterionResult, Judgement, Score, ScoreSheet, Unfinished, Verification};
use domain::claim::Claim;
use domain::credential::{Achievement, Credential, CredentialState};
use domain::event::Event;
use domain::evidence::{EvidenceClass, EvidenceItem, EvidenceLink};
use domain::people::{AssessorScope, ConflictDeclaration};
use domain::profile::{Competency, ProfileVersion};
use domain::recognition::{CompetencyRecognition, RecognitionState};
use domain::{AssessmentId, OrganisationId, RecognitionId};
use std::collections::BTreeMap;
use store::Tx;

/// Takes an assessment from the queue. With a conflict of interest declared it goes back, never to this person again.
pub async fn claim_assessment(who: &Member, id: AssessmentId, conflict: ConflictDeclaration) -> Outcome<()> {
    who.may(Verb::Assess, Thing::Assessment, Relation::default())?;
    let mut tx = who.app.begin().await?;
    let assessment = store::assessments::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let scopes = store::people::scopes(&mut tx, who.id()).await?;
    let version = version(&who.app, &mut tx, assessment.version).await?;
    let in_scope = scopes.iter().any(|s| s.covers(version.profile, assessment.competency, who.now));
    // Whoever has no scope here has no business knowing that the assessment exists.
    if !in_scope {
        return Err(Failure::Missing);
    }
    let claim = assessment.claim;
    let assessment = assessment.claim_by(who.id(), in_scope, &conflict, who.now)?;
    store::assessments::save(&mut tx, &assessment).await?;
    let event = match conflict {
        ConflictDeclaration::None => {
            open_evidence(&mut tx, who, &assessment).await?;
            Event::AssessmentClaimed { assessment: id }
        }
        ConflictDeclaration::Declared(reason) => Event::AssessorRecused { assessment: id, reason },
    };
    record(&mut tx, who, claim, event).await?;
    commit(tx, who).await
}

async fn open_evidence(tx: &mut Tx, who: &Member, assessment: &Assessment) -> Outcome<()> {
    for item in store::evidence::of_competency(tx, assessment.claim, assessment.competency).await? {
        if item.state.sent() {
            let opened = item.clone().open(assessment.id, who.now)?;
            if opened.state != item.state {
                store::evidence::save(tx, &opened).await?;
            }
        }
    }
    Ok(())
}

/// Steps back; somebody else takes over.
pub async fn recuse(who: &Member, id: AssessmentId, reason: String) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let assessment = assigned(&mut tx, who, id).await?;
    let claim = assessment.claim;
    let assessment = assessment.recuse(who.id(), who.now)?;
    store::assessments::save(&mut tx, &assessment).await?;
    record(&mut tx, who, claim, Event::AssessorRecused { assessment: id, reason }).await?;
    commit(tx, who).await
}

async fn assigned(tx: &mut Tx, who: &Member, id: AssessmentId) -> Outcome<Assessment> {
    let assessment = store::assessments::get(tx, id).await?.ok_or(Failure::Missing)?;
    let judged_by = assessment.state.judgement().map(|j| j.score().assessor);
    let relation = Relation::assigned_to(assessment.state.assessor().or(judged_by));
    who.may(Verb::Judge, Thing::Assessment, relation)?;
    Ok(assessment)
}

/// Keeps what is filled in so far. `revision` is what the assessor's page was made from: if somebody (or another tab)
/// saved since, nothing is overwritten. Answers the new revision.
pub async fn save_draft(who: &Member, id: AssessmentId, revision: i64, draft: ScoreSheet) -> Outcome<i64> {
    let mut tx = who.app.begin().await?;
    let assessment = assigned(&mut tx, who, id).await?;
    if assessment.revision != revision {
        return Err(Failure::Stale);
    }
    let assessment = assessment.save_draft(who.id(), draft)?;
    store::assessments::save(&mut tx, &assessment).await?;
    tx.commit().await?;
    Ok(revision + 1)
}

/// Asks the learner for more; the clock stands still until they answer.
pub async fn ask_learner(who: &Member, id: AssessmentId, question: String) -> Outcome<()> {
    if question.chars().count() > 4000 {
        return Err(Failure::field("question", "wrong-too-long"));
    }
    let mut tx = who.app.begin().await?;
    let assessment = assigned(&mut tx, who, id).await?;
    let assessment = assessment.ask(who.id(), question.clone(), who.now)?;
    store::assessments::save(&mut tx, &assessment).await?;
    let message = store::assessments::Message { at: who.now, author: who.id(), body: question.clone() };
    store::assessments::add_message(&mut tx, id, &message).await?;
    record(&mut tx, who, assessment.claim, Event::MoreAsked { assessment: id, question }).await?;
    mail::more_asked::send(&mut tx, who, &assessment).await?;
    commit(tx, who).await
}

/// What a judgement needs to be checked and recorded.
struct Case {
    assessment: Assessment,
    claim: Claim,
    version: std::sync::Arc<ProfileVersion>,
    items: Vec<EvidenceItem>,
    links: Vec<EvidenceLink>,
}

impl Case {
    async fn load(tx: &mut Tx, who: &Member, id: AssessmentId) -> Outcome<Case> {
        let assessment = assigned(tx, who, id).await?;
        let claim = store::claims::get(tx, assessment.claim).await?.ok_or(Failure::Missing)?;
        let version = version(&who.app, tx, assessment.version).await?;
        let items = store::evidence::of_competency(tx, claim.id, assessment.competency).await?;
        let links = store::evidence::links(tx, claim.id).await?;
        let links = links.into_iter().filter(|l| l.competency == assessment.competency).collect();
        Ok(Case { assessment, claim, version, items, links })
    }

    fn competency(&self) -> Outcome<&Competency> {
        self.version.body.competency(self.assessment.competency).ok_or(Failure::Missing)
    }
}

/// What the sheet still lacks before it is a judgement.
pub fn unfinished(assessment: &Assessment, items: &[EvidenceItem], links: &[EvidenceLink], sheet: &ScoreSheet) -> Vec<Unfinished> {
    let asked = |l: &&EvidenceLink| assessment.criteria.contains(&l.criterion);
    let relevant: Vec<_> =
        items.iter().filter(|i| i.state.sent() && links.iter().filter(asked).any(|l| l.evidence == i.id)).map(|i| i.id).collect();
    let strong = |e| items.iter().any(|i| i.id == e && i.class != EvidenceClass::Supplementary);
    sheet.unfinished(&assessment.criteria, &relevant, |c, e| strong(e) && links.iter().any(|l| l.criterion == c && l.evidence == e))
}

/// Records the judgement: the decision, what follows from it, and the jobs, in one transaction.
pub async fn record_judgement(who: &Member, id: AssessmentId, revision: i64, sheet: ScoreSheet) -> Outcome<CompetencyDecision> {
    let mut tx = who.app.begin().await?;
    let case = Case::load(&mut tx, who, id).await?;
    if case.assessment.revision != revision {
        return Err(Failure::Stale);
    }
    if !unfinished(&case.assessment, &case.items, &case.links, &sheet).is_empty() {
        return Err(Failure::Refused("refused-unfinished"));
    }
    let competency = case.competency()?.clone();
    let met: Vec<_> = case.claim.part(competency.id).map(|p| p.met.keys().copied().collect()).unwrap_or_default();
    let score = Score { assessor: who.id(), at: who.now, sheet };
    let (decided, _) = case.assessment.clone().judge(&competency, &met, score, who.app.config.limits.second_assessor)?;
    let Some(judgement) = decided.state.judgement().cloned() else {
        store::assessments::save(&mut tx, &decided).await?;
        commit(tx, who).await?;
        return Err(Failure::Refused("refused-second-assessor"));
    };
    let settled = decided.settle(Verification::NotDrawn, who.now)?;
    store::assessments::save(&mut tx, &settled).await?;
    let recognition: RecognitionId = who.app.id();
    let claim = case.claim.clone().record_judgement(&case.version.body, competency.id, id, &judgement, recognition, who.now)?;
    store::claims::save(&mut tx, &claim, who.now).await?;
    let decision = judgement.decision;
    record(&mut tx, who, claim.id, Event::JudgementRecorded { assessment: id, competency: competency.id, decision }).await?;
    rely_on_evidence(&mut tx, who, &case, &judgement).await?;
    if decision == CompetencyDecision::Competent {
        recognise(&mut tx, who, &case, &claim, &competency, recognition).await?;
    }
    mail::judged::send(&mut tx, who, &claim, &competency, decision).await?;
    commit(tx, who).await?;
    Ok(decision)
}

async fn rely_on_evidence(tx: &mut Tx, who: &Member, case: &Case, judgement: &Judgement) -> Outcome<()> {
    for item in &case.items {
        let Some(varcs) = judgement.score().sheet.varcs.get(&item.id) else { continue };
        let relied = if varcs.relied_on() { Ok(()) } else { Err(varcs.reason.clone()) };
        let judged = item.clone().judged(case.assessment.id, who.now, relied)?;
        store::evidence::save(tx, &judged).await?;
    }
    Ok(())
}

/// Recognises the competency at once, with a credential whose signature follows by a job.
async fn recognise(tx: &mut Tx, who: &Member, case: &Case, claim: &Claim, competency: &Competency, id: RecognitionId) -> Outcome<()> {
    let part = claim.part(competency.id).ok_or(Failure::Missing)?;
    let results: BTreeMap<_, _> = part.met.keys().map(|c| (*c, CriterionResult::Competent)).collect();
    let recognition = CompetencyRecognition {
        id,
        person: claim.learner,
        claim: claim.id,
        profile: claim.profile,
        version: claim.version,
        competency: competency.id,
        assessment: case.assessment.id,
        assessed_by: assessing_body(tx, who, case).await?,
        results,
        supervision: supervision(competency, case),
        from: who.now,
        until: competency.validity_months.map(|m| who.now.plus_months(m.into())),
        state: RecognitionState::Recognised { at: who.now },
    };
    let credential = Credential {
        id: who.app.id(),
        holder: claim.learner,
        issuer: case.version.body.issuer,
        achievement: Achievement::Competency(id),
        from: who.now,
        until: recognition.until,
        state: CredentialState::Active { since: who.now },
        listed: false,
        document: None,
        revision: 1,
    };
    store::awards::add_recognition(tx, &recognition).await?;
    store::awards::add_credential(tx, &credential).await?;
    record(tx, who, claim.id, Event::CompetencyRecognised { recognition: id, competency: competency.id }).await?;
    enqueue(tx, who, Job::SignCredential { credential: credential.id }).await
}

/// The body that the assessor judged for, by the scope they hold.
async fn assessing_body(tx: &mut Tx, who: &Member, case: &Case) -> Outcome<OrganisationId> {
    let scopes: Vec<AssessorScope> = store::people::scopes(tx, who.id()).await?;
    let covering = scopes.iter().find(|s| s.covers(case.version.profile, case.assessment.competency, who.now));
    covering.map(|s| s.organisation).ok_or(Failure::Missing)
}

/// The lowest level among the items linked to essential criteria, and the highest of all (2.13.7).
fn supervision(competency: &Competency, case: &Case) -> (domain::evidence::SupervisionIdentity, domain::evidence::SupervisionIdentity) {
    let essential = |l: &&EvidenceLink| competency.criterion(l.criterion).is_some_and(|c| c.essential);
    let level = |l: &EvidenceLink| case.items.iter().find(|i| i.id == l.evidence).map(|i| i.supervision);
    let lowest = case.links.iter().filter(essential).filter_map(level).min().unwrap_or_default();
    let highest = case.links.iter().filter_map(level).max().unwrap_or_default();
    (lowest, highest)
}
