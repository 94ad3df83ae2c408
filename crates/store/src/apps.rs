//! Programs that registered themselves, what people let them do, and the secrets that show it.

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args};
use domain::people::{Membership, Person};
use domain::{AppId, AppRequestId, ConnectionId, PersonId, Ts};

/// A program that registered itself.
#[derive(Clone, Debug)]
pub struct App {
    /// Its id, which is its `client_id`.
    pub id: AppId,
    /// What it calls itself.
    pub name: String,
    /// What it said of itself, as JSON (RFC 7591).
    pub about: String,
    /// When.
    pub registered: Ts,
}

/// Adds a program. Only the hash of its secret is kept.
pub async fn add(tx: &mut Tx, app: &App, secret_hash: &str) -> Result<()> {
    let sql = "INSERT INTO app (id, secret_hash, name, about_doc, registered_at) VALUES ($1, $2, $3, $4, $5)";
    tx.exec(sql, args![app.id.to_string(), secret_hash, &app.name, &app.about, app.registered]).await?;
    Ok(())
}

/// The program of this id, and the hash of its secret.
pub async fn get(tx: &mut Tx, id: AppId) -> Result<Option<(App, String)>> {
    let row = tx.opt("SELECT id, secret_hash, name, about_doc, registered_at FROM app WHERE id = $1", args![id.to_string()]).await?;
    row.map(|r| Ok((app_of(&r)?, r.text("secret_hash")?))).transpose()
}

fn app_of(row: &Row) -> Result<App> {
    Ok(App { id: row.parse("id")?, name: row.text("name")?, about: row.text("about_doc")?, registered: row.ts("registered_at")? })
}

/// How many programs registered since.
pub async fn registered_since(tx: &mut Tx, since: Ts) -> Result<i64> {
    let row = tx.opt("SELECT COUNT(*) AS n FROM app WHERE registered_at > $1", args![since]).await?;
    row.ok_or(StoreError::impossible("count"))?.int("n")
}

/// A program's question to a person.
#[derive(Clone, Debug)]
pub struct AppRequest {
    /// Its id.
    pub id: AppRequestId,
    /// Who asks.
    pub app: AppId,
    /// Where the answer goes.
    pub redirect_uri: String,
    /// What it asks for, separated by spaces.
    pub scopes: String,
    /// What it wants back with the answer.
    pub state: String,
    /// SHA-256 of what it will show for the code (RFC 7636, S256).
    pub challenge: String,
    /// Good until.
    pub expires: Ts,
}

/// Adds a question.
pub async fn add_request(tx: &mut Tx, r: &AppRequest) -> Result<()> {
    let sql = "INSERT INTO app_request (id, app, redirect_uri, scopes, state, challenge, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let ids = args![r.id.to_string(), r.app.to_string(), &r.redirect_uri, &r.scopes, &r.state, &r.challenge, r.expires];
    tx.exec(sql, ids).await?;
    Ok(())
}

/// How many questions of a program are open.
pub async fn requests_open(tx: &mut Tx, app: AppId, now: Ts) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM app_request WHERE app = $1 AND expires_at > $2";
    let row = tx.opt(sql, args![app.to_string(), now]).await?;
    row.ok_or(StoreError::impossible("count"))?.int("n")
}

/// The open question of this id.
pub async fn request(tx: &mut Tx, id: AppRequestId, now: Ts) -> Result<Option<AppRequest>> {
    let sql = "SELECT id, app, redirect_uri, scopes, state, challenge, expires_at FROM app_request WHERE id = $1 AND expires_at > $2";
    let row = tx.opt(sql, args![id.to_string(), now]).await?;
    row.map(|r| {
        Ok(AppRequest {
            id: r.parse("id")?,
            app: r.parse("app")?,
            redirect_uri: r.text("redirect_uri")?,
            scopes: r.text("scopes")?,
            state: r.text("state")?,
            challenge: r.text("challenge")?,
            expires: r.ts("expires_at")?,
        })
    })
    .transpose()
}

/// Takes the question away; whether it was still there.
pub async fn answer_request(tx: &mut Tx, id: AppRequestId) -> Result<bool> {
    Ok(tx.exec("DELETE FROM app_request WHERE id = $1", args![id.to_string()]).await? == 1)
}

/// What a person lets a program do.
#[derive(Clone, Debug)]
pub struct Connection {
    /// Its id.
    pub id: ConnectionId,
    /// The program.
    pub app: AppId,
    /// Who lets it.
    pub person: PersonId,
    /// What, separated by spaces.
    pub scopes: String,
    /// Since when.
    pub since: Ts,
}

fn connection_of(row: &Row) -> Result<Connection> {
    Ok(Connection {
        id: row.parse("id")?,
        app: row.parse("app")?,
        person: row.parse("person")?,
        scopes: row.text("scopes")?,
        since: row.ts("since_at")?,
    })
}

/// Connects a person with a program, or lets it do other things from now on; the connection as it now is.
pub async fn connect(tx: &mut Tx, c: &Connection) -> Result<Connection> {
    let sql = "INSERT INTO app_connection (id, app, person, scopes, since_at) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (person, app) DO UPDATE SET scopes = excluded.scopes RETURNING id, app, person, scopes, since_at";
    let row = tx.opt(sql, args![c.id.to_string(), c.app.to_string(), c.person.to_string(), &c.scopes, c.since]).await?;
    connection_of(&row.ok_or(StoreError::impossible("app_connection"))?)
}

/// The connection of this id.
pub async fn connection(tx: &mut Tx, id: ConnectionId) -> Result<Option<Connection>> {
    let row = tx.opt("SELECT id, app, person, scopes, since_at FROM app_connection WHERE id = $1", args![id.to_string()]).await?;
    row.as_ref().map(connection_of).transpose()
}

/// The connections of a person, each with its program, latest first.
pub async fn connections(tx: &mut Tx, person: PersonId) -> Result<Vec<(Connection, App)>> {
    let sql = "SELECT c.id AS connection, c.person, c.scopes, c.since_at, a.id, a.name, a.about_doc, a.registered_at FROM app_connection c \
               JOIN app a ON a.id = c.app WHERE c.person = $1 ORDER BY c.since_at DESC, c.id LIMIT 200";
    let rows = tx.all(sql, args![person.to_string()]).await?;
    let both = |r: &Row| {
        let app = app_of(r)?;
        let c = Connection {
            id: r.parse("connection")?,
            app: app.id,
            person: r.parse("person")?,
            scopes: r.text("scopes")?,
            since: r.ts("since_at")?,
        };
        Ok((c, app))
    };
    rows.iter().map(both).collect()
}

/// Ends a connection with all its secrets.
pub async fn disconnect(tx: &mut Tx, id: ConnectionId) -> Result<()> {
    tx.exec("DELETE FROM app_secret WHERE connection = $1", args![id.to_string()]).await?;
    tx.exec("DELETE FROM app_connection WHERE id = $1", args![id.to_string()]).await?;
    Ok(())
}

/// What a secret is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretKind {
    /// Given to the program through the browser; changed for tokens once.
    Code,
    /// Shown with each call.
    Access,
    /// Changed for new tokens once.
    Refresh,
}

impl SecretKind {
    fn name(self) -> &'static str {
        match self {
            SecretKind::Code => "code",
            SecretKind::Access => "access",
            SecretKind::Refresh => "refresh",
        }
    }
}

/// A secret of a connection, without the secret itself.
#[derive(Clone, Debug)]
pub struct Secret {
    /// Whose.
    pub connection: ConnectionId,
    /// What for.
    pub kind: SecretKind,
    /// What it allows, separated by spaces.
    pub scopes: String,
    /// For a code: where it was sent.
    pub redirect_uri: String,
    /// For a code: what the program has to know (RFC 7636).
    pub challenge: String,
    /// Good until.
    pub expires: Ts,
    /// When it was used, if it was.
    pub used: Option<Ts>,
}

/// Adds a secret, by its hash.
pub async fn add_secret(tx: &mut Tx, hash: &str, s: &Secret) -> Result<()> {
    let sql =
        "INSERT INTO app_secret (hash, connection, kind, scopes, redirect_uri, challenge, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let values = args![hash, s.connection.to_string(), s.kind.name(), &s.scopes, &s.redirect_uri, &s.challenge, s.expires];
    tx.exec(sql, values).await?;
    Ok(())
}

/// The secret of this hash and kind, also if it was used or is over.
pub async fn secret(tx: &mut Tx, hash: &str, kind: SecretKind) -> Result<Option<Secret>> {
    let sql = "SELECT connection, scopes, redirect_uri, challenge, expires_at, used_at FROM app_secret WHERE hash = $1 AND kind = $2";
    let row = tx.opt(sql, args![hash, kind.name()]).await?;
    row.map(|r| {
        Ok(Secret {
            connection: r.parse("connection")?,
            kind,
            scopes: r.text("scopes")?,
            redirect_uri: r.text("redirect_uri")?,
            challenge: r.text("challenge")?,
            expires: r.ts("expires_at")?,
            used: r.opt_ts("used_at")?,
        })
    })
    .transpose()
}

/// Uses a secret; whether this is the first time.
pub async fn use_secret(tx: &mut Tx, hash: &str, now: Ts) -> Result<bool> {
    Ok(tx.exec("UPDATE app_secret SET used_at = $2 WHERE hash = $1 AND used_at IS NULL", args![hash, now]).await? == 1)
}

/// Takes a secret away.
pub async fn remove_secret(tx: &mut Tx, hash: &str) -> Result<()> {
    tx.exec("DELETE FROM app_secret WHERE hash = $1", args![hash]).await?;
    Ok(())
}

/// For whom a program acts with this access token, within which scopes, and by which connection.
pub async fn acting_for(tx: &mut Tx, hash: &str, now: Ts) -> Result<Option<(Connection, String, Person, Vec<Membership>)>> {
    let sql = "SELECT c.id, c.app, c.person, c.scopes, c.since_at, s.scopes AS allowed FROM app_secret s \
               JOIN app_connection c ON c.id = s.connection WHERE s.hash = $1 AND s.kind = 'access' AND s.expires_at > $2";
    let Some(row) = tx.opt(sql, args![hash, now]).await? else { return Ok(None) };
    let (connection, allowed) = (connection_of(&row)?, row.text("allowed")?);
    let person = crate::people::person(tx, connection.person).await?.ok_or(StoreError::impossible("app_connection.person"))?;
    let memberships = crate::people::memberships(tx, connection.person).await?;
    Ok(Some((connection, allowed, person, memberships)))
}

/// Forgets what is over: questions, secrets, and programs that nobody connected with in thirty days.
pub async fn forget(tx: &mut Tx, now: Ts) -> Result<()> {
    tx.exec("DELETE FROM app_request WHERE expires_at <= $1", args![now]).await?;
    // Used ones stay a while, so that a second use is noticed.
    tx.exec("DELETE FROM app_secret WHERE expires_at <= $1", args![now.plus_hours(-24)]).await?;
    let sql = "DELETE FROM app WHERE registered_at <= $1 AND NOT EXISTS (SELECT 1 FROM app_connection c WHERE c.app = app.id) \
               AND NOT EXISTS (SELECT 1 FROM app_request r WHERE r.app = app.id)";
    tx.exec(sql, args![now.plus_days(-30)]).await?;
    Ok(())
}
