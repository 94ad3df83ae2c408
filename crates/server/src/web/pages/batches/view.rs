//! The list of batches, the form that brings a list, and what was read of it.

use crate::actions::issue_batch::{MOST_DECISION, Refused};
use crate::caller::Member;
use crate::i18n::{date, date_short, number, t};
use crate::issuing::words::supervision;
use crate::queries::batches::{BatchLine, BatchPage};
use crate::web::pages::claims::pages;
use crate::web::parts::{
    Form, Head, Tone, Weight, back, choice, confirm, empty, error_summary, facts, field, link, notice, pagination, panel, panel_pad,
    row_link, submit, table, tone_pill,
};
use crate::{t, urls};
use domain::batch::{Batch, BatchState, Listed};
use domain::evidence::SupervisionIdentity;
use domain::{Lang, Text, VersionId};
use exchange::award_list::Unreadable;
use maud::{Markup, html};

/// Whether letters go anywhere: to a mail server, or to the demo's outbox.
pub fn letters_leave(who: &Member) -> bool {
    who.app.demo || who.app.config.mail.smtp.is_some()
}

/// Where a batch stands.
pub fn state_pill(lang: Lang, batch: &Batch) -> Markup {
    let tone = match batch.state {
        BatchState::Done { .. } => Tone::Good,
        BatchState::Checked | BatchState::Running { .. } | BatchState::Paused { .. } => Tone::Wait,
        BatchState::Cancelled { .. } => Tone::Info,
    };
    tone_pill(tone, &t(lang, &format!("batch-state-{}", batch.state.name())))
}

/// Every batch.
pub fn list(lang: Lang, (lines, all): &(Vec<BatchLine>, i64), page: i64) -> Markup {
    let heads = ["batch-head-title", "batch-head-file", "batch-head-made", "batch-head-state"].map(|k| Head::text(t(lang, k)));
    let heads: Vec<Head> =
        heads.into_iter().chain([Head::number(t(lang, "batch-head-issued")), Head::actions(t(lang, "register-open"))]).collect();
    let rows: Vec<_> = lines.iter().map(|l| row(lang, l)).collect();
    let new = link(Weight::Main, &urls::new_batch(lang), &t(lang, "batch-new"));
    html! {
        (back(&t(lang, "register-title"), &urls::register(lang)))
        div.stack.tight { h1 { (t(lang, "batches-title")) } p.muted { (t(lang, "batches-lead")) } }
        @if lines.is_empty() { (empty(&t(lang, "batches-none"), &t(lang, "batches-none-text"), Some(new))) }
        @else { div.row { (new) } (table(&t(lang, "batches-title"), &heads, &rows)) }
        (pagination(lang, page as usize, pages(*all), |n| format!("{}?page={n}", urls::batches(lang))))
    }
}

fn row(lang: Lang, l: &BatchLine) -> Vec<Markup> {
    let (href, title) = (urls::batch(lang, l.batch.id), l.version.body.title.get(lang));
    let done = format!("{} / {}", number(lang, l.batch.issued.into()), number(lang, l.batch.rows.into()));
    vec![
        html! { a href=(href) { (title) } },
        html! { (l.batch.file) },
        html! { span.num { (date_short(lang, l.batch.made)) } },
        state_pill(lang, &l.batch),
        html! { span.num { (done) } },
        row_link(&href, &t(lang, "register-open"), title),
    ]
}

/// The form that brings a list. `refused` are the rows for which a file was turned away.
pub fn new(lang: Lang, achievements: &[(VersionId, Text, u32)], form: &Form, refused: &[Refused]) -> Markup {
    let named = |(id, title, n): &(VersionId, Text, u32)| {
        choice(id.to_string(), t!(lang, "credential-version", title = title.get(lang), number = n.to_string()))
    };
    let choices: Vec<_> = achievements.iter().map(named).collect();
    let bad = [
        choice("report", t(lang, "frameworks-bad-report")).hint(t(lang, "frameworks-bad-report-hint")),
        choice("refuse", t(lang, "frameworks-bad-refuse")).hint(t(lang, "frameworks-bad-refuse-hint")),
    ];
    html! {
        (back(&t(lang, "batches-title"), &urls::batches(lang)))
        div.stack.tight { h1 { (t(lang, "batch-new")) } p.muted { (t(lang, "batch-new-lead")) } }
        (error_summary(form))
        @if !refused.is_empty() { (refused_rows(lang, refused)) }
        div.split {
            @if achievements.is_empty() { (empty(&t(lang, "batch-no-achievement"), &t(lang, "batch-no-achievement-text"), None)) }
            @else {
                form.panel.pad.stack method="post" action=(urls::batches(lang)) enctype="multipart/form-data" {
                    (field("version", t(lang, "batch-achievement")).hint(t(lang, "batch-achievement-hint")).select(form, &choices))
                    (field("file", t(lang, "batch-file")).hint(t(lang, "batch-file-hint")).file(form, ".csv,text/csv", false))
                    (field("bad_rows", t(lang, "frameworks-bad")).radios(form, &bad))
                    div { (submit(Weight::Main, &t(lang, "batch-check"))) }
                    p.sm.muted { (t(lang, "batch-check-means")) }
                }
            }
            aside { (columns(lang)) }
        }
    }
}

/// What the columns are called.
fn columns(lang: Lang) -> Markup {
    let names = ["name", "email", "number", "did", "date", "lang", "result"];
    let rows = names.map(|c| (t(lang, &format!("batch-column-{c}")), html! { (t(lang, &format!("batch-column-{c}-is"))) }));
    panel_pad("columns", &t(lang, "batch-columns"), html! { div.stack { p.sm { (t(lang, "batch-columns-text")) } (facts(&rows)) } })
}

/// Why a file can't be read.
pub fn unreadable(lang: Lang, why: &Unreadable) -> String {
    match why {
        Unreadable::TooLarge => t(lang, "wrong-file-too-large"),
        Unreadable::TooManyRows => t(lang, "batch-too-many-rows"),
        Unreadable::Empty => t(lang, "batch-empty"),
        Unreadable::NotUtf8 { line } => t!(lang, "batch-not-utf8", line = *line),
        Unreadable::Without(column) => t!(lang, "batch-without", column = t(lang, &format!("batch-column-{}", short(column)))),
        Unreadable::Twice(column) => t!(lang, "batch-twice", column = t(lang, &format!("batch-column-{}", short(column)))),
    }
}

/// Our short name of a column.
fn short(column: &str) -> &str {
    match column {
        "student number" => "number",
        "date awarded" => "date",
        "language" => "lang",
        other => other,
    }
}

/// How many bad rows a page lists.
const MOST_SHOWN: usize = 100;

/// Rows that were not taken in, by line.
pub fn refused_rows(lang: Lang, refused: &[Refused]) -> Markup {
    let heads = [Head::text(t(lang, "frameworks-line")), Head::text(t(lang, "batch-said")), Head::text(t(lang, "frameworks-reason"))];
    let rows: Vec<Vec<Markup>> = refused
        .iter()
        .take(MOST_SHOWN)
        .map(|r| {
            let why = if r.fault == "duplicate" {
                t!(lang, "batch-fault-duplicate", line = r.said.as_str())
            } else {
                t(lang, &format!("batch-fault-{}", r.fault))
            };
            vec![html! { span.num { (number(lang, r.line.into())) } }, html! { bdi.lines { (r.said) } }, html! { (why) }]
        })
        .collect();
    panel(
        "refused",
        &t(lang, "batch-refused-rows"),
        None,
        html! {
            (table(&t(lang, "batch-refused-rows"), &heads, &rows))
            @if refused.len() > MOST_SHOWN { p.sm.muted { (t!(lang, "frameworks-rows-first", count = MOST_SHOWN)) } }
        },
    )
}

/// What was read, before anything is issued.
pub fn checked(who: &Member, p: &BatchPage, form: &Form) -> Markup {
    let (lang, b) = (who.lang, &p.batch);
    html! {
        (back(&t(lang, "batches-title"), &urls::batches(lang)))
        div.stack.tight { h1 { (p.version.body.title.get(lang)) } p.muted { (b.file) } }
        (error_summary(form))
        div.split {
            div.stack {
                (notice(Tone::Info, html! { p { (t!(lang, "batch-read", count = b.rows)) @if b.refused > 0 { " " (t!(lang, "batch-read-refused", count = b.refused)) } } }))
                (panel("first", &t(lang, "batch-first"), None, first(lang, &p.first)))
                @if !p.refused.is_empty() { (refused_rows(lang, &p.refused)) }
            }
            aside.stack {
                (start(who, p, form))
                (panel_pad("discard", &t(lang, "batch-discard"), html! {
                    div.stack { p.sm { (t(lang, "batch-discard-text")) }
                        (confirm(lang, &format!("{}/cancel", urls::batch(lang, b.id)), &t(lang, "batch-discard"), html! { p { (t(lang, "batch-discard-ask")) } }, &t(lang, "batch-discard"))) }
                }))
            }
        }
    }
}

fn first(lang: Lang, rows: &[Listed]) -> Markup {
    let heads = ["batch-column-name", "batch-whom", "batch-column-date", "batch-column-result"].map(|k| Head::text(t(lang, k)));
    let rows: Vec<Vec<Markup>> = rows
        .iter()
        .map(|r| {
            let whom: Vec<&str> = [&r.email, &r.number, &r.did].into_iter().filter_map(|v| v.as_deref()).collect();
            vec![
                html! { bdi { (r.name) } },
                html! { span.kept-lines { (whom.join(", ")) } },
                html! { span.num { (date(lang, r.awarded)) } },
                html! { (r.result.as_deref().unwrap_or("–")) },
            ]
        })
        .collect();
    table(&t(lang, "batch-first"), &heads, &rows)
}

fn start(who: &Member, p: &BatchPage, form: &Form) -> Markup {
    let (lang, b) = (who.lang, &p.batch);
    let levels = SupervisionIdentity::ALL.map(|s| choice(s.code(), format!("{} – {}", s.code(), supervision(lang, s))));
    let langs = Lang::ALL.map(|l| choice(l.code(), t(lang, &format!("batch-lang-{}", l.code()))));
    panel_pad(
        "start",
        &t(lang, "batch-start-title"),
        html! {
            form.stack method="post" action={ (urls::batch(lang, b.id)) "/start" } {
                p.sm { (t!(lang, "batch-start-text", issuer = p.names.get(b.issuer, lang))) }
                (field("decision", t(lang, "batch-decision")).hint(t(lang, "batch-decision-hint")).max(MOST_DECISION).text(form))
                (field("supervision", t(lang, "batch-supervision")).hint(t(lang, "batch-supervision-hint")).select(form, &levels))
                @if letters_leave(who) {
                    (field("letters", t(lang, "batch-letters")).optional().checkbox(form))
                    (field("lang", t(lang, "batch-lang")).radios(form, &langs))
                } @else { p.sm.muted { (t(lang, "batch-no-letters")) } }
                (field("count", t(lang, "batch-count")).hint(t!(lang, "batch-count-hint", count = b.rows)).number(form))
                div { (submit(Weight::Main, &t(lang, "batch-start"))) }
            }
        },
    )
}
