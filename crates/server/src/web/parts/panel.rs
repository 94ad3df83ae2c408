//! Panels and what stands in them: facts, timelines, progress, questions before a change.

use super::{Weight, icon};
use crate::i18n::t;
use domain::Lang;
use maud::{Markup, html};

/// A titled box. `aside` is a short remark or a link at the end of its header.
pub fn panel(id: &str, title: &str, aside: Option<Markup>, body: Markup) -> Markup {
    html! {
        section.panel aria-labelledby=(id) {
            header { h2 id=(id) { (title) } @if let Some(aside) = aside { div.push.sm.muted { (aside) } } }
            div.body { (body) }
        }
    }
}

/// A smaller titled box, for the side column.
pub fn panel_pad(id: &str, title: &str, body: Markup) -> Markup {
    html! {
        section.panel.pad aria-labelledby=(id) { h2.t id=(id) { (title) } (body) }
    }
}

/// Names and values.
pub fn facts(rows: &[(String, Markup)]) -> Markup {
    html! { dl.facts { @for (name, value) in rows { dt { (name) } dd { (value) } } } }
}

/// One thing that happened or will.
#[derive(Clone, Debug)]
pub struct Moment {
    /// When, in words; may be empty.
    pub at: String,
    pub what: Markup,
    /// Whether this is where things stand.
    pub now: bool,
}

/// What happened, in order.
pub fn timeline(moments: &[Moment]) -> Markup {
    html! {
        ol.line {
            @for m in moments {
                li.now[m.now] aria-current=[m.now.then_some("step")] {
                    (m.what) @if !m.at.is_empty() { span.muted.when { (m.at) } }
                }
            }
        }
    }
}

/// How far something is. `words` says the same, such as "9 of 14 credits".
pub fn progress(words: &str, done: u64, all: u64) -> Markup {
    let part = (100 * done).checked_div(all).unwrap_or(0).min(100);
    html! {
        div.progress {
            div.meter role="progressbar" aria-label=(words) aria-valuemin="0" aria-valuemax="100" aria-valuenow=(part) {
                i style={ "--part:" (part) "%" } {}
            }
            span.sm.muted.num { (words) }
        }
    }
}

/// Nothing is here yet: what this place is for, and what to do to fill it.
pub fn empty(title: &str, text: &str, action: Option<Markup>) -> Markup {
    html! {
        div.empty { (icon("tile")) h2 { (title) } p.muted { (text) } @if let Some(a) = action { div.row { (a) } } }
    }
}

/// A question before something is changed for good, in place and without script: the button opens it.
pub fn confirm(lang: Lang, action: &str, words: &str, question: Markup, yes: &str) -> Markup {
    html! {
        details.confirm name="confirm" {
            summary.btn { (words) }
            form.panel.pad.stack method="post" action=(action) {
                (question)
                div.row { (super::submit(Weight::Danger, yes)) button.btn.quiet type="button" data-closes { (t(lang, "confirm-cancel")) } }
            }
        }
    }
}

/// A native dialog. Whatever opens it is a link to a page with the same content, marked `data-opens="#id"`.
pub fn dialog(lang: Lang, id: &str, title: &str, body: Markup) -> Markup {
    html! {
        dialog id=(id) aria-labelledby={ (id) "-title" } {
            header { h2 id={ (id) "-title" } { (title) }
                form method="dialog" { button.btn.quiet aria-label=(t(lang, "close")) { (icon("cross")) } } }
            div.body { (body) }
        }
    }
}

/// Text to take elsewhere: always selectable, with a copy button where script runs.
pub fn copyable(lang: Lang, id: &str, label: &str, text: &str) -> Markup {
    html! {
        div.field {
            label for=(id) { (label) }
            div.copy {
                input.input id=(id) value=(text) readonly;
                button.btn type="button" data-copy={ "#" (id) } data-said=(t(lang, "copied")) hidden {
                    (icon("copy")) (t(lang, "copy")) span.vh { " " (label) }
                }
            }
        }
    }
}

/// A message as it was sent, such as an e-mail in the demonstration's outbox.
pub fn message(head: &[(String, Markup)], subject: &str, body: &str) -> Markup {
    html! {
        article.mail { header { h3 { (subject) } (facts(head)) } div.words { (body) } }
    }
}
