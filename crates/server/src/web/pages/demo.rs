//! The demo's front door: signing in as anybody with one click, and the letters that would have left by mail.

use super::sign_in::signed_in;
use crate::access::{Thing, Verb};
use crate::actions::sign_in::demo_sign_in;
use crate::caller::Visitor;
use crate::demo::Group;
use crate::i18n::{date_time, t};
use crate::queries::demo::{self, Player};
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked, At};
use crate::web::layout::Section;
use crate::web::parts::{Tone, Weight, breadcrumbs, facts, link, notice, pagination};
use crate::web::routes::Routes;
use domain::{Lang, PersonId};
use maud::{Markup, html};
use store::messages::Message;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/demo", Verb::View, Thing::DemoSignIn, choose)
        .get("/{lang}/demo/outbox", Verb::View, Thing::Outbox, outbox)
        .post("/{lang}/demo/{person}", Verb::Add, Thing::DemoSignIn, enter)
}

async fn choose(who: Visitor) -> Page {
    let players = demo::players(&who).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "demo-title"), Section::Demo, view(who.lang, &players))
}

async fn enter(who: Visitor, At(id): At<PersonId>) -> Page {
    let secret = demo_sign_in(&who, id).await.or_refuse(&who)?;
    signed_in(&who, &secret, "").await
}

/// Letters on one page.
const LETTERS: i64 = 10;

async fn outbox(who: Visitor, asked: Asked) -> Page {
    let (letters, all) = demo::letters(&who, asked.page(), LETTERS).await.or_refuse(&who)?;
    let pages = (all + LETTERS - 1) / LETTERS;
    answer::page(&who, &t(who.lang, "outbox-title"), Section::Demo, outbox_view(&who, &letters, asked.page(), pages))
}

fn group_words(lang: Lang, group: Group) -> (String, String) {
    match group {
        Group::Learner => (t(lang, "demo-learners"), t(lang, "demo-learners-do")),
        Group::Assessor => (t(lang, "demo-assessors"), t(lang, "demo-assessors-do")),
        Group::Issuer => (t(lang, "demo-issuers"), t(lang, "demo-issuers-do")),
        Group::Author => (t(lang, "demo-authors"), t(lang, "demo-authors-do")),
        Group::Admin => (t(lang, "demo-admins"), t(lang, "demo-admins-do")),
    }
}

fn view(lang: Lang, players: &[Player]) -> Markup {
    html! {
        div.stack.tight {
            h1 { (t(lang, "demo-title")) }
            p { (t(lang, "demo-lead")) }
        }
        div.row {
            (link(Weight::Plain, &urls::catalogue(lang), &t(lang, "demo-catalogue")))
            (link(Weight::Plain, &urls::verify(lang), &t(lang, "footer-verify")))
            (link(Weight::Plain, &urls::outbox(lang), &t(lang, "outbox-title")))
        }
        @if players.is_empty() { (notice(Tone::Info, html! { p { strong { (t(lang, "demo-nobody")) ". " } (t(lang, "demo-nobody-text")) } })) }
        @for group in Group::ALL {
            @let (first, more): (Vec<_>, Vec<_>) = players.iter().filter(|p| p.actor.group == group).partition(|p| p.actor.first);
            @if !(first.is_empty() && more.is_empty()) { (section(lang, group, &first, &more)) }
        }
    }
}

/// A role with its people: those to begin with, and the others folded away.
fn section(lang: Lang, group: Group, first: &[&Player], more: &[&Player]) -> Markup {
    let (title, does) = group_words(lang, group);
    let id = format!("{group:?}").to_lowercase();
    let (open, folded) = if first.is_empty() { (more, first) } else { (first, more) };
    html! {
        section.stack aria-labelledby=(id) {
            div.stack.tight { h2 id=(id) { (title) } p.muted { (does) } }
            (people(lang, open))
            @if !folded.is_empty() {
                details.more { summary { (t!(lang, "demo-more", count = folded.len())) } (people(lang, folded)) }
            }
        }
    }
}

fn people(lang: Lang, players: &[&Player]) -> Markup {
    html! {
        ul.people {
            @for p in players {
                li.panel.pad {
                    h3 { (p.actor.name) }
                    @if !p.organisations.is_empty() {
                        p.sm.muted { (p.organisations.iter().map(|o| o.get(lang)).collect::<Vec<_>>().join(", ")) }
                    }
                    p.sm { (p.actor.purpose(lang)) }
                    form method="post" action=(urls::demo_person(lang, p.id)) {
                        button.btn.small { (t(lang, "demo-enter")) span.vh { " " (p.actor.name) } }
                    }
                }
            }
        }
    }
}

fn outbox_view(who: &Visitor, letters: &[Message], page: i64, pages: i64) -> Markup {
    let lang = who.lang;
    html! {
        (breadcrumbs(lang, &[(&t(lang, "nav-demo"), &urls::demo(lang))]))
        div.stack.tight {
            h1 { (t(lang, "outbox-title")) }
            p.muted { (t(lang, "outbox-lead")) }
        }
        @if letters.is_empty() { (notice(Tone::Info, html! { p { strong { (t(lang, "outbox-empty")) ". " } (t(lang, "outbox-empty-text")) } })) }
        div.stack.narrow { @for letter in letters { (letter_view(who, letter)) } }
        (pagination(lang, page as usize, pages.max(1) as usize, |n| format!("{}?page={n}", urls::outbox(lang))))
    }
}

fn letter_view(who: &Visitor, letter: &Message) -> Markup {
    let lang = who.lang;
    let head = [(t(lang, "outbox-to"), html! { (letter.address) }), (t(lang, "outbox-at"), html! { (date_time(lang, letter.created)) })];
    html! {
        article.mail id=(letter.id) {
            header { h2 lang=(letter.lang.tag()) { (letter.subject) } (facts(&head)) }
            div.words lang=(letter.lang.tag()) { (linked(&letter.body, &who.app.base_url)) }
        }
    }
}

/// The words of a letter, with links of ours to click on.
fn linked(body: &str, base: &str) -> Markup {
    let mut parts = Vec::new();
    let mut rest = body;
    while let Some(at) = rest.find(base) {
        let (before, from) = rest.split_at(at);
        let end = from.find(char::is_whitespace).unwrap_or(from.len());
        parts.push((before, &from[..end]));
        rest = &from[end..];
    }
    html! { @for (before, address) in parts { (before) a href=(address) { (address) } } (rest) }
}

#[cfg(test)]
mod tests {
    use super::linked;

    #[test]
    fn our_links_in_a_letter_can_be_followed_and_nothing_else() {
        let drawn = linked("Hi <b>,\nhttp://t.example/en/claims\n\nhttp://elsewhere.example", "http://t.example").into_string();
        assert_eq!(
            drawn,
            "Hi &lt;b&gt;,\n<a href=\"http://t.example/en/claims\">http://t.example/en/claims</a>\n\nhttp://elsewhere.example"
        );
    }
}
