//! The list, how it is searched, ordered and narrowed.

use super::{FACETS, ORDERS, State, address, tell};
use crate::i18n::{date, t};
use crate::queries::learning::{Counted, Listing, Names};
use crate::t;
use crate::urls;
use crate::web::extract::PAGE;
use crate::web::parts::{Applied, Facet, FacetOption, Weight, empty, facets, filters, link, pagination, search};
use domain::Lang;
use domain::offering::Offering;
use maud::{Markup, html};

/// The whole page below the bar.
pub(super) fn view(lang: Lang, state: &State, listing: &Listing) -> Markup {
    let pages = ((listing.total + PAGE - 1) / PAGE).max(1) as usize;
    let said = t!(lang, "learning-found", count = listing.total);
    html! {
        div.stack.tight {
            h1 { (t(lang, "learning-title")) }
            p.muted { (t(lang, "learning-lead")) }
        }
        // All of it is replaced together, so that no address in it is of an earlier search.
        div.split.catalogue #learning tabindex="-1" data-say=(said) {
            div.stack {
                (search_form(lang, state))
                div.row { p.sm.num { strong { (said) } } a.sm.to-filters.push href="#filters" { (t(lang, "catalogue-to-filters")) } }
                (order_links(lang, state))
                h2.vh { (t(lang, "learning-results")) }
                @if listing.offerings.is_empty() { (nothing(lang, state, listing.total)) } @else { (chosen_form(lang, listing)) }
                (pagination(lang, state.page as usize, pages, |n| address(lang, state.pairs(), n)))
                (open_data(lang))
            }
            aside.panel.pad #filters aria-label=(t(lang, "catalogue-filters")) { (narrowing(lang, state, listing)) }
        }
    }
}

fn search_form(lang: Lang, state: &State) -> Markup {
    let keep: Vec<_> = state.pairs().into_iter().filter(|(name, _)| *name != "q").collect();
    search(&urls::learning(lang), &t(lang, "learning-search"), &state.filter.words, Some("learning"), &keep)
}

/// The orders, and how the list comes to be in this one: nobody can pay for a place in it.
fn order_links(lang: Lang, state: &State) -> Markup {
    let links: Vec<_> = ORDERS
        .iter()
        .map(|(name, order)| {
            let other = State { order: *order, ..state.clone() };
            (t(lang, &format!("learning-order-{name}")), None, address(lang, other.pairs(), 1), state.order == *order)
        })
        .collect();
    let name = ORDERS.iter().find(|(_, o)| *o == state.order).map_or("best", |(name, _)| name);
    html! {
        (filters(&t(lang, "learning-order"), Some("learning"), &links))
        p.sm.muted { (t(lang, &format!("learning-ranked-{name}"))) " " (t(lang, "learning-unpaid")) }
    }
}

/// The results, each with a box to choose it for comparing.
fn chosen_form(lang: Lang, listing: &Listing) -> Markup {
    html! {
        form.stack action=(urls::learning_compared(lang)) {
            ul.profile-list.offerings { @for o in &listing.offerings { (result(lang, &listing.names, o)) } }
            div.row { button.btn { (t(lang, "learning-compare")) } span.sm.muted { (t(lang, "learning-compare-hint")) } }
        }
    }
}

fn result(lang: Lang, names: &Names, o: &Offering) -> Markup {
    let title = o.title.get(lang);
    html! {
        li.panel {
            input.box type="checkbox" name="o" value=(o.id) aria-label=(t!(lang, "learning-choose", title = title));
            div {
                h3 { a href=(urls::learning_one(lang, o.id)) lang=[tell::other_language(lang, o)] { (title) } }
                p.sm { (names.provider(lang, o).map_or_else(|| t(lang, "learning-no-provider"), str::to_owned))
                    @if let Some(place) = &o.place { " · " (place) } }
                dl.offering-facts {
                    (fact(&t(lang, "learning-price"), &tell::price(lang, o.price.as_ref())))
                    (fact(&t(lang, "learning-length"), &tell::length(lang, o.days.as_ref())))
                    (fact(&t(lang, "learning-work"), &tell::work(lang, o)))
                    (fact(&t(lang, "learning-mode"), &tell::participation(lang, o.participation)))
                }
                @if !o.skills.is_empty() {
                    p.sm.muted lang=[tell::other_language(lang, o)] { (o.skills.iter().take(8).map(String::as_str).collect::<Vec<_>>().join(", ")) }
                }
                p.sm.muted { (source(lang, names, o)) }
            }
        }
    }
}

fn fact(name: &str, value: &str) -> Markup {
    html! { div { dt { (name) } dd.num { (value) } } }
}

/// Where all of its numbers come from, and from which day they are.
pub fn source(lang: Lang, names: &Names, o: &Offering) -> String {
    let day = date(lang, o.source.on);
    match names.catalogue(o) {
        Some(name) => t!(lang, "learning-source", name = name, day = day),
        None => t!(lang, "learning-source-here", day = day),
    }
}

fn narrowing(lang: Lang, state: &State, listing: &Listing) -> Markup {
    let label =
        |facet: &str, c: &Counted| tell::facet_value(lang, facet, &c.value).or_else(|| c.label.clone()).unwrap_or_else(|| c.value.clone());
    let title = |facet: &str| t(lang, &format!("learning-facet-{facet}"));
    let groups = FACETS.into_iter().zip(&listing.facets);
    let shown: Vec<Facet> = groups
        .clone()
        .filter(|(_, values)| !values.is_empty())
        .map(|(name, values)| {
            let mut values: Vec<&Counted> = values.iter().collect();
            values.sort_by_key(|c| tell::rank(name, &c.value));
            let option =
                |c: &&Counted| FacetOption { value: c.value.clone(), label: label(name, c), count: Some(c.count as usize), on: c.on };
            Facet { name: name.to_owned(), label: title(name), options: values.iter().map(option).collect() }
        })
        .collect();
    let without = |gone: (&str, &str)| address(lang, state.pairs().into_iter().filter(|pair| *pair != gone), 1);
    let applied: Vec<Applied> = groups
        .flat_map(|(name, values)| values.iter().filter(|c| c.on).map(move |c| (name, c)))
        .map(|(name, c)| Applied {
            label: t!(lang, "catalogue-applied", facet = title(name), value = label(name, c)),
            without: without((name, &c.value)),
        })
        .collect();
    let keep: Vec<_> = state.pairs().into_iter().filter(|(name, _)| matches!(*name, "q" | "order")).collect();
    facets(lang, &address(lang, keep.iter().copied(), 1), &keep, &shown, &applied)
}

fn nothing(lang: Lang, state: &State, total: i64) -> Markup {
    html! {
        @if total > 0 {
            (empty(&t(lang, "catalogue-past-end"), &t(lang, "catalogue-past-end-text"), Some(link(Weight::Plain, &address(lang, state.pairs(), 1), &t(lang, "catalogue-first-page")))))
        } @else if state.pairs().is_empty() {
            (empty(&t(lang, "learning-empty"), &t(lang, "learning-empty-text"), None))
        } @else {
            (empty(&t(lang, "learning-nothing"), &t(lang, "learning-nothing-text"), Some(link(Weight::Plain, &urls::learning(lang), &t(lang, "learning-all")))))
        }
    }
}

fn open_data(lang: Lang) -> Markup {
    html! {
        p.sm.muted { (t(lang, "learning-open")) " " a href="/learning.csv" { "CSV" } " · " a href="/learning.json" { "JSON" } }
    }
}
