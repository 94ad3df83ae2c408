//! All evidence of a claim, a page at a time.

use super::words;
use crate::caller::Member;
use crate::i18n::{date, t};
use crate::queries::evidence::{ListPage, list_page};
use crate::urls;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{Asked, At};
use crate::web::layout::Section;
use crate::web::pages::claims::pages;
use crate::web::parts::{Head, Weight, back, empty, link, pagination, table};
use domain::ClaimId;
use domain::evidence::EvidenceItem;
use maud::{Markup, html};

/// A page of the list.
pub async fn show(who: Member, At(claim): At<ClaimId>, asked: Asked) -> Page {
    let page = list_page(&who, claim, asked.page()).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "list-title"), Section::Claims, view(&who, &page, asked.page()))
}

fn view(who: &Member, p: &ListPage, page: i64) -> Markup {
    let lang = who.lang;
    let here = urls::claim_evidence(lang, p.claim.id);
    let add = |weight| link(weight, &urls::new_evidence(lang, p.claim.id), &t(lang, "act-add-evidence"));
    let heads = [
        Head::text(t(lang, "list-what")),
        Head::text(t(lang, "list-kind")),
        Head::text(t(lang, "list-performed")),
        Head::text(t(lang, "list-state")),
    ];
    let rows: Vec<_> = p.items.iter().map(|item| row(who, item)).collect();
    html! {
        div.row.low {
            div.stack.tight { (back(p.version.body.title.get(lang), &urls::claim(lang, p.claim.id))) h1 { (t(lang, "list-title")) } }
            @if p.claim.state.takes_evidence() && p.all > 0 { div.push { (add(Weight::Plain)) } }
        }
        @if p.all == 0 { (empty(&t(lang, "list-none"), &t(lang, "list-none-text"), p.claim.state.takes_evidence().then(|| add(Weight::Main)))) }
        @else {
            div.panel.pad {
                (table(&t(lang, "list-title"), &heads, &rows))
                (pagination(lang, page as usize, pages(p.all), |n| format!("{here}?page={n}")))
            }
        }
    }
}

fn row(who: &Member, item: &EvidenceItem) -> Vec<Markup> {
    let lang = who.lang;
    vec![
        html! { a href=(urls::evidence(lang, item.id)) { (item.title) } },
        html! { (words::kind(lang, item.kind)) },
        html! { (date(lang, item.occasion.performed)) },
        html! { (words::state(lang, &item.state)) },
    ]
}
