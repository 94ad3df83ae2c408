//! Saving a draft without overwriting anybody: every form carries the revision it was made from.

use crate::actions::write_profile::edit_profile;
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::profiles::Draft;
use crate::urls;
use crate::web::answer::{self, Page, into_form};
use crate::web::layout::{self, Section};
use crate::web::parts::{Form, Head, Tone, breadcrumbs, error_summary_of, notice, table};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use domain::Lang;
use domain::profile::{Change, ProfileBody};
use maud::{Markup, html};

/// What came of a form.
pub enum Saved {
    /// It is saved.
    Done,
    /// Something in it is wrong; the form says what.
    Again,
    /// Somebody else saved in the meantime.
    Stale,
}

/// Saves what a form says, if it is sound and nobody was faster.
pub async fn save(who: &Member, draft: &Draft, form: &mut Form, body: ProfileBody, change: Option<Change>) -> Outcome<Saved> {
    if is_stale(draft, form) {
        return Ok(Saved::Stale);
    }
    if !form.is_sound() {
        return Ok(Saved::Again);
    }
    match edit_profile(who, draft.version.id, draft.version.revision, body, change).await {
        Ok(_) => Ok(Saved::Done),
        Err(Failure::Stale) => Ok(Saved::Stale),
        Err(failure) => into_form(form, failure).map(|()| Saved::Again),
    }
}

/// Whether a form was made from something older than the draft is now.
pub fn is_stale(draft: &Draft, form: &Form) -> bool {
    form.value("revision").parse() != Ok(draft.version.revision)
}

/// The revision that a form is made from, for it to carry.
pub fn revision(draft: &Draft) -> Markup {
    html! { input type="hidden" name="revision" value=(draft.version.revision); }
}

/// Where a page of a draft is.
pub fn above(lang: Lang, draft: &Draft) -> Markup {
    let title = draft.version.body.title.get(lang);
    let title = if title.is_empty() { t(lang, "draft-untitled") } else { title.to_owned() };
    breadcrumbs(lang, &[(&t(lang, "profiles-title"), &urls::profiles(lang)), (&title, &urls::draft(lang, draft.version.id))])
}

/// The answer to a form: on to `next`, or the form once more with what is wrong, or both versions side by side.
pub fn answer(who: &Member, draft: &Draft, saved: Saved, edited: Edited) -> Page {
    match saved {
        Saved::Done => answer::redirect_saying(&edited.next, "draft-saved"),
        Saved::Again => {
            let body = html! { (above(who.lang, draft)) h1 { (edited.title) } (error_summary_of(edited.sent, |name| label(who.lang, name))) (edited.form) };
            answer::again(who, &edited.title, Section::Profiles, body)
        }
        Saved::Stale => {
            let body = both_versions(who.lang, draft, &edited);
            Ok((StatusCode::CONFLICT, layout::page(&who.chrome(), &t(who.lang, "draft-stale"), Section::Profiles, body)).into_response())
        }
    }
}

/// A form that was sent, and all that it takes to answer it.
pub struct Edited<'a> {
    /// The title of its page.
    pub title: String,
    /// The form as it was sent, drawn.
    pub form: Markup,
    /// Where it leads when it is saved.
    pub next: String,
    /// The form as it was sent.
    pub sent: &'a Form,
    /// The form of what is saved now.
    pub now: Form,
}

fn both_versions(lang: Lang, draft: &Draft, edited: &Edited) -> Markup {
    let rows: Vec<Vec<Markup>> = differing(edited.sent, &edited.now)
        .into_iter()
        .map(|name| {
            let cell = |form: &Form| html! { span.kept-lines { (shown(draft, lang, form, name)) } };
            vec![html! { (label(lang, name)) }, cell(&edited.now), cell(edited.sent)]
        })
        .collect();
    let heads = [Head::text(t(lang, "draft-part")), Head::text(t(lang, "draft-saved-now")), Head::text(t(lang, "draft-yours"))];
    html! {
        div.stack.tight {
            h1 { (t(lang, "draft-stale")) }
            p { (t(lang, "draft-stale-text")) }
        }
        @if rows.is_empty() {
            (notice(Tone::Info, html! { p { (t(lang, "draft-stale-same")) } }))
        } @else {
            div.panel.pad { (table(&t(lang, "draft-stale-table"), &heads, &rows)) }
        }
        p.row { a.btn.main href=(edited.next) { (t(lang, "draft-stale-keep")) } a.btn href="#yours" { (t(lang, "draft-stale-mine")) } }
        section.stack #yours aria-labelledby="yours-title" {
            h2 #yours-title { (t(lang, "draft-stale-form")) }
            (error_summary_of(edited.sent, |name| label(lang, name)))
            (edited.form)
        }
    }
}

/// The fields that the two forms fill in differently.
fn differing<'a>(sent: &'a Form, now: &'a Form) -> Vec<&'a str> {
    let mut names = now.names();
    names.extend(sent.names().into_iter().filter(|n| !now.names().contains(n)));
    names.retain(|n| !["revision", "do"].contains(n) && !filled(sent, n).eq(&filled(now, n)));
    names
}

fn filled(form: &Form, name: &str) -> Vec<String> {
    let mut values: Vec<String> = form.values(name).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty()).collect();
    values.sort();
    values
}

/// The values of a field for people to read: organisations by their names.
fn shown(draft: &Draft, lang: Lang, form: &Form, name: &str) -> String {
    let value = |v: &str| match v.parse() {
        Ok(id) => draft.name(id).get(lang).to_owned(),
        Err(_) if v == "yes" => t(lang, "draft-yes"),
        Err(_) => v.to_owned(),
    };
    let values: Vec<String> = form.values(name).filter(|v| !v.trim().is_empty()).map(value).collect();
    if values.is_empty() { "–".to_owned() } else { values.join(", ") }
}

/// What a field is called: its label, the number in a row of like ones, and its language.
pub fn label(lang: Lang, name: &str) -> String {
    let name = name.strip_prefix("new_").unwrap_or(name);
    let (name, written_in) = match (name.strip_suffix("_en"), name.strip_suffix("_fr")) {
        (Some(base), _) => (base, "English"),
        (_, Some(base)) => (base, "Français"),
        _ => (name, ""),
    };
    let (base, number) = match name.rsplit_once('_') {
        Some((base, n)) if n.bytes().all(|b| b.is_ascii_digit()) => (base, n),
        _ => (name, ""),
    };
    let words = t(lang, &format!("draft-field-{}", base.replace('_', "-")));
    let number = if number.is_empty() { String::new() } else { format!(" {number}") };
    if written_in.is_empty() { format!("{words}{number}") } else { format!("{words}{number} ({written_in})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_compared_and_order_does_not_matter() {
        let now = Form::new(Lang::En).with("title_en", "A").with("assessed_by", "x").with("assessed_by", "y").with("notice_en", "");
        let sent = Form::new(Lang::En)
            .with("revision", "3")
            .with("title_en", "B")
            .with("assessed_by", "y")
            .with("assessed_by", "x")
            .with("required", "yes");
        assert_eq!(differing(&sent, &now), ["title_en", "required"]);
    }

    #[test]
    fn every_field_of_every_form_has_a_name() {
        let fields = [
            "title_en",
            "summary_fr",
            "issuer",
            "assessed_by",
            "occupation_1",
            "occupation_title_2_fr",
            "scale_name_en",
            "level_3_en",
            "validity_months",
            "requires_current",
            "fee",
            "appeal_days",
            "notice_en",
            "change_class",
            "change_note_fr",
            "code",
            "statement_en",
            "required",
            "level",
            "tier",
            "occasions",
            "currency_months",
            "advice_en",
            "kind",
            "essential",
            "competent_en",
            "approaching_en",
            "not_evident_fr",
        ];
        for lang in Lang::ALL {
            for field in fields {
                assert!(!label(lang, field).contains("draft-field"), "{field}");
            }
        }
        assert!(label(Lang::En, "level_3_fr").ends_with("3 (Français)"));
    }
}
