//! A credential for everybody with the link: a page for people, the signed document for programs.

pub mod accept;
pub mod certificate;
pub mod checks;
mod embed;
mod share;
pub mod take;
mod view;

use crate::access::{Thing, Verb};
use crate::app::App;
use crate::caller::Visitor;
use crate::queries::credential::{self, KeptPages, Page as Kept};
use crate::urls;
use crate::web::answer::{OrRefuse as _, Page};
use crate::web::extract::At;
use crate::web::layout::{self, Section};
use crate::web::routes::Routes;
use accept::Kind;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::CredentialId;
use take::Form;
use vc::JwtProfile;

/// Its routes. The address without a language is the credential's own: it stands in the document and in the QR code.
pub fn routes() -> Routes {
    Routes::default()
        .get("/c/{credential}", Verb::View, Thing::PublicCredential, in_any_language)
        .get("/{lang}/c/{credential}", Verb::View, Thing::PublicCredential, in_language)
        .get("/{lang}/c/{credential}/embed", Verb::View, Thing::PublicCredential, embed::card)
}

/// The last part of the path: a credential, or a file of it.
pub struct Named {
    id: CredentialId,
    file: Option<File>,
}

/// A file of a credential.
#[derive(Clone, Copy)]
enum File {
    /// The signed document.
    Document,
    /// The same as a token.
    Token,
    /// Another form.
    Form(Form),
}

impl std::str::FromStr for Named {
    type Err = domain::BadId;
    fn from_str(text: &str) -> Result<Named, domain::BadId> {
        let (stem, end) = text.split_once('.').map_or((text, None), |(stem, end)| (stem, Some(end)));
        let file = match end {
            None => None,
            Some("json") => Some(File::Document),
            Some("jwt") => Some(File::Token),
            // What ends otherwise is the address of nothing.
            Some(end) => Some(File::Form(Form::ending(end).ok_or(domain::BadId("crd"))?)),
        };
        Ok(Named { id: stem.parse()?, file })
    }
}

impl Named {
    fn document(&self, headers: &HeaderMap) -> Option<Kind> {
        match self.file {
            Some(File::Document) => Some(Kind::File),
            Some(File::Token) => Some(Kind::TokenFile),
            Some(File::Form(_)) => None,
            None => accept::document(headers),
        }
    }
}

async fn in_any_language(who: Visitor, headers: HeaderMap, At(named): At<Named>) -> Page {
    if let Some(File::Form(form)) = named.file {
        return take::answer(&who, named.id, form, None, &headers).await;
    }
    if let Some(kind) = named.document(&headers) {
        return Ok(document(&who.app, named.id, kind, &headers).await);
    }
    let on = Redirect::to(&urls::credential(who.lang, named.id));
    Ok(([(header::VARY, "accept, accept-language, cookie")], on).into_response())
}

async fn in_language(who: Visitor, headers: HeaderMap, At(named): At<Named>) -> Page {
    if let Some(File::Form(form)) = named.file {
        return take::answer(&who, named.id, form, Some(who.lang), &headers).await;
    }
    if let Some(kind) = named.document(&headers) {
        return Ok(document(&who.app, named.id, kind, &headers).await);
    }
    let found = credential::look_up(&who, named.id).await.or_refuse(&who)?;
    if let Some(page) = who.app.pages.get(&who, &found) {
        return Ok(page_response(StatusCode::OK, page.html.as_ref().to_owned(), page.listed));
    }
    let (id, from) = (named.id, KeptPages::mark(&who, &found));
    let Some(shown) = found.shown(&who).await.or_refuse(&who)? else {
        return Ok(page_response(StatusCode::ACCEPTED, view::being_signed(&who).into_string(), false));
    };
    let html = view::credential(&who, &shown).into_string();
    let page = Kept { html: html.into(), listed: shown.credential.listed };
    who.app.pages.keep(&who, id, from, &page);
    Ok(page_response(StatusCode::OK, page.html.as_ref().to_owned(), page.listed))
}

fn page_response(status: StatusCode, html: String, listed: bool) -> Response {
    let mut response = (status, [(header::VARY, "accept, cookie")], Html(html)).into_response();
    if !listed {
        response.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex"));
    }
    response
}

/// The signed document, the same bytes every time.
async fn document(app: &App, id: CredentialId, kind: Kind, headers: &HeaderMap) -> Response {
    let profile = match kind {
        Kind::Token => Some(JwtProfile::VcJose),
        Kind::TokenFile => Some(JwtProfile::OpenBadges),
        _ => None,
    };
    if let Some(profile) = profile {
        return token(app, id, kind, profile).await;
    }
    let found = match credential::document(app, id).await {
        Ok(found) => found,
        Err(failure) => return accept::refusal(&failure),
    };
    let Some(text) = found.text else { return accept::being_signed() };
    let tag = format!("W/\"{id}-{}\"", found.revision);
    let unchanged = headers.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).is_some_and(|known| known.contains(&tag));
    let body = if unchanged { String::new() } else { text };
    let mut response = (if unchanged { StatusCode::NOT_MODIFIED } else { StatusCode::OK }, body).into_response();
    let set = response.headers_mut();
    set.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.media_type()));
    set.insert(header::VARY, HeaderValue::from_static("accept"));
    set.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    set.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    set.insert(header::ETAG, ascii(&tag));
    if !found.listed {
        set.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    }
    if kind == Kind::File {
        set.insert(header::CONTENT_DISPOSITION, ascii(&format!("attachment; filename=\"{id}.json\"")));
    }
    response
}

/// A token, signed for this answer.
async fn token(app: &App, id: CredentialId, kind: Kind, profile: JwtProfile) -> Response {
    let text = match credential::token(app, id, profile).await {
        Ok(Some(text)) => text,
        Ok(None) => return accept::being_signed(),
        Err(failure) => return accept::refusal(&failure),
    };
    let mut response = text.into_response();
    let set = response.headers_mut();
    set.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.media_type()));
    set.insert(header::VARY, HeaderValue::from_static("accept"));
    set.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    set.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    set.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    if kind == Kind::TokenFile {
        set.insert(header::CONTENT_DISPOSITION, ascii(&format!("attachment; filename=\"{id}.jwt\"")));
    }
    response
}

fn ascii(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("ids and numbers are ASCII")
}

/// The page in the usual frame, with what the head says about it.
fn framed(who: &Visitor, title: &str, listed: bool, head: Option<maud::Markup>, body: maud::Markup) -> maud::Markup {
    let chrome = layout::Chrome { noindex: !listed, head, ..who.chrome() };
    layout::page(&chrome, title, Section::Other, body)
}
