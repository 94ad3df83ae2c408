//! A learner's claims: opening them, where they stand, and taking them back.

use super::callers::{CLAIMS_READ, CLAIMS_WRITE, Client};
use super::document::Operations;
use super::input::{At, Json, Query};
use super::listed::{Listed, PageAsked, page_of};
use super::problem::{Answer, OrProblem as _};
use super::words::{
    Bilingual, ClaimRef, ClaimState, CompetencyRef, CredentialRef, CriterionRef, Id, Moment, OrganisationRef, ProfileRef, RecognitionState,
    SelfRating, VersionRef,
};
use crate::access::{Thing, Verb};
use crate::actions::open_claim;
use crate::queries::claim::{ClaimPage, Where, claim_page};
use crate::queries::claims::{Line, mine};
use axum::http::{StatusCode, Uri, header};
use axum::response::IntoResponse as _;
use domain::claim::{Claim, Tally};
use domain::profile::ProfileVersion;
use domain::{ClaimId, CriterionId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(CLAIMS_READ, Verb::View, Thing::Claim, routes!(list_claims))
        .on(CLAIMS_WRITE, Verb::Add, Thing::Claim, routes!(open_claim))
        .on(CLAIMS_READ, Verb::View, Thing::Claim, routes!(get_claim))
        .on(CLAIMS_WRITE, Verb::Edit, Thing::Claim, routes!(rate_myself))
        .on(CLAIMS_WRITE, Verb::Withdraw, Thing::Claim, routes!(withdraw_claim))
}

/// A claim in a list.
#[derive(Serialize, ToSchema)]
struct ClaimLine {
    id: ClaimRef,
    profile: ProfileRef,
    /// The version it is pinned to.
    version: VersionRef,
    version_number: u32,
    title: Bilingual,
    state: ClaimState,
    opened: Moment,
    standing: ClaimTally,
}

/// How many competencies stand where.
#[derive(Serialize, ToSchema)]
struct ClaimTally {
    demonstrated: usize,
    in_review: usize,
    /// Gaps, and what was not started.
    gaps: usize,
}

impl From<Tally> for ClaimTally {
    fn from(t: Tally) -> ClaimTally {
        ClaimTally { demonstrated: t.demonstrated, in_review: t.in_review, gaps: t.gaps }
    }
}

fn line(claim: &Claim, version: &ProfileVersion) -> ClaimLine {
    ClaimLine {
        id: Id(claim.id),
        profile: Id(claim.profile),
        version: Id(claim.version),
        version_number: version.number,
        title: (&version.body.title).into(),
        state: (&claim.state).into(),
        opened: Moment(claim.opened),
        standing: claim.tally().into(),
    }
}

#[utoipa::path(
    get, path = "/claims", tag = "claims", params(PageAsked),
    responses((status = 200, description = "A page of one's claims, last changed first.", body = Listed<ClaimLine>))
)]
async fn list_claims(who: Client, uri: Uri, Query(asked): Query<PageAsked>) -> Answer {
    let page = page_of(asked.page);
    let (lines, total) = mine(&who, page).await.or_problem(&who)?;
    let items = lines.iter().map(|Line { claim, version }| line(claim, version)).collect();
    Ok(Listed { items, page, total }.answer(&uri))
}

/// A claim to open.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewClaim {
    /// Against the version of this profile that is in force.
    profile: ProfileRef,
    /// The learner's own ratings of criteria, if they made some.
    #[serde(default)]
    self_ratings: BTreeMap<CriterionRef, SelfRating>,
}

/// Criteria and ratings.
type SelfRatings = BTreeMap<CriterionRef, SelfRating>;

fn rated(ratings: SelfRatings) -> BTreeMap<CriterionId, domain::claim::SelfRating> {
    ratings.into_iter().map(|(c, r)| (c.0, r.into())).collect()
}

/// A claim that is open.
#[derive(Serialize, ToSchema)]
struct ClaimOpened {
    id: ClaimRef,
}

#[utoipa::path(
    post, path = "/claims", tag = "claims",
    responses(
        (status = 201, description = "Open.", body = ClaimOpened, headers(("Location" = String))),
        (status = 200, description = "A claim on this profile was open already; it stays as it is.", body = ClaimOpened)
    )
)]
async fn open_claim(who: Client, Json(new): Json<NewClaim>) -> Answer {
    let mut tx = who.app.read().await.or_problem(&who)?;
    let open = store::claims::open_on(&mut tx, who.id(), new.profile.0).await.or_problem(&who)?;
    drop(tx);
    let id = open_claim::open_claim(&who, new.profile.0, rated(new.self_ratings)).await.or_problem(&who)?;
    let status = if open.is_some_and(|c| c.id == id) { StatusCode::OK } else { StatusCode::CREATED };
    let location = [(header::LOCATION, format!("{}/claims/{id}", super::BASE))];
    Ok((status, location, axum::Json(ClaimOpened { id: Id(id) })).into_response())
}

/// A claim, competency by competency.
#[derive(Serialize, ToSchema)]
struct ClaimView {
    id: ClaimRef,
    profile: ProfileRef,
    version: VersionRef,
    version_number: u32,
    title: Bilingual,
    state: ClaimState,
    opened: Moment,
    standing: ClaimTally,
    /// In the profile's order.
    competencies: Vec<ClaimedCompetency>,
    /// The credential for the whole, once it is awarded.
    credential: Option<CredentialRef>,
    /// The learner's own ratings; no assessor sees them.
    self_ratings: BTreeMap<CriterionRef, SelfRating>,
    /// The version in force, where that is another one.
    newer_version: Option<NewerVersion>,
}

/// A version that replaced the one a claim is pinned to.
#[derive(Serialize, ToSchema)]
struct NewerVersion {
    number: u32,
    /// Until when the claim can still be completed.
    teach_out: Option<Moment>,
}

/// A competency of a claim.
#[derive(Serialize, ToSchema)]
struct ClaimedCompetency {
    competency: CompetencyRef,
    code: String,
    statement: Bilingual,
    /// Needed for the credential.
    required: bool,
    standing: Standing,
}

/// Where a competency stands.
#[derive(Serialize, ToSchema)]
#[serde(tag = "name", rename_all = "snake_case")]
pub enum Standing {
    /// Nothing was sent.
    Open {
        /// Pieces of evidence linked to it so far.
        evidence: i64,
    },
    /// With the assessors.
    InReview {
        /// When a decision is due.
        due: Moment,
        /// A second assessor judges too.
        second_assessor: bool,
    },
    /// The assessor asked for more.
    Asked {
        /// When.
        at: Moment,
    },
    /// Judged, and not held yet.
    Gap {
        /// When.
        at: Moment,
        /// Criteria still to be shown.
        open_criteria: usize,
    },
    /// Held.
    Demonstrated {
        /// Since when.
        at: Moment,
        /// The body whose assessor judged.
        assessed_by: Option<OrganisationRef>,
        /// How the recognition stands now.
        recognition: Option<RecognitionState>,
        /// Until when.
        until: Option<Moment>,
        /// Its credential.
        credential: Option<CredentialRef>,
    },
}

impl From<&Where> for Standing {
    fn from(stand: &Where) -> Standing {
        match stand {
            Where::Open { evidence } => Standing::Open { evidence: *evidence },
            Where::InReview { due, second } => Standing::InReview { due: Moment(*due), second_assessor: *second },
            Where::Asked { at } => Standing::Asked { at: Moment(*at) },
            Where::Gap { at, open } => Standing::Gap { at: Moment(*at), open_criteria: *open },
            Where::Held { at, by, state, until, credential } => Standing::Demonstrated {
                at: Moment(*at),
                assessed_by: by.map(Id),
                recognition: state.as_ref().map(RecognitionState::from),
                until: until.map(Moment),
                credential: credential.map(Id),
            },
        }
    }
}

impl From<&ClaimPage> for ClaimView {
    fn from(p: &ClaimPage) -> ClaimView {
        let competency = |(id, stand): &(domain::CompetencyId, Where)| {
            let c = p.version.body.competency(*id)?;
            let (code, statement) = (c.code.clone(), (&c.statement).into());
            Some(ClaimedCompetency { competency: Id(*id), code, statement, required: c.required, standing: stand.into() })
        };
        let l = line(&p.claim, &p.version);
        ClaimView {
            id: l.id,
            profile: l.profile,
            version: l.version,
            version_number: l.version_number,
            title: l.title,
            state: l.state,
            opened: l.opened,
            standing: l.standing,
            competencies: p.rows.iter().filter_map(competency).collect(),
            credential: p.award.as_ref().map(|c| Id(c.id)),
            self_ratings: p.claim.self_ratings.iter().map(|(c, r)| (Id(*c), r.into())).collect(),
            newer_version: p.newer.as_ref().map(|n| NewerVersion { number: n.number, teach_out: n.teach_out.map(Moment) }),
        }
    }
}

#[utoipa::path(
    get, path = "/claims/{claim}", tag = "claims",
    responses((status = 200, description = "Where each competency stands.", body = ClaimView))
)]
async fn get_claim(who: Client, At(id): At<ClaimId>) -> Answer<axum::Json<ClaimView>> {
    Ok(axum::Json((&claim_page(&who, id).await.or_problem(&who)?).into()))
}

#[utoipa::path(
    put, path = "/claims/{claim}/self-ratings", tag = "claims",
    request_body = BTreeMap<CriterionRef, SelfRating>,
    responses((status = 204, description = "Kept, in place of those before."))
)]
async fn rate_myself(who: Client, At(id): At<ClaimId>, Json(ratings): Json<SelfRatings>) -> Answer {
    open_claim::self_assess(&who, id, rated(ratings)).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[utoipa::path(
    post, path = "/claims/{claim}/withdrawal", tag = "claims",
    responses((status = 204, description = "Taken back. What is recognised stays recognised; what is with the assessors is called off."))
)]
async fn withdraw_claim(who: Client, At(id): At<ClaimId>) -> Answer {
    open_claim::withdraw_claim(&who, id).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
