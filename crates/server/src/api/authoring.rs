//! Authors' profiles: beginning, writing, publishing and revising them.

use super::callers::{Client, PROFILES_READ, PROFILES_WRITE};
use super::document::Operations;
use super::input::{At, Json};
use super::problem::{Answer, OrProblem as _};
use super::profile_body::ProfileBody;
use super::profile_written::{read, read_change};
use super::profiles::{ProfileChange, ProfileLine};
use super::words::{Id, OrganisationRef, ProfileRef, VersionRef, VersionState};
use crate::access::{Thing, Verb};
use crate::actions::write_profile::{self, Grounds};
use crate::queries::profiles;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use domain::profile::ProfileVersion;
use domain::{ProfileId, VersionId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(PROFILES_READ, Verb::View, Thing::Profile, routes!(list_my_profiles))
        .on(PROFILES_WRITE, Verb::Add, Thing::Profile, routes!(begin_profile))
        .on(PROFILES_READ, Verb::View, Thing::Profile, routes!(get_version))
        .on(PROFILES_WRITE, Verb::Edit, Thing::Profile, routes!(edit_version))
        .on(PROFILES_WRITE, Verb::Publish, Thing::Profile, routes!(publish_version))
        .on(PROFILES_WRITE, Verb::Edit, Thing::Profile, routes!(revise_profile))
}

/// Where the fields stand that the action calls as the author's form does.
const FIELDS: &[(&str, &str)] = &[
    ("summary_en", "body/summary/en"),
    ("summary_fr", "body/summary/fr"),
    ("occupation_1", "body/occupations"),
    ("level_1_en", "body/scale/levels"),
    ("fee", "body/assessment_fee_cents"),
    ("level", "body/competencies"),
    ("occasions", "body/competencies"),
    ("currency_months", "body/competencies"),
    ("code", "body/competencies"),
];

#[utoipa::path(
    get, path = "/versions", tag = "authoring",
    responses((status = 200, description = "The latest version of each profile of one's organisations.", body = Vec<ProfileLine>))
)]
async fn list_my_profiles(who: Client) -> Answer<axum::Json<Vec<ProfileLine>>> {
    let owned = profiles::mine(&who).await.or_problem(&who)?;
    Ok(axum::Json(owned.into_iter().flat_map(|o| o.cards).map(ProfileLine::from).collect()))
}

/// A profile to begin.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewProfile {
    /// Whose it will be; one writes for it.
    owner: OrganisationRef,
    body: ProfileBody,
}

/// A version that was begun.
#[derive(Serialize, ToSchema)]
struct VersionBegun {
    version: VersionRef,
}

fn begun(id: VersionId) -> Response {
    let location = [(header::LOCATION, format!("{}/versions/{id}", super::BASE))];
    (StatusCode::CREATED, location, axum::Json(VersionBegun { version: Id(id) })).into_response()
}

#[utoipa::path(
    post, path = "/profiles", tag = "authoring",
    responses((status = 201, description = "Its first draft.", body = VersionBegun, headers(("Location" = String))))
)]
async fn begin_profile(who: Client, Json(new): Json<NewProfile>) -> Answer {
    let body = read(&who.app, None, new.body).or_problem(&who)?;
    Ok(begun(write_profile::begin_profile(&who, new.owner.0, body).await.or_problem_at(&who, FIELDS)?))
}

/// A version with what it takes to go on writing it.
#[derive(Serialize, ToSchema)]
struct WrittenVersion {
    version: VersionRef,
    profile: ProfileRef,
    number: u32,
    owner: OrganisationRef,
    state: VersionState,
    change: Option<ProfileChange>,
    body: ProfileBody,
    /// Send it with the next change.
    revision: i64,
}

impl From<&ProfileVersion> for WrittenVersion {
    fn from(v: &ProfileVersion) -> WrittenVersion {
        WrittenVersion {
            version: Id(v.id),
            profile: Id(v.profile),
            number: v.number,
            owner: Id(v.owner),
            state: (&v.state).into(),
            change: v.change.as_ref().map(ProfileChange::from),
            body: (&v.body).into(),
            revision: v.revision,
        }
    }
}

#[utoipa::path(
    get, path = "/versions/{version}", tag = "authoring",
    responses((status = 200, description = "The version, as its authors see it.", body = WrittenVersion))
)]
async fn get_version(who: Client, At(id): At<VersionId>) -> Answer<axum::Json<WrittenVersion>> {
    Ok(axum::Json((&profiles::draft(&who, id).await.or_problem(&who)?.version).into()))
}

/// What a draft is to say.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct VersionEdit {
    /// The revision that this was made from.
    revision: i64,
    body: ProfileBody,
    /// What a revision of a published profile changes.
    #[serde(default)]
    change: Option<ProfileChange>,
}

/// The revision after a change.
#[derive(Serialize, ToSchema)]
pub struct Revision {
    /// Send it with the next change.
    pub revision: i64,
}

#[utoipa::path(
    put, path = "/versions/{version}", tag = "authoring",
    responses((status = 200, description = "Saved.", body = Revision))
)]
async fn edit_version(who: Client, At(id): At<VersionId>, Json(edit): Json<VersionEdit>) -> Answer<axum::Json<Revision>> {
    let draft = profiles::for_writing(&who, id).await.or_problem(&who)?;
    let body = read(&who.app, Some(&draft.version.body), edit.body).or_problem(&who)?;
    let change = read_change(edit.change).or_problem(&who)?;
    let revision = write_profile::edit_profile(&who, id, edit.revision, body, change).await.or_problem_at(&who, FIELDS)?;
    Ok(axum::Json(Revision { revision }))
}

/// On what ground a version is put in force.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Publication {
    /// The revision that was approved.
    revision: i64,
    /// Who was consulted, and what came of it.
    consultation: String,
    /// How employers checked it.
    validation: String,
    /// Who approved it: name, date, reference.
    approval: String,
}

/// A profile that was put in force.
#[derive(Serialize, ToSchema)]
struct Published {
    profile: ProfileRef,
}

#[utoipa::path(
    post, path = "/versions/{version}/publication", tag = "authoring",
    responses((status = 200, description = "In force from now on; it never changes again.", body = Published))
)]
async fn publish_version(who: Client, At(id): At<VersionId>, Json(sent): Json<Publication>) -> Answer<axum::Json<Published>> {
    let grounds = Grounds { consultation: sent.consultation, validation: sent.validation, approval: sent.approval };
    let profile = write_profile::publish_profile(&who, id, sent.revision, grounds).await.or_problem(&who)?;
    Ok(axum::Json(Published { profile: Id(profile) }))
}

#[utoipa::path(
    post, path = "/profiles/{profile}/versions", tag = "authoring",
    responses((status = 201, description = "The draft of the next version; the one under way, if there is one.", body = VersionBegun,
        headers(("Location" = String))))
)]
async fn revise_profile(who: Client, At(id): At<ProfileId>) -> Answer {
    Ok(begun(write_profile::revise_profile(&who, id).await.or_problem(&who)?))
}
