//! A draft seen whole, its details, and adding and moving its competencies.

use super::editing::{self, Edited, Saved};
use super::{fields, read, view};
use crate::actions::draft_profile::blank_competency;
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::profiles::{self, Draft};
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{At, Sent};
use crate::web::forms;
use crate::web::layout::Section;
use crate::web::parts::{Form, error_summary};
use domain::profile::ProfileBody;
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
    let (body, added) = rearranged(&who, &draft, &mut form);
    let saved = editing::save(&who, &draft, &mut form, body, draft.version.change.clone()).await.or_refuse(&who)?;
    if matches!(saved, Saved::Again) {
        let page = view::draft(who.lang, &draft, &form);
        return answer::again(&who, draft.version.body.title.get(who.lang), Section::Profiles, page);
    }
    let next = match (&saved, added) {
        (Saved::Done, Some(added)) => urls::draft_competency(who.lang, id, added),
        _ => urls::draft(who.lang, id),
    };
    let (title, shown) = (t(who.lang, "draft-competencies"), view::moved(who.lang, &draft, &form));
    editing::answer(&who, &draft, saved, Edited { title, form: shown, next, now: Form::new(who.lang), sent: &form })
}

/// The draft after the button that was pressed, and the competency that was added if it was that one.
fn rearranged(who: &Member, draft: &Draft, form: &mut Form) -> (ProfileBody, Option<CompetencyId>) {
    let mut body = draft.version.body.clone();
    if let Some((what, item)) = read::pressed::<CompetencyId>(form) {
        read::arrange(&mut body.competencies, |c| c.id == item, what);
        return (body, None);
    }
    let taken = draft.version.body.competencies.iter().map(|c| c.code.as_str());
    let code = read::new_code(form, taken, |n| format!("C-{n:02}"), 20);
    let added = blank_competency(&who.app, &body, code, forms::both(form, "new_statement", 300));
    let id = added.id;
    body.competencies.push(added);
    (body, Some(id))
}
