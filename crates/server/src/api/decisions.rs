//! The issuer's decision: what waits for it, granting and refusing.

use super::callers::{AWARDS_WRITE, Client};
use super::document::Operations;
use super::input::{At, Json, Query};
use super::listed::{Listed, offset_of, page_of};
use super::problem::{Answer, OrProblem as _};
use super::words::{Bilingual, ClaimRef, ClaimState, CompetencyRef, CredentialRef, Day, Id, Moment, VersionRef};
use crate::access::{Thing, Verb};
use crate::actions::award_credential;
use crate::queries::decision::{Decision, Line, Part, decision, decisions};
use crate::web::extract::PAGE;
use axum::http::{StatusCode, Uri};
use axum::response::IntoResponse as _;
use domain::ClaimId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(AWARDS_WRITE, Verb::View, Thing::Award, routes!(list_decisions))
        .on(AWARDS_WRITE, Verb::View, Thing::Award, routes!(get_decision))
        .on(AWARDS_WRITE, Verb::Decide, Thing::Award, routes!(award_credential))
        .on(AWARDS_WRITE, Verb::Decide, Thing::Award, routes!(refuse_credential))
}

/// Which claims.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct DecisionsAsked {
    /// Those that are decided, in place of those that wait.
    #[serde(default)]
    #[param(default = false)]
    decided: bool,
    /// The page, from 1; each has 25.
    #[param(minimum = 1, default = 1)]
    page: Option<i64>,
}

/// A claim for the issuer.
#[derive(Serialize, ToSchema)]
struct DecisionLine {
    claim: ClaimRef,
    /// The learner's name, as it would stand on the credential.
    learner: String,
    title: Bilingual,
    state: ClaimState,
}

impl From<&Line> for DecisionLine {
    fn from(l: &Line) -> DecisionLine {
        DecisionLine { claim: Id(l.claim), learner: l.learner.clone(), title: (&l.title).into(), state: (&l.state).into() }
    }
}

#[utoipa::path(
    get, path = "/decisions", tag = "decisions", params(DecisionsAsked),
    responses((status = 200, description = "A page of claims that wait, longest first, or that are decided.", body = Listed<DecisionLine>))
)]
async fn list_decisions(who: Client, uri: Uri, Query(asked): Query<DecisionsAsked>) -> Answer {
    let page = page_of(asked.page);
    let (lines, (waiting, decided)) = decisions(&who, asked.decided, offset_of(page), PAGE).await.or_problem(&who)?;
    let total = if asked.decided { decided } else { waiting };
    Ok(Listed { items: lines.iter().map(DecisionLine::from).collect(), page, total }.answer(&uri))
}

/// What a decision rests on.
#[derive(Serialize, ToSchema)]
struct DecisionView {
    claim: ClaimRef,
    /// The learner's name, as it would stand on the credential.
    learner: String,
    title: Bilingual,
    version: VersionRef,
    state: ClaimState,
    competencies: Vec<DecisionPart>,
    /// One judged a part of it, or it is one's own claim: a colleague decides.
    judged_by_me: bool,
}

/// What one competency rests on.
#[derive(Serialize, ToSchema)]
struct DecisionPart {
    competency: CompetencyRef,
    code: String,
    statement: Bilingual,
    required: bool,
    /// Since when it is recognised, if it is.
    recognised: Option<Moment>,
    /// The body whose assessor judged.
    assessed_by: Option<Bilingual>,
    /// How many items the judgement rests on.
    evidence: usize,
    /// When the latest of them was performed.
    performed: Option<Day>,
}

impl From<&Part> for DecisionPart {
    fn from(p: &Part) -> DecisionPart {
        DecisionPart {
            competency: Id(p.competency.id),
            code: p.competency.code.clone(),
            statement: (&p.competency.statement).into(),
            required: p.competency.required,
            recognised: p.recognition.as_ref().map(|r| Moment(r.from)),
            assessed_by: p.assessed_by.as_ref().map(Bilingual::from),
            evidence: p.relied_on,
            performed: p.performed.map(Day),
        }
    }
}

impl From<&Decision> for DecisionView {
    fn from(d: &Decision) -> DecisionView {
        DecisionView {
            claim: Id(d.claim.id),
            learner: d.learner.name.clone(),
            title: (&d.version.body.title).into(),
            version: Id(d.version.id),
            state: (&d.claim.state).into(),
            competencies: d.parts.iter().map(DecisionPart::from).collect(),
            judged_by_me: d.judged_by_me,
        }
    }
}

#[utoipa::path(
    get, path = "/decisions/{claim}", tag = "decisions",
    responses((status = 200, description = "What the decision on a claim rests on.", body = DecisionView))
)]
async fn get_decision(who: Client, At(id): At<ClaimId>) -> Answer<axum::Json<DecisionView>> {
    Ok(axum::Json((&decision(&who, id).await.or_problem(&who)?).into()))
}

/// A credential that was granted.
#[derive(Serialize, ToSchema)]
struct Awarded {
    credential: CredentialRef,
}

#[utoipa::path(
    post, path = "/claims/{claim}/award", tag = "decisions",
    responses((status = 201, description = "Granted, and offered to the learner.", body = Awarded))
)]
async fn award_credential(who: Client, At(id): At<ClaimId>) -> Answer {
    let credential = award_credential::award_credential(&who, id).await.or_problem(&who)?;
    Ok((StatusCode::CREATED, axum::Json(Awarded { credential: Id(credential) })).into_response())
}

/// Why a credential is refused.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CredentialRefusal {
    /// The learner reads it.
    reason: String,
}

#[utoipa::path(
    post, path = "/claims/{claim}/refusal", tag = "decisions",
    responses((status = 204, description = "Refused; the learner is told why."))
)]
async fn refuse_credential(who: Client, At(id): At<ClaimId>, Json(sent): Json<CredentialRefusal>) -> Answer {
    award_credential::refuse_credential(&who, id, sent.reason).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
