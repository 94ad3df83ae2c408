//! One competency of a claim: what is missing, sending it, what was found, and the learning for what is left.

use super::callers::{CLAIMS_READ, CLAIMS_WRITE, Client};
use super::claims::Standing;
use super::document::Operations;
use super::evidence::Place;
use super::input::{At, At2, Json};
use super::offerings::OfferingView;
use super::problem::{Answer, OrProblem as _};
use super::words::{
    AssessmentRef, Bilingual, CompetencyRef, CriterionKind, CriterionRef, CriterionResult, EvidenceRef, Id, Moment, Reattempt,
};
use crate::access::{Thing, Verb};
use crate::actions::submit_competency::{self, Signed};
use crate::queries::claim::competency::{CompetencyPage, competency_page};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse as _;
use domain::evidence::Missing;
use domain::profile::PerformanceCriterion;
use domain::{AssessmentId, ClaimId, CompetencyId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(CLAIMS_READ, Verb::View, Thing::Claim, routes!(get_claimed_competency))
        .on(CLAIMS_WRITE, Verb::Edit, Thing::Claim, routes!(plan_learning))
        .on(CLAIMS_WRITE, Verb::Submit, Thing::Claim, routes!(submit_competency))
        .on(CLAIMS_WRITE, Verb::Edit, Thing::Claim, routes!(answer_assessor))
}

/// One competency of a claim, criterion by criterion.
#[derive(Serialize, ToSchema)]
struct CompetencyView {
    competency: CompetencyRef,
    code: String,
    statement: Bilingual,
    standing: Standing,
    /// In the profile's order.
    criteria: Vec<ClaimedCriterion>,
    /// Whether evidence can be added and sent now.
    takes_evidence: bool,
    /// Whether nothing is missing for sending it.
    ready: bool,
    /// What comes with the next attempt.
    next: NextAttempt,
    /// A question of the assessor's that waits for an answer.
    question: Option<Question>,
    /// Learning made for what is still open, what closes most first.
    learning: Vec<Learning>,
}

/// One criterion of a competency of a claim.
#[derive(Serialize, ToSchema)]
struct ClaimedCriterion {
    criterion: CriterionRef,
    code: String,
    statement: Bilingual,
    kind: CriterionKind,
    essential: bool,
    /// When it was judged met. It stays met.
    met: Option<Moment>,
    /// What is said to show it.
    evidence: Vec<ShownBy>,
    /// What is missing before it can be sent.
    missing: Vec<MissingEvidence>,
    /// Everything that shows it was judged before.
    nothing_new: bool,
    /// What the latest judgement found.
    found: Option<FoundByAssessor>,
}

/// Evidence for a criterion.
#[derive(Serialize, ToSchema)]
struct ShownBy {
    evidence: EvidenceRef,
    at: Place,
}

/// What is missing before a criterion can be judged.
#[derive(Serialize, ToSchema)]
#[serde(tag = "name", rename_all = "snake_case")]
enum MissingEvidence {
    /// Nothing is linked to it.
    Nothing,
    /// Only what others report.
    OnlySupplementary,
    /// Too few separate days.
    Occasions { have: usize, need: usize },
    /// Nothing recent enough.
    NoneCurrent { months: u16 },
    /// A recording or document without the place in it.
    NoPlace { evidence: EvidenceRef },
    /// Too few separate items.
    Sources { have: usize, need: usize },
}

impl From<&Missing> for MissingEvidence {
    fn from(missing: &Missing) -> MissingEvidence {
        match *missing {
            Missing::Nothing => MissingEvidence::Nothing,
            Missing::OnlySupplementary => MissingEvidence::OnlySupplementary,
            Missing::Occasions { have, need } => MissingEvidence::Occasions { have, need },
            Missing::NoneCurrent { months } => MissingEvidence::NoneCurrent { months },
            Missing::NoLocator(evidence) => MissingEvidence::NoPlace { evidence: Id(evidence) },
            Missing::Sources { have, need } => MissingEvidence::Sources { have, need },
        }
    }
}

/// What an assessor found for a criterion.
#[derive(Serialize, ToSchema)]
struct FoundByAssessor {
    result: CriterionResult,
    /// Why, where it was not met.
    reason: String,
    at: Moment,
}

/// What the next attempt asks for.
#[derive(Serialize, ToSchema)]
struct NextAttempt {
    kind: Reattempt,
    /// The learner says first what they did about the gap.
    action_plan_first: bool,
    /// The learner is asked whether the same assessor may judge again.
    asks_same_assessor: bool,
}

/// A question of the assessor's.
#[derive(Serialize, ToSchema)]
struct Question {
    assessment: AssessmentRef,
    question: String,
    asked: Moment,
}

/// Learning, and the open criteria that it is made for.
#[derive(Serialize, ToSchema)]
struct Learning {
    offering: OfferingView,
    closes: Vec<CriterionRef>,
}

impl From<&CompetencyPage> for CompetencyView {
    fn from(p: &CompetencyPage) -> CompetencyView {
        let asked = p.asked();
        let question = p.attempts.first().zip(p.question());
        CompetencyView {
            competency: Id(p.competency),
            code: asked.code.clone(),
            statement: (&asked.statement).into(),
            standing: (&p.stand).into(),
            criteria: asked.criteria.iter().map(|c| criterion(p, c)).collect(),
            takes_evidence: p.takes_evidence(),
            ready: p.ready(),
            next: NextAttempt {
                kind: (&p.next().0).into(),
                action_plan_first: p.plan_first(),
                asks_same_assessor: p.asks_about_assessor(),
            },
            question: question.map(|(a, (words, at))| Question { assessment: Id(a.id), question: words.to_owned(), asked: Moment(at) }),
            learning: p
                .learning
                .iter()
                .map(|(o, closes)| Learning { offering: OfferingView::of(o, &p.sources), closes: closes.iter().copied().map(Id).collect() })
                .collect(),
        }
    }
}

fn criterion(p: &CompetencyPage, c: &PerformanceCriterion) -> ClaimedCriterion {
    let lacking = p.meter.as_ref().and_then(|m| m.criteria.iter().find(|m| m.criterion == c.id));
    ClaimedCriterion {
        criterion: Id(c.id),
        code: c.code.clone(),
        statement: (&c.statement).into(),
        kind: (&c.kind).into(),
        essential: c.essential,
        met: p.part().met.get(&c.id).map(|m| Moment(m.at)),
        evidence: p.shown(c.id).iter().map(|s| ShownBy { evidence: Id(s.item.id), at: s.link.at.into() }).collect(),
        missing: lacking.map(|m| m.missing.iter().map(MissingEvidence::from).collect()).unwrap_or_default(),
        nothing_new: p.nothing_new.contains(&c.id),
        found: p.found(c.id).map(|f| FoundByAssessor { result: (&f.result).into(), reason: f.reason.to_owned(), at: Moment(f.at) }),
    }
}

#[utoipa::path(
    get, path = "/claims/{claim}/competencies/{competency}", tag = "claims",
    responses((status = 200, description = "The competency, criterion by criterion.", body = CompetencyView))
)]
async fn get_claimed_competency(who: Client, At2(claim, competency): At2<ClaimId, CompetencyId>) -> Answer<axum::Json<CompetencyView>> {
    Ok(axum::Json((&competency_page(&who, claim, competency).await.or_problem(&who)?).into()))
}

/// What the learner did about a gap.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ActionPlan {
    /// The learning taken, or why none was needed.
    plan: String,
}

#[utoipa::path(
    put, path = "/claims/{claim}/competencies/{competency}/action-plan", tag = "claims",
    responses((status = 204, description = "Kept."))
)]
async fn plan_learning(who: Client, At2(claim, competency): At2<ClaimId, CompetencyId>, Json(sent): Json<ActionPlan>) -> Answer {
    submit_competency::plan_learning(&who, claim, competency, sent.plan).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What the learner signs when they send a competency.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Submission {
    /// This is my own work.
    own_work: bool,
    /// Help used, of people or of AI; "none" in words, too.
    help_used: String,
    /// Whether the assessor of the first attempt may judge again; asked at the first re-attempt.
    #[serde(default)]
    same_assessor: bool,
}

/// A competency that was sent.
#[derive(Serialize, ToSchema)]
struct Submitted {
    assessment: AssessmentRef,
}

#[utoipa::path(
    post, path = "/claims/{claim}/competencies/{competency}/submission", tag = "claims",
    responses((status = 201, description = "With the assessors.", body = Submitted, headers(("Location" = String))))
)]
async fn submit_competency(who: Client, At2(claim, competency): At2<ClaimId, CompetencyId>, Json(sent): Json<Submission>) -> Answer {
    let signed = Signed { own_work: sent.own_work, help_used: sent.help_used, same_assessor: sent.same_assessor };
    let id = submit_competency::submit_competency(&who, claim, competency, signed).await.or_problem_at(&who, &[("plan", "")])?;
    let location = [(header::LOCATION, format!("{}/claims/{claim}/competencies/{competency}", super::BASE))];
    Ok((StatusCode::CREATED, location, axum::Json(Submitted { assessment: Id(id) })).into_response())
}

/// An answer to the assessor's question.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LearnerAnswer {
    answer: String,
}

#[utoipa::path(
    post, path = "/assessments/{assessment}/answer", tag = "claims",
    responses((status = 204, description = "Sent to the assessor; the assessment goes on."))
)]
async fn answer_assessor(who: Client, At(id): At<AssessmentId>, Json(sent): Json<LearnerAnswer>) -> Answer {
    submit_competency::answer_assessor(&who, id, sent.answer).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
