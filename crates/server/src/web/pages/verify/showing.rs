//! Asking to be shown a credential: a code for the holder's wallet, and the answer.

use super::view;
use crate::access::{Thing, Verb};
use crate::actions::Failure;
use crate::actions::ask_to_be_shown::{ask_to_be_shown, forget_showing, showing_of_page};
use crate::caller::Visitor;
use crate::i18n::t;
use crate::protocols::presentation::request::link as wallet_link;
use crate::verifying::examine;
use crate::verifying::given::One;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{Asked, At};
use crate::web::layout::Section;
use crate::web::parts::{Tone, Weight, act, back, copyable, link, notice, panel, qr};
use crate::web::routes::Routes;
use crate::{t, urls};
use axum::http::{HeaderValue, header};
use maud::{Markup, html};
use store::showings::{Answer, Doubt, Showing};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .post("/{lang}/verify/showings", Verb::Add, Thing::Showing, begin)
        .get("/{lang}/verify/showings/{page}", Verb::View, Thing::Showing, look)
        .post("/{lang}/verify/showings/{page}/removal", Verb::Withdraw, Thing::Showing, forget)
}

/// Seconds between two looks of a page that looks again by itself.
const EVERY: &str = "4";

async fn begin(who: Visitor) -> Page {
    let page = ask_to_be_shown(&who).await.or_refuse(&who)?;
    answer::redirect(&urls::showing(who.lang, &page))
}

async fn look(who: Visitor, At(page): At<String>, asked: Asked) -> Page {
    let showing = showing_of_page(&who, &page).await.or_refuse(&who)?;
    match &showing.answer {
        None => {
            let by_itself = asked.get("again") == "auto";
            let mut response =
                answer::page(&who, &t(who.lang, "showing-title"), Section::Verify, waiting(&who, &showing, &page, by_itself))?;
            // Only for those who asked for it: a page that changes by itself is in the way of some.
            if by_itself {
                response.headers_mut().insert(header::REFRESH, HeaderValue::from_static(EVERY));
            }
            Ok(response)
        }
        Some(answer) => {
            let body = answered(&who, answer, &page).await.or_refuse(&who)?;
            answer::page(&who, &t(who.lang, "showing-answer"), Section::Verify, body)
        }
    }
}

async fn forget(who: Visitor, At(page): At<String>) -> Page {
    forget_showing(&who, &page).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::verify(who.lang), "showing-forgotten")
}

/// On the page where credentials are checked: the other way round.
pub fn invitation(who: &Visitor) -> Markup {
    let lang = who.lang;
    panel(
        "ask",
        &t(lang, "showing-ask-title"),
        None,
        html! {
            div.stack { p { (t(lang, "showing-ask-text")) } div { (act(&urls::showings(lang), Weight::Plain, &t(lang, "showing-ask"), "")) } }
        },
    )
}

fn waiting(who: &Visitor, showing: &Showing, page: &str, by_itself: bool) -> Markup {
    let lang = who.lang;
    let (here, open) = (urls::showing(lang, page), wallet_link(&who.app, showing.id));
    let minutes = (showing.expires.0 - who.now.0) / 60_000_000 + 1;
    html! {
        div.stack.narrow.loose {
            (back(&t(lang, "verify-title"), &urls::verify(lang)))
            h1 { (t(lang, "showing-title")) }
            (panel("code", &t(lang, "showing-code"), None, html! {
                div.stack {
                    div.row.wallet-code {
                        (qr(lang, &open, &t(lang, "showing-title")))
                        div.stack { p { (t(lang, "showing-scan")) } p.sm.muted { (t!(lang, "wallet-minutes", count = minutes)) } }
                    }
                    div { (link(Weight::Plain, &open, &t(lang, "wallet-open"))) }
                    (copyable(lang, "question", &t(lang, "wallet-link"), &open))
                }
            }))
            (panel("waits", &t(lang, "showing-waits"), None, html! {
                div.stack {
                    p { (t(lang, if by_itself { "showing-looks" } else { "showing-waits-text" })) }
                    div.row {
                        (link(Weight::Main, &here, &t(lang, if by_itself { "showing-stop" } else { "showing-look" })))
                        @if !by_itself { (link(Weight::Quiet, &format!("{here}?again=auto"), &t(lang, "showing-auto"))) }
                    }
                }
            }))
            p.sm.muted { (t(lang, "showing-privacy")) }
        }
    }
}

async fn answered(who: &Visitor, answer: &Answer, page: &str) -> Result<Markup, Failure> {
    let lang = who.lang;
    let mut shown = Vec::new();
    if let Answer::Shown { credentials, .. } = answer {
        for document in credentials {
            let examined = examine(&who.app, document).await?.map_err(|e| Failure::Broken(e.to_string()))?;
            shown.push(view::one(who, &One { document: document.clone(), examined }, shown.len()));
        }
    }
    Ok(html! {
        div.stack.narrow { (verdict(who, answer)) }
        @for one in &shown { (one) }
        div.stack.narrow {
            p.sm.muted { (t(lang, "showing-kept")) }
            div.row {
                (act(&format!("{}/removal", urls::showing(lang, page)), Weight::Plain, &t(lang, "showing-forget"), ""))
                (act(&urls::showings(lang), Weight::Plain, &t(lang, "showing-another"), ""))
            }
        }
    })
}

/// Whether the showing itself holds: it was made now, for this question, by whoever the credential is bound to.
fn verdict(who: &Visitor, answer: &Answer) -> Markup {
    let lang = who.lang;
    let (tone, words) = match answer {
        Answer::Refused { .. } => (Tone::Wait, t(lang, "showing-refused")),
        Answer::Shown { doubt: Some(why), .. } => (Tone::Bad, t(lang, doubt_key(*why))),
        Answer::Shown { doubt: None, .. } => (Tone::Good, t(lang, "showing-holds")),
    };
    notice(tone, html! { p { strong { (words) } } })
}

fn doubt_key(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Signature => "showing-doubt-signature",
        Doubt::Holder => "showing-doubt-holder",
        Doubt::SomebodyElses => "showing-doubt-somebody-elses",
        Doubt::Unbound => "showing-doubt-unbound",
        Doubt::Nothing => "showing-doubt-nothing",
    }
}
