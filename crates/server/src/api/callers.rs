//! Who calls the API, and what an operation needs of them.

use super::problem::{Kind, Problem};
use crate::access::might;
use crate::app::App;
use crate::caller::{ApiClient, Member, Visitor, api_client, stranger};
use crate::web::routes::Route;
use axum::extract::{FromRequestParts, Request};
use axum::http::header;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::convert::Infallible;

/// What an operation needs of whoever calls it. Whether that person may do it to that thing, the action decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: it is public.
    Nothing,
    /// A token that works.
    Token,
    /// A token with this scope.
    Scope(&'static str),
}

impl Needs {
    /// The scope, if it needs one.
    pub fn scope(self) -> Option<&'static str> {
        match self {
            Needs::Scope(scope) => Some(scope),
            Needs::Nothing | Needs::Token => None,
        }
    }
}

/// Read published and drafted profiles, frameworks and offerings.
pub const PROFILES_READ: Needs = Needs::Scope("profiles:read");
/// Write them.
pub const PROFILES_WRITE: Needs = Needs::Scope("profiles:write");
/// Read one's own claims, evidence and credentials.
pub const CLAIMS_READ: Needs = Needs::Scope("claims:read");
/// Change them.
pub const CLAIMS_WRITE: Needs = Needs::Scope("claims:write");
/// Judge.
pub const ASSESSMENTS_WRITE: Needs = Needs::Scope("assessments:write");
/// Decide on credentials.
pub const AWARDS_WRITE: Needs = Needs::Scope("awards:write");

/// A person's program, let in by its token. Made by [`let_in`] only, so that no operation forgets to ask for its scope.
#[derive(Clone)]
pub struct Client(Member);

impl std::ops::Deref for Client {
    type Target = Member;
    fn deref(&self) -> &Member {
        &self.0
    }
}

impl FromRequestParts<App> for Client {
    type Rejection = Box<Problem>;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Client, Box<Problem>> {
        match parts.extensions.get::<Client>() {
            Some(client) => Ok(client.clone()),
            None => Err(not_known(parts, app)),
        }
    }
}

/// Anybody, for public operations: only their language is known.
pub struct Reader(pub Visitor);

impl std::ops::Deref for Reader {
    type Target = Visitor;
    fn deref(&self) -> &Visitor {
        &self.0
    }
}

impl FromRequestParts<App> for Reader {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Reader, Infallible> {
        Ok(Reader(stranger(parts, app)))
    }
}

fn not_known(parts: &Parts, app: &App) -> Box<Problem> {
    let visitor = stranger(parts, app);
    if parts.headers.contains_key(header::AUTHORIZATION) {
        Problem::new(&visitor, Kind::UnknownToken).with(header::WWW_AUTHENTICATE, "Bearer realm=\"Tessera\", error=\"invalid_token\"")
    } else {
        Problem::new(&visitor, Kind::NoToken).with(header::WWW_AUTHENTICATE, "Bearer realm=\"Tessera\"")
    }
}

/// Whoever the token belongs to, if it has what is needed.
pub async fn client(parts: &Parts, app: &App, needs: Needs) -> Result<Client, Box<Problem>> {
    let found = api_client(parts, app).await.map_err(|failure| Problem::of(&stranger(parts, app), failure, &[]))?;
    let Some(ApiClient(mut member)) = found else { return Err(not_known(parts, app)) };
    if parts.headers.contains_key(header::ACCEPT_LANGUAGE) {
        member.visitor.lang = stranger(parts, app).lang;
    }
    let client = ApiClient(member);
    match needs.scope() {
        Some(scope) if client.scope(scope).is_err() => Err(Problem::scope(&client.0, needs)),
        _ => Ok(Client(client.0)),
    }
}

/// Lets a request in to its operation, or says why not: no token, not the scope, or nothing that this person could
/// ever do (then it is not there for them).
pub async fn let_in(app: &App, rule: &Route, needs: Needs, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    if needs != Needs::Nothing {
        let client = match client(&parts, app, needs).await {
            Ok(client) => client,
            Err(problem) => return problem.into_response(),
        };
        if !might(client.asking(), rule.verb, rule.thing) {
            return Problem::new(&client, Kind::Missing).into_response();
        }
        parts.extensions.insert(client);
    }
    next.run(Request::from_parts(parts, body)).await
}

/// Lets in a program that sends a file: uploads speak a protocol of their own, for browsers and programs alike.
pub async fn let_in_sender(app: &App, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    match client(&parts, app, CLAIMS_WRITE).await {
        Ok(Client(member)) => {
            parts.extensions.insert(member.visitor);
            next.run(Request::from_parts(parts, body)).await
        }
        Err(problem) => problem.into_response(),
    }
}

/// For an address under the API's where nothing is.
pub fn nowhere(parts: &Parts, app: &App) -> Response {
    Problem::new(&stranger(parts, app), Kind::Missing).into_response()
}

/// For an address of the API that takes other methods.
pub fn other_method(parts: &Parts, app: &App) -> Response {
    Problem::new(&stranger(parts, app), Kind::Method).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actions::manage_tokens::SCOPES;

    #[test]
    fn every_scope_that_is_needed_can_be_given_and_every_one_given_is_needed() {
        let needed = [PROFILES_READ, PROFILES_WRITE, CLAIMS_READ, CLAIMS_WRITE, ASSESSMENTS_WRITE, AWARDS_WRITE];
        let needed: Vec<&str> = needed.iter().filter_map(|n| n.scope()).collect();
        assert_eq!(needed, SCOPES);
    }
}
