//! What an offering teaches: what was confirmed, and what its own words suggest. Only a person's yes counts.

use super::above;
use crate::access::{Thing, Verb};
use crate::actions::tag_offering::tag_offering;
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::tags::{Statement, Tagging, What, tagging};
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{At, Sent};
use crate::web::layout::Section;
use crate::web::pages::learning::tell;
use crate::web::parts::{Form, Weight, empty, error_summary, link, submit};
use crate::web::routes::Routes;
use domain::{Lang, OfferingId};
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/{lang}/offerings/{offering}/tags", Verb::Edit, Thing::Offering, ask).post(
        "/{lang}/offerings/{offering}/tags",
        Verb::Edit,
        Thing::Offering,
        save,
    )
}

async fn ask(who: Member, At(id): At<OfferingId>) -> Page {
    let found = tagging(&who, id).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "tags-title"), Section::Profiles, view(who.lang, &found, &Form::new(who.lang)))
}

async fn save(who: Member, At(id): At<OfferingId>, Sent(mut form): Sent) -> Page {
    let level = |name: &str| Some(form.value(&format!("level-{name}")).trim().to_owned());
    let names: Vec<(String, Option<String>)> = form.values("tag").map(|name| (name.to_owned(), level(name))).collect();
    match tag_offering(&who, id, &names).await {
        Ok(()) => answer::redirect_saying(&urls::offering_tags(who.lang, id), "tags-saved"),
        Err(failure) => {
            answer::into_form(&mut form, failure).or_refuse(&who)?;
            let found = tagging(&who, id).await.or_refuse(&who)?;
            answer::again(&who, &t(who.lang, "tags-title"), Section::Profiles, view(who.lang, &found, &form))
        }
    }
}

fn view(lang: Lang, found: &Tagging, form: &Form) -> Markup {
    let o = &found.offering;
    let level = |s: &Statement| match &s.what {
        What::Element(id) => o.teaches.iter().find(|t| t.element == *id).and_then(|t| t.level.clone()).unwrap_or_default(),
        What::Competency(..) => String::new(),
    };
    html! {
        (above(lang))
        div.stack.tight {
            h1 { (t(lang, "tags-title")) }
            p { a href=(urls::learning_one(lang, o.id)) lang=[tell::other_language(lang, o)] { (o.title.get(lang)) } }
            p.muted.measure { (t(lang, "tags-lead")) }
        }
        (error_summary(form))
        form.stack.loose method="post" action=(urls::offering_tags(lang, o.id)) {
            fieldset.panel.pad.stack #f-tag {
                legend.vh { (t(lang, "tags-confirmed")) }
                h2.t { (t(lang, "tags-confirmed")) }
                @if found.confirmed.is_empty() { p.muted { (t(lang, "tags-none")) } }
                ul.ticks { @for s in &found.confirmed { (one(lang, s, true, &level(s), None)) } }
            }
            fieldset.panel.pad.stack {
                legend.vh { (t(lang, "tags-suggested")) }
                h2.t { (t(lang, "tags-suggested")) }
                p.sm.muted { (t(lang, "tags-how")) }
                @if found.suggested.is_empty() { (empty(&t(lang, "tags-no-suggestion"), &t(lang, "tags-no-suggestion-text"), None)) }
                ul.ticks { @for (s, likeness) in &found.suggested { (one(lang, s, false, "", Some(*likeness))) } }
            }
            div.row { @if !found.confirmed.is_empty() || !found.suggested.is_empty() { (submit(Weight::Main, &t(lang, "tags-save"))) } (link(Weight::Quiet, &urls::learning_one(lang, o.id), &t(lang, "cancel"))) }
        }
    }
}

/// A statement to tick; one of a framework has a level in the framework's own words.
fn one(lang: Lang, s: &Statement, on: bool, level: &str, likeness: Option<f32>) -> Markup {
    let name = s.what.name();
    html! {
        li {
            label.tick for={ "t-" (name) } {
                input type="checkbox" id={ "t-" (name) } name="tag" value=(name) checked[on];
                span { span.num { (s.code) } " " (s.text.get(lang))
                    span.hint.muted { (s.from.get(lang))
                        @if let Some(likeness) = likeness { " · " (t!(lang, "tags-likeness", percent = crate::i18n::percent(lang, (likeness * 100.0).round() as i64))) } } }
            }
            @if matches!(s.what, What::Element(_)) {
                div.field.tag-level {
                    label.sm for={ "l-" (name) } { (t(lang, "tags-level")) span.vh { " " (s.code) } }
                    input.input id={ "l-" (name) } name={ "level-" (name) } value=(level) maxlength="100";
                }
            }
        }
    }
}
