//! Learning that closes gaps, listed by those who give it.

use super::callers::{Client, PROFILES_READ, PROFILES_WRITE};
use super::document::Operations;
use super::input::Json;
use super::problem::{Answer, OrProblem as _};
use super::words::{Bilingual, CriterionRef, Id, OfferingRef, OrganisationRef, Participation};
use crate::access::{Relation, Thing, Verb};
use crate::actions::write_profile::list_offering;
use crate::actions::{Failure, Outcome};
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use domain::gap;
use domain::people::Role;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default().on(PROFILES_READ, Verb::View, Thing::Offering, routes!(list_offerings)).on(
        PROFILES_WRITE,
        Verb::Add,
        Thing::Offering,
        routes!(add_offering),
    )
}

/// Short learning made for criteria.
#[derive(Serialize, ToSchema)]
pub struct OfferingView {
    id: OfferingRef,
    provider: OrganisationRef,
    title: Bilingual,
    summary: Bilingual,
    /// Hours of work.
    hours: u16,
    /// Price in cents.
    cents: i64,
    participation: Participation,
    /// Where one signs up.
    url: Option<String>,
    /// What it is made for.
    criteria: Vec<CriterionRef>,
}

impl From<&gap::Offering> for OfferingView {
    fn from(o: &gap::Offering) -> OfferingView {
        OfferingView {
            id: Id(o.id),
            provider: Id(o.provider),
            title: (&o.title).into(),
            summary: (&o.summary).into(),
            hours: o.hours,
            cents: o.cents,
            participation: (&o.participation).into(),
            url: o.url.clone(),
            criteria: o.criteria.iter().copied().map(Id).collect(),
        }
    }
}

#[utoipa::path(
    get, path = "/offerings", tag = "offerings",
    responses((status = 200, description = "What one's organisations list.", body = Vec<OfferingView>))
)]
async fn list_offerings(who: Client) -> Answer<axum::Json<Vec<OfferingView>>> {
    who.may(Verb::View, Thing::Offering, Relation::default()).or_problem(&who)?;
    let mut tx = who.app.read().await.or_problem(&who)?;
    let mut all = Vec::new();
    for organisation in who.organisations(Role::Author) {
        let listed = store::offerings::of_provider(&mut tx, organisation).await.or_problem(&who)?;
        all.extend(listed.iter().map(OfferingView::from));
    }
    Ok(axum::Json(all))
}

/// Learning to list.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewOffering {
    /// Who gives it; one is an author there.
    provider: OrganisationRef,
    title: Bilingual,
    summary: Bilingual,
    /// Hours of work.
    hours: u16,
    /// Price in cents.
    cents: i64,
    participation: Participation,
    /// Where one signs up.
    #[serde(default)]
    url: Option<String>,
    /// What it is made for.
    criteria: Vec<CriterionRef>,
}

impl NewOffering {
    fn read(self, id: domain::OfferingId) -> Outcome<gap::Offering> {
        let web = |u: &String| u.len() <= 500 && url::Url::parse(u).is_ok_and(|u| matches!(u.scheme(), "https" | "http") && u.has_host());
        if self.url.as_ref().is_some_and(|u| !web(u)) {
            return Err(Failure::field("url", "wrong-link"));
        }
        if self.cents > 10_000_000 {
            return Err(Failure::field("cents", "wrong-fee"));
        }
        if self.criteria.len() > 500 {
            return Err(Failure::field("criteria", "wrong-too-many"));
        }
        Ok(gap::Offering {
            id,
            provider: self.provider.0,
            title: self.title.into(),
            summary: self.summary.into(),
            hours: self.hours,
            cents: self.cents,
            participation: self.participation.into(),
            url: self.url,
            criteria: self.criteria.into_iter().map(|c| c.0).collect(),
        })
    }
}

/// Where the fields stand that the action calls as the form does.
const FIELDS: &[(&str, &str)] = &[("title_en", "title"), ("summary_en", "summary"), ("price", "cents")];

/// An offering that was listed.
#[derive(Serialize, ToSchema)]
struct OfferingListed {
    id: OfferingRef,
}

#[utoipa::path(
    post, path = "/offerings", tag = "offerings",
    responses((status = 201, description = "Listed.", body = OfferingListed))
)]
async fn add_offering(who: Client, Json(new): Json<NewOffering>) -> Answer {
    let offering = new.read(who.app.id()).or_problem(&who)?;
    let id = list_offering(&who, offering).await.or_problem_at(&who, FIELDS)?;
    Ok((StatusCode::CREATED, axum::Json(OfferingListed { id: Id(id) })).into_response())
}
