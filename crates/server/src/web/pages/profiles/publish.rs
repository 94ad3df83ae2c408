//! Looking at a version as learners do, what it changes, putting it in force, and beginning the next.

use super::{publish_view as view, view::head};
use crate::actions::write_profile::{Grounds, publish_profile, revise_profile};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::catalogue::Shown;
use crate::queries::profiles::{self, Draft};
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{At, Sent};
use crate::web::forms::needed;
use crate::web::layout::Section;
use crate::web::parts::{Form, Tone, notice};
use domain::VersionId;
use maud::html;
use std::sync::Arc;
use store::profiles::Edition;

pub async fn preview(who: Member, At(id): At<VersionId>) -> Page {
    let draft = profiles::draft(&who, id).await.or_refuse(&who)?;
    let title = t(who.lang, "draft-preview");
    let (shown, head) = (as_shown(&draft), head(who.lang, &draft, "preview"));
    let body = html! {
        (head)
        (notice(Tone::Info, html! { p { (t(who.lang, "draft-preview-text")) } }))
        div.panel.pad.stack.loose.preview { (crate::web::pages::profile::content(&who, &shown)) }
    };
    answer::page(&who, &title, Section::Profiles, body)
}

/// The version as the catalogue would show it.
fn as_shown(draft: &Draft) -> Shown {
    let v = &draft.version;
    let edition = Edition { id: v.id, number: v.number, state: v.state.clone(), change: v.change.clone() };
    let organisations = draft.organisations.iter().map(|o| (o.id, o.clone())).collect();
    Shown { version: Arc::new(v.clone()), edition: edition.clone(), editions: vec![edition], organisations, claim: None }
}

pub async fn changes(who: Member, At(id): At<VersionId>) -> Page {
    let draft = profiles::draft(&who, id).await.or_refuse(&who)?;
    let before = draft.in_force.as_ref().ok_or(Failure::Missing).or_refuse(&who)?;
    let body = html! { (head(who.lang, &draft, "changes")) (view::changes(who.lang, &draft, before)) };
    answer::page(&who, &t(who.lang, "draft-changes"), Section::Profiles, body)
}

pub async fn grounds(who: Member, At(id): At<VersionId>) -> Page {
    let draft = profiles::for_writing(&who, id).await.or_refuse(&who)?;
    let form = Form::new(who.lang).with("revision", draft.version.revision.to_string());
    answer::page(&who, &t(who.lang, "draft-publish"), Section::Profiles, view::publish(who.lang, &draft, &form))
}

pub async fn publish(who: Member, At(id): At<VersionId>, Sent(mut form): Sent) -> Page {
    let draft = profiles::for_writing(&who, id).await.or_refuse(&who)?;
    if put_in_force(&who, &draft, &mut form).await.or_refuse(&who)? {
        return answer::redirect_saying(&urls::draft(who.lang, id), "profile-published");
    }
    answer::again(&who, &t(who.lang, "draft-publish"), Section::Profiles, view::publish(who.lang, &draft, &form))
}

/// Whether it is in force now; if not, the form says why.
async fn put_in_force(who: &Member, draft: &Draft, form: &mut Form) -> Outcome<bool> {
    let grounds = Grounds {
        consultation: needed(form, "consultation", 2000),
        validation: needed(form, "validation", 2000),
        approval: needed(form, "approval", 2000),
    };
    if !form.is_sound() {
        return Ok(false);
    }
    // What was read and approved is what is published: never a later save that nobody looked at.
    let revision = form.value("revision").parse().unwrap_or_default();
    match publish_profile(who, draft.version.id, revision, grounds).await {
        Ok(_) => Ok(true),
        Err(failure) => answer::into_form(form, failure).map(|()| false),
    }
}

pub async fn revise(who: Member, At(id): At<VersionId>) -> Page {
    let draft = profiles::draft(&who, id).await.or_refuse(&who)?;
    let next = revise_profile(&who, draft.version.profile).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::draft_details(who.lang, next), "profile-revised")
}
