//! Credentials for many at once: a list is brought, started, watched, stopped.

use super::callers::{AWARDS_WRITE, Client};
use super::document::Operations;
use super::input::{At, Json, Query};
use super::listed::{Listed, page_of};
use super::problem::{Answer, Kind, OrProblem as _, Problem};
use super::words::{BatchRef, Bilingual, Id, Moment, OrganisationRef, Supervision, VersionRef};
use crate::access::{Thing, Verb};
use crate::actions::issue_batch::{self, BadRows, Brought, Sent};
use crate::queries::batches as queries;
use crate::t;
use axum::body::Body;
use axum::http::{StatusCode, Uri, header};
use axum::response::IntoResponse as _;
use domain::batch::{Batch, BatchState, Terms};
use domain::profile::ProfileVersion;
use domain::{BatchId, VersionId};
use exchange::award_list::MOST_BYTES;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default()
        .on(AWARDS_WRITE, Verb::Add, Thing::Batch, routes!(bring_list))
        .on(AWARDS_WRITE, Verb::View, Thing::Batch, routes!(list_batches))
        .on(AWARDS_WRITE, Verb::View, Thing::Batch, routes!(get_batch))
        .on(AWARDS_WRITE, Verb::Edit, Thing::Batch, routes!(start_batch))
        .on(AWARDS_WRITE, Verb::Edit, Thing::Batch, routes!(pause_batch))
        .on(AWARDS_WRITE, Verb::Edit, Thing::Batch, routes!(resume_batch))
        .on(AWARDS_WRITE, Verb::Edit, Thing::Batch, routes!(cancel_batch))
}

/// Where a batch stands.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum BatchStanding {
    /// Read; nothing is issued yet.
    Checked,
    Running,
    Paused,
    Cancelled,
    Done,
}

/// A batch of credentials.
#[derive(Serialize, ToSchema)]
struct BatchView {
    id: BatchRef,
    issuer: OrganisationRef,
    version: VersionRef,
    /// What it certifies.
    title: Bilingual,
    /// What the file was called.
    file: String,
    made: Moment,
    state: BatchStanding,
    /// Sound rows.
    rows: u32,
    /// Rows that were not taken in.
    refused: u32,
    /// Credentials issued so far.
    issued: u32,
    /// Rows passed over, because the person has that credential already.
    skipped: u32,
    /// Rows a second, while it runs.
    rows_per_second: Option<f64>,
    /// Seconds that the rest takes at that speed.
    seconds_left: Option<u64>,
}

impl BatchView {
    fn of(who: &Client, b: &Batch, version: &ProfileVersion) -> BatchView {
        let speed = b.speed(who.now);
        BatchView {
            id: Id(b.id),
            issuer: Id(b.issuer),
            version: Id(b.version),
            title: (&version.body.title).into(),
            file: b.file.clone(),
            made: Moment(b.made),
            state: match b.state {
                BatchState::Checked => BatchStanding::Checked,
                BatchState::Running { .. } => BatchStanding::Running,
                BatchState::Paused { .. } => BatchStanding::Paused,
                BatchState::Cancelled { .. } => BatchStanding::Cancelled,
                BatchState::Done { .. } => BatchStanding::Done,
            },
            rows: b.rows,
            refused: b.refused,
            issued: b.issued,
            skipped: b.skipped,
            rows_per_second: speed.map(|(rate, _)| rate),
            seconds_left: speed.map(|(_, left)| left),
        }
    }
}

/// About the list.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListAsked {
    /// The published version of a profile that everybody on the list met in full.
    #[param(value_type = String)]
    version: Id<VersionId>,
    /// What the file is called.
    #[serde(default)]
    #[param(max_length = 120)]
    file: String,
    /// Takes in nothing if a row is bad; else every sound row.
    #[serde(default)]
    strict: bool,
}

/// How many bad rows a refusal names.
const MOST_NAMED: usize = 100;

#[utoipa::path(
    post, path = "/batches", tag = "batches", params(ListAsked),
    request_body(content = String, description = "CSV in UTF-8, at most 64 MiB and 200,000 rows. The first line names the columns: \
        `name`, `email`, `student number`, `did`, `date awarded` (2026-06-30), `language`, `result`.", content_type = "text/csv"),
    responses((status = 201, description = "Read; nothing is issued before it is started.", body = BatchView, headers(("Location" = String))))
)]
async fn bring_list(who: Client, Query(asked): Query<ListAsked>, body: Body) -> Answer {
    let bytes = axum::body::to_bytes(body, MOST_BYTES + 1).await.map_err(|_| Problem::new(&who, Kind::TooLarge))?;
    let bad_rows = if asked.strict { BadRows::Refuse } else { BadRows::Report };
    let brought = Brought { version: asked.version.0, file: asked.file, bytes: bytes.into(), bad_rows };
    match issue_batch::bring_list(&who, brought).await.or_problem_at(&who, &[("version", "version")])? {
        Sent::Checked(id) => {
            let location = [(header::LOCATION, format!("{}/batches/{id}", super::BASE))];
            Ok((StatusCode::CREATED, location, axum::Json(view(&who, id).await?)).into_response())
        }
        Sent::Unreadable(why) => {
            Err(Problem::new(&who, Kind::Invalid).at("#", "unreadable", t!(who.lang, "api-unreadable", hint = why.to_string())))
        }
        Sent::BadRows(rows, count) => {
            let problem = Problem::new(&who, Kind::Invalid).saying(t!(who.lang, "api-bad-rows", count = count));
            let named = rows.iter().take(MOST_NAMED);
            Err(named.fold(problem, |p, row| p.at(format!("line {}", row.line), "row", format!("{}: {}", row.fault, row.said))))
        }
    }
}

async fn view(who: &Client, id: BatchId) -> Answer<BatchView> {
    let found = queries::batch(who, id).await.or_problem(who)?;
    Ok(BatchView::of(who, &found.batch, &found.version))
}

/// Which page.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct BatchesAsked {
    /// The page, from 1; each has 25.
    #[param(minimum = 1, default = 1)]
    page: Option<i64>,
}

#[utoipa::path(
    get, path = "/batches", tag = "batches", params(BatchesAsked),
    responses((status = 200, description = "A page of the batches of the organisations that one issues for, latest first.", body = Listed<BatchView>))
)]
async fn list_batches(who: Client, uri: Uri, Query(asked): Query<BatchesAsked>) -> Answer {
    let page = page_of(asked.page);
    let (lines, total) = queries::batches(&who, page).await.or_problem(&who)?;
    Ok(Listed { items: lines.iter().map(|l| BatchView::of(&who, &l.batch, &l.version)).collect(), page, total }.answer(&uri))
}

#[utoipa::path(
    get, path = "/batches/{batch}", tag = "batches",
    responses((status = 200, description = "A batch, and how far it is.", body = BatchView))
)]
async fn get_batch(who: Client, At(id): At<BatchId>) -> Answer<axum::Json<BatchView>> {
    Ok(axum::Json(view(&who, id).await?))
}

/// What the issuer states for the whole list.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct BatchTerms {
    /// How many credentials are to be issued: all the rows of the batch.
    count: u32,
    /// Where the final decision on everybody on the list is recorded. It stands in each credential.
    #[schema(max_length = 200, example = "Academic board, 12 June 2026, item 4")]
    decision: String,
    /// The lowest level of supervision and identity that holds for everybody on the list.
    supervision: Supervision,
    /// Whether everybody with an address gets a letter.
    #[serde(default)]
    letters: bool,
}

#[utoipa::path(
    post, path = "/batches/{batch}/start", tag = "batches",
    responses((status = 202, description = "Being issued; ask for the batch to see how far it is.", body = BatchView))
)]
async fn start_batch(who: Client, At(id): At<BatchId>, Json(sent): Json<BatchTerms>) -> Answer {
    let terms = Terms {
        decision: sent.decision.trim().to_owned(),
        supervision: sent.supervision.into(),
        letters: sent.letters,
        lang: who.me.person.lang,
    };
    issue_batch::start_batch(&who, id, sent.count, terms).await.or_problem(&who)?;
    Ok((StatusCode::ACCEPTED, axum::Json(view(&who, id).await?)).into_response())
}

#[utoipa::path(
    post, path = "/batches/{batch}/pause", tag = "batches",
    responses((status = 204, description = "No more is issued for now."))
)]
async fn pause_batch(who: Client, At(id): At<BatchId>) -> Answer {
    issue_batch::pause_batch(&who, id).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[utoipa::path(
    post, path = "/batches/{batch}/resume", tag = "batches",
    responses((status = 204, description = "It goes on with what is left."))
)]
async fn resume_batch(who: Client, At(id): At<BatchId>) -> Answer {
    issue_batch::resume_batch(&who, id).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[utoipa::path(
    post, path = "/batches/{batch}/cancellation", tag = "batches",
    responses((status = 204, description = "What is left is not issued; what is issued stays."))
)]
async fn cancel_batch(who: Client, At(id): At<BatchId>) -> Answer {
    issue_batch::cancel_batch(&who, id).await.or_problem(&who)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
