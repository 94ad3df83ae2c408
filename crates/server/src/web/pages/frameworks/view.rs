//! The markup of the framework pages.

use crate::i18n::{self, t};
use crate::queries::frameworks::{Counted, Found, Looking, Neighbours, Report};
use crate::t;
use crate::urls;
use crate::web::extract::PAGE;
use crate::web::parts::{
    Form, Head, Tone, Weight, breadcrumbs, choice, empty, error_summary, facts, field, notice, pagination, panel, search, submit, table,
};
use domain::Lang;
use exchange::RowError;
use exchange::nice::Unreadable;
use maud::{Markup, html};
use store::frameworks::{Element, Framework, Rejected};

/// The kinds that have words here, in the order they are shown.
const KINDS: &[&str] = &["category", "work_role", "competency_area", "task", "skill", "knowledge", "opm_code", "sort"];

/// What a kind of element is called; one we have no word for is shown by the name that the file gives it.
pub fn kind_name(lang: Lang, kind: &str) -> String {
    if KINDS.contains(&kind) { t(lang, &format!("frameworks-kind-{}", kind.replace('_', "-"))) } else { kind.replace('_', " ") }
}

fn many_of(lang: Lang, kind: &str) -> String {
    if KINDS.contains(&kind) { t(lang, &format!("frameworks-kinds-{}", kind.replace('_', "-"))) } else { kind.replace('_', " ") }
}

/// The kinds of a framework: those we know first, then the file's own.
fn in_order(kinds: &[(String, i64)]) -> Vec<&(String, i64)> {
    let mut sorted: Vec<_> = kinds.iter().collect();
    sorted.sort_by_key(|(kind, _)| KINDS.iter().position(|k| k == kind).unwrap_or(KINDS.len()));
    sorted
}

/// Name and edition.
pub fn name_of(framework: &Framework) -> String {
    format!("{} {}", framework.name, framework.version).trim_end().to_owned()
}

/// Every framework, and the form that takes one in. `refused` are the rows for which a file was turned away.
pub fn list(lang: Lang, found: &[Counted], form: &Form, refused: &[RowError]) -> Markup {
    html! {
        div.stack.tight {
            h1 { (t(lang, "frameworks-title")) }
            p.muted { (t(lang, "frameworks-lead")) }
        }
        (error_summary(form))
        @if !refused.is_empty() { (remarks_of(lang, refused)) }
        div.split {
            div.stack {
                @if found.is_empty() { (empty(&t(lang, "frameworks-none"), &t(lang, "frameworks-none-text"), None)) }
                @for one in found { (card(lang, one)) }
            }
            (import_form(lang, form))
        }
    }
}

fn card(lang: Lang, one: &Counted) -> Markup {
    let f = &one.framework;
    html! {
        section.panel.pad.stack.tight {
            h2 { a href=(urls::framework(lang, f.id)) { (f.name) } }
            p.sm.muted { (t!(lang, "frameworks-edition", edition = f.version.as_str(), date = i18n::date(lang, f.imported))) }
            ul.row.sm {
                @for (kind, n) in in_order(&one.kinds) { li { strong.num { (i18n::number(lang, *n)) } " " (many_of(lang, kind)) } }
            }
            p.sm { a href=(urls::framework_report(lang, f.id)) { (t(lang, "frameworks-report")) }
                @if one.rejected > 0 { span.muted { " · " (t!(lang, "frameworks-remarks", count = one.rejected)) } } }
        }
    }
}

fn import_form(lang: Lang, form: &Form) -> Markup {
    let choices = [
        choice("report", t(lang, "frameworks-bad-report")).hint(t(lang, "frameworks-bad-report-hint")),
        choice("refuse", t(lang, "frameworks-bad-refuse")).hint(t(lang, "frameworks-bad-refuse-hint")),
    ];
    html! {
        section.panel.pad aria-labelledby="import" {
            h2.t #import { (t(lang, "frameworks-import")) }
            form.stack method="post" action=(urls::frameworks(lang)) enctype="multipart/form-data" {
                (field("file", t(lang, "frameworks-file")).hint(t(lang, "frameworks-file-hint")).file(form, ".json,application/json", false))
                (field("bad_rows", t(lang, "frameworks-bad")).radios(form, &choices))
                div { (submit(Weight::Main, &t(lang, "frameworks-import-do"))) }
            }
        }
    }
}

/// How many of the rows that turned a file away are listed: enough to see what is wrong with it.
const MOST_REFUSED: usize = 200;

/// The rows of a file that could not be taken in.
pub fn remarks_of(lang: Lang, errors: &[RowError]) -> Markup {
    let rows: Vec<Rejected> = errors
        .iter()
        .take(MOST_REFUSED)
        .map(|e| Rejected { line: e.line as i64, source_id: e.source_id.clone(), code: e.code.name().to_owned(), reason: e.reason.clone() })
        .collect();
    let aside = html! { (t!(lang, "frameworks-remarks", count = errors.len())) };
    panel(
        "refused",
        &t(lang, "frameworks-rows"),
        Some(aside),
        html! {
            (remarks(lang, &rows))
            @if errors.len() > MOST_REFUSED { p.sm.muted { (t!(lang, "frameworks-rows-first", count = MOST_REFUSED)) } }
        },
    )
}

/// Why a file can't be read.
pub fn unreadable(lang: Lang, why: &Unreadable) -> String {
    match why {
        Unreadable::TooLarge => t(lang, "wrong-file-too-large"),
        Unreadable::NotUtf8 { line } => t!(lang, "frameworks-not-utf8", line = *line),
        Unreadable::Truncated { line } => t!(lang, "frameworks-truncated", line = *line),
        Unreadable::NotJson { line } => t!(lang, "frameworks-not-json", line = *line),
        Unreadable::NotAnExport { missing } => t!(lang, "frameworks-not-export", missing = *missing),
        Unreadable::TooManyRows => t(lang, "frameworks-too-many-rows"),
        Unreadable::NoDocument => t(lang, "frameworks-no-document"),
    }
}

/// Rows with their line, id and what was wrong. The reader's own sentence is English; French has one for each kind of fault.
fn remarks(lang: Lang, rows: &[Rejected]) -> Markup {
    let heads =
        [Head::text(t(lang, "frameworks-line")), Head::text(t(lang, "frameworks-source-id")), Head::text(t(lang, "frameworks-reason"))];
    let rows: Vec<Vec<Markup>> = rows
        .iter()
        .map(|r| {
            let line = html! { span.num { (i18n::number(lang, r.line)) } };
            let source = html! { code { (r.source_id.as_deref().unwrap_or("–")) } };
            let reason = html! {
                @if lang == Lang::Fr { p { (t(lang, &format!("frameworks-fault-{}", r.code.replace('_', "-")))) } }
                p.muted[lang == Lang::Fr] lang="en" { (r.reason) }
            };
            vec![line, source, reason]
        })
        .collect();
    table(&t!(lang, "table-of", what = t(lang, "frameworks-rows")), &heads, &rows)
}

fn above(lang: Lang, framework: Option<&Framework>) -> Markup {
    let title = t(lang, "frameworks-title");
    let list = urls::frameworks(lang);
    match framework {
        None => breadcrumbs(lang, &[(&title, &list)]),
        Some(f) => breadcrumbs(lang, &[(&title, &list), (&name_of(f), &urls::framework(lang, f.id))]),
    }
}

/// A framework: counts, search, a page of elements.
pub fn framework(lang: Lang, counted: &Counted, found: &Found, looking: &Looking) -> Markup {
    let f = &counted.framework;
    html! {
        (above(lang, None))
        div.stack.tight {
            h1 lang="en" { (f.name) }
            p.muted { (t!(lang, "frameworks-edition", edition = f.version.as_str(), date = i18n::date(lang, f.imported)))
                " · " (t!(lang, "frameworks-links", count = counted.links))
                " · " a href=(urls::framework_report(lang, f.id)) { (t(lang, "frameworks-report")) } }
            @if !f.website.is_empty() { p.sm.kept-lines { a href=(f.website) rel="noreferrer" { (f.website) } } }
        }
        (elements(lang, counted, found, looking))
    }
}

/// Search, kinds and the elements found; script swaps it whole.
fn elements(lang: Lang, counted: &Counted, found: &Found, looking: &Looking) -> Markup {
    let base = urls::framework(lang, counted.framework.id);
    let said = t!(lang, "frameworks-found", count = found.all);
    let kept: &[_] = if looking.kind.is_empty() { &[] } else { &[("kind", looking.kind.as_str())] };
    html! {
        div.stack #elements data-say=(said) tabindex="-1" {
            div.row {
                (search(&base, &t(lang, "frameworks-search"), &looking.words, Some("elements"), kept))
                (kinds(lang, &base, counted, looking))
            }
            p.sm.muted { (said) }
            @if found.elements.is_empty() {
                (empty(&t(lang, "frameworks-nothing"), &t(lang, "frameworks-nothing-text"), Some(html! { a.btn href=(base) { (t(lang, "frameworks-all")) } })))
            } @else {
                div.panel.pad { (element_table(lang, counted, &found.elements)) }
            }
            @let pages = (found.all as usize).div_ceil(PAGE as usize);
            (pagination(lang, looking.page as usize, pages, |page| address(&base, &Looking { page: page as i64, ..looking.clone() })))
        }
    }
}

fn kinds(lang: Lang, base: &str, counted: &Counted, looking: &Looking) -> Markup {
    let to = |kind: &str| address(base, &Looking { kind: kind.to_owned(), page: 1, ..looking.clone() });
    let all = (t(lang, "frameworks-all"), Some(counted.elements() as usize), to(""), looking.kind.is_empty());
    let each =
        in_order(&counted.kinds).into_iter().map(|(kind, n)| (many_of(lang, kind), Some(*n as usize), to(kind), looking.kind == *kind));
    let links: Vec<_> = std::iter::once(all).chain(each).collect();
    crate::web::parts::filters(&t(lang, "frameworks-kind"), Some("elements"), &links)
}

/// The address of a list as somebody looks at it.
fn address(base: &str, looking: &Looking) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in [("q", looking.words.as_str()), ("kind", looking.kind.as_str())] {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    if looking.page > 1 {
        query.append_pair("page", &looking.page.to_string());
    }
    let query = query.finish();
    if query.is_empty() { base.to_owned() } else { format!("{base}?{query}") }
}

fn element_table(lang: Lang, counted: &Counted, elements: &[Element]) -> Markup {
    let heads =
        [Head::text(t(lang, "frameworks-source-id")), Head::text(t(lang, "frameworks-text")), Head::text(t(lang, "frameworks-kind"))];
    let rows: Vec<Vec<Markup>> = elements
        .iter()
        .map(|e| {
            let id = html! { a href=(urls::element(lang, counted.framework.id, &e.source_id)) { (e.source_id) } };
            vec![id, words(e), html! { (kind_name(lang, &e.kind)) }]
        })
        .collect();
    table(&t(lang, "frameworks-elements"), &heads, &rows)
}

/// Title and text of an element, in the language of the framework.
fn words(e: &Element) -> Markup {
    html! { div lang="en" { @if !e.title.is_empty() { p { strong { (e.title) } } } @if !e.text.is_empty() { p { (e.text) } } } }
}

/// One element and its neighbours.
pub fn element(lang: Lang, found: &Neighbours) -> Markup {
    let e = &found.element;
    let title = if e.title.is_empty() { &e.source_id } else { &e.title };
    html! {
        (above(lang, Some(&found.framework)))
        div.stack.tight {
            p.sm.muted { (kind_name(lang, &e.kind)) " " code { (e.source_id) } " · " (t!(lang, "frameworks-on-line", line = e.line)) }
            h1 lang=[(!e.title.is_empty()).then_some("en")] { (title) }
            @if !e.text.is_empty() { p lang="en" { (e.text) } }
        }
        @if e.kind == "work_role" {
            p { a.btn.main href={ (urls::new_profile(lang)) "?framework=" (found.framework.id) "&role=" (urls::encode(&e.source_id)) } { (t(lang, "frameworks-begin-profile")) } }
        }
        (linked(lang, "to", &t(lang, "frameworks-linked-to"), found, &found.to))
        (linked(lang, "from", &t(lang, "frameworks-linked-from"), found, &found.from))
        @if found.to.is_empty() && found.from.is_empty() { p.muted { (t(lang, "frameworks-no-links")) } }
    }
}

fn linked(lang: Lang, id: &str, title: &str, found: &Neighbours, elements: &[Element]) -> Markup {
    let mut kinds: Vec<&str> = elements.iter().map(|e| e.kind.as_str()).collect();
    kinds.sort_by_key(|kind| KINDS.iter().position(|k| k == kind).unwrap_or(KINDS.len()));
    kinds.dedup();
    html! {
        @if !elements.is_empty() {
            (panel(id, title, Some(html! { span.num { (elements.len()) } }), html! {
                div.stack {
                    @for kind in kinds {
                        @let same = elements.iter().filter(|e| e.kind == kind).collect::<Vec<_>>();
                        details open[same.len() <= 12] {
                            summary { (many_of(lang, kind)) " " span.muted.num { "(" (same.len()) ")" } }
                            ul.stack.tight.sm {
                                @for e in same {
                                    li { a href=(urls::element(lang, found.framework.id, &e.source_id)) { (e.source_id) } " "
                                        span lang="en" { (if e.title.is_empty() { &e.text } else { &e.title }) } }
                                }
                            }
                        }
                    }
                }
            }))
        }
    }
}

/// What came of an import.
pub fn report(lang: Lang, report: &Report, page: i64) -> Markup {
    let counted = &report.counted;
    let f = &counted.framework;
    let all = counted.rejected;
    let mut rows: Vec<(String, Markup)> = in_order(&counted.kinds)
        .into_iter()
        .map(|(kind, n)| (many_of(lang, kind), html! { span.num { (i18n::number(lang, *n)) } }))
        .collect();
    rows.push((t(lang, "frameworks-links-name"), html! { span.num { (i18n::number(lang, counted.links)) } }));
    rows.push((t(lang, "frameworks-remarks-name"), html! { span.num { (i18n::number(lang, all)) } }));
    html! {
        (above(lang, Some(f)))
        h1 { (t(lang, "frameworks-report")) }
        @if all == 0 { (notice(Tone::Good, html! { p { (t(lang, "frameworks-all-taken")) } })) }
        (panel("counts", &t(lang, "frameworks-taken"), None, facts(&rows)))
        @if all > 0 {
            (panel("rows", &t(lang, "frameworks-rows"), Some(html! { (t!(lang, "frameworks-remarks", count = all)) }), html! {
                p.sm.muted { (t(lang, "frameworks-rows-text")) }
                (remarks(lang, &report.rows))
                @let pages = (all as usize).div_ceil(PAGE as usize);
                (pagination(lang, page as usize, pages, |n| format!("{}?page={n}", urls::framework_report(lang, f.id))))
            }))
        }
        p { a.btn href=(urls::framework(lang, f.id)) { (t(lang, "frameworks-open")) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_words_in_french() {
        use exchange::Fault::*;
        let faults = [
            Malformed,
            MissingField,
            NotText,
            EmptyField,
            TooLong,
            ControlCharacter,
            DuplicateId,
            DuplicateLink,
            DanglingLink,
            SelfLink,
            UnknownRelation,
            OtherDocument,
            BadWebsite,
            UnknownField,
            WrongColumns,
            NotUtf8,
            UnclosedQuote,
            MissingColumn,
            OtherKind,
        ];
        for fault in faults {
            let key = format!("frameworks-fault-{}", fault.name().replace('_', "-"));
            assert_ne!(t(Lang::Fr, &key), key);
        }
        for kind in KINDS {
            assert!(!kind_name(Lang::Fr, kind).starts_with("frameworks-") && !many_of(Lang::En, kind).starts_with("frameworks-"));
        }
    }

    #[test]
    fn an_address_says_only_what_is_narrowed() {
        let looking = Looking { words: "a&b c".to_owned(), kind: String::new(), page: 1 };
        assert_eq!(address("/en/frameworks/x", &looking), "/en/frameworks/x?q=a%26b+c");
        assert_eq!(address("/x", &Looking { page: 2, ..Looking::default() }), "/x?page=2");
    }
}
