//! Credentials: what one holds or is offered, and the signed document that everybody with the link may read.

use super::callers::{CLAIMS_READ, CLAIMS_WRITE, Client, Needs, Reader};
use super::document::Operations;
use super::input::{At, Json, Query};
use super::listed::{Listed, PageAsked, page_of};
use super::problem::{Answer, OrProblem as _};
use super::words::{Bilingual, ClaimRef, CompetencyRef, CredentialRef, CredentialState, Id, Moment, OrganisationRef, VersionRef};
use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, award_credential, renew_credential};
use crate::queries::credential::document;
use crate::queries::held::{HeldLine, held, one_held};
use axum::http::{StatusCode, Uri, header};
use axum::response::IntoResponse as _;
use domain::CredentialId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(CLAIMS_READ, Verb::View, Thing::Credential, routes!(list_credentials))
        .on(CLAIMS_READ, Verb::View, Thing::Credential, routes!(get_credential))
        .on(CLAIMS_WRITE, Verb::Accept, Thing::Credential, routes!(accept_credential))
        .on(CLAIMS_WRITE, Verb::Accept, Thing::Credential, routes!(decline_credential))
        .on(CLAIMS_WRITE, Verb::Edit, Thing::Credential, routes!(renew_credential))
        .on(CLAIMS_WRITE, Verb::Edit, Thing::Credential, routes!(set_listing))
        .on(Needs::Nothing, Verb::View, Thing::PublicCredential, routes!(get_credential_document))
}

/// A credential that one holds or is offered.
#[derive(Serialize, ToSchema)]
struct HeldCredential {
    id: CredentialRef,
    issuer: OrganisationRef,
    /// What it certifies.
    name: Bilingual,
    /// The version of the profile that it names.
    version: VersionRef,
    /// The competency, if it is about one; else it is for a whole profile.
    competency: Option<CompetencyRef>,
    state: CredentialState,
    from: Moment,
    until: Option<Moment>,
    /// Whether search engines may list it.
    listed: bool,
    /// Whether its signature is there; it follows an award by seconds.
    signed: bool,
}

impl From<&HeldLine> for HeldCredential {
    fn from(l: &HeldLine) -> HeldCredential {
        let c = &l.credential;
        HeldCredential {
            id: Id(c.id),
            issuer: Id(c.issuer),
            name: l.competency().map_or(&l.version.body.title, |c| &c.statement).into(),
            version: Id(l.version.id),
            competency: l.competency.map(Id),
            state: (&c.state).into(),
            from: Moment(c.from),
            until: c.until.map(Moment),
            listed: c.listed,
            signed: c.document.is_some(),
        }
    }
}

#[utoipa::path(
    get, path = "/credentials", tag = "credentials", params(PageAsked),
    responses((status = 200, description = "A page of one's credentials: what waits for an answer first.", body = Listed<HeldCredential>))
)]
async fn list_credentials(who: Client, uri: Uri, Query(asked): Query<PageAsked>) -> Answer {
    let page = page_of(asked.page);
    let found = held(&who, page).await.or_problem(&who)?;
    Ok(Listed { items: found.lines.iter().map(HeldCredential::from).collect(), page, total: found.all }.answer(&uri))
}

#[utoipa::path(
    get, path = "/credentials/{credential}", tag = "credentials",
    responses((status = 200, description = "One of one's own credentials.", body = HeldCredential))
)]
async fn get_credential(who: Client, At(id): At<CredentialId>) -> Answer<axum::Json<HeldCredential>> {
    Ok(axum::Json((&one_held(&who, id).await.or_problem(&who)?.0).into()))
}

#[utoipa::path(
    post, path = "/credentials/{credential}/acceptance", tag = "credentials",
    responses((status = 204, description = "Accepted: from now on anybody with the link sees it."))
)]
async fn accept_credential(who: Client, At(id): At<CredentialId>) -> Answer {
    award_credential::accept_credential(&who, id).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[utoipa::path(
    post, path = "/credentials/{credential}/declination", tag = "credentials",
    responses((status = 204, description = "Declined."))
)]
async fn decline_credential(who: Client, At(id): At<CredentialId>) -> Answer {
    award_credential::decline_credential(&who, id).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The claim in which a credential is renewed.
#[derive(Serialize, ToSchema)]
struct Renewal {
    claim: ClaimRef,
}

#[utoipa::path(
    post, path = "/credentials/{credential}/renewal", tag = "credentials",
    responses((status = 200, description = "A claim is open in which it can be shown anew, from ninety days before its end.", body = Renewal))
)]
async fn renew_credential(who: Client, At(id): At<CredentialId>) -> Answer<axum::Json<Renewal>> {
    let claim = renew_credential::renew_credential(&who, id).await.or_problem(&who)?;
    Ok(axum::Json(Renewal { claim: Id(claim) }))
}

/// Whether search engines may list a credential.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Listing {
    listed: bool,
}

#[utoipa::path(
    put, path = "/credentials/{credential}/listing", tag = "credentials",
    responses((status = 204, description = "Kept."))
)]
async fn set_listing(who: Client, At(id): At<CredentialId>, Json(sent): Json<Listing>) -> Answer {
    award_credential::set_listing(&who, id, sent.listed).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[utoipa::path(
    get, path = "/credentials/{credential}/document", tag = "credentials",
    responses((status = 200, description = "The signed document: an Open Badges 3.0 credential.", body = Object, content_type = "application/vc"))
)]
async fn get_credential_document(who: Reader, At(id): At<CredentialId>) -> Answer {
    who.may(Verb::View, Thing::PublicCredential, Relation::default()).or_problem(&who)?;
    // Before it is signed there is no document yet.
    let text = document(&who.app, id).await.and_then(|d| d.text.ok_or(Failure::Missing)).or_problem(&who)?;
    Ok(([(header::CONTENT_TYPE, "application/vc")], text).into_response())
}
