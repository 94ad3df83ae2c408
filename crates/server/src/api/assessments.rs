//! Assessors: the queue, taking an assessment on, filling it in, asking, and deciding. Nothing here names the learner.

use super::authoring::Revision;
use super::callers::{ASSESSMENTS_WRITE, Client};
use super::document::Operations;
use super::evidence::Evidence;
use super::input::{At, Json, Query};
use super::listed::{Listed, offset_of, page_of};
use super::problem::{Answer, OrProblem as _};
use super::profile_body::Competency;
use super::sheets::{self, Sheet, UnfinishedPart};
use super::words::{
    AssessmentRef, AssessmentState, Bilingual, CompetencyDecision, CriterionRef, Id, Moment, QueueReason, Seat, VersionRef,
};
use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, record_judgement};
use crate::queries::assessment::{Case, Desk, Opened, case, open};
use crate::queries::queue::{Shelf, Waiting, learner_number, queue};
use crate::web::extract::PAGE;
use axum::http::{StatusCode, Uri};
use axum::response::IntoResponse as _;
use domain::AssessmentId;
use domain::assessment::Outcome as Recorded;
use domain::people::ConflictDeclaration;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(ASSESSMENTS_WRITE, Verb::View, Thing::Queue, routes!(list_assessments))
        .on(ASSESSMENTS_WRITE, Verb::View, Thing::Queue, routes!(get_assessment))
        .on(ASSESSMENTS_WRITE, Verb::Assess, Thing::Assessment, routes!(take_assessment))
        .on(ASSESSMENTS_WRITE, Verb::Assess, Thing::Assessment, routes!(declare_conflict))
        .on(ASSESSMENTS_WRITE, Verb::Judge, Thing::Assessment, routes!(recuse))
        .on(ASSESSMENTS_WRITE, Verb::Judge, Thing::Assessment, routes!(save_draft))
        .on(ASSESSMENTS_WRITE, Verb::Judge, Thing::Assessment, routes!(ask_learner))
        .on(ASSESSMENTS_WRITE, Verb::Judge, Thing::Assessment, routes!(record_judgement))
}

/// A part of the queue.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum QueuePart {
    /// What one took on.
    #[default]
    Mine,
    /// What one could take on.
    Unclaimed,
    /// What one decided.
    Decided,
}

impl From<QueuePart> for Shelf {
    fn from(part: QueuePart) -> Shelf {
        match part {
            QueuePart::Mine => Shelf::Mine,
            QueuePart::Unclaimed => Shelf::Unclaimed,
            QueuePart::Decided => Shelf::Decided,
        }
    }
}

/// Which part of the queue.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct QueueAsked {
    /// Which part of the queue; one's own if left out.
    #[serde(default)]
    #[param(inline)]
    show: QueuePart,
    /// The page, from 1; each has 25.
    #[param(minimum = 1, default = 1)]
    page: Option<i64>,
}

/// A line of the queue.
#[derive(Serialize, ToSchema)]
struct QueueLine {
    id: AssessmentRef,
    /// Four digits that stand for the learner.
    learner_number: String,
    competency: Bilingual,
    profile: Bilingual,
    /// How many pieces of evidence.
    evidence: i64,
    attempt: u32,
    due: Moment,
    why: QueueReason,
    /// How it was decided, if it was.
    decision: Option<CompetencyDecision>,
    /// When.
    decided: Option<Moment>,
}

impl From<&Waiting> for QueueLine {
    fn from(w: &Waiting) -> QueueLine {
        QueueLine {
            id: Id(w.id),
            learner_number: w.number.clone(),
            competency: (&w.competency).into(),
            profile: (&w.title).into(),
            evidence: w.items,
            attempt: w.attempt,
            due: Moment(w.due),
            why: (&w.why).into(),
            decision: w.decided.as_ref().map(|(d, _)| d.into()),
            decided: w.decided.map(|(_, at)| Moment(at)),
        }
    }
}

#[utoipa::path(
    get, path = "/assessments", tag = "assessments", params(QueueAsked),
    responses((status = 200, description = "A page of the queue, due first.", body = Listed<QueueLine>))
)]
async fn list_assessments(who: Client, uri: Uri, Query(asked): Query<QueueAsked>) -> Answer {
    who.may(Verb::View, Thing::Queue, Relation::default()).or_problem(&who)?;
    let (shelf, page) = (asked.show.into(), page_of(asked.page));
    let (waiting, counts) = queue(&who, shelf, offset_of(page), PAGE).await.or_problem(&who)?;
    Ok(Listed { items: waiting.iter().map(QueueLine::from).collect(), page, total: counts.of(shelf) }.answer(&uri))
}

/// An assessment. What only the one who took it on sees is in `desk`.
#[derive(Serialize, ToSchema)]
struct AssessmentView {
    id: AssessmentRef,
    state: AssessmentState,
    /// Four digits that stand for the learner.
    learner_number: String,
    attempt: u32,
    due: Moment,
    profile: Bilingual,
    /// The version it is judged against.
    version: VersionRef,
    competency: Competency,
    /// The criteria that are judged in this attempt; the others are met already.
    criteria: Vec<CriterionRef>,
    /// As which judge one has it, or could have it; none once it is decided.
    seat: Option<Seat>,
    /// Recordings and pictures among the evidence may show who the learner is.
    recognisable: bool,
    /// Once one took it on.
    desk: Option<DeskView>,
}

/// What it takes to judge.
#[derive(Serialize, ToSchema)]
struct DeskView {
    evidence: Vec<Evidence>,
    declaration: DeclarationView,
    /// What was asked and answered, oldest first.
    messages: Vec<MessageView>,
    /// What is filled in so far, or was judged; until it is decided, by oneself only.
    sheet: Sheet,
    /// What each of several judges found, once it is decided.
    scores: Vec<ScoreView>,
    /// What the sheet still lacks.
    unfinished: Vec<UnfinishedPart>,
    /// Send it with the next change.
    revision: i64,
}

/// What one of several judges found.
#[derive(Serialize, ToSchema)]
struct ScoreView {
    seat: Seat,
    at: Moment,
    sheet: Sheet,
}

fn scores(case: &Case) -> Vec<ScoreView> {
    let state = &case.assessment.state;
    let decided = if state.judgement().is_some() { state.seats() } else { Vec::new() };
    decided
        .into_iter()
        .map(|(seat, score)| ScoreView { seat: (&seat).into(), at: Moment(score.at), sheet: (&score.sheet).into() })
        .collect()
}

/// What the learner signed.
#[derive(Serialize, ToSchema)]
struct DeclarationView {
    own_work: bool,
    help_used: String,
    at: Moment,
}

/// A message between assessor and learner.
#[derive(Serialize, ToSchema)]
struct MessageView {
    at: Moment,
    from_learner: bool,
    text: String,
}

fn assessment(case: &Case, desk: Option<&Desk>) -> AssessmentView {
    let a = &case.assessment;
    AssessmentView {
        id: Id(a.id),
        state: (&a.state).into(),
        learner_number: learner_number(a.claim),
        attempt: a.attempt,
        due: Moment(a.due),
        profile: (&case.version.body.title).into(),
        version: Id(a.version),
        competency: case.competency().into(),
        criteria: a.criteria.iter().copied().map(Id).collect(),
        seat: a.state.seat().map(|seat| (&seat).into()),
        recognisable: case.recognisable(),
        desk: desk.map(DeskView::from),
    }
}

impl From<&Desk> for DeskView {
    fn from(d: &Desk) -> DeskView {
        let case = &d.case;
        let message = |m: &store::assessments::Message| MessageView {
            at: Moment(m.at),
            from_learner: m.author == case.assessment.learner,
            text: m.body.clone(),
        };
        let s = &d.declaration;
        DeskView {
            evidence: case.items.iter().filter(|i| i.state.sent()).map(|i| Evidence::of(i, &case.links)).collect(),
            declaration: DeclarationView { own_work: s.own_work, help_used: s.help_used.clone(), at: Moment(s.at) },
            messages: d.messages.iter().map(message).collect(),
            sheet: case.sheet().into(),
            scores: scores(case),
            unfinished: case.unfinished(case.sheet()).iter().map(UnfinishedPart::from).collect(),
            revision: case.assessment.revision,
        }
    }
}

#[utoipa::path(
    get, path = "/assessments/{assessment}", tag = "assessments",
    responses((status = 200, description = "An assessment that one could take on, or took on.", body = AssessmentView))
)]
async fn get_assessment(who: Client, At(id): At<AssessmentId>) -> Answer<axum::Json<AssessmentView>> {
    Ok(axum::Json(match open(&who, id).await.or_problem(&who)? {
        Opened::Unclaimed(case) => assessment(&case, None),
        Opened::Theirs(desk) => assessment(&desk.case, Some(&desk)),
    }))
}

#[utoipa::path(
    post, path = "/assessments/{assessment}/assignment", tag = "assessments",
    responses((status = 204, description = "Taken on, with the declaration that one has no ties with the learner."))
)]
async fn take_assessment(who: Client, At(id): At<AssessmentId>) -> Answer {
    record_judgement::claim_assessment(&who, id, ConflictDeclaration::None).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Why somebody does not judge.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SteppingBack {
    reason: String,
}

impl SteppingBack {
    fn read(self) -> Result<String, Failure> {
        let reason = self.reason.trim();
        if reason.is_empty() || reason.chars().count() > 2000 {
            return Err(Failure::field("reason", "wrong-reason"));
        }
        Ok(reason.to_owned())
    }
}

#[utoipa::path(
    post, path = "/assessments/{assessment}/conflict", tag = "assessments",
    responses((status = 204, description = "One has ties with the learner: it stays in the queue, for others."))
)]
async fn declare_conflict(who: Client, At(id): At<AssessmentId>, Json(sent): Json<SteppingBack>) -> Answer {
    let reason = sent.read().or_problem(&who)?;
    record_judgement::claim_assessment(&who, id, ConflictDeclaration::Declared(reason)).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[utoipa::path(
    post, path = "/assessments/{assessment}/recusal", tag = "assessments",
    responses((status = 204, description = "Back in the queue, for others, without what was filled in."))
)]
async fn recuse(who: Client, At(id): At<AssessmentId>, Json(sent): Json<SteppingBack>) -> Answer {
    let reason = sent.read().or_problem(&who)?;
    record_judgement::recuse(&who, id, reason).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What is filled in, and what it was made from.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SheetSent {
    /// The revision that this was made from.
    revision: i64,
    sheet: Sheet,
}

#[utoipa::path(
    put, path = "/assessments/{assessment}/draft", tag = "assessments",
    responses((status = 200, description = "Kept.", body = Revision))
)]
async fn save_draft(who: Client, At(id): At<AssessmentId>, Json(sent): Json<SheetSent>) -> Answer<axum::Json<Revision>> {
    let case = case(&who, id).await.or_problem(&who)?;
    let sheet = sheets::read(&case, sent.sheet).or_problem(&who)?;
    let revision = record_judgement::save_draft(&who, id, sent.revision, sheet).await.or_problem(&who)?;
    Ok(axum::Json(Revision { revision }))
}

/// A question to the learner.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AssessorQuestion {
    question: String,
}

#[utoipa::path(
    post, path = "/assessments/{assessment}/question", tag = "assessments",
    responses((status = 204, description = "Asked; the clock stands still until the learner answers."))
)]
async fn ask_learner(who: Client, At(id): At<AssessmentId>, Json(sent): Json<AssessorQuestion>) -> Answer {
    record_judgement::ask_learner(&who, id, sent.question).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What a judgement led to.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum JudgedOutcome {
    /// Decided.
    Decided,
    /// A second assessor judges it independently before it is decided.
    SecondNeeded,
    /// Two judged it differently; a third decides.
    AdjudicationNeeded,
}

/// What a judgement led to, and the decision on the competency if there is one.
#[derive(Serialize, ToSchema)]
struct Judged {
    outcome: JudgedOutcome,
    decision: Option<CompetencyDecision>,
}

impl From<Recorded> for Judged {
    fn from(outcome: Recorded) -> Judged {
        match outcome {
            Recorded::Decided(decision) => Judged { outcome: JudgedOutcome::Decided, decision: Some((&decision).into()) },
            Recorded::SecondNeeded => Judged { outcome: JudgedOutcome::SecondNeeded, decision: None },
            Recorded::AdjudicationNeeded => Judged { outcome: JudgedOutcome::AdjudicationNeeded, decision: None },
        }
    }
}

#[utoipa::path(
    post, path = "/assessments/{assessment}/judgement", tag = "assessments",
    responses((status = 200, description = "Recorded. Once it is decided, a competency that is held is recognised at once.", body = Judged))
)]
async fn record_judgement(who: Client, At(id): At<AssessmentId>, Json(sent): Json<SheetSent>) -> Answer<axum::Json<Judged>> {
    let case = case(&who, id).await.or_problem(&who)?;
    let sheet = sheets::read(&case, sent.sheet).or_problem(&who)?;
    let outcome = record_judgement::record_judgement(&who, id, sent.revision, sheet).await.or_problem(&who)?;
    Ok(axum::Json(outcome.into()))
}
