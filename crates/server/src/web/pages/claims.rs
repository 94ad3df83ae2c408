//! A learner's claims.

use super::claim::words;
use crate::access::{Thing, Verb};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::claims::{Line, mine};
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{Asked, PAGE};
use crate::web::layout::Section;
use crate::web::parts::{State, Weight, empty, link, mark, pagination, tally};
use crate::web::routes::Routes;
use crate::{t, urls};
use domain::claim::Standing;
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/{lang}/claims", Verb::View, Thing::Account, list)
}

async fn list(who: Member, asked: Asked) -> Page {
    let (lines, all) = mine(&who, asked.page()).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "claims-title"), Section::Claims, view(&who, &lines, asked.page(), all))
}

fn view(who: &Member, lines: &[Line], page: i64, all: i64) -> Markup {
    let lang = who.lang;
    let catalogue = |weight| link(weight, &urls::catalogue(lang), &t(lang, "claims-catalogue"));
    html! {
        div.row.low {
            div.stack.tight { h1 { (t(lang, "claims-title")) } p.muted { (t(lang, "claims-lead")) } }
            @if all > 0 { div.push { (catalogue(Weight::Plain)) } }
        }
        @if all == 0 { (empty(&t(lang, "claims-none"), &t(lang, "claims-none-text"), Some(catalogue(Weight::Main)))) }
        @else {
            ul.stack { @for line in lines { (card(who, line)) } }
            (pagination(lang, page as usize, pages(all), |n| format!("{}?page={n}", urls::claims(lang))))
        }
    }
}

/// How many pages a list of this many rows has.
pub fn pages(rows: i64) -> usize {
    (rows.max(1) as usize).div_ceil(PAGE as usize)
}

fn card(who: &Member, line: &Line) -> Markup {
    let (lang, claim, body) = (who.lang, &line.claim, &line.version.body);
    let counts = claim.tally();
    let id = format!("claim-{}", claim.id);
    html! {
        li { section.panel.pad.stack aria-labelledby=(id) {
            div.row.low {
                div.stack.tight {
                    h2 id=(id) { a href=(urls::claim(lang, claim.id)) { (body.title.get(lang)) } }
                    p.muted.sm { (words::claim_state(lang, &claim.state)) ". " (t!(lang, "claims-opened", date = crate::i18n::date(lang, claim.opened))) }
                }
                ul.tiles.push aria-hidden="true" { @for part in &claim.competencies { li { (mark(standing(&part.standing), None)) } } }
            }
            div.row {
                p { strong { (words::result(lang, claim, body)) } }
                div.push { (tally(lang, &[(State::Demonstrated, counts.demonstrated), (State::InReview, counts.in_review), (State::Gap, counts.gaps)])) }
            }
        } }
    }
}

fn standing(standing: &Standing) -> State {
    match standing {
        Standing::Demonstrated { .. } => State::Demonstrated,
        Standing::InReview { .. } => State::InReview,
        Standing::NotStarted | Standing::Gap { .. } => State::Gap,
    }
}
