//! A program asks to act for somebody: which one, what it wants, and a yes or no. Open Badges 3.0 section 7.3.

use crate::access::{Thing, Verb};
use crate::actions::connect_app::{connect_app, refuse_app};
use crate::caller::Member;
use crate::i18n::t;
use crate::protocols::oauth::back_to;
use crate::protocols::scope::Scope;
use crate::queries::wallet::{Question, question};
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{At, Sent};
use crate::web::layout::Section;
use crate::web::parts::{Tone, Weight, facts, notice, panel, submit_as};
use crate::web::routes::Routes;
use crate::{t, urls};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Redirect};
use domain::{AppRequestId, Lang};
use maud::{Markup, html};
use store::apps::AppRequest;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/{lang}/connect/{app_request}", Verb::View, Thing::Connection, ask).post(
        "/{lang}/connect/{app_request}",
        Verb::Add,
        Thing::Connection,
        decide,
    )
}

async fn ask(who: Member, At(id): At<AppRequestId>) -> Page {
    let asked = question(&who, id).await.or_refuse(&who)?;
    let title = t!(who.lang, "connect-title", app = asked.app.name.as_str());
    let mut response = answer::page(&who, &title, Section::Account, view(&who, &asked))?;
    // Browsers hold back a form whose answer leads to a site that the page does not name.
    let policy = format!(
        "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self' {}; \
         style-src 'self'; style-src-attr 'unsafe-inline'",
        origin(&asked.request.redirect_uri)
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

fn origin(address: &str) -> String {
    url::Url::parse(address).map(|u| u.origin().ascii_serialization()).unwrap_or_default()
}

async fn decide(who: Member, At(id): At<AppRequestId>, Sent(form): Sent) -> Page {
    if form.value("answer") == "allow" {
        let (request, code) = connect_app(&who, id).await.or_refuse(&who)?;
        return Ok(back(&who, &request, &[("code", &code), ("state", &request.state)]));
    }
    let request = refuse_app(&who, id).await.or_refuse(&who)?;
    Ok(back(&who, &request, &[("error", "access_denied"), ("state", &request.state)]))
}

fn back(who: &Member, request: &AppRequest, said: &[(&str, &str)]) -> axum::response::Response {
    // The code must not travel on in a Referer.
    let headers = [(header::REFERRER_POLICY, "no-referrer")];
    (headers, Redirect::to(&back_to(&request.redirect_uri, &who.app.base_url, said))).into_response()
}

fn view(who: &Member, asked: &Question) -> Markup {
    let (lang, name) = (who.lang, asked.app.name.as_str());
    let host = url::Url::parse(&asked.request.redirect_uri).ok().and_then(|u| u.host_str().map(str::to_owned)).unwrap_or_default();
    html! {
        div.stack.loose.narrow {
            h1 { (t!(lang, "connect-title", app = name)) }
            p { (t!(lang, "connect-lead", app = name, host = host.as_str())) }
            (panel("may", &t(lang, "connect-may"), None, may(lang, &Scope::among(&asked.request.scopes))))
            (panel("who", &t(lang, "connect-who"), None, about(lang, asked, &host)))
            (notice(Tone::Info, html! { p { (t!(lang, "connect-trust", host = host.as_str())) } }))
            form.row method="post" action=(urls::connect(lang, asked.request.id)) {
                (submit_as(Weight::Main, "answer", "allow", &t(lang, "connect-allow")))
                (submit_as(Weight::Plain, "answer", "refuse", &t(lang, "connect-refuse")))
            }
            p.sm.muted { (t!(lang, "connect-as", name = who.me.person.name.as_str(), email = who.me.person.email.as_str())) }
        }
    }
}

/// What it may do, one thing a line.
pub fn may(lang: Lang, scopes: &[Scope]) -> Markup {
    html! { ul.bullets { @for s in scopes { li { (t(lang, s.words())) } } } }
}

fn about(lang: Lang, asked: &Question, host: &str) -> Markup {
    let outside = |field: &str| {
        let address = asked.said(field);
        html! { a href=(address) rel="noreferrer" { (address) } }
    };
    facts(&[
        (t(lang, "connect-host"), html! { strong { (host) } }),
        (t(lang, "connect-site"), outside("client_uri")),
        (t(lang, "connect-terms"), outside("tos_uri")),
        (t(lang, "connect-privacy"), outside("policy_uri")),
    ])
}
