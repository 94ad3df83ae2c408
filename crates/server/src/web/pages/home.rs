//! The start page, and the address without a language.

use crate::access::{Thing, Verb};
use crate::caller::Visitor;
use crate::i18n::t;
use crate::queries::catalogue::{self, Listing};
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::layout::Section;
use crate::web::pages::catalogue::result;
use crate::web::parts::{Weight, link, search};
use crate::web::routes::Routes;
use domain::Lang;
use maud::{Markup, html};
use store::profiles::Filter;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/", Verb::View, Thing::Public, choose_language).get("/{lang}", Verb::View, Thing::Public, home)
}

async fn choose_language(who: Visitor) -> Page {
    answer::redirect(&if who.app.demo { urls::demo(who.lang) } else { urls::home(who.lang) })
}

/// How many profiles the start page shows.
const FEW: i64 = 4;

async fn home(who: Visitor) -> Page {
    let listing = catalogue::listing(&who, &Filter::default(), 1, FEW).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "home-title"), Section::Home, view(&who, &listing))
}

fn view(who: &Visitor, listing: &Listing) -> Markup {
    let lang = who.lang;
    html! {
        div.opening.stack {
            h1 { (t(lang, "home-title")) }
            p.lead-text { (t(lang, "home-lead")) }
            (search(&urls::catalogue(lang), &t(lang, "catalogue-search"), "", None, &[]))
            div.row {
                @if who.me.is_some() { (link(Weight::Main, &urls::claims(lang), &t(lang, "home-my-claims"))) }
                @else { (link(Weight::Main, &urls::catalogue(lang), &t(lang, "home-catalogue"))) }
                (link(Weight::Plain, &urls::verify(lang), &t(lang, "footer-verify")))
                @if who.app.demo { (link(Weight::Plain, &urls::demo(lang), &t(lang, "demo-choose"))) }
            }
        }
        (for_whom(lang))
        @if !listing.cards.is_empty() {
            section.stack aria-labelledby="some-profiles" {
                div.row { h2 #some-profiles { (t(lang, "home-profiles")) } a.push href=(urls::catalogue(lang)) { (t(lang, "home-all-profiles")) } }
                ul.profile-list.pairs { @for card in &listing.cards { (result(lang, &listing.organisations, card)) } }
            }
        }
    }
}

/// What it does for a learner, for an employer, and for whoever is shown a credential.
fn for_whom(lang: Lang) -> Markup {
    let parts = [
        (t(lang, "home-learner"), t(lang, "home-learner-text"), urls::about(lang, "help"), t(lang, "home-learner-link")),
        (t(lang, "home-employer"), t(lang, "home-employer-text"), urls::catalogue(lang), t(lang, "home-employer-link")),
        (t(lang, "home-verifier"), t(lang, "home-verifier-text"), urls::verify(lang), t(lang, "footer-verify")),
    ];
    html! {
        div.three {
            @for (title, text, href, words) in parts {
                section.panel.pad.stack.tight { h2.t { (title) } p { (text) } p { a href=(href) { (words) } } }
            }
        }
    }
}
