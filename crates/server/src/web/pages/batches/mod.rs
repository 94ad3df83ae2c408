//! Credentials for many at once: a list is brought, looked at, started, and watched.

mod progress;
mod view;

use crate::access::{Thing, Verb};
use crate::actions::issue_batch::{self, BadRows, Brought, Refused, Sent};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::batches::{self as queries, RESULT_COLUMNS, results_of_part};
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{Asked, At, Sent as SentForm};
use crate::web::file_sent::FileSent;
use crate::web::layout::Section;
use crate::web::parts::Form;
use crate::web::routes::Routes;
use axum::body::Body;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse as _;
use domain::batch::{BatchState, Terms};
use domain::evidence::SupervisionIdentity;
use domain::{BatchId, Lang};
use exchange::award_list::MOST_BYTES;
use futures::StreamExt as _;

/// Its routes.
pub fn routes() -> Routes {
    // Room for the largest file and the little that a form wraps around it.
    let limit = DefaultBodyLimit::max(MOST_BYTES + 64 * 1024);
    Routes::default()
        .get("/{lang}/batches", Verb::View, Thing::Batch, list)
        .get("/{lang}/batches/new", Verb::Add, Thing::Batch, ask)
        .post("/{lang}/batches", Verb::Add, Thing::Batch, bring.layer(limit))
        .get("/{lang}/batches/{batch}", Verb::View, Thing::Batch, look)
        .post("/{lang}/batches/{batch}/start", Verb::Edit, Thing::Batch, start)
        .post("/{lang}/batches/{batch}/pause", Verb::Edit, Thing::Batch, pause)
        .post("/{lang}/batches/{batch}/resume", Verb::Edit, Thing::Batch, resume)
        .post("/{lang}/batches/{batch}/cancel", Verb::Edit, Thing::Batch, cancel)
        .get("/{lang}/batches/{batch}/results.csv", Verb::View, Thing::Batch, results)
}

/// Seconds between two looks of a page that looks again by itself.
const EVERY: &str = "3";

async fn list(who: Member, asked: Asked) -> Page {
    let found = queries::batches(&who, asked.page()).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "batches-title"), Section::Register, view::list(who.lang, &found, asked.page()))
}

async fn ask(who: Member) -> Page {
    let form = Form::new(who.lang).with("bad_rows", "report");
    let achievements = queries::achievements(&who).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "batch-new"), Section::Register, view::new(who.lang, &achievements, &form, &[]))
}

async fn bring(who: Member, file: FileSent) -> Page {
    let mut form = file.form;
    let bad_rows = if form.has("bad_rows", "refuse") { BadRows::Refuse } else { BadRows::Report };
    let mut refused: Vec<Refused> = Vec::new();
    let outcome = match form.value("version").parse() {
        Ok(version) => issue_batch::bring_list(&who, Brought { version, file: file.name, bytes: file.bytes, bad_rows }).await,
        Err(_) => Err(Failure::field("version", "wrong-batch-version")),
    };
    match outcome {
        Ok(Sent::Checked(id)) => return answer::redirect(&urls::batch(who.lang, id)),
        Ok(Sent::Unreadable(why)) => form.refuse("file", view::unreadable(who.lang, &why)),
        Ok(Sent::BadRows(rows, count)) => {
            form.refuse("file", t!(who.lang, "batch-refused", count = count));
            refused = rows;
        }
        Err(failure) => answer::into_form(&mut form, failure).or_refuse(&who)?,
    }
    let achievements = queries::achievements(&who).await.or_refuse(&who)?;
    answer::again(&who, &t(who.lang, "batch-new"), Section::Register, view::new(who.lang, &achievements, &form, &refused))
}

async fn look(who: Member, At(id): At<BatchId>, asked: Asked) -> Page {
    let found = queries::batch(&who, id).await.or_refuse(&who)?;
    let title = found.version.body.title.get(who.lang).to_owned();
    if found.batch.state == BatchState::Checked {
        return answer::page(&who, &title, Section::Register, view::checked(&who, &found, &asking(&who)));
    }
    let by_itself = asked.get("again") == "auto" && matches!(found.batch.state, BatchState::Running { .. });
    let mut response = answer::page(&who, &title, Section::Register, progress::page(&who, &found, by_itself))?;
    if by_itself {
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static(EVERY));
    }
    Ok(response)
}

/// The form by which a batch is started, as it is first shown.
fn asking(who: &Member) -> Form {
    let form = Form::new(who.lang).with("supervision", "A3").with("lang", who.lang.code());
    if view::letters_leave(who) { form.with("letters", "yes") } else { form }
}

async fn start(who: Member, At(id): At<BatchId>, SentForm(mut form): SentForm) -> Page {
    let outcome = match terms(&who, &form) {
        Ok((count, terms)) => issue_batch::start_batch(&who, id, count, terms).await,
        Err(failure) => Err(failure),
    };
    let Err(failure) = outcome else { return watch(&who, id) };
    answer::into_form(&mut form, failure).or_refuse(&who)?;
    let found = queries::batch(&who, id).await.or_refuse(&who)?;
    let title = found.version.body.title.get(who.lang).to_owned();
    answer::again(&who, &title, Section::Register, view::checked(&who, &found, &form))
}

fn terms(who: &Member, form: &Form) -> Outcome<(u32, Terms)> {
    let digits: String = form.value("count").chars().filter(char::is_ascii_digit).collect();
    let count = digits.parse().map_err(|_| Failure::field("count", "wrong-batch-count"))?;
    let supervision = SupervisionIdentity::ALL.into_iter().find(|s| s.code() == form.value("supervision"));
    let terms = Terms {
        decision: form.value("decision").trim().to_owned(),
        supervision: supervision.ok_or_else(|| Failure::field("supervision", "wrong-batch-supervision"))?,
        letters: form.has("letters", "yes") && view::letters_leave(who),
        lang: Lang::parse(form.value("lang")).unwrap_or(who.lang),
    };
    Ok((count, terms))
}

/// To the page of a batch that is being issued, which looks again by itself until somebody says not to.
fn watch(who: &Member, id: BatchId) -> Page {
    answer::redirect(&format!("{}?again=auto", urls::batch(who.lang, id)))
}

async fn pause(who: Member, At(id): At<BatchId>) -> Page {
    issue_batch::pause_batch(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::batch(who.lang, id), "batch-paused")
}

async fn resume(who: Member, At(id): At<BatchId>) -> Page {
    issue_batch::resume_batch(&who, id).await.or_refuse(&who)?;
    watch(&who, id)
}

async fn cancel(who: Member, At(id): At<BatchId>) -> Page {
    issue_batch::cancel_batch(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::batch(who.lang, id), "batch-cancelled")
}

/// Written while it is read: two years of a college are some 40 MB.
async fn results(who: Member, At(id): At<BatchId>) -> Page {
    let batch = queries::batch(&who, id).await.or_refuse(&who)?.batch;
    let parts = futures::stream::unfold((who, batch, None::<u32>), async |(who, batch, number)| {
        let Some(at) = number else { return Some((Ok(format!("\u{feff}{RESULT_COLUMNS}")), (who, batch, Some(0)))) };
        match results_of_part(&who, &batch, at).await {
            Ok(Some(text)) => Some((Ok(text), (who, batch, Some(at + 1)))),
            Ok(None) => None,
            Err(failure) => {
                tracing::error!("results of {}: {failure}", batch.id);
                Some((Err(std::io::Error::other("the results can't be read")), (who, batch, Some(u32::MAX))))
            }
        }
    });
    let head = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{id}.csv\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    // Layers around it may ask once more after the end.
    Ok((head, Body::from_stream(parts.fuse())).into_response())
}
