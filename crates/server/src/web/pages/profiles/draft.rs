//! A draft seen whole, its details, and adding and moving its competencies.

use super::editing::{self, Edited, Saved};
use super::{fields, read, view};
use crate::actions::draft_profile::blank_competency;
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::profiles;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{At, Sent};
use crate::web::forms;
use crate::web::layout::Section;
use crate::web::parts::{Form, error_summary};
use domain::{CompetencyId, VersionId};
use maud::html;

pub async fn whole(who: Member, At(id): At<VersionId>) -> Page {
    let draft = profiles::draft(&who, id).await.or_refuse(&who)?;
    let title = draft.version.body.title.get(who.lang).to_owned();
    answer::page(&who, &title, Section::Profiles, view::draft(who.lang, &draft, &Form::new(who.lang)))
}

/// Where acts were posted to is no page of its own.
pub async fn back(who: Member, At(id): At<VersionId>) -> Page {
    answer::redirect(&urls::draft(who.lang, id))
}

pub async fn details(who: Member, At(id): At<VersionId>) -> Page {
    let draft = profiles::for_writing(&who, id).await.or_refuse(&who)?;
    let form = read::fill_details(who.lang, &draft.version);
    let body = html! { (view::head(who.lang, &draft, "details")) (error_summary(&form)) (fields::details(who.lang, &draft, &form)) };
    answer::page(&who, &t(who.lang, "draft-details"), Section::Profiles, body)
}

pub async fn save_details(who: Member, At(id): At<VersionId>, Sent(mut form): Sent) -> Page {
    let draft = profiles::for_writing(&who, id).await.or_refuse(&who)?;
    let (body, change) = read::details(&mut form, &draft.version);
    let saved = editing::save(&who, &draft, &mut form, body, change).await.or_refuse(&who)?;
    let edited = Edited {
        title: t(who.lang, "draft-details"),
        form: fields::details(who.lang, &draft, &form),
        next: urls::draft(who.lang, id),
        now: read::fill_details(who.lang, &draft.version),
        sent: &form,
    };
    editing::answer(&who, &draft, saved, edited)
}

/// Adds a competency, or moves one, or takes one out.
pub async fn competencies(who: Member, At(id): At<VersionId>, Sent(mut form): Sent) -> Page {
    let draft = profiles::for_writing(&who, id).await.or_refuse(&who)?;
    let mut body = draft.version.body.clone();
    let mut next = urls::draft(who.lang, id);
    match read::pressed::<CompetencyId>(&form) {
        Some((what, item)) => {
            body.competencies.iter().position(|c| c.id == item).into_iter().for_each(|at| read::arrange(&mut body.competencies, at, what));
        }
        None => {
            let taken = draft.version.body.competencies.iter().map(|c| c.code.as_str());
            let code = read::new_code(&mut form, taken, |n| format!("C-{n:02}"), 20);
            let statement = forms::both(&mut form, "new_statement", 300);
            let added = blank_competency(&who.app, &body, code, statement);
            next = urls::draft_competency(who.lang, id, added.id);
            body.competencies.push(added);
        }
    }
    let change = draft.version.change.clone();
    let saved = editing::save(&who, &draft, &mut form, body, change).await.or_refuse(&who)?;
    match saved {
        Saved::Again => {
            let page = view::draft(who.lang, &draft, &form);
            answer::again(&who, draft.version.body.title.get(who.lang), Section::Profiles, page)
        }
        saved => {
            let next = if matches!(saved, Saved::Stale) { urls::draft(who.lang, id) } else { next };
            let now = Form::new(who.lang);
            let (title, shown) = (t(who.lang, "draft-competencies"), view::moved(who.lang, &draft, &form));
            editing::answer(&who, &draft, saved, Edited { title, form: shown, next, now, sent: &form })
        }
    }
}
