//! Published profiles, for everybody.

use super::callers::{Needs, Reader};
use super::document::Operations;
use super::input::{At, At2, Query};
use super::listed::{Listed, offset_of, page_of};
use super::problem::{Answer, OrProblem as _};
use super::profile_body::ProfileBody;
use super::words::{Bilingual, ChangeClass, Id, Moment, OrganisationRef, ProfileRef, VersionRef, VersionState};
use crate::access::{Relation, Thing, Verb};
use crate::queries::catalogue::{Shown, shown};
use crate::web::extract::PAGE;
use axum::Json;
use axum::http::Uri;
use axum::response::Response;
use domain::{Lang, ProfileId};
use serde::{Deserialize, Serialize};
use store::profiles::{Card, Edition, Filter};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(Needs::Nothing, Verb::View, Thing::Catalogue, routes!(list_profiles))
        .on(Needs::Nothing, Verb::View, Thing::Catalogue, routes!(get_profile))
        .on(Needs::Nothing, Verb::View, Thing::Catalogue, routes!(get_profile_version))
}

/// What a search of the catalogue can be narrowed by.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct CatalogueAsked {
    /// Words that must all occur, in any order, with or without accents.
    q: Option<String>,
    /// Only profiles of this owner.
    #[param(value_type = Option<OrganisationRef>)]
    owner: Option<OrganisationRef>,
    /// Only profiles whose credential this organisation issues.
    #[param(value_type = Option<OrganisationRef>)]
    issuer: Option<OrganisationRef>,
    /// Only profiles for the occupation of this code.
    occupation: Option<String>,
    /// The page, from 1; each has 25.
    #[param(minimum = 1, default = 1)]
    page: Option<i64>,
}

impl CatalogueAsked {
    fn filter(&self) -> Filter {
        let id = |o: &Option<OrganisationRef>| o.iter().map(|o| o.0.to_string()).collect();
        Filter {
            words: self.q.clone().unwrap_or_default(),
            owners: id(&self.owner),
            issuers: id(&self.issuer),
            occupations: self.occupation.iter().map(|code| code.trim().to_owned()).filter(|code| !code.is_empty()).collect(),
        }
    }
}

/// A profile in a list.
#[derive(Serialize, ToSchema)]
pub struct ProfileLine {
    profile: ProfileRef,
    version: VersionRef,
    /// The version's number.
    number: u32,
    #[schema(example = "published")]
    state: String,
    owner: OrganisationRef,
    issuer: OrganisationRef,
    title: Bilingual,
    summary: Bilingual,
    /// The first occupation's code.
    occupation: String,
    /// How many competencies.
    competencies: i64,
    /// How many criteria in all of them.
    criteria: i64,
}

impl From<Card> for ProfileLine {
    fn from(c: Card) -> ProfileLine {
        ProfileLine {
            profile: Id(c.profile),
            version: Id(c.version),
            number: c.number,
            state: c.state,
            owner: Id(c.owner),
            issuer: Id(c.issuer),
            title: c.title.into(),
            summary: c.summary.into(),
            occupation: c.occupation,
            competencies: c.competencies,
            criteria: c.criteria,
        }
    }
}

#[utoipa::path(
    get, path = "/profiles", tag = "profiles", params(CatalogueAsked),
    responses((status = 200, description = "A page of profiles in force, by title.", body = Listed<ProfileLine>))
)]
async fn list_profiles(who: Reader, uri: Uri, Query(asked): Query<CatalogueAsked>) -> Answer<Response> {
    who.may(Verb::View, Thing::Catalogue, Relation::default()).or_problem(&who)?;
    let page = page_of(asked.page);
    let mut tx = who.app.read().await.or_problem(&who)?;
    let french = who.lang == Lang::Fr;
    let (cards, total) = store::profiles::catalogue(&mut tx, &asked.filter(), french, offset_of(page), PAGE).await.or_problem(&who)?;
    Ok(Listed { items: cards.into_iter().map(ProfileLine::from).collect(), page, total }.answer(&uri))
}

/// A version of a profile, whole and in both languages.
#[derive(Serialize, ToSchema)]
struct PublishedProfile {
    profile: ProfileRef,
    version: VersionRef,
    /// The version's number.
    number: u32,
    state: VersionState,
    owner: OrganisationRef,
    /// What it says.
    body: ProfileBody,
    /// Every version that was ever in force, latest first.
    versions: Vec<VersionLine>,
}

/// A version of a profile, without what it says.
#[derive(Serialize, ToSchema)]
struct VersionLine {
    version: VersionRef,
    number: u32,
    state: VersionState,
    /// When it was put in force.
    published: Option<Moment>,
    change: Option<ProfileChange>,
}

/// What a version changes.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProfileChange {
    pub class: ChangeClass,
    pub note: Bilingual,
}

impl From<&domain::profile::Change> for ProfileChange {
    fn from(c: &domain::profile::Change) -> ProfileChange {
        ProfileChange { class: (&c.class).into(), note: (&c.note).into() }
    }
}

impl From<&Edition> for VersionLine {
    fn from(e: &Edition) -> VersionLine {
        VersionLine {
            version: Id(e.id),
            number: e.number,
            state: (&e.state).into(),
            published: e.state.published_at().map(Moment),
            change: e.change.as_ref().map(ProfileChange::from),
        }
    }
}

impl From<&Shown> for PublishedProfile {
    fn from(s: &Shown) -> PublishedProfile {
        PublishedProfile {
            profile: Id(s.version.profile),
            version: Id(s.version.id),
            number: s.version.number,
            state: (&s.edition.state).into(),
            owner: Id(s.version.owner),
            body: s.body().into(),
            versions: s.editions.iter().map(VersionLine::from).collect(),
        }
    }
}

#[utoipa::path(
    get, path = "/profiles/{profile}", tag = "profiles",
    responses((status = 200, description = "The version in force.", body = PublishedProfile))
)]
async fn get_profile(who: Reader, At(id): At<ProfileId>) -> Answer<Json<PublishedProfile>> {
    Ok(Json((&shown(&who, id, None).await.or_problem(&who)?).into()))
}

#[utoipa::path(
    get, path = "/profiles/{profile}/versions/{number}", tag = "profiles",
    responses((status = 200, description = "The version of this number, in force or replaced.", body = PublishedProfile))
)]
async fn get_profile_version(who: Reader, At2(id, number): At2<ProfileId, u32>) -> Answer<Json<PublishedProfile>> {
    Ok(Json((&shown(&who, id, Some(number)).await.or_problem(&who)?).into()))
}
