//! What credentials point to: the keys of their issuers, and who the bodies named in them are.

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::Visitor;
use crate::i18n::{date, date_time, t};
use crate::issuing;
use crate::issuing::status::Purpose;
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{At, At2};
use crate::web::layout::Section;
use crate::web::pages::credential::accept;
use crate::web::parts::{Tone, facts, notice, panel};
use crate::web::routes::Routes;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::key::KeyState;
use domain::people::{Organisation, OrganisationKind};
use domain::standing::Standing;
use domain::{KeyId, Lang, OrganisationId, StatusListId};
use maud::{Markup, html};
use store::awards::SealedKey;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/issuers/{organisation}/did.json", Verb::View, Thing::Public, did_document)
        .get("/issuers/{organisation}/jwks.json", Verb::View, Thing::Public, key_set)
        .get("/issuers/{organisation}/keys/{key}", Verb::View, Thing::Public, key_document)
        .get("/status/{list}/{purpose}", Verb::View, Thing::Public, status_list)
        .get("/organisations/{organisation}", Verb::View, Thing::Public, in_any_language)
        .get("/{lang}/organisations/{organisation}", Verb::View, Thing::Public, organisation)
}

/// Where `did:web` looks for an issuer's keys.
async fn did_document(who: Visitor, At(id): At<OrganisationId>) -> Page {
    let document = issuing::did_document(&who.app, &mut who.app.read().await.or_refuse(&who)?, id).await.or_refuse(&who)?;
    Ok(public_json("application/did+json", &document))
}

/// The same keys for programs that check tokens.
async fn key_set(who: Visitor, At(id): At<OrganisationId>) -> Page {
    let set = issuing::token::key_set(&who.app, &mut who.app.read().await.or_refuse(&who)?, id).await.or_refuse(&who)?;
    Ok(public_json("application/jwk-set+json", &set))
}

/// A key under an address of its own.
async fn key_document(who: Visitor, At2(id, key): At2<OrganisationId, KeyId>) -> Page {
    let document = issuing::key_document(&who.app, &mut who.app.read().await.or_refuse(&who)?, id, key).await.or_refuse(&who)?;
    Ok(public_json("application/json", &document))
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
    keys: Vec<SealedKey>,
    standing: Standing,
    register: Option<Organisation>,
}

async fn body(who: &Visitor, id: OrganisationId) -> Outcome<Body> {
    who.may(Verb::View, Thing::Public, Relation::default())?;
    let mut tx = who.app.read().await?;
    let organisation = store::people::organisation(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let keys = store::awards::keys(&mut tx, id).await?;
    let standing = store::people::standing(&mut tx, id).await?.unwrap_or_default();
    let register = match standing {
        Standing::Closed { register: Some(holder), .. } => store::people::organisation(&mut tx, holder).await?,
        _ => None,
    };
    Ok(Body { organisation, keys, standing, register })
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
            @if !body.standing.issues() {
                (notice(Tone::Wait, html! { p { (standing_words(lang, &body.standing, body.register.as_ref())) } }))
            }
            @for key in &body.keys { (lost(lang, key)) }
            @if !body.keys.is_empty() { (panel("keys", &t(lang, "body-keys"), None, keys(who, body))) }
        }
    }
}

/// The public notice about a key that was compromised.
fn lost(lang: Lang, key: &SealedKey) -> Markup {
    let (Some(from), Some(noticed)) = (key.compromised, key.noticed) else { return html! {} };
    notice(
        Tone::Bad,
        html! {
            p { strong { (t!(lang, "key-notice", day = date(lang, noticed))) } }
            p { (t!(lang, "key-notice-text", from = date_time(lang, from))) }
            p.xs { code { (key.public) } }
        },
    )
}

/// Where an issuer stands, in words, and what that means.
pub fn standing_words(lang: Lang, standing: &Standing, register: Option<&Organisation>) -> String {
    match standing {
        Standing::Active => t(lang, "issuer-active"),
        Standing::Suspended { since } => t!(lang, "issuer-suspended", day = date(lang, *since)),
        Standing::Closed { at, .. } => match register {
            Some(holder) => t!(lang, "issuer-closed-held", day = date(lang, *at), holder = holder.name.get(lang)),
            None => t!(lang, "issuer-closed", day = date(lang, *at)),
        },
        Standing::Revoked { from } => t!(lang, "issuer-revoked", day = date(lang, *from)),
    }
}

/// Where a key stands, in words.
pub fn standing(lang: Lang, key: &SealedKey) -> String {
    match key.state() {
        KeyState::InUse => t!(lang, "key-in-use", day = date(lang, key.created)),
        KeyState::Retired(at) => t!(lang, "key-retired", day = date(lang, at)),
        KeyState::Compromised(from) => t!(lang, "key-compromised", day = date(lang, from)),
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
        let identifier = if who.app.demo { format!("did:key:{}", key.public) } else { key.public.clone() };
        rows.push((t(lang, "body-key"), html! { code { (identifier) } br; span.muted { (standing(lang, key)) } }));
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
