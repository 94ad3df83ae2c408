//! What learner and assessor write to each other.

use crate::caller::Member;
use crate::i18n::{date_time, t};
use crate::queries::claim::competency::CompetencyPage;
use crate::web::parts::{Form, Weight, field, panel, submit};
use crate::{t, urls};
use maud::{Markup, html};

/// The question that waits for an answer, with the form to answer it.
pub fn question(who: &Member, p: &CompetencyPage, form: &Form) -> Markup {
    let lang = who.lang;
    let Some((question, at)) = p.question() else { return html! {} };
    let action = format!("{}/answer", urls::claimed_competency(lang, p.claim.id, p.competency));
    panel(
        "question",
        &t(lang, "talk-question"),
        None,
        html! {
            form.stack method="post" action=(action) data-keep=(t(lang, "kept")) {
                p.said { (question) }
                p.sm.muted { (t!(lang, "talk-asked", date = date_time(lang, at))) }
                (field("answer", t(lang, "talk-answer")).hint(t(lang, "talk-hint")).max(8000).area(form, 5))
                div.row { (submit(Weight::Main, &t(lang, "talk-send"))) }
            }
        },
    )
}

/// What was written before.
pub fn thread(who: &Member, p: &CompetencyPage) -> Markup {
    let lang = who.lang;
    html! {
        @if !p.messages.is_empty() {
            (panel("messages", &t(lang, "talk-thread"), None, html! {
                ol.line {
                    @for m in &p.messages {
                        @let by = if m.author == who.id() { "record-by-you" } else { "talk-assessor" };
                        li { p.said { (m.body) } span.muted.when { (t(lang, by)) " · " (date_time(lang, m.at)) } }
                    }
                }
            }))
        }
    }
}
