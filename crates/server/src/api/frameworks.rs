//! Frameworks taken in from elsewhere: importing one, and what is in it.

use super::callers::{Client, PROFILES_READ, PROFILES_WRITE};
use super::document::Operations;
use super::input::{At, At2, Query, raw_json};
use super::listed::{Listed, PageAsked, page_of};
use super::problem::{Answer, Kind, OrProblem as _, Problem};
use super::words::{FrameworkRef, Id, Moment};
use crate::access::{Thing, Verb};
use crate::actions::import_framework::{self, BadRows, Sent};
use crate::caller::Visitor;
use crate::queries::frameworks as queries;
use crate::t;
use axum::Json;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::IntoResponse as _;
use domain::FrameworkId;
use exchange::RowError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::frameworks::{Element, Rejected};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(PROFILES_READ, Verb::View, Thing::Framework, routes!(list_frameworks))
        .on(PROFILES_WRITE, Verb::Add, Thing::Framework, routes!(import_framework))
        .on(PROFILES_READ, Verb::View, Thing::Framework, routes!(list_elements))
        .on(PROFILES_READ, Verb::View, Thing::Framework, routes!(get_element))
        .on(PROFILES_READ, Verb::View, Thing::Framework, routes!(get_import_report))
}

/// A framework, and how much is in it.
#[derive(Serialize, ToSchema)]
struct FrameworkView {
    id: FrameworkRef,
    /// What its publisher calls it.
    #[schema(example = "SP_800_181_rev_1")]
    identifier: String,
    name: String,
    edition: String,
    website: String,
    imported: Moment,
    /// Elements of each kind.
    elements: BTreeMap<String, i64>,
    /// Links between them.
    links: i64,
    /// Rows with a remark at the import.
    remarks: i64,
}

impl From<&queries::Counted> for FrameworkView {
    fn from(c: &queries::Counted) -> FrameworkView {
        let f = &c.framework;
        FrameworkView {
            id: Id(f.id),
            identifier: f.identifier.clone(),
            name: f.name.clone(),
            edition: f.version.clone(),
            website: f.website.clone(),
            imported: Moment(f.imported),
            elements: c.kinds.iter().cloned().collect(),
            links: c.links,
            remarks: c.rejected,
        }
    }
}

#[utoipa::path(
    get, path = "/frameworks", tag = "frameworks",
    responses((status = 200, description = "Every framework, with how much is in it.", body = Vec<FrameworkView>))
)]
async fn list_frameworks(who: Client) -> Answer<Json<Vec<FrameworkView>>> {
    Ok(Json(queries::all(&who).await.or_problem(&who)?.iter().map(FrameworkView::from).collect()))
}

/// What to do with bad rows.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ImportAsked {
    /// Takes in every sound row and lists the others, or, with `refuse`, takes in nothing if a row is bad.
    #[serde(default)]
    #[param(inline)]
    bad_rows: BadRowsAsked,
}

/// What to do with bad rows.
#[derive(Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BadRowsAsked {
    /// Lists them.
    #[default]
    Report,
    /// Takes in nothing.
    Refuse,
}

impl From<BadRowsAsked> for BadRows {
    fn from(asked: BadRowsAsked) -> BadRows {
        match asked {
            BadRowsAsked::Report => BadRows::Report,
            BadRowsAsked::Refuse => BadRows::Refuse,
        }
    }
}

/// A framework that was taken in.
#[derive(Serialize, ToSchema)]
struct FrameworkImported {
    id: FrameworkRef,
}

/// How many bad rows a refusal names.
const MOST_NAMED: usize = 100;

pub fn bad_rows(who: &Visitor, rows: &[RowError]) -> Box<Problem> {
    let problem = Problem::new(who, Kind::Invalid).saying(t!(who.lang, "api-bad-rows", count = rows.len()));
    rows.iter().take(MOST_NAMED).fold(problem, |p, row| p.at(format!("#{}", row.place), row.code.name(), row.reason.clone()))
}

#[utoipa::path(
    post, path = "/frameworks", tag = "frameworks", params(ImportAsked),
    request_body(content = Object, description = "An export of the NICE Framework in JSON, at most 64 MiB.", content_type = "application/json"),
    responses((status = 201, description = "Taken in; the report names the rows that were not.", body = FrameworkImported,
        headers(("Location" = String))))
)]
async fn import_framework(who: Client, headers: HeaderMap, Query(asked): Query<ImportAsked>, body: Body) -> Answer {
    let bytes = raw_json(&who, &headers, body, exchange::nice::MAX_BYTES).await?;
    let sent = import_framework::import_nice_file(&who, bytes.into(), asked.bad_rows.into()).await;
    match sent.or_problem_at(&who, &[("file", "")])? {
        Sent::TakenIn(id) => {
            let location = [(header::LOCATION, format!("{}/frameworks/{id}/report", super::BASE))];
            Ok((StatusCode::CREATED, location, Json(FrameworkImported { id: Id(id) })).into_response())
        }
        Sent::Unreadable(why) => {
            Err(Problem::new(&who, Kind::Invalid).at("#", "unreadable", t!(who.lang, "api-unreadable", hint = why.to_string())))
        }
        Sent::BadRows(rows) => Err(bad_rows(&who, &rows)),
    }
}

/// One element of a framework.
#[derive(Serialize, ToSchema)]
struct FrameworkElement {
    /// Its id in the framework.
    #[schema(example = "T0020")]
    source_id: String,
    #[schema(example = "task")]
    kind: String,
    title: String,
    text: String,
}

impl From<&Element> for FrameworkElement {
    fn from(e: &Element) -> FrameworkElement {
        FrameworkElement { source_id: e.source_id.clone(), kind: e.kind.clone(), title: e.title.clone(), text: e.text.clone() }
    }
}

/// What one looks for in a framework.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ElementsAsked {
    /// Words in its id, title or text.
    q: Option<String>,
    /// One kind only.
    #[param(example = "work_role")]
    kind: Option<String>,
    /// The page, from 1; each has 25.
    #[param(minimum = 1, default = 1)]
    page: Option<i64>,
}

#[utoipa::path(
    get, path = "/frameworks/{framework}/elements", tag = "frameworks", params(ElementsAsked),
    responses((status = 200, description = "A page of the elements of a framework.", body = Listed<FrameworkElement>))
)]
async fn list_elements(who: Client, uri: Uri, At(id): At<FrameworkId>, Query(asked): Query<ElementsAsked>) -> Answer {
    let page = page_of(asked.page);
    let looking = queries::Looking { words: asked.q.unwrap_or_default(), kind: asked.kind.unwrap_or_default(), page };
    let (_, found) = queries::framework(&who, id, &looking).await.or_problem(&who)?;
    Ok(Listed { items: found.elements.iter().map(FrameworkElement::from).collect(), page, total: found.all }.answer(&uri))
}

/// An element and its neighbours.
#[derive(Serialize, ToSchema)]
struct ElementView {
    element: FrameworkElement,
    /// What it is linked to.
    linked_to: Vec<FrameworkElement>,
    /// What is linked to it.
    linked_from: Vec<FrameworkElement>,
}

#[utoipa::path(
    get, path = "/frameworks/{framework}/elements/{source_id}", tag = "frameworks",
    responses((status = 200, description = "The element with this id in the framework.", body = ElementView))
)]
async fn get_element(who: Client, At2(id, source_id): At2<FrameworkId, String>) -> Answer<Json<ElementView>> {
    let found = queries::element(&who, id, &source_id).await.or_problem(&who)?;
    let all = |elements: &[Element]| elements.iter().map(FrameworkElement::from).collect();
    Ok(Json(ElementView { element: (&found.element).into(), linked_to: all(&found.to), linked_from: all(&found.from) }))
}

/// What an import came to.
#[derive(Serialize, ToSchema)]
struct ImportReport {
    framework: FrameworkView,
    /// A page of the rows with a remark.
    remarks: Listed<Remark>,
}

/// A row with a remark.
#[derive(Serialize, ToSchema)]
struct Remark {
    line: i64,
    source_id: Option<String>,
    #[schema(example = "dangling_link")]
    code: String,
    /// In English.
    reason: String,
}

impl From<&Rejected> for Remark {
    fn from(r: &Rejected) -> Remark {
        Remark { line: r.line, source_id: r.source_id.clone(), code: r.code.clone(), reason: r.reason.clone() }
    }
}

#[utoipa::path(
    get, path = "/frameworks/{framework}/report", tag = "frameworks", params(PageAsked),
    responses((status = 200, description = "What was taken in, and a page of the rows with a remark.", body = ImportReport))
)]
async fn get_import_report(who: Client, At(id): At<FrameworkId>, Query(asked): Query<PageAsked>) -> Answer<Json<ImportReport>> {
    let page = page_of(asked.page);
    let report = queries::report(&who, id, page).await.or_problem(&who)?;
    let remarks = Listed { items: report.rows.iter().map(Remark::from).collect(), page, total: report.counted.rejected };
    Ok(Json(ImportReport { framework: (&report.counted).into(), remarks }))
}
