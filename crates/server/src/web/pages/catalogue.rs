//! The public catalogue: every published profile, searched by words and narrowed by owner, issuer and occupation.
//! Each state of it has an address of its own.

use crate::access::{Thing, Verb};
use crate::caller::Visitor;
use crate::i18n::t;
use crate::queries::catalogue::{self, Counted, Listing, Organisations, name_of};
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked, PAGE};
use crate::web::layout::Section;
use crate::web::parts::{Applied, Facet, FacetOption, Look, Weight, emblem, empty, facets, link, pagination, search, study_for};
use crate::web::routes::Routes;
use domain::{Lang, ProfileId};
use maud::{Markup, html};
use store::profiles::{Card, Filter};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/{lang}/catalogue", Verb::View, Thing::Catalogue, list)
}

async fn list(who: Visitor, asked: Asked) -> Page {
    let (filter, page) = (filter(&asked), asked.page());
    let listing = catalogue::listing(&who, &filter, page, PAGE).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "catalogue-title"), Section::Catalogue, view(who.lang, &filter, page, &listing))
}

/// How many values of one facet can be chosen together.
const MOST_CHOSEN: usize = 20;

/// What the address asks for. A value with a space in it is no id and no code.
fn filter(asked: &Asked) -> Filter {
    let all = |name: &str| {
        let values = asked.0.iter().filter(|(n, v)| n == name && !v.is_empty() && v.len() <= 64 && !v.contains(char::is_whitespace));
        values.map(|(_, v)| v.clone()).take(MOST_CHOSEN).collect::<Vec<_>>()
    };
    Filter { words: asked.get("q"), owners: all("owner"), issuers: all("issuer"), occupations: all("occupation") }
}

/// What is chosen, as it stands in an address.
fn chosen(f: &Filter) -> Vec<(&'static str, &str)> {
    let words = (!f.words.is_empty()).then_some(("q", f.words.as_str()));
    let lists = [("owner", &f.owners), ("issuer", &f.issuers), ("occupation", &f.occupations)];
    words.into_iter().chain(lists.into_iter().flat_map(|(name, values)| values.iter().map(move |v| (name, v.as_str())))).collect()
}

/// The address of a state of the catalogue.
fn address<'a>(lang: Lang, pairs: impl IntoIterator<Item = (&'a str, &'a str)>, page: usize) -> String {
    urls::listed(urls::catalogue(lang), pairs, page)
}

fn view(lang: Lang, f: &Filter, page: i64, listing: &Listing) -> Markup {
    let pages = ((listing.total + PAGE - 1) / PAGE).max(1) as usize;
    let said = t!(lang, "catalogue-found", count = listing.total);
    html! {
        div.stack.tight {
            h1 { (t(lang, "catalogue-title")) }
            p.muted { (t(lang, "catalogue-lead")) }
        }
        // All of it is replaced together, so that no address in it is of an earlier search.
        div.split.catalogue #catalogue tabindex="-1" data-say=(said) {
            div.stack {
                (search_form(lang, f))
                div.row { p.sm.num { strong { (said) } } a.sm.to-filters.push href="#filters" { (t(lang, "catalogue-to-filters")) } }
                h2.vh { (t(lang, "catalogue-profiles")) }
                @if listing.cards.is_empty() { (nothing(lang, f, listing.total)) }
                ul.profile-list { @for card in &listing.cards { (result(lang, &listing.organisations, card)) } }
                (pagination(lang, page as usize, pages, |n| address(lang, chosen(f), n)))
            }
            aside.panel.pad #filters aria-label=(t(lang, "catalogue-filters")) { (narrowing(lang, f, listing)) }
        }
    }
}

fn search_form(lang: Lang, f: &Filter) -> Markup {
    let keep: Vec<_> = chosen(f).into_iter().filter(|(name, _)| *name != "q").collect();
    search(&urls::catalogue(lang), &t(lang, "catalogue-search"), &f.words, Some("catalogue"), &keep)
}

fn narrowing(lang: Lang, f: &Filter, listing: &Listing) -> Markup {
    let groups = [
        ("owner", t(lang, "catalogue-owner"), &listing.owners),
        ("issuer", t(lang, "catalogue-issuer"), &listing.issuers),
        ("occupation", t(lang, "catalogue-occupation"), &listing.occupations),
    ];
    let label = |name: &str, c: &Counted| {
        let code = name == "occupation" && c.label.get(lang) != c.value;
        if code { format!("{} ({})", c.label.get(lang), c.value) } else { c.label.get(lang).to_owned() }
    };
    let facet = |(name, words, values): &(&str, String, &Vec<Counted>)| Facet {
        name: (*name).to_owned(),
        label: words.clone(),
        options: values
            .iter()
            .map(|c| FacetOption { value: c.value.clone(), label: label(name, c), count: Some(c.count as usize), on: c.on })
            .collect(),
    };
    let without = |gone: (&str, &str)| address(lang, chosen(f).into_iter().filter(|pair| *pair != gone), 1);
    let applied: Vec<_> = groups
        .iter()
        .flat_map(|(name, words, values)| values.iter().filter(|c| c.on).map(move |c| (*name, words, c)))
        .map(|(name, words, c)| Applied {
            label: t!(lang, "catalogue-applied", facet = words.as_str(), value = label(name, c)),
            without: without((name, &c.value)),
        })
        .collect();
    let keep: Vec<_> = chosen(f).into_iter().filter(|(name, _)| *name == "q").collect();
    let shown: Vec<_> = groups.iter().map(facet).filter(|f| !f.options.is_empty()).collect();
    facets(lang, &address(lang, keep.iter().copied(), 1), &keep, &shown, &applied)
}

fn nothing(lang: Lang, f: &Filter, total: i64) -> Markup {
    let asked = chosen(f);
    let way_out = |words: &str| link(Weight::Plain, &urls::catalogue(lang), words);
    html! {
        @if total > 0 {
            (empty(&t(lang, "catalogue-past-end"), &t(lang, "catalogue-past-end-text"), Some(link(Weight::Plain, &address(lang, asked, 1), &t(lang, "catalogue-first-page")))))
        } @else if asked.is_empty() {
            (empty(&t(lang, "catalogue-empty"), &t(lang, "catalogue-empty-text"), None))
        } @else {
            (empty(&t(lang, "catalogue-nothing"), &t(lang, "catalogue-nothing-text"), Some(way_out(&t(lang, "catalogue-all")))))
        }
    }
}

/// The emblem of a profile: drawn from its id, in the tones of its first occupation.
pub fn emblem_of(profile: ProfileId, occupation: &str) -> Markup {
    emblem(&profile.to_string(), Look::earned(study_for(occupation), 0), None)
}

/// A profile as a line of a list.
pub fn result(lang: Lang, organisations: &Organisations, card: &Card) -> Markup {
    let (owner, issuer) = (name_of(organisations, card.owner), name_of(organisations, card.issuer));
    html! {
        li.panel {
            (emblem_of(card.profile, &card.occupation))
            div {
                h3 { a href=(urls::profile(lang, card.profile)) { (card.title.get(lang)) } }
                p { (card.summary.get(lang)) }
                p.sm.muted {
                    @if card.owner == card.issuer { (t!(lang, "catalogue-from", owner = owner.get(lang))) }
                    @else { (t!(lang, "catalogue-from-two", owner = owner.get(lang), issuer = issuer.get(lang))) }
                }
                p.sm.muted.num {
                    (t!(lang, "profile-count-competencies", count = card.competencies)) ", "
                    (t!(lang, "profile-count-criteria", count = card.criteria))
                    @if !card.occupation.is_empty() { " · " (t!(lang, "catalogue-code", code = card.occupation.as_str())) }
                }
            }
        }
    }
}
