//! Frameworks of others: taking one in, what came of it, and reading it.

mod view;

pub use view::{kind_name, name_of, remarks_of};

use crate::access::{Thing, Verb};
use crate::actions::import_framework::{BadRows, Sent, import_nice_file};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::frameworks::{self, Looking};
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked, At, At2};
use crate::web::file_sent::FileSent;
use crate::web::layout::Section;
use crate::web::parts::Form;
use crate::web::routes::Routes;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use domain::FrameworkId;
use exchange::nice::MAX_BYTES;

/// Its routes.
pub fn routes() -> Routes {
    // Room for the largest file and the little that a form wraps around it.
    let limit = DefaultBodyLimit::max(MAX_BYTES + 64 * 1024);
    Routes::default()
        .get("/{lang}/frameworks", Verb::View, Thing::Framework, list)
        .post("/{lang}/frameworks", Verb::Add, Thing::Framework, import.layer(limit))
        .get("/{lang}/frameworks/{framework}", Verb::View, Thing::Framework, framework)
        .get("/{lang}/frameworks/{framework}/report", Verb::View, Thing::Framework, report)
        .get("/{lang}/frameworks/{framework}/elements/{element}", Verb::View, Thing::Framework, element)
}

async fn list(who: Member) -> Page {
    let found = frameworks::all(&who).await.or_refuse(&who)?;
    let form = Form::new(who.lang).with("bad_rows", "report");
    answer::page(&who, &t(who.lang, "frameworks-title"), Section::Frameworks, view::list(who.lang, &found, &form, &[]))
}

async fn import(who: Member, file: FileSent) -> Page {
    let mut form = file.form;
    let bad_rows = if form.has("bad_rows", "refuse") { BadRows::Refuse } else { BadRows::Report };
    let mut rows = Vec::new();
    match import_nice_file(&who, file.bytes, bad_rows).await {
        Ok(Sent::TakenIn(id)) => return answer::redirect_saying(&urls::framework_report(who.lang, id), "framework-taken-in"),
        Ok(Sent::Unreadable(why)) => form.refuse("file", view::unreadable(who.lang, &why)),
        Ok(Sent::BadRows(errors)) => {
            form.refuse("file", t(who.lang, "frameworks-refused"));
            rows = errors;
        }
        Err(failure) => answer::into_form(&mut form, failure).or_refuse(&who)?,
    }
    let found = frameworks::all(&who).await.or_refuse(&who)?;
    answer::again(&who, &t(who.lang, "frameworks-title"), Section::Frameworks, view::list(who.lang, &found, &form, &rows))
}

async fn framework(who: Member, At(id): At<FrameworkId>, asked: Asked) -> Page {
    let looking = looking(&asked);
    let (counted, found) = frameworks::framework(&who, id, &looking).await.or_refuse(&who)?;
    let title = name_of(&counted.framework);
    answer::page(&who, &title, Section::Frameworks, view::framework(who.lang, &counted, &found, &looking))
}

fn looking(asked: &Asked) -> Looking {
    Looking { words: asked.get("q"), kind: asked.get("kind"), page: asked.page() }
}

async fn report(who: Member, At(id): At<FrameworkId>, asked: Asked) -> Page {
    let report = frameworks::report(&who, id, asked.page()).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "frameworks-report"), Section::Frameworks, view::report(who.lang, &report, asked.page()))
}

async fn element(who: Member, At2(id, source_id): At2<FrameworkId, String>) -> Page {
    let found = frameworks::element(&who, id, &source_id).await.or_refuse(&who)?;
    answer::page(&who, &found.element.source_id, Section::Frameworks, view::element(who.lang, &found))
}
