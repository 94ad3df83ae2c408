//! A program asks, and a person lets it act for them or not; and takes that back.

use super::{Failure, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::app::{hash_of, secret};
use crate::caller::{Member, Visitor};
use crate::protocols::scope::Scope;
use domain::event::Event;
use domain::{AppId, AppRequestId, ConnectionId};
use store::apps::{App, AppRequest, Connection, Secret, SecretKind};

/// Minutes in which a person has to answer, and then the program to fetch its tokens (600 s by Open Badges 3.0).
const MINUTES: i64 = 10;
/// Questions of one program that can be open at once.
const MOST_OPEN: i64 = 1_000;

/// What a program asks of a person.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Who asks.
    pub app: AppId,
    /// Where the answer goes: one of those it registered.
    pub redirect_uri: String,
    /// What it wants to be allowed.
    pub scopes: Vec<Scope>,
    /// What it wants back with the answer.
    pub state: String,
    /// What the code will be bound to (RFC 7636).
    pub challenge: String,
}

/// The addresses that a program registered for answers.
pub fn redirect_uris(app: &App) -> Vec<String> {
    let about: serde_json::Value = serde_json::from_str(&app.about).unwrap_or_default();
    about["redirect_uris"].as_array().into_iter().flatten().filter_map(|u| u.as_str().map(str::to_owned)).collect()
}

/// Writes a program's question down for whoever the browser belongs to. `Refused`: too many are open.
pub async fn ask_person(visitor: &Visitor, asked: Asked) -> Outcome<AppRequestId> {
    visitor.may(Verb::View, Thing::App, Relation::default())?;
    let mut tx = visitor.app.begin().await?;
    if store::apps::requests_open(&mut tx, asked.app, visitor.now).await? >= MOST_OPEN {
        return Err(Failure::Refused("refused-too-many"));
    }
    let request = AppRequest {
        id: visitor.app.id(),
        app: asked.app,
        redirect_uri: asked.redirect_uri,
        scopes: Scope::list(&asked.scopes),
        state: asked.state,
        challenge: asked.challenge,
        expires: visitor.now.plus_minutes(MINUTES),
    };
    store::apps::add_request(&mut tx, &request).await?;
    tx.commit().await?;
    Ok(request.id)
}

/// The person says yes: the question, and the code that its program changes for tokens.
pub async fn connect_app(who: &Member, id: AppRequestId) -> Outcome<(AppRequest, String)> {
    who.may(Verb::Add, Thing::Connection, Relation::default())?;
    let mut tx = who.app.begin().await?;
    let request = take(&mut tx, who, id).await?;
    let new = Connection { id: who.app.id(), app: request.app, person: who.id(), scopes: request.scopes.clone(), since: who.now };
    let connection = store::apps::connect(&mut tx, &new).await?;
    let code = secret();
    let kept = Secret {
        connection: connection.id,
        kind: SecretKind::Code,
        scopes: request.scopes.clone(),
        redirect_uri: request.redirect_uri.clone(),
        challenge: request.challenge.clone(),
        expires: who.now.plus_minutes(MINUTES),
        used: None,
    };
    store::apps::add_secret(&mut tx, &hash_of(&code), &kept).await?;
    let scopes = request.scopes.split_whitespace().map(str::to_owned).collect();
    record(&mut tx, who, who.id(), Event::AppConnected { app: request.app, connection: connection.id, scopes }).await?;
    commit(tx, who).await?;
    Ok((request, code))
}

/// The person says no: the question, so that its program is told.
pub async fn refuse_app(who: &Member, id: AppRequestId) -> Outcome<AppRequest> {
    who.may(Verb::Add, Thing::Connection, Relation::default())?;
    let mut tx = who.app.begin().await?;
    let request = take(&mut tx, who, id).await?;
    commit(tx, who).await?;
    Ok(request)
}

/// A question is answered once.
async fn take(tx: &mut store::Tx, who: &Member, id: AppRequestId) -> Outcome<AppRequest> {
    let request = store::apps::request(tx, id, who.now).await?.ok_or(Failure::Missing)?;
    if !store::apps::answer_request(tx, id).await? {
        return Err(Failure::Missing);
    }
    Ok(request)
}

/// The person takes it back: from now on none of the program's tokens works.
pub async fn disconnect_app(who: &Member, id: ConnectionId) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let connection = store::apps::connection(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Withdraw, Thing::Connection, Relation::owned_by(connection.person))?;
    store::apps::disconnect(&mut tx, id).await?;
    record(&mut tx, who, who.id(), Event::AppDisconnected { connection: id, replayed: false }).await?;
    commit(tx, who).await
}
