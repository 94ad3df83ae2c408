//! Lists and the ways to narrow them: filter links, search, facets, pages, tables.

use super::{State, icon, level, mark, row_link};
use crate::i18n::t;
use crate::t;
use domain::Lang;
use maud::{Markup, html};

/// Links that show a part of a list: words, count, address, whether it is shown now. Each has its own address.
/// With `into` (an element's id) script swaps that element in place.
pub fn filters(label: &str, into: Option<&str>, links: &[(String, Option<usize>, String, bool)]) -> Markup {
    html! {
        nav.filters aria-label=(label) data-into=[into.map(|id| format!("#{id}"))] {
            @for (i, (words, count, href, here)) in links.iter().enumerate() {
                a id={ "filter-" (into.unwrap_or("list")) "-" (i) } href=(href) aria-current=[here.then_some("true")] {
                    (words) @if let Some(n) = count { " " span { (n) } }
                }
            }
        }
    }
}

/// [`filters`] as buttons of the form with this id, so that what is ticked in it goes along: words, value, whether it is this one.
pub fn filter_buttons(label: &str, form: &str, name: &str, values: &[(String, &str, bool)]) -> Markup {
    html! {
        div.filters role="group" aria-label=(label) {
            @for (words, value, here) in values {
                button id={ "filter-" (value) } form=(form) name=(name) value=(value) aria-current=[here.then_some("true")] { (words) }
            }
        }
    }
}

/// A search box. With `into` it searches while one types and says the result; without script Enter does the same. `keep` are other
/// parameters of the address.
pub fn search(action: &str, label: &str, value: &str, into: Option<&str>, keep: &[(&str, &str)]) -> Markup {
    html! {
        form.search role="search" action=(action) data-into=[into.map(|id| format!("#{id}"))] data-live[into.is_some()] {
            label.vh for="q" { (label) }
            input.input #q type="search" name="q" value=(value) placeholder=(label) maxlength="200";
            @for (name, value) in keep { input type="hidden" name=(name) value=(value); }
            button.btn { (icon("search")) span.vh { (label) } }
        }
    }
}

/// A group of boxes to narrow a list by.
#[derive(Clone, Debug)]
pub struct Facet {
    pub name: String,
    pub label: String,
    pub options: Vec<FacetOption>,
}

/// One box of a facet.
#[derive(Clone, Debug)]
pub struct FacetOption {
    pub value: String,
    pub label: String,
    pub count: Option<usize>,
    pub on: bool,
}

/// A filter in force, with the address of the list without it.
#[derive(Clone, Debug)]
pub struct Applied {
    pub label: String,
    pub without: String,
}

/// Boxes with a button that applies them, never by themselves; the filters in force can each be taken off.
/// `keep` are other parameters of the address, such as the search words.
pub fn facets(lang: Lang, action: &str, keep: &[(&str, &str)], groups: &[Facet], applied: &[Applied]) -> Markup {
    html! {
        div.facets {
            @if !applied.is_empty() {
                div.applied {
                    h2.vh { (t(lang, "filters-applied")) }
                    ul { @for a in applied {
                        li { a.chip href=(a.without) { span.vh { (t(lang, "filter-remove")) " " } (a.label) (icon("cross")) } }
                    } }
                    a.sm href=(action) { (t(lang, "filter-clear")) }
                }
            }
            form action=(action) {
                @for (name, value) in keep { input type="hidden" name=(name) value=(value); }
                @for group in groups {
                    details open[group.options.iter().any(|o| o.on) || group.options.len() < 7] {
                        summary { (group.label) }
                        fieldset { legend.vh { (group.label) }
                            @for o in &group.options {
                                label.tick {
                                    input type="checkbox" name=(group.name) value=(o.value) checked[o.on];
                                    span { (o.label) @if let Some(n) = o.count { " " span.muted.num { "(" (n) ")" } } }
                                }
                            }
                        }
                    }
                }
                button.btn.wide { (t(lang, "filter-apply")) }
            }
        }
    }
}

/// Links to the pages of a list; nothing for a list of one page.
pub fn pagination(lang: Lang, page: usize, pages: usize, href: impl Fn(usize) -> String) -> Markup {
    html! {
        @if pages > 1 {
            nav.pages aria-label=(t(lang, "page-nav")) {
                @if page > 1 { a.btn.small rel="prev" href=(href(page - 1)) { (icon("back")) (t(lang, "page-previous")) } }
                span.sm.num { (t!(lang, "page-of", page = page, pages = pages)) }
                @if page < pages { a.btn.small rel="next" href=(href(page + 1)) { (t(lang, "page-next")) (icon("arrow")) } }
            }
        }
    }
}

/// [`pagination`] as buttons of the form with this id, so that what is ticked in it goes along.
pub fn pages_of_form(lang: Lang, form: &str, page: usize, pages: usize) -> Markup {
    html! {
        @if pages > 1 {
            nav.pages aria-label=(t(lang, "page-nav")) {
                @if page > 1 { button.btn.small form=(form) name="page" value=(page - 1) { (icon("back")) (t(lang, "page-previous")) } }
                span.sm.num { (t!(lang, "page-of", page = page, pages = pages)) }
                @if page < pages { button.btn.small form=(form) name="page" value=(page + 1) { (t(lang, "page-next")) (icon("arrow")) } }
            }
        }
    }
}

/// The head of a column.
#[derive(Clone, Debug)]
pub struct Head {
    words: String,
    number: bool,
    hidden: bool,
}

impl Head {
    /// A column of words.
    pub fn text(words: impl Into<String>) -> Head {
        Head { words: words.into(), number: false, hidden: false }
    }

    /// A column of numbers, set flush right.
    pub fn number(words: impl Into<String>) -> Head {
        Head { words: words.into(), number: true, hidden: false }
    }

    /// A column of buttons, whose head is only heard.
    pub fn actions(words: impl Into<String>) -> Head {
        Head { words: words.into(), number: true, hidden: true }
    }
}

/// A table that becomes a list of cards on a phone. The first cell of a row names it.
pub fn table(caption: &str, heads: &[Head], rows: &[Vec<Markup>]) -> Markup {
    html! {
        div.scroll-x tabindex="0" role="region" aria-label=(caption) {
            table.table.cards {
                caption.vh { (caption) }
                thead { tr { @for h in heads {
                    th.n[h.number] scope="col" { @if h.hidden { span.vh { (h.words) } } @else { (h.words) } }
                } } }
                tbody {
                    @for row in rows {
                        tr { @for (i, (cell, head)) in row.iter().zip(heads).enumerate() {
                            @if i == 0 { th scope="row" { (cell) } }
                            @else { td.n[head.number] data-l=[(!head.hidden).then_some(&head.words)] { (cell) } }
                        } }
                    }
                }
            }
        }
    }
}

/// One line of a competency list: state, name, what to know, levels, and exactly one next action.
pub fn competency_row(
    lang: Lang,
    state: State,
    (name, href): (&str, &str),
    meta: Markup,
    levels: Option<(u8, u8, u8)>,
    action: Option<(&str, &str)>,
) -> Markup {
    html! {
        li {
            (mark(state, Some(&state.word(lang))))
            div { a.name href=(href) { (name) } p.meta { (meta) } }
            @if let Some((now, want, top)) = levels { (level(lang, now, want, top)) } @else { span {} }
            @if let Some((words, href)) = action { div.do { (row_link(href, words, name)) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_one_page_has_no_links() {
        assert!(pagination(Lang::En, 1, 1, |n| n.to_string()).into_string().is_empty());
        let middle = pagination(Lang::En, 2, 3, |n| format!("?page={n}")).into_string();
        assert!(middle.contains("?page=1") && middle.contains("?page=3") && middle.contains("Page 2 of 3"));
    }

    #[test]
    fn a_long_facet_is_folded_until_something_in_it_is_chosen() {
        let option = |on| FacetOption { value: "v".into(), label: "L".into(), count: None, on };
        let facet = |on| Facet { name: "n".into(), label: "F".into(), options: (0..9).map(|i| option(on && i == 5)).collect() };
        let draw = |on| facets(Lang::En, "/", &[], &[facet(on)], &[]).into_string();
        assert!(!draw(false).contains("<details open"));
        assert!(draw(true).contains("<details open"));
    }
}
