//! Who asks: in which language, at what time, with what rights. The only things that handlers take besides their input.

use crate::access::{Asking, Relation, Thing, Verb, may};
use crate::actions::{Failure, Outcome};
use crate::app::{App, hash_of};
use crate::web::layout::{Chrome, Nav, Who};
use crate::web::parts::Tone;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use domain::people::{Membership, Person, Role};
use domain::{Lang, OrganisationId, PersonId, Ts};
use std::sync::Arc;

/// The name of the session cookie.
pub const SESSION: &str = "tessera_session";
/// The name of the cookie that carries a notice to the next page.
pub const NOTICE: &str = "tessera_notice";

/// Who is signed in.
#[derive(Debug)]
pub struct Me {
    /// The person.
    pub person: Person,
    /// Their roles.
    pub memberships: Vec<Membership>,
    /// What a token allows; none: a session, which allows all that the person may.
    pub token_scopes: Option<Vec<String>>,
}

/// Anybody who asks for a page, signed in or not.
#[derive(Clone)]
pub struct Visitor {
    /// The application.
    pub app: App,
    /// The language of the page.
    pub lang: Lang,
    /// Now, once for the whole request.
    pub now: Ts,
    /// Path and query without the language.
    pub path: String,
    /// Who is signed in, if anybody is.
    pub me: Option<Arc<Me>>,
    /// What the last act did: the name of a notice.
    pub notice: Option<String>,
}

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Member {
    /// As a visitor.
    pub visitor: Visitor,
    /// Who.
    pub me: Arc<Me>,
}

impl std::ops::Deref for Member {
    type Target = Visitor;
    fn deref(&self) -> &Visitor {
        &self.visitor
    }
}

impl Visitor {
    /// For the policy table.
    pub fn asking(&self) -> Asking<'_> {
        let memberships = self.me.as_ref().map_or(&[][..], |me| &me.memberships);
        Asking { person: self.me.as_ref().map(|me| me.person.id), memberships, demo: self.app.demo }
    }

    /// Goes on only if the table allows it. What somebody may not see does not exist for them.
    pub fn may(&self, verb: Verb, thing: Thing, relation: Relation) -> Outcome<()> {
        if may(self.asking(), verb, thing, relation) { Ok(()) } else { Err(Failure::Missing) }
    }

    /// Whether the person signed in holds a role anywhere.
    pub fn holds(&self, role: Role) -> bool {
        self.me.as_ref().is_some_and(|me| me.memberships.iter().any(|m| m.role == role))
    }

    /// The frame of a page for this person.
    pub fn chrome(&self) -> Chrome<'_> {
        let nav = Nav {
            learner: self.me.is_some(),
            assessor: self.holds(Role::Assessor),
            author: self.holds(Role::Author),
            issuer: self.holds(Role::Issuer),
            admin: self.holds(Role::Admin),
        };
        let person = self.me.as_ref().map(|me| Who::named(&me.person.name));
        let notice = self.notice.as_ref().map(|key| (Tone::Good, crate::i18n::t(self.lang, &format!("notice-{key}"))));
        Chrome { person, nav, demo: self.app.demo, notice, ..Chrome::visitor(self.lang, &self.path) }
    }
}

impl Member {
    /// The person's id.
    pub fn id(&self) -> PersonId {
        self.me.person.id
    }

    /// The organisations in which the person holds a role.
    pub fn organisations(&self, role: Role) -> impl Iterator<Item = OrganisationId> + '_ {
        self.me.memberships.iter().filter(move |m| m.role == role).map(|m| m.organisation)
    }

    /// A member for the command line, jobs and tests: a person without a request.
    pub async fn of(app: &App, id: PersonId) -> Outcome<Member> {
        let mut tx = app.read().await?;
        let person = store::people::person(&mut tx, id).await?.ok_or(Failure::Missing)?;
        let memberships = store::people::memberships(&mut tx, id).await?;
        let lang = person.lang;
        let me = Arc::new(Me { person, memberships, token_scopes: None });
        let visitor = Visitor { app: app.clone(), lang, now: app.now(), path: String::new(), me: Some(me.clone()), notice: None };
        Ok(Member { visitor, me })
    }
}

/// The language that a path begins with, and the rest of it; or the language that the browser prefers.
fn language(parts: &Parts, me: Option<&Me>) -> (Lang, String) {
    let whole = parts.uri.path_and_query().map_or("/", |p| p.as_str());
    let first = whole.trim_start_matches('/').split(['/', '?']).next().unwrap_or_default();
    match Lang::parse(first) {
        Some(lang) => (lang, whole[1 + first.len()..].to_owned()),
        None => (me.map_or_else(|| preferred(parts), |me| me.person.lang), whole.to_owned()),
    }
}

fn preferred(parts: &Parts) -> Lang {
    let header = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let first = header.split(',').find_map(|tag| Lang::parse(tag.trim().get(..2)?.to_lowercase().as_str()));
    first.unwrap_or(Lang::En)
}

async fn signed_in(app: &App, jar: &CookieJar) -> store::Result<Option<Me>> {
    let Some(cookie) = jar.get(SESSION) else { return Ok(None) };
    let mut tx = app.read().await?;
    let found = store::people::session(&mut tx, &hash_of(cookie.value()), app.now()).await?;
    Ok(found.map(|(person, memberships)| Me { person, memberships, token_scopes: None }))
}

/// A visitor, or the database is gone.
pub async fn visitor(parts: &Parts, app: &App) -> Outcome<Visitor> {
    let jar = CookieJar::from_headers(&parts.headers);
    let me = signed_in(app, &jar).await?.map(Arc::new);
    let (lang, path) = language(parts, me.as_deref());
    let notice =
        jar.get(NOTICE).map(|c| c.value().to_owned()).filter(|n| n.len() < 60 && n.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
    Ok(Visitor { app: app.clone(), lang, now: app.now(), path, me, notice })
}

/// A visitor of whom nothing is known but the language: for pages that say what went wrong.
pub fn stranger(parts: &Parts, app: &App) -> Visitor {
    let (lang, path) = language(parts, None);
    Visitor { app: app.clone(), lang, now: app.now(), path, me: None, notice: None }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Visitor, Response> {
        // The guard of the route may have asked already.
        if let Some(known) = parts.extensions.get::<Visitor>() {
            return Ok(known.clone());
        }
        match visitor(parts, app).await {
            Ok(visitor) => Ok(visitor),
            Err(failure) => Err(crate::web::answer::failure_page(&stranger(parts, app), failure)),
        }
    }
}

impl FromRequestParts<App> for Member {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Member, Response> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        match visitor.me.clone() {
            Some(me) => Ok(Member { visitor, me }),
            // Only what can be asked for again is returned to after signing in.
            None if parts.method == axum::http::Method::GET => {
                Err(Redirect::to(&crate::urls::sign_in(visitor.lang, &visitor.path)).into_response())
            }
            None => Err(Redirect::to(&crate::urls::sign_in(visitor.lang, "")).into_response()),
        }
    }
}

/// A program with a personal token.
#[derive(Clone)]
pub struct ApiClient(pub Member);

impl ApiClient {
    /// Goes on only if the token allows `scope`.
    pub fn scope(&self, scope: &str) -> Outcome<()> {
        match &self.0.me.token_scopes {
            Some(scopes) if !scopes.iter().any(|s| s == scope) => Err(Failure::NotAllowed),
            _ => Ok(()),
        }
    }
}

/// Who a bearer token belongs to.
pub async fn api_client(parts: &Parts, app: &App) -> Outcome<Option<ApiClient>> {
    let header = parts.headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let Some((_, token)) = header.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")) else { return Ok(None) };
    let mut tx = app.read().await?;
    let found = store::people::token(&mut tx, &hash_of(token.trim()), app.now()).await?;
    Ok(found.map(|(person, memberships, scopes)| {
        let token_scopes = Some(scopes.split_whitespace().map(str::to_owned).collect());
        let lang = person.lang;
        let me = Arc::new(Me { person, memberships, token_scopes });
        let visitor =
            Visitor { app: app.clone(), lang, now: app.now(), path: parts.uri.path().to_owned(), me: Some(me.clone()), notice: None };
        ApiClient(Member { visitor, me })
    }))
}
