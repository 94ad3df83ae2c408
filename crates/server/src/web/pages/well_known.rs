//! What credentials point to: the keys of their issuers, and who the bodies named in them are.

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::Visitor;
use crate::i18n::t;
use crate::issuing;
use crate::issuing::status::Purpose;
use crate::urls;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{At, At2};
use crate::web::layout::Section;
use crate::web::pages::credential::accept;
use crate::web::parts::{facts, panel};
use crate::web::routes::Routes;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::{Organisation, OrganisationKind};
use domain::{Lang, OrganisationId, StatusListId};
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/issuers/{organisation}/did.json", Verb::View, Thing::Public, did_document)
        .get("/status/{list}/{purpose}", Verb::View, Thing::Public, status_list)
        .get("/organisations/{organisation}", Verb::View, Thing::Public, in_any_language)
        .get("/{lang}/organisations/{organisation}", Verb::View, Thing::Public, organisation)
}

/// Where `did:web` looks for an issuer's keys.
async fn did_document(who: Visitor, At(id): At<OrganisationId>) -> Page {
    let document = issuing::did_document(&who.app, &mut who.app.read().await.or_refuse(&who)?, id).await.or_refuse(&who)?;
    Ok(public_json("application/did+json", &document))
}

/// A list in which an issuer publishes which of its credentials are out of force (Bitstring Status List).
async fn status_list(who: Visitor, headers: HeaderMap, At2(id, purpose): At2<StatusListId, Purpose>) -> Page {
    let list = issuing::status::signed_list(&who.app, id, purpose).await.or_refuse(&who)?;
    let known = headers.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).is_some_and(|known| known.contains(&list.tag));
    let (status, body) = if known { (StatusCode::NOT_MODIFIED, String::new()) } else { (StatusCode::OK, list.text.clone()) };
    let kept = format!("public, max-age={}", issuing::status::KEPT_FOR);
    let headers = [
        (header::CONTENT_TYPE, "application/vc"),
        (header::CACHE_CONTROL, kept.as_str()),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ETAG, list.tag.as_str()),
    ];
    Ok((status, headers, body).into_response())
}

async fn in_any_language(who: Visitor, headers: HeaderMap, At(id): At<OrganisationId>) -> Page {
    if accept::document(&headers).is_none() {
        let on = Redirect::to(&urls::public_organisation(who.lang, id));
        return Ok(([(header::VARY, "accept, accept-language, cookie")], on).into_response());
    }
    let body = body(&who, id).await.or_refuse(&who)?;
    Ok(public_json("application/ld+json", &issuing::organisation_profile(&who.app, &body.organisation)))
}

async fn organisation(who: Visitor, At(id): At<OrganisationId>) -> Page {
    let body = body(&who, id).await.or_refuse(&who)?;
    answer::page(&who, body.organisation.name.get(who.lang), Section::Other, view(&who, &body))
}

fn public_json(kind: &'static str, document: &serde_json::Value) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=300"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::VARY, "accept"),
    ];
    (headers, document.to_string()).into_response()
}

/// An organisation and what it signs with.
struct Body {
    organisation: Organisation,
    keys: Vec<String>,
}

async fn body(who: &Visitor, id: OrganisationId) -> Outcome<Body> {
    who.may(Verb::View, Thing::Public, Relation::default())?;
    let mut tx = who.app.read().await?;
    let organisation = store::people::organisation(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let keys = store::awards::keys(&mut tx, id).await?.into_iter().map(|k| k.public).collect();
    Ok(Body { organisation, keys })
}

fn view(who: &Visitor, body: &Body) -> Markup {
    let lang = who.lang;
    let o = &body.organisation;
    let mut rows = vec![(t(lang, "body-kind"), html! { (kind(lang, o.kind)) }), (t(lang, "body-region"), html! { (o.region) })];
    if let Some(site) = o.website.as_deref().filter(|s| s.starts_with("https://") || s.starts_with("http://")) {
        rows.push((t(lang, "body-website"), html! { a href=(site) rel="nofollow" { (site) } }));
    }
    html! {
        div.stack.narrow.loose {
            h1 { (o.name.get(lang)) }
            (panel("body", &t(lang, "body-about"), None, facts(&rows)))
            @if !body.keys.is_empty() { (panel("keys", &t(lang, "body-keys"), None, keys(who, body))) }
        }
    }
}

/// What the body signs with, for those who compare.
fn keys(who: &Visitor, body: &Body) -> Markup {
    let lang = who.lang;
    let id = body.organisation.id;
    let mut rows = vec![];
    if !who.app.demo {
        rows.push((t(lang, "body-identifier"), html! { code { (issuing::web_did(&who.app.base_url, id)) } }));
    }
    for key in &body.keys {
        let identifier = if who.app.demo { format!("did:key:{key}") } else { key.clone() };
        rows.push((t(lang, "body-key"), html! { code { (identifier) } }));
    }
    html! {
        div.stack {
            p.sm { (t(lang, "body-keys-text")) }
            (facts(&rows))
            p.sm { a href={ "/issuers/" (id) "/did.json" } { (t(lang, "body-document")) } }
        }
    }
}

fn kind(lang: Lang, kind: OrganisationKind) -> String {
    match kind {
        OrganisationKind::Institution => t(lang, "body-kind-institution"),
        OrganisationKind::Association => t(lang, "body-kind-association"),
        OrganisationKind::Employer => t(lang, "body-kind-employer"),
        OrganisationKind::IndigenousInstitute => t(lang, "body-kind-indigenous"),
        OrganisationKind::QaBody => t(lang, "body-kind-qa"),
    }
}
