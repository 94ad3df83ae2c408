//! An assessor takes an assessment on, fills it in, asks, and decides.

use super::set_standing::may_issue;
use super::{Failure, Outcome, commit, enqueue, record};
use crate::access::{Relation, Thing, Verb};
use crate::actions::award_credential::replace_earlier;
use crate::caller::Member;
use crate::issuing;
use crate::jobs::Job;
use crate::mail;
use crate::queries::assessment::{Case, judging_body, theirs};
use domain::assessment::{Assessment, CompetencyDecision, Judgement, Score, ScoreSheet, Unfinished, Verification};
use domain::claim::Claim;
use domain::credential::{Achievement, Credential, CredentialState};
use domain::event::Event;
use domain::evidence::{EvidenceClass, EvidenceItem, EvidenceLink, Shown, VarcsCheck};
use domain::people::ConflictDeclaration;
use domain::recognition::{CompetencyRecognition, RecognitionState, results_of, supervision_of};
use domain::{AssessmentId, EvidenceId, RecognitionId};
use store::Tx;

/// Takes an assessment from the queue. With a conflict of interest declared it goes back, never to this person again.
pub async fn claim_assessment(who: &Member, id: AssessmentId, conflict: ConflictDeclaration) -> Outcome<()> {
    who.may(Verb::Assess, Thing::Assessment, Relation::default())?;
    let mut tx = who.app.begin().await?;
    let assessment = store::assessments::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    // Whoever has no scope here has no business knowing that the assessment exists.
    if assessment.state.waiting().is_some() {
        judging_body(who, &mut tx, &assessment).await??;
    } else if store::people::scopes(&mut tx, who.id()).await?.is_empty() {
        return Err(Failure::Missing);
    }
    let claim = assessment.claim;
    let assessment = assessment.claim_by(who.id(), true, &conflict, who.now)?;
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
    who.may(Verb::Judge, Thing::Assessment, theirs(who, &assessment))?;
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
    not_too_long(&draft)?;
    let assessment = assessment.save_draft(who.id(), draft)?;
    store::assessments::save(&mut tx, &assessment).await?;
    tx.commit().await?;
    Ok(revision + 1)
}

/// The most characters of a reason or a remark.
pub const LONGEST: usize = 4000;
/// The most remarks on the evidence of one assessment.
const MOST_NOTES: usize = 200;

fn not_too_long(sheet: &ScoreSheet) -> Outcome<()> {
    let reasons = sheet.reasons.values().chain(sheet.varcs.values().map(|v| &v.reason));
    let texts = reasons.chain(sheet.notes.iter().map(|n| &n.text));
    if sheet.notes.len() > MOST_NOTES || texts.into_iter().any(|t| t.chars().count() > LONGEST) {
        return Err(Failure::field("", "wrong-sheet-too-long"));
    }
    Ok(())
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

/// The items that have to be answered for: sent, and linked to a criterion that is open.
pub fn relevant(assessment: &Assessment, items: &[EvidenceItem], links: &[EvidenceLink]) -> Vec<EvidenceId> {
    let shows_open = |id| links.iter().any(|l| l.evidence == id && assessment.criteria.contains(&l.criterion));
    items.iter().filter(|i| i.state.sent() && shows_open(i.id)).map(|i| i.id).collect()
}

/// What the sheet still lacks before it is a judgement.
pub fn unfinished(assessment: &Assessment, items: &[EvidenceItem], links: &[EvidenceLink], sheet: &ScoreSheet) -> Vec<Unfinished> {
    let strong = |e| items.iter().any(|i| i.id == e && i.class != EvidenceClass::Supplementary);
    let relies = |c, e| strong(e) && links.iter().any(|l| l.criterion == c && l.evidence == e);
    sheet.unfinished(&assessment.criteria, &relevant(assessment, items, links), relies)
}

/// Records the judgement: what it leads to, what follows from it, and the jobs, in one transaction.
pub async fn record_judgement(who: &Member, id: AssessmentId, revision: i64, sheet: ScoreSheet) -> Outcome<domain::assessment::Outcome> {
    let mut tx = who.app.begin().await?;
    let assessment = assigned(&mut tx, who, id).await?;
    let body = judging_body(who, &mut tx, &assessment).await??;
    let case = Case::of(&mut tx, who, assessment).await?;
    if case.assessment.revision != revision {
        return Err(Failure::Stale);
    }
    not_too_long(&sheet)?;
    if !case.unfinished(&sheet).is_empty() {
        return Err(Failure::Refused("refused-unfinished"));
    }
    let competency = case.competency().clone();
    let met: Vec<_> = case.met_before().into_keys().collect();
    let score = Score { assessor: who.id(), body, at: who.now, sheet };
    let (judged, outcome) = case.assessment.clone().judge(&competency, &met, score, who.app.config.limits.second_assessor)?;
    let Some(judgement) = judged.state.judgement().cloned() else {
        store::assessments::save(&mut tx, &judged).await?;
        record(&mut tx, who, case.claim.id, Event::ScoreRecorded { assessment: id, competency: competency.id }).await?;
        mail::evidence_arrived::send(&mut tx, who, case.version.profile, &judged).await?;
        commit(tx, who).await?;
        return Ok(outcome);
    };
    let settled = judged.settle(Verification::NotDrawn, who.now)?;
    store::assessments::save(&mut tx, &settled).await?;
    let recognition: RecognitionId = who.app.id();
    let claim = case.claim.clone().record_judgement(&case.version.body, competency.id, id, &judgement, recognition, who.now)?;
    store::claims::save(&mut tx, &claim, who.now).await?;
    let decision = judgement.decision;
    record(&mut tx, who, claim.id, Event::JudgementRecorded { assessment: id, competency: competency.id, decision }).await?;
    rely_on_evidence(&mut tx, who, &case, &judgement).await?;
    if decision == CompetencyDecision::Competent {
        recognise(&mut tx, who, &case, &claim, &judgement, recognition).await?;
    }
    mail::judged::send(&mut tx, who, &claim, &competency, decision).await?;
    commit(tx, who).await?;
    Ok(outcome)
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
async fn recognise(tx: &mut Tx, who: &Member, case: &Case, claim: &Claim, judgement: &Judgement, id: RecognitionId) -> Outcome<()> {
    let competency = case.competency();
    let part = claim.part(competency.id).ok_or(Failure::Missing)?;
    let relied: Vec<Shown<'_>> = relied_on(case, judgement);
    let recognition = CompetencyRecognition {
        id,
        person: claim.learner,
        claim: claim.id,
        profile: claim.profile,
        version: claim.version,
        competency: competency.id,
        assessment: case.assessment.id,
        assessed_by: judgement.score().body,
        results: results_of(part),
        supervision: supervision_of(competency, &relied),
        from: who.now,
        until: competency.validity_months.map(|m| who.now.plus_months(m.into())),
        state: RecognitionState::Recognised { at: who.now },
    };
    may_issue(tx, case.version.body.issuer).await?;
    let credential = Credential {
        id: who.app.id(),
        holder: Some(claim.learner),
        recipient: issuing::recipient(tx, claim.learner).await?,
        title: competency.statement.clone(),
        issuer: case.version.body.issuer,
        achievement: Achievement::Competency(id),
        from: who.now,
        until: recognition.until,
        status: None,
        state: CredentialState::Active { since: who.now },
        listed: false,
        document: None,
        revision: 1,
    };
    store::awards::add_recognition(tx, &recognition).await?;
    issuing::issue(&who.app, tx, &credential).await?;
    replace_earlier(tx, who, &credential).await?;
    record(tx, who, claim.id, Event::CompetencyRecognised { recognition: id, competency: competency.id }).await?;
    enqueue(tx, who, Job::SignCredential { credential: credential.id }).await
}

/// The items that this judgement rests on, each with what it is linked to.
fn relied_on<'a>(case: &'a Case, judgement: &Judgement) -> Vec<Shown<'a>> {
    let varcs = &judgement.score().sheet.varcs;
    let relied = |l: &&EvidenceLink| varcs.get(&l.evidence).is_some_and(VarcsCheck::relied_on);
    let shown = |link: &'a EvidenceLink| Some(Shown { item: case.items.iter().find(|i| i.id == link.evidence)?, link });
    case.links.iter().filter(relied).filter_map(shown).collect()
}
