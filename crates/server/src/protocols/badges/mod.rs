//! The Open Badges 3.0 API: a program that a person connected with reads their credentials and profile, and adds
//! credentials that others issued (Open Badges 3.0 section 6, "Provider (Read)" and "Provider (Write)").

mod credentials;
mod discovery;
mod profile;
mod status_info;

pub use status_info::{StatusInfo, nowhere, other_method};

use super::scope::Scope;
use crate::access::{Thing, Verb};
use crate::app::{App, hash_of};
use crate::caller::{Me, Member, Visitor};
use crate::web::routes::{Door, Routes};
use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::AppId;
use std::sync::Arc;

/// Where its addresses are.
pub const BASE: &str = "/ims/ob/v3p0/";

/// Its routes.
pub fn routes() -> Routes {
    let with = Door::App;
    Routes::default()
        .through(Door::Program, Method::GET, "/ims/ob/v3p0/discovery", Verb::View, Thing::App, discovery::document)
        .through(with(Scope::ReadCredentials), Method::GET, "/ims/ob/v3p0/credentials", Verb::View, Thing::Wallet, credentials::list)
        .through(with(Scope::AddCredentials), Method::POST, "/ims/ob/v3p0/credentials", Verb::Add, Thing::Wallet, credentials::add)
        .through(with(Scope::ReadProfile), Method::GET, "/ims/ob/v3p0/profile", Verb::View, Thing::Wallet, profile::get)
        .through(with(Scope::ChangeProfile), Method::PUT, "/ims/ob/v3p0/profile", Verb::Edit, Thing::Wallet, profile::put)
}

/// A person's program, let in by its access token. Made by [`let_in`] only, so that no operation forgets its scope.
#[derive(Clone)]
pub struct OnBehalf {
    who: Member,
    /// Which program.
    pub app_id: AppId,
}

impl std::ops::Deref for OnBehalf {
    type Target = Member;
    fn deref(&self) -> &Member {
        &self.who
    }
}

impl FromRequestParts<App> for OnBehalf {
    type Rejection = StatusInfo;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<OnBehalf, StatusInfo> {
        parts.extensions.get::<OnBehalf>().cloned().ok_or_else(StatusInfo::unauthorized)
    }
}

/// Lets a request in if its access token works and allows `scope`. Only the header counts: an address ends up in logs.
pub async fn let_in(app: &App, scope: Scope, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    match on_behalf(app, scope, &parts).await {
        Ok(client) => {
            parts.extensions.insert(client);
            next.run(Request::from_parts(parts, body)).await
        }
        Err(refused) => refused.into_response(),
    }
}

async fn on_behalf(app: &App, scope: Scope, parts: &Parts) -> Result<OnBehalf, StatusInfo> {
    let header = parts.headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let token = header.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).map(|(_, t)| t.trim());
    let token = token.ok_or_else(StatusInfo::unauthorized)?;
    let now = app.now();
    let found = async { store::apps::acting_for(&mut app.read().await?, &hash_of(token), now).await };
    let (connection, allowed, person, memberships) = found.await.map_err(StatusInfo::from)?.ok_or_else(StatusInfo::bad_token)?;
    if !Scope::among(&allowed).contains(&scope) {
        return Err(StatusInfo::scope(scope));
    }
    let lang = person.lang;
    let me = Arc::new(Me { person, memberships, token_scopes: None });
    let visitor = Visitor { app: app.clone(), lang, now, path: parts.uri.path().to_owned(), me: Some(me.clone()), notice: None };
    Ok(OnBehalf { who: Member { visitor, me }, app_id: connection.app })
}
