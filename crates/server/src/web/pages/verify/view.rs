//! The page that asks for a credential, and the one that says what the check found.

use crate::caller::Visitor;
use crate::i18n::t;
use crate::queries::credential::name_in;
use crate::urls;
use crate::verifying::Examined;
use crate::web::pages::credential::checks::{Told, day};
use crate::web::parts::{Form, Tone, Verdict, Weight, error_summary, facts, field, link, notice, panel, submit};
use domain::Lang;
use maud::{Markup, html};
use serde_json::Value;

/// Longest text that is shown of somebody else's credential, in characters.
const LONGEST: usize = 4000;

/// What a browser offers to choose.
const FILES: &str =
    ".json,.jsonld,.png,.svg,.pdf,application/json,application/ld+json,application/vc,image/png,image/svg+xml,application/pdf";

/// The form: one of three ways.
pub fn ask(who: &Visitor, form: &Form) -> Markup {
    let lang = who.lang;
    html! {
        div.stack.narrow {
            h1 { (t(lang, "verify-title")) }
            p { (t(lang, "verify-lead")) }
            (error_summary(form))
            form.panel.pad.stack.loose method="post" action=(urls::verify(lang)) enctype="multipart/form-data" {
                (field("link", t(lang, "verify-link")).hint(t(lang, "verify-link-hint")).optional().max(2000).text(form))
                (field("file", t(lang, "verify-file")).hint(t(lang, "verify-file-hint")).optional().file(form, FILES, false))
                (field("text", t(lang, "verify-text")).hint(t(lang, "verify-text-hint")).optional().area(form, 8))
                div.row { (submit(Weight::Main, &t(lang, "verify-check"))) }
            }
            p.sm.muted { (t(lang, "verify-privacy")) }
            (super::showing::invitation(who))
        }
    }
}

/// What was checked, and what was found.
pub struct Result<'a> {
    pub document: &'a Value,
    pub examined: &'a Examined,
}

/// The answer.
pub fn result(who: &Visitor, r: &Result<'_>) -> Markup {
    let lang = who.lang;
    let report = &r.examined.report;
    let ours = r.examined.ours.as_ref();
    let told = Told::new(&who.app, lang, who.now, report, ours).signed_by(r.examined.key).under(r.examined.issuer, None);
    let doubtful = matches!(told.verdict(), Verdict::Altered | Verdict::NotRecognised | Verdict::IssuerNotRecognised | Verdict::Unknown);
    let name = report.name.clone().map_or_else(|| t(lang, "verify-no-name"), |n| short(&n));
    html! {
        div.stack.narrow.loose {
            div.panel {
                div.outcome.stack.tight { p.muted.sm { (t(lang, "verify-result")) } h1 { (name) } }
                (told.banner(None))
            }
            (panel("checks", &t(lang, "how-we-checked"), None, told.checks()))
            (panel("says", &t(lang, "verify-says"), None, says(lang, r, doubtful)))
            div.row {
                @if let Some(c) = ours.filter(|c| c.state.public()) {
                    (link(Weight::Main, &urls::credential(lang, c.id), &t(lang, "verify-its-page")))
                }
                (link(Weight::Plain, &urls::verify(lang), &t(lang, "verify-another")))
            }
            p.sm.muted { (t(lang, "verify-privacy")) }
        }
    }
}

/// What the credential says, in its own words.
fn says(lang: Lang, r: &Result<'_>, doubtful: bool) -> Markup {
    let report = &r.examined.report;
    let achievement = achievement(r.document);
    let criteria = achievement.and_then(|a| a["criteria"]["narrative"].as_str());
    let mut rows = vec![];
    let mut row = |key: &str, value: Option<String>| rows.extend(value.map(|v| (t(lang, key), html! { (short(&v)) })));
    row("verify-holder", name_in(r.document).map(str::to_owned));
    row("verify-issuer", report.issuer_name.clone());
    row("verify-issuer-id", report.issuer.clone());
    row("verify-from", day(lang, report.valid_from.as_deref()));
    row("verify-until", day(lang, report.valid_until.as_deref()));
    row("verify-description", achievement.and_then(|a| a["description"].as_str()).map(str::to_owned));
    row("verify-criteria", criteria.map(plain));
    row("verify-id", r.document["id"].as_str().map(str::to_owned));
    html! {
        div.said-words {
            @if doubtful { (notice(Tone::Wait, html! { p { (t(lang, "verify-doubtful")) } })) }
            (facts(&rows))
        }
    }
}

fn achievement(document: &Value) -> Option<&Value> {
    let subject = &document["credentialSubject"];
    subject.get(0).unwrap_or(subject).get("achievement")
}

/// Markdown without its marks for bold, which would only be in the way.
fn plain(text: &str) -> String {
    text.replace("**", "")
}

fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
