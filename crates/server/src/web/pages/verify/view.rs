//! The page that asks for a credential, and the one that says what the check found.

use super::found;
use crate::caller::Visitor;
use crate::i18n::t;
use crate::queries::credential::name_in;
use crate::urls;
use crate::verifying::given::{Checked, One};
use crate::web::pages::credential::checks::{Told, day};
use crate::web::parts::{Form, Tone, Verdict, Weight, error_summary, facts, field, link, notice, panel, submit};
use domain::Lang;
use maud::{Markup, html};
use serde_json::Value;
use vc::{CheckName, Outcome, Report};

/// Longest text that is shown of somebody else's credential, in characters.
const LONGEST: usize = 4000;

/// What a browser offers to choose.
const FILES: &str = ".json,.jsonld,.jwt,.txt,.png,.jpg,.jpeg,.svg,.pdf,application/json,application/ld+json,application/vc,image/png,image/jpeg,image/svg+xml,application/pdf";

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
                (field("recipient", t(lang, "verify-recipient")).hint(t(lang, "verify-recipient-hint")).optional().max(500).text(form))
                div.row { (submit(Weight::Main, &t(lang, "verify-check"))) }
            }
            p.sm.muted { (t(lang, "verify-privacy")) }
            (super::showing::invitation(who))
        }
    }
}

/// The answer, for what was brought.
pub fn result(who: &Visitor, checked: &Checked) -> Markup {
    let lang = who.lang;
    let all = checked.credentials().iter().enumerate();
    html! {
        @if let Checked::Presentation(presentation) = checked { (found::presentation(lang, presentation)) }
        @for (number, credential) in all { (one(who, credential, number)) }
        div.stack.narrow {
            div.row { (link(Weight::Plain, &urls::verify(lang), &t(lang, "verify-another"))) }
            p.sm.muted { (t(lang, "verify-privacy")) }
        }
    }
}

/// What was found of one credential, the `number`th on its page.
pub fn one(who: &Visitor, one: &One, number: usize) -> Markup {
    let (lang, examined) = (who.lang, &one.examined);
    let report = &examined.report;
    let ours = examined.ours.as_ref();
    let content = vc::content(&one.document).map(|content| Value::Object(content.into_owned())).unwrap_or_default();
    let told = Told::new(&who.app, lang, who.now, report, ours).signed_by(examined.key).under(examined.issuer, None);
    let told = told.listed(examined.listed.as_ref()).held_by(name_in(&content));
    let doubtful = matches!(told.verdict(), Verdict::Altered | Verdict::NotRecognised | Verdict::IssuerNotRecognised | Verdict::Unknown);
    let name = report.name.clone().map_or_else(|| t(lang, "verify-no-name"), |n| short(&n));
    let id = |name: &str| if number == 0 { name.to_owned() } else { format!("{name}-{}", number + 1) };
    html! {
        div.stack.narrow.loose {
            div.panel {
                div.outcome.stack.tight { p.muted.sm { (t(lang, "verify-result")) } h1 { (name) } }
                (told.banner(None))
            }
            @if report.check(CheckName::Recipient).outcome == Outcome::Failed {
                (notice(Tone::Bad, html! { p { strong { (t(lang, "checked-recipient-failed")) } } }))
            }
            (panel(&id("checks"), &t(lang, "how-we-checked"), None, html! { (told.checks()) (found::endorsements(lang, report)) }))
            (panel(&id("says"), &t(lang, "verify-says"), None, says(lang, report, &content, doubtful)))
            @if !examined.fetched.is_empty() {
                (panel(&id("fetched"), &t(lang, "verify-fetched"), None, found::fetched(lang, &examined.fetched)))
            }
            @if let Some(c) = ours.filter(|c| c.state.public() && c.document.is_some()) {
                div.row { (link(Weight::Main, &urls::credential(lang, c.id), &t(lang, "verify-its-page"))) }
            }
        }
    }
}

/// What the credential says, in its own words.
fn says(lang: Lang, report: &Report, content: &Value, doubtful: bool) -> Markup {
    let achievement = achievement(content);
    let criteria = achievement.and_then(|a| a["criteria"]["narrative"].as_str());
    let mut rows = vec![];
    let mut row = |key: &str, value: Option<String>| rows.extend(value.map(|v| (t(lang, key), html! { (short(&v)) })));
    row("verify-holder", name_in(content).map(str::to_owned));
    row("verify-holder-id", Some(report.recipient.ids.join(", ")).filter(|ids| !ids.is_empty()));
    row("verify-issuer", report.issuer_name.clone());
    row("verify-issuer-id", report.issuer.clone());
    row("verify-from", day(lang, report.valid_from.as_deref()));
    row("verify-until", day(lang, report.valid_until.as_deref()));
    row("verify-description", achievement.and_then(|a| a["description"].as_str()).map(str::to_owned));
    row("verify-criteria", criteria.map(plain));
    row("verify-id", report.id.clone());
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

pub(super) fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
