//! Who one is here, which organisations there are, and the document that describes the API.

use super::callers::{Client, Needs, Reader};
use super::document::Operations;
use super::problem::{Answer, OrProblem as _};
use super::words::{Bilingual, Id, Language, OrganisationKind, OrganisationRef, PersonRef, Role};
use crate::access::{Relation, Thing, Verb};
use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use std::sync::LazyLock;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(Needs::Token, Verb::View, Thing::Account, routes!(get_me))
        .on(Needs::Nothing, Verb::View, Thing::Catalogue, routes!(list_organisations))
        .on(Needs::Nothing, Verb::View, Thing::Public, routes!(get_openapi))
}

/// Whoever the token belongs to.
#[derive(Serialize, ToSchema)]
struct Me {
    id: PersonRef,
    /// The name as it stands on credentials.
    name: String,
    email: String,
    language: Language,
    /// The roles held, each in an organisation. Everybody is a learner besides.
    roles: Vec<RoleHeld>,
    /// What this token allows.
    #[schema(example = json!(["claims:read", "claims:write"]))]
    scopes: Vec<String>,
}

/// A role held in an organisation.
#[derive(Serialize, ToSchema)]
struct RoleHeld {
    organisation: OrganisationRef,
    role: Role,
}

#[utoipa::path(get, path = "/me", tag = "instance", responses((status = 200, description = "Whoever the token belongs to.", body = Me)))]
async fn get_me(who: Client) -> Answer<Json<Me>> {
    let person = &who.me.person;
    let roles = who.me.memberships.iter().map(|m| RoleHeld { organisation: Id(m.organisation), role: (&m.role).into() }).collect();
    Ok(Json(Me {
        id: Id(person.id),
        name: person.name.clone(),
        email: person.email.clone(),
        language: (&person.lang).into(),
        roles,
        scopes: who.me.token_scopes.clone().unwrap_or_default(),
    }))
}

/// An employer, association, institution or quality body.
#[derive(Serialize, ToSchema)]
struct Organisation {
    id: OrganisationRef,
    kind: OrganisationKind,
    name: Bilingual,
    website: Option<String>,
    /// Country and region, such as `CA-ON`.
    region: String,
}

impl From<domain::people::Organisation> for Organisation {
    fn from(o: domain::people::Organisation) -> Organisation {
        Organisation { id: Id(o.id), kind: (&o.kind).into(), name: o.name.into(), website: o.website, region: o.region }
    }
}

#[utoipa::path(
    get,
    path = "/organisations",
    tag = "instance",
    responses((status = 200, description = "Every organisation, by its English name.", body = Vec<Organisation>))
)]
async fn list_organisations(who: Reader) -> Answer<Json<Vec<Organisation>>> {
    who.may(Verb::View, Thing::Catalogue, Relation::default()).or_problem(&who)?;
    let mut tx = who.app.read().await.or_problem(&who)?;
    let found = store::people::organisations(&mut tx).await.or_problem(&who)?;
    Ok(Json(found.into_iter().map(Organisation::from).collect()))
}

#[utoipa::path(
    get,
    path = "/openapi.json",
    tag = "instance",
    responses((status = 200, description = "This document: OpenAPI 3.1.", body = Object, content_type = "application/json"))
)]
async fn get_openapi() -> Response {
    static TEXT: LazyLock<String> = LazyLock::new(|| super::openapi().to_json().expect("the document is made of plain values"));
    ([(header::CONTENT_TYPE, "application/json")], TEXT.as_str()).into_response()
}
