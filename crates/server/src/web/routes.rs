//! The routes, each with what it does to what: a route without a rule can't be written down.

use crate::access::{Thing, Verb, might};
use crate::actions::Failure;
use crate::api::{self, Needs};
use crate::app::App;
use crate::caller::Visitor;
use crate::protocols::badges;
use crate::protocols::scope::Scope;
use crate::web::answer::failure_page;
use axum::Router;
use axum::extract::{FromRequestParts, Request, State};
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodFilter, MethodRouter, on};

/// One route and its rule.
#[derive(Clone, Debug)]
pub struct Route {
    /// Method.
    pub method: Method,
    /// Path pattern.
    pub path: &'static str,
    /// What it does.
    pub verb: Verb,
    /// To what.
    pub thing: Thing,
    /// By which door one comes in.
    pub door: Door,
}

/// How whoever asks is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// By a session's cookie, or not at all.
    Page,
    /// By a personal token: an operation of the API, and what it needs.
    Api(Needs),
    /// By the access token of a program that somebody connected with, which has to allow this.
    App(Scope),
    /// By what the request itself shows: the door of programs and wallets, where no cookie counts.
    Program,
}

impl Route {
    /// For an operation of the API: what it needs of whoever calls it.
    pub fn needs(&self) -> Option<Needs> {
        match self.door {
            Door::Api(needs) => Some(needs),
            Door::Page | Door::App(_) | Door::Program => None,
        }
    }
}

/// Routes in the making.
#[derive(Default)]
pub struct Routes {
    /// All that were added.
    pub list: Vec<Route>,
    router: Router<App>,
}

impl Routes {
    /// Adds a page or act. Whoever can never be allowed is turned away before the handler runs: sent to sign in if
    /// nobody is signed in, else told that there is nothing here.
    pub fn on<H, T>(self, method: Method, path: &'static str, verb: Verb, thing: Thing, handler: H) -> Routes
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.through(Door::Page, method, path, verb, thing, handler)
    }

    /// The same through another door than a page's.
    pub fn through<H, T>(mut self, door: Door, method: Method, path: &'static str, verb: Verb, thing: Thing, handler: H) -> Routes
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let filter = MethodFilter::try_from(method.clone()).expect("a known method");
        let guarded = on(filter, handler);
        self.router = self.router.route(path, guarded);
        self.list.push(Route { method, path, verb, thing, door });
        self
    }

    /// Adds an operation of the API; see [`crate::api`]. Its path comes from its documentation and is needed for as
    /// long as the process runs.
    pub fn operation(mut self, needs: Needs, method: Method, path: String, verb: Verb, thing: Thing, handler: MethodRouter<App>) -> Routes {
        self.router = self.router.route(&path, handler);
        self.list.push(Route { method, path: path.leak(), verb, thing, door: Door::Api(needs) });
        self
    }

    /// `GET`.
    pub fn get<H: Handler<T, App>, T: 'static>(self, path: &'static str, verb: Verb, thing: Thing, handler: H) -> Routes {
        self.on(Method::GET, path, verb, thing, handler)
    }

    /// `POST`.
    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, verb: Verb, thing: Thing, handler: H) -> Routes {
        self.on(Method::POST, path, verb, thing, handler)
    }

    /// Together with others.
    pub fn and(mut self, other: Routes) -> Routes {
        self.list.extend(other.list);
        self.router = self.router.merge(other.router);
        self
    }

    /// As a router, and the list of what is in it.
    pub fn build(self) -> (Router<App>, Vec<Route>) {
        (self.router, self.list)
    }
}

/// Turns away, before any handler, whoever the table can never allow.
pub async fn guard(State((app, list)): State<(App, std::sync::Arc<Vec<Route>>)>, request: Request, next: Next) -> Response {
    let matched = request.extensions().get::<axum::extract::MatchedPath>().map(|p| p.as_str().to_owned());
    let method = if request.method() == Method::HEAD { Method::GET } else { request.method().clone() };
    let rule = |m: &Method| matched.as_ref().and_then(|p| list.iter().find(|r| r.path == p && r.method == *m));
    let rule = rule(request.method()).or_else(|| rule(&method));
    let Some(rule) = rule else { return next.run(request).await };
    match rule.door {
        Door::Api(needs) => return api::let_in(&app, rule, needs, request, next).await,
        Door::App(scope) => return badges::let_in(&app, scope, request, next).await,
        Door::Program => return next.run(request).await,
        Door::Page => {}
    }
    if rule.thing == Thing::Upload && request.headers().contains_key(axum::http::header::AUTHORIZATION) {
        return api::let_in_sender(&app, request, next).await;
    }
    if crate::access::allowed(rule.verb, rule.thing).contains(&crate::access::Who::Anyone) {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let visitor = match Visitor::from_request_parts(&mut parts, &app).await {
        Ok(visitor) => visitor,
        Err(response) => return response,
    };
    if might(visitor.asking(), rule.verb, rule.thing) {
        parts.extensions.insert(visitor);
        return next.run(Request::from_parts(parts, body)).await;
    }
    if visitor.me.is_none() && rule.thing != Thing::Outbox && rule.thing != Thing::DemoSignIn {
        let next = if parts.method == Method::GET { visitor.path.as_str() } else { "" };
        return axum::response::Redirect::to(&crate::urls::sign_in(visitor.lang, next)).into_response();
    }
    failure_page(&visitor, Failure::Missing)
}

/// The page for what is not there.
pub async fn missing(State(app): State<App>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    // People type and paste addresses with a slash at their end.
    let plain = |path: &&str| path.as_bytes().get(1).is_some_and(u8::is_ascii_alphanumeric);
    if let (&Method::GET, Some(path)) = (&parts.method, parts.uri.path().strip_suffix('/').filter(plain)) {
        let query = parts.uri.query().map(|q| format!("?{q}")).unwrap_or_default();
        return Redirect::permanent(&format!("{path}{query}")).into_response();
    }
    if parts.uri.path().starts_with(api::BASE) {
        return api::nowhere(&parts, &app);
    }
    if parts.uri.path().starts_with(badges::BASE) {
        return badges::nowhere();
    }
    match Visitor::from_request_parts(&mut parts, &app).await {
        Ok(visitor) => failure_page(&visitor, Failure::Missing),
        Err(response) => response,
    }
}

/// For an address that takes other methods; the router adds which.
pub async fn other_method(State(app): State<App>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    match parts.uri.path() {
        path if path.starts_with(api::BASE) => api::other_method(&parts, &app),
        path if path.starts_with(badges::BASE) => badges::other_method(),
        _ => axum::http::StatusCode::METHOD_NOT_ALLOWED.into_response(),
    }
}
