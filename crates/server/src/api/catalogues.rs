//! Catalogues of learning from elsewhere, taken in.

use super::callers::{Client, PROFILES_WRITE};
use super::document::Operations;
use super::frameworks::{BadRowsAsked, bad_rows};
use super::input::{Query, raw};
use super::problem::{Answer, Kind, OrProblem as _, Problem};
use super::words::OrganisationRef;
use crate::access::{Thing, Verb};
use crate::actions::import_catalogue;
use crate::t;
use axum::Json;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse as _;
use exchange::catalogue::{MAX_BYTES, Mapping};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default().on(PROFILES_WRITE, Verb::Add, Thing::Offering, routes!(import_catalogue))
}

/// Whose catalogue it is, and how to read it.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct CatalogueSent {
    /// The organisation that it is taken in for; one is an author there.
    #[param(value_type = OrganisationRef)]
    owner: OrganisationRef,
    /// `new-jersey`, `coursera`, `edx`, `ctdl`, or the text of a mapping in TOML.
    mapping: String,
    /// Takes in every sound row and lists the others, or, with `refuse`, takes in nothing if a row is bad.
    #[serde(default)]
    #[param(inline)]
    bad_rows: BadRowsAsked,
}

/// What came of it.
#[derive(Serialize, ToSchema)]
struct CatalogueImported {
    /// The catalogue's id.
    catalogue: String,
    name: String,
    added: usize,
    changed: usize,
    /// As they were.
    same: usize,
    /// Listed no more; they stay readable.
    retired: usize,
    /// The first hundred remarks on rows.
    remarks: Vec<RowRemark>,
}

/// A remark on a row.
#[derive(Serialize, ToSchema)]
struct RowRemark {
    line: usize,
    source_id: Option<String>,
    #[schema(example = "empty_field")]
    code: String,
    /// In English.
    reason: String,
}

#[utoipa::path(
    post, path = "/catalogues", tag = "offerings", params(CatalogueSent),
    request_body(content = String, description = "The file, CSV or JSON, at most 64 MiB.", content_type = "text/csv"),
    responses((status = 201, description = "Taken in; what the catalogue no longer lists is retired.", body = CatalogueImported))
)]
async fn import_catalogue(who: Client, headers: HeaderMap, Query(asked): Query<CatalogueSent>, body: Body) -> Answer {
    let mapping = match Mapping::built_in(&asked.mapping) {
        Some(known) => known,
        None => Mapping::parse(&asked.mapping).map_err(|why| {
            let hint = t!(who.lang, "api-unreadable", hint = why.to_string());
            Problem::new(&who, Kind::Invalid).at("#/mapping", "unreadable", hint)
        })?,
    };
    let bytes = raw(&who, &headers, body, MAX_BYTES).await?;
    let read = import_catalogue::read(bytes.into(), mapping).await.or_problem(&who)?;
    let file = read
        .map_err(|why| Problem::new(&who, Kind::Invalid).at("#", "unreadable", t!(who.lang, "api-unreadable", hint = why.to_string())))?;
    if matches!(asked.bad_rows, BadRowsAsked::Refuse) && !file.errors.is_empty() {
        return Err(bad_rows(&who, &file.errors));
    }
    let fields = [("file", ""), ("mapping", "mapping")];
    let done = import_catalogue::import_catalogue(&who, asked.owner.0, &file).await.or_problem_at(&who, &fields)?;
    let remark = |e: &exchange::RowError| RowRemark {
        line: e.line,
        source_id: e.source_id.clone(),
        code: e.code.name().to_owned(),
        reason: e.reason.clone(),
    };
    let t = done.taken;
    let view = CatalogueImported {
        catalogue: done.catalogue,
        name: done.name,
        added: t.added,
        changed: t.changed,
        same: t.same,
        retired: t.retired,
        remarks: file.errors.iter().take(100).map(remark).collect(),
    };
    Ok((StatusCode::CREATED, Json(view)).into_response())
}
