//! A credential as a small page for a frame on somebody else's site: who can do what, by whom, and whether it holds. The
//! same for everybody, with one link, which opens the whole page in a window of its own.

use super::checks::Told;
use crate::caller::Visitor;
use crate::i18n::{date, t};
use crate::queries::credential::{self, Shown};
use crate::web::answer::{OrRefuse as _, Page};
use crate::web::extract::At;
use crate::web::layout::bare_page;
use crate::web::parts::{drawn, verdict};
use crate::{t, urls};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use domain::CredentialId;
use maud::{Markup, html};

/// Any site may put it in a frame; it runs no script, sends no form and loads nothing from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; style-src-attr 'unsafe-inline'; \
                      form-action 'none'; base-uri 'none'; frame-ancestors *";

/// The page.
pub async fn card(who: Visitor, At(id): At<CredentialId>) -> Page {
    let found = credential::look_up(&who, id).await.or_refuse(&who)?;
    let shown = found.shown(&who).await.or_refuse(&who)?;
    let status = if shown.is_some() { StatusCode::OK } else { StatusCode::ACCEPTED };
    let title = shown.as_ref().map_or_else(|| t(who.lang, "being-signed-title"), |s| s.title(who.lang).to_owned());
    let body = shown.map_or_else(|| html! { p { (t(who.lang, "being-signed-text")) } }, |s| small(&who, &s));
    let mut response = (status, bare_page(who.lang, &title, None, body)).into_response();
    let set = response.headers_mut();
    set.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    set.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    set.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    Ok(response)
}

fn small(who: &Visitor, s: &Shown) -> Markup {
    let lang = who.lang;
    let issuer = s.issuer.name.get(lang);
    let told = Told::new(&who.app, lang, who.now, &s.report, Some(&s.credential)).by(issuer);
    html! {
        article.panel.embedded {
            div.row {
                (drawn(&s.emblem(), None))
                div.stack.tight {
                    h1.t { (s.title(lang)) }
                    p.sm {
                        (t(lang, "credential-awarded-to")) " " strong { (s.holder) } " "
                        (t!(lang, "certificate-awarded", day = date(lang, s.credential.from), issuer = issuer))
                    }
                    p.sm { a href=(urls::credential(lang, s.credential.id)) target="_blank" rel="noopener" { (t(lang, "embed-open")) } }
                }
            }
            (verdict(lang, told.verdict(), "", None))
        }
    }
}
