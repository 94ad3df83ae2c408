//! Learning of everybody, for everybody: searched by words, narrowed, compared, and open to take along.
//! Each state of the list has an address of its own.

mod compare;
pub mod funding;
mod one;
mod open;
pub mod results;
pub mod tell;

use crate::access::{Thing, Verb};
use crate::caller::Visitor;
use crate::i18n::t;
use crate::queries::learning::{self, MOST_COMPARED};
use crate::queries::tags::may_tag;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked, At, PAGE};
use crate::web::layout::{self, Section};
use crate::web::routes::Routes;
use axum::response::IntoResponse as _;
use domain::{Lang, OfferingId};
use store::offerings::{Filter, Order};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/learning", Verb::View, Thing::Learning, list)
        .get("/{lang}/learning/compare", Verb::View, Thing::Learning, compare)
        .get("/{lang}/learning/{offering}", Verb::View, Thing::Learning, one)
        .get("/{lang}/learning/{offering}/funding", Verb::View, Thing::Learning, funding::ask)
        .post("/{lang}/learning/{offering}/funding", Verb::Add, Thing::SelfAssessment, funding::tell)
        .get("/learning.csv", Verb::View, Thing::Learning, open::csv)
        .get("/learning.json", Verb::View, Thing::Learning, open::json)
        .get("/sitemap.xml", Verb::View, Thing::Public, open::sitemap)
        .get("/sitemaps/{part}", Verb::View, Thing::Public, open::sitemap_part)
        .get("/robots.txt", Verb::View, Thing::Public, open::robots)
}

/// The names of the facets in addresses, in the order of [`learning::Listing::facets`].
pub const FACETS: [&str; 6] = ["provider", "mode", "language", "price", "length", "source"];

/// How many values of one facet can be chosen together.
const MOST_CHOSEN: usize = 20;

/// A state of the list.
#[derive(Clone)]
struct State {
    filter: Filter,
    order: Order,
    page: i64,
}

impl State {
    fn of(asked: &Asked) -> State {
        let all = |name: &str| {
            let values =
                asked.0.iter().filter(|(n, v)| n == name && !v.is_empty() && v.chars().count() <= 300 && !v.contains(char::is_control));
            values.map(|(_, v)| v.clone()).take(MOST_CHOSEN).collect::<Vec<_>>()
        };
        let [providers, participations, languages, prices, lengths, catalogues] = FACETS.map(all);
        let filter = Filter { words: asked.get("q"), providers, participations, languages, prices, lengths, catalogues };
        let order = ORDERS.iter().find(|(name, _)| *name == asked.get("order")).map_or(Order::Best, |(_, o)| *o);
        State { filter, order, page: asked.page() }
    }

    /// What is chosen, as it stands in an address.
    fn pairs(&self) -> Vec<(&'static str, &str)> {
        let f = &self.filter;
        let words = (!f.words.is_empty()).then_some(("q", f.words.as_str()));
        let lists = [&f.providers, &f.participations, &f.languages, &f.prices, &f.lengths, &f.catalogues];
        let chosen = FACETS.into_iter().zip(lists).flat_map(|(name, values)| values.iter().map(move |v| (name, v.as_str())));
        let order = ORDERS.iter().find(|(_, o)| *o == self.order && *o != Order::Best).map(|(name, _)| ("order", *name));
        words.into_iter().chain(chosen).chain(order).collect()
    }
}

/// The orders by their names in addresses.
const ORDERS: [(&str, Order); 3] = [("best", Order::Best), ("price", Order::Price), ("length", Order::Length)];

/// The address of a state of the list.
fn address<'a>(lang: Lang, pairs: impl IntoIterator<Item = (&'a str, &'a str)>, page: usize) -> String {
    urls::listed(urls::learning(lang), pairs, page)
}

async fn list(who: Visitor, asked: Asked) -> Page {
    let state = State::of(&asked);
    let listing = learning::listing(&who, &state.filter, state.order, state.page, PAGE).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "learning-title"), Section::Learning, results::view(who.lang, &state, &listing))
}

async fn one(who: Visitor, At(id): At<OfferingId>) -> Page {
    let found = learning::one(&who, id).await.or_refuse(&who)?;
    let may_tag = match who.app.read().await {
        Ok(mut tx) => who.me.is_some() && may_tag(&who, &mut tx, &found.offering).await.is_ok(),
        Err(_) => false,
    };
    let title = found.offering.title.get(who.lang).to_owned();
    let (head, body) = (one::for_search(&who, &found), one::view(who.lang, &found, may_tag));
    // Who gives it told nobody to list what is retired any more.
    let chrome = layout::Chrome { head: Some(head), noindex: found.offering.retired.is_some(), ..who.chrome() };
    Ok(layout::page(&chrome, &title, Section::Learning, body).into_response())
}

async fn compare(who: Visitor, asked: Asked) -> Page {
    let mut ids: Vec<OfferingId> = asked.0.iter().filter(|(n, _)| n == "o").filter_map(|(_, v)| v.parse().ok()).collect();
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(*id));
    let left_out = ids.len().saturating_sub(MOST_COMPARED);
    let (offerings, names) = learning::compared(&who, &ids).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "learning-compare-title"), Section::Learning, compare::view(who.lang, &offerings, &names, left_out))
}
