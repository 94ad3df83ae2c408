//! The start page, and the address without a language.

use crate::access::{Thing, Verb};
use crate::caller::Visitor;
use crate::i18n::t;
use crate::urls;
use crate::web::answer::{self, Page};
use crate::web::layout::Section;
use crate::web::routes::Routes;
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/", Verb::View, Thing::Public, choose_language).get("/{lang}", Verb::View, Thing::Public, home)
}

async fn choose_language(who: Visitor) -> Page {
    answer::redirect(&if who.app.demo { urls::demo(who.lang) } else { urls::home(who.lang) })
}

async fn home(who: Visitor) -> Page {
    answer::page(&who, &t(who.lang, "home-title"), Section::Home, view(&who))
}

fn view(who: &Visitor) -> Markup {
    let lang = who.lang;
    html! {
        h1 { (t(lang, "home-title")) }
        p { (t(lang, "home-lead")) }
        p { a.btn.main href=(urls::catalogue(lang)) { (t(lang, "home-catalogue")) } }
    }
}
