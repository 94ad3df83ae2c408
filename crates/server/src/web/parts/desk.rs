//! The review desk around player and rubric: the queue, notes at a moment, the draft, the keys.

use super::field::{Choice, Form, field};
use super::{Weight, icon, submit};
use crate::i18n::t;
use crate::t;
use domain::Lang;
use maud::{Markup, html};
use serde_json::json;

/// One case in the queue.
#[derive(Clone, Debug)]
pub struct Case {
    pub title: String,
    pub href: String,
    /// Who and what, such as "Learner 2041, level 3".
    pub who: String,
    /// Why it is here and when it is due, usually a pill.
    pub why: Markup,
    pub here: bool,
}

/// The cases in order of their due date. The next one also answers to a key.
pub fn queue(label: &str, cases: &[Case]) -> Markup {
    let next = cases.iter().position(|c| c.here).map(|i| i + 1);
    html! {
        nav aria-label=(label) { ol {
            @for (i, c) in cases.iter().enumerate() {
                li { a href=(c.href) aria-current=[c.here.then_some("page")] data-key=[(Some(i) == next).then_some("x")] {
                    b { (c.title) } span.muted { (c.who) } span { (c.why) }
                } }
            }
        } }
    }
}

/// A note at a moment of a recording. Fields `at` ("2:14"; see `i18n::seconds`), `words` and, with criteria to
/// choose from, `criterion`. The time follows the player where script runs.
pub fn note_form(form: &Form, action: &str, player: &str, criteria: &[Choice]) -> Markup {
    let lang = form.lang();
    html! {
        form.stack.tight method="post" action=(action) {
            (field("words", t(lang, "note-words")).max(2000).area(form, 2))
            div.row.low {
                div.field {
                    label for="f-at" { (t(lang, "note-at")) }
                    input.input.short.num #f-at name="at" value=(form.value("at")) data-time-of=(player) required
                        pattern="([0-9]+:)?[0-9]{1,2}:[0-9]{2}" title=(t(lang, "note-at-hint"));
                }
                @if !criteria.is_empty() { (field("criterion", t(lang, "note-criterion")).optional().select(form, criteria)) }
                (submit(Weight::Plain, &t(lang, "note-add")))
            }
        }
    }
}

/// Where a form marked `data-autosave` says how its draft is doing. The form also needs a hidden field `revision`.
pub fn autosave_status(lang: Lang) -> Markup {
    let words = json!({
        "saved": t!(lang, "draft-saved", time = "{time}"),
        "conflict": t(lang, "draft-conflict"),
        "failed": t(lang, "draft-failed"),
        "signed-out": t(lang, "draft-signed-out"),
    });
    html! { p.xs.muted data-autosave-status data-words=(words.to_string()) { (t(lang, "draft-hint")) } }
}

/// The button and the dialog that list the keys. `more` are the page's own: key and what it does.
pub fn keys(lang: Lang, more: &[(&str, String)]) -> Markup {
    let own = [("k", t(lang, "key-play")), ("j", t(lang, "key-back")), ("l", t(lang, "key-forward")), ("x", t(lang, "key-next"))];
    html! {
        button.btn.quiet.small type="button" data-opens="#keys" hidden { (icon("question")) (t(lang, "keys-title")) }
        dialog #keys aria-labelledby="keys-title" {
            header { h2 #keys-title { (t(lang, "keys-title")) }
                form method="dialog" { button.btn.quiet aria-label=(t(lang, "close")) { (icon("cross")) } } }
            div.body {
                label.tick { input type="checkbox" data-shortcuts checked; span { (t(lang, "keys-on")) } }
                dl.facts {
                    @for (key, words) in own.iter().chain(more) { dt { kbd { (key) } } dd { (words) } }
                    dt { kbd { "?" } } dd { (t(lang, "key-help")) }
                }
            }
        }
    }
}
