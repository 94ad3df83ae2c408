//! Pages. A handler parses what came in, makes one call, and answers; nothing here decides.

pub mod answer;
pub mod assets;
pub mod extract;
mod file_sent;
pub mod forms;
pub mod layout;
pub mod media;
pub mod pages;
pub mod parts;
pub mod routes;
pub mod uploads;

use crate::app::App;
use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use routes::{Route, Routes};
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate as _};
use tower_http::csrf::CsrfLayer;
use tower_http::set_header::SetResponseHeaderLayer;

/// Every route with its rule.
pub fn routes() -> Routes {
    pages::routes().and(uploads::routes()).and(media::routes()).and(crate::api::routes()).and(crate::protocols::routes())
}

/// The whole site.
pub fn site(app: App) -> (Router, Vec<Route>) {
    let (router, list) = routes().build();
    let guard = axum::middleware::from_fn_with_state((app.clone(), Arc::new(list.clone())), routes::guard);
    let router = router
        .route_layer(guard)
        .fallback(routes::missing)
        .method_not_allowed_fallback(routes::other_method)
        .merge(assets::router())
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(media::not_as_it_is)))
        // Programs show tokens and never a cookie, so nobody can make a browser act there for somebody else.
        .layer(CsrfLayer::new().with_insecure_bypass(|_, uri| for_programs(uri.path())))
        .layer(CatchPanicLayer::new());
    (secured(router, &app).with_state(app), list)
}

/// Addresses where no cookie counts.
fn for_programs(path: &str) -> bool {
    path.starts_with(crate::api::BASE) || crate::protocols::BASES.iter().any(|base| path.starts_with(base))
}

/// How long a page may take. Uploads are as slow as the learner's network and have their own limits.
pub const PATIENCE: Duration = Duration::from_secs(60);

fn secured(router: Router<App>, app: &App) -> Router<App> {
    let policy = "default-src 'self'; img-src 'self' data:; media-src 'self' blob:; object-src 'none'; frame-ancestors 'none'; \
                  base-uri 'none'; form-action 'self'; style-src 'self'; style-src-attr 'unsafe-inline'";
    let set = |name: HeaderName, value: &'static str| SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value));
    let router = router
        .layer(set(header::CONTENT_SECURITY_POLICY, policy))
        .layer(set(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(set(header::REFERRER_POLICY, "same-origin"))
        .layer(set(HeaderName::from_static("permissions-policy"), "camera=(self), microphone=(self)"))
        .layer(set(header::CACHE_CONTROL, "no-store"));
    if app.base_url.starts_with("https://") { router.layer(set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000")) } else { router }
}
